//! Hashes found again by a quarter of their bits.

/// Bands of a hash.
pub(super) const BANDS: usize = 4;
/// Bits a band.
const BITS: usize = 64 / BANDS;

/// A bucket with more entries is passed over: what so many pictures show tells none of them from the others. Among
/// 100,000 made-up photos 600 lost none of the queries that 6,000 found.
const CROWDED: usize = 600;

/// How many entries one lookup reads, the emptiest buckets first: so it takes no longer among a million photos than
/// among a few hundred thousand.
const BUDGET: usize = 120_000;

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
    fn places(&self) -> impl Iterator<Item = usize> + use<> {
        places(self.hash).into_iter().chain(places(self.hash ^ self.uncertain))
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

    /// Calls `found` with the number of a hash, the owner of another and their distance, for every hash that shares a
    /// bucket with one of these and differs in at most `most` bits; once for each bucket shared. Buckets of a quarter
    /// whose uncertain bit is turned are looked into as well (Lv, Josephson, Wang, Charikar, Li 2007, multi-probe).
    #[inline]
    pub(super) fn near(&self, hashes: &[Probe], most: u32, mut found: impl FnMut(u32, u32, u32)) {
        let longest = self.longest(hashes);
        for probe in hashes {
            let (low, high) = (probe.hash as u32, (probe.hash >> 32) as u32);
            for place in probe.places() {
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

    /// The length of the longest buckets that can be read for these hashes within the [`BUDGET`].
    fn longest(&self, hashes: &[Probe]) -> usize {
        let mut entries = [0usize; CROWDED + 1];
        for place in hashes.iter().flat_map(Probe::places) {
            let length = self.bucket(place).len();
            if let Some(entries) = entries.get_mut(length) {
                *entries += length;
            }
        }
        let mut read = 0;
        let beyond = entries.iter().position(|entries| {
            read += entries;
            read > BUDGET
        });
        beyond.map_or(CROWDED, |length| length - 1)
    }
}
