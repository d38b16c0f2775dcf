//! German.
//!
//! Labels and lines as seen in public code and write-ups up to October 2026.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts;

pub(super) const LANGUAGE: Language = Language {
    code: "de",
    kinds: Kinds {
        other: &[
            "zu folgen",
            "zu abonnieren",
            "teilzunehmen",
            "beizutreten",
            "zu einem event",
            "zu einer veranstaltung",
            "zum event",
            "zu einem live",
            "zur veranstaltung",
            "zur teilnahme",
            "zum beitritt",
            "zum folgen",
            "zum abonn",
            "seite",
            "gruppe",
            "liveübertrag",
            "livestream",
            "event ",
            "dass sie",
            "dass du",
        ],
        invited: &["hat sie eingeladen", "hat dich eingeladen", "lädt sie ein", "lädt dich ein"],
        connects: &["möchte kontakt mit ihnen aufnehmen", "möchte sich mit ihnen vernetzen"],
        connect: &["vernetzen", "kontaktieren", "als kontakt hinzufügen", "folgen"],
        verified: &["verifiziert", "bestätigt"],
        not_verified: &["nicht ", "werden", "lassen"],
        reply: &["antwort", "beantwort"],
        less: &["weniger anzeigen"],
        shared: &["arbeitet bei", "arbeitete bei", "arbeitet auch", "besuchte", "studierte"],
        photo: &["foto", "bild"],
        updated: &["kontakt", "aktualis"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["annehm", "annimm", "akzeptier"],
        is_accept_whole: false,
        sentence: &["folgt ihnen", "folgt dir", "kontakt", "vernetz", "netzwerk"],
        follows: &["folgt ihnen", "folgt dir"],
        mutual: &["gemeinsame kontakt", "gemeinsamer kontakt", "gemeinsamen kontakt"],
        others: &["weitere", "andere"],
        and: "und",
        joiners: &[],
        bare_others: None,
        lines: &[
            "{two} sind gemeinsame kontakte",
            "{name} und ein{one} weiterer gemeinsamer kontakt",
            "{n} gemeinsamer kontakt",
            "{n} gemeinsame kontakte",
            "{name} und {n} weiterer gemeinsamer kontakt",
            "{name} und {n} weitere gemeinsame kontakte",
            "{name} ist ein gemeinsamer kontakt",
        ],
        is_by_lines: false,
    },
    default_notes: &[
        "ich möchte sie gerne zu meinem beruflichen netzwerk auf linkedin hinzufügen",
        "ich würde sie gerne zu meinem beruflichen netzwerk auf linkedin hinzufügen",
        "ich möchte dich gerne zu meinem beruflichen netzwerk auf linkedin hinzufügen",
        "ich möchte ihrem linkedin netzwerk beitreten",
        "ich würde mich gerne mit ihnen auf linkedin vernetzen",
    ],
    pressing: texts::LANGUAGES_DE_PRESSING,
    worth: texts::LANGUAGES_DE_WORTH,
    titles: Titles {
        at: &[" bei "],
        not_found: &[" nicht gefunden", "sicherheitsüberprüfung"],
        many: &["mitglieder"],
        posted: &[" auf linkedin"],
        posts: &["beitrag von ", "post von "],
        before: &["profil von "],
        ..Titles::NONE
    },
    endings: Endings {
        feminine: &["in", "erin", "frau", "r"],
        gendered: &["innen", "in", "frau", "r", "n"],
        joints: &["", "s", "en", "n", "er", "e"],
        inflected: &["innen", "in", "en", "er", "es", "em", "e", "s", "n"],
    },
};
