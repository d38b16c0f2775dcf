//! Ukrainian: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "uk",
    kinds: Kinds {
        other: &["відстежувати", "підписатися", "відвідати", "взяти участь"],
        invited: &["запрошує вас", "запросив", "запросила"],
        connect: &["встановити контакт", "відстежувати"],
        verified: &["підтверджен", "верифік"],
        not_verified: &["не "],
        reply: &["відпов"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["прийняти"],
        is_accept_whole: false,
        sentence: &["запрошує вас", "хоче встановити контакт", "хоче додати вас", "відстежує вас", "стежить за вами"],
        follows: &["відстежує вас", "стежить за вами"],
        mutual: &["спільний контакт", "спільні контакти", "спільних контактів"],
        others: &["інший", "інші", "інших", "ще"],
        and: "і",
        bare_others: None,
        lines: &[
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
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    endings: Endings::NONE,
};
