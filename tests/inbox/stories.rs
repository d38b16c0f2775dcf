//! People, fakes and their sightings: small stories that are independent of each other.

use vouchsafe::judge::SimpleCard;
use vouchsafe_core::time::Millis;

use crate::alterations::ALTERATIONS;
use crate::names::{Name, handle, member_code};
use crate::portraits::Sitting;
use crate::random::Random;
use crate::story_builder::{DAY, NOW, Picture, Story, StoryBuilder};
use crate::texts;
use crate::truth::Class;

/// How many stories of each class (stolen photos: of each alteration), for somewhat more than two thousand guests.
const COUNTS: [(Class, usize); 25] = [
    (Class::Stranger, 640),
    (Class::OtherAddress, 45),
    (Class::Logo, 30),
    (Class::NoPhoto, 60),
    (Class::Renamed, 45),
    (Class::Married, 45),
    (Class::SeveralPhotos, 50),
    (Class::Framed, 50),
    (Class::Placeholder, 40),
    (Class::SharedBackdrop, 14),
    (Class::Outplaced, 7),
    (Class::Recruiter, 10),
    (Class::MarriedTwice, 45),
    (Class::WrittenTwice, 45),
    (Class::TwoAccounts, 45),
    (Class::Victim, 60),
    (Class::VictimFramed, 25),
    (Class::VictimAnewSeen, 30),
    (Class::VictimAnewUnseen, 20),
    (Class::Stolen(0), 500),
    (Class::Ring, 54),
    (Class::StolenUnseen, 100),
    (Class::Generated, 60),
    (Class::Stuffed, 60),
    (Class::Collage, 8),
];

/// How many pairs of relatives.
const RELATIVES: usize = 30;

/// All stories of a seed, in random order, the relatives last.
pub fn stories(seed: u64) -> Vec<Story> {
    let mut story_builder = StoryBuilder { random: Random::of(seed), seed, drawn: 0, story: Story::default() };
    let mut stories = Vec::new();
    for (kind, count) in COUNTS {
        for number in 0..count {
            story_builder.tell(kind, number);
            stories.push(std::mem::take(&mut story_builder.story));
        }
    }
    story_builder.random.shuffle(&mut stories);
    // Generated last, so that the others are the same and in the same inboxes as without them.
    for number in 0..RELATIVES {
        story_builder.tell(Class::Relatives, number);
        stories.push(std::mem::take(&mut story_builder.story));
    }
    stories
}

impl StoryBuilder {
    fn tell(&mut self, class: Class, number: usize) {
        match class {
            Class::Stranger => drop(self.stranger(class)),
            Class::OtherAddress => self.other_address(),
            Class::Logo => self.logo(),
            Class::NoPhoto => {
                let name = Name::draw(&mut self.random);
                let card = self.card(&name, None);
                self.invite(class, card);
            }
            Class::Renamed => self.renamed(),
            Class::Married => self.married(),
            Class::SeveralPhotos => self.several_photos(),
            Class::Framed => self.framed(),
            Class::Placeholder => self.placeholder(),
            Class::Collage | Class::InCollage => self.collage(),
            Class::SharedBackdrop => self.shared_backdrop(),
            Class::Outplaced => self.outplaced(),
            Class::Recruiter => self.recruiters(),
            Class::MarriedTwice | Class::WrittenTwice | Class::TwoAccounts => self.second_account(class),
            Class::Relatives => self.relatives(),
            Class::Victim | Class::VictimFramed | Class::VictimAnewSeen | Class::VictimAnewUnseen => {
                self.victim(class, number)
            }
            Class::Stolen(_) => self.stolen(number),
            Class::Ring => self.ring(2 + number % 9),
            Class::StolenUnseen | Class::Generated | Class::Stuffed => self.fake_with_new_picture(class),
        }
    }

    // Honest people.

    fn stranger(&mut self, class: Class) -> SimpleCard {
        let name = Name::draw(&mut self.random);
        let sitting = self.sitting();
        let photo = self.own_photo(sitting);
        let card = self.card(&name, Some(photo.clone()));
        if self.random.chance(0.1) {
            let (place, before) = (self.passing(), self.random.between(61.0, 170.0));
            self.see(&card.profile, &card.name, &photo, place, before);
        }
        self.invite(class, card.clone());
        card
    }

    fn other_address(&mut self) {
        let name = Name::draw(&mut self.random);
        let sitting = self.sitting();
        let photo = self.own_photo(sitting);
        let card = self.card(&name, Some(photo));
        let earlier = name.married(&mut self.random);
        let profile = if self.random.chance(0.5) { handle(&mut self.random) } else { earlier.slug(&mut self.random) };
        self.invite(Class::OtherAddress, SimpleCard { profile, ..card });
    }

    fn logo(&mut self) {
        let name = Name::draw(&mut self.random);
        let (number, days) = (self.random.next(), self.random.between(5.0, 2000.0));
        let photo = self.upload(Picture::Logo(number), days);
        let card = self.card(&name, Some(photo));
        self.invite(Class::Logo, card);
    }

    /// A frame put on days ago; half of them were seen without it before, at either form of their address.
    fn framed(&mut self) {
        let name = Name::draw(&mut self.random);
        let sitting = self.sitting();
        let days = self.random.between(1.0, 40.0);
        let photo = self.framed_photo(sitting, days);
        let card = self.card(&name, Some(photo));
        if self.random.chance(0.5) {
            let first = self.own_photo(sitting);
            let profile = if self.random.chance(0.5) { member_code(&mut self.random) } else { card.profile.clone() };
            let (place, days) = (self.passing(), self.random.between(61.0, 170.0));
            self.see(&profile, &card.name, &first, place, days);
        }
        self.invite(Class::Framed, card);
    }

    fn placeholder(&mut self) {
        let name = Name::draw(&mut self.random);
        let (number, days) = (self.random.next(), self.random.between(5.0, 2000.0));
        let photo = self.upload(Picture::Placeholder(number), days);
        let card = self.card(&name, Some(photo));
        self.invite(Class::Placeholder, card);
    }

    /// Four people, and a fake whose picture is a collage of their photos.
    fn collage(&mut self) {
        let sittings = [(); 4].map(|()| self.sitting());
        for sitting in sittings {
            let name = Name::draw(&mut self.random);
            let days = self.random.between(200.0, 2500.0);
            let picture = self.picture(sitting, 0);
            let photo = self.upload(picture, days);
            let card = self.card(&name, Some(photo));
            self.invite(Class::InCollage, card);
        }
        let name = Name::draw(&mut self.random);
        let days = self.random.between(65.0, 160.0);
        let photo = self.upload(Picture::Collage(sittings), days);
        let card = self.fake_card(&name, Some(photo));
        self.invite(Class::Collage, card);
    }

    /// Another name, at the same address or with the same upload.
    fn renamed(&mut self) {
        let (before, after) = (Name::draw(&mut self.random), Name::draw(&mut self.random));
        let sitting = self.sitting();
        let photo = self.own_photo(sitting);
        let card = self.card(&after, Some(photo.clone()));
        let old = if self.random.chance(0.5) { card.profile.clone() } else { before.slug(&mut self.random) };
        let (place, days, shown) = (self.passing(), self.random.between(61.0, 170.0), before.shown(&mut self.random));
        self.see(&old, &shown, &photo, place, days);
        self.invite(Class::Renamed, card);
    }

    fn married(&mut self) {
        let before = Name::of(&mut self.random, true);
        let after = before.married(&mut self.random);
        let sitting = self.sitting();
        let photo = self.own_photo(sitting);
        let card = self.card(&after, Some(photo.clone()));
        // The address keeps the name from before.
        let profile = before.slug(&mut self.random);
        let (place, days, shown) = (self.passing(), self.random.between(61.0, 170.0), before.shown(&mut self.random));
        self.see(&profile, &shown, &photo, place, days);
        self.invite(Class::Married, SimpleCard { profile, ..card });
    }

    fn several_photos(&mut self) {
        let name = Name::draw(&mut self.random);
        let sitting = self.sitting();
        let photo = self.own_photo(sitting);
        let card = self.card(&name, Some(photo));
        for _ in 0..self.random.whole(1, 3) {
            let other = self.sitting();
            let older = self.own_photo(other);
            let (place, days) = (self.passing(), self.random.between(61.0, 170.0));
            self.see(&card.profile, &card.name, &older, place, days);
        }
        self.invite(Class::SeveralPhotos, card);
    }

    fn shared_backdrop(&mut self) {
        let Sitting { backdrop, .. } = self.sitting();
        for _ in 0..self.random.whole(3, 6) {
            let name = Name::draw(&mut self.random);
            let Sitting { person, .. } = self.sitting();
            let photo = self.own_photo(Sitting { backdrop, person });
            let card = self.card(&name, Some(photo));
            self.invite(Class::SharedBackdrop, card);
        }
    }

    fn outplaced(&mut self) {
        let template = texts::template(&mut self.random);
        for _ in 0..self.random.whole(5, 9) {
            let name = Name::draw(&mut self.random);
            let sitting = self.sitting();
            let days = self.random.between(20.0, 26.0);
            let picture = self.picture(sitting, 0);
            let photo = self.upload(picture, days);
            let card = self.card(&name, Some(photo));
            let seen = NOW - (self.random.between(12.0, 19.0) * DAY as f32) as Millis;
            let note = template.replace("{}", &card.name);
            self.invite(Class::Outplaced, SimpleCard { note, seen, ..card });
        }
    }

    fn recruiters(&mut self) {
        let (template, headline) = (texts::template(&mut self.random), texts::long_headline(&mut self.random));
        for _ in 0..self.random.whole(3, 6) {
            let name = Name::draw(&mut self.random);
            let sitting = self.sitting();
            let photo = self.own_photo(sitting);
            let card = self.card(&name, Some(photo));
            let note = template.replace("{}", &card.name);
            self.invite(Class::Recruiter, SimpleCard { note, headline: headline.clone(), ..card });
        }
    }

    /// The same picture on an older account of the same person.
    fn second_account(&mut self, class: Class) {
        let random = &mut self.random;
        let (old, new, old_shown) = match class {
            Class::MarriedTwice => {
                let old = Name::of(random, true);
                let shown = old.shown(random);
                (old.clone(), old.married(random), shown)
            }
            Class::WrittenTwice => {
                let [mut old, mut new] = Name::written_twice(random);
                if random.chance(0.5) {
                    std::mem::swap(&mut old, &mut new);
                }
                let shown = old.shown(random);
                (old, new, shown)
            }
            _ => {
                let name = Name::draw(random);
                (name.clone(), name.clone(), name.shown_otherwise(random))
            }
        };
        let old_slug = old.slug(random);
        let sitting = self.sitting();
        let first = self.own_photo(sitting);
        let (picture, days) = (self.picture(sitting, 0), self.random.between(1.0, 200.0));
        let second = self.upload(picture, days);
        let (place, seen) = (self.passing(), self.random.between(1.0, 170.0));
        self.see(&old_slug, &old_shown, &first, place, seen);
        let card = self.card(&new, Some(second));
        self.invite(class, card);
    }

    /// Two people of one family with one picture of both.
    fn relatives(&mut self) {
        let (is_woman, is_other_woman) = (self.random.chance(0.5), self.random.chance(0.5));
        let mut name = Name::of(&mut self.random, is_woman);
        while name.is_frequent() {
            name = Name::of(&mut self.random, is_woman);
        }
        let other = name.relative(&mut self.random, is_other_woman);
        let sitting = self.sitting();
        let first = self.own_photo(sitting);
        let (picture, days) = (self.picture(sitting, 0), self.random.between(1.0, 200.0));
        let second = self.upload(picture, days);
        let (place, seen) = (self.passing(), self.random.between(1.0, 170.0));
        let (slug, shown) = (other.slug(&mut self.random), other.shown(&mut self.random));
        self.see(&slug, &shown, &first, place, seen);
        let card = self.card(&name, Some(second));
        self.invite(Class::Relatives, card);
    }

    /// The owner invites after the thief was seen, or invited.
    fn victim(&mut self, class: Class, number: usize) {
        let (name, sitting) = (Name::draw(&mut self.random), self.sitting());
        let set = self.random.between(200.0, 2500.0);
        let picture = self.picture(sitting, 0);
        let first = self.upload(picture, set);
        let stolen = self.random.between(65.0, 160.0);
        let thief = self.thief(sitting, number, stolen);
        let mut card = self.card(&name, Some(first.clone()));
        card.seen = NOW - self.random.whole(0, 30 * DAY);
        if class == Class::VictimFramed {
            let days = self.random.between(1.0, stolen - 1.0);
            card.photo = Some(self.framed_photo(sitting, days));
        } else if class != Class::Victim {
            let (picture, days) = (self.picture(sitting, 0), self.random.between(31.0, 60.0));
            card.photo = Some(self.upload(picture, days));
        }
        if class == Class::VictimAnewSeen {
            let (place, days) = (self.passing(), self.random.between(stolen + 1.0, 175.0));
            // Searches may link the other form of the owner's address.
            let profile = if self.random.chance(0.3) { member_code(&mut self.random) } else { card.profile.clone() };
            self.see(&profile, &card.name, &first, place, days);
        }
        if self.random.chance(0.5) {
            let seen = NOW - (self.random.between(61.0, 64.0) * DAY as f32) as Millis;
            self.invite(Class::Stolen(number % ALTERATIONS.len()), SimpleCard { seen, ..thief });
        } else if let Some(photo) = &thief.photo {
            let (place, days) = (self.passing(), self.random.between(31.0, 64.0));
            self.see(&thief.profile, &thief.name, photo, place, days);
        }
        self.invite(class, card);
    }

    // Fakes.

    /// A fake with somebody's photo, altered, set this many days ago.
    fn thief(&mut self, sitting: Sitting, alteration: usize, set: f32) -> SimpleCard {
        let name = Name::draw(&mut self.random);
        let picture = self.picture(sitting, alteration % ALTERATIONS.len());
        let photo = self.upload(picture, set);
        self.fake_card(&name, Some(photo))
    }

    /// The owner was seen before the thief invited, or only after.
    fn stolen(&mut self, number: usize) {
        let (alteration, owner_first) = (number % ALTERATIONS.len(), (number / ALTERATIONS.len()).is_multiple_of(2));
        let (owner, sitting) = (Name::draw(&mut self.random), self.sitting());
        let photo = self.own_photo(sitting);
        // Stolen after it was uploaded, within the last half year.
        let held = self.story.age(&photo);
        let latest = (held * 0.9).min(170.0);
        let set = self.random.between((latest * 0.05).min(5.0), latest);
        let thief = self.thief(sitting, alteration, set);
        let seen = self.random.between(0.2, set.min(60.0) - 0.1);
        let thief = SimpleCard { seen: NOW - (seen * DAY as f32) as Millis, ..thief };
        let days = if owner_first {
            self.random.between(seen + 0.05, held.min(175.0))
        } else {
            self.random.between(0.0, seen - 0.05)
        };
        let (place, shown, slug) = (self.passing(), owner.shown(&mut self.random), owner.slug(&mut self.random));
        self.see(&slug, &shown, &photo, place, days);
        self.invite(Class::Stolen(alteration), thief);
    }

    /// `count` accounts with one picture, set within weeks; most invite, the others are seen in passing.
    fn ring(&mut self, count: usize) {
        let sitting = self.sitting();
        let begun = self.random.between(20.0, 170.0);
        let template = texts::template(&mut self.random);
        let writes = self.random.chance(0.4);
        for number in 0..count {
            let alteration = if self.random.chance(0.7) { 0 } else { self.random.whole(0, 19) as usize };
            let set = begun - self.random.between(0.0, 18.0);
            let card = self.thief(sitting, alteration, set);
            if number == 0 || self.random.chance(0.75) {
                let note = if writes { template.replace("{}", &card.name) } else { card.note };
                let seen = NOW - (self.random.between(0.0, set.min(60.0)) * DAY as f32) as Millis;
                self.invite(Class::Ring, SimpleCard { note, seen, ..card });
            } else if let Some(photo) = &card.photo {
                let (place, days) = (self.passing(), self.random.between(0.0, set));
                self.see(&card.profile, &card.name, photo, place, days);
            }
        }
    }

    fn fake_with_new_picture(&mut self, class: Class) {
        let sitting = self.sitting();
        let set = self.random.between(1.0, 120.0);
        let alteration = if class == Class::StolenUnseen { self.random.whole(0, 19) as usize } else { 0 };
        let card = self.thief(sitting, alteration, set);
        let seen = NOW - (self.random.between(0.0, set.min(60.0)) * DAY as f32) as Millis;
        let card = SimpleCard { seen, ..card };
        let card = if class == Class::Stuffed { self.stuffed(card) } else { card };
        self.invite(class, card);
    }

    /// Its only evidence is its own words.
    fn stuffed(&mut self, card: SimpleCard) -> SimpleCard {
        let (headline, note) = (texts::stuffed(&mut self.random), texts::stuffed(&mut self.random));
        let note = format!("{note}. {}", texts::note(&mut self.random, &card.name));
        SimpleCard { headline, note, mutual: 0, verified: false, follows: false, shared: false, ..card }
    }
}
