//! Views: square windows of a picture, and their 64-bit gradient hashes.

use super::box_sums::{BoxSums, UNITS};
use super::rendition::SIDE;

/// Units along a whole rendition.
pub(super) const WHOLE: u32 = SIDE * UNITS;
/// Cells along a window. Six, not the usual eight: larger cells forgive a window that lies a little beside.
const CELLS: usize = 6;
/// Differences between neighbouring cells along one direction.
const NEIGHBOURS: usize = CELLS * (CELLS - 1);
/// A difference counts when it exceeds the window's mean difference times this, in sixteenths: below lies the
/// noise of flat backdrops.
const NOTICEABLE: i32 = 2;

/// A square window of a picture, in units; the side is a multiple of [`CELLS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    pub x: u32,
    pub y: u32,
    pub side: u32,
}

impl Window {
    /// With this middle and side, in thousandths of the picture; moved inside where it would leave it.
    pub(super) const fn at(x: u32, y: u32, side: u32) -> Self {
        let side = side * WHOLE / 1000 / CELLS as u32 * CELLS as u32;
        Self { x: inside(x * WHOLE / 1000, side), y: inside(y * WHOLE / 1000, side), side }
    }

    /// With this middle and side in parts of the picture, from -1 to 1; `None` when more than [`Self::BESIDE`] of it
    /// lies outside.
    pub(super) fn around(x: f32, y: f32, side: f32) -> Option<Self> {
        let half = WHOLE as f32 * 0.5;
        let reach = side * (0.5 - Self::BESIDE);
        let fits = |v: f32| v - reach >= -1.0 && v + reach <= 1.0;
        if !(fits(x) && fits(y) && side > 0.2) {
            return None;
        }
        let side = ((side * half) as u32).min(WHOLE) / CELLS as u32 * CELLS as u32;
        let unit = |v: f32| inside(((v + 1.0) * half) as u32, side);
        Some(Self { x: unit(x), y: unit(y), side })
    }

    /// The part of a side that may lie outside.
    const BESIDE: f32 = 0.04;

    /// The middle, from -1 to 1.
    pub(super) fn middle(&self) -> (f32, f32) {
        let part = |v: u32| (2 * v + self.side) as f32 / WHOLE as f32 - 1.0;
        (part(self.x), part(self.y))
    }

    /// Windows of one side, in thousandths, evenly spread over the picture, at most `step` sides apart (in
    /// thousandths).
    pub(super) fn spread(side: u32, step: u32) -> impl Iterator<Item = Self> {
        let side = side * WHOLE / 1000 / CELLS as u32 * CELLS as u32;
        let free = WHOLE - side;
        let gaps = (free * 1000).div_ceil(side * step);
        let place = move |k: u32| (free * k).checked_div(gaps).unwrap_or(0);
        (0..=gaps).flat_map(move |j| (0..=gaps).map(move |i| Self { x: place(i), y: place(j), side }))
    }
}

/// The start of a window with this middle, moved inside the picture.
const fn inside(middle: u32, side: u32) -> u32 {
    let start = middle.saturating_sub(side / 2);
    if start > WHOLE - side { WHOLE - side } else { start }
}

/// The hash of a window, or of its mirror image: which neighbouring cells differ noticeably, and the larger
/// differences between its parts.
///
/// Neighbours lie in different quarters of the hash, so that a flat or covered part of the picture spoils a little of
/// each quarter and no quarter is common to many pictures.
pub(super) fn hash(sums: &BoxSums, window: Window, mirrored: bool) -> u64 {
    let mut cells = cells(sums, window);
    if mirrored {
        cells.iter_mut().for_each(|row| row.reverse());
    }
    let differences = differences(&cells);
    let noticeable = differences.iter().map(|d| d.abs()).sum::<i32>() / (64 * 16 / NOTICEABLE);
    let quarter = |q: usize| {
        let bits = differences.iter().skip(q).step_by(4).enumerate();
        bits.fold(0, |quarter, (k, difference)| quarter | u64::from(*difference > noticeable) << k)
    };
    quarter(0) | quarter(1) << 16 | quarter(2) << 32 | quarter(3) << 48
}

/// Sums of the cells: all of one size, so only their proportions matter.
fn cells(sums: &BoxSums, window: Window) -> [[i32; CELLS]; CELLS] {
    let corners: [[u32; CELLS + 1]; CELLS + 1] = sums.grid(window.x, window.y, window.side / CELLS as u32);
    std::array::from_fn(|j| {
        std::array::from_fn(|i| {
            let lower = corners[j + 1][i + 1] - corners[j + 1][i];
            let sum = lower - (corners[j][i + 1] - corners[j][i]);
            sum.cast_signed()
        })
    })
}

/// 30 differences along rows, 30 along columns, four between larger parts.
fn differences(cells: &[[i32; CELLS]; CELLS]) -> [i32; 64] {
    let mut out = [0; 64];
    for j in 0..CELLS {
        for i in 0..CELLS - 1 {
            out[j * (CELLS - 1) + i] = cells[j][i + 1] - cells[j][i];
            out[NEIGHBOURS + i * CELLS + j] = cells[i + 1][j] - cells[i][j];
        }
    }
    let mean = |rows: std::ops::Range<usize>, columns: std::ops::Range<usize>| {
        let count = (rows.len() * columns.len()) as i32;
        cells[rows].iter().map(|row| row[columns.clone()].iter().sum::<i32>()).sum::<i32>() / count
    };
    out[60] = mean(0..3, 3..6) - mean(0..3, 0..3);
    out[61] = mean(3..6, 3..6) - mean(3..6, 0..3);
    out[62] = mean(2..4, 2..4) - mean(0..2, 2..4);
    out[63] = mean(4..6, 2..4) - mean(2..4, 2..4);
    out
}
