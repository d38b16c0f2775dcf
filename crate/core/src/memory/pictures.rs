//! The states of a photo's picture in its record.

use super::{FingerprintPack, Memory, Photo, Picture};
use crate::address::PhotoId;
use crate::photo::Fingerprint;

impl Photo {
    /// Whether its picture was read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        matches!(self.picture, Picture::NotComparable | Picture::Soft | Picture::Comparable { .. })
    }

    /// Whether its picture can be compared.
    #[must_use]
    pub fn is_comparable(&self) -> bool {
        matches!(self.picture, Picture::Comparable { .. })
    }
}

impl Memory {
    /// Moves a photo's fingerprint, if its record has one, from the record to the index. A fingerprint of another
    /// version is no longer read.
    pub(super) fn take_fingerprint(&mut self, photo: &mut Photo) {
        let id = &photo.address.id;
        match &mut photo.picture {
            Picture::Comparable { fingerprint } if fingerprint.is_empty() => {}
            Picture::Comparable { fingerprint } => match Fingerprint::from_bytes(&std::mem::take(fingerprint)) {
                Ok(fingerprint) => self.index.insert_fingerprint(id.clone(), &fingerprint),
                Err(_) => self.index.remove(id),
            },
            _ => self.index.remove(id),
        }
    }

    /// Takes in the fingerprints of those photos that have none yet.
    pub fn take_fingerprints(&mut self, pack: &FingerprintPack) {
        if self.index.is_empty() {
            // A sixteenth more, for photos seen before the background sleeps again.
            self.index.reserve(self.photos.len() + self.photos.len() / 16);
        }
        for (_, id, bytes) in pack.entries() {
            let Ok(fingerprint) = Fingerprint::from_bytes(bytes) else { continue };
            let id = PhotoId::from(id.to_owned());
            if self.photos.contains(id.as_str()) && !self.index.contains(&id) {
                self.index.insert_fingerprint(id, &fingerprint);
            }
        }
    }

    /// A photo's fingerprint, as it is stored.
    #[must_use]
    pub fn fingerprint(&self, id: &PhotoId) -> Option<Vec<u8>> {
        self.index.fingerprint(id).map(|fingerprint| fingerprint.to_bytes())
    }

    /// Whether a photo can be compared and its fingerprint is missing: lost, or of a version that is no longer read.
    #[must_use]
    pub fn lacks_fingerprint(&self, photo: &Photo) -> bool {
        photo.is_comparable() && !self.index.contains(&photo.address.id)
    }
}
