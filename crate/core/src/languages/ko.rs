//! Korean: words for cards only.

use super::{Cards, Endings, Kinds, Language, Titles};
use crate::texts::Text;

pub(super) const LANGUAGE: Language = Language {
    code: "ko",
    kinds: Kinds {
        other: &["팔로우하도록", "팔로우", "구독", "이벤트", "그룹", "참석", "뉴스레터", "페이지", "좋아요"],
        follows_reader: &["팔로우하고", "팔로우합니다", "회원님을 팔로우"],
        connect: &["1촌 맺기", "1촌 신청", "팔로우"],
        verified: &["인증됨", "인증된", "인증 완료", "인증완료", "인증을 받", "인증받은"],
        not_verified: &["미", "없음", "안 "],
        reply: &["답장"],
        less: &["간략히 보기", "간단히 보기", "접기"],
        shared: &["근무"],
        photo: &["사진", "이미지"],
        updated: &["연락처", "업데이트"],
        ..Kinds::NONE
    },
    cards: Cards {
        accept: &["수락"],
        is_accept_whole: false,
        sentence: &["1촌을 신청", "1촌 신청", "1촌 맺기를", "회원님을 팔로우", "1촌 요청", "1촌을 맺고"],
        follows: &["회원님을 팔로우", "님이 회원님을 팔로우"],
        mutual: &["함께 아는 1촌", "공통 1촌", "공통된 1촌", "함께 아는 인맥"],
        others: &["외", "그 외"],
        and: "와",
        joiners: &["님과", "님와", "님 및", "님하고"],
        bare_others: None,
        lines: &[
            "[함께 아는|공통|공통된] 1촌[| |: ]{n}명",
            "{n}명의 [함께 아는|공통] 1촌",
            "{name}[님|] 외 [함께 아는 1촌 {n}명|{n}명의 함께 아는 1촌|{n}명과 함께 아는 1촌|{n}명의 공통 1촌|{n}명이 함께 아는 1촌입니다]",
            "{name}님은 함께 아는 1촌입니다",
            "{name}님[ 및|과] [함께 아는 1촌 {n}명|{n}명의 함께 아는 1촌]",
        ],
        is_by_lines: true,
    },
    default_notes: &[],
    pressing: Text::NONE,
    worth: Text::NONE,
    titles: Titles::NONE,
    endings: Endings::NONE,
};
