//! Photos: bytes → decoded, bounded picture → rendition and fingerprint → the same photo found again.
//!
//! `find` finds candidates by their fingerprints (keypoints, and hashes of the whole picture), and lets `compare` confirm
//! them, which lays the renditions over each other and knows nothing of `find`.

mod affine;
mod box_sums;
mod comparable;
mod compare;
mod decode;
mod find;
mod jpeg_file;
mod lines;
mod low_frequencies;
mod orientation;
mod plane_code;
mod products;
mod rendition;
mod shrink;
mod webp_file;

#[cfg(test)]
mod tests;

pub use affine::Map;
pub use comparable::NotComparable;
pub use compare::{Closeness, Comparison, FALSE_MATCHES_PER_PAIR, Likeness, MOST_FALSE_MATCHES_PER_PAIR, Patch};
pub use decode::{MAX_BYTES, MAX_SIDE, PhotoError};
pub use find::{Candidate, Fingerprint, Match, PhotoIndex, Placement, Query, StoredError};
use orientation::Orientation;
pub use rendition::Rendition;

/// A photo as it is remembered: its rendition, and its fingerprint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portrait {
    /// To be shown beside another, and to confirm a match.
    pub rendition: Rendition,
    /// The photo's fingerprint, or why it cannot be compared.
    pub fingerprint: Result<Fingerprint, NotComparable>,
    /// The rendition's grey values as they are compared; kept, since reading them again takes as long as decoding the
    /// file.
    grey: Vec<u8>,
}

impl Portrait {
    /// Reads a JPEG, PNG or WebP file and turns it upright by its Exif data. Deterministic: the same bytes give the
    /// same portrait natively and in WebAssembly.
    ///
    /// # Errors
    /// [`PhotoError`] names what is wrong with the file; nothing is decoded beyond [`MAX_BYTES`] and
    /// [`MAX_SIDE`].
    pub fn read(bytes: &[u8]) -> Result<Self, PhotoError> {
        let decoded = decode::decode(bytes)?;
        Ok(Self::of_oriented(&decoded.picture, decoded.orientation))
    }

    /// The portrait of a decoded, upright picture of at least 16 pixels a side.
    #[must_use]
    pub fn of_picture(picture: &image::RgbImage) -> Self {
        Self::of_oriented(picture, Orientation::default())
    }

    fn of_oriented(picture: &image::RgbImage, orientation: Orientation) -> Self {
        let (rendition, grey) = Rendition::of(picture, orientation, &shrink::Grey::of(picture, orientation));
        Self { rendition, fingerprint: Fingerprint::of(&grey), grey }
    }

    /// The portrait of a stored rendition, from which everything else is computed.
    #[must_use]
    pub fn of_rendition(rendition: Rendition) -> Self {
        let grey = rendition.grey();
        Self { rendition, fingerprint: Fingerprint::of(&grey), grey }
    }
}

/// The bits in which two hashes differ: their Hamming distance.
fn differing_bits(a: &[u8; 32], b: &[u8; 32]) -> u32 {
    let words = |hash: &[u8; 32]| -> [u64; 4] {
        std::array::from_fn(|k| hash.as_chunks().0.get(k).map_or(0, |word| u64::from_le_bytes(*word)))
    };
    words(a).iter().zip(words(b)).map(|(a, b)| (a ^ b).count_ones()).sum()
}
