//! The words that cards are read by, from each language's module.

use crate::languages;

pub use crate::languages::Cards as Words;

/// The words of a page's language; `None` where it is not known.
#[must_use]
pub fn of(tag: &str) -> Option<&'static Words> {
    languages::of(tag).map(|language| &language.cards)
}

/// The words of all languages.
pub fn all() -> impl Iterator<Item = &'static Words> {
    languages::ALL.into_iter().map(|language| &language.cards)
}
