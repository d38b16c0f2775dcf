//! Sightings in IndexedDB: what a sighting's key says is not stored a second time in its value.

use js_sys::{Object, Reflect};
use serde::Serialize;
use vouchsafe_core::memory::Sighting;
use vouchsafe_core::service::StoreError;
use wasm_bindgen::{JsCast, JsValue};

use super::{STORED, failed, keys};

/// The field of a stored record that holds the sighting, and those of its fields that its key says; the photo stays for
/// the index.
const SIGHTING: &str = "sighting";
const PROFILE: &str = "profile";
const NAME: &str = "name";
const PLACE: &str = "place";

/// Takes from a sighting's value what its key says.
pub fn shorten(value: &JsValue) -> Result<(), StoreError> {
    let thrown = |_| failed("a sighting that cannot be shortened");
    let sighting = Reflect::get(value, &SIGHTING.into()).and_then(|held| held.dyn_into::<Object>()).map_err(thrown)?;
    for field in [PROFILE, NAME, PLACE] {
        Reflect::delete_property(&sighting, &field.into()).map_err(thrown)?;
    }
    Ok(())
}

/// A sighting's value with what its key says.
pub fn whole(key: &JsValue, value: JsValue) -> Option<JsValue> {
    let sighting = Reflect::get(&value, &SIGHTING.into()).ok()?;
    let key = keys::text(key)?;
    let (profile, name, _, place) = Sighting::of_key(&key)?;
    let place = place.serialize(&STORED).ok()?;
    for (field, said) in [(PROFILE, profile.into()), (NAME, name.into()), (PLACE, place)] {
        Reflect::set(&sighting, &field.into(), &said).ok()?;
    }
    Some(value)
}
