//! Gathers the findings for and against an inviter, each a fact on the card or in the memory.

use super::code::ReasonCode;
use super::holders::{self, Holder, HoldingTimes, ShownPhoto};
use super::reason::{Blank, Reason};
use super::thresholds::{FRESH, KNOWN_FOR, OLD, ONE_SITTING, SOME_MUTUAL, WELL_CONNECTED};
use super::{account, alike, pressure, web};
use crate::address::{PhotoId, ProfileId};
use crate::invitation::{CardPhoto, Invitation};
use crate::memory::{Answer, Failure, Memory, Opinion, Picture, Place, Received, Stance};
use crate::names::{self, NameMatch};
use crate::time::{CLOCK_SLACK, Millis};

/// Whether the inviter's photo could be compared with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// It was.
    Done,
    /// It was not, and why.
    NotDone(Reason),
}

/// All that was found on one invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The findings for and against the inviter, without those on other holders of the photo.
    pub findings: Vec<Reason>,
    /// Other accounts with the same photo: other names first, then the closest, then the first seen.
    pub holders: Vec<Holder>,
    /// The earliest time at which the inviter is known to have had the photo: when it was set or first seen.
    pub held_since: Option<Millis>,
    /// Whether the photo could be compared.
    pub comparison: Comparison,
    /// Another account that shows the photo may be this one, at the other form of its address.
    pub may_be_one_account: bool,
    /// LinkedIn verified the inviter.
    pub verified: bool,
    /// The inviter's mutual connections, if they are [`WELL_CONNECTED`] or more.
    pub well_connected: Option<u32>,
    /// The user's opinion of the inviter.
    pub opinion: Option<Stance>,
}

impl Evidence {
    /// Gathers what card and memory say about an invitation.
    #[must_use]
    pub fn gather(received: &Received, memory: &Memory) -> Self {
        Self::with_opinion(memory.opinion(&received.invitation.profile), received, memory)
    }

    /// The same without the user's opinion of the inviter.
    #[must_use]
    pub fn without_opinion(received: &Received, memory: &Memory) -> Self {
        Self::with_opinion(None, received, memory)
    }

    fn with_opinion(opinion: Option<&Opinion>, received: &Received, memory: &Memory) -> Self {
        let invitation = &received.invitation;
        let says = opinion.map(|opinion| opinion.says);
        let photo = match &invitation.photo {
            CardPhoto::At(address) => Some(&address.id),
            _ => None,
        };
        let found = photo
            .map(|photo| ShownPhoto { profile: &invitation.profile, name: &invitation.name, photo, opinion: says })
            .map(|shown| holders::holders(&shown, memory))
            .unwrap_or_default();
        let age = Age::of(received, found.held, memory);
        let mut findings: Vec<Reason> = Vec::new();
        findings.extend(opinion.map(|opinion| {
            let code = if opinion.says == Stance::Fake { ReasonCode::SaidFake } else { ReasonCode::SaidKnown };
            Reason::with(code, Blank::Time(opinion.at))
        }));
        findings.extend(photo.and_then(|photo| photo_check(photo, memory)));
        if let Some(photo) = photo {
            findings.extend(web::findings(photo, invitation, &found.holders, memory));
        }
        let is_verified = invitation.verified || memory.about_seen(&invitation.profile).is_some_and(|a| a.verified);
        findings.extend(card_findings(invitation, is_verified));
        findings.extend(account::finding(received, memory));
        findings.extend(invitation.mutual.map(|count| mutual(count, &age)));
        findings.extend(
            seen_before(received, memory).map(|since| Reason::with(ReasonCode::SeenBefore, Blank::Time(since))),
        );
        findings.extend(photo_finding(received, age, memory));
        findings.extend(
            (found.pieces > 0).then(|| Reason::with(ReasonCode::PhotoPiecedTogether, count_blank(found.pieces))),
        );
        let copied = alike::copied(invitation, memory);
        let pressing = pressure::pressing(&invitation.note);
        // Inviters alike in text and in the age of their photos are one finding, not two, unless the note presses.
        if pressing.is_none() && copied.as_ref().is_some_and(|copied| copied.are_fresh) {
            findings.retain(|finding| finding.code != ReasonCode::PhotoIsFresh);
        }
        findings.extend(copied.map(|copied| copied.reason));
        findings.extend(pressing.map(|words| Reason::with(ReasonCode::NotePresses, Blank::Name(words))));
        Self {
            findings,
            holders: found.holders,
            held_since: found.held.since(),
            comparison: comparison(invitation, memory),
            may_be_one_account: found.may_be_one_account,
            verified: is_verified,
            well_connected: invitation.mutual.filter(|count| *count >= WELL_CONNECTED),
            opinion: says,
        }
    }
}

/// Other accounts that show a profile's photo, nearly exact, under names that are not its own: for a page whose
/// owner sent no invitation.
#[must_use]
pub fn other_holders(profile: &ProfileId, name: &str, photo: &PhotoId, memory: &Memory) -> Vec<Holder> {
    let mut holders = holders::holders(&ShownPhoto { profile, name, photo, opinion: None }, memory).holders;
    holders.retain(Holder::is_other_person);
    holders
}

/// The finding from the user's own check of the photo.
fn photo_check(photo: &PhotoId, memory: &Memory) -> Option<Reason> {
    let (answer, at) = memory.check(photo)?.answer.as_ref()?;
    let code = match answer {
        Answer::Nothing => ReasonCode::PhotoCheckClean,
        Answer::SameName => ReasonCode::PhotoCheckSameName,
        Answer::OtherName { .. } => ReasonCode::PhotoCheckOtherName,
    };
    Some(Reason::with(code, Blank::Time(*at)))
}

/// The findings from the card itself; LinkedIn's verification may also have been read from "About this profile".
fn card_findings(invitation: &Invitation, is_verified: bool) -> impl Iterator<Item = Reason> {
    let contradicts = names::compare_with_slug(&invitation.name, invitation.profile.as_str()) == NameMatch::Different;
    [
        is_verified.then(|| Reason::plain(ReasonCode::Verified)),
        invitation.shared.then(|| Reason::plain(ReasonCode::SharedBackground)),
        invitation.follows.then(|| Reason::plain(ReasonCode::Follows)),
        contradicts.then(|| {
            Reason::with(ReasonCode::NameContradictsAddress, Blank::Name(invitation.profile.as_str().to_owned()))
        }),
    ]
    .into_iter()
    .flatten()
}

/// How long before the invitation the inviter's account had the photo.
enum Age {
    /// No photo.
    None,
    /// Set less than [`FRESH`] before the invitation, at this time.
    Fresh(Millis),
    /// Held for [`FRESH`] or longer: since when, and whether for [`OLD`].
    Held(Millis, bool),
    /// The address does not say when the photo was set (that of a framed photo never does), and the photo was not seen
    /// before.
    Unknown,
}

impl Age {
    fn of(received: &Received, held: HoldingTimes, memory: &Memory) -> Self {
        let CardPhoto::At(_) = &received.invitation.photo else { return Self::None };
        // Seen before the photo was set: it was changed since, or the clock was behind.
        let is_behind = |since: Millis| received.first_seen.saturating_add(CLOCK_SLACK) < since;
        let invited = |since| if is_behind(since) { memory.latest(received.first_seen) } else { received.first_seen };
        match held.since() {
            Some(since) if invited(since).saturating_sub(since) >= FRESH => {
                Self::Held(since, invited(since) - since >= OLD)
            }
            _ => held.set_at().map_or(Self::Unknown, Self::Fresh),
        }
    }
}

/// The finding on mutual connections: fewer count for less, as they do beside a photo of unknown age, which may be fresh.
fn mutual(count: u32, age: &Age) -> Reason {
    let is_few = count < SOME_MUTUAL || count < WELL_CONNECTED && matches!(age, Age::Unknown);
    let code = if is_few { ReasonCode::FewMutualConnections } else { ReasonCode::MutualConnections };
    Reason::with(code, Blank::Count(count))
}

/// The finding on the photo itself: whether it shows a person, and its age.
fn photo_finding(received: &Received, age: Age, memory: &Memory) -> Option<Reason> {
    let invitation = &received.invitation;
    let CardPhoto::At(address) = &invitation.photo else { return None };
    if memory.photo(&address.id).is_some_and(|photo| photo.picture == Picture::NotComparable) {
        return Some(Reason::plain(ReasonCode::PhotoShowsNoPerson));
    }
    let is_well_connected = invitation.mutual.is_some_and(|count| count >= WELL_CONNECTED);
    match age {
        Age::Held(since, true) => Some(Reason::with(ReasonCode::PhotoIsOld, Blank::Time(since))),
        Age::Fresh(set) if !is_well_connected => Some(Reason::with(ReasonCode::PhotoIsFresh, Blank::Time(set))),
        _ => None,
    }
}

fn comparison(invitation: &Invitation, memory: &Memory) -> Comparison {
    let code = match &invitation.photo {
        CardPhoto::None => ReasonCode::NoPhoto,
        CardPhoto::NotShown => ReasonCode::PhotoNotFetched,
        CardPhoto::Elsewhere => ReasonCode::PhotoElsewhere,
        CardPhoto::At(address) => match memory.photo(&address.id).map(|photo| &photo.picture) {
            Some(Picture::Comparable { .. }) => return Comparison::Done,
            Some(Picture::NotComparable | Picture::Soft) => ReasonCode::PhotoNotComparable,
            Some(Picture::Failed { why, .. }) => match why {
                Failure::Refused { status } => {
                    return Comparison::NotDone(Reason::with(
                        ReasonCode::PhotoRefused,
                        Blank::Count(u32::from(*status)),
                    ));
                }
                Failure::NotAllowed => ReasonCode::PhotoNotAllowed,
                Failure::Unreachable => ReasonCode::PhotoUnreachable,
                Failure::NotAPicture => ReasonCode::PhotoNotAPicture,
                Failure::Damaged => ReasonCode::PhotoDamaged,
                Failure::TooLarge => ReasonCode::PhotoTooLarge,
                Failure::TooSmall => ReasonCode::PhotoTooSmall,
            },
            Some(Picture::Unread) | None => ReasonCode::PhotoNotFetched,
        },
    };
    Comparison::NotDone(Reason::plain(code))
}

/// Since when the inviter's account is known under this name: among the user's connections on an earlier occasion, or
/// elsewhere for [`KNOWN_FOR`] before the invitation. A profile opened from the invitation, or an invitation left waiting,
/// does not count, since the inviter may have brought it about.
fn seen_before(received: &Received, memory: &Memory) -> Option<Millis> {
    memory
        .sightings_of_account(&received.invitation.profile)
        .filter(|sighting| names::compare(&sighting.name, &received.invitation.name) == NameMatch::Same)
        .filter(|sighting| {
            let before = memory.passed(sighting.first_seen, received.first_seen);
            match sighting.place {
                Place::Invitation => false,
                Place::Connection => before > ONE_SITTING,
                _ => before > KNOWN_FOR,
            }
        })
        .map(|sighting| sighting.first_seen)
        .min()
}

fn count_blank(many: usize) -> Blank {
    Blank::Count(u32::try_from(many).unwrap_or(u32::MAX))
}
