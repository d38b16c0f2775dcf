//! Small copies in IndexedDB: in parts, which lie in the order in which the copies came.
//!
//! Firefox keeps a record as a row of SQLite. Of a row over some 1,000 bytes most moves to pages of its own, 4 KB each,
//! and a page on which rows come in no order stays a quarter empty. Short rows in ascending order fill their pages.

use idb::{CursorDirection, Database, KeyRange, Transaction, TransactionMode};
use js_sys::Uint8Array;
use vouchsafe_core::desk::StoreError;
use vouchsafe_core::memory::Record;
use wasm_bindgen::JsValue;

use super::failed;

/// Where a photo's copy is: under the photo's id the copy's number, or, of before version 4, the copy's whole record.
pub const PLACES: &str = "renditions";
/// Under a copy's number times [`MOST`], and one more for each further part, some of its bytes.
pub const PARTS: &str = "parts";
/// Bytes of a part: with its key and what goes around it less than the 1,002 that a row may keep on its page. In Chromium
/// every part costs a little, in Firefox 480 to 950 take about the same.
const LENGTH: usize = 900;
/// More parts than a copy can have: the longest is 13 KB.
const MOST: f64 = 64.0;

/// What becomes of a photo's copy: its bytes, or `None` to delete it.
pub type Change<'a> = (&'a str, Option<&'a [u8]>);

/// A photo's copy.
pub async fn read(database: &Database, photo: &str) -> Result<Option<Record>, StoreError> {
    let transaction = database.transaction(&[PLACES, PARTS], TransactionMode::ReadOnly).map_err(failed)?;
    let places = transaction.object_store(PLACES).map_err(failed)?;
    let Some(place) = places.get(JsValue::from_str(photo)).map_err(failed)?.await.map_err(failed)? else {
        return Ok(None);
    };
    let Some(number) = place.as_f64() else { return Ok(serde_wasm_bindgen::from_value(place).ok()) };
    let parts = transaction.object_store(PARTS).map_err(failed)?;
    let parts = parts.get_all(Some(parts_of(number)?.into()), None).map_err(failed)?.await.map_err(failed)?;
    let bytes = parts.iter().flat_map(|part| Uint8Array::new(part).to_vec()).collect();
    Ok(Some(Record::Rendition { photo: photo.to_owned().into(), bytes }))
}

/// Writes changes within a transaction over [`PLACES`] and [`PARTS`].
pub async fn write(transaction: &Transaction, changes: Vec<Change<'_>>) -> Result<(), StoreError> {
    if changes.is_empty() {
        return Ok(());
    }
    let places = transaction.object_store(PLACES).map_err(failed)?;
    let parts = transaction.object_store(PARTS).map_err(failed)?;
    let last = parts.open_key_cursor(None, Some(CursorDirection::Prev)).map_err(failed)?.await.map_err(failed)?;
    let last = last.and_then(|cursor| cursor.key().ok()).and_then(|key| key.as_f64());
    let mut number = last.map_or(0.0, |key| (key / MOST).floor() + 1.0);
    for (photo, bytes) in changes {
        let photo = JsValue::from_str(photo);
        let known = places.get(photo.clone()).map_err(failed)?.await.map_err(failed)?;
        if let Some(known) = known.and_then(|place| place.as_f64()) {
            parts.delete(parts_of(known)?).map_err(failed)?;
        }
        let Some(bytes) = bytes else {
            places.delete(photo).map_err(failed)?;
            continue;
        };
        let mut key = number * MOST;
        for part in bytes.chunks(LENGTH) {
            parts.put(&Uint8Array::from(part).buffer(), Some(&key.into())).map_err(failed)?;
            key += 1.0;
        }
        places.put(&number.into(), Some(&photo)).map_err(failed)?;
        number += 1.0;
    }
    Ok(())
}

/// The keys of a copy's parts.
fn parts_of(number: f64) -> Result<KeyRange, StoreError> {
    let from = number * MOST;
    KeyRange::bound(&from.into(), &(from + MOST).into(), None, Some(true)).map_err(failed)
}
