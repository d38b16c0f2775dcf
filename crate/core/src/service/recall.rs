//! A first answer from a few records, before the memory is read.

use std::collections::BTreeSet;

use super::{Clock, PhotoSource, Seen, Service, SightingsOf, Store, StoreError, View};
use crate::address::{PhotoId, ProfileId};
use crate::invitation::{self, CardAsRead, CardPhoto, Reading};
use crate::memory::{Change, Kind, Memory, Photo, Record};

/// More people than this around one invitation are not gathered record by record.
const MOST: usize = 200;

/// What is still to be read around one invitation.
#[derive(Default)]
struct Around {
    profiles: Vec<ProfileId>,
    photos: Vec<PhotoId>,
    known_profiles: BTreeSet<ProfileId>,
    known_photos: BTreeSet<PhotoId>,
}

impl Around {
    fn profile(&mut self, profile: &ProfileId) {
        if self.known_profiles.insert(profile.clone()) {
            self.profiles.push(profile.clone());
        }
    }

    fn photo(&mut self, photo: &PhotoId) {
        if self.known_photos.insert(photo.clone()) {
            self.photos.push(photo.clone());
        }
    }
}

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// What was thought of a card that is known, gathered from the few records it concerns; `None` if the card is new
    /// or says something new, its photo was not compared yet, or the memory is read anyway. [`Self::see_card`] is due
    /// all the same, and may know better.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn recall(&self, card: &CardAsRead) -> Result<Option<Seen>, StoreError> {
        if self.read.try_lock().is_none_or(|is_read| *is_read) {
            return Ok(None);
        }
        let Reading::Invitation(invitation, name_at) = invitation::read(card) else { return Ok(None) };
        let Some(Record::Received(received)) = self.store.get(Kind::Received, &invitation.key).await? else {
            return Ok(None);
        };
        if received.invitation != *invitation {
            return Ok(None);
        }
        let mut memory = Memory::default();
        // All that is small: invitations, and what the user said.
        // What searches found is long, and is asked for by photo.
        for kind in [Kind::Received, Kind::PhotoCheck, Kind::Opinion, Kind::Comparing, Kind::Tally, Kind::Goals] {
            let part = self.store.read(kind, None).await?;
            if part.next.is_some() {
                return Ok(None);
            }
            take(&mut memory, part.records);
        }
        let mut around = Around::default();
        around.profile(&invitation.profile);
        if let CardPhoto::At(address) = &invitation.photo {
            around.photo(&address.id);
            let Some(photo) = self.photo_record(&address.id).await?.filter(Photo::is_read) else { return Ok(None) };
            photo.same.iter().for_each(|(other, _)| around.photo(other));
            let searched = self.store.get(Kind::Searched, address.id.as_str()).await?;
            take(&mut memory, searched.into_iter().collect());
            take(&mut memory, vec![Record::Photo(photo)]);
        }
        while around.known_profiles.len() + around.known_photos.len() <= MOST {
            let sightings = if let Some(profile) = around.profiles.pop() {
                let account = self.store.get(Kind::Account, profile.as_str()).await?;
                take(&mut memory, account.into_iter().collect());
                self.store.sightings(SightingsOf::Profile(&profile)).await?
            } else if let Some(photo) = around.photos.pop() {
                let record = self.photo_record(&photo).await?;
                // Whether a picture is pieced together is told by what else it matches.
                record.iter().flat_map(|photo| &photo.same).for_each(|(other, _)| around.photo(other));
                take(&mut memory, record.map(Record::Photo).into_iter().collect());
                self.store.sightings(SightingsOf::Photo(&photo)).await?
            } else {
                let Some(received) = memory.received(&invitation.key) else { return Ok(None) };
                let mut view = Box::new(View::of(received, &memory));
                // It was compared with all that is remembered, not with the few records read here.
                view.compared = memory.tally().comparable.saturating_sub(1).max(view.compared);
                return Ok(Some(Seen::Invitation { view, name_at, others: Vec::new() }));
            };
            for record in &sightings {
                let Record::Sighting(sighting) = record else { continue };
                around.profile(&sighting.profile);
                sighting.photo.iter().for_each(|photo| around.photo(photo));
            }
            take(&mut memory, sightings);
        }
        Ok(None)
    }

    /// What is thought of a card so far, while its photo is on the way; `None` if it is not remembered yet.
    #[must_use]
    pub fn so_far(&self, card: &CardAsRead) -> Option<Seen> {
        let Reading::Invitation(invitation, name_at) = invitation::read(card) else { return None };
        let memory = self.memory.borrow();
        let view = Box::new(View::of(memory.received(&invitation.key)?, &memory));
        Some(Seen::Invitation { view, name_at, others: Vec::new() })
    }

    async fn photo_record(&self, id: &PhotoId) -> Result<Option<Photo>, StoreError> {
        Ok(match self.store.get(Kind::Photo, id.as_str()).await? {
            Some(Record::Photo(photo)) => Some(photo),
            _ => None,
        })
    }
}

fn take(memory: &mut Memory, records: Vec<Record>) {
    memory.apply(&records.into_iter().map(Change::Put).collect::<Vec<_>>());
}
