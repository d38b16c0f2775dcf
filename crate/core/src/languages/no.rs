//! Norwegian: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "no",
    kinds: Kinds {
        other: &[
            "til å følge",
            "å abonnere",
            "å delta",
            "å følge",
            "til en gruppe",
            "til et arrangement",
            "å like",
            "nyhetsbrev",
            "gruppe",
            "arrangement",
            "siden",
            "direktesend",
            "livestream",
        ],
        invited: &["har invitert deg"],
        connect: &["knytt kontakt", "følg"],
        verified: &["verifisert", "bekreftet"],
        not_verified: &["ikke "],
        reply: &["svar"],
        less: &["vis mindre", "se mindre"],
        photo: &["foto", "bilde"],
        updated: &["kontakt", "oppdater"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["godta", "aksepter"],
        is_accept_whole: false,
        sentence: &["følger deg", "kontakt", "forbindelse", "nettverk"],
        follows: &["følger deg"],
        mutual: &["felles forbindelse", "felles kontakt"],
        others: &["andre", "annen"],
        and: "og",
        joiners: &[" samt "],
        bare_others: None,
        lines: &[
            "{n} felles [forbindelse|kontakt][|r|er]",
            "{name} og {n} [annen|andre] felles [forbindelse|kontakt][|r|er]",
            "{name} og [en|én]{one} annen felles [forbindelse|kontakt]",
            "{name} er en felles [forbindelse|kontakt]",
            "{name} og {n} andre er felles [forbindelser|kontakter]",
            "{two} er felles [forbindelser|kontakter]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
