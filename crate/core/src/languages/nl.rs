//! Dutch.
//!
//! From the product's published translations and knowledge of the language; unconfirmed on LinkedIn itself.

use super::{Cards, Endings, Language};

pub(super) const LANGUAGE: Language = Language {
    code: "nl",
    cards: Cards {
        accept: &["accept"],
        is_accept_whole: false,
        sentence: &["wil connectie", "wil een connectie", "nodigt u uit", "nodigt je uit", "volgt u", "volgt je"],
        follows: &["volgt u", "volgt je"],
        mutual: &["gemeenschappelijke connectie", "gezamenlijke connectie"],
        others: &["andere"],
        and: "en",
        bare_others: None,
        lines: &[
            "{two} zijn gemeenschappelijke connecties",
            "{name} en één{one} andere gemeenschappelijke connectie",
            "{n} gemeenschappelijke connectie",
            "{n} gemeenschappelijke connecties",
            "{n} gezamenlijke connectie",
            "{n} gezamenlijke connecties",
            "{name} en {n} andere gemeenschappelijke connectie",
            "{name} en {n} andere gemeenschappelijke connecties",
            "{name} en nog {n} gemeenschappelijke connectie",
            "{name} en nog {n} gemeenschappelijke connecties",
            "{name} en {n} andere gezamenlijke connecties",
            "{name} en {n} anderen zijn gemeenschappelijke connecties",
            "{name} is een gemeenschappelijke connectie",
        ],
        is_by_lines: false,
    },
    default_notes: &[
        "ik wil je graag toevoegen aan mijn professionele netwerk op linkedin",
        "ik wil u graag toevoegen aan mijn professionele netwerk op linkedin",
        "ik zou u graag toevoegen aan mijn professionele netwerk op linkedin",
        "ik zou je graag toevoegen aan mijn professionele netwerk op linkedin",
        "ik wil graag deel uitmaken van je linkedin netwerk",
    ],
    pressing: include_str!("nl/pressing.txt"),
    value: include_str!("nl/value.txt"),
    endings: Endings { gendered: &["v"], ..Endings::NONE },
};
