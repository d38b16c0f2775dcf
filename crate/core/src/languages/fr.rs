//! French.
//!
//! From the product's published translations and knowledge of the language; unconfirmed on LinkedIn itself.

use super::{Cards, Endings, Language};

pub(super) const LANGUAGE: Language = Language {
    code: "fr",
    cards: Cards {
        accept: &["accept"],
        sentence: &["vous invite à", "souhaite se connecter", "vous suit"],
        follows: &["vous suit"],
        mutual: &["relations en commun", "relation en commun"],
        others: &["autre"],
        and: "et",
        bare_others: None,
    },
    default_notes: &[],
    pressing: include_str!("fr/pressing.txt"),
    value: include_str!("fr/value.txt"),
    endings: Endings { gendered: &["trice", "euse", "ère", "ne", "e", "se"], ..Endings::NONE },
};
