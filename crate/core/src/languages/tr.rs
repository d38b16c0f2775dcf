//! Turkish: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "tr",
    kinds: Kinds {
        other: &[
            "takip etmeye",
            "takip etmeniz",
            "abone olmaya",
            "abone olmanız",
            "katılmaya",
            "katılmanız",
            "etkinliğe",
            "sayfasını",
            "gruba",
            "bültenine",
            "bülten",
            "etkinliğine",
            "grubuna",
            "sayfa",
            "canlı yayın",
        ],
        invited: &["sizi"],
        connect: &["bağlantı kur", "takip et"],
        verified: &["doğrulan", "onaylan", "teyit edil"],
        not_verified: &["değil", "doğrulanma", "onaylanma"],
        reply: &["yanıtla", "cevapla"],
        less: &["daha az göster"],
        shared: &["çalışıyor"],
        photo: &["foto", "resmi", "resim"],
        updated: &["iletişim", "güncel"],
        follows_reader: &["ağına katılmanız"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["kabul et", "onayla"],
        is_accept_whole: false,
        sentence: &["sizi takip ediyor", "seni takip ediyor", "bağlantı kur", "ağın"],
        follows: &["sizi takip ediyor", "seni takip ediyor"],
        mutual: &["ortak bağlantı"],
        others: &["diğer"],
        and: "ve",
        joiners: &[" ile "],
        bare_others: None,
        lines: &[
            "{n} ortak bağlantı",
            "{name} ve [diğer {n}|{n} diğer] ortak bağlantı",
            "{name} ve [bir{one}|{n}] ortak bağlantı daha",
            "{name} ve bir{one} diğer ortak bağlantı",
            "{name} ortak bir bağlantı",
            "{name} ortak bağlantınız",
            "{name} ve [diğer {n} kişi|{n} kişi daha] ortak bağlantınız",
            "{two} ortak bağlantı[|lar|larınız]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
