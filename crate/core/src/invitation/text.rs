//! Text from a page, made fit to compare and to show.

use crate::address::is_invisible;

/// The longest name that is kept, in characters.
pub const MAX_NAME: usize = 120;
/// The longest headline or context line that is kept, in characters; LinkedIn allows 220.
pub const MAX_LINE: usize = 300;
/// The longest note that is kept, in characters; LinkedIn allows 300.
pub const MAX_NOTE: usize = 600;

/// One line: white space folded, control and invisible characters dropped, cut after `most` characters.
#[must_use]
pub fn line(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut kept = 0;
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = kept > 0;
        } else if !c.is_control() && !is_invisible(c) {
            if gap {
                out.push(' ');
                kept += 1;
                gap = false;
            }
            out.push(c);
            kept += 1;
        }
        if kept >= most {
            break;
        }
    }
    out
}

/// Marks that a word may be written with or without: vowels of Arabic, the dot below a letter in the scripts of Hindi,
/// Bengali and Punjabi, and what joins or parts letters.
fn is_optional(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64b}'..='\u{652}' | '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{200c}' | '\u{200d}')
}

/// A letter without the dot below that is part of it.
fn undotted(c: char) -> char {
    match c {
        '\u{958}' => '\u{915}',
        '\u{959}' => '\u{916}',
        '\u{95a}' => '\u{917}',
        '\u{95b}' => '\u{91c}',
        '\u{95c}' => '\u{921}',
        '\u{95d}' => '\u{922}',
        '\u{95e}' => '\u{92b}',
        '\u{95f}' => '\u{92f}',
        '\u{9dc}' => '\u{9a1}',
        '\u{9dd}' => '\u{9a2}',
        '\u{9df}' => '\u{9af}',
        '\u{a33}' => '\u{a32}',
        '\u{a36}' => '\u{a38}',
        '\u{a59}' => '\u{a16}',
        '\u{a5a}' => '\u{a17}',
        '\u{a5b}' => '\u{a1c}',
        '\u{a5e}' => '\u{a2b}',
        '\u{2019}' | '\u{2018}' | '\u{2bc}' => '\'',
        _ => c,
    }
}

/// For comparing labels and texts: one line, lower case, one kind of apostrophe, no marks that may be left out.
#[must_use]
pub fn folded(text: &str) -> String {
    line(text, 4000).to_lowercase().chars().filter(|c| !is_optional(*c)).map(undotted).collect()
}

/// A text without its repetition: pages hold some texts twice in a row, once for screen readers.
#[must_use]
pub fn undoubled(text: &str) -> &str {
    let half = text.len() / 2;
    let twice = |at: usize| {
        let (a, b) = (text.get(..at)?, text.get(at..)?);
        (a.trim() == b.trim() && !a.trim().is_empty()).then(|| a.trim())
    };
    twice(half).or_else(|| twice(half + 1)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_invisible_characters() {
        assert_eq!(line("  Kim\u{202e}\u{200b}\n\t Sam\u{0}ple ", 99), "Kim Sample");
        assert_eq!(line("abcdef", 3), "abc");
        assert_eq!(line(&"x".repeat(10_000), MAX_NAME).len(), MAX_NAME);
    }

    #[test]
    fn words_compare_without_marks_that_may_be_left_out() {
        for (a, b) in [("फ़ॉलो", "फॉलो"), ("फ\u{93c}", "\u{95e}"), ("زميلًا", "زميلاً"), ("می\u{200c}خواهد", "میخواهد")]
        {
            assert_eq!(folded(a), folded(b));
        }
    }

    #[test]
    fn doubled_texts_are_read_once() {
        assert_eq!(undoubled("Kim SampleKim Sample"), "Kim Sample");
        assert_eq!(undoubled("Kim Sample Kim Sample"), "Kim Sample");
        assert_eq!(undoubled("Kim Sample"), "Kim Sample");
        assert_eq!(undoubled("Jürgen Öö"), "Jürgen Öö");
        assert_eq!(undoubled(""), "");
    }
}
