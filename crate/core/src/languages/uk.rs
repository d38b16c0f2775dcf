//! Ukrainian: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language};
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
        ],
        invited: &["запрошує вас", "запросив", "запросила"],
        connect: &["встановити контакт", "відстежувати"],
        verified: &["підтверджен", "верифік"],
        not_verified: &["не "],
        reply: &["відпов"],
        less: &["показати менше", "згорнути"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["прийняти"],
        is_accept_whole: false,
        sentence: &[
            "запрошує вас",
            "хоче встановити контакт",
            "хоче додати вас",
            "відстежує вас",
            "стежить за вами",
            "хоче приєднатися до вашої мережі",
            "підписаний на вас",
            "підписана на вас",
            "підписався на вас",
            "підписалася на вас",
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
            "{name} і ще один{one} спільний контакт",
            "{name} та ще один{one} спільний контакт",
            "{n} спільний контакт",
            "{n} спільні контакти",
            "{n} спільних контактів",
            "{name} і ще {n} спільний контакт",
            "{name} і ще {n} спільні контакти",
            "{name} і ще {n} спільних контактів",
            "{name} та ще {n} спільні контакти",
            "{name} та ще {n} спільних контактів",
            "{name} і {n} інших спільних контактів",
            "{name} та {n} інших спільних контактів",
            "{name} — спільний контакт",
            "{name} є спільним контактом",
            "{name} та ще {n} спільний контакт",
            "{name} і {n} інші спільні контакти",
            "{name} та {n} інші спільні контакти",
            "{name} і {n} інший спільний контакт",
            "{two} — спільні контакти",
            "{two} є спільними контактами",
            "{two} — ваші спільні контакти",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    endings: Endings::NONE,
};
