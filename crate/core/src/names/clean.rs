//! From a displayed text to the part of it that is a name: no headline, no brackets, no decorations.
use super::fold::{is_mark, script_of};
use super::tables::trapping;

/// The most characters of a text that are looked at. LinkedIn allows some 60 for a name.
const LONGEST: usize = 300;

/// A displayed text, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Displayed {
    /// The parts of the name between commas, the first one first. Letters, dots, hyphens and apostrophes only.
    pub(super) segments: Vec<String>,
    /// What stood in quotes or brackets.
    pub(super) added: Vec<String>,
}

/// Takes a displayed text apart.
pub(super) fn clean(text: &str) -> Displayed {
    let visible: Vec<char> =
        text.chars().filter(|&letter| !is_mark(letter) || is_combining(letter)).take(LONGEST).collect();
    let (outside, added) = without_brackets(&visible);
    let part = name_part(&outside);
    let segments = part
        .split([',', '،', '，', '、', '､'])
        .map(|segment| segment.trim().to_owned())
        .filter(|segment| segment.chars().any(|letter| script_of(letter).is_some()))
        .collect();
    Displayed { segments, added }
}

/// Marks that change the letter before (and are folded later), as against signs that cannot be seen.
fn is_combining(letter: char) -> bool {
    matches!(u32::from(letter), 0x0300..=0x036F | 0x3099 | 0x309A)
}

/// The closing sign of a bracket or quote.
fn closing(open: char) -> Option<char> {
    Some(match open {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        '（' => '）',
        '【' => '】',
        '「' => '」',
        '『' => '』',
        '“' | '„' | '”' => '”',
        '"' => '"',
        '«' => '»',
        '‘' => '’',
        '\'' => '\'',
        '`' => '`',
        _ => return None,
    })
}

/// Splits off what stands in quotes or brackets. A bracket that is never closed is ignored.
fn without_brackets(text: &[char]) -> (String, Vec<String>) {
    let mut outside = String::new();
    let mut added = Vec::new();
    let mut index = 0;
    while let Some(&letter) = text.get(index) {
        let starts_word = index == 0 || text.get(index - 1).is_some_and(|before| !before.is_alphanumeric());
        let close = closing(letter).filter(|_| starts_word || !matches!(letter, '\'' | '‘' | '`' | '"'));
        let end = close.and_then(|close| {
            let rest = text.get(index + 1..).unwrap_or_default();
            rest.iter().position(|&other| other == close || letter == '„' && other == '“')
        });
        // An apostrophe that is not closed at the end of a word is part of the name: 'Ofa.
        let end = end.filter(|end| {
            !matches!(letter, '\'' | '‘' | '`')
                || text.get(index + end + 2).is_none_or(|after| !after.is_alphanumeric())
        });
        if let Some(length) = end {
            added.push(text.get(index + 1..index + 1 + length).unwrap_or_default().iter().collect());
            outside.push(' ');
            index += length + 2;
            continue;
        }
        outside.push(letter);
        index += 1;
    }
    (outside, added)
}

/// The part of the text that is the name: the first one between bars, dashes and the like that has two words and
/// is no headline.
fn name_part(text: &str) -> String {
    let parts: Vec<String> = parts(text).iter().map(|part| before_headline(part)).collect();
    let words =
        |part: &str| part.split_whitespace().filter(|word| word.chars().any(|c| script_of(c).is_some())).count();
    let readable = || parts.iter().filter(|part| words(part) > 0);
    readable()
        .find(|part| !is_headline(part) && words(part) > 1)
        .or_else(|| readable().find(|part| !is_headline(part)))
        .cloned()
        .unwrap_or_default()
}

/// Splits at signs that part a name from other text; other signs become spaces.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let letters: Vec<char> = text.chars().collect();
    for (index, &letter) in letters.iter().enumerate() {
        let near = |offset: usize| letters.get(offset).is_none_or(|c| c.is_whitespace());
        let loose = index > 0 && near(index - 1) && near(index + 1);
        let parted = matches!(
            letter,
            '|' | '｜' | '‖' | '•' | '/' | '@' | '#' | ':' | ';' | '~' | '→' | '»' | '\n' | '►' | '▶' | '★'
        ) || loose && matches!(letter, '-' | '–' | '—' | '−' | '·' | '+');
        if parted {
            parts.push(String::new());
            continue;
        }
        let kept = match letter {
            '’' | '‘' | 'ʼ' | '`' | '´' | 'ʻ' | 'ʹ' => '\'',
            '‐' | '‑' | '–' | '—' | '−' => '-',
            '．' => '.',
            '.' | '-' | '\'' | ',' | '،' | '，' | '、' | '､' | '&' => letter,
            _ if is_combining(letter) || letter.is_alphanumeric() || script_of(letter).is_some() => letter,
            _ => ' ',
        };
        if let Some(part) = parts.last_mut() {
            part.push(kept);
        }
    }
    parts
}

/// The words before those of a headline, if two are left: "Ann Lee Lead Engineer".
fn before_headline(part: &str) -> String {
    let words: Vec<&str> = part.split_whitespace().collect();
    let of_job = |word: &&str| trapping(word.to_lowercase().as_str()).job;
    match words.iter().position(of_job) {
        Some(first) if first > 1 && words.iter().filter(|word| of_job(word)).count() > 1 => {
            words.iter().take(first).copied().collect::<Vec<_>>().join(" ")
        }
        _ => part.to_owned(),
    }
}

/// Whether most words of a part are those of a headline: "We're hiring!".
fn is_headline(part: &str) -> bool {
    let (mut words, mut of_job) = (0_usize, 0_usize);
    for word in part.split_whitespace() {
        words += 1;
        of_job += usize::from(trapping(word.trim_matches('\'').to_lowercase().as_str()).job);
    }
    of_job * 2 > words || of_job > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segments(text: &str) -> Vec<String> {
        clean(text).segments
    }

    #[test]
    fn decorations_and_headlines_go() {
        assert_eq!(segments("🌟 Jana Novotná 🌟 | Recruiter"), ["Jana Novotná"]);
        assert_eq!(segments("We're hiring! | Ole Hansen"), ["Ole Hansen"]);
        assert_eq!(segments("Ole Hansen - Coach"), ["Ole Hansen"]);
        assert_eq!(segments("Ole Hansen Lead Engineer"), ["Ole Hansen"]);
        assert_eq!(segments("Anne-Marie O’Dowd"), ["Anne-Marie O'Dowd"]);
        assert_eq!(segments("\u{202E}Ole\u{200B} Hansen\u{0007}"), ["Ole Hansen"]);
    }

    #[test]
    fn brackets_and_quotes_are_set_aside() {
        let shown = clean("Margarete \"Gretel\" Huber (She/Her), MBA");
        assert_eq!(shown.segments, ["Margarete   Huber", "MBA"]);
        assert_eq!(shown.added, ["Gretel", "She/Her"]);
        assert_eq!(clean("Brian O'Neil d'Arcy").segments, ["Brian O'Neil d'Arcy"]);
        assert_eq!(clean("Ann (unclosed").segments, ["Ann  unclosed"]);
    }

    #[test]
    fn nothing_readable_is_nothing() {
        assert!(segments("🚀🚀").is_empty());
        assert!(segments("").is_empty());
        assert!(segments("12345 ---").is_empty());
    }
}
