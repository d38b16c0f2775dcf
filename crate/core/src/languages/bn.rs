//! Bengali: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "bn",
    kinds: Kinds {
        other: &["ফলো", "অনুসরণ", "সাবস্ক্রাইব", "ইভেন্ট", "গ্রুপ", "গোষ্ঠী", "নিউজলেটার", "পেজ", "পৃষ্ঠা"],
        follows_reader: &["আপনাকে ফলো কর", "আপনাকে অনুসরণ কর"],
        connect: &["কানেক্ট করুন", "সংযোগ করুন", "ফলো করুন", "অনুসরণ করুন"],
        verified: &["যাচাইকৃত", "যাচাই করা", "ভেরিফাযেড"],
        not_verified: &["অ", "না"],
        reply: &["উত্তর", "জবাব"],
        less: &["কম দেখান", "কম দেখুন"],
        photo: &["ছবি", "ফটো"],
        updated: &["যোগাযোগ", "আপডেট"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["গ্রহণ", "স্বীকার"],
        is_accept_whole: false,
        sentence: &["আপনাকে ফলো কর", "আপনাকে অনুসরণ কর", "কানেক্ট", "সংযোগ", "যুক্ত হ"],
        follows: &["আপনাকে ফলো কর", "আপনাকে অনুসরণ কর"],
        mutual: &["পারস্পরিক সংযোগ", "পারস্পরিক কানেকশন", "মিউচুযাল কানেকশন"],
        others: &["আরও", "অন্য"],
        and: "এবং",
        joiners: &[" ও ", " আর "],
        bare_others: None,
        lines: &[
            "{n}[|টি|জন| জন] [পারস্পরিক সংযোগ|পারস্পরিক কানেকশন|মিউচুযাল কানেকশন]",
            "{name} এবং আরও {n}[|টি|জন| জন] [পারস্পরিক সংযোগ|পারস্পরিক কানেকশন|মিউচুযাল কানেকশন]",
            "{name} এবং অন্য {n}[|টি|জন| জন] [পারস্পরিক সংযোগ|মিউচুযাল কানেকশন]",
            "{name} একজন [পারস্পরিক সংযোগ|মিউচুযাল কানেকশন]",
            "{two} [পারস্পরিক সংযোগ|মিউচুযাল কানেকশন]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
