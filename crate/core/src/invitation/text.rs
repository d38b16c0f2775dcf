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

/// For comparing labels and texts: one line, lower case, one kind of apostrophe.
#[must_use]
pub fn folded(text: &str) -> String {
    line(text, 4000).to_lowercase().replace(['\u{2019}', '\u{2018}', '\u{2bc}'], "'")
}

/// A text that stands there twice in a row (once for the eye, once for screen readers), once.
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
    fn a_line_shows_nothing_hidden() {
        assert_eq!(line("  Kim\u{202e}\u{200b}\n\t Sam\u{0}ple ", 99), "Kim Sample");
        assert_eq!(line("abcdef", 3), "abc");
        assert_eq!(line(&"x".repeat(10_000), MAX_NAME).len(), MAX_NAME);
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
