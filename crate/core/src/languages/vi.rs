//! Vietnamese: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "vi",
    kinds: Kinds {
        other: &[
            "theo dõi",
            "đăng ký",
            "tham dự",
            "tham gia nhóm",
            "sự kiện",
            "bản tin",
            "nhóm",
            "trang ",
            "trực tiếp",
        ],
        invited: &["đã mời bạn"],
        follows_reader: &["theo dõi bạn"],
        connect: &["kết nối", "theo dõi"],
        verified: &["đã xác minh", "được xác minh"],
        not_verified: &["chưa "],
        reply: &["trả lời"],
        less: &["ẩn bớt", "hiển thị ít hơn"],
        photo: &["ảnh", "hình"],
        updated: &["liên hệ", "cập nhật"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["chấp nhận", "đồng ý"],
        is_accept_whole: false,
        sentence: &["đang theo dõi bạn", "theo dõi bạn", "kết nối", "mạng lưới"],
        follows: &["theo dõi bạn", "đang theo dõi bạn"],
        mutual: &["kết nối chung"],
        others: &["khác"],
        and: "và",
        joiners: &[" cùng ", " với "],
        bare_others: None,
        lines: &[
            "{n} [kết nối|người quen|mối quan hệ] chung",
            "{name} và [{n}|một{one}] [kết nối|người quen|mối quan hệ] chung khác",
            "{name} và {n} người khác là kết nối chung",
            "{name} là [|một ]kết nối chung",
            "{two} là [|các ]kết nối chung",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
