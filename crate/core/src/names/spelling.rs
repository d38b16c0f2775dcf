//! Whether two words are spellings of one name, or two names that differ in a letter.
use super::sounds::{LONGEST, is_vowel, plain};

/// How much counts as a spelling of the same word. Each allows what those before it do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spelling {
    /// Signs that stand for one sound.
    Signs,
    /// Usual exchanges of vowels inside a word of five sounds or more, and "ch" as in French.
    Vowels,
    /// Consonants of one family, and any vowel but the first.
    Long,
}

/// Whether two words are spellings of one: they differ in nothing but what counts as spelling.
///
/// More is taken for a spelling by [`super::sounds::similarity`], which cannot tell Yuto from Yuta: one letter of a short word.
pub(super) fn is_respelled(a: &[u8], b: &[u8], most: Spelling) -> bool {
    let (a, b) = (a.get(..LONGEST).unwrap_or(a), b.get(..LONGEST).unwrap_or(b));
    let loose = if a.len().min(b.len()) < 5 { Spelling::Signs } else { most };
    // Which beginnings of `b` the beginning of `a` read so far may spell.
    let mut row = vec![false; b.len() + 1];
    for index_a in 0..=a.len() {
        let before = std::mem::replace(&mut row, vec![false; b.len() + 1]);
        for index_b in 0..=b.len() {
            let reached = |row: &[bool], index: Option<usize>| index.and_then(|index| row.get(index)) == Some(&true);
            let (last_a, last_b) = (index_a.checked_sub(1), index_b.checked_sub(1));
            let both = reached(&before, last_b)
                && matches!((last_a, last_b), (Some(at_a), Some(at_b)) if may_exchange(a, at_a, b, at_b, loose));
            let left_out_a = reached(&before, Some(index_b)) && last_a.is_some_and(|at| may_be_left_out(a, at, loose));
            let left_out_b = reached(&row, last_b) && last_b.is_some_and(|at| may_be_left_out(b, at, loose));
            if let Some(place) = row.get_mut(index_b) {
                *place = index_a + index_b == 0 || both || left_out_a || left_out_b;
            }
        }
    }
    row.last() == Some(&true)
}

/// Whether the sound of one word may be spelled as the sound of the other.
fn may_exchange(a: &[u8], at_a: usize, b: &[u8], at_b: usize, loose: Spelling) -> bool {
    let (Some(&of_a), Some(&of_b)) = (a.get(at_a), b.get(at_b)) else { return false };
    let (of_a, of_b) = (plain(of_a), plain(of_b));
    if of_a == of_b {
        return true;
    }
    let (first, last) = (at_a == 0 || at_b == 0, at_a + 1 == a.len() && at_b + 1 == b.len());
    match (of_a.min(of_b), of_a.max(of_b)) {
        (b'i' | b'j', b'y') | (b'i', b'j') | (b'v', b'w') | (b'k', b'q') | (b'C', b'c') => true,
        // Carl, Karl; Cilly, Zilly; Ignatz, Ignaz; not Calvo, Salvo.
        (b'c', b'k' | b'q') => !is_soft(a, at_a) && !is_soft(b, at_b) || loose >= Spelling::Vowels,
        (b'c', b's' | b'z') => {
            is_soft(a, at_a) && is_soft(b, at_b) || of_a.max(of_b) == b'z' && !first || loose >= Spelling::Vowels
        }
        (b'X', b'x') | (b'k' | b'h', b'x') | (b'h', b'k') => true,
        (b'J' | b'Z', b'j') | (b'J', b'Z' | b'g') | (b'g', b'j' | b'q') => true,
        (b's', b'z') | (b'f', b'v') | (b'g', b'h') => !first,
        // Ahmed, Ahmet.
        (b'd', b't') | (b'b', b'p') | (b'g', b'k') if last => true,
        (b'S', b's') | (b'Z', b'z') | (b'b', b'v') | (b'd', b't') | (b'b', b'p') | (b'g', b'k') | (b'J', b'c') => {
            loose == Spelling::Long && !first
        }
        // Mathieson, Mathiesen.
        (b'e', b'o') if last_syllable(a, at_a) && last_syllable(b, at_b) => true,
        // Rashid, Rachid.
        (b'C', b'S') => loose >= Spelling::Vowels,
        (b'e', b'i') => loose >= Spelling::Vowels && !first,
        (b'a', b'e') if first => loose == Spelling::Long,
        (b'a', b'e') | (b'o', b'u') if !last => loose >= Spelling::Vowels && !first,
        (of_a, of_b) if is_vowel(of_a) && is_vowel(of_b) => {
            loose == Spelling::Long && !first && (!last || (of_a, of_b) == (b'a', b'e'))
        }
        _ => false,
    }
}

/// Whether a "c" at a place is no "k": before an e, i or y.
fn is_soft(word: &[u8], at: usize) -> bool {
    matches!(word.get(at + 1), Some(b'e' | b'i' | b'y'))
}

/// Whether a vowel is that of an ending "-son", "-sen".
fn last_syllable(word: &[u8], at: usize) -> bool {
    at > 1 && at + 2 == word.len() && word.ends_with(b"n") && word.get(at - 1) == Some(&b's')
}

/// Whether the sound may be missing in another spelling.
fn may_be_left_out(word: &[u8], at: usize, loose: Spelling) -> bool {
    let vowel = |index: Option<usize>| index.and_then(|index| word.get(index)).is_some_and(|&sound| is_vowel(sound));
    let (before, after) = (at.checked_sub(1), Some(at + 1));
    let last = at + 1 == word.len();
    match word.get(at) {
        Some(b'h') => at > 0,
        // Yevgeny, Evgeny; Serhiy, Serhii.
        Some(b'y' | b'j') => {
            at == 0 && word.get(1) == Some(&b'e')
                || before.and_then(|at| word.get(at)) == Some(&b'i')
                || loose == Spelling::Long && at > 0 && vowel(after)
        }
        Some(b'i') => before.and_then(|at| word.get(at)).is_some_and(|sound| matches!(sound, b'y' | b'j')),
        Some(b'e') if last => loose == Spelling::Long && !vowel(before),
        Some(&sound) if is_vowel(sound) && !last && at > 0 => loose == Spelling::Long,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sounds::sounds;
    use super::*;

    #[test]
    fn another_letter_of_a_short_name_is_no_spelling() {
        let respelled = |a: &str, b: &str, most| is_respelled(&sounds(a), &sounds(b), most);
        for (a, b) in [("ahmed", "ahmet"), ("sara", "sarah"), ("philip", "filip"), ("wiktor", "victor")] {
            assert!(respelled(a, b, Spelling::Signs) && respelled(b, a, Spelling::Signs), "{a} {b}");
        }
        assert!(respelled("khalid", "khaled", Spelling::Vowels) && !respelled("khalid", "khaled", Spelling::Signs));
        for (a, b) in [("yuto", "yuta"), ("hernandez", "fernandez"), ("arjun", "arun"), ("sunita", "sumita")] {
            assert!(!respelled(a, b, Spelling::Long) && !respelled(b, a, Spelling::Long), "{a} {b}");
        }
    }
}
