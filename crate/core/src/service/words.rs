//! What the user says in one word, as messages carry it. Any other word is refused.

use serde::Deserialize;

use super::Found;
use crate::memory::Says;

/// On an inviter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OnPerson {
    /// "I know this person."
    Known,
    /// "This is fake."
    Fake,
    /// Takes it back.
    Undo,
}

/// On two photos that look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OnPhotos {
    /// They are the same picture.
    Same,
    /// They are not.
    Other,
    /// Takes it back.
    Undo,
}

/// On what a photo check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OnCheck {
    /// Nothing.
    NothingFound,
    /// This person alone, under the same name.
    SameName,
    /// The same photo under another name.
    OtherName,
    /// Takes it back.
    Undo,
}

impl From<OnPerson> for Option<Says> {
    fn from(word: OnPerson) -> Self {
        match word {
            OnPerson::Known => Some(Says::Known),
            OnPerson::Fake => Some(Says::Fake),
            OnPerson::Undo => None,
        }
    }
}

impl From<OnPhotos> for Option<bool> {
    fn from(word: OnPhotos) -> Self {
        match word {
            OnPhotos::Same => Some(true),
            OnPhotos::Other => Some(false),
            OnPhotos::Undo => None,
        }
    }
}

impl OnCheck {
    /// With the link that was pasted, empty if none was.
    #[must_use]
    pub fn with(self, pasted: &str) -> Option<Found<'_>> {
        match self {
            Self::NothingFound => Some(Found::Nothing),
            Self::SameName => Some(Found::SameName),
            Self::OtherName => Some(Found::OtherName { pasted }),
            Self::Undo => None,
        }
    }
}
