//! A line → its words, each folded for comparing, with the separator before it.

use super::vocabulary::endings;
use crate::names::plain;

/// The most words of a line that are read; a headline has 220 characters, a note 300.
const MOST_WORDS: usize = 160;

/// The separator between a word and the one before it, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing, a hyphen or a dot: "Tech-Recruiter".
    Joined,
    /// A space, quotes.
    Space,
    /// A slash or a plus: "Sales/Marketing".
    Slash,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A bar, a dash, a bracket, the end of a sentence, an emoji; the beginning.
    Break,
}

/// One word.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Where it begins and ends in the line, in bytes; a gendered ending counts, a possessive one does not.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Folded: lower case, no marks, "ae" like "ä" and so on, without a gendered ending after a sign.
    pub(super) key: String,
    /// "Google's"
    pub(super) possessive: bool,
    /// Whether it begins with a lower-case letter.
    pub(super) small: bool,
    /// The separator before it.
    pub(super) gap: Gap,
}

/// A word as it is compared: case, marks and the two ways to write an umlaut do not matter.
pub(super) fn key(word: &str) -> String {
    plain(word).replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// Several words as one: what phrases are compared by, so that "Health Care", "health-care" and "healthcare" are one.
pub(super) fn letters(phrase: &str) -> String {
    words(phrase).iter().map(|word| word.key.as_str()).collect()
}

/// The words of a line.
pub(super) fn words(line: &str) -> Vec<Word> {
    let mut reader = Reader { line, at: 0, words: Vec::new(), gap: Gap::Break };
    while reader.words.len() < MOST_WORDS && reader.step() {}
    reader.words
}

struct Reader<'a> {
    line: &'a str,
    at: usize,
    words: Vec<Word>,
    gap: Gap,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.line.get(self.at..).unwrap_or_default()
    }

    /// Reads one word or one sign; false at the end.
    fn step(&mut self) -> bool {
        let Some(c) = self.rest().chars().next() else { return false };
        if is_letter(c) {
            self.word();
        } else {
            self.sign(c);
            self.at += c.len_utf8();
        }
        true
    }

    fn push(&mut self, start: usize, end: usize, key: String, possessive: bool) {
        let first = self.line.get(start..).and_then(|rest| rest.chars().next());
        let small = first.is_some_and(char::is_lowercase);
        self.words.push(Word { start, end, key, possessive, small, gap: self.gap });
        self.gap = Gap::Joined;
    }

    fn word(&mut self) {
        let start = self.at;
        let mut end = start;
        let mut possessive = false;
        let mut rest = self.rest().char_indices().peekable();
        while let Some((i, c)) = rest.next() {
            if is_letter(c) || is_unseen(c) {
                end = start + i + c.len_utf8();
            } else if is_apostrophe(c) && rest.peek().is_some_and(|(_, next)| next.is_alphabetic()) {
                let after = self.line.get(start + i + c.len_utf8()..).unwrap_or_default();
                possessive = after.strip_prefix(['s', 'S']).is_some_and(|after| !after.starts_with(is_letter));
                if possessive {
                    break;
                }
            } else if matches!(c, '+' | '#')
                && end - start <= 2
                && rest.peek().is_none_or(|(_, next)| !is_letter(*next))
            {
                // C++, C#
                end = start + i + 1;
            } else {
                break;
            }
        }
        let shown = self.line.get(start..end).unwrap_or_default();
        if let Some((length, full)) = elided(shown) {
            self.at = start + length;
            self.push(start, self.at, full.to_owned(), false);
            self.gap = Gap::Space;
            return;
        }
        let folded = key(&without_apostrophes(shown));
        self.at = end;
        let gendered = gendered_ending(self.rest());
        self.at += gendered;
        self.push(start, end + gendered, folded, possessive);
        if possessive {
            self.at += self.rest().chars().take(2).map(char::len_utf8).sum::<usize>();
        }
    }

    fn sign(&mut self, c: char) {
        let before = self.line.get(..self.at).and_then(|before| before.chars().next_back());
        let after = self.rest().chars().nth(1);
        let is_loose = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let gap = match c {
            '&' | '@' => {
                let (start, end) = (self.at, self.at + 1);
                self.push(start, end, c.to_string(), false);
                return;
            }
            '-' | '‐' | '‑' => {
                let goes_on = ["und ", "u. ", "and ", "& ", "oder "];
                let next = self.rest().get(c.len_utf8()..).unwrap_or_default().trim_start();
                match (is_loose(before), is_loose(after)) {
                    (false, false) => Gap::Joined,
                    // "Marketing- und Vertriebsleiter"
                    (false, true) if goes_on.iter().any(|word| next.starts_with(word)) => Gap::Space,
                    _ => Gap::Break,
                }
            }
            '–' | '—' | '−' => {
                let between_digits =
                    before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit());
                if between_digits { Gap::Joined } else { Gap::Break }
            }
            '.' => match self.words.last() {
                _ if !is_loose(after) => Gap::Joined,
                // "Sr. Manager", "Inc. in"
                Some(word) if word.end == self.at && word.end - word.start <= 4 => Gap::Space,
                _ => Gap::Break,
            },
            '!' | '?' if !is_loose(after) => Gap::Joined,
            '/' if is_loose(before) && is_loose(after) => Gap::Comma,
            '/' | '+' | '*' => Gap::Slash,
            ',' | '،' | '、' | '，' => Gap::Comma,
            ':' => Gap::Colon,
            '"' | '“' | '”' | '„' | '«' | '»' | '#' | '®' | '™' | '©' | '_' | '%' | '$' | '€' => {
                Gap::Space
            }
            _ if c.is_whitespace() || is_apostrophe(c) || c.is_control() => Gap::Space,
            _ if is_unseen(c) => Gap::Joined,
            _ => Gap::Break,
        };
        self.gap = self.gap.max(gap);
    }
}

/// "L'Oréal" is "loreal"; "we're" is "we are" and not "were".
fn without_apostrophes(word: &str) -> String {
    let (whole, short) = word.rsplit_once(is_apostrophe).unwrap_or((word, ""));
    let full = match short {
        "re" | "RE" => "are",
        "m" | "M" => "am",
        "ve" | "VE" => "have",
        _ => short,
    };
    format!("{whole}{full}").replace(is_apostrophe, "")
}

/// The length of an elided word with its apostrophe, and the word in full: "d'acquisition" is "de acquisition". Names
/// keep theirs: "L'Oréal", "O'Brien".
fn elided(word: &str) -> Option<(usize, &'static str)> {
    const FULL: [(&str, &str); 17] = [
        ("l", "le"),
        ("d", "de"),
        ("j", "je"),
        ("n", "ne"),
        ("s", "se"),
        ("c", "ce"),
        ("m", "me"),
        ("t", "te"),
        ("qu", "que"),
        ("jusqu", "jusqu"),
        ("aujourd", "aujourd"),
        ("dell", "della"),
        ("nell", "nella"),
        ("all", "alla"),
        ("dall", "dalla"),
        ("sull", "sulla"),
        ("un", "un"),
    ];
    let (before, after) = word.split_once(is_apostrophe)?;
    let is_name = |part: &str| part.starts_with(char::is_uppercase);
    let (_, full) = FULL.iter().find(|(short, _)| before.eq_ignore_ascii_case(short))?;
    let is_joined_name = before.len() == 1 && is_name(before) && is_name(after);
    // "j'ai" is no AI.
    (!is_joined_name && after.chars().count() > 1 && after != "ai").then(|| (word.len() - after.len(), *full))
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(u32::from(c), 0x0300..=0x036F)
}

/// Signs without width, which part nothing.
fn is_unseen(c: char) -> bool {
    matches!(u32::from(c), 0xAD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2069 | 0xFE00..=0xFE0F | 0xFEFF)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// The length of a gendered ending after a sign: "*in", ":innen", "/-in", "(in)", "_r".
fn gendered_ending(rest: &str) -> usize {
    let Some(sign) = rest.chars().next().filter(|c| matches!(c, '*' | ':' | '_' | '/' | '(' | '·')) else { return 0 };
    let after = rest.get(sign.len_utf8()..).unwrap_or_default();
    let ending = after.strip_prefix('-').unwrap_or(after);
    let Some(length) = endings(|endings| endings.gendered).find_map(|form| {
        let tail = ending.strip_prefix(form)?;
        // "Sales/n" is no word, "Leiter/in" is.
        (!tail.starts_with(is_letter)).then_some(form.len())
    }) else {
        return 0;
    };
    let close = usize::from(sign == '(' && ending.get(length..).is_some_and(|tail| tail.starts_with(')')));
    if sign == '(' && close == 0 {
        return 0;
    }
    rest.len() - ending.len() + length + close
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(line: &str) -> Vec<String> {
        words(line).into_iter().map(|word| word.key).collect()
    }

    fn gaps(line: &str) -> Vec<Gap> {
        words(line).into_iter().map(|word| word.gap).collect()
    }

    #[test]
    fn case_marks_and_styles_do_not_matter() {
        assert_eq!(keys("GESCHÄFTSFÜHRER Geschaeftsfuehrer"), ["geschaftsfuhrer", "geschaftsfuhrer"]);
        assert_eq!(keys("𝗛𝗲𝗮𝗱 of Straße"), ["head", "of", "strasse"]);
        assert_eq!(letters("Health Care"), letters("health-care"));
    }

    #[test]
    fn gendered_endings_are_part_of_the_word_and_not_of_its_key() {
        for form in ["Recruiter*in", "Recruiter:in", "Recruiter_in", "Recruiter/in", "Recruiter/-in", "Recruiter(in)"] {
            let line = format!("{form} bei Nordwind");
            let words = words(&line);
            assert_eq!((words[0].key.as_str(), &line[words[0].start..words[0].end]), ("recruiter", form));
            assert_eq!(words.len(), 3, "{form}");
        }
        assert_eq!(keys("Sales/Marketing"), ["sales", "marketing"]);
        assert_eq!(keys("Prev: Intern"), ["prev", "intern"]);
    }

    #[test]
    fn separators_are_distinguished() {
        use Gap::{Break, Colon, Comma, Joined, Slash, Space};
        assert_eq!(gaps("VP Sales | ex-Google, Meta"), [Break, Space, Break, Joined, Comma]);
        assert_eq!(gaps("Sales/Ops – Acme 🚀 Now: hiring"), [Break, Slash, Break, Break, Colon]);
        assert_eq!(gaps("Sr. Manager. Loves jazz"), [Break, Space, Break, Space]);
    }

    #[test]
    fn possessives_and_signs_are_kept_apart() {
        let words = words("Googler's spouse, L'Oréal, R&D, C++");
        assert_eq!(
            words.iter().map(|w| w.key.as_str()).collect::<Vec<_>>(),
            ["googler", "spouse", "lorel", "r", "&", "d", "c++"].map(|key| if key == "lorel" { "loreal" } else { key })
        );
        assert!(words[0].possessive && !words[1].possessive);
    }

    #[test]
    fn any_text_has_few_words_within_it() {
        for line in ["", "’s", "((((*in", &"a ".repeat(9000), "\u{202e}\u{0}x", "🚀🚀"] {
            for word in words(line) {
                assert!(line.get(word.start..word.end).is_some(), "{line:?}");
            }
            assert!(words(line).len() <= MOST_WORDS);
        }
    }
}
