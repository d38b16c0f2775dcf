//! Descriptors found again by an eighth of their bits: multi-index hashing (Norouzi, Punjani, Fleet 2012).

use super::descriptor::Descriptor;

/// Chunks of a descriptor: it lies in eight buckets, one for each 16 of its bits, so one that differs in few bits shares
/// a bucket.
pub(super) const CHUNKS: usize = 8;
const BITS: usize = 16;

/// A bucket with more entries is passed over: what many pictures show tells none of them from the others.
const CROWDED: usize = 600;
/// How many entries one lookup reads at least, the emptiest buckets first.
const BUDGET: usize = 150_000;
/// Among many photos it reads this many entries for two of them.
const ENTRIES_FOR_TWO: usize = 1;

/// The numbers of the descriptors in each bucket.
#[derive(Debug, Clone, Default)]
pub(super) struct Chunks {
    /// Empty before the first descriptor: a memory that is replaced once it is read needs no table.
    buckets: Vec<Vec<u32>>,
}

/// The buckets of a descriptor.
fn places(descriptor: &Descriptor) -> [usize; CHUNKS] {
    std::array::from_fn(|chunk| {
        let word = descriptor.get(chunk / 2).copied().unwrap_or(0);
        chunk << BITS | (word >> (chunk % 2 * BITS)) as usize & ((1 << BITS) - 1)
    })
}

impl Chunks {
    fn bucket(&self, place: usize) -> &[u32] {
        self.buckets.get(place).map_or(&[], Vec::as_slice)
    }

    pub(super) fn insert(&mut self, number: u32, descriptor: &Descriptor) {
        if self.buckets.is_empty() {
            self.buckets.resize_with(CHUNKS << BITS, Vec::new);
        }
        for place in places(descriptor) {
            let Some(bucket) = self.buckets.get_mut(place) else { continue };
            if bucket.len() == bucket.capacity() {
                // A quarter more, not twice as many: there are half a million buckets.
                bucket.reserve_exact(bucket.len() / 4 + 2);
            }
            bucket.push(number);
        }
    }

    pub(super) fn remove(&mut self, number: u32, descriptor: &Descriptor) {
        for place in places(descriptor) {
            if let Some(bucket) = self.buckets.get_mut(place) {
                bucket.retain(|held| *held != number);
            }
        }
    }

    /// Among so many photos, calls `found` with the place of one of these descriptors and the number of another that
    /// shares a bucket with it, once for each bucket shared.
    pub(super) fn near(&self, photos: usize, descriptors: &[Descriptor], mut found: impl FnMut(usize, u32)) {
        let longest = self.longest(descriptors, BUDGET.max(photos * ENTRIES_FOR_TWO / 2));
        for (sought, descriptor) in descriptors.iter().enumerate() {
            for place in places(descriptor) {
                let bucket = self.bucket(place);
                if bucket.len() <= longest {
                    bucket.iter().for_each(|number| found(sought, *number));
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
