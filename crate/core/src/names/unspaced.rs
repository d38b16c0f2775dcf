//! Names in scripts that put no spaces between words: Thai, Lao, Tibetan, Burmese, Khmer. Spaces are put, left out and
//! moved, and titles are written with the name, so that the letters are compared without regard to either.
use super::NameMatch;
use super::fold::System;
use super::parse::Name;
use super::tables::glued_titles;
use super::word::Word;

/// Letters, with vowel signs, from which a shared part may be a word of a name.
const MIN_WORD: usize = 5;
/// Letters that must be left of a name without its title.
const MIN_NAME: usize = 3;

/// Compares two names of one such script; `None` for other names.
pub(super) fn compare(a: &Name, b: &Name) -> Option<NameMatch> {
    let (script_a, letters_a) = letters(a)?;
    let (script_b, letters_b) = letters(b)?;
    if script_a != script_b {
        return Some(NameMatch::Unclear);
    }
    let (bare_a, bare_b) = (without_titles(&letters_a), without_titles(&letters_b));
    if letters_a == letters_b || bare_a == bare_b {
        return Some(NameMatch::Same);
    }
    let (shorter, longer) = if bare_a.len() <= bare_b.len() { (bare_a, bare_b) } else { (bare_b, bare_a) };
    let (short, long): (Vec<char>, Vec<char>) = (shorter.chars().collect(), longer.chars().collect());
    let begin = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let end = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    let bare_of_signs =
        |letters: &[char]| -> Vec<char> { letters.iter().copied().filter(|letter| letter.is_alphabetic()).collect() };
    let alike = longer.contains(shorter)
        || begin >= MIN_WORD
        || end >= MIN_WORD
        || shares_word(a, b)
        || single_word(a) && single_word(b) && short.len() < 2 * MIN_WORD
        || bare_of_signs(&short) == bare_of_signs(&long);
    Some(if alike { NameMatch::Unclear } else { NameMatch::Different })
}

/// The script and the letters of a name whose words are all of one such script.
fn letters(name: &Name) -> Option<(u32, String)> {
    let mut words = name.words.iter().filter(|word| !word.added).peekable();
    let System::Unspaced(script) = words.peek()?.system else { return None };
    let letters: Vec<&str> =
        words.map(|word| (word.system == System::Unspaced(script)).then(|| word.text())).collect::<Option<_>>()?;
    Some((script, letters.concat()))
}

/// Whether the first or the last words are the same: the given names or the surnames.
fn shares_word(a: &Name, b: &Name) -> bool {
    let words = |name: &Name| -> Vec<String> {
        name.words.iter().filter(|word| !word.added).map(|word| without_titles(word.text()).to_owned()).collect()
    };
    let (of_a, of_b) = (words(a), words(b));
    of_a.first() == of_b.first() || of_a.last() == of_b.last()
}

/// One word may be a given name alone.
fn single_word(name: &Name) -> bool {
    name.words.iter().filter(|word: &&Word| !word.added).count() < 2
}

fn without_titles(letters: &str) -> &str {
    let mut rest = letters;
    let strip = |rest: &'_ str| -> Option<usize> {
        glued_titles().iter().find(|title| rest.starts_with(**title)).map(|title| title.len())
    };
    while let Some(left) = strip(rest).and_then(|size| rest.get(size..)) {
        // A vowel sign after it shows that it was the beginning of a syllable.
        let whole = left.chars().next().is_some_and(char::is_alphabetic);
        if !whole || left.chars().count() < MIN_NAME {
            break;
        }
        rest = left;
    }
    rest
}
