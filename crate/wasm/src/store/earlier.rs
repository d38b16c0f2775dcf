//! What versions before 5 stored, moved to where it is now: keys were text, and a photo's small copy was whole or had a
//! number of its own.

use idb::{Database, ObjectStore, Transaction, TransactionMode};
use vouchsafe_core::memory::{Kind, Record};
use vouchsafe_core::service::StoreError;
use wasm_bindgen::JsValue;

use super::{done, failed, keys, photos, sightings, table};

/// Under a photo's id the number of its copy, or, of before version 4, the copy's whole record.
const PLACES: &str = "renditions";
/// So many records are moved at a time; a worker that is ended in between goes on where it was.
const AT_A_TIME: u32 = 500;

/// Moves all that is left of earlier versions.
pub async fn moved(database: &Database) -> Result<(), StoreError> {
    if database.store_names().iter().any(|name| name == PLACES) {
        for kind in left(database).await? {
            while some_moved(database, kind).await? {}
        }
    }
    Ok(())
}

/// The kinds of which earlier versions left something.
async fn left(database: &Database) -> Result<Vec<Kind>, StoreError> {
    let tables = Kind::REMEMBERED.map(table);
    let transaction = database.transaction(&tables, TransactionMode::ReadOnly).map_err(failed)?;
    let mut left = Vec::new();
    for kind in Kind::REMEMBERED {
        let store = transaction.object_store(table(kind)).map_err(failed)?;
        let first = store.get_all_keys(Some(keys::before_5()?.into()), Some(1)).map_err(failed)?;
        if !first.await.map_err(failed)?.is_empty() {
            left.push(kind);
        }
    }
    Ok(left)
}

/// Moves some records of a kind, all or none; whether there were any.
async fn some_moved(database: &Database, kind: Kind) -> Result<bool, StoreError> {
    let tables: &[&str] = if kind == Kind::Photo { &[photos::PHOTOS, photos::PARTS, PLACES] } else { &[table(kind)] };
    let transaction = database.transaction(tables, TransactionMode::ReadWrite).map_err(failed)?;
    let store = transaction.object_store(table(kind)).map_err(failed)?;
    let all = || keys::before_5().map(|range| Some(range.into()));
    let known = store.get_all_keys(all()?, Some(AT_A_TIME)).map_err(failed)?.await.map_err(failed)?;
    let values = store.get_all(all()?, Some(AT_A_TIME)).map_err(failed)?.await.map_err(failed)?;
    for (key, value) in known.iter().zip(values) {
        let Some(text) = key.as_string() else { continue };
        match kind {
            Kind::Photo => photo(&transaction, &store, &text, &value).await?,
            // What cannot be shortened cannot be read either.
            Kind::Sighting if sightings::shorten(&value).is_err() => {}
            _ => drop(store.put(&value, Some(&keys::of(&text))).map_err(failed)?),
        }
        store.delete(key.clone()).map_err(failed)?;
    }
    done(transaction).await?;
    Ok(!known.is_empty())
}

/// Moves a photo: to the number of its copy, if that has one.
async fn photo(transaction: &Transaction, store: &ObjectStore, id: &str, record: &JsValue) -> Result<(), StoreError> {
    let places = transaction.object_store(PLACES).map_err(failed)?;
    let parts = transaction.object_store(photos::PARTS).map_err(failed)?;
    let place = places.get(JsValue::from_str(id)).map_err(failed)?.await.map_err(failed)?;
    places.delete(JsValue::from_str(id)).map_err(failed)?;
    // What cannot be named cannot be read either.
    if photos::name(record, &keys::of(id)).is_err() {
        return Ok(());
    }
    let number = match place.as_ref().and_then(JsValue::as_f64) {
        Some(number) => number,
        None => photos::first_free(store, &parts).await?,
    };
    photos::put(store, record, number)?;
    if let Some(Ok(Record::Rendition { bytes, .. })) = place.map(serde_wasm_bindgen::from_value) {
        photos::put_copy(&parts, &bytes, number)?;
    }
    Ok(())
}
