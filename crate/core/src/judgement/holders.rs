//! Who else was seen with an inviter's photo, and who had it first.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::address::{PhotoId, ProfileId};
use crate::memory::{Memory, Says, Sighting};
use crate::names::{Likeness, ReadName};
use crate::photo::Closeness;
use crate::sorted::sorted;
use crate::time::Millis;
use crate::time::earliest;

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
    /// The name it showed last.
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
    /// What the user says of this account.
    pub opinion: Option<Says>,
}

/// A profile that shows a photo under a name: the inviter, or whose page is open.
pub(super) struct Shown<'a> {
    pub profile: &'a ProfileId,
    pub name: &'a str,
    pub photo: &'a PhotoId,
    /// What the user says of the profile.
    pub opinion: Option<Says>,
}

/// When an account is known to have held a photo.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Held {
    set_at: Option<Millis>,
    seen: Option<Millis>,
}

impl Held {
    fn take(&mut self, sighting: &Sighting) {
        self.set_at = earliest(self.set_at, sighting.set_at);
        self.seen = earliest(self.seen, Some(sighting.first_seen));
    }

    pub(super) fn since(self) -> Option<Millis> {
        earliest(self.set_at, self.seen)
    }

    /// Whether this one certainly held the photo before the other: it set it, or was seen with it, before the other set
    /// it. Who does not say when may have set it long before it was seen.
    fn before(self, other: Self) -> bool {
        other.set_at.is_some_and(|set| self.since().is_some_and(|own| own < set))
    }

    fn order(self, other: Self) -> Order {
        match (self.before(other), other.before(self)) {
            (true, false) => Order::Inviter,
            (false, true) => Order::Other,
            _ => Order::Unknown,
        }
    }
}

/// When the one shown held the photo, and who else did: other names first, then the closest, then the first seen.
pub(super) fn holders(shown: &Shown<'_>, memory: &Memory) -> (Held, Vec<Holder>) {
    let own = memory.account(shown.profile);
    let names = read_names(Some(shown.name), memory.sightings_of_account(shown.profile));
    let mut own_held = Held::default();
    // In the order of the accounts' numbers.
    let mut others: Vec<(usize, Held, Closeness, &Sighting)> = Vec::new();
    for (id, closeness) in memory.same_picture(shown.photo) {
        for sighting in memory.sightings_of(&id) {
            let account = memory.account(&sighting.profile);
            let Some(number) = account.filter(|_| account != own) else {
                own_held.take(sighting);
                continue;
            };
            let at = others.binary_search_by_key(&number, |(number, ..)| *number).unwrap_or_else(|at| {
                others.insert(at, (number, Held::default(), closeness, sighting));
                at
            });
            let (_, held, closest, latest) = &mut others[at];
            held.take(sighting);
            *closest = (*closest).max(closeness);
            if (sighting.last_seen, sighting.key()) > (latest.last_seen, latest.key()) {
                *latest = sighting;
            }
        }
    }
    let of = |(_, held, closeness, latest): (usize, Held, Closeness, &Sighting)| {
        let opinion = memory.opinion(&latest.profile).map(|opinion| opinion.says);
        Some(Holder {
            profile: latest.profile.clone(),
            name: memory.sightings_of_account(&latest.profile).max_by_key(|s| (s.last_seen, s.key()))?.name.clone(),
            photo: latest.photo.clone()?,
            first_seen: held.seen?,
            set_at: held.set_at,
            closeness,
            likeness: likest(&names, memory.sightings_of_account(&latest.profile)),
            order: match (shown.opinion, opinion) {
                // A known person's photo elsewhere is the stolen one; a fake is never the owner.
                (Some(Says::Known), _) => Order::Inviter,
                (_, Some(Says::Known)) => Order::Other,
                (_, Some(Says::Fake)) => Order::Unknown,
                _ => own_held.order(held),
            },
            opinion,
        })
    };
    let holders = others.into_iter().filter_map(of).collect();
    let holders = sorted(holders, |a: &Holder, b: &Holder| {
        let weight = |h: &Holder| (Reverse(rank(h.likeness)), Reverse(h.closeness), h.first_seen, h.key());
        weight(a).cmp(&weight(b))
    });
    (own_held, holders)
}

/// The likest of all pairs of names two accounts have shown: people change theirs.
fn likest<'a>(names: &[ReadName], sightings: impl Iterator<Item = &'a Sighting>) -> Likeness {
    let theirs = read_names(None, sightings);
    let pairs = names.iter().flat_map(|name| theirs.iter().map(|other| name.compare(other)));
    pairs.min_by_key(|likeness| rank(*likeness)).unwrap_or(Likeness::Unclear)
}

fn read_names<'a>(shown: Option<&'a str>, sightings: impl Iterator<Item = &'a Sighting>) -> Vec<ReadName> {
    let mut names = BTreeSet::new();
    names.extend(shown);
    names.extend(sightings.map(|sighting| sighting.name.as_str()));
    names.into_iter().map(ReadName::new).collect()
}

impl Holder {
    /// Whether it shows nearly the same picture under a name that is not the inviter's.
    #[must_use]
    pub fn is_other_person(&self) -> bool {
        self.likeness == Likeness::Different && self.closeness == Closeness::NearExact
    }

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
