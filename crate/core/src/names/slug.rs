//! A displayed name and the profile address chosen with it: "jane-doe-12345a".
use super::fold::Script;
use super::parse::parse;
use super::tables::{affix, is_east_surname, is_given_name, is_settled_surname};
use super::word::{Place, Tie, Word};
use super::{NameMatch, compare};

/// The most characters of an address that are read; LinkedIn allows 100.
const MAX_CHARACTERS: usize = 200;
/// Letters from which a part of an address can be recognised as a word of a name.
const MIN_PART: usize = 3;

/// Compares a displayed name with the last part of a profile's address, such as `jane-doe-12345a`.
///
/// Addresses are chosen freely and outlive names, so that this is cautious: [`NameMatch::Different`] only if the
/// address is plainly a person's name, and nothing in it recalls any word of the displayed one. What the site makes
/// of a name when an account is opened ends in figures; of what was chosen later only two well-known names count.
#[must_use]
pub fn compare_with_slug(name: &str, slug: &str) -> NameMatch {
    let parts = parts(slug);
    let shown = parse(name);
    let words: Vec<&Word> = shown.words.iter().filter(|word| word.text().len() >= 2).collect();
    if parts.is_empty() || shown.is_empty() {
        return NameMatch::Unclear;
    }
    let spaced = parts.join(" ");
    let as_names = compare(name, &spaced);
    if as_names == NameMatch::Same && parts.len() > 1 {
        return NameMatch::Same;
    }
    let readable = words.len() > 1 && words.iter().all(|word| matches!(word.script, Script::Latin | Script::Alphabet));
    if !readable {
        return NameMatch::Unclear;
    }
    let run: String = parts.concat();
    let written = words.iter().filter(|word| is_written_in(word, &run)).count();
    if written > 1 {
        return NameMatch::Same;
    }
    let recalled = written > 0 || parts.iter().any(|part| words.iter().any(|word| recalls(part, word)));
    // Chan, Chen and Tran are spellings of one name.
    let both_eastern =
        words.iter().any(|word| word.is_east_surname()) && parts.iter().any(|part| is_east_surname(part));
    if !recalled && !both_eastern && as_names == NameMatch::Different && is_name(&parts, ends_in_figures(slug)) {
        NameMatch::Different
    } else {
        NameMatch::Unclear
    }
}

/// The words of an address: no numbers, no random letters at the end, no credentials.
fn parts(slug: &str) -> Vec<String> {
    let text = decoded(slug);
    text.split(['-', '_', '.', ' ', '/'])
        .filter(|part| !part.is_empty() && !part.chars().any(char::is_numeric))
        .filter(|part| {
            let known = affix(part);
            !(known.credential && !is_given_name(part) || known.title || known.particle || known.generation.is_some())
        })
        .take(8)
        .map(str::to_owned)
        .collect()
}

/// An address with its percent signs decoded, in lower case.
fn decoded(slug: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = slug.bytes().take(MAX_CHARACTERS);
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next(), rest.next()].map(|digit| digit.and_then(|digit| char::from(digit).to_digit(16)));
        if let [Some(high), Some(low)] = digits {
            bytes.extend(u8::try_from(high * 16 + low));
        }
    }
    String::from_utf8_lossy(&bytes).to_lowercase()
}

fn is_written_in(word: &Word, run: &str) -> bool {
    word.text().len() >= MIN_PART && (run.contains(word.text()) || run.contains(word.folded.spoken.as_str()))
}

/// Whether a part of an address may stand for a word: a nickname, a variant, a beginning, an initial.
fn recalls(part: &str, word: &Word) -> bool {
    let of_slug = Word::new(part, Script::Latin, Place::Unmarked);
    let text = word.text();
    let begins = |a: &str, b: &str| a.get(..MIN_PART).is_some_and(|beginning| b.starts_with(beginning));
    of_slug.tie(word) > Tie::None
        || begins(text, of_slug.text())
        || part.len() < MIN_PART && text.starts_with(part)
        || text.len() > MIN_PART && part.contains(text)
}

/// Whether an address ends in the figures with which the site tells namesakes apart: "-8a1b2".
fn ends_in_figures(slug: &str) -> bool {
    const FEWEST: usize = 5;
    let last = slug.trim_end_matches('/').rsplit('-').next().unwrap_or_default();
    last.len() >= FEWEST
        && last.bytes().all(|letter| letter.is_ascii_alphanumeric())
        && last.bytes().any(|letter| letter.is_ascii_digit())
}

/// Whether the parts are plainly a person's name: two words or more, a usual given name first or last, none of a
/// headline. Without figures at the end the other word must be a usual surname: "grace-gardens" may be a firm.
fn is_name(parts: &[String], figures: bool) -> bool {
    let long: Vec<&String> = parts.iter().filter(|part| part.len() >= MIN_PART).collect();
    let given = |part: &str| part.len() > MIN_PART && is_given_name(part);
    let (Some(first), Some(last)) = (long.first(), long.last()) else { return false };
    (2..=4).contains(&long.len())
        && (given(first) && (figures || is_settled_surname(last)) || given(last) && figures)
        && parts.iter().all(|part| !affix(part).job && part.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_made_of_the_name_is_the_same() {
        for (name, slug) in [
            ("Jane Doe", "jane-doe-12345a"),
            ("Jane Doe, CFA", "janedoe"),
            ("Jane Doe", "doe-jane-b4a61c2"),
            ("Bob Weaver", "robert-weaver-77"),
            ("Jörg Müller", "j%C3%B6rg-m%C3%BCller-0a1"),
            ("Jörg Müller", "joerg-mueller"),
            ("Наталья Орлова", "natalia-orlova-9"),
        ] {
            assert_eq!(compare_with_slug(name, slug), NameMatch::Same, "{name} {slug}");
        }
    }

    #[test]
    fn only_another_persons_name_is_different() {
        assert_eq!(compare_with_slug("Jane Doe", "robert-weaver-77a1b"), NameMatch::Different);
        assert_eq!(compare_with_slug("Jane Doe", "robert-miller"), NameMatch::Different);
        assert_eq!(compare_with_slug("Jane Doe", "weaver-robert-77a1b"), NameMatch::Different);
        assert_eq!(compare_with_slug("Наталья Орлова", "carlos-mendez-0b2c1"), NameMatch::Different);
    }

    #[test]
    fn an_address_that_may_be_hers_is_unclear() {
        for (name, slug) in [
            ("Jane Doe", "jane-miller-12345a"),
            ("Jane Doe", "john-doe-12345a"),
            ("Jane Doe", "jdoe"),
            ("Jane Doe", "the-excel-guru"),
            ("Jane Doe", "12345"),
            ("Jane Doe", "robert-weaver"),
            ("Jane Doe", "grace-gardens"),
            ("Jane Doe", "sofia-visions-2021"),
            ("Jane Doe", "miller-weaver-77a1b"),
            ("Jane Doe", "acoaaab1234"),
            ("Chan Tai Man", "jason-chen-77a1b2"),
            ("Betty Doe", "elizabeth-weaver-77a1b2"),
            ("Jane Doe", "robert"),
            ("Jane Doe", "%%%"),
            ("Jane Doe", ""),
            ("", "jane-doe"),
            ("王小明", "robert-weaver"),
            ("Jane Doe", "recruiter-robert-weaver"),
        ] {
            assert_eq!(compare_with_slug(name, slug), NameMatch::Unclear, "{name} {slug}");
        }
    }
}
