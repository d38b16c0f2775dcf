//! German.
//!
//! Labels and lines as seen in public code and write-ups up to October 2026.

use super::{Cards, Endings, Language};

pub(super) const LANGUAGE: Language = Language {
    code: "de",
    cards: Cards {
        accept: &["annehm", "annimm", "akzeptier"],
        sentence: &["möchte kontakt", "möchte sich mit ihnen vernetzen", "lädt sie ein", "folgt ihnen", "folgt dir"],
        follows: &["folgt ihnen", "folgt dir"],
        mutual: &["gemeinsame kontakt", "gemeinsamer kontakt", "gemeinsamen kontakt"],
        others: &["weitere", "andere"],
        and: "und",
        bare_others: None,
    },
    default_notes: &["ich möchte sie gerne zu meinem beruflichen netzwerk auf linkedin hinzufügen"],
    pressing: include_str!("de/pressing.txt"),
    value: include_str!("de/value.txt"),
    endings: Endings {
        feminine: &["in", "erin", "frau", "r"],
        gendered: &["innen", "in", "frau", "r", "n"],
        joints: &["", "s", "en", "n", "er", "e"],
        inflected: &["innen", "in", "en", "er", "es", "em", "e", "s", "n"],
    },
};
