//! Titles of result pages: which person do they name?

use crate::names::{self, Likeness, ReadName};

/// What parts a title: engines and sites put these, with spaces around, between a name and what follows.
const PARTS: &[&str] = &[" - ", " – ", " — ", " | ", " · ", " • ", " : ", ": ", " @ ", " / ", " ｜ ", " » ", " › "];

/// Words between a name and an employer ("Name chez Firm").
const AT: &[&str] = &[" at ", " bei ", " chez ", " en ", " presso ", " bij ", " na ", " no "];

/// A part of a LinkedIn title that names no person: doors, searches, lists. Lower case, as they begin.
const NOBODY: &[&str] = &[
    "sign up",
    "sign in",
    "log in",
    "login",
    "join linkedin",
    "join now",
    "linkedin",
    "mitglied werden",
    "einloggen",
    "anmelden",
    "s'inscrire",
    "s'identifier",
    "connexion",
    "inicia sesi",
    "iniciar sesi",
    "iniciar sess",
    "únete a",
    "unirse",
    "entre ou",
    "cadastre",
    "iscriviti",
    "accedi a",
    "accesso a",
    "aanmelden",
    "inloggen",
    "lid worden",
    "word lid",
    "people also viewed",
    "people named",
    "security verification",
    "authwall",
    "error 4",
    "error 5",
    "access denied",
    "just a moment",
];

/// The same as a whole.
const NOBODY_WHOLE: &[&str] = &["join", "entrar", "accedi", "únete", "error", "profile", "profil", "perfil", "profilo"];

/// How a part continues that says that something was not found. Lower case.
const NOT_FOUND: &[&str] = &[
    " not found",
    " nicht gefunden",
    " introuvable",
    " no encontrad",
    "no se ha encontrado",
    " non trovat",
    " niet gevonden",
    " não encontrad",
    "sicherheitsüberprüfung",
    "vérification de sécurité",
    "verificación de seguridad",
    "verifica di sicurezza",
    "beveiligingscontrole",
    "verificação de segurança",
];

/// Words of titles about many profiles, in seven languages. Lower case.
const MANY: &[&str] = &[
    "profiles",
    "profile",
    "profils",
    "perfiles",
    "perfis",
    "profili",
    "profielen",
    "mitglieder",
    "members",
    "件のプロフィール",
];

/// How the title of a post or an article continues after the name, before a colon.
const POSTED: &[&str] =
    &[" on linkedin", " auf linkedin", " sur linkedin", " en linkedin", " no linkedin", " su linkedin", " op linkedin"];

/// Other words around the name in such titles. Lower case.
const POSTS: &[&str] = &[
    "'s post",
    "'s activity",
    " posted on",
    "beitrag von ",
    "post von ",
    "post de ",
    "post di ",
    "publication de ",
    "publicación de ",
    "publicação de ",
    "bericht van ",
    "bijdrage van ",
];

/// What stands before a name in titles of profiles.
const BEFORE: &[&str] =
    &["profil de ", "profil von ", "perfil de ", "profilo di ", "profiel van ", "profile of ", "view ", "linkedin: "];

/// What stands after it. Lower case.
const AFTER: &[&str] = &["'s professional profile", "'s profile"];

/// The name in the title of a LinkedIn profile ("Name - Role - Company | LinkedIn"); `None` where it names nobody,
/// several, or a post.
pub(super) fn on_linkedin(title: &str) -> Option<String> {
    let title = without_count(title.trim());
    let (mut name, is_whole) = match parts(title).next() {
        Some(first) => (first, first.len() == title.len()),
        None => return None,
    };
    let lower = name.to_lowercase().replace('’', "'");
    if POSTS.iter().any(|post| lower.contains(post)) {
        return None;
    }
    if let Some(posted) = POSTED.iter().find(|posted| lower.ends_with(*posted)) {
        // "Name on LinkedIn: what they wrote" is a post; without more it is the profile.
        if !is_whole {
            return None;
        }
        name = name.get(..name.len().checked_sub(posted.len())?)?;
    }
    for before in BEFORE {
        if name.get(..before.len()).is_some_and(|start| start.to_lowercase() == *before) {
            name = name.get(before.len()..)?;
        }
    }
    let name = without_at(name);
    person(if is_whole { without_cut(name) } else { name })
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
        // The name may stand within a sentence ("Meet Kim Sample of Example"): every run of two to four words.
        (2..=4).any(|length| words.windows(length).any(|run| person.shares_word(run) && same(person, &run.join(" "))))
            // A name in characters is one word.
            || words.iter().any(|word| !word.is_ascii() && person.shares_word(&[word]) && same(person, word))
    })
}

fn same(person: &ReadName, text: &str) -> bool {
    person.compare(&ReadName::new(text)) == Likeness::Same
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

/// "Name chez Firm": where at least two words stand before, and a capital after.
fn without_at(name: &str) -> &str {
    let cuts = AT.iter().filter_map(|at| name.find(at).map(|from| (from, at.len())));
    let is_cut = |(from, length): &(usize, usize)| {
        let words = name.get(..*from).map_or(0, |before| before.split_whitespace().count());
        let next = name.get(from + length..).and_then(|after| after.chars().next());
        words >= 2 && next.is_some_and(char::is_uppercase)
    };
    cuts.filter(is_cut).min().and_then(|(from, _)| name.get(..from)).unwrap_or(name)
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
        let cut = PARTS.iter().filter_map(|part| text.find(part).map(|at| (at, part.len()))).min();
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
    for after in AFTER {
        if lower.ends_with(after) {
            part = part.get(..part.len().checked_sub(after.len())?)?;
        }
    }
    let lower = part.to_lowercase().replace('’', "'");
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let is_many = lower.split(|c: char| !c.is_alphabetic()).any(|word| MANY.contains(&word));
    let is_nobody = NOBODY.iter().any(|start| lower.starts_with(start))
        || NOBODY_WHOLE.contains(&lower.as_str())
        || NOT_FOUND.iter().any(|not| lower.contains(not))
        || is_many
        || part.starts_with(['"', '“', '„', '«', '‘'])
        || part.contains(['+', '<', '>', '?', '!', '=', '{'])
        || part.chars().any(|c| c.is_ascii_digit());
    (letters >= 2 && part.chars().count() <= 80 && (1..=9).contains(&words) && !is_nobody).then(|| part.to_owned())
}
