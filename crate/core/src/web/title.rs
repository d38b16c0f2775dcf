//! Titles of result pages: which person do they name?

use crate::names::{Likeness, ReadName};

/// What parts a title: engines and sites put these, with spaces around, between a name and what follows.
const PARTS: &[&str] = &[" - ", " – ", " — ", " | ", " · ", " • ", " : ", ": ", " @ ", " / ", " ｜ ", " » ", " › "];

/// A part of a LinkedIn title that names no person: doors, searches, lists. Lower case, as they begin.
const NOBODY: &[&str] = &[
    "sign up",
    "sign in",
    "log in",
    "login",
    "join ",
    "linkedin",
    "mitglied werden",
    "einloggen",
    "anmelden",
    "s'inscrire",
    "s’inscrire",
    "s'identifier",
    "s’identifier",
    "inicia sesi",
    "iniciar sesi",
    "únete",
    "unirse",
    "entrar",
    "entre ou",
    "cadastre",
    "iscriviti",
    "accedi",
    "aanmelden",
    "word lid",
    "page not found",
    "profile not found",
    "seite nicht gefunden",
    "page introuvable",
    "people also viewed",
    "people named",
    "top ",
    "security verification",
    "authwall",
    "error",
];

/// Words of a part that speaks of many profiles. Lower case.
const MANY: &[&str] = &[
    " profiles",
    " profile von",
    " profils",
    " perfiles",
    " perfis",
    " profili",
    " profielen",
    "-profile",
    "件のプロフィール",
];

/// How a title of a post, an article or a door begins or goes on around a name.
const POSTS: &[&str] = &[
    " on linkedin",
    " auf linkedin",
    " sur linkedin",
    " en linkedin",
    " no linkedin",
    " su linkedin",
    " op linkedin",
    "’s post",
    "'s post",
    " posted on",
    "’s activity",
    "'s activity",
    " on the ",
    "beitrag von ",
    "post von ",
    "post de ",
    "publicación de ",
    "publicação de ",
    "post di ",
    "bericht van ",
];

/// What stands before a name in titles of profiles.
const BEFORE: &[&str] =
    &["profil de ", "profil von ", "perfil de ", "profilo di ", "profiel van ", "profile of ", "view ", "linkedin: "];

/// The name in the title of a LinkedIn profile ("Name - Role - Company | LinkedIn"); `None` where it names nobody,
/// several, or a post.
pub(super) fn on_linkedin(title: &str) -> Option<String> {
    let title = without_count(title.trim());
    let lower = title.to_lowercase();
    let ends_here = POSTS.iter().any(|post| match lower.find(post) {
        // "Name - Role at a firm on the rise | LinkedIn" speaks of a person all the same: only the first part counts.
        Some(at) => !PARTS.iter().any(|part| lower.find(part).is_some_and(|end| end < at)),
        None => false,
    });
    if ends_here {
        return None;
    }
    let mut name = first_part(title);
    for before in BEFORE {
        if let Some(start) = name.get(..before.len()) {
            if start.to_lowercase() == *before {
                name = name.get(before.len()..)?;
            }
        }
    }
    person(name)
}

/// The name at the beginning of the title of a person's page on another site.
pub(super) fn on_profile_site(title: &str) -> Option<String> {
    let name = first_part(without_count(title.trim()));
    // "Name (@handle)", "handle (Name)" and the like.
    let name = name.split(" (@").next()?.trim();
    // A handle alone, one word: no displayed name.
    if name.split_whitespace().count() < 2 {
        return None;
    }
    person(name)
}

/// Whether a part of a title is a person's name: the same one, in full.
pub(super) fn names(title: &str, person: &ReadName) -> bool {
    parts(title).any(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        // The name may stand within a sentence ("Meet Kim Sample of Example"): every run of two to four words.
        (2..=4).any(|length| {
            words.windows(length).take(60).any(|run| person.compare(&ReadName::new(&run.join(" "))) == Likeness::Same)
        })
    })
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

fn parts(title: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(title);
    std::iter::from_fn(move || {
        let text = rest?;
        let cut = PARTS.iter().filter_map(|part| text.find(part).map(|at| (at, part.len()))).min();
        let (part, after) = match cut {
            Some((at, length)) => (text.get(..at)?, text.get(at + length..)),
            None => (text, None),
        };
        rest = after;
        Some(part.trim())
    })
}

fn first_part(title: &str) -> &str {
    parts(title).next().unwrap_or_default()
}

/// A part as a person's name, if it can be one.
fn person(part: &str) -> Option<String> {
    let part = part.trim().trim_end_matches(['…', '.', ' ']).trim();
    let part = part.strip_suffix("...").unwrap_or(part).trim();
    let lower = part.to_lowercase();
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let is_nobody = NOBODY.iter().any(|start| lower.starts_with(start))
        || MANY.iter().any(|many| lower.contains(many))
        || part.contains(['"', '“', '„', '«', '+', '<', '>', '?', '!', '=', '{'])
        || part.chars().any(|c| c.is_ascii_digit());
    (letters >= 2 && part.chars().count() <= 80 && part.split_whitespace().count() <= 8 && !is_nobody)
        .then(|| part.to_owned())
}
