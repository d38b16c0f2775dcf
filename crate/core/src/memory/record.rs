//! The records of the memory as they are stored: one for each fact, merged by key, versioned by the store.

use serde::{Deserialize, Serialize};

use crate::address::{PhotoAddress, PhotoId, ProfileId};
use crate::invitation::{CardPhoto, Invitation};
use crate::photo::{Closeness, PhotoError};
use crate::time::{Millis, earliest};
use crate::verdict::Verdict;

/// Who was seen with which photo under which name, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sighting {
    /// The profile that was seen.
    pub profile: ProfileId,
    /// The name it showed.
    pub name: String,
    /// The photo it showed.
    pub photo: Option<PhotoId>,
    /// When the photo was set, by its address.
    pub set_at: Option<Millis>,
    /// Where it was seen.
    pub place: Place,
    /// When it was first seen so, in epoch milliseconds, as all times here.
    pub first_seen: Millis,
    /// When it was last seen so.
    pub last_seen: Millis,
}

/// Where a sighting was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// On an invitation.
    Invitation,
    /// On a profile the user opened.
    Profile,
    /// In a people search.
    Search,
    /// Among people the user may know.
    Suggestion,
    /// Among the user's connections.
    Connection,
    /// As the author of something in the feed.
    Feed,
}

impl Place {
    const ALL: [Self; 6] =
        [Self::Invitation, Self::Profile, Self::Search, Self::Suggestion, Self::Connection, Self::Feed];

    /// Whether the user met the person there, rather than passed them by.
    #[must_use]
    pub fn is_met(self) -> bool {
        matches!(self, Self::Invitation | Self::Profile)
    }

    /// Whether photos there are inside a link to the profile, so that the page says whose they are. A profile's own page has
    /// no such link: there, the photo of somebody of the same name may be taken for the owner's.
    #[must_use]
    pub fn links_photo(self) -> bool {
        self != Self::Profile
    }

    pub(super) fn of_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.letter() == letter)
    }

    pub(super) fn letter(self) -> char {
        match self {
            Self::Invitation => 'i',
            Self::Profile => 'p',
            Self::Search => 's',
            Self::Suggestion => 'u',
            Self::Connection => 'c',
            Self::Feed => 'f',
        }
    }
}

impl Sighting {
    /// Its key: profile, name, photo and place.
    #[must_use]
    pub fn key(&self) -> String {
        let photo = self.photo.as_ref().map_or("", PhotoId::as_str);
        format!("{}\n{}\n{photo}\n{}", self.profile.as_str(), self.name, self.place.letter())
    }

    /// The prefix that the keys of one profile's sightings have, and no other keys.
    #[must_use]
    pub fn key_start(profile: &ProfileId) -> String {
        format!("{}\n", profile.as_str())
    }

    /// The profile, name, photo and place in a key; `None` for other texts.
    #[must_use]
    pub fn of_key(key: &str) -> Option<(&str, &str, Option<&str>, Place)> {
        let mut parts = key.split('\n');
        let (profile, name, photo, place) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let mut letters = place.chars();
        let place = Place::of_letter(letters.next()?)?;
        let is_whole = letters.next().is_none() && parts.next().is_none();
        is_whole.then_some((profile, name, Some(photo).filter(|photo| !photo.is_empty()), place))
    }

    /// Both sightings merged: the earliest and the latest times of both. Order does not matter.
    #[must_use]
    pub fn merged(mut self, other: &Self) -> Self {
        self.first_seen = self.first_seen.min(other.first_seen);
        self.last_seen = self.last_seen.max(other.last_seen);
        self.set_at = earliest(self.set_at, other.set_at);
        self
    }
}

/// A photo: the largest address seen, and what is known of the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Photo {
    /// Its largest rendition's address seen so far.
    pub address: PhotoAddress,
    /// The state of the picture.
    pub picture: Picture,
    /// Side in pixels of the rendition that was read; 0 if none was.
    pub side: u32,
    /// Other photos that are the same picture.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same: Vec<(PhotoId, Closeness)>,
    /// When it was last seen.
    pub last_seen: Millis,
}

/// The state of a photo's picture: unread, read or failed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Picture {
    /// Not fetched yet.
    Unread,
    /// Could not be fetched or read.
    Failed {
        /// The reason.
        why: Failure,
        /// When it was last tried.
        tried: Millis,
    },
    /// Flat, or a drawing.
    NotComparable,
    /// Without details: out of focus, or of very few pixels.
    Soft,
    /// Can be compared: the fingerprint's stored form.
    Comparable {
        /// Kind, version, hashes, keypoints. Empty in the memory, which has them in its index; whoever stores such a record
        /// keeps the fingerprint that the photo has.
        #[serde(with = "serde_bytes", default, skip_serializing_if = "Vec::is_empty")]
        fingerprint: Vec<u8>,
    },
}

/// Why a photo could not be fetched or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// The user withdrew the permission for the photo host.
    NotAllowed,
    /// The host answered with this status.
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// No connection, or too slow.
    Unreachable,
    /// Not a JPEG, PNG or WebP file.
    NotAPicture,
    /// Begins like a picture, and is damaged.
    Damaged,
    /// Too many bytes or pixels.
    TooLarge,
    /// Too few pixels.
    TooSmall,
}

impl From<&PhotoError> for Failure {
    fn from(error: &PhotoError) -> Self {
        match error {
            PhotoError::Empty | PhotoError::Damaged(_) => Self::Damaged,
            PhotoError::TooManyBytes(_) | PhotoError::TooManyPixels(..) | PhotoError::TooLarge => Self::TooLarge,
            PhotoError::Unsupported => Self::NotAPicture,
            PhotoError::TooSmall(..) => Self::TooSmall,
        }
    }
}

/// An invitation, and whether it is still to be answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Received {
    /// As last read.
    pub invitation: Invitation,
    /// When it was first seen.
    pub first_seen: Millis,
    /// When it was last seen.
    pub last_seen: Millis,
    /// When it was answered or disappeared from LinkedIn.
    pub handled: Option<Millis>,
    /// How it was answered; `None` while it is not, and where that was not seen.
    #[serde(default)]
    pub answered: Option<Answered>,
}

impl Received {
    /// Two readings of one invitation merged: the words of the later one, the earliest and the latest times of both. If the
    /// page did not show the photo at the later one, that of the earlier one stays. Order does not matter, except for two
    /// readings at the same moment: then this one is the later.
    #[must_use]
    pub fn merged(self, known: &Self) -> Self {
        let (newer, older) = if self.last_seen >= known.last_seen { (&self, known) } else { (known, &self) };
        let stays = newer.invitation.photo == CardPhoto::NotShown && older.invitation.photo.address().is_some();
        let photo = if stays { &older.invitation.photo } else { &newer.invitation.photo };
        Self {
            invitation: Invitation { photo: photo.clone(), ..newer.invitation.clone() },
            first_seen: self.first_seen.min(known.first_seen),
            last_seen: self.last_seen.max(known.last_seen),
            ..newer.clone()
        }
    }
}

/// How the user answered an invitation, on LinkedIn's own card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Accepted, or ignored.
    pub accepted: bool,
    /// The verdict at that time.
    pub verdict: Verdict,
}

/// The user's opinion of a person, whatever the verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// The profile that the opinion is about.
    pub profile: ProfileId,
    /// The opinion.
    pub says: Stance,
    /// When they said so.
    pub at: Millis,
    /// Whether it came from an imported file: an opinion given here takes precedence.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub imported: bool,
}

/// The opinions that the user may have of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// "I know this person."
    Known,
    /// "This is fake."
    Fake,
}

/// The user's answer on two photos that look alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparing {
    /// One of them: the first in their order.
    pub a: PhotoId,
    /// The other.
    pub b: PhotoId,
    /// Whether they are the same picture.
    pub same: bool,
    /// When they said so.
    pub at: Millis,
}

impl Comparing {
    /// The user's answer on two photos, given in any order.
    #[must_use]
    pub fn of(one: &PhotoId, other: &PhotoId, same: bool, at: Millis) -> Self {
        let (a, b) = (one.min(other).clone(), one.max(other).clone());
        Self { a, b, same, at }
    }

    /// The key under which it is kept.
    #[must_use]
    pub fn key_of_both(&self) -> String {
        Self::key(&self.a, &self.b)
    }

    /// The key under which two photos are kept, in any order.
    #[must_use]
    pub fn key(one: &PhotoId, other: &PhotoId) -> String {
        format!("{}\n{}", one.min(other).as_str(), one.max(other).as_str())
    }
}

/// How many photos were fetched and can be compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PhotoCounts {
    /// The day that `passing` counts, in whole days since 1970.
    pub day: i64,
    /// Photos of people passed by that were fetched on that day.
    pub passing: u32,
    /// Photos that can be compared.
    pub comparable: usize,
}

/// The user's own photo check: a reverse image search, and what it found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PhotoCheck {
    /// The photo that was searched for.
    pub photo: PhotoId,
    /// When it was last opened.
    pub opened: Millis,
    /// The user's answer, and when it was given.
    pub answer: Option<(Answer, Millis)>,
}

/// The user's answer to a photo check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Nothing.
    Nothing,
    /// This person alone, under the same name.
    SameName,
    /// The same photo under another name, and where, if the user said so.
    OtherName {
        /// The profile that shows it.
        profile: Option<ProfileId>,
    },
}

/// How many connections the user has, as a page of their own showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Connections {
    /// How many; LinkedIn may say "500+", which is 500 here.
    pub count: u32,
    /// When it was seen.
    pub at: Millis,
}

/// The last invitation page that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LastLook {
    /// When it was read.
    pub at: Millis,
    /// Invitation cards of any kind that were on it.
    pub seen: u32,
    /// How many the page said there are.
    pub total: Option<u32>,
    /// Whether it was understood.
    pub layout: Layout,
}

/// Whether an invitation page was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// Cards were found.
    Recognised,
    /// No cards, and nothing that suggests any.
    Empty,
    /// No cards, though the page speaks of invitations or shows people.
    Unrecognised,
    /// No invitation page was read yet.
    None,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sightings_key_holds_profile_name_photo_and_place() {
        for (place, photo) in Place::ALL.into_iter().zip([None, Some("A")].into_iter().cycle()) {
            let sighting = Sighting {
                profile: ProfileId::from_address("https://www.linkedin.com/in/ann-other/").unwrap(),
                name: "Ann Other, Dr.".to_owned(),
                photo: photo.map(|id| id.to_owned().into()),
                set_at: None,
                place,
                first_seen: 1,
                last_seen: 2,
            };
            assert_eq!(Sighting::of_key(&sighting.key()), Some(("ann-other", "Ann Other, Dr.", photo, place)));
        }
        for wrong in ["", "a\nb\nc", "a\nb\nc\nx", "a\nb\nc\nip", "a\nb\nc\ni\n"] {
            assert_eq!(Sighting::of_key(wrong), None, "{wrong:?}");
        }
    }
}
