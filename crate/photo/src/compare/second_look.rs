//! A second comparison of two pictures of which too little agrees at first: one may have an overlay (a grid, dots,
//! words, a watermark), which spoils every patch in part.
//!
//! In each patch the grey values of one are fitted by those of the other and by a slope of light. Pixels that do not
//! fit weigh little (iteratively reweighted least squares: Holland, Welsch 1977) and are left out in the end. The
//! pixels that are kept must correlate beyond the slope (partial correlation), and be most of the patch.

use super::agreement::{CENTRE, CORE, MIN_PIXELS, Patch};
use super::patch_fit::{Fit, Pixel, TEXTURED, middles, pixels};
use super::relief::{Relief, Slopes};
use crate::affine::Map;

/// The least share of a patch's pixels that must be kept.
const MIN_KEPT: f32 = 0.8;
/// The first correlation below which a patch is given up: patches that agree in the end have more.
const MIN_FIRST_CORRELATION: f32 = 0.1;
/// The least correlations of patches that agree, and that agree closely, over the pixels that are kept.
const AGREES: f32 = 0.92;
const AGREES_CLOSELY: f32 = 0.96;
/// The fewest patches of the face that must agree, and their least share of those that have texture: people before one wall
/// agree beside it.
const MIN_AGREEING: usize = 5;
const MIN_AGREEING_SHARE: f32 = 0.3;
/// The fewest textured patches of head and shoulders by which the share is divided.
const MIN_PATCHES: usize = 12;

/// How much of head and shoulders agrees at a second look: the patches that agree closely times the share that agree; 0 where
/// too little of the face does. `candidate` and `query` hold grey values.
pub(super) fn agreement(candidate: &Relief, query: &Slopes, map: &Map) -> f32 {
    let is_face = |(row, column): &(usize, usize)| Patch::is_in(candidate.place(*column), candidate.place(*row), CORE);
    let (face, beside): (Vec<_>, Vec<_>) = middles(candidate, CENTRE).partition(is_face);
    let correlations = |places: &[(usize, usize)]| -> Vec<f32> {
        let found = places.iter().map(|(row, column)| correlation(&pixels(candidate, query, map, *row, *column)));
        found.flatten().collect()
    };
    let agree = |of: &[f32], least: f32| of.iter().filter(|correlation| **correlation > least).count();
    let mut all = correlations(&face);
    if agree(&all, AGREES) < MIN_AGREEING || (agree(&all, AGREES) as f32) < MIN_AGREEING_SHARE * all.len() as f32 {
        return 0.0;
    }
    all.extend(correlations(&beside));
    (agree(&all, AGREES_CLOSELY) * agree(&all, AGREES)) as f32 / all.len().max(MIN_PATCHES) as f32
}

/// The partial correlation over the kept pixels of a patch, 0 where these or the pixels that both show are too few;
/// `None` where the candidate is bare.
fn correlation(pixels: &[Pixel]) -> Option<f32> {
    if (pixels.len() as f32) < MIN_PIXELS {
        return Some(0.0);
    }
    let first = Fit::of(pixels, &vec![1.0; pixels.len()])?;
    if first.correlation() < MIN_FIRST_CORRELATION {
        return (first.texture() > TEXTURED).then_some(0.0);
    }
    let fit = Fit::robust(pixels)?;
    let is_left = fit.weight >= MIN_KEPT * pixels.len() as f32;
    (fit.texture() > TEXTURED).then_some(if is_left { fit.correlation() } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A patch of one texture in both pictures, in other light, with some pixels of the second painted over.
    fn patch(painted: usize) -> Vec<Pixel> {
        let places = || -4..=4;
        let pixels = places().flat_map(|y| places().map(move |x| (x, y)));
        let texture = |x: i32, y: i32| ((x * 7 + y * 13 + x * y * 5).rem_euclid(17) * 6) as f32;
        pixels
            .enumerate()
            .map(|(k, (x, y))| {
                let (candidate, covered) = (texture(x, y) + 60.0, k % 81 * 31 % 81 < painted);
                [x as f32, y as f32, candidate, if covered { 255.0 } else { 0.7 * candidate + 3.0 * x as f32 + 20.0 }]
            })
            .collect()
    }

    #[test]
    fn a_patch_painted_over_in_part_still_agrees() {
        for painted in [0, 5, 12] {
            assert!(correlation(&patch(painted)).is_some_and(|found| found > AGREES_CLOSELY), "{painted}");
        }
        assert_eq!(correlation(&patch(50)), Some(0.0));
        let mut other = patch(0);
        let query: Vec<f32> = other.iter().map(|pixel| pixel[3]).collect();
        other.iter_mut().zip(query.iter().rev()).for_each(|(pixel, query)| pixel[3] = *query);
        assert!(correlation(&other).is_some_and(|found| found < AGREES));
        let bare: Vec<Pixel> = patch(0).into_iter().map(|[x, y, _, query]| [x, y, 90.0 + x, query]).collect();
        assert_eq!(correlation(&bare), None);
    }
}
