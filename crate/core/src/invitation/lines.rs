//! Which lines of a card are LinkedIn's, and which the inviter wrote.
//!
//! A line of plain text proves nothing: the inviter may have written it, as second line of a headline, as pronouns,
//! as a note before the controls. It counts as LinkedIn's only where it is below the headline **and** something
//! is in it or beside it that an inviter cannot put there: a link to another person, or their picture.

use super::card::{CardAsRead, Piece};
use super::inviter::Inviter;
use super::kinds::{self, Invites};
use super::text::{MAX_LINE, MAX_NOTE, folded, line, undoubled};
use super::{marks, mutual};
use crate::address::{PhotoAddress, is_organisation};
use crate::languages::ALL;

/// A headline's lines together: LinkedIn allows 220 characters.
const MAX_HEADLINE: usize = 220;
/// The longest degree or pronouns that are recognised, in characters.
const MAX_PRONOUNS: usize = 24;
/// The fewest words in a row that, with a sentence's punctuation, are a sentence rather than a headline.
const SENTENCE_WORDS: usize = 6;
/// The longest words after the dots at the end of a note that are LinkedIn's "see more".
const MAX_SEE_MORE: usize = 20;

/// A card's lines, distinguished by place and form.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Index of the block that names the inviter.
    pub name_at: usize,
    /// LinkedIn's words after the name, folded.
    pub sentence: String,
    /// The sentence is in one block with the name, so that nothing in it can be the headline.
    pub is_one_block: bool,
    pub headline: String,
    pub context: Vec<String>,
    pub mutual: Option<u32>,
    /// An employer or school is shared.
    pub shared: bool,
    pub note: String,
}

enum Block<'a> {
    Plain(&'a str),
    Quote(&'a str),
    Time,
}

fn blocks(card: &CardAsRead) -> impl Iterator<Item = (usize, Block<'_>)> {
    card.pieces.iter().enumerate().filter_map(|(at, piece)| {
        let block = match piece {
            Piece::Text { text } => Block::Plain(undoubled(text.trim())),
            Piece::Quote { text } => Block::Quote(undoubled(text.trim())),
            Piece::Time { .. } => Block::Time,
            _ => return None,
        };
        (!matches!(block, Block::Plain("") | Block::Quote(""))).then_some((at, block))
    })
}

impl Lines {
    /// `own` is the inviter's photo.
    pub(super) fn read(card: &CardAsRead, inviter: &Inviter, own: Option<&PhotoAddress>) -> Self {
        let mut lines =
            Self { name_at: inviter.sentence_at(card), sentence: inviter.sentence(card), ..Self::default() };
        // A degree or pronouns after the name are no sentence yet.
        lines.is_one_block = !lines.sentence.is_empty() && !is_degree_or_pronouns(&lines.sentence);
        let mut has_sentence = lines.is_one_block;
        let (mut headline, mut degree_or_pronouns, mut notes) = (Vec::new(), String::new(), Vec::new());
        let mut is_after_context = false;
        let name_at = lines.name_at;
        let mut before = name_at;
        for (at, block) in blocks(card).filter(|(at, _)| *at > name_at && *at < inviter.first_action) {
            match block {
                Block::Quote(text) => notes.push(line(text, MAX_NOTE)),
                Block::Time => is_after_context = true,
                Block::Plain(text) => {
                    let said = folded(text);
                    let beside = card.pieces.get(before + 1..at).unwrap_or_default();
                    if headline.is_empty() && !has_sentence && continues_sentence(&said, inviter) {
                        lines.sentence = said;
                        has_sentence = true;
                    } else if says_time(&said) {
                        is_after_context = true;
                    } else if headline.is_empty() && is_degree_or_pronouns(&said) {
                        degree_or_pronouns = line(text, MAX_LINE);
                    } else if headline.is_empty() {
                        headline.push(text);
                    } else if lines.take_context(beside, inviter, own, text) {
                        is_after_context = true;
                    } else if is_after_context || is_sentence(&said) {
                        notes.push(line(text, MAX_NOTE));
                    } else if !reads_as_mutual(&said, inviter) {
                        headline.push(text);
                    }
                }
            }
            before = at;
        }
        let after =
            blocks(card).filter(|(at, _)| *at > inviter.last_action.max(name_at)).filter_map(
                |(_, block)| match block {
                    Block::Plain(text) | Block::Quote(text) => Some(text),
                    Block::Time => None,
                },
            );
        notes.extend(
            after
                .filter(|text| !kinds::is_reply(&folded(text)) || !says_name(text, inviter))
                .map(|text| line(text, MAX_NOTE)),
        );
        lines.headline = line(&headline.join(" "), if headline.len() > 1 { MAX_HEADLINE } else { MAX_LINE });
        if lines.headline.is_empty() && !is_degree(&folded(&degree_or_pronouns)) {
            lines.headline = degree_or_pronouns;
        }
        lines.note = line(without_more(&notes.join(" ")), MAX_NOTE);
        lines
    }

    /// Takes a line as LinkedIn's, if that is beyond doubt.
    fn take_context(&mut self, beside: &[Piece], inviter: &Inviter, own: Option<&PhotoAddress>, text: &str) -> bool {
        if let Some(people) = marks::others_beside(beside, text, inviter, own) {
            let count = inviter.words.and_then(|words| mutual::count(text, words, people));
            self.mutual = self.mutual.or(count);
        } else if marks::organisation_beside(beside) && kinds::says_shared(&folded(text)) {
            self.shared = true;
        } else {
            return false;
        }
        self.context.push(line(text, MAX_LINE));
        true
    }

    /// The kind of invitation.
    pub(super) fn invites(&self, card: &CardAsRead, inviter: &Inviter) -> Invites {
        if links_organisation(card, inviter) {
            return Invites::Other;
        }
        let phrases = inviter.words.map(|words| words.sentence).unwrap_or_default();
        let is_known_well = inviter.words.is_some_and(|words| !words.is_by_lines);
        match kinds::invites(&self.sentence) {
            Invites::Unclear if phrases.iter().any(|phrase| self.sentence.contains(phrase)) => Invites::Connect,
            // A sentence that is not understood, in a language that is known well, or without a headline: in doubt it
            // is not an invitation to connect. The same holds where no word is known and the sentence names more than
            // the inviter.
            Invites::Unclear if self.is_one_block && (self.headline.is_empty() || is_known_well) => Invites::Other,
            Invites::Unclear if inviter.words.is_none() && inviter.names_more(card) => Invites::Other,
            said => said,
        }
    }
}

/// Whether a company, group or the like is linked before the controls. Links in a note are the inviter's: those in a
/// quotation, and addresses that LinkedIn turned into links.
fn links_organisation(card: &CardAsRead, inviter: &Inviter) -> bool {
    card.pieces.iter().enumerate().take(inviter.first_action).any(|(at, piece)| {
        let is_quoted = || {
            let block = card.pieces.iter().skip(at).find(|next| match next {
                Piece::Text { text } => !text.is_empty(),
                Piece::Quote { .. } | Piece::Control { .. } => true,
                _ => false,
            });
            matches!(block, Some(Piece::Quote { .. }))
        };
        match piece {
            Piece::Link { href, text, .. } => {
                is_organisation(href) && !(text.contains('/') && text.contains('.')) && !is_quoted()
            }
            Piece::Image { link, .. } => is_organisation(link),
            Piece::Control { href, .. } => is_organisation(href),
            _ => false,
        }
    })
}

/// Whether a line continues a sentence whose first block is the name alone. An inviter could write it too, so
/// it never counts for an inviter.
fn continues_sentence(line: &str, inviter: &Inviter) -> bool {
    let phrases = inviter.words.map(|words| words.sentence).unwrap_or_default();
    kinds::continues_other_kind(line)
        || kinds::invites(line) == Invites::Connect
        || phrases.iter().any(|phrase| line.starts_with(phrase))
}

/// "2 days ago" in English, for pages whose reader did not mark times; in other languages the browser recognises them.
fn says_time(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let has_number =
        words.iter().any(|word| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) || *word == "a");
    words.len() <= 4 && (words.last() == Some(&"ago") || words.first() == Some(&"vor")) && has_number
        || ["yesterday", "today", "just now", "gestern", "heute"].contains(&line)
}

/// Degree or pronouns, which may be before the headline.
fn is_degree_or_pronouns(line: &str) -> bool {
    let bare = line.trim_matches(['(', ')', '·', '•', ' ']);
    let words: Vec<&str> = bare.split('/').map(str::trim).collect();
    let is_word = |word: &&str| !word.is_empty() && word.chars().count() <= 10 && word.chars().all(char::is_alphabetic);
    is_degree(line) || bare.chars().count() <= MAX_PRONOUNS && words.len() > 1 && words.iter().all(is_word)
}

fn is_degree(line: &str) -> bool {
    let bare = line.trim_matches(['(', ')', '·', '•', ' ', '+', '.']);
    let has_one_digit = bare.chars().filter(char::is_ascii_digit).count() == 1;
    (bare.is_empty() || has_one_digit && bare.chars().count() <= 16 && bare.split(' ').count() <= 2)
        && (line.starts_with(['·', '•']) || bare.starts_with(|c: char| c.is_ascii_digit()) && bare.chars().count() <= 4)
}

fn is_sentence(line: &str) -> bool {
    let has_bars = line.contains(['|', '•', '·']);
    let is_punctuated =
        [", ", ". ", "! ", "? "].iter().any(|mark| line.contains(mark)) || line.ends_with(['.', '!', '?', '。', '！']);
    !has_bars && is_punctuated && line.split(' ').count() >= SENTENCE_WORDS
}

/// A line that reads like LinkedIn's on mutual connections, but may be the inviter's: it counts as neither.
fn reads_as_mutual(line: &str, inviter: &Inviter) -> bool {
    let ends = |words: &super::vocabulary::Words| {
        words.is_by_lines
            || words.mutual.iter().any(|phrase| line.trim_end_matches('s').ends_with(phrase.trim_end_matches('s')))
    };
    inviter.words.is_some_and(|words| ends(words) && mutual::count(line, words, 0).is_some())
}

fn says_name(text: &str, inviter: &Inviter) -> bool {
    let first = folded(&inviter.name).split(' ').next().unwrap_or_default().to_owned();
    folded(text).contains(&first) || text.split(' ').count() == 1
}

/// A note without LinkedIn's "…see more" or "show less" at its end.
fn without_more(note: &str) -> &str {
    let note = without_less(note);
    let Some((at, dots)) = note.rmatch_indices(['…']).next().or_else(|| note.rmatch_indices("...").next()) else {
        return note;
    };
    let after = note.get(at + dots.len()..).unwrap_or_default().trim();
    let is_more =
        after.chars().count() <= MAX_SEE_MORE && after.split(' ').count() <= 3 && !after.ends_with(['.', '!', '?']);
    if is_more { note.get(..at).unwrap_or_default().trim_end_matches(['.', '…', ' ']) } else { note }
}

/// A note without LinkedIn's "show less" at its end, in whatever language the page is.
fn without_less(note: &str) -> &str {
    let ends = |less: &str| {
        let at = note.len().checked_sub(less.len()).filter(|at| *at > 0)?;
        let (before, end) = note.split_at_checked(at)?;
        (before.ends_with([' ', '…']) && folded(end) == less).then(|| before.trim_end_matches(['…', ' ']))
    };
    ALL.into_iter().flat_map(|language| language.kinds.less).find_map(|less| ends(less)).unwrap_or(note)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_degrees_and_pronouns_from_headlines() {
        for text in ["She/Her", "he / him", "(They/Them)", "Elle/Iel", "· 2nd", "• 3rd+", "2nd", "· 2. Grades"] {
            assert!(is_degree_or_pronouns(&folded(text)), "{text}");
        }
        for text in ["CEO", "Nurse", "Designer at SampleCo", "Sales/Marketing at SampleCo", "12 mutual connections"] {
            assert!(!is_degree_or_pronouns(&folded(text)), "{text}");
        }
    }

    #[test]
    fn what_linkedin_adds_to_a_long_note_is_cut_off() {
        for (note, expected) in [
            ("I wanted to… see more", "I wanted to"),
            ("vielen Dank …mehr", "vielen Dank"),
            ("vielen Dank ... mehr anzeigen", "vielen Dank"),
            ("Well… I liked it a lot, thank you so much", "Well… I liked it a lot, thank you so much"),
            ("Hello. …", "Hello"),
            ("Hello.", "Hello."),
            ("Thank you for your talk. Show less", "Thank you for your talk."),
            ("Danke für den Vortrag. Weniger anzeigen", "Danke für den Vortrag."),
            ("Merci pour votre article. …voir moins", "Merci pour votre article."),
            ("先日はありがとうございました。 折りたたむ", "先日はありがとうございました。"),
            ("show less", "show less"),
        ] {
            assert_eq!(without_more(note), expected, "{note}");
        }
    }
}
