//! Swedish: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "sv",
    kinds: Kinds {
        other: &[
            "att följa",
            "att prenumerera",
            "att delta",
            "att gilla",
            "till en grupp",
            "till ett evenemang",
            "till evenemanget",
            "nyhetsbrev",
            "gruppen",
            "evenemang",
            "sidan",
            "livesänd",
            "direktsänd",
        ],
        invited: &["har bjudit in dig"],
        connect: &["lägg till kontakt", "knyt kontakt", "följ"],
        verified: &["verifierad", "verifierat"],
        not_verified: &["inte "],
        reply: &["svar"],
        less: &["visa mindre", "se mindre"],
        photo: &["foto", "bild"],
        updated: &["kontakt", "uppdater"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["acceptera", "godkänn"],
        is_accept_whole: false,
        sentence: &["följer dig", "vill lägga till dig", "kontakt", "ansluta", "nätverk"],
        follows: &["följer dig"],
        mutual: &["gemensam kontakt", "gemensamma kontakter"],
        others: &["andra", "annan", "ytterligare"],
        and: "och",
        joiners: &[" samt "],
        bare_others: None,
        lines: &[
            "{n} gemensam[|ma] kontakt[|er]",
            "{name} och [ytterligare |]{n}[ annan| andra|] gemensam[|ma] kontakt[|er][| till]",
            "{name} och [en{one} annan gemensam kontakt|en{one} gemensam kontakt till]",
            "{name} är en gemensam kontakt",
            "{name} och {n} [andra|till] är gemensamma kontakter",
            "{two} är gemensamma kontakter",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
