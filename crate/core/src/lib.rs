//! All judgement of photos, names and invitations.
//!
//! No web, no clock, no storage: bytes, texts and times come in, findings and verdicts go out.
#![warn(missing_docs)]

pub mod address;
pub mod base64;
mod bytes;
pub mod invitation;
pub mod judgement;
pub mod languages;
pub mod memory;
pub mod names;
pub mod service;
#[cfg(test)]
mod shapes;
mod sorted;
mod texts;
pub mod time;
pub mod verdict;
pub mod web;
pub mod worth;

pub use vouchsafe_photo as photo;
