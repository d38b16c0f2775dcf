//! Spanish.
//!
//! From the product's published translations and knowledge of the language; unconfirmed on LinkedIn itself.

use super::{Cards, Endings, Language};

pub(super) const LANGUAGE: Language = Language {
    code: "es",
    cards: Cards {
        accept: &["acept"],
        sentence: &["te ha invitado", "quiere conectar", "te sigue"],
        follows: &["te sigue"],
        mutual: &["contactos en común", "contacto en común"],
        others: &["más", "otro"],
        and: "y",
        bare_others: None,
    },
    default_notes: &[],
    pressing: include_str!("es/pressing.txt"),
    value: include_str!("es/value.txt"),
    endings: Endings { gendered: &["a", "as", "o"], ..Endings::NONE },
};
