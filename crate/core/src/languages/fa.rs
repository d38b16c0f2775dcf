//! Persian: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "fa",
    kinds: Kinds {
        other: &["دنبال کردن", "دنبال کنید", "مشترک", "خبرنامه", "رویداد", "گروه", "صفحه", "بپیوندید", "پخش زنده"],
        follows_reader: &["شما را دنبال میکند", "شما را دنبال کرد"],
        connect: &["ارتباط", "برقراری ارتباط", "دنبال کردن"],
        verified: &["تأیید شده", "تأییدشده", "تایید شده", "احراز هویت شده"],
        not_verified: &["نشده", "عدم"],
        reply: &["پاسخ"],
        less: &["نمایش کمتر"],
        photo: &["عکس", "تصویر"],
        updated: &["تماس", "بهروز"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["پذیرفتن", "پذیرش", "قبول", "بپذیر"],
        is_accept_whole: false,
        sentence: &["شما را دنبال میکند", "ارتباط", "مرتبط"],
        follows: &["شما را دنبال میکند"],
        mutual: &["ارتباط مشترک", "ارتباطهای مشترک", "آشنای مشترک", "آشنایان مشترک"],
        others: &["دیگر"],
        and: "و",
        joiners: &[" و "],
        bare_others: None,
        lines: &[
            "{n} [ارتباط|آشنای] مشترک",
            "{name} و {n} [ارتباط|آشنای] مشترک دیگر",
            "{name} و یک{one} [ارتباط|آشنای] مشترک دیگر",
            "{name} [ارتباط مشترک|آشنای مشترک|یک ارتباط مشترک] است",
            "{two} [ارتباطهای مشترک|آشنایان مشترک] هستند",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
