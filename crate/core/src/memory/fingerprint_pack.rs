//! Fingerprints in packs, where a store keeps them instead of in their photos' records.

use crate::bytes::{Reader, Writer};

/// Some fingerprints, each with its photo's id and place in the pack, as bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FingerprintPack(Vec<u8>);

impl FingerprintPack {
    /// A pack as it was stored. Of a damaged one the entries before the damage are read.
    #[must_use]
    pub fn of(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// As it is stored; empty without an entry.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The places, ids and fingerprints.
    pub fn entries(&self) -> impl Iterator<Item = (u64, &str, &[u8])> {
        let mut rest = Reader(&self.0);
        std::iter::from_fn(move || Some((rest.number()?, rest.text()?, rest.bytes()?)))
    }

    /// The fingerprint of the photo with this place and id.
    #[must_use]
    pub fn get(&self, place: u64, id: &str) -> Option<&[u8]> {
        self.entries().find(|(at, of, _)| *at == place && *of == id).map(|(.., bytes)| bytes)
    }

    /// Puts a fingerprint in a place, or takes away what is there: nothing of it stays. Returns whether that changed anything.
    pub fn set(&mut self, place: u64, id: &str, fingerprint: Option<&[u8]>) -> bool {
        let there = self.entries().find(|(at, ..)| *at == place).map(|(_, of, bytes)| (of, bytes));
        if there == fingerprint.map(|bytes| (id, bytes)) {
            return false;
        }
        self.retain(&|at, _| at != place);
        if let Some(bytes) = fingerprint {
            self.push(place, id, bytes);
        }
        true
    }

    /// Takes away a photo's fingerprint from a place. Returns whether it was there.
    pub fn remove(&mut self, place: u64, id: &str) -> bool {
        let length = self.0.len();
        self.retain(&|at, of| at != place || of != id);
        self.0.len() < length
    }

    fn retain(&mut self, stays: &dyn Fn(u64, &str) -> bool) {
        let mut kept = Self::default();
        for (at, of, bytes) in self.entries().filter(|(at, of, _)| stays(*at, of)) {
            kept.push(at, of, bytes);
        }
        *self = kept;
    }

    /// Adds another pack's entries, their places increased by an offset.
    pub fn append(&mut self, other: &Self, offset: u64) {
        for (place, id, bytes) in other.entries() {
            self.push(place.saturating_add(offset), id, bytes);
        }
    }

    fn push(&mut self, place: u64, id: &str, fingerprint: &[u8]) {
        let mut written = Writer(std::mem::take(&mut self.0));
        written.number(place);
        written.bytes(id.as_bytes());
        written.bytes(fingerprint);
        self.0 = written.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_holds_one_fingerprint_and_appended_ones_follow() {
        let mut pack = FingerprintPack::default();
        assert!(pack.set(1, "one", Some(&[1, 2])));
        assert!(!pack.set(1, "one", Some(&[1, 2])), "nothing changed");
        assert!(pack.set(1, "other", Some(&[3])));
        let mut behind = FingerprintPack::default();
        behind.set(63, "last", Some(&[4]));
        pack.append(&behind, 960);
        let entries: [(u64, &str, &[u8]); 2] = [(1, "other", &[3]), (1023, "last", &[4])];
        assert_eq!(FingerprintPack::of(pack.as_bytes().to_vec()).entries().collect::<Vec<_>>(), entries);
        assert_eq!(pack.get(1023, "last"), Some(&[4][..]));
        assert_eq!(pack.get(63, "last"), None);
        assert!(pack.set(1, "", None) && pack.set(1023, "", None));
        assert!(pack.as_bytes().is_empty());
    }
}
