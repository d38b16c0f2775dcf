//! What finds a photo again: hashes of the whole picture and of its mirror image.

use image::{RgbImage, imageops};
use img_hash::{HashAlg, HasherConfig};

/// Hash side in bits: 16 × 16 gradient bits.
const HASH_SIDE: u32 = 16;
/// Length of one hash in bytes.
const HASH_BYTES: usize = (HASH_SIDE * HASH_SIDE / 8) as usize;
/// The first byte of the stored form: kind `g` (gradient, whole and mirrored), and its version.
const KIND: [u8; 2] = [b'g', 1];
/// A picture whose grey values deviate less than this from their mean (of 255) says too little.
const FLAT: f64 = 6.0;

/// A photo's fingerprint: gradient hashes of the whole picture and of its mirror image.
///
/// Only fingerprints of one kind and version exist in memory, so unlike ones cannot be compared; the stored
/// form begins with both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    whole: [u8; HASH_BYTES],
    mirrored: [u8; HASH_BYTES],
}

/// Why a stored fingerprint could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StoredError {
    /// Another kind, or another version of this kind.
    #[error("a fingerprint of another kind or version")]
    OtherKind,
    /// The right kind and the wrong length.
    #[error("a fingerprint of the wrong length")]
    WrongLength,
}

impl Fingerprint {
    pub(super) fn of(picture: &RgbImage) -> Option<Self> {
        if is_flat(picture) {
            return None;
        }
        Some(Self { whole: hash(picture)?, mirrored: hash(&imageops::flip_horizontal(picture))? })
    }

    /// Bits that differ, of 256, between the closer of two ways to lay the pictures over each other: as they
    /// are, or one of them mirrored.
    #[must_use]
    pub fn distance(&self, other: &Self) -> u32 {
        let straight = hamming(&self.whole, &other.whole);
        let mirrored = hamming(&self.whole, &other.mirrored).min(hamming(&self.mirrored, &other.whole));
        straight.min(mirrored)
    }

    /// The stored form: kind, version, the two hashes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [KIND.as_slice(), &self.whole, &self.mirrored].concat()
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// [`StoredError`] when the bytes are of another kind, version or length.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StoredError> {
        let rest = bytes.strip_prefix(&KIND).ok_or(StoredError::OtherKind)?;
        let (whole, mirrored) = rest.split_at_checked(HASH_BYTES).ok_or(StoredError::WrongLength)?;
        let exact = |half: &[u8]| half.try_into().map_err(|_| StoredError::WrongLength);
        Ok(Self { whole: exact(whole)?, mirrored: exact(mirrored)? })
    }
}

/// One call with a fixed algorithm: the others, and the Fourier transforms they need, fold away.
#[inline(never)]
fn hash(picture: &RgbImage) -> Option<[u8; HASH_BYTES]> {
    let hasher = HasherConfig::new().hash_alg(HashAlg::Gradient).hash_size(HASH_SIDE, HASH_SIDE).to_hasher();
    hasher.hash_image(picture).as_bytes().try_into().ok()
}

fn hamming(a: &[u8; HASH_BYTES], b: &[u8; HASH_BYTES]) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a ^ b).count_ones()).sum()
}

fn is_flat(picture: &RgbImage) -> bool {
    let small = imageops::thumbnail(&imageops::grayscale(picture), 16, 16);
    let values: Vec<f64> = small.iter().map(|&v| f64::from(v)).collect();
    #[allow(clippy::cast_precision_loss)]
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / count;
    variance.sqrt() < FLAT
}
