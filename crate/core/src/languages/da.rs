//! Danish: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

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
        accept: &["accepter", "acceptér"],
        is_accept_whole: false,
        sentence: &[
            "inviterer dig til at oprette forbindelse",
            "vil gerne oprette forbindelse",
            "følger dig",
            "vil oprette forbindelse",
            "har inviteret dig til at oprette forbindelse",
            "vil gerne forbindes",
        ],
        follows: &["følger dig"],
        mutual: &["fælles forbindelse", "fælles kontakt"],
        others: &["andre", "anden"],
        and: "og",
        joiners: &[" samt "],
        bare_others: None,
        lines: &[
            "{name} og en{one} anden fælles forbindelse",
            "{name} og én{one} anden fælles forbindelse",
            "{n} fælles forbindelse",
            "{n} fælles forbindelser",
            "{name} og {n} anden fælles forbindelse",
            "{name} og {n} andre fælles forbindelser",
            "{name} er en fælles forbindelse",
            "{n} fælles kontakter",
            "{name} og {n} andre fælles kontakter",
            "{n} fælles kontakt",
            "{name} er en fælles kontakt",
            "{name} og {n} anden fælles kontakt",
            "{name} og {n} andre er fælles forbindelser",
            "{name} og {n} andre er fælles kontakter",
            "{two} er fælles forbindelser",
            "{two} er fælles kontakter",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
