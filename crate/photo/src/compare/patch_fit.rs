//! The pixels of two pictures in one patch, and the weighted least-squares fit of one by the other.

use super::agreement::{Ellipse, Patch, RADIUS, STEP};
use super::alignment::shown;
use super::relief::{Relief, Slopes};
use crate::affine::Map;

/// Rounds of reweighting; in the last of them what does not fit is left out.
const ROUNDS: usize = 5;
/// The distances from the fit, in deviations plus one grey value for noise, at which a pixel weighs half as much, and
/// from which it is left out.
const HALF_WEIGHT: f32 = 1.5;
const LEFT_OUT: f32 = 2.5;
/// The variance that counts as noise, and the least variance of a textured patch beside its slope, in squared grey
/// values.
const NOISE: f32 = 2.0;
pub(super) const TEXTURED: f32 = 6.0;

/// A pixel of a patch: x and y from the patch's middle in pixels, the grey values of candidate and query.
pub(super) type Pixel = [f32; 4];

/// Row and column of the middles of all patches within an ellipse.
pub(super) fn middles(candidate: &Relief, within: Ellipse) -> impl Iterator<Item = (usize, usize)> {
    let places = || (RADIUS..candidate.side - RADIUS).step_by(STEP);
    let all = places().flat_map(move |row| places().map(move |column| (row, column)));
    all.filter(move |(row, column)| Patch::is_in(candidate.place(*column), candidate.place(*row), within))
}

/// The pixels of both pictures in a patch.
pub(super) fn pixels(candidate: &Relief, query: &Slopes, map: &Map, row: usize, column: usize) -> Vec<Pixel> {
    let n = candidate.side;
    let mut pixels = Vec::with_capacity((2 * RADIUS + 1) * (2 * RADIUS + 1));
    for line in row - RADIUS..=row + RADIUS {
        for place in column - RADIUS..=column + RADIUS {
            if let Some([value, ..]) = shown(query, map, candidate.place(place), candidate.place(line), 2.0) {
                pixels.push([
                    place as f32 - column as f32,
                    line as f32 - row as f32,
                    candidate.values[line * n + place],
                    value,
                ]);
            }
        }
    }
    pixels
}

/// The standard deviation estimated from the median distance: 1.48 times the median (Huber 1981).
fn deviation(distances: &[f32]) -> f32 {
    let mut sorted = distances.to_vec();
    let half = sorted.len() / 2;
    *sorted.select_nth_unstable_by(half, f32::total_cmp).1 * 1.48
}

/// The weighted least squares of one picture's grey values by the other's and by a slope.
pub(super) struct Fit {
    /// The weights added up.
    pub(super) weight: f32,
    /// The slope of light of each picture: value in the middle, rise along x and along y.
    slopes: [[f32; 3]; 2],
    /// Sums of squares and products after the slopes are subtracted: candidate², candidate × query, query².
    sums: [f32; 3],
}

impl Fit {
    /// A fit in which outliers weigh little (iteratively reweighted least squares: Holland, Welsch 1977) and are left
    /// out in the end.
    pub(super) fn robust(pixels: &[Pixel]) -> Option<Self> {
        let mut weights = vec![1f32; pixels.len()];
        let mut fit = Self::of(pixels, &weights)?;
        for round in 1..=ROUNDS {
            let distances = fit.distances(pixels);
            let limit = deviation(&distances) + 1.0;
            for (weight, distance) in weights.iter_mut().zip(&distances) {
                let outlier = distance / (HALF_WEIGHT * limit);
                *weight = match round {
                    ROUNDS if *distance < LEFT_OUT * limit => 1.0,
                    ROUNDS => 0.0,
                    _ => 1.0 / (1.0 + outlier * outlier),
                };
            }
            fit = Self::of(pixels, &weights)?;
        }
        Some(fit)
    }

    /// The deviation of pixels from the fit, in grey values of the query.
    pub(super) fn deviation(&self, pixels: &[Pixel]) -> f32 {
        deviation(&self.distances(pixels))
    }

    fn distances(&self, pixels: &[Pixel]) -> Vec<f32> {
        pixels.iter().map(|pixel| self.distance(pixel)).collect()
    }

    /// By how much a grey value of the query changes with one of the candidate.
    pub(super) fn contrast(&self) -> f32 {
        (self.sums[1] / self.sums[0].max(1e-3)).max(0.0)
    }

    /// The fit with these weights; `None` where the pixels do not determine a slope.
    pub(super) fn of(pixels: &[Pixel], weights: &[f32]) -> Option<Self> {
        let (mut square, mut sides, mut sums) = ([0f32; 6], [[0f32; 3]; 2], [0f32; 3]);
        // Relative to the first pixel's values, so that sums of squares keep their precision.
        let [.., first_candidate, first_query] = *pixels.first()?;
        for (&[x, y, candidate, query], weight) in pixels.iter().zip(weights) {
            let (candidate, query) = (candidate - first_candidate, query - first_query);
            let (wx, wy, wc, wq) = (weight * x, weight * y, weight * candidate, weight * query);
            for (sum, more) in square.iter_mut().zip([*weight, wx, wy, wx * x, wx * y, wy * y]) {
                *sum += more;
            }
            for (side, weighted) in sides.iter_mut().zip([wc, wq]) {
                *side = [side[0] + weighted, side[1] + weighted * x, side[2] + weighted * y];
            }
            sums = [sums[0] + wc * candidate, sums[1] + wc * query, sums[2] + wq * query];
        }
        let [n, x, y, xx, xy, yy] = square;
        // The inverse of the symmetrical matrix of the slope, by its minors.
        let minors =
            [xx * yy - xy * xy, y * xy - x * yy, x * xy - y * xx, n * yy - y * y, x * y - n * xy, n * xx - x * x];
        let determinant = n * minors[0] + x * minors[1] + y * minors[2];
        if determinant <= 0.0 {
            return None;
        }
        let [a, b, c, d, e, f] = minors.map(|minor| minor / determinant);
        let slopes = sides.map(|[m, along, down]| {
            [a * m + b * along + c * down, b * m + d * along + e * down, c * m + e * along + f * down]
        });
        let beside = |p: &[f32; 3], q: &[f32; 3]| p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
        sums[0] -= beside(&slopes[0], &sides[0]);
        sums[1] -= beside(&slopes[0], &sides[1]);
        sums[2] -= beside(&slopes[1], &sides[1]);
        let [mut candidate, mut query] = slopes;
        candidate[0] += first_candidate;
        query[0] += first_query;
        Some(Self { weight: n, slopes: [candidate, query], sums })
    }

    /// How far a pixel lies from the fit, in grey values of the query.
    fn distance(&self, &[x, y, candidate, query]: &Pixel) -> f32 {
        let [of_candidate, of_query] = self.slopes.map(|[middle, along, down]| middle + along * x + down * y);
        (query - of_query - self.contrast() * (candidate - of_candidate)).abs()
    }

    /// The partial correlation of the two pictures beside their slopes.
    pub(super) fn correlation(&self) -> f32 {
        let noise = NOISE * self.weight;
        self.sums[1] / ((self.sums[0].max(0.0) + noise) * (self.sums[2].max(0.0) + noise)).sqrt()
    }

    /// How much the candidate varies beside its slope.
    pub(super) fn texture(&self) -> f32 {
        self.sums[0] / self.weight.max(1.0)
    }
}
