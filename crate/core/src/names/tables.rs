//! The name tables, read once from text files compiled in.
//!
//! Every file is lines of words; lines that start with `#` are comments. What cannot be read is skipped, never an
//! error: the files are part of the program and covered by tests.
use super::characters::usual;
use crate::sorted::sorted;
use crate::texts;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// The lines of a table that are not comments.
pub(super) fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

/// The plain form of each letter that has marks or is styled.
pub(super) fn bases() -> &'static HashMap<char, &'static str> {
    static BASES: OnceLock<HashMap<char, &'static str>> = OnceLock::new();
    BASES.get_or_init(|| {
        lines(texts::NAMES_BASES.read())
            .filter_map(|line| line.split_once(' '))
            .flat_map(|(base, marked)| marked.chars().map(move |letter| (letter, base)))
            .collect()
    })
}

/// Latin spellings of the letters, and of pairs of letters, of other scripts.
#[derive(Default)]
pub(super) struct Letters {
    /// Single letters.
    pub(super) single: HashMap<char, &'static str>,
    /// Pairs of letters, tried first.
    pub(super) pair: HashMap<(char, char), &'static str>,
    /// Latin letters with marks, spelled as they sound.
    pub(super) spoken: HashMap<char, &'static str>,
}

/// Latin spellings of the letters of other scripts.
pub(super) fn letters() -> &'static Letters {
    static LETTERS: OnceLock<Letters> = OnceLock::new();
    LETTERS.get_or_init(|| {
        let mut letters = Letters::default();
        for line in lines(texts::NAMES_LETTERS.read()) {
            let mut words = line.split_whitespace();
            let spoken = words.next() == Some("spoken");
            while let (Some(from), Some(to)) = (words.next(), words.next()) {
                let to = if to == "-" { "" } else { to };
                let mut from = from.chars();
                match (from.next(), from.next()) {
                    (Some(letter), None) if spoken => letters.spoken.insert(letter, to),
                    (Some(letter), None) => letters.single.insert(letter, to),
                    (Some(first), Some(second)) => letters.pair.insert((first, second), to),
                    (None, _) => None,
                };
            }
        }
        letters
    })
}

/// The possible roles of a word beside a name; a word may have several: "MA" is a credential and a family name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Affix {
    /// A title before a name: "Dr".
    pub(super) title: bool,
    /// A title only where written with a dot: "Mag."
    pub(super) dotted_title: bool,
    /// Letters after a name: "CFA".
    pub(super) credential: bool,
    /// A small word that joins names: "van".
    pub(super) particle: bool,
    /// A word of a headline: "hiring".
    pub(super) job: bool,
    /// A given name that people go by whatever their own is: "Buddy".
    pub(super) byname: bool,
    /// Shows respect after a name: "ji".
    pub(super) honorific: bool,
    /// A pronoun: "she".
    pub(super) pronoun: bool,
    /// The generation a suffix stands for: 1 for "Sr.", 2 for "Jr.", 3 for "III" ("II" is 2 as well, see the parser).
    pub(super) generation: Option<u8>,
}

/// The words that occur around names.
pub(super) fn affix(word: &str) -> Affix {
    static AFFIXES: OnceLock<HashMap<&'static str, Affix>> = OnceLock::new();
    let affixes = AFFIXES.get_or_init(|| {
        let mut affixes: HashMap<&'static str, Affix> = HashMap::new();
        for line in lines(texts::NAMES_TITLES.read()) {
            let mut words = line.split_whitespace();
            let kind = words.next();
            for word in words {
                let (word, generation) = match word.split_once('=') {
                    Some((word, generation)) => (word, generation.parse().ok()),
                    None => (word, None),
                };
                let known = affixes.entry(word).or_default();
                match kind {
                    Some("title") => known.title = true,
                    Some("dotted") => known.dotted_title = true,
                    Some("credential") => known.credential = true,
                    Some("particle") => known.particle = true,
                    Some("job") => known.job = true,
                    Some("byname") => known.byname = true,
                    Some("honorific") => known.honorific = true,
                    Some("pronoun") => known.pronoun = true,
                    Some("suffix") => known.generation = generation,
                    _ => {}
                }
            }
        }
        affixes
    });
    affixes.get(word).copied().unwrap_or_default()
}

/// Titles of scripts that put no spaces between words, the longest first.
pub(super) fn glued_titles() -> &'static [&'static str] {
    static GLUED: OnceLock<Vec<&'static str>> = OnceLock::new();
    GLUED.get_or_init(|| {
        let glued = lines(texts::NAMES_TITLES.read()).filter_map(|line| line.strip_prefix("glued "));
        sorted(glued.flat_map(str::split_whitespace).collect(), |a, b| b.len().cmp(&a.len()))
    })
}

/// Whether a folded word is a given name more often than a surname.
pub(super) fn is_given_name(word: &str) -> bool {
    given_name(word).is_some()
}

/// Whether a folded word is a given name and hardly ever a surname.
pub(super) fn is_only_given_name(word: &str) -> bool {
    given_name(word) == Some(true)
}

/// Whether a given name is hardly ever a surname; `None` for a word that is no given name.
pub(super) fn given_name(word: &str) -> Option<bool> {
    static GIVEN: OnceLock<HashMap<&'static str, Vec<(&'static str, bool)>>> = OnceLock::new();
    let given = GIVEN.get_or_init(|| {
        let starred = |rest: &'static str| rest.strip_suffix('*').map_or((rest, true), |rest| (rest, false));
        let names = lines(texts::NAMES_GIVEN.read()).filter_map(|line| line.split_once(' '));
        names.map(|(beginning, rests)| (beginning, flagged(rests, starred))).collect()
    });
    let (beginning, rest) = word.split_at_checked(2).unwrap_or((word, ""));
    find(given.get(beginning)?, if rest.is_empty() { "-" } else { rest })
}

/// Whether a folded word is a Chinese, Korean or Vietnamese surname, which comes first.
pub(super) fn is_east_surname(word: &str) -> bool {
    east_surname(word).is_some()
}

/// Whether such a surname is seldom part of a given name; `None` for another word.
pub(super) fn east_surname(word: &str) -> Option<bool> {
    static EAST: OnceLock<Vec<(&'static str, bool)>> = OnceLock::new();
    let starred = |name: &'static str| name.strip_suffix('*').map_or((name, false), |name| (name, true));
    find(EAST.get_or_init(|| flagged(texts::NAMES_EAST_SURNAMES.read(), starred)), word)
}

/// Readings of Japanese surnames and given names, by characters in their [`usual`] forms; several where they are read in
/// several ways.
#[derive(Default)]
pub(super) struct Japanese {
    pub(super) surnames: HashMap<Vec<char>, Vec<&'static str>>,
    pub(super) given: HashMap<Vec<char>, Vec<&'static str>>,
}

/// Readings of usual Japanese names.
pub(super) fn japanese() -> &'static Japanese {
    static JAPANESE: OnceLock<Japanese> = OnceLock::new();
    JAPANESE.get_or_init(|| {
        let mut japanese = Japanese::default();
        for line in lines(texts::NAMES_JAPANESE.read()) {
            let mut words = line.split_whitespace();
            let surname = words.next() == Some("surname");
            let table = if surname { &mut japanese.surnames } else { &mut japanese.given };
            for (name, reading) in words.filter_map(|word| word.split_once('=')) {
                table.entry(name.chars().map(usual).collect()).or_default().extend(reading.split(','));
            }
        }
        japanese
    })
}

/// Whether characters are a usual Japanese surname.
pub(super) fn is_japanese_surname(text: &[char]) -> bool {
    let text: Vec<char> = text.iter().copied().map(usual).collect();
    japanese().surnames.contains_key(&text)
}

/// The number of the line of spellings that a usual surname belongs to: "hansen" and "hanson" have one, "jansen" another.
pub(super) fn settled_surname(word: &str) -> Option<u16> {
    static SETTLED: OnceLock<HashMap<&'static str, u16>> = OnceLock::new();
    let settled = SETTLED.get_or_init(|| {
        let families = lines(texts::NAMES_SURNAMES.read()).flat_map(|line| line.split(','));
        let numbered = (0u16..).zip(families.map(str::split_whitespace));
        numbered.flat_map(|(number, names)| names.map(move |name| (name, number))).collect()
    });
    settled.get(word).copied()
}

/// Whether a folded word is a usual surname with near neighbours.
pub(super) fn is_settled_surname(word: &str) -> bool {
    settled_surname(word).is_some()
}

/// Whether a folded word is a family name that strangers in one country often share.
pub(super) fn is_frequent_surname(word: &str) -> bool {
    static FREQUENT: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let words = || lines(texts::NAMES_FREQUENT_SURNAMES.read()).flat_map(str::split_whitespace);
    FREQUENT.get_or_init(|| words().collect()).contains(word)
}

/// A given name in which one letter makes another name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    /// Japanese, written as it is read.
    Japanese,
    /// A name of another language.
    Other,
}

/// Whether a folded word is such a name, or a Japanese surname in Latin letters.
pub(super) fn near_name(word: &str) -> Option<Near> {
    static NEAR: OnceLock<HashMap<String, Near>> = OnceLock::new();
    let near = NEAR.get_or_init(|| {
        let mut near = HashMap::new();
        for line in lines(texts::NAMES_NEAR_NAMES.read()) {
            let Some((kind, names)) = line.split_once(' ') else { continue };
            for name in names.split_whitespace() {
                if kind == "japanese" {
                    near.insert(romaji(name), Near::Japanese);
                } else {
                    near.entry(name.to_owned()).or_insert(Near::Other);
                }
            }
        }
        let readings = japanese().surnames.values().flatten();
        near.extend(readings.map(|reading| (romaji(reading), Near::Japanese)));
        near
    });
    near.get(word).or_else(|| near.get(&romaji(word)).filter(|near| **near == Near::Japanese)).copied()
}

/// A Japanese word in Latin letters, in one of its spellings: long vowels short, "sy" as "sh".
pub(super) fn romaji(word: &str) -> String {
    const SPELLINGS: [(&str, &str); 16] = [
        ("ou", "o"),
        ("oo", "o"),
        ("oh", "o"),
        ("uu", "u"),
        ("sy", "sh"),
        ("zy", "j"),
        ("jy", "j"),
        ("ty", "ch"),
        ("si", "shi"),
        ("ti", "chi"),
        ("tu", "tsu"),
        ("zi", "ji"),
        ("mb", "nb"),
        ("mp", "np"),
        ("mm", "nm"),
        ("l", "r"),
    ];
    SPELLINGS.iter().fold(word.to_owned(), |word, (from, to)| word.replace(from, to))
}

/// The words of a table, sorted, each with what its star says.
fn flagged(table: &'static str, starred: fn(&'static str) -> (&'static str, bool)) -> Vec<(&'static str, bool)> {
    sorted(lines(table).flat_map(str::split_whitespace).map(starred).collect(), Ord::cmp)
}

fn find(names: &[(&'static str, bool)], word: &str) -> Option<bool> {
    let index = names.binary_search_by(|(name, _)| (*name).cmp(word)).ok()?;
    names.get(index).map(|(_, flag)| *flag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_read_and_names_its_source() {
        let tables = [
            include_str!("data/bases.txt"),
            include_str!("data/east_surnames.txt"),
            include_str!("data/east_words.txt"),
            include_str!("data/frequent_surnames.txt"),
            include_str!("data/given.txt"),
            include_str!("data/han.txt"),
            include_str!("data/han_variants.txt"),
            include_str!("data/japanese.txt"),
            include_str!("data/letters.txt"),
            include_str!("data/near_names.txt"),
            include_str!("data/nicknames.txt"),
            include_str!("data/surnames.txt"),
            include_str!("data/syllables.txt"),
            include_str!("data/titles.txt"),
        ];
        for table in tables {
            assert!(table.starts_with("# ") && table.contains("# Source: "), "{:?}", table.get(..60));
            assert!(lines(table).count() > 0);
        }
        assert!(bases().len() > 400 && letters().single.len() > 200 && letters().pair.len() > 40);
    }

    #[test]
    fn the_words_around_names_are_known() {
        assert!(affix("dr").title && affix("cfa").credential && affix("van").particle);
        assert!(affix("hiring").job && affix("she").pronoun && !affix("laura").title);
        assert_eq!(affix("jr").generation, Some(2));
        assert_eq!(affix("").generation, None);
    }

    #[test]
    fn given_names_and_eastern_surnames_are_known() {
        assert!(is_given_name("agnes") && !is_given_name("whitcombe") && !is_given_name(""));
        assert!(is_east_surname("zhang") && !is_east_surname("agnes"));
        assert_eq!((east_surname("zhang"), east_surname("wei")), (Some(true), Some(false)));
        assert!(is_settled_surname("hansen") && !is_settled_surname("whitcombe"));
    }
}
