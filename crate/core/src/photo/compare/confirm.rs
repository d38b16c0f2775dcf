//! Whether two pictures, laid over each other, are the same photo.

use super::affine::Map;
use super::agreement::{Patch, evidence, patches};
use super::alignment::{Hopeless, fit};
use super::relief::{Relief, Reliefs, Sides, Slopes, coarse_relief, fine_relief};
use crate::photo::box_sums::BoxSums;
use crate::photo::rendition::SIDE;
use crate::photo::{Closeness, Placement, Rendition, Sought};

/// The least evidence of the same photo, the greater of the two ways the pictures can be laid over each other.
const SAME: f32 = 6.5;
/// The least evidence beyond doubt, the lesser of the two ways: whichever of the two came first, the answer is the same.
const NEAR_EXACT: f32 = 12.0;
/// Evidence laid one way below which the other is not tried.
const HOPELESS_EVIDENCE: f32 = 0.5;

/// How many pairs of different photos, of all pairs compared, are expected to be called the same beyond doubt
/// ([`Closeness::NearExact`]). Of 15,015,000 (benchmark, seed 31, all 867 photos looked up in 20 alterations) the lesser
/// of the two correlations was 0.75 and more in 378, 0.8 in 82, 0.85 in none; a quarter or less is left every 0.05. Of
/// the half pair that none seen stands for, an eighth is left at 0.92. docs/matching.md has the whole.
pub const FALSE_MATCHES_PER_PAIR: f64 = 5e-9;
/// The same, at most, with a confidence of 95%: of three pairs where none was seen (Poisson), an eighth.
pub const MOST_FALSE_MATCHES_PER_PAIR: f64 = 2.4e-8;

/// After how many rounds the fits, coarse and fine, are given up below which correlation.
const HOPELESS_FITS: [Hopeless; 2] = [[(1, 0.0), (3, 0.1)], [(0, 0.0), (3, 0.1)]];
/// Rounds of fitting the coarse and the fine reliefs.
const ROUNDS: [usize; 2] = [8, 8];

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
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Where the remembered photo lies on the one looked up.
    pub map: Map,
    /// How much says that they are one photo: the remembered laid over the other, and the other over the remembered.
    pub evidence: [f32; 2],
    /// The remembered photo's patches that have texture.
    pub patches: Vec<Patch>,
}

impl Comparison {
    /// How close the two are; `None` when they are different photos.
    #[must_use]
    pub fn closeness(&self) -> Option<Closeness> {
        let [there, back] = self.evidence;
        if there.min(back) >= NEAR_EXACT {
            Some(Closeness::NearExact)
        } else if there.max(back) >= SAME {
            Some(Closeness::Looser)
        } else {
            None
        }
    }

    /// From 0 (just close enough) to 1 (identical).
    #[must_use]
    pub fn score(&self) -> f32 {
        let [there, back] = self.evidence;
        // Identical portraits have 70 and more.
        ((there.max(back) - SAME) * (1.0 / 64.0)).clamp(0.0, 1.0)
    }
}

/// A picture that is laid over others.
#[derive(Debug, Clone)]
pub(in crate::photo) struct Picture {
    sums: BoxSums,
    reliefs: Reliefs,
}

impl Picture {
    pub(in crate::photo) fn of(grey: &[u8]) -> Self {
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
        let known = coarse_relief(&other.sums, sides.memory);
        let map = fit(&known, self.coarse(sides.query), start, ROUNDS[0], &HOPELESS_FITS[0]).unwrap_or(start);
        let sides = Sides::fine(map.scale());
        let (known, seen): (Relief, &Slopes) = (fine_relief(&other.sums, sides.memory), self.fine(sides.query));
        let map = fit(&known, seen, map, ROUNDS[1], &HOPELESS_FITS[1])?;
        Some((map, patches(&known, seen, &map)))
    }
}

impl Sought {
    /// Lays a remembered photo over this one, beginning with the placement, and this one over the remembered; `None`
    /// when they clearly differ.
    #[must_use]
    pub fn compare(&self, placement: &Placement, rendition: &Rendition) -> Option<Comparison> {
        let known = Picture::of(&rendition.grey());
        let (map, patches) = self.picture.lay(&known, placement.map)?;
        let there = evidence(&patches);
        let back = (there > HOPELESS_EVIDENCE)
            .then(|| map.inverse().and_then(|back| known.lay(&self.picture, back)))
            .flatten()
            .map_or(0.0, |(_, patches)| evidence(&patches));
        Some(Comparison { map, evidence: [there, back], patches })
    }

    /// Whether a remembered photo is the same as this one, beginning with the placement; `None` when it is not.
    #[must_use]
    pub fn confirm(&self, placement: &Placement, rendition: &Rendition) -> Option<Likeness> {
        let comparison = self.compare(placement, rendition)?;
        let closeness = comparison.closeness()?;
        Some(Likeness { closeness, score: comparison.score(), map: comparison.map })
    }
}
