//! What is held, and forgetting it.

use crate::time::DAY;
use std::collections::BTreeSet;

use super::{Clock, Held, Millis, PhotoSource, Service, ServiceError, Store, StoreError};
use crate::address::ProfileId;
use crate::memory::Memory;
use crate::sorted::sorted;

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// Everybody who is remembered, last seen first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn held(&self) -> Result<Vec<Held>, StoreError> {
        self.ready().await?;
        let memory = self.memory.borrow();
        let mut people: Vec<Held> = Vec::new();
        let mut names = BTreeSet::new();
        // Sightings are in the order of their keys, which begin with the profile: one person's follow each other.
        for sighting in memory.sightings() {
            if people.last().is_none_or(|last| last.profile != sighting.profile.as_str()) {
                names.clear();
                people.push(Held {
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
            names.insert(sighting.name.as_str());
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

    /// Forgets one person: all profiles of that account, their invitations, photos and checks.
    ///
    /// # Errors
    /// [`ServiceError`] if the profile is none or nothing could be stored.
    pub async fn forget_person(&self, profile: &str) -> Result<(), ServiceError> {
        let address = format!("https://www.linkedin.com/in/{profile}/");
        let profile = ProfileId::from_address(&address).ok_or(ServiceError::NotAProfile)?;
        self.change(Box::new(|memory| memory.changes_to_forget(&profile))).await?;
        Ok(())
    }

    /// Forgets everything, without reading it first.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if nothing was forgotten.
    pub async fn forget_all(&self) -> Result<(), ServiceError> {
        let mut is_read = self.read.lock().await;
        let _turn = self.queue.lock().await;
        self.store.clear().await?;
        self.memory.replace(Memory::default());
        *is_read = true;
        Ok(())
    }

    /// Forgets what was last seen more than so many days ago, then what is least useful of more than so many photos.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if nothing was forgotten.
    pub async fn tidy(&self, keep_days: u32, most_photos: usize) -> Result<(), ServiceError> {
        let before = self.clock.now() - Millis::from(keep_days) * DAY;
        self.change(Box::new(|memory| memory.changes_to_expire(before))).await?;
        self.change(Box::new(|memory| memory.changes_to_keep(most_photos))).await?;
        Ok(())
    }
}
