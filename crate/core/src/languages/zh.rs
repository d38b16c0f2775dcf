//! Chinese, simplified and traditional: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Language};

pub(super) const LANGUAGE: Language = Language {
    code: "zh",
    cards: Cards {
        accept: &["接受"],
        is_accept_whole: false,
        sentence: &[
            "邀请您",
            "邀请你",
            "邀請您",
            "邀請你",
            "希望与您",
            "希望與您",
            "想加您",
            "关注了您",
            "關注了您",
            "关注了你",
            "關注了你",
        ],
        follows: &["关注了您", "關注了您", "关注了你", "關注了你"],
        mutual: &["共同好友", "共同联系人", "共同聯絡人", "共同人脉", "共同人脈", "位共同好友"],
        others: &["其他", "另外", "和"],
        and: "和",
        bare_others: None,
        lines: &[
            "{n} 位共同好友",
            "{n}位共同好友",
            "{n} 个共同好友",
            "{n}个共同好友",
            "{n} 位共同联系人",
            "{n} 位共同人脉",
            "{n} 位共同聯絡人",
            "{n}位共同聯絡人",
            "{n} 位共同人脈",
            "{n}位共同人脈",
            "{name}和其他 {n} 位共同好友",
            "{name} 和其他 {n} 位共同好友",
            "{name}和其他{n}位共同好友",
            "{name}和另外 {n} 位共同好友",
            "{name} 和另外 {n} 位共同好友",
            "{name}和其他 {n} 位共同聯絡人",
            "{name} 和其他 {n} 位共同聯絡人",
            "{name} 和其他 {n} 位共同人脈",
            "{name}是共同好友",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: "",
    value: "",
    endings: Endings::NONE,
};
