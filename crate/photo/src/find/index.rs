//! The remembered photos, and the lookup of one among them.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash};

use serde::{Deserialize, Serialize};

use super::chunks::{Chunks, MOST};
use super::descriptor::hamming;
use super::fingerprint::{FEATURES, KnownFeature, WholeHash, differing};
use super::placement::{NEAR, is_possible, place, weight};
use super::query::{Placement, Query, Side};
use crate::{Fingerprint, Map, Portrait, Rendition};

/// How many photos, those with the most matching features, are placed.
const PLACED: usize = 48;
/// How many photos, the best placed, are worth a confirmation. The right one was the first in 0.998 of 1,416 altered photos
/// (867 remembered); several are right where one photo is remembered more than once, and for collages.
const CANDIDATES: usize = 12;
/// And how much less weight they have than the best at most, as a factor, where that asks for no more than [`ENOUGH`]: beside
/// a copy of the very photo, which is remembered as well, altered ones may have a tenth of its weight.
const WEAKER: u32 = 6;
/// The weight that is enough beside any other. Of 1,508 right candidates 5 had less.
const ENOUGH: u32 = 30;
/// The most bits, of 256, in which the hashes of the whole picture and of one that was neither cropped nor turned differ. More
/// photos in waves of light are found with it than with 60.
const WHOLE: u32 = 80;
/// How many photos, the nearest by the hash of the whole picture, are placed as well.
const WHOLES: usize = 8;
/// The least weight of matches that agree. Of 1,508 right candidates none had less than 16, but two of 13 portraits beside a
/// much tighter crop in grey had 12 and 13.
const LEAST: u32 = 12;

/// How many photos are looked up by going through all features before these are put in buckets: which takes as long as ten.
const SCANS: u32 = 4;

/// How close two pictures of the same photo are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closeness {
    /// Probably the same photo; a person should compare the two.
    Looser,
    /// One is beyond reasonable doubt a part of the other, which shows something else beside it: a picture of two people, a
    /// collage. Whose picture it is, that does not say; a person should compare the two.
    Part,
    /// The same photo beyond reasonable doubt.
    NearExact,
}

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

/// What is remembered of a photo to find it, beside its features.
#[derive(Debug, Clone)]
struct Known<K> {
    key: K,
    /// How many features it has.
    features: usize,
}

/// The remembered photos' fingerprints, by the caller's key.
#[derive(Debug, Clone)]
pub struct PhotoIndex<K> {
    /// In no order, and hashed alike in every run.
    slots: HashMap<K, usize, BuildHasherDefault<DefaultHasher>>,
    known: Vec<Option<Known<K>>>,
    free: Vec<usize>,
    /// The hash of the whole picture in each slot.
    wholes: Vec<WholeHash>,
    /// And of its mirror image, which no lookup needs: the photo may become a query.
    mirrored: Vec<WholeHash>,
    /// The features of the photo in each slot, [`FEATURES`] places for each: side by side, so that a look at one is one
    /// read of memory.
    features: Vec<KnownFeature>,
    /// Made after [`SCANS`] lookups: a memory that is being read takes in fingerprints several times as fast, and the first
    /// answers come sooner.
    chunks: OnceCell<Chunks>,
    /// How many photos were looked up without it.
    scans: Cell<u32>,
    renditions: BTreeMap<K, Rendition>,
}

impl<K: Ord + Hash + Clone> Default for PhotoIndex<K> {
    fn default() -> Self {
        Self {
            slots: HashMap::default(),
            known: Vec::new(),
            free: Vec::new(),
            wholes: Vec::new(),
            mirrored: Vec::new(),
            features: Vec::new(),
            chunks: OnceCell::new(),
            scans: Cell::new(0),
            renditions: BTreeMap::new(),
        }
    }
}

/// Features of the photo in a slot with their numbers among all, as far as these reach.
fn numbered(slot: usize, features: &[KnownFeature]) -> impl Iterator<Item = (u32, &KnownFeature)> + Clone {
    (slot * FEATURES..MOST).map(|number| number as u32).zip(features)
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
        self.slots.reserve(photos);
        self.known.reserve(photos);
        self.wholes.reserve(photos);
        self.mirrored.reserve(photos);
        self.features.reserve(photos * FEATURES);
    }

    /// Remembers a photo whose rendition is kept elsewhere: [`Self::candidates`] finds it, [`Self::find`] does not.
    pub fn insert_fingerprint(&mut self, key: K, fingerprint: &Fingerprint) {
        if self.slots.contains_key(&key) {
            self.remove(&key);
        }
        let slot = self.free.pop().unwrap_or_else(|| {
            self.known.push(None);
            self.wholes.push(WholeHash::default());
            self.mirrored.push(WholeHash::default());
            self.features.resize(self.known.len() * FEATURES, KnownFeature::default());
            self.known.len() - 1
        });
        let features = fingerprint.features();
        for (place, feature) in self.features.iter_mut().skip(slot * FEATURES).zip(features) {
            *place = *feature;
        }
        let hashes = self.wholes.get_mut(slot).zip(self.mirrored.get_mut(slot));
        if let (Some(place), Some((whole, mirrored))) = (self.known.get_mut(slot), hashes) {
            *place = Some(Known { key: key.clone(), features: features.len() });
            [*whole, *mirrored] = fingerprint.whole();
        }
        if let Some(chunks) = self.chunks.get_mut() {
            for (number, feature) in numbered(slot, features) {
                chunks.insert(number, feature);
            }
        }
        self.slots.insert(key, slot);
    }

    /// Forgets a photo.
    pub fn remove(&mut self, key: &K) {
        self.renditions.remove(key);
        let Some(slot) = self.slots.remove(key) else { return };
        let Some(known) = self.known.get_mut(slot).and_then(Option::take) else { return };
        if let Some(chunks) = self.chunks.get_mut() {
            let features = self.features.get(slot * FEATURES..).unwrap_or_default();
            for (number, feature) in numbered(slot, features.get(..known.features).unwrap_or_default()) {
                chunks.remove(number, feature);
            }
        }
        self.free.push(slot);
    }

    /// The features of a photo.
    fn features(&self, slot: usize) -> &[KnownFeature] {
        let count = self.known.get(slot).and_then(Option::as_ref).map_or(0, |known| known.features);
        self.features.get(slot * FEATURES..slot * FEATURES + count).unwrap_or_default()
    }

    /// The buckets that a lookup asks for, or all.
    fn chunks(&self, query: &Query) -> Cow<'_, Chunks> {
        let all = || (0..self.known.len()).flat_map(|slot| numbered(slot, self.features(slot)));
        if self.chunks.get().is_none() && self.scans.get() < SCANS {
            self.scans.set(self.scans.get() + 1);
            return Cow::Owned(Chunks::asked_for(&query.sides, all()));
        }
        Cow::Borrowed(self.chunks.get_or_init(|| Chunks::of(all())))
    }

    /// Whether a photo is remembered.
    #[must_use]
    pub fn contains(&self, key: &K) -> bool {
        self.slots.contains_key(key)
    }

    /// The fingerprint of a remembered photo.
    #[must_use]
    pub fn fingerprint(&self, key: &K) -> Option<Fingerprint> {
        let slot = *self.slots.get(key)?;
        let hashes = [*self.wholes.get(slot)?, *self.mirrored.get(slot)?];
        Some(Fingerprint::of_parts(hashes, self.features(slot).to_vec()))
    }

    /// How many photos can be compared.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether nothing can be compared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The remembered photos that may be the same as this one, the likeliest first; at most 12.
    #[must_use]
    pub fn candidates(&self, query: &Query) -> Vec<Candidate<K>> {
        let mut likely = self.most_matches(query);
        likely.extend(self.nearest_wholes(query));
        likely.sort_unstable();
        likely.dedup();
        let mut placed: Vec<(u32, usize, Placement)> = likely
            .into_iter()
            .filter_map(|(slot, mirrored)| {
                let side = query.sides.get(usize::from(mirrored))?;
                let by_features = place(side, mirrored, self.features(slot));
                // The whole is laid on the whole where that is surer than the features.
                let distance = differing(&query.wholes[usize::from(mirrored)], self.wholes.get(slot)?);
                let whole = (2 * WHOLE.saturating_sub(distance), Map::whole(mirrored));
                let (weight, map) = by_features.filter(|(weight, _)| *weight > whole.0).unwrap_or(whole);
                (weight >= LEAST).then_some((weight, slot, Placement { map }))
            })
            .collect();
        placed.sort_by_key(|(weight, slot, _)| (std::cmp::Reverse(*weight), *slot));
        let mut candidates: Vec<Candidate<K>> = Vec::with_capacity(CANDIDATES);
        let best = placed.first().map_or(0, |(weight, ..)| *weight);
        let least = (best / WEAKER).min(ENOUGH);
        for (weight, slot, placement) in placed.into_iter().take_while(|(weight, ..)| *weight >= least) {
            let Some(Some(Known { key, .. })) = self.known.get(slot) else { continue };
            if candidates.len() < CANDIDATES && candidates.iter().all(|candidate| candidate.key != *key) {
                candidates.push(Candidate { key: key.clone(), placement, weight });
            }
        }
        candidates
    }

    /// The photos whose features match most, and whether mirrored.
    fn most_matches(&self, query: &Query) -> Vec<(usize, bool)> {
        let mut votes = vec![0u32; 2 * self.known.len()];
        let mut touched = Vec::new();
        let chunks = self.chunks(query);
        for (mirrored, side) in query.sides.iter().enumerate() {
            let Side { keypoints, descriptors, .. } = side;
            chunks.near(self.len(), side, |own, number| {
                let slot = number as usize / FEATURES;
                let (Some(descriptor), Some(keypoint)) = (descriptors.get(own), keypoints.get(own)) else { return };
                let Some(feature) = self.features.get(number as usize) else { return };
                let distance = hamming(descriptor, &feature.descriptor);
                if distance <= NEAR && is_possible(keypoint, &feature.keypoint()) {
                    let place = 2 * slot + mirrored;
                    let Some(votes) = votes.get_mut(place) else { return };
                    if *votes == 0 {
                        touched.push(place);
                    }
                    *votes += weight(distance).pow(2);
                }
            });
        }
        let rank = |place: &usize| (std::cmp::Reverse(votes.get(*place).copied()), *place);
        if touched.len() > PLACED {
            touched.select_nth_unstable_by_key(PLACED, rank);
            touched.truncate(PLACED);
        }
        touched.into_iter().map(|place| (place / 2, place % 2 == 1)).collect()
    }

    /// The photos nearest by the hash of the whole picture, and whether mirrored.
    fn nearest_wholes(&self, query: &Query) -> Vec<(usize, bool)> {
        let mut near: Vec<(u32, usize, bool)> = Vec::new();
        for (slot, (known, whole)) in self.known.iter().zip(&self.wholes).enumerate() {
            for (mirrored, hash) in [false, true].into_iter().zip(&query.wholes) {
                let distance = differing(hash, whole);
                if distance < WHOLE && known.is_some() {
                    near.push((distance, slot, mirrored));
                }
            }
        }
        if near.len() > WHOLES {
            near.select_nth_unstable(WHOLES);
            near.truncate(WHOLES);
        }
        near.into_iter().map(|(_, slot, mirrored)| (slot, mirrored)).collect()
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
