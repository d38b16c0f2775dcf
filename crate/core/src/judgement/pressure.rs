//! Notes that press: towards payments, investments, paid tasks or another messenger.
//!
//! Single words accuse nobody: people work at WhatsApp, in treasury, on crypto. A note presses where a phrase says
//! enough by itself, where phrases of two kinds stand close together (a messenger and "write to me", a cheque and
//! equipment), or where many kinds add up (points.rs). The phrases are in each language's `pressing.txt`; every list
//! is tried, for notes come in any language.

mod kinds;
mod number_words;
mod points;
mod sums;

use std::sync::OnceLock;

use self::kinds::{Kind, TOGETHER, kind_of};
use self::number_words::{is_currency, is_share};
use crate::invitation::text::folded;
use crate::languages::{ALL, each_form};
use crate::names::plain;
use crate::sorted::sorted;

/// The word in pressing.txt before the name of a kind whose phrases count for points only.
const WIDE: &str = "wide ";
/// How many words apart two phrases may begin: a sentence and a half. An assumption.
const WINDOW: usize = 18;
/// How many words may be between "write to me" and the messenger: "message me privately on my WhatsApp". More, and
/// the messenger may be an employer: "I work at WhatsApp. Write to me".
const MOVE_WINDOW: usize = 5;
/// How many words apart a messenger and a handle may begin.
const HANDLE_WINDOW: usize = 8;
/// The most words of a note that are read.
const MOST_WORDS: usize = 160;
/// The most words that a name written with gaps is made of: "w h a t s a p p".
const MOST_PARTS: usize = 8;
/// The fewest letters of a name that may be disguised.
const SHORTEST_NAME: usize = 3;
/// The fewest digits of a phone number.
const PHONE_DIGITS: usize = 7;

/// A phrase of the lists.
struct Phrase {
    /// Its words without marks, with single spaces between.
    words: String,
    /// The length of the first word, in bytes.
    first: usize,
    /// Any ending may follow.
    is_open: bool,
    /// As it is written in the list, and shown to the user.
    whole: String,
    kind: Kind,
    /// Too common to count in [`TOGETHER`].
    is_wide: bool,
    /// The index of its language in [`ALL`].
    language: usize,
}

impl Phrase {
    fn new(phrase: &str, kind: Kind, is_wide: bool, language: usize) -> Self {
        let whole = phrase.trim_end_matches('*');
        let words = whole.split(' ').map(bare).collect::<Vec<_>>().join(" ");
        let first = words.find(' ').unwrap_or(words.len());
        Self { first, is_open: whole != phrase, whole: whole.to_owned(), words, kind, is_wide, language }
    }

    fn first(&self) -> &str {
        self.words.get(..self.first).unwrap_or_default()
    }

    /// The words after the first.
    fn rest(&self) -> impl Iterator<Item = &str> {
        self.words.split(' ').skip(1)
    }

    fn is_one_word(&self) -> bool {
        self.first == self.words.len()
    }
}

/// All phrases, by their first words.
fn phrases() -> &'static [Phrase] {
    static PHRASES: OnceLock<Vec<Phrase>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let mut read = Vec::new();
        let lines = ALL.into_iter().enumerate().flat_map(|(number, language)| {
            let lines = language.pressing.read().lines();
            lines.map(move |line| (number, line))
        });
        for (language, line) in lines {
            let Some((name, phrases)) = line.split_once(": ") else { continue };
            let (is_wide, name) = name.strip_prefix(WIDE).map_or((false, name), |name| (true, name));
            let Some(kind) = kind_of(name) else { continue };
            for phrase in phrases.split(", ") {
                each_form(phrase, &mut |form| read.push(Phrase::new(form, kind, is_wide, language)));
            }
        }
        sorted(read, |a, b| a.first().cmp(b.first()))
    })
}

/// The one-word phrases that are searched for in disguise.
fn names() -> &'static [&'static Phrase] {
    static NAMES: OnceLock<Vec<&'static Phrase>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let is_name = |phrase: &&Phrase| {
            matches!(phrase.kind, Kind::Messenger | Kind::Market)
                && phrase.is_one_word()
                && phrase.words.len() >= SHORTEST_NAME
        };
        phrases().iter().filter(is_name).collect()
    })
}

/// A word as it is compared: without marks, which people in a hurry leave out ("felicitation").
fn bare(word: &str) -> String {
    if word.bytes().all(|b| b.is_ascii()) { word.to_owned() } else { plain(word) }
}

/// Where in a note a phrase stands, by the numbers of its first word and of the one after it.
struct Found {
    at: usize,
    end: usize,
    kind: Kind,
    is_wide: bool,
    /// The index of its language in [`ALL`]; `None` for what is read from digits.
    language: Option<usize>,
    phrase: &'static str,
}

impl Found {
    /// A phrase of the lists.
    fn of(phrase: &'static Phrase, at: usize, end: usize) -> Self {
        let Phrase { kind, is_wide, language, ref whole, .. } = *phrase;
        Self { at, end, kind, is_wide, language: Some(language), phrase: whole }
    }

    /// One word that is recognised by its form, in any language; `phrase` stands for it.
    fn by_form(kind: Kind, at: usize, phrase: &'static str) -> Self {
        Self { at, end: at + 1, kind, is_wide: false, language: None, phrase }
    }
}

/// The phrase, or the two, by which a note presses; `None` if it does not press.
pub(super) fn pressing(note: &str) -> Option<String> {
    if note.is_empty() {
        return None;
    }
    let found = found(note);
    let together = TOGETHER.iter().find_map(|kinds| together(&found, kinds));
    together.map(str::to_owned).or_else(|| points::pressing(&found))
}

/// The first phrase of the first kind that has one of each other kind near it.
fn together(found: &[Found], kinds: &[Kind]) -> Option<&'static str> {
    let (first, others) = kinds.split_first()?;
    let pairs = |a: &Found, kind: Kind| found.iter().any(|b| b.kind == kind && !b.is_wide && is_near(a, b));
    let is_pressing = |one: &&Found| one.kind == *first && !one.is_wide && others.iter().all(|kind| pairs(one, *kind));
    found.iter().find(is_pressing).map(|one| one.phrase)
}

/// Whether two phrases stand side by side: near, and neither within the other ("trading" in "trading group").
fn is_near(a: &Found, b: &Found) -> bool {
    let apart = a.at.abs_diff(b.at);
    match (a.kind, b.kind) {
        (Kind::Messenger, Kind::Move) => a.at.checked_sub(b.end).is_some_and(|between| between <= MOVE_WINDOW),
        (Kind::Messenger, Kind::Handle) => apart <= HANDLE_WINDOW,
        _ => apart <= WINDOW && (a.end <= b.at || b.end <= a.at),
    }
}

fn found(note: &str) -> Vec<Found> {
    let note = folded(note);
    let words: Vec<String> = words(&note).take(MOST_WORDS).map(bare).collect();
    let all = phrases();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let mut add = |phrase: &'static Phrase| {
            let end = at + 1 + phrase.rest().count();
            found.push(Found::of(phrase, at, end));
        };
        let rest = words.get(at + 1..).unwrap_or_default();
        beginning(all, word).filter(|phrase| follows(rest, phrase)).for_each(&mut add);
        let stems = word.char_indices().skip(1).filter_map(|(length, _)| word.get(..length));
        for stem in stems {
            beginning(all, stem).filter(|phrase| phrase.is_open && phrase.is_one_word()).for_each(&mut add);
        }
    }
    found.extend(disguised(&note));
    found.extend(marks(&note));
    found.extend(sums::kinds_of_sums(&tokens(&note)).into_iter().map(|(at, kind)| Found::by_form(kind, at, "%")));
    // "no fee" names no fee, and nothing else that presses.
    let free: Vec<(usize, usize)> =
        found.iter().filter(|one| one.kind == Kind::Free).map(|one| (one.at, one.end)).collect();
    // "I work at WhatsApp" moves nobody there.
    let works: Vec<usize> = found.iter().filter(|one| one.kind == Kind::Works).map(|one| one.end).collect();
    found.retain(|one| {
        let is_messenger = matches!(one.kind, Kind::Messenger | Kind::Channel | Kind::App);
        !(is_messenger && works.iter().any(|end| (*end..=end + 1).contains(&one.at)))
    });
    found.retain(|one| !free.iter().any(|(at, end)| *at <= one.at && one.end <= *end));
    found
}

/// The phrases with this first word.
fn beginning<'a>(all: &'a [Phrase], word: &str) -> impl Iterator<Item = &'a Phrase> {
    let from = all.partition_point(|phrase| phrase.first() < word);
    let to = all.partition_point(|phrase| phrase.first() <= word);
    all.get(from..to).unwrap_or_default().iter()
}

fn follows(words: &[String], phrase: &Phrase) -> bool {
    let count = phrase.rest().count();
    phrase.rest().enumerate().all(|(i, part)| {
        let is_last = i + 1 == count;
        words.get(i).is_some_and(|word| word == part || phrase.is_open && is_last && word.starts_with(part))
    })
}

/// Names of messengers and of what is traded, disguised so that no search finds them: "tele gram", "wh@tsapp",
/// "t.e.l.e.g.r.a.m", "B1tc0in", "B T C".
fn disguised(note: &str) -> Vec<Found> {
    let tokens = tokens(note);
    let spelled: Vec<String> = tokens.iter().map(|(_, token)| spelled_out(token)).collect();
    let mut found = Vec::new();
    for (number, (at, _)) in tokens.iter().enumerate() {
        let mut name = String::new();
        let mut all_single_letters = true;
        for (count, part) in spelled.iter().skip(number).take(MOST_PARTS).enumerate() {
            name.push_str(part);
            all_single_letters &= part.len() == 1;
            // "for ex-colleagues" is no forex, and "what's" no WhatsApp.
            let is_contraction = count == 0 && tokens.get(number).is_some_and(|(_, token)| token.contains('\''));
            let may_be = |kind: Kind| match kind {
                Kind::Messenger => !is_contraction,
                kind => kind == Kind::Market && (count == 0 || all_single_letters),
            };
            let is_named = |phrase: &&&Phrase| may_be(phrase.kind) && is_one(&phrase.words, &name);
            if let Some(phrase) = names().iter().find(is_named) {
                found.push(Found::of(phrase, *at, at + 1));
            }
        }
    }
    found
}

/// Whether two names are one where "1" may stand for "l" or "i".
fn is_one(a: &str, b: &str) -> bool {
    let letter = |c: char| if c == 'i' { 'l' } else { c };
    a.chars().map(letter).eq(b.chars().map(letter))
}

/// The text between spaces, each with the number of its first word.
fn tokens(note: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let numbered = note.split_whitespace().take(MOST_WORDS).map(|token| {
        let number = at;
        at += words(token).count();
        (number, token)
    });
    numbered.collect()
}

/// A word without signs, with letters for the digits and signs that stand for them.
fn spelled_out(word: &str) -> String {
    let is_name = word.starts_with('@');
    let letter = |c: char| match c {
        '0' => 'o',
        '1' | '!' | '|' => 'l',
        '3' => 'e',
        '4' => 'a',
        '@' if !is_name => 'a',
        '5' | '$' => 's',
        '7' => 't',
        _ => c,
    };
    let letters: String = word.chars().map(letter).filter(|c| c.is_alphabetic()).collect();
    plain(&letters)
}

/// Handles, phone numbers and sums of money, by their form.
fn marks(note: &str) -> Vec<Found> {
    let tokens = tokens(note);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit() || "+-().,…/".contains(c));
    let mut found = Vec::new();
    for (number, (at, token)) in tokens.iter().enumerate() {
        let mut add = |kind: Kind, phrase: &'static str| found.push(Found::by_form(kind, *at, phrase));
        let following = tokens.iter().skip(number).take(MOST_PARTS).map(|(_, token)| *token);
        let phone: usize = following.take_while(|text| is_number(text)).map(digits).sum();
        let is_phone =
            token.starts_with(['+', '0', '(']) && phone >= PHONE_DIGITS || token.starts_with('+') && phone > 0;
        if is_phone || is_handle(token) {
            add(Kind::Handle, "@");
        }
        let beside = [number.checked_sub(1), Some(number), Some(number + 1), Some(number + 2)];
        let near = beside.into_iter().flatten().filter_map(|i| tokens.get(i));
        let near: Vec<&str> = near.map(|(_, text)| *text).collect();
        if digits(token) > 0 && near.iter().any(|text| is_currency(text) || is_share(text)) {
            add(Kind::Amount, "%");
        }
        if digits(token) > 0 && near.iter().skip(usize::from(number > 0)).any(|text| is_share(text)) {
            add(Kind::Share, "%");
        }
    }
    found
}

/// "@anna", "rose_2211"
fn is_handle(token: &str) -> bool {
    let letters = token.chars().filter(|c| c.is_alphabetic()).count();
    let is_mixed = token.contains('_') || token.chars().skip_while(|c| c.is_alphabetic()).any(|c| c.is_ascii_digit());
    letters > 2 && (token.starts_with('@') || is_mixed)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests;
