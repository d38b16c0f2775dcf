//! Dutch.
//!
//! From the product's published translations and knowledge of the language; unconfirmed on LinkedIn itself.

use super::{Cards, Endings, Language};

pub(super) const LANGUAGE: Language = Language {
    code: "nl",
    cards: Cards {
        accept: &["accept"],
        sentence: &["wil connectie", "volgt u", "volgt je"],
        follows: &["volgt u", "volgt je"],
        mutual: &["gemeenschappelijke connectie"],
        others: &["andere"],
        and: "en",
        bare_others: None,
    },
    default_notes: &[],
    pressing: "",
    value: include_str!("nl/value.txt"),
    endings: Endings { gendered: &["v"], ..Endings::NONE },
};
