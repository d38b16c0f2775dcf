//! Renditions: photos reduced to 64 × 64 pixels in colour, in few bytes.
//!
//! Grey values at full resolution, the two colour differences at a quarter of it along each side, each plane in
//! coarse steps (`plane_code`).

use image::RgbImage;

use super::lines::without_lines;
use super::orientation::Orientation;
use super::plane_code::{Reader, Writer};
use super::shrink::{Grey, colour_differences};

/// Width and height in pixels. Smaller renditions hold too little for the comparison of blocks, larger ones too
/// many bytes: at 64 a photo takes some 1.5 KB.
pub(super) const SIDE: u32 = 64;
/// Pixels.
const AREA: usize = (SIDE * SIDE) as usize;
/// Width and height of the colour differences.
const COLOUR_SIDE: usize = 16;
/// Grey values between two steps: the comparison tolerates an error of 1, not of 4.
const GREY_STEP: u8 = 3;
/// Colour values between two steps.
const COLOUR_STEP: u8 = 4;
/// The first two bytes of the stored form: kind `r`, and its version.
const KIND: [u8; 2] = [b'r', 3];

/// A photo reduced to 64 × 64 pixels in colour, kept to be shown beside another and to confirm a match.
///
/// Fingerprint and comparison are computed from the rendition alone, so a photo read now and one read from storage give
/// the same results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition(Vec<u8>);

impl Rendition {
    /// Width and height in pixels.
    pub const SIDE: u32 = SIDE;

    /// The rendition of a picture, which is turned upright; `grey` are its grey values. Also the values that
    /// [`Self::grey`] gives.
    pub(super) fn of(picture: &RgbImage, orientation: Orientation, grey: &Grey) -> (Self, Vec<u8>) {
        let [blue, red] = colour_differences(picture, orientation, COLOUR_SIDE);
        let mut writer = Writer::new(KIND.to_vec());
        let stored = writer.plane(&grey.shrunk(SIDE as usize, SIDE as usize), SIDE as usize, GREY_STEP);
        writer.plane(&blue, COLOUR_SIDE, COLOUR_STEP);
        writer.plane(&red, COLOUR_SIDE, COLOUR_STEP);
        (Self(writer.finish()), without_lines(stored))
    }

    /// The grey values as they are compared, row by row: without lines across the whole picture.
    pub(super) fn grey(&self) -> Vec<u8> {
        let packed = self.0.get(KIND.len()..).unwrap_or_default();
        without_lines(Reader::new(packed).plane(SIDE as usize, GREY_STEP))
    }

    /// Grey, blue difference, red difference.
    fn planes(bytes: &[u8]) -> Option<[Vec<u8>; 3]> {
        const PLANES: [(usize, u8); 3] =
            [(SIDE as usize, GREY_STEP), (COLOUR_SIDE, COLOUR_STEP), (COLOUR_SIDE, COLOUR_STEP)];
        let mut reader = Reader::new(bytes.strip_prefix(&KIND)?);
        let planes = PLANES.map(|(side, step)| reader.plane(side, step));
        reader.ends_whole().then_some(planes)
    }

    /// The pixels as red, green, blue, alpha, row by row, as a canvas takes them.
    #[must_use]
    pub fn to_rgba(&self) -> Vec<u8> {
        let Some([grey, blue, red]) = Self::planes(&self.0) else { return vec![0; AREA * 4] };
        let side = SIDE as usize;
        let mut pixels = Vec::with_capacity(side * side * 4);
        for (i, &y) in grey.iter().enumerate() {
            let (b, r) = (between(&blue, i % side, i / side), between(&red, i % side, i / side));
            pixels.extend_from_slice(&rgb_of(i32::from(y), b, r));
            pixels.push(255);
        }
        pixels
    }

    /// The stored form: kind, version, grey, blue difference, red difference. Its length differs from photo to
    /// photo: 1 to 2.2 KB.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Reads the stored form; `None` when it is of another kind or version, or damaged.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Self::planes(bytes).map(|_| Self(bytes.to_vec()))
    }
}

/// A colour difference at a pixel of the full resolution, between its four neighbours.
fn between(plane: &[u8], x: usize, y: usize) -> i32 {
    let shrink = SIDE as usize / COLOUR_SIDE;
    // Twice the position in the small plane, times the shrinking, less half a pixel of each.
    let place = |v: usize| {
        let twice = (2 * v + 1).saturating_sub(shrink).min(2 * shrink * (COLOUR_SIDE - 1));
        (twice / (2 * shrink), (twice % (2 * shrink)) as i32)
    };
    let ((px, fx), (py, fy)) = (place(x), place(y));
    let (nx, ny) = ((px + 1).min(COLOUR_SIDE - 1), (py + 1).min(COLOUR_SIDE - 1));
    let at = |x: usize, y: usize| i32::from(plane.get(y * COLOUR_SIDE + x).copied().unwrap_or(128));
    let whole = 2 * shrink as i32;
    let top = at(px, py) * (whole - fx) + at(nx, py) * fx;
    let bottom = at(px, ny) * (whole - fx) + at(nx, ny) * fx;
    (top * (whole - fy) + bottom * fy) / (whole * whole)
}

/// The inverse of the luma (ITU-R BT.601) and the colour differences.
fn rgb_of(grey: i32, blue: i32, red: i32) -> [u8; 3] {
    let (b, r) = (grey + 2 * (blue - 128), grey + 2 * (red - 128));
    let g = (256 * grey - 77 * r - 29 * b) / 150;
    [r, g, b].map(|v| u8::try_from(v.clamp(0, 255)).unwrap_or(0))
}
