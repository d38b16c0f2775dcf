//! The memory in IndexedDB: one object store a kind of record, keyed by the record's key, but photos by number.

mod earlier;
mod keys;
mod photos;
mod sightings;

use std::pin::Pin;

use idb::event::VersionChangeEvent;
use idb::{
    Database, DatabaseEvent, Event, Factory, KeyPath, ObjectStore, ObjectStoreParams, Request, Transaction,
    TransactionMode, TransactionResult,
};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use vouchsafe_core::memory::{Change, Kind, Record};
use vouchsafe_core::service::{Of, Part, Store, StoreError};
use wasm_bindgen::JsValue;

/// Bytes as bytes, maps as objects.
const STORED: Serializer = Serializer::new().serialize_maps_as_objects(true);
const NAME: &str = "vouchsafe";
/// Raised with every change to what is stored; each step is handled in [`upgrade`].
///
/// 1: sightings, photos, invitations, photo checks, looks, small copies. 2: opinions, comparisons, counts, and an index
/// of sightings by photo. 3: goals, connections. 4: small copies in parts, sightings without what their keys say. 5: keys
/// in bytes, photos by number; what was stored before is moved ([`earlier`]).
const VERSION: u32 = 5;
/// The index of sightings by photo.
const BY_PHOTO: &str = "photo";
/// How many records are read at a time: few enough that other answers are not kept waiting.
const PART: u32 = 2000;

fn tables() -> impl Iterator<Item = &'static str> {
    Kind::REMEMBERED.into_iter().chain([Kind::Rendition]).map(table)
}

fn table(kind: Kind) -> &'static str {
    match kind {
        Kind::Sighting => "sightings",
        Kind::Photo => photos::PHOTOS,
        Kind::Received => "received",
        Kind::PhotoCheck => "checks",
        Kind::LastLook => "looks",
        Kind::Opinion => "opinions",
        Kind::Comparing => "comparings",
        Kind::Tally => "tallies",
        Kind::Goals => "goals",
        Kind::Connections => "connections",
        Kind::Rendition => photos::PARTS,
    }
}

/// The open database.
pub struct IndexedDb(Database);

impl IndexedDb {
    pub async fn open() -> Result<Self, StoreError> {
        let mut request = Factory::new().and_then(|factory| factory.open(NAME, Some(VERSION))).map_err(failed)?;
        request.on_upgrade_needed(|event| {
            // A failed upgrade aborts the opening, which is then reported.
            let _ = upgrade(&event);
        });
        let database = request.await.map_err(failed)?;
        boxed(earlier::moved(&database)).await?;
        Ok(Self(database))
    }

    fn table(&self, kind: Kind) -> Result<ObjectStore, StoreError> {
        let transaction = self.0.transaction(&[table(kind)], TransactionMode::ReadOnly).map_err(failed)?;
        transaction.object_store(table(kind)).map_err(failed)
    }
}

/// From any earlier version to the present one: what is missing is made.
fn upgrade(event: &VersionChangeEvent) -> Result<(), idb::Error> {
    let database = event.database()?;
    let present = database.store_names();
    for table in tables() {
        if !present.iter().any(|name| name == table) {
            database.create_object_store(table, ObjectStoreParams::new())?;
        }
    }
    let Some(transaction) = event.target()?.transaction() else { return Ok(()) };
    let sightings = transaction.object_store(table(Kind::Sighting))?;
    if !sightings.index_names().iter().any(|name| name == BY_PHOTO) {
        // As `Record::Sighting` is stored.
        sightings.create_index(BY_PHOTO, KeyPath::new_single("sighting.photo"), None)?;
    }
    photos::upgrade(&transaction.object_store(photos::PHOTOS)?)
}

/// One piece of code, not one wherever it is waited for.
fn boxed<'a, T>(task: impl Future<Output = T> + 'a) -> Pin<Box<dyn Future<Output = T> + 'a>> {
    Box::pin(task)
}

fn stored(record: &Record) -> Result<JsValue, StoreError> {
    record.serialize(&STORED).map_err(failed)
}

/// A record that cannot be read any more is left where it is and not believed.
fn records(kind: Kind, keys: &[JsValue], values: Vec<JsValue>) -> Vec<Record> {
    keys.iter().zip(values).filter_map(|(key, value)| record(kind, key, value)).collect()
}

fn record(kind: Kind, key: &JsValue, value: JsValue) -> Option<Record> {
    let value = if kind == Kind::Sighting { sightings::whole(key, value)? } else { value };
    serde_wasm_bindgen::from_value(value).ok()
}

impl Store for IndexedDb {
    async fn read(&self, kind: Kind, after: Option<&str>) -> Result<Part, StoreError> {
        let store = self.table(kind)?;
        let range = match kind {
            Kind::Photo => photos::after(after.and_then(|number| number.parse().ok()))?,
            _ => keys::after(after)?,
        };
        let keys = store.get_all_keys(Some(range.clone().into()), Some(PART)).map_err(failed)?;
        let values = store.get_all(Some(range.into()), Some(PART)).map_err(failed)?;
        let keys = keys.await.map_err(failed)?;
        let is_whole = keys.len() < PART as usize;
        let last = keys.last().filter(|_| !is_whole);
        let next =
            last.and_then(|key| key.as_f64().map(|number| (number as u32).to_string()).or_else(|| keys::text(key)));
        Ok(Part { records: records(kind, &keys, values.await.map_err(failed)?), next })
    }

    async fn get(&self, kind: Kind, key: &str) -> Result<Option<Record>, StoreError> {
        let name = keys::of(key);
        let value = match kind {
            Kind::Rendition => return boxed(photos::copy(&self.0, key)).await,
            Kind::Photo => photos::read(&self.0, key).await?,
            _ => self.table(kind)?.get(name.clone()).map_err(failed)?.await.map_err(failed)?,
        };
        Ok(value.and_then(|value| record(kind, &name, value)))
    }

    async fn sightings(&self, of: Of<'_>) -> Result<Vec<Record>, StoreError> {
        let store = self.table(Kind::Sighting)?;
        let (keys, values) = match of {
            Of::Photo(photo) => {
                let index = store.index(BY_PHOTO).map_err(failed)?;
                let photo = || Some(JsValue::from_str(photo.as_str()).into());
                (index.get_all_keys(photo(), None).map_err(failed)?, index.get_all(photo(), None).map_err(failed)?)
            }
            Of::Profile(profile) => {
                // Keys begin with the profile (`Sighting::key`).
                let range = keys::beginning(&format!("{}\n", profile.as_str()))?;
                let range = || Some(range.clone().into());
                (store.get_all_keys(range(), None).map_err(failed)?, store.get_all(range(), None).map_err(failed)?)
            }
        };
        let keys = keys.await.map_err(failed)?;
        Ok(records(Kind::Sighting, &keys, values.await.map_err(failed)?))
    }

    async fn commit(&self, changes: &[Change]) -> Result<(), StoreError> {
        let touched = |of: &Kind| changes.iter().any(|change| kind(change) == *of);
        let mut tables: Vec<&str> = Kind::REMEMBERED.into_iter().filter(touched).map(table).collect();
        let (mut writes, mut of_photos) = (Vec::new(), Vec::new());
        // Everything is converted before the transaction begins: within it, nothing may fail half-way.
        for change in changes {
            match photos::Write::of(change)? {
                Some(write) => of_photos.push(write),
                None => writes.push(Write::of(change)?),
            }
        }
        if !of_photos.is_empty() {
            // A table may be named twice.
            tables.extend([photos::PHOTOS, photos::PARTS]);
        }
        let transaction = self.0.transaction(&tables, TransactionMode::ReadWrite).map_err(failed)?;
        let written = match write(&transaction, writes) {
            Ok(()) if !of_photos.is_empty() => boxed(photos::write(&transaction, of_photos)).await,
            written => written,
        };
        if let Err(error) = written {
            // What the browser has aborted already found no room.
            return Err(transaction.abort().map_or(StoreError::Full, |_| error));
        }
        done(transaction).await
    }

    async fn clear(&self) -> Result<(), StoreError> {
        let tables = self.0.store_names();
        let transaction = self.0.transaction(&tables, TransactionMode::ReadWrite).map_err(failed)?;
        for table in &tables {
            transaction.object_store(table).and_then(|table| table.clear()).map_err(failed)?;
        }
        done(transaction).await
    }
}

/// Waits until all that a transaction wrote is stored, or nothing.
async fn done(transaction: Transaction) -> Result<(), StoreError> {
    match transaction.await.map_err(failed)? {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(StoreError::Full),
    }
}

fn write(transaction: &Transaction, writes: Vec<Write>) -> Result<(), StoreError> {
    for write in writes {
        let table = transaction.object_store(write.table).map_err(failed)?;
        match write.value {
            Some(value) => drop(table.put(&value, Some(&write.key)).map_err(failed)?),
            None => drop(table.delete(write.key).map_err(failed)?),
        }
    }
    Ok(())
}

struct Write {
    table: &'static str,
    key: JsValue,
    value: Option<JsValue>,
}

impl Write {
    fn of(change: &Change) -> Result<Self, StoreError> {
        let (key, value) = match change {
            Change::Put(record) => (record.key(), Some(stored(record)?)),
            Change::Delete(_, key) => (key.clone(), None),
        };
        if let (Kind::Sighting, Some(value)) = (kind(change), &value) {
            sightings::shorten(value)?;
        }
        Ok(Self { table: table(kind(change)), key: keys::of(&key), value })
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
