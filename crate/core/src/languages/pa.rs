//! Punjabi: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "pa",
    kinds: Kinds {
        other: &["ਫਾਲੋ", "ਫਾਲੋ", "ਫੌਲੋ", "ਸਬਸਕ੍ਰਾਈਬ", "ਨਿਊਜਲੈਟਰ", "ਇਵੈਂਟ", "ਗਰੁੱਪ", "ਸਮੂਹ", "ਪੇਜ"],
        follows_reader: &["ਤੁਹਾਨੂੰ ਫਾਲੋ ਕਰ", "ਤੁਹਾਨੂੰ ਫੌਲੋ ਕਰ"],
        connect: &["ਕਨੈਕਟ ਕਰੋ", "ਜੁੜੋ", "ਫਾਲੋ ਕਰੋ", "ਫੌਲੋ ਕਰੋ"],
        verified: &["ਪ੍ਰਮਾਣਿਤ", "ਤਸਦੀਕਸੁਦਾ", "ਤਸਦੀਕ ਕੀਤ"],
        not_verified: &["ਪ੍ਰਮਾਣਿਤ ਕਰ", "ਗੈਰ"],
        reply: &["ਜਵਾਬ"],
        less: &["ਘੱਟ ਦਿਖਾਓ", "ਘੱਟ ਦੇਖੋ"],
        photo: &["ਫੋਟੋ", "ਤਸਵੀਰ"],
        updated: &["ਸੰਪਰਕ", "ਅੱਪਡੇਟ"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["ਸਵੀਕਾਰ", "ਮਨਜੂਰ", "ਕਬੂਲ"],
        is_accept_whole: false,
        sentence: &["ਕਨੈਕਟ ਕਰਨ ਲਈ", "ਕਨੈਕਟ ਕਰਨਾ ਚਾਹੁੰ", "ਜੁੜਨਾ ਚਾਹੁੰ", "ਤੁਹਾਨੂੰ ਫਾਲੋ ਕਰ", "ਤੁਹਾਨੂੰ ਫੌਲੋ ਕਰ"],
        follows: &["ਤੁਹਾਨੂੰ ਫਾਲੋ ਕਰ", "ਤੁਹਾਨੂੰ ਫੌਲੋ ਕਰ"],
        mutual: &["ਸਾਂਝਾ ਕਨੈਕਸਨ", "ਸਾਂਝੇ ਕਨੈਕਸਨ", "ਆਪਸੀ ਕਨੈਕਸਨ", "ਮਿਉਚੁਅਲ ਕਨੈਕਸਨ"],
        others: &["ਹੋਰ"],
        and: "ਅਤੇ",
        joiners: &[" ਤੇ "],
        bare_others: None,
        lines: &[
            "{n} [ਸਾਂਝਾ|ਸਾਂਝੇ|ਆਪਸੀ|ਮਿਉਚੁਅਲ] ਕਨੈਕਸਨ",
            "{name} ਅਤੇ [{n} ਹੋਰ|ਇੱਕ{one} ਹੋਰ] [ਸਾਂਝਾ|ਸਾਂਝੇ|ਆਪਸੀ|ਮਿਉਚੁਅਲ] ਕਨੈਕਸਨ",
            "{name} [|ਇੱਕ ][ਸਾਂਝਾ|ਆਪਸੀ] ਕਨੈਕਸਨ [ਹੈ|ਹਨ]",
            "{two} [ਸਾਂਝੇ|ਆਪਸੀ] ਕਨੈਕਸਨ ਹਨ",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
