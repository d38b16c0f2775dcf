//! Sites other than LinkedIn with a page for each person, by address.

use percent_encoding::percent_decode_str;

use super::link::{Link, matches};

/// Sites with a page for each person, whose title begins with that person's name: host, and how the path of a person's
/// page begins.
const PERSON_PAGES: &[(&str, &str)] = &[
    ("xing.com", "/profile/"),
    ("facebook.com", "/"),
    ("instagram.com", "/"),
    ("x.com", "/"),
    ("twitter.com", "/"),
    ("github.com", "/"),
    ("about.me", "/"),
    ("crunchbase.com", "/person/"),
    ("researchgate.net", "/profile/"),
    ("theorg.com", "/org/"),
    ("imdb.com", "/name/"),
    ("vk.com", "/"),
    ("ok.ru", "/profile/"),
    ("viadeo.com", "/profile/"),
    ("behance.net", "/"),
    ("medium.com", "/@"),
    ("tiktok.com", "/@"),
    ("youtube.com", "/@"),
    ("angel.co", "/u/"),
    ("wellfound.com", "/u/"),
    ("rocketreach.co", "/"),
    ("zoominfo.com", "/p/"),
];

/// The path segment before one person's page on a firm's or a conference's site, in lower case.
const PEOPLE: &[&str] = &[
    "team",
    "our-team",
    "the-team",
    "people",
    "our-people",
    "person",
    "staff",
    "leadership",
    "management",
    "board",
    "faculty",
    "attorneys",
    "lawyers",
    "speakers",
    "speaker",
    "bio",
    "profile",
    "profiles",
    "wiki",
    "mitarbeiter",
    "personen",
    "referenten",
    "equipe",
    "intervenants",
    "equipo",
    "ponentes",
    "persone",
    "relatori",
    "medewerkers",
    "sprekers",
    "palestrantes",
];

impl Link {
    /// The last segment of the path as words, if the segment before shows that each person has a page there
    /// ("/team/kim-sample").
    pub(super) fn listed_person(&self) -> Option<String> {
        let segments: Vec<&str> = self.segments().collect();
        let (last, before) = segments.split_last()?;
        let group = before.last()?.to_lowercase();
        let last = percent_decode_str(last).decode_utf8().ok()?.to_lowercase();
        let last = last.split('.').next()?;
        PEOPLE.contains(&group.as_str()).then(|| last.replace(['-', '_', '+'], " "))
    }

    /// What comes after the beginning of a person's page, on a site that has one for each.
    pub(super) fn person_of(&self) -> Option<&str> {
        let path = self.path.split(['?', '#']).next()?.trim_end_matches('/');
        PERSON_PAGES.iter().filter(|(host, _)| matches(&self.host, host)).find_map(|(_, start)| {
            let person = path.strip_prefix(start)?;
            (!person.is_empty() && (*start != "/" || !person.contains('/'))).then_some(person)
        })
    }
}
