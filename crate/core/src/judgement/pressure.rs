//! Notes that speak of payments, investments or another messenger: a list of phrases a language.

use crate::invitation::text::folded;
use crate::languages::ALL;

/// Phrases, one a line, folded; `#` begins a remark. Every list is tried: notes come in any language.
fn lists() -> impl Iterator<Item = &'static str> {
    ALL.into_iter().map(|language| language.pressing)
}

/// The first listed phrase that stands in the note, as whole words.
pub(super) fn pressing(note: &str) -> Option<&'static str> {
    if note.is_empty() {
        return None;
    }
    let words: Vec<String> = words(&folded(note)).map(str::to_owned).collect();
    let spaced = format!(" {} ", words.join(" "));
    let phrases = lists().flat_map(|list| list.lines()).filter(|line| !line.is_empty() && !line.starts_with('#'));
    // A trailing `*` stands for any ending.
    let stands = |phrase: &&str| match phrase.strip_suffix('*') {
        Some(stem) => spaced.match_indices(stem).any(|(at, _)| spaced[..at].ends_with(' ')),
        None => spaced
            .match_indices(*phrase)
            .any(|(at, found)| spaced[..at].ends_with(' ') && spaced[at + found.len()..].starts_with(' ')),
    };
    phrases.into_iter().find(stands).map(|phrase| phrase.trim_end_matches('*'))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_as_whole_words() {
        for (note, found) in [
            ("Message me on WhatsApp: +44 …", Some("whatsapp")),
            ("A guaranteed return, my friend!", Some("guaranteed return")),
            ("Ich biete Ihnen eine Investitionsmöglichkeit.", Some("investitionsmöglichkeit")),
            ("I work in cryptography and enjoyed your talk.", None),
            ("I lead treasury and payments at a bank.", None),
            ("", None),
        ] {
            assert_eq!(pressing(note), found, "{note}");
        }
    }

    #[test]
    fn lists_are_folded_and_sorted_phrases() {
        for list in lists().filter(|list| !list.is_empty()) {
            let phrases: Vec<&str> = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
            assert!(!phrases.is_empty());
            assert!(phrases.is_sorted(), "{phrases:?}");
            for phrase in phrases {
                let bare = phrase.trim_end_matches('*');
                assert_eq!(words(&folded(bare)).collect::<Vec<_>>().join(" "), bare);
            }
        }
    }
}
