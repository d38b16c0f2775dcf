//! Reads the results of a web search for a photo: links and titles of a result page → whose pages they are.
//!
//! All of it was written by strangers. A hit never proves that its page shows the photo as its own: LinkedIn's public
//! profiles show small pictures of other people ("People also viewed"), and engines call such a page a match. So a hit
//! is only a finding, and the user can look.

mod link;
mod person_page;
mod portraits;
mod title;

use serde::{Deserialize, Serialize};

pub use link::Link;

use crate::address::ProfileId;
use crate::invitation::text;
use crate::names::{NameMatch, ReadName};
use link::OnLinkedIn;

/// The longest title that is kept, in characters; result pages cut theirs at about 80.
const MAX_TITLE: usize = 120;
/// The longest title that is read, in characters.
const MAX_READ: usize = 2000;

/// One result of a search, as read from the engine's page or answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Hit {
    /// Where it leads; as sent, possibly wrapped in an address of the engine.
    pub url: String,
    /// The title that the engine shows for it.
    pub title: String,
    /// The engine calls it the same picture; a picture that is only similar says nothing.
    pub same: bool,
}

impl Hit {
    /// The hit as it is kept: unwrapped, of one line, of bounded length. `None` for what is no address, and for the
    /// engine's own pages. Applying it twice changes nothing.
    #[must_use]
    pub fn kept(&self) -> Option<Self> {
        let link = Link::read(&self.url)?;
        let title = text::line(&title::without_markup(text::line(&self.title, MAX_READ)), MAX_TITLE);
        Some(Self { url: link.kept(), title, same: self.same })
    }
}

/// The inviter who shows the photo: what results are compared with.
#[derive(Debug)]
pub struct Inviter {
    /// Their profiles.
    pub profiles: Vec<ProfileId>,
    /// Their displayed name, first, and earlier ones.
    pub names: Vec<ReadName>,
}

/// The kind of page a hit leads to, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// [`Page::OtherProfile`]
    OtherProfile,
    /// [`Page::Portraits`]
    Portraits,
    /// [`Page::OtherName`]
    OtherName,
    /// [`Page::Unclear`]
    Unclear,
    /// [`Page::SameName`]
    SameName,
    /// [`Page::OwnProfile`]
    OwnProfile,
    /// [`Page::Directory`]
    Directory,
    /// [`Page::Similar`]
    Similar,
}

/// The page that a hit leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// A profile on LinkedIn under a name that is clearly another.
    OtherProfile {
        /// The name in its title.
        name: String,
    },
    /// A site that offers portraits.
    Portraits {
        /// What it is called.
        site: &'static str,
    },
    /// Somebody's own page elsewhere, under a name that is clearly another.
    OtherName {
        /// The name in its title.
        name: String,
    },
    /// A page that may be about anybody; also a profile at another address under the inviter's name, which is either
    /// theirs or the one they copied.
    Unclear,
    /// A page elsewhere whose title names the inviter.
    SameName,
    /// The inviter's own profile.
    OwnProfile,
    /// A list of people, or a page of a company, on LinkedIn.
    Directory {
        /// It lists several people, and does not say whose photo it shows.
        of_people: bool,
    },
    /// A picture that is only similar.
    Similar,
}

impl Page {
    /// Its kind alone.
    #[must_use]
    pub const fn kind(&self) -> PageKind {
        match self {
            Self::OtherProfile { .. } => PageKind::OtherProfile,
            Self::Portraits { .. } => PageKind::Portraits,
            Self::OtherName { .. } => PageKind::OtherName,
            Self::Unclear => PageKind::Unclear,
            Self::SameName => PageKind::SameName,
            Self::OwnProfile => PageKind::OwnProfile,
            Self::Directory { .. } => PageKind::Directory,
            Self::Similar => PageKind::Similar,
        }
    }

    /// The person it names, or what the site is called; else empty.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::OtherProfile { name } | Self::OtherName { name } => name,
            Self::Portraits { site } => site,
            _ => "",
        }
    }

    /// Whether its address alone shows that it is no evidence against the inviter. A page that names them does not:
    /// somebody who copied the owner's name has such pages too.
    #[must_use]
    pub const fn is_harmless(&self) -> bool {
        matches!(self, Self::OwnProfile | Self::Directory { of_people: false } | Self::Similar)
    }
}

/// A hit as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadHit {
    /// The key of the page or profile: two hits with one key lead to the same.
    pub key: String,
    /// Its host, as shown to the user.
    pub site: String,
    /// The profile on LinkedIn, if it is a profile's page.
    pub profile: Option<ProfileId>,
    /// The page that it leads to.
    pub page: Page,
}

impl ReadHit {
    /// A stored hit that can no longer be read: it does not count.
    pub(crate) fn unreadable(hit: &Hit) -> Self {
        Self { key: hit.url.clone(), site: String::new(), profile: None, page: Page::Similar }
    }
}

/// The key of a result, by its address; `None` for what is no web address.
#[must_use]
pub fn key_of(url: &str) -> Option<String> {
    Link::read(url).map(|link| link.key())
}

/// Whether a result's address or title names somebody.
#[must_use]
pub fn is_about(url: &str, title: &str, person: &Inviter) -> bool {
    Link::read(url).is_some_and(|link| person.profiles.iter().any(|profile| link.names(profile)))
        || person.names.iter().any(|name| title::names(title, name))
}

/// Reads a hit. `None` for what is no address, and the engine's own pages.
#[must_use]
pub fn read(hit: &Hit, inviter: &Inviter) -> Option<ReadHit> {
    let link = Link::read(&hit.url)?;
    let page = if hit.same { page_of(&link, &hit.title, inviter) } else { Page::Similar };
    let is_page = link.is_linkedin() && link.on_linkedin() == OnLinkedIn::Profile;
    let profile = link.profile().filter(|_| is_page);
    Some(ReadHit { key: link.key(), site: link.host().to_owned(), profile, page })
}

fn page_of(link: &Link, title: &str, inviter: &Inviter) -> Page {
    if link.is_linkedin() {
        return on_linkedin(link, title, inviter);
    }
    if let Some(site) = portraits::site(link.host()) {
        return Page::Portraits { site };
    }
    if inviter.names.first().is_some_and(|own| title::names(title, own)) {
        return Page::SameName;
    }
    let owner = match link.listed_person() {
        Some(listed) => title::listed(title, &listed),
        None => link.person_of().and_then(|_| title::on_profile_site(title)),
    };
    match owner {
        Some(name) if inviter.name_match(&name) == NameMatch::Different => Page::OtherName { name },
        _ => Page::Unclear,
    }
}

fn on_linkedin(link: &Link, title: &str, inviter: &Inviter) -> Page {
    if link.profile().is_some_and(|profile| inviter.profiles.contains(&profile)) {
        return Page::OwnProfile;
    }
    match link.on_linkedin() {
        OnLinkedIn::Organisation => Page::Directory { of_people: false },
        OnLinkedIn::Directory => Page::Directory { of_people: true },
        OnLinkedIn::Other => Page::Unclear,
        OnLinkedIn::Profile => match title::on_linkedin(title, &link.slug()) {
            Some(name) if inviter.name_match(&name) == NameMatch::Different => Page::OtherProfile { name },
            _ => Page::Unclear,
        },
    }
}

impl Inviter {
    /// Whether a name may be the inviter's: the best match with any of their names.
    fn name_match(&self, name: &str) -> NameMatch {
        let name = ReadName::new(name);
        let mut best = NameMatch::Different;
        for own in &self.names {
            match own.compare(&name) {
                NameMatch::Same => return NameMatch::Same,
                NameMatch::Unclear => best = NameMatch::Unclear,
                NameMatch::Different => {}
            }
        }
        // An inviter without a name cannot be told from anybody.
        if self.names.is_empty() { NameMatch::Unclear } else { best }
    }
}

/// The other people among profiles on LinkedIn, by the names in their titles: one name each, those that cannot be one
/// person's. Two hits of one profile are one person, whatever their titles.
#[must_use]
pub fn other_people<'a>(found: impl IntoIterator<Item = &'a ReadHit>) -> Vec<&'a str> {
    let mut people: Vec<(&str, &str, ReadName)> = Vec::new();
    for hit in found {
        let Page::OtherProfile { name } = &hit.page else { continue };
        let read = ReadName::new(name);
        let is_another =
            |(key, _, known): &(&str, &str, ReadName)| *key != hit.key && known.compare(&read) == NameMatch::Different;
        if people.iter().all(is_another) {
            people.push((&hit.key, name, read));
        }
    }
    people.into_iter().map(|(_, name, _)| name).collect()
}

#[cfg(test)]
mod tests;
