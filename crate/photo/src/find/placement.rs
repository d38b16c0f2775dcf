//! How a remembered photo lies on the one looked up, by the keypoints that match: RANSAC (Fischler, Bolles 1981), with
//! every match tried in turn instead of some drawn at random.
//!
//! One match of two keypoints gives a similarity (shift, scale, turn). The one with which the most others agree is
//! fitted to all of these by least squares.

use super::descriptor::{Descriptor, hamming};
use super::fingerprint::{Kinds, KnownFeature};
use super::keypoint::Keypoint;
use super::query::Side;
use crate::affine::Map;
use crate::rendition::SIDE;

/// The most bits, of 128, in which the descriptors of one place differ.
pub(super) const NEAR: u32 = 30;
/// The largest turn between the two pictures, as its cosine (37°): photos are not hung upside down.
const MIN_TURN_COSINE: f32 = 0.8;
/// The largest factor of scale between the two pictures.
const MAX_SCALE_RATIO: f32 = 2.8;
/// How far a keypoint may lie from where a similarity puts it, in pixels of the rendition: room for a squeeze, which is
/// no similarity.
const MAX_OFFSET: f32 = 4.0;
/// How far its scale may differ from what the similarity says, as a factor; and its direction, as a cosine (32°).
const MAX_SCALE_ERROR: f32 = 1.67;
const MIN_DIRECTION_COSINE: f32 = 0.85;
/// The fewest matches that are fitted to, and how widely they must be spread, as a sum of squared pixels.
const MIN_MATCHES: usize = 3;
const MIN_SPREAD: f32 = 60.0;

/// The weight of a match: the closer, the more.
#[inline]
pub(super) fn weight(distance: u32) -> u32 {
    (NEAR + 1).saturating_sub(distance)
}

/// Whether two keypoints can be the same place in two pictures.
#[inline]
pub(super) fn is_possible(query: &Keypoint, known: &Keypoint) -> bool {
    is_turned(query.along, known.along) && is_scaled(query.scale, known.scale)
}

/// Whether two directions can be those of the same place in two pictures.
#[inline]
pub(super) fn is_turned(a: [f32; 2], b: [f32; 2]) -> bool {
    a[0] * b[0] + a[1] * b[1] > MIN_TURN_COSINE
}

/// Whether two scales can be those of the same place in two pictures.
#[inline]
pub(super) fn is_scaled(a: f32, b: f32) -> bool {
    a < MAX_SCALE_RATIO * b && b < MAX_SCALE_RATIO * a
}

/// A keypoint of the photo looked up, one of the remembered photo, and the weight of the match.
struct Pair {
    query: Keypoint,
    known: Keypoint,
    number: usize,
    weight: u32,
}

/// The similarity x' = a·x − b·y + right, y' = b·x + a·y + down, in pixels of the rendition.
#[derive(Clone, Copy)]
struct Similarity {
    a: f32,
    b: f32,
    right: f32,
    down: f32,
}

impl Similarity {
    /// The similarity that takes the known keypoint to the query's.
    fn of(Pair { query, known, .. }: &Pair) -> Self {
        let scale = query.scale / known.scale;
        let [c, s] = known.along;
        let a = scale * (query.along[0] * c + query.along[1] * s);
        let b = scale * (query.along[1] * c - query.along[0] * s);
        Self { a, b, right: query.x - (a * known.x - b * known.y), down: query.y - (b * known.x + a * known.y) }
    }

    /// The similarity with the least squared distances over some pairs; `None` when they are too few or too close
    /// together.
    fn fitted(pairs: &[&Pair]) -> Option<Self> {
        let count = pairs.len() as f32;
        let mean = |of: fn(&Pair) -> f32| pairs.iter().map(|pair| of(pair)).sum::<f32>() / count;
        let (x, y) = (mean(|pair| pair.known.x), mean(|pair| pair.known.y));
        let (to_x, to_y) = (mean(|pair| pair.query.x), mean(|pair| pair.query.y));
        let (mut along, mut across, mut spread) = (0f32, 0f32, 0f32);
        for pair in pairs {
            let (u, v) = (pair.known.x - x, pair.known.y - y);
            let (to_u, to_v) = (pair.query.x - to_x, pair.query.y - to_y);
            along += u * to_u + v * to_v;
            across += u * to_v - v * to_u;
            spread += u * u + v * v;
        }
        if pairs.len() < MIN_MATCHES || spread < MIN_SPREAD {
            return None;
        }
        let (a, b) = (along / spread, across / spread);
        Some(Self { a, b, right: to_x - (a * x - b * y), down: to_y - (b * x + a * y) })
    }

    fn agrees_with(&self, Pair { query, known, .. }: &Pair, scale: f32) -> bool {
        let (a, b) = (self.a, self.b);
        let x = a * known.x - b * known.y + self.right - query.x;
        let y = b * known.x + a * known.y + self.down - query.y;
        let reach = MAX_OFFSET * scale.clamp(0.7, 1.4);
        let scaled = query.scale / (known.scale * scale);
        let [c, s] = known.along;
        let turned = (a * c - b * s) * query.along[0] + (b * c + a * s) * query.along[1];
        x * x + y * y < reach * reach
            && scaled < MAX_SCALE_ERROR
            && scaled * MAX_SCALE_ERROR > 1.0
            && turned > MIN_DIRECTION_COSINE * scale
    }

    /// The same as a map between coordinates from −1 to 1, for a picture or for its mirror image.
    fn map(&self, mirrored: bool) -> Map {
        let half = SIDE as f32 * 0.5;
        let sign = if mirrored { -1.0 } else { 1.0 };
        let (right, down) = ((self.a - self.b) + self.right / half - 1.0, (self.a + self.b) + self.down / half - 1.0);
        Map { a: [sign * self.a, -sign * self.b, sign * right, self.b, self.a, down] }
    }
}

/// Where a remembered photo lies on one side of the photo looked up, and the weight of the matches that agree; `None`
/// when no two do.
pub(super) fn place(side: &Side, mirrored: bool, known: &[KnownFeature]) -> Option<(u32, Map)> {
    let pairs = pairs(side, known);
    let mut best: Option<(u32, Similarity, Vec<&Pair>)> = None;
    for pair in &pairs {
        let similarity = Similarity::of(pair);
        let scale = (similarity.a * similarity.a + similarity.b * similarity.b).sqrt();
        let mut taken = 0u64;
        let agreeing: Vec<&Pair> = pairs
            .iter()
            .filter(|pair| {
                let bit = 1 << (pair.number % 64);
                let is_new = taken & bit == 0 && similarity.agrees_with(pair, scale);
                taken |= if is_new { bit } else { 0 };
                is_new
            })
            .collect();
        let weight = agreeing.iter().map(|pair| pair.weight).sum();
        if agreeing.len() > 1 && best.as_ref().is_none_or(|(most, ..)| weight > *most) {
            best = Some((weight, similarity, agreeing));
        }
    }
    let (weight, similarity, agreeing) = best?;
    Some((weight, Similarity::fitted(&agreeing).unwrap_or(similarity).map(mirrored)))
}

/// For every keypoint of the photo looked up the nearest of the remembered photo.
fn pairs(side: &Side, known: &[KnownFeature]) -> Vec<Pair> {
    let keypoints: Vec<Keypoint> = known.iter().map(KnownFeature::keypoint).collect();
    let nearest = |(query, (descriptor, kinds)): (&Keypoint, (&Descriptor, &Kinds))| {
        let possible = keypoints.iter().zip(known).enumerate().filter_map(|(number, (keypoint, feature))| {
            if !kinds.has(feature.kind()) {
                return None;
            }
            let distance = hamming(descriptor, &feature.descriptor);
            (distance <= NEAR && is_possible(query, keypoint)).then_some((distance, number, keypoint))
        });
        let (distance, number, known) = possible.min_by_key(|(distance, number, _)| (*distance, *number))?;
        Some(Pair { query: *query, known: *known, number, weight: weight(distance) })
    };
    side.keypoints.iter().zip(side.descriptors.iter().zip(&side.kinds)).filter_map(nearest).collect()
}
