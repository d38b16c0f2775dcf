//! Whether two pictures, laid over each other, are the same photo.

use super::alignment::{Agreement, Map, agree, fit};
use super::relief::{Relief, reliefs};
use super::sought::{Placement, Sought};
use super::{Closeness, Rendition};

/// Agreement of the coarse reliefs below which the fine ones are not looked at.
const HOPELESS: f32 = 0.75;
/// Agreement of the coarse reliefs above which the first fit is taken for the best.
const SURE: f32 = 0.95;
/// What is tried when the first fit is not sure: wider, narrower, higher, lower, turned either way (factors along x
/// and y, turn as a tangent).
const NUDGES: [[f32; 3]; 6] =
    [[1.07, 1.0, 0.0], [0.93, 1.0, 0.0], [1.0, 1.07, 0.0], [1.0, 0.93, 0.0], [1.0, 1.0, 0.06], [1.0, 1.0, -0.06]];
/// The least agreement of the same photo.
const SAME: f32 = 0.86;
/// The least agreement beyond doubt.
const NEAR_EXACT: f32 = 0.89;

/// How two pictures of the same photo compare.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// How close the two are.
    pub closeness: Closeness,
    /// From 0 (just close enough) to 1 (identical).
    pub score: f32,
}

/// The numbers behind a comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// Where the remembered photo lies on the one looked up.
    pub map: Map,
    /// coarse
    pub rough: f32,
    /// How well the two agree.
    pub agreement: Agreement,
}

impl Sought {
    /// Lays a remembered photo over this one, beginning with the placement; `None` when they clearly differ.
    #[must_use]
    pub fn compare(&self, placement: &Placement, rendition: &Rendition) -> Option<Comparison> {
        let (coarse, fine) = reliefs(&rendition.grey());
        let first = self.lay_over(&coarse, &fine, placement.first);
        if first.is_some_and(|c| c.agreement.centre >= NEAR_EXACT) {
            return first;
        }
        let second = placement.second.and_then(|map| self.lay_over(&coarse, &fine, map));
        match (first, second) {
            (Some(a), Some(b)) => Some(if b.agreement.centre > a.agreement.centre { b } else { a }),
            (a, b) => a.or(b),
        }
    }

    fn lay_over(&self, coarse: &Relief, fine: &Relief, start: Map) -> Option<Comparison> {
        let (mut rough, mut map) = self.lay(coarse, start)?;
        if rough < HOPELESS {
            return None;
        }
        if rough < SURE {
            for nudge in NUDGES {
                let Some(other) = self.lay(coarse, map.nudged(nudge)) else { continue };
                if other.0 > rough {
                    (rough, map) = other;
                }
            }
        }
        let map = fit(fine, &self.fine, map, 6, 0.85, 0.85, 1)?;
        let agreement = agree(fine, &self.fine, &map, 0.75, 0.75, 8);
        Some(Comparison { map, rough, agreement })
    }

    /// Fits the coarse reliefs; how well they agree then.
    fn lay(&self, coarse: &Relief, start: Map) -> Option<(f32, Map)> {
        let map = fit(coarse, &self.coarse, start, 12, 0.85, 0.85, 1)?;
        Some((agree(coarse, &self.coarse, &map, 0.75, 0.75, 8).centre, map))
    }

    /// Whether a remembered photo is the same as this one, beginning with the placement.
    #[must_use]
    pub fn confirm(&self, placement: &Placement, rendition: &Rendition) -> Option<Likeness> {
        let value = self.compare(placement, rendition)?.agreement.centre;
        (value >= SAME).then(|| Likeness {
            closeness: if value >= NEAR_EXACT { Closeness::NearExact } else { Closeness::Looser },
            score: ((value - SAME) / (1.0 - SAME)).clamp(0.0, 1.0),
        })
    }
}
