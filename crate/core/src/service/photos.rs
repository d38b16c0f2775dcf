//! Photos: which to fetch, how they are read, and which others show the same picture.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{
    Change, Clock, Memory, Millis, Photo, PhotoAddress, PhotoId, PhotoSource, Record, RenditionPixels, Service, Store,
    StoreError,
};
use crate::base64;
use crate::memory::{Failure, Picture, note_likeness};
use crate::photo::{Candidate, Closeness, PhotoError, Portrait, Query, Rendition};
use crate::time::CLOCK_SLACK;

/// How many photos are fetched, read and stored at a time. Few, since everything else that is stored, such as the
/// user's answers and the next card, waits for them.
pub(super) const FETCHES: usize = 4;
/// How long a photo that could not be fetched waits for the next try.
pub(super) const TRY_AGAIN: Millis = 10 * 60 * 1000;
/// The wait after a failed connection: the photo itself may be fine, since a browser that aborts one transfer may drop
/// others with it.
pub(super) const TRY_AGAIN_SOON: Millis = 60 * 1000;

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// Fetches and reads a photo, once per upload and size, and only when larger than what is known.
    pub(super) async fn read_photo(&self, address: &PhotoAddress) -> Result<(), StoreError> {
        let lock = Rc::clone(self.fetching.borrow_mut().entry(address.id.clone()).or_default());
        let _only = lock.lock().await;
        let done = if self.wants(address) { self.fetch_and_look_up(address).await } else { Ok(()) };
        // Nobody else waits for the lock. (While others wait it stays in the table, so that later tasks wait for it too.)
        if Rc::strong_count(&lock) == 2 {
            self.fetching.borrow_mut().remove(&address.id);
        }
        done
    }

    async fn fetch_and_look_up(&self, address: &PhotoAddress) -> Result<(), StoreError> {
        let _slot = self.fetches.acquire().await;
        let fetched = match self.photos.fetch(&address.url).await {
            Err(Failure::Unreachable) => self.photos.fetch(&address.url).await,
            answer => answer,
        };
        let read = fetched.and_then(|bytes| Portrait::read(&bytes).map_err(|error: PhotoError| Failure::from(&error)));
        let _turn = self.queue.lock().await;
        let Some(known) = self.memory.borrow().photo(&address.id).cloned() else { return Ok(()) };
        let changes = match read {
            Ok(portrait) => {
                let query = Query::of(&portrait);
                let candidates = query.as_ref().map(|query| self.memory.borrow().candidates(query));
                let same = self.confirm(query.as_ref(), candidates.unwrap_or_default(), &BTreeMap::new()).await?;
                let same = same.into_iter().filter(|(id, _)| *id != address.id).collect();
                let photo = Photo { side: address.side.max(1), ..known };
                let memory = self.memory.borrow();
                let mut changes = memory.changes_for_picture(photo, &portrait, same);
                changes.push(Change::Put(Record::PhotoCounts(
                    memory.counted_with(&address.id, portrait.fingerprint.is_ok()),
                )));
                changes
            }
            // A smaller rendition is known. The larger one is tried again later, or never if its host refused it.
            Err(why) if known.is_read() => {
                self.failed.borrow_mut().insert(address.id.clone(), self.clock.now());
                let is_lasting = !matches!(why, Failure::Unreachable | Failure::NotAllowed)
                    && !self.memory.borrow().lacks_fingerprint(&known);
                let side = if is_lasting { address.side.max(known.side) } else { known.side };
                vec![Change::Put(Record::Photo(Photo { side, ..known }))]
            }
            Err(why) => {
                let tried = self.clock.now();
                vec![Change::Put(Record::Photo(Photo { picture: Picture::Failed { why, tried }, ..known }))]
            }
        };
        self.store_planned(changes).await
    }

    /// The candidates that are the same picture, by their renditions: those in `at_hand`, else from the store.
    pub(super) async fn confirm(
        &self,
        query: Option<&Query>,
        candidates: Vec<Candidate<PhotoId>>,
        at_hand: &BTreeMap<PhotoId, Rendition>,
    ) -> Result<Vec<(PhotoId, Closeness)>, StoreError> {
        let mut same = Vec::new();
        let Some(query) = query else { return Ok(same) };
        for Candidate { key, placement, .. } in candidates {
            let stored = match at_hand.get(&key) {
                Some(_) => None,
                None => self.store.rendition(&key).await?,
            };
            let Some(rendition) = at_hand.get(&key).or(stored.as_ref()) else { continue };
            if let Some(likeness) = query.confirm(&placement, rendition) {
                note_likeness(&mut same, key, likeness.closeness);
            }
        }
        Ok(same)
    }

    fn wants(&self, address: &PhotoAddress) -> bool {
        let memory = self.memory.borrow();
        memory.photo(&address.id).is_some_and(|photo| match &photo.picture {
            Picture::Unread => true,
            Picture::Failed { tried, why } => {
                let patience = match why {
                    Failure::NotAllowed => return true,
                    Failure::Unreachable => TRY_AGAIN_SOON,
                    _ => TRY_AGAIN,
                };
                // Does not wait for years if the clock was set back.
                !(0..=patience).contains(&self.clock.now().saturating_sub(*tried))
            }
            Picture::NotComparable | Picture::Soft | Picture::Comparable { .. } => {
                let failed = self.failed.borrow().get(&address.id).copied();
                let is_patient = failed.is_some_and(|failed| (0..=TRY_AGAIN).contains(&(self.clock.now() - failed)));
                !is_patient && (address.side > photo.side || memory.lacks_fingerprint(photo))
            }
        })
    }

    /// The photo at an address as the right-click menu gives it: the largest rendition seen that still loads.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn largest(&self, url: &str) -> Result<Option<PhotoAddress>, StoreError> {
        let Some(shown) = PhotoAddress::read(url) else { return Ok(None) };
        self.ready().await?;
        let memory = self.memory.borrow();
        let known = memory.photo(&shown.id).map(|photo| &photo.address);
        Ok(Some(known.filter(|known| is_better(known, &shown, self.clock.now())).cloned().unwrap_or(shown)))
    }

    /// A photo's rendition, as a canvas takes it.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn rendition_pixels(&self, photo: &PhotoId) -> Result<Option<RenditionPixels>, StoreError> {
        let rendition = self.store.rendition(photo).await?;
        Ok(rendition
            .map(|rendition| RenditionPixels { side: Rendition::SIDE, rgba: base64::encode(&rendition.to_rgba()) }))
    }
}

/// The photo's record with this address taken in.
pub(super) fn photo_seen(memory: &Memory, address: &PhotoAddress, now: Millis) -> Change {
    let photo = match memory.photo(&address.id) {
        Some(known) => {
            let keeps = is_better(&known.address, address, now) && !contradicts(address, &known.address);
            let address = if keeps { known.address.clone() } else { address.clone() };
            Photo { address, last_seen: now.max(known.last_seen), ..known.clone() }
        }
        None => Photo { address: address.clone(), picture: Picture::Unread, side: 0, same: Vec::new(), last_seen: now },
    };
    Change::Put(Record::Photo(photo))
}

/// When a photo was set, by its address; `None` if the address does not say, or names a time later than now.
pub(super) fn set_at(address: &PhotoAddress, now: Millis) -> Option<Millis> {
    address.set_at.filter(|set| *set <= now + CLOCK_SLACK)
}

/// Whether an address just shown has another upload time than the known one, which then came from a wrong file.
fn contradicts(shown: &PhotoAddress, known: &PhotoAddress) -> bool {
    shown.set_at.zip(known.set_at).is_some_and(|(shown, known)| shown != known)
}

/// Whether a known rendition is larger than one just shown, and can still be fetched.
fn is_better(known: &PhotoAddress, shown: &PhotoAddress, now: Millis) -> bool {
    known.side > shown.side && known.expires_at.is_none_or(|expires| expires > now)
}
