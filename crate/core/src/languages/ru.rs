//! Russian: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "ru",
    kinds: Kinds {
        other: &["отслеживать", "подписаться", "посетить", "принять участие", "вступить в группу", "на мероприятие"],
        invited: &["приглашает вас", "пригласил"],
        connect: &["установить контакт", "отслеживать"],
        verified: &["подтвержден", "подтверждён", "верифицир", "провер"],
        not_verified: &["не "],
        reply: &["ответ"],
        less: &["показать меньше", "свернуть"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["принять"],
        is_accept_whole: false,
        sentence: &[
            "приглашает вас",
            "хочет установить контакт",
            "хочет добавить вас",
            "отслеживает ваши",
            "подписан на вас",
            "подписана на вас",
            "хочет связаться",
            "хотел бы установить контакт",
            "хотела бы установить контакт",
            "предлагает установить контакт",
            "отслеживает вас",
            "подписался на вас",
            "подписалась на вас",
        ],
        follows: &["подписан на вас", "подписана на вас", "отслеживает вас", "подписался на вас", "подписалась на вас"],
        mutual: &[
            "общий контакт",
            "общих контакта",
            "общих контактов",
            "общие контакты",
            "общим контактом",
            "общими контактами",
        ],
        others: &["другой", "других", "ещё", "еще"],
        and: "и",
        bare_others: None,
        lines: &[
            "{name} и ещё один{one} общий контакт",
            "{name} и еще один{one} общий контакт",
            "{n} общий контакт",
            "{n} общих контакта",
            "{n} общих контактов",
            "{name} и ещё {n} общий контакт",
            "{name} и ещё {n} общих контакта",
            "{name} и ещё {n} общих контактов",
            "{name} и еще {n} общий контакт",
            "{name} и еще {n} общих контакта",
            "{name} и еще {n} общих контактов",
            "{name} и {n} других общих контактов",
            "{name} и {n} других общих контакта",
            "{name} — общий контакт",
            "{name} является общим контактом",
            "{name} и {n} другой общий контакт",
            "у вас {n} общий контакт",
            "у вас {n} общих контакта",
            "у вас {n} общих контактов",
            "{two} — общие контакты",
            "{two} являются общими контактами",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    endings: Endings::NONE,
};
