//! Comparing two photos: one laid over the other by a fitted affine map, and how they agree there.

mod agreement;
mod alignment;
mod confirm;
mod low_frequency_bits;
mod moments;
mod parts;
mod patch_fit;
mod picture;
mod relief;
mod residual;
mod second_look;
mod silhouette;
mod thresholds;

pub use agreement::Patch;
pub use confirm::{Closeness, Comparison, FALSE_MATCHES_PER_PAIR, Likeness, MOST_FALSE_MATCHES_PER_PAIR};
pub(super) use picture::Picture;
