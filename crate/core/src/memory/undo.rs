//! An import is stored part by part. Until it ends, each part can be undone by its record here.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{AboutSeen, Change, Comparing, Kind, Memory, Opinion, Photo, Picture, Record, Searched, Sighting};
use crate::address::{PhotoId, ProfileId};
use crate::time::Millis;
use crate::worth::Goals;

/// The changes made by one part of an import.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Undo {
    /// The part's number, in the order in which parts were taken in.
    pub number: u32,
    /// Photos whose pictures it brought.
    pub photos: Vec<PhotoId>,
    /// Sightings it brought or changed.
    pub sightings: Vec<ChangedSighting>,
    /// The profiles it brought an opinion on, each with the opinion that an earlier import had brought.
    pub opinions: Vec<(ProfileId, Option<Opinion>)>,
    /// Photo checks it brought, and when those were opened.
    pub checks: Vec<(PhotoId, Millis)>,
    /// Comparisons it brought.
    pub comparings: Vec<Comparing>,
    /// The searches of photos in it, before and after.
    #[serde(default)]
    pub searched: Vec<(Option<Searched>, Searched)>,
    /// What "About this profile" said in it, before and after.
    #[serde(default)]
    pub accounts: Vec<(Option<AboutSeen>, AboutSeen)>,
    /// The user's goals, before and after.
    pub goals: Option<(Goals, Goals)>,
}

/// A sighting as an import left it, and what was known of it before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangedSighting {
    before: Option<Sighting>,
    after: Sighting,
}

impl Undo {
    /// Notes a change that the import is about to make.
    pub fn note(&mut self, memory: &Memory, change: &Change) {
        let Change::Put(record) = change else { return };
        match record {
            Record::Sighting(after) => self
                .sightings
                .push(ChangedSighting { before: memory.sightings.get(&after.key()).cloned(), after: after.clone() }),
            Record::Opinion(Opinion { profile, .. }) => {
                let before = memory.opinions.get(profile).map(|known| Opinion::clone(known));
                self.opinions.push((profile.clone(), before));
            }
            Record::PhotoCheck(check) => self.checks.push((check.photo.clone(), check.opened)),
            Record::Comparing(pair) => self.comparings.push(pair.clone()),
            Record::Searched(after) => {
                self.searched.push((memory.searched(&after.photo).cloned(), after.clone()));
            }
            Record::About(after) => {
                let before = memory.all_about_seen.get(&after.profile).map(|known| AboutSeen::clone(known));
                self.accounts.push((before, after.clone()));
            }
            Record::Goals(goals) => self.goals = Some((memory.goals.clone(), goals.clone())),
            // Photos are noted by the caller, since storing one changes others.
            _ => {}
        }
    }
}

impl Memory {
    /// The changes that undo one part of an import. What was seen, answered or checked since stays.
    #[must_use]
    pub fn changes_to_undo(&self, undo: &Undo) -> Vec<Change> {
        let mut changes: Vec<Change> = undo.sightings.iter().filter_map(|changed| self.restored(changed)).collect();
        let opinions = undo.opinions.iter().filter(|(of, _)| self.opinions.get(of).is_some_and(|known| known.imported));
        changes.extend(opinions.map(|(of, before)| match before {
            Some(before) => Change::Put(Record::Opinion(before.clone())),
            None => Change::Delete(Kind::Opinion, of.as_str().to_owned()),
        }));
        let checks = undo.checks.iter().filter(|(of, opened)| self.check(of).is_some_and(|c| c.opened == *opened));
        changes.extend(checks.map(|(of, _)| Change::Delete(Kind::PhotoCheck, of.as_str().to_owned())));
        let pairs = undo.comparings.iter().filter(|pair| self.comparing(&pair.a, &pair.b) == Some(pair));
        changes.extend(pairs.map(|pair| Change::Delete(Kind::Comparing, Comparing::key(&pair.a, &pair.b))));
        for (before, after) in &undo.searched {
            let Some(now) = self.searched(&after.photo) else { continue };
            let kept = now.without_import(before.as_ref(), after);
            changes.push(match kept.is_empty() {
                true => Change::Delete(Kind::Searched, after.photo.as_str().to_owned()),
                false => Change::Put(Record::Searched(kept)),
            });
        }
        for (before, after) in &undo.accounts {
            let is_as_left = self.all_about_seen.get(&after.profile).is_some_and(|known| **known == *after);
            changes.extend(is_as_left.then(|| match before {
                Some(before) => Change::Put(Record::About(before.clone())),
                None => Change::Delete(Kind::About, after.profile.as_str().to_owned()),
            }));
        }
        if let Some((before, _)) = undo.goals.as_ref().filter(|(_, after)| *after == self.goals) {
            changes.push(Change::Put(Record::Goals(before.clone())));
        }
        changes.extend(self.without_pictures(&undo.photos));
        changes.push(Change::Delete(Kind::Undo, Record::undo_key(undo.number)));
        changes
    }

    fn restored(&self, ChangedSighting { before, after }: &ChangedSighting) -> Option<Change> {
        let now = self.sightings.get(&after.key())?;
        let is_seen_since = now.last_seen > after.last_seen;
        Some(match before {
            Some(before) if is_seen_since => {
                Change::Put(Record::Sighting(Sighting { last_seen: now.last_seen, ..before.clone() }))
            }
            Some(before) => Change::Put(Record::Sighting(before.clone())),
            None if is_seen_since => {
                Change::Put(Record::Sighting(Sighting { first_seen: now.last_seen, ..now.clone() }))
            }
            None => Change::Delete(Kind::Sighting, after.key()),
        })
    }

    /// Removes pictures: photos that somebody still shows are to be read again, the others go.
    fn without_pictures(&self, photos: &[PhotoId]) -> Vec<Change> {
        let gone: BTreeSet<&PhotoId> = photos.iter().filter(|id| self.photos.contains(id.as_str())).collect();
        let mut touched: BTreeSet<&PhotoId> =
            gone.iter().flat_map(|id| self.alike(id).map(|(other, _)| other)).collect();
        touched.retain(|other| !gone.contains(other));
        let mut changes = Vec::new();
        for id in touched {
            if let Some(known) = self.photo(id) {
                let mut photo = known.clone();
                photo.same.retain(|(other, _)| !gone.contains(other));
                changes.push(Change::Put(Record::Photo(photo)));
            }
        }
        for id in gone {
            let key = id.as_str().to_owned();
            changes.push(Change::Delete(Kind::Rendition, key.clone()));
            match self.photo(id) {
                Some(known) if self.sightings_of(id).next().is_some() => {
                    let unread = Photo { picture: Picture::Unread, side: 0, same: Vec::new(), ..known.clone() };
                    changes.push(Change::Put(Record::Photo(unread)));
                }
                _ => changes.push(Change::Delete(Kind::Photo, key)),
            }
        }
        changes
    }
}
