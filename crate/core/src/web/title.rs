//! The person that the title of a result page names.

use crate::languages::{self, Titles};
use crate::names::{self, NameMatch, ReadName};

/// Separators in titles: engines and sites put these between a name and what follows.
const SEPARATORS: &[&str] =
    &[" - ", " – ", " — ", " | ", " · ", " • ", " : ", ": ", " @ ", " / ", " ｜ ", " » ", " › "];

/// LinkedIn's own name, which is never part of a person's name.
const SITE: &str = "linkedin";

/// Words of one sort, of all languages.
fn words(of: fn(&Titles) -> &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    languages::ALL.into_iter().flat_map(move |language| of(&language.titles)).copied()
}

/// The name in the title of a LinkedIn profile ("Name - Role - Company | LinkedIn"), whose own part of the address is
/// `slug`; `None` where it names nobody, several, or a post.
pub(super) fn on_linkedin(title: &str, slug: &str) -> Option<String> {
    let mut parts = parts(without_count(title.trim())).skip_while(|part| part.eq_ignore_ascii_case(SITE));
    let mut name = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let is_whole = rest.is_empty();
    let lower = name.to_lowercase().replace('’', "'");
    if words(|titles| titles.posts).any(|post| lower.contains(post)) {
        return None;
    }
    if let Some(posted) = words(|titles| titles.posted).find(|posted| lower.ends_with(posted)) {
        // "Name on LinkedIn: what they wrote" is a post; without more it is the profile.
        if !is_whole {
            return None;
        }
        name = name.get(..name.len().checked_sub(posted.len())?)?;
    }
    for before in words(|titles| titles.before) {
        if name.get(..before.len()).is_some_and(|start| start.to_lowercase() == before) {
            name = name.get(before.len()..)?;
        }
    }
    let before = name;
    name = without_at(name);
    let has_employer = name.len() < before.len();
    let name = person(if is_whole { without_cut(name) } else { name })?;
    // A sign-in page, an error, "LinkedIn Member": LinkedIn's pages that are not a person's have no role or place
    // beside their title, in any language. Such a title must look like a name, too.
    let tells_more = |part: &&str| part.chars().any(char::is_alphabetic) && !part.to_lowercase().contains(SITE);
    (has_employer || rest.iter().any(tells_more) || is_known(&name, slug)).then_some(name)
}

/// Whether a name begins with a given name that is known, after titles and initials, or has a word of the address.
fn is_known(name: &str, slug: &str) -> bool {
    // Shorter words are in many an address: "log" in "login".
    const FEWEST: usize = 4;
    let first = name.split_whitespace().find(|word| !word.ends_with('.')).unwrap_or_default();
    let slug = names::plain(slug);
    let is_in_slug = |word: &str| word.chars().count() >= FEWEST && slug.contains(&names::plain(word));
    first.split(|c: char| !c.is_alphabetic()).any(names::is_given_name)
        || name.contains(' ') && name.split(|c: char| !c.is_alphabetic()).any(is_in_slug)
}

/// The name at the beginning of the title of a person's page on another site.
pub(super) fn on_profile_site(title: &str) -> Option<String> {
    let name = parts(without_count(title.trim())).next()?;
    // "Name (@handle)" and the like.
    let name = name.split(" (@").next()?.trim();
    // A handle alone, one word: no displayed name.
    if name.split_whitespace().count() < 2 || !is_of_person(name) {
        return None;
    }
    person(name)
}

/// The name at the beginning of the title of a page that lists people one by one, where the address has it too
/// ("/team/kim-sample") and it is a known given name that it begins with: "Annual report" is nobody.
pub(super) fn listed(title: &str, listed: &str) -> Option<String> {
    let name = parts(title.trim()).next()?;
    let words = |text: &str| text.split_whitespace().map(names::plain).collect::<Vec<_>>();
    let is_listed = words(name) == words(listed) && (2..=4).contains(&words(name).len());
    if is_listed && is_of_person(name) { person(name) } else { None }
}

/// Whether a text begins with a given name that is known.
fn is_of_person(name: &str) -> bool {
    name.split_whitespace().next().is_some_and(names::is_given_name)
}

/// Whether a title names this person, in full.
pub(super) fn names(title: &str, person: &ReadName) -> bool {
    parts(title).take(12).any(|part| {
        let words: Vec<&str> = part.split_whitespace().take(40).collect();
        // The name may be within a sentence ("Meet Kim Sample of Example"): every run of two to four words.
        (2..=4).any(|length| words.windows(length).any(|run| person.shares_word(run) && same(person, &run.join(" "))))
            // A name in characters is one word.
            || words.iter().any(|word| !word.is_ascii() && person.shares_word(&[word]) && same(person, word))
    })
}

fn same(person: &ReadName, text: &str) -> bool {
    person.compare(&ReadName::new(text)) == NameMatch::Same
}

/// Text as it is shown: answers may hold tags and entities, also of entities. What is left holds none.
pub(super) fn without_markup(mut text: String) -> String {
    loop {
        // Every pass but the last shortens it.
        let plain = without_outer_markup(&text);
        if plain == text {
            return plain;
        }
        text = plain;
    }
}

fn without_outer_markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let is_tag = tag.chars().nth(1).is_some_and(|c| c == '/' || c.is_ascii_alphabetic());
        match tag.find('>').filter(|end| is_tag && *end <= 60) {
            Some(end) => rest = tag.get(end + 1..).unwrap_or_default(),
            None => {
                out.push('<');
                rest = tag.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    for (entity, plain) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ] {
        out = out.replace(entity, plain);
    }
    out
}

/// "(3) Name" and "(99+) Name": unread messages.
fn without_count(title: &str) -> &str {
    match title.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((count, rest)) if !count.is_empty() && count.chars().all(|c| c.is_ascii_digit() || c == '+') => {
            rest.trim_start()
        }
        _ => title,
    }
}

/// "Name chez Firm": where at least two words are before, and a capital after.
fn without_at(name: &str) -> &str {
    let cuts = words(|titles| titles.at).filter_map(|at| name.find(at).map(|from| (from, at.len())));
    let is_cut = |(from, length): &(usize, usize)| {
        let words = name.get(..*from).map_or(0, |before| before.split_whitespace().count());
        let next = name.get(from + length..).and_then(|after| after.chars().next());
        words >= 2 && next.is_some_and(char::is_uppercase)
    };
    cuts.filter(is_cut).min().and_then(|(from, _)| name.get(..from)).unwrap_or(name)
}

/// Whether a word mixes Latin letters with Greek or Cyrillic ones, which look like them: somebody made it look like a name
/// that it is not.
fn mixes_alphabets(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_alphabetic()) && word.contains(|c: char| matches!(c, '\u{370}'..='\u{52f}'))
}

/// "Name, MBA", "Name (she/her)", "Name 🚀" without what was added to the name.
fn without_additions(name: &str) -> &str {
    let name = match name.split_once(", ") {
        Some((before, _)) if before.split_whitespace().count() > 1 => before,
        _ => name,
    };
    let name = match name.rsplit_once(" (") {
        // Another name in parentheses ("née Sample") belongs to it.
        Some((before, pronouns)) if pronouns.contains('/') => before,
        _ => name,
    };
    // Pictures and signs are above all letters' own marks; closing quotation marks belong to a name in them.
    let is_picture = |c: char| c == ' ' || c >= '\u{2000}' && !c.is_alphanumeric() && !matches!(c, '”' | '’');
    name.trim_end_matches(is_picture)
}

/// A name that the engine cut within a word, without that word.
fn without_cut(name: &str) -> &str {
    let cut = name.strip_suffix('…').or_else(|| name.strip_suffix("..."));
    match cut {
        Some(cut) if !cut.ends_with(' ') => cut.rsplit_once(' ').map_or("", |(whole, _)| whole),
        _ => name,
    }
}

fn parts(title: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(title);
    std::iter::from_fn(move || {
        let text = rest?;
        let cut = SEPARATORS.iter().filter_map(|part| text.find(part).map(|at| (at, part.len()))).min();
        let (part, after) = match cut {
            Some((at, length)) => (text.get(..at)?, text.get(at + length..)),
            None => (text, None),
        };
        rest = after;
        Some(part.trim())
    })
}

/// A part as a person's name, if it can be one.
fn person(part: &str) -> Option<String> {
    let mut part = part.trim().trim_end_matches(['…', '.', ' ']).trim();
    // "Dr." and "A." end with a dot that belongs to them.
    let lower = part.to_lowercase().replace('’', "'");
    for after in words(|titles| titles.after) {
        if lower.ends_with(after) {
            part = part.get(..part.len().checked_sub(after.len())?)?;
        }
    }
    let part = without_additions(part);
    let lower = part.to_lowercase().replace('’', "'");
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let is_many = lower
        .split(|c: char| !c.is_alphabetic())
        .any(|word| self::words(|titles| titles.many).any(|many| many == word));
    let is_nobody = lower.split(|c: char| !c.is_alphanumeric()).any(|word| word == SITE)
        || self::words(|titles| titles.not_found).any(|not| lower.contains(not))
        || is_many
        || part.starts_with(['"', '“', '„', '«', '‘'])
        || part.contains(['+', '<', '>', '?', '!', '=', '{'])
        || part.chars().any(|c| c.is_ascii_digit())
        || part.split_whitespace().any(mixes_alphabets);
    (letters >= 2 && part.chars().count() <= 80 && (1..=9).contains(&words) && !is_nobody).then(|| part.to_owned())
}
