//! Reads the memory, when it is first needed after every waking of the background.

use super::{Clock, Kind, Memory, Packs, PacksOf, PhotoId, PhotoSource, Service, ServiceError, Store, StoreError};
use crate::memory::{FingerprintPack, PacksTaken};
use crate::photo::Portrait;

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// Reads the memory, unless it has been read.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read; it is tried again at the next call.
    pub async fn ready(&self) -> Result<(), StoreError> {
        let mut is_read = self.read.lock().await;
        if *is_read {
            return Ok(());
        }
        let mut memory = Memory::default();
        let is_packed = self.read_packs(&mut memory).await?;
        if !is_packed {
            memory = Memory::default();
        }
        let is_not_packed = |kind: &Kind| !is_packed || !matches!(kind, Kind::Sighting | Kind::Photo);
        for kind in Kind::REMEMBERED.into_iter().filter(is_not_packed) {
            let mut after = None;
            loop {
                let part = self.store.read(kind, after.as_deref()).await?;
                memory.take(part.records);
                self.has_unreadable.set(self.has_unreadable.get() || part.unreadable > 0);
                after = part.next;
                if after.is_none() {
                    break;
                }
            }
        }
        // Some fingerprints may be in another photo's place. They name their own photo, which renditions do not.
        if !is_packed && memory.photos().any(|photo| memory.lacks_fingerprint(&photo)) {
            self.read_fingerprints(&mut memory).await?;
        }
        self.memory.replace(memory);
        *is_read = true;
        Ok(())
    }

    /// Reads sightings and photos from their packs. `false` if there are no packs, or one is damaged or missing: the
    /// memory is then incomplete.
    async fn read_packs(&self, memory: &mut Memory) -> Result<bool, StoreError> {
        let Some(since) = self.store.since_packed().await? else { return Ok(false) };
        let mut taken = PacksTaken::default();
        let mut after = None;
        loop {
            let Packs { packs, next } = self.store.packs(PacksOf::Records, after).await?;
            let is_taken = packs.into_iter().all(|pack| memory.take_pack(pack, &mut taken).is_ok());
            after = next.filter(|_| is_taken);
            if after.is_none() {
                break;
            }
        }
        if !taken.is_whole() {
            self.has_unreadable.set(true);
            return Ok(false);
        }
        self.read_fingerprints(memory).await?;
        memory.take(since);
        Ok(true)
    }

    /// Reads the fingerprints of those photos that have none yet.
    async fn read_fingerprints(&self, memory: &mut Memory) -> Result<(), StoreError> {
        let mut after = None;
        loop {
            let Packs { packs, next } = self.store.packs(PacksOf::Fingerprints, after).await?;
            packs.into_iter().for_each(|pack| memory.take_fingerprints(&FingerprintPack::of(pack)));
            after = next;
            if after.is_none() {
                return Ok(());
            }
        }
    }

    /// Makes fingerprints that were lost with a damaged pack again, from the photos' renditions.
    pub(super) async fn mend_fingerprints(&self) -> Result<(), ServiceError> {
        let lost: Vec<PhotoId> = {
            let memory = self.memory.borrow();
            let lacking = memory.photos().filter(|photo| memory.lacks_fingerprint(photo));
            lacking.map(|photo| photo.address.id.clone()).collect()
        };
        for id in lost {
            let rendition = self.store.rendition(&id).await?;
            self.change(Box::new(|memory| {
                let (Some(rendition), Some(photo)) = (rendition, memory.photo(&id)) else { return Ok(Vec::new()) };
                let same = photo.same.clone();
                Ok(memory.changes_for_picture(photo.clone(), &Portrait::of_rendition(rendition), same))
            }))
            .await?;
        }
        Ok(())
    }

    /// Writes the packs again if they are missing or many records were stored since, and merges fingerprints.
    pub(super) async fn renew_packs(&self) -> Result<(), ServiceError> {
        let _turn = self.queue.lock().await;
        if self.store.wants_packs().await? {
            let packs = self.memory.borrow().packs();
            self.store.put_packs(&packs).await?;
        }
        // Done even if no packs were written now: the background may have ended right after it wrote them.
        Ok(self.store.merge_fingerprints().await?)
    }
}
