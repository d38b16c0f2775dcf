//! Romanian: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "ro",
    kinds: Kinds {
        other: &[
            "să urmăriți",
            "să urmărești",
            "să vă abonați",
            "să participați",
            "la un eveniment",
            "la evenimentul",
            "grupului",
            "în grupul",
            "să te abonezi",
            "să participi",
            "eveniment",
            "grup",
            "pagin",
            "transmisi",
            "în direct",
        ],
        invited: &["v-a invitat", "te-a invitat"],
        connect: &["conectați-vă", "conectează-te", "urmăriți", "urmărește"],
        verified: &["verificat"],
        not_verified: &["neverificat"],
        reply: &["răspund"],
        less: &["afișați mai puțin", "afișează mai puțin", "vezi mai puțin"],
        photo: &["poză", "poza", "foto", "imagine"],
        updated: &["contact", "actualiz"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["accept"],
        is_accept_whole: false,
        sentence: &["vă urmărește", "te urmărește", "conect", "contact", "rețea"],
        follows: &["vă urmărește", "te urmărește"],
        mutual: &["contact comun", "contacte comune", "conexiune comună", "conexiuni comune", "de conexiuni comune"],
        others: &["alt", "alte"],
        and: "și",
        joiners: &[" precum și "],
        bare_others: None,
        lines: &[
            "{n} [|de ][contact comun|contacte comune|conexiune comună|conexiuni comune|relație comună|relații comune]",
            "{name} și [încă|alte] {n} [|de ][contacte|conexiuni|relații] comune",
            "{name} și [încă un{one}|un{one} alt] contact comun",
            "{name} și [încă o{one}|o{one} altă] [conexiune|relație] comună",
            "{name} este [un contact comun|o conexiune comună|o relație comună]",
            "{two} sunt [contacte|conexiuni|relații] comune",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
