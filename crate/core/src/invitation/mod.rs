//! A card as read from the page → an invitation to connect, in any language.
//!
//! The reading goes by structure (../../../docs/reading.md): two controls name the inviter, the first block of
//! text begins with the name, the headline follows, then the context; what stands after the controls is the note.

mod card;
mod mutual;
mod mutual_lines;
pub mod text;

pub use card::{CardAsRead, PageAsRead, Piece, Root};

use serde::{Deserialize, Serialize};

use crate::address::{PhotoAddress, ProfileId, is_organisation};
use crate::languages::{self, Cards};
use text::{MAX_LINE, MAX_NAME, MAX_NOTE, folded, line, undoubled};

/// How many characters of a name must stand in a control's label; a longer name may be cut there.
const LABEL_NAME: usize = 60;

/// An invitation to connect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// What tells it from others: its URN where the page carries it, else the inviter's profile.
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
    /// A picture that is not on LinkedIn's photo host.
    Elsewhere,
    /// A profile photo.
    At(PhotoAddress),
}

/// What a card turned out to be.
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
    let words = cards_of(&card.language);
    let Some(inviter) = Inviter::find(card, words) else {
        return if has_organisation(card) && controls(card).count() > 1 {
            Reading::OtherKind
        } else {
            Reading::NotAnInvitation
        };
    };
    if has_organisation(card) {
        return Reading::OtherKind;
    }
    let lines = Lines::read(card, &inviter, words);
    let key = if card.urn.is_empty() { format!("in:{}", inviter.profile.as_str()) } else { line(&card.urn, 200) };
    Reading::Invitation(
        Box::new(Invitation {
            key,
            mutual: words.and_then(|words| lines.context.iter().find_map(|text| mutual::count(text, words))),
            follows: words.is_some_and(|words| words.follows.iter().any(|phrase| lines.sentence.contains(phrase))),
            verified: is_verified(card, &inviter),
            shared: has_shared_mark(card, &inviter),
            photo: photo(card, &inviter),
            context: lines.context.join(" · "),
            headline: lines.headline,
            note: lines.note,
            profile: inviter.profile,
            name: inviter.name,
        }),
        lines.name_at,
    )
}

/// The words of a page's language; `None` where it is not known.
fn cards_of(tag: &str) -> Option<&'static Cards> {
    languages::of(tag).map(|language| &language.cards)
}

/// Whose card it is, and where the controls that answer it stand.
struct Inviter {
    profile: ProfileId,
    name: String,
    /// Index of the first control that answers the invitation.
    first_action: usize,
    /// Index of the last of the two that answer it.
    last_action: usize,
}

impl Inviter {
    fn find(card: &CardAsRead, words: Option<&Cards>) -> Option<Self> {
        let mut best: Option<(usize, Self)> = None;
        for (profile, name, strong) in people(card) {
            let naming: Vec<usize> =
                controls(card).filter(|(_, label, _)| names(label, &name)).map(|(i, ..)| i).collect();
            let [first, second, ..] = naming.as_slice() else {
                // Labels may be missing: two bare controls, one of them "Accept", beside a name set in strong.
                let bare: Vec<usize> = controls(card).map(|(i, ..)| i).collect();
                if let (true, [first, second, ..], true) = (strong, bare.as_slice(), accepts(card, &name, words)) {
                    best.get_or_insert((0, Self { profile, name, first_action: *first, last_action: *second }));
                }
                continue;
            };
            if best.as_ref().is_none_or(|(count, _)| naming.len() > *count) {
                best = Some((naming.len(), Self { profile, name, first_action: *first, last_action: *second }));
            }
        }
        let (_, inviter) = best?;
        // A suggestion may carry two controls that name the person as well; it has nothing to accept.
        (card.root == Root::Marked || words.is_none() || accepts(card, &inviter.name, words)).then_some(inviter)
    }
}

/// Linked people with a displayed name, in document order; the picture's alternative text names a link that
/// has no text.
fn people(card: &CardAsRead) -> impl Iterator<Item = (ProfileId, String, bool)> + '_ {
    card.pieces.iter().filter_map(|piece| {
        let (href, shown, strong) = match piece {
            Piece::Link { href, text, strong } => (href, text, *strong),
            _ => return None,
        };
        let name = line(undoubled(shown.trim()), MAX_NAME);
        (name.chars().count() > 1).then_some((ProfileId::from_address(href)?, name, strong))
    })
}

/// Controls that are not links to a profile, with their folded label (else text) and folded text.
fn controls(card: &CardAsRead) -> impl Iterator<Item = (usize, String, String)> + '_ {
    card.pieces.iter().enumerate().filter_map(|(i, piece)| match piece {
        Piece::Control { label, text, href } if ProfileId::from_address(href).is_none() => {
            let shown = folded(text);
            Some((i, if label.trim().is_empty() { shown.clone() } else { folded(label) }, shown))
        }
        _ => None,
    })
}

fn names(label: &str, name: &str) -> bool {
    let start: String = folded(name).chars().take(LABEL_NAME).collect();
    label.contains(start.trim_end())
}

/// Whether one of the controls says "accept" besides the name.
fn accepts(card: &CardAsRead, name: &str, words: Option<&Cards>) -> bool {
    let stems: Vec<&str> = match words {
        Some(words) => words.accept.to_vec(),
        None => languages::ALL.into_iter().flat_map(|language| language.cards.accept).copied().collect(),
    };
    let name = folded(name);
    controls(card).any(|(_, label, text)| {
        let besides = label.replacen(&name, " ", 1);
        stems.iter().any(|stem| besides.contains(stem) || text.contains(stem))
    })
}

fn has_organisation(card: &CardAsRead) -> bool {
    card.pieces.iter().any(|piece| match piece {
        Piece::Link { href, .. } | Piece::Control { href, .. } => is_organisation(href),
        _ => false,
    })
}

/// The card's lines, told apart by their place.
struct Lines {
    name_at: usize,
    sentence: String,
    headline: String,
    context: Vec<String>,
    note: String,
}

impl Lines {
    fn read(card: &CardAsRead, inviter: &Inviter, words: Option<&Cards>) -> Self {
        let blocks = || {
            card.pieces.iter().enumerate().filter_map(|(i, piece)| match piece {
                Piece::Text { text } => Some((i, undoubled(text.trim()))).filter(|(_, text)| !text.is_empty()),
                _ => None,
            })
        };
        let name = folded(&inviter.name);
        let (name_at, sentence) = blocks().find(|(_, text)| folded(text).starts_with(&name)).unwrap_or((0, ""));
        let continues =
            |text: &str| words.is_some_and(|words| words.sentence.iter().any(|phrase| folded(text).contains(phrase)));
        // Without the name, which is the inviter's own words.
        let mut sentence = folded(sentence).replacen(&name, "", 1);
        let mut between = Vec::new();
        for (_, text) in blocks().filter(|(i, _)| *i > name_at && *i < inviter.first_action) {
            // A sentence in two blocks: the name alone, then LinkedIn's words. Later lines are the inviter's own.
            if between.is_empty() && sentence.trim().is_empty() && continues(text) {
                sentence = folded(text);
            } else {
                between.push(line(text, MAX_LINE));
            }
        }
        // The first line is the headline, whatever it says: the inviter wrote it, so it is never context.
        let mut between = between.into_iter();
        let headline = between.next().unwrap_or_default();
        let note: Vec<String> =
            blocks().filter(|(i, _)| *i > inviter.last_action).map(|(_, text)| line(text, MAX_NOTE)).collect();
        Self {
            name_at,
            sentence,
            headline,
            context: between.collect(),
            note: line(note.join(" ").trim_end_matches(['.', '…', ' ']), MAX_NOTE),
        }
    }
}

/// LinkedIn draws its verification mark; the inviter cannot put one on the card. A mark inside somebody else's
/// link is theirs.
fn is_verified(card: &CardAsRead, inviter: &Inviter) -> bool {
    card.pieces.iter().take(inviter.first_action).any(|piece| match piece {
        Piece::Mark { id, label, link } => {
            (id.starts_with("verified-") || label == "Verified")
                && ProfileId::from_address(link).is_none_or(|profile| profile == inviter.profile)
        }
        _ => false,
    })
}

/// An employer's or a school's placeholder mark stands on a person's card where the two share one.
fn has_shared_mark(card: &CardAsRead, inviter: &Inviter) -> bool {
    card.pieces.iter().take(inviter.first_action).any(|piece| match piece {
        Piece::Mark { id, .. } => id.starts_with("company-accent-") || id.starts_with("school-accent-"),
        _ => false,
    })
}

/// Whether a control, by its label or text, accepts an invitation; `None` where the language is not known.
#[must_use]
pub fn says_accept(language: &str, label: &str) -> Option<bool> {
    let (words, label) = (cards_of(language)?, folded(label));
    Some(words.accept.iter().any(|stem| label.contains(stem)))
}

fn photo(card: &CardAsRead, inviter: &Inviter) -> CardPhoto {
    let name = folded(&inviter.name);
    let pictures = || {
        card.pieces.iter().filter_map(|piece| match piece {
            Piece::Image { src, alt, link } => Some((src, alt, link)),
            _ => None,
        })
    };
    let linked = pictures().find(|(_, _, link)| ProfileId::from_address(link).as_ref() == Some(&inviter.profile));
    let named =
        || pictures().find(|(_, alt, link)| folded(alt).contains(&name) && ProfileId::from_address(link).is_none());
    match linked.or_else(named) {
        None => CardPhoto::None,
        Some((src, ..)) if src.contains("//static.licdn.com/") || src.is_empty() => CardPhoto::None,
        Some((src, ..)) => match PhotoAddress::read(src) {
            Some(address) if address.is_fetchable() => CardPhoto::At(address),
            _ => CardPhoto::Elsewhere,
        },
    }
}

#[cfg(test)]
mod tests;
