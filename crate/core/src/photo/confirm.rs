//! Whether two pictures, laid over each other, are the same photo.

use super::alignment::{agree, fit};
use super::map::Map;
use super::relief::{Relief, coarse_relief, fine_relief};
use super::sought::{Placement, Sought};
use super::{Closeness, Rendition};

/// The least correlation of the same photo. Tuned on the benchmark (seed 7, 2,000 queries against 867 photos):
/// different photos reached 0.825, the same photo altered never fell below 0.910.
const SAME: f32 = 0.845;
/// The least correlation of the best blocks of the same photo, where a frame or another backdrop spoils the middle.
const SAME_BLOCKS: f32 = 0.87;
/// The least correlation beyond doubt.
const NEAR_EXACT: f32 = 0.885;
/// How far from the middle pictures are compared, in halves of a side: inside rings, circles, banners and borders.
const REACH: f32 = 0.75;
/// Correlation of the coarse reliefs below which the fine ones are not looked at; the same photo stays above 0.9.
const HOPELESS: f32 = 0.78;
/// The same when every start was tried.
const STILL_HOPELESS: f32 = 0.85;
/// Correlation of the coarse reliefs above which the first fit is taken for the best.
const SURE: f32 = 0.95;
/// Rounds of fitting the coarse and the fine reliefs.
const ROUNDS: [usize; 2] = [12, 6];
/// What is tried when the first fit is not sure: wider, narrower, higher, lower, turned either way (factors along x
/// and y, turn as a tangent).
const NUDGES: [[f32; 3]; 6] =
    [[1.07, 1.0, 0.0], [0.93, 1.0, 0.0], [1.0, 1.07, 0.0], [1.0, 0.93, 0.0], [1.0, 1.0, 0.06], [1.0, 1.0, -0.06]];

/// How two pictures of the same photo compare.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// How close the two are.
    pub closeness: Closeness,
    /// From 0 (just close enough) to 1 (identical).
    pub score: f32,
    /// Where the remembered photo lies on the one looked up.
    pub map: Map,
}

/// Two pictures laid over each other, the same photo or not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// Where the remembered photo lies on the one looked up.
    pub map: Map,
    /// How the middles correlate at half the resolution, from -1 to 1.
    pub coarse: f32,
    /// How the middles correlate at full resolution, from -1 to 1.
    pub fine: f32,
    /// How the best of all blocks correlate at full resolution, from -1 to 1: the backdrop may differ.
    pub blocks: f32,
}

impl Comparison {
    /// How close the two are; `None` when they are different photos.
    #[must_use]
    pub fn closeness(&self) -> Option<Closeness> {
        if self.fine >= NEAR_EXACT {
            Some(Closeness::NearExact)
        } else if self.fine >= SAME || self.blocks >= SAME_BLOCKS {
            Some(Closeness::Looser)
        } else {
            None
        }
    }
}

impl Sought {
    /// Lays a remembered photo over this one, beginning with the placement; `None` when they clearly differ.
    #[must_use]
    pub fn compare(&self, placement: &Placement, rendition: &Rendition) -> Option<Comparison> {
        let grey = rendition.grey();
        let coarse = coarse_relief(&grey);
        let first = self.lay(&coarse, &grey, placement.first);
        if first.is_some_and(|c| c.fine >= NEAR_EXACT) {
            return first;
        }
        let second = placement.second.and_then(|map| self.lay(&coarse, &grey, map));
        match (first, second) {
            (Some(a), Some(b)) => Some(if b.fine.max(b.blocks) > a.fine.max(a.blocks) { b } else { a }),
            (a, b) => a.or(b),
        }
    }

    /// Whether a remembered photo is the same as this one, beginning with the placement; `None` when it is not.
    #[must_use]
    pub fn confirm(&self, placement: &Placement, rendition: &Rendition) -> Option<Likeness> {
        let comparison = self.compare(placement, rendition)?;
        Some(Likeness {
            closeness: comparison.closeness()?,
            score: ((comparison.fine - SAME) / (1.0 - SAME)).clamp(0.0, 1.0),
            map: comparison.map,
        })
    }

    fn lay(&self, coarse: &Relief, grey: &[u8], start: Map) -> Option<Comparison> {
        let (mut best, mut map) = self.lay_coarsely(coarse, start)?;
        if best < HOPELESS {
            return None;
        }
        if best < SURE {
            for nudge in NUDGES {
                let Some(other) = self.lay_coarsely(coarse, map.nudged(nudge)) else { continue };
                if other.0 > best {
                    (best, map) = other;
                }
            }
        }
        if best < STILL_HOPELESS {
            return None;
        }
        let fine = fine_relief(grey);
        let map = fit(&fine, &self.fine, map, ROUNDS[1])?;
        let agreement = agree(&fine, &self.fine, &map, REACH);
        Some(Comparison { map, coarse: best, fine: agreement.middle, blocks: agreement.blocks })
    }

    /// Fits the coarse reliefs; how they agree then, in the middle or in the best blocks.
    fn lay_coarsely(&self, coarse: &Relief, start: Map) -> Option<(f32, Map)> {
        let map = fit(coarse, &self.coarse, start, ROUNDS[0])?;
        let agreement = agree(coarse, &self.coarse, &map, REACH);
        Some((agreement.middle.max(agreement.blocks), map))
    }
}
