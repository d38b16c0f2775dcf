//! Fingerprints in numbered slots, and the lookup of one among them. Without the caller's keys, which would have it compiled
//! with the caller's crate, for size.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::cmp::Reverse;

use super::chunks::{Chunks, MOST};
use super::descriptor::hamming;
use super::fingerprint::{FEATURES, KnownFeature};
use super::placement::{NEAR, is_possible, place, weight};
use super::query::{Placement, Query, Side};
use super::whole_hashes::{Distances, WholeHashes};
use crate::Fingerprint;
use crate::affine::Map;

/// How many photos, those with the most matching features, are placed.
const PLACED: usize = 48;
/// How many photos, the best placed, are worth a confirmation. The right one was the first in 0.998 of 1,416 altered photos
/// (867 remembered); several are right where one photo is remembered more than once, and for collages.
const CANDIDATES: usize = 12;
/// The least part of the best candidate's weight that another must have, one in this many, unless it has [`ENOUGH`]. With 3,
/// 0.97 of photos in a collage of four are found instead of 1.00.
const WEAKER: u32 = 6;
/// The weight that is enough beside any other. Of 1,508 right candidates 5 had less.
const ENOUGH: u32 = 30;
/// How many photos, the nearest by either hash of the whole picture, are placed as well.
const WHOLES: usize = 8;
/// The least weight of matches that agree. Of 1,508 right candidates none had less than 16, but two of 13 portraits beside a
/// much tighter crop in grey had 12 and 13.
const LEAST: u32 = 12;

/// How many photos are looked up by going through all features before these are put in buckets: which takes as long as ten.
const SCANS: u32 = 4;

/// The remembered photos' fingerprints, each in a slot.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots {
    /// How many features the photo in each slot has.
    counts: Vec<Option<u8>>,
    free: Vec<usize>,
    /// The hashes of the whole picture in each slot.
    wholes: Vec<WholeHashes>,
    /// The features of the photo in each slot, [`FEATURES`] places for each: side by side, so that a look at one is one
    /// read of memory.
    features: Vec<KnownFeature>,
    /// Made after [`SCANS`] lookups: a memory that is being read takes in fingerprints several times as fast, and the first
    /// answers come sooner.
    chunks: OnceCell<Chunks>,
    /// How many photos were looked up without it.
    scans: Cell<u32>,
}

/// Features of the photo in a slot with their numbers among all, as far as these reach.
fn numbered(slot: usize, features: &[KnownFeature]) -> impl Iterator<Item = (u32, &KnownFeature)> + Clone {
    (slot * FEATURES..MOST).map(|number| number as u32).zip(features)
}

impl Slots {
    /// Makes room for this many more photos at once.
    pub(super) fn reserve(&mut self, photos: usize) {
        self.counts.reserve(photos);
        self.wholes.reserve(photos);
        self.features.reserve(photos * FEATURES);
    }

    /// Puts a fingerprint into a free slot; returns the slot.
    pub(super) fn insert(&mut self, fingerprint: &Fingerprint) -> usize {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.counts.push(None);
            self.wholes.push(WholeHashes::default());
            self.features.resize(self.counts.len() * FEATURES, KnownFeature::default());
            self.counts.len() - 1
        });
        let features = fingerprint.features();
        for (place, feature) in self.features.iter_mut().skip(slot * FEATURES).zip(features) {
            *place = *feature;
        }
        if let (Some(count), Some(whole)) = (self.counts.get_mut(slot), self.wholes.get_mut(slot)) {
            *count = Some(features.len().min(FEATURES) as u8);
            *whole = *fingerprint.whole();
        }
        if let Some(chunks) = self.chunks.get_mut() {
            for (number, feature) in numbered(slot, features) {
                chunks.insert(number, feature);
            }
        }
        slot
    }

    /// Empties a slot.
    pub(super) fn remove(&mut self, slot: usize) {
        let Some(count) = self.counts.get_mut(slot).and_then(Option::take) else { return };
        if let Some(chunks) = self.chunks.get_mut() {
            let features = self.features.get(slot * FEATURES..).unwrap_or_default();
            for (number, feature) in numbered(slot, features.get(..count.into()).unwrap_or_default()) {
                chunks.remove(number, feature);
            }
        }
        self.free.push(slot);
    }

    /// The fingerprint in a slot.
    pub(super) fn fingerprint(&self, slot: usize) -> Option<Fingerprint> {
        Some(Fingerprint::of_parts(*self.wholes.get(slot)?, self.features(slot).to_vec()))
    }

    /// The features of the photo in a slot.
    fn features(&self, slot: usize) -> &[KnownFeature] {
        let count = self.counts.get(slot).copied().flatten().map_or(0, usize::from);
        self.features.get(slot * FEATURES..slot * FEATURES + count).unwrap_or_default()
    }

    fn photos(&self) -> usize {
        self.counts.len() - self.free.len()
    }

    /// The buckets that a lookup asks for, or all.
    fn chunks(&self, query: &Query) -> Cow<'_, Chunks> {
        let all = || (0..self.counts.len()).flat_map(|slot| numbered(slot, self.features(slot)));
        if self.chunks.get().is_none() && self.scans.get() < SCANS {
            self.scans.set(self.scans.get() + 1);
            return Cow::Owned(Chunks::asked_for(&query.sides, all()));
        }
        Cow::Borrowed(self.chunks.get_or_init(|| Chunks::of(all())))
    }

    /// The slots of photos that may be the same as this one, how they seem to lie on it and the weight of that, the likeliest
    /// first; at most [`CANDIDATES`].
    pub(super) fn candidates(&self, query: &Query) -> Vec<(usize, Placement, u32)> {
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
                let distances = query.wholes[usize::from(mirrored)].distances(self.wholes.get(slot)?);
                let whole = (distances.weight(), Map::whole(mirrored));
                let (weight, map) = by_features.filter(|(weight, _)| *weight > whole.0).unwrap_or(whole);
                let weight = weight.max(distances.rank());
                (weight >= LEAST).then_some((weight, slot, Placement { map }))
            })
            .collect();
        placed.sort_by_key(|(weight, slot, _)| (Reverse(*weight), *slot));
        let best = placed.first().map_or(0, |(weight, ..)| *weight);
        let least = (best / WEAKER).min(ENOUGH);
        let mut candidates: Vec<(usize, Placement, u32)> = Vec::with_capacity(CANDIDATES);
        for (weight, slot, placement) in placed.into_iter().take_while(|(weight, ..)| *weight >= least) {
            if candidates.len() < CANDIDATES && candidates.iter().all(|(found, ..)| *found != slot) {
                candidates.push((slot, placement, weight));
            }
        }
        candidates
    }

    /// The photos whose features match most, and whether mirrored.
    fn most_matches(&self, query: &Query) -> Vec<(usize, bool)> {
        let mut votes = vec![0u32; 2 * self.counts.len()];
        let mut touched = Vec::new();
        let chunks = self.chunks(query);
        for (mirrored, side) in query.sides.iter().enumerate() {
            let Side { keypoints, descriptors, .. } = side;
            chunks.near(self.photos(), side, |own, number| {
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
        let rank = |place: &usize| (Reverse(votes.get(*place).copied()), *place);
        if touched.len() > PLACED {
            touched.select_nth_unstable_by_key(PLACED, rank);
            touched.truncate(PLACED);
        }
        touched.into_iter().map(|place| (place / 2, place % 2 == 1)).collect()
    }

    /// The photos nearest by either hash of the whole picture, and whether mirrored.
    fn nearest_wholes(&self, query: &Query) -> Vec<(usize, bool)> {
        let mut near: Vec<(Distances, usize, bool)> = Vec::new();
        for (slot, (count, whole)) in self.counts.iter().zip(&self.wholes).enumerate() {
            for (mirrored, hashes) in [false, true].into_iter().zip(&query.wholes) {
                let distances = hashes.distances(whole);
                if distances.weight() > 0 && count.is_some() {
                    near.push((distances, slot, mirrored));
                }
            }
        }
        let mut nearest = Vec::with_capacity(2 * WHOLES);
        for distance in [Distances::gradients, Distances::low_frequencies] {
            if near.len() > WHOLES {
                near.select_nth_unstable_by_key(WHOLES, |(distances, slot, mirrored)| {
                    (distance(distances), *slot, *mirrored)
                });
            }
            nearest.extend(near.iter().take(WHOLES).map(|(_, slot, mirrored)| (*slot, *mirrored)));
        }
        nearest
    }
}
