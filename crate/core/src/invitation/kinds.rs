//! What kind of card it is, as far as words tell: an invitation to connect, one to follow, join or attend, or a
//! suggestion.
//!
//! The words are those of LinkedIn's interface, gathered from public code and write-ups up to October 2026 for English
//! and German, from its published translations for the rest (unconfirmed). They are looked for in every language at
//! once: a page may not say which it is written in.

/// Verbs of the sentence on cards that invite to something else than connecting.
const OTHER_KINDS: &[&str] = &[
    // English
    "to follow",
    "to subscribe",
    "to attend",
    "to an event",
    "to like",
    "to a newsletter",
    "to register",
    "you to join",
    "to their event",
    "to a group",
    "to a page",
    "to become",
    // German
    "zu folgen",
    "zu abonnieren",
    "teilzunehmen",
    "beizutreten",
    "zu einem event",
    "zu einer veranstaltung",
    "zur gruppe",
    "zum event",
    // French
    "à suivre",
    "à s'abonner",
    "à vous abonner",
    "à participer",
    "à assister",
    "à rejoindre le groupe",
    "à un événement",
    "à l'événement",
    // Spanish
    "a seguir",
    "a suscribirte",
    "a suscribirse",
    "a asistir",
    "a unirte al grupo",
    "a un evento",
    "al evento",
    // Portuguese
    "para seguir",
    "a assinar",
    "para assinar",
    "a participar",
    "para participar",
    "a inscrever",
    "para um evento",
    // Italian
    "a seguire",
    "a iscriverti",
    "a partecipare",
    "a unirti al gruppo",
    "a un evento",
    "all'evento",
    "ad abbonarti",
    // Dutch
    "te volgen",
    "te abonneren",
    "deel te nemen",
    "lid te worden",
    "voor een evenement",
    // Danish, Norwegian, Swedish
    "til at følge",
    "til å følge",
    "att följa",
    "at abonnere",
    "å abonnere",
    "att prenumerera",
    "at deltage",
    "å delta",
    "att delta",
    // Polish, Czech, Romanian, Hungarian
    "do obserwowania",
    "do subskrypcji",
    "do subskrybowania",
    "do udziału",
    "do dołączenia do grupy",
    "ke sledování",
    "k odběru",
    "k účasti",
    "să urmăriți",
    "să urmărești",
    "să vă abonați",
    "să participați",
    "követésére",
    "feliratkozásra",
    "eseményre",
    // Turkish
    "takip etmeye",
    "takip etmeniz",
    "abone olmaya",
    "abone olmanız",
    "katılmaya",
    "katılmanız",
    "etkinliğe",
    // Russian, Ukrainian
    "отслеживать",
    "подписаться",
    "посетить",
    "принять участие",
    "вступить в группу",
    "на мероприятие",
    "відстежувати",
    "підписатися",
    "відвідати",
    "взяти участь",
    // Indonesian, Malay, Vietnamese, Thai
    "untuk mengikuti",
    "untuk berlangganan",
    "untuk menghadiri",
    "untuk bergabung dengan grup",
    "theo dõi",
    "đăng ký",
    "tham dự",
    "ติดตาม",
    "สมัครรับ",
    "เข้าร่วมกิจกรรม",
    // Japanese, Korean, Chinese
    "フォロー",
    "購読",
    "登録する",
    "イベント",
    "グループ",
    "팔로우하도록",
    "팔로우",
    "구독",
    "이벤트",
    "그룹",
    "关注",
    "訂閱",
    "订阅",
    "關注",
    "参加活动",
    "參加活動",
    "加入群组",
    // Arabic, Hebrew, Hindi
    "لمتابعة",
    "للاشتراك",
    "لحضور",
    "متابعة",
    "להצטרף לקבוצה",
    "לעקוב",
    "להירשם",
    "फ़ॉलो",
    "फॉलो",
    "सदस्यता",
    "कार्यक्रम",
];

/// What such a sentence also says where "follow" is meant of the reader.
const FOLLOWS_READER: &[&str] =
    &["フォローしています", "팔로우하고", "팔로우합니다", "关注了您", "關注了您", "يتابعك", "متابعتك"];

/// How a line begins that goes on the sentence on its own: "Invited you to follow".
const INVITED: &[&str] = &[
    "invited you",
    "hat sie eingeladen",
    "hat dich eingeladen",
    "lädt sie ein",
    "lädt dich ein",
    "vous a invité",
    "vous invite",
    "t'a invité",
    "te ha invitado",
    "te invitó",
    "le ha invitado",
    "convidou",
    "ti ha invitato",
    "heeft u uitgenodigd",
    "heeft je uitgenodigd",
    "zaprosił",
    "sizi",
];

/// Beginnings of LinkedIn's own sentence that leave no doubt, whatever stands after them.
const CONNECTS: &[&str] = &[
    "is inviting you to connect",
    "invited you to connect",
    "wants to connect",
    "follows you and is inviting you to connect",
    "möchte kontakt mit ihnen aufnehmen",
    "möchte sich mit ihnen vernetzen",
    "souhaite se connecter",
    "quiere conectar",
    "quer se conectar",
    "vuole collegarsi",
];

/// What the button of a suggestion says.
const CONNECT_BUTTONS: &[&str] = &[
    "connect",
    "+ connect",
    "vernetzen",
    "kontaktieren",
    "se connecter",
    "conectar",
    "collegati",
    "connectie maken",
    "verbinden",
    "bağlantı kur",
    "つながる",
    "つながりを申請",
    "つながり申請",
    "1촌 맺기",
    "1촌 신청",
    "加为好友",
    "建立联系",
    "建立關係",
    "połącz",
    "nawiąż kontakt",
    "spojit",
    "conectați-vă",
    "opret forbindelse",
    "knytt kontakt",
    "knyt kontakt",
    "lägg till kontakt",
    "установить контакт",
    "встановити контакт",
    "hubungkan",
    "kết nối",
    "เชื่อมต่อ",
    "تواصل",
    "اتصال",
    "कनेक्ट करें",
    "follow",
    "folgen",
    "suivre",
    "seguir",
    "segui",
    "volgen",
    "takip et",
    "フォロー",
    "팔로우",
    "关注",
    "متابعة",
];

/// Labels of LinkedIn's verification mark: the stem, as it stands in a short label.
const VERIFIED: &[&str] = &[
    "verified",
    "verifizier",
    "bestätigt",
    "vérifié",
    "vérifie",
    "verificad",
    "verificat",
    "geverifieerd",
    "verificeret",
    "bekræftet",
    "verifiser",
    "bekreftet",
    "verifierad",
    "zweryfikowan",
    "ověřen",
    "overen",
    "verifikovan",
    "ellenőrzött",
    "hitelesített",
    "vahvistettu",
    "verifioitu",
    "doğrulan",
    "doğrulandı",
    "onaylan",
    "επαληθευ",
    "подтвержден",
    "подтверждён",
    "верифицир",
    "підтверджен",
    "верифік",
    "провер",
    "terverifikasi",
    "disahkan",
    "đã xác minh",
    "xác minh",
    "ยืนยันแล้ว",
    "認証済",
    "確認済",
    "本人確認",
    "인증",
    "已验证",
    "已驗證",
    "已认证",
    "已認證",
    "موثق",
    "موثّق",
    "تم التحقق",
    "مُتحقق",
    "تم إثبات",
    "מאומת",
    "सत्यापित",
    "যাচাই",
    "na-verify",
    "beverifieerd",
];

/// What makes less of such a label.
const NOT: &[&str] = &[
    "not ",
    "unverif",
    "nicht ",
    "non ",
    "no ",
    "não ",
    "niet ",
    "nie ",
    "ikke ",
    "inte ",
    "değil",
    "未",
    "미",
    "غير",
    "verify your",
];

/// What the link to answer a note says, before the name.
const REPLIES: &[&str] = &[
    "reply",
    "antwort",
    "répond",
    "respond",
    "rispond",
    "beantwoord",
    "antwoord",
    "odpowied",
    "odpověd",
    "svar",
    "yanıtla",
    "cevapla",
    "ответ",
    "відпов",
    "返信",
    "답장",
    "回复",
    "回覆",
    "رد ",
    "الرد",
    "balas",
    "trả lời",
    "ตอบ",
    "जवाब",
    "השב",
];

/// What LinkedIn's line says where inviter and reader share an employer or a school.
const SHARED: &[&str] = &[
    "works at",
    "worked at",
    "works with",
    "attended",
    "studied at",
    "also ",
    "your company",
    "your school",
    "in common",
    "arbeitet bei",
    "arbeitete bei",
    "arbeitet auch",
    "besuchte",
    "studierte",
    "travaille",
    "a étudié",
    "trabaja",
    "estudió",
    "trabalha",
    "estudou",
    "lavora",
    "ha studiato",
    "werkt",
    "studeerde",
    "çalışıyor",
    "勤務",
    "근무",
    "就职",
    "任职",
];

/// What a card's sentence, without the name, invites to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Invites {
    /// To connect, beyond doubt.
    Connect,
    /// To something else.
    Other,
    /// It does not say.
    Unclear,
}

/// Reads a folded sentence without the name it begins with.
pub(super) fn invites(sentence: &str) -> Invites {
    let said = sentence.trim_start_matches(|c: char| !c.is_alphabetic());
    if CONNECTS.iter().any(|phrase| said.starts_with(phrase)) {
        return Invites::Connect;
    }
    let without = FOLLOWS_READER.iter().fold(said.to_owned(), |said, phrase| said.replace(phrase, " "));
    if OTHER_KINDS.iter().any(|verb| without.contains(verb)) { Invites::Other } else { Invites::Unclear }
}

/// Whether a folded line on its own goes on a sentence that invites to something else.
pub(super) fn goes_on_elsewhere(line: &str) -> bool {
    INVITED.iter().any(|start| line.starts_with(start)) && invites(line) == Invites::Other
}

/// Whether a control's folded text is that of a suggestion.
pub(super) fn is_of_suggestion(text: &str) -> bool {
    CONNECT_BUTTONS.contains(&text.trim())
}

/// Whether a folded label says "verified", besides at most a few words.
pub(super) fn says_verified(label: &str) -> bool {
    label.chars().count() <= 60
        && has_verified(label)
        && !NOT.iter().any(|word| label.trim_start().starts_with(word) || label.contains(&format!(" {word}")))
}

/// Whether a folded text contains the word at all.
pub(super) fn has_verified(text: &str) -> bool {
    VERIFIED.iter().any(|stem| text.contains(stem))
}

/// A text without the word "verified" at its end; `None` if it does not end so.
pub(super) fn before_verified(text: &str) -> Option<&str> {
    let last = text.char_indices().filter(|(at, _)| {
        let tail = text.get(*at..).unwrap_or_default().to_lowercase();
        VERIFIED.iter().any(|stem| tail.starts_with(stem)) && tail.chars().count() <= 20
    });
    last.map(|(at, _)| text.get(..at).unwrap_or_default().trim()).find(|rest| !rest.is_empty())
}

/// Whether a folded line asks to answer a note.
pub(super) fn is_reply(line: &str) -> bool {
    line.chars().count() <= 80 && REPLIES.iter().any(|stem| line.starts_with(stem) || line.ends_with(stem))
}

/// Whether a folded line says that an employer or a school is shared.
pub(super) fn says_shared(line: &str) -> bool {
    SHARED.iter().any(|words| line.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invitation::text::folded;

    #[test]
    fn tells_what_is_invited_to() {
        for (sentence, expected) in [
            ("is inviting you to connect", Invites::Connect),
            ("follows you and is inviting you to connect", Invites::Connect),
            ("möchte Kontakt mit Ihnen aufnehmen", Invites::Connect),
            ("invited you to follow Women who wants to connect", Invites::Other),
            ("hat Sie eingeladen, Studio Test - Retail zu folgen", Invites::Other),
            ("invited you to subscribe to Weekly Notes", Invites::Other),
            ("vous invite à suivre Studio Test", Invites::Other),
            ("te ha invitado a seguir Studio", Invites::Other),
            ("さんがStudioをフォローするよう招待しました", Invites::Other),
            ("sizi takip ediyor ve bağlantı kurmak istiyor", Invites::Unclear),
            ("would like to join your network", Invites::Unclear),
            ("", Invites::Unclear),
        ] {
            assert_eq!(invites(&folded(sentence)), expected, "{sentence}");
        }
    }

    #[test]
    fn knows_verified_in_many_languages() {
        for label in
            ["Verified", "Verifiziert", "Vérifié", "Verificado", "Doğrulandı", "認証済み", "已验证", "موثّق", "인증됨"]
        {
            assert!(says_verified(&folded(label)), "{label}");
        }
        for label in
            ["Not verified", "Unverified", "Nicht verifiziert", "Premium", "", "未認証済", "Verify your account"]
        {
            assert!(!says_verified(&folded(label)), "{label}");
        }
        assert_eq!(before_verified("Udai Example Verified"), Some("Udai Example"));
        assert_eq!(before_verified("田中太郎認証済み"), Some("田中太郎"));
        assert_eq!(before_verified("Verified"), None);
    }
}
