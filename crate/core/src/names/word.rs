//! One word of a name, and how far two words may be the same.
use super::fold::{Folded, Script, System, fold, system_of};
use super::nicknames;
use super::sounds::{are_dentals, begin_alike, is_vowel, may_be_short_form, plain, similarity, sounds};
use super::spelling::{Spelling, is_respelled};
use super::tables::{Near, east_surname, given_name, near_name, romaji, settled_surname};

/// The role of a word in its name, where the spelling shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The writing does not say.
    Unmarked,
    /// A surname: before a comma, or in capitals beside words that are not.
    Surname,
    /// A given name: after a comma.
    Given,
}

/// One word of a name.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// The word as written, in lower case.
    pub(super) written: String,
    /// The folded word.
    pub(super) folded: Folded,
    /// The script it was written in.
    pub(super) script: Script,
    /// The letters it was written in.
    pub(super) system: System,
    /// One letter standing for a name: "J."
    pub(super) initial: bool,
    /// Added to the name in quotes or brackets: a name without it lacks nothing.
    pub(super) added: bool,
    /// Where it belongs, if the writing says so.
    pub(super) place: Place,
    /// Written with a hyphen to the word before.
    pub(super) hyphened: bool,
    sounds: Vec<u8>,
    plain_sounds: Vec<u8>,
    /// The groups of [`nicknames`] it belongs to.
    groups: &'static [nicknames::Group],
    /// See [`given_name`].
    given: Option<bool>,
    /// See [`east_surname`].
    east: Option<bool>,
    /// See [`settled_surname`].
    settled: Option<u16>,
    /// See [`near_name`].
    near: Option<Near>,
}

/// How far two words may be the same word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// Two words.
    None,
    /// Alike, but perhaps two names: Stefan, Stefanie.
    Vague,
    /// One is an initial, the other begins with it.
    Initial,
    /// A short or foreign form.
    Nickname,
    /// A variant of spelling.
    Variant,
    /// The folded word.
    Equal,
}

// The thresholds below were tuned on two thirds of 1,593 labelled pairs of legislators' names from 26 countries, and
// evaluated only on the last third.
/// Similarity in sound from which two words of one script are one word.
const VARIANT: u32 = 87;
/// Similarity in sound from which two words of one script may be one word.
const VAGUE: u32 = 76;
/// Sounds from which any vowel may be another in a spelling of the same word. An assumption.
const LONG_WORD: usize = 10;
/// [`VARIANT`] for a word with the Arabic article and one without.
const VARIANT_AFTER_ARTICLE: u32 = 92;
/// [`VARIANT`] for words of two scripts, whose spellings lie further apart.
const VARIANT_ACROSS: u32 = 76;
/// [`VAGUE`] for words of two scripts.
const VAGUE_ACROSS: u32 = 62;
/// [`VARIANT`] where one of two words is written without vowels.
const VARIANT_CONSONANTS: u32 = 76;
/// [`VAGUE`] where one of two words is written without vowels.
const VAGUE_CONSONANTS: u32 = 62;

impl Word {
    /// A word of letters of one script.
    pub(super) fn new(text: &str, script: Script, place: Place) -> Self {
        let folded = fold(text);
        let initial = matches!(script, Script::Latin | Script::Alphabet) && folded.plain.chars().count() == 1;
        let system = text.chars().find(|letter| letter.is_alphabetic()).map_or(System::Latin, system_of);
        Self { system, written: text.to_lowercase(), ..Self::from_folded(folded, script, initial, place) }
    }

    fn from_folded(folded: Folded, script: Script, initial: bool, place: Place) -> Self {
        let spoken = sounds(&folded.spoken);
        let plain_sounds = if folded.spoken == folded.plain { Vec::new() } else { sounds(&folded.plain) };
        Self {
            groups: nicknames::groups(&folded.plain),
            given: given_name(&folded.plain),
            east: east_surname(&folded.plain),
            settled: settled_surname(&folded.plain),
            near: near_name(&folded.plain),
            written: String::new(),
            folded,
            script,
            system: System::Latin,
            initial,
            added: false,
            place,
            hyphened: false,
            sounds: spoken,
            plain_sounds,
        }
    }

    /// Whether the word is a given name more often than a surname.
    pub(super) fn is_given(&self) -> bool {
        self.given.is_some()
    }

    /// Whether the word is a given name and hardly ever a surname.
    pub(super) fn is_only_given(&self) -> bool {
        self.given == Some(true)
    }

    /// Whether the word is in a group of nicknames, so that a name outside its groups is another name.
    pub(super) fn has_nicknames(&self) -> bool {
        !self.groups.is_empty()
    }

    /// Whether the word is a Chinese, Korean or Vietnamese surname.
    pub(super) fn is_east_surname(&self) -> bool {
        self.east.is_some()
    }

    /// Whether the word is such a surname, and seldom part of a given name.
    pub(super) fn is_only_east_surname(&self) -> bool {
        self.east == Some(true)
    }

    /// Whether the word is a Japanese name in Latin letters.
    fn is_japanese(&self) -> bool {
        self.near == Some(Near::Japanese)
    }

    fn is_known(&self) -> bool {
        self.has_nicknames() || self.is_given() || self.near.is_some()
    }

    /// Two words written as one.
    pub(super) fn joined(&self, next: &Self) -> Self {
        let folded = Folded {
            plain: format!("{}{}", self.folded.plain, next.folded.plain),
            spoken: format!("{}{}", self.folded.spoken, next.folded.spoken),
        };
        let mut word = Self::from_folded(folded, self.script, false, self.place);
        word.written = format!("{}{}", self.written, next.written);
        word.system = self.system;
        word.hyphened = self.hyphened;
        word.added = self.added && next.added;
        word
    }

    /// The folded word.
    pub(super) fn text(&self) -> &str {
        &self.folded.plain
    }

    fn length(&self) -> usize {
        self.sounds.len()
    }

    /// Similarity in sound, of the better fitting spellings.
    fn sounds_like(&self, other: &Self, consonants_only: bool) -> u32 {
        let mut best = similarity(&self.sounds, &other.sounds, consonants_only);
        if consonants_only {
            return best;
        }
        if !self.plain_sounds.is_empty() {
            best = best.max(similarity(&self.plain_sounds, &other.sounds, false));
        }
        if !other.plain_sounds.is_empty() {
            best = best.max(similarity(&self.sounds, &other.plain_sounds, false));
            if !self.plain_sounds.is_empty() {
                best = best.max(similarity(&self.plain_sounds, &other.plain_sounds, false));
            }
        }
        best
    }

    /// How far the two words may be one. Symmetric.
    pub(super) fn tie(&self, other: &Self) -> Tie {
        let (a, b) = (self.text(), other.text());
        if a == b && self.script != Script::Consonants && other.script != Script::Consonants
            || self.folded == other.folded && self.script == other.script
            || self.folded.spoken == other.folded.spoken
        {
            return if self.initial && other.initial { Tie::Initial } else { Tie::Equal };
        }
        if self.initial || other.initial {
            return if self.begins_like(other) { Tie::Initial } else { Tie::None };
        }
        if nicknames::stand_for(self.groups, other.groups) {
            return Tie::Nickname;
        }
        let may_stand_for = || {
            nicknames::share_group(self.groups, other.groups)
                || self.may_be_short_form(other)
                || nicknames::may_stand_for(a, b)
        };
        match self.tie_in_sound(other) {
            Tie::None if self.is_japanese() && other.is_japanese() => Tie::None,
            Tie::None if may_stand_for() => Tie::Vague,
            tie => tie,
        }
    }

    fn tie_in_sound(&self, other: &Self) -> Tie {
        match (self.script == Script::Consonants, other.script == Script::Consonants) {
            (true, true) => self.tie_of_one_script(other),
            (true, false) => self.tie_with_consonants(other),
            (false, true) => other.tie_with_consonants(self),
            (false, false) if self.script == other.script => self.tie_of_one_script(other),
            (false, false) => self.tie_across(other),
        }
    }

    /// Whether the two are spellings of one word by their sound, whatever names stand for each other.
    pub(super) fn is_spelled_as(&self, other: &Self) -> bool {
        self.tie_in_sound(other) >= Tie::Variant
    }

    /// Whether the two may begin with the same sound.
    pub(super) fn begins_as(&self, other: &Self) -> bool {
        begin_alike(&self.sounds, &other.sounds)
    }

    fn may_be_short_form(&self, other: &Self) -> bool {
        let alphabetic = |word: &Self| matches!(word.script, Script::Latin | Script::Alphabet);
        let of_servant = |word: &Self| word.text().starts_with("abdul");
        // "Abdulhakim" is no long form of "Hakim", but of "Abdul".
        if (of_servant(self) || of_servant(other)) && self.text() != "abdul" && other.text() != "abdul" {
            return false;
        }
        alphabetic(self)
            && alphabetic(other)
            && may_be_short_form(&self.sounds, &other.sounds, self.is_known() && other.is_known())
    }

    fn begins_like(&self, other: &Self) -> bool {
        let same = |a: &str, b: &str| a.chars().next().is_some_and(|letter| b.starts_with(letter));
        same(&self.folded.spoken, &other.folded.spoken)
            || same(self.text(), other.text())
            || self.sounds.first().is_some_and(|sound| other.sounds.first() == Some(sound))
    }

    fn tie_of_one_script(&self, other: &Self) -> Tie {
        if self.is_other_with_article(other) || other.is_other_with_article(self) {
            return Tie::Variant;
        }
        if !self.begins_as(other) {
            return Tie::None;
        }
        if self.is_japanese() && other.is_japanese() {
            // Written as they are read: another vowel is another name.
            return if romaji(self.text()) == romaji(other.text()) { Tie::Variant } else { Tie::None };
        }
        let similarity = self.sounds_like(other, false);
        if similarity < VAGUE {
            return Tie::None;
        }
        if let (Some(of_self), Some(of_other)) = (self.settled, other.settled) {
            return if of_self == of_other { Tie::Vague } else { Tie::None };
        }
        let respelled = |most: Spelling| {
            [(&self.sounds, &other.sounds), (&self.plain_sounds, &other.sounds), (&self.sounds, &other.plain_sounds)]
                .into_iter()
                .filter(|(a, b)| !a.is_empty() && !b.is_empty())
                .any(|(a, b)| is_respelled(a, b, most))
        };
        if self.is_known() && other.is_known() {
            // Two names people bear: only the spelling of a sound may make the difference (Ahmed, Ahmet).
            return match similarity >= VARIANT {
                true if respelled(Spelling::Signs) => Tie::Variant,
                true if respelled(Spelling::Vowels) => Tie::Vague,
                _ if reads_as_diphthong(&self.sounds, &other.sounds) => Tie::Vague,
                _ if are_transliterations(&self.sounds, &other.sounds) => Tie::Vague,
                _ => Tie::None,
            };
        }
        // Lehtonen and Lehtinen are two families; Wickramanayaka and Wickremenayake one name.
        let is_long = self.length().min(other.length()) >= LONG_WORD;
        if similarity >= VARIANT
            && respelled(if is_long { Spelling::Long } else { Spelling::Signs })
            && (self.length().min(other.length()) > 3 || similarity == 100)
        {
            Tie::Variant
        } else {
            Tie::Vague
        }
    }

    /// The sounds after an Arabic article written with the name: "Elsayed".
    fn without_article(&self) -> Option<&[u8]> {
        self.sounds.strip_prefix(b"al").or_else(|| self.sounds.strip_prefix(b"el"))
    }

    fn is_other_with_article(&self, other: &Self) -> bool {
        let stem = self.without_article().filter(|stem| stem.len() > 4);
        stem.is_some_and(|stem| similarity(stem, &other.sounds, false) >= VARIANT_AFTER_ARTICLE)
    }

    fn tie_across(&self, other: &Self) -> Tie {
        let similarity = self.sounds_like(other, false).max(self.without_ending(other));
        graded(similarity, VARIANT_ACROSS, VAGUE_ACROSS)
    }

    /// Latvian and Lithuanian names have an ending that their Russian forms lack.
    fn without_ending(&self, other: &Self) -> u32 {
        let cut = |word: &Self| match (word.script, word.sounds.split_last()) {
            (Script::Latin, Some((b's', stem))) if stem.len() > 2 => {
                let stem = match stem.split_last() {
                    Some((b'i' | b'u' | b'a', shorter)) if shorter.len() > 3 => shorter,
                    _ => stem,
                };
                Some(stem.to_vec())
            }
            _ => None,
        };
        let ours = cut(self).map_or(0, |stem| similarity(&stem, &other.sounds, false));
        ours.max(cut(other).map_or(0, |stem| similarity(&self.sounds, &stem, false)))
    }

    fn tie_with_consonants(&self, latin: &Self) -> Tie {
        let mut alike = self.sounds_like(latin, true);
        if let Some(stem) = latin.without_article().filter(|stem| stem.len() > 2) {
            alike = alike.max(similarity(&self.sounds, stem, true));
        }
        if self.has_nicknames() && latin.has_nicknames() {
            return Tie::None;
        }
        graded(alike, VARIANT_CONSONANTS, VAGUE_CONSONANTS)
    }
}

fn graded(similarity: u32, variant: u32, vague: u32) -> Tie {
    if similarity >= variant {
        Tie::Variant
    } else if similarity >= vague {
        Tie::Vague
    } else {
        Tie::None
    }
}

/// Whether two words differ as transliterations of one Arabic name do: in vowels that it does not tell apart (Mona, Muna;
/// Iman, Eman), or in a dental and any vowels (Ramadan, Ramazan; Kadhim, Kazem).
fn are_transliterations(a: &[u8], b: &[u8]) -> bool {
    let alike = |&(&a, &b): &(&u8, &u8)| {
        plain(a) == plain(b) || are_dentals(a, b) || matches!((a.min(b), a.max(b)), (b'e', b'i') | (b'o', b'u'))
    };
    let vowels = |&(&a, &b): &(&u8, &u8)| is_vowel(a) && is_vowel(b);
    let pairs = || a.iter().zip(b);
    a.len() == b.len()
        && a.len() > 2
        && (pairs().all(|pair| alike(&pair))
            || pairs().any(|(&a, &b)| are_dentals(a, b)) && pairs().all(|pair| alike(&pair) || vowels(&pair)))
}

/// Whether two words differ in nothing but an `i` between a vowel and a consonant: Dacia, Daisha.
fn reads_as_diphthong(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let vowel = |sound: Option<&u8>| sound.is_some_and(|sound| b"aeo".contains(sound));
    long.len() == short.len() + 1
        && (1..long.len()).any(|at| {
            let (before, after) = long.split_at_checked(at).unwrap_or_default();
            after.first() == Some(&b'i')
                && vowel(before.last())
                && after.get(1).is_some()
                && !vowel(after.get(1))
                && short.strip_prefix(before) == after.get(1..)
        })
}
