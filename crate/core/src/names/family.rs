//! Whether two people have a family name in common that strangers seldom share.
use super::characters::{Characters, is_surname};
use super::parse::Name;
use super::tables::{affix, is_frequent_surname};
use super::word::{Place, Word};

/// The fewest letters that are left of a family name without its ending.
const STEM: usize = 3;

/// Endings by which men's, women's and wives' family names differ: Novák, Nováková; Kowalski, Kowalska; Kazlauskas,
/// Kazlauskienė; Papadopoulos, Papadopoulou. Longer ones first.
const ENDINGS: [&str; 28] = [
    "skaya", "skiy", "skyi", "aite", "iene", "yte", "ute", "ova", "eva", "ska", "ski", "sky", "cka", "cki", "ina",
    "ins", "ou", "os", "as", "is", "us", "ys", "ov", "ev", "in", "a", "i", "y",
];

/// Whether both have the same family name, as far as it can be told from given names, and it is not a frequent one.
pub(super) fn share(a: &Name, b: &Name) -> bool {
    let (of_a, of_b) = (families(a), families(b));
    of_a.iter().any(|a| of_b.iter().any(|b| a.script == b.script && are_one(a.text(), b.text())))
        || share_characters(&a.han, &b.han)
        || share_characters(&a.hangul, &b.hangul)
}

/// The words that may be family names: those that are no given names, and the last.
fn families(name: &Name) -> Vec<&Word> {
    let words: Vec<&Word> = name.words.iter().filter(|word| !word.added && !word.initial).collect();
    let Some(last) = words.len().checked_sub(1).filter(|last| *last > 0) else { return Vec::new() };
    let may_be_family = |(index, word): (usize, &&Word)| {
        index == last || word.place == Place::Surname || !word.is_given() && !word.has_nicknames()
    };
    let families = words.iter().enumerate().filter(|(index, word)| may_be_family((*index, word)));
    // "Coach" after both names is none.
    let is_added = |word: &str| affix(word).job || affix(word).credential || affix(word).title;
    let families = families.map(|(_, word)| *word);
    families.filter(|word| !is_frequent_surname(word.text()) && !is_added(word.text())).collect()
}

fn are_one(a: &str, b: &str) -> bool {
    let stem = |word: &str| {
        let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
        stem.filter(|stem| stem.chars().count() >= STEM).unwrap_or(word).to_owned()
    };
    a.chars().count() >= STEM && stem(a) == stem(b)
}

/// Surnames of two characters or more: those of one are frequent.
fn share_characters(a: &Characters, b: &Characters) -> bool {
    let (a, b) = (a.first(), b.first());
    let surname = |size: usize| a.get(..size).filter(|surname| b.get(..size) == Some(surname) && is_surname(surname));
    (2..a.len().min(b.len())).any(|size| surname(size).is_some())
}
