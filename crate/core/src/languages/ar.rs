//! Arabic: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "ar",
    kinds: Kinds {
        other: &["لمتابعة", "للاشتراك", "لحضور", "متابعة"],
        follows_reader: &["يتابعك", "متابعتك"],
        invited: &["دعاك", "دعتك"],
        connect: &["تواصل", "اتصال", "متابعة"],
        verified: &["موثق", "موثّق", "تم التحقق", "مُتحقق", "تم إثبات"],
        not_verified: &["غير"],
        reply: &["رد ", "الرد"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["قبول", "اقبل"],
        is_accept_whole: false,
        sentence: &["يدعوك", "تدعوك", "يرغب في التواصل", "ترغب في التواصل", "يتابعك", "تتابعك"],
        follows: &["يتابعك", "تتابعك"],
        mutual: &[
            "زميل مشترك",
            "زملاء مشتركون",
            "زملاء مشتركين",
            "زميلاً مشتركاً",
            "زميلا مشتركا",
            "جهة اتصال مشتركة",
            "جهات اتصال مشتركة",
            "صلات مشتركة",
        ],
        others: &["آخر", "آخرون", "آخرين", "أخرى"],
        and: "و",
        bare_others: None,
        lines: &[
            "{n} زملاء مشتركون",
            "{n} زملاء مشتركين",
            "{n} من الزملاء المشتركين",
            "{n} زميلاً مشتركاً",
            "{n} زميلا مشتركا",
            "{n} زميل مشترك",
            "{n} جهات اتصال مشتركة",
            "{n} جهة اتصال مشتركة",
            "{name} و{n} من الزملاء المشتركين الآخرين",
            "{name} و{n} زملاء مشتركين آخرين",
            "{name} و{n} جهات اتصال مشتركة أخرى",
            "{name} و{n} من جهات الاتصال المشتركة الأخرى",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    endings: Endings::NONE,
};
