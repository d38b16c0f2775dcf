//! Hungarian: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "hu",
    kinds: Kinds {
        other: &["követésére", "feliratkozásra", "eseményre"],
        invited: &["meghívta önt"],
        connect: &["kapcsolatfelvétel", "követés"],
        verified: &["ellenőrzött", "hitelesített"],
        not_verified: &["nem "],
        reply: &["válasz"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["elfogad"],
        is_accept_whole: false,
        sentence: &["szeretne kapcsolatba lépni", "meghívta önt", "meghívja önt", "követi önt"],
        follows: &["követi önt"],
        mutual: &["közös ismerős", "közös kapcsolat"],
        others: &["további", "másik"],
        and: "és",
        bare_others: None,
        lines: &[
            "{n} közös ismerős",
            "{n} közös kapcsolat",
            "{name} és {n} további közös ismerős",
            "{name} és {n} további közös kapcsolat",
            "{name} és {n} másik közös ismerős",
            "{name} és még {n} közös ismerős",
            "{name} közös ismerős",
            "{name} közös kapcsolat",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    endings: Endings::NONE,
};
