//! A picture that is laid over others, and what is measured there.

use std::cell::OnceCell;

use super::agreement::{Ellipse, Patch, evidence, patches};
use super::alignment::{EarlyStops, fit};
use super::low_frequency_bits::{self, Small};
use super::relief::{Relief, Reliefs, Sides, Slopes, coarse_relief, fine_relief};
use super::residual::residual;
use super::second_look;
use crate::affine::Map;
use crate::box_sums::BoxSums;
use crate::rendition::{SIDE, between_bars};

/// Evidence below which a fit is not improved: the same photo has more after the first rounds.
const MIN_EVIDENCE: f32 = 0.2;
/// When the fits, coarse and fine, are given up early.
const EARLY_STOPS: [EarlyStops; 2] = [[(1, 0.0), (3, 0.1)], [(0, 0.0), (3, 0.1)]];
/// Rounds of fitting: the coarse reliefs, the fine ones, and the fine ones once more where there is some evidence.
const ROUNDS: [usize; 3] = [6, 3, 6];

/// A picture that is laid over others.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    sums: BoxSums,
    reliefs: Reliefs,
    small: OnceCell<Small>,
    /// It is not square and lies between bars.
    pub(super) is_oblong: bool,
}

impl Picture {
    pub(crate) fn of(grey: &[u8]) -> Self {
        let is_oblong = between_bars(grey).is_some();
        Self { sums: BoxSums::of(grey, SIDE as usize), reliefs: Reliefs::default(), small: OnceCell::new(), is_oblong }
    }

    fn coarse(&self, side: usize) -> &Slopes {
        self.reliefs.coarse(side, || Slopes::of(&coarse_relief(&self.sums, side)))
    }

    fn fine(&self, side: usize) -> &Slopes {
        self.reliefs.fine(side, || Slopes::of(&fine_relief(&self.sums, side)))
    }

    /// Lays another over this one, beginning with a map; `None` when the fit fails.
    pub(super) fn lay(&self, other: &Self, start: Map) -> Option<(Map, Vec<Patch>)> {
        let sides = Sides::coarse(start.scale());
        let candidate = coarse_relief(&other.sums, sides.candidate);
        let map = fit(&candidate, self.coarse(sides.query), start, ROUNDS[0], &EARLY_STOPS[0]).unwrap_or(start);
        let sides = Sides::fine(map.scale());
        let (candidate, query): (Relief, &Slopes) = (fine_relief(&other.sums, sides.candidate), self.fine(sides.query));
        let map = fit(&candidate, query, map, ROUNDS[1], &EARLY_STOPS[1])?;
        let first = patches(&candidate, query, &map);
        if evidence(&first) < MIN_EVIDENCE {
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
    pub(super) fn look_again(&self, other: &Self, map: &Map) -> f32 {
        let (candidate, query) = self.greys(other, map);
        second_look::agreement(&candidate, &query, map)
    }

    fn small(&self) -> &Small {
        self.small.get_or_init(|| Small::of(&self.sums))
    }

    /// How the low frequencies of another, laid over this one, differ ([`low_frequency_bits::differing`]).
    pub(super) fn low_frequencies(&self, other: &Self, map: &Map, most: u32) -> [u32; 3] {
        low_frequency_bits::differing(other.small(), self.small(), map, most)
    }

    /// What is left of another, laid over this one, once what they have in common is subtracted, within an ellipse of the
    /// other.
    pub(super) fn residual(&self, other: &Self, map: &Map, within: Ellipse) -> f32 {
        let (candidate, query) = self.greys(other, map);
        residual(&candidate, &query, map, within)
    }
}
