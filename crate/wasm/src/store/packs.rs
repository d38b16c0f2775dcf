//! Packs of records in IndexedDB, and what was stored since they were written.

use std::cell::RefCell;

use idb::{ObjectStore, Transaction, TransactionMode};
use js_sys::{Array, Promise, Uint8Array};
use vouchsafe_core::memory::{Kind, Record};
use vouchsafe_core::service::{self, PacksOf, StoreError};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::fingerprints::{self, FINGERPRINTS, FIRST_MERGED};
use super::packed::bytes;
use super::{IndexedDb, done, failed, keys, photos, record, table};

/// Under ascending numbers, packs of records.
pub const PACKS: &str = "packs";
/// What was stored since: under a photo's number, or a sighting's key, nothing.
pub const SINCE: &str = "since";
/// The most records that are read one by one beside the packs: 0.1 ms each.
const FEW: u32 = 500;
/// How many packs are read at a time, at most 4 MB: of records some 256 KB each, of merged fingerprints 650; single
/// fingerprints are fewer than two packs of them, but after an import.
const AT_A_TIME: [u32; 3] = [16, 4096, 6];

/// Notes what is stored, where there are packs.
pub async fn note(transaction: &Transaction, keys: Vec<JsValue>) -> Result<(), StoreError> {
    let since = transaction.object_store(SINCE).map_err(failed)?;
    let packs = transaction.object_store(PACKS).map_err(failed)?;
    if packs.count(None).map_err(failed)?.await.map_err(failed)? > 0 {
        for key in keys {
            drop(since.put(&JsValue::NULL, Some(&key)).map_err(failed)?);
        }
    }
    Ok(())
}

/// Drops the packs: something that they hold is deleted.
pub fn drop_all(transaction: &Transaction) -> Result<(), StoreError> {
    for table in [PACKS, SINCE] {
        drop(transaction.object_store(table).and_then(|table| table.clear()).map_err(failed)?);
    }
    Ok(())
}

/// What was stored since the packs were written; `None` without packs.
pub async fn since(store: &IndexedDb) -> Result<Option<Vec<Record>>, StoreError> {
    let sightings = table(Kind::Sighting);
    let tables = [PACKS, SINCE, sightings, photos::PHOTOS, FINGERPRINTS];
    let transaction = store.transaction(&tables, TransactionMode::ReadOnly).await?;
    let of = |table| transaction.object_store(table).map_err(failed);
    if of(PACKS)?.count(None).map_err(failed)?.await.map_err(failed)? == 0 {
        return Ok(None);
    }
    let keys = of(SINCE)?.get_all_keys(None, None).map_err(failed)?.await.map_err(failed)?;
    let (photos, sightings) = (of(photos::PHOTOS)?, of(sightings)?);
    let asked = keys.into_iter().map(|key| {
        let table = if key.as_f64().is_some() { &photos } else { &sightings };
        table.get(key.clone()).map(|request| (key, request)).map_err(failed)
    });
    let asked: Vec<_> = asked.collect::<Result<_, _>>()?;
    // One after the other, and nothing else in between: an answer that comes before it is waited for is missed.
    let mut values = Vec::new();
    for (key, request) in asked {
        values.extend(request.await.map_err(failed)?.map(|value| (key, value)));
    }
    let mut packs = fingerprints::Packs::of(&transaction)?;
    let mut records = Vec::new();
    for (key, value) in values {
        let number = key.as_f64();
        let kind = if number.is_some() { Kind::Photo } else { Kind::Sighting };
        let Some(mut record) = record(kind, &key, value) else { continue };
        if let Some(number) = number {
            packs.complete(number, &mut record).await?;
        }
        records.push(record);
    }
    Ok(Some(records))
}

/// The next packs, requested in advance: the browser reads them while the memory takes in those before.
#[derive(Default)]
pub struct Prefetched(RefCell<Option<(PacksOf, u32, Promise)>>);

/// Reads the packs after a key, as many as are read at a time.
pub async fn read(store: &IndexedDb, of: PacksOf, after: Option<u32>) -> Result<service::Packs, StoreError> {
    let prefetched = store.prefetched.0.take().filter(|(kind, key, _)| *kind == of && Some(*key) == after);
    let prefetched = match prefetched {
        // Nothing if it failed: then the packs are requested again.
        Some((.., promise)) => JsFuture::from(promise).await.ok().and_then(|pair| pair.dyn_into().ok()),
        None => None,
    };
    let pair = match prefetched {
        Some(pair) => pair,
        None => some(table_of(store, of).await?, of, after).await?,
    };
    let (keys, values) = (Array::from(&pair.get(0)), Array::from(&pair.get(1)));
    let last = keys.length().checked_sub(1).and_then(|last| keys.get(last).as_f64()).map(|key| key as u32);
    let next = match last.filter(|_| keys.length() == most(of, after)) {
        // The merged packs are next.
        None if of == PacksOf::Fingerprints && !are_merged(after) => Some(FIRST_MERGED - 1),
        next => next,
    };
    if let Some(next) = next {
        let table = table_of(store, of).await?;
        let promise =
            future_to_promise(async move { Ok(some(table, of, Some(next)).await.map_or(JsValue::NULL, Into::into)) });
        store.prefetched.0.replace(Some((of, next, promise)));
    }
    Ok(service::Packs { packs: values.iter().map(bytes).collect(), next })
}

/// Whether the fingerprints after a key are in merged packs.
fn are_merged(after: Option<u32>) -> bool {
    after.is_some_and(|after| after >= FIRST_MERGED - 1)
}

fn most(of: PacksOf, after: Option<u32>) -> u32 {
    let [of_records, single, merged] = AT_A_TIME;
    match of {
        PacksOf::Records => of_records,
        PacksOf::Fingerprints if are_merged(after) => merged,
        PacksOf::Fingerprints => single,
    }
}

async fn table_of(store: &IndexedDb, of: PacksOf) -> Result<ObjectStore, StoreError> {
    let name = match of {
        PacksOf::Records => PACKS,
        PacksOf::Fingerprints => FINGERPRINTS,
    };
    store.transaction(&[name], TransactionMode::ReadOnly).await?.object_store(name).map_err(failed)
}

/// The keys of the packs after a key, and the packs.
async fn some(table: ObjectStore, of: PacksOf, after: Option<u32>) -> Result<Array, StoreError> {
    let range = match of {
        PacksOf::Fingerprints if !are_merged(after) => fingerprints::not_merged(after)?,
        _ => keys::numbers_after(after)?,
    };
    let keys = table.get_all_keys(Some(range.clone().into()), Some(most(of, after))).map_err(failed)?;
    let values = table.get_all(Some(range.into()), Some(most(of, after))).map_err(failed)?;
    let (keys, values) = (keys.await.map_err(failed)?, values.await.map_err(failed)?);
    Ok([keys, values].into_iter().map(|all| all.into_iter().collect::<Array>()).collect())
}

/// Whether more than [`FEW`] records are in no pack.
pub async fn are_old(store: &IndexedDb) -> Result<bool, StoreError> {
    let sightings = table(Kind::Sighting);
    let transaction = store.transaction(&[PACKS, SINCE, sightings, photos::PHOTOS], TransactionMode::ReadOnly).await?;
    let count = |table| transaction.object_store(table).and_then(|table| table.count(None)).map_err(failed);
    let (packs, since, photos, sightings) = (count(PACKS)?, count(SINCE)?, count(photos::PHOTOS)?, count(sightings)?);
    let (packs, since) = (packs.await.map_err(failed)?, since.await.map_err(failed)?);
    let all = photos.await.map_err(failed)? + sightings.await.map_err(failed)?;
    Ok(if packs == 0 { all > FEW } else { since > FEW })
}

/// Replaces the packs.
pub async fn put(store: &IndexedDb, packs: &[Vec<u8>]) -> Result<(), StoreError> {
    let transaction = store.transaction(&[PACKS, SINCE], TransactionMode::ReadWrite).await?;
    drop_all(&transaction)?;
    let table = transaction.object_store(PACKS).map_err(failed)?;
    for (key, pack) in (0_u32..).zip(packs) {
        drop(table.put(&Uint8Array::from(&pack[..]).buffer(), Some(&key.into())).map_err(failed)?);
    }
    done(transaction).await
}
