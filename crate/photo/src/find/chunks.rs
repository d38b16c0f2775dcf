//! Descriptors found by any eighth of their bits: multi-index hashing (Norouzi, Punjani, Fleet 2012).

use super::descriptor::Descriptor;
use super::fingerprint::KnownFeature;
use super::query::Side;

/// Chunks of a descriptor: it lies in eight buckets, one for each 16 of its bits, so one that differs in few bits shares
/// a bucket.
const CHUNKS: usize = 8;
const BITS: usize = 16;

/// A bucket with more entries is skipped: features that many pictures have tell none of them from the others.
const CROWDED: usize = 600;
/// How many entries one lookup reads at most, the emptiest buckets first.
const BUDGET: usize = 150_000;
/// Among many photos a lookup reads at most this many entries for every two photos.
const ENTRIES_FOR_TWO: usize = 1;

/// A remembered feature in a bucket: its number in the lower bits, its [`KnownFeature::kind`] in the upper seven. So
/// most that cannot match are skipped without reading their descriptors, which are scattered over the memory.
type Entry = u32;
const NUMBER_BITS: usize = 25;
/// How many features can be told apart: those of 1.1 million photos.
pub(super) const MOST: usize = 1 << NUMBER_BITS;

fn entry(number: u32, feature: &KnownFeature) -> Entry {
    number | feature.kind() << NUMBER_BITS
}

/// The features in each bucket.
#[derive(Debug, Clone)]
pub(super) struct Chunks {
    buckets: Vec<Vec<Entry>>,
}

/// The buckets of a descriptor.
fn places(descriptor: &Descriptor) -> [usize; CHUNKS] {
    std::array::from_fn(|chunk| place(descriptor, chunk))
}

fn place(descriptor: &Descriptor, chunk: usize) -> usize {
    let word = descriptor.get(chunk / 2).copied().unwrap_or(0);
    chunk << BITS | (word >> (chunk % 2 * BITS)) as usize & ((1 << BITS) - 1)
}

impl Chunks {
    /// Built from all features with their numbers at once: several times as fast as inserting one after the other, and
    /// no larger than needed.
    pub(super) fn of<'a>(features: impl Iterator<Item = (u32, &'a KnownFeature)> + Clone) -> Self {
        let mut lengths = vec![0u32; CHUNKS << BITS];
        for (_, feature) in features.clone() {
            for place in places(&feature.descriptor) {
                if let Some(length) = lengths.get_mut(place) {
                    *length += 1;
                }
            }
        }
        let mut buckets: Vec<Vec<Entry>> =
            lengths.into_iter().map(|length| Vec::with_capacity(length as usize)).collect();
        // Chunk by chunk: the ends of 65,536 buckets stay in the processor's cache.
        for chunk in 0..CHUNKS {
            for (number, feature) in features.clone() {
                if let Some(bucket) = buckets.get_mut(place(&feature.descriptor, chunk)) {
                    bucket.push(entry(number, feature));
                }
            }
        }
        Self { buckets }
    }

    /// Only the buckets that these descriptors look up: the same answers for them as [`Self::of`], built in a tenth of
    /// the time.
    pub(super) fn asked_for<'a>(sides: &[Side], features: impl Iterator<Item = (u32, &'a KnownFeature)>) -> Self {
        let mut is_asked = vec![false; CHUNKS << BITS];
        for place in sides.iter().flat_map(|side| &side.descriptors).flat_map(places) {
            if let Some(is_asked) = is_asked.get_mut(place) {
                *is_asked = true;
            }
        }
        let mut buckets = vec![Vec::new(); CHUNKS << BITS];
        for (number, feature) in features {
            for place in places(&feature.descriptor) {
                if is_asked.get(place) == Some(&true)
                    && let Some(bucket) = buckets.get_mut(place)
                {
                    bucket.push(entry(number, feature));
                }
            }
        }
        Self { buckets }
    }

    fn bucket(&self, place: usize) -> &[Entry] {
        self.buckets.get(place).map_or(&[], Vec::as_slice)
    }

    pub(super) fn insert(&mut self, number: u32, feature: &KnownFeature) {
        for place in places(&feature.descriptor) {
            let Some(bucket) = self.buckets.get_mut(place) else { continue };
            if bucket.len() == bucket.capacity() {
                // A quarter more, not twice as many: there are half a million buckets.
                bucket.reserve_exact(bucket.len() / 4 + 2);
            }
            bucket.push(entry(number, feature));
        }
    }

    pub(super) fn remove(&mut self, number: u32, feature: &KnownFeature) {
        let entry = entry(number, feature);
        for place in places(&feature.descriptor) {
            if let Some(bucket) = self.buckets.get_mut(place) {
                bucket.retain(|held| *held != entry);
            }
        }
    }

    /// Calls `found` with the index of one of these features and the number of a remembered one that shares a bucket
    /// with it and is of a kind that can match, once for each bucket shared.
    pub(super) fn near(
        &self,
        photos: usize,
        Side { descriptors, kinds, .. }: &Side,
        mut found: impl FnMut(usize, u32),
    ) {
        let longest = self.longest(descriptors, BUDGET.max(photos * ENTRIES_FOR_TWO / 2));
        for (own, (descriptor, kinds)) in descriptors.iter().zip(kinds).enumerate() {
            for place in places(descriptor) {
                let bucket = self.bucket(place);
                if bucket.len() <= longest {
                    for entry in bucket {
                        if kinds.has(entry >> NUMBER_BITS) {
                            found(own, entry & (MOST as u32 - 1));
                        }
                    }
                }
            }
        }
    }

    /// The length of the longest buckets that can be read for these descriptors within the budget.
    fn longest(&self, descriptors: &[Descriptor], mut budget: usize) -> usize {
        let mut entries = [0usize; CROWDED + 1];
        for place in descriptors.iter().flat_map(places) {
            let length = self.bucket(place).len();
            if let Some(entries) = entries.get_mut(length) {
                *entries += length;
            }
        }
        for (length, entries) in entries.iter().enumerate() {
            match budget.checked_sub(*entries) {
                Some(left) => budget = left,
                None => return length.saturating_sub(1),
            }
        }
        CROWDED
    }
}
