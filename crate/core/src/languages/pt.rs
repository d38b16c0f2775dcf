//! Portuguese.
//!
//! From the product's published translations and knowledge of the language; unconfirmed on LinkedIn itself.

use super::{Cards, Endings, Language};

pub(super) const LANGUAGE: Language = Language {
    code: "pt",
    cards: Cards {
        accept: &["aceit"],
        sentence: &["convidou você", "quer se conectar", "segue você"],
        follows: &["segue você"],
        mutual: &["conexões em comum", "conexão em comum"],
        others: &["mais", "outra", "outro"],
        and: "e",
        bare_others: None,
    },
    default_notes: &[],
    pressing: include_str!("pt/pressing.txt"),
    value: include_str!("pt/value.txt"),
    endings: Endings::NONE,
};
