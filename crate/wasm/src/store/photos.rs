//! Photos in IndexedDB: numbered in the order in which they came, the rendition of each in parts.
//!
//! Firefox keeps a record as a row of SQLite. Most of a row over some 1,000 bytes moves to pages of its own, 4 KB each,
//! and a page on which rows come in no order stays a quarter empty. Short rows in ascending order fill their pages.

use idb::{CursorDirection, Index, IndexParams, KeyPath, KeyRange, ObjectStore, Transaction};
use js_sys::Uint8Array;
use vouchsafe_core::memory::{Change, Kind, Picture, Record};
use vouchsafe_core::service::StoreError;
use wasm_bindgen::JsValue;

use super::fingerprints::{FINGERPRINTS, Packs};
use super::{failed, keys, packed, record, strays};

/// Under a photo's number its record, with its id for the index (`packed.rs`). Its fingerprint is elsewhere (`fingerprints.rs`).
pub const PHOTOS: &str = "photos";
/// Under a photo's number times [`MOST`], and one more for each further part, some bytes of its rendition.
pub const PARTS: &str = "parts";
/// All that is kept of photos.
pub const TABLES: [&str; 3] = [PHOTOS, PARTS, FINGERPRINTS];
/// The index of photos by their ids.
pub const BY_ID: &str = "id";
/// Bytes of a part: with its key and action goes around it less than the 1,002 that a row may keep on its page. In Chromium
/// every part costs a little, in Firefox 480 to 950 take about the same.
const LENGTH: usize = 900;
/// More parts than a rendition can have: the longest is 13 KB.
const MOST: f64 = 64.0;

/// Makes the index.
pub fn upgrade(photos: &ObjectStore) -> Result<(), idb::Error> {
    if !photos.index_names().iter().any(|name| name == BY_ID) {
        let mut one_each = IndexParams::new();
        one_each.unique(true);
        photos.create_index(BY_ID, KeyPath::new_single("photo.id"), Some(one_each))?;
    }
    Ok(())
}

/// A photo's record.
pub async fn read(transaction: &Transaction, id: &str) -> Result<Option<Record>, StoreError> {
    let photos = transaction.object_store(PHOTOS).map_err(failed)?;
    let Some(number) = number(&photos.index(BY_ID).map_err(failed)?, &keys::of(id)).await? else { return Ok(None) };
    let value = photos.get(JsValue::from(number)).map_err(failed)?.await.map_err(failed)?;
    let Some(mut record) = value.and_then(|value| record(Kind::Photo, &number.into(), value)) else { return Ok(None) };
    Packs::of(transaction)?.complete(number, &mut record).await?;
    Ok(Some(record))
}

/// Gives photos' records, under these keys, their fingerprints.
pub async fn complete(transaction: &Transaction, keys: &[&JsValue], records: &mut [Record]) -> Result<(), StoreError> {
    let mut packs = Packs::of(transaction)?;
    for (number, record) in keys.iter().filter_map(|key| key.as_f64()).zip(records) {
        packs.complete(number, record).await?;
    }
    Ok(())
}

/// Deletes a photo and all that belongs to it, whatever its record says.
pub async fn delete(transaction: &Transaction, number: f64) -> Result<(), StoreError> {
    transaction.object_store(PHOTOS).and_then(|photos| photos.delete(JsValue::from(number))).map_err(failed)?;
    delete_rendition(&transaction.object_store(PARTS).map_err(failed)?, number)?;
    let mut packs = Packs::of(transaction)?;
    packs.set(number, "", None).await?;
    packs.write()
}

/// A photo's rendition.
pub async fn rendition(transaction: &Transaction, id: &str) -> Result<Option<Record>, StoreError> {
    let by_id = transaction.object_store(PHOTOS).and_then(|photos| photos.index(BY_ID)).map_err(failed)?;
    let Some(number) = number(&by_id, &keys::of(id)).await? else { return Ok(None) };
    let parts = transaction.object_store(PARTS).map_err(failed)?;
    let parts = parts.get_all(Some(parts_of(number)?.into()), None).map_err(failed)?.await.map_err(failed)?;
    let bytes: Vec<u8> = parts.into_iter().flat_map(packed::bytes).collect();
    Ok((!bytes.is_empty()).then(|| Record::Rendition { photo: id.to_owned().into(), bytes }))
}

/// One write to a photo or its rendition.
pub struct Write<'a> {
    id: &'a str,
    action: Action<'a>,
}

enum Fingerprint<'a> {
    /// A photo without a new one keeps the one it has.
    Keep,
    Put(&'a [u8]),
    Delete,
}

enum Action<'a> {
    /// The record without its fingerprint, and what becomes of that.
    Put(JsValue, Fingerprint<'a>),
    PutRendition(&'a [u8]),
    Delete,
    DeleteRendition,
}

impl<'a> Write<'a> {
    /// The write that a change takes; `None` for a change to something else.
    pub fn of(change: &'a Change) -> Result<Option<Self>, StoreError> {
        Ok(Some(match change {
            Change::Put(record @ Record::Photo(photo)) => {
                let fingerprint = match &photo.picture {
                    Picture::Comparable { fingerprint } if fingerprint.is_empty() => Fingerprint::Keep,
                    Picture::Comparable { fingerprint } => Fingerprint::Put(fingerprint),
                    _ => Fingerprint::Delete,
                };
                Self { id: photo.address.id.as_str(), action: Action::Put(packed::stored(record)?, fingerprint) }
            }
            Change::Put(Record::Rendition { photo, bytes }) => {
                Self { id: photo.as_str(), action: Action::PutRendition(bytes) }
            }
            Change::Delete(Kind::Photo, id) => Self { id, action: Action::Delete },
            Change::Delete(Kind::Rendition, id) => Self { id, action: Action::DeleteRendition },
            _ => return Ok(None),
        }))
    }
}

/// Writes changes within a transaction over [`TABLES`]. Deleting a photo deletes its rendition and its fingerprint. Returns the
/// numbers of those that were put.
pub async fn write(transaction: &Transaction, writes: Vec<Write<'_>>) -> Result<Vec<JsValue>, StoreError> {
    let photos = transaction.object_store(PHOTOS).map_err(failed)?;
    let parts = transaction.object_store(PARTS).map_err(failed)?;
    let by_id = photos.index(BY_ID).map_err(failed)?;
    // Renditions last: a rendition's keys follow from its photo's number.
    let (renditions, rest): (Vec<_>, Vec<_>) =
        writes.into_iter().partition(|write| matches!(write.action, Action::PutRendition(_)));
    let mut packs = Packs::of(transaction)?;
    let mut numbers = Vec::new();
    let mut free = None;
    let mut has_strays = false;
    for Write { id, action } in rest.into_iter().chain(renditions) {
        let known = number(&by_id, &keys::of(id)).await?;
        match (action, known) {
            (Action::Put(record, fingerprint), known) => {
                let number = match known.or(free) {
                    Some(number) => number,
                    None => first_free(&photos, &parts).await?,
                };
                if known.is_none() {
                    free = Some(number + 1.0);
                }
                photos.put(&record, Some(&number.into())).map_err(failed)?;
                match fingerprint {
                    Fingerprint::Keep => {}
                    Fingerprint::Put(bytes) => packs.set(number, id, Some(bytes)).await?,
                    Fingerprint::Delete => packs.set(number, id, None).await?,
                }
                numbers.push(number.into());
            }
            (Action::PutRendition(bytes), Some(number)) => put_rendition(&parts, bytes, number)?,
            (Action::PutRendition(_), None) => return Err(failed("a rendition without its photo")),
            (Action::Delete, Some(number)) => {
                photos.delete(JsValue::from(number)).map_err(failed)?;
                delete_rendition(&parts, number)?;
                has_strays |= packs.holds_another(number, id).await?;
                packs.set(number, id, None).await?;
            }
            (Action::DeleteRendition, Some(number)) => delete_rendition(&parts, number)?,
            (Action::Delete, None) => has_strays = true,
            (Action::DeleteRendition, None) => {}
        }
    }
    packs.write()?;
    if has_strays {
        strays::drop_all(transaction).await?;
    }
    Ok(numbers)
}

/// Deletes a photo's rendition.
pub fn delete_rendition(parts: &ObjectStore, number: f64) -> Result<(), StoreError> {
    parts.delete(parts_of(number)?).map(drop).map_err(failed)
}

/// Replaces a photo's rendition.
fn put_rendition(parts: &ObjectStore, bytes: &[u8], number: f64) -> Result<(), StoreError> {
    delete_rendition(parts, number)?;
    for (bytes, place) in bytes.chunks(LENGTH).zip(0_u32..) {
        let key = number * MOST + f64::from(place);
        parts.put(&Uint8Array::from(bytes).buffer(), Some(&key.into())).map_err(failed)?;
    }
    Ok(())
}

/// The number after all numbers of photos and renditions.
async fn first_free(photos: &ObjectStore, parts: &ObjectStore) -> Result<f64, StoreError> {
    let photo = last(photos).await?;
    let rendition = last(parts).await?.map(of_part);
    Ok(photo.into_iter().chain(rendition).fold(0.0, |free, number| free.max(number + 1.0)))
}

/// The last number in a table.
async fn last(table: &ObjectStore) -> Result<Option<f64>, StoreError> {
    let last =
        table.open_key_cursor(Some(keys::numbers_after(None)?.into()), Some(CursorDirection::Prev)).map_err(failed)?;
    Ok(last.await.map_err(failed)?.and_then(|cursor| cursor.key().ok()).and_then(|key| key.as_f64()))
}

/// The number of the photo with an id.
pub async fn number(by_id: &Index, id: &JsValue) -> Result<Option<f64>, StoreError> {
    Ok(by_id.get_key(id.clone()).map_err(failed)?.await.map_err(failed)?.and_then(|key| key.as_f64()))
}

/// The number of the photo whose rendition a part belongs to.
pub fn of_part(key: f64) -> f64 {
    (key / MOST).floor()
}

/// The keys of a rendition's parts.
fn parts_of(number: f64) -> Result<KeyRange, StoreError> {
    let from = number * MOST;
    KeyRange::bound(&from.into(), &(from + MOST).into(), None, Some(true)).map_err(failed)
}
