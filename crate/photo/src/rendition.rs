//! Renditions: photos reduced to 64 × 64 pixels in colour, in few bytes. An oblong picture (above 4:3) lies in the middle,
//! between grey bars.
//!
//! Grey values at full resolution, the two colour differences at a quarter of it along each side, each plane in
//! coarse steps (`plane_code`).

use std::ops::Range;

use image::RgbImage;

use super::lines::without_lines;
use super::orientation::Orientation;
use super::plane_code::{Reader, Writer};
use super::shrink::{Grey, colour_differences};

/// Width and height in pixels. Smaller renditions hold too little for the comparison of patches, larger ones too
/// many bytes: at 64 a photo takes some 1.5 KB.
pub(super) const SIDE: u32 = 64;
/// Pixels.
const AREA: usize = (SIDE * SIDE) as usize;
/// Width and height of the colour differences.
const COLOUR_SIDE: usize = 16;
/// Grey values per colour difference, along each side.
const GREYS_PER_COLOUR: usize = SIDE as usize / COLOUR_SIDE;
/// Grey, and no colour: the values of the bars.
const BAR: u8 = 128;
/// The width of the narrowest bar, in pixels.
const MIN_BAR: usize = 2 * GREYS_PER_COLOUR;
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

    /// The rendition of a picture, which is turned upright; `grey` are its grey values. Returns
    /// the values of [`Self::grey`], too.
    pub(super) fn of(picture: &RgbImage, orientation: Orientation, grey: &Grey) -> (Self, Vec<u8>) {
        let size = fitted(grey.size());
        let [blue, red] = colour_differences(picture, orientation, size);
        let mut writer = Writer::new(KIND.to_vec());
        let shrunk = grey.shrunk(size[0] * GREYS_PER_COLOUR, size[1] * GREYS_PER_COLOUR);
        let stored = writer.plane(&with_bars(shrunk, size, GREYS_PER_COLOUR), SIDE as usize, GREY_STEP);
        writer.plane(&with_bars(blue, size, 1), COLOUR_SIDE, COLOUR_STEP);
        writer.plane(&with_bars(red, size, 1), COLOUR_SIDE, COLOUR_STEP);
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

/// The most by which a picture is squeezed to a square, its longer side divided by its shorter one. Squeezed
/// portraits of 4:5 keep more detail and are still found by a square part; of squeezed pictures of 2:3 only one in twenty was.
const MOST_SQUEEZED: (usize, usize) = (4, 3);

/// The width and height, in colour differences, that a picture of some width and height gets in a rendition: all of it, or,
/// where that would squeeze it too much, as much as it fills undistorted.
fn fitted([width, height]: [usize; 2]) -> [usize; 2] {
    let (longer, shorter) = (width.max(height), width.min(height));
    if longer * MOST_SQUEEZED.1 <= shorter * MOST_SQUEEZED.0 {
        return [COLOUR_SIDE; 2];
    }
    [width, height].map(|side| ((2 * side * COLOUR_SIDE + longer) / (2 * longer)).max(1))
}

/// A plane of a rendition: the `values` of a picture of a [`fitted`] size in the middle, bars on both sides of it.
fn with_bars(values: Vec<u8>, size: [usize; 2], values_per_colour: usize) -> Vec<u8> {
    let side = COLOUR_SIDE * values_per_colour;
    let [width, height] = size.map(|length| length * values_per_colour);
    if width == side && height == side {
        return values;
    }
    let [left, top] = size.map(|length| (COLOUR_SIDE - length) / 2 * values_per_colour);
    let mut plane = vec![BAR; side * side];
    for (row, line) in plane.chunks_exact_mut(side).skip(top).zip(values.chunks_exact(width)) {
        row[left..left + width].copy_from_slice(line);
    }
    plane
}

/// The columns and rows of a rendition's grey values between bars; `None` where it has none.
pub(super) fn between_bars(grey: &[u8]) -> Option<[Range<usize>; 2]> {
    let side = SIDE as usize;
    // The coarse steps may change a value by one.
    let is_bar = |v: &u8| v.abs_diff(BAR) <= 1;
    let is_column = |x: &usize| grey.iter().skip(*x).step_by(side).all(is_bar);
    let is_row = |y: &usize| grey.iter().skip(y * side).take(side).all(is_bar);
    let columns = (0..side).take_while(is_column).count()..side - (0..side).rev().take_while(is_column).count();
    let rows = (0..side).take_while(is_row).count()..side - (0..side).rev().take_while(is_row).count();
    let are_bars = |within: &Range<usize>| within.start >= MIN_BAR && side - within.end >= MIN_BAR;
    let is_all = |within: &Range<usize>| *within == (0..side);
    // A drawing on a grey ground has it on all sides.
    (are_bars(&columns) && is_all(&rows) || is_all(&columns) && are_bars(&rows)).then_some([columns, rows])
}

/// A colour difference at a pixel of the full resolution, between its four neighbours.
fn between(plane: &[u8], x: usize, y: usize) -> i32 {
    // Twice the position in the small plane, times the shrinking, less half a pixel of each.
    let place = |v: usize| {
        let twice = (2 * v + 1).saturating_sub(GREYS_PER_COLOUR).min(2 * GREYS_PER_COLOUR * (COLOUR_SIDE - 1));
        (twice / (2 * GREYS_PER_COLOUR), (twice % (2 * GREYS_PER_COLOUR)) as i32)
    };
    let ((px, fx), (py, fy)) = (place(x), place(y));
    let (nx, ny) = ((px + 1).min(COLOUR_SIDE - 1), (py + 1).min(COLOUR_SIDE - 1));
    let at = |x: usize, y: usize| i32::from(plane.get(y * COLOUR_SIDE + x).copied().unwrap_or(128));
    let whole = 2 * GREYS_PER_COLOUR as i32;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of one colour.
    fn rendition(width: u32, height: u32) -> Rendition {
        let picture = RgbImage::from_pixel(width, height, image::Rgb([200, 60, 20]));
        let orientation = Orientation::default();
        Rendition::of(&picture, orientation, &Grey::of(&picture, orientation)).0
    }

    #[test]
    fn oblong_pictures_lie_undistorted_between_grey_bars() {
        let widths = |rendition: &Rendition| {
            let pixels = rendition.to_rgba();
            let is_bar = |x: usize, y: usize| pixels[4 * (y * 64 + x)].abs_diff(pixels[4 * (y * 64 + x) + 1]) < 30;
            let count = |at: &dyn Fn(usize) -> bool| (0..64).filter(|k| !at(*k)).count();
            (count(&|x| is_bar(x, 32)), count(&|y| is_bar(32, y)))
        };
        assert_eq!(widths(&rendition(100, 100)), (64, 64));
        assert_eq!(widths(&rendition(100, 75)), (64, 64));
        for (width, height, expected) in
            [(100, 75, None), (300, 200, Some([0..64, 8..52])), (20, 1600, Some([28..32, 0..64]))]
        {
            assert_eq!(between_bars(&rendition(width, height).grey()), expected, "{width} × {height}");
        }
        for (longer, shorter, expected) in [(100, 50, 32), (300, 200, 44), (1600, 20, 4)] {
            let (across, down) = (widths(&rendition(longer, shorter)), widths(&rendition(shorter, longer)));
            assert!(across.0 == 64 && across.1.abs_diff(expected) <= 2, "{longer} × {shorter}: {across:?}");
            assert_eq!(down, (across.1, across.0), "{shorter} × {longer}");
        }
    }
}
