//! Hungarian: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "hu",
    kinds: Kinds {
        other: &[
            "követésére",
            "feliratkozásra",
            "eseményre",
            "kövesd",
            "kövesse",
            "követni a",
            "iratkozz",
            "eseményen",
            "csoport",
            "esemény",
            "oldal",
            "közvetít",
            "élő adás",
        ],
        invited: &["meghívta önt"],
        connect: &["kapcsolatfelvétel", "követés"],
        verified: &["ellenőrzött", "hitelesített", "ellenőrizve"],
        not_verified: &["nem "],
        reply: &["válasz"],
        less: &["kevesebb megjelenítése"],
        photo: &["fotó", "kép"],
        updated: &["kapcsolat", "elérhet", "frissít", "aktualiz"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["elfogad"],
        is_accept_whole: false,
        sentence: &["meghívta önt", "meghívja önt", "követi önt", "követ téged", "kapcsol", "ismerős"],
        follows: &["követi önt", "követ téged"],
        mutual: &["közös ismerős", "közös kapcsolat"],
        others: &["további", "másik"],
        and: "és",
        joiners: &[" meg ", " valamint "],
        bare_others: None,
        lines: &[
            "{n} közös [ismerős|kapcsolat]",
            "{name} és [{n} további|{n} másik|további {n}|még {n}] közös [ismerős|kapcsolat]",
            "{name} és [egy{one} további|egy{one} másik|még egy{one}] közös [ismerős|kapcsolat]",
            "{name} közös [ismerős|kapcsolat]",
            "{two} közös [ismerős|kapcsolat][|ök|ok]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
