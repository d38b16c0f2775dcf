//! Hebrew: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "he",
    kinds: Kinds {
        other: &["להצטרף לקבוצה", "לעקוב", "להירשם", "להשתתף", "לאירוע", "לקבוצה"],
        invited: &["הזמין אותך", "הזמינה אותך"],
        connect: &["התחבר", "מעקב"],
        verified: &["מאומת"],
        not_verified: &["לא "],
        reply: &["השב"],
        less: &["הצג פחות", "הצגת פחות"],
        photo: &["תמונ"],
        updated: &["קשר", "עודכ"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["קבל", "אישור", "אשר"],
        is_accept_whole: false,
        sentence: &[
            "רוצה להתחבר",
            "מזמין אותך",
            "מזמינה אותך",
            "עוקב אחריך",
            "עוקבת אחריך",
            "מבקש להתחבר",
            "מבקשת להתחבר",
            "הזמין אותך להתחבר",
            "הזמינה אותך להתחבר",
        ],
        follows: &["עוקב אחריך", "עוקבת אחריך"],
        mutual: &["קשר משותף", "קשרים משותפים", "חיבור משותף", "חיבורים משותפים", "קשרים הדדיים"],
        others: &["נוספים", "אחרים", "נוסף"],
        and: "ו",
        joiners: &[" ו"],
        bare_others: None,
        lines: &[
            "{one}קשר משותף אחד",
            "{one}חיבור משותף אחד",
            "{name} ועוד קשר{one} משותף אחד",
            "{name} וקשר{one} משותף נוסף",
            "{n} קשרים משותפים",
            "{n} חיבורים משותפים",
            "{name} ו-{n} קשרים משותפים נוספים",
            "{name} ו-{n} קשרים משותפים אחרים",
            "{name} ועוד {n} קשרים משותפים",
            "{name} ועוד {n} חיבורים משותפים",
            "{name} ו-{n} חיבורים משותפים נוספים",
            "{n} קשרים הדדיים",
            "{name} הוא קשר משותף",
            "{name} היא קשר משותף",
            "{name} ו-{n} קשרים משותפים",
            "{name} ו-{n} קשרים הדדיים נוספים",
            "{name} ועוד {n} קשרים הדדיים",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
