//! What finds a photo again: hashes of the whole picture and of its mirror image, and of many views of it.

use image::{GrayImage, RgbImage, imageops};
use img_hash::{HashAlg, HasherConfig};

use super::box_sums::BoxSums;
use super::comparable::is_comparable;
use super::rendition::{Rendition, SIDE};
use super::view::{Window, hash};

/// Side of img_hash's hash in bits: 16 × 16 gradient bits.
const HASH_SIDE: u32 = 16;
/// Length of one such hash in bytes.
const HASH_BYTES: usize = (HASH_SIDE * HASH_SIDE / 8) as usize;
/// The first bytes of the stored form: kind `v` (img_hash gradient, whole and mirrored, and views), and its version.
const KIND: [u8; 2] = [b'v', 1];
/// How many views a fingerprint has.
pub(super) const VIEWS: usize = 20;
/// How many of them are looked up; the others only help to rank what they find.
pub(super) const LOOKED_UP: usize = 13;

/// The views: middles and sides in thousandths of the picture. What re-use leaves alone lies around the middle,
/// a little above it (rings and banners come from below). Those glanced at come first, then the others that are
/// looked up.
pub(super) const WINDOWS: [Window; VIEWS] = [
    Window::at(500, 500, 500),
    Window::at(500, 400, 500),
    Window::at(500, 500, 600),
    Window::at(500, 400, 600),
    Window::at(500, 330, 420),
    Window::at(500, 450, 420),
    Window::at(500, 500, 700),
    Window::at(500, 330, 560),
    Window::at(400, 500, 600),
    Window::at(600, 500, 600),
    Window::at(500, 600, 600),
    Window::at(500, 500, 850),
    Window::at(500, 500, 1000),
    Window::at(400, 400, 500),
    Window::at(600, 400, 500),
    Window::at(400, 600, 500),
    Window::at(600, 600, 500),
    Window::at(500, 420, 700),
    Window::at(400, 400, 420),
    Window::at(600, 400, 420),
];

/// A photo's fingerprint: gradient hashes of the whole picture and of its mirror image, as lists and exports
/// carry them (`img_hash`), and 64-bit gradient hashes of [`VIEWS`] windows, by which it is looked up.
///
/// Only fingerprints of one kind and version exist in memory, so unlike ones cannot be compared; the stored
/// form begins with both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    whole: [u8; HASH_BYTES],
    mirrored: [u8; HASH_BYTES],
    views: [u64; VIEWS],
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
    /// Length of the stored form in bytes.
    pub const BYTES: usize = KIND.len() + 2 * HASH_BYTES + VIEWS * 8;

    /// Of a picture and its small copy; `None` when it is too flat or too simple to be told from others.
    pub(super) fn of(picture: &RgbImage, rendition: &Rendition) -> Option<Self> {
        let grey = rendition.grey();
        if !is_comparable(&grey) {
            return None;
        }
        let sums = BoxSums::of(&grey, SIDE as usize);
        let picture = imageops::grayscale(picture);
        let (whole, mirrored) = (hash_whole(&picture)?, hash_whole(&imageops::flip_horizontal(&picture))?);
        Some(Self { whole, mirrored, views: WINDOWS.map(|window| hash(&sums, window, false)) })
    }

    /// Bits that differ between img_hash's hashes, of 256, between the closer of two ways to lay the pictures over
    /// each other: as they are, or one of them mirrored.
    #[must_use]
    pub fn distance(&self, other: &Self) -> u32 {
        let straight = hamming(&self.whole, &other.whole);
        let mirrored = hamming(&self.whole, &other.mirrored).min(hamming(&self.mirrored, &other.whole));
        straight.min(mirrored)
    }

    /// The views' hashes.
    pub(super) fn views(&self) -> &[u64; VIEWS] {
        &self.views
    }

    /// The stored form: kind, version, img_hash's two hashes, the views' hashes (little-endian).
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let views = self.views.iter().flat_map(|v| v.to_le_bytes());
        KIND.iter().chain(&self.whole).chain(&self.mirrored).copied().chain(views).collect()
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// [`StoredError`] when the bytes are of another kind, version or length.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StoredError> {
        let rest = bytes.strip_prefix(&KIND).ok_or(StoredError::OtherKind)?;
        let (&whole, rest) = rest.split_first_chunk().ok_or(StoredError::WrongLength)?;
        let (&mirrored, rest) = rest.split_first_chunk().ok_or(StoredError::WrongLength)?;
        if rest.len() != VIEWS * 8 {
            return Err(StoredError::WrongLength);
        }
        let mut views = [0; VIEWS];
        for (view, bytes) in views.iter_mut().zip(rest.as_chunks::<8>().0) {
            *view = u64::from_le_bytes(*bytes);
        }
        Ok(Self { whole, mirrored, views })
    }
}

/// One call with a fixed algorithm: the others, and the Fourier transforms they need, fold away.
#[inline(never)]
fn hash_whole(picture: &GrayImage) -> Option<[u8; HASH_BYTES]> {
    let hasher = HasherConfig::new().hash_alg(HashAlg::Gradient).hash_size(HASH_SIDE, HASH_SIDE).to_hasher();
    hasher.hash_image(picture).as_bytes().try_into().ok()
}

fn hamming(a: &[u8; HASH_BYTES], b: &[u8; HASH_BYTES]) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a ^ b).count_ones()).sum()
}
