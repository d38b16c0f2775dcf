//! Letters that are written as several code points, or in another width, as one.

/// Kana of half width, in the order of Unicode from U+FF66, as kana of full width.
const HALF_WIDTH: &str =
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

/// A text with kana of full width, their sound marks joined, and Korean letters put together to syllables.
pub(super) fn composed(text: impl Iterator<Item = char>) -> Vec<char> {
    let mut letters: Vec<char> = Vec::new();
    for letter in text {
        let letter = full_width(letter);
        match letters.last().and_then(|&last| joined(last, letter)) {
            Some(one) => {
                letters.pop();
                letters.push(one);
            }
            None => letters.push(letter),
        }
    }
    letters
}

fn full_width(letter: char) -> char {
    match u32::from(letter) {
        code @ 0xFF66..=0xFF9D => {
            usize::try_from(code - 0xFF66).ok().and_then(|index| HALF_WIDTH.chars().nth(index)).unwrap_or(letter)
        }
        0xFF9E | 0x309B => '\u{3099}',
        0xFF9F | 0x309C => '\u{309A}',
        _ => letter,
    }
}

/// Two code points as the one that stands for both.
fn joined(first: char, second: char) -> Option<char> {
    let (a, b) = (u32::from(first), u32::from(second));
    match (a, b) {
        (0x3046 | 0x30A6, 0x3099) => char::from_u32(a + 0x4E),
        (0x304B..=0x3062 | 0x30AB..=0x30C2, 0x3099) if a % 2 == 1 => char::from_u32(a + 1),
        (0x3064..=0x3068 | 0x30C4..=0x30C8, 0x3099) if a % 2 == 0 => char::from_u32(a + 1),
        (0x306F..=0x307B | 0x30CF..=0x30DB, 0x3099) if a % 3 == 0 => char::from_u32(a + 1),
        (0x306F..=0x307B | 0x30CF..=0x30DB, 0x309A) if a % 3 == 0 => char::from_u32(a + 2),
        (0x1100..=0x1112, 0x1161..=0x1175) => char::from_u32(0xAC00 + ((a - 0x1100) * 21 + (b - 0x1161)) * 28),
        (0xAC00..=0xD7A3, 0x11A8..=0x11C2) if (a - 0xAC00) % 28 == 0 => char::from_u32(a + b - 0x11A7),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> String {
        composed(text.chars()).into_iter().collect()
    }

    #[test]
    fn half_width_kana_and_their_marks_become_one_letter() {
        assert_eq!(text("ﾀﾅｶ ｼﾞﾛｳ"), "タナカ ジロウ");
        assert_eq!(text("ﾊﾟｸ ｳﾞｨｰﾄ"), "パク ヴィート");
        assert_eq!(text("は\u{3099}は\u{309A}つ\u{3099}"), "ばぱづ");
        assert_eq!(text("ｦﾝ"), "ヲン");
    }

    #[test]
    fn korean_letters_become_syllables() {
        assert_eq!(text("\u{1100}\u{1175}\u{11B7}\u{1109}\u{116E}"), "김수");
        assert_eq!(text("e\u{301}"), "e\u{301}");
    }
}
