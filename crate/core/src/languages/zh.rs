//! Chinese, simplified and traditional: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "zh",
    kinds: Kinds {
        other: &["关注", "訂閱", "订阅", "關注", "参加活动", "參加活動", "加入群组"],
        follows_reader: &["关注了您", "關注了您", "关注了你", "關注了你"],
        connect: &["加为好友", "建立联系", "建立關係", "关注"],
        verified: &["已验证", "已驗證", "已认证", "已認證"],
        not_verified: &["未"],
        reply: &["回复", "回覆"],
        less: &["收起", "显示更少", "顯示較少"],
        shared: &["就职", "任职"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["接受"],
        is_accept_whole: false,
        sentence: &["邀请您", "邀请你", "邀請您", "邀請你", "希望与您", "希望與您", "想加您", "关注了您", "關注了您", "关注了你", "關注了你", "想与您", "想與您", "想和您", "想与你", "想和你"],
        follows: &["关注了您", "關注了您", "关注了你", "關注了你"],
        mutual: &["共同好友", "共同联系人", "共同聯絡人", "共同人脉", "共同人脈", "位共同好友"],
        others: &["其他", "另外", "和"],
        and: "和",
        bare_others: None,
        lines: &["{n} 位共同好友", "{n}位共同好友", "{n} 个共同好友", "{n}个共同好友", "{n} 位共同联系人", "{n} 位共同人脉", "{n} 位共同聯絡人", "{n}位共同聯絡人", "{n} 位共同人脈", "{n}位共同人脈", "{name}和其他 {n} 位共同好友", "{name} 和其他 {n} 位共同好友", "{name}和其他{n}位共同好友", "{name}和另外 {n} 位共同好友", "{name} 和另外 {n} 位共同好友", "{name}和其他 {n} 位共同聯絡人", "{name} 和其他 {n} 位共同聯絡人", "{name} 和其他 {n} 位共同人脈", "{name}是共同好友", "{n} 个共同联系人", "{n}位共同联系人", "{name}和另外{n}位共同好友", "{name}和其他 {n} 位共同联系人", "{name} 和其他 {n} 位共同联系人", "{name}和其他{n}位共同联系人", "{name}和其他{n}位共同聯絡人", "{name}及其他 {n} 位共同聯絡人", "{name} 及其他 {n} 位共同聯絡人", "{name}及其他{n}位共同聯絡人", "{name} 是共同好友", "{name}是共同联系人", "{name} 是共同聯絡人", "{name}是共同聯絡人"],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    endings: Endings::NONE,
};
