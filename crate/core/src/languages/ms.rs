//! Malay: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "ms",
    kinds: Kinds {
        other: &[
            "untuk mengikuti",
            "untuk melanggan",
            "untuk menghadiri",
            "menyertai",
            "kumpulan",
            "acara",
            "halaman",
            "siaran",
            "melanggan",
        ],
        invited: &["menjemput anda"],
        connect: &["hubungkan", "berhubung", "ikuti"],
        verified: &["disahkan"],
        not_verified: &["tidak ", "belum "],
        reply: &["balas"],
        less: &["tunjukkan kurang", "lihat kurang"],
        photo: &["foto", "gambar"],
        updated: &["hubungi", "dikemas"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["terima", "setuju"],
        is_accept_whole: false,
        sentence: &["mengikuti anda", "berhubung", "sambungan", "rangkaian"],
        follows: &["mengikuti anda"],
        mutual: &["sambungan bersama", "kenalan bersama", "hubungan bersama"],
        others: &["lain"],
        and: "dan",
        joiners: &[],
        bare_others: None,
        lines: &[
            "{n} [sambungan|kenalan|hubungan] bersama",
            "{name} dan {n} [sambungan|kenalan|hubungan] bersama [|yang ]lain",
            "{name} dan [{n}|satu{one}] lagi sambungan bersama",
            "{name} ialah [sambungan|kenalan] bersama",
            "{two} ialah [sambungan|kenalan] bersama",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
