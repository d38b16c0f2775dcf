//! Who else was seen with an inviter's photo, and who had it first.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::address::{FIRST_DAY, PhotoId, ProfileId};
use crate::memory::{Memory, Sighting, Stance};
use crate::names::{NameMatch, ReadName};
use crate::photo::Closeness;
use crate::sorted::sorted;
use crate::time::{CLOCK_SLACK, Millis, earliest};

/// Who had a photo first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The inviter, by all that is known.
    Inviter,
    /// The other profile.
    Other,
    /// Not known.
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
    /// Whether the two names may be one person's: the best match among all names that the two accounts showed.
    pub name_match: NameMatch,
    /// Whether it may be a relative with one picture of both: nobody else shows it, under another given name and a family
    /// name that strangers seldom share.
    pub is_relative: bool,
    /// Who had it first.
    pub order: Order,
    /// The user's opinion of this account.
    pub opinion: Option<Stance>,
}

/// A profile that shows a photo under a name: the inviter's, or the one whose page is open.
pub(super) struct ShownPhoto<'a> {
    pub profile: &'a ProfileId,
    pub name: &'a str,
    pub photo: &'a PhotoId,
    /// The user's opinion of the profile.
    pub opinion: Option<Stance>,
}

/// The other holders of a photo.
#[derive(Debug, Clone, Default)]
pub(super) struct HoldersFound {
    /// When the profile's own account had the photo.
    pub held: HoldingTimes,
    /// The others: other names first, then the closest, then the first seen.
    pub holders: Vec<Holder>,
    /// How many photos of others the picture seems to be pieced together from; these are no evidence.
    pub pieces: usize,
    /// Somebody of the same name shows it at the other form of a profile's address, one of the two in a frame: that may
    /// be the same account.
    pub may_be_one_account: bool,
}

/// When an account is known to have had a photo: by the photos' addresses, else by when it was seen with it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct HoldingTimes {
    /// The earliest time at which the account certainly had the photo.
    since: Option<Millis>,
    /// The earliest time at which an upload was set, among those whose addresses say so.
    set_at: Option<Millis>,
    /// One of its uploads does not say when it was set, and may have been set long before the others.
    has_untimed_upload: bool,
    /// When the account was first seen with the photo.
    seen: Option<Millis>,
}

impl HoldingTimes {
    fn take(&mut self, sighting: &Sighting, memory: &Memory) {
        let photo = sighting.photo.as_ref().and_then(|id| memory.photo(id));
        let address = photo.and_then(|photo| photo.address.set_at);
        // An upload time after the photo was last seen: a clock was wrong, and neither time can be used.
        let set_at = address.filter(|set| *set <= sighting.last_seen.saturating_add(CLOCK_SLACK));
        let seen = Some(memory.latest(sighting.first_seen)).filter(|seen| address.is_none() && *seen >= FIRST_DAY);
        self.has_untimed_upload |= set_at.is_none();
        self.set_at = earliest(self.set_at, set_at);
        self.since = earliest(self.since, set_at.or(seen));
        self.seen = earliest(self.seen, Some(sighting.first_seen));
    }

    /// The earliest time at which the account certainly had the photo.
    pub(super) fn since(self) -> Option<Millis> {
        self.since
    }

    /// When the account first set the photo; `None` where one of its uploads does not say.
    pub(super) fn set_at(self) -> Option<Millis> {
        self.set_at.filter(|_| !self.has_untimed_upload)
    }

    /// Whether this account certainly had the photo before the other: it set it, or was seen with it, before the other set
    /// it. An upload without a time may have been set long before it was seen.
    fn before(self, other: Self) -> bool {
        other.set_at().is_some_and(|set| self.since.is_some_and(|own| own < set))
    }

    fn order(self, other: Self) -> Order {
        match (self.before(other), other.before(self)) {
            (true, false) => Order::Inviter,
            (false, true) => Order::Other,
            _ => Order::Unknown,
        }
    }
}

/// When the profile's account had the photo, and which other accounts have it.
pub(super) fn holders(shown: &ShownPhoto<'_>, memory: &Memory) -> HoldersFound {
    let own = memory.account(shown.profile);
    let names = read_names(Some(shown.name), memory.sightings_of_account(shown.profile));
    let same = memory.same_picture(shown.photo);
    // One upload belongs to one account: another profile that seems to show it is the same account at another address, or
    // the page was misread.
    let is_own = |id: &PhotoId| id == shown.photo || own.is_some() && memory.shown_by(id).any(|account| account == own);
    let mut found = HoldersFound::default();
    for (id, _) in same.iter().filter(|(id, _)| is_own(id)) {
        memory.shows_of(id).for_each(|sighting| found.held.take(sighting, memory));
    }
    // Sorted by account number.
    let mut others: Vec<(usize, HoldingTimes, Closeness, &Sighting)> = Vec::new();
    for (id, closeness) in same.iter().filter(|(id, _)| !is_own(id)) {
        let mut held = HoldingTimes::default();
        memory.shows_of(id).for_each(|sighting| held.take(sighting, memory));
        // A photo that matches two photos which do not match each other is pieced together from them, unless it is older:
        // then they may be copies of it, or of parts of it.
        let is_pieced = |whole: &PhotoId, part: &PhotoId, is_older: bool| {
            let others = others_in(whole, part, memory);
            // One portrait does not have three parts with nothing in common.
            let are_many = || *closeness != Closeness::NearExact && are_apart(&others, memory);
            !others.is_empty() && (!is_older || are_many())
        };
        if is_pieced(shown.photo, id, found.held.before(held)) {
            found.pieces += 1;
            continue;
        }
        if is_pieced(id, shown.photo, held.before(found.held)) {
            continue;
        }
        for sighting in memory.shows_of(id) {
            let Some(number) = memory.account(&sighting.profile) else { continue };
            let at = others.binary_search_by_key(&number, |(number, ..)| *number).unwrap_or_else(|at| {
                others.insert(at, (number, HoldingTimes::default(), *closeness, sighting));
                at
            });
            let (_, held, closest, latest) = &mut others[at];
            held.take(sighting, memory);
            *closest = (*closest).max(*closeness);
            if (sighting.last_seen, sighting.key()) > (latest.last_seen, latest.key()) {
                *latest = sighting;
            }
        }
    }
    let is_pair = others.len() == 1 && found.pieces == 0;
    let of = |(_, held, closeness, latest): (usize, HoldingTimes, Closeness, &Sighting)| {
        let opinion = memory.opinion(&latest.profile).map(|opinion| opinion.says);
        let theirs = read_names(None, memory.sightings_of_account(&latest.profile));
        let name_match = best_match(&names, &theirs);
        let holder = Holder {
            profile: latest.profile.clone(),
            name: memory.sightings_of_account(&latest.profile).max_by_key(|s| (s.last_seen, s.key()))?.name.clone(),
            photo: latest.photo.clone()?,
            first_seen: held.seen?,
            set_at: held.set_at,
            closeness,
            name_match,
            is_relative: is_pair
                && (name_match, closeness) == (NameMatch::Different, Closeness::NearExact)
                && pairs(&names, &theirs).any(|(name, other)| name.shares_family_name(other)),
            order: match (shown.opinion, opinion) {
                // If the user knows a person, a copy of their photo is the stolen one; a fake is never the owner.
                (Some(Stance::Known), _) => Order::Inviter,
                (_, Some(Stance::Known)) => Order::Other,
                (_, Some(Stance::Fake)) if found.held.order(held) == Order::Other => Order::Unknown,
                _ => found.held.order(held),
            },
            opinion,
        };
        Some((holder, held))
    };
    let all: Vec<(Holder, HoldingTimes)> = others.into_iter().filter_map(of).collect();
    let all: Vec<Holder> = all.iter().map(|(holder, held)| with_own_account_considered(holder, *held, &all)).collect();
    let (perhaps_own, others): (Vec<Holder>, Vec<Holder>) =
        all.into_iter().partition(|holder| may_be_one_account(shown, holder, memory));
    found.may_be_one_account = !perhaps_own.is_empty();
    found.holders = sorted(others, |a: &Holder, b: &Holder| {
        let weight = |h: &Holder| (Reverse(rank(h.name_match)), Reverse(h.closeness), h.first_seen, h.key());
        weight(a).cmp(&weight(b))
    });
    found
}

/// The holder, with an unknown order if an account of the inviter's name had the photo even earlier: that account may
/// be the inviter's own, at the other form of their address.
fn with_own_account_considered(holder: &Holder, held: HoldingTimes, all: &[(Holder, HoldingTimes)]) -> Holder {
    let is_perhaps_own = |(other, since): &(Holder, HoldingTimes)| {
        other.name_match == NameMatch::Same && other.closeness == Closeness::NearExact && since.before(held)
    };
    let is_unknown = holder.order == Order::Other && holder.opinion.is_none() && all.iter().any(is_perhaps_own);
    Holder { order: if is_unknown { Order::Unknown } else { holder.order }, ..holder.clone() }
}

/// The photos of third accounts that `whole` matches, and `part` does not.
fn others_in<'a>(whole: &PhotoId, part: &'a PhotoId, memory: &'a Memory) -> Vec<&'a PhotoId> {
    let accounts = |id: &PhotoId| memory.shown_by(id).collect::<Vec<_>>();
    let apart = |a: &[Option<usize>], b: &[Option<usize>]| a.iter().all(|account| !b.contains(account));
    let mut like_part: BTreeSet<&PhotoId> = BTreeSet::new();
    like_part.extend(memory.alike(part).map(|(alike, _)| alike));
    let is_other = |other: &&PhotoId| {
        *other != part && !like_part.contains(other) && {
            let third = accounts(other);
            apart(&third, &accounts(whole)) && apart(&third, &accounts(part))
        }
    };
    memory.alike(whole).map(|(other, _)| other).filter(is_other).collect()
}

/// Whether two of these do not match each other.
fn are_apart(photos: &[&PhotoId], memory: &Memory) -> bool {
    photos
        .iter()
        .any(|one| photos.iter().any(|other| one != other && !memory.alike(one).any(|(alike, _)| alike == *other)))
}

/// Whether the two may be one account: the same name and picture, one of them in a frame (which is an upload of its
/// own), one of them known only by its slug and the other only by its member code.
fn may_be_one_account(shown: &ShownPhoto<'_>, holder: &Holder, memory: &Memory) -> bool {
    let is_framed = |id: &PhotoId| memory.photo(id).is_some_and(|photo| photo.address.is_framed);
    let forms = |profile: &ProfileId| {
        memory.members(profile).iter().fold((false, false), |(code, slug), one| {
            let is_code = one.member().is_some();
            (code || is_code, slug || !is_code)
        })
    };
    holder.name_match == NameMatch::Same
        && holder.closeness == Closeness::NearExact
        && is_framed(shown.photo) != is_framed(&holder.photo)
        && matches!(
            (forms(shown.profile), forms(&holder.profile)),
            ((true, false), (false, true)) | ((false, true), (true, false))
        )
}

/// The best match among all pairs of names that two accounts have shown, since people change names.
fn best_match(names: &[ReadName], theirs: &[ReadName]) -> NameMatch {
    let matches = pairs(names, theirs).map(|(name, other)| name.compare(other));
    matches.min_by_key(|name_match| rank(*name_match)).unwrap_or(NameMatch::Unclear)
}

fn pairs<'a>(names: &'a [ReadName], theirs: &'a [ReadName]) -> impl Iterator<Item = (&'a ReadName, &'a ReadName)> {
    names.iter().flat_map(|name| theirs.iter().map(move |other| (name, other)))
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
        self.name_match == NameMatch::Different && self.closeness == Closeness::NearExact
    }

    /// Makes the order of equal holders independent of how they were stored.
    fn key(&self) -> String {
        format!("{}\n{}\n{}", self.profile.as_str(), self.name, self.photo.as_str())
    }
}

fn rank(name_match: NameMatch) -> u8 {
    match name_match {
        NameMatch::Same => 0,
        NameMatch::Unclear => 1,
        NameMatch::Different => 2,
    }
}
