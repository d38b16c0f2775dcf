//! Photos: bytes → decoded, bounded picture → small rendition and fingerprint → the same photo found again.
//!
//! A fingerprint finds, an alignment confirms: `index` finds candidates by the hashes of many views, `confirm` lays
//! the small renditions over each other.

mod alignment;
mod box_sums;
mod buckets;
mod comparable;
mod confirm;
mod decode;
mod fingerprint;
mod index;
mod jpeg_file;
mod map;
mod orientation;
mod plane_code;
mod relief;
mod rendition;
mod rice;
mod shrink;
mod sought;
mod view;

#[cfg(test)]
mod tests;

pub use comparable::NotComparable;
pub use confirm::{Comparison, FALSE_MATCHES_PER_PAIR, Likeness, MOST_FALSE_MATCHES_PER_PAIR};
pub use decode::{MAX_BYTES, MAX_SIDE, PhotoError};
pub use fingerprint::{Fingerprint, StoredError};
pub use index::{Candidate, Closeness, Match, PhotoIndex};
pub use map::Map;
use orientation::Orientation;
pub use rendition::Rendition;
pub use sought::{Placement, Sought};

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
}
