//! Keys and values in packs, found by key without being read one by one.

use std::ops::Range;
use std::rc::Rc;

use crate::bytes::Reader;

/// Where an entry is: in which pack, from which byte.
#[derive(Debug, Clone, Copy)]
struct Place {
    pack: u32,
    at: u32,
}

/// Entries in the order of their keys; each has a number in that order.
#[derive(Debug, Clone, Default)]
pub(super) struct PackedEntries {
    packs: Vec<Rc<Vec<u8>>>,
    places: Vec<Place>,
}

impl PackedEntries {
    /// Takes in the entries in these bytes of a pack: key and value of each, both after their lengths. The keys must
    /// ascend, and follow those of earlier packs; `None` otherwise.
    pub fn push(&mut self, pack: Vec<u8>, entries: Range<usize>) -> Option<()> {
        let number = u32::try_from(self.packs.len()).ok()?;
        let end = entries.end;
        let mut rest = Reader(pack.get(entries)?);
        let mut places = Vec::new();
        let mut last = self.places.len().checked_sub(1).and_then(|last| self.key(last)).unwrap_or_default();
        while !rest.0.is_empty() {
            let at = u32::try_from(end - rest.0.len()).ok()?;
            let (key, _) = (rest.text()?, rest.bytes()?);
            if key <= last {
                return None;
            }
            last = key;
            places.push(Place { pack: number, at });
        }
        self.places.append(&mut places);
        self.packs.push(Rc::new(pack));
        Some(())
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// The number of the entry with a key.
    pub fn number(&self, key: &str) -> Option<usize> {
        self.places.binary_search_by(|place| self.key_at(*place).cmp(key.as_bytes())).ok()
    }

    /// The number of the first entry that does not come before a key.
    pub fn first_from(&self, key: &str) -> usize {
        self.places.partition_point(|place| self.key_at(*place) < key.as_bytes())
    }

    /// The key of the entry with a number.
    pub fn key(&self, number: usize) -> Option<&str> {
        self.get(number).map(|(key, _)| key)
    }

    /// The entry with a number: its key and value.
    pub fn get(&self, number: usize) -> Option<(&str, &[u8])> {
        let mut entry = self.reader(*self.places.get(number)?)?;
        Some((entry.text()?, entry.bytes()?))
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|number| self.key(number))
    }

    fn reader(&self, place: Place) -> Option<Reader<'_>> {
        self.packs.get(place.pack as usize)?.get(place.at as usize..).map(Reader)
    }

    fn key_at(&self, place: Place) -> &[u8] {
        self.reader(place).and_then(|mut entry| entry.bytes()).unwrap_or_default()
    }
}
