//! Chinese and Korean syllables, and the ways they are spelled in Latin letters.
use super::tables::lines;
use crate::sorted::sorted;
use crate::texts;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Spellings of one part of a syllable.
type Spellings = Vec<&'static str>;

/// A syllable: its possible readings, each a run of parts with their spellings.
#[derive(Debug, Default)]
pub(super) struct Syllable {
    readings: Vec<Vec<&'static [&'static str]>>,
}

/// The spellings of the parts of syllables, by kind of part.
fn parts() -> &'static HashMap<(&'static str, &'static str), Spellings> {
    static PARTS: OnceLock<HashMap<(&'static str, &'static str), Spellings>> = OnceLock::new();
    PARTS.get_or_init(|| {
        lines(texts::NAMES_SYLLABLES.read())
            .filter_map(|line| {
                let mut words = line.split_whitespace();
                let (kind, part) = (words.next()?, words.next()?);
                Some(((kind, part), words.map(|word| if word == "-" { "" } else { word }).collect()))
            })
            .collect()
    })
}

fn spellings(kind: &'static str, part: &'static str) -> Option<&'static [&'static str]> {
    parts().get(&(kind, part)).map(Vec::as_slice)
}

/// The readings of each Chinese character: Cantonese, Mandarin.
fn readings() -> &'static HashMap<char, (&'static str, &'static str)> {
    static READINGS: OnceLock<HashMap<char, (&'static str, &'static str)>> = OnceLock::new();
    READINGS.get_or_init(|| {
        lines(texts::NAMES_HAN.read())
            .filter_map(|line| line.split_once(' '))
            .filter_map(|(reading, characters)| Some((reading.split_once('/')?, characters)))
            .flat_map(|(reading, characters)| characters.chars().map(move |character| (character, reading)))
            .collect()
    })
}

/// The simplified form of a Chinese character.
pub(super) fn simplified(character: char) -> char {
    static SIMPLIFIED: OnceLock<HashMap<char, char>> = OnceLock::new();
    let simplified = SIMPLIFIED.get_or_init(|| {
        let mut pairs = lines(texts::NAMES_HAN_VARIANTS.read()).flat_map(str::chars);
        let mut simplified = HashMap::new();
        while let (Some(traditional), Some(simple)) = (pairs.next(), pairs.next()) {
            simplified.insert(traditional, simple);
        }
        simplified
    });
    simplified.get(&character).copied().unwrap_or(character)
}

impl Syllable {
    /// The syllable a Chinese character stands for; `None` where no reading is known.
    pub(super) fn of_han(character: char) -> Option<Self> {
        let (cantonese, mandarin) = readings().get(&character)?;
        let mut syllable = Self::default();
        for reading in cantonese.split(',') {
            syllable.add(reading, "cantonese-initial", "cantonese-final");
        }
        for reading in mandarin.split(',') {
            syllable.add(reading, "mandarin-initial", "mandarin-final");
        }
        (!syllable.readings.is_empty()).then_some(syllable)
    }

    /// Whether two Chinese characters are read alike in Cantonese or Mandarin.
    pub(super) fn share_reading(a: char, b: char) -> bool {
        let share = |a: &str, b: &str| a.split(',').any(|reading| b.split(',').any(|other| other == reading));
        match (readings().get(&a), readings().get(&b)) {
            (Some(a), Some(b)) => share(a.0, b.0) || share(a.1, b.1),
            _ => false,
        }
    }

    /// Adds a reading, split after its longest initial.
    fn add(&mut self, reading: &'static str, initials: &'static str, finals: &'static str) {
        for size in [2, 1, 0] {
            let Some((initial, rest)) = reading.split_at_checked(size) else { continue };
            let Some(first) = spellings(initials, if initial.is_empty() { "-" } else { initial }) else { continue };
            match spellings(finals, rest) {
                Some(second) => self.readings.push(vec![first, second]),
                // Mandarin rhymes that are always spelled alike are not listed.
                None if !rest.is_empty() && finals == "mandarin-final" => {
                    self.readings.push(vec![first, as_slice(rest)]);
                }
                None => continue,
            }
            break;
        }
    }

    /// The syllable of a Korean letter block; as a surname with the spellings usual for it.
    pub(super) fn of_hangul(block: char, surname: bool) -> Option<Self> {
        const INITIALS: [&str; 19] = [
            "ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ",
            "ㅎ",
        ];
        const VOWELS: [&str; 21] = [
            "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅘ", "ㅙ", "ㅚ", "ㅛ", "ㅜ", "ㅝ", "ㅞ", "ㅟ", "ㅠ",
            "ㅡ", "ㅢ", "ㅣ",
        ];
        const FINALS: [&str; 28] = [
            "-", "ㄱ", "ㄱ", "ㄱ", "ㄴ", "ㄴ", "ㄴ", "ㄷ", "ㄹ", "ㄱ", "ㅁ", "ㄹ", "ㄹ", "ㄹ", "ㄹ", "ㄹ", "ㅁ", "ㅂ",
            "ㅂ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
        ];
        let mut syllable = Self::default();
        if surname {
            let known = parts().iter().find(|((kind, part), _)| *kind == "korean-surname" && part.chars().eq([block]));
            if let Some((_, spellings)) = known {
                syllable.readings.push(vec![spellings.as_slice()]);
            }
        }
        let code = usize::try_from(u32::from(block).checked_sub(0xAC00)?).ok()?;
        syllable.readings.push(vec![
            spellings("korean-initial", INITIALS.get(code / 588)?)?,
            spellings("korean-vowel", VOWELS.get(code % 588 / 28)?)?,
            spellings("korean-final", FINALS.get(code % 28)?)?,
        ]);
        Some(syllable)
    }
}

/// The Korean surname a Chinese character stands for, as a letter block.
pub(super) fn hanja_surname(character: char) -> Option<char> {
    let ((_, _), surnames) = parts().iter().find(|((kind, _), _)| *kind == "hanja-surnames")?;
    let mut blocks = surnames.iter().filter_map(|pair| pair.strip_prefix(simplified(character)));
    blocks.next().and_then(|block| block.chars().next())
}

/// A spelling as a slice of one, from the table of rhymes that are spelled one way.
fn as_slice(rhyme: &'static str) -> &'static [&'static str] {
    static RHYMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    let rhymes = RHYMES.get_or_init(|| {
        let mut rhymes: Vec<&'static str> = Vec::new();
        for (_, mandarin) in readings().values() {
            for reading in mandarin.split(',') {
                for size in 0..3 {
                    rhymes.extend(reading.get(size..).filter(|rhyme| !rhyme.is_empty()));
                }
            }
        }
        let mut rhymes = sorted(rhymes, Ord::cmp);
        rhymes.dedup();
        rhymes
    });
    match rhymes.binary_search(&rhyme) {
        Ok(index) => rhymes.get(index..=index).unwrap_or_default(),
        Err(_) => &[],
    }
}

/// Whether a Latin text is up to three syllables of Pinyin.
pub(super) fn is_pinyin(text: &str) -> bool {
    static PINYIN: OnceLock<Vec<&'static str>> = OnceLock::new();
    let pinyin = PINYIN.get_or_init(|| {
        let mut syllables: Vec<&str> = readings().values().flat_map(|(_, mandarin)| mandarin.split(',')).collect();
        // "ng" and the like are no part of names: "wong" is no Pinyin.
        syllables.retain(|syllable| syllable.contains(['a', 'e', 'i', 'o', 'u', 'v']));
        let mut syllables = sorted(syllables, Ord::cmp);
        syllables.dedup();
        syllables
    });
    let is_syllable = |text: &str| pinyin.binary_search(&text).is_ok();
    let in_two = |text: &str| {
        (1..text.len()).any(|at| text.split_at_checked(at).is_some_and(|(a, b)| is_syllable(a) && is_syllable(b)))
    };
    is_syllable(text)
        || in_two(text)
        || (1..text.len()).any(|at| text.split_at_checked(at).is_some_and(|(a, b)| is_syllable(a) && in_two(b)))
}

/// Whether a Latin text spells the syllables, all of them and nothing else.
pub(super) fn spells(text: &str, syllables: &[Syllable]) -> bool {
    let Some((first, others)) = syllables.split_first() else { return text.is_empty() };
    first.readings.iter().any(|reading| spells_reading(text, reading, others))
}

fn spells_reading(text: &str, parts: &[&'static [&'static str]], others: &[Syllable]) -> bool {
    match parts.split_first() {
        None => spells(text, others),
        Some((spellings, rest)) => spellings
            .iter()
            .any(|spelling| text.strip_prefix(spelling).is_some_and(|left| spells_reading(left, rest, others))),
    }
}

/// Whether a Latin text may be one to three syllables of Chinese, in any of its spellings, or of Korean.
pub(super) fn is_syllables(text: &str) -> bool {
    is_pinyin(text) || spell_alike_in(Language::Korean, text, text) || spell_alike_in(Language::Chinese, text, text)
}

/// Whether two Latin texts may spell the same one to three syllables, Chinese or Korean, in two of the ways they are
/// spelled: "tsetung", "zedong"; "younghee", "yeonghui".
pub(super) fn spell_alike(a: &str, b: &str) -> bool {
    [Language::Chinese, Language::Korean].into_iter().any(|language| spell_alike_in(language, a, b))
}

/// A language whose names are spelled by syllables.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// In Pinyin, as in Taiwan before, or in Cantonese.
    Chinese,
    /// In any romanisation.
    Korean,
}

/// [`spell_alike`] in one language.
pub(super) fn spell_alike_in(language: Language, a: &str, b: &str) -> bool {
    let mut reached = vec![(a, b)];
    for _ in 0..3 {
        let mut next: Vec<(&str, &str)> = Vec::new();
        for (a, b) in reached {
            for readings in every_syllable(language) {
                let of_a: Vec<&str> = readings.iter().flat_map(|reading| rests(a, reading)).collect();
                if of_a.is_empty() {
                    continue;
                }
                for left_b in readings.iter().flat_map(|reading| rests(b, reading)) {
                    next.extend(of_a.iter().map(|left_a| (*left_a, left_b)));
                }
            }
            next = sorted(next, Ord::cmp);
            next.dedup();
        }
        if next.contains(&("", "")) {
            return true;
        }
        reached = next;
    }
    false
}

/// The remainders of a text after each spelling of a reading that it begins with.
fn rests<'a>(text: &'a str, reading: &[&[&str]]) -> Vec<&'a str> {
    reading.iter().fold(vec![text], |rests, part| {
        rests.iter().flat_map(|rest| part.iter().filter_map(|spelling| rest.strip_prefix(spelling))).collect()
    })
}

type Readings = Vec<Vec<&'static [&'static str]>>;

/// The readings of every syllable of a language.
fn every_syllable(language: Language) -> &'static [Readings] {
    static CHINESE: OnceLock<Vec<Readings>> = OnceLock::new();
    static KOREAN: OnceLock<Vec<Readings>> = OnceLock::new();
    match language {
        Language::Chinese => CHINESE.get_or_init(|| {
            let first_of_each = lines(texts::NAMES_HAN.read())
                .filter_map(|line| line.split_once(' ').and_then(|(_, characters)| characters.chars().next()));
            first_of_each.filter_map(Syllable::of_han).map(|syllable| syllable.readings).collect()
        }),
        Language::Korean => KOREAN.get_or_init(|| {
            let blocks = (0xAC00..=0xD7A3).filter_map(char::from_u32);
            // Finals that are spelled as others, and doubled initials, are left out.
            let usual = |block: &char| {
                let code = u32::from(*block) - 0xAC00;
                matches!(code / 588, 0 | 2 | 3 | 5..=7 | 9 | 11 | 12 | 14..=18)
                    && matches!(code % 28, 0 | 1 | 4 | 8 | 16 | 17 | 21)
            };
            let mut syllables: Vec<Readings> = blocks
                .filter(usual)
                .filter_map(|block| Syllable::of_hangul(block, false))
                .map(|read| read.readings)
                .collect();
            let surnames = parts().iter().filter(|((kind, _), _)| *kind == "korean-surname");
            syllables.extend(surnames.map(|(_, spellings)| vec![vec![spellings.as_slice()]]));
            syllables
        }),
    }
}

/// Whether two Latin spellings may be those of one Chinese surname: Wong, Huang; but not Wang, Huang.
pub(super) fn may_be_one_surname(a: &str, b: &str, surnames: impl Iterator<Item = char>) -> bool {
    let mut syllables = surnames.filter_map(Syllable::of_han);
    syllables.any(|syllable| {
        let syllable = std::slice::from_ref(&syllable);
        spells(a, syllable) && spells(b, syllable)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str, han: &str) -> bool {
        let syllables: Vec<Syllable> = han.chars().filter_map(Syllable::of_han).collect();
        spells(text, &syllables)
    }

    #[test]
    fn chinese_characters_are_spelled_as_in_the_mainland_and_in_hong_kong() {
        for (text, han) in [
            ("xiaoming", "晓明"),
            ("siuming", "小明"),
            ("zhang", "张"),
            ("cheung", "张"),
            ("chang", "张"),
            ("waikeung", "偉強"),
        ] {
            assert!(spelled(text, han), "{text} {han}");
        }
        for (text, han) in [("xiaoming", "晓红"), ("wong", "张"), ("wai", "偉強")] {
            assert!(!spelled(text, han), "{text} {han}");
        }
    }

    #[test]
    fn korean_blocks_are_spelled_in_several_ways() {
        for (text, hangul) in [("minjun", "민준"), ("minjoon", "민준"), ("seoyeon", "서연"), ("jihyun", "서연")]
        {
            let syllables: Vec<Syllable> =
                hangul.chars().filter_map(|block| Syllable::of_hangul(block, false)).collect();
            assert_eq!(spells(text, &syllables), text != "jihyun", "{text} {hangul}");
        }
        let lee: Vec<Syllable> = Syllable::of_hangul('이', true).into_iter().collect();
        assert!(spells("lee", &lee) && spells("yi", &lee) && !spells("kim", &lee));
    }

    #[test]
    fn traditional_characters_have_simplified_forms() {
        assert_eq!(simplified('國'), '国');
        assert_eq!(simplified('国'), '国');
    }
}
