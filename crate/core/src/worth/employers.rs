//! Whether somebody works for a company that their line names.

use super::kinds::{Kind, Kinds};
use super::line::{BEFORE_IN, Line, Piece};
use super::roles::{Title, is_outside, titles};
use super::vocabulary::Hit;
use super::words::Gap;

/// The most words of a company's name.
const LONGEST_NAME: usize = 6;
/// The most words that may follow a name that is alone: "Siemens Gamesa Renewable Energy".
const MOST_AFTER: usize = 4;
/// The most words from a company's name to the unit somebody belongs to: "Stripe's global partnerships team".
const MOST_OF_UNIT: usize = 4;

/// Titles that somebody holds.
const POSTS: Kinds = Kinds::of(&[Kind::Level, Kind::Title, Kind::Person, Kind::Recruiter]);

/// Titles held at a search firm, whose partners and consultants are its staff: "Sócio da Egon Zehnder".
const POSTS_AT_FIRMS: Kinds = Kinds::of(&[Kind::Level, Kind::Title, Kind::Person, Kind::Recruiter, Kind::Adviser]);

/// A company's name in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    /// Index of the piece.
    pub(super) piece: usize,
    /// Index of its first word.
    pub(super) from: usize,
    /// Index after its last word.
    pub(super) to: usize,
}

/// Words that may follow a company's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// Parts of the company, by whatever name: "Siemens Mobility".
    Anything,
    /// Legal forms, places and common words for parts: "Hays Deutschland", not "Hays Travel".
    Known,
}

/// Where the line names one of these as its writer's employer.
pub(super) fn employer(line: &Line, names: &[String], tail: Tail) -> Option<Mention> {
    mentions(line, names).into_iter().find(|mention| works_there(line, *mention, tail))
}

/// Where a line that holds a company's name alone names one of these.
pub(super) fn is_company(line: &Line, names: &[String], tail: Tail) -> Option<Mention> {
    mentions(line, names).into_iter().find(|mention| {
        let starts = line.are_in(0, mention.from, line.whole(), Kinds::of(&[Kind::Modifier, Kind::Of, Kind::Part]));
        let joined = line.words.get(mention.to).is_some_and(|word| word.key == "&");
        let fits = tail == Tail::Anything || (mention.to..line.words.len()).all(|i| is_known_tail(line, i));
        // "Siemens plc" alone is the company; after "programmer for" it is what a factory is run by.
        let ends = line.are_in(mention.to, line.words.len(), line.whole(), Kinds::of(&[Kind::Legal]));
        starts && !joined && fits && (ends || !is_other(line, *mention)) && !line.pieces[mention.piece].past
    })
}

/// Where one of the names stands.
fn mentions(line: &Line, names: &[String]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for (piece, &Piece { from: first, to: last, .. }) in line.pieces.iter().enumerate() {
        for from in first..last {
            let mut letters = String::new();
            let mut longest = None;
            for to in from..last.min(from + LONGEST_NAME) {
                if to > from && line.words[to].gap > Gap::Space {
                    break;
                }
                letters.push_str(uninflected(&line.words[to].key));
                if names.contains(&letters) || is_member(line, from, to + 1, names) {
                    longest = Some(Mention { piece, from, to: to + 1 });
                }
            }
            found.extend(longest);
        }
    }
    found
}

/// "bei der Deutschen Bahn"
fn uninflected(key: &str) -> &str {
    if matches!(key, "deutschen" | "deutscher") { "deutsche" } else { key }
}

/// "Googler"
fn is_member(line: &Line, from: usize, to: usize, names: &[String]) -> bool {
    let stands = |hit: &&Hit| hit.at == from && hit.end == to && hit.kind == Kind::Member;
    line.hits.iter().filter(stands).any(|hit| names.iter().any(|name| name == hit.sense.name))
}

fn is_known_tail(line: &Line, i: usize) -> bool {
    line.is_in(i, line.whole(), Kinds::of(&[Kind::Legal, Kind::Place, Kind::Part]))
        || line.words.get(i).is_some_and(|word| word.key.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether the name is part of another thing's name, or followed by a word for such a thing.
fn is_other(line: &Line, mention: Mention) -> bool {
    line.hits.iter().any(|hit| {
        hit.kind == Kind::Other
            && (hit.at < mention.to && mention.from < hit.end
                || hit.at == mention.to && line.words[hit.at].gap <= Gap::Space)
    })
}

fn works_there(line: &Line, mention: Mention, tail: Tail) -> bool {
    let Mention { piece: number, to, .. } = mention;
    let piece = line.pieces[number];
    // "Brasserie Heineken", "Royal Philips", "Banco Santander"
    let leads = |i: &usize| {
        line.is_in(*i, piece, Kinds::of(&[Kind::Part, Kind::Unit]))
            && !line.is_in(*i, piece, Kinds::of(&[Kind::At, Kind::Of, Kind::In]))
            && line.words[*i + 1].gap <= Gap::Space
    };
    let from = (piece.from..mention.from).rev().take_while(leads).last().unwrap_or(mention.from);
    let mention = Mention { from, ..mention };
    if piece.past || line.words[to - 1].possessive || is_other(line, mention) || is_outside(line, number, from) {
        return false;
    }
    let itself = Piece { from, to, ..piece };
    let is_product = line.has(itself, Kinds::of(&[Kind::Product]));
    let modifier = Kinds::of(&[Kind::Modifier]);
    if line.has(itself, Kinds::of(&[Kind::Member])) {
        return line.are_in(piece.from, from, piece, modifier);
    }
    let start = (piece.from..from).rev().take_while(|&i| line.is_in(i, piece, modifier));
    let start = start.last().unwrap_or(from);
    let ends = |at: usize, kind: Kind| line.within(piece).any(|hit| hit.end == at && hit.kind == kind);
    let after_at = ends(from, Kind::At) || ends(start, Kind::At);
    let of = [from, start].into_iter().find(|&at| at > piece.from && ends(at, Kind::Of)).map(|at| at - 1);
    let posts = if tail == Tail::Known { POSTS_AT_FIRMS } else { POSTS };
    let after_of = of.is_some_and(|of| !is_product && is_post(line, piece, of, posts) || is_unit(line, piece, of));
    let rest: Vec<usize> =
        (to..piece.to).take_while(|&i| line.words[i].gap <= Gap::Space && line.starts(i, Kind::At).is_none()).collect();
    if is_other_firm(line, &rest) || is_city(line, mention) {
        return false;
    }
    let known = rest.iter().take_while(|&&i| is_known_tail(line, i)).count();
    let next = rest.get(known).copied();
    let is_trade = |i: usize| line.is_in(i, line.whole(), Kinds::of(&[Kind::Function, Kind::Modifier]));
    if tail == Tail::Known && next.is_some_and(|i| !line.words[i].small && !is_trade(i)) {
        return false;
    }
    // "Técnica de logística en Maersk": any role before it counts, since the company is one of the goals.
    // "en Santander" may be the city; "en Santander México" is the bank.
    let before = Piece { to: from, ..piece };
    let place = Kinds::of(&[Kind::Place]);
    let is_place = line.is_in(from, piece, place) && !rest.first().is_some_and(|&i| line.is_in(i, piece, place));
    let after_in = !is_product && ends(from, Kind::In) && !is_place && line.has(before, BEFORE_IN);
    if after_at || after_of || after_in {
        return true;
    }
    stands_alone(line, mention, is_product, &rest, known)
}

/// "Siemens & Hargreave LLP" is another firm.
fn is_other_firm(line: &Line, rest: &[usize]) -> bool {
    let Some((&sign, others)) = rest.split_first() else { return false };
    let is_legal = |i: &usize| line.is_in(*i, line.whole(), Kinds::of(&[Kind::Legal]));
    line.words[sign].key == "&" && others.iter().any(is_legal) && !others.first().is_some_and(is_legal)
}

/// "Bucaramanga, Santander", "Santander, Bilbao": a name that is also a place's, between commas beside places or by
/// itself in a list.
fn is_city(line: &Line, mention: Mention) -> bool {
    let Mention { piece: number, from, to } = mention;
    let place = Kinds::of(&[Kind::Place]);
    let piece = line.pieces[number];
    let is_alone = from == piece.from && to == piece.to;
    let beside = [number.checked_sub(1), Some(number + 1)];
    let mut near = beside.into_iter().flatten().filter_map(|i| Some((i, line.pieces.get(i)?)));
    line.is_in(from, piece, place)
        && is_alone
        && near.any(|(i, other)| {
            line.has(*other, place) || i > number && other.gap == Gap::Comma && !line.has(*other, POSTS)
        })
}

/// Kinds that may be between a title or a unit and the "of" before its company: "Directora de Personas de".
const OF_TITLE: Kinds = Kinds::of(&[
    Kind::Function,
    Kind::People,
    Kind::Recruiting,
    Kind::Of,
    Kind::In,
    Kind::Modifier,
    Kind::Level,
    Kind::Title,
    Kind::Person,
    Kind::Recruiter,
    Kind::Adviser,
    Kind::Unit,
]);

/// A title whose holder leads or is part of what "of" names: "CEO of", "Mitarbeiter der".
fn is_post(line: &Line, piece: Piece, of: usize, posts: Kinds) -> bool {
    leads_to(line, piece, of, posts)
        || line.within(piece).any(|hit| hit.end == of + 1 && hit.at < of && posts.has(hit.kind))
}

/// Whether a part of a company is before a word: "team of", "Vertriebsteam von", "service RH de".
fn is_unit(line: &Line, piece: Piece, word: usize) -> bool {
    leads_to(line, piece, word, Kinds::of(&[Kind::Unit]))
}

/// Whether a phrase of one of these kinds is before a word, with nothing but functions and the like between.
fn leads_to(line: &Line, piece: Piece, word: usize, kinds: Kinds) -> bool {
    let between = (piece.from..word).rev().take_while(|&i| line.is_in(i, piece, OF_TITLE));
    between.into_iter().any(|i| line.is_in(i, piece, kinds))
}

/// Whether a name without "at" or "of" is the employer: alone in its piece, or before or after a role.
fn stands_alone(line: &Line, mention: Mention, is_product: bool, rest: &[usize], known: usize) -> bool {
    let Mention { piece: number, from, to } = mention;
    let piece = line.pieces[number];
    if from > 0 && line.words[from].gap == Gap::Joined && from > piece.from {
        return false;
    }
    let before = Piece { to: from, ..piece };
    let said = Kinds::but(&[Kind::Outside, Kind::Legal, Kind::Part, Kind::Other]);
    let follows_role = from > piece.from
        && line.are_in(piece.from, from, before, said)
        && (line.has(before, POSTS) || !is_product && line.has(before, Kinds::of(&[Kind::Adviser])))
        && !line.is_in(from - 1, before, Kinds::of(&[Kind::Modifier, Kind::Of]));
    // "Triebfahrzeugführer DB Cargo AG": no known role, but certainly a company.
    let is_registered = rest.last().is_some_and(|&i| line.is_in(i, piece, Kinds::of(&[Kind::Legal])))
        && (piece.from..from).chain(rest.iter().copied()).all(|i| !line.words[i].small && line.words[i].key != "&");
    if from > piece.from && !follows_role {
        return is_registered && from - piece.from <= 2;
    }
    // "Monteur (Siemens) bij Bakker Techniek"
    let next_piece = line.pieces.get(number + 1).filter(|next| next.gap == Gap::Break && from == piece.from);
    if next_piece.is_some_and(|next| line.starts(next.from, Kind::At).is_some()) {
        return false;
    }
    let is_role = |title: Title| title.names_somebody || title.is_whole && !title.functions.is_empty();
    let beside = if number == 0 { 1 } else { number - 1 };
    let is_beside_role = titles(line, beside).into_iter().any(is_role);
    let has_employer = line.hits.iter().any(|hit| hit.kind == Kind::At);
    if is_product && !follows_role && (!is_beside_role || has_employer) {
        return false;
    }
    let Some(&next) = rest.get(known) else {
        // Nothing or only known words follow; a sign such as "&" would have been one of them.
        return true;
    };
    let tail = rest.get(known..).unwrap_or_default();
    let within = Piece { from: next, to: rest.last().map_or(next, |last| last + 1), ..piece };
    if line.words[next].key == "&" || line.words[to].gap == Gap::Joined && is_product {
        return false;
    }
    let held = Kinds::but(&[Kind::Adviser, Kind::Outside, Kind::Title]);
    let is_post = line.has(within, Kinds::of(&[Kind::Level, Kind::Recruiter]))
        || !is_product && line.has(within, Kinds::of(&[Kind::Person]));
    if is_post && line.are_in(within.from, within.to, within, held) {
        // "Bosch Engineering Manager"
        return !is_product;
    }
    // "Siemens in Erlangen"
    if line.words[next].small {
        return line.words[next].key == "in";
    }
    // "Santander Consumer Bank S.p.A."
    let ending =
        tail.iter().rev().take_while(|&&i| line.is_in(i, piece, Kinds::of(&[Kind::Legal, Kind::Place]))).count();
    let tail = tail.get(..tail.len() - ending).unwrap_or_default();
    let is_title_case = tail.iter().all(|&i| !line.words[i].small);
    let is_group_part = is_title_case && tail.len() <= MOST_AFTER && line.words[to].gap == Gap::Space;
    // "Siemens Healthineers – sales": a name first, and what is done there after a dash.
    let is_first = number == 0 && tail.len() == 1 && line.pieces.get(1).is_some_and(|next| line.has(*next, WORK));
    is_group_part && (follows_role || !is_product && (number > 0 && piece.gap != Gap::Colon || is_first))
}

/// A job: a role or a function.
const WORK: Kinds =
    Kinds::of(&[Kind::Level, Kind::Title, Kind::Person, Kind::Recruiter, Kind::Recruiting, Kind::Function]);

/// The titles somebody has where they are mentioned to work.
pub(super) fn titles_at(line: &Line, mention: Mention) -> Vec<Title> {
    let has_employer =
        |number: usize| line.has(line.pieces[number], Kinds::of(&[Kind::At])) || line.pieces[number].past;
    let speaks = |titles: &[Title]| titles.iter().any(|title| title.names_somebody);
    let mut found = titles(line, mention.piece);
    for number in (0..mention.piece).rev() {
        if speaks(&found) || has_employer(number) {
            break;
        }
        found.extend(titles(line, number));
    }
    for number in mention.piece + 1..line.pieces.len() {
        if speaks(&found) || has_employer(number) {
            break;
        }
        found.extend(titles(line, number));
    }
    found
}

/// The titles of the first piece that names somebody, and of those before it: what somebody is at a company that stands
/// in a field of its own.
pub(super) fn main_titles(line: &Line) -> Vec<Title> {
    let mut found = Vec::new();
    for number in 0..line.pieces.len() {
        found.extend(titles(line, number));
        if found.iter().any(|title: &Title| title.names_somebody) {
            break;
        }
    }
    found
}

/// Where the writer of a note says that they work for one of these.
pub(super) fn employer_of_writer(line: &Line, names: &[String]) -> Option<Mention> {
    mentions(line, names).into_iter().find(|mention| {
        let piece = line.pieces[mention.piece];
        let sentence = super::shared::sentences(line).find(|s| (s.from..s.to).contains(&mention.from));
        let speaks_of_self = sentence.is_some_and(|sentence| {
            line.within(sentence).any(|hit| hit.kind == Kind::Myself && hit.end <= mention.from)
        });
        let ends = |kind: Kind| line.within(piece).find(|hit| hit.kind == kind && hit.end == mention.from);
        let after_at = ends(Kind::At).is_some();
        let unit_of = ends(Kind::Of).is_some_and(|of| is_unit(line, piece, of.at));
        let works = (after_at || unit_of) && works_there(line, *mention, Tail::Anything);
        speaks_of_self && (works || after_at && is_of_their_unit(line, *mention))
    })
}

/// "I'm with Stripe's partnerships team"
fn is_of_their_unit(line: &Line, mention: Mention) -> bool {
    let piece = line.pieces[mention.piece];
    let after = Piece { from: mention.to, to: piece.to.min(mention.to + MOST_OF_UNIT), ..piece };
    line.words[mention.to - 1].possessive
        && line.has(after, Kinds::of(&[Kind::Unit]))
        && !piece.past
        && !is_outside(line, mention.piece, mention.from)
}
