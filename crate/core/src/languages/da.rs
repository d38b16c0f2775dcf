//! Danish: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "da",
    kinds: Kinds {
        other: &[
            "til at følge",
            "at abonnere",
            "at deltage",
            "at følge",
            "til en gruppe",
            "til en begivenhed",
            "at synes godt om",
            "nyhedsbrev",
            "gruppe",
            "begivenhed",
            "arrangement",
            "siden",
            "livestream",
            "direkte udsend",
        ],
        invited: &["har inviteret dig"],
        connect: &["opret forbindelse", "knyt kontakt", "følg"],
        verified: &["verificeret", "bekræftet"],
        not_verified: &["ikke "],
        reply: &["svar"],
        less: &["vis mindre", "se mindre"],
        photo: &["foto", "billede"],
        updated: &["kontakt", "opdater"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["accepter", "acceptér", "godkend"],
        is_accept_whole: false,
        sentence: &["følger dig", "forbind", "netværk"],
        follows: &["følger dig"],
        mutual: &["fælles forbindelse", "fælles kontakt"],
        others: &["andre", "anden"],
        and: "og",
        joiners: &[" samt "],
        bare_others: None,
        lines: &[
            "{n} fælles [forbindelse|kontakt][|r|er]",
            "{name} og {n} and[en|re] fælles [forbindelse|kontakt][|r|er]",
            "{name} og [en|én]{one} anden fælles [forbindelse|kontakt]",
            "{name} er en fælles [forbindelse|kontakt]",
            "{name} og {n} andre er fælles [forbindelser|kontakter]",
            "{two} er fælles [forbindelser|kontakter]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
