//! The changes that forget a person, old records, and the least useful photos.

use std::collections::BTreeSet;

use super::{Answer, Change, Kind, Memory, Photo, PhotoCheck, Record, SEARCH_KEPT, Searched, Sighting};
use crate::address::{PhotoId, ProfileId};
use crate::sorted::sorted;
use crate::time::Millis;

impl Memory {
    /// The changes that forget one person: every trace of every profile of that account, and the photos nobody else was
    /// seen with.
    #[must_use]
    pub fn changes_to_forget(&self, profile: &ProfileId) -> Vec<Change> {
        let members = self.members(profile);
        let is_theirs = |other: &ProfileId| members.contains(other);
        let gone = set(self.sightings_of_account(profile).map(Sighting::key));
        let mut changes = self.changes_to_drop_sightings(&gone);
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
        let seen = self.all_about_seen().filter(|seen| is_theirs(&seen.profile));
        changes.extend(seen.map(|seen| Change::Delete(Kind::About, seen.profile.as_str().to_owned())));
        // They may be among the results of a search for somebody else's photo.
        let person = self.inviter(profile, "");
        changes.extend(self.all_searched().filter_map(|known| changed(known, known.without_person(&person))));
        // Their profile may be the user's answer to a check of somebody else's photo.
        changes.extend(self.checks.values().filter_map(|check| match &check.answer {
            Some((Answer::OtherName { profile: Some(found) }, at)) if is_theirs(found) => {
                let answer = Some((Answer::OtherName { profile: None }, *at));
                Some(Change::Put(Record::PhotoCheck(PhotoCheck { answer, ..PhotoCheck::clone(check) })))
            }
            _ => None,
        }));
        changes
    }

    /// The changes that keep at most `most` photos: the least useful go, with the sightings that show them. The order, most
    /// useful first: photos that the user checked or compared, or that are the same as another; photos of people met;
    /// photos of people passed by. Among equals those seen last come first.
    #[must_use]
    pub fn changes_to_keep(&self, most: usize) -> Vec<Change> {
        let Some(too_many) = self.photos.len().checked_sub(most).filter(|count| *count > 0) else { return Vec::new() };
        let compared = set(self.comparings().flat_map(|pair| [&pair.a, &pair.b]));
        let use_of = |photo: &Photo| {
            let id = &photo.address.id;
            let is_searched = self.checks.contains_key(id) || self.searched.contains_key(id);
            let is_evidence = !photo.same.is_empty() || is_searched || compared.contains(id);
            let is_met = self.keys_of(id).into_iter().filter_map(Sighting::of_key).any(|(.., place)| place.is_met());
            (is_evidence, is_met, photo.last_seen)
        };
        let photos: Vec<((bool, bool, Millis), PhotoId)> =
            self.photos().map(|photo| (use_of(&photo), photo.address.id.clone())).collect();
        let least_useful = sorted(photos, Ord::cmp).into_iter().take(too_many);
        let gone = least_useful.flat_map(|(_, id)| self.keys_of(&id)).map(str::to_owned);
        self.changes_to_drop_sightings(&set(gone))
    }

    /// The changes that forget all that was last seen more than `keep` ago, by [`Calendar::age`](super::Calendar::age).
    #[must_use]
    pub fn changes_to_expire(&self, keep: Millis, now: Millis) -> Vec<Change> {
        let calendar = self.calendar().unwrap_or_default();
        let is_old = |seen: Millis| calendar.age(seen, now) > keep;
        let gone = self.sightings().filter(|sighting| is_old(sighting.last_seen)).map(|sighting| sighting.key());
        let mut changes = self.changes_to_drop_sightings(&set(gone));
        changes.extend(
            self.received
                .iter()
                .filter(|(_, r)| is_old(r.last_seen))
                .map(|(key, _)| Change::Delete(Kind::Received, key.clone())),
        );
        let old = self.opinions().filter(|opinion| {
            is_old(opinion.at) && self.sightings_of_account(&opinion.profile).all(|sighting| is_old(sighting.last_seen))
        });
        changes.extend(old.map(|opinion| Change::Delete(Kind::Opinion, opinion.profile.as_str().to_owned())));
        let about = self.all_about_seen().filter(|seen| {
            is_old(seen.at) && self.sightings_of_account(&seen.profile).all(|sighting| is_old(sighting.last_seen))
        });
        changes.extend(about.map(|seen| Change::Delete(Kind::About, seen.profile.as_str().to_owned())));
        let is_past = |at: Millis| calendar.age(at, now) > SEARCH_KEPT;
        changes.extend(self.all_searched().filter_map(|known| changed(known, known.without_old(&is_past))));
        changes
    }

    /// The changes that drop orphans: photos that nobody was seen with, checks and comparisons of photos that are not
    /// remembered.
    #[must_use]
    pub fn changes_to_drop_orphans(&self) -> Vec<Change> {
        let ids = self.photos.keys().map(|id| PhotoId::from(id.to_owned()));
        let mut changes = self.changes_to_drop(&set(ids.filter(|id| self.keys_of(id).is_empty())));
        let checks = self.checks.keys().filter(|photo| !self.photos.contains(photo.as_str()));
        changes.extend(checks.map(|photo| Change::Delete(Kind::PhotoCheck, photo.as_str().to_owned())));
        let searched = self.searched.keys().filter(|photo| !self.photos.contains(photo.as_str()));
        changes.extend(searched.map(|photo| Change::Delete(Kind::Searched, photo.as_str().to_owned())));
        let about = self.all_about_seen.keys().filter(|profile| self.account(profile).is_none());
        changes.extend(about.map(|profile| Change::Delete(Kind::About, profile.as_str().to_owned())));
        let pairs = self.comparings.iter();
        let loose = pairs.filter(|(_, p)| [&p.a, &p.b].iter().any(|id| !self.photos.contains(id.as_str())));
        changes.extend(loose.map(|(key, _)| Change::Delete(Kind::Comparing, key.clone())));
        changes
    }

    /// Drops sightings, by their keys, and the photos that lose all of theirs by it. Photos without any sighting are left alone:
    /// an import may be about to bring some.
    fn changes_to_drop_sightings(&self, gone: &BTreeSet<String>) -> Vec<Change> {
        let mut changes: Vec<Change> = gone.iter().map(|key| Change::Delete(Kind::Sighting, key.clone())).collect();
        let shown = gone.iter().filter_map(|key| Sighting::of_key(key)?.2).map(|id| PhotoId::from(id.to_owned()));
        let goes = |photo: &PhotoId| self.keys_of(photo).into_iter().all(|key| gone.contains(key));
        changes.extend(self.changes_to_drop(&set(shown.filter(goes))));
        changes
    }

    /// Drops photos with all that is known of them. Photos that look the same know of each other.
    fn changes_to_drop(&self, photos: &BTreeSet<PhotoId>) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut others = BTreeSet::new();
        for id in photos {
            let key = id.as_str();
            changes.extend(
                [Kind::Photo, Kind::Rendition, Kind::PhotoCheck, Kind::Searched]
                    .map(|kind| Change::Delete(kind, key.to_owned())),
            );
            others.extend(self.alike(id).map(|(other, _)| other).filter(|other| !photos.contains(*other)));
        }
        for other in others {
            let Some(mut photo) = self.photo(other).cloned() else { continue };
            photo.same.retain(|(same, _)| !photos.contains(same));
            changes.push(Change::Put(Record::Photo(photo)));
        }
        let pairs = self.comparings.iter().filter(|(_, pair)| photos.contains(&pair.a) || photos.contains(&pair.b));
        changes.extend(pairs.map(|(key, _)| Change::Delete(Kind::Comparing, key.clone())));
        changes
    }
}

/// Inserts the items one by one: `collect` sorts them first, and that code would be compiled again for every type.
fn set<T: Ord>(items: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// The change from a record to what is kept of it, if they differ.
fn changed(known: &Searched, kept: Searched) -> Option<Change> {
    if kept.is_empty() {
        return Some(Change::Delete(Kind::Searched, known.photo.as_str().to_owned()));
    }
    (*known != kept).then_some(Change::Put(Record::Searched(kept)))
}
