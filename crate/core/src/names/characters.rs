//! The Chinese characters or Korean syllables of a displayed name, apart from titles, employers and jobs around them.
use super::fold::{Script, script_of};
use super::syllables::simplified;
use super::tables::{is_japanese_surname, lines};
use crate::sorted::sorted;
use crate::texts;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// The most characters of a name that are compared.
const MAX_CHARACTERS: usize = 8;
/// The most runs of characters that are read.
const MOST_RUNS: usize = 8;

/// The tables of surnames, titles and other words.
#[derive(Default)]
struct East {
    han_surnames: HashSet<char>,
    /// Chinese surnames of two characters, with their Latin spellings.
    compound: HashMap<[char; 2], Vec<&'static str>>,
    hangul_surnames: HashSet<char>,
    hangul_double: HashSet<[char; 2]>,
    /// Titles, the longest first.
    titles: Vec<&'static str>,
    jobs: Vec<&'static str>,
    former: Vec<&'static str>,
    variants: HashMap<char, char>,
}

fn east() -> &'static East {
    static EAST: OnceLock<East> = OnceLock::new();
    EAST.get_or_init(|| {
        let mut east = East::default();
        for line in lines(texts::NAMES_EAST_WORDS.read()) {
            let mut words = line.split_whitespace();
            match words.next() {
                Some("han-surname") => east.han_surnames.extend(words.flat_map(str::chars).map(simplified)),
                Some("compound") => {
                    let read = |word: &'static str| {
                        let (name, spellings) = word.split_once('=')?;
                        Some((pair_of(name)?.map(simplified), spellings.split(',').collect()))
                    };
                    east.compound.extend(words.filter_map(read));
                }
                Some("hangul-surname") => east.hangul_surnames.extend(words.flat_map(str::chars)),
                Some("hangul-double") => east.hangul_double.extend(words.filter_map(pair_of)),
                Some("title") => east.titles.extend(words),
                Some("job") => east.jobs.extend(words),
                Some("former") => east.former.extend(words),
                Some("variant") => {
                    for group in words {
                        let Some(first) = group.chars().next() else { continue };
                        let usual = simplified(first);
                        east.variants.extend(group.chars().map(|form| (form, usual)));
                    }
                }
                _ => {}
            }
        }
        east.titles = sorted(east.titles, |a, b| b.chars().count().cmp(&a.chars().count()));
        east
    })
}

fn pair_of(text: &str) -> Option<[char; 2]> {
    let mut letters = text.chars();
    Some([letters.next()?, letters.next()?]).filter(|_| letters.next().is_none())
}

/// The form of a character that its variants share: simplified, traditional and Japanese.
pub(super) fn usual(character: char) -> char {
    east().variants.get(&character).copied().unwrap_or_else(|| simplified(character))
}

/// The Latin spellings of a Chinese surname of two characters.
pub(super) fn compound_spellings(name: &[char]) -> Option<&'static [&'static str]> {
    let [first, second, ..] = name else { return None };
    east().compound.get(&[simplified(*first), simplified(*second)]).map(Vec::as_slice)
}

/// The usual Chinese surnames of one character.
pub(super) fn han_surnames() -> impl Iterator<Item = char> {
    east().han_surnames.iter().copied()
}

/// The characters of a name in one script.
#[derive(Debug, Default, Clone)]
pub(super) struct Characters {
    /// The possible names, the likeliest first; a second only where it is uncertain which is the name.
    pub(super) candidates: Vec<Vec<char>>,
    /// How many characters are the surname, where a space shows it.
    pub(super) surname: Option<usize>,
    /// Whether the first candidate is plainly a whole name and all that was written.
    pub(super) sure: bool,
    /// The name in brackets, or a former one.
    pub(super) others: Vec<Vec<char>>,
}

impl Characters {
    /// Reads the runs of characters of one script: those of the name, and those in brackets.
    pub(super) fn read(runs: Vec<Vec<char>>, others: Vec<Vec<char>>) -> Self {
        let mut runs: Vec<Vec<char>> = runs.into_iter().filter(|run| !run.is_empty()).take(MOST_RUNS).collect();
        let mut others: Vec<Vec<char>> = others.into_iter().filter(|run| !run.is_empty()).take(MOST_RUNS).collect();
        if runs.is_empty() {
            // A name that is all in brackets, or written in letters before.
            let Some(index) = others.iter().position(|run| is_whole_name(run)) else {
                return Self { others, ..Self::default() };
            };
            runs.push(others.remove(index));
        }
        let mut read = Self { others, ..Self::default() };
        // "민수 김": given name first. A given name of one syllable is not written apart from its surname.
        if let [first, .., last] = runs.as_slice()
            && matches!(last.as_slice(), [surname] if is_surname(&[*surname]))
            && (!is_surname(first.get(..1).unwrap_or_default()) || first.len() == 2 && is_hangul(first))
        {
            runs.rotate_right(1);
        }
        match runs.as_slice() {
            [] => {}
            [only] => {
                read.sure = is_whole_name(only) || (2..=4).contains(&only.len());
                read.candidates.push(only.clone());
            }
            [surname, given, rest @ ..] if is_surname(surname) && given.len() <= 3 && !is_surname_alone(given) => {
                read.surname = Some(surname.len());
                read.sure = rest.is_empty() || !rest.iter().any(|run| is_whole_name(run));
                read.candidates.push([surname.as_slice(), given.as_slice()].concat());
            }
            all => {
                let whole: Vec<&Vec<char>> = all.iter().filter(|run| is_whole_name(run)).collect();
                if whole.is_empty() {
                    read.surname = Some(all.first().map_or(0, Vec::len)).filter(|_| all.len() == 2);
                    let joined = all.concat();
                    read.sure = all.len() == 2 && joined.len() <= 5 || joined.len() <= 4;
                    read.candidates.push(joined);
                } else {
                    read.sure = whole.len() == 1 && all.first() == whole.first().copied();
                    read.candidates.extend(whole.into_iter().cloned());
                    if !read.sure {
                        read.candidates.push(all.concat());
                    }
                }
            }
        }
        for run in read.candidates.iter_mut().chain(&mut read.others) {
            run.truncate(MAX_CHARACTERS);
        }
        read
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.candidates.is_empty()
    }

    /// The likeliest characters.
    pub(super) fn first(&self) -> &[char] {
        self.candidates.first().map(Vec::as_slice).unwrap_or_default()
    }
}

fn is_hangul(text: &[char]) -> bool {
    text.iter().all(|&letter| script_of(letter) == Some(Script::Hangul))
}

/// Whether characters are a surname.
pub(super) fn is_surname(text: &[char]) -> bool {
    match text {
        [one] => east().han_surnames.contains(&simplified(*one)) || east().hangul_surnames.contains(one),
        _ => is_surname_of_two(text) || is_surname_alone(text),
    }
}

fn is_surname_of_two(text: &[char]) -> bool {
    let [first, second] = text else { return false };
    east().compound.contains_key(&[simplified(*first), simplified(*second)])
        || east().hangul_double.contains(&[*first, *second])
}

/// Whether two characters or more are, as a whole, a Japanese surname.
pub(super) fn is_surname_alone(text: &[char]) -> bool {
    text.len() > 1 && is_japanese_surname(text)
}

/// The sizes the surname at the beginning of a name may have, the likeliest first.
pub(super) fn surname_sizes(name: &[char]) -> Vec<usize> {
    let Some(first) = name.first() else { return Vec::new() };
    let of_two = name.len() > 2 && name.get(..2).is_some_and(is_surname_of_two);
    if script_of(*first) == Some(Script::Hangul) {
        return if of_two { vec![2, 1] } else { vec![1] };
    }
    let japanese = (1..name.len()).rev().find(|&size| name.get(..size).is_some_and(is_japanese_surname));
    let mut sizes: Vec<usize> = if of_two { vec![2] } else { Vec::new() };
    sizes.extend(japanese);
    if !of_two {
        sizes.push(1);
        // A Japanese surname that is not known.
        sizes.extend((name.len() > 3).then_some(2));
    }
    sizes.dedup();
    sizes
}

/// Whether characters are plainly a surname and a given name.
pub(super) fn is_whole_name(text: &[char]) -> bool {
    let Some((&first, rest)) = text.split_first() else { return false };
    if is_of_job(&text.iter().collect::<String>()) {
        return false;
    }
    if script_of(first) == Some(Script::Hangul) {
        return (2..=3).contains(&text.len()) && is_surname(&[first])
            || (3..=4).contains(&text.len()) && text.get(..2).is_some_and(is_surname_of_two);
    }
    let japanese = (1..text.len()).any(|size| {
        let (surname, given) = text.split_at_checked(size).unwrap_or_default();
        given.len() <= 3 && is_japanese_surname(surname)
    });
    japanese && !is_surname_alone(text)
        || (1..=2).contains(&rest.len()) && is_surname(&[first]) && !is_surname_alone(text)
        || (3..=4).contains(&text.len()) && text.get(..2).is_some_and(is_surname_of_two)
        || text.len() == 4 && text.iter().take(2).all(|&character| is_surname(&[character]))
}

/// Whether a text ends in a title after one character, so that the rest may be a given name or a title.
pub(super) fn is_perhaps_titled(text: &[char]) -> bool {
    let rest = || text.iter().skip(1).copied().map(usual);
    // Mr and Mrs in Hong Kong: 陳生, 陳太.
    rest().eq(['生']) || rest().eq(['太']) || east().titles.iter().any(|title| title.chars().map(usual).eq(rest()))
}

/// Whether a text holds a word of a job or an employer.
pub(super) fn is_of_job(text: &str) -> bool {
    east().jobs.iter().any(|job| text.contains(job))
}

/// Whether a text has Chinese characters, Korean syllables or kana.
pub(super) fn is_eastern(text: &str) -> bool {
    text.chars().any(is_eastern_letter)
}

/// Whether a letter is a Chinese character, a Korean syllable or kana.
pub(super) fn is_eastern_letter(letter: char) -> bool {
    matches!(script_of(letter), Some(Script::Han | Script::Hangul)) || matches!(letter, 'ぁ'..='ヺ' | 'ー')
}

/// A part of a displayed text without the titles, employers and jobs that are written in characters; the words in
/// letters stay. At least one word is left.
pub(super) fn without_titles(part: &str) -> String {
    let words: Vec<&str> = part.split_whitespace().collect();
    let kept: Vec<&str> = words.iter().map(|word| bare(word)).filter(|word| !word.is_empty()).collect();
    let names: Vec<&str> = kept.iter().copied().filter(|word| !is_eastern(word) || !is_headline(word)).collect();
    let any = |words: &[&str]| words.iter().any(|word| is_eastern(word));
    let left = if any(&names) {
        names
    } else if any(&kept) {
        kept
    } else {
        words
    };
    left.join(" ")
}

/// Whether a word in characters is of a job or an employer, and no name.
fn is_headline(word: &str) -> bool {
    is_of_job(word) && !is_whole_name(&word.chars().collect::<Vec<_>>())
}

/// A word without the titles glued to it, as long as two characters are left; empty if it is a title itself.
fn bare(word: &str) -> &str {
    if !is_eastern(word) {
        return word;
    }
    let size = |text: &str| text.chars().count();
    let mut rest = word;
    while let Some(shorter) = east().titles.iter().find_map(|title| {
        let left = rest.strip_suffix(title).filter(|left| left.is_empty() || size(left) > 1);
        // "변호사 박지영" is split at its space; without a space only long titles are split off.
        left.or_else(|| rest.strip_prefix(title).filter(|left| size(title) > 1 && is_name(left)))
    }) {
        rest = shorter;
    }
    rest
}

fn is_name(text: &str) -> bool {
    is_whole_name(&text.chars().collect::<Vec<_>>())
}

/// Whether a part of a displayed text is a whole name in characters, alone or with other words.
pub(super) fn holds_name(part: &str) -> bool {
    if !is_eastern(part) {
        return false;
    }
    let apart = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '，' | '、' | '､');
    let words: Vec<&str> = part.split(apart).map(bare).filter(|word| is_eastern(word)).collect();
    let joined: String = words.concat();
    let kana_only = joined.chars().all(|letter| script_of(letter) == Some(Script::Alphabet));
    words.iter().any(|word| is_name(word))
        || words.len() > 1 && (is_name(&joined) || kana_only && !is_of_job(&joined))
        || joined.chars().any(|letter| script_of(letter) == Some(Script::Alphabet))
            && !kana_only
            && !is_of_job(&joined)
            && joined.chars().count() <= 7
}

/// The text in brackets, without "formerly" and titles.
pub(super) fn without_former(text: &str) -> String {
    let mut text = text.replace(['：', ':', '　', '＝', '=', '/', '／'], " ");
    for word in &east().former {
        text = text.replace(word, " ");
    }
    text
}
