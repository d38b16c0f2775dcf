//! Laying one relief over another: Gauss-Newton on the six numbers of an affine map (Lucas, Kanade 1981), with
//! weights by which covered points (rings, banners, borders) count little.

use super::moments::Moments;
use super::relief::{Relief, Slopes};
use crate::affine::Map;

/// How far from the middle points are compared, in halves of a side, in both pictures: corners are cut off by
/// circles, edges by borders.
const REACH: f32 = 0.85;
/// One of this many points must lie in both pictures.
const MIN_OVERLAP_OF: usize = 6;
/// The fewest points that fix a map.
const FEWEST_POINTS: usize = 60;
/// Points that differ count less (Cauchy weights): 1 / (1 + this × difference²), the difference in deviations.
const OUTLIER_FACTOR: f32 = 1.5;
/// Early stops, each a number of rounds and a correlation: a fit below that correlation after that many rounds is given
/// up.
pub(super) type EarlyStops = [(usize, f32); 2];
/// The largest step of one round.
const LARGEST_STEP: f32 = 0.15;
/// Steps smaller than this (an eighth of a fine pixel) end the fit.
const SMALLEST_STEP: f32 = 0.004;
/// The part of the largest diagonal element added to all: a direction without texture is left alone.
const DAMPING: f32 = 1e-3;
/// The least variance of a relief that can be fitted.
const LEAST_VARIANCE: f32 = 1e-3;

/// How values of the two pictures are made comparable: their means are subtracted, and they are divided by their
/// deviations.
struct Scaling {
    means: [f32; 2],
    per: [f32; 2],
}

impl Scaling {
    /// The scaling by these moments; `None` when one of the two pictures is flat.
    fn of(moments: &Moments) -> Option<Self> {
        let variances = moments.variances();
        let is_textured = variances.iter().all(|variance| *variance > LEAST_VARIANCE);
        is_textured.then(|| Self { means: moments.means(), per: variances.map(|variance| 1.0 / variance.sqrt()) })
    }
}

/// A point of the candidate's relief: x, y (from -1 to 1), value.
type Point = (f32, f32, f32);

/// Every other point within `reach` of the middle, evenly spread.
fn points(candidate: &Relief, reach: f32) -> Vec<Point> {
    let mut points = Vec::with_capacity(candidate.values.len() / 2);
    for (j, row) in candidate.values.chunks_exact(candidate.side).enumerate() {
        let y = candidate.place(j);
        for (i, value) in row.iter().enumerate().skip(j % 2).step_by(2) {
            let x = candidate.place(i);
            if x * x + y * y <= reach * reach {
                points.push((x, y, *value));
            }
        }
    }
    points
}

/// The query's value and slopes where a candidate's point lies; `None` beyond `reach` of the middle.
#[inline]
pub(super) fn shown(query: &Slopes, map: &Map, x: f32, y: f32, reach: f32) -> Option<[f32; 3]> {
    let (x, y) = map.to(x, y);
    let half = query.side as f32 * 0.5;
    if x * x + y * y > reach * reach {
        return None;
    }
    query.at((x + 1.0) * half - 0.5, (y + 1.0) * half - 0.5)
}

/// Improves `map` in at most `rounds` rounds; `None` when the two cannot be laid over each other.
pub(super) fn fit(candidate: &Relief, query: &Slopes, mut map: Map, rounds: usize, stops: &EarlyStops) -> Option<Map> {
    let points = points(candidate, REACH);
    let half = query.side as f32 * 0.5;
    let mut pairs: Vec<(Point, [f32; 3])> = Vec::with_capacity(points.len());
    for round in 0..rounds {
        pairs.clear();
        let mut moments = Moments::default();
        for &point in &points {
            if let Some(seen) = shown(query, &map, point.0, point.1, REACH) {
                moments.add(point.2, seen[0]);
                pairs.push((point, seen));
            }
        }
        if pairs.len() * MIN_OVERLAP_OF < points.len() || pairs.len() < FEWEST_POINTS {
            return None;
        }
        let scaling = Scaling::of(&moments)?;
        let correlation = moments.correlation();
        if stops.iter().any(|(after, least)| round >= *after && correlation < *least) {
            return None;
        }
        let step = solve(normal_equations(&pairs, &scaling, half))?;
        let mut largest = 0f32;
        for (number, step) in map.a.iter_mut().zip(step) {
            let step = step.clamp(-LARGEST_STEP, LARGEST_STEP);
            *number += step;
            largest = largest.max(step.abs());
        }
        if largest < SMALLEST_STEP {
            break;
        }
    }
    map.is_plausible().then_some(map)
}

/// Six rows of six coefficients and a right side.
type Equations = [[f32; 7]; 6];

/// The equations of the step that lessens the weighted squared differences most.
fn normal_equations(pairs: &[(Point, [f32; 3])], scaling: &Scaling, half: f32) -> Equations {
    let Scaling { means, per } = *scaling;
    let mut rows = [[0f32; 7]; 6];
    for &((x, y, value), seen) in pairs {
        let difference = (value - means[0]) * per[0] - (seen[0] - means[1]) * per[1];
        let weight = 1.0 / (1.0 + difference * difference * OUTLIER_FACTOR);
        let (along, down) = (seen[1] * per[1] * half, seen[2] * per[1] * half);
        let slopes = [along * x, along * y, along, down * x, down * y, down];
        for (i, row) in rows.iter_mut().enumerate() {
            let weighted = weight * slopes[i];
            for (cell, slope) in row.iter_mut().zip(slopes).skip(i) {
                *cell += weighted * slope;
            }
            row[6] += weighted * difference;
        }
    }
    let upper = rows;
    for (i, row) in rows.iter_mut().enumerate() {
        for (cell, above) in row.iter_mut().zip(&upper).take(i) {
            *cell = above[i];
        }
    }
    let lift = (0..6).map(|i| rows[i][i]).fold(0f32, f32::max) * DAMPING;
    for (i, row) in rows.iter_mut().enumerate() {
        row[i] += lift;
    }
    rows
}

/// Solves by elimination; the matrix is positive, so no rows need be exchanged.
fn solve(mut rows: Equations) -> Option<[f32; 6]> {
    for i in 0..6 {
        let pivot = rows[i];
        if pivot[i].is_nan() || pivot[i] <= 1e-6 {
            return None;
        }
        for row in rows.iter_mut().skip(i + 1) {
            let factor = row[i] / pivot[i];
            for (cell, above) in row.iter_mut().zip(pivot).skip(i) {
                *cell -= factor * above;
            }
        }
    }
    let mut step = [0f32; 6];
    for i in (0..6).rev() {
        let known: f32 = (i + 1..6).map(|k| rows[i][k] * step[k]).sum();
        step[i] = (rows[i][6] - known) / rows[i][i];
    }
    Some(step)
}
