//! The remembered photos, and the lookup of one among them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Fingerprint;

/// The most differing bits, of 256, at which two pictures count as the same photo.
const SAME: u32 = 30;
/// The most differing bits at which the two are nearly exact copies.
const NEAR_EXACT: u32 = 16;

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

/// The remembered photos' fingerprints, by the caller's key.
#[derive(Debug, Clone)]
pub struct PhotoIndex<K> {
    fingerprints: BTreeMap<K, Fingerprint>,
}

impl<K: Ord + Clone> Default for PhotoIndex<K> {
    fn default() -> Self {
        Self { fingerprints: BTreeMap::new() }
    }
}

impl<K: Ord + Clone> PhotoIndex<K> {
    /// Remembers a photo, in place of an earlier one with the same key.
    pub fn insert(&mut self, key: K, fingerprint: Fingerprint) {
        self.fingerprints.insert(key, fingerprint);
    }

    /// Forgets a photo.
    pub fn remove(&mut self, key: &K) {
        self.fingerprints.remove(key);
    }

    /// How many photos can be compared.
    #[must_use]
    pub fn len(&self) -> usize {
        self.fingerprints.len()
    }

    /// Whether nothing can be compared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fingerprints.is_empty()
    }

    /// The remembered photos that are the same as this one, in the order of their keys.
    #[must_use]
    pub fn find(&self, fingerprint: &Fingerprint) -> Vec<Match<K>> {
        self.fingerprints
            .iter()
            .filter_map(|(key, known)| {
                let distance = fingerprint.distance(known);
                (distance <= SAME).then(|| Match {
                    key: key.clone(),
                    closeness: if distance <= NEAR_EXACT { Closeness::NearExact } else { Closeness::Looser },
                    #[allow(clippy::cast_precision_loss)]
                    score: 1.0 - distance as f32 / SAME as f32,
                })
            })
            .collect()
    }
}
