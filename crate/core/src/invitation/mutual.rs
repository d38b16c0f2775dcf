//! How many mutual connections a line on a card speaks of.

use super::mutual_lines;
use super::text::folded;
use super::vocabulary::Words;

/// More than this is not believed: LinkedIn allows 30,000 connections.
const MAX_CONNECTIONS: u32 = 30_000;

/// Reads "12 mutual connections", "Sam Mutual and 12 other mutual connections", "Drew Stone is a mutual
/// connection", and the like in the page's language; `linked` is how many people are linked in the line. `None` if the
/// line is not about mutual connections or cannot be read: unknown, never zero.
#[must_use]
pub fn count(line: &str, words: &Words, linked: usize) -> Option<u32> {
    let line = folded(line);
    let linked = u32::try_from(linked).ok().filter(|linked| *linked > 0);
    // Other digits are read where the language has them.
    if !words.is_by_lines && line.chars().any(|c| c.is_numeric() && !c.is_ascii_digit()) {
        return None;
    }
    let by_form = mutual_lines::count(&line, words, linked);
    if words.is_by_lines || by_form.is_some() {
        let (count, named) = by_form?;
        let is_linked = named == 0 || linked.is_none_or(|linked| linked == named);
        return (is_linked && (1..=MAX_CONNECTIONS).contains(&count)).then_some(count);
    }
    let phrases = words.mutual.iter().filter_map(|phrase| Some((line.find(phrase)?, phrase.len())));
    let phrase = phrases.min_by_key(|(at, _)| *at);
    let at = phrase.map(|(at, _)| at);
    let before = match at {
        Some(at) => &line[..at],
        // The oldest cards leave the phrase out: "Lee Other and 4 others".
        None if words.bare_others.is_some_and(|others| line.ends_with(others)) => line.as_str(),
        None => return None,
    };
    // The inviter goes on after the phrase: "in #ai, 3 books".
    let is_end = |after: &str| !after.trim_start_matches(char::is_alphabetic).contains(char::is_alphanumeric);
    if phrase.is_some_and(|(at, length)| !is_end(&line[at + length..])) {
        return None;
    }
    let has_others = words.others.iter().any(|other| before.split(' ').any(|word| word.starts_with(other)));
    let found = match last_number(before) {
        Some((at, end, n)) if has_others && at > 0 && is_clear(&before[end..]) => {
            let named = names(&before[..at], words.and);
            n.checked_add(linked.is_none_or(|linked| linked == named).then_some(named)?)?
        }
        Some((0, end, n)) if at.is_some() && before[end..].trim().is_empty() => n,
        Some(_) => return None,
        None if at.is_none() => return None,
        // "Drew Stone is a mutual connection", "Drew Stone and Lee Other are mutual connections".
        None => match (before.split_whitespace().next_back(), linked) {
            // "Kim, Lee, and Sam are": how many a list names is not clear.
            (Some(word), None) if ARE.contains(&word) && before.contains(", ") => return None,
            (Some(word), _) if ARE.contains(&word) => {
                let named = 1 + u32::try_from(before.matches(&format!(" {} ", words.and)).count()).ok()?;
                linked.is_none_or(|linked| linked == named).then_some(named)?
            }
            (_, Some(linked)) if !has_others => linked,
            _ => return None,
        },
    };
    (1..=MAX_CONNECTIONS).contains(&found).then_some(found)
}

/// Verbs and articles between names and the phrase: "Drew Stone is a mutual connection".
const ARE: [&str; 6] = ["is", "a", "are", "ist", "ein", "sind"];

/// Whether the text between a number and the phrase does not change the number: "500+", "1.5K" do. Before "is a" the number is
/// part of a name.
fn is_clear(between: &str) -> bool {
    let is_name = || between.split_whitespace().any(|word| ARE.contains(&word));
    between.is_empty() || between.starts_with(' ') && !between.chars().any(|c| c.is_numeric() || c == '+') && !is_name()
}

/// The last whole number, with thousands separators of any kind, and where it begins and ends.
fn last_number(text: &str) -> Option<(usize, usize, u32)> {
    let mut found = None;
    let mut rest = 0;
    while let Some(start) = text[rest..].find(|c: char| c.is_ascii_digit()).map(|i| rest + i) {
        let is_separator = |c: char| matches!(c, '.' | ',' | '\'' | '\u{a0}' | '\u{202f}' | ' ');
        let mut digits = String::new();
        let mut end = start;
        for (i, c) in text[start..].char_indices() {
            let follows = text[start + i + c.len_utf8()..].bytes().take(3).filter(u8::is_ascii_digit).count() == 3;
            if c.is_ascii_digit() {
                digits.push(c);
            } else if !(is_separator(c) && follows) {
                break;
            }
            end = start + i + c.len_utf8();
        }
        found = digits.parse().ok().map(|n| (start, end, n));
        rest = end;
    }
    found
}

/// How many people are named before "and N others": the words before the number, split at commas; a part
/// without a space (", MBA") is a credential of the one before it.
fn names(text: &str, and: &str) -> u32 {
    let text = text.trim().trim_end_matches(and).trim().trim_end_matches(',');
    let parts = text.split(", ").enumerate().filter(|(i, part)| *i == 0 || part.trim().contains(' ')).count();
    u32::try_from(parts).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::of;
    use super::*;

    fn read(language: &str, line: &str) -> Option<u32> {
        count(line, of(language).unwrap(), 0)
    }

    #[test]
    fn reads_each_form() {
        for (language, line, expected) in [
            ("en", "12 mutual connections", Some(12)),
            ("en", "1 mutual connection", Some(1)),
            ("en", "Sam Mutual and 12 other mutual connections", Some(13)),
            ("en", "Sam Mutual, MBA and 12 other mutual connections", Some(13)),
            ("en", "Sam Mutual, Lee Other, and 3 other mutual connections", Some(5)),
            ("en", "Sam Mutual and 1,204 other mutual connections", Some(1205)),
            ("en", "Drew Stone is a mutual connection", Some(1)),
            ("en", "Drew Stone and Lee Other are mutual connections", Some(2)),
            ("en", "Lee Other and 4 others", Some(5)),
            ("de", "Max Muster und 71 weitere gemeinsame Kontakte", Some(72)),
            ("de", "Max Muster und 1.071 weitere gemeinsame Kontakte", Some(1072)),
            ("de", "Max Muster ist ein gemeinsamer Kontakt", Some(1)),
            ("de", "8 gemeinsame Kontakte", Some(8)),
            ("fr", "Anne Exemple et 3 autres relations en commun", Some(4)),
            ("es", "Ana Ejemplo y 3 contactos más en común", Some(4)),
            ("pt", "Ana Exemplo e mais 3 conexões em comum", Some(4)),
            ("it", "Anna Esempio e altri 3 collegamenti in comune", Some(4)),
        ] {
            assert_eq!(read(language, line), expected, "{line}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_unknown() {
        for line in [
            "",
            "mutual connections",
            "0 mutual connections",
            "99999999999 mutual connections",
            "500+ people and others",
            "Shared 12 talks, 3 mutual connections",
            "500+ mutual connections",
            "1K mutual connections",
            "1.5K mutual connections",
            "12 of your mutual connections",
            "several mutual connections",
            "Many of your mutual connections",
            "Kim Sample and other mutual connections",
            "Kim Sample and 2+ other mutual connections",
            "١٢ mutual connections",
            "½ mutual connections",
        ] {
            assert_eq!(read("en", line), None, "{line}");
        }
    }
}
