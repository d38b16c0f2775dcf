//! From letters of any script to plain Latin letters.
use super::tables::{bases, letters};

/// The script a word is written in, as far as comparing needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Latin letters.
    Latin,
    /// An alphabet that is transliterated: Cyrillic, Greek, Armenian, Georgian, kana.
    Alphabet,
    /// Written without most vowels: Arabic, Hebrew.
    Consonants,
    /// Chinese characters.
    Han,
    /// Korean syllables.
    Hangul,
    /// Not transliterated here; compared letter by letter with itself only.
    Other,
}

/// The script of a letter; `None` for what is no letter.
pub(super) fn script_of(letter: char) -> Option<Script> {
    if !letter.is_alphabetic() && !is_mark_of_other_script(letter) {
        return None;
    }
    Some(match u32::from(letter) {
        0x0041..=0x024F | 0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF | 0xFB00..=0xFB06 => Script::Latin,
        0x0250..=0x02FF | 0xFF21..=0xFF5A | 0x1D400..=0x1D7FF | 0x2100..=0x214F | 0x24B6..=0x24E9 => Script::Latin,
        0x1F130..=0x1F189 => Script::Latin,
        0x0370..=0x052F | 0x0530..=0x058F | 0x10A0..=0x10FF | 0x1F00..=0x1FFF | 0x1C90..=0x1CBF => Script::Alphabet,
        0x2D00..=0x2D2F | 0x3041..=0x30FF | 0xFB13..=0xFB17 => Script::Alphabet,
        0x0590..=0x06FF | 0x0750..=0x077F | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF => Script::Consonants,
        0x3005 | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => Script::Han,
        0xAC00..=0xD7A3 => Script::Hangul,
        _ => Script::Other,
    })
}

/// Vowel signs and the like, which belong to the words of scripts such as Devanagari and Thai.
fn is_mark_of_other_script(letter: char) -> bool {
    matches!(u32::from(letter), 0x0900..=0x0DFF | 0x0E31..=0x0E4E | 0x0EB1..=0x0ECE | 0x0F71..=0x0FBC | 0x102B..=0x103E
        | 0x1056..=0x109D | 0x17B4..=0x17D3 | 0x07A6..=0x07B0)
}

/// The letters a word is written in, told apart as finely as readers do: two systems are comparable only where both
/// are transliterated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum System {
    /// Latin letters.
    Latin,
    /// Transliterated to Latin letters; the number tells the alphabets apart.
    Read(u32),
    /// Words without spaces between them: Thai, Lao, Tibetan, Burmese, Khmer.
    Unspaced(u32),
    /// Not transliterated here; the number tells the scripts apart.
    Unread(u32),
}

/// The system of letters that a letter belongs to.
pub(super) fn system_of(letter: char) -> System {
    match (u32::from(letter), script_of(letter)) {
        (_, Some(Script::Latin) | None) => System::Latin,
        (0x0370..=0x03FF | 0x1F00..=0x1FFF, _) => System::Read(1),
        (0x0400..=0x052F | 0x1C80..=0x1C8F, _) => System::Read(2),
        (0x0530..=0x058F | 0xFB13..=0xFB17, _) => System::Read(3),
        (0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F, _) => System::Read(4),
        (0x3041..=0x30FF, _) => System::Read(5),
        (0x0590..=0x05FF | 0xFB1D..=0xFB4F, _) => System::Read(6),
        (_, Some(Script::Consonants)) => System::Read(7),
        (0x0E00..=0x0E7F, _) => System::Unspaced(1),
        (0x0E80..=0x0EFF, _) => System::Unspaced(2),
        (0x0F00..=0x0FFF, _) => System::Unspaced(3),
        (0x1000..=0x109F | 0xA9E0..=0xA9FF | 0xAA60..=0xAA7F, _) => System::Unspaced(4),
        (0x1780..=0x17FF, _) => System::Unspaced(5),
        (0x1200..=0x139F | 0x2D80..=0x2DDF, _) => System::Unread(0),
        // Blocks of 128 letters are one script each.
        (code, _) => System::Unread(code >> 7),
    }
}

/// A mark written over or under the letter before it, or a sign that cannot be seen.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(u32::from(letter), 0x0300..=0x036F | 0x0591..=0x05C7 | 0x0610..=0x061A | 0x0640 | 0x064B..=0x065F
        | 0x0670 | 0x06D6..=0x06ED | 0x00AD | 0x061C | 0x180B..=0x180E | 0x200B..=0x200F | 0x202A..=0x202E
        | 0x2060..=0x206F | 0x3099 | 0x309A | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF | 0xE0000..=0xE01EF)
}

/// A word in plain lower-case Latin letters, in two spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Folded {
    /// Marks dropped: "Müller" is "muller".
    pub(super) plain: String,
    /// Marks spelled as they sound: "Müller" is "mueller", "Şahin" is "shahin". Letters of [`Script::Consonants`]
    /// that may be vowels are the capitals A, W, Y, E.
    pub(super) spoken: String,
}

/// Folds the letters of one word. Chinese, Korean and unknown letters are kept as they are.
pub(super) fn fold(word: &str) -> Folded {
    let table = letters();
    let mut plain = String::with_capacity(word.len());
    let mut spoken = String::with_capacity(word.len());
    let mut lower = word
        .chars()
        .map(unstyled)
        .flat_map(char::to_lowercase)
        .map(hiragana)
        .filter(|&letter| !is_mark(letter))
        .peekable();
    while let Some(letter) = lower.next() {
        if letter.is_ascii() {
            plain.push(letter);
            spoken.push(letter);
            continue;
        }
        if let Some(sound) = table.spoken.get(&letter) {
            spoken.push_str(sound);
            push_base(&mut plain, letter);
            continue;
        }
        let base = bases().get(&letter).and_then(|base| base.chars().next()).filter(|base| !base.is_ascii());
        let letter = base.unwrap_or(letter);
        let next = lower.peek().map(|&next| bases().get(&next).and_then(|base| base.chars().next()).unwrap_or(next));
        if let Some(pair) = next.and_then(|next| table.pair.get(&(letter, next))) {
            lower.next();
            plain.push_str(pair);
            spoken.push_str(pair);
        } else if let Some(single) = table.single.get(&letter) {
            plain.push_str(single);
            spoken.push_str(single);
        } else {
            push_base(&mut plain, letter);
            push_base(&mut spoken, letter);
        }
    }
    plain.make_ascii_lowercase();
    Folded { plain, spoken }
}

fn push_base(word: &mut String, letter: char) {
    match bases().get(&letter) {
        Some(base) => word.push_str(base),
        None => word.push(letter),
    }
}

/// The letter in bold, in a circle, in full width and the like, which Unicode lists in the order of the alphabet.
fn unstyled(letter: char) -> char {
    let code = u32::from(letter);
    let place = match code {
        0x1D400..=0x1D6A3 => (code - 0x1D400) % 26,
        0x24B6..=0x24E9 => (code - 0x24B6) % 26,
        0xFF21..=0xFF3A | 0xFF41..=0xFF5A => (code - 0xFF21) % 32,
        0x1F130..=0x1F189 => (code - 0x1F130) % 32,
        _ => return letter,
    };
    char::from_digit(place + 10, 36).unwrap_or(letter)
}

/// Katakana as hiragana, so that one table serves both.
fn hiragana(letter: char) -> char {
    match u32::from(letter) {
        code @ 0x30A1..=0x30F4 => char::from_u32(code - 0x60).unwrap_or(letter),
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(word: &str) -> String {
        fold(word).plain
    }

    #[test]
    fn marks_and_styles_are_dropped() {
        assert_eq!(plain("Gonçalves"), "goncalves");
        assert_eq!(plain("ŁUKASZ"), "lukasz");
        assert_eq!(plain("İpek"), "ipek");
        assert_eq!(plain("Nguyễn"), "nguyen");
        assert_eq!(plain("e\u{301}ric"), "eric");
        assert_eq!(plain("𝗔𝗻𝗻𝗮"), "anna");
        for styled in ["𝒵𝓸𝔢 ⓩⓞⓔ", "ＺＯＥ ｚｏｅ", "🅩🅞🅔 🆉🅾🅴", "𝚉𝚘𝚎 🅉🄾🄴"]
        {
            assert!(styled.split(' ').all(|word| plain(word) == "zoe"), "{styled}");
        }
        assert_eq!(fold("Jäger").spoken, "jaeger");
    }

    #[test]
    fn other_alphabets_become_latin() {
        assert_eq!(plain("Наталья"), "natalya");
        assert_eq!(plain("Ελένη"), "eleni");
        assert_eq!(plain("Տիգրան"), "tigran");
        assert_eq!(plain("ნინო"), "nino");
        assert_eq!(plain("サトウ"), "satou");
        assert_eq!(fold("سمير").spoken, "smYr");
    }

    #[test]
    fn scripts_are_told_apart() {
        assert_eq!(script_of('é'), Some(Script::Latin));
        assert_eq!(script_of('Ж'), Some(Script::Alphabet));
        assert_eq!(script_of('م'), Some(Script::Consonants));
        assert_eq!(script_of('王'), Some(Script::Han));
        assert_eq!(script_of('김'), Some(Script::Hangul));
        assert_eq!(script_of('न'), Some(Script::Other));
        assert_eq!(script_of('7'), None);
        assert_eq!(script_of('☁'), None);
    }
}
