//! A photo that is looked up: its features straight and mirrored, and its reliefs to lay others over.

use super::descriptor::{Descriptor, Feature, features};
use super::fingerprint::WholeHash;
use super::keypoint::Keypoint;
use crate::photo::compare::Picture;
use crate::photo::rendition::SIDE;
use crate::photo::{Map, Portrait};

/// How many features a photo that is looked up has at most: more than those that are remembered, so that a grid or words
/// over the picture do not take them all.
const FEATURES: usize = 48;

/// A photo made ready to be looked up among many.
#[derive(Debug, Clone)]
pub struct Sought {
    pub(in crate::photo) picture: Picture,
    /// Its features, and those of its mirror image.
    pub(super) sides: [Side; 2],
    /// img_hash's hash of the whole picture.
    pub(super) whole: WholeHash,
}

/// The features of a picture, or of its mirror image.
#[derive(Debug, Clone)]
pub(super) struct Side {
    pub(super) keypoints: Vec<Keypoint>,
    pub(super) descriptors: Vec<Descriptor>,
}

impl Side {
    fn of(features: &[Feature], mirrored: bool) -> Self {
        let keypoint = |feature: &Feature| {
            let Keypoint { x, y, scale, along: [across, down] } = feature.keypoint;
            if mirrored { Keypoint { x: SIDE as f32 - x, y, scale, along: [-across, down] } } else { feature.keypoint }
        };
        let descriptor = |feature: &Feature| if mirrored { feature.mirrored } else { feature.descriptor };
        Self {
            keypoints: features.iter().map(keypoint).collect(),
            descriptors: features.iter().map(descriptor).collect(),
        }
    }
}

/// How a remembered photo seems to lie on the one looked up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    pub(in crate::photo) map: Map,
}

impl Sought {
    /// Of a photo; `None` when it is not comparable.
    #[must_use]
    pub fn of(portrait: &Portrait) -> Option<Self> {
        let [whole, _] = portrait.fingerprint.as_ref().ok()?.whole();
        let grey = portrait.rendition.grey();
        let features = features(&grey, FEATURES);
        let sides = [false, true].map(|mirrored| Side::of(&features, mirrored));
        Some(Self { picture: Picture::of(&grey), sides, whole })
    }
}
