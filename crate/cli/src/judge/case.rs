//! The input of `vouchsafe judge`: cards and sightings, with times, as JSON.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use vouchsafe_core::invitation::{CardAsRead, Piece, Root};
use vouchsafe_core::memory::{Place, Stance};
use vouchsafe_core::service::Month;
use vouchsafe_core::time::Millis;
use vouchsafe_core::web::Hit;

/// An inbox, and what was seen elsewhere on LinkedIn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The time of the judgement; times are epoch milliseconds.
    pub now: Millis,
    /// The invitations.
    #[serde(default)]
    pub cards: Vec<Card>,
    /// People seen elsewhere.
    #[serde(default)]
    pub sightings: Vec<Sighting>,
    /// The results of searches of the web for inviters' photos.
    #[serde(default)]
    pub searches: Vec<Search>,
    /// The content of LinkedIn's "About this profile" for inviters.
    #[serde(default)]
    pub accounts: Vec<Account>,
    /// The user's opinions of inviters.
    #[serde(default)]
    pub opinions: Vec<Opinion>,
}

/// An invitation card, as the content script reads it or in a simple form, with the time it was seen and its photo's
/// file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value", untagged)]
pub enum Card {
    /// As the content script reads it: see `CardAsRead`.
    AsRead(Box<CardSent>),
    /// The simple form.
    Simple(Box<SimpleCard>),
}

/// A card as the content script sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardSent {
    /// The card.
    #[serde(flatten)]
    pub card: CardAsRead,
    /// The file of the photo on it.
    #[serde(default)]
    pub photo: Option<Photo>,
    /// When it was seen.
    pub seen: Millis,
}

/// The content of a card, without its page elements.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SimpleCard {
    /// The inviter's profile: its address, or the last part of it.
    pub profile: String,
    /// The displayed name.
    pub name: String,
    /// The headline.
    pub headline: String,
    /// The note.
    pub note: String,
    /// The line that says what inviter and reader share, in English; written from `mutual` if empty.
    pub context: String,
    /// Mutual connections; none shown if 0.
    pub mutual: u32,
    /// Whether LinkedIn's verification mark is shown.
    pub verified: bool,
    /// Whether the inviter follows the reader.
    pub follows: bool,
    /// Whether LinkedIn's mark of a shared employer is drawn.
    pub shared: bool,
    /// The photo; none shown if absent.
    pub photo: Option<Photo>,
    /// When the card was seen.
    pub seen: Millis,
}

/// A photo: its address on the page, and a file with what is served there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Photo {
    /// The address, as on the page: it carries the upload and when it was set.
    pub url: String,
    /// The file, relative to the JSON file; nothing is fetched without.
    #[serde(default)]
    pub file: Option<PathBuf>,
}

/// Somebody seen elsewhere than on an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sighting {
    /// The profile: its address, or the last part of it.
    pub profile: String,
    /// The displayed name.
    pub name: String,
    /// The photo.
    pub photo: Photo,
    /// The kind of page: profile, search, suggestion, connection or feed.
    pub place: Place,
    /// When the person was seen.
    pub seen: Millis,
}

/// The results of a search of the web for the photo on an inviter's card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// The inviter's profile: its address, or the last part of it.
    pub profile: String,
    /// The engine's key.
    pub engine: String,
    /// The results; empty if the engine found none.
    #[serde(default)]
    pub hits: Vec<Hit>,
    /// Addresses of results that the user called the same photo.
    #[serde(default)]
    pub same: Vec<String>,
    /// Addresses of results that the user struck out.
    #[serde(default)]
    pub other: Vec<String>,
    /// When; now, if absent.
    #[serde(default)]
    pub at: Option<Millis>,
}

/// The content of LinkedIn's "About this profile" for an inviter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The inviter's profile: its address, or the last part of it.
    pub profile: String,
    /// When the account was made.
    #[serde(default)]
    pub joined: Option<Month>,
    /// Whether a verification is listed.
    #[serde(default)]
    pub verified: bool,
}

/// The user's opinion of an inviter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// The inviter's profile: its address, or the last part of it.
    pub profile: String,
    /// known or fake.
    pub says: Stance,
    /// When; now, if absent.
    #[serde(default)]
    pub at: Option<Millis>,
}

/// A card with pieces is one as read; one without is a simple one.
impl TryFrom<Value> for Card {
    type Error = serde_json::Error;

    fn try_from(card: Value) -> Result<Self, Self::Error> {
        Ok(if card.get("pieces").is_some() {
            Self::AsRead(serde_json::from_value(card)?)
        } else {
            Self::Simple(serde_json::from_value(card)?)
        })
    }
}

impl Case {
    /// Every photo of the case.
    pub fn photos(&self) -> impl Iterator<Item = &Photo> {
        let on_cards = self.cards.iter().filter_map(Card::photo);
        on_cards.chain(self.sightings.iter().map(|sighting| &sighting.photo))
    }
}

impl From<SimpleCard> for Card {
    fn from(card: SimpleCard) -> Self {
        Self::Simple(Box::new(card))
    }
}

impl Card {
    /// The photo on the card, if a file is given for it.
    #[must_use]
    pub fn photo(&self) -> Option<&Photo> {
        match self {
            Self::AsRead(sent) => sent.photo.as_ref(),
            Self::Simple(simple) => simple.photo.as_ref(),
        }
    }

    /// When it was seen.
    #[must_use]
    pub fn seen(&self) -> Millis {
        match self {
            Self::AsRead(sent) => sent.seen,
            Self::Simple(simple) => simple.seen,
        }
    }

    /// The card as the content script would read it.
    #[must_use]
    pub fn as_read(&self) -> CardAsRead {
        match self {
            Self::AsRead(sent) => sent.card.clone(),
            Self::Simple(simple) => simple.as_read(),
        }
    }
}

impl SimpleCard {
    /// The card as an English page would show it.
    fn as_read(&self) -> CardAsRead {
        let link = address(&self.profile);
        let name = &self.name;
        let text = |text: String| Piece::Text { text };
        let control = |label: String, text: &str| Piece::Control { label, text: text.to_owned(), href: String::new() };
        let mark = |id: &str| Piece::Mark { id: id.to_owned(), label: String::new(), link: String::new() };
        let mut pieces = Vec::new();
        pieces.extend(self.photo.iter().map(|photo| Piece::Image {
            src: photo.url.clone(),
            alt: String::new(),
            link: link.clone(),
        }));
        pieces.push(Piece::Link { href: link, text: name.clone(), strong: true });
        pieces.extend(self.verified.then(|| mark("verified-small")));
        let follows = if self.follows { "follows you and " } else { "" };
        pieces.push(text(format!("{name} {follows}is inviting you to connect")));
        // The first line is the headline, whatever it says.
        pieces.push(text(if self.headline.is_empty() { "--".to_owned() } else { self.headline.clone() }));
        if self.shared {
            let own = if self.mutual == 0 { self.context.as_str() } else { "" };
            pieces.extend([
                mark("company-accent-4"),
                text(if own.is_empty() { "Works at your company".to_owned() } else { own.to_owned() }),
            ]);
        }
        // LinkedIn's own line is beside a mutual connection's photo.
        pieces.push(mark("person-accent-1"));
        pieces.push(text(match (self.context.as_str(), self.mutual) {
            ("", 0) => String::new(),
            (_, 0) if self.shared => String::new(),
            ("", 1) => "1 mutual connection".to_owned(),
            ("", count) => format!("{count} mutual connections"),
            (context, _) => context.to_owned(),
        }));
        pieces.push(control(format!("Ignore an invitation to connect from {name}"), "Ignore"));
        pieces.push(control(format!("Accept {name}’s invitation"), "Accept"));
        pieces.push(text(self.note.clone()));
        CardAsRead { root: Root::Structure, urn: String::new(), language: "en".to_owned(), pieces }
    }
}

/// A profile's address, made from its last part where only that is given.
#[must_use]
pub fn address(profile: &str) -> String {
    if profile.contains("://") { profile.to_owned() } else { format!("https://www.linkedin.com/in/{profile}/") }
}
