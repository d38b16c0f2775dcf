//! Stories distributed over inboxes, together with bystanders; the service judges each inbox.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

use image::{RgbImage, imageops};
use pollster::block_on;
use vouchsafe::judge::{Case, replay};
use vouchsafe_core::address::{PhotoAddress, ProfileId};
use vouchsafe_core::memory::{Change, Failure, Memory, Photo, Place, Record, Sighting};
use vouchsafe_core::photo::Portrait;
use vouchsafe_core::service::{InMemory, PhotoSource, Store, View};
use vouchsafe_core::time::Millis;

use crate::alterations::{ALTERATIONS, SIDE, altered, served};
use crate::names::Name;
use crate::portraits::{Sitting, logo, placeholder, portrait};
use crate::random::Random;
use crate::story_builder::{DAY, Guest, NOW, Picture, Story};

/// Pixels a side of bystanders' pictures: the stored rendition is no larger.
const SMALL: u32 = 64;

/// The results of `work` for each item, in order; computed in parallel.
fn on_all_processors<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let workers = thread::available_parallelism().map_or(1, |workers| workers.get());
    let part = |worker: usize| all.iter().enumerate().skip(worker).step_by(workers);
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..workers)
            .map(|worker| {
                let work = &work;
                scope.spawn(move || part(worker).map(|(place, one)| (place, work(one))).collect::<Vec<_>>())
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("all is as it should be")).collect()
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, made)| made).collect()
}

/// Portraits of bystanders, who appear in no story.
pub struct Bystanders(Vec<Portrait>);

impl Bystanders {
    /// Draws `count` portraits.
    pub fn drawn(count: u64) -> Self {
        let numbers: Vec<u64> = (0..count).map(|number| u64::MAX - number).collect();
        let draw =
            |number: &u64| Portrait::of_picture(&portrait(Sitting { backdrop: *number, person: *number }, SMALL));
        Self(on_all_processors(&numbers, draw))
    }

    /// The store's records of the first `count` bystanders, seen in passing during the last half year.
    fn changes(&self, count: usize, random: &mut Random) -> Vec<Change> {
        let mut changes = Vec::new();
        let nobody = Memory::default();
        for (number, portrait) in self.0.iter().filter(|portrait| portrait.fingerprint.is_ok()).take(count).enumerate()
        {
            let name = Name::draw(random);
            let (seen, set) = (NOW - random.whole(0, 175 * DAY), NOW - random.whole(180 * DAY, 3000 * DAY));
            let url = format!(
                "https://media.licdn.com/dms/image/v2/B{number:08}/profile-displayphoto-shrink_100_100/0/{set}?e=1900000000"
            );
            let address = PhotoAddress::read(&url).expect("a photo's address");
            let profile = ProfileId::from_address(&vouchsafe::judge::address(&name.slug(random))).expect("a slug");
            changes.push(Change::Put(Record::Sighting(Sighting {
                profile,
                name: name.shown(random),
                photo: Some(address.id.clone()),
                set_at: address.set_at,
                place: Place::Search,
                first_seen: seen,
                last_seen: seen,
            })));
            let photo = Photo {
                address,
                picture: vouchsafe_core::memory::Picture::Unread,
                side: 100,
                same: Vec::new(),
                last_seen: seen,
            };
            changes.extend(nobody.changes_for_picture(photo, portrait, Vec::new()));
        }
        changes
    }
}

/// The verdict on a guest, with the truth.
pub struct Judged {
    pub guest: Guest,
    /// The earliest known holder of the photo, among all accounts that show it.
    pub is_earliest: bool,
    pub view: View,
}

/// Photos as served; each is drawn once.
#[derive(Clone, Default)]
pub struct DrawnPhotos(Arc<Mutex<Pictures>>);

#[derive(Default)]
struct Pictures {
    recipes: BTreeMap<String, Picture>,
    drawn: BTreeMap<String, Vec<u8>>,
}

impl DrawnPhotos {
    fn pictures(&self) -> MutexGuard<'_, Pictures> {
        self.0.lock().expect("nobody panicked with it")
    }
}

impl PhotoSource for DrawnPhotos {
    async fn fetch(&self, url: &str) -> Result<Vec<u8>, Failure> {
        // The lock is not held while drawing, so that other threads can draw. No two inboxes share a photo.
        let recipe = {
            let pictures = self.pictures();
            if let Some(drawn) = pictures.drawn.get(url) {
                return Ok(drawn.clone());
            }
            pictures.recipes.get(url).cloned().ok_or(Failure::Refused { status: 404 })?
        };
        let drawn = file(&recipe);
        self.pictures().drawn.insert(url.to_owned(), drawn.clone());
        Ok(drawn)
    }
}

fn file(picture: &Picture) -> Vec<u8> {
    match picture {
        Picture::Logo(number) => served(&logo(*number, SIDE), 100),
        Picture::Placeholder(number) => served(&placeholder(*number, SIDE), 100),
        Picture::Collage(sittings) => served(&collage(sittings), 200),
        Picture::Portrait { sitting, alteration, draw, side } => served(&uploaded(*sitting, *alteration, *draw), *side),
    }
}

/// Four portraits in one picture.
fn collage(sittings: &[Sitting; 4]) -> RgbImage {
    let mut whole = RgbImage::new(2 * SIDE, 2 * SIDE);
    for (sitting, (x, y)) in sittings.iter().zip([(0, 0), (1, 0), (0, 1), (1, 1)]) {
        imageops::replace(&mut whole, &portrait(*sitting, SIDE), x * i64::from(SIDE), y * i64::from(SIDE));
    }
    whole
}

fn uploaded(sitting: Sitting, alteration: usize, draw: u64) -> RgbImage {
    altered(&portrait(sitting, SIDE), ALTERATIONS[alteration], &mut Random::of(draw))
}

/// The stories whose people and photos are in one memory, and the number of other photos in it.
#[derive(Default)]
struct Inbox<'a> {
    stories: Vec<&'a Story>,
    others: Vec<Change>,
}

/// Judges all stories, in inboxes whose memory holds `memory` photos.
pub fn judge_all(
    stories: &[Story],
    memory: usize,
    bystanders: &Bystanders,
    drawn: &DrawnPhotos,
    seed: u64,
) -> Vec<Judged> {
    drawn.pictures().recipes.extend(stories.iter().flat_map(|story| story.pictures.clone()));
    // At most half the photos of a small memory belong to stories.
    let most = if memory < 10_000 { memory / 2 } else { memory };
    let mut random = Random::of(seed ^ memory as u64);
    let mut inboxes = Vec::new();
    let mut inbox = Inbox::default();
    let mut photos = 0;
    for (number, story) in stories.iter().enumerate() {
        inbox.stories.push(story);
        photos += story.pictures.len();
        let next = stories.get(number + 1).map_or(usize::MAX, |next| next.pictures.len());
        if photos.saturating_add(next) > most {
            inbox.others = bystanders.changes(memory.saturating_sub(photos), &mut random);
            inboxes.push(std::mem::take(&mut inbox));
            photos = 0;
        }
    }
    on_all_processors(&inboxes, |inbox| judge(inbox, drawn)).into_iter().flatten().collect()
}

fn judge(Inbox { stories, others }: &Inbox, drawn: &DrawnPhotos) -> Vec<Judged> {
    let store = InMemory::default();
    block_on(store.commit(others)).expect("kept in memory");
    let guests = stories.iter().flat_map(|story| story.guests.iter().map(move |guest| (*story, guest)));
    let case = Case {
        now: NOW,
        cards: guests.clone().map(|(_, guest)| guest.card.clone().into()).collect(),
        sightings: stories.iter().flat_map(|story| story.sightings.iter().cloned()).collect(),
        ..Case::default()
    };
    let views = replay(&case, store, drawn.clone()).expect("all is as it should be");
    assert_eq!(views.len(), case.cards.len());
    let judged = |((story, guest), view): ((&Story, &Guest), View)| Judged {
        is_earliest: story.is_earliest(guest),
        guest: guest.clone(),
        view,
    };
    guests.zip(views).map(judged).collect()
}

impl Story {
    /// Whether no other account of the story is known to have held the guest's picture earlier.
    fn is_earliest(&self, guest: &Guest) -> bool {
        let Some(own) = guest.card.photo.as_ref().and_then(|photo| self.sitting(&photo.url)) else { return false };
        let mut held: BTreeMap<&str, Millis> = BTreeMap::new();
        let cards = self.guests.iter().filter_map(|g| Some((&g.card.profile, g.card.photo.as_ref()?, g.card.seen)));
        let sightings = self.sightings.iter().map(|s| (&s.profile, &s.photo, s.seen));
        for (profile, photo, seen) in
            cards.chain(sightings).filter(|(_, photo, _)| self.sitting(&photo.url) == Some(own))
        {
            let set = PhotoAddress::read(&photo.url).and_then(|address| address.set_at);
            let since = held.entry(profile).or_insert(seen);
            *since = (*since).min(seen).min(set.unwrap_or(seen));
        }
        held.get(guest.card.profile.as_str()) == held.values().min()
    }

    fn sitting(&self, url: &str) -> Option<Sitting> {
        match self.pictures.get(url)? {
            Picture::Portrait { sitting, .. } => Some(*sitting),
            Picture::Logo(_) | Picture::Placeholder(_) | Picture::Collage(_) => None,
        }
    }
}
