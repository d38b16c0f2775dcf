//! Whether two pictures, laid over each other, are the same photo.

use super::alignment::{Hopeless, agree, fit};
use super::box_sums::BoxSums;
use super::map::Map;
use super::relief::{Relief, Sides, Slopes, coarse_relief, fine_relief};
use super::sought::{Placement, Sought};
use super::{Closeness, Rendition};

/// The least correlation of the same photo. Tuned on the benchmark (seeds 7 and 23, 8,400 queries against 867 photos):
/// the middles of different photos reached 0.861, those of the same photo altered fell below 0.88 in none.
const SAME: f32 = 0.87;
/// The least correlation of the best blocks of the same photo, where a frame or another backdrop spoils the middle;
/// different photos reached 0.863, the hardest of 13 photos cropped much tighter before another backdrop has 0.874.
const SAME_BLOCKS: f32 = 0.87;
/// The least correlations beyond doubt, of the middles and of the best blocks: 99.5% of altered photos reach both, 98.9%
/// laid either way.
const NEAR_EXACT: f32 = 0.94;
const NEAR_EXACT_BLOCKS: f32 = 0.92;

/// How many pairs of different photos, of all pairs compared, are expected to be called the same beyond doubt
/// ([`Closeness::NearExact`]). Of 15,015,000 (benchmark, seed 31, all 867 photos looked up in 20 alterations) the lesser
/// of the two correlations was 0.75 and more in 378, 0.8 in 82, 0.85 in none; a quarter or less is left every 0.05. Of
/// the half pair that none seen stands for, an eighth is left at 0.92. docs/matching.md has the whole.
pub const FALSE_MATCHES_PER_PAIR: f64 = 5e-9;
/// The same, at most, with a confidence of 95%: of three pairs where none was seen (Poisson), an eighth.
pub const MOST_FALSE_MATCHES_PER_PAIR: f64 = 2.4e-8;

/// How far from the middle pictures are compared, in halves of a side: inside rings, circles, banners and borders.
const REACH: f32 = 0.75;
/// Correlation of the coarse reliefs below which the fine ones are not looked at; the same photo stays above 0.93 where
/// the backdrop is the same, above 0.73 where it is not.
const HOPELESS: f32 = 0.7;
/// After how many rounds the fits, coarse and fine, are given up below which correlation.
const HOPELESS_FITS: [Hopeless; 2] = [[(1, 0.25), (3, 0.35)], [(0, 0.2), (2, 0.5)]];
/// Rounds of fitting the coarse and the fine reliefs.
const ROUNDS: [usize; 2] = [8, 7];

/// Correlations, fine or of blocks, between which other starts are tried: different photos stay below, the same photo
/// laid right above.
const UNSURE: std::ops::Range<f32> = 0.76..NEAR_EXACT;
/// What is tried then: wider, narrower, higher, lower, turned either way (factors along x and y, turn as a tangent).
const NUDGES: [[f32; 3]; 8] = [
    [1.12, 1.12, 0.0],
    [0.88, 0.88, 0.0],
    [1.07, 1.0, 0.0],
    [0.93, 1.0, 0.0],
    [1.0, 1.07, 0.0],
    [1.0, 0.93, 0.0],
    [1.0, 1.0, 0.06],
    [1.0, 1.0, -0.06],
];

/// Correlation, fine or of blocks, from which the other handedness is tried even where it is less likely: a photo laid on
/// its own mirror image reaches 0.78 to 0.86.
const MIRRORED: f32 = 0.72;

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
        if self.fine >= NEAR_EXACT && self.blocks >= NEAR_EXACT_BLOCKS {
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
        self.compare_with(placement, &Self::bare(rendition))
    }

    fn compare_with(&self, placement: &Placement, memory: &Self) -> Option<Comparison> {
        let first = self.lay(&memory.sums, placement.first);
        if first.is_some_and(|c| c.fine >= NEAR_EXACT) {
            return first;
        }
        if !placement.close && first.is_none_or(|c| c.fine.max(c.blocks) < MIRRORED) {
            return first;
        }
        let second = self.lay(&memory.sums, placement.second);
        match (first, second) {
            (Some(a), Some(b)) => Some(if b.fine.max(b.blocks) > a.fine.max(a.blocks) { b } else { a }),
            (a, b) => a.or(b),
        }
    }

    /// Whether a remembered photo is the same as this one, beginning with the placement; `None` when it is not. Beyond
    /// doubt only where both are, each laid over the other: which of the two came first must not matter.
    #[must_use]
    pub fn confirm(&self, placement: &Placement, rendition: &Rendition) -> Option<Likeness> {
        let memory = Self::bare(rendition);
        let comparison = self.compare_with(placement, &memory)?;
        let mut closeness = comparison.closeness()?;
        if closeness == Closeness::NearExact {
            let back = comparison.map.inverse().and_then(|map| memory.lay(&self.sums, map));
            closeness = back.and_then(|back| back.closeness()).unwrap_or(Closeness::Looser);
        }
        Some(Likeness {
            closeness,
            score: ((comparison.fine - SAME) / (1.0 - SAME)).clamp(0.0, 1.0),
            map: comparison.map,
        })
    }

    fn lay(&self, memory: &BoxSums, start: Map) -> Option<Comparison> {
        let sides = Sides::coarse(start.scale());
        let (known, seen) = (coarse_relief(memory, sides.memory), self.coarse(sides.query));
        let (coarse, map) = lay_coarsely(&known, seen, start)?;
        if coarse < HOPELESS {
            return None;
        }
        let mut best = self.lay_finely(memory, coarse, map)?;
        if !UNSURE.contains(&best.fine.max(best.blocks)) {
            return Some(best);
        }
        for nudge in NUDGES {
            let other = lay_coarsely(&known, seen, map.nudged(nudge));
            let other = other.filter(|(coarse, _)| *coarse >= HOPELESS);
            let Some(other) = other.and_then(|(coarse, map)| self.lay_finely(memory, coarse, map)) else { continue };
            if other.fine.max(other.blocks) > best.fine.max(best.blocks) {
                best = other;
            }
        }
        Some(best)
    }

    fn lay_finely(&self, memory: &BoxSums, coarse: f32, start: Map) -> Option<Comparison> {
        let sides = Sides::fine(start.scale());
        let (known, seen) = (fine_relief(memory, sides.memory), self.fine(sides.query));
        let map = fit(&known, seen, start, ROUNDS[1], &HOPELESS_FITS[1])?;
        let agreement = agree(&known, seen, &map, REACH);
        Some(Comparison { map, coarse, fine: agreement.middle, blocks: agreement.blocks })
    }
}

/// Fits coarse reliefs; how they agree then, in the middle or in the best blocks.
fn lay_coarsely(memory: &Relief, query: &Slopes, start: Map) -> Option<(f32, Map)> {
    let map = fit(memory, query, start, ROUNDS[0], &HOPELESS_FITS[0])?;
    let agreement = agree(memory, query, &map, REACH);
    Some((agreement.middle.max(agreement.blocks), map))
}
