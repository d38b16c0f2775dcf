//! What finds a photo again: hashes of the whole picture and of its mirror image, and of many views of it.

use image::{GrayImage, imageops};
use img_hash::{HashAlg, HasherConfig};

use super::box_sums::BoxSums;
use super::comparable::{NotComparable, telling};
use super::rendition::SIDE;
use super::shrink::Grey;
use super::view::{Window, hash};

/// Side of img_hash's hash in bits: 16 × 16 gradient bits.
const HASH_SIDE: u32 = 16;
/// Length of one such hash in bytes.
const HASH_BYTES: usize = (HASH_SIDE * HASH_SIDE / 8) as usize;
/// The first bytes of the stored form: kind `v` (img_hash gradient, whole and mirrored, and views), and its version.
const KIND: [u8; 2] = [b'v', 2];
/// How many views a fingerprint has.
pub(super) const VIEWS: usize = 25;
/// How many of them are looked up; the others only help to rank what they find.
pub(super) const LOOKED_UP: usize = 18;

/// Of 256 bits so many may differ between img_hash's hashes of a picture and of its rendition. An assumption: bits on
/// the edge of a gradient turn.
const SHRUNK: u32 = 48;

/// The views: middles and sides in thousandths of the picture. What re-use leaves alone lies around the middle,
/// a little above it (rings and banners come from below). Those glanced at come first, then the others that are
/// looked up.
pub(super) const WINDOWS: [Window; VIEWS] = [
    Window::at(500, 500, 500),
    Window::at(500, 400, 500),
    Window::at(500, 400, 600),
    Window::at(500, 330, 420),
    Window::at(500, 340, 340),
    Window::at(460, 340, 380),
    Window::at(540, 340, 380),
    Window::at(500, 500, 600),
    Window::at(500, 450, 420),
    Window::at(500, 330, 560),
    Window::at(500, 500, 700),
    Window::at(400, 500, 600),
    Window::at(600, 500, 600),
    Window::at(500, 600, 600),
    Window::at(500, 500, 850),
    Window::at(500, 500, 1000),
    Window::at(500, 300, 300),
    Window::at(500, 400, 300),
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
    pub const BYTES: usize = Self::VIEWS_AT + VIEWS * 8;
    /// Where the views' hashes begin in it.
    pub const VIEWS_AT: usize = KIND.len() + 2 * HASH_BYTES;

    /// Of a picture's grey values and those of its rendition.
    ///
    /// # Errors
    /// [`NotComparable`] when it is too plain or too soft to be told from others.
    pub(super) fn of(grey: &Grey, stored: &[u8]) -> Result<Self, NotComparable> {
        telling(stored)?;
        let sums = BoxSums::of(stored, SIDE as usize);
        let (whole, mirrored) = hash_whole(grey).ok_or(NotComparable::Plain)?;
        Ok(Self { whole, mirrored, views: WINDOWS.map(|window| hash(&sums, window, false)) })
    }

    /// Bits that differ between img_hash's hashes, of 256, between the closer of two ways to lay the pictures over
    /// each other: as they are, or one of them mirrored.
    #[must_use]
    pub fn distance(&self, other: &Self) -> u32 {
        let straight = hamming(&self.whole, &other.whole);
        let mirrored = hamming(&self.whole, &other.mirrored).min(hamming(&self.mirrored, &other.whole));
        straight.min(mirrored)
    }

    /// Whether it may be of the picture that the other was computed from: the same views, and img_hash's hashes near
    /// enough for what shrinking to a rendition changes.
    #[must_use]
    pub fn fits(&self, computed: &Self) -> bool {
        self.views == computed.views && hamming(&self.whole, &computed.whole) <= SHRUNK
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

/// img_hash's hashes of a picture and of its mirror image, as with its triangle filter. The picture is shrunk here to
/// what img_hash shrinks it to, and left alone by it then: its own shrinking is many times slower, and in floats.
/// One call with a fixed algorithm: the others, and the Fourier transforms they need, fold away.
#[inline(never)]
fn hash_whole(grey: &Grey) -> Option<([u8; HASH_BYTES], [u8; HASH_BYTES])> {
    let hasher = HasherConfig::new()
        .hash_alg(HashAlg::Gradient)
        .hash_size(HASH_SIDE, HASH_SIDE)
        .resize_filter(imageops::FilterType::Triangle)
        .to_hasher();
    let (width, height) = (HASH_SIDE + 1, HASH_SIDE);
    let small = GrayImage::from_raw(width, height, grey.shrunk(width as usize, height as usize))?;
    let whole = hasher.hash_image(&small).as_bytes().try_into().ok()?;
    let mirrored = hasher.hash_image(&imageops::flip_horizontal(&small)).as_bytes().try_into().ok()?;
    Some((whole, mirrored))
}

fn hamming(a: &[u8; HASH_BYTES], b: &[u8; HASH_BYTES]) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a ^ b).count_ones()).sum()
}
