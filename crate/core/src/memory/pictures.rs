//! What a photo's record says of its picture.

use super::{Photo, Picture};
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

    /// Whether its fingerprint is of a version that is no longer read.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        self.is_comparable() && self.fingerprint().is_none()
    }

    /// Its fingerprint; `None` if it has none, or one of another version, which is made again when the photo is seen again.
    pub(super) fn fingerprint(&self) -> Option<Fingerprint> {
        match &self.picture {
            Picture::Comparable { fingerprint } => Fingerprint::from_bytes(fingerprint).ok(),
            _ => None,
        }
    }
}
