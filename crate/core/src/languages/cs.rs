//! Czech: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "cs",
    kinds: Kinds {
        other: &[
            "ke sledování",
            "k odběru",
            "k účasti",
            "sledoval",
            "na událost",
            "do skupiny",
            "k přihlášení",
            "newsletter",
            "událost",
            "skupin",
            "stránk",
            "vysílán",
            "přenos",
        ],
        invited: &["vás pozval"],
        connect: &["spojit", "navázat spojení", "sledovat"],
        verified: &["ověřen", "overen", "verifikovan"],
        not_verified: &["neověřen"],
        reply: &["odpověd"],
        less: &["zobrazit méně"],
        photo: &["fotk", "foto", "obráz"],
        updated: &["kontakt", "aktualiz"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["přijmout", "přijmi"],
        is_accept_whole: false,
        sentence: &["vás sleduje", "tě sleduje", "spojen", "spojit", "do své sítě"],
        follows: &["vás sleduje", "tě sleduje"],
        mutual: &[
            "společné spojení",
            "společná spojení",
            "společných spojení",
            "společný kontakt",
            "společné kontakty",
            "společných kontaktů",
        ],
        others: &["další", "dalších"],
        and: "a",
        joiners: &[" i ", " a také "],
        bare_others: None,
        lines: &[
            "{n} společn[é|á|ých] spojení",
            "{n} společn[ý|é|ých] kontakt[|y|ů]",
            "{name} a {n} další[|ch] společn[é|á|ých] spojení",
            "{name} a {n} další[|ch] společn[ý|é|ých] kontakt[|y|ů]",
            "{name} a [jedno{one} další společné spojení|jeden{one} další společný kontakt]",
            "{name} je společn[é spojení|ý kontakt]",
            "{two} jsou společn[á spojení|é kontakty]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
