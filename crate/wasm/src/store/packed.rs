//! Photos and sightings in IndexedDB: objects with the field that an index is of, and all else as bytes. Objects with a field
//! for each part, as before version 9, took twice as much.

use js_sys::{ArrayBuffer, Object, Reflect, Uint8Array};
use serde::Serialize;
use vouchsafe_core::address::PhotoId;
use vouchsafe_core::memory::{Kind, Record, Sighting};
use vouchsafe_core::service::StoreError;
use wasm_bindgen::{JsCast, JsValue};

use super::{STORED, failed, keys};

/// The fields of the objects.
const PHOTO: &str = "photo";
const ID: &str = "id";
const SIGHTING: &str = "sighting";
const PACKED: &str = "packed";

/// The bytes of a value; none if it is something else.
pub fn bytes(value: JsValue) -> Vec<u8> {
    value.dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec()).unwrap_or_default()
}

/// A record as it is stored; a photo's without its fingerprint.
pub fn stored(record: &Record) -> Result<JsValue, StoreError> {
    let (name, index, indexed) = match record {
        Record::Photo(photo) => (PHOTO, ID, keys::of(photo.address.id.as_str())),
        Record::Sighting(sighting) => (SIGHTING, PHOTO, of_photo_in_index(sighting)),
        other => return other.serialize(&STORED).map_err(failed),
    };
    object(name, index, indexed, &record.packed().unwrap_or_default())
}

fn of_photo_in_index(sighting: &Sighting) -> JsValue {
    sighting.photo.as_ref().map_or(JsValue::NULL, photo_in_index)
}

/// What the index of sightings has of a photo: the CRC-32 of its id, which several photos may share. An index holds everything
/// two or three times.
pub fn photo_in_index(photo: &PhotoId) -> JsValue {
    crc32fast::hash(photo.as_str().as_bytes()).into()
}

/// The same before version 9.
pub fn photo_in_index_before(photo: &PhotoId) -> JsValue {
    photo.as_str().into()
}

fn object(name: &str, index: &str, indexed: JsValue, packed: &[u8]) -> Result<JsValue, StoreError> {
    let (held, value) = (Object::new(), Object::new());
    Reflect::set(&held, &index.into(), &indexed)
        .and_then(|_| Reflect::set(&held, &PACKED.into(), &Uint8Array::from(packed).buffer()))
        .and_then(|_| Reflect::set(&value, &name.into(), &held))
        .map_err(|_| failed("a record that cannot be made"))?;
    Ok(value.into())
}

fn field(value: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(value, &name.into()).ok()
}

/// The record in a value, and whether it was stored before version 9; `None` for what cannot be read any more. A record
/// under another record's key counts as unreadable: it would accuse one person and outlive the other.
pub fn read(kind: Kind, key: &JsValue, value: JsValue) -> Option<(Record, bool)> {
    let (record, is_older) = match kind {
        Kind::Photo | Kind::Sighting => of_object(kind, key, value)?,
        _ => (serde_wasm_bindgen::from_value(value).ok()?, false),
    };
    // A photo's key is a number, which says nothing.
    let is_its_own = kind == Kind::Photo || keys::text(key).is_some_and(|key| key == record.key());
    (record.kind() == kind && is_its_own).then_some((record, is_older))
}

fn of_object(kind: Kind, key: &JsValue, value: JsValue) -> Option<(Record, bool)> {
    let held = field(&value, if kind == Kind::Photo { PHOTO } else { SIGHTING })?;
    let packed = field(&held, PACKED)?;
    if packed.is_undefined() {
        return Some((before(kind, key, &held, value)?, true));
    }
    let key = keys::text(&if kind == Kind::Photo { field(&held, ID)? } else { key.clone() })?;
    let record = Record::of_packed(kind, &key, &bytes(packed))?;
    let is_its_own = match &record {
        Record::Sighting(sighting) => field(&held, PHOTO)? == of_photo_in_index(sighting),
        _ => true,
    };
    is_its_own.then_some((record, false))
}

/// A record as it was stored before version 9: with a field for each part, but for what a sighting's key says.
fn before(kind: Kind, key: &JsValue, held: &JsValue, value: JsValue) -> Option<Record> {
    if kind == Kind::Sighting {
        let key = keys::text(key)?;
        let (profile, name, _, place) = Sighting::of_key(&key)?;
        for (field, said) in
            [("profile", profile.into()), ("name", name.into()), ("place", place.serialize(&STORED).ok()?)]
        {
            Reflect::set(held, &field.into(), &said).ok()?;
        }
    }
    serde_wasm_bindgen::from_value(value).ok()
}
