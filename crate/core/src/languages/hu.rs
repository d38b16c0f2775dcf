//! Hungarian: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

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
        ],
        invited: &["meghívta önt"],
        connect: &["kapcsolatfelvétel", "követés"],
        verified: &["ellenőrzött", "hitelesített"],
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
        sentence: &[
            "szeretne kapcsolatba lépni",
            "meghívta önt",
            "meghívja önt",
            "követi önt",
            "szeretne kapcsolatot",
            "követ téged",
        ],
        follows: &["követi önt", "követ téged"],
        mutual: &["közös ismerős", "közös kapcsolat"],
        others: &["további", "másik"],
        and: "és",
        joiners: &[" meg ", " valamint "],
        bare_others: None,
        lines: &[
            "{name} és egy{one} további közös ismerős",
            "{name} és egy{one} másik közös ismerős",
            "{name} és még egy{one} közös ismerős",
            "{n} közös ismerős",
            "{n} közös kapcsolat",
            "{name} és {n} további közös ismerős",
            "{name} és {n} további közös kapcsolat",
            "{name} és {n} másik közös ismerős",
            "{name} és még {n} közös ismerős",
            "{name} közös ismerős",
            "{name} közös kapcsolat",
            "{name} és további {n} közös ismerős",
            "{name} és további {n} közös kapcsolat",
            "{name} és még {n} közös kapcsolat",
            "{two} közös ismerős",
            "{two} közös ismerősök",
            "{two} közös kapcsolatok",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
