//! The memory in IndexedDB: one object store per kind of record, keyed by the record's key, but photos by number.

mod ends;
mod fingerprints;
mod keys;
mod packed;
mod packs;
mod photos;
mod strays;
mod writes;

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use async_lock::Mutex;
use ends::{done, failed, refused};
use idb::event::VersionChangeEvent;
use idb::{
    Database, DatabaseEvent, Event, Factory, KeyPath, ObjectStore, ObjectStoreParams, Request, Transaction,
    TransactionMode,
};
use js_sys::{Function, Promise, Reflect};
use serde_wasm_bindgen::Serializer;
use vouchsafe_core::memory::{Change, Kind, Record, Sighting};
use vouchsafe_core::service::{Packs, PacksOf, Part, SightingsOf, Store, StoreError};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use writes::{Write, kind, write};

/// Bytes as bytes, maps as objects.
const STORED: Serializer = Serializer::new().serialize_maps_as_objects(true);
const NAME: &str = "vouchsafe";
/// Raised with every change to what is stored; each step is handled in [`upgrade`], and kept stores of every version in
/// tests/stored. The versions before 6 were never released: what they stored is dropped.
const VERSION: u32 = 9;
/// The first version that is moved rather than dropped.
const FIRST_RELEASED: u32 = 6;
/// The index of sightings by photo.
const BY_PHOTO: &str = "photo";
/// How many records are read at a time: few enough that other answers are not kept waiting.
const PART: u32 = 2000;
/// How many records are moved at a time to the present version: 2 ms each.
const MOVED: usize = 500;
/// How long an opening that failed is waited for before the next, in milliseconds.
const OPENED_AGAIN_AFTER: [i32; 3] = [100, 400, 1500];

fn tables() -> impl Iterator<Item = &'static str> {
    let kinds = Kind::REMEMBERED.into_iter().chain([Kind::Undo, Kind::Rendition]);
    kinds.map(table).chain([fingerprints::FINGERPRINTS, packs::PACKS, packs::SINCE])
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
        Kind::Searched => "searches",
        Kind::About => "accounts",
        Kind::PhotoCounts => "tallies",
        Kind::Goals => "goals",
        Kind::Connections => "connections",
        Kind::Calendar => "calendars",
        Kind::Undo => "undo",
        Kind::Rendition => photos::PARTS,
    }
}

/// The database: opened when first needed, and again where the browser has closed it.
#[derive(Default)]
pub struct IndexedDb {
    database: RefCell<Option<Rc<Database>>>,
    /// Held while the database is opened: if two connections were opened at once, one would be forgotten and never
    /// closed.
    opening: Mutex<()>,
    /// Whether a photo or sighting was read in the form that it had before version 9.
    has_older: Cell<bool>,
    prefetched: packs::Prefetched,
}

impl IndexedDb {
    async fn opened(&self) -> Result<Rc<Database>, StoreError> {
        let _turn = self.opening.lock().await;
        let known = self.database.borrow().clone();
        if let Some(database) = known {
            return Ok(database);
        }
        let mut opened = open().await;
        for wait in OPENED_AGAIN_AFTER {
            if !matches!(opened, Err(StoreError::Failed(_))) {
                break;
            }
            pause(wait).await;
            opened = open().await;
        }
        let database = Rc::new(opened?);
        self.database.replace(Some(Rc::clone(&database)));
        Ok(database)
    }

    /// A transaction over some tables. To be used at once: it ends when nothing is asked of it.
    async fn transaction(&self, tables: &[&str], mode: TransactionMode) -> Result<Transaction, StoreError> {
        if let Ok(transaction) = self.opened().await?.transaction(tables, mode) {
            return Ok(transaction);
        }
        // Closed under us: by the browser, or for an upgrade.
        self.database.replace(None);
        self.opened().await?.transaction(tables, mode).map_err(refused)
    }

    async fn table(&self, kind: Kind) -> Result<ObjectStore, StoreError> {
        let transaction = self.transaction(&[table(kind)], TransactionMode::ReadOnly).await?;
        transaction.object_store(table(kind)).map_err(failed)
    }

    /// Stores photos and sightings of earlier versions in the present form, some at a time. If it is interrupted, the
    /// next start goes on, since packs are written only afterwards.
    async fn move_older(&self) -> Result<(), StoreError> {
        if !self.has_older.get() {
            return Ok(());
        }
        for kind in [Kind::Photo, Kind::Sighting] {
            let mut after = None;
            loop {
                let Part { records, next, .. } = self.read(kind, after.as_deref()).await?;
                let changes: Vec<Change> = records.into_iter().map(Change::Put).collect();
                for some in changes.chunks(MOVED) {
                    self.commit(some).await?;
                }
                after = next;
                if after.is_none() {
                    break;
                }
            }
        }
        self.has_older.set(false);
        Ok(())
    }

    async fn of_photos(&self) -> Result<Transaction, StoreError> {
        self.transaction(&photos::TABLES, TransactionMode::ReadOnly).await
    }
}

async fn open() -> Result<Database, StoreError> {
    let mut request = Factory::new().and_then(|factory| factory.open(NAME, Some(VERSION))).map_err(failed)?;
    request.on_upgrade_needed(|event| {
        // A failed upgrade aborts the opening, which is then reported.
        let _ = upgrade(&event);
    });
    let mut database = request.await.map_err(refused)?;
    // Another version of the extension, or the user, waits for this connection to end.
    database.on_version_change(|event| {
        let closed = Reflect::get(&event, &"target".into()).and_then(|database| {
            let close: Function = Reflect::get(&database, &"close".into())?.dyn_into()?;
            close.call0(&database)
        });
        let _ = closed;
    });
    Ok(database)
}

async fn pause(milliseconds: i32) {
    let soon = Promise::new(&mut |resolve, _| crate::set_timeout(&resolve, milliseconds));
    // Nothing can reject it.
    let _ = JsFuture::from(soon).await;
}

/// From any earlier version to the present one: what is missing is made.
fn upgrade(event: &VersionChangeEvent) -> Result<(), idb::Error> {
    let database = event.database()?;
    let version = event.old_version()?;
    let mut present = database.store_names();
    // Version 8 had other packs of fingerprints, which are computed again from the renditions.
    let is_dropped = |table: &str| version < FIRST_RELEASED || version == 8 && table == fingerprints::FINGERPRINTS;
    for table in present.extract_if(.., |table| is_dropped(table)) {
        database.delete_object_store(&table)?;
    }
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

/// A record that cannot be read any more is left where it is and not believed.
fn record(kind: Kind, key: &JsValue, value: JsValue) -> Option<Record> {
    packed::read(kind, key, value).map(|(record, _)| record)
}

impl Store for IndexedDb {
    async fn read(&self, kind: Kind, after: Option<&str>) -> Result<Part, StoreError> {
        let tables: &[&str] = if kind == Kind::Photo { &photos::TABLES } else { &[table(kind)] };
        let transaction = self.transaction(tables, TransactionMode::ReadOnly).await?;
        let store = transaction.object_store(table(kind)).map_err(failed)?;
        let range = match kind {
            Kind::Photo => keys::numbers_after(after.and_then(|number| number.parse().ok()))?,
            _ => keys::after(after)?,
        };
        let keys = store.get_all_keys(Some(range.clone().into()), Some(PART)).map_err(failed)?;
        let values = store.get_all(Some(range.into()), Some(PART)).map_err(failed)?;
        let keys = keys.await.map_err(failed)?;
        let is_whole = keys.len() < PART as usize;
        let last = keys.last().filter(|_| !is_whole);
        let next =
            last.and_then(|key| key.as_f64().map(|number| (number as u32).to_string()).or_else(|| keys::text(key)));
        let values = values.await.map_err(failed)?;
        let read = keys.iter().zip(values);
        let (mut read_keys, mut records) = (Vec::new(), Vec::new());
        for (key, value) in read {
            let Some((record, is_older)) = packed::read(kind, key, value) else { continue };
            self.has_older.set(self.has_older.get() || is_older);
            read_keys.push(key);
            records.push(record);
        }
        if kind == Kind::Photo {
            boxed(photos::complete(&transaction, &read_keys, &mut records)).await?;
        }
        Ok(Part { unreadable: keys.len() - records.len(), records, next })
    }

    async fn get(&self, kind: Kind, key: &str) -> Result<Option<Record>, StoreError> {
        let name = keys::of(key);
        let value = match kind {
            Kind::Rendition => return boxed(photos::rendition(&self.of_photos().await?, key)).await,
            Kind::Photo => return boxed(photos::read(&self.of_photos().await?, key)).await,
            _ => self.table(kind).await?.get(name.clone()).map_err(failed)?.await.map_err(failed)?,
        };
        Ok(value.and_then(|value| record(kind, &name, value)))
    }

    async fn sightings(&self, of: SightingsOf<'_>) -> Result<Vec<Record>, StoreError> {
        let store = self.table(Kind::Sighting).await?;
        let mut found = Vec::new();
        match of {
            SightingsOf::Photo(photo) => {
                let index = store.index(BY_PHOTO).map_err(failed)?;
                for photo in [packed::photo_in_index(photo), packed::photo_in_index_before(photo)] {
                    let photo = || Some(photo.clone().into());
                    let keys = index.get_all_keys(photo(), None).map_err(failed)?;
                    let values = index.get_all(photo(), None).map_err(failed)?;
                    found.extend(keys.await.map_err(failed)?.into_iter().zip(values.await.map_err(failed)?));
                }
            }
            SightingsOf::Profile(profile) => {
                let range = keys::beginning(&Sighting::key_start(profile))?;
                let keys = store.get_all_keys(Some(range.clone().into()), None).map_err(failed)?;
                let values = store.get_all(Some(range.into()), None).map_err(failed)?;
                found.extend(keys.await.map_err(failed)?.into_iter().zip(values.await.map_err(failed)?));
            }
        }
        let is_asked = |record: &Record| match (of, record) {
            (SightingsOf::Photo(photo), Record::Sighting(sighting)) => sighting.photo.as_ref() == Some(photo),
            _ => true,
        };
        let records = found.into_iter().filter_map(|(key, value)| record(Kind::Sighting, &key, value));
        Ok(records.filter(is_asked).collect())
    }

    async fn commit(&self, changes: &[Change]) -> Result<(), StoreError> {
        let touched = |of: &Kind| changes.iter().any(|change| kind(change) == *of);
        let kinds = Kind::REMEMBERED.into_iter().chain([Kind::Undo]);
        let mut tables: Vec<&str> = kinds.filter(touched).map(table).collect();
        let (mut writes, mut of_photos) = (Vec::new(), Vec::new());
        // Everything is converted before the transaction begins: within it, nothing may fail half-way.
        for change in changes {
            match photos::Write::of(change)? {
                Some(write) => of_photos.push(write),
                None => writes.push(Write::of(change)?),
            }
        }
        // A table may be named twice.
        if !of_photos.is_empty() {
            tables.extend(photos::TABLES);
        }
        let packed = [Kind::Sighting, Kind::Photo];
        if packed.iter().any(touched) {
            tables.extend([packs::PACKS, packs::SINCE]);
        }
        let deletes = |change: &Change| matches!(change, Change::Delete(kind, _) if packed.contains(kind));
        let transaction = self.transaction(&tables, TransactionMode::ReadWrite).await?;
        let written = async {
            let mut noted: Vec<JsValue> = write(&transaction, writes)?;
            if !of_photos.is_empty() {
                noted.extend(photos::write(&transaction, of_photos).await?);
            }
            if changes.iter().any(deletes) {
                packs::drop_all(&transaction)
            } else if !noted.is_empty() {
                packs::note(&transaction, noted).await
            } else {
                Ok(())
            }
        };
        if let Err(error) = boxed(written).await {
            // What the browser has aborted already found no room.
            return Err(transaction.abort().map_or(StoreError::Full, |_| error));
        }
        done(transaction).await
    }

    async fn clear(&self) -> Result<(), StoreError> {
        let Ok(database) = self.opened().await else {
            // A newer version's store, or one that cannot be opened: forgetting needs no reading.
            return Factory::new().and_then(|factory| factory.delete(NAME)).map_err(failed)?.await.map_err(refused);
        };
        let tables = database.store_names();
        let tables: Vec<&str> = tables.iter().map(String::as_str).collect();
        let transaction = self.transaction(&tables, TransactionMode::ReadWrite).await?;
        for table in &tables {
            transaction.object_store(table).and_then(|table| table.clear()).map_err(failed)?;
        }
        done(transaction).await
    }

    async fn drop_unreadable(&self) -> Result<(), StoreError> {
        let transaction = self.transaction(&[packs::PACKS, packs::SINCE], TransactionMode::ReadWrite).await?;
        packs::drop_all(&transaction)?;
        done(transaction).await?;
        for kind in Kind::REMEMBERED.into_iter().chain([Kind::Undo]) {
            let store = self.table(kind).await?;
            let (keys, values) = (store.get_all_keys(None, None), store.get_all(None, None));
            let (keys, values) = (keys.map_err(failed)?, values.map_err(failed)?);
            let (keys, values) = (keys.await.map_err(failed)?, values.await.map_err(failed)?);
            let all = keys.into_iter().zip(values);
            let unreadable: Vec<JsValue> =
                all.filter_map(|(key, value)| record(kind, &key, value).is_none().then_some(key)).collect();
            if unreadable.is_empty() {
                continue;
            }
            let tables: &[&str] = if kind == Kind::Photo { &photos::TABLES } else { &[table(kind)] };
            let transaction = self.transaction(tables, TransactionMode::ReadWrite).await?;
            let store = transaction.object_store(table(kind)).map_err(failed)?;
            for key in unreadable {
                match key.as_f64() {
                    Some(number) if kind == Kind::Photo => boxed(photos::delete(&transaction, number)).await?,
                    _ => drop(store.delete(key).map_err(failed)?),
                }
            }
            done(transaction).await?;
        }
        Ok(())
    }

    async fn since_packed(&self) -> Result<Option<Vec<Record>>, StoreError> {
        boxed(packs::since(self)).await
    }

    async fn packs(&self, of: PacksOf, after: Option<u32>) -> Result<Packs, StoreError> {
        boxed(packs::read(self, of, after)).await
    }

    async fn wants_packs(&self) -> Result<bool, StoreError> {
        boxed(packs::are_old(self)).await
    }

    async fn put_packs(&self, packs: &[Vec<u8>]) -> Result<(), StoreError> {
        boxed(self.move_older()).await?;
        boxed(packs::put(self, packs)).await
    }

    async fn merge_fingerprints(&self) -> Result<(), StoreError> {
        boxed(fingerprints::merge(self)).await
    }
}
