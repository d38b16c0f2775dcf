//! Chinese and Korean names in Latin letters, which are compared syllable by syllable: one letter makes another name, and
//! one name has several romanisations.
use super::NameMatch;
use super::characters::han_surnames;
use super::syllables::{Language, is_pinyin, is_syllables, may_be_one_surname, spell_alike, spell_alike_in};
use super::word::{Tie, Word};

/// Whether a name is a Chinese or Korean one in syllables: a surname, and no English or other given name.
pub(super) fn is_romanised(words: &[Word]) -> bool {
    let full = || words.iter().filter(|word| !word.initial && !word.added);
    full().count() > 1
        && full().any(Word::is_east_surname)
        && full().all(|word| word.is_east_surname() || !word.has_nicknames() && is_syllables(word.text()))
}

/// Whether such a name is written surname first.
pub(super) fn is_surname_first(words: &[Word]) -> bool {
    let mut full = words.iter().filter(|word| !word.initial && !word.added);
    let (first, last) = (full.next(), full.next_back());
    first.is_some_and(Word::is_east_surname)
        && (words.len() > 2
            || last.is_some_and(|last| {
                !last.is_east_surname() || first.is_some_and(Word::is_only_east_surname) && !last.is_only_east_surname()
            }))
}

/// The tie of two words of such names, for which sounding alike is no evidence.
pub(super) fn tie(a: &Word, b: &Word, tie: Tie) -> Tie {
    if !matches!(tie, Tie::Vague | Tie::Variant | Tie::Nickname) {
        return tie;
    }
    let (a, b) = (with_u(a.text()), with_u(b.text()));
    if a == b {
        return Tie::Variant;
    }
    let in_pinyin = is_pinyin(&a) && is_pinyin(&b);
    if !in_pinyin && spell_alike(&a, &b) { tie.min(Tie::Variant) } else { Tie::None }
}

/// `lü` is written "lv", "lyu" and "lu".
fn with_u(text: &str) -> String {
    text.replace("lyu", "lu").replace("nyu", "nu").replace('v', "u")
}

/// What two names that are not the same by their words are, both [`is_romanised`] and written surname first: other
/// romanisations of one name are unclear. People with such a given name keep their surname, so another surname is
/// another person.
pub(super) fn judge(a: &[Word], b: &[Word], answer: NameMatch) -> NameMatch {
    let (Some((surname_a, given_a)), Some((surname_b, given_b))) = (a.split_first(), b.split_first()) else {
        return answer;
    };
    let text = |words: &[Word]| words.iter().map(Word::text).collect::<String>();
    let (given_a, given_b) = (text(given_a), text(given_b));
    let (surname_a, surname_b) = (surname_a.text(), surname_b.text());
    let chinese_surname = || may_be_one_surname(surname_a, surname_b, han_surnames());
    let in_language = |language: Language| {
        let one_surname = match language {
            Language::Chinese => chinese_surname(),
            Language::Korean => spell_alike_in(language, surname_a, surname_b),
        };
        one_surname && spell_alike_in(language, &given_a, &given_b)
    };
    // Pinyin has no hyphens.
    let hyphened = a.iter().chain(b).any(|word| word.hyphened);
    let in_pinyin = !hyphened && [surname_a, surname_b, &given_a, &given_b].into_iter().all(is_pinyin);
    match answer {
        NameMatch::Different if !in_pinyin && [Language::Chinese, Language::Korean].into_iter().any(in_language) => {
            NameMatch::Unclear
        }
        NameMatch::Unclear if in_pinyin && given_a == given_b && surname_a != surname_b && !chinese_surname() => {
            NameMatch::Different
        }
        _ => answer,
    }
}
