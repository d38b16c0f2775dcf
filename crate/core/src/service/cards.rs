//! Takes in invitations as their cards are read, and takes them off the list when they are answered.

use serde::Serialize;

use super::photos::{photo_seen, set_at};
use super::{Change, Clock, PhotoSource, Service, ServiceError, Store, View};
use crate::invitation::{self, CardAsRead, CardPhoto, PageAsRead, Reading};
use crate::memory::{Answered, LastLook, Layout, Place, Received, Record, Sighting, Text};
use crate::time::{DAY, Millis};

/// An invitation that was not seen for this long, and is missing from a page that shows all of them, was answered elsewhere.
const GONE_AFTER: Millis = DAY;

/// The answer to a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum CardSeen {
    /// An invitation to connect.
    Invitation {
        /// Its view.
        view: Box<View>,
        /// Index of the piece that begins with the inviter's name.
        name_at: usize,
        /// The views of other pending invitations that changed.
        others: Vec<View>,
    },
    /// An invitation to follow, join or attend.
    OtherKind,
    /// Something else.
    NotAnInvitation,
}

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// Takes in a card: stores the invitation and the sighting, has the photo fetched and looked up, judges.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if nothing could be stored.
    pub async fn see_card(&self, card: &CardAsRead) -> Result<CardSeen, ServiceError> {
        let (invitation, name_at) = match invitation::read(card) {
            Reading::Invitation(invitation, name_at) => (*invitation, name_at),
            Reading::OtherKind => return Ok(CardSeen::OtherKind),
            Reading::NotAnInvitation => return Ok(CardSeen::NotAnInvitation),
        };
        let since = self.forgotten_count();
        self.ready().await?;
        let key = invitation.key.clone();
        let address = match &invitation.photo {
            CardPhoto::At(address) => Some(address.clone()),
            _ => None,
        };
        let photos: Vec<_> = address.iter().map(|address| address.id.clone()).collect();
        let texts: Vec<Text> = Text::all(&invitation).collect();
        let before = self.neighbours(&photos, &texts);
        let now = self.clock.now();
        self.change(Box::new(|memory| {
            if self.was_forgotten(&invitation.profile, since) {
                return Ok(Vec::new());
            }
            let sighting = Sighting {
                profile: invitation.profile.clone(),
                name: invitation.name.clone(),
                photo: address.as_ref().map(|a| a.id.clone()),
                set_at: address.as_ref().and_then(|address| set_at(address, now)),
                place: Place::Invitation,
                first_seen: now,
                last_seen: now,
            };
            let received = Received { first_seen: now, last_seen: now, handled: None, answered: None, invitation };
            let received = match memory.received(&received.invitation.key) {
                Some(known) => received.merged(known),
                None => received,
            };
            let mut changes =
                vec![Change::Put(Record::Sighting(memory.merged(sighting))), Change::Put(Record::Received(received))];
            changes.extend(address.as_ref().map(|address| photo_seen(memory, address, now)));
            Ok(changes)
        }))
        .await?;
        if let Some(address) = &address {
            self.read_photo(address).await?;
        }
        let memory = self.memory.borrow();
        let Some(received) = memory.received(&key) else { return Ok(CardSeen::NotAnInvitation) };
        let view = Box::new(View::of(received, &memory));
        drop(memory);
        let others = self
            .neighbours(&photos, &texts)
            .into_iter()
            .filter(|other| other.key != key && !before.contains(other))
            .collect();
        Ok(CardSeen::Invitation { view, name_at, others })
    }

    /// Takes in an invitation page as a whole.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if nothing could be stored.
    pub async fn see_page(&self, page: &PageAsRead) -> Result<(), ServiceError> {
        let now = self.clock.now();
        let total = page.counts.first().copied();
        let layout = if page.cards > 0 {
            Layout::Recognised
        } else {
            match total {
                Some(0) => Layout::Empty,
                None if page.outside == 0 => Layout::Empty,
                _ => Layout::Unrecognised,
            }
        };
        let shows_all = layout == Layout::Recognised && total.is_some_and(|total| page.cards >= total);
        self.change(Box::new(|memory| {
            let look = LastLook { at: now, seen: page.cards, total, layout };
            let gone = memory.pending().filter(|received| {
                shows_all
                    && !page.keys.contains(&received.invitation.key)
                    && !(0..=GONE_AFTER).contains(&(now - received.last_seen))
            });
            let mut changes: Vec<Change> = gone.map(|received| handled(received, now)).collect();
            changes.push(Change::Put(Record::LastLook(look)));
            Ok(changes)
        }))
        .await?;
        Ok(())
    }

    /// Takes in that an invitation was answered or is gone: it leaves the list. `label` is the label of the control that
    /// the user pressed, empty if that was not seen. Returns whether it was accepted, if the label says so.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if nothing could be stored.
    pub async fn mark_handled(&self, key: &str, language: &str, label: &str) -> Result<Option<bool>, ServiceError> {
        let now = self.clock.now();
        let accepted = if label.is_empty() { None } else { invitation::says_accept(language, label) };
        self.change(Box::new(|memory| {
            let Some(received) = memory.received(key).filter(|received| received.handled.is_none()) else {
                return Ok(Vec::new());
            };
            let verdict = View::of(received, memory).verdict;
            let answered = accepted.map(|accepted| Answered { accepted, verdict });
            Ok(vec![handled(&Received { answered, ..received.clone() }, now)])
        }))
        .await?;
        Ok(accepted)
    }
}

fn handled(received: &Received, now: Millis) -> Change {
    Change::Put(Record::Received(Received { handled: Some(now), ..received.clone() }))
}
