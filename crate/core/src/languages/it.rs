//! Italian.
//!
//! From the product's published translations and knowledge of the language; unconfirmed on LinkedIn itself.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts;

pub(super) const LANGUAGE: Language = Language {
    code: "it",
    kinds: Kinds {
        other: &[
            "a seguire",
            "a iscriverti",
            "a partecipare",
            "ad abbonarti",
            "mettere mi piace",
            "pagina",
            "gruppo",
            "diretta",
            "evento",
            "che tu segua",
            "che lei segua",
        ],
        invited: &["ti ha invitato"],
        connects: &["vuole collegarsi"],
        connect: &["collegati", "segui"],
        verified: &["verificat"],
        not_verified: &["non ", "essere "],
        reply: &["rispond"],
        less: &["mostra meno", "vedi meno", "visualizza meno"],
        shared: &["lavora", "ha studiato"],
        photo: &["foto", "immagin"],
        updated: &["contatt", "aggiornat"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["accett"],
        is_accept_whole: false,
        sentence: &["la segue", "ti segue", "collegar", "rete", "contatt"],
        follows: &["ti segue", "la segue"],
        mutual: &["collegamenti in comune", "collegamento in comune"],
        others: &["altri", "altro"],
        and: "e",
        joiners: &[],
        bare_others: None,
        lines: &[
            "{two} sono collegamenti in comune",
            "{n} collegamento in comune",
            "{n} collegamenti in comune",
            "{name} e un altro{one} collegamento in comune",
            "{name} e altri {n} collegamenti in comune",
            "{name} e {n} altri collegamenti in comune",
            "{name} e altri {n} collegamenti reciproci",
            "{n} collegamenti reciproci",
            "{name} è un collegamento in comune",
        ],
        is_by_lines: false,
    },
    default_notes: &[
        "vorrei aggiungerti alla mia rete professionale su linkedin",
        "vorrei aggiungerla alla mia rete professionale su linkedin",
        "desidero aggiungerti alla mia rete professionale su linkedin",
        "mi piacerebbe aggiungerti alla mia rete professionale su linkedin",
        "vorrei entrare a far parte della tua rete linkedin",
    ],
    pressing: texts::LANGUAGES_IT_PRESSING,
    worth: texts::LANGUAGES_IT_WORTH,
    titles: Titles {
        at: &[" presso "],
        not_found: &[" non trovat", "verifica di sicurezza"],
        many: &["profili"],
        posted: &[" su linkedin"],
        posts: &["post di "],
        before: &["profilo di "],
        ..Titles::NONE
    },
    endings: Endings { gendered: &["trice", "a"], ..Endings::NONE },
};
