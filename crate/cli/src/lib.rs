//! The core on a terminal: what `vouchsafe` can do.

pub mod explain;
pub mod input;
pub mod judge;
pub mod match_photos;
pub mod names;
pub mod picture_file;
pub mod worth;
