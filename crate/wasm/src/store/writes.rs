//! Changes to all records but photos, as writes to IndexedDB.

use idb::Transaction;
use vouchsafe_core::memory::{Change, Kind};
use vouchsafe_core::service::StoreError;
use wasm_bindgen::JsValue;

use super::{failed, keys, packed, table};

/// Writes changes within a transaction. Returns the keys of the sightings that were put.
pub fn write(transaction: &Transaction, writes: Vec<Write>) -> Result<Vec<JsValue>, StoreError> {
    let mut sightings = Vec::new();
    for write in writes {
        let of = transaction.object_store(write.table).map_err(failed)?;
        match write.value {
            Some(value) => drop(of.put(&value, Some(&write.key)).map_err(failed)?),
            None => drop(of.delete(write.key.clone()).map_err(failed)?),
        }
        if write.table == table(Kind::Sighting) {
            sightings.push(write.key);
        }
    }
    Ok(sightings)
}

/// What becomes of one record.
pub struct Write {
    table: &'static str,
    key: JsValue,
    value: Option<JsValue>,
}

impl Write {
    /// The write that a change takes.
    pub fn of(change: &Change) -> Result<Self, StoreError> {
        let (key, value) = match change {
            Change::Put(record) => (record.key(), Some(packed::stored(record)?)),
            Change::Delete(_, key) => (key.clone(), None),
        };
        Ok(Self { table: table(kind(change)), key: keys::of(&key), value })
    }
}

/// What a change is about.
pub fn kind(change: &Change) -> Kind {
    match change {
        Change::Put(record) => record.kind(),
        Change::Delete(kind, _) => *kind,
    }
}
