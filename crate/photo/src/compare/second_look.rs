//! A second look at two pictures of which too little agrees at first: something may be drawn all over one of them (a grid, dots,
//! words, a watermark), which spoils every patch in part.
//!
//! In each patch the grey values of one are fitted by those of the other and by a slope of light, with what does not fit
//! weighing little (iteratively reweighted least squares: Holland, Welsch 1977) and left out in the end. What is left must
//! correlate beyond the slope (partial correlation), and be most of the patch.

use super::affine::Map;
use super::agreement::{CENTRE, CORE, Patch, RADIUS, SEEN, STEP};
use super::alignment::shown;
use super::relief::{Relief, Slopes};

/// Rounds of reweighting; in the last of them what does not fit is left out.
const ROUNDS: usize = 5;
/// How far a pixel may lie from the fit, in deviations: to weigh half as much, and to be left out. The deviation is 1.48
/// medians of the distances (Huber 1981), and one grey value for noise.
const HALF_WEIGHT: f32 = 1.5;
const LEFT_OUT: f32 = 2.5;
const DEVIATION: f32 = 1.48;
/// How much of a patch must be left at least.
const LEFT: f32 = 0.8;
/// Squared grey values that count as noise, and that a patch of the candidate varies by at least beside its slope.
const NOISE: f32 = 2.0;
const TEXTURED: f32 = 6.0;
/// The correlation at first below which a patch is given up: of one that agrees in the end it is more.
const TOO_LITTLE: f32 = 0.1;
/// The least correlations of patches that agree, and that agree closely, of what is left of them.
const AGREES: f32 = 0.92;
const AGREES_CLOSELY: f32 = 0.96;
/// The fewest patches of the face that must agree, and their least share of those that have texture: people before one wall
/// agree beside it.
const FEWEST: usize = 5;
const SHARE: f32 = 0.3;
/// The fewest textured patches of head and shoulders that their share is taken of.
const FEW: usize = 12;

/// A pixel of a patch: place from the patch's middle, the grey values of candidate and query.
type Pixel = [f32; 4];

/// How much of head and shoulders agrees at a second look: the patches that agree closely times the share that agree; 0 where
/// too little of the face does. `candidate` and `query` hold grey values.
pub(super) fn agreement(candidate: &Relief, query: &Slopes, map: &Map) -> f32 {
    let n = candidate.side;
    let places = || (RADIUS..n - RADIUS).step_by(STEP);
    let middles = places().flat_map(|row| places().map(move |column| (row, column)));
    let (face, beside): (Vec<_>, Vec<_>) = middles
        .map(|(row, column)| (row, column, candidate.place(column), candidate.place(row)))
        .filter(|(_, _, x, y)| Patch::is_in(*x, *y, CENTRE))
        .partition(|(_, _, x, y)| Patch::is_in(*x, *y, CORE));
    let correlations = |places: &[(usize, usize, f32, f32)]| -> Vec<f32> {
        places
            .iter()
            .filter_map(|(row, column, ..)| correlation(&pixels(candidate, query, map, *row, *column)))
            .collect()
    };
    let agree = |of: &[f32], least: f32| of.iter().filter(|correlation| **correlation > least).count();
    let mut all = correlations(&face);
    if agree(&all, AGREES) < FEWEST || (agree(&all, AGREES) as f32) < SHARE * all.len() as f32 {
        return 0.0;
    }
    all.extend(correlations(&beside));
    (agree(&all, AGREES_CLOSELY) * agree(&all, AGREES)) as f32 / all.len().max(FEW) as f32
}

/// What both pictures show of a patch.
fn pixels(candidate: &Relief, query: &Slopes, map: &Map, row: usize, column: usize) -> Vec<Pixel> {
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

/// The partial correlation of what is left of a patch, 0 where that is too little; `None` where too little is seen or the
/// candidate is bare.
fn correlation(pixels: &[Pixel]) -> Option<f32> {
    if (pixels.len() as f32) < SEEN {
        return None;
    }
    let mut weights = vec![1f32; pixels.len()];
    let mut distances = Vec::with_capacity(pixels.len());
    let mut fit = Fit::of(pixels, &weights)?;
    if fit.correlation() < TOO_LITTLE {
        return (fit.texture() > TEXTURED).then_some(0.0);
    }
    for round in 1..=ROUNDS {
        distances.clear();
        distances.extend(pixels.iter().map(|pixel| fit.distance(pixel)));
        let mut sorted = distances.clone();
        let half = sorted.len() / 2;
        let deviation = *sorted.select_nth_unstable_by(half, f32::total_cmp).1 * DEVIATION + 1.0;
        for (weight, distance) in weights.iter_mut().zip(&distances) {
            let outlier = distance / (HALF_WEIGHT * deviation);
            *weight = match round {
                ROUNDS if *distance < LEFT_OUT * deviation => 1.0,
                ROUNDS => 0.0,
                _ => 1.0 / (1.0 + outlier * outlier),
            };
        }
        fit = Fit::of(pixels, &weights)?;
    }
    let is_left = fit.weight >= LEFT * pixels.len() as f32;
    (fit.texture() > TEXTURED).then_some(if is_left { fit.correlation() } else { 0.0 })
}

/// The weighted least squares of one picture's grey values by the other's and by a slope.
struct Fit {
    weight: f32,
    /// What each picture's slope is: in the middle, along x and y.
    slopes: [[f32; 3]; 2],
    /// Sums of squares and products beside the slopes: of the candidate, of both, of the query.
    sums: [f32; 3],
}

impl Fit {
    fn of(pixels: &[Pixel], weights: &[f32]) -> Option<Self> {
        let (mut square, mut sides, mut sums) = ([0f32; 6], [[0f32; 3]; 2], [0f32; 3]);
        // Less the first pixel's values: sums of squares lose nothing then.
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

    /// How far a pixel lies from the fit, in grey values.
    fn distance(&self, &[x, y, candidate, query]: &Pixel) -> f32 {
        let [of_candidate, of_query] = self.slopes.map(|[middle, along, down]| middle + along * x + down * y);
        let contrast = (self.sums[1] / self.sums[0].max(1e-3)).max(0.0);
        (query - of_query - contrast * (candidate - of_candidate)).abs()
    }

    fn correlation(&self) -> f32 {
        let noise = NOISE * self.weight;
        self.sums[1] / ((self.sums[0].max(0.0) + noise) * (self.sums[2].max(0.0) + noise)).sqrt()
    }

    /// How much the candidate varies beside its slope.
    fn texture(&self) -> f32 {
        self.sums[0] / self.weight.max(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A patch of one texture in both pictures, in other light, with some pixels of the second painted over.
    fn patch(painted: usize) -> Vec<Pixel> {
        let places = || -4..=4;
        let pixels = places().flat_map(|y| places().map(move |x| (x, y)));
        let texture = |x: i32, y: i32| ((x * 7 + y * 13 + x * y * 5).rem_euclid(17) * 6) as f32;
        pixels
            .enumerate()
            .map(|(k, (x, y))| {
                let (candidate, covered) = (texture(x, y) + 60.0, k % 81 * 31 % 81 < painted);
                [x as f32, y as f32, candidate, if covered { 255.0 } else { 0.7 * candidate + 3.0 * x as f32 + 20.0 }]
            })
            .collect()
    }

    #[test]
    fn what_is_painted_over_in_part_is_told_again() {
        for painted in [0, 5, 12] {
            assert!(correlation(&patch(painted)).is_some_and(|found| found > AGREES_CLOSELY), "{painted}");
        }
        assert_eq!(correlation(&patch(50)), Some(0.0));
        let mut other = patch(0);
        let query: Vec<f32> = other.iter().map(|pixel| pixel[3]).collect();
        other.iter_mut().zip(query.iter().rev()).for_each(|(pixel, query)| pixel[3] = *query);
        assert!(correlation(&other).is_some_and(|found| found < AGREES));
        let bare: Vec<Pixel> = patch(0).into_iter().map(|[x, y, _, query]| [x, y, 90.0 + x, query]).collect();
        assert_eq!(correlation(&bare), None);
    }
}
