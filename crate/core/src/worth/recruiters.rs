//! Whether somebody looks for people to employ, by their headline, their firm or their note.

use super::employers::{Tail, employer, is_company, main_titles, titles_at};
use super::kinds::{Kind, Kinds, Level};
use super::line::{Line, Piece};
use super::roles::{Title, is_outside, role_end, titles};
use super::shared::sentences;
use super::vocabulary::Hit;
use super::words::Gap;

/// Words of a line, by index.
type Span = (usize, usize);
/// The most words that say whom somebody recruits.
const MOST_RECRUITED: usize = 3;
/// Kinds of phrases that name a post to be filled.
const POSTS: Kinds = Kinds::of(&[Kind::Level, Kind::Title, Kind::Person, Kind::Adviser]);

/// "I'm not a recruiter", "I was a recruiter".
const NOT_NOW: Kinds = Kinds::of(&[Kind::Never, Kind::Former]);

/// A recruiter by title or function: "Talent Acquisition Partner", "Personalberatung".
pub(super) fn by_title(line: &Line) -> Option<Span> {
    (0..line.pieces.len())
        .filter(|number| !line.pieces[*number].past)
        .find_map(|number| line.within(line.pieces[number]).find_map(|hit| is_recruiter(line, number, hit)))
}

fn is_recruiter(line: &Line, number: usize, hit: &Hit) -> Option<Span> {
    let piece = line.pieces[number];
    let is_thing = line.hits.iter().any(|thing| {
        thing.kind == Kind::RecruiterTool
            && (thing.at < hit.end && hit.at < thing.end || is_next(line, piece, hit, thing.at))
    });
    if is_thing || line.words[hit.end - 1].possessive || is_outside(line, number, hit.at) || line.is_denied(number) {
        return None;
    }
    let says = |piece: Piece, kind: Kind| line.has(piece, Kinds::of(&[kind]));
    if says(line.whole(), Kind::Jobless) || recruits_the_unpaid(line, number) {
        return None;
    }
    // "Search consultant – SEO and paid search"
    let searches = (hit.at..hit.end).any(|i| line.words[i].key == "search");
    if searches && line.has(line.whole(), Kinds::of(&[Kind::SearchEngine])) {
        return None;
    }
    match hit.kind {
        Kind::Recruiter if is_addressed(line, piece, hit) => None,
        Kind::Recruiter => Some((hit.at, hit.end)),
        Kind::Recruiting => is_function(line, number, hit),
        _ => None,
    }
}

/// Whether somebody recruits soldiers, patients, franchisees: "Army recruiter", "Recruiter, Royal Navy".
fn recruits_the_unpaid(line: &Line, number: usize) -> bool {
    let unpaid = |piece: &Piece| !piece.past && line.has(*piece, Kinds::of(&[Kind::Unpaid]));
    let next = line.pieces.get(number + 1).filter(|next| next.gap == Gap::Comma);
    let before = number.checked_sub(1).and_then(|before| line.pieces.get(before));
    [line.pieces.get(number), next, before].into_iter().flatten().any(unpaid)
}

fn is_next(line: &Line, piece: Piece, hit: &Hit, word: usize) -> bool {
    word == hit.end && word < piece.to && line.words[word].gap <= Gap::Space
}

/// Whether somebody else addresses recruiters: "für Recruiter", "Liebe Recruiter", "Recruiter gerne melden".
fn is_addressed(line: &Line, piece: Piece, hit: &Hit) -> bool {
    let is_asked = line.within(piece).any(|request| request.kind == Kind::Request && request.at >= hit.end);
    is_asked || toward(line, piece, hit.at).is_some()
}

/// Where "for", "dear" and the like are before a word, with nothing but adjectives, articles and recruiting between.
fn toward(line: &Line, piece: Piece, word: usize) -> Option<usize> {
    let is = |i: usize, kind: Kind| line.is_in(i, piece, Kinds::of(&[kind]));
    let before = |i: &usize| line.is_in(*i, piece, Kinds::of(&[Kind::Toward, Kind::Modifier, Kind::Recruiting]));
    (piece.from..word).rev().take_while(before).find(|i| is(*i, Kind::Toward))
}

/// "Head of Talent Acquisition", "Talent Acquisition", "Northgate Executive Search"; not "Recruiting fans of jazz".
fn is_function(line: &Line, number: usize, hit: &Hit) -> Option<Span> {
    let piece = line.pieces[number];
    let follows = (hit.end < piece.to && line.words[hit.end].gap <= Gap::Slash).then_some(hit.end);
    let known = Kinds::but(&[Kind::Outside, Kind::Never, Kind::RecruiterTool, Kind::Former, Kind::Product]);
    let goes_on = follows.is_some_and(|next| !line.is_in(next, piece, known));
    if goes_on {
        return named_agency(line, number, hit).or_else(|| recruits_some(line, piece, hit));
    }
    // Somebody of another trade may work for recruiters: "Anwältin für Zeitarbeit".
    let trade = |other: &Hit| other.kind == Kind::Function && !is_of_search(other.sense.name);
    if toward(line, piece, hit.at).is_some_and(|to| line.within(Piece { to, ..piece }).any(trade)) {
        return None;
    }
    let title = titles(line, number).into_iter().find(|title| title.from <= hit.at && hit.end <= title.to);
    if let Some(title) = title.filter(|title| !title.is_aide) {
        // A function alone says what somebody does where nothing is before it.
        let begins = line.are_in(piece.from, title.from, piece, Kinds::of(&[Kind::Modifier]));
        if title.names_somebody || begins {
            return Some((title.from, title.to));
        }
    }
    // The name of a firm ends with it.
    let ends = line.are_in(hit.end, piece.to, piece, Kinds::of(&[Kind::Legal, Kind::Place, Kind::Part]));
    let employer = role_end(line, piece);
    let start = if employer < hit.at { employer + 1 } else { piece.from };
    let is_name = start < hit.at && (start..hit.at).all(|i| !line.words[i].small);
    (ends && is_name).then_some((start, hit.end))
}

/// "Recrutement stagiaires", "Werving & selectie zorgprofessionals": the function first, and then whom. Not after English
/// words that are also said of other things: "Recruiting fans of jazz".
fn recruits_some(line: &Line, piece: Piece, hit: &Hit) -> Option<Span> {
    let is_noun =
        !matches!(line.words[hit.end - 1].key.as_str(), "recruiting" | "headhunting" | "staffing" | "sourcing");
    let modifiers = Kinds::of(&[Kind::Modifier, Kind::Recruiting, Kind::People, Kind::Level, Kind::Unit]);
    let begins = line.are_in(piece.from, hit.at, piece, modifiers);
    let barred = Kinds::of(&[
        Kind::Outside,
        Kind::Never,
        Kind::RecruiterTool,
        Kind::Toward,
        Kind::At,
        Kind::SearchEngine,
        Kind::Request,
    ]);
    let after = Piece { from: hit.end, ..piece };
    let few = piece.to - hit.end <= MOST_RECRUITED;
    (is_noun && begins && few && !line.has(after, barred) && !is_of_other_trade(line, piece, hit))
        .then_some((hit.at, hit.end))
}

/// A firm by a word that says what it is and its name, where no title says that somebody is of another trade:
/// "Personalberatung Lindqvist & Kern".
fn named_agency(line: &Line, number: usize, hit: &Hit) -> Option<Span> {
    let piece = line.pieces[number];
    let led = Kinds::of(&[Kind::Level, Kind::Title, Kind::Adviser, Kind::Modifier, Kind::Of]);
    let begins = line.are_in(piece.from, hit.at, piece, led)
        || line.within(piece).any(|at| at.kind == Kind::At && at.end == hit.at);
    let is_name = (hit.at..piece.to).all(|i| !line.words[i].small);
    (hit.sense.name == "firm" && begins && is_name && !is_of_other_trade(line, piece, hit))
        .then_some((hit.at, piece.to))
}

/// Whether a title elsewhere on the line is that of another trade: "Buchhalterin, Personalberatung Adler".
fn is_of_other_trade(line: &Line, piece: Piece, hit: &Hit) -> bool {
    let mut others = Vec::new();
    for number in 0..line.pieces.len() {
        others.extend(titles(line, number).into_iter().filter(|title| title.from < hit.at || title.to > piece.to));
    }
    others.iter().any(|title| title.names_somebody) && !searches(&others, line)
}

/// Somebody at a search firm whose title is not that of another trade: "Partner · Korn Ferry".
pub(super) fn by_firm(line: &Line) -> Option<Span> {
    let mention = employer(line, &firms(line), Tail::Known)?;
    // The firm alone: nothing says that it is another trade.
    let around = Kinds::of(&[Kind::At, Kind::Legal, Kind::Place, Kind::Part]);
    let all = line.whole();
    let is_alone = line.are_in(0, mention.from, all, around) && line.are_in(mention.to, all.to, all, around);
    (is_alone || searches(&titles_at(line, mention), line)).then_some((mention.from, mention.to))
}

/// Somebody at a search firm that the page shows in a field of its own.
pub(super) fn by_company(headline: &Line, company: &Line) -> Option<Span> {
    let mention = is_company(company, &firms(company), Tail::Known)?;
    let titles = main_titles(headline);
    (titles.is_empty() && headline.words.is_empty() || searches(&titles, headline))
        .then_some((mention.from, mention.to))
}

/// The search firms that a line names.
fn firms(line: &Line) -> Vec<String> {
    let firms = line.hits.iter().filter(|hit| hit.kind == Kind::Firm);
    firms.map(|hit| line.words[hit.at..hit.end].iter().map(|word| word.key.as_str()).collect()).collect()
}

/// Whether somebody with this function at a search firm does searches.
fn is_of_search(function: &str) -> bool {
    matches!(function, "people" | "consulting" | "general" | "research")
}

fn searches(titles: &[Title], line: &Line) -> bool {
    let advises = |title: &Title| {
        let of_search = title.functions.iter().all(|function| is_of_search(function));
        let itself = Piece { from: title.from, to: title.to, ..line.whole() };
        let adviser = line.has(itself, Kinds::of(&[Kind::Adviser, Kind::Recruiting, Kind::Recruiter]));
        !title.is_aide && of_search && (adviser || title.level.is_some_and(|level| level >= Level::Head))
    };
    titles.iter().any(advises)
}

/// A note that says that its writer fills a position: for themselves as a recruiter, or for a client.
pub(super) fn by_note(line: &Line) -> Option<Span> {
    sentences(line).find_map(|sentence| {
        let says = |kind: Kind| line.has(sentence, Kinds::of(&[kind]));
        let is_recruiter = line.within(sentence).any(|hit| {
            hit.kind == Kind::Recruiter
                && line
                    .within(sentence)
                    .any(|before| before.kind == Kind::Myself && before.end <= hit.at && hit.at - before.end <= 2)
                && !line.within(sentence).any(|not| NOT_NOW.has(not.kind) && not.at < hit.at)
        });
        let fills = says(Kind::Client) && says(Kind::Search) && line.has(sentence, POSTS) && !says(Kind::NotInCommon);
        (says(Kind::Recruits) || is_recruiter || fills).then_some((sentence.from, sentence.to))
    })
}
