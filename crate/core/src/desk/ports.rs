//! What the desk needs from outside: a store, a source of photos, a clock.

use crate::address::PhotoId;
use crate::memory::{Change, Failure, Millis, Record};
use crate::photo::Rendition;

/// Where the memory is kept.
#[allow(async_fn_in_trait, reason = "one thread: futures need not be Send")]
pub trait Store {
    /// Everything but the small copies.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    async fn read_all(&self) -> Result<Vec<Record>, StoreError>;

    /// Writes all changes or none; once this is `Ok` they outlive the process.
    ///
    /// # Errors
    /// [`StoreError`] if nothing was written.
    async fn commit(&self, changes: &[Change]) -> Result<(), StoreError>;

    /// One photo's small copy.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    async fn rendition(&self, photo: &PhotoId) -> Result<Option<Rendition>, StoreError>;
}

/// Why the store did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No room left.
    #[error("no room left to store more")]
    Full,
    /// Anything else, in the store's own words.
    #[error("the store failed: {0}")]
    Failed(String),
}

/// Where photos come from.
#[allow(async_fn_in_trait, reason = "one thread: futures need not be Send")]
pub trait PhotoSource {
    /// The file at a photo's address; at most [`crate::photo::MAX_BYTES`] long, in bounded time, without
    /// cookies or referrer.
    ///
    /// # Errors
    /// [`Failure`] says why it could not be had.
    async fn fetch(&self, url: &str) -> Result<Vec<u8>, Failure>;
}

/// What time it is.
pub trait Clock {
    /// Epoch milliseconds.
    fn now(&self) -> Millis;
}
