//! The ports of the service: a store, a source of photos, a clock.

use crate::address::{PhotoId, ProfileId};
use crate::memory::{Change, Failure, Kind, Record};
use crate::photo::Rendition;
use crate::time::Millis;

/// Where the memory is kept.
#[allow(async_fn_in_trait, reason = "one thread: futures need not be Send")]
pub trait Store {
    /// Some records of one kind, in the store's order: the first ones, or those that follow a [`Part::next`].
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    async fn read(&self, kind: Kind, after: Option<&str>) -> Result<Part, StoreError>;

    /// One record.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    async fn get(&self, kind: Kind, key: &str) -> Result<Option<Record>, StoreError>;

    /// The sightings of one photo, or of one profile.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    async fn sightings(&self, of: SightingsOf<'_>) -> Result<Vec<Record>, StoreError>;

    /// Writes all changes or none; once this is `Ok` they outlive the process.
    ///
    /// # Errors
    /// [`StoreError`] if nothing was written.
    async fn commit(&self, changes: &[Change]) -> Result<(), StoreError>;

    /// Deletes everything, also what cannot be read any more.
    ///
    /// # Errors
    /// [`StoreError`] if nothing was deleted.
    async fn clear(&self) -> Result<(), StoreError>;

    /// Deletes what cannot be read any more, and nothing else.
    ///
    /// # Errors
    /// [`StoreError`] if the store failed.
    async fn drop_unreadable(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// What was stored since the packs were written: photos with their fingerprints, and sightings. `None` if there are
    /// no packs. A store that deletes a photo or a sighting drops the packs in the same transaction, so that nothing of
    /// it stays.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    async fn since_packed(&self) -> Result<Option<Vec<Record>>, StoreError> {
        Ok(None)
    }

    /// Some packs, in the store's order: the first ones, or those that follow a [`Packs::next`].
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    async fn packs(&self, _of: PacksOf, _after: Option<u32>) -> Result<Packs, StoreError> {
        Ok(Packs::default())
    }

    /// Whether the packs should be written again: they are missing, or many records were stored since.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    async fn wants_packs(&self) -> Result<bool, StoreError> {
        Ok(false)
    }

    /// Puts packs of records, [`crate::memory::Memory::packs`], in the place of those before: all of them or none.
    ///
    /// # Errors
    /// [`StoreError`] if none was written.
    async fn put_packs(&self, _packs: &[Vec<u8>]) -> Result<(), StoreError> {
        Ok(())
    }

    /// Merges fingerprints that are not merged yet into long records. If it is interrupted, the next call goes on.
    ///
    /// # Errors
    /// [`StoreError`] if the store failed; what was merged by then is merged.
    async fn merge_fingerprints(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// One photo's rendition.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    async fn rendition(&self, photo: &PhotoId) -> Result<Option<Rendition>, StoreError> {
        Ok(match self.get(Kind::Rendition, photo.as_str()).await? {
            Some(Record::Rendition { bytes, .. }) => Rendition::from_bytes(&bytes),
            _ => None,
        })
    }
}

/// Some records of one kind.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Part {
    /// The records that can be read; others are left in the store and ignored.
    pub records: Vec<Record>,
    /// How many could not be read.
    pub unreadable: usize,
    /// The position from which to continue, if there are more.
    pub next: Option<String>,
}

/// A batch of packs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Packs {
    /// The packs in their stored form.
    pub packs: Vec<Vec<u8>>,
    /// The position from which to continue, if there are more.
    pub next: Option<u32>,
}

/// Which packs are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PacksOf {
    /// [`crate::memory::Memory::packs`]
    Records,
    /// [`crate::memory::FingerprintPack`]
    Fingerprints,
}

/// Which sightings are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SightingsOf<'a> {
    /// One photo's.
    Photo(&'a PhotoId),
    /// One profile's.
    Profile(&'a ProfileId),
}

/// Why the store did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No room left.
    #[error("no room left to store more")]
    Full,
    /// A newer version of the extension wrote it.
    #[error("a newer version stored this")]
    Newer,
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
    /// [`Failure`] says why it could not be fetched.
    async fn fetch(&self, url: &str) -> Result<Vec<u8>, Failure>;
}

/// A source of the current time.
#[allow(async_fn_in_trait, reason = "one thread: futures need not be Send")]
pub trait Clock {
    /// Epoch milliseconds.
    fn now(&self) -> Millis;

    /// Lets other tasks run: a browser ends a worker that does not answer for long.
    async fn pause(&self) {}
}
