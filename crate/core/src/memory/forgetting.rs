//! What it takes to forget: a person, what is old, what is least useful.

use std::collections::BTreeSet;

use super::{Change, Kind, Memory, Photo, Record, Sighting};
use crate::address::{PhotoId, ProfileId};
use crate::sorted::sorted;
use crate::time::Millis;

impl Memory {
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
        changes.extend(
            self.opinions
                .keys()
                .filter(|other| is_theirs(other))
                .map(|other| Change::Delete(Kind::Opinion, other.as_str().to_owned())),
        );
        changes.extend(self.changes_to_drop_photos(&|sighting| !is_theirs(&sighting.profile)));
        changes
    }

    /// What it takes to keep at most so many photos: the least useful go, with the sightings that show them. Useful
    /// are, in this order: photos that the user checked or compared, or that are the same as another; photos of people
    /// met; photos of people passed by; and among equals those seen last.
    #[must_use]
    pub fn changes_to_keep(&self, most: usize) -> Vec<Change> {
        let Some(too_many) = self.photos.len().checked_sub(most).filter(|count| *count > 0) else { return Vec::new() };
        let compared: BTreeSet<&PhotoId> = self.comparings().flat_map(|pair| [&pair.a, &pair.b]).collect();
        let use_of = |id: &PhotoId, photo: &Photo| {
            let is_evidence = !photo.same.is_empty() || self.checks.contains_key(id) || compared.contains(id);
            let is_met = self.sightings_of(id).any(|sighting| sighting.place.is_met());
            (is_evidence, is_met, photo.last_seen)
        };
        let photos: Vec<((bool, bool, Millis), &PhotoId)> =
            self.photos.iter().map(|(id, photo)| (use_of(id, photo), id)).collect();
        let mut dropped = BTreeSet::new();
        dropped.extend(sorted(photos, Ord::cmp).into_iter().take(too_many).map(|(_, id)| id));
        let goes = |sighting: &Sighting| sighting.photo.as_ref().is_some_and(|photo| dropped.contains(photo));
        let gone = self.sightings.iter().filter(|(_, sighting)| goes(sighting));
        let mut changes: Vec<Change> = gone.map(|(key, _)| Change::Delete(Kind::Sighting, key.clone())).collect();
        changes.extend(self.changes_to_drop_photos(&|sighting| !goes(sighting)));
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
        let old = self.opinions().filter(|opinion| {
            opinion.at < before
                && self.sightings_of_account(&opinion.profile).all(|sighting| sighting.last_seen < before)
        });
        changes.extend(old.map(|opinion| Change::Delete(Kind::Opinion, opinion.profile.as_str().to_owned())));
        changes
    }

    /// Drops the photos that no sighting is left of.
    fn changes_to_drop_photos(&self, stays: &dyn Fn(&Sighting) -> bool) -> Vec<Change> {
        let is_kept = |photo: &PhotoId| self.sightings_of(photo).any(stays);
        let mut changes = Vec::new();
        for (id, photo) in &self.photos {
            let key = id.as_str().to_owned();
            if !is_kept(id) {
                let pairs = self.comparings.iter().filter(|(_, pair)| pair.a == *id || pair.b == *id);
                changes.extend(pairs.map(|(key, _)| Change::Delete(Kind::Comparing, key.clone())));
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
