//! The marks of Vietnamese names and of Pinyin, which make another name: Hùng, Hưng; Lan, Lân.
use super::word::Word;

/// Vowels without a tone, and with each of the five tones of Vietnamese, in the same order.
const PLAIN: &str = "aăâeêioôơuưy";
const TONED: [&str; 5] = ["àằầèềìòồờùừỳ", "áắấéếíóốớúứý", "ảẳẩẻểỉỏổởủửỷ", "ãẵẫẽễĩõỗỡũữỹ", "ạặậẹệịọộợụựỵ"];

/// A word in lower case without its tone, and its tone. The tone is written on either of two vowels: Hòa, Hoà.
/// `None` where marks are written apart from their letters.
fn toned(word: &str) -> Option<(String, Option<usize>)> {
    let mut tone = None;
    let mut letters = String::new();
    for letter in word.chars() {
        if matches!(letter, '\u{300}'..='\u{36F}') {
            return None;
        }
        let of_tone = |toned: &&str| toned.chars().position(|with_tone| with_tone == letter);
        let place = TONED.iter().enumerate().find_map(|(index, toned)| Some((index, of_tone(&toned)?)));
        tone = place.map(|(index, _)| index).or(tone);
        letters.push(place.and_then(|(_, vowel)| PLAIN.chars().nth(vowel)).unwrap_or(letter));
    }
    Some((letters, tone))
}

/// Whether two words of the same letters are two names by their marks.
pub(super) fn are_two(a: &str, b: &str) -> bool {
    matches!((toned(a), toned(b)), (Some(a), Some(b)) if a != b)
}

/// Whether a name with a Chinese, Korean or Vietnamese surname is written with marks.
pub(super) fn has_tones(words: &[Word]) -> bool {
    words.iter().any(Word::is_east_surname) && words.iter().any(|word| !word.written.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tone_makes_a_name_wherever_it_is_written() {
        for (a, b) in [("hòa", "hoà"), ("thúy", "thuý"), ("hu\u{300}ng", "hung")] {
            assert!(!are_two(a, b), "{a} {b}");
        }
        for (a, b) in [("hùng", "hưng"), ("lan", "lân"), ("hoa", "hòa"), ("tú", "tư"), ("ná", "nà")] {
            assert!(are_two(a, b), "{a} {b}");
        }
    }
}
