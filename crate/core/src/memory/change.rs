//! What is stored: records of every kind, and changes to them.

use serde::{Deserialize, Serialize};

use super::{
    AboutSeen, Calendar, Comparing, Connections, LastLook, Opinion, Photo, PhotoCheck, PhotoCounts, Received, Searched,
    Sighting, Undo,
};
use crate::address::PhotoId;
use crate::worth::Goals;

/// One stored fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Record {
    /// Who was seen with which photo.
    Sighting(Sighting),
    /// A photo.
    Photo(Photo),
    /// An invitation.
    Received(Received),
    /// The user's own photo check.
    PhotoCheck(PhotoCheck),
    /// The last reading of an invitation page.
    LastLook(LastLook),
    /// What the user says of a person.
    Opinion(Opinion),
    /// What the user says of two photos that look alike.
    Comparing(Comparing),
    /// What searches of the web found for a photo.
    Searched(Searched),
    /// What LinkedIn's "About this profile" says.
    #[serde(rename = "account")]
    About(AboutSeen),
    /// Counts of photos.
    #[serde(rename = "tally")]
    PhotoCounts(PhotoCounts),
    /// The user's goals.
    Goals(Goals),
    /// How many connections the user has.
    Connections(Connections),
    /// What the clock was seen to do.
    Calendar(Calendar),
    /// What a part of an unfinished import changed; not read into the memory.
    Undo(Undo),
    /// A photo's rendition; not read into the memory, but from the store when it is needed.
    Rendition {
        /// The photo's id.
        photo: PhotoId,
        /// The rendition's stored form, [`crate::photo::Rendition::as_bytes`].
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
}

/// The kinds of record, each stored by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// [`Record::Sighting`]
    Sighting,
    /// [`Record::Photo`]
    Photo,
    /// [`Record::Received`]
    Received,
    /// [`Record::PhotoCheck`]
    PhotoCheck,
    /// [`Record::LastLook`]
    LastLook,
    /// [`Record::Opinion`]
    Opinion,
    /// [`Record::Comparing`]
    Comparing,
    /// [`Record::Searched`]
    Searched,
    /// [`Record::About`]
    About,
    /// [`Record::PhotoCounts`]
    PhotoCounts,
    /// [`Record::Goals`]
    Goals,
    /// [`Record::Connections`]
    Connections,
    /// [`Record::Calendar`]
    Calendar,
    /// [`Record::Undo`]
    Undo,
    /// [`Record::Rendition`]
    Rendition,
}

impl Kind {
    /// The kinds that are read into the memory.
    pub const REMEMBERED: [Self; 13] = [
        Self::Calendar,
        Self::PhotoCounts,
        Self::Goals,
        Self::Connections,
        Self::LastLook,
        Self::Opinion,
        Self::Comparing,
        Self::PhotoCheck,
        Self::Searched,
        Self::About,
        Self::Received,
        Self::Sighting,
        Self::Photo,
    ];
}

impl Record {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Sighting(_) => Kind::Sighting,
            Self::Photo(_) => Kind::Photo,
            Self::Received(_) => Kind::Received,
            Self::PhotoCheck(_) => Kind::PhotoCheck,
            Self::LastLook(_) => Kind::LastLook,
            Self::Opinion(_) => Kind::Opinion,
            Self::Comparing(_) => Kind::Comparing,
            Self::Searched(_) => Kind::Searched,
            Self::About(_) => Kind::About,
            Self::PhotoCounts(_) => Kind::PhotoCounts,
            Self::Goals(_) => Kind::Goals,
            Self::Connections(_) => Kind::Connections,
            Self::Calendar(_) => Kind::Calendar,
            Self::Undo(_) => Kind::Undo,
            Self::Rendition { .. } => Kind::Rendition,
        }
    }

    /// Its key among those of its kind.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Sighting(sighting) => sighting.key(),
            Self::Photo(photo) => photo.address.id.as_str().to_owned(),
            Self::Received(received) => received.invitation.key.clone(),
            Self::PhotoCheck(check) => check.photo.as_str().to_owned(),
            Self::LastLook(_) => "last".to_owned(),
            Self::Opinion(opinion) => opinion.profile.as_str().to_owned(),
            Self::Comparing(comparing) => Comparing::key(&comparing.a, &comparing.b),
            Self::Searched(searched) => searched.photo.as_str().to_owned(),
            Self::About(seen) => seen.profile.as_str().to_owned(),
            Self::PhotoCounts(_) => "tally".to_owned(),
            Self::Goals(_) => "goals".to_owned(),
            Self::Connections(_) => "connections".to_owned(),
            Self::Calendar(_) => "calendar".to_owned(),
            Self::Undo(undo) => Self::undo_key(undo.number),
            Self::Rendition { photo, .. } => photo.as_str().to_owned(),
        }
    }

    /// The key under which a part of an import is noted. The keys are in the order of the parts.
    #[must_use]
    pub fn undo_key(number: u32) -> String {
        format!("{number:010}")
    }
}

/// A change to what is stored.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "puts are the rule, deletions the exception")]
pub enum Change {
    /// Put this record in the place of the one with its kind and key.
    Put(Record),
    /// Delete the record of this kind and key.
    Delete(Kind, String),
}
