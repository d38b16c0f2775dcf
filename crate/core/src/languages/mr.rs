//! Marathi: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "mr",
    kinds: Kinds {
        other: &["फॉलो", "अनुसरण", "सदस्यत्व", "सबस्क्राइब", "वृत्तपत्र", "इव्हेंट", "कार्यक्रम", "ग्रुप", "गटा", "पेज"],
        follows_reader: &["तुम्हाला फॉलो कर", "आपल्याला फॉलो कर"],
        connect: &["कनेक्ट करा", "फॉलो करा"],
        verified: &["सत्यापित", "पडताळणी केले"],
        not_verified: &["पडताळणी करा"],
        reply: &["उत्तर"],
        less: &["कमी दाखवा", "कमी पहा"],
        photo: &["फोटो", "छायाचित्र"],
        updated: &["संपर्क", "अपडेट"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["स्वीकार"],
        is_accept_whole: false,
        sentence: &["कनेक्ट करण्यासाठी", "कनेक्ट करायचे", "कनेक्ट करू इच्छि", "कनेक्ट होऊ इच्छि", "तुम्हाला फॉलो कर"],
        follows: &["तुम्हाला फॉलो कर"],
        mutual: &["परस्पर कनेक्शन", "म्युच्युअल कनेक्शन", "सामायिक कनेक्शन"],
        others: &["इतर"],
        and: "आणि",
        joiners: &[" व ", " तसेच "],
        bare_others: None,
        lines: &[
            "{n} [परस्पर|म्युच्युअल|सामायिक] कनेक्शन[|्स]",
            "{name} आणि [{n} इतर|इतर {n}|आणखी {n}] [परस्पर|म्युच्युअल|सामायिक] कनेक्शन[|्स]",
            "{name} [|हे |हे एक ][परस्पर|म्युच्युअल] कनेक्शन [आहे|आहेत]",
            "{two} [|हे ][परस्पर|म्युच्युअल] कनेक्शन[|्स] आहेत",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
