//! Turkish: words for cards only.
//!
//! From knowledge of the language; every line is unconfirmed on LinkedIn itself. A line on mutual connections counts only
//! in a form listed here, so that a wrong guess leaves the number unknown and never makes it wrong.

use super::{Cards, Endings, Language};

pub(super) const LANGUAGE: Language = Language {
    code: "tr",
    cards: Cards {
        accept: &["kabul et"],
        is_accept_whole: false,
        sentence: &["bağlantı kurmak istiyor", "sizi bağlantı kurmaya davet ediyor", "sizi takip ediyor"],
        follows: &["sizi takip ediyor"],
        mutual: &["ortak bağlantı"],
        others: &["diğer"],
        and: "ve",
        bare_others: None,
        lines: &[
            "{n} ortak bağlantı",
            "{name} ve {n} diğer ortak bağlantı",
            "{name} ve diğer {n} ortak bağlantı",
            "{name} ve {n} ortak bağlantı daha",
            "{name} ortak bir bağlantı",
            "{name} ortak bağlantınız",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: "",
    value: "",
    endings: Endings::NONE,
};
