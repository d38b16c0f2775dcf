//! From the words of two names to the answer.
use super::NameMatch;
use super::fold::Script;
use super::nicknames;
use super::parse::Name;
use super::romanised;
use super::scripts::{across_scripts, are_comparable};
use super::syllables::is_pinyin;
use super::tables::affix;
use super::tones::{are_two, has_tones};
use super::unspaced;
use super::word::{Place, Tie, Word};
use crate::sorted::sorted;

/// Compares two names. The caller puts them in a fixed order, so that the answer is symmetric.
pub(super) fn judge(a: &Name, b: &Name) -> NameMatch {
    if a.is_empty() || b.is_empty() {
        return NameMatch::Unclear;
    }
    let answer = across_scripts(a, b).or_else(|| unspaced::compare(a, b)).unwrap_or_else(|| judge_words(a, b));
    match (answer, a.generation, b.generation) {
        // Katakana spell foreign names as they sound in Japanese, too far from other spellings to tell.
        (NameMatch::Different, ..) if a.katakana != b.katakana || !are_comparable(a, b) => NameMatch::Unclear,
        (NameMatch::Same, Some(first), Some(second)) if first != second => NameMatch::Different,
        // A man and a woman, unless one of them changed.
        (NameMatch::Same, ..) if a.sex.is_some() && b.sex.is_some() && a.sex != b.sex => NameMatch::Unclear,
        _ => answer,
    }
}

/// The role of a word in its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Given,
    Middle,
    Surname,
}

/// One word of each name that may be the same word.
struct Pair {
    a: usize,
    b: usize,
    tie: Tie,
}

pub(super) fn judge_words(a: &Name, b: &Name) -> NameMatch {
    let answer = judge_ties(a, b);
    let surname_first = |name: &Name| {
        romanised::is_surname_first(&name.words)
            && name.words.first().is_some_and(|word| !word.added)
            && romanised::is_romanised(&name.words)
    };
    if answer != NameMatch::Same && surname_first(a) && surname_first(b) {
        return romanised::judge(&a.words, &b.words, answer);
    }
    answer
}

fn judge_ties(a: &Name, b: &Name) -> NameMatch {
    let (mut a_words, mut b_words) = (a.words.clone(), b.words.clone());
    join_words(&mut a_words, &b_words);
    join_words(&mut b_words, &a_words);
    // Text beside a whole name, in brackets or in an unsupported script, is ignored.
    let readable = |words: &[Word]| {
        let of_name = || words.iter().filter(|word| !word.added);
        let read = of_name().filter(|word| word.script != Script::Other).count();
        read > 1 || read > 0 && read == of_name().count()
    };
    if readable(&a_words) != readable(&b_words) {
        return NameMatch::Unclear;
    }
    let romanised = romanised::is_romanised(&a_words) && romanised::is_romanised(&b_words);
    let mut pairs = pair_up(&a_words, &b_words, romanised);
    let (reversed_a, reversed_b) = match romanised {
        true => {
            let (first, second) = (romanised::is_surname_first(&a_words), romanised::is_surname_first(&b_words));
            let share_first = pairs.iter().any(|pair| (pair.a, pair.b) == (0, 0) && pair.tie == Tie::Equal);
            (first || second && share_first, second || first && share_first)
        }
        false => orders(a, b, &pairs, &a_words, &b_words),
    };
    let (roles_a, roles_b) = (roles(&a_words, reversed_a), roles(&b_words, reversed_b));
    // The "V" of "Phillip Dickerson V" is not short for Veronica.
    let crossed = |pair: &Pair| {
        let stray = |words: &[Word], index: usize| full(words) > 1 && words.get(index).is_some_and(|word| word.initial);
        let roles = (roles_a.get(pair.a), roles_b.get(pair.b));
        (stray(&a_words, pair.a) || stray(&b_words, pair.b))
            && matches!(roles, (Some(Role::Given), Some(Role::Surname)) | (Some(Role::Surname), Some(Role::Given)))
    };
    pairs.retain(|pair| pair.tie != Tie::Initial || !crossed(pair));
    // Given names may replace each other, family names may not: Carmen Albert, Carmen Albrecht.
    for pair in pairs.iter_mut().filter(|pair| pair.tie == Tie::Nickname) {
        let are_families = (roles_a.get(pair.a), roles_b.get(pair.b)) == (Some(&Role::Surname), Some(&Role::Surname));
        let (word_a, word_b) = (a_words.get(pair.a), b_words.get(pair.b));
        if are_families && !matches!((word_a, word_b), (Some(a), Some(b)) if a.is_spelled_as(b)) {
            pair.tie = Tie::Vague;
        }
    }
    // In Chinese, Korean and Vietnamese names the words after the surname are one given name.
    let of_syllables = reversed_a && reversed_b && [&a_words, &b_words].iter().all(|words| begins_eastern(words));
    // Their syllables sound alike, and are other names: Hạnh, Hằng.
    if of_syllables && !romanised {
        pairs.iter_mut().filter(|pair| pair.tie == Tie::Variant).for_each(|pair| pair.tie = Tie::Vague);
    }
    // Hùng and Hưng are two names, where marks are written.
    if has_tones(&a_words) && has_tones(&b_words) {
        let differ = |pair: &&mut Pair| match (a_words.get(pair.a), b_words.get(pair.b)) {
            (Some(a), Some(b)) => pair.tie == Tie::Equal && are_two(&a.written, &b.written),
            _ => false,
        };
        pairs.iter_mut().filter(differ).for_each(|pair| pair.tie = Tie::Vague);
    }
    let alone_a = alone(&a_words, &pairs, |pair| pair.a);
    let alone_b = alone(&b_words, &pairs, |pair| pair.b);
    let sure = pairs.iter().filter(|pair| pair.tie > Tie::Initial).count();
    let initials = pairs.iter().filter(|pair| pair.tie == Tie::Initial).count();
    // A middle name may be left out, so that its spelling says little.
    let is_middle = |pair: &&Pair| {
        let roles = (roles_a.get(pair.a), roles_b.get(pair.b));
        !of_syllables && roles == (Some(&Role::Middle), Some(&Role::Middle))
    };
    let vague = pairs.iter().filter(|pair| pair.tie == Tie::Vague && !(sure > 1 && is_middle(pair))).count();

    let written_alike = |(a, b): (&Word, &Word)| a.folded == b.folded && a.script == b.script;
    if vague == 0 && a_words.len() == b_words.len() && a_words.iter().zip(&b_words).all(written_alike) {
        return NameMatch::Same;
    }
    let same = match initials_differ(&a_words, &b_words, &pairs, &roles_a, &roles_b) {
        true => NameMatch::Unclear,
        false => NameMatch::Same,
    };
    if alone_a.is_empty() && alone_b.is_empty() && vague == 0 && sure > 0 && a_words.len() == b_words.len() {
        return same;
    }
    if alone_a.is_empty() || alone_b.is_empty() {
        let initials_agree =
            pairs.iter().any(|pair| pair.tie == Tie::Initial && roles_a.get(pair.a) == roles_b.get(pair.b));
        return match (sure, vague, initials) {
            (2.., 0, _) | (3.., _, _) => same,
            (1, 0, 1..) if alone_a.len() + alone_b.len() == 0 || initials_agree => same,
            (0, 0, _) if !(alone_a.is_empty() && alone_b.is_empty()) && full(&a_words).min(full(&b_words)) > 1 => {
                NameMatch::Different
            }
            _ => NameMatch::Unclear,
        };
    }
    if full(&a_words) < 2 && full(&b_words) < 2 && a_words.len().min(b_words.len()) < 2 {
        return NameMatch::Unclear;
    }
    let tied = |role: Role, least: Tie| {
        pairs
            .iter()
            .any(|pair| pair.tie >= least && roles_a.get(pair.a) == Some(&role) && roles_b.get(pair.b) == Some(&role))
    };
    let given = tied(Role::Given, Tie::Nickname);
    let surname = tied(Role::Surname, Tie::Nickname);
    let vague_given = tied(Role::Given, Tie::Vague);
    let vague_surname = tied(Role::Surname, Tie::Vague);
    match (given, surname) {
        (true, true) if of_syllables => NameMatch::Different,
        (true, true) if compound(&a_words, &alone_a, &roles_a) && compound(&b_words, &alone_b, &roles_b) => {
            NameMatch::Different
        }
        (true, true) => {
            if sure > 2 && alone_a.len().min(alone_b.len()) < 2 {
                NameMatch::Same
            } else {
                NameMatch::Unclear
            }
        }
        (true, false) => NameMatch::Unclear,
        (false, true) if has_two_given_names(&a_words, &b_words) => NameMatch::Unclear,
        (false, true) if has_byname(&a_words, &roles_a) || has_byname(&b_words, &roles_b) => NameMatch::Unclear,
        (false, true) if contracts(&a_words, &roles_a, &b_words, &roles_b) => NameMatch::Unclear,
        (false, true) if contracts(&b_words, &roles_b, &a_words, &roles_a) => NameMatch::Unclear,
        (false, true) if (vague_given || goes_by_middle(&pairs, &roles_a, &roles_b)) && !of_syllables => {
            NameMatch::Unclear
        }
        (false, true) if reversed_a && reversed_b && keeps_given_name(&pairs, &a_words, &b_words) => NameMatch::Unclear,
        (false, true) => NameMatch::Different,
        (false, false) if vague_given && vague_surname => NameMatch::Unclear,
        (false, false) if sure > 1 => NameMatch::Unclear,
        (false, false) if crosses_unknown(&pairs, &a_words, &roles_a, &roles_b) => NameMatch::Unclear,
        (false, false) if shares_given_name(&pairs, &a_words, &roles_a, &roles_b) => NameMatch::Unclear,
        (false, false) if sure > 0 && has_two_given_names(&a_words, &b_words) => NameMatch::Unclear,
        (false, false) => NameMatch::Different,
    }
}

/// Whether a word without a partner is the second of a compound given name: the "Paul" of "Jean-Paul".
fn compound(words: &[Word], alone: &[usize], roles: &[Role]) -> bool {
    let second =
        |index: usize| words.get(index).is_some_and(|word| word.hyphened) && roles.get(index) == Some(&Role::Middle);
    alone.iter().any(|index| second(*index))
}

/// Whether the given name is one that people go by whatever their own is: "Buddy".
fn has_byname(words: &[Word], roles: &[Role]) -> bool {
    given_names(words, roles).next().is_some_and(|word| affix(word).byname)
}

/// Whether the given name is made of the other's two.
fn contracts(words: &[Word], roles: &[Role], others: &[Word], other_roles: &[Role]) -> bool {
    let (mut short, mut long) = (given_names(words, roles), given_names(others, other_roles));
    let (Some(short), None) = (short.next(), short.next()) else { return false };
    let (Some(first), Some(second)) = (long.next(), long.next()) else { return false };
    nicknames::is_contraction(short, first, second)
}

/// The given and middle names.
fn given_names<'a>(words: &'a [Word], roles: &'a [Role]) -> impl Iterator<Item = &'a str> {
    let named = words.iter().zip(roles).filter(|(word, role)| !word.added && !word.initial && **role != Role::Surname);
    named.map(|(word, _)| word.text())
}

/// Whether each name has an initial that the other has not, or a middle name: "S. Kumar", "R. Kumar"; "Ann A. Lee",
/// "Ann Beth Lee". Two middle names written out are left to the rest of the rules.
fn initials_differ(a: &[Word], b: &[Word], pairs: &[Pair], roles_a: &[Role], roles_b: &[Role]) -> bool {
    let stray = |words: &[Word], roles: &[Role], index_of: fn(&Pair) -> usize| -> Vec<(bool, bool)> {
        let unpaired = |index: &usize| !pairs.iter().any(|pair| index_of(pair) == *index);
        let strays = words.iter().zip(roles).enumerate().filter(|(index, (word, _))| !word.added && unpaired(index));
        strays.map(|(_, (word, role))| (word.initial, *role == Role::Middle)).collect()
    };
    let (of_a, of_b) = (stray(a, roles_a, |pair| pair.a), stray(b, roles_b, |pair| pair.b));
    let differ = |(a, middle_a): (bool, bool), (b, middle_b): (bool, bool)| a && b || (a || b) && middle_a && middle_b;
    of_a.iter().any(|of_a| of_b.iter().any(|of_b| differ(*of_a, *of_b)))
}

/// Whether a word that is a usual given name is shared, and is the given name of one and a middle name of the other.
fn shares_given_name(pairs: &[Pair], words: &[Word], roles_a: &[Role], roles_b: &[Role]) -> bool {
    pairs.iter().filter(|pair| pair.tie > Tie::Initial).any(|pair| {
        let roles = (roles_a.get(pair.a), roles_b.get(pair.b));
        let known = words.get(pair.a).is_some_and(Word::is_given);
        known && matches!(roles, (Some(Role::Given), Some(Role::Middle)) | (Some(Role::Middle), Some(Role::Given)))
    })
}

/// Whether the given name of one is a middle name of the other, as far as it is written out.
fn goes_by_middle(pairs: &[Pair], roles_a: &[Role], roles_b: &[Role]) -> bool {
    pairs.iter().filter(|pair| pair.tie > Tie::Initial).any(|pair| {
        let roles = (roles_a.get(pair.a), roles_b.get(pair.b));
        matches!(roles, (Some(Role::Given), Some(Role::Middle)) | (Some(Role::Middle), Some(Role::Given)))
    })
}

/// Whether a name begins with a Chinese, Korean or Vietnamese surname, English given names left aside.
fn begins_eastern(words: &[Word]) -> bool {
    words
        .iter()
        .find(|word| word.place == Place::Surname)
        .or(words.first())
        .is_some_and(|word| word.script == Script::Latin && word.is_east_surname())
}

/// Whether two names of two words begin with the same, and end with a Chinese surname and with a word that is neither
/// Chinese (by more than three letters) nor a given name: "Fang Huang", "Fang Weber". The first word, though a surname too, is then the given name,
/// and the surname changed.
fn keeps_given_name(pairs: &[Pair], a: &[Word], b: &[Word]) -> bool {
    let ([_, last_a], [_, last_b]) = (a, b) else { return false };
    let is_western = |word: &Word| {
        word.script == Script::Latin
            && !(word.initial
                || word.is_given()
                || word.is_east_surname()
                || word.text().len() > 3 && is_pinyin(word.text()))
    };
    let begin_alike = pairs.iter().any(|pair| (pair.a, pair.b) == (0, 0) && pair.tie > Tie::Initial);
    begin_alike && (is_western(last_a) && last_b.is_east_surname() || is_western(last_b) && last_a.is_east_surname())
}

/// Whether a shared word is first in one name and last in the other, and is no usual given name, so that either
/// name may be the one written surname first.
fn crosses_unknown(pairs: &[Pair], words: &[Word], roles_a: &[Role], roles_b: &[Role]) -> bool {
    pairs.iter().filter(|pair| pair.tie > Tie::Initial).any(|pair| {
        let roles = (roles_a.get(pair.a), roles_b.get(pair.b));
        let known = words.get(pair.a).is_some_and(Word::is_given);
        !known && matches!(roles, (Some(Role::Given), Some(Role::Surname)) | (Some(Role::Surname), Some(Role::Given)))
    })
}

/// Whether one name has an English and the other a Chinese or Korean given name, which one person may have both:
/// "Peter Chan", "CHAN Ka-fai".
fn has_two_given_names(a: &[Word], b: &[Word]) -> bool {
    let is_western =
        |word: &Word| word.has_nicknames() || word.text().len() > 3 && word.is_given() && !is_pinyin(word.text());
    // The English given name alone; or syllables alone.
    let western = |words: &[Word]| {
        let mut others = words.iter().filter(|word| !word.is_east_surname() && !word.initial).peekable();
        words.iter().any(|word| word.is_east_surname()) && others.peek().is_some() && others.all(is_western)
    };
    let none_western = |words: &[Word]| words.iter().all(|word| word.is_east_surname() || !is_western(word));
    western(a) && none_western(b) || western(b) && none_western(a)
}

/// The number of words that are written out and not added in brackets.
fn full(words: &[Word]) -> usize {
    words.iter().filter(|word| !word.initial && !word.added).count()
}

/// The written-out words that have no partner.
fn alone(words: &[Word], pairs: &[Pair], index_of: impl Fn(&Pair) -> usize) -> Vec<usize> {
    (0..words.len())
        .filter(|&index| words.get(index).is_some_and(|word| !word.initial && !word.added))
        .filter(|&index| !pairs.iter().any(|pair| index_of(pair) == index))
        .collect()
}

/// Joins neighbours that the other name writes as one word: "Nur Wahid", "Nurwahid".
fn join_words(words: &mut Vec<Word>, others: &[Word]) {
    let mut index = 0;
    while let (Some(first), Some(second)) = (words.get(index), words.get(index + 1)) {
        let apart = first.initial || second.initial || first.script != second.script || first.script == Script::Other;
        let longest = first.text().len().max(second.text().len()) + 1;
        let long = |word: &&Word| word.text().len() > longest || word.script == Script::Consonants;
        let fits = !apart && {
            let mut candidates =
                others.iter().filter(|word| !word.initial && first.begins_as(word)).filter(long).peekable();
            candidates.peek().is_some() && {
                let joined = first.joined(second);
                candidates.any(|word| joined.tie(word) > Tie::Nickname)
                    && !others.iter().any(|word| word.tie(first) == Tie::Equal || word.tie(second) == Tie::Equal)
            }
        };
        if fits {
            let joined = first.joined(second);
            if let Some(place) = words.get_mut(index) {
                *place = joined;
            }
            words.remove(index + 1);
        }
        index += 1;
    }
}

/// Pairs the words of two names, the surest ties first.
fn pair_up(a: &[Word], b: &[Word], romanised: bool) -> Vec<Pair> {
    let mut ties: Vec<Pair> = Vec::new();
    for (index_a, word_a) in a.iter().enumerate() {
        for (index_b, word_b) in b.iter().enumerate() {
            let tie = word_a.tie(word_b);
            let tie = if romanised { romanised::tie(word_a, word_b, tie) } else { tie };
            if tie > Tie::None {
                ties.push(Pair { a: index_a, b: index_b, tie });
            }
        }
    }
    let order = |pair: &Pair| (std::cmp::Reverse(pair.tie), pair.a.abs_diff(pair.b), pair.a + pair.b);
    let ties = sorted(ties, |a, b| order(a).cmp(&order(b)));
    let mut pairs: Vec<Pair> = Vec::new();
    for tie in ties {
        if !pairs.iter().any(|pair| pair.a == tie.a || pair.b == tie.b) {
            pairs.push(tie);
        }
    }
    pairs
}

/// Whether each name is written surname first. What shows in one name goes for both where they share their first word.
fn orders(a: &Name, b: &Name, pairs: &[Pair], a_words: &[Word], b_words: &[Word]) -> (bool, bool) {
    let (mut first, mut second) = (a.is_surname_first(), b.is_surname_first());
    let share_first = pairs.iter().any(|pair| pair.a == 0 && pair.b == 0 && pair.tie > Tie::Initial);
    let known = |words: &[Word]| words.first().is_some_and(Word::is_given);
    if share_first && first != second && !known(a_words) && !known(b_words) {
        first = true;
        second = true;
    }
    (first, second)
}

/// The role of each word, from marks in the writing and the order.
fn roles(words: &[Word], surname_first: bool) -> Vec<Role> {
    let marked = words.iter().any(|word| word.place == Place::Surname);
    let last = words.iter().rposition(|word| !word.added && !word.initial).unwrap_or_default();
    let first = words.iter().position(|word| !word.added).unwrap_or_default();
    let given_marked = words.iter().position(|word| word.place == Place::Given);
    let hyphened_last =
        |index: usize| (index..last).all(|between| words.get(between + 1).is_some_and(|word| word.hyphened));
    words
        .iter()
        .enumerate()
        .map(|(index, word)| match word.place {
            Place::Surname => Role::Surname,
            Place::Given if given_marked == Some(index) => Role::Given,
            Place::Given => Role::Middle,
            Place::Unmarked if marked => {
                if words.iter().take(index).any(|before| before.place == Place::Unmarked && !before.added) {
                    Role::Middle
                } else {
                    Role::Given
                }
            }
            Place::Unmarked if word.added => Role::Given,
            Place::Unmarked if surname_first && index == first => Role::Surname,
            Place::Unmarked if surname_first && index == first + 1 => Role::Given,
            Place::Unmarked if surname_first => Role::Middle,
            Place::Unmarked if index == first && first != last => Role::Given,
            Place::Unmarked if index >= last || hyphened_last(index) => Role::Surname,
            Place::Unmarked => Role::Middle,
        })
        .collect()
}
