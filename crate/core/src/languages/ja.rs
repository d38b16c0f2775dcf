//! Japanese: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "ja",
    kinds: Kinds {
        other: &[
            "フォロー",
            "購読",
            "登録する",
            "イベント",
            "グループ",
            "ニュースレター",
            "ライブ配信",
            "コミュニティ",
            "いいね",
        ],
        follows_reader: &["フォローしています", "あなたをフォロー"],
        connect: &["つながる", "つながりを申請", "つながり申請", "フォロー"],
        verified: &["認証済", "確認済"],
        not_verified: &["未"],
        reply: &["返信"],
        less: &["表示を減らす", "折りたたむ"],
        shared: &["勤務"],
        photo: &["写真", "画像"],
        updated: &["連絡先", "更新"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["承認", "承諾"],
        is_accept_whole: false,
        sentence: &[
            "つながり申請",
            "つながりを申請",
            "つながりたい",
            "あなたをフォロー",
            "つながりを希望",
            "つながることを希望",
        ],
        follows: &["あなたをフォロー", "さんがあなたをフォロー"],
        mutual: &["共通のつながり", "共通の知り合い"],
        others: &["他", "その他", "ほか"],
        and: "と",
        joiners: &["さんと"],
        bare_others: None,
        lines: &[
            "共通の[つながり|知り合い][| |: |：|が]{n}人[|います]",
            "{n}人の共通の[つながり|知り合い]",
            "{name}さん[、|、その|と|とその|]他{n}人[の共通のつながり|が共通のつながりです]",
            "{name}さん[、ほか|ほか|ともう]{n}人の共通のつながり",
            "{name}さん[が|は]共通のつながりです",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles { many: &["件のプロフィール"], ..Titles::NONE },
    endings: Endings::NONE,
};
