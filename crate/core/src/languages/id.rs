//! Indonesian: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "id",
    kinds: Kinds {
        other: &[
            "untuk mengikuti",
            "untuk berlangganan",
            "untuk menghadiri",
            "untuk bergabung dengan grup",
            "mengikuti halaman",
            "ke acara",
            "ke grup",
            "menyukai halaman",
            "buletin",
            "acara",
            "grup ",
            "halaman",
            "siaran",
        ],
        invited: &["mengundang anda"],
        connect: &["hubungkan", "ikuti"],
        verified: &["terverifikasi", "diverifikasi"],
        not_verified: &["tidak ", "belum "],
        reply: &["balas"],
        less: &["tampilkan lebih sedikit", "lihat lebih sedikit"],
        photo: &["foto", "gambar"],
        updated: &["hubungi", "kontak", "diperbar"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["terima", "setujui"],
        is_accept_whole: false,
        sentence: &["mengikuti anda", "terhubung", "koneksi", "jaringan"],
        follows: &["mengikuti anda"],
        mutual: &["koneksi yang sama", "koneksi bersama", "koneksi mutual"],
        others: &["lainnya", "lain"],
        and: "dan",
        joiners: &[" serta ", " beserta "],
        bare_others: None,
        lines: &[
            "{n} koneksi [bersama|yang sama|mutual]",
            "{name} dan [{n}|satu{one}] koneksi [bersama|yang sama|mutual] lainnya",
            "{name} dan {n} orang lainnya adalah koneksi bersama",
            "{name} adalah koneksi [bersama|yang sama]",
            "{two} adalah koneksi [bersama|yang sama]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
