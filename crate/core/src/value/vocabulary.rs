//! The words headlines are made of, read once from text files compiled in: one a language, one for companies.
//!
//! A line is a kind, a colon, and phrases with commas between. Lines of one kind add up. Phrases are compared as one
//! word ([`letters`]), so that spaces and hyphens in them do not matter.

use std::sync::OnceLock;

use super::words::{Gap, Word, letters};

/// The most words of a phrase.
const LONGEST: usize = 6;
/// The fewest letters of a part of a compound.
const SHORTEST_PART: usize = 2;
/// The fewest letters of a compound that is taken apart.
const SHORTEST_COMPOUND: usize = 7;

/// How high a title is, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Junior,
    Own,
    Senior,
    Manager,
    Head,
    Vice,
    Chief,
}

/// What a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Somebody who looks for people to employ: "recruiter".
    Recruiter,
    /// Looking for people to employ, as a function or a business: "talent acquisition".
    Recruiting,
    /// Human resources.
    People,
    /// "ex", "former": what follows is past.
    Former,
    /// "until": what follows is past where it is a year.
    Until,
    /// "alumni": what stands before is past.
    Alumni,
    /// "now": what follows is present.
    Now,
    /// "at": an employer follows.
    At,
    /// "of", "der": an employer may follow a title.
    Of,
    /// A word that makes a role: "engineer".
    Person,
    /// A word that makes a role whose work is advising: "consultant".
    Adviser,
    /// A word for who works for the holder of a title: "assistant to".
    Aide,
    /// A word that may stand around a role: "global".
    Modifier,
    /// A country or region.
    Place,
    /// A legal form.
    Legal,
    /// A part of a company: "Research".
    Part,
    /// "aspiring", "fan of": what follows in the same piece is neither role nor employer.
    Outside,
    /// "gesucht": the role in its piece is offered, not held.
    Wanted,
    /// What is for recruiters, and none: "software".
    Thing,
    /// A function, by its name.
    Function(&'static str),
    /// How high a title is.
    Level(Level),
    /// A title that says both: "CFO".
    Title(Level, &'static str),
    /// A search firm.
    Firm,
    /// A company whose name is also a product's: "SAP".
    Product,
    /// What is called like a company and is another thing: "Allianz Arena".
    Other,
    /// A word for somebody who works there: "Googler"; the company's letters.
    Member(&'static str),
    /// "both", "together".
    Together,
    /// What two people share: "worked", "university".
    Bond,
    /// What makes no bond of it: "follow", "group".
    Common,
    /// "works at your company": enough in LinkedIn's own line.
    Shared,
    /// "were colleagues": enough in a note as well.
    Bound,
    /// "also", "with you": in LinkedIn's own line like "both".
    Also,
    /// "works at": in LinkedIn's own line like "worked".
    Works,
    /// "client": for whom a search firm looks.
    Client,
    /// "is looking for"
    Search,
    /// "I recruit": a note's writer looks for people to employ.
    Recruits,
    /// "I'm a", "ich bin": the note's writer speaks of themselves.
    Myself,
}

/// Some words of a line that a phrase was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Index of the first word.
    pub(super) at: usize,
    /// Index after the last word.
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// The tables.
pub(super) struct Vocabulary {
    /// Sorted by letters.
    phrases: Vec<(String, Kind)>,
    /// Groups of names of one company, as letters.
    aliases: Vec<Vec<String>>,
    /// Phrases for topics as they are written and as letters, each with its topic's name.
    topics: Vec<(&'static str, String, &'static str)>,
}

const FILES: [&str; 3] = [include_str!("data/en.txt"), include_str!("data/de.txt"), include_str!("data/companies.txt")];

/// The vocabulary.
pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let mut read = Vocabulary { phrases: Vec::new(), aliases: Vec::new(), topics: Vec::new() };
        for line in FILES.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#')) {
            let Some((kind, phrases)) = line.split_once(':') else { continue };
            let phrases = phrases.split(',').map(str::trim);
            if let Some(topic) = kind.strip_prefix("topic ") {
                read.topics.extend(phrases.map(|phrase| (phrase, letters(phrase), topic)));
                continue;
            }
            let phrases = phrases.map(letters);
            if kind == "alias" {
                read.aliases.push(phrases.collect());
            } else if let Some(kind) = kind_of(kind) {
                read.phrases.extend(phrases.map(|phrase| (phrase, kind)));
            }
        }
        read.phrases.sort_by(|a, b| a.0.cmp(&b.0));
        read
    })
}

fn kind_of(line: &'static str) -> Option<Kind> {
    const PLAIN: [(&str, Kind); 33] = [
        ("recruiter", Kind::Recruiter),
        ("recruiting", Kind::Recruiting),
        ("people", Kind::People),
        ("former", Kind::Former),
        ("until", Kind::Until),
        ("alumni", Kind::Alumni),
        ("now", Kind::Now),
        ("at", Kind::At),
        ("of", Kind::Of),
        ("person", Kind::Person),
        ("adviser", Kind::Adviser),
        ("aide", Kind::Aide),
        ("modifier", Kind::Modifier),
        ("place", Kind::Place),
        ("legal", Kind::Legal),
        ("part", Kind::Part),
        ("outside", Kind::Outside),
        ("wanted", Kind::Wanted),
        ("thing", Kind::Thing),
        ("firm", Kind::Firm),
        ("product", Kind::Product),
        ("other", Kind::Other),
        ("together", Kind::Together),
        ("bond", Kind::Bond),
        ("common", Kind::Common),
        ("shared", Kind::Shared),
        ("bound", Kind::Bound),
        ("also", Kind::Also),
        ("works", Kind::Works),
        ("client", Kind::Client),
        ("search", Kind::Search),
        ("recruits", Kind::Recruits),
        ("myself", Kind::Myself),
    ];
    let mut words = line.split(' ');
    Some(match (words.next()?, words.next(), words.next()) {
        (kind, None, _) => PLAIN.iter().find(|(name, _)| *name == kind)?.1,
        ("member", Some(company), None) => Kind::Member(company),
        ("function", Some(function), None) => Kind::Function(function),
        ("level", Some(name), None) => Kind::Level(level(name)?),
        ("title", Some(name), Some(function)) => Kind::Title(level(name)?, function),
        _ => return None,
    })
}

fn level(name: &str) -> Option<Level> {
    Some(match name {
        "junior" => Level::Junior,
        "own" => Level::Own,
        "senior" => Level::Senior,
        "manager" => Level::Manager,
        "head" => Level::Head,
        "vice" => Level::Vice,
        "chief" => Level::Chief,
        _ => return None,
    })
}

/// What the second part of a compound may be.
fn is_head(kind: &Kind) -> bool {
    matches!(kind, Kind::Level(_) | Kind::Person | Kind::Adviser | Kind::Recruiter | Kind::Function(_))
}

/// Kinds of which the longest phrase counts alone.
fn is_role(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Level(_)
            | Kind::Title(..)
            | Kind::Function(_)
            | Kind::Person
            | Kind::Adviser
            | Kind::Recruiter
            | Kind::Recruiting
            | Kind::People
    )
}

impl Vocabulary {
    /// What a phrase, given as letters, may be.
    fn of<'a>(&'a self, phrase: &'a str) -> impl Iterator<Item = Kind> + 'a {
        let start = self.phrases.partition_point(|(known, _)| known.as_str() < phrase);
        self.phrases.get(start..).unwrap_or_default().iter().take_while(move |(known, _)| known == phrase).map(|p| p.1)
    }

    /// All phrases in a line, in the order of where they begin, longer ones first.
    pub(super) fn hits(&self, words: &[Word]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for at in 0..words.len() {
            let first = hits.len();
            let mut phrase = String::new();
            for (end, word) in words.iter().enumerate().skip(at).take(LONGEST) {
                if end > at && word.gap > Gap::Space {
                    break;
                }
                phrase.push_str(&word.key);
                let known = hits.len();
                hits.extend(self.of(&phrase).map(|kind| Hit { at, end: end + 1, kind }));
                if hits.len() == known {
                    for base in bases(&phrase, word.key.len()) {
                        hits.extend(self.of(base).map(|kind| Hit { at, end: end + 1, kind }));
                        if hits.len() > known {
                            break;
                        }
                    }
                }
                if end == at && hits.len() == known {
                    self.take_apart(&word.key, |kind| hits.push(Hit { at, end: end + 1, kind }));
                }
            }
            hits[first..].reverse();
        }
        // "vice president" is no "president".
        let whole = hits.clone();
        hits.retain(|hit| {
            !is_role(hit.kind)
                || !whole.iter().any(|other| {
                    (other.at <= hit.at && hit.end <= other.end && (other.end - other.at > hit.end - hit.at))
                        && (is_role(other.kind) || matches!(other.kind, Kind::Thing | Kind::Aide | Kind::Outside))
                })
        });
        hits
    }

    /// The parts of a German compound that make a role: "Vertriebsleiterin".
    fn take_apart(&self, word: &str, mut found: impl FnMut(Kind)) {
        if word.len() < SHORTEST_COMPOUND {
            return;
        }
        let whole = bases(word, word.len()).into_iter().rev().chain([word]);
        for word in whole {
            for split in SHORTEST_PART..word.len().saturating_sub(2) {
                let (Some(before), Some(head)) = (word.get(..split), word.get(split..)) else { continue };
                let heads: Vec<Kind> = self.of(head).filter(is_head).collect();
                if heads.is_empty() {
                    continue;
                }
                // "Produktmarketing" is marketing; what it is of does not count.
                let is_function = heads.iter().all(|kind| matches!(kind, Kind::Function(_)));
                let joined = ["", "s", "en", "n", "er", "e"].iter().filter_map(|joint| before.strip_suffix(joint));
                let modifies =
                    |kind: &Kind| matches!(kind, Kind::Function(_) | Kind::People | Kind::Recruiting | Kind::Modifier);
                let Some(befores) = joined
                    .map(|before| self.of(before).filter(modifies).collect::<Vec<_>>())
                    .find(|kinds| !kinds.is_empty())
                else {
                    continue;
                };
                heads.into_iter().for_each(&mut found);
                befores.into_iter().filter(|_| !is_function).for_each(&mut found);
                return;
            }
        }
    }

    /// All the ways to write a company's name, as letters: without its legal form, and its other names.
    pub(super) fn names_of(&self, company: &str) -> Vec<String> {
        let words = super::words::words(company);
        let hits = self.hits(&words);
        let is_legal = |i: usize| hits.iter().any(|hit| hit.kind == Kind::Legal && (hit.at..hit.end).contains(&i));
        let kept = (0..words.len()).rev().find(|&i| i == 0 || !is_legal(i)).map_or(0, |last| last + 1);
        let name: String = words.iter().take(kept).map(|word| word.key.as_str()).collect();
        let mut names = self.aliases.iter().find(|group| group.contains(&name)).cloned().unwrap_or_default();
        if !names.contains(&name) {
            names.push(name);
        }
        names
    }

    /// The companies that have words for who works there, as letters.
    pub(super) fn members(&self) -> impl Iterator<Item = &'static str> {
        self.phrases.iter().filter_map(|(_, kind)| match kind {
            Kind::Member(company) => Some(*company),
            _ => None,
        })
    }

    /// All the phrases for the topics that a phrase, given as letters, stands for.
    pub(super) fn same_topic(&self, phrase: &str) -> Vec<&'static str> {
        let of = |(_, known, topic): &(_, String, &'static str)| (known == phrase).then_some(*topic);
        let topics: Vec<&str> = self.topics.iter().filter_map(of).collect();
        self.topics.iter().filter(|(.., topic)| topics.contains(topic)).map(|(phrase, ..)| *phrase).collect()
    }
}

/// The word without a feminine ending, or with the plain form of its last word: "beraterin" → "berater".
fn bases(phrase: &str, last: usize) -> Vec<&str> {
    let endings = ["in", "erin", "frau", "r"];
    let stays = phrase.len().saturating_sub(last) + 3;
    endings.iter().filter_map(|ending| phrase.strip_suffix(ending)).filter(|base| base.len() > stays).collect()
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    fn kinds(line: &str) -> Vec<Kind> {
        vocabulary().hits(&words(line)).into_iter().map(|hit| hit.kind).collect()
    }

    #[test]
    fn every_line_of_every_table_is_read() {
        for file in FILES {
            assert!(file.starts_with("# ") && file.contains("# Source: "));
            for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
                let (kind, phrases) = line.split_once(": ").expect(line);
                assert!(kind == "alias" || kind.starts_with("topic ") || kind_of(kind).is_some(), "{line}");
                assert!(phrases.split(", ").all(|phrase| !letters(phrase).is_empty()), "{line}");
            }
        }
    }

    #[test]
    fn phrases_are_found_however_they_are_joined() {
        for line in ["Talent Acquisition", "talent-acquisition", "TalentAcquisition", "TALENT ACQUISITION"] {
            assert!(kinds(line).contains(&Kind::Recruiting), "{line}");
        }
        assert!(!kinds("Talent | Acquisition").contains(&Kind::Recruiting));
    }

    #[test]
    fn feminine_forms_and_compounds_are_understood() {
        for line in ["Personalberaterin", "Personalberater*in", "PERSONALBERATER"] {
            assert!(kinds(line).contains(&Kind::Recruiter), "{line}");
        }
        for line in ["Vertriebsleiterin", "Vertriebsleiter", "Vertriebsleiter/-in"] {
            let found = kinds(line);
            assert!(found.contains(&Kind::Level(Level::Head)) && found.contains(&Kind::Function("sales")), "{line}");
        }
    }

    #[test]
    fn companies_have_names_without_their_legal_forms() {
        assert!(vocabulary().names_of("Robert Bosch GmbH").contains(&"bosch".to_owned()));
        assert_eq!(vocabulary().names_of("Nordwind Energie AG & Co. KG"), ["nordwindenergie"]);
        assert_eq!(vocabulary().names_of("GmbH"), ["gmbh"]);
    }
}
