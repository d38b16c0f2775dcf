//! A photo that is looked up: its many views, and its reliefs to lay others over.

use super::alignment::Map;
use super::box_sums::BoxSums;
use super::fingerprint::{VIEWS, WINDOWS};
use super::relief::{Slopes, reliefs};
use super::rendition::SIDE;
use super::view::{Window, hash};
use super::Portrait;

/// Sides of the views of a photo that is looked up, in thousandths, each an eighth smaller than the one before.
/// With the remembered views of 0.42 to 1.0 they meet whenever the one photo shows the other's middle at 0.5 to
/// 2 times its scale.
const SIDES: [u32; 8] = [1000, 880, 775, 682, 600, 528, 465, 410];
/// The furthest two neighbouring views may lie apart, in thousandths of their side.
const STEP: u32 = 100;
/// Bits set in a hash at least and at most; less is a flat corner that resembles all others.
const TELLING: std::ops::RangeInclusive<u32> = 12..=52;
/// Distance assumed of views that cannot be seen, in bits.
const UNSEEN: u32 = 22;
/// How many of the views must agree; the others may be covered or cut off.
const AGREEING: usize = 9;

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

/// How a remembered photo seems to lie on the one looked up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement(pub(super) Map);

impl Placement {
    /// The remembered view `view` seen in this look.
    pub(super) fn of(look: &Look, view: usize) -> Self {
        let known = WINDOWS[view];
        let scale = look.window.side as f32 / known.side as f32;
        let along = if look.mirrored { -scale } else { scale };
        let ((x, y), (kx, ky)) = (look.window.middle(), known.middle());
        Self(Map { a: [along, 0.0, x - along * kx, 0.0, scale, y - scale * ky] })
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
            let (straight, mirrored) = hash(&sums, window);
            looks.push(Look { window, mirrored: false, hash: straight });
            looks.push(Look { window, mirrored: true, hash: mirrored });
        }
        looks.retain(|look| is_telling(look.hash));
        let (coarse, fine) = reliefs(&grey);
        Some(Self { sums, looks, coarse: Slopes::of(&coarse), fine: Slopes::of(&fine) })
    }

    pub(super) fn looks(&self) -> &[Look] {
        &self.looks
    }

    /// How badly a remembered photo's views agree with this photo, placed so: the sum of the smallest distances in
    /// bits.
    pub(super) fn disagreement(&self, placement: &Placement, views: &[u64; VIEWS]) -> u32 {
        let map = &placement.0;
        let mut distances = [UNSEEN; VIEWS];
        for ((distance, window), known) in distances.iter_mut().zip(WINDOWS).zip(views) {
            let (x, y) = window.middle();
            let (x, y) = map.to(x, y);
            let side = 2.0 * window.side as f32 / super::view::WHOLE as f32 * map.a[4];
            let Some(seen) = Window::around(x, y, side) else { continue };
            let (straight, mirrored) = hash(&self.sums, seen);
            let hash = if map.a[0] < 0.0 { mirrored } else { straight };
            *distance = (hash ^ known).count_ones().min(UNSEEN);
        }
        distances.sort_unstable();
        distances[..AGREEING].iter().sum()
    }
}
