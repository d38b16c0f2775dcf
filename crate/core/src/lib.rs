//! What is true of photos, names and invitations.
//!
//! No web, no clock, no storage: bytes, texts and times come in, findings and verdicts go out.
#![warn(missing_docs)]

pub mod names;
pub mod photo;
