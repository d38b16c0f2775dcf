//! A first answer from a few records, before the memory is read.

use std::collections::BTreeSet;

use super::{CardSeen, Clock, PhotoSource, Service, SightingsOf, Store, StoreError, View};
use crate::address::{PhotoId, ProfileId};
use crate::invitation::{self, CardAsRead, CardPhoto, Reading};
use crate::memory::{Kind, Memory, Photo, Record};

/// The most profiles and photos that are read one by one around an invitation.
const MAX_NEIGHBOURS: usize = 200;

/// The profiles and photos connected with one invitation: those known, and those still to be read.
#[derive(Default)]
struct Neighbours {
    profiles: Vec<ProfileId>,
    photos: Vec<PhotoId>,
    known_profiles: BTreeSet<ProfileId>,
    known_photos: BTreeSet<PhotoId>,
}

impl Neighbours {
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
    /// A first answer for a known card, from the few records it concerns. `None` if the card is new or changed, its photo
    /// was not compared yet, or the memory has been read. [`Self::see_card`] must follow, and its answer replaces this one.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn recall(&self, card: &CardAsRead) -> Result<Option<CardSeen>, StoreError> {
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
        // Kinds with few, short records. Searches are long, and are read by photo.
        const SMALL_KINDS: [Kind; 7] = [
            Kind::Received,
            Kind::PhotoCheck,
            Kind::Opinion,
            Kind::Comparing,
            Kind::PhotoCounts,
            Kind::Goals,
            Kind::Calendar,
        ];
        for kind in SMALL_KINDS {
            let part = self.store.read(kind, None).await?;
            if part.next.is_some() {
                return Ok(None);
            }
            memory.take(part.records);
        }
        let mut neighbours = Neighbours::default();
        neighbours.profile(&invitation.profile);
        if let CardPhoto::At(address) = &invitation.photo {
            neighbours.photo(&address.id);
            let Some(photo) = self.photo_record(&address.id).await?.filter(Photo::is_read) else { return Ok(None) };
            photo.same.iter().for_each(|(other, _)| neighbours.photo(other));
            let searched = self.store.get(Kind::Searched, address.id.as_str()).await?;
            memory.take(searched.into_iter().collect());
            memory.take(vec![Record::Photo(photo)]);
        }
        while neighbours.known_profiles.len() + neighbours.known_photos.len() <= MAX_NEIGHBOURS {
            let sightings = if let Some(profile) = neighbours.profiles.pop() {
                let account = self.store.get(Kind::About, profile.as_str()).await?;
                memory.take(account.into_iter().collect());
                self.store.sightings(SightingsOf::Profile(&profile)).await?
            } else if let Some(photo) = neighbours.photos.pop() {
                let record = self.photo_record(&photo).await?;
                // Other matches tell whether a picture is pieced together.
                record.iter().flat_map(|photo| &photo.same).for_each(|(other, _)| neighbours.photo(other));
                memory.take(record.map(Record::Photo).into_iter().collect());
                self.store.sightings(SightingsOf::Photo(&photo)).await?
            } else {
                let Some(received) = memory.received(&invitation.key) else { return Ok(None) };
                let mut view = Box::new(View::of(received, &memory));
                // It was compared with all remembered photos, not with the few read here.
                view.compared = memory.photo_counts().comparable.saturating_sub(1).max(view.compared);
                return Ok(Some(CardSeen::Invitation { view, name_at, others: Vec::new() }));
            };
            for record in &sightings {
                let Record::Sighting(sighting) = record else { continue };
                neighbours.profile(&sighting.profile);
                sighting.photo.iter().for_each(|photo| neighbours.photo(photo));
            }
            memory.take(sightings);
        }
        Ok(None)
    }

    /// The view of a card while its photo is still being fetched; `None` if the card is not remembered yet.
    #[must_use]
    pub fn so_far(&self, card: &CardAsRead) -> Option<CardSeen> {
        let Reading::Invitation(invitation, name_at) = invitation::read(card) else { return None };
        let memory = self.memory.borrow();
        let view = Box::new(View::of(memory.received(&invitation.key)?, &memory));
        Some(CardSeen::Invitation { view, name_at, others: Vec::new() })
    }

    async fn photo_record(&self, id: &PhotoId) -> Result<Option<Photo>, StoreError> {
        Ok(match self.store.get(Kind::Photo, id.as_str()).await? {
            Some(Record::Photo(photo)) => Some(photo),
            _ => None,
        })
    }
}
