//! Fingerprints in IndexedDB: some photos' in one record, so that all are read soon after waking.

use std::collections::BTreeMap;

use idb::{KeyRange, ObjectStore, Transaction, TransactionMode};
use js_sys::{ArrayBuffer, Uint8Array};
use vouchsafe_core::memory::{FingerprintPack, Photo, Picture, Record};
use vouchsafe_core::service::StoreError;
use wasm_bindgen::{JsCast, JsValue};

use super::{IndexedDb, done, failed};

/// Under a photo's number divided by [`IN_PACK`] the fingerprints of as many photos, until that pack is merged with others.
pub const FINGERPRINTS: &str = "fingerprints";
/// How many photos share a pack: of those with 640 bytes each, a pack is rewritten whenever one is put in.
const IN_PACK: u32 = 64;
/// How many packs are merged into one, once there are photos behind them: a browser reads few long records in half the time
/// of many short ones.
const IN_MERGED: u32 = 16;
/// The key of the first merged pack; the next ones follow.
pub const FIRST_MERGED: u32 = 1 << 31;

/// Where a photo's fingerprint is: the pack's key, and the place in it.
fn place(number: f64) -> (u32, u64) {
    ((number / f64::from(IN_PACK)) as u32, (number % f64::from(IN_PACK)) as u64)
}

/// The key of the merged pack that takes in a pack, and by how many places its entries move.
fn merged(key: u32) -> (u32, u64) {
    (FIRST_MERGED + key / IN_MERGED, u64::from(key % IN_MERGED * IN_PACK))
}

/// A pack as it was stored; an empty one in place of what is no pack.
fn pack(value: Option<JsValue>) -> FingerprintPack {
    FingerprintPack::of(value.map(bytes).unwrap_or_default())
}

/// The bytes of a value; none if it is something else.
pub fn bytes(value: JsValue) -> Vec<u8> {
    value.dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec()).unwrap_or_default()
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
        let (own, place) = place(number);
        let (merged, further) = merged(own);
        if !self.pack(own).await?.is_stored && self.pack(merged).await?.is_stored {
            return Ok((self.pack(merged).await?, place + further));
        }
        Ok((self.pack(own).await?, place))
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

/// Merges the packs that have others behind them, [`IN_MERGED`] at a time.
pub async fn merge(store: &IndexedDb) -> Result<(), StoreError> {
    loop {
        let transaction = store.transaction(&[FINGERPRINTS], TransactionMode::ReadWrite).await?;
        let table = transaction.object_store(FINGERPRINTS).map_err(failed)?;
        let keys = table.get_all_keys(Some(not_merged(None)?.into()), None).map_err(failed)?.await.map_err(failed)?;
        let keys: Vec<u32> = keys.iter().filter_map(JsValue::as_f64).map(|key| key as u32).collect();
        let ends_in = |key: Option<&u32>| key.map(|key| merged(*key).0);
        let (into, last) = (ends_in(keys.first()), ends_in(keys.last()));
        let Some(into) = into.filter(|into| Some(*into) < last) else { return Ok(()) };
        let mut packs = Packs::of(&transaction)?;
        for key in keys.into_iter().take_while(|key| merged(*key).0 == into) {
            let taken = std::mem::take(&mut packs.pack(key).await?.held);
            table.delete(JsValue::from(key)).map_err(failed)?;
            packs.pack(into).await?.held.append(&taken, merged(key).1);
        }
        packs.pack(into).await?.is_changed = true;
        packs.write()?;
        done(transaction).await?;
    }
}

/// The keys of packs that are not merged, behind one, or all.
pub fn not_merged(after: Option<u32>) -> Result<KeyRange, StoreError> {
    let is_behind = Some(after.is_some());
    KeyRange::bound(&after.unwrap_or(0).into(), &FIRST_MERGED.into(), is_behind, Some(true)).map_err(failed)
}
