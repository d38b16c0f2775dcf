//! Whether two pictures differ in a person and agree beside one.
//!
//! Photos of people before one press wall, bookcase or virtual background agree in most of what they show. They differ in head
//! and shoulders, whose silhouette is laid over the patches at several sizes and places. Nothing is known of faces: where a
//! cover or a sticker hides one, most of its silhouette still agrees.

use super::agreement::{Patch, Tally};
use crate::affine::Map;

/// The widths of the silhouettes, as shares of the picture's; each stands on the lower edge.
const SIZES: [f32; 6] = [0.4, 0.5, 0.6, 0.7, 0.8, 0.95];
/// How far a silhouette is moved aside, as a share of its own size, and up or down, in halves of the picture's side.
const ASIDE: [f32; 9] = [-0.8, -0.6, -0.4, -0.2, 0.0, 0.2, 0.4, 0.6, 0.8];
const DOWN: [f32; 3] = [-0.08, 0.0, 0.08];
/// The head of a silhouette as large as the picture: the half axes of an ellipse, and how far its middle lies above the
/// picture's, in halves of a side.
const HEAD: [f32; 2] = [0.5, 0.69];
const HEAD_ABOVE: f32 = 0.09;
/// The shoulders: how far they reach to either side, and how far below the middle they begin.
const SHOULDERS: [f32; 2] = [0.85, 0.55];
/// How far above the middle of a silhouette patches count as beside it, in halves of its size.
const ABOVE: f32 = 1.2;
/// The fewest textured patches within a silhouette, and beside it.
const MIN_PATCHES: [f32; 2] = [9.0, 6.0];
/// The least share of a silhouette's patches that the other picture shows with texture: the rest is cut off or covered.
const MIN_SHOWN: f32 = 0.6;
/// How far from the middle the other picture shows whole patches, in halves of a side.
const SHOWN: f32 = 0.93;

/// A silhouette of head and shoulders.
struct Silhouette {
    size: f32,
    x: f32,
    y: f32,
}

impl Silhouette {
    /// All of them.
    fn all() -> impl Iterator<Item = Self> {
        let places = || DOWN.into_iter().flat_map(|down| ASIDE.into_iter().map(move |aside| (aside, down)));
        SIZES.into_iter().flat_map(move |size| {
            places().map(move |(aside, down)| Self { size, x: aside * size, y: 1.0 - size + down })
        })
    }

    /// Whether a patch lies within the silhouette; `None` where it is far above it.
    fn holds(&self, patch: &Patch) -> Option<bool> {
        let (x, y) = ((patch.x - self.x) / self.size, (patch.y - self.y) / self.size);
        let is_head = (x / HEAD[0]).powi(2) + ((y + HEAD_ABOVE) / HEAD[1]).powi(2) < 1.0;
        (y > -ABOVE).then_some(is_head || x.abs() < SHOULDERS[0] && y > SHOULDERS[1])
    }
}

/// The share of patches that agree beside a silhouette less the share that agree within it, for the one where that is most.
/// Only patches of the candidate count whose places the query shows, laid by the map, and within the silhouette only those that
/// have texture in both. What reaches across the picture, a banner or its lower edge, differs beside a silhouette as well.
pub(super) fn contrast(patches: &[Patch], map: &Map) -> f32 {
    let is_shown = |patch: &Patch| {
        let (x, y) = map.to(patch.x, patch.y);
        x.abs().max(y.abs()) < SHOWN
    };
    let shown: Vec<(&Patch, bool)> = patches.iter().map(|patch| (patch, is_shown(patch))).collect();
    let contrasts = Silhouette::all().filter_map(|silhouette| {
        let (mut all, mut within, mut beside) = (0.0, Tally::default(), Tally::default());
        for (patch, is_shown) in &shown {
            let Some(is_within) = silhouette.holds(patch) else { continue };
            all += if is_within { 1.0 } else { 0.0 };
            if *is_shown && !is_within {
                beside.add(patch);
            } else if *is_shown && !patch.is_covered {
                within.add(patch);
            }
        }
        let is_enough = within.count >= MIN_PATCHES[0] && beside.count >= MIN_PATCHES[1];
        let share = |tally: Tally| tally.agree / tally.count;
        (is_enough && within.count >= MIN_SHOWN * all).then(|| share(beside) - share(within))
    });
    contrasts.fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::super::agreement::tests::all_over;
    use super::*;

    /// The contrast of pictures that differ at these places.
    fn where_they_differ(differ: impl Fn(f32, f32) -> bool, is_covered: bool, map: &Map) -> f32 {
        let mut patches = all_over(|x, y| if differ(x, y) { 0.1 } else { 0.95 });
        for patch in &mut patches {
            patch.is_covered = is_covered && !patch.agrees();
        }
        contrast(&patches, map)
    }

    #[test]
    fn people_before_one_backdrop_contrast_with_it_wherever_they_stand() {
        let whole = Map::whole(false);
        assert_eq!(where_they_differ(|_, _| false, false, &whole), 0.0);
        assert_eq!(where_they_differ(|_, _| true, false, &whole), 0.0);
        for (size, x) in [(0.45, 0.0), (0.6, 0.1), (0.75, -0.15), (0.95, 0.05), (0.5, -0.3), (0.6, 0.4)] {
            let silhouette = Silhouette { size, x, y: 1.0 - size };
            let person = |x, y| silhouette.holds(&Patch { x, y, correlation: 0.0, is_covered: false }) == Some(true);
            let contrast = where_they_differ(person, false, &whole);
            assert!(contrast > 0.75, "{contrast} at {size}, {x}");
            assert_eq!(where_they_differ(person, true, &whole), 0.0, "a silhouette of one tone");
        }
    }

    #[test]
    fn covers_and_crops_do_not_contrast() {
        let covers: [fn(f32, f32) -> bool; 4] = [
            |x, y| x.abs() < 0.7 && (-0.35..-0.1).contains(&y),
            |x, y| x * x + (y + 0.1) * (y + 0.1) < 0.07,
            |x, y| x.abs() > 0.5 || y < -0.7,
            |_, y| y > 0.5,
        ];
        for (number, cover) in covers.into_iter().enumerate() {
            let contrast = where_they_differ(cover, false, &Map::whole(false));
            assert!(contrast < 0.65, "{contrast}: cover {number}");
        }
        // A person whose shoulders are covered: too little is left of the silhouette.
        let silhouette = Silhouette { size: 0.6, x: 0.0, y: 0.4 };
        let mut covered = all_over(|_, _| 0.95);
        for patch in &mut covered {
            if silhouette.holds(patch) == Some(true) {
                (patch.correlation, patch.is_covered) = (0.0, patch.y > 0.3);
            }
        }
        assert!(contrast(&covered, &Map::whole(false)) < 0.5);
        // The query is the candidate without its lower third.
        let cropped = Map { a: [1.0, 0.0, 0.0, 0.0, 1.5, 0.5] };
        assert_eq!(where_they_differ(|_, y| y > 0.3, false, &cropped), 0.0);
    }
}
