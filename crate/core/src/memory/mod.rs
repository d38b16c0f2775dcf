//! The memory: who was seen with which photo, under which name, when.

mod accounts;
mod record;

pub use record::{Answer, Failure, LastLook, Layout, Millis, Photo, PhotoCheck, Picture, Place, Received, Sighting};

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::address::{PhotoId, ProfileId};
use crate::photo::{Closeness, Fingerprint, PhotoIndex, Portrait};
use accounts::Accounts;

/// One stored fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Record {
    /// Who was seen with which photo.
    Sighting(Sighting),
    /// A photo.
    Photo(Photo),
    /// An invitation.
    Received(Received),
    /// The user's own photo check.
    PhotoCheck(PhotoCheck),
    /// The last look at an invitation page.
    LastLook(LastLook),
    /// A photo's small copy; not read into the memory, but fetched when it is shown.
    Rendition {
        /// Whose.
        photo: PhotoId,
        /// [`Rendition::as_bytes`].
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
}

/// The kinds of record, each stored by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// [`Record::Sighting`]
    Sighting,
    /// [`Record::Photo`]
    Photo,
    /// [`Record::Received`]
    Received,
    /// [`Record::PhotoCheck`]
    PhotoCheck,
    /// [`Record::LastLook`]
    LastLook,
    /// [`Record::Rendition`]
    Rendition,
}

impl Record {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Sighting(_) => Kind::Sighting,
            Self::Photo(_) => Kind::Photo,
            Self::Received(_) => Kind::Received,
            Self::PhotoCheck(_) => Kind::PhotoCheck,
            Self::LastLook(_) => Kind::LastLook,
            Self::Rendition { .. } => Kind::Rendition,
        }
    }

    /// Its key among those of its kind.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Sighting(sighting) => sighting.key(),
            Self::Photo(photo) => photo.address.id.as_str().to_owned(),
            Self::Received(received) => received.invitation.key.clone(),
            Self::PhotoCheck(check) => check.photo.as_str().to_owned(),
            Self::LastLook(_) => "last".to_owned(),
            Self::Rendition { photo, .. } => photo.as_str().to_owned(),
        }
    }
}

/// A change to what is stored.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "puts are the rule, deletions the exception")]
pub enum Change {
    /// Put this record in the place of the one with its kind and key.
    Put(Record),
    /// Delete the record of this kind and key.
    Delete(Kind, String),
}

/// All that is remembered, but for the small copies.
///
/// Records are behind `Rc`: copies of the memory share them, and the maps, alike in form, share their code.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    sightings: BTreeMap<String, Rc<Sighting>>,
    photos: BTreeMap<PhotoId, Rc<Photo>>,
    received: BTreeMap<String, Rc<Received>>,
    checks: BTreeMap<PhotoId, Rc<PhotoCheck>>,
    last_look: Option<LastLook>,
    index: PhotoIndex<PhotoId>,
    accounts: Accounts,
    by_photo: BTreeMap<PhotoId, BTreeSet<String>>,
}

impl Memory {
    /// Takes a change in. The order of puts of different keys does not matter.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Put(record) => self.put(record.clone()),
            Change::Delete(kind, key) => self.delete(*kind, key),
        }
    }

    fn put(&mut self, record: Record) {
        match record {
            Record::Sighting(sighting) => {
                self.accounts.join(&sighting.profile, sighting.photo.as_ref());
                if let Some(photo) = &sighting.photo {
                    self.by_photo.entry(photo.clone()).or_default().insert(sighting.key());
                }
                self.sightings.insert(sighting.key(), Rc::new(sighting));
            }
            Record::Photo(photo) => {
                let id = photo.address.id.clone();
                match fingerprint(&photo) {
                    Some(fingerprint) => self.index.insert(id.clone(), fingerprint),
                    None => self.index.remove(&id),
                }
                self.photos.insert(id, Rc::new(photo));
            }
            Record::Received(received) => {
                self.received.insert(received.invitation.key.clone(), Rc::new(received));
            }
            Record::PhotoCheck(check) => {
                self.checks.insert(check.photo.clone(), Rc::new(check));
            }
            Record::LastLook(look) => self.last_look = Some(look),
            Record::Rendition { .. } => {}
        }
    }

    fn delete(&mut self, kind: Kind, key: &str) {
        let photo = PhotoId::from(key.to_owned());
        match kind {
            Kind::Sighting => {
                self.sightings.remove(key);
                // What tied profiles together may be gone with it.
                self.accounts = Accounts::default();
                self.by_photo.clear();
                for (key, sighting) in &self.sightings {
                    self.accounts.join(&sighting.profile, sighting.photo.as_ref());
                    if let Some(photo) = &sighting.photo {
                        self.by_photo.entry(photo.clone()).or_default().insert(key.clone());
                    }
                }
            }
            Kind::Photo => {
                self.index.remove(&photo);
                self.photos.remove(&photo);
            }
            Kind::Received => {
                self.received.remove(key);
            }
            Kind::PhotoCheck => {
                self.checks.remove(&photo);
            }
            Kind::LastLook => self.last_look = None,
            Kind::Rendition => {}
        }
    }

    /// The sighting as it is to be stored: merged with what is known under its key.
    #[must_use]
    pub fn merged(&self, sighting: Sighting) -> Sighting {
        match self.sightings.get(&sighting.key()) {
            Some(known) => sighting.merged(known),
            None => sighting,
        }
    }

    /// All sightings, in the order of their keys.
    pub fn sightings(&self) -> impl Iterator<Item = &Sighting> {
        self.sightings.values().map(Rc::as_ref)
    }

    /// The sightings of one photo.
    pub fn sightings_of(&self, photo: &PhotoId) -> impl Iterator<Item = &Sighting> {
        self.by_photo.get(photo).into_iter().flatten().filter_map(|key| self.sightings.get(key)).map(Rc::as_ref)
    }

    /// A photo.
    #[must_use]
    pub fn photo(&self, id: &PhotoId) -> Option<&Photo> {
        self.photos.get(id).map(Rc::as_ref)
    }

    /// All photos.
    pub fn photos(&self) -> impl Iterator<Item = &Photo> {
        self.photos.values().map(Rc::as_ref)
    }

    /// An invitation.
    #[must_use]
    pub fn received(&self, key: &str) -> Option<&Received> {
        self.received.get(key).map(Rc::as_ref)
    }

    /// All invitations, answered ones too.
    pub fn all_received(&self) -> impl Iterator<Item = &Received> {
        self.received.values().map(Rc::as_ref)
    }

    /// The invitations still to be answered.
    pub fn pending(&self) -> impl Iterator<Item = &Received> {
        self.all_received().filter(|received| received.handled.is_none())
    }

    /// The user's own check of a photo.
    #[must_use]
    pub fn check(&self, photo: &PhotoId) -> Option<&PhotoCheck> {
        self.checks.get(photo).map(Rc::as_ref)
    }

    /// All photo checks.
    pub fn checks(&self) -> impl Iterator<Item = &PhotoCheck> {
        self.checks.values().map(Rc::as_ref)
    }

    /// The last look at an invitation page.
    #[must_use]
    pub fn last_look(&self) -> Option<LastLook> {
        self.last_look
    }

    /// How many photos can be compared.
    #[must_use]
    pub fn comparable(&self) -> usize {
        self.index.len()
    }

    /// The account a profile belongs to; equal for profiles that are one.
    #[must_use]
    pub fn account(&self, profile: &ProfileId) -> Option<usize> {
        self.accounts.of(profile)
    }

    /// What it takes to remember a picture: the photo's record with its likenesses, theirs with it, and its
    /// small copy. Looks the picture up among all others.
    #[must_use]
    pub fn changes_for_picture(&self, photo: Photo, portrait: &Portrait, side: u32) -> Vec<Change> {
        let id = photo.address.id.clone();
        let photo = Photo { side, ..photo };
        let mut changes = match &portrait.fingerprint {
            Some(fingerprint) => self.changes_for_fingerprint(photo, fingerprint),
            None => self.changes_for_likenesses(Photo { picture: Picture::NotComparable, same: Vec::new(), ..photo }),
        };
        changes.push(Change::Put(Record::Rendition { photo: id, bytes: portrait.rendition.as_bytes().to_vec() }));
        changes
    }

    /// The same for a fingerprint alone.
    #[must_use]
    pub fn changes_for_fingerprint(&self, photo: Photo, fingerprint: &Fingerprint) -> Vec<Change> {
        let mut same = Vec::new();
        for found in self.index.find(fingerprint) {
            if found.key != photo.address.id {
                note_likeness(&mut same, found.key, found.closeness);
            }
        }
        let picture = Picture::Comparable { fingerprint: fingerprint.to_bytes() };
        self.changes_for_likenesses(Photo { picture, same, ..photo })
    }

    /// Puts a photo, and its likenesses on the records of those it is like, was like, or is no longer like.
    fn changes_for_likenesses(&self, photo: Photo) -> Vec<Change> {
        let id = &photo.address.id;
        let before = self.photos.get(id).map(|known| known.same.as_slice()).unwrap_or_default();
        let no_longer = before.iter().filter(|(other, _)| !photo.same.iter().any(|(key, _)| key == other));
        let likenesses = photo.same.iter().map(|(other, closeness)| (other, Some(*closeness)));
        let mut changes: Vec<Change> = Vec::new();
        for (other, likeness) in likenesses.chain(no_longer.map(|(other, _)| (other, None))) {
            let Some(mut other) = self.photo(other).cloned() else { continue };
            other.same.retain(|(key, _)| key != id);
            if let Some(closeness) = likeness {
                note_likeness(&mut other.same, id.clone(), closeness);
            }
            changes.push(Change::Put(Record::Photo(other)));
        }
        changes.push(Change::Put(Record::Photo(photo)));
        changes
    }

    /// The photos that are the same picture, itself first.
    #[must_use]
    pub fn same_picture(&self, id: &PhotoId) -> Vec<(PhotoId, Closeness)> {
        let others = self.photos.get(id).map(|photo| photo.same.clone()).unwrap_or_default();
        std::iter::once((id.clone(), Closeness::NearExact)).chain(others).collect()
    }

    /// What it takes to forget one person: every trace of every profile of that account, and the photos nobody
    /// else was seen with.
    #[must_use]
    pub fn changes_to_forget(&self, profile: &ProfileId) -> Vec<Change> {
        let account = self.account(profile);
        let is_theirs = |other: &ProfileId| other == profile || (account.is_some() && self.account(other) == account);
        let mut changes: Vec<Change> = Vec::new();
        changes.extend(
            self.sightings
                .iter()
                .filter(|(_, s)| is_theirs(&s.profile))
                .map(|(key, _)| Change::Delete(Kind::Sighting, key.clone())),
        );
        changes.extend(
            self.received
                .iter()
                .filter(|(_, r)| is_theirs(&r.invitation.profile))
                .map(|(key, _)| Change::Delete(Kind::Received, key.clone())),
        );
        changes.extend(self.changes_to_drop_photos(&|sighting| !is_theirs(&sighting.profile)));
        changes
    }

    /// What it takes to forget all that was last seen before `before`.
    #[must_use]
    pub fn changes_to_expire(&self, before: Millis) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        changes.extend(
            self.sightings
                .iter()
                .filter(|(_, s)| s.last_seen < before)
                .map(|(key, _)| Change::Delete(Kind::Sighting, key.clone())),
        );
        changes.extend(
            self.received
                .iter()
                .filter(|(_, r)| r.last_seen < before)
                .map(|(key, _)| Change::Delete(Kind::Received, key.clone())),
        );
        if !changes.is_empty() {
            changes.extend(self.changes_to_drop_photos(&|sighting| sighting.last_seen >= before));
        }
        changes
    }

    /// Drops the photos that no sighting is left of.
    fn changes_to_drop_photos(&self, stays: &dyn Fn(&Sighting) -> bool) -> Vec<Change> {
        let is_kept = |photo: &PhotoId| self.sightings_of(photo).any(stays);
        let mut changes = Vec::new();
        for (id, photo) in &self.photos {
            let key = id.as_str().to_owned();
            if !is_kept(id) {
                changes.extend(
                    [Kind::Photo, Kind::Rendition, Kind::PhotoCheck].map(|kind| Change::Delete(kind, key.clone())),
                );
            } else if photo.same.iter().any(|(other, _)| !is_kept(other)) {
                let mut photo = Photo::clone(photo);
                photo.same.retain(|(other, _)| is_kept(other));
                changes.push(Change::Put(Record::Photo(photo)));
            }
        }
        changes
    }
}

impl Photo {
    /// Whether its picture was read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        matches!(self.picture, Picture::NotComparable | Picture::Comparable { .. })
    }

    /// Whether its picture can be compared.
    #[must_use]
    pub fn is_comparable(&self) -> bool {
        matches!(self.picture, Picture::Comparable { .. })
    }

    /// Whether its fingerprint is of a version that is no longer read.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        self.is_comparable() && fingerprint(self).is_none()
    }
}

/// Puts a likeness among others, in the order of their photos.
fn note_likeness(same: &mut Vec<(PhotoId, Closeness)>, photo: PhotoId, closeness: Closeness) {
    let at = same.partition_point(|(known, _)| *known < photo);
    same.insert(at, (photo, closeness));
}

/// A photo's fingerprint; `None` if there is none, or one of another version (read again when seen again).
fn fingerprint(photo: &Photo) -> Option<Fingerprint> {
    match &photo.picture {
        Picture::Comparable { fingerprint } => Fingerprint::from_bytes(fingerprint).ok(),
        _ => None,
    }
}
