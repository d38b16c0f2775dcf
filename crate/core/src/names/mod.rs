//! May two displayed names be one person's?
//!
//! A displayed name is cleaned of decorations and headlines (`clean`), read into words (`parse`), each folded to
//! Latin letters (`fold`) and compared by spelling, sound and nickname (`word`); the ties between the words then
//! decide (`judge`). Chinese, Japanese and Korean names are separated from the titles and employers around them
//! (`characters`) and compared with each other, and by their readings with Latin letters (`east`).
//!
//! The tables are text files in `data/`; each names its source.
mod characters;
mod clean;
mod east;
mod family;
mod fold;
mod judge;
mod nicknames;
mod parse;
mod romanised;
mod scripts;
mod slug;
mod sounds;
mod spelling;
mod syllables;
mod tables;
mod tones;
mod unspaced;
mod widths;
mod word;
mod written;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use slug::compare_with_slug;

/// A word in plain lower-case Latin letters, its marks dropped; Chinese, Korean and unknown letters stay as they are.
pub(crate) fn plain(word: &str) -> String {
    fold::fold(word).plain
}

/// Whether a word is known as a given name.
pub(crate) fn is_given_name(word: &str) -> bool {
    let plain = plain(word.trim_matches(|c: char| !c.is_alphanumeric()));
    tables::is_given_name(&plain) || nicknames::is_known(&plain)
}

/// The answer to "may these two displayed names be one person's?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameMatch {
    /// One person's name, written in two ways.
    Same,
    /// Names of two people.
    Different,
    /// Cannot be told: a changed surname, a single name, a script that cannot be read.
    Unclear,
}

/// Compares two displayed names, as written on a page. Symmetric, and defined for any text.
///
/// A false "different" is worse than a false "same", and both are worse than "unclear": the same given name with
/// another surname is unclear (people marry), as is a single name beside a full one.
#[must_use]
pub fn compare(a: &str, b: &str) -> NameMatch {
    ReadName::new(a).compare(&ReadName::new(b))
}

/// A displayed name, read once, to be compared with many. Reading takes longer than comparing.
#[derive(Debug)]
pub struct ReadName {
    /// As displayed; puts two names in a fixed order, so that comparing is symmetric.
    text: String,
    name: parse::Name,
}

impl ReadName {
    /// Reads a displayed name. Defined for any text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), name: parse::parse(text) }
    }

    /// Whether one of these words is in the name, in plain letters; true for a name that is not in Latin letters.
    /// Quick: what shares no word is hardly ever the same.
    pub(crate) fn shares_word(&self, words: &[&str]) -> bool {
        let plain_of = |text: &str| {
            let words = text.split(|c: char| !c.is_alphanumeric());
            words.map(plain).filter(|word| word.chars().count() > 1).collect::<Vec<_>>()
        };
        let own = plain_of(&self.text);
        !self.text.chars().all(|c| c < '\u{250}')
            || words.iter().flat_map(|word| plain_of(word)).any(|w| own.contains(&w))
    }

    /// Whether both have a family name that strangers seldom share, men's and women's forms being one.
    pub(crate) fn shares_family_name(&self, other: &Self) -> bool {
        family::share(&self.name, &other.name)
    }

    /// Compares two names; the answer equals [`compare`] of the two texts.
    #[must_use]
    pub fn compare(&self, other: &Self) -> NameMatch {
        let (first, second) = if self.text <= other.text { (self, other) } else { (other, self) };
        judge::judge(&first.name, &second.name)
    }
}
