//! Thai: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "th",
    kinds: Kinds {
        other: &["ติดตาม", "สมัครรับ", "เข้าร่วมกิจกรรม", "กลุ่ม", "กิจกรรม", "เพจ", "จดหมายข่าว", "หน้า"],
        follows_reader: &["ติดตามคุณ"],
        connect: &["เชื่อมต่อ", "ติดตาม"],
        verified: &["ยืนยันแล้ว", "ยืนยันตัวตนแล้ว", "ได้รับการยืนยัน"],
        not_verified: &["ยังไม่"],
        reply: &["ตอบ"],
        less: &["แสดงน้อยลง"],
        photo: &["รูป", "ภาพ"],
        updated: &["ติดต่อ", "อัปเดต"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["ยอมรับ", "ตอบรับ", "รับคำเชิญ"],
        is_accept_whole: false,
        sentence: &["ติดตามคุณ", "เชื่อมต่อ", "เครือข่าย"],
        follows: &["ติดตามคุณ"],
        mutual: &["คนรู้จักร่วมกัน", "คอนเนคชั่นร่วมกัน", "การเชื่อมต่อร่วมกัน", "ผู้ติดต่อร่วมกัน"],
        others: &["อื่น", "อีก"],
        and: "และ",
        joiners: &["และ", "กับ"],
        bare_others: None,
        lines: &[
            "[คนรู้จัก|คอนเนคชั่น|ผู้ติดต่อ]ร่วมกัน[| ]{n} คน",
            "{n} คนรู้จักร่วมกัน",
            "{name} และ[คนรู้จัก|คอนเนคชั่น|ผู้ติดต่อ]ร่วมกันอีก[| ]{n} คน",
            "{name} และอีก {n} คน[รู้จักร่วมกัน|เป็นคนรู้จักร่วมกัน]",
            "{name} และคนรู้จักร่วมกันอีกหนึ่ง{one}คน",
            "{name} เป็นคนรู้จักร่วมกัน",
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
