//! The desk: takes in what was seen, has photos fetched and looked up, keeps it all, and says what is thought.
//!
//! Every change is stored before it is acknowledged, and before it is believed: a process killed at any moment
//! loses nothing it has answered for. Changes go through one queue; photos are fetched beside it, a few at a time.

mod held;
mod ports;
mod transfer;
mod view;

pub use ports::{Clock, PhotoSource, Store, StoreError};
pub use transfer::{Export, ImportError, Imported};
pub use view::{Held, Overview, PhotoView, Twin, View};

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use async_lock::{Mutex, Semaphore};
use serde::Serialize;

use crate::address::{PhotoAddress, PhotoId, ProfileId};
use crate::invitation::{self, CardAsRead, CardPhoto, PageAsRead, Reading, text};
use crate::memory::{
    Answer, Change, Failure, Kind, LastLook, Layout, Memory, Millis, Photo, PhotoCheck, Picture, Place, Received,
    Record, Sighting,
};
use crate::photo::{PhotoError, Portrait};
use crate::sorted::sorted;

/// How many photos are fetched at a time.
const FETCHES: usize = 4;
/// After so long a photo that could not be had is tried again.
const TRY_AGAIN: Millis = 10 * 60 * 1000;
/// A photo set so long after it was seen was not: clocks differ by less.
const CLOCK_SLACK: Millis = 24 * 60 * 60 * 1000;
/// An invitation missing from a page that shows all of them, and not seen for so long, was answered elsewhere.
const GONE_AFTER: Millis = 24 * 60 * 60 * 1000;

/// Why the desk did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeskError {
    /// Nothing was stored.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No such photo is remembered.
    #[error("no such photo is remembered")]
    PhotoUnknown,
    /// A pasted link that is no profile's.
    #[error("not a profile's address")]
    NotAProfile,
    /// A pasted link to the very profile that was checked.
    #[error("the address of the profile that was checked")]
    OwnProfile,
    /// A file that cannot be imported.
    #[error(transparent)]
    Import(#[from] ImportError),
}

/// The answer to a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Seen {
    /// An invitation to connect.
    Invitation {
        /// What is thought of it.
        view: Box<View>,
        /// Index of the piece that begins with the inviter's name.
        name_at: usize,
        /// Other pending invitations of which something else is thought now.
        others: Vec<View>,
    },
    /// An invitation to follow, join or attend.
    OtherKind,
    /// Something else.
    NotAnInvitation,
}

/// What is to change. Boxed, so that storing is compiled once and not once a plan.
type Plan<'a> = Box<dyn FnOnce(&Memory) -> Vec<Change> + 'a>;

/// The desk. One per store.
pub struct Desk<S, P, C> {
    store: S,
    photos: P,
    clock: C,
    memory: RefCell<Memory>,
    /// Held from planning a change until it is stored and believed.
    queue: Mutex<()>,
    fetches: Semaphore,
    /// One lock a photo, so that two cards with one photo fetch it once.
    fetching: RefCell<BTreeMap<PhotoId, Rc<Mutex<()>>>>,
}

impl<S: Store, P: PhotoSource, C: Clock> Desk<S, P, C> {
    /// Opens the desk on what the store holds.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn open(store: S, photos: P, clock: C) -> Result<Self, StoreError> {
        let mut memory = Memory::default();
        for record in store.read_all().await? {
            memory.apply(&Change::Put(record));
        }
        Ok(Self {
            store,
            photos,
            clock,
            memory: RefCell::new(memory),
            queue: Mutex::new(()),
            fetches: Semaphore::new(FETCHES),
            fetching: RefCell::default(),
        })
    }

    /// Stores changes, then believes them.
    async fn change(&self, plan: Plan<'_>) -> Result<(), StoreError> {
        let _turn = self.queue.lock().await;
        let changes = plan(&self.memory.borrow());
        if changes.is_empty() {
            return Ok(());
        }
        self.store.commit(&changes).await?;
        let mut memory = self.memory.borrow_mut();
        changes.iter().for_each(|change| memory.apply(change));
        Ok(())
    }

    /// Takes in a card: remembers who was seen, has the photo fetched and looked up, judges.
    ///
    /// # Errors
    /// [`DeskError::Store`] if nothing could be stored.
    pub async fn see_card(&self, card: &CardAsRead) -> Result<Seen, DeskError> {
        let (invitation, name_at) = match invitation::read(card) {
            Reading::Invitation(invitation, name_at) => (*invitation, name_at),
            Reading::OtherKind => return Ok(Seen::OtherKind),
            Reading::NotAnInvitation => return Ok(Seen::NotAnInvitation),
        };
        let key = invitation.key.clone();
        let address = match &invitation.photo {
            CardPhoto::At(address) => Some(address.clone()),
            _ => None,
        };
        let before = self.neighbours(address.as_ref().map(|a| &a.id));
        let now = self.clock.now();
        self.change(Box::new(|memory| {
            let sighting = Sighting {
                profile: invitation.profile.clone(),
                name: invitation.name.clone(),
                photo: address.as_ref().map(|a| a.id.clone()),
                set_at: address.as_ref().and_then(|a| a.set_at).filter(|set| *set <= now + CLOCK_SLACK),
                place: Place::Invitation,
                first_seen: now,
                last_seen: now,
            };
            let received = Received {
                first_seen: memory.received(&invitation.key).map_or(now, |known| known.first_seen),
                last_seen: now,
                handled: None,
                invitation,
            };
            let mut changes =
                vec![Change::Put(Record::Sighting(memory.merged(sighting))), Change::Put(Record::Received(received))];
            changes.extend(address.as_ref().map(|address| photo_seen(memory, address, now)));
            changes
        }))
        .await?;
        if let Some(address) = &address {
            self.read_photo(address).await?;
        }
        let memory = self.memory.borrow();
        let Some(received) = memory.received(&key) else { return Ok(Seen::NotAnInvitation) };
        let view = Box::new(View::of(received, &memory));
        drop(memory);
        let others = self
            .neighbours(address.as_ref().map(|a| &a.id))
            .into_iter()
            .filter(|other| other.key != key && !before.contains(other))
            .collect();
        Ok(Seen::Invitation { view, name_at, others })
    }

    /// What is thought of the pending invitations that share the photo, or an account that shows it; in the order
    /// of their keys.
    fn neighbours(&self, photo: Option<&PhotoId>) -> Vec<View> {
        let memory = self.memory.borrow();
        let Some(photo) = photo else { return Vec::new() };
        let pictures = memory.same_picture(photo);
        let is_one = |photo: &PhotoId| pictures.iter().any(|(picture, _)| picture == photo);
        memory
            .pending()
            .filter(|other| matches!(&other.invitation.photo, CardPhoto::At(address) if is_one(&address.id)))
            .map(|other| View::of(other, &memory))
            .collect()
    }

    /// Fetches and reads a photo, once per upload and size, and only when larger than what is known.
    async fn read_photo(&self, address: &PhotoAddress) -> Result<(), StoreError> {
        let lock = Rc::clone(self.fetching.borrow_mut().entry(address.id.clone()).or_default());
        let _only = lock.lock().await;
        if !self.wants(address) {
            return Ok(());
        }
        let _slot = self.fetches.acquire().await;
        let read = match self.photos.fetch(&address.url).await {
            Ok(bytes) => Portrait::read(&bytes).map_err(|error: PhotoError| Failure::from(&error)),
            Err(failure) => Err(failure),
        };
        let now = self.clock.now();
        self.change(Box::new(|memory| {
            let Some(known) = memory.photo(&address.id).cloned() else { return Vec::new() };
            match read {
                Ok(portrait) => memory.changes_for_picture(known, &portrait, address.side.max(1)),
                // What is known of a smaller rendition is better than nothing.
                Err(_) if known.is_read() => Vec::new(),
                Err(why) => {
                    vec![Change::Put(Record::Photo(Photo { picture: Picture::Failed { why, tried: now }, ..known }))]
                }
            }
        }))
        .await
    }

    fn wants(&self, address: &PhotoAddress) -> bool {
        self.memory.borrow().photo(&address.id).is_some_and(|photo| match &photo.picture {
            Picture::Unread => true,
            Picture::Failed { tried, why } => *why == Failure::NotAllowed || self.clock.now() - tried > TRY_AGAIN,
            Picture::NotComparable | Picture::Comparable { .. } => address.side > photo.side || photo.is_outdated(),
        })
    }

    /// Takes in the photos a profile page shows of its owner: they teach larger renditions, and that this
    /// profile shows this photo under this name. Answers which pending invitations are seen otherwise now.
    ///
    /// # Errors
    /// [`DeskError`] if the link is no profile's or nothing could be stored.
    pub async fn see_profile(&self, profile: &str, name: &str, urls: &[String]) -> Result<Vec<View>, DeskError> {
        let profile = ProfileId::from_address(profile).ok_or(DeskError::NotAProfile)?;
        let name = text::line(text::undoubled(name.trim()), text::MAX_NAME);
        // Only people already met: opening a profile from an invitation, not every profile.
        let known: Vec<PhotoAddress> = {
            let memory = self.memory.borrow();
            let met = memory.account(&profile).is_some();
            let addresses = urls.iter().filter_map(|url| PhotoAddress::read(url)).filter(PhotoAddress::is_fetchable);
            addresses.filter(|address| met || memory.photo(&address.id).is_some()).collect()
        };
        let mut changed: Vec<View> = Vec::new();
        for address in &known {
            let before = self.neighbours(Some(&address.id));
            let now = self.clock.now();
            self.change(Box::new(|memory| {
                let sighting = Sighting {
                    profile: profile.clone(),
                    name: name.clone(),
                    photo: Some(address.id.clone()),
                    set_at: address.set_at.filter(|set| *set <= now + CLOCK_SLACK),
                    place: Place::Profile,
                    first_seen: now,
                    last_seen: now,
                };
                let mut changes = vec![photo_seen(memory, address, now)];
                if !name.is_empty() {
                    changes.push(Change::Put(Record::Sighting(memory.merged(sighting))));
                }
                changes
            }))
            .await?;
            self.read_photo(address).await?;
            let after = self.neighbours(Some(&address.id));
            for view in after.into_iter().filter(|view| !before.contains(view)) {
                match changed.binary_search_by(|known| known.key.cmp(&view.key)) {
                    Ok(at) => changed[at] = view,
                    Err(at) => changed.insert(at, view),
                }
            }
        }
        Ok(changed)
    }

    /// Takes in an invitation page as a whole.
    ///
    /// # Errors
    /// [`DeskError::Store`] if nothing could be stored.
    pub async fn see_page(&self, page: &PageAsRead) -> Result<(), DeskError> {
        let now = self.clock.now();
        let total = page.counts.first().copied();
        let layout = if page.cards > 0 {
            Layout::Recognised
        } else {
            match total {
                Some(0) => Layout::Empty,
                None if page.strangers == 0 => Layout::Empty,
                _ => Layout::Unrecognised,
            }
        };
        let shows_all = layout == Layout::Recognised && total.is_some_and(|total| page.cards >= total);
        self.change(Box::new(|memory| {
            let look = LastLook { at: now, seen: page.cards, total, layout };
            let gone = memory.pending().filter(|received| {
                shows_all && !page.keys.contains(&received.invitation.key) && now - received.last_seen > GONE_AFTER
            });
            let mut changes: Vec<Change> = gone.map(|received| handled(received, now)).collect();
            changes.push(Change::Put(Record::LastLook(look)));
            changes
        }))
        .await?;
        Ok(())
    }

    /// Takes in that an invitation was answered or is gone: it leaves the list.
    ///
    /// # Errors
    /// [`DeskError::Store`] if nothing could be stored.
    pub async fn mark_handled(&self, key: &str) -> Result<(), DeskError> {
        let now = self.clock.now();
        self.change(Box::new(|memory| {
            memory.received(key).filter(|r| r.handled.is_none()).map(|r| handled(r, now)).into_iter().collect()
        }))
        .await?;
        Ok(())
    }

    /// Takes in that the user opened a photo check. Answers what is thought of the invitations it concerns.
    ///
    /// # Errors
    /// [`DeskError`] if the photo is not remembered or nothing could be stored.
    pub async fn check_opened(&self, photo: &PhotoId) -> Result<Vec<View>, DeskError> {
        let now = self.clock.now();
        self.change_check(photo, &|_| Ok(PhotoCheck { photo: photo.clone(), opened: now, answer: None })).await
    }

    /// Takes in what the user found. `None` takes the answer back.
    ///
    /// # Errors
    /// [`DeskError`] if the photo is not remembered, the pasted link is no profile's or the inviter's own, or
    /// nothing could be stored.
    pub async fn check_answered(&self, photo: &PhotoId, found: Option<Found<'_>>) -> Result<Vec<View>, DeskError> {
        let now = self.clock.now();
        self.change_check(photo, &|memory| {
            let opened = memory.check(photo).map_or(now, |check| check.opened);
            let answer = match found {
                None => None,
                Some(Found::Nothing) => Some((Answer::Nothing, now)),
                Some(Found::OtherName { pasted }) if pasted.trim().is_empty() => {
                    Some((Answer::OtherName { profile: None }, now))
                }
                Some(Found::OtherName { pasted }) => {
                    let profile = ProfileId::from_address(pasted.trim()).ok_or(DeskError::NotAProfile)?;
                    let is_own = memory.sightings_of(photo).any(|sighting| {
                        sighting.profile == profile
                            || memory.account(&profile).is_some_and(|a| memory.account(&sighting.profile) == Some(a))
                    });
                    if is_own {
                        return Err(DeskError::OwnProfile);
                    }
                    Some((Answer::OtherName { profile: Some(profile) }, now))
                }
            };
            Ok(PhotoCheck { photo: photo.clone(), opened, answer })
        })
        .await
    }

    async fn change_check(
        &self,
        photo: &PhotoId,
        check: &dyn Fn(&Memory) -> Result<PhotoCheck, DeskError>,
    ) -> Result<Vec<View>, DeskError> {
        if self.memory.borrow().photo(photo).is_none() {
            return Err(DeskError::PhotoUnknown);
        }
        let check = check(&self.memory.borrow())?;
        self.change(Box::new(|_| vec![Change::Put(Record::PhotoCheck(check))])).await?;
        Ok(self.neighbours(Some(photo)))
    }

    /// What is thought of one invitation now.
    #[must_use]
    pub fn view(&self, key: &str) -> Option<View> {
        let memory = self.memory.borrow();
        memory.received(key).map(|received| View::of(received, &memory))
    }

    /// What the popup shows.
    #[must_use]
    pub fn overview(&self) -> Overview {
        let memory = self.memory.borrow();
        let items = memory.pending().map(|received| View::of(received, &memory)).collect();
        let items =
            sorted(items, |a: &View, b: &View| (a.turn(), b.last_seen, &a.key).cmp(&(b.turn(), a.last_seen, &b.key)));
        let look = memory.last_look();
        Overview {
            items,
            seen: look.map_or(0, |look| look.seen),
            total: look.and_then(|look| look.total),
            last_looked: look.map(|look| look.at),
            layout: look.map_or(Layout::None, |look| look.layout),
        }
    }

    /// The photo at an address as the right-click menu gives it: the largest rendition seen that still loads.
    #[must_use]
    pub fn largest(&self, url: &str) -> Option<PhotoAddress> {
        let shown = PhotoAddress::read(url)?;
        let memory = self.memory.borrow();
        let known = memory.photo(&shown.id).map(|photo| &photo.address);
        Some(known.filter(|known| is_better(known, &shown, self.clock.now())).cloned().unwrap_or(shown))
    }

    /// A photo's small copy, as a canvas takes it: side in pixels, RGBA bytes.
    ///
    /// # Errors
    /// [`DeskError::Store`] if the store cannot be read.
    pub async fn small_copy(&self, photo: &PhotoId) -> Result<Option<(u32, Vec<u8>)>, DeskError> {
        let rendition = self.store.rendition(photo).await?;
        Ok(rendition.map(|rendition| (crate::photo::Rendition::SIDE, rendition.to_rgba())))
    }
}

/// What the user says a photo check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found<'a> {
    /// Nothing.
    Nothing,
    /// The same photo under another name.
    OtherName {
        /// The link the user pasted; empty if none.
        pasted: &'a str,
    },
}

fn handled(received: &Received, now: Millis) -> Change {
    Change::Put(Record::Received(Received { handled: Some(now), ..received.clone() }))
}

/// The photo's record with this address taken in.
fn photo_seen(memory: &Memory, address: &PhotoAddress, now: Millis) -> Change {
    let photo = match memory.photo(&address.id) {
        Some(known) if is_better(&known.address, address, now) => Photo { last_seen: now, ..known.clone() },
        Some(known) => Photo { address: address.clone(), last_seen: now, ..known.clone() },
        None => Photo { address: address.clone(), picture: Picture::Unread, side: 0, same: Vec::new(), last_seen: now },
    };
    Change::Put(Record::Photo(photo))
}

/// Whether a known rendition is worth more than one just shown: larger, and still to be had.
fn is_better(known: &PhotoAddress, shown: &PhotoAddress, now: Millis) -> bool {
    known.side > shown.side && known.expires_at.is_none_or(|expires| expires > now)
}

#[cfg(test)]
mod tests;
