//! A photo that is looked up: its many views, and its reliefs to lay others over.

use super::Portrait;
use super::box_sums::BoxSums;
use super::fingerprint::{VIEWS, WINDOWS};
use super::map::Map;
use super::relief::{Slopes, coarse_relief, fine_relief};
use super::rendition::SIDE;
use super::view::{WHOLE, Window, hash};

/// Sides of the views of a photo that is looked up, in thousandths, each an eighth smaller than the one before.
/// With the remembered views of 0.42 to 1.0 they meet whenever the one photo shows the other's middle at 0.5 to
/// 2 times its scale.
const SIDES: [u32; 8] = [1000, 880, 775, 682, 600, 528, 465, 410];
/// The furthest two neighbouring views may lie apart, in thousandths of their side.
const STEP: u32 = 110;
/// Bits set in a hash at least and at most; less is a flat corner that resembles all others.
const TELLING: std::ops::RangeInclusive<u32> = 12..=52;
/// Distance assumed of views that cannot be seen, in bits.
const UNSEEN: u32 = 22;
/// How many of the views must agree; the others may be covered or cut off.
const AGREEING: usize = 8;

/// How many views a first glance measures, and how many of them must agree.
const GLANCED: usize = 8;
const GLANCED_AGREEING: usize = 4;
/// How much worse, in bits, the other handedness may be and still be tried.
const NEARLY: u32 = 40;

/// Whether a view's hash tells its photo from others.
pub(super) fn is_telling(hash: u64) -> bool {
    TELLING.contains(&hash.count_ones())
}

/// One view of the photo that is looked up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub window: Window,
    pub mirrored: bool,
    pub hash: u64,
}

/// A photo made ready to be looked up among many.
#[derive(Debug, Clone)]
pub struct Sought {
    sums: BoxSums,
    looks: Vec<Look>,
    pub(super) coarse: Slopes,
    pub(super) fine: Slopes,
}

/// How a remembered photo seems to lie on the one looked up: the likeliest map, and the likeliest with the other
/// handedness where that is nearly as likely (faces are almost their own mirror images).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    pub(super) first: Map,
    pub(super) second: Option<Map>,
}

impl Look {
    /// The map by which the remembered view lies in this look's window.
    pub(super) fn map(&self, view: usize, mirrored: bool) -> Map {
        let known = WINDOWS[view];
        let scale = self.window.side as f32 / known.side as f32;
        let along = if mirrored { -scale } else { scale };
        let ((x, y), (kx, ky)) = (self.window.middle(), known.middle());
        Map { a: [along, 0.0, x - along * kx, 0.0, scale, y - scale * ky] }
    }
}

impl Sought {
    /// Of a photo; `None` when it is not comparable.
    #[must_use]
    pub fn of(portrait: &Portrait) -> Option<Self> {
        portrait.fingerprint.as_ref()?;
        let grey = portrait.rendition.grey();
        let sums = BoxSums::of(&grey, SIDE as usize);
        let mut looks = Vec::new();
        for window in SIDES.into_iter().flat_map(|side| Window::spread(side, STEP)) {
            looks.extend([false, true].map(|mirrored| Look { window, mirrored, hash: hash(&sums, window, mirrored) }));
        }
        looks.retain(|look| is_telling(look.hash));
        let coarse = Slopes::of(&coarse_relief(&grey));
        let fine = Slopes::of(&fine_relief(&grey));
        Some(Self { sums, looks, coarse, fine })
    }

    pub(super) fn looks(&self) -> &[Look] {
        &self.looks
    }

    /// The best placement among those some looks suggest (look and view), and its disagreement: of each handedness
    /// the one that looks best at a glance, measured by all views.
    pub(super) fn place(
        &self,
        suggestions: impl Iterator<Item = (usize, usize)>,
        views: &[u64; VIEWS],
    ) -> Option<(u32, Placement)> {
        let mut best: [Option<(u32, Map)>; 2] = [None, None];
        for (look, view) in suggestions {
            let Some(look) = self.looks.get(look) else { continue };
            for mirrored in [false, true] {
                let map = look.map(view, mirrored);
                let disagreement = self.glance(&map, views);
                let held = &mut best[usize::from(mirrored)];
                if held.is_none_or(|(least, _)| disagreement < least) {
                    *held = Some((disagreement, map));
                }
            }
        }
        let measured = |(_, map): (u32, Map)| (self.disagreement(&map, views), map);
        let (straight, mirrored) = (measured(best[0]?), measured(best[1]?));
        let (first, second) = if straight.0 <= mirrored.0 { (straight, mirrored) } else { (mirrored, straight) };
        let close = second.0 <= first.0 + NEARLY;
        Some((first.0, Placement { first: first.1, second: close.then_some(second.1) }))
    }

    /// How badly a remembered photo's first views agree with what a look (by its number) and a view suggest.
    pub(super) fn glance_at(&self, (look, view): (usize, usize), views: &[u64; VIEWS]) -> u32 {
        self.looks.get(look).map_or(u32::MAX, |look| self.glance(&look.map(view, look.mirrored), views))
    }

    /// How badly a remembered photo's first views agree with this photo, placed so.
    fn glance(&self, map: &Map, views: &[u64; VIEWS]) -> u32 {
        self.least::<GLANCED>(map, views, GLANCED_AGREEING)
    }

    /// How badly a remembered photo's views agree with this photo, placed so.
    fn disagreement(&self, map: &Map, views: &[u64; VIEWS]) -> u32 {
        self.least::<VIEWS>(map, views, AGREEING)
    }

    /// The sum of the smallest distances of the first `N` views, in bits.
    fn least<const N: usize>(&self, map: &Map, views: &[u64; VIEWS], agreeing: usize) -> u32 {
        let mut distances = [UNSEEN; N];
        self.measure(map, views, &mut distances);
        distances.sort_unstable();
        distances.iter().take(agreeing).sum()
    }

    /// The distances of as many views as there is room for; [`UNSEEN`] at most.
    fn measure(&self, map: &Map, views: &[u64; VIEWS], distances: &mut [u32]) {
        for ((distance, window), known) in distances.iter_mut().zip(WINDOWS).zip(views) {
            let (x, y) = window.middle();
            let (x, y) = map.to(x, y);
            let side = 2.0 * window.side as f32 / WHOLE as f32 * map.a[4];
            let Some(seen) = Window::around(x, y, side) else { continue };
            *distance = (hash(&self.sums, seen, map.a[0] < 0.0) ^ known).count_ones().min(UNSEEN);
        }
    }
}
