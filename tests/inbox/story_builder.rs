//! The parts of stories: pictures, uploads, cards and sightings.

use std::collections::BTreeMap;

use vouchsafe::judge::{Photo, Sighting, SimpleCard};
use vouchsafe_core::memory::Place;
use vouchsafe_core::time::Millis;

use crate::alterations::ALTERATIONS;
use crate::names::{Name, handle};
use crate::portraits::Sitting;
use crate::random::Random;
use crate::texts;
use crate::truth::Class;

pub const DAY: Millis = 24 * 60 * 60 * 1000;
pub const NOW: Millis = 1_795_000_000_000;
/// The share of photo addresses that have an upload time: every known form of them has a place for it (docs/verdict.md). A
/// holder without one cannot be called the later one.
const SHARE_WITH_TIME: f32 = 0.98;

/// The picture served at a photo's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    Portrait { sitting: Sitting, alteration: usize, draw: u64, side: u32 },
    Logo(u64),
    Placeholder(u64),
    Collage([Sitting; 4]),
}

/// An invitation with its truth.
#[derive(Debug, Clone)]
pub struct Guest {
    pub class: Class,
    pub card: SimpleCard,
}

/// A group of related people, unrelated to everybody else.
#[derive(Debug, Clone, Default)]
pub struct Story {
    pub guests: Vec<Guest>,
    pub sightings: Vec<Sighting>,
    pub pictures: BTreeMap<String, Picture>,
    /// When each upload was made, even where its address does not tell.
    uploaded: BTreeMap<String, Millis>,
}

impl Story {
    /// The time of a sighting: not before the photo was uploaded.
    fn seen_with(&self, photo: &Photo, seen: Millis) -> Millis {
        self.uploaded.get(&photo.url).map_or(seen, |uploaded| seen.max(*uploaded))
    }

    /// How many days ago a photo was uploaded.
    pub fn age(&self, photo: &Photo) -> f32 {
        self.uploaded.get(&photo.url).map_or(0.0, |uploaded| (NOW - uploaded) as f32 / DAY as f32)
    }
}

/// Builds the stories, one after another.
pub struct StoryBuilder {
    pub random: Random,
    pub seed: u64,
    /// The numbers of the next picture and upload.
    pub drawn: u64,
    pub story: Story,
}

impl StoryBuilder {
    pub fn sitting(&mut self) -> Sitting {
        self.drawn += 1;
        let number = self.seed << 32 | self.drawn;
        Sitting { backdrop: number, person: number }
    }

    /// An upload of a picture, altered or not, set this many days ago.
    pub fn upload(&mut self, picture: Picture, days_ago: f32) -> Photo {
        self.upload_as("profile-displayphoto", picture, days_ago)
    }

    /// A picture in a frame that was put on this many days ago.
    pub fn framed_photo(&mut self, sitting: Sitting, days_ago: f32) -> Photo {
        let ring = ALTERATIONS.iter().position(|alteration| *alteration == "ring").unwrap_or(0);
        let picture = self.picture(sitting, ring);
        self.upload_as("profile-framedphoto", picture, days_ago)
    }

    fn upload_as(&mut self, kind: &str, picture: Picture, days_ago: f32) -> Photo {
        self.drawn += 1;
        let uploaded = NOW - (days_ago * DAY as f32) as Millis;
        let set = if self.random.chance(SHARE_WITH_TIME) { uploaded } else { 1 };
        let asset = format!("D4E03AQ{:016x}", (self.seed << 32 | self.drawn).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let side = if let Picture::Portrait { side, .. } = picture { side } else { 100 };
        let url = format!(
            "https://media.licdn.com/dms/image/v2/{asset}/{kind}-shrink_{side}_{side}/B4/0/{set}?e=1900000000&v=beta&t=x"
        );
        self.story.pictures.insert(url.clone(), picture);
        self.story.uploaded.insert(url.clone(), uploaded);
        Photo { url, file: None }
    }

    pub fn picture(&mut self, sitting: Sitting, alteration: usize) -> Picture {
        let side = *self.random.pick(&[100, 100, 100, 200]);
        Picture::Portrait { sitting, alteration, draw: self.random.next(), side }
    }

    /// A person's own photo, set days to ten years ago.
    pub fn own_photo(&mut self, sitting: Sitting) -> Photo {
        let days = 20.0 * (self.random.part() * 5.2).exp();
        let days = if self.random.chance(0.04) { self.random.between(0.0, 30.0) } else { days };
        let picture = self.picture(sitting, 0);
        self.upload(picture, days)
    }

    /// An honest card; seen in the last two months.
    pub fn card(&mut self, name: &Name, photo: Option<Photo>) -> SimpleCard {
        let random = &mut self.random;
        let shown = name.shown(random);
        SimpleCard {
            profile: name.slug(random),
            headline: texts::headline(random),
            note: if random.chance(0.15) { texts::note(random, &shown) } else { String::new() },
            mutual: match random.whole(0, 99) {
                0..35 => 0,
                35..75 => random.whole(1, 5) as u32,
                75..95 => random.whole(6, 30) as u32,
                _ => random.whole(31, 300) as u32,
            },
            verified: random.chance(0.15),
            follows: random.chance(0.08),
            shared: random.chance(0.08),
            seen: NOW - random.whole(0, 60 * DAY),
            name: shown,
            context: String::new(),
            photo,
        }
    }

    /// A fake's card: fewer connections, hardly ever verified, pressing notes.
    pub fn fake_card(&mut self, name: &Name, photo: Option<Photo>) -> SimpleCard {
        let card = self.card(name, photo);
        let random = &mut self.random;
        SimpleCard {
            mutual: match random.whole(0, 199) {
                0..90 => 0,
                90..170 => random.whole(1, 5) as u32,
                170..197 => random.whole(6, 9) as u32,
                _ => random.whole(10, 30) as u32,
            },
            verified: random.chance(0.005),
            follows: random.chance(0.05),
            shared: random.chance(0.05),
            note: match random.whole(0, 99) {
                0..12 => texts::pressing(random, &card.name),
                12..40 => texts::note(random, &card.name),
                _ => String::new(),
            },
            profile: if random.chance(0.05) { handle(random) } else { card.profile },
            ..card
        }
    }

    pub fn invite(&mut self, class: Class, card: SimpleCard) {
        let seen = card.photo.as_ref().map_or(card.seen, |photo| self.story.seen_with(photo, card.seen));
        self.story.guests.push(Guest { class, card: SimpleCard { seen, ..card } });
    }

    /// A sighting this many days ago, or when the photo was uploaded, if that was later.
    pub fn see(&mut self, profile: &str, name: &str, photo: &Photo, place: Place, days_ago: f32) {
        self.story.sightings.push(Sighting {
            profile: profile.to_owned(),
            name: name.to_owned(),
            photo: photo.clone(),
            place,
            seen: self.story.seen_with(photo, NOW - (days_ago * DAY as f32) as Millis),
        });
    }

    pub fn passing(&mut self) -> Place {
        *self.random.pick(&[
            Place::Search,
            Place::Search,
            Place::Suggestion,
            Place::Connection,
            Place::Feed,
            Place::Feed,
            Place::Profile,
        ])
    }
}
