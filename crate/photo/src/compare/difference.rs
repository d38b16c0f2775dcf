//! What is left of two pictures when what they have in common is taken away. Snow, rings, a watermark, a campaign's frame drawn
//! over photos of different people agree as closely as one photo does with itself; but their faces differ.

use super::affine::Map;
use super::agreement::SEEN;
use super::patch_fit::{Fit, TEXTURED, middles, pixels};
use super::relief::{Relief, Slopes};

/// The least contrast of the query to the candidate by which differences are divided: of a faint picture noise is left.
const FAINT: f32 = 0.2;

/// The median over the textured patches of head and shoulders of the deviation of one picture from the other, fitted to it in
/// each, in grey values of the candidate. Infinite where no patch is textured. Both pictures hold grey values.
pub(super) fn difference(candidate: &Relief, query: &Slopes, map: &Map) -> f32 {
    let mut deviations: Vec<f32> = middles(candidate)
        .map(|(row, column)| pixels(candidate, query, map, row, column))
        .filter(|pixels| pixels.len() as f32 >= SEEN)
        .filter_map(|pixels| {
            let fit = Fit::robust(&pixels).filter(|fit| fit.texture() >= TEXTURED)?;
            Some(fit.deviation(&pixels) / fit.contrast().max(FAINT))
        })
        .collect();
    if deviations.is_empty() {
        return f32::INFINITY;
    }
    let half = deviations.len() / 2;
    *deviations.select_nth_unstable_by(half, f32::total_cmp).1
}
