//! People seen beside the invitations: on their profiles, and, if the user says yes, in passing.

use serde::{Deserialize, Serialize};

use super::photos::{photo_seen, set_at};
use super::{Change, Clock, PhotoAddress, PhotoSource, Service, ServiceError, Store, Twin, View, take_views};
use crate::address::{PhotoId, ProfileId};
use crate::invitation::text;
use crate::judgement;
use crate::memory::{Memory, PhotoCounts, Place, Record, Sighting};
use crate::time::{DAY, Millis};

/// The most photos of people passed by that are fetched on one day. An assumption: several times what an hour of reading
/// shows, and a fraction of what a crawler would fetch.
pub(super) const MOST_PASSED_A_DAY: u32 = 500;
/// Photos with a shorter side than this, in pixels, are skipped: LinkedIn serves 100 and more beside names.
const SMALLEST_SIDE: u32 = 64;

/// A person as the page shows them: a profile's link and photo that are together. Hostile until read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PersonAsRead {
    /// The profile's address.
    pub profile: String,
    /// The name shown with it.
    pub name: String,
    /// The photo's address.
    pub photo: String,
}

/// The answer to a profile page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ProfileSeen {
    /// The views of pending invitations that changed.
    pub views: Vec<View>,
    /// Accounts that show this profile's photo under other names.
    pub twins: Vec<Twin>,
    /// That photo.
    pub photo: Option<PhotoId>,
}

/// A person as read, checked.
struct Person {
    profile: ProfileId,
    name: String,
    photo: PhotoAddress,
}

impl Person {
    fn read(profile: &str, name: &str, photo: &str) -> Option<Self> {
        let name = text::line(text::undoubled(name.trim()), text::MAX_NAME);
        Some(Self {
            profile: ProfileId::from_address(profile)?,
            name: Some(name).filter(|name| name.chars().count() > 1)?,
            photo: PhotoAddress::read(photo).filter(PhotoAddress::is_fetchable)?,
        })
    }

    fn changes(&self, memory: &Memory, place: Place, now: Millis) -> [Change; 2] {
        let sighting = Sighting {
            profile: self.profile.clone(),
            name: self.name.clone(),
            photo: Some(self.photo.id.clone()),
            set_at: set_at(&self.photo, now),
            place,
            first_seen: now,
            last_seen: now,
        };
        [photo_seen(memory, &self.photo, now), Change::Put(Record::Sighting(memory.merged(sighting)))]
    }
}

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// Takes in the photos that a profile page shows of its owner: larger renditions, and a sighting of this profile with
    /// this photo and name. `everybody`: whether the user allows remembering people who sent no invitation.
    ///
    /// # Errors
    /// [`ServiceError`] if the link is no profile's or nothing could be stored.
    pub async fn see_profile(
        &self,
        profile: &str,
        name: &str,
        urls: &[String],
        everybody: bool,
    ) -> Result<ProfileSeen, ServiceError> {
        let id = ProfileId::from_address(profile).ok_or(ServiceError::NotAProfile)?;
        let since = self.forgotten_count();
        self.ready().await?;
        let mut seen = ProfileSeen { views: Vec::new(), twins: Vec::new(), photo: None };
        let people: Vec<Person> = {
            let memory = self.memory.borrow();
            let met = everybody || memory.account(&id).is_some();
            let people = urls.iter().filter_map(|url| Person::read(profile, name, url));
            people.filter(|person| met || memory.photo(&person.photo.id).is_some()).collect()
        };
        for person in &people {
            take_views(&mut seen.views, self.take_person(person, Place::Profile, since).await?);
            let memory = self.memory.borrow();
            let others = judgement::other_holders(&person.profile, &person.name, &person.photo.id, &memory);
            let is_new = |twin: &Twin| !seen.twins.iter().any(|known| known.profile_url == twin.profile_url);
            let twins: Vec<Twin> = others.iter().map(|holder| Twin::of(holder, None)).filter(is_new).collect();
            if seen.photo.is_none() && !twins.is_empty() {
                seen.photo = Some(person.photo.id.clone());
            }
            seen.twins.extend(twins);
        }
        Ok(seen)
    }

    /// Takes in people passed by: in a search, among suggestions, connections, or in the feed. Called only if the
    /// user said yes to that. At most [`MOST_PASSED_A_DAY`] photos are fetched on one day.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if nothing could be stored.
    pub async fn see_people(&self, place: Place, people: &[PersonAsRead]) -> Result<Vec<View>, ServiceError> {
        let since = self.forgotten_count();
        self.ready().await?;
        let mut changed = Vec::new();
        for person in people.iter().filter_map(|p| Person::read(&p.profile, &p.name, &p.photo)) {
            let is_small = person.photo.side != 0 && person.photo.side < SMALLEST_SIDE;
            if place.is_met() || is_small {
                continue;
            }
            take_views(&mut changed, self.take_person(&person, place, since).await?);
        }
        Ok(changed)
    }

    /// Remembers a person and has the photo read, unless they were forgotten since or the day's limit of photos of people
    /// passed by is reached. Returns the views of pending invitations that changed.
    async fn take_person(&self, person: &Person, place: Place, since: usize) -> Result<Vec<View>, ServiceError> {
        let photos = std::slice::from_ref(&person.photo.id);
        let before = self.neighbours(photos, &[]);
        let now = self.clock.now();
        let mut is_taken = false;
        self.change(Box::new(|memory| {
            if self.was_forgotten(&person.profile, since) {
                return Ok(Vec::new());
            }
            let mut changes = Vec::new();
            let is_read = memory.photo(&person.photo.id).is_some_and(|photo| photo.is_read());
            if !place.is_met() && !is_read {
                let Some(photo_counts) = counted(memory.photo_counts(), now) else { return Ok(Vec::new()) };
                changes.push(Change::Put(Record::PhotoCounts(photo_counts)));
            }
            changes.extend(person.changes(memory, place, now));
            is_taken = true;
            Ok(changes)
        }))
        .await?;
        if !is_taken {
            return Ok(Vec::new());
        }
        self.read_photo(&person.photo).await?;
        Ok(self.neighbours(photos, &[]).into_iter().filter(|view| !before.contains(view)).collect())
    }
}

/// The count with one more photo of this day; `None` if the day's limit is reached.
fn counted(photo_counts: PhotoCounts, now: Millis) -> Option<PhotoCounts> {
    let day = now.div_euclid(DAY);
    let passing = if photo_counts.day == day { photo_counts.passing } else { 0 };
    (passing < MOST_PASSED_A_DAY).then_some(PhotoCounts { day, passing: passing + 1, ..photo_counts })
}
