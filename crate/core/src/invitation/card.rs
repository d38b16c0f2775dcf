//! The types that the content script sends: a card, and the page it is on. Untrusted until read.

use serde::{Deserialize, Serialize};

/// A card as read from the page: what is on it, in document order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CardAsRead {
    /// How the card was found.
    pub root: Root,
    /// The invitation's URN where the page carries it, else empty.
    pub urn: String,
    /// The page's language, such as `en` or `de-DE`.
    pub language: String,
    /// The pieces of the card.
    pub pieces: Vec<Piece>,
}

/// How a card's outermost element was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Root {
    /// By a mark that only invitations carry, or inside the list of received invitations.
    Marked,
    /// By its structure alone: a list item with a link to someone and something to press.
    Structure,
}

/// One thing on a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case", try_from = "PieceAsSent")]
pub enum Piece {
    /// A block of text, without the text of controls. An empty one says that a block begins or ends here.
    Text {
        /// As shown.
        text: String,
    },
    /// A block that the page sets as somebody's words: a block quotation.
    Quote {
        /// As shown.
        text: String,
    },
    /// A block that says how long ago something was, in the page's language.
    Time {
        /// As shown.
        text: String,
    },
    /// A link that is not a control; its text is also part of a block.
    Link {
        /// Absolute address.
        href: String,
        /// As shown; empty around a picture.
        text: String,
        /// Whether the text is set in `strong`.
        strong: bool,
    },
    /// Something to press.
    Control {
        /// Its accessible label, else empty.
        label: String,
        /// Its text.
        text: String,
        /// Where it leads, if it is a link.
        href: String,
    },
    /// A picture.
    Image {
        /// Absolute address, of the picture that is to be shown where it loads late.
        src: String,
        /// Its alternative text.
        alt: String,
        /// Address of the link around it, else empty.
        link: String,
    },
    /// A drawn mark (verified, premium, a placeholder for a person or a company), or words for screen readers only.
    Mark {
        /// Its element id, else empty.
        id: String,
        /// Its accessible label, else empty.
        label: String,
        /// Address of the link around it, else empty.
        link: String,
    },
}

/// Every field a piece may have. Reading this and then telling the kinds apart takes far less code than a tagged enum.
#[derive(Deserialize)]
struct PieceAsSent {
    kind: PieceKind,
    text: Option<String>,
    href: Option<String>,
    strong: Option<bool>,
    label: Option<String>,
    src: Option<String>,
    alt: Option<String>,
    link: Option<String>,
    id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PieceKind {
    Text,
    Quote,
    Time,
    Link,
    Control,
    Image,
    Mark,
}

impl TryFrom<PieceAsSent> for Piece {
    type Error = &'static str;

    fn try_from(sent: PieceAsSent) -> Result<Self, Self::Error> {
        let given = |field: Option<String>| field.ok_or("a piece without one of its fields");
        Ok(match sent.kind {
            PieceKind::Text => Self::Text { text: given(sent.text)? },
            PieceKind::Quote => Self::Quote { text: given(sent.text)? },
            PieceKind::Time => Self::Time { text: given(sent.text)? },
            PieceKind::Link => Self::Link {
                href: given(sent.href)?,
                text: given(sent.text)?,
                strong: sent.strong.ok_or("a link that does not say whether it is strong")?,
            },
            PieceKind::Control => {
                Self::Control { label: given(sent.label)?, text: given(sent.text)?, href: given(sent.href)? }
            }
            PieceKind::Image => Self::Image { src: given(sent.src)?, alt: given(sent.alt)?, link: given(sent.link)? },
            PieceKind::Mark => Self::Mark { id: given(sent.id)?, label: given(sent.label)?, link: given(sent.link)? },
        })
    }
}

/// An invitation page as read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PageAsRead {
    /// Keys of the invitations now on the page.
    pub keys: Vec<String>,
    /// How many invitation cards of any kind are now on the page.
    pub cards: u32,
    /// How many things outside the cards may belong to an invitation that was not understood: links to people; if there
    /// is no card, also photos, buttons and texts beyond those of an empty list.
    pub outside: u32,
    /// The numbers in parentheses on tabs and filters, in document order.
    pub counts: Vec<u32>,
}
