//! The remembered photos by the caller's keys.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash};

use super::query::{Placement, Query};
use super::slots::Slots;
use crate::{Closeness, Fingerprint, Portrait, Rendition};

/// A remembered photo that is the same as the one looked up.
#[derive(Debug, Clone, PartialEq)]
pub struct Match<K> {
    /// The remembered photo.
    pub key: K,
    /// How close the two are.
    pub closeness: Closeness,
    /// From 0 (just close enough) to 1 (identical).
    pub score: f32,
}

/// A remembered photo that may be the same as the one looked up: to be confirmed by its rendition.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<K> {
    /// The remembered photo.
    pub key: K,
    /// How it seems to lie on the one looked up.
    pub placement: Placement,
    /// The weight of the matching keypoints that agree: the more, the likelier.
    pub weight: u32,
}

/// The remembered photos' fingerprints, by the caller's key.
#[derive(Debug, Clone)]
pub struct PhotoIndex<K> {
    /// In no order, and hashed alike in every run.
    numbers: HashMap<K, usize, BuildHasherDefault<DefaultHasher>>,
    /// The key of the photo in each slot.
    keys: Vec<Option<K>>,
    slots: Slots,
    renditions: BTreeMap<K, Rendition>,
}

impl<K: Ord + Hash + Clone> Default for PhotoIndex<K> {
    fn default() -> Self {
        Self { numbers: HashMap::default(), keys: Vec::new(), slots: Slots::default(), renditions: BTreeMap::new() }
    }
}

impl<K: Ord + Hash + Clone> PhotoIndex<K> {
    /// Remembers a photo and its rendition, in place of an earlier one with the same key. A photo that is not
    /// comparable is left out.
    pub fn insert(&mut self, key: K, portrait: &Portrait) {
        self.remove(&key);
        if let Ok(fingerprint) = &portrait.fingerprint {
            self.renditions.insert(key.clone(), portrait.rendition.clone());
            self.insert_fingerprint(key, fingerprint);
        }
    }

    /// Makes room for this many more photos at once, instead of growing while they are added.
    pub fn reserve(&mut self, photos: usize) {
        self.numbers.reserve(photos);
        self.keys.reserve(photos);
        self.slots.reserve(photos);
    }

    /// Remembers a photo whose rendition is kept elsewhere: [`Self::candidates`] finds it, [`Self::find`] does not.
    pub fn insert_fingerprint(&mut self, key: K, fingerprint: &Fingerprint) {
        if self.numbers.contains_key(&key) {
            self.remove(&key);
        }
        let number = self.slots.insert(fingerprint);
        if self.keys.len() <= number {
            self.keys.resize(number + 1, None);
        }
        if let Some(place) = self.keys.get_mut(number) {
            *place = Some(key.clone());
        }
        self.numbers.insert(key, number);
    }

    /// Forgets a photo.
    pub fn remove(&mut self, key: &K) {
        self.renditions.remove(key);
        let Some(number) = self.numbers.remove(key) else { return };
        if let Some(place) = self.keys.get_mut(number) {
            *place = None;
        }
        self.slots.remove(number);
    }

    /// Whether a photo is remembered.
    #[must_use]
    pub fn contains(&self, key: &K) -> bool {
        self.numbers.contains_key(key)
    }

    /// The fingerprint of a remembered photo.
    #[must_use]
    pub fn fingerprint(&self, key: &K) -> Option<Fingerprint> {
        self.slots.fingerprint(*self.numbers.get(key)?)
    }

    /// How many photos can be compared.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether nothing can be compared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The remembered photos that may be the same as this one, the likeliest first; at most 12.
    #[must_use]
    pub fn candidates(&self, query: &Query) -> Vec<Candidate<K>> {
        let found = self.slots.candidates(query).into_iter();
        found
            .filter_map(|(number, placement, weight)| {
                Some(Candidate { key: self.keys.get(number)?.clone()?, placement, weight })
            })
            .collect()
    }

    /// The remembered photos that are the same as this one, in the order of their keys.
    #[must_use]
    pub fn find(&self, portrait: &Portrait) -> Vec<Match<K>> {
        let Some(query) = Query::of(portrait) else { return Vec::new() };
        let mut found: Vec<Match<K>> = self
            .candidates(&query)
            .into_iter()
            .filter_map(|candidate| {
                let likeness = query.confirm(&candidate.placement, self.renditions.get(&candidate.key)?)?;
                Some(Match { key: candidate.key, closeness: likeness.closeness, score: likeness.score })
            })
            .collect();
        found.sort_by(|a, b| a.key.cmp(&b.key));
        found
    }
}
