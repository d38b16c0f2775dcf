//! Whether one picture is part of the other, or both have parts in common and others not: pictures of two people, collages.

use super::agreement::{Patch, Tally};
use super::thresholds::MOST_MOVED_OF_WHOLES;
use crate::affine::Map;

/// The least share of patches that agree on one side of a picture's middle, of those that agree on the other. A crop of 30%
/// from a corner leaves 0.23 and more, half of a picture of two people at most 0.19 where it shows one of them (120 portraits).
const MIN_SIDE_RATIO: f32 = 0.2;
/// The least number of patches of the lesser side that could agree, as a share of those that agree on the other:
/// neither a bare wall beside a face nor what a banner covers could.
const MIN_SIDE_TEXTURE: f32 = 0.5;
/// How far from the middle lines, in halves of a side, the patches of a quarter lie: those on a line show parts of both.
const FROM_MIDDLE: f32 = 0.14;
/// The fewest textured patches of a quarter that says anything.
const MIN_OF_QUARTER: f32 = 12.0;
/// The greatest shares of patches that agree in a quarter that shows something else, where it is one of several, and where it
/// is the only one; and the least share of the quarters that are the same. Of 1,514 altered photos of 155 kinds beyond doubt
/// 11 are taken for collages (diagonal bars, banners), and 155 of 166 pairs of collages whose upper, larger or other pictures
/// are in common, all of them beyond doubt before.
const MAX_OF_OTHERS: f32 = 0.4;
const MAX_OF_ANOTHER: f32 = 0.1;
const MIN_OF_SAME: f32 = 0.7;

/// Whether two pictures, laid over each other by a map with these patches, are a part and a whole, or collages with a picture
/// in common.
pub(super) fn are_parts(patches: &[Patch], map: &Map) -> bool {
    is_one_sided(patches) || map.is_nearly_whole(MOST_MOVED_OF_WHOLES) && differ_in_quarters(patches)
}

/// Whether what agrees lies on one side of the middle, left or right, above or below, and the other side shows
/// something else: a picture of two people, or a collage, of which the other picture shows a part.
fn is_one_sided(patches: &[Patch]) -> bool {
    // Along each axis, on either side.
    let mut tallies = [[Tally::default(); 2]; 2];
    for patch in patches.iter().filter(|patch| !patch.is_covered) {
        for (sides, at) in tallies.iter_mut().zip([patch.x, patch.y]) {
            sides[usize::from(at > 0.0)].add(patch);
        }
    }
    tallies.iter().any(|[a, b]| {
        let (lesser, greater) = if a.agree < b.agree { (a, b) } else { (b, a) };
        lesser.agree < MIN_SIDE_RATIO * greater.agree && lesser.count >= MIN_SIDE_TEXTURE * greater.agree
    })
}

/// Whether some quarters show the same and others something else. Not the upper two alone: a hat covers them.
fn differ_in_quarters(patches: &[Patch]) -> bool {
    // Left and right above, then below.
    let mut tallies = [Tally::default(); 4];
    let is_within = |patch: &&Patch| !patch.is_covered && patch.x.abs() > FROM_MIDDLE && patch.y.abs() > FROM_MIDDLE;
    for patch in patches.iter().filter(is_within) {
        tallies[usize::from(patch.x > 0.0) + 2 * usize::from(patch.y > 0.0)].add(patch);
    }
    let shares = tallies.map(|tally| (tally.count >= MIN_OF_QUARTER).then(|| tally.agree / tally.count));
    let differs = shares.map(|share| share.is_some_and(|share| share <= MAX_OF_OTHERS));
    let are_others = match differs.iter().filter(|differs| **differs).count() {
        0 => false,
        1 => shares.iter().flatten().any(|share| *share <= MAX_OF_ANOTHER),
        _ => differs != [true, true, false, false],
    };
    let mut rest = shares.iter().zip(differs).filter_map(|(share, differs)| share.filter(|_| !differs)).peekable();
    are_others && rest.peek().is_some() && rest.all(|share| share >= MIN_OF_SAME)
}

#[cfg(test)]
mod tests {
    use super::super::agreement::tests::all_over;
    use super::*;

    /// Patches that agree in some places and not in others.
    fn sided(agrees: &dyn Fn(f32, f32) -> bool) -> Vec<Patch> {
        all_over(|x, y| if agrees(x, y) { 0.95 } else { 0.1 })
    }

    #[test]
    fn agreement_on_one_side_is_one_sided_unless_the_other_side_is_bare() {
        for half in [sided(&|x, _| x < 0.0), sided(&|x, _| x > -0.05), sided(&|_, y| y < 0.1), sided(&|_, y| y > 0.1)] {
            assert!(is_one_sided(&half));
        }
        // A face within, a crop of 30% from a corner, nothing.
        let face = sided(&|x, y| x * x + (y + 0.15) * (y + 0.15) < 0.2);
        for whole in [face, sided(&|x, y| x < 0.4 && y < 0.4), sided(&|_, _| true), Vec::new()] {
            assert!(!is_one_sided(&whole));
        }
        let before_a_wall: Vec<Patch> = sided(&|x, _| x < 0.0).into_iter().filter(|patch| patch.x < 0.3).collect();
        assert!(!is_one_sided(&before_a_wall));
        let covered = |patch: Patch| Patch { is_covered: patch.x > 0.3, ..patch };
        assert!(!is_one_sided(&sided(&|x, _| x < 0.0).into_iter().map(covered).collect::<Vec<Patch>>()));
    }

    #[test]
    fn collages_with_a_picture_in_common_are_parts_and_a_hat_makes_none() {
        let whole = Map::whole(false);
        let seam = |x: f32, y: f32| (x * 9.0).round() as i32 % 4 == 0 || y.abs() < 0.2;
        // One of two, below; one of four; two of four, one above the other, and across; three of four.
        let in_common: [&dyn Fn(f32, f32) -> bool; 5] =
            [&|_, y| y < 0.1, &|x, y| x < 0.0 && y < 0.0, &|x, _| x < 0.0, &|x, y| x * y > 0.0, &|x, y| {
                x < 0.0 || y < 0.0
            }];
        for (nth, agrees) in in_common.iter().enumerate() {
            assert!(are_parts(&sided(*agrees), &whole), "{nth}");
        }
        // More agrees than a side may: only the quarters tell.
        let below = sided(&|x, y| y < 0.0 || seam(x, y));
        assert!(!is_one_sided(&below) && are_parts(&below, &whole));
        let above = sided(&|x, y| y > 0.0 || seam(x, y));
        assert!(!are_parts(&above, &whole));
        let cropped = Map { a: [0.8, 0.0, 0.0, 0.0, 0.8, 0.0] };
        assert!(!are_parts(&below, &cropped));
        let sticker = sided(&|x, y| (x - 0.3).abs() > 0.25 || (y + 0.2).abs() > 0.25);
        assert!(!are_parts(&sticker, &whole) && !are_parts(&sided(&|_, _| true), &whole));
    }
}
