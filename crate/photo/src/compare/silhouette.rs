//! Whether two pictures differ in a person and agree around one.
//!
//! Photos of people before one press wall, bookcase or virtual background agree in most of what they show. They differ in head
//! and shoulders, whose silhouette is laid over the patches at several sizes and places. Nothing is known of faces: where a
//! cover or a sticker hides one, most of its silhouette still agrees.

use super::agreement::Patch;

/// The widths of the silhouettes, as shares of the picture's; each stands on the lower edge.
const SIZES: [f32; 6] = [0.4, 0.5, 0.6, 0.7, 0.8, 0.95];
/// How far a silhouette is moved aside and up or down, in halves of a side.
const ASIDE: [f32; 3] = [-0.12, 0.0, 0.12];
const DOWN: [f32; 3] = [-0.08, 0.0, 0.08];
/// The head of a silhouette as large as the picture: the half axes of an ellipse, and how far its middle lies above the
/// picture's, in halves of a side.
const HEAD: [f32; 2] = [0.5, 0.69];
const HEAD_ABOVE: f32 = 0.09;
/// The shoulders: how far they reach to either side, and how far below the middle they begin.
const SHOULDERS: [f32; 2] = [0.85, 0.55];
/// The fewest textured patches within a silhouette, and around it.
const MIN_PATCHES: [usize; 2] = [9, 6];

/// A silhouette of head and shoulders.
struct Silhouette {
    size: f32,
    x: f32,
    y: f32,
}

impl Silhouette {
    /// All of them.
    fn all() -> impl Iterator<Item = Self> {
        let places = || DOWN.into_iter().flat_map(|down| ASIDE.into_iter().map(move |x| (x, down)));
        SIZES.into_iter().flat_map(move |size| places().map(move |(x, down)| Self { size, x, y: 1.0 - size + down }))
    }

    fn holds(&self, patch: &Patch) -> bool {
        let (x, y) = ((patch.x - self.x) / self.size, (patch.y - self.y) / self.size);
        let is_head = (x / HEAD[0]).powi(2) + ((y + HEAD_ABOVE) / HEAD[1]).powi(2) < 1.0;
        is_head || x.abs() < SHOULDERS[0] && y > SHOULDERS[1]
    }
}

/// The share of patches that agree around a silhouette less the share that agree within it, for the one where that is most.
/// Within it, patches count that have texture in both pictures.
pub(super) fn contrast(patches: &[Patch]) -> f32 {
    let share = |of: &[&Patch]| of.iter().filter(|patch| patch.agrees()).count() as f32 / of.len() as f32;
    let contrasts = Silhouette::all().filter_map(|silhouette| {
        let (mut within, around) = patches.iter().partition::<Vec<&Patch>, _>(|patch| silhouette.holds(patch));
        within.retain(|patch| !patch.is_covered);
        let is_enough = within.len() >= MIN_PATCHES[0] && around.len() >= MIN_PATCHES[1];
        is_enough.then(|| share(&around) - share(&within))
    });
    contrasts.fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast of pictures that differ at these places.
    fn where_they_differ(differ: impl Fn(f32, f32) -> bool, is_covered: bool) -> f32 {
        let places = || (-7..8).map(|k| k as f32 * 0.125);
        let patch = |(x, y)| {
            let differs = differ(x, y);
            Patch { x, y, correlation: if differs { 0.1 } else { 0.95 }, is_covered: is_covered && differs }
        };
        contrast(&places().flat_map(|y| places().map(move |x| (x, y))).map(patch).collect::<Vec<_>>())
    }

    #[test]
    fn people_before_one_backdrop_contrast_with_it_and_covers_do_not() {
        assert_eq!(where_they_differ(|_, _| false, false), 0.0);
        assert_eq!(where_they_differ(|_, _| true, false), 0.0);
        let person = |size: f32, x: f32| {
            let silhouette = Silhouette { size, x, y: 1.0 - size };
            let at = |x, y| Patch { x, y, correlation: 0.0, is_covered: false };
            (
                where_they_differ(|x, y| silhouette.holds(&at(x, y)), false),
                where_they_differ(|x, y| silhouette.holds(&at(x, y)), true),
            )
        };
        for (size, x) in [(0.45, 0.0), (0.6, 0.1), (0.75, -0.15), (0.95, 0.05)] {
            let (contrast, hidden) = person(size, x);
            assert!(contrast > 0.75, "{contrast} at {size}, {x}");
            assert_eq!(hidden, 0.0, "a silhouette of one tone");
        }
        let covers: [fn(f32, f32) -> bool; 4] = [
            |x, y| x.abs() < 0.7 && (-0.35..-0.1).contains(&y),
            |x, y| x * x + (y + 0.1) * (y + 0.1) < 0.07,
            |x, y| x.abs() > 0.5 || y < -0.7,
            |_, y| y > 0.6,
        ];
        for (number, cover) in covers.into_iter().enumerate() {
            let contrast = where_they_differ(cover, false);
            assert!(contrast < 0.65, "{contrast}: cover {number}");
        }
    }
}
