//! The memory in IndexedDB: one object store a kind of record, keyed by the record's key.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, TransactionMode, TransactionResult};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use vouchsafe_core::address::PhotoId;
use vouchsafe_core::desk::{Store, StoreError};
use vouchsafe_core::memory::{Change, Kind, Record};
use vouchsafe_core::photo::Rendition;
use wasm_bindgen::JsValue;

/// Bytes as bytes, maps as objects.
const STORED: Serializer = Serializer::new().serialize_maps_as_objects(true);
const NAME: &str = "vouchsafe";
/// Raised with every change to what is stored; each step is handled in [`upgrade`].
const VERSION: u32 = 1;
const KINDS: [Kind; 6] =
    [Kind::Sighting, Kind::Photo, Kind::Received, Kind::PhotoCheck, Kind::LastLook, Kind::Rendition];

fn table(kind: Kind) -> &'static str {
    match kind {
        Kind::Sighting => "sightings",
        Kind::Photo => "photos",
        Kind::Received => "received",
        Kind::PhotoCheck => "checks",
        Kind::LastLook => "looks",
        Kind::Rendition => "renditions",
    }
}

/// The open database.
pub struct IndexedDb(Database);

impl IndexedDb {
    pub async fn open() -> Result<Self, StoreError> {
        let mut request = Factory::new().and_then(|factory| factory.open(NAME, Some(VERSION))).map_err(failed)?;
        request.on_upgrade_needed(|event| {
            // A failed upgrade aborts the opening, which is then reported.
            if let Ok(database) = event.database() {
                upgrade(&database);
            }
        });
        request.await.map(Self).map_err(failed)
    }
}

/// From any earlier version to the present one: what is missing is made.
fn upgrade(database: &Database) {
    let present = database.store_names();
    for kind in KINDS {
        if !present.iter().any(|name| name == table(kind)) {
            let _ = database.create_object_store(table(kind), ObjectStoreParams::new());
        }
    }
}

impl Store for IndexedDb {
    async fn read_all(&self) -> Result<Vec<Record>, StoreError> {
        let tables: Vec<&str> =
            KINDS.iter().filter(|kind| **kind != Kind::Rendition).map(|kind| table(*kind)).collect();
        let transaction = self.0.transaction(&tables, TransactionMode::ReadOnly).map_err(failed)?;
        let mut records = Vec::new();
        for name in tables {
            let values = transaction.object_store(name).and_then(|store| store.get_all(None, None)).map_err(failed)?;
            for value in values.await.map_err(failed)? {
                // A record that cannot be read any more is left where it is and not believed.
                if let Ok(record) = serde_wasm_bindgen::from_value(value) {
                    records.push(record);
                }
            }
        }
        Ok(records)
    }

    async fn commit(&self, changes: &[Change]) -> Result<(), StoreError> {
        let touched = KINDS.into_iter().filter(|table| changes.iter().any(|change| kind(change) == *table));
        let tables: Vec<&str> = touched.map(table).collect();
        // Everything is converted before the transaction begins: within it, nothing may fail half-way.
        let writes = changes.iter().map(Write::of).collect::<Result<Vec<_>, _>>()?;
        let transaction = self.0.transaction(&tables, TransactionMode::ReadWrite).map_err(failed)?;
        for write in writes {
            let table = transaction.object_store(write.table).map_err(failed)?;
            match write.value {
                Some(value) => drop(table.put(&value, Some(&write.key)).map_err(failed)?),
                None => drop(table.delete(write.key).map_err(failed)?),
            }
        }
        match transaction.await.map_err(failed)? {
            TransactionResult::Committed => Ok(()),
            TransactionResult::Aborted => Err(StoreError::Full),
        }
    }

    async fn rendition(&self, photo: &PhotoId) -> Result<Option<Rendition>, StoreError> {
        let name = table(Kind::Rendition);
        let transaction = self.0.transaction(&[name], TransactionMode::ReadOnly).map_err(failed)?;
        let store = transaction.object_store(name).map_err(failed)?;
        let value = store.get(JsValue::from_str(photo.as_str())).map_err(failed)?.await.map_err(failed)?;
        Ok(value.and_then(|value| match serde_wasm_bindgen::from_value(value) {
            Ok(Record::Rendition { bytes, .. }) => Rendition::from_bytes(&bytes),
            _ => None,
        }))
    }
}

struct Write {
    table: &'static str,
    key: JsValue,
    value: Option<JsValue>,
}

impl Write {
    fn of(change: &Change) -> Result<Self, StoreError> {
        let (key, value) = match change {
            Change::Put(record) => (record.key(), Some(record.serialize(&STORED).map_err(failed)?)),
            Change::Delete(_, key) => (key.clone(), None),
        };
        Ok(Self { table: table(kind(change)), key: JsValue::from_str(&key), value })
    }
}

fn kind(change: &Change) -> Kind {
    match change {
        Change::Put(record) => record.kind(),
        Change::Delete(kind, _) => *kind,
    }
}

fn failed(error: impl std::fmt::Display) -> StoreError {
    StoreError::Failed(error.to_string())
}
