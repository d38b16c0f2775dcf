//! Telugu: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "te",
    kinds: Kinds {
        other: &["ఫాలో", "అనుసరించ", "సబ్స్క్రైబ్", "వార్తాలేఖ", "ఈవెంట్", "గ్రూప్", "సమూహ", "పేజీ"],
        follows_reader: &["మిమ్మల్ని ఫాలో అవుతు", "మిమ్మల్ని ఫాలో చేస్తు", "మిమ్మల్ని అనుసరిస్తు"],
        connect: &["కనెక్ట్ అవ్వండి", "కనెక్ట్ చేయండి", "కనెక్ట్ అవండి", "ఫాలో అవ్వండి", "అనుసరించండి"],
        verified: &["ధృవీకరించబడ", "ధృవీకరించార", "వెరిఫై చేయబడ"],
        not_verified: &["లేదు"],
        reply: &["ప్రత్యుత్తరం", "సమాధానం"],
        less: &["తక్కువ చూపించు", "తక్కువ చూపు"],
        photo: &["ఫోటో", "చిత్రం"],
        updated: &["సంప్రదింపు", "అప్డేట్"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["అంగీకరించ", "ఆమోదించ"],
        is_accept_whole: false,
        sentence: &["కనెక్ట్ అవ్వడానికి", "కనెక్ట్ కావడానికి", "కనెక్ట్ అవ్వాలను", "కనెక్ట్ కావాలను", "మిమ్మల్ని ఫాలో అవుతు", "మిమ్మల్ని అనుసరిస్తు"],
        follows: &["మిమ్మల్ని ఫాలో అవుతు", "మిమ్మల్ని అనుసరిస్తు"],
        mutual: &["పరస్పర కనెక్షన్", "మ్యూచువల్ కనెక్షన్", "ఉమ్మడి కనెక్షన్"],
        others: &["మరో", "ఇతర"],
        and: "మరియు",
        joiners: &[],
        bare_others: None,
        lines: &[
            "{n} [పరస్పర|మ్యూచువల్|ఉమ్మడి] కనెక్షన్[|లు|లు]",
            "{name} మరియు [మరో {n}|{n} ఇతర|ఇతర {n}|{n} మంది] [పరస్పర|మ్యూచువల్|ఉమ్మడి] కనెక్షన్[|లు|లు]",
            "{name} [|ఒక ][పరస్పర|మ్యూచువల్] కనెక్షన్",
            "{two} [పరస్పర|మ్యూచువల్] కనెక్షన్లు",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
