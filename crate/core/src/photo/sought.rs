//! A photo that is looked up: its many views, and its reliefs to lay others over.

use super::box_sums::BoxSums;
use super::fingerprint::{VIEWS, WINDOWS};
use super::map::Map;
use super::relief::{Reliefs, Slopes, coarse_relief, fine_relief};
use super::rendition::SIDE;
use super::view::{Lattice, WHOLE, Window, hash, hashes};
use super::{Portrait, Rendition};

/// Sides of the views of a photo that is looked up, in thousandths, each an eighth smaller than the one before.
/// With the remembered views of 0.42 to 1.0 they meet whenever the one photo shows the other's middle at 0.5 to
/// 2 times its scale.
const SIDES: [u32; 11] = [1000, 880, 775, 682, 600, 528, 465, 410, 360, 300, 250];
/// How many of these sizes are looked up; the smaller ones only help to rank what the others find.
const SIZES_LOOKED_UP: usize = 9;
/// The furthest two neighbouring views of each size may lie apart, in thousandths of their side; further for the
/// smallest, which are many.
const STEPS: [u32; SIDES.len()] = [110, 110, 110, 110, 110, 110, 110, 110, 150, 200, 200];
/// Side of windows, in units, for which the smallest of [`SIDES`] is no stand-in.
const SMALLEST: u32 = 210 * WHOLE / 1000;
/// Steps by which a placement is bettered, by the looks and then exactly, in halves of a side and as a change of scale.
const CLIMB_STEPS: [f32; 2] = [0.1, 0.05];
const REFINE_STEPS: [f32; 2] = [0.06, 0.03];
/// Where the views lie.
const LATTICES: [Lattice; SIDES.len()] = {
    let mut lattices = [Lattice::of(1000, 1000); SIDES.len()];
    let mut k = 0;
    while k < SIDES.len() {
        lattices[k] = Lattice::of(SIDES[k], STEPS[k]);
        k += 1;
    }
    lattices
};
/// Bits set in a hash at least and at most; less is a flat corner that resembles all others.
const TELLING: std::ops::RangeInclusive<u32> = 12..=52;
/// Distance of views that agree as little as those of different photos, in bits.
const FAR: u32 = 22;
/// Distance of views that cannot be seen.
const OUT_OF_SIGHT: u32 = 99;
/// How many views without any agreement are counted in.
const DOUBTED: u32 = 6;

/// How many views a first glance measures.
const GLANCED: usize = 10;
/// How much worse the other handedness may be and still be tried, of [`Sought::UNLIKE`].
const NEARLY: u32 = 400;

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
    /// The hash's least certain bits, one in each quarter.
    pub uncertain: u64,
}

/// A photo made ready to be looked up among many.
#[derive(Debug, Clone)]
pub struct Sought {
    pub(super) sums: BoxSums,
    looks: Vec<Look>,
    reliefs: Reliefs,
}

/// How a remembered photo seems to lie on the one looked up: the likeliest map, and the likeliest with the other
/// handedness (faces are almost their own mirror images).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    pub(super) first: Map,
    pub(super) second: Map,
    /// Whether the second is nearly as likely.
    pub(super) close: bool,
}

impl Placement {
    fn swap_if(&mut self, second_is_better: bool) {
        if second_is_better {
            std::mem::swap(&mut self.first, &mut self.second);
        }
    }
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
    /// The unit of disagreement: so many in a squared bit.
    const FINELY: u32 = 16;
    /// The disagreement of pictures without anything in common.
    pub(super) const UNLIKE: u32 = FAR * FAR * Self::FINELY;

    /// Of a photo; `None` when it is not comparable.
    #[must_use]
    pub fn of(portrait: &Portrait) -> Option<Self> {
        portrait.fingerprint.as_ref().ok()?;
        let grey = portrait.rendition.grey();
        let sums = BoxSums::of(&grey, SIDE as usize);
        let doubled = BoxSums::doubled(&grey, SIDE as usize);
        let mut looks = Vec::with_capacity(2 * LATTICES.iter().map(Lattice::len).sum::<usize>());
        for window in LATTICES.into_iter().flat_map(Lattice::windows) {
            for (mirrored, (hash, uncertain)) in [false, true].into_iter().zip(hashes(&doubled, window)) {
                looks.push(Look { window, mirrored, hash, uncertain });
            }
        }
        Some(Self { sums, looks, reliefs: Reliefs::default() })
    }

    /// Of a small copy, to lay others over; it cannot be looked up.
    pub(super) fn bare(rendition: &Rendition) -> Self {
        let sums = BoxSums::of(&rendition.grey(), SIDE as usize);
        Self { sums, looks: Vec::new(), reliefs: Reliefs::default() }
    }

    /// The coarse relief of so many pixels a side, with its slopes.
    pub(super) fn coarse(&self, side: usize) -> &Slopes {
        self.reliefs.coarse(side, || Slopes::of(&coarse_relief(&self.sums, side)))
    }

    /// The fine one.
    pub(super) fn fine(&self, side: usize) -> &Slopes {
        self.reliefs.fine(side, || Slopes::of(&fine_relief(&self.sums, side)))
    }

    /// The looks that are looked up.
    pub(super) fn looks(&self) -> &[Look] {
        let count = 2 * LATTICES[..SIZES_LOOKED_UP].iter().map(Lattice::len).sum::<usize>();
        self.looks.get(..count).unwrap_or(&self.looks)
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
        let measured = |(_, map): (u32, Map)| (self.roughly(&map, views), map);
        let (straight, mirrored) = (measured(best[0]?), measured(best[1]?));
        let (first, second) = if straight.0 <= mirrored.0 { (straight, mirrored) } else { (mirrored, straight) };
        let close = second.0 <= first.0 + NEARLY;
        Some((first.0, Placement { first: first.1, second: second.1, close }))
    }

    /// Moves both maps of a placement to where a remembered photo's views agree better, by the looks nearest to them; how
    /// badly they agree there. What two views suggest lies beside the truth by half the way between looks.
    pub(super) fn climb(&self, placement: &mut Placement, views: &[u64; VIEWS]) -> u32 {
        let first = bettered(&mut placement.first, CLIMB_STEPS, |map| self.roughly(map, views));
        if !placement.close {
            return first;
        }
        let second = bettered(&mut placement.second, CLIMB_STEPS, |map| self.roughly(map, views));
        placement.swap_if(second < first);
        first.min(second)
    }

    /// Moves the likelier map of a placement to where a remembered photo's first views agree better, each seen where it
    /// must lie; how badly all agree there.
    pub(super) fn refine(&self, placement: &mut Placement, views: &[u64; VIEWS]) -> u32 {
        let unlikely = |placement: &Placement| {
            self.disagreement(&placement.second, views) < self.disagreement(&placement.first, views)
        };
        placement.swap_if(placement.close && unlikely(placement));
        bettered(&mut placement.first, REFINE_STEPS, |map| {
            self.unlike::<GLANCED>(map, views, |w, m| self.seen_at(w, m))
        });
        self.disagreement(&placement.first, views)
    }

    /// How badly a remembered photo's first views agree with what a look (by its number) and a view suggest.
    pub(super) fn glance_at(&self, (look, view): (usize, usize), views: &[u64; VIEWS]) -> u32 {
        self.looks.get(look).map_or(u32::MAX, |look| self.glance(&look.map(view, look.mirrored), views))
    }

    /// How badly a remembered photo's first views agree with this photo, placed so: by the looks nearest to them.
    fn glance(&self, map: &Map, views: &[u64; VIEWS]) -> u32 {
        self.unlike::<GLANCED>(map, views, |window, mirrored| self.nearest_look(window, mirrored))
    }

    /// How badly all its views agree, by the looks nearest to them.
    fn roughly(&self, map: &Map, views: &[u64; VIEWS]) -> u32 {
        self.unlike::<VIEWS>(map, views, |window, mirrored| self.nearest_look(window, mirrored))
    }

    /// How badly all its views agree, each seen where it must lie.
    fn disagreement(&self, map: &Map, views: &[u64; VIEWS]) -> u32 {
        self.unlike::<VIEWS>(map, views, |window, mirrored| self.seen_at(window, mirrored))
    }

    fn seen_at(&self, window: Window, mirrored: bool) -> u64 {
        hash(&self.sums, window, mirrored)
    }

    /// The hash of the look that is nearest to a window; of the window itself where it is smaller than all looks.
    fn nearest_look(&self, window: Window, mirrored: bool) -> u64 {
        let mut first = 0;
        for (k, lattice) in LATTICES.iter().enumerate() {
            let smaller = LATTICES.get(k + 1).map_or(SMALLEST, |next| next.side);
            if 2 * window.side > lattice.side + smaller {
                let look = 2 * (first + lattice.nearest(window)) + usize::from(mirrored);
                return self.looks.get(look).map_or(0, |look| look.hash);
            }
            first += lattice.len();
        }
        hash(&self.sums, window, mirrored)
    }

    /// How badly the first `N` views agree with what is seen where the map lays them.
    #[inline]
    fn unlike<const N: usize>(&self, map: &Map, views: &[u64; VIEWS], seen: impl Fn(Window, bool) -> u64) -> u32 {
        let mut distances = [OUT_OF_SIGHT; N];
        for ((distance, window), known) in distances.iter_mut().zip(WINDOWS).zip(views) {
            let (x, y) = window.middle();
            let (x, y) = map.to(x, y);
            let side = 2.0 * window.side as f32 / WHOLE as f32 * map.a[4];
            let Some(window) = Window::around(x, y, side) else { continue };
            *distance = (seen(window, map.a[0] < 0.0) ^ known).count_ones();
        }
        unlikeness(&distances)
    }
}

/// Moves a map, by ever smaller steps along, down and in scale, to where less disagrees; how much does there.
fn bettered(map: &mut Map, steps: [f32; 2], disagreement: impl Fn(&Map) -> u32) -> u32 {
    let mut least = disagreement(map);
    for step in steps {
        for (along, down, larger) in [(step, 0.0, 0.0), (0.0, step, 0.0), (0.0, 0.0, step)] {
            for sign in [1.0, -1.0] {
                let moved = map.moved(along * sign, down * sign, 1.0 + larger * sign);
                let there = disagreement(&moved);
                if there < least {
                    (least, *map) = (there, moved);
                    break;
                }
            }
        }
    }
    least
}

/// How unlike some views are, from 0 to [`Sought::UNLIKE`]: for each, how much more than nothing it agrees, squared. A few
/// views that agree closely thus say more than many that agree a little, as those of any two portraits do. What is
/// covered or differs counts as nothing, what is out of sight not at all; [`DOUBTED`] views are counted in besides, so
/// that few views need to agree better than many.
fn unlikeness(distances: &[u32]) -> u32 {
    let seen = distances.iter().filter(|distance| **distance != OUT_OF_SIGHT);
    let (count, likeness) = seen.fold((0, 0), |(count, sum), d| (count + 1, sum + FAR.saturating_sub(*d).pow(2)));
    Sought::UNLIKE - likeness * Sought::FINELY / (count + DOUBTED)
}
