//! Hashes found again by a quarter of their bits.

/// Bands of a hash.
pub(super) const BANDS: usize = 4;
/// Bits a band.
const BITS: usize = 64 / BANDS;

/// A bucket with more entries is passed over: what so many pictures show tells none of them from the others. Among
/// 100,000 made-up photos 600 lost none of the queries that 6,000 found.
const CROWDED: usize = 600;

/// How many entries one lookup reads at least, the emptiest buckets first.
const BUDGET: usize = 120_000;
/// Among many photos it reads so many entries for two of them. Tuned on 200 altered photos: among 100,000 made-up photos
/// 120,000 entries find all; among 1,000,000 they find 85, 400,000 find 147, 1,500,000 all, in twice the time.
const ENTRIES_FOR_TWO: usize = 3;

/// Who has a hash, and the hash (in halves, so that an entry takes 12 bytes).
#[derive(Debug, Clone, Copy)]
struct Entry {
    id: u32,
    low: u32,
    high: u32,
}

/// Multi-index hashing (Norouzi, Punjani, Fleet 2012): every hash lies in four buckets, one for each quarter of its
/// bits, so one that differs in few bits shares a bucket.
#[derive(Debug, Clone, Default)]
pub(super) struct Buckets {
    /// Empty before the first hash: a memory that is replaced once it is read needs no table.
    buckets: Vec<Vec<Entry>>,
}

/// A hash that is looked up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Probe {
    pub number: u32,
    pub hash: u64,
    /// Its least certain bits, one in each quarter.
    pub uncertain: u64,
}

impl Probe {
    /// Its buckets, or those it would have with its uncertain bits turned.
    fn places(&self, turned: bool) -> [usize; BANDS] {
        places(if turned { self.hash ^ self.uncertain } else { self.hash })
    }
}

fn places(hash: u64) -> [usize; BANDS] {
    std::array::from_fn(|band| (band << BITS) | ((hash >> (band * BITS)) as usize & ((1 << BITS) - 1)))
}

impl Buckets {
    fn bucket(&self, place: usize) -> &[Entry] {
        self.buckets.get(place).map_or(&[], Vec::as_slice)
    }

    pub(super) fn insert(&mut self, id: u32, hash: u64) {
        if self.buckets.is_empty() {
            self.buckets.resize_with(BANDS << BITS, Vec::new);
        }
        let entry = Entry { id, low: hash as u32, high: (hash >> 32) as u32 };
        for place in places(hash) {
            self.buckets[place].push(entry);
        }
    }

    pub(super) fn remove(&mut self, id: u32, hash: u64) {
        for place in places(hash) {
            if let Some(bucket) = self.buckets.get_mut(place) {
                bucket.retain(|entry| entry.id != id);
            }
        }
    }

    /// Among so many photos, calls `found` with the number of a hash, the owner of another and their distance, for every
    /// hash that shares a bucket with one of these and differs in at most `most` bits; once for each bucket shared. What
    /// the [`BUDGET`] leaves is spent on the buckets of a quarter whose uncertain bit is turned (Lv, Josephson, Wang,
    /// Charikar, Li 2007, multi-probe).
    #[inline]
    pub(super) fn near(&self, photos: usize, probes: &[Probe], most: u32, mut found: impl FnMut(u32, u32, u32)) {
        let mut budget = BUDGET.max(photos * ENTRIES_FOR_TWO / 2);
        for turned in [false, true] {
            let longest = self.longest(probes, turned, &mut budget);
            for probe in probes {
                let (low, high) = (probe.hash as u32, (probe.hash >> 32) as u32);
                for place in probe.places(turned) {
                    let bucket = self.bucket(place);
                    if bucket.len() > longest {
                        continue;
                    }
                    for entry in bucket {
                        let distance = (entry.low ^ low).count_ones() + (entry.high ^ high).count_ones();
                        if distance <= most {
                            found(probe.number, entry.id, distance);
                        }
                    }
                }
            }
        }
    }

    /// The length of the longest buckets that can be read for these hashes within the budget, which is spent.
    fn longest(&self, probes: &[Probe], turned: bool, budget: &mut usize) -> usize {
        let mut entries = [0usize; CROWDED + 1];
        for place in probes.iter().flat_map(|probe| probe.places(turned)) {
            let length = self.bucket(place).len();
            if let Some(entries) = entries.get_mut(length) {
                *entries += length;
            }
        }
        for (length, entries) in entries.iter().enumerate() {
            match budget.checked_sub(*entries) {
                Some(left) => *budget = left,
                None => return length.saturating_sub(1),
            }
        }
        CROWDED
    }
}
