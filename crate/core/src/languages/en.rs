//! English.
//!
//! Labels and lines as seen in public code and write-ups up to October 2026.

use super::{Cards, Endings, Language};

pub(super) const LANGUAGE: Language = Language {
    code: "en",
    cards: Cards {
        accept: &["accept"],
        is_accept_whole: true,
        sentence: &["inviting you to connect", "invited you to connect", "wants to connect", "follows you"],
        follows: &["follows you"],
        mutual: &["mutual connection"],
        others: &["other"],
        and: "and",
        bare_others: Some(" others"),
        lines: &[
            "{two} are mutual connections",
            "{name} and one{one} other mutual connection",
            "{n} mutual connection",
            "{n} mutual connections",
            "{name} and {n} other mutual connection",
            "{name} and {n} other mutual connections",
            "{name} is a mutual connection",
        ],
        is_by_lines: false,
    },
    default_notes: &[
        "i d like to add you to my professional network on linkedin",
        "i d like to join your linkedin network",
        "i d like to connect with you on linkedin",
        "hi i d like to join your linkedin network",
        "please add me to your linkedin network",
        "since you are a person i trust i wanted to invite you to join my network on linkedin",
    ],
    pressing: include_str!("en/pressing.txt"),
    value: include_str!("en/value.txt"),
    endings: Endings::NONE,
};
