//! How two pictures agree where one is laid over the other: patch by patch, so that what is covered, framed or before another
//! backdrop spoils only the patches it touches.

use super::affine::Map;
use super::alignment::shown;
use super::moments::Moments;
use super::relief::{Relief, Slopes};

/// How far a patch reaches from its middle, in pixels of the relief: 9 × 9 pixels.
const RADIUS: usize = 4;
/// Pixels between the middles of neighbouring patches.
const STEP: usize = 4;
/// The fewest pixels of a patch that both pictures must show.
const SEEN: f32 = 60.0;
/// The least variance of a relief within a patch that has texture, in the remembered picture and in the other.
const TEXTURED: [f32; 2] = [0.1, 0.05];
/// The least correlations of patches that agree, and that agree closely.
const AGREES: f32 = 0.8;
const AGREES_CLOSELY: f32 = 0.9;

/// An ellipse about the middle of a portrait's face: half axes, in halves of a side.
type Ellipse = (f32, f32);
/// How far above the middle of the picture the ellipses lie.
const ABOVE: f32 = 0.15;
/// Head and shoulders: different people before one wall agree beside it.
const CENTRE: Ellipse = (0.6, 0.75);
/// The face.
const CORE: Ellipse = (0.32, 0.5);
/// How many times as much a patch of the core counts: a bar over the eyes or a sticker leaves an eighth of what it shows.
const PART: f32 = 8.0;
/// The fewest textured patches of centre and core that shares are taken of: few agree by chance.
const FEWEST: [f32; 2] = [12.0, 6.0];

/// A patch that has texture in the remembered picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Patch {
    /// Its middle in the remembered picture, from -1 to 1.
    pub x: f32,
    /// The same down.
    pub y: f32,
    /// How the two pictures correlate in it, from -1 to 1; 0 where the other is bare or does not show it.
    pub correlation: f32,
}

impl Patch {
    /// Whether the two pictures agree in it.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.correlation > AGREES
    }

    fn lies_in(&self, (across, down): Ellipse) -> bool {
        let (x, y) = (self.x / across, (self.y + ABOVE) / down);
        x * x + y * y <= 1.0
    }
}

/// How a patch correlates; zero where too little is seen, or nothing to be seen.
fn correlation(moments: &Moments) -> f32 {
    if moments.count() < SEEN {
        return 0.0;
    }
    let [known, seen] = moments.variances();
    if known > 0.0 && seen >= TEXTURED[1] { moments.correlation() } else { 0.0 }
}

/// The textured patches of a remembered picture, laid over another by a map.
pub(super) fn patches(known: &Relief, seen: &Slopes, map: &Map) -> Vec<Patch> {
    let n = known.side;
    let mut there: Vec<Option<f32>> = Vec::with_capacity(n * n);
    for row in 0..n {
        let y = known.place(row);
        there.extend((0..n).map(|column| shown(seen, map, known.place(column), y, 2.0).map(|[value, ..]| value)));
    }
    let mut patches = Vec::new();
    for row in (RADIUS..n - RADIUS).step_by(STEP) {
        for column in (RADIUS..n - RADIUS).step_by(STEP) {
            let mut moments = Moments::default();
            let (mut sum, mut squares) = (0f32, 0f32);
            for line in row - RADIUS..=row + RADIUS {
                let pixels = line * n + column - RADIUS..=line * n + column + RADIUS;
                for (value, seen) in known.values[pixels.clone()].iter().zip(&there[pixels]) {
                    sum += value;
                    squares += value * value;
                    if let Some(seen) = seen {
                        moments.add(*value, *seen);
                    }
                }
            }
            let part = 1.0 / ((2 * RADIUS + 1) * (2 * RADIUS + 1)) as f32;
            if squares * part - (sum * part) * (sum * part) > TEXTURED[0] {
                patches.push(Patch { x: known.place(column), y: known.place(row), correlation: correlation(&moments) });
            }
        }
    }
    patches
}

/// How much says that the two show one photo: the patches that agree closely times the share that agree, in head and
/// shoulders, and, weighted by [`PART`], in the face; the lesser of the two. Either alone is high for some pairs of
/// different photos: people before one wall agree beside the face, aligned faces agree in a few patches of the face. A
/// patch that is not seen does not agree.
pub(super) fn evidence(patches: &[Patch]) -> f32 {
    let within = |ellipse: Ellipse, fewest: f32| {
        let count = |least: f32| {
            patches.iter().filter(|patch| patch.correlation > least && patch.lies_in(ellipse)).count() as f32
        };
        count(AGREES_CLOSELY) * count(AGREES) / count(f32::MIN).max(fewest)
    };
    within(CENTRE, FEWEST[0]).min(within(CORE, FEWEST[1]) * PART)
}

/// The share of textured patches that agree; one that is not seen does not.
pub(super) fn share(patches: &[Patch]) -> f32 {
    patches.iter().filter(|patch| patch.agrees()).count() as f32 / (patches.len() as f32).max(FEWEST[0])
}
