//! Views: square windows of a picture, and their 64-bit gradient hashes.

use super::box_sums::{BoxSums, UNITS};
use super::rendition::SIDE;

/// Units along a whole rendition.
pub const WHOLE: u32 = SIDE * UNITS;

/// A square window of a picture, in units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub x: u32,
    pub y: u32,
    pub side: u32,
}

/// Cells along a window.
pub const CELLS: usize = 6;

/// Hash of a window and of its mirror image.
pub fn hash(sums: &BoxSums, w: Window, flat: i32) -> (u64, u64) {
    let step = w.side / CELLS as u32;
    let mut points = [[0u32; CELLS + 1]; CELLS + 1];
    for (j, row) in points.iter_mut().enumerate() {
        for (i, p) in row.iter_mut().enumerate() {
            *p = sums.at(w.x + i as u32 * step, w.y + j as u32 * step);
        }
    }
    let area = (step * step) as i32;
    let mut cells = [[0i32; CELLS]; CELLS];
    for j in 0..CELLS {
        for i in 0..CELLS {
            let s = points[j + 1][i + 1].wrapping_sub(points[j + 1][i]).wrapping_sub(points[j][i + 1]).wrapping_add(points[j][i]);
            // 1/256 grey sums over (step/16)^2 px -> grey*16
            cells[j][i] = ((s as i64 * 16) / i64::from(area)) as i32;
        }
    }
    // 30 horizontal, 30 vertical, 4 long
    let mut d = [0i32; 64];
    let mut n = 0;
    for j in 0..CELLS {
        for i in 0..CELLS - 1 {
            d[n] = cells[j][i + 1] - cells[j][i];
            n += 1;
        }
    }
    for j in 0..CELLS - 1 {
        for i in 0..CELLS {
            d[n] = cells[j + 1][i] - cells[j][i];
            n += 1;
        }
    }
    let q = |j0: usize, j1: usize, i0: usize, i1: usize| -> i32 {
        let mut s = 0;
        for j in j0..j1 {
            for i in i0..i1 {
                s += cells[j][i];
            }
        }
        s / ((j1 - j0) * (i1 - i0)) as i32
    };
    d[60] = q(0, 3, 3, 6) - q(0, 3, 0, 3);
    d[61] = q(3, 6, 3, 6) - q(3, 6, 0, 3);
    d[62] = q(2, 4, 2, 4) - q(0, 2, 2, 4);
    d[63] = q(4, 6, 2, 4) - q(2, 4, 2, 4);
    let mean: i32 = d.iter().map(|v| v.abs()).sum::<i32>() / 64;
    let t = mean * flat / 16;
    let mut h = 0u64;
    for (n, v) in d.iter().enumerate() {
        if *v > t {
            h |= 1 << n;
        }
    }
    let mut m = 0u64;
    for j in 0..CELLS {
        for i in 0..CELLS - 1 {
            if -d[j * 5 + i] > t {
                m |= 1 << (j * 5 + 4 - i);
            }
        }
    }
    for j in 0..CELLS - 1 {
        for i in 0..CELLS {
            if d[30 + j * 6 + i] > t {
                m |= 1 << (30 + j * 6 + 5 - i);
            }
        }
    }
    for n in [60, 61] {
        if -d[n] > t {
            m |= 1 << n;
        }
    }
    for n in [62, 63] {
        if d[n] > t {
            m |= 1 << n;
        }
    }
    (h, m)
}

/// Evenly spread windows of one size.
pub fn spread(side: u32, step: f32) -> Vec<Window> {
    let free = WHOLE - side;
    let n = (free as f32 / (side as f32 * step)).ceil() as u32;
    let mut out = Vec::new();
    for j in 0..=n {
        for i in 0..=n {
            let at = |k: u32| if n == 0 { 0 } else { free * k / n };
            out.push(Window { x: at(i), y: at(j), side });
        }
    }
    out
}
