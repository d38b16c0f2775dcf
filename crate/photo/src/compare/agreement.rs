//! How two pictures agree where one is laid over the other: patch by patch, so that a cover, a frame or another
//! backdrop spoils only the patches it touches.

use super::alignment::shown;
use super::moments::Moments;
use super::relief::{Relief, Slopes};
use crate::affine::Map;

/// How far a patch reaches from its middle, in pixels of the relief: 9 × 9 pixels.
pub(super) const RADIUS: usize = 4;
/// Pixels between the middles of neighbouring patches.
pub(super) const STEP: usize = 4;
/// The fewest pixels of a patch that both pictures must show.
pub(super) const MIN_PIXELS: f32 = 60.0;
/// The least variance of a relief within a patch that has texture, in the candidate and in the query.
const TEXTURED: [f32; 2] = [0.1, 0.05];
/// The least correlations of patches that agree, and that agree closely.
const AGREES: f32 = 0.8;
const AGREES_CLOSELY: f32 = 0.9;

/// An ellipse about the middle of a portrait's face: half axes, in halves of a side.
pub(super) type Ellipse = (f32, f32);
/// How far above the middle of the picture the ellipses lie, in halves of a side.
const FACE_ABOVE: f32 = 0.15;
/// Head and shoulders: different people before one wall agree beside it.
pub(super) const CENTRE: Ellipse = (0.6, 0.75);
/// The face.
pub(super) const CORE: Ellipse = (0.32, 0.5);
/// How many times as much a patch of the core counts: a bar over the eyes or a sticker leaves an eighth of what it shows.
const CORE_WEIGHT: f32 = 8.0;
/// The fewest textured patches of centre and core by which a share is divided: of very few, all may agree by chance.
const MIN_PATCHES: [f32; 2] = [12.0, 6.0];

/// A patch that has texture in the candidate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Patch {
    /// Its middle in the candidate, from -1 to 1.
    pub x: f32,
    /// Its middle in the candidate, downwards, from -1 to 1.
    pub y: f32,
    /// How the two pictures correlate in it, from -1 to 1; 0 where the other is bare or does not show it.
    pub correlation: f32,
    /// The other picture shows its place and is bare there: a banner, a plain backdrop.
    pub is_covered: bool,
}

impl Patch {
    /// Whether the two pictures agree in it.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.correlation > AGREES
    }

    fn lies_in(&self, ellipse: Ellipse) -> bool {
        Self::is_in(self.x, self.y, ellipse)
    }

    pub(super) fn is_in(x: f32, y: f32, (across, down): Ellipse) -> bool {
        let (x, y) = (x / across, (y + FACE_ABOVE) / down);
        x * x + y * y <= 1.0
    }
}

/// How a patch correlates, 0 where the query shows too little of it or is bare; and whether the query is bare.
fn correlation(moments: &Moments) -> (f32, bool) {
    if moments.count() < MIN_PIXELS {
        return (0.0, false);
    }
    let [candidate, query] = moments.variances();
    if query < TEXTURED[1] {
        return (0.0, true);
    }
    (if candidate > 0.0 { moments.correlation() } else { 0.0 }, false)
}

/// The textured patches of a candidate, laid over the query by a map.
pub(super) fn patches(candidate: &Relief, query: &Slopes, map: &Map) -> Vec<Patch> {
    let n = candidate.side;
    let mut query_values: Vec<Option<f32>> = Vec::with_capacity(n * n);
    for row in 0..n {
        let y = candidate.place(row);
        query_values
            .extend((0..n).map(|column| shown(query, map, candidate.place(column), y, 2.0).map(|[value, ..]| value)));
    }
    let mut patches = Vec::new();
    for row in (RADIUS..n - RADIUS).step_by(STEP) {
        for column in (RADIUS..n - RADIUS).step_by(STEP) {
            let mut moments = Moments::default();
            let (mut sum, mut squares) = (0f32, 0f32);
            for line in row - RADIUS..=row + RADIUS {
                let pixels = line * n + column - RADIUS..=line * n + column + RADIUS;
                for (value, query) in candidate.values[pixels.clone()].iter().zip(&query_values[pixels]) {
                    sum += value;
                    squares += value * value;
                    if let Some(query) = query {
                        moments.add(*value, *query);
                    }
                }
            }
            let part = 1.0 / ((2 * RADIUS + 1) * (2 * RADIUS + 1)) as f32;
            if squares * part - (sum * part) * (sum * part) > TEXTURED[0] {
                let (correlation, is_covered) = correlation(&moments);
                patches.push(Patch { x: candidate.place(column), y: candidate.place(row), correlation, is_covered });
            }
        }
    }
    patches
}

/// The evidence that the two show one photo: the number of patches that agree closely times the share that agree, in
/// head and shoulders, and, weighted by [`CORE_WEIGHT`], in the face; the lesser of the two. Either alone is high for
/// some pairs of different photos: people before one wall agree beside the face, aligned faces agree in a few patches
/// of the face. A patch that the query does not show does not agree.
pub(super) fn evidence(patches: &[Patch]) -> f32 {
    let within = |ellipse: Ellipse, fewest: f32| {
        let count = |least: f32| {
            patches.iter().filter(|patch| patch.correlation > least && patch.lies_in(ellipse)).count() as f32
        };
        count(AGREES_CLOSELY) * count(AGREES) / count(f32::MIN).max(fewest)
    };
    within(CENTRE, MIN_PATCHES[0]).min(within(CORE, MIN_PATCHES[1]) * CORE_WEIGHT)
}

/// Patches, and how many of them agree.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) count: f32,
    pub(super) agree: f32,
}

impl Tally {
    pub(super) fn add(&mut self, patch: &Patch) {
        self.count += 1.0;
        self.agree += if patch.agrees() { 1.0 } else { 0.0 };
    }
}

/// The share of textured patches that agree; one that the query does not show does not.
pub(super) fn share(patches: &[Patch]) -> f32 {
    let mut tally = Tally::default();
    patches.iter().for_each(|patch| tally.add(patch));
    tally.agree / tally.count.max(MIN_PATCHES[0])
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Patches all over a picture, with correlations by their places.
    pub(in crate::compare) fn all_over(correlation: impl Fn(f32, f32) -> f32) -> Vec<Patch> {
        let places = || (-7..8).map(|k| k as f32 * 0.125);
        places()
            .flat_map(|y| places().map(move |x| (x, y)))
            .map(|(x, y)| Patch { x, y, correlation: correlation(x, y), is_covered: false })
            .collect()
    }
}
