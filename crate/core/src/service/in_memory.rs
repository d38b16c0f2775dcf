//! A store in working memory: for the terminal, and for tests.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Change, Kind, Packs, PacksOf, Part, Photo, Record, SightingsOf, Store, StoreError};
use crate::memory::{FingerprintPack, Picture};

/// Keeps records as long as it lives. Clones share one store.
#[derive(Debug, Clone, Default)]
pub struct InMemory {
    records: Rc<RefCell<BTreeMap<(Kind, String), Record>>>,
    /// Packs of records, and the keys of what was stored since.
    packed: Rc<RefCell<Option<Packed>>>,
}

type Packed = (Vec<Vec<u8>>, BTreeSet<(Kind, String)>);

#[cfg(test)]
impl InMemory {
    /// How many records it keeps, without the calendar.
    pub(super) fn count(&self) -> usize {
        self.contents().iter().filter(|record| record.kind() != Kind::Calendar).count()
    }

    /// Changes its packs of records, or drops them.
    pub(super) fn damage(&self, damage: impl Fn(&[u8]) -> Option<Vec<u8>>) {
        let mut packed = self.packed.borrow_mut();
        *packed = packed.take().and_then(|(packs, since)| Some((vec![damage(&packs.concat())?], since)));
    }

    /// All of them, in the order of their keys.
    pub(super) fn contents(&self) -> Vec<Record> {
        self.records.borrow().values().cloned().collect()
    }
}

/// A photo that is put without its fingerprint keeps the one it has.
fn keep_fingerprint(record: &mut Record, known: Option<&Record>) {
    if let (Record::Photo(photo), Some(Record::Photo(known))) = (record, known)
        && let Picture::Comparable { fingerprint } = &mut photo.picture
        && let Picture::Comparable { fingerprint: kept } = &known.picture
        && fingerprint.is_empty()
    {
        fingerprint.clone_from(kept);
    }
}

impl Store for InMemory {
    async fn read(&self, kind: Kind, after: Option<&str>) -> Result<Part, StoreError> {
        let records = self.records.borrow();
        let rest = records.range((kind, String::new())..).take_while(|((of, _), _)| *of == kind);
        let behind = rest.filter(|((_, key), _)| after.is_none_or(|after| key.as_str() > after));
        Ok(Part { records: behind.map(|(_, record)| record.clone()).collect(), ..Part::default() })
    }

    async fn get(&self, kind: Kind, key: &str) -> Result<Option<Record>, StoreError> {
        Ok(self.records.borrow().get(&(kind, key.to_owned())).cloned())
    }

    async fn sightings(&self, of: SightingsOf<'_>) -> Result<Vec<Record>, StoreError> {
        let is_of = |record: &&Record| match (record, of) {
            (Record::Sighting(sighting), SightingsOf::Photo(photo)) => sighting.photo.as_ref() == Some(photo),
            (Record::Sighting(sighting), SightingsOf::Profile(profile)) => sighting.profile == *profile,
            _ => false,
        };
        Ok(self.records.borrow().values().filter(is_of).cloned().collect())
    }

    async fn commit(&self, changes: &[Change]) -> Result<(), StoreError> {
        let (mut records, mut packed) = (self.records.borrow_mut(), self.packed.borrow_mut());
        for change in changes {
            match change {
                Change::Put(record) => {
                    let key = (record.kind(), record.key());
                    if let (Kind::Photo | Kind::Sighting, Some((_, since))) = (record.kind(), packed.as_mut()) {
                        since.insert(key.clone());
                    }
                    let mut record = record.clone();
                    keep_fingerprint(&mut record, records.get(&key));
                    records.insert(key, record);
                }
                Change::Delete(kind, key) => {
                    if matches!(kind, Kind::Photo | Kind::Sighting) {
                        *packed = None;
                    }
                    records.remove(&(*kind, key.clone()));
                }
            }
        }
        Ok(())
    }

    async fn since_packed(&self) -> Result<Option<Vec<Record>>, StoreError> {
        let (records, packed) = (self.records.borrow(), self.packed.borrow());
        Ok(packed.as_ref().map(|(_, since)| since.iter().filter_map(|key| records.get(key).cloned()).collect()))
    }

    async fn packs(&self, of: PacksOf, _after: Option<u32>) -> Result<Packs, StoreError> {
        let packs = match of {
            PacksOf::Records => self.packed.borrow().as_ref().map_or_else(Vec::new, |(packs, _)| packs.clone()),
            PacksOf::Fingerprints => {
                let mut packs = Vec::new();
                for record in self.records.borrow().values() {
                    if let Record::Photo(Photo { address, picture: Picture::Comparable { fingerprint }, .. }) = record {
                        let mut pack = FingerprintPack::default();
                        pack.set(0, address.id.as_str(), Some(fingerprint));
                        packs.push(pack.as_bytes().to_vec());
                    }
                }
                packs
            }
        };
        Ok(Packs { packs, next: None })
    }

    async fn wants_packs(&self) -> Result<bool, StoreError> {
        Ok(self.packed.borrow().as_ref().is_none_or(|(_, since)| !since.is_empty()))
    }

    async fn put_packs(&self, packs: &[Vec<u8>]) -> Result<(), StoreError> {
        self.packed.replace(Some((packs.to_vec(), BTreeSet::new())));
        Ok(())
    }

    async fn clear(&self) -> Result<(), StoreError> {
        self.records.borrow_mut().clear();
        self.packed.replace(None);
        Ok(())
    }
}
