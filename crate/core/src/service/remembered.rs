//! Lists the people who are remembered, and forgets them.

use crate::time::DAY;
use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    Change, Clock, Kind, Millis, PhotoSource, RememberedPerson, Service, ServiceError, Store, StoreError, View,
};
use crate::address::ProfileId;
use crate::invitation;
use crate::memory::Memory;
use crate::sorted::sorted;

/// What was forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Forgotten {
    Everybody,
    Person(ProfileId),
}

/// What open pages are to be told of somebody who was forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PersonForgotten {
    /// The keys of their invitations, and the keys that invitations of their profiles would have: what the extension
    /// keeps under these goes too.
    pub keys: Vec<String>,
    /// The views of pending invitations that changed.
    pub views: Vec<View>,
}

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// Everybody who is remembered, the last seen first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn people(&self) -> Result<Vec<RememberedPerson>, StoreError> {
        self.ready().await?;
        let memory = self.memory.borrow();
        let mut people: Vec<RememberedPerson> = Vec::new();
        let mut names = BTreeSet::new();
        // Sightings are in the order of their keys, which begin with the profile: one person's follow each other.
        for sighting in memory.sightings() {
            if people.last().is_none_or(|last| last.profile != sighting.profile.as_str()) {
                names.clear();
                people.push(RememberedPerson {
                    profile: sighting.profile.as_str().to_owned(),
                    profile_url: sighting.profile.to_address(),
                    name: sighting.name.clone(),
                    earlier_names: 0,
                    photos: Vec::new(),
                    first_seen: sighting.first_seen,
                    last_seen: sighting.last_seen,
                });
            }
            let Some(held) = people.last_mut() else { continue };
            names.insert(sighting.name.clone());
            held.earlier_names = names.len() - 1;
            if sighting.last_seen > held.last_seen {
                held.name.clone_from(&sighting.name);
            }
            if let Some(photo) = sighting.photo.as_ref().filter(|photo| !held.photos.contains(photo)) {
                held.photos.push(photo.clone());
            }
            held.first_seen = held.first_seen.min(sighting.first_seen);
            held.last_seen = held.last_seen.max(sighting.last_seen);
        }
        Ok(sorted(people, |a, b| (b.last_seen, &a.profile).cmp(&(a.last_seen, &b.profile))))
    }

    /// Forgets one person: all profiles of that account, their invitations, photos and checks. Returns what open pages are
    /// to be told.
    ///
    /// # Errors
    /// [`ServiceError`] if this is no profile or nothing could be stored.
    pub async fn forget_person(&self, profile: &str) -> Result<PersonForgotten, ServiceError> {
        let address = format!("https://www.linkedin.com/in/{profile}/");
        let profile = ProfileId::from_address(&address).ok_or(ServiceError::NotAProfile)?;
        self.ready().await?;
        let before = self.pending_views();
        let mut keys = Vec::new();
        self.change(Box::new(|memory| {
            let changes = memory.changes_to_forget(&profile);
            keys.extend(changes.iter().filter_map(|change| match change {
                Change::Delete(Kind::Received, key) => Some(key.clone()),
                _ => None,
            }));
            // Noted before it is stored: tasks that wait for the queue are planned after this.
            let mut forgotten = self.forgotten.borrow_mut();
            for member in memory.members(&profile) {
                let key = invitation::key_of(&member);
                if !keys.contains(&key) {
                    keys.push(key);
                }
                forgotten.push(Forgotten::Person(member));
            }
            Ok(changes)
        }))
        .await?;
        // Forgetting dropped them. If they cannot be written now, the next start does it.
        let _ = self.renew_packs().await;
        Ok(PersonForgotten { keys, views: self.changed_since(&before) })
    }

    /// Forgets everything, without reading it first.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if nothing was forgotten.
    pub async fn forget_all(&self) -> Result<(), ServiceError> {
        let mut importing = self.importing.lock().await;
        let mut is_read = self.read.lock().await;
        let _turn = self.queue.lock().await;
        self.store.clear().await?;
        self.forgotten.borrow_mut().push(Forgotten::Everybody);
        *importing = None;
        self.memory.replace(Memory::default());
        *is_read = true;
        Ok(())
    }

    /// How often something was forgotten so far: noted when a task begins, for [`Self::was_forgotten`].
    pub(super) fn forgotten_count(&self) -> usize {
        self.forgotten.borrow().len()
    }

    /// Whether somebody was forgotten since a task began.
    pub(super) fn was_forgotten(&self, profile: &ProfileId, since: usize) -> bool {
        self.forgotten.borrow().iter().skip(since).any(|forgotten| match forgotten {
            Forgotten::Everybody => true,
            Forgotten::Person(person) => person == profile,
        })
    }

    /// Repairs the store at a start: undoes an unfinished import, drops unreadable records, and writes the packs again if
    /// they are missing or many records were stored since.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if the store failed; what was done by then is done.
    pub async fn settle(&self) -> Result<(), ServiceError> {
        self.repair().await?;
        self.renew_packs().await
    }

    async fn repair(&self) -> Result<(), ServiceError> {
        self.ready().await?;
        if let Some(importing) = self.importing.try_lock()
            && importing.is_none()
        {
            self.undo_import().await?;
        }
        if self.has_unreadable.replace(false) {
            let _turn = self.queue.lock().await;
            self.store.drop_unreadable().await?;
        }
        Ok(())
    }

    /// Keeps the store in order, going through all of it: repairs it, makes lost fingerprints again, forgets what was
    /// last seen more than `keep_days` ago (by the days in use), then the least useful photos beyond `most_photos`,
    /// then orphans; and packs what is left. Returns the keys of the invitations that are still remembered.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if the store failed; what was done by then is done.
    pub async fn tidy(&self, keep_days: u32, most_photos: usize) -> Result<Vec<String>, ServiceError> {
        self.repair().await?;
        self.mend_fingerprints().await?;
        let now = self.clock.now();
        self.note_time().await?;
        self.change(Box::new(|memory| Ok(memory.changes_to_expire(Millis::from(keep_days) * DAY, now)))).await?;
        self.change(Box::new(|memory| Ok(memory.changes_to_keep(most_photos)))).await?;
        self.change(Box::new(|memory| {
            // An import brings photos before the sightings that show them.
            Ok(if self.is_importing() { Vec::new() } else { memory.changes_to_drop_orphans() })
        }))
        .await?;
        self.renew_packs().await?;
        Ok(self.memory.borrow().all_received().map(|received| received.invitation.key.clone()).collect())
    }

    /// Notes what the clock shows.
    async fn note_time(&self) -> Result<(), StoreError> {
        let _turn = self.queue.lock().await;
        let noted = self.memory.borrow().change_of_calendar(self.clock.now());
        match noted {
            Some(change) => self.store_then_apply(vec![change]).await,
            None => Ok(()),
        }
    }
}
