//! Comparing two photos: one laid over the other by a fitted affine map, and how they agree there.

mod affine;
mod agreement;
mod alignment;
mod confirm;
mod difference;
mod low_frequencies;
mod moments;
mod patch_fit;
mod picture;
mod relief;
mod second_look;
mod silhouette;

pub use affine::Map;
pub use agreement::Patch;
pub use confirm::{Comparison, FALSE_MATCHES_PER_PAIR, Likeness, MOST_FALSE_MATCHES_PER_PAIR};
pub(super) use picture::Picture;
