//! Russian: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "ru",
    kinds: Kinds {
        other: &[
            "отслеживать",
            "подписаться",
            "посетить",
            "принять участие",
            "вступить в группу",
            "на мероприятие",
            "следить за",
            "подписываться",
            "в группу",
            "на событие",
            "рассылк",
            "групп",
            "страниц",
            "мероприяти",
            "трансляц",
        ],
        invited: &["приглашает вас", "пригласил"],
        connect: &["установить контакт", "отслеживать"],
        verified: &["подтвержден", "подтверждён", "верифицирован", "проверен"],
        not_verified: &["не ", "подтверждени"],
        reply: &["ответ"],
        less: &["показать меньше", "свернуть"],
        photo: &["фото", "изображени", "аватар"],
        updated: &["контакт", "обновл"],
        follows_reader: &["следит за вашими"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["принять"],
        is_accept_whole: false,
        sentence: &[
            "хочет добавить вас",
            "отслеживает ваши",
            "подписан на вас",
            "подписана на вас",
            "хочет связаться",
            "отслеживает вас",
            "подписался на вас",
            "подписалась на вас",
            "следит за вашими обновлениями",
            "контакт",
            "сеть",
        ],
        follows: &[
            "подписан на вас",
            "подписана на вас",
            "отслеживает вас",
            "подписался на вас",
            "подписалась на вас",
            "следит за вашими обновлениями",
        ],
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
        joiners: &[" а также "],
        bare_others: None,
        lines: &[
            "[|у вас ]{n} общи[й|х] контакт[|а|ов]",
            "{name} и [ещё|еще] {n} общи[й|х] контакт[|а|ов]",
            "{name} и {n} друг[ой|их] общи[й|х] контакт[|а|ов]",
            "{name} и [ещё|еще] один{one} общий контакт",
            "{name} [— общий контакт|является общим контактом]",
            "{two} [— общие контакты|являются общими контактами]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
