//! A photo's small copy: square, in colour, the same size for every photo.

use image::{RgbImage, imageops};

/// Width and height in pixels.
const SIDE: u32 = 48;

/// A photo's small copy, kept to be shown beside another: 48 × 48 pixels of RGB, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition(Vec<u8>);

impl Rendition {
    /// Width and height in pixels.
    pub const SIDE: u32 = SIDE;

    pub(super) fn of(picture: &RgbImage) -> Self {
        Self(imageops::resize(picture, SIDE, SIDE, imageops::FilterType::Triangle).into_raw())
    }

    /// The pixels as red, green, blue, alpha, row by row, as a canvas takes them.
    #[must_use]
    pub fn to_rgba(&self) -> Vec<u8> {
        self.0.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect()
    }

    /// The stored form.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Reads the stored form; `None` when it has another length.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        (bytes.len() == (SIDE * SIDE * 3) as usize).then(|| Self(bytes.to_vec()))
    }
}
