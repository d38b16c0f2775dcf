//! A picture's relief: its grey values freed of lighting by local contrast normalisation, each less the mean of its
//! surroundings, divided by their deviation.

use std::cell::OnceCell;

use crate::box_sums::BoxSums;
use crate::rendition::SIDE;

/// The deviation that counts as noise, in grey values.
const NOISE: f32 = 5.0;

/// A square picture of values around 0: grey minus the local mean, by the local deviation.
#[derive(Debug, Clone)]
pub(super) struct Relief {
    pub(super) side: usize,
    pub(super) values: Vec<f32>,
}

impl Relief {
    /// The centre of a pixel along a side, from -1 to 1.
    #[inline]
    pub(super) fn place(&self, pixel: usize) -> f32 {
        (2 * pixel + 1) as f32 / self.side as f32 - 1.0
    }

    /// The relief of grey values; `radius` is how far the surroundings reach, in pixels.
    pub(super) fn of(grey: &[f32], side: usize, radius: usize) -> Self {
        let within: Vec<(usize, usize)> =
            (0..side).map(|k| (k.saturating_sub(radius), (k + radius + 1).min(side))).collect();
        let parts: Vec<f32> = within.iter().map(|(from, to)| 1.0 / (to - from) as f32).collect();
        // Sums of the rows around each, along the rows: of values and of their squares.
        let [mut sums, mut squares] = [(); 2].map(|()| vec![0f32; side]);
        let [mut along, mut along_squares] = [(); 2].map(|()| vec![0f32; side + 2 * radius + 1]);
        let mut values = Vec::with_capacity(side * side);
        for (y, (top, bottom)) in within.iter().enumerate() {
            sums.fill(0.0);
            squares.fill(0.0);
            for row in grey[top * side..bottom * side].chunks_exact(side) {
                for ((sum, square), v) in sums.iter_mut().zip(&mut squares).zip(row) {
                    let v = v - 128.0;
                    *sum += v;
                    *square += v * v;
                }
            }
            for (along, sums) in [(&mut along, &sums), (&mut along_squares, &squares)] {
                let mut sum = 0f32;
                for (to, value) in along[radius + 1..].iter_mut().zip(sums) {
                    sum += value;
                    *to = sum;
                }
                along[radius + 1 + side..].fill(sum);
            }
            let row = grey[y * side..(y + 1) * side].iter().zip(&parts);
            let means = along.iter().zip(&along[2 * radius + 1..]);
            let powers = along_squares.iter().zip(&along_squares[2 * radius + 1..]);
            values.extend(row.zip(means.zip(powers)).map(|((v, part), ((from, to), (square_from, square_to)))| {
                let part = part * parts[y];
                let mean = (to - from) * part;
                let variance = ((square_to - square_from) * part - mean * mean).max(0.0);
                (v - 128.0 - mean) / (variance + NOISE * NOISE).sqrt()
            }));
        }
        Self { side, values }
    }
}

/// A relief with its slopes: value, along x, along y, interleaved.
#[derive(Debug, Clone)]
pub(super) struct Slopes {
    pub(super) side: usize,
    pub(super) values: Vec<[f32; 3]>,
}

impl Slopes {
    pub(super) fn of(r: &Relief) -> Self {
        let n = r.side;
        let mut values = Vec::with_capacity(n * n);
        for y in 0..n {
            for x in 0..n {
                let at = |x: usize, y: usize| r.values[y * n + x];
                let (x0, x1) = (x.saturating_sub(1), (x + 1).min(n - 1));
                let (y0, y1) = (y.saturating_sub(1), (y + 1).min(n - 1));
                values.push([at(x, y), (at(x1, y) - at(x0, y)) * 0.5, (at(x, y1) - at(x, y0)) * 0.5]);
            }
        }
        Self { side: n, values }
    }

    /// At a point in pixels (pixel centres at whole numbers); `None` outside.
    #[inline]
    pub(super) fn at(&self, x: f32, y: f32) -> Option<[f32; 3]> {
        interpolated(&self.values, self.side, x, y)
    }
}

/// The bilinear interpolation of a square picture at a point in pixels (pixel centres at whole numbers); `None` outside.
#[inline]
pub(super) fn interpolated<const N: usize>(values: &[[f32; N]], side: usize, x: f32, y: f32) -> Option<[f32; N]> {
    let last = (side - 1) as f32;
    if !(x >= 0.0 && y >= 0.0 && x < last && y < last) {
        return None;
    }
    let (px, py) = (x as usize, y as usize);
    let (fx, fy) = (x - px as f32, y - py as f32);
    let i = py * side + px;
    let (a, b, c, d) = (&values[i], &values[i + 1], &values[i + side], &values[i + side + 1]);
    let mut out = [0f32; N];
    for k in 0..N {
        let top = a[k] + (b[k] - a[k]) * fx;
        let bottom = c[k] + (d[k] - c[k]) * fx;
        out[k] = top + (bottom - top) * fy;
    }
    Some(out)
}

/// The radius of the surroundings in a coarse relief, in pixels.
const COARSE: usize = 4;
/// The radius in a fine relief, in pixels. On the benchmark 3 separated same and different photos better than 4 or 6; 2
/// did as well, but relies on the finest detail, which strong compression destroys.
const FINE: usize = 3;
/// Sides of reliefs are multiples of this.
const SIDES: usize = 8;
/// The shortest side of a relief.
const SHORTEST: usize = 24;
/// The side of a rendition.
const WHOLE: usize = SIDE as usize;

/// Sides, in pixels, of the reliefs of two pictures so that what both show is equally large: a picture that shows the
/// face twice as large has no detail there that the other could have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides {
    pub(super) candidate: usize,
    pub(super) query: usize,
}

impl Sides {
    /// For the fine comparison; `scale`: how large the candidate lies on the query.
    pub(super) fn fine(scale: f32) -> Self {
        let query = nearest(WHOLE as f32 / scale.max(1.0));
        Self { candidate: nearest(WHOLE as f32 * scale.min(1.0)), query }
    }

    /// For the coarse comparison: half the pixels along each side.
    pub(super) fn coarse(scale: f32) -> Self {
        let query = nearest(WHOLE as f32 * 0.5 / scale.sqrt());
        Self { candidate: nearest(query as f32 * scale), query }
    }
}

fn nearest(side: f32) -> usize {
    let sides = (side / SIDES as f32 + 0.5) as usize * SIDES;
    sides.clamp(SHORTEST, WHOLE)
}

/// The reliefs of one picture, by their sides, each made when it is first asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Reliefs {
    coarse: [OnceCell<Slopes>; WHOLE / SIDES + 1],
    fine: [OnceCell<Slopes>; WHOLE / SIDES + 1],
}

impl Reliefs {
    pub(super) fn coarse(&self, side: usize, of: impl FnOnce() -> Slopes) -> &Slopes {
        self.coarse[side / SIDES].get_or_init(of)
    }

    pub(super) fn fine(&self, side: usize, of: impl FnOnce() -> Slopes) -> &Slopes {
        self.fine[side / SIDES].get_or_init(of)
    }
}

/// A coarse relief with this many pixels along a side.
pub(super) fn coarse_relief(sums: &BoxSums, side: usize) -> Relief {
    Relief::of(&sums.resampled(side), side, COARSE)
}

/// A fine relief with this many pixels along a side.
pub(super) fn fine_relief(sums: &BoxSums, side: usize) -> Relief {
    Relief::of(&sums.resampled(side), side, FINE)
}
