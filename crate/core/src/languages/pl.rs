//! Polish: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "pl",
    kinds: Kinds {
        other: &["do obserwowania", "do subskrypcji", "do subskrybowania", "do udziału", "do dołączenia do grupy"],
        invited: &["zaprosił"],
        connect: &["połącz", "nawiąż kontakt", "obserwuj"],
        verified: &["zweryfikowan"],
        not_verified: &["nie "],
        reply: &["odpowied"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["zaakceptuj", "akceptuj", "przyjmij"],
        is_accept_whole: false,
        sentence: &["zaprasza cię", "chce nawiązać kontakt", "zaprasza do nawiązania kontaktu", "obserwuje cię"],
        follows: &["obserwuje cię"],
        mutual: &["wspólny kontakt", "wspólne kontakty", "wspólnych kontaktów"],
        others: &["inny", "inne", "innych"],
        and: "i",
        bare_others: None,
        lines: &[
            "{n} wspólny kontakt",
            "{n} wspólne kontakty",
            "{n} wspólnych kontaktów",
            "{name} i {n} inny wspólny kontakt",
            "{name} i {n} inne wspólne kontakty",
            "{name} i {n} innych wspólnych kontaktów",
            "{name} to wspólny kontakt",
            "{name} jest wspólnym kontaktem",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    endings: Endings::NONE,
};
