//! Industries and topics: the user's words, their other names, their forms, and compounds with them.

use super::kinds::Kind;
use super::line::{Line, Piece};
use super::vocabulary::{endings, vocabulary};
use super::words::{Gap, letters, words};

/// The fewest letters of a topic that is searched for in compounds: "Logistik" in "Intralogistik".
const SHORTEST_IN_COMPOUND: usize = 7;
/// The fewest letters that stay of a word whose ending is taken off.
const SHORTEST_STEM: usize = 4;
/// The most words of a topic.
const MAX_WORDS: usize = 5;

/// A topic to look for.
#[derive(Debug, Clone)]
pub(super) struct Topic {
    /// As the user wrote it.
    pub(super) goal: String,
    /// Its stems, and those of its other names; of one word or several.
    stems: Vec<String>,
    /// The names that are also searched for in compounds, as letters.
    parts: Vec<String>,
    /// Phrases that show that a line means another thing of that name, as letters: "insemination".
    unlike: Vec<String>,
}

impl Topic {
    pub(super) fn new(goal: &str) -> Self {
        let mut names = vocabulary().same_topic(&letters(goal));
        let mut names: Vec<&str> = names.drain(..).chain([goal]).collect();
        names.dedup();
        let unlike = vocabulary().unlike(&letters(goal)).map(letters).collect();
        Self {
            unlike,
            goal: goal.to_owned(),
            stems: names.iter().map(|name| words(name).iter().map(|word| stem(&word.key)).collect()).collect(),
            parts: names.iter().map(|name| letters(name)).filter(|name| name.len() >= SHORTEST_IN_COMPOUND).collect(),
        }
    }

    /// Where a line mentions it; pieces about the past do not count.
    pub(super) fn find(&self, line: &Line) -> Option<(usize, usize)> {
        if self.is_unlike(line) {
            return None;
        }
        line.pieces.iter().filter(|piece| !piece.past).find_map(|piece| self.find_in(line, *piece))
    }

    fn is_unlike(&self, line: &Line) -> bool {
        (0..line.words.len()).any(|from| {
            let mut joined = String::new();
            line.words.iter().skip(from).take(MAX_WORDS).any(|word| {
                joined.push_str(&word.key);
                self.unlike.contains(&joined)
            })
        })
    }

    fn find_in(&self, line: &Line, piece: Piece) -> Option<(usize, usize)> {
        for from in piece.from..piece.to {
            let mut stems = String::new();
            let mut joined = String::new();
            let mut is_joined = true;
            let mut longest = None;
            for to in from..piece.to.min(from + MAX_WORDS) {
                let word = &line.words[to];
                if to > from && word.gap > Gap::Space {
                    break;
                }
                stems.push_str(&stem(&word.key));
                joined.push_str(&word.key);
                is_joined &= to == from || word.gap == Gap::Joined;
                let is_whole = self.stems.contains(&stems);
                if (is_whole || is_joined && self.is_in_compound(&joined)) && !is_barred(line, from, to + 1) {
                    longest = Some((from, to + 1));
                }
            }
            if longest.is_some() {
                return longest;
            }
        }
        None
    }

    fn is_in_compound(&self, word: &str) -> bool {
        self.parts.iter().any(|part| word.starts_with(part.as_str()) || word.ends_with(part.as_str()))
    }
}

/// Whether the words are part of another thing's name, or denied: "Roche Bobois", "not AI".
fn is_barred(line: &Line, from: usize, to: usize) -> bool {
    if to == from + 1 && is_particle(line, from) {
        return true;
    }
    line.hits.iter().any(|hit| match hit.kind {
        Kind::Other => hit.at <= from && to <= hit.end,
        Kind::Never => hit.end == from && line.words[from].gap <= Gap::Space,
        _ => false,
    })
}

/// Whether "ai", "ia" or "ki" is a word and no abbreviation: "j'ai", "vicino ai clienti", "Ia Kipiani". It is not in
/// capitals, or the whole line is, and the word after it is no known phrase.
fn is_particle(line: &Line, at: usize) -> bool {
    let is_upper = |i: usize| !line.shown(i, i + 1).chars().any(char::is_lowercase);
    let is_written_out = !is_upper(at) || line.words.len() > 2 && (0..line.words.len()).all(is_upper);
    let next = line.words.get(at + 1).filter(|next| next.gap <= Gap::Space);
    matches!(line.words[at].key.as_str(), "ai" | "ia" | "ki")
        && is_written_out
        && next.is_some()
        && !line.hits.iter().any(|hit| hit.at == at + 1)
}

/// A word without the endings that number, case and gender give it.
fn stem(key: &str) -> String {
    // No plural: "logistics" is no "logistic" regression.
    if key.ends_with("ics") {
        return key.to_owned();
    }
    if let Some(stem) = key.strip_suffix("ies").filter(|stem| stem.len() >= SHORTEST_STEM - 1) {
        return format!("{stem}y");
    }
    endings(|endings| endings.inflected)
        .filter_map(|ending| key.strip_suffix(ending))
        .find(|stem| stem.len() >= SHORTEST_STEM)
        .unwrap_or(key)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(topic: &str, text: &'a str) -> Option<&'a str> {
        let line = Line::read(text);
        Topic::new(topic).find(&line).map(|(from, to)| line.shown(from, to))
    }

    #[test]
    fn word_forms_and_compounds_are_the_same_topic() {
        assert_eq!(found("renewable energy", "Projects in RENEWABLE ENERGIES"), Some("RENEWABLE ENERGIES"));
        assert_eq!(found("erneuerbare Energie", "für erneuerbarer Energien"), Some("erneuerbarer Energien"));
        assert_eq!(found("Logistik", "Leiter Intralogistik"), Some("Intralogistik"));
        assert_eq!(found("Maschinenbau", "Maschinenbauingenieurin"), Some("Maschinenbauingenieurin"));
        assert_eq!(found("fin-tech", "FinTech founder"), Some("FinTech"));
        assert_eq!(found("beekeeping", "All about beekeeping"), Some("beekeeping"));
    }

    #[test]
    fn other_names_and_languages_are_the_same_topic() {
        assert_eq!(found("artificial intelligence", "KI-Entwickler"), Some("KI"));
        assert_eq!(found("Medizintechnik", "Founder, MedTech"), Some("MedTech"));
    }

    #[test]
    fn what_is_denied_or_only_alike_is_not() {
        assert_eq!(found("artificial intelligence", "Not AI, a human nurse"), None);
        assert_eq!(found("artificial intelligence", "No-code AI builder"), Some("AI"));
        assert_eq!(found("logistics", "Statistician, logistic regression"), None);
        assert_eq!(found("logistics", "Head of LOGISTICS"), Some("LOGISTICS"));
    }

    #[test]
    fn parts_of_words_and_the_past_are_not() {
        for text in ["Aikido instructor", "Reiki-Lehrerin", "Air traffic", "ex-AI founder"] {
            assert_eq!(found("artificial intelligence", text), None, "{text}");
        }
        for text in ["J'ai adoré votre conférence", "Consulente vicino ai giovani", "Eu ia sempre a Lisboa"] {
            assert_eq!(found("artificial intelligence", text), None, "{text}");
        }
        assert_eq!(found("artificial intelligence", "Consultora de IA"), Some("IA"));
        assert_eq!(found("Maschinenbau", "Sammler alter Schreibmaschinen"), None);
        assert_eq!(found("medical devices", "Device-free parenting"), None);
    }
}
