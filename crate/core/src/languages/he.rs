//! Hebrew: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "he",
    kinds: Kinds {
        other: &["להצטרף לקבוצה", "לעקוב", "להירשם", "להשתתף", "לאירוע", "לקבוצה", "אירוע", "קבוצה", "הדף", "שידור"],
        invited: &["הזמין אותך", "הזמינה אותך"],
        connect: &["התחבר", "מעקב"],
        verified: &["מאומת", "אומת"],
        not_verified: &["לא "],
        reply: &["השב"],
        less: &["הצג פחות", "הצגת פחות"],
        photo: &["תמונ"],
        updated: &["קשר", "עודכ"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["קבל", "אישור", "אשר", "קבלה", "קבלת"],
        is_accept_whole: false,
        sentence: &["עוקב אחריך", "עוקבת אחריך", "להתחבר", "לרשת"],
        follows: &["עוקב אחריך", "עוקבת אחריך"],
        mutual: &["קשר משותף", "קשרים משותפים", "חיבור משותף", "חיבורים משותפים", "קשרים הדדיים"],
        others: &["נוספים", "אחרים", "נוסף"],
        and: "ו",
        joiners: &[" ו"],
        bare_others: None,
        lines: &[
            "{n} [קשרים|חיבורים] [משותפים|הדדיים]",
            "{name} [ו-{n}|ו{n}|ועוד {n}] [קשרים|חיבורים] [משותפים|הדדיים][| נוספים| אחרים]",
            "{name} [ועוד קשר{one} משותף אחד|וקשר{one} משותף נוסף]",
            "{one}[קשר|חיבור] משותף אחד",
            "{name} [הוא|היא] קשר משותף",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
