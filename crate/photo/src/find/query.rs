//! A query, a photo that is looked up: its features and those of its mirror image, and its picture to lay others over.

use super::descriptor::{Descriptor, Feature, features, mirrored};
use super::fingerprint::Kinds;
use super::keypoint::Keypoint;
use super::whole_hashes::WholeHashes;
use crate::affine::Map;
use crate::compare::{Comparison, Likeness, Picture};
use crate::rendition::SIDE;
use crate::{Fingerprint, Portrait, Rendition};

/// The most features of a photo that is looked up: three times as many as of a remembered one, since in a screenshot or a
/// collage only some belong to the photo. Of photos in a collage of four 0.33 were found with 30 features, 0.95 with 48.
const FEATURES: usize = 90;

/// A photo that is looked up among many, as it is and mirrored.
#[derive(Debug, Clone)]
pub struct Query {
    picture: Picture,
    /// Its features, and those of its mirror image.
    pub(super) sides: [Side; 2],
    /// The hashes of the whole picture and of its mirror image.
    pub(super) wholes: [WholeHashes; 2],
}

/// The features of a picture, or of its mirror image.
#[derive(Debug, Clone)]
pub(super) struct Side {
    pub(super) keypoints: Vec<Keypoint>,
    /// The kinds of remembered features that can match each.
    pub(super) kinds: Vec<Kinds>,
    pub(super) descriptors: Vec<Descriptor>,
}

impl Side {
    fn of(features: &[Feature]) -> Self {
        Self {
            keypoints: features.iter().map(|feature| feature.keypoint).collect(),
            kinds: features.iter().map(|feature| Kinds::possible(&feature.keypoint)).collect(),
            descriptors: features.iter().map(|feature| feature.descriptor).collect(),
        }
    }

    fn mirrored(features: &[Feature]) -> Self {
        let flipped = |k: Keypoint| Keypoint { x: SIDE as f32 - k.x, along: [-k.along[0], k.along[1]], ..k };
        let features = features.iter().map(|Feature { keypoint, descriptor }| Feature {
            keypoint: flipped(*keypoint),
            descriptor: mirrored(*descriptor),
        });
        Self::of(&features.collect::<Vec<Feature>>())
    }
}

/// How a remembered photo seems to lie on the one looked up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    pub(super) map: Map,
}

impl Query {
    /// The query for a photo; `None` when it is not comparable.
    #[must_use]
    pub fn of(portrait: &Portrait) -> Option<Self> {
        let whole = *portrait.fingerprint.as_ref().ok()?.whole();
        let grey = &portrait.grey;
        let wholes = [whole, WholeHashes::of(grey, true)?];
        let features = features(grey, FEATURES, |_, _| 1.0);
        let sides = [Side::of(&features), Side::mirrored(&features)];
        Some(Self { picture: Picture::of(grey), sides, wholes })
    }

    /// Bits, of 256, in which img_hash's hash of a remembered photo differs from that of this photo or of its mirror image,
    /// whichever is nearer.
    #[must_use]
    pub fn distance(&self, known: &Fingerprint) -> u32 {
        let [whole, mirrored] = self.wholes.map(|own| own.distances(known.whole()).gradients());
        whole.min(mirrored)
    }
    /// Compares a candidate, laid over the query beginning with the placement.
    #[must_use]
    pub fn compare(&self, placement: &Placement, rendition: &Rendition) -> Comparison {
        Comparison::of(&self.picture, &Picture::of(&rendition.grey()), placement.map)
    }

    /// Whether a candidate is the same photo, beginning with the placement; `None` when it is not.
    #[must_use]
    pub fn confirm(&self, placement: &Placement, rendition: &Rendition) -> Option<Likeness> {
        self.compare(placement, rendition).likeness()
    }
}
