//! Chinese, Japanese and Korean names: with each other, and with their Latin spellings.
use super::Likeness;
use super::fold::{Script, script_of};
use super::nicknames;
use super::parse::Name;
use super::syllables::{Syllable, hanja_surname, is_pinyin, simplified, spells};
use super::tables::{is_east_surname, is_given_name, lines};
use super::word::Word;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The most characters of such a name that are compared.
const LONGEST: usize = 6;

/// Two names of Chinese characters, or two of Korean syllables: the surname is the first character.
pub(super) fn compare_characters(a: &[char], b: &[char]) -> Likeness {
    let plain =
        |name: &[char]| -> Vec<char> { name.iter().take(LONGEST).map(|&character| simplified(character)).collect() };
    let (a, b) = (plain(a), plain(b));
    let (shorter, longer) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if a == b || shorter.len() > 1 && (longer.ends_with(shorter) && longer.len() > 3) {
        return Likeness::Same;
    }
    let (Some((surname_a, given_a)), Some((surname_b, given_b))) = (a.split_first(), b.split_first()) else {
        return Likeness::Unclear;
    };
    if given_a.is_empty() || given_b.is_empty() {
        return if surname_a == surname_b { Likeness::Unclear } else { Likeness::Different };
    }
    match (surname_a == surname_b, given_a == given_b) {
        (true, true) => Likeness::Same,
        // Another spelling of the same sounds, perhaps.
        (true, false) if sound_alike(given_a, given_b) => Likeness::Unclear,
        (true, false) | (false, false) => Likeness::Different,
        (false, true) => Likeness::Unclear,
    }
}

fn sound_alike(a: &[char], b: &[char]) -> bool {
    let alike = |a: char, b: char| a == b || Syllable::share_reading(a, b) || is_unknown(a) || is_unknown(b);
    a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| alike(a, b))
}

/// Whether a character may be another form of one whose reading is known, for all the tables say.
fn is_unknown(character: char) -> bool {
    Syllable::of_han(character).is_none() && script_of(character) == Some(Script::Han)
}

/// A name of Chinese characters and one of Latin letters.
pub(super) fn compare_han(han: &[char], latin: &Name) -> Likeness {
    let words = LatinWords::of(latin);
    if let Some(answer) = compare_japanese(han, &words) {
        return answer;
    }
    let readable = han.iter().take(2).all(|&character| Syllable::of_han(character).is_some());
    if !readable || han.len() < 2 || words.texts.len() < 2 {
        return Likeness::Unclear;
    }
    // A rare character later in the name has no reading, and fits nothing.
    let syllables: Vec<Syllable> =
        han.iter().take(LONGEST).map(|&character| Syllable::of_han(character).unwrap_or_default()).collect();
    let (surname, given) = syllables.split_at(if syllables.len() > 3 { 2 } else { 1 });
    let of_dialect =
        han.first().is_some_and(|&character| words.texts.iter().any(|word| is_dialect_surname(character, word)));
    // Given names of dialects, and Korean ones, cannot be told from other names by the readings known here.
    let of_korea = han.first().and_then(|&character| hanja_surname(character)).is_some_and(|block| {
        Syllable::of_hangul(block, true).is_some_and(|surname| words.fit(std::slice::from_ref(&surname)))
    });
    let readable = !of_dialect && !of_korea;
    let surname_fits =
        of_dialect || surname.iter().any(|syllable| words.fit(std::slice::from_ref(syllable))) || words.fit(surname);
    let given_fits = words.fit(given);
    match (surname_fits, given_fits) {
        (true, true) => Likeness::Same,
        (true, false) => {
            let any_fits = given.iter().any(|syllable| words.fit(std::slice::from_ref(syllable)));
            // Only a given name of syllables can be compared; an English one says nothing.
            let comparable = words.syllables_beside_surname() >= given.len() || words.have_pinyin_given_name(surname);
            if comparable && readable && !any_fits { Likeness::Different } else { Likeness::Unclear }
        }
        (false, false) if readable && words.texts.iter().any(|word| is_east_surname(word)) => Likeness::Different,
        (false, _) => Likeness::Unclear,
    }
}

/// A name of Korean syllables and one of Latin letters.
pub(super) fn compare_hangul(hangul: &[char], latin: &Name) -> Likeness {
    let words = LatinWords::of(latin);
    let (Some((&surname, given)), true) = (hangul.split_first(), words.texts.len() > 1) else {
        return Likeness::Unclear;
    };
    let syllables: Option<Vec<Syllable>> =
        given.iter().take(LONGEST).map(|&block| Syllable::of_hangul(block, false)).collect();
    let (Some(surname), Some(given)) =
        (Syllable::of_hangul(surname, true), syllables.filter(|given| !given.is_empty()))
    else {
        return Likeness::Unclear;
    };
    match (words.fit(&[surname]), words.fit(&given)) {
        (true, true) => Likeness::Same,
        (true, false) if words.has_western_given_name() => Likeness::Unclear,
        (true, false) if words.nearly_fit(&given) => Likeness::Unclear,
        (true, false) | (false, false) => Likeness::Different,
        (false, true) => Likeness::Unclear,
    }
}

/// The words of a Latin name, hyphens taken apart.
struct LatinWords<'a> {
    texts: Vec<&'a str>,
}

impl<'a> LatinWords<'a> {
    fn of(name: &'a Name) -> Self {
        Self { texts: name.words.iter().map(Word::text).take(8).collect() }
    }

    /// Whether some run of words spells the syllables.
    fn fit(&self, syllables: &[Syllable]) -> bool {
        (0..self.texts.len()).any(|start| {
            let mut run = String::new();
            self.texts.iter().skip(start).take(syllables.len()).any(|word| {
                run.push_str(word);
                spells(&run, syllables)
            })
        })
    }

    /// Whether all but one of at least two syllables are spelled by some word each.
    fn nearly_fit(&self, syllables: &[Syllable]) -> bool {
        let missing = syllables.iter().filter(|syllable| !self.fit(std::slice::from_ref(*syllable))).count();
        syllables.len() > 1 && missing == 0
    }

    /// Words beside the surname that are no Western given names.
    fn syllables_beside_surname(&self) -> usize {
        self.texts
            .iter()
            .filter(|word| word.len() > 1 && !(nicknames::is_known(word) || is_given_name(word) && word.len() > 4))
            .count()
            .saturating_sub(1)
    }

    /// Whether all words but the surname are Pinyin, and none a Western name.
    fn have_pinyin_given_name(&self, surname: &[Syllable]) -> bool {
        let mut others = self.texts.iter().filter(|word| !spells(word, surname)).peekable();
        others.peek().is_some() && others.all(|word| is_pinyin(word) && !nicknames::is_known(word))
    }

    fn has_western_given_name(&self) -> bool {
        self.texts.len() == 2 && self.texts.iter().any(|word| nicknames::is_known(word) && !is_east_surname(word))
    }
}

/// Readings of Japanese names.
#[derive(Default)]
struct Japanese {
    surnames: HashMap<&'static str, &'static str>,
    given: HashMap<&'static str, &'static str>,
}

fn japanese() -> &'static Japanese {
    static JAPANESE: OnceLock<Japanese> = OnceLock::new();
    JAPANESE.get_or_init(|| {
        let mut japanese = Japanese::default();
        for line in lines(include_str!("data/japanese.txt")) {
            let mut words = line.split_whitespace();
            if let (Some(kind), Some(name), Some(reading)) = (words.next(), words.next(), words.next()) {
                let table = if kind == "surname" { &mut japanese.surnames } else { &mut japanese.given };
                table.insert(name, reading);
            }
        }
        japanese
    })
}

/// A Japanese name, if its surname is known and found among the Latin words.
fn compare_japanese(han: &[char], words: &LatinWords) -> Option<Likeness> {
    let name: String = han.iter().take(LONGEST).collect();
    let found = name.char_indices().skip(1).map(|(index, _)| name.split_at(index)).chain([(name.as_str(), "")]).find(
        |(surname, _)| {
            japanese()
                .surnames
                .get(surname)
                .is_some_and(|reading| words.texts.iter().any(|word| is_romaji(word, reading)))
        },
    );
    let (_, given) = found?;
    let others = words.texts.len() > 1 && !given.is_empty();
    let is_given = |word: &&str| japanese().given.values().any(|reading| is_romaji(word, reading));
    Some(match japanese().given.get(given) {
        Some(reading) if others && words.texts.iter().any(|word| is_romaji(word, reading)) => Likeness::Same,
        Some(_) if words.texts.iter().any(is_given) => Likeness::Different,
        _ => Likeness::Unclear,
    })
}

/// Whether a word is a reading, long vowels written or not: "Satou", "Sato", "Satoh".
fn is_romaji(word: &str, reading: &str) -> bool {
    let short = |text: &str| text.replace("ou", "o").replace("oo", "o").replace("oh", "o").replace("uu", "u");
    word == reading || short(word) == short(reading)
}

/// Surnames as spelled by speakers of Hokkien, Teochew and Hakka.
fn is_dialect_surname(character: char, word: &str) -> bool {
    const DIALECT: &[(char, &[&str])] = &[
        ('陈', &["tan", "tann"]),
        ('林', &["lim"]),
        ('黄', &["ng", "wee", "ooi", "oei"]),
        ('吴', &["goh", "gouw"]),
        ('张', &["teo", "tiong", "teoh"]),
        ('王', &["ong", "heng"]),
        ('刘', &["lau", "low"]),
        ('蔡', &["chua", "chuah", "tjoa"]),
        ('杨', &["yeo", "yeoh", "njoo"]),
        ('许', &["koh", "khoo", "kho"]),
        ('郑', &["tay", "teh", "tee"]),
        ('谢', &["chia", "cheah"]),
        ('郭', &["kwek", "quek", "kueh"]),
        ('洪', &["ang"]),
        ('叶', &["yap"]),
        ('沈', &["sim"]),
        ('萧', &["siew", "siow"]),
        ('徐', &["chee", "swee"]),
        ('高', &["ko", "kow"]),
        ('潘', &["phua", "phoa"]),
        ('罗', &["lo", "loh"]),
        ('周', &["chew", "jew"]),
        ('赵', &["teo", "tio"]),
        ('江', &["kang"]),
        ('方', &["png", "hong"]),
        ('邱', &["khoo", "kew"]),
        ('朱', &["choo"]),
        ('李', &["lie", "dy"]),
        ('苏', &["soh"]),
        ('白', &["peh"]),
        ('余', &["eu", "er"]),
        ('梁', &["neo", "nio"]),
    ];
    let character = simplified(character);
    DIALECT.iter().any(|(surname, spellings)| *surname == character && spellings.contains(&word))
}
