//! Whether two pictures, laid over each other, are the same photo.

use super::affine::Map;
use super::agreement::{Patch, evidence, is_one_sided, patches, share};
use super::alignment::{EarlyStops, fit};
use super::difference::difference;
use super::relief::{Relief, Reliefs, Sides, Slopes, coarse_relief, fine_relief};
use super::second_look;
use crate::box_sums::BoxSums;
use crate::rendition::SIDE;
use crate::{Closeness, Placement, Query, Rendition};

/// The least evidence of the same photo, the greater of the two ways to lay the pictures over each other; a person is
/// asked to compare them. Tuned on half the portraits of the benchmark in 38 further kinds of alteration: different
/// photos reached 9.6 in 4,377,000 pairs, people drawn before one backdrop 13.5 in 6,461.
const SAME: f32 = 12.0;
/// The least evidence beyond doubt, the geometric mean of the two ways: whichever of the two came first, the answer is the
/// same. Different photos reached 7.6; people drawn before one backdrop, the one pair that is the nearest of 6,461, 12.6.
/// Where it was the lesser of the two ways, from 18 on, 0.57 of photos mirrored, cropped and before another backdrop were
/// beyond doubt instead of 0.82.
const NEAR_EXACT: f32 = 15.0;
/// The share of all textured patches, the lesser of the two ways, that makes [`SAME`] evidence laid both ways beyond doubt:
/// where head, clothes and backdrop agree, fewer patches say enough. People drawn before one backdrop with evidence of 11
/// and more had 0.32.
const MIN_SHARE: f32 = 0.45;
/// The least agreement at a second look at which a person is asked. Of 14,906 candidates that are other photos the
/// greatest was 3.5 (faces aligned with one another), 1.5 without aligned faces. From 4 on, 0.921 of the half not tuned
/// on would be found instead of 0.918.
const SAME_AT_SECOND_LOOK: f32 = 5.0;
/// The least agreement at a second look, the lesser of the two ways, of the same photo beyond doubt. Of 5,052 candidates that
/// are other photos and bear no common overlay the greatest was 1.1.
const NEAR_EXACT_AT_SECOND_LOOK: f32 = 8.0;
/// The most by which pictures of one photo differ once what they have in common is subtracted ([`difference`]), in grey
/// values: for a person to be asked, and to be the same beyond doubt by the evidence or by a second look.
///
/// 67 overlays (snow, rings, stripes, flags, bubbles, …) were each drawn over photos of 16 to 20 different people: of 4,027
/// candidates 95 seemed to be one photo, 64 of them beyond doubt. By the evidence these differ by 11.8 and more, by a second
/// look by 8.5 and more. Of 568 altered photos beyond doubt three differ by more than 9, none by more than 10.6.
const MAX_DIFFERENCE: f32 = 14.0;
const MAX_DIFFERENCE_NEAR_EXACT: f32 = 9.0;
const MAX_DIFFERENCE_AT_SECOND_LOOK: f32 = 7.0;
/// Evidence below which a fit is not improved, and below which the pictures are not laid the other way: the same photo
/// has more after the first rounds.
const MIN_EVIDENCE: [f32; 2] = [0.2, 0.5];

/// How many pairs of different photos, of all pairs compared, are expected to be called the same beyond doubt
/// ([`Closeness::NearExact`]). Of 4,377,000 (docs/matching.md) the geometric mean of the evidence was 1 and more in
/// 109, 2 in 27, 3 in 9, 5 in 5, 7 in 1, 8 in none. If each unit above 5 halves the number, fewer than 0.005 pairs
/// reach [`NEAR_EXACT`].
pub const FALSE_MATCHES_PER_PAIR: f64 = 2e-9;
/// The upper bound of the same with a confidence of 95 %: eleven pairs where five were seen (Poisson).
pub const MOST_FALSE_MATCHES_PER_PAIR: f64 = 4e-9;

/// When the fits, coarse and fine, are given up early.
const EARLY_STOPS: [EarlyStops; 2] = [[(1, 0.0), (3, 0.1)], [(0, 0.0), (3, 0.1)]];
/// Rounds of fitting: the coarse reliefs, the fine ones, and the fine ones once more where there is some evidence.
const ROUNDS: [usize; 3] = [6, 3, 6];

/// How two pictures of the same photo compare.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// How close the two are.
    pub closeness: Closeness,
    /// From 0 (just close enough) to 1 (identical).
    pub score: f32,
    /// Where the candidate lies on the query.
    pub map: Map,
}

/// Two pictures laid over each other, the same photo or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Where the candidate lies on the query.
    pub map: Map,
    /// The evidence that they are one photo: the candidate laid over the query, and the query over the candidate.
    pub evidence: [f32; 2],
    /// The shares of textured patches that agree, laid the same two ways.
    pub agreeing: [f32; 2],
    /// The agreeing patches are on one side of one picture, whose other side differs: two people, a collage.
    pub is_part: bool,
    /// How much agrees at a second look, laid the same two ways; 0 where the evidence is beyond doubt already. It finds
    /// photos with something drawn all over them.
    pub second_look: [f32; 2],
    /// How much the two differ once what they have in common is subtracted, in grey values, the mean of the two ways;
    /// infinite where they do not seem to be one photo.
    pub difference: f32,
    /// The candidate's patches that have texture.
    pub patches: Vec<Patch>,
}

impl Comparison {
    /// How close the two are; `None` when they are different photos.
    #[must_use]
    pub fn closeness(&self) -> Option<Closeness> {
        if !self.is_alike() || self.difference > MAX_DIFFERENCE {
            None
        } else if !self.is_beyond_doubt() {
            Some(Closeness::Looser)
        } else {
            Some(if self.is_part { Closeness::Part } else { Closeness::NearExact })
        }
    }

    /// Whether enough agrees for a person to be asked, apart from [`Self::difference`].
    fn is_alike(&self) -> bool {
        self.evidence[0].max(self.evidence[1]) >= SAME || self.second_look[0] >= SAME_AT_SECOND_LOOK
    }

    /// Whether the evidence alone is beyond doubt.
    fn is_evident(&self) -> bool {
        let ([forward, back], [share, share_back]) = (self.evidence, self.agreeing);
        let agrees_mostly = forward.min(back) >= SAME && share.min(share_back) >= MIN_SHARE;
        agrees_mostly || forward * back >= NEAR_EXACT * NEAR_EXACT
    }

    fn is_beyond_doubt(&self) -> bool {
        let [again, again_back] = self.second_look;
        self.is_evident() && self.difference <= MAX_DIFFERENCE_NEAR_EXACT
            || again.min(again_back) >= NEAR_EXACT_AT_SECOND_LOOK && self.difference <= MAX_DIFFERENCE_AT_SECOND_LOOK
    }

    /// From 0 (just close enough) to 1 (identical).
    #[must_use]
    pub fn score(&self) -> f32 {
        let [forward, back] = self.evidence;
        // Identical portraits have 70 and more.
        ((forward.max(back) - SAME) * (1.0 / 64.0)).clamp(0.0, 1.0)
    }
}

/// A picture that is laid over others.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    sums: BoxSums,
    reliefs: Reliefs,
}

impl Picture {
    pub(crate) fn of(grey: &[u8]) -> Self {
        Self { sums: BoxSums::of(grey, SIDE as usize), reliefs: Reliefs::default() }
    }

    fn coarse(&self, side: usize) -> &Slopes {
        self.reliefs.coarse(side, || Slopes::of(&coarse_relief(&self.sums, side)))
    }

    fn fine(&self, side: usize) -> &Slopes {
        self.reliefs.fine(side, || Slopes::of(&fine_relief(&self.sums, side)))
    }

    /// Lays another over this one, beginning with a map; `None` when the fit fails.
    fn lay(&self, other: &Self, start: Map) -> Option<(Map, Vec<Patch>)> {
        let sides = Sides::coarse(start.scale());
        let candidate = coarse_relief(&other.sums, sides.candidate);
        let map = fit(&candidate, self.coarse(sides.query), start, ROUNDS[0], &EARLY_STOPS[0]).unwrap_or(start);
        let sides = Sides::fine(map.scale());
        let (candidate, query): (Relief, &Slopes) = (fine_relief(&other.sums, sides.candidate), self.fine(sides.query));
        let map = fit(&candidate, query, map, ROUNDS[1], &EARLY_STOPS[1])?;
        let first = patches(&candidate, query, &map);
        if evidence(&first) < MIN_EVIDENCE[0] {
            return Some((map, first));
        }
        let map = fit(&candidate, query, map, ROUNDS[2], &EARLY_STOPS[1])?;
        Some((map, patches(&candidate, query, &map)))
    }

    /// The grey values of another and of this one, over which it lies, at the size at which they are compared.
    fn greys(&self, other: &Self, map: &Map) -> (Relief, Slopes) {
        let sides = Sides::fine(map.scale());
        let grey = |sums: &BoxSums, side: usize| Relief { side, values: sums.resampled(side) };
        (grey(&other.sums, sides.candidate), Slopes::of(&grey(&self.sums, sides.query)))
    }

    /// A second look at another laid over this one, pixel by pixel.
    fn look_again(&self, other: &Self, map: &Map) -> f32 {
        let (candidate, query) = self.greys(other, map);
        second_look::agreement(&candidate, &query, map)
    }

    /// How much another, laid over this one, differs from it once what the two have in common is subtracted.
    fn difference(&self, other: &Self, map: &Map) -> f32 {
        let (candidate, query) = self.greys(other, map);
        difference(&candidate, &query, map)
    }
}

impl Query {
    /// Lays a candidate over the query, beginning with the placement, and the query over the candidate; `None`
    /// when they clearly differ.
    #[must_use]
    pub fn compare(&self, placement: &Placement, rendition: &Rendition) -> Option<Comparison> {
        let candidate = Picture::of(&rendition.grey());
        let (mut map, mut patches) = self.picture.lay(&candidate, placement.map)?;
        let mut forward = evidence(&patches);
        let (mut back, mut share_back, mut is_part) = (0.0, 0.0, false);
        let laid_back =
            (forward > MIN_EVIDENCE[1]).then(|| map.inverse().and_then(|back| candidate.lay(&self.picture, back)));
        if let Some((back_map, back_patches)) = laid_back.flatten() {
            (back, share_back) = (evidence(&back_patches), share(&back_patches));
            is_part = is_one_sided(&back_patches);
            // A fit that failed one way may have succeeded the other way.
            if forward < SAME.min(back) {
                let again = back_map.inverse().and_then(|start| self.picture.lay(&candidate, start));
                if let Some((better, better_patches)) = again.filter(|(_, patches)| evidence(patches) > forward) {
                    (map, patches) = (better, better_patches);
                    forward = evidence(&patches);
                }
            }
        }
        is_part |= is_one_sided(&patches);
        let mut comparison = Comparison {
            map,
            evidence: [forward, back],
            agreeing: [share(&patches), share_back],
            is_part,
            second_look: [0.0; 2],
            difference: f32::INFINITY,
            patches,
        };
        if !comparison.is_evident() {
            comparison.second_look[0] = self.picture.look_again(&candidate, &map);
            if let Some(back) = map.inverse().filter(|_| comparison.is_alike()) {
                comparison.second_look[1] = candidate.look_again(&self.picture, &back);
            }
        }
        if comparison.is_alike() {
            let forward = self.picture.difference(&candidate, &map);
            let back = map.inverse().map_or(f32::INFINITY, |back| candidate.difference(&self.picture, &back));
            comparison.difference = (forward + back) * 0.5;
        }
        Some(comparison)
    }

    /// Whether a candidate is the same photo, beginning with the placement; `None` when it is not.
    #[must_use]
    pub fn confirm(&self, placement: &Placement, rendition: &Rendition) -> Option<Likeness> {
        let comparison = self.compare(placement, rendition)?;
        let closeness = comparison.closeness()?;
        Some(Likeness { closeness, score: comparison.score(), map: comparison.map })
    }
}
