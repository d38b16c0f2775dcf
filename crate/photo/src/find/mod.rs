//! Finding a photo among many: rendition → keypoints and descriptors → matches → how the photos lie on each other.

mod chunks;
mod descriptor;
mod fingerprint;
mod index;
mod keypoint;
mod placement;
mod query;
mod scale_space;
mod slots;
mod whole_hashes;

pub use fingerprint::{Fingerprint, StoredError};
pub use index::{Candidate, Match, PhotoIndex};
pub use query::{Placement, Query};
