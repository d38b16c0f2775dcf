//! A store for one run: on a terminal, and in tests.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Change, Kind, Part, Record, SightingsOf, Store, StoreError};

/// Keeps records as long as it lives. Its copies are one store.
#[derive(Debug, Clone, Default)]
pub struct InMemory {
    records: Rc<RefCell<BTreeMap<(Kind, String), Record>>>,
}

#[cfg(test)]
impl InMemory {
    /// How many records it keeps, without the calendar.
    pub(super) fn count(&self) -> usize {
        self.contents().iter().filter(|record| record.kind() != Kind::Calendar).count()
    }

    /// All of them, in the order of their keys.
    pub(super) fn contents(&self) -> Vec<Record> {
        self.records.borrow().values().cloned().collect()
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
        let mut records = self.records.borrow_mut();
        for change in changes {
            match change {
                Change::Put(record) => drop(records.insert((record.kind(), record.key()), record.clone())),
                Change::Delete(kind, key) => drop(records.remove(&(*kind, key.clone()))),
            }
        }
        Ok(())
    }

    async fn clear(&self) -> Result<(), StoreError> {
        self.records.borrow_mut().clear();
        Ok(())
    }
}
