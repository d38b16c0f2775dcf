//! Tagalog: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "tl",
    kinds: Kinds {
        other: &[
            "na i-follow",
            "na sundan",
            "na mag-subscribe",
            "na dumalo",
            "sa event",
            "grupo",
            "sumali",
            "page",
            "pahina",
            "live event",
        ],
        invited: &["inimbitahan ka"],
        connect: &["kumonekta", "mag-connect", "i-follow"],
        verified: &["na-verify", "beripikado"],
        not_verified: &["hindi "],
        reply: &["sumagot", "tumugon"],
        less: &["ipakita nang mas kaunti", "magpakita ng mas kaunti"],
        photo: &["larawan", "litrato"],
        updated: &["na-update"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["tanggapin"],
        is_accept_whole: false,
        sentence: &["sinusundan ka", "kumonekta", "koneksyon"],
        follows: &["sinusundan ka"],
        mutual: &["mutual na koneksyon", "mutual na connection", "mutual connection"],
        others: &["iba pang", "pang"],
        and: "at",
        joiners: &[],
        bare_others: None,
        lines: &[
            "{n} mutual na [koneksyon|connection]",
            "{n} mutual connection[|s]",
            "{name} at [{n}|isa{one}] [|iba ]pang mutual na [koneksyon|connection]",
            "{name} at {n} pang mutual connection",
            "[mutual na koneksyon si {name}|{name} ay mutual na koneksyon]",
            "{two} ay mga mutual na koneksyon",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
