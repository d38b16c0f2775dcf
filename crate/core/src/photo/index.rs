//! The remembered photos, and the lookup of one among them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::buckets::{Buckets, Probe};
use super::fingerprint::{LOOKED_UP, VIEWS};
use super::sought::{Placement, Sought, is_telling};
use super::{Fingerprint, Portrait, Rendition};

/// The most differing bits, of 64, at which two views are taken for the same.
const NEAR: u32 = 12;
/// How many photos, those with most views found, are glanced at. This and those below: tuned on the benchmark
/// (seed 7, all 6,000 queries among 867 photos: none is missed) and on corners cut off portraits (5 of 100 are).
const GLANCED: usize = 1000;
/// How many photos, those that look best at a glance, are ranked by all their views.
const RANKED: usize = 300;
/// How many of its views found, the nearest, a glance follows.
const GLANCES: usize = 6;
/// How many of its views found say how a photo may lie on the one looked up.
const PLACEMENTS: usize = 8;
/// How many photos, the best ranked, are laid better by the looks.
const CLIMBED: usize = 96;
/// How many photos, the best of these, are laid exactly.
const REFINED: usize = 48;
/// How many photos, the best of these, are worth a confirmation.
const CANDIDATES: usize = 12;

/// How badly a photo's views may agree and it still be worth a confirmation.
const DISAGREEING: u32 = Sought::UNLIKE - 640;

/// How close two pictures of the same photo are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closeness {
    /// Probably the same photo; a person should compare the two.
    Looser,
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
    /// How badly their views agree, from 0 (all alike) to 7744 (none): the less, the likelier.
    pub disagreement: u32,
}

/// The remembered photos' fingerprints, by the caller's key.
#[derive(Debug, Clone)]
pub struct PhotoIndex<K> {
    slots: BTreeMap<K, u32>,
    keys: Vec<Option<(K, [u64; VIEWS])>>,
    free: Vec<u32>,
    buckets: Buckets,
    renditions: BTreeMap<K, Rendition>,
}

impl<K: Ord + Clone> Default for PhotoIndex<K> {
    fn default() -> Self {
        Self {
            slots: BTreeMap::new(),
            keys: Vec::new(),
            free: Vec::new(),
            buckets: Buckets::default(),
            renditions: BTreeMap::new(),
        }
    }
}

/// The nearest looks at different views of one photo: nearness, look, view, packed in this order; 0 is none.
#[derive(Debug, Clone, Copy, Default)]
struct Nearest([u32; PLACEMENTS]);

impl Nearest {
    fn add(&mut self, mut packed: u32) {
        let view = packed & 0xff;
        for held in &mut self.0 {
            if packed > *held {
                std::mem::swap(&mut packed, held);
                if packed & 0xff == view {
                    return;
                }
            } else if *held & 0xff == view {
                return;
            }
        }
    }

    /// Look and view of each, the nearest first.
    fn suggestions(&self) -> impl Iterator<Item = (usize, usize)> {
        let held = self.0.into_iter().filter(|packed| *packed != 0);
        held.map(|packed| ((packed >> 8 & 0xffff) as usize, (packed & 0xff) as usize))
    }
}

/// A photo that may be the one looked up.
struct Rank<'a, K> {
    disagreement: u32,
    slot: usize,
    key: &'a K,
    views: &'a [u64; VIEWS],
    placement: Placement,
}

/// The best so many, the best first; the others are dropped.
fn best<'r, 'a, K>(ranked: &'r mut Vec<Rank<'a, K>>, count: usize) -> &'r mut [Rank<'a, K>] {
    ranked.sort_unstable_by_key(|rank| (rank.disagreement, rank.slot));
    ranked.truncate(count);
    ranked
}

impl<K: Ord + Clone> PhotoIndex<K> {
    /// Remembers a photo and its rendition, in place of an earlier one with the same key. A photo that is not
    /// comparable is left out.
    pub fn insert(&mut self, key: K, portrait: &Portrait) {
        self.remove(&key);
        if let Ok(fingerprint) = &portrait.fingerprint {
            self.renditions.insert(key.clone(), portrait.rendition.clone());
            self.insert_fingerprint(key, fingerprint);
        }
    }

    /// Remembers a photo whose rendition is kept elsewhere: [`Self::candidates`] finds it, [`Self::find`] does not.
    pub fn insert_fingerprint(&mut self, key: K, fingerprint: &Fingerprint) {
        if self.slots.contains_key(&key) {
            self.remove(&key);
        }
        let slot = self.free.pop().unwrap_or_else(|| {
            self.keys.push(None);
            self.keys.len() as u32 - 1
        });
        for (view, hash) in fingerprint.views().iter().enumerate().take(LOOKED_UP) {
            if is_telling(*hash) {
                self.buckets.insert(slot * VIEWS as u32 + view as u32, *hash);
            }
        }
        self.keys[slot as usize] = Some((key.clone(), *fingerprint.views()));
        self.slots.insert(key, slot);
    }

    /// Forgets a photo.
    pub fn remove(&mut self, key: &K) {
        self.renditions.remove(key);
        let Some(slot) = self.slots.remove(key) else { return };
        let Some((_, views)) = self.keys[slot as usize].take() else { return };
        for (view, hash) in views.into_iter().enumerate().take(LOOKED_UP) {
            self.buckets.remove(slot * VIEWS as u32 + view as u32, hash);
        }
        self.free.push(slot);
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
    pub fn candidates(&self, sought: &Sought) -> Vec<Candidate<K>> {
        let mut ranked = self.ranked(sought);
        for rank in best(&mut ranked, CLIMBED) {
            rank.disagreement = sought.climb(&mut rank.placement, rank.views);
        }
        for rank in best(&mut ranked, REFINED) {
            rank.disagreement = sought.refine(&mut rank.placement, rank.views);
        }
        let likely = best(&mut ranked, CANDIDATES).iter().filter(|rank| rank.disagreement <= DISAGREEING);
        let keyed = |rank: &Rank<K>| Candidate {
            key: rank.key.clone(),
            placement: rank.placement,
            disagreement: rank.disagreement,
        };
        likely.map(keyed).collect()
    }

    /// Those that look best at a glance, each with how it seems to lie.
    fn ranked(&self, sought: &Sought) -> Vec<Rank<'_, K>> {
        let mut glanced: Vec<(u32, usize, Nearest)> = Vec::new();
        for (slot, nearest) in self.tally(sought) {
            let Some((_, views)) = &self.keys[slot] else { continue };
            let glances = nearest.suggestions().take(GLANCES).map(|suggestion| sought.glance_at(suggestion, views));
            glanced.push((glances.min().unwrap_or(u32::MAX), slot, nearest));
        }
        if glanced.len() > RANKED {
            glanced.select_nth_unstable_by_key(RANKED, |(disagreement, slot, _)| (*disagreement, *slot));
            glanced.truncate(RANKED);
        }
        let ranked = glanced.into_iter().filter_map(|(_, slot, nearest)| {
            let (key, views) = self.keys[slot].as_ref()?;
            let (disagreement, placement) = sought.place(nearest.suggestions(), views)?;
            Some(Rank { disagreement, slot, key, views, placement })
        });
        ranked.collect()
    }

    /// The photos most of whose views were found, at most [`GLANCED`].
    fn tally(&self, sought: &Sought) -> Vec<(usize, Nearest)> {
        let mut votes = vec![0u16; self.keys.len()];
        let mut touched = Vec::new();
        let mut hits: Vec<(u32, u32)> = Vec::new();
        let looks = (0..).zip(sought.looks()).filter(|(_, look)| is_telling(look.hash));
        let looks: Vec<Probe> =
            looks.map(|(number, look)| Probe { number, hash: look.hash, uncertain: look.uncertain }).collect();
        self.buckets.near(self.len(), &looks, NEAR, |look, id, distance| {
            let (slot, view, nearness) = (id / VIEWS as u32, id % VIEWS as u32, NEAR + 1 - distance);
            let votes = &mut votes[slot as usize];
            if *votes == 0 {
                touched.push(slot as usize);
            }
            *votes = votes.saturating_add((nearness * nearness) as u16);
            hits.push((slot, (nearness << 24) | (look << 8) | view));
        });
        if touched.len() > GLANCED {
            touched.select_nth_unstable_by_key(GLANCED, |slot| (std::cmp::Reverse(votes[*slot]), *slot));
            touched.truncate(GLANCED);
        }
        // From here the votes' table says where a photo stands among those chosen, from 1.
        votes.fill(0);
        for (place, slot) in (1..).zip(&touched) {
            votes[*slot] = place;
        }
        let mut nearest = vec![Nearest::default(); touched.len()];
        for (slot, packed) in hits {
            if let Some(place) = votes[slot as usize].checked_sub(1) {
                nearest[usize::from(place)].add(packed);
            }
        }
        touched.into_iter().zip(nearest).collect()
    }

    /// The remembered photos that are the same as this one, in the order of their keys.
    #[must_use]
    pub fn find(&self, portrait: &Portrait) -> Vec<Match<K>> {
        let Some(sought) = Sought::of(portrait) else { return Vec::new() };
        let mut found: Vec<Match<K>> = self
            .candidates(&sought)
            .into_iter()
            .filter_map(|candidate| {
                let likeness = sought.confirm(&candidate.placement, self.renditions.get(&candidate.key)?)?;
                Some(Match { key: candidate.key, closeness: likeness.closeness, score: likeness.score })
            })
            .collect();
        found.sort_by(|a, b| a.key.cmp(&b.key));
        found
    }
}
