//! Photos: bytes → decoded, bounded picture → small rendition and fingerprint → the same photo found again.
//!
//! A fingerprint finds, an alignment confirms: `index` finds candidates by the hashes of many views, `confirm` lays
//! the small renditions over each other.

mod box_sums;
mod comparable;
mod compare;
mod decode;
mod find;
mod jpeg_file;
mod orientation;
mod plane_code;
mod rendition;
mod rice;
mod shrink;

#[cfg(test)]
mod tests;

pub use comparable::NotComparable;
pub use compare::{Comparison, FALSE_MATCHES_PER_PAIR, Likeness, MOST_FALSE_MATCHES_PER_PAIR, Map, Patch};
pub use decode::{MAX_BYTES, MAX_SIDE, PhotoError};
pub use find::{Candidate, Closeness, Fingerprint, Match, PhotoIndex, Placement, Sought, StoredError};
use orientation::Orientation;
pub use rendition::Rendition;

/// A photo as it is remembered: what it looks like, small, and what finds it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portrait {
    /// A small copy, to be shown beside another and to confirm a match.
    pub rendition: Rendition,
    /// What finds the photo again, or why nothing does.
    pub fingerprint: Result<Fingerprint, NotComparable>,
}

impl Portrait {
    /// Reads a JPEG, PNG or WebP file, turned upright as it says. Deterministic: the same bytes give the same portrait natively and in
    /// WebAssembly.
    ///
    /// # Errors
    /// [`PhotoError`] names what is wrong with the file; nothing is decoded beyond [`MAX_BYTES`] and
    /// [`MAX_SIDE`].
    pub fn read(bytes: &[u8]) -> Result<Self, PhotoError> {
        let decoded = decode::decode(bytes)?;
        Ok(Self::of_oriented(&decoded.picture, decoded.orientation))
    }

    /// Of a decoded, upright picture of at least 16 pixels a side.
    #[must_use]
    pub fn of_picture(picture: &image::RgbImage) -> Self {
        Self::of_oriented(picture, Orientation::default())
    }

    fn of_oriented(picture: &image::RgbImage, orientation: Orientation) -> Self {
        let grey = shrink::Grey::of(picture, orientation);
        let (rendition, stored) = Rendition::of(picture, orientation, &grey);
        let fingerprint = Fingerprint::of(&grey, &stored);
        Self { rendition, fingerprint }
    }

    /// Of a small copy alone: what finds the photo again is computed from it, but for img_hash's two hashes, which
    /// are near those of the whole picture.
    #[must_use]
    pub fn of_rendition(rendition: Rendition) -> Self {
        let stored = rendition.grey();
        let fingerprint = Fingerprint::of(&shrink::Grey::of_values(stored.clone(), Rendition::SIDE as usize), &stored);
        Self { rendition, fingerprint }
    }
}
