//! How much two pictures differ once what they have in common is subtracted. Snow, rings, a watermark or a campaign's
//! frame drawn over photos of different people agree as closely as one photo does with itself; but the faces under them
//! differ.

use super::agreement::{Ellipse, MIN_PIXELS};
use super::patch_fit::{Fit, TEXTURED, middles, pixels};
use super::relief::{Relief, Slopes};
use crate::affine::Map;

/// The least contrast of the query relative to the candidate by which differences are divided: in a fainter query only
/// noise would be left.
const MIN_CONTRAST: f32 = 0.2;

/// How far the query deviates from the candidate, after being fitted to it in each patch: the median over the textured
/// patches within an ellipse, in grey values of the candidate. Infinite where no patch is textured. Both hold grey values.
pub(super) fn residual(candidate: &Relief, query: &Slopes, map: &Map, within: Ellipse) -> f32 {
    let mut deviations: Vec<f32> = middles(candidate, within)
        .map(|(row, column)| pixels(candidate, query, map, row, column))
        .filter(|pixels| pixels.len() as f32 >= MIN_PIXELS)
        .filter_map(|pixels| {
            let fit = Fit::robust(&pixels).filter(|fit| fit.texture() >= TEXTURED)?;
            Some(fit.deviation(&pixels) / fit.contrast().max(MIN_CONTRAST))
        })
        .collect();
    if deviations.is_empty() {
        return f32::INFINITY;
    }
    let half = deviations.len() / 2;
    *deviations.select_nth_unstable_by(half, f32::total_cmp).1
}
