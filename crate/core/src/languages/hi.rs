//! Hindi: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "hi",
    kinds: Kinds {
        other: &["फॉलो", "सदस्यता", "कार्यक्रम", "अनुसरण", "समूह", "इवेंट", "ईवेंट", "ग्रुप", "न्यूजलेटर", "पेज", "भाग लेने"],
        follows_reader: &["आपको फॉलो करते", "आपको फॉलो कर"],
        connect: &["कनेक्ट करें", "फॉलो करें"],
        verified: &["सत्यापित", "वेरिफाइड"],
        not_verified: &["असत्यापित", "सत्यापित कर", "नहीं"],
        reply: &["जवाब"],
        less: &["कम दिखाएं", "कम देखें"],
        photo: &["फोटो", "चित्र"],
        updated: &["संपर्क", "अपडेट"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["स्वीकार"],
        is_accept_whole: false,
        sentence: &[
            "आपको कनेक्ट",
            "कनेक्ट होना चाहते",
            "आपको फॉलो करते",
            "आपको फॉलो करती",
            "कनेक्ट होना चाहती",
            "कनेक्ट करना चाहते",
            "कनेक्ट करना चाहती",
            "जुडना चाहते",
            "जुडना चाहती",
        ],
        follows: &["आपको फॉलो करते", "आपको फॉलो करती"],
        mutual: &["म्यूचुअल कनेक्शन", "आपसी कनेक्शन", "समान कनेक्शन", "पारस्परिक कनेक्शन"],
        others: &["अन्य"],
        and: "और",
        joiners: &[" एवं ", " तथा ", " व "],
        bare_others: None,
        lines: &[
            "{n} [म्यूचुअल|आपसी|समान|पारस्परिक|साझा] कनेक्शन",
            "{name} और [{n} अन्य|{n} अन्य लोग|एक{one} अन्य] [म्यूचुअल|आपसी|समान|पारस्परिक|साझा] कनेक्शन[| हैं]",
            "{name} [|एक ][म्यूचुअल|आपसी] कनेक्शन [है|हैं]",
            "{two} [म्यूचुअल|आपसी] कनेक्शन हैं",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
