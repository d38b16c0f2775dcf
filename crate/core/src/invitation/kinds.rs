//! The kind of a card, judged by its words: an invitation to connect, one to follow, join or attend, or a
//! suggestion. The words of all languages are tried at once.

use crate::languages::{self, Kinds};

/// Words of one sort, of all languages.
fn words(of: fn(&Kinds) -> &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    languages::ALL.into_iter().flat_map(move |language| of(&language.kinds)).copied()
}

/// The kind of invitation in a card's sentence, without the name.
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
    let said = without_brackets(sentence).trim_start_matches(|c: char| !c.is_alphabetic());
    // "wants to connect your account with …" is about something else.
    let is_end = |after: &str| !after.contains(char::is_alphanumeric) || after.trim_start().starts_with("with you");
    if words(|kinds| kinds.connects).any(|phrase| said.strip_prefix(phrase).is_some_and(is_end)) {
        return Invites::Connect;
    }
    let without = words(|kinds| kinds.follows_reader).fold(said.to_owned(), |said, phrase| said.replace(phrase, " "));
    if words(|kinds| kinds.other).any(|verb| without.contains(verb)) { Invites::Other } else { Invites::Unclear }
}

/// A sentence without the brackets that it begins with: they are pronouns, and the inviter's words.
fn without_brackets(sentence: &str) -> &str {
    let rest = sentence.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
    rest.map_or(sentence, |(_, rest)| rest)
}

/// Whether a folded line continues, on its own, a sentence that invites to something else.
pub(super) fn continues_other_kind(line: &str) -> bool {
    words(|kinds| kinds.invited).any(|start| line.starts_with(start)) && invites(line) == Invites::Other
}

/// Whether a control's folded text is that of a suggestion.
pub(super) fn is_of_suggestion(text: &str) -> bool {
    words(|kinds| kinds.connect).any(|button| button == text.trim())
}

/// Whether a folded label says "verified", besides at most a few words. Pronouns stand in brackets, and are the inviter's.
pub(super) fn says_verified(label: &str) -> bool {
    // Where letters have two cases, from the beginning of a word: not "unverified" or "non-verified".
    let begins_word = |at: usize| {
        let before = label.get(..at).and_then(|text| text.chars().next_back());
        before.is_none_or(|c| !c.is_lowercase() && c != '-')
    };
    label.chars().count() <= 60
        && !label.contains(['(', ')', '[', ']', '（', '）', '?', ':', '/'])
        && words(|kinds| kinds.verified).any(|stem| label.match_indices(stem).any(|(at, _)| begins_word(at)))
        && !words(|kinds| kinds.not_verified)
            .any(|word| label.trim_start().starts_with(word) || label.contains(&format!(" {word}")))
}

/// Whether a folded text contains the word at all.
pub(super) fn has_verified(text: &str) -> bool {
    words(|kinds| kinds.verified).any(|stem| text.contains(stem))
}

/// A text without the word "verified" at its end; `None` if it does not end so.
pub(super) fn before_verified(text: &str) -> Option<&str> {
    let last = text.char_indices().filter(|(at, _)| {
        let tail = text.get(*at..).unwrap_or_default().to_lowercase();
        words(|kinds| kinds.verified).any(|stem| tail.starts_with(stem)) && tail.chars().count() <= 20
    });
    last.map(|(at, _)| text.get(..at).unwrap_or_default().trim()).find(|rest| !rest.is_empty())
}

/// Whether a folded line asks to answer a note.
pub(super) fn is_reply(line: &str) -> bool {
    line.chars().count() <= 80 && words(|kinds| kinds.reply).any(|stem| line.starts_with(stem) || line.ends_with(stem))
}

/// Whether a folded line says that an employer or a school is shared.
pub(super) fn says_shared(line: &str) -> bool {
    words(|kinds| kinds.shared).any(|words| line.contains(words))
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
            ("запрошує вас стежити за сторінкою Studio", Invites::Other),
            ("meghívott, hogy kövesd a Studio oldalt", Invites::Other),
            ("邀請您追蹤 Studio", Invites::Other),
            ("追蹤了您並希望與您建立關係", Invites::Unclear),
            ("đang theo dõi bạn và muốn kết nối", Invites::Unclear),
            ("ติดตามคุณและต้องการเชื่อมต่อ", Invites::Unclear),
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
        for label in [
            "Not verified",
            "Unverified",
            "Nicht verifiziert",
            "Premium",
            "",
            "未認証済",
            "Verify your account",
            // Offers.
            "Ask to get verified",
            "Verifizierung",
            "Jetzt verifizieren",
            "Verifiziert werden",
            "Faites-vous vérifier",
            "Pas vérifié",
            "본인 인증하기",
            "本人確認をする",
            "Xác minh ngay",
            "Подтверждение личности",
            "सत्यापित करें",
        ] {
            assert!(!says_verified(&folded(label)), "{label}");
        }
        assert_eq!(before_verified("Udai Example Verified"), Some("Udai Example"));
        assert_eq!(before_verified("田中太郎認証済み"), Some("田中太郎"));
        assert_eq!(before_verified("Verified"), None);
    }
}
