//! Dutch.
//!
//! From the product's published translations and knowledge of the language; unconfirmed on LinkedIn itself.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts;

pub(super) const LANGUAGE: Language = Language {
    code: "nl",
    kinds: Kinds {
        other: &[
            "te volgen",
            "te abonneren",
            "deel te nemen",
            "lid te worden",
            "nieuwsbrief",
            "pagina",
            "groep",
            "livestream",
            "evenement",
            "dat je",
            "dat u",
        ],
        invited: &["heeft u uitgenodigd", "heeft je uitgenodigd"],
        connect: &["connectie maken", "verbinden", "volgen"],
        verified: &["geverifieerd"],
        not_verified: &["niet ", "worden"],
        reply: &["beantwoord", "antwoord"],
        less: &["minder weergeven", "minder tonen"],
        shared: &["werkt", "studeerde"],
        photo: &["foto", "afbeelding"],
        updated: &["contact", "bijgewerkt"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["accept"],
        is_accept_whole: false,
        sentence: &["volgt u", "volgt je", "connectie", "netwerk", "contact"],
        follows: &["volgt u", "volgt je"],
        mutual: &["gemeenschappelijke connectie", "gezamenlijke connectie"],
        others: &["andere"],
        and: "en",
        joiners: &[],
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
    pressing: texts::LANGUAGES_NL_PRESSING,
    worth: texts::LANGUAGES_NL_WORTH,
    titles: Titles {
        at: &[" bij "],
        not_found: &[" niet gevonden", "beveiligingscontrole"],
        many: &["profielen"],
        posted: &[" op linkedin"],
        posts: &["bericht van ", "bijdrage van "],
        before: &["profiel van "],
        ..Titles::NONE
    },
    endings: Endings { gendered: &["v"], ..Endings::NONE },
};
