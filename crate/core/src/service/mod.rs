//! The service: takes in what was seen, has photos fetched and looked up, stores it all, and answers with views.
//!
//! Every change is stored before it is applied to the memory and acknowledged: a process killed at any moment loses
//! nothing that it has acknowledged. Changes go through one queue; photos are fetched beside it, a few at a time.

mod account;
mod answers;
mod cards;
mod export;
mod goals;
mod import;
mod in_memory;
mod opinions;
mod people;
mod photos;
mod ports;
mod recall;
mod remembered;
mod searches;
mod transfer;
mod view;
mod view_of_memory;
mod waking;

pub use account::{AccountAsRead, Month, MonthRow};
pub use answers::{CheckAnswer, PersonAnswer, PhotosAnswer};
pub use cards::CardSeen;
pub use export::ExportPart;
pub use import::Imported;
pub use in_memory::InMemory;
pub use people::{PersonAsRead, ProfileSeen};
pub use ports::{Clock, Packs, PacksOf, Part, PhotoSource, SightingsOf, Store, StoreError};
pub use remembered::PersonForgotten;
pub use searches::{SearchLine, SearchPage, ToSearch};
pub use transfer::{ImportError, Line};
pub use view::{
    AccountView, CheckFound, Generated, Overview, PhotoAt, PhotoView, RememberedPerson, RenditionPixels, Search,
    SearchResult, Twin, View,
};

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use async_lock::{Mutex, Semaphore};

use crate::address::{PhotoAddress, PhotoId};
use crate::invitation::CardPhoto;
use crate::memory::{Change, Kind, Layout, Memory, Photo, Record, Text};
use crate::sorted::sorted;
use crate::time::Millis;
use crate::worth::GoalsError;
use import::Importing;
use remembered::Forgotten;

/// Why the service did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ServiceError {
    /// Nothing was stored.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No such photo is remembered.
    #[error("no such photo is remembered")]
    PhotoUnknown,
    /// No such invitation is remembered.
    #[error("no such invitation is remembered")]
    InvitationUnknown,
    /// A link to something else than a profile.
    #[error("not a profile's address")]
    NotAProfile,
    /// A pasted link to the very profile that was checked.
    #[error("the address of the profile that was checked")]
    OwnProfile,
    /// No engine or provider has this key, or the score is not between 0 and 1.
    #[error("no engine or provider has this key, or the score is out of range")]
    NotAnEngine,
    /// A result that no search found.
    #[error("no search found this")]
    NotFound,
    /// A file that cannot be imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Goals that cannot be taken.
    #[error(transparent)]
    Goals(#[from] GoalsError),
}

/// What is to change, or why nothing can. Boxed, so that storing is compiled once instead of once for each plan.
type Plan<'a> = Box<dyn FnOnce(&Memory) -> Result<Vec<Change>, ServiceError> + 'a>;

/// The service. One per store.
pub struct Service<S, P, C> {
    store: S,
    photos: P,
    clock: C,
    memory: RefCell<Memory>,
    /// Whether the memory was read from the store.
    read: Mutex<bool>,
    /// Whether the store has records that can no longer be read.
    has_unreadable: Cell<bool>,
    /// Locked from planning a change until it is stored and applied.
    queue: Mutex<()>,
    /// Everybody forgotten since the service was opened, in order: a task that began before must not bring them back.
    forgotten: RefCell<Vec<Forgotten>>,
    /// The import that is under way.
    importing: Mutex<Option<Importing>>,
    fetches: Semaphore,
    /// When a larger rendition than the known one could not be fetched.
    failed: RefCell<BTreeMap<PhotoId, Millis>>,
    /// One lock per photo, so that two cards with one photo fetch it once.
    fetching: RefCell<BTreeMap<PhotoId, Rc<Mutex<()>>>>,
}

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// Opens the service. Nothing is read yet: a first answer may need little of it ([`Self::recall`]).
    #[must_use]
    pub fn open(store: S, photos: P, clock: C) -> Self {
        Self {
            store,
            photos,
            clock,
            memory: RefCell::default(),
            read: Mutex::new(false),
            has_unreadable: Cell::new(false),
            queue: Mutex::new(()),
            forgotten: RefCell::default(),
            importing: Mutex::new(None),
            fetches: Semaphore::new(photos::FETCHES),
            failed: RefCell::default(),
            fetching: RefCell::default(),
        }
    }

    /// Stores changes, then applies them to the memory.
    async fn change(&self, plan: Plan<'_>) -> Result<(), ServiceError> {
        self.ready().await?;
        let _turn = self.queue.lock().await;
        let changes = plan(&self.memory.borrow())?;
        Ok(self.store_planned(changes).await?)
    }

    /// Stores and applies changes that the caller planned while holding the queue's lock. The clock is noted with them,
    /// so that no time is stored by a clock that jumped unnoticed.
    async fn store_planned(&self, mut changes: Vec<Change>) -> Result<(), StoreError> {
        if changes.is_empty() {
            return Ok(());
        }
        changes.extend(self.memory.borrow().change_of_calendar(self.clock.now()));
        self.store_then_apply(changes).await
    }

    async fn store_then_apply(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        self.store.commit(&changes).await?;
        self.memory.borrow_mut().apply(&changes);
        Ok(())
    }

    /// The views of the pending invitations that show one of these pictures or have one of these texts, in the order of
    /// their keys.
    fn neighbours(&self, photos: &[PhotoId], texts: &[Text]) -> Vec<View> {
        let memory = self.memory.borrow();
        let mut pictures = BTreeSet::new();
        for photo in photos {
            pictures.extend(memory.alike(photo).map(|(other, _)| other.clone()).chain([photo.clone()]));
        }
        let mut keys = BTreeSet::new();
        keys.extend(texts.iter().flat_map(|text| memory.with_text(text)));
        let shows = |photo: &CardPhoto| matches!(photo, CardPhoto::At(address) if pictures.contains(&address.id));
        memory
            .pending()
            .filter(|other| keys.contains(other.invitation.key.as_str()) || shows(&other.invitation.photo))
            .map(|other| View::of(other, &memory))
            .collect()
    }

    /// The view of one invitation.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn view(&self, key: &str) -> Result<Option<View>, StoreError> {
        self.ready().await?;
        let memory = self.memory.borrow();
        Ok(memory.received(key).map(|received| View::of(received, &memory)))
    }

    /// What the popup shows.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn overview(&self) -> Result<Overview, StoreError> {
        self.ready().await?;
        let memory = self.memory.borrow();
        let items = memory.pending().map(|received| View::of(received, &memory)).collect();
        let items = sorted(items, |a: &View, b: &View| {
            (a.next_step_rank(), b.last_seen, &a.key).cmp(&(b.next_step_rank(), a.last_seen, &b.key))
        });
        let answered = memory.all_received().filter(|received| received.answered.is_some_and(|a| a.accepted));
        let accepted = answered.map(|received| View::of(received, &memory)).filter(View::is_worse_than_accepted);
        let look = memory.last_look();
        Ok(Overview {
            items,
            accepted: accepted.collect(),
            seen: look.map_or(0, |look| look.seen),
            total: look.and_then(|look| look.total),
            last_looked: look.map(|look| look.at),
            layout: look.map_or(Layout::None, |look| look.layout),
            connections: memory.connections(),
        })
    }
}

/// Merges views into others, in the order of their keys; a later one replaces an earlier.
fn take_views(all: &mut Vec<View>, views: impl IntoIterator<Item = View>) {
    for view in views {
        match all.binary_search_by(|known| known.key.cmp(&view.key)) {
            Ok(at) => all[at] = view,
            Err(at) => all.insert(at, view),
        }
    }
}

#[cfg(test)]
mod tests;
