//! A card as read from the page → an invitation to connect, in any language.
//!
//! The reading goes by structure (../../../docs/reading.md): controls name the inviter, the headline follows the block
//! with the name, then LinkedIn's own lines; the text after the controls is the note. What the inviter may have
//! written never counts as LinkedIn's word.

mod card;
mod inviter;
mod kinds;
mod lines;
mod marks;
mod mutual;
mod mutual_lines;
pub mod text;
mod vocabulary;

pub use card::{CardAsRead, PageAsRead, Piece, Root};

use serde::{Deserialize, Serialize};

use crate::address::{PhotoAddress, ProfileId, is_organisation};
use inviter::Inviter;
use kinds::Invites;
use lines::Lines;
use text::{folded, line};

/// An invitation to connect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Its key: its URN if the page has it, else the inviter's profile.
    pub key: String,
    /// The inviter's profile.
    pub profile: ProfileId,
    /// The inviter's displayed name.
    pub name: String,
    /// The inviter's headline; empty if none was read.
    pub headline: String,
    /// The line that says what is shared; empty if none was read.
    pub context: String,
    /// Mutual connections; `None` is unknown, never zero.
    pub mutual: Option<u32>,
    /// LinkedIn shows its verification mark.
    pub verified: bool,
    /// The inviter follows the reader.
    pub follows: bool,
    /// LinkedIn draws the mark of an employer or school shared with the reader.
    #[serde(default)]
    pub shared: bool,
    /// The inviter's note; empty if none.
    pub note: String,
    /// The inviter's photo.
    pub photo: CardPhoto,
}

/// The photo on a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CardPhoto {
    /// The card shows none, or a placeholder.
    None,
    /// A photo that the page has not shown, or not yet: it is not fetched.
    NotShown,
    /// A picture that is not on LinkedIn's photo host.
    Elsewhere,
    /// A profile photo.
    At(PhotoAddress),
}

impl CardPhoto {
    /// Its address, if it is a profile photo.
    #[must_use]
    pub fn address(&self) -> Option<&PhotoAddress> {
        match self {
            Self::At(address) => Some(address),
            Self::None | Self::NotShown | Self::Elsewhere => None,
        }
    }
}

/// The result of reading a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// An invitation to connect, and the index of the piece that begins with the inviter's name.
    Invitation(Box<Invitation>, usize),
    /// An invitation to follow, join or attend.
    OtherKind,
    /// A suggestion, an invitation sent, an acknowledgement, or something else.
    NotAnInvitation,
}

/// Reads a card.
#[must_use]
pub fn read(card: &CardAsRead) -> Reading {
    let Some(inviter) = Inviter::find(card) else {
        return if has_organisation(card) { Reading::OtherKind } else { Reading::NotAnInvitation };
    };
    let photo = marks::photo(card, &inviter);
    let lines = Lines::read(card, &inviter, photo.address());
    match lines.invites(card, &inviter) {
        Invites::Other => return Reading::OtherKind,
        // Nothing was understood: an invitation by its mark, and by what all invitations to connect have.
        Invites::Unclear if inviter.words.is_none() && lines.headline.is_empty() => return Reading::NotAnInvitation,
        _ => {}
    }
    let key = if card.urn.is_empty() { key_of(&inviter.profile) } else { line(&card.urn, 200) };
    let follows = |words: &vocabulary::Words| words.follows.iter().any(|phrase| lines.sentence.starts_with(phrase));
    Reading::Invitation(
        Box::new(Invitation {
            key,
            mutual: lines.mutual,
            follows: lines.is_one_block && inviter.words.is_some_and(follows),
            verified: marks::is_verified(card, &inviter),
            shared: lines.shared,
            photo,
            context: lines.context.join(" · "),
            headline: lines.headline,
            note: lines.note,
            profile: inviter.profile,
            name: inviter.name,
        }),
        lines.name_at,
    )
}

/// The key of an invitation whose card has no URN.
#[must_use]
pub fn key_of(inviter: &ProfileId) -> String {
    format!("in:{}", inviter.as_str())
}

/// Whether a company, group or the like is linked beside two controls: an invitation to something else than connecting.
fn has_organisation(card: &CardAsRead) -> bool {
    let links = card.pieces.iter().any(|piece| match piece {
        Piece::Link { href, .. } | Piece::Control { href, .. } => is_organisation(href),
        _ => false,
    });
    links && card.pieces.iter().filter(|piece| matches!(piece, Piece::Control { .. })).count() > 1
}

/// Whether a control, by its label or text, accepts an invitation; `None` where the language is not known.
#[must_use]
pub fn says_accept(language: &str, label: &str) -> Option<bool> {
    let (words, label) = (vocabulary::of(language)?, folded(label));
    Some(words.accept.iter().any(|stem| label.contains(stem)))
}

#[cfg(test)]
mod tests;
