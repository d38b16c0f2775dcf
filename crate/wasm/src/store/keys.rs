//! Keys in IndexedDB: a record's key as its bytes, a photo's or pack's as a number.
//!
//! Chromium stores text in two bytes a letter, several times over: in the record's key, beside it in a mark that the
//! record exists, and in every entry of an index.

use idb::KeyRange;
use js_sys::{ArrayBuffer, Uint8Array};
use vouchsafe_core::service::StoreError;
use wasm_bindgen::{JsCast, JsValue};

use super::failed;

/// The key of a record.
pub fn of(text: &str) -> JsValue {
    Uint8Array::from(text.as_bytes()).buffer().into()
}

/// The text of a record's key.
pub fn text(key: &JsValue) -> Option<String> {
    let bytes = Uint8Array::new(key.dyn_ref::<ArrayBuffer>()?).to_vec();
    String::from_utf8(bytes).ok()
}

/// All keys, or those after one.
pub fn after(text: Option<&str>) -> Result<KeyRange, StoreError> {
    KeyRange::lower_bound(&of(text.unwrap_or_default()), Some(text.is_some())).map_err(failed)
}

/// All keys that are numbers, or those after one.
pub fn numbers_after(number: Option<u32>) -> Result<KeyRange, StoreError> {
    KeyRange::bound(&number.unwrap_or(0).into(), &f64::INFINITY.into(), Some(number.is_some()), None).map_err(failed)
}

/// The keys that begin so.
pub fn beginning(start: &str) -> Result<KeyRange, StoreError> {
    // No text has this byte.
    let end = [start.as_bytes(), &[u8::MAX]].concat();
    KeyRange::bound(&of(start), &Uint8Array::from(&end[..]).buffer(), None, None).map_err(failed)
}
