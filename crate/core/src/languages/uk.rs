//! Ukrainian: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "uk",
    kinds: Kinds {
        other: &[
            "відстежувати",
            "підписатися",
            "відвідати",
            "взяти участь",
            "стежити",
            "підписатись",
            "на подію",
            "до групи",
            "на захід",
            "груп",
            "сторінк",
            "події",
            "подію",
            "трансляц",
        ],
        invited: &["запрошує вас", "запросив", "запросила"],
        connect: &["встановити контакт", "відстежувати"],
        verified: &["підтверджен", "верифікован", "перевірен"],
        not_verified: &["не ", "підтвердження"],
        reply: &["відпов"],
        less: &["показати менше", "згорнути"],
        photo: &["фото", "зображенн", "світлин"],
        updated: &["контакт", "оновл"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["прийняти"],
        is_accept_whole: false,
        sentence: &[
            "хоче додати вас",
            "відстежує вас",
            "стежить за вами",
            "підписаний на вас",
            "підписана на вас",
            "підписався на вас",
            "підписалася на вас",
            "контакт",
            "мереж",
        ],
        follows: &[
            "відстежує вас",
            "стежить за вами",
            "підписаний на вас",
            "підписана на вас",
            "підписався на вас",
            "підписалася на вас",
        ],
        mutual: &[
            "спільний контакт",
            "спільні контакти",
            "спільних контактів",
            "спільним контактом",
            "спільними контактами",
        ],
        others: &["інший", "інші", "інших", "ще"],
        and: "і",
        joiners: &[" та ", " й ", " а також "],
        bare_others: None,
        lines: &[
            "{n} спільн[ий|і|их] контакт[|и|ів]",
            "{name} [і|й|та] [ще {n}|{n} інший|{n} інші|{n} інших] спільн[ий|і|их] контакт[|и|ів]",
            "{name} [і|й|та] ще один{one} спільний контакт",
            "{name} [— спільний контакт|є спільним контактом]",
            "{two} [— спільні контакти|— ваші спільні контакти|є спільними контактами]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
