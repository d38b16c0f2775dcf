//! Views: square windows of a picture, and their 64-bit gradient hashes.

use super::box_sums::{BoxSums, UNITS};
use super::rendition::SIDE;

/// Units along a whole rendition.
pub(super) const WHOLE: u32 = SIDE * UNITS;
/// Units of half a pixel.
const HALF: u32 = UNITS / 2;
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
}

/// Windows of one side, evenly spread over a picture; all at half pixels, and their cells too.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lattice {
    pub(super) side: u32,
    /// Units that a window of this side may be moved.
    free: u32,
    /// Windows along a row or column, less one.
    gaps: u32,
}

impl Lattice {
    /// Of windows with this side, in thousandths of the picture, at most `step` of their sides apart (in thousandths).
    pub(super) const fn of(side: u32, step: u32) -> Self {
        let cell = (side * WHOLE / 1000 + CELLS as u32 * HALF / 2) / (CELLS as u32 * HALF);
        let side = cell * CELLS as u32 * HALF;
        let side = if side > WHOLE { side - CELLS as u32 * HALF } else { side };
        let free = WHOLE - side;
        Self { side, free, gaps: (free * 1000).div_ceil(side * step) }
    }

    /// How many windows there are.
    pub(super) const fn len(&self) -> usize {
        ((self.gaps + 1) * (self.gaps + 1)) as usize
    }

    /// The windows, row by row.
    pub(super) fn windows(self) -> impl Iterator<Item = Window> {
        let place = move |k: u32| (self.free * k).checked_div(self.gaps).unwrap_or(self.free / 2) / HALF * HALF;
        (0..=self.gaps)
            .flat_map(move |j| (0..=self.gaps).map(move |i| Window { x: place(i), y: place(j), side: self.side }))
    }

    /// Which of the windows lies nearest to another.
    pub(super) fn nearest(&self, window: Window) -> usize {
        if self.gaps == 0 {
            return 0;
        }
        let place = |start: u32| {
            let start = (start + window.side / 2).saturating_sub(self.side / 2).min(self.free);
            (start * self.gaps + self.free / 2) / self.free
        };
        (place(window.y) * (self.gaps + 1) + place(window.x)) as usize
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
    hash_of(&cells)
}

/// The hashes of a lattice's window and of its mirror image, each with its least certain bits; from sums of the doubled
/// picture.
pub(super) fn hashes(doubled: &BoxSums, window: Window) -> [(u64, u64); 2] {
    let [x, y, step] = [window.x, window.y, window.side / CELLS as u32].map(|v| (v / HALF) as usize);
    let mut cells = cells_between(&doubled.whole_grid(x, y, step));
    let straight = certain_hash_of(&cells);
    cells.iter_mut().for_each(|row| row.reverse());
    [straight, certain_hash_of(&cells)]
}

fn hash_of(cells: &[[i32; CELLS]; CELLS]) -> u64 {
    let mut quarters = [0u32; 4];
    for (k, four) in beyond_noise(cells).as_chunks::<4>().0.iter().enumerate() {
        for (quarter, beyond) in quarters.iter_mut().zip(four) {
            *quarter |= u32::from(*beyond > 0) << k;
        }
    }
    joined(quarters)
}

/// The hash, and the bits, one in each quarter, that a little noise would turn first.
fn certain_hash_of(cells: &[[i32; CELLS]; CELLS]) -> (u64, u64) {
    let mut quarters = [0u32; 4];
    // How far from being turned, and which bit that is.
    let mut least = [i32::MAX; 4];
    for (k, four) in (0..).zip(beyond_noise(cells).as_chunks::<4>().0) {
        for ((quarter, least), beyond) in quarters.iter_mut().zip(&mut least).zip(four) {
            *quarter |= u32::from(*beyond > 0) << k;
            *least = (*least).min(beyond.abs() << 4 | k);
        }
    }
    (joined(quarters), joined(least.map(|least| 1 << (least & 15))))
}

/// By how much each difference exceeds the noise.
fn beyond_noise(cells: &[[i32; CELLS]; CELLS]) -> [i32; 64] {
    let mut differences = differences(cells);
    let noticeable = differences.iter().map(|d| d.abs()).sum::<i32>() / (64 * 16 / NOTICEABLE);
    differences.iter_mut().for_each(|difference| *difference -= noticeable);
    differences
}

fn joined(quarters: [u32; 4]) -> u64 {
    let quarters = quarters.map(u64::from);
    quarters[0] | quarters[1] << 16 | quarters[2] << 32 | quarters[3] << 48
}

/// Sums of the cells: all of one size, so only their proportions matter.
fn cells(sums: &BoxSums, window: Window) -> [[i32; CELLS]; CELLS] {
    cells_between(&sums.grid(window.x, window.y, window.side / CELLS as u32))
}

fn cells_between(corners: &[[u32; CELLS + 1]; CELLS + 1]) -> [[i32; CELLS]; CELLS] {
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
