//! The results of searches of the web for a photo, and the content of "About this profile" for an account.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Memory;
use crate::address::{PhotoId, ProfileId};
use crate::names::ReadName;
use crate::sorted::sorted;
use crate::time::{DAY, Millis};
use crate::web::{self, Hit, Inviter, PageKind, ReadHit};

/// The most searches that are kept of one photo, the newest.
const MOST_SEARCHES: usize = 8;
/// The most results that are kept of one search, the weightiest.
const MOST_HITS: usize = 20;
/// The most answers of the user on results that are kept of one photo, the newest.
const MOST_WORDS: usize = 100;
/// The longest key of an engine or a provider, in bytes.
const MAX_ENGINE: usize = 40;
/// How long a search is kept and counts.
pub const SEARCH_KEPT: Millis = 90 * DAY;

/// All that searches of the web found for one photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Searched {
    /// The photo.
    pub photo: PhotoId,
    /// The searches, newest first.
    pub searches: Vec<WebSearch>,
    /// The user's answers on results, for all searches together.
    #[serde(default)]
    pub words: Vec<ResultWord>,
    /// A provider's score for whether the picture is generated.
    #[serde(default)]
    pub generated: Option<Generated>,
}

/// One search of the web for a photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WebSearch {
    /// The key of the engine or provider.
    pub engine: String,
    /// When the search was made, in epoch milliseconds, as all times here.
    pub at: Millis,
    /// Whether the engine showed results.
    pub outcome: Outcome,
    /// The weightiest results, unwrapped.
    pub hits: Vec<Hit>,
    /// How many more there were.
    pub more: u32,
}

/// The outcome of a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// A list of results.
    Results,
    /// The engine says that it found none.
    None,
}

/// The user's answer on one result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResultWord {
    /// The result's key ([`web::key_of`]).
    pub key: String,
    /// Whether it shows the same photo.
    pub same: bool,
    /// When they said so.
    pub at: Millis,
}

/// A provider's score for whether a picture is generated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Generated {
    /// The provider's key.
    pub provider: String,
    /// Its score, in thousandths.
    pub thousandths: u16,
    /// When it was asked.
    pub at: Millis,
}

/// The content of LinkedIn's "About this profile" for an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AboutSeen {
    /// The profile.
    pub profile: ProfileId,
    /// The first of the month in which it was made.
    pub joined: Option<Millis>,
    /// The first of the month in which its photo was changed last.
    pub photo_updated: Option<Millis>,
    /// Whether a verification is listed.
    pub verified: bool,
    /// When it was read.
    pub at: Millis,
}

/// Whether a text may be the key of an engine or a provider.
#[must_use]
pub fn is_engine(key: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !key.is_empty() && key.len() <= MAX_ENGINE && key.bytes().all(is_letter)
}

impl WebSearch {
    /// A search as it is stored: addresses unwrapped, one result per page, the weightiest for this inviter.
    #[must_use]
    pub fn kept(engine: &str, at: Millis, outcome: Outcome, hits: &[Hit], inviter: &Inviter) -> Self {
        let mut read: Vec<(PageKind, String, Hit)> = Vec::new();
        for hit in hits.iter().filter_map(Hit::kept) {
            let Some(found) = web::read(&hit, inviter) else { continue };
            match read.iter_mut().find(|(_, key, _)| *key == found.key) {
                Some(known) if known.0 > found.page.kind() => *known = (found.page.kind(), found.key, hit),
                Some(_) => {}
                None => read.push((found.page.kind(), found.key, hit)),
            }
        }
        // A result whose address cannot be read counts as one more that is not shown.
        let unread = hits.iter().filter(|hit| hit.same && hit.kept().is_none()).count();
        let mut hits: Vec<Hit> = sorted(read, |a, b| a.0.cmp(&b.0)).into_iter().map(|(_, _, hit)| hit).collect();
        let more = hits.len().saturating_sub(MOST_HITS).saturating_add(unread);
        hits.truncate(MOST_HITS);
        let more = u32::try_from(more).unwrap_or(u32::MAX);
        Self { engine: engine.to_owned(), at, outcome, hits, more }
    }

    /// How many results the engine called the same picture. Where there are too many, similar ones are left out first.
    #[must_use]
    pub fn count(&self) -> usize {
        let same = self.hits.iter().filter(|hit| hit.same).count();
        if same == self.hits.len() { same.saturating_add(self.more as usize) } else { same }
    }
}

impl Searched {
    /// The record of a photo that was not searched for yet.
    #[must_use]
    pub fn of(photo: &PhotoId) -> Self {
        Self { photo: photo.clone(), searches: Vec::new(), words: Vec::new(), generated: None }
    }

    /// Whether it is within the bounds of what is kept.
    #[must_use]
    pub fn is_bounded(&self) -> bool {
        self.searches.len() <= MOST_SEARCHES
            && self.words.len() <= MOST_WORDS
            && self.searches.iter().all(|search| search.hits.len() <= MOST_HITS)
    }

    /// With one more search, which replaces one of the same engine and time.
    #[must_use]
    pub fn with(mut self, search: WebSearch) -> Self {
        self.searches.retain(|known| (known.at, &known.engine) != (search.at, &search.engine));
        self.searches.push(search);
        self.searches = sorted(self.searches, |a, b| (b.at, &a.engine).cmp(&(a.at, &b.engine)));
        self.searches.truncate(MOST_SEARCHES);
        self
    }

    /// With the user's word on a result; `None` takes it back.
    #[must_use]
    pub fn with_word(mut self, key: &str, same: Option<bool>, at: Millis) -> Self {
        self.words.retain(|word| word.key != key);
        self.words.extend(same.map(|same| ResultWord { key: key.to_owned(), same, at }));
        let too_many = self.words.len().saturating_sub(MOST_WORDS);
        self.words.drain(..too_many);
        self
    }

    /// The user's word on a result.
    #[must_use]
    pub fn word(&self, key: &str) -> Option<bool> {
        self.words.iter().find(|word| word.key == key).map(|word| word.same)
    }

    /// The searches and answers of both, within bounds; where both have an answer on one result, this record's counts.
    #[must_use]
    pub fn merged(self, other: &Self) -> Self {
        let Self { photo, searches, words, generated } = self;
        let mut all = Self { generated: generated.or_else(|| other.generated.clone()), ..Self::of(&photo) };
        let both = [(&other.searches, &other.words), (&searches, &words)];
        for (searches, words) in both {
            all = searches.iter().cloned().fold(all, Self::with);
            all = words.iter().fold(all, |all, word| all.with_word(&word.key, Some(word.same), word.at));
        }
        all
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.searches.is_empty() && self.words.is_empty() && self.generated.is_none()
    }

    /// Without searches that are too old, except the results that the user called the same photo, and without a score
    /// that is too old. The user's word stays.
    #[must_use]
    pub fn without_old(&self, is_old: &dyn Fn(Millis) -> bool) -> Self {
        let mut kept = self.clone();
        for search in kept.searches.iter_mut().filter(|search| is_old(search.at)) {
            let is_confirmed = |hit: &Hit| web::key_of(&hit.url).and_then(|key| self.word(&key)) == Some(true);
            search.hits.retain(is_confirmed);
            search.more = 0;
        }
        kept.searches.retain(|search| !is_old(search.at) || !search.hits.is_empty());
        kept.generated = kept.generated.filter(|generated| !is_old(generated.at));
        kept
    }

    /// Without what an import added: what was there after it and not before.
    #[must_use]
    pub fn without_import(&self, before: Option<&Self>, after: &Self) -> Self {
        let mut kept = self.clone();
        let was = |search: &WebSearch| before.is_some_and(|before| before.searches.contains(search));
        kept.searches.retain(|search| !after.searches.contains(search) || was(search));
        let was = |word: &ResultWord| before.is_some_and(|before| before.words.contains(word));
        kept.words.retain(|word| !after.words.contains(word) || was(word));
        if kept.generated == after.generated {
            kept.generated = before.and_then(|before| before.generated.clone());
        }
        kept
    }

    /// Without results that name somebody, and the user's words on them.
    #[must_use]
    pub fn without_person(&self, person: &Inviter) -> Self {
        let mut kept = self.clone();
        let mut gone: Vec<String> = Vec::new();
        for search in &mut kept.searches {
            search.hits.retain(|hit| {
                let stays = !web::is_about(&hit.url, &hit.title, person);
                gone.extend((!stays).then(|| web::key_of(&hit.url)).flatten());
                stays
            });
        }
        kept.words.retain(|word| !gone.contains(&word.key) && !web::is_about(&word.key, "", person));
        kept
    }
}

/// The results of every search of a photo, as read for one inviter; kept, since reading takes long.
pub type Readings = Rc<Vec<Vec<ReadHit>>>;

/// Readings by photo, with the inviter they were read for.
#[derive(Debug, Clone, Default)]
pub(super) struct KnownReadings(RefCell<BTreeMap<PhotoId, (String, Readings)>>);

impl KnownReadings {
    pub(super) fn forget(&mut self, photo: &PhotoId) {
        self.0.get_mut().remove(photo);
    }
}

impl Memory {
    /// All that searches found for a photo.
    #[must_use]
    pub fn searched(&self, photo: &PhotoId) -> Option<&Searched> {
        self.searched.get(photo).map(Rc::as_ref)
    }

    /// All records of searches, one for each photo.
    pub fn all_searched(&self) -> impl Iterator<Item = &Searched> {
        self.searched.values().map(Rc::as_ref)
    }

    /// The latest content of "About this profile" for a profile's account.
    #[must_use]
    pub fn about_seen(&self, profile: &ProfileId) -> Option<&AboutSeen> {
        if self.all_about_seen.is_empty() {
            return None;
        }
        let members = self.members(profile);
        let of_members = members.iter().filter_map(|member| self.all_about_seen.get(member)).map(Rc::as_ref);
        of_members.max_by_key(|seen| (seen.at, seen.profile.as_str()))
    }

    /// All that "About this profile" said, one for each profile.
    pub fn all_about_seen(&self) -> impl Iterator<Item = &AboutSeen> {
        self.all_about_seen.values().map(Rc::as_ref)
    }

    /// All profiles and names of the inviter's account, the name on the card first: what results are compared with.
    #[must_use]
    pub fn inviter(&self, profile: &ProfileId, name: &str) -> Inviter {
        let names = self.names_of(profile, name).into_iter().map(ReadName::new).collect();
        Inviter { profiles: self.members(profile), names }
    }

    fn names_of<'a>(&'a self, profile: &ProfileId, name: &'a str) -> Vec<&'a str> {
        let mut names = vec![name];
        for sighting in self.sightings_of_account(profile) {
            if !names.contains(&sighting.name.as_str()) {
                names.push(&sighting.name);
            }
        }
        names.retain(|name| !name.is_empty());
        names
    }

    /// The results of every search of a photo, as read for the profile that shows it under this name.
    #[must_use]
    pub fn readings(&self, searched: &Searched, profile: &ProfileId, name: &str) -> Readings {
        let mut of = self.names_of(profile, name).join("\n");
        for member in self.members(profile) {
            of = of + "\n" + member.as_str();
        }
        if let Some((known, readings)) = self.readings.0.borrow().get(&searched.photo)
            && *known == of
        {
            return Rc::clone(readings);
        }
        let inviter = self.inviter(profile, name);
        let one = |hit: &Hit| web::read(hit, &inviter).unwrap_or_else(|| ReadHit::unreadable(hit));
        let read = |search: &WebSearch| search.hits.iter().map(one).collect();
        let readings: Readings = Rc::new(searched.searches.iter().map(read).collect());
        self.readings.0.borrow_mut().insert(searched.photo.clone(), (of, Rc::clone(&readings)));
        readings
    }
}
