//! English.
//!
//! Labels and lines as seen in public code and write-ups up to October 2026.

use super::{Cards, Endings, Kinds, Language};
use crate::texts;

pub(super) const LANGUAGE: Language = Language {
    code: "en",
    kinds: Kinds {
        other: &[
            "to follow",
            "to subscribe",
            "to attend",
            "to an event",
            "to like",
            "to a newsletter",
            "to register",
            "you to join",
            "to their event",
            "to a group",
            "to a page",
            "to become",
            "to a live",
            "to a linkedin live",
            "to collaborate",
            "to contribute",
        ],
        invited: &["invited you", "has invited you", "invites you"],
        connects: &[
            "is inviting you to connect",
            "invited you to connect",
            "wants to connect",
            "follows you and is inviting you to connect",
        ],
        connect: &["connect", "+ connect", "follow"],
        verified: &["verified"],
        not_verified: &["not ", "unverif", "no ", "verify your"],
        reply: &["reply", "respond"],
        less: &["show less", "see less"],
        shared: &[
            "works at",
            "worked at",
            "works with",
            "attended",
            "studied at",
            "also ",
            "your company",
            "your school",
            "in common",
        ],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["accept"],
        is_accept_whole: true,
        sentence: &["inviting you to connect", "invited you to connect", "wants to connect", "follows you"],
        follows: &["follows you"],
        mutual: &["mutual connection"],
        others: &["other"],
        and: "and",
        joiners: &[],
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
    pressing: texts::LANGUAGES_EN_PRESSING,
    worth: texts::LANGUAGES_EN_WORTH,
    endings: Endings::NONE,
};
