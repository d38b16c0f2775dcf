//! The user's answers as messages carry them. Any other value is refused.

use serde::Deserialize;

use crate::memory::Stance;

/// Whether the user knows an inviter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PersonAnswer {
    /// "I know this person."
    Known,
    /// "This is fake."
    Fake,
    /// Takes it back.
    Undo,
}

/// Whether two photos that look alike are the same picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PhotosAnswer {
    /// They are the same picture.
    Same,
    /// They are not.
    Other,
    /// Takes it back.
    Undo,
}

/// The user's answer to a photo check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CheckAnswer {
    /// Nothing.
    NothingFound,
    /// This person alone, under the same name.
    SameName,
    /// The same photo under another name.
    OtherName,
    /// Takes it back.
    Undo,
}

impl From<PersonAnswer> for Option<Stance> {
    fn from(answer: PersonAnswer) -> Self {
        match answer {
            PersonAnswer::Known => Some(Stance::Known),
            PersonAnswer::Fake => Some(Stance::Fake),
            PersonAnswer::Undo => None,
        }
    }
}

impl From<PhotosAnswer> for Option<bool> {
    fn from(answer: PhotosAnswer) -> Self {
        match answer {
            PhotosAnswer::Same => Some(true),
            PhotosAnswer::Other => Some(false),
            PhotosAnswer::Undo => None,
        }
    }
}
