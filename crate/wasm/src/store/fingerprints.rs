//! Fingerprints in IndexedDB: some photos' in one record, so that all are read soon after waking.

use std::collections::BTreeMap;

use idb::{KeyRange, ObjectStore, Transaction};
use js_sys::{ArrayBuffer, Uint8Array};
use vouchsafe_core::memory::{FingerprintPack, Photo, Picture, Record};
use vouchsafe_core::service::StoreError;
use wasm_bindgen::{JsCast, JsValue};

use super::failed;

/// Under a photo's number divided by [`IN_PACK`] the fingerprints of as many photos.
pub const FINGERPRINTS: &str = "fingerprints";
/// How many photos share a pack: of those with 640 bytes each, a pack is rewritten whenever one is put in. Packs of four
/// times as many are read no sooner.
const IN_PACK: u32 = 64;

/// Where a photo's fingerprint is: the pack's key, and the place in it.
fn place(number: f64) -> (u32, u8) {
    ((number / f64::from(IN_PACK)) as u32, (number % f64::from(IN_PACK)) as u8)
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
    read: BTreeMap<u32, (FingerprintPack, bool)>,
}

impl Packs {
    /// Those of a transaction over [`FINGERPRINTS`]; none is read yet.
    pub fn of(transaction: &Transaction) -> Result<Self, StoreError> {
        Ok(Self { table: transaction.object_store(FINGERPRINTS).map_err(failed)?, read: BTreeMap::new() })
    }

    /// Reads all that the photos from one number to another have.
    pub async fn read_between(&mut self, first: f64, last: f64) -> Result<(), StoreError> {
        let (first, last) = (place(first).0, place(last).0);
        let range = KeyRange::bound(&first.into(), &last.into(), None, None).map_err(failed)?;
        let keys = self.table.get_all_keys(Some(range.clone().into()), None).map_err(failed)?;
        let values = self.table.get_all(Some(range.into()), None).map_err(failed)?;
        let (keys, values) = (keys.await.map_err(failed)?, values.await.map_err(failed)?);
        let keys = keys.iter().filter_map(JsValue::as_f64).map(|key| key as u32);
        self.read.extend(keys.zip(values.into_iter().map(|value| (pack(Some(value)), false))));
        Ok(())
    }

    async fn read(&mut self, number: f64) -> Result<&mut (FingerprintPack, bool), StoreError> {
        let (key, _) = place(number);
        if !self.read.contains_key(&key) {
            let value = self.table.get(JsValue::from(key)).map_err(failed)?.await.map_err(failed)?;
            self.read.insert(key, (pack(value), false));
        }
        Ok(self.read.entry(key).or_default())
    }

    /// Gives a photo's record its fingerprint, where it is kept here.
    pub async fn complete(&mut self, number: f64, record: &mut Record) -> Result<(), StoreError> {
        if let Record::Photo(Photo { address, picture: Picture::Comparable { fingerprint }, .. }) = record
            && fingerprint.is_empty()
        {
            let (pack, _) = self.read(number).await?;
            *fingerprint = pack.get(place(number).1, address.id.as_str()).unwrap_or_default().to_vec();
        }
        Ok(())
    }

    /// Puts a photo's fingerprint in its place, or takes away what is there.
    pub async fn set(&mut self, number: f64, id: &str, fingerprint: Option<&[u8]>) -> Result<(), StoreError> {
        let (pack, is_changed) = self.read(number).await?;
        *is_changed |= pack.set(place(number).1, id, fingerprint);
        Ok(())
    }

    /// Writes the packs that changed.
    pub fn write(self) -> Result<(), StoreError> {
        for (key, (pack, _)) in self.read.into_iter().filter(|(_, (_, is_changed))| *is_changed) {
            let key = JsValue::from(key);
            if pack.as_bytes().is_empty() {
                drop(self.table.delete(key).map_err(failed)?);
            } else {
                drop(self.table.put(&Uint8Array::from(pack.as_bytes()).buffer(), Some(&key)).map_err(failed)?);
            }
        }
        Ok(())
    }
}
