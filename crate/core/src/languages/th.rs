//! Thai: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "th",
    kinds: Kinds {
        other: &["ติดตาม", "สมัครรับ", "เข้าร่วมกิจกรรม", "กลุ่ม", "กิจกรรม", "เพจ", "จดหมายข่าว"],
        follows_reader: &["ติดตามคุณ"],
        connect: &["เชื่อมต่อ", "ติดตาม"],
        verified: &["ยืนยันแล้ว", "ยืนยันตัวตนแล้ว"],
        not_verified: &["ยังไม่"],
        reply: &["ตอบ"],
        less: &["แสดงน้อยลง"],
        photo: &["รูป", "ภาพ"],
        updated: &["ติดต่อ", "อัปเดต"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["ยอมรับ", "ตอบรับ"],
        is_accept_whole: false,
        sentence: &["เชิญคุณ", "ต้องการเชื่อมต่อ", "ติดตามคุณ", "อยากเชื่อมต่อ"],
        follows: &["ติดตามคุณ"],
        mutual: &["คนรู้จักร่วมกัน", "คอนเนคชั่นร่วมกัน", "การเชื่อมต่อร่วมกัน", "ผู้ติดต่อร่วมกัน"],
        others: &["อื่น", "อีก"],
        and: "และ",
        joiners: &["และ", "กับ"],
        bare_others: None,
        lines: &[
            "{name} และคนรู้จักร่วมกันอีกหนึ่ง{one}คน",
            "คนรู้จักร่วมกัน {n} คน",
            "คอนเนคชั่นร่วมกัน {n} คน",
            "ผู้ติดต่อร่วมกัน {n} คน",
            "{name} และคนรู้จักร่วมกันอีก {n} คน",
            "{name} และคอนเนคชั่นร่วมกันอีก {n} คน",
            "{name} และผู้ติดต่อร่วมกันอีก {n} คน",
            "{n} คนรู้จักร่วมกัน",
            "{name} เป็นคนรู้จักร่วมกัน",
            "{name} และอีก {n} คนเป็นคนรู้จักร่วมกัน",
            "{two} เป็นคนรู้จักร่วมกัน",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
