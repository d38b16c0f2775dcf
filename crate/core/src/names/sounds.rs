//! How alike two Latin spellings sound: an edit distance in which usual variants of spelling are cheap.

/// Spellings of one sound, longest first; what is not listed sounds as it is written.
const SPELLINGS: &[(&str, &str)] = &[
    ("schtsch", "S"),
    ("chtch", "S"),
    ("szcz", "S"),
    ("tsch", "C"),
    ("dsch", "J"),
    ("shch", "S"),
    ("sht", "S"),
    ("cia", "Sa"),
    ("chr", "kr"),
    ("chl", "kl"),
    ("sch", "S"),
    ("oua", "wa"),
    ("qua", "ka"),
    ("que", "ke"),
    ("qui", "ki"),
    ("quo", "ko"),
    ("tch", "C"),
    ("dzh", "J"),
    ("tsh", "C"),
    ("tsj", "C"),
    ("sh", "S"),
    ("sj", "S"),
    ("sz", "S"),
    ("ch", "C"),
    ("cz", "C"),
    ("zh", "Z"),
    ("dj", "J"),
    ("dg", "J"),
    ("kh", "x"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "T"),
    ("ck", "k"),
    ("ks", "X"),
    ("qv", "k"),
    ("dh", "D"),
    ("bh", "b"),
    ("ou", "u"),
    ("oe", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "i"),
    ("ei", "i"),
    ("ae", "e"),
    ("ue", "u"),
    ("ts", "c"),
    ("tz", "c"),
    ("dz", "z"),
    ("mc", "mak"),
];

/// The longest run of sounds that is compared; longer words are cut. Bounds the time of one comparison.
pub(super) const LONGEST: usize = 24;

/// The sounds of a spelling, one byte each: lower case as written, capitals for sounds of several letters
/// (`S` sh, `C` ch, `J` j in jam, `Z` zh, `X` ks, `T` th, `D` dh), `0`–`3` for letters that may be vowels in Arabic and
/// Hebrew.
pub(super) fn sounds(spoken: &str) -> Vec<u8> {
    let mut sounds: Vec<u8> = Vec::with_capacity(spoken.len().min(LONGEST));
    let mut rest = spoken;
    while let Some(letter) = rest.chars().next() {
        if sounds.len() >= LONGEST {
            break;
        }
        let first = rest.as_bytes().first();
        let spelling = SPELLINGS.iter().filter(|(from, _)| from.as_bytes().first() == first);
        if let Some((from, to)) = spelling.into_iter().find(|(from, _)| rest.starts_with(from)) {
            for &sound in to.as_bytes() {
                push(&mut sounds, sound);
            }
            rest = rest.get(from.len()..).unwrap_or_default();
            continue;
        }
        let sound = match letter {
            'A' => b'0',
            'W' => b'1',
            'Y' => b'2',
            'E' => b'3',
            'a'..='z' => u8::try_from(letter).unwrap_or(b'?'),
            // Any other script: a byte that tells most letters apart, never equal to a Latin sound.
            _ => 0x80 | u8::try_from(u32::from(letter) & 0x7F).unwrap_or(0),
        };
        push(&mut sounds, sound);
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    sounds
}

/// Appends a sound, unless it doubles the one before.
fn push(sounds: &mut Vec<u8>, sound: u8) {
    match sounds.last_mut() {
        // Matthew, Mathew.
        Some(last) if plain(*last) == plain(sound) => *last = sound.min(*last),
        _ => sounds.push(sound),
    }
}

/// `t` for `T` and `d` for `D`, which most languages do not tell apart.
pub(super) fn plain(sound: u8) -> u8 {
    match sound {
        b'T' => b't',
        b'D' => b'd',
        other => other,
    }
}

/// Letters of Arabic that some read as stops and some as sibilants: Harith, Haris; Muath, Muaz; Ramadan, Ramazan.
pub(super) fn are_dentals(a: u8, b: u8) -> bool {
    matches!((a.min(b), a.max(b)), (b'T', b's') | (b'D' | b'T' | b'd', b'z'))
}

pub(super) fn is_vowel(sound: u8) -> bool {
    matches!(sound, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Letters of Arabic or Hebrew that may stand for a vowel.
fn may_be_vowel(sound: u8) -> bool {
    matches!(sound, b'0'..=b'3')
}

/// The family of a consonant; spellings of one family often stand for each other.
fn family(sound: u8) -> u8 {
    match sound {
        b'p' | b'b' => 1,
        b't' | b'd' => 2,
        b'k' | b'g' | b'q' | b'x' => 3,
        b'f' | b'v' | b'w' => 4,
        b's' | b'z' | b'S' | b'Z' | b'C' | b'J' => 5,
        b'y' | b'j' => 6,
        _ => 0,
    }
}

/// Pairs outside a family that stand for each other in some spelling.
fn are_cousins(a: u8, b: u8) -> bool {
    matches!(
        (a.min(b), a.max(b)),
        (b'C' | b'J' | b'S', b'c')
            | (b'c', b's' | b'k' | b'q' | b'z' | b'x')
            | (b'J' | b'Z', b'j')
            | (b'J' | b'g', b'g' | b'j')
            | (b'h', b'x' | b'j')
            | (b'g', b'h')
            | (b'X', b'x' | b'k' | b's')
            | (b'C', b't' | b'k' | b'x' | b'h')
            | (b'J', b'd')
            | (b'b', b'v')
            | (b'J', b'y')
            | (b'g', b'y')
    )
}

/// The cost of one sound standing for another, in hundredths of a different letter.
fn exchange(a: u8, b: u8) -> u32 {
    if are_dentals(a, b) {
        return 35;
    }
    let (a, b) = (plain(a), plain(b));
    if a == b {
        return 0;
    }
    if may_be_vowel(a) || may_be_vowel(b) {
        let (sign, other) = if may_be_vowel(a) { (a, b) } else { (b, a) };
        return match (sign, other) {
            (b'0', b'a' | b'e') | (b'1', b'u' | b'o' | b'w' | b'v') | (b'2', b'i' | b'e' | b'y' | b'j') => 0,
            (b'3', b'a' | b'e' | b'i' | b'o' | b'u') | (b'0', b'i' | b'o' | b'u') => 15,
            (b'0', b'3') | (b'3', b'0') => 40,
            (_, other) if is_vowel(other) => 60,
            _ => 100,
        };
    }
    if is_vowel(a) && is_vowel(b) {
        return match (a.min(b), a.max(b)) {
            (b'a', b'e') | (b'e', b'i') | (b'o', b'u') => 25,
            _ => 35,
        };
    }
    match (a.min(b), a.max(b)) {
        (b'i', b'j' | b'y') => 15,
        (b'e' | b'u', b'y') | (b'u', b'v' | b'w') | (b'o', b'w') => 30,
        (b'v', b'w') | (b'k', b'q') => 10,
        _ if family(a) != 0 && family(a) == family(b) => 35,
        _ if are_cousins(a, b) => 35,
        (b'm', b'n') => 70,
        _ => 100,
    }
}

/// The cost of a sound being left out beside `before`, the sound before it.
fn omission(sound: u8, consonants_only: bool, before: Option<u8>) -> u32 {
    match sound {
        b'a' | b'e' | b'i' | b'o' | b'u' if consonants_only => 8,
        b'a' | b'e' | b'i' | b'o' | b'u' => 45,
        b'0' | b'3' => 20,
        b'1' | b'2' => 45,
        b'h' if consonants_only => 10,
        b'h' => 25,
        b'y' | b'j' if consonants_only || before.is_none_or(|before| !is_vowel(before)) => 25,
        b'y' | b'j' => 30,
        b'g' => 70,
        _ => 100,
    }
}

/// How alike two words sound, from 0 (nothing in common) to 100 (the same).
///
/// `consonants_only`: one of the words is written without vowels.
pub(super) fn similarity(a: &[u8], b: &[u8], consonants_only: bool) -> u32 {
    if a == b {
        return 100;
    }
    let size = |word: &[u8]| {
        let sounds = word.iter().filter(|&&sound| !consonants_only || !is_vowel(sound)).count();
        u32::try_from(sounds.max(1)).unwrap_or(u32::MAX)
    };
    let longest = size(a).max(size(b));
    100_u32.saturating_sub(distance(a, b, consonants_only) / longest)
}

/// The cheapest way to turn one word into the other, in hundredths of a different letter.
fn distance(a: &[u8], b: &[u8], consonants_only: bool) -> u32 {
    let (a, b) = (a.get(..LONGEST).unwrap_or(a), b.get(..LONGEST).unwrap_or(b));
    let mut row = [0_u32; LONGEST + 2];
    let mut before = None;
    for (index, &sound) in b.iter().enumerate() {
        row[index + 1] = row[index] + omission(sound, consonants_only, before);
        before = Some(sound);
    }
    let mut before_a = None;
    for &of_a in a {
        let mut diagonal = row[0];
        let left_out = omission(of_a, consonants_only, before_a);
        row[0] += left_out;
        let mut before_b = None;
        for (index, &of_b) in b.iter().enumerate() {
            let above = row[index + 1];
            row[index + 1] = (diagonal + exchange(of_a, of_b))
                .min(above + left_out)
                .min(row[index] + omission(of_b, consonants_only, before_b));
            diagonal = above;
            before_b = Some(of_b);
        }
        before_a = Some(of_a);
    }
    row[b.len().min(LONGEST)]
}

/// Whether two words may begin with the same sound; a vowel, h or y at the beginning may be missing.
pub(super) fn begin_alike(a: &[u8], b: &[u8]) -> bool {
    let light = |sound: u8| is_vowel(sound) || matches!(sound, b'h' | b'y' | b'j');
    match (a.first(), b.first()) {
        (Some(&a), Some(&b)) => light(a) || light(b) || exchange(a, b) < 70,
        _ => false,
    }
}

/// Endings of pet forms, which take the place of the rest of the name: Gosia, Honza, Jurek, Ilyusha, Ronaldinho.
const PET_ENDINGS: &[&[u8]] = &[
    b"i", b"y", b"ey", b"a", b"o", b"e", b"u", b"ya", b"yo", b"ka", b"ko", b"ke", b"ek", b"ik", b"ki", b"ca", b"ci",
    b"ta", b"te", b"ti", b"da", b"di", b"sa", b"si", b"se", b"so", b"Sa", b"Si", b"zi", b"ze", b"za", b"zia", b"sia",
    b"li", b"le", b"la", b"Ca", b"Co", b"uSa", b"oSa", b"ito", b"ita", b"ino", b"ina", b"inho", b"inha", b"zinha",
    b"uska", b"eka",
];

/// Endings that make a woman's name of a man's, so that the two are no pet forms.
const OF_WOMEN: &[&[u8]] =
    &[b"ine", b"ina", b"ele", b"ela", b"ete", b"eta", b"ia", b"ea", b"iane", b"iana", b"ane", b"ana", b"isa", b"ise"];

/// Whether one of two given names may be a short or pet form of the other by the way such forms are made: its
/// beginning (Cleve, Cleveland), a part of it (Nuala, Fionnuala), or either with the ending of a pet form (Archie,
/// Archibald; Nettie, Annetta). `known`: both are names in their own right, for which fewer forms count.
pub(super) fn may_be_short_form(a: &[u8], b: &[u8], known: bool) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() > 2 && long.len() > short.len() + 1 {
        if let Some(rest) = after(long, short) {
            return !(known && OF_WOMEN.contains(&rest));
        }
        let at_end = short.first().is_some_and(|&sound| !is_vowel(sound)) && short.len() > 3 && long.ends_with(short);
        if at_end || holds(long, short) {
            return true;
        }
    }
    // Between names in their own right only the most usual endings count: Rosie, Rosaleen, not Marta, Marion.
    let few = known || after(b, a.get(..1).unwrap_or_default()).is_none();
    let endings = PET_ENDINGS.get(..if few { 3 } else { PET_ENDINGS.len() }).unwrap_or_default();
    let is_pet = |pet: &[u8], full: &[u8]| {
        endings.iter().enumerate().any(|(index, ending)| {
            let Some(stem) = pet.strip_suffix(*ending) else { return false };
            let long_enough = stem.len() > 2 || stem.len() == 2 && stem.first().is_some_and(|&sound| is_vowel(sound));
            let begins = long_enough && after(full, stem).is_some_and(|rest| rest.len().min(2) + ending.len() > 2);
            begins || index < 3 && stem.len() > 2 && holds(full, stem)
        })
    };
    is_pet(a, b) || is_pet(b, a)
}

/// The rest of a word after a beginning with another spelling: Zach, Zack.
fn after<'a>(word: &'a [u8], beginning: &[u8]) -> Option<&'a [u8]> {
    let (start, rest) = word.split_at_checked(beginning.len())?;
    let alike = |(&a, &b): (&u8, &u8)| a == b || !(is_vowel(a) && is_vowel(b)) && exchange(a, b) <= 35;
    start.iter().zip(beginning).all(alike).then_some(rest)
}

/// Whether a run of sounds between consonants is in a word after its beginning.
fn holds(word: &[u8], run: &[u8]) -> bool {
    let consonants = [run.first(), run.last()].into_iter().flatten().all(|&sound| !is_vowel(sound));
    consonants && word.windows(run.len().max(1)).skip(1).any(|window| window == run)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> u32 {
        similarity(&sounds(a), &sounds(b), false)
    }

    #[test]
    fn variants_of_spelling_are_close() {
        for (a, b) in [
            ("tschaikowski", "chaykovsky"),
            ("yusupov", "jusupow"),
            ("philipov", "filippov"),
            ("petersson", "peterson"),
        ] {
            assert!(alike(a, b) >= 87, "{a} {b} {}", alike(a, b));
        }
    }

    #[test]
    fn other_names_are_far() {
        for (a, b) in [("miller", "walker"), ("hansen", "larsen"), ("garcia", "gomez"), ("olsson", "nilsson")] {
            assert!(alike(a, b) < 80, "{a} {b} {}", alike(a, b));
        }
    }

    #[test]
    fn short_forms_are_recognised_by_their_making() {
        let short = |a: &str, b: &str, known| may_be_short_form(&sounds(a), &sounds(b), known);
        for (a, b) in [("cleve", "cleveland"), ("fionnuala", "nuala"), ("archie", "archibald"), ("zack", "zachery")] {
            assert!(short(a, b, true) && short(b, a, false), "{a} {b}");
        }
        assert!(short("jurek", "juraj", false) && !short("marta", "marion", true));
        for (a, b) in [("daniel", "daniela"), ("paul", "pauline"), ("robert", "richard"), ("al", "walter"), ("", "ann")]
        {
            assert!(!short(a, b, true), "{a} {b}");
        }
    }

    #[test]
    fn vowels_left_out_cost_little_beside_consonants() {
        assert!(similarity(&sounds("smYr"), &sounds("samir"), true) > 90);
        assert!(similarity(&sounds("smYr"), &sounds("sabri"), true) < 75);
    }
}
