//! Italian.
//!
//! From the product's published translations and knowledge of the language; unconfirmed on LinkedIn itself.

use super::{Cards, Endings, Language};

pub(super) const LANGUAGE: Language = Language {
    code: "it",
    cards: Cards {
        accept: &["accett"],
        sentence: &["ti ha invitato", "vuole collegarsi", "ti segue"],
        follows: &["ti segue"],
        mutual: &["collegamenti in comune", "collegamento in comune"],
        others: &["altri", "altro"],
        and: "e",
        bare_others: None,
    },
    default_notes: &[],
    pressing: include_str!("it/pressing.txt"),
    value: include_str!("it/value.txt"),
    endings: Endings { gendered: &["trice", "a"], ..Endings::NONE },
};
