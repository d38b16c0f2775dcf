//! Fingerprints in packs, where a store keeps them instead of in their photos' records.

use super::bytes::{Reader, Writer};

/// Some fingerprints, each with its photo's id and place in the pack, as bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FingerprintPack(Vec<u8>);

impl FingerprintPack {
    /// A pack as it was stored; of a damaged one those entries are read that come before the damage.
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
    pub fn entries(&self) -> impl Iterator<Item = (u8, &str, &[u8])> {
        let mut rest = Reader(&self.0);
        std::iter::from_fn(move || Some((rest.byte()?, rest.text()?, rest.bytes()?)))
    }

    /// The fingerprint of the photo with this place and id.
    #[must_use]
    pub fn get(&self, place: u8, id: &str) -> Option<&[u8]> {
        self.entries().find(|(at, of, _)| *at == place && *of == id).map(|(.., bytes)| bytes)
    }

    /// Puts a fingerprint in a place, or takes away what is there: nothing of it stays. Returns whether that changed anything.
    pub fn set(&mut self, place: u8, id: &str, fingerprint: Option<&[u8]>) -> bool {
        let there = self.entries().find(|(at, ..)| *at == place).map(|(_, of, bytes)| (of, bytes));
        if there == fingerprint.map(|bytes| (id, bytes)) {
            return false;
        }
        let mut written = Writer::default();
        let others = self.entries().filter(|(at, ..)| *at != place);
        for (place, id, bytes) in others.chain(fingerprint.map(|bytes| (place, id, bytes))) {
            written.byte(place);
            written.bytes(id.as_bytes());
            written.bytes(bytes);
        }
        self.0 = written.0;
        true
    }
}
