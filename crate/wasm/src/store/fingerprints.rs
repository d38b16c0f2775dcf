//! Fingerprints in IndexedDB: merged into long records, so that all are read soon after waking.

use std::collections::BTreeMap;

use idb::{Index, KeyRange, ObjectStore, Transaction, TransactionMode};
use js_sys::Uint8Array;
use vouchsafe_core::memory::{FingerprintPack, Photo, Picture, Record};
use vouchsafe_core::service::StoreError;
use wasm_bindgen::JsValue;

use super::packed::bytes;
use super::{IndexedDb, done, failed, keys, photos};

/// Under a photo's number its fingerprint, as a pack of one, until it is merged with others.
pub const FINGERPRINTS: &str = "fingerprints";
/// How many photos' fingerprints are merged into one pack, once later photos are stored. Browsers read long records faster
/// than short ones; but a pack is rewritten as a whole for every fingerprint that is put into it, and the browser frees the
/// room of the earlier ones late.
const MERGED: u32 = 1024;
/// The key of the first merged pack; the next ones follow.
pub const FIRST_MERGED: u32 = 1 << 31;

/// The key of the merged pack that takes in a photo's fingerprint, and the place there.
fn merged(number: u32) -> (u32, u64) {
    (FIRST_MERGED + number / MERGED, u64::from(number % MERGED))
}

/// A pack as it was stored; an empty one in place of what is no pack.
fn pack(value: Option<JsValue>) -> FingerprintPack {
    FingerprintPack::of(value.map(bytes).unwrap_or_default())
}

/// Packs that were read, and may be changed.
pub struct Packs {
    table: ObjectStore,
    read: BTreeMap<u32, Pack>,
}

#[derive(Default)]
struct Pack {
    held: FingerprintPack,
    is_stored: bool,
    is_changed: bool,
}

impl Packs {
    /// Those of a transaction over [`FINGERPRINTS`]; none is read yet.
    pub fn of(transaction: &Transaction) -> Result<Self, StoreError> {
        Ok(Self { table: transaction.object_store(FINGERPRINTS).map_err(failed)?, read: BTreeMap::new() })
    }

    /// The pack with this key; an empty one if there is none.
    async fn pack(&mut self, key: u32) -> Result<&mut Pack, StoreError> {
        if !self.read.contains_key(&key) {
            let value = self.table.get(JsValue::from(key)).map_err(failed)?.await.map_err(failed)?;
            self.read.insert(key, Pack { is_stored: value.is_some(), held: pack(value), is_changed: false });
        }
        Ok(self.read.entry(key).or_default())
    }

    /// The pack that holds a photo's fingerprint, or will hold it, and the place there.
    async fn of_photo(&mut self, number: f64) -> Result<(&mut Pack, u64), StoreError> {
        let own = number as u32;
        let (merged, place) = merged(own);
        if !self.pack(own).await?.is_stored && self.pack(merged).await?.is_stored {
            return Ok((self.pack(merged).await?, place));
        }
        Ok((self.pack(own).await?, 0))
    }

    /// Gives a photo's record its fingerprint, where it is kept here.
    pub async fn complete(&mut self, number: f64, record: &mut Record) -> Result<(), StoreError> {
        if let Record::Photo(Photo { address, picture: Picture::Comparable { fingerprint }, .. }) = record
            && fingerprint.is_empty()
        {
            let (pack, place) = self.of_photo(number).await?;
            *fingerprint = pack.held.get(place, address.id.as_str()).unwrap_or_default().to_vec();
        }
        Ok(())
    }

    /// Whether another photo's fingerprint is in a photo's place.
    pub async fn holds_another(&mut self, number: f64, id: &str) -> Result<bool, StoreError> {
        let (pack, place) = self.of_photo(number).await?;
        Ok(pack.held.entries().any(|(at, of, _)| at == place && of != id))
    }

    /// Deletes the fingerprints of photos that are not in the index `by_id`, in all packs.
    pub async fn drop_strays(&mut self, by_id: &Index) -> Result<(), StoreError> {
        let keys = self.table.get_all_keys(Some(keys::numbers_after(None)?.into()), None).map_err(failed)?;
        for key in keys.await.map_err(failed)?.iter().filter_map(JsValue::as_f64) {
            let pack = self.pack(key as u32).await?;
            let mut strays = Vec::new();
            for (place, id, _) in pack.held.entries() {
                if photos::number(by_id, &keys::of(id)).await?.is_none() {
                    strays.push((place, id.to_owned()));
                }
            }
            for (place, id) in strays {
                pack.is_changed |= pack.held.remove(place, &id);
            }
        }
        Ok(())
    }

    /// Puts a photo's fingerprint in its place, or takes away what is there.
    pub async fn set(&mut self, number: f64, id: &str, fingerprint: Option<&[u8]>) -> Result<(), StoreError> {
        let (pack, place) = self.of_photo(number).await?;
        pack.is_changed |= pack.held.set(place, id, fingerprint);
        Ok(())
    }

    /// Writes the packs that changed.
    pub fn write(self) -> Result<(), StoreError> {
        for (key, pack) in self.read.into_iter().filter(|(_, pack)| pack.is_changed) {
            let key = JsValue::from(key);
            if pack.held.as_bytes().is_empty() {
                drop(self.table.delete(key).map_err(failed)?);
            } else {
                drop(self.table.put(&Uint8Array::from(pack.held.as_bytes()).buffer(), Some(&key)).map_err(failed)?);
            }
        }
        Ok(())
    }
}

/// Merges the fingerprints, [`MERGED`] at a time, but for those of the last photos.
pub async fn merge(store: &IndexedDb) -> Result<(), StoreError> {
    loop {
        let transaction = store.transaction(&[FINGERPRINTS], TransactionMode::ReadWrite).await?;
        let table = transaction.object_store(FINGERPRINTS).map_err(failed)?;
        let keys = table.get_all_keys(Some(not_merged(None)?.into()), None).map_err(failed)?.await.map_err(failed)?;
        let numbers: Vec<u32> = keys.iter().filter_map(JsValue::as_f64).map(|number| number as u32).collect();
        let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return Ok(()) };
        let (into, _) = merged(*first);
        if into == merged(*last).0 {
            return Ok(());
        }
        let (first, last) = (JsValue::from(*first), JsValue::from((into - FIRST_MERGED + 1) * MERGED));
        let some = KeyRange::bound(&first, &last, None, Some(true)).map_err(failed)?;
        let values = table.get_all(Some(some.clone().into()), None).map_err(failed)?.await.map_err(failed)?;
        let mut packs = Packs::of(&transaction)?;
        let pack_of_all = packs.pack(into).await?;
        for (number, value) in numbers.into_iter().zip(values) {
            pack_of_all.held.append(&pack(Some(value)), merged(number).1);
        }
        pack_of_all.is_changed = true;
        table.delete(some).map_err(failed)?;
        packs.write()?;
        done(transaction).await?;
    }
}

/// The keys of packs that are not merged: all, or those after one.
pub fn not_merged(after: Option<u32>) -> Result<KeyRange, StoreError> {
    let is_open = Some(after.is_some());
    KeyRange::bound(&after.unwrap_or(0).into(), &FIRST_MERGED.into(), is_open, Some(true)).map_err(failed)
}
