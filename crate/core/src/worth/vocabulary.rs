//! The vocabulary of headlines, read once from text files compiled in, one per language and one for companies; and the
//! search for its phrases in a line.
//!
//! A line is a label for the kind, a colon, and phrases with commas between; "recruteu[r|se]" is two phrases. Lines with one
//! label add up. Phrases are compared as one word ([`letters`]), so that spaces and hyphens in them do not matter.

use std::sync::OnceLock;

use super::kinds::{Kind, Kinds, Sense, sense_of};
use super::words::{Gap, Word, letters};
use crate::languages::{ALL, Endings, each_form};
use crate::sorted::sorted;
use crate::texts;

/// The most words of a phrase.
const MAX_WORDS: usize = 6;
/// The fewest letters of a part of a compound.
const SHORTEST_PART: usize = 2;
/// The fewest letters of a compound that is taken apart.
const SHORTEST_COMPOUND: usize = 7;

/// Some words of a line that a phrase was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Index of the first word.
    pub(super) at: usize,
    /// Index after the last word.
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) sense: Sense,
}

impl Hit {
    fn new(at: usize, end: usize, sense: Sense) -> Self {
        Self { at, end, kind: sense.kind, sense }
    }
}

/// The tables of phrases.
pub(super) struct Vocabulary {
    /// Sorted by letters.
    phrases: Vec<(String, Sense)>,
    /// Groups of names of one company, as letters.
    aliases: Vec<Vec<String>>,
    /// Phrases for topics as they are written and as letters, each with its topic's name.
    topics: Vec<(&'static str, String, &'static str)>,
    /// Phrases that say that a topic's name means another thing, each with the topic's name.
    unlike: Vec<(&'static str, &'static str)>,
}

/// The vocabulary of every language, and that of companies.
fn files() -> impl Iterator<Item = &'static str> {
    ALL.into_iter().map(|language| language.worth.read()).chain([texts::WORTH_COMPANIES.read()])
}

/// The vocabulary.
pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let mut read = Vocabulary { phrases: Vec::new(), aliases: Vec::new(), topics: Vec::new(), unlike: Vec::new() };
        for line in files().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#')) {
            let Some((kind, phrases)) = line.split_once(':') else { continue };
            let phrases = phrases.split(',').map(str::trim);
            if let Some(topic) = kind.strip_prefix("topic ") {
                read.topics.extend(phrases.map(|phrase| (phrase, letters(phrase), topic)));
                continue;
            }
            if let Some(topic) = kind.strip_prefix("unlike ") {
                read.unlike.extend(phrases.map(|phrase| (phrase, topic)));
                continue;
            }
            if kind == "alias" {
                read.aliases.push(phrases.map(letters).collect());
            } else if let Some(sense) = sense_of(kind) {
                let mut add = |phrase: &str| read.phrases.push((letters(phrase), sense));
                phrases.for_each(|phrase| each_form(phrase, &mut add));
            }
        }
        read.phrases = sorted(read.phrases, |a, b| a.0.cmp(&b.0));
        read
    })
}

/// Kinds of the second part of a compound.
const HEADS: Kinds = Kinds::of(&[
    Kind::Level,
    Kind::Person,
    Kind::Adviser,
    Kind::Recruiter,
    Kind::Recruiting,
    Kind::Function,
    Kind::Unit,
]);
/// Kinds of the first part of a compound.
const MODIFIERS: Kinds = Kinds::of(&[Kind::Function, Kind::People, Kind::Recruiting, Kind::Modifier]);
/// Kinds of which the longest phrase counts alone.
const ROLES: Kinds = Kinds::of(&[
    Kind::Level,
    Kind::Title,
    Kind::Function,
    Kind::Person,
    Kind::Adviser,
    Kind::Recruiter,
    Kind::Recruiting,
    Kind::People,
]);
/// Kinds of longer phrases that replace them.
const OVERRIDING_ROLES: Kinds = ROLES.with(&[Kind::RecruiterTool, Kind::Aide, Kind::Outside]);
/// Longer phrases in which "not" denies nothing: "not only", "no-nonsense", "Pas-de-Calais".
const DENYING_NOTHING: Kinds = Kinds::of(&[Kind::Modifier, Kind::Place]);

impl Vocabulary {
    /// The meanings of a phrase, given as letters.
    fn of(&self, phrase: &str) -> &[(String, Sense)] {
        let start = self.phrases.partition_point(|(known, _)| known.as_str() < phrase);
        let rest = self.phrases.get(start..).unwrap_or_default();
        rest.get(..rest.iter().take_while(|(known, _)| known == phrase).count()).unwrap_or_default()
    }

    /// Whether a word, given as letters, names a role.
    pub(super) fn is_role(&self, word: &str) -> bool {
        self.of(word).iter().any(|(_, sense)| ROLES.has(sense.kind))
    }

    /// All phrases in a line, in the order of where they begin, longer ones first.
    pub(super) fn hits(&self, words: &[Word]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for at in 0..words.len() {
            let first = hits.len();
            let mut phrase = String::new();
            for (end, word) in words.iter().enumerate().skip(at).take(MAX_WORDS) {
                if end > at && word.gap > Gap::Space {
                    break;
                }
                phrase.push_str(&word.key);
                let found = std::iter::once(phrase.as_str())
                    .chain(bases(&phrase, word.key.len()))
                    .map(|form| self.of(form))
                    .find(|senses| !senses.is_empty());
                match found {
                    Some(senses) => hits.extend(senses.iter().map(|(_, sense)| Hit::new(at, end + 1, *sense))),
                    None if end == at => {
                        hits.extend(
                            self.split_compound(&word.key).into_iter().map(|sense| Hit::new(at, end + 1, sense)),
                        );
                    }
                    None => {}
                }
            }
            hits[first..].reverse();
        }
        // "vice president" is no "president", "not only" denies nothing.
        let whole = hits.clone();
        hits.retain(|hit| {
            let overriding = match hit.kind {
                Kind::Never => DENYING_NOTHING,
                Kind::Outside => OVERRIDING_ROLES,
                kind if ROLES.has(kind) => OVERRIDING_ROLES,
                _ => return true,
            };
            !whole.iter().any(|other| {
                (other.at <= hit.at && hit.end <= other.end && (other.end - other.at > hit.end - hit.at))
                    && overriding.has(other.kind)
            })
        });
        hits
    }

    /// The parts of a German compound that make a role: "Vertriebsleiterin".
    fn split_compound(&self, word: &str) -> Vec<Sense> {
        if word.len() < SHORTEST_COMPOUND {
            return Vec::new();
        }
        let of_kinds = |part: &str, kinds: Kinds| -> Vec<Sense> {
            self.of(part).iter().map(|(_, sense)| *sense).filter(|sense| kinds.has(sense.kind)).collect()
        };
        for word in bases(word, word.len()).into_iter().rev().chain([word]) {
            for split in SHORTEST_PART..word.len().saturating_sub(2) {
                let (Some(before), Some(head)) = (word.get(..split), word.get(split..)) else { continue };
                let mut found = of_kinds(head, HEADS);
                if found.is_empty() {
                    continue;
                }
                for joint in endings(|endings| endings.joints) {
                    let first = before.strip_suffix(joint).map(|part| of_kinds(part, MODIFIERS)).unwrap_or_default();
                    if first.is_empty() {
                        continue;
                    }
                    // "Produktmarketing" is marketing, "Vertriebsteam" a team; what it is of does not count.
                    if found.iter().any(|sense| !matches!(sense.kind, Kind::Function | Kind::Unit)) {
                        found.extend(first);
                    }
                    return found;
                }
            }
        }
        Vec::new()
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

    /// All the phrases for the topics that a phrase, given as letters, stands for.
    pub(super) fn same_topic(&self, phrase: &str) -> Vec<&'static str> {
        let of = |(_, known, topic): &(_, String, &'static str)| (known == phrase).then_some(*topic);
        let topics: Vec<&str> = self.topics.iter().filter_map(of).collect();
        self.topics.iter().filter(|(.., topic)| topics.contains(topic)).map(|(phrase, ..)| *phrase).collect()
    }

    /// Phrases that show that a phrase for a topic, given as letters, means another thing.
    pub(super) fn unlike(&self, phrase: &str) -> impl Iterator<Item = &'static str> + use<'_> {
        let of = |(_, known, topic): &(_, String, &'static str)| (known == phrase).then_some(*topic);
        let topics: Vec<&str> = self.topics.iter().filter_map(of).collect();
        self.unlike.iter().filter(move |(_, topic)| topics.contains(topic)).map(|(phrase, _)| *phrase)
    }
}

/// Endings of all languages: headlines mix them.
pub(super) fn endings(of: impl Fn(&'static Endings) -> &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    ALL.into_iter().flat_map(move |language| of(&language.endings)).copied()
}

/// The word without a feminine ending, or with the plain form of its last word: "beraterin" → "berater".
fn bases(phrase: &str, last: usize) -> Vec<&str> {
    let stays = phrase.len().saturating_sub(last) + 3;
    endings(|endings| endings.feminine)
        .filter_map(|ending| phrase.strip_suffix(ending))
        .filter(|base| base.len() > stays)
        .collect()
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
        for file in files().filter(|file| !file.is_empty()) {
            let first = file.lines().next().unwrap_or_default();
            assert!(first.starts_with("# ") && file.contains("# Source: "), "no line \"# Source: …\": {first}");
            for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
                let (kind, phrases) = line.split_once(": ").expect(line);
                assert!(
                    kind == "alias"
                        || kind.starts_with("topic ")
                        || kind.starts_with("unlike ")
                        || sense_of(kind).is_some(),
                    "{line}"
                );
                for phrase in phrases.split(", ") {
                    each_form(phrase, &mut |form| {
                        assert!(!letters(form).is_empty() && !form.contains(['[', ']', '|']), "{line}");
                    });
                }
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
            assert!(found.contains(&Kind::Level) && found.contains(&Kind::Function), "{line}");
        }
    }

    #[test]
    fn companies_have_names_without_their_legal_forms() {
        assert!(vocabulary().names_of("Robert Bosch GmbH").contains(&"bosch".to_owned()));
        assert_eq!(vocabulary().names_of("Nordwind Energie AG & Co. KG"), ["nordwindenergie"]);
        assert_eq!(vocabulary().names_of("GmbH"), ["gmbh"]);
    }
}
