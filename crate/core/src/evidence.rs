//! What speaks for and against an invitation: findings, each a fact on the card or in the memory.

use serde::Serialize;

use crate::address::{PhotoId, ProfileId};
use crate::invitation::{CardPhoto, Invitation};
use crate::memory::{Answer, Failure, Memory, Millis, Picture, Place, Received, Sighting};
use crate::names::{self, Likeness};
use crate::photo::Closeness;
use crate::sorted::sorted;

/// With at least so many mutual connections an inviter counts as well-connected, and is at most suspicious by
/// the photo rule. An assumption: a fresh fake account rarely collects ten of one person's connections.
pub const WELL_CONNECTED: u32 = 10;
/// Sightings closer together than this were made in one sitting: which came first says nothing about who had
/// the photo first. An assumption.
const ONE_SITTING: Millis = 60 * 60 * 1000;
/// A profile known for so long under one name counts as seen before. An assumption.
const KNOWN_FOR: Millis = 30 * 24 * 60 * 60 * 1000;

/// A code for a sentence, and what goes into its blanks. The sentences are the extension's (`_locales`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Which sentence.
    pub code: &'static str,
    /// What goes into its blanks, in order.
    pub blanks: Vec<Blank>,
}

/// What goes into a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Blank {
    /// A number of things.
    Count(u32),
    /// A displayed name: hostile text.
    Name(String),
    /// Epoch milliseconds.
    Time(Millis),
}

impl Reason {
    pub(crate) fn plain(code: &'static str) -> Self {
        Self { code, blanks: Vec::new() }
    }

    pub(crate) fn with(code: &'static str, blank: Blank) -> Self {
        Self { code, blanks: vec![blank] }
    }
}

/// Who had a photo first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The inviter, by all that is known.
    Inviter,
    /// The other profile.
    Other,
    /// Cannot be told.
    Unknown,
}

/// Another account that was seen with the inviter's photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// One of its profiles.
    pub profile: ProfileId,
    /// The name it showed.
    pub name: String,
    /// Its upload.
    pub photo: PhotoId,
    /// When it was first seen with the photo.
    pub first_seen: Millis,
    /// When it set the photo, by the photo's address.
    pub set_at: Option<Millis>,
    /// How close the two pictures are.
    pub closeness: Closeness,
    /// Whether the two names may be one person's; the likest of all names it showed.
    pub likeness: Likeness,
    /// Who had it first.
    pub order: Order,
}

/// Whether the inviter's photo could be compared with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// It was.
    Done,
    /// It was not, and why.
    NotDone(Reason),
}

/// All findings on one invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What speaks for the inviter, weightiest first.
    pub speaks_for: Vec<Reason>,
    /// Other accounts with the same photo: other names first, then the closest, then the first seen.
    pub holders: Vec<Holder>,
    /// Since when the inviter is known to have the photo: when it was set, or seen there, whichever is earlier.
    pub held_since: Option<Millis>,
    /// When the user found the photo under another name, if they did.
    pub found_elsewhere: Option<Millis>,
    /// Whether the photo could be compared.
    pub comparison: Comparison,
    /// LinkedIn verified the inviter.
    pub verified: bool,
    /// The inviter's mutual connections, if they are [`WELL_CONNECTED`] or more.
    pub well_connected: Option<u32>,
}

impl Evidence {
    /// Gathers what card and memory say about an invitation.
    #[must_use]
    pub fn gather(received: &Received, memory: &Memory) -> Self {
        let invitation = &received.invitation;
        let photo = match &invitation.photo {
            CardPhoto::At(address) => Some(&address.id),
            _ => None,
        };
        let check = photo.and_then(|photo| memory.check(photo)).and_then(|check| check.answer.as_ref());
        let comparison = comparison(invitation, memory);
        let mut speaks_for = Vec::new();
        if invitation.verified {
            speaks_for.push(Reason::plain("verified"));
        }
        if let Some(count) = invitation.mutual {
            speaks_for.push(Reason::with("mutual-connections", Blank::Count(count)));
        }
        if let Some(since) = seen_before(received, memory) {
            speaks_for.push(Reason::with("seen-before", Blank::Time(since)));
        }
        if let Some((Answer::Nothing, at)) = check {
            speaks_for.push(Reason::with("photo-check-clean", Blank::Time(*at)));
        }
        let (held, holders) = photo.map(|photo| holders(invitation, photo, memory)).unwrap_or_default();
        Self {
            speaks_for,
            holders,
            held_since: held.since(),
            found_elsewhere: check.and_then(|(answer, at)| matches!(answer, Answer::OtherName { .. }).then_some(*at)),
            comparison,
            verified: invitation.verified,
            well_connected: invitation.mutual.filter(|count| *count >= WELL_CONNECTED),
        }
    }
}

fn comparison(invitation: &Invitation, memory: &Memory) -> Comparison {
    let code = match &invitation.photo {
        CardPhoto::None => "no-photo",
        CardPhoto::Elsewhere => "photo-elsewhere",
        CardPhoto::At(address) => match memory.photo(&address.id).map(|photo| &photo.picture) {
            Some(Picture::Comparable { .. }) => return Comparison::Done,
            Some(Picture::NotComparable) => "photo-not-comparable",
            Some(Picture::Failed { why, .. }) => match why {
                Failure::Refused { status } => {
                    return Comparison::NotDone(Reason::with("photo-refused", Blank::Count(u32::from(*status))));
                }
                Failure::NotAllowed => "photo-not-allowed",
                Failure::Unreachable => "photo-unreachable",
                Failure::NotAPicture => "photo-not-a-picture",
                Failure::Damaged => "photo-damaged",
                Failure::TooLarge => "photo-too-large",
                Failure::TooSmall => "photo-too-small",
            },
            Some(Picture::Unread) | None => "photo-not-fetched",
        },
    };
    Comparison::NotDone(Reason::plain(code))
}

/// Since when the inviter's account is known under this name: from a profile the user opened on an earlier
/// occasion, or for [`KNOWN_FOR`] whatever the place. A reload of the same page is not "before".
fn seen_before(received: &Received, memory: &Memory) -> Option<Millis> {
    let account = memory.account(&received.invitation.profile)?;
    memory
        .sightings()
        .filter(|sighting| memory.account(&sighting.profile) == Some(account))
        .filter(|sighting| names::compare(&sighting.name, &received.invitation.name) == Likeness::Same)
        .filter(|sighting| match sighting.place {
            Place::Profile => received.first_seen - sighting.first_seen > ONE_SITTING,
            Place::Invitation => received.last_seen - sighting.first_seen > KNOWN_FOR,
        })
        .map(|sighting| sighting.first_seen)
        .min()
}

/// When an account is known to have held a photo.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    set_at: Option<Millis>,
    seen: Option<Millis>,
}

impl Held {
    fn take(&mut self, sighting: &Sighting) {
        self.set_at = earliest(self.set_at, sighting.set_at);
        self.seen = earliest(self.seen, Some(sighting.first_seen));
    }

    fn since(self) -> Option<Millis> {
        earliest(self.set_at, self.seen)
    }

    /// Whether this one certainly held the photo before the other: it set it, or was seen with it, before the
    /// other set it; or, where neither address says when, it was seen with it on an earlier occasion.
    fn before(self, other: Self) -> bool {
        match (other.set_at, self.set_at, self.seen, other.seen) {
            (Some(set), own_set, own_seen, _) => {
                own_set.is_some_and(|own| own < set) || own_seen.is_some_and(|own| own < set)
            }
            (None, None, Some(own), Some(seen)) => own + ONE_SITTING < seen,
            // The other may have set it long before it was seen.
            _ => false,
        }
    }

    fn order(self, other: Self) -> Order {
        match (self.before(other), other.before(self)) {
            (true, false) => Order::Inviter,
            (false, true) => Order::Other,
            _ => Order::Unknown,
        }
    }
}

fn earliest(known: Option<Millis>, new: Option<Millis>) -> Option<Millis> {
    match (known, new) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// When the inviter held the photo, and who else did.
fn holders(invitation: &Invitation, photo: &PhotoId, memory: &Memory) -> (Held, Vec<Holder>) {
    let own = memory.account(&invitation.profile);
    let mut own_held = Held::default();
    // In the order of the accounts' numbers.
    let mut others: Vec<(usize, Held, Holder)> = Vec::new();
    for (id, closeness) in memory.same_picture(photo) {
        for sighting in memory.sightings_of(&id) {
            let account = memory.account(&sighting.profile);
            let Some(number) = account.filter(|_| account != own) else {
                own_held.take(sighting);
                continue;
            };
            let likeness = names::compare(&invitation.name, &sighting.name);
            let holder = || Holder {
                profile: sighting.profile.clone(),
                name: sighting.name.clone(),
                photo: id.clone(),
                first_seen: sighting.first_seen,
                set_at: sighting.set_at,
                closeness,
                likeness,
                order: Order::Unknown,
            };
            let at = others.binary_search_by_key(&number, |(number, ..)| *number).unwrap_or_else(|at| {
                others.insert(at, (number, Held::default(), holder()));
                at
            });
            let (_, held, known) = &mut others[at];
            held.take(sighting);
            known.closeness = known.closeness.max(closeness);
            // An account that also shows a name like the inviter's may be the inviter's: the likest name counts.
            if (rank(likeness), sighting.key()) < (rank(known.likeness), known.key()) {
                (known.likeness, known.name, known.profile, known.photo) =
                    (likeness, sighting.name.clone(), sighting.profile.clone(), id.clone());
            }
        }
    }
    let holders: Vec<Holder> = others
        .into_iter()
        .map(|(_, held, holder)| Holder {
            order: own_held.order(held),
            first_seen: held.seen.unwrap_or(holder.first_seen),
            set_at: held.set_at,
            ..holder
        })
        .collect();
    let holders = sorted(holders, |a, b| {
        let weight =
            |h: &Holder| (std::cmp::Reverse(rank(h.likeness)), std::cmp::Reverse(h.closeness), h.first_seen, h.key());
        weight(a).cmp(&weight(b))
    });
    (own_held, holders)
}

impl Holder {
    /// For an order that does not depend on how things were stored.
    fn key(&self) -> String {
        format!("{}\n{}\n{}", self.profile.as_str(), self.name, self.photo.as_str())
    }
}

fn rank(likeness: Likeness) -> u8 {
    match likeness {
        Likeness::Same => 0,
        Likeness::Unclear => 1,
        Likeness::Different => 2,
    }
}
