//! Notes that press: towards payments, investments, paid tasks or another messenger.
//!
//! Single words accuse nobody: people work at WhatsApp, in treasury, on crypto. A note presses where a phrase says enough
//! by itself, or where phrases of two kinds stand close together: a messenger and a handle, a market and an offer to
//! teach, a loan and a fee. The phrases stand in each language's room; every list is tried, for notes come in any language.

use std::sync::OnceLock;

use crate::invitation::text::folded;
use crate::languages::ALL;
use crate::names::plain;
use crate::sorted::sorted;

/// How many words apart two phrases may begin: a sentence and a half. An assumption.
const WINDOW: usize = 18;
/// How many words may stand between "write to me" and the messenger: "message me privately on my WhatsApp". More, and
/// the messenger may be an employer: "I work at WhatsApp. Write to me".
const MOVE_WINDOW: usize = 5;
/// How many words apart a messenger and a handle may begin.
const HANDLE_WINDOW: usize = 8;
/// The most words of a note that are read.
const MOST_WORDS: usize = 160;
/// The most words that a name written with gaps is made of: "w h a t s a p p".
const MOST_PARTS: usize = 8;
/// The fewest digits of a phone number.
const PHONE_DIGITS: usize = 7;

/// What a phrase is about; the name before the colon in pressing.txt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Presses by itself: "guaranteed returns".
    Alone,
    /// A messenger that is nothing else: "telegram".
    Messenger,
    /// A messenger whose name is also a common word: "signal".
    Channel,
    /// "write to me on"
    Move,
    /// "my number is"
    Handle,
    /// What is traded: "crypto".
    Market,
    /// Where it is: "trading group", "signals".
    Club,
    /// "I can show you how"
    Teach,
    /// "profit", "I made".
    Gain,
    /// Work that nobody pays for: "rate hotels".
    Task,
    /// "work from home"
    Home,
    /// "per day", "weekly".
    Daily,
    /// "no experience needed", "paid daily".
    Easy,
    /// "processing fee"
    Fee,
    /// What is said to come after the fee: "loan".
    Advance,
    /// "inheritance"
    Estate,
    /// "your surname", "million".
    Heir,
    /// "a widow", "I wish to donate".
    Donor,
    /// "a cheque"
    Cheque,
    /// What it is to buy: "equipment".
    Gear,
    /// "gift cards"
    GiftCard,
    /// "buy", "codes".
    Buy,
    /// A sum of money or a share; read from digits.
    Amount,
}

const NAMES: [(&str, Kind); 22] = [
    ("alone", Kind::Alone),
    ("messenger", Kind::Messenger),
    ("channel", Kind::Channel),
    ("move", Kind::Move),
    ("handle", Kind::Handle),
    ("market", Kind::Market),
    ("club", Kind::Club),
    ("teach", Kind::Teach),
    ("gain", Kind::Gain),
    ("task", Kind::Task),
    ("home", Kind::Home),
    ("daily", Kind::Daily),
    ("easy", Kind::Easy),
    ("fee", Kind::Fee),
    ("advance", Kind::Advance),
    ("estate", Kind::Estate),
    ("heir", Kind::Heir),
    ("donor", Kind::Donor),
    ("cheque", Kind::Cheque),
    ("gear", Kind::Gear),
    ("gift card", Kind::GiftCard),
    ("buy", Kind::Buy),
];

/// Kinds that press together; the first one is named to the user.
const TOGETHER: [&[Kind]; 22] = [
    &[Kind::Alone],
    &[Kind::Messenger, Kind::Move],
    &[Kind::Messenger, Kind::Handle],
    &[Kind::Channel, Kind::Handle, Kind::Move],
    &[Kind::Market, Kind::Club],
    &[Kind::Market, Kind::Teach],
    &[Kind::Market, Kind::Gain, Kind::Amount],
    &[Kind::Market, Kind::Gain, Kind::Daily],
    &[Kind::Club, Kind::Move],
    &[Kind::Club, Kind::Messenger],
    &[Kind::Club, Kind::Amount],
    &[Kind::Task, Kind::Market],
    &[Kind::Donor, Kind::Heir],
    &[Kind::Donor, Kind::Amount],
    &[Kind::Task, Kind::Easy],
    &[Kind::Task, Kind::Daily],
    &[Kind::Task, Kind::Amount],
    &[Kind::Home, Kind::Easy],
    &[Kind::Fee, Kind::Advance],
    &[Kind::Estate, Kind::Heir],
    &[Kind::Cheque, Kind::Gear],
    &[Kind::GiftCard, Kind::Buy],
];

/// A phrase, without its first word.
struct Phrase {
    first: &'static str,
    rest: &'static str,
    /// Any ending may follow.
    is_open: bool,
    whole: &'static str,
    kind: Kind,
}

/// All phrases, by their first words.
fn phrases() -> &'static [Phrase] {
    static PHRASES: OnceLock<Vec<Phrase>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let lines = ALL.into_iter().flat_map(|language| language.pressing.lines());
        let of_line = |line: &'static str| {
            let (name, phrases) = line.split_once(": ")?;
            let (_, kind) = NAMES.iter().find(|(known, _)| *known == name)?;
            Some(phrases.split(", ").map(move |phrase| {
                let whole = phrase.trim_end_matches('*');
                let (first, rest) = whole.split_once(' ').unwrap_or((whole, ""));
                Phrase { first, rest, is_open: whole != phrase, whole, kind: *kind }
            }))
        };
        sorted(lines.filter_map(of_line).flatten().collect(), |a, b| a.first.cmp(b.first))
    })
}

/// Where in a note a phrase stands, by the numbers of its first word and of the one after it.
struct Found {
    at: usize,
    end: usize,
    kind: Kind,
    phrase: &'static str,
}

/// What in a note presses: the phrase that says so.
pub(super) fn pressing(note: &str) -> Option<&'static str> {
    if note.is_empty() {
        return None;
    }
    let found = found(note);
    TOGETHER.iter().find_map(|kinds| together(&found, kinds))
}

/// The first phrase of the first kind that has one of each other kind near it.
fn together(found: &[Found], kinds: &[Kind]) -> Option<&'static str> {
    let (first, others) = kinds.split_first()?;
    let pairs = |a: &Found, kind: Kind| found.iter().any(|b| b.kind == kind && is_near(a, b));
    let is_pressing = |one: &&Found| one.kind == *first && others.iter().all(|kind| pairs(one, *kind));
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
    let words: Vec<&str> = words(&note).take(MOST_WORDS).collect();
    let all = phrases();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let mut add = |kind: Kind, phrase: &'static str| {
            found.push(Found { at, end: at + phrase.split(' ').count(), kind, phrase });
        };
        let rest = words.get(at + 1..).unwrap_or_default();
        let from = all.partition_point(|phrase| phrase.first < *word);
        let exact = all.get(from..).unwrap_or_default().iter().take_while(|phrase| phrase.first == *word);
        let stems = all.iter().filter(|phrase| phrase.is_open && phrase.rest.is_empty());
        for phrase in exact.filter(|phrase| goes_on(rest, phrase)) {
            add(phrase.kind, phrase.whole);
        }
        for phrase in stems.filter(|phrase| phrase.first != *word && word.starts_with(phrase.first)) {
            add(phrase.kind, phrase.whole);
        }
    }
    found.extend(messengers(&note));
    found.extend(marks(&note));
    found
}

fn goes_on(words: &[&str], phrase: &Phrase) -> bool {
    let count = phrase.rest.split(' ').filter(|word| !word.is_empty()).count();
    let mut parts = phrase.rest.split(' ').filter(|word| !word.is_empty()).enumerate();
    parts.all(|(i, part)| {
        words.get(i).is_some_and(|word| *word == part || phrase.is_open && i + 1 == count && word.starts_with(part))
    })
}

/// Messengers written so that no search finds them: "tele gram", "wh@tsapp", "t.e.l.e.g.r.a.m".
fn messengers(note: &str) -> Vec<Found> {
    let tokens = tokens(note);
    let spelled: Vec<String> = tokens.iter().map(|(_, token)| spelled_out(token)).collect();
    let known = |name: &str| phrases().iter().find(|phrase| phrase.kind == Kind::Messenger && phrase.whole == name);
    let mut found = Vec::new();
    for (number, (at, _)) in tokens.iter().enumerate() {
        let mut name = String::new();
        for part in spelled.iter().skip(number).take(MOST_PARTS) {
            name.push_str(part);
            if let Some(phrase) = known(&name) {
                found.push(Found { at: *at, end: at + 1, kind: Kind::Messenger, phrase: phrase.whole });
            }
        }
    }
    found
}

/// What stands between spaces, with the number of its first word.
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
        let mut add = |kind: Kind, phrase: &'static str| found.push(Found { at: *at, end: at + 1, kind, phrase });
        let following = tokens.iter().skip(number).take(MOST_PARTS).map(|(_, token)| *token);
        let phone: usize = following.take_while(|text| is_number(text)).map(digits).sum();
        let is_phone =
            token.starts_with(['+', '0', '(']) && phone >= PHONE_DIGITS || token.starts_with('+') && phone > 0;
        if is_phone || is_handle(token) {
            add(Kind::Handle, "@");
        }
        let beside = [number.checked_sub(1), Some(number), Some(number + 1), Some(number + 2)];
        let near = beside.into_iter().flatten().filter_map(|i| tokens.get(i));
        if digits(token) > 0 && near.into_iter().any(|(_, text)| is_money(text)) {
            add(Kind::Amount, "%");
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

fn is_money(text: &str) -> bool {
    text.contains(['€', '$', '£', '%', '₹']) || MONEY.contains(&text.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Words for money beside a number, folded.
const MONEY: [&str; 15] = [
    "usd", "usdt", "eur", "euro", "euros", "dollars", "dólares", "dollari", "dollar", "reais", "pounds", "percent",
    "prozent", "gbp", "pesos",
];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests;
