//! Changes and stored records, taken into the memory.

use std::rc::Rc;

use super::worth::WorthFound;
use super::{Change, Comparing, Goals, Kind, Memory, PhotoCounts, PhotoId, Record};

impl Memory {
    /// Takes changes in. The order of puts of different keys does not matter.
    pub fn apply<'a>(&mut self, changes: impl IntoIterator<Item = &'a Change>) {
        for change in changes {
            match change {
                Change::Put(record) => self.put(record.clone()),
                Change::Delete(kind, key) => self.delete(*kind, key),
            }
        }
    }

    /// Takes in what was stored, in any order.
    pub fn take(&mut self, records: Vec<Record>) {
        records.into_iter().for_each(|record| self.put(record));
    }

    fn put(&mut self, record: Record) {
        match record {
            Record::Sighting(sighting) => {
                self.sighting_index.insert(&sighting.key(), &sighting);
                self.sightings.insert(sighting.clone());
                self.accounts.borrow_mut().join(&sighting, self.lookup());
            }
            Record::Photo(mut photo) => {
                self.take_fingerprint(&mut photo);
                self.photos.insert(photo);
            }
            Record::Received(received) => {
                let key = received.invitation.key.clone();
                self.forget_texts(&key);
                self.texts.add(&key, &received.invitation);
                self.worth_found.forget(&key);
                self.received.insert(key, Rc::new(received));
            }
            Record::PhotoCheck(check) => {
                self.checks.insert(check.photo.clone(), Rc::new(check));
            }
            Record::Opinion(opinion) => {
                self.opinions.insert(opinion.profile.clone(), Rc::new(opinion));
            }
            Record::Comparing(comparing) => {
                self.comparings.insert(Comparing::key(&comparing.a, &comparing.b), Rc::new(comparing));
            }
            Record::Searched(searched) => {
                self.readings.forget(&searched.photo);
                self.searched.insert(searched.photo.clone(), Rc::new(searched));
            }
            Record::About(seen) => {
                self.all_about_seen.insert(seen.profile.clone(), Rc::new(seen));
            }
            Record::LastLook(look) => self.last_look = Some(look),
            Record::PhotoCounts(photo_counts) => self.photo_counts = photo_counts,
            Record::Goals(goals) => {
                self.worth_found = WorthFound::of(&goals);
                self.goals = goals;
            }
            Record::Connections(connections) => self.connections = Some(connections),
            Record::Calendar(calendar) => self.calendar = Some(calendar),
            Record::Undo(_) | Record::Rendition { .. } => {}
        }
    }

    fn delete(&mut self, kind: Kind, key: &str) {
        let photo = PhotoId::from(key.to_owned());
        match kind {
            Kind::Sighting => {
                if let Some(sighting) = self.sightings.get(key) {
                    self.sighting_index.remove(key, sighting);
                }
                self.sightings.remove(key);
                // The sighting that joined two profiles may be deleted.
                self.accounts.take();
            }
            Kind::Photo => {
                self.index.remove(&photo);
                self.photos.remove(key);
            }
            Kind::Received => {
                self.forget_texts(key);
                self.worth_found.forget(key);
                self.received.remove(key);
            }
            Kind::PhotoCheck => {
                self.checks.remove(&photo);
            }
            Kind::Opinion => self.opinions.retain(|profile, _| profile.as_str() != key),
            Kind::Comparing => {
                self.comparings.remove(key);
            }
            Kind::Searched => {
                self.readings.forget(&photo);
                self.searched.remove(&photo);
            }
            Kind::About => self.all_about_seen.retain(|profile, _| profile.as_str() != key),
            Kind::LastLook => self.last_look = None,
            Kind::PhotoCounts => self.photo_counts = PhotoCounts::default(),
            Kind::Goals => (self.goals, self.worth_found) = (Goals::default(), WorthFound::default()),
            Kind::Connections => self.connections = None,
            Kind::Calendar => self.calendar = None,
            Kind::Undo | Kind::Rendition => {}
        }
    }

    fn forget_texts(&mut self, key: &str) {
        if let Some(known) = self.received.get(key) {
            self.texts.remove(key, &known.invitation);
        }
    }
}
