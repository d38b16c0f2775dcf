//! Names of two scripts, or in characters: what can be compared, and with what.
use super::NameMatch;
use super::east;
use super::fold::{Script, System};
use super::judge::judge_words;
use super::parse::Name;
use super::word::Word;

/// Whether the letters of two names can be compared: they are of one script, or one is Latin and the other is
/// transliterated. Two transliterations of a name may lie far apart.
pub(super) fn are_comparable(a: &Name, b: &Name) -> bool {
    let systems =
        |name: &Name| -> Vec<System> { name.words.iter().filter(|word| !word.added).map(|word| word.system).collect() };
    let (of_a, of_b) = (systems(a), systems(b));
    if of_a.is_empty() || of_b.is_empty() || of_a.iter().any(|system| of_b.contains(system)) {
        return true;
    }
    let latin = |systems: &[System]| systems.iter().all(|system| *system == System::Latin);
    let read = |systems: &[System]| systems.iter().all(|system| matches!(system, System::Read(_)));
    latin(&of_a) && read(&of_b) || latin(&of_b) && read(&of_a)
}

/// The answer where Chinese or Korean characters take part; `None` where two names of letters are to be compared.
pub(super) fn across_scripts(a: &Name, b: &Name) -> Option<NameMatch> {
    if !a.han.is_empty() && !b.han.is_empty() {
        return Some(with_kana(east::compare_characters(&a.han, &b.han), a, b));
    }
    if !a.hangul.is_empty() && !b.hangul.is_empty() {
        return Some(east::compare_characters(&a.hangul, &b.hangul));
    }
    let in_characters = |name: &Name| !name.han.is_empty() || !name.hangul.is_empty();
    let written = |name: &Name| name.words.iter().filter(|word| !word.added).count();
    match (in_characters(a), in_characters(b)) {
        (false, false) if written(a) > 0 && written(b) > 0 => None,
        (false, false) => Some(NameMatch::Unclear),
        (true, true) if written(a) > 1 && written(b) > 1 => None,
        (true, true) => Some(NameMatch::Unclear),
        (true, false) => Some(with_letters(a, b)),
        (false, true) => Some(with_letters(b, a)),
    }
}

/// A name in characters, perhaps with words in letters beside them, and one in letters only.
fn with_letters(name: &Name, other: &Name) -> NameMatch {
    let latin = |name: &Name| !name.words.is_empty() && name.words.iter().all(|word| word.script == Script::Latin);
    let read = match () {
        () if !latin(other) => NameMatch::Unclear,
        () if name.hangul.is_empty() => east::compare_han(&name.han, other),
        () => east::compare_hangul(&name.hangul, other),
    };
    let beside = name.words.iter().filter(|word| !word.added).count();
    if beside == 0 || read == NameMatch::Same {
        return read;
    }
    let spelled = if beside > 1 { judge_words(name, other) } else { NameMatch::Unclear };
    // Beside characters, letters may be an employer's name.
    let is_name = name.words.iter().any(|word| word.is_given() || word.has_nicknames() || word.is_east_surname());
    match (read, spelled) {
        (_, NameMatch::Same) => NameMatch::Same,
        (NameMatch::Different, NameMatch::Different) => NameMatch::Different,
        (NameMatch::Unclear, NameMatch::Different) if is_name => NameMatch::Different,
        _ => NameMatch::Unclear,
    }
}

/// The answer for the characters of two names, of which one may be written partly in kana: 高橋さくら, 高橋桜.
fn with_kana(answer: NameMatch, a: &Name, b: &Name) -> NameMatch {
    let kana = |name: &Name| -> Vec<String> {
        let of_name = |word: &&Word| !word.added && word.script == Script::Alphabet;
        name.words.iter().filter(of_name).map(|word| word.text().to_owned()).collect()
    };
    match (kana(a), kana(b)) {
        (a, b) if a == b => answer,
        (a, b) if a.is_empty() || b.is_empty() => NameMatch::Unclear,
        _ if answer == NameMatch::Same => NameMatch::Different,
        _ => answer,
    }
}
