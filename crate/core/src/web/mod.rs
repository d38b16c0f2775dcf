//! What a search of the web for a photo found: links and titles of a result page → whose they are.
//!
//! Everything here was written by strangers: by the pages found, and by whoever made them. A hit never proves that its
//! page shows the photo; the engine says so, and the user can look.

mod link;
mod portraits;
mod title;

use serde::{Deserialize, Serialize};

pub use link::Link;

use crate::address::ProfileId;
use crate::names::{Likeness, ReadName};

/// The longest title that is read, in characters; result pages cut theirs at about 80.
const MAX_TITLE: usize = 300;

/// One result of a search, as read from the engine's page or answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Hit {
    /// Where it leads, possibly wrapped in an address of the engine.
    pub url: String,
    /// The title that the engine shows for it.
    pub title: String,
    /// The engine calls it the same picture; a picture that is only similar says nothing.
    pub exact: bool,
}

/// Whose invitation the photo belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Inviter<'a> {
    /// Their profile.
    pub profile: &'a ProfileId,
    /// Their displayed name.
    pub name: &'a str,
}

/// What a hit is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Place {
    /// The inviter's own profile.
    OwnProfile,
    /// Another profile on LinkedIn, under this name.
    Profile {
        /// The name in its title.
        name: String,
        /// Whether it may be the inviter's.
        likeness: Likeness,
    },
    /// A page that lists profiles, or a profile whose title names nobody.
    Unnamed,
    /// A site that offers portraits.
    Portraits {
        /// What it is called.
        site: String,
    },
    /// A page elsewhere whose title names the inviter.
    SameName,
    /// Somebody's own page on a site that has one for each person, under another name.
    OtherName {
        /// The name in its title.
        name: String,
    },
    /// Any other page.
    Page,
}

/// A hit that counts, with what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// Its address, unwrapped.
    pub url: String,
    /// Its host, as shown to the user.
    pub host: String,
    /// Its title, shortened.
    pub title: String,
    /// What it is.
    pub place: Place,
}

/// Reads a hit. `None` for a picture that is only similar, an address that is none, and the engine's own pages.
#[must_use]
pub fn read(hit: &Hit, inviter: Inviter<'_>) -> Option<Found> {
    if !hit.exact {
        return None;
    }
    let link = Link::read(&hit.url)?;
    let title: String = hit.title.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MAX_TITLE).collect();
    let place = place(&link, &title, inviter);
    Some(Found { host: link.host().to_owned(), url: link.into_address(), title, place })
}

fn place(link: &Link, title: &str, inviter: Inviter<'_>) -> Place {
    let own = ReadName::new(inviter.name);
    if link.is_linkedin() {
        if link.profile().as_ref() == Some(inviter.profile) {
            return Place::OwnProfile;
        }
        let name = if link.is_profile() { title::on_linkedin(title) } else { None };
        return match name {
            Some(name) => Place::Profile { likeness: own.compare(&ReadName::new(&name)), name },
            None => Place::Unnamed,
        };
    }
    if let Some(site) = portraits::site(link.host()) {
        return Place::Portraits { site: site.to_owned() };
    }
    if title::names(title, &own) {
        return Place::SameName;
    }
    match link.person_of().and_then(|_| title::on_profile_site(title)) {
        Some(name) if own.compare(&ReadName::new(&name)) == Likeness::Different => Place::OtherName { name },
        _ => Place::Page,
    }
}

/// The other people among LinkedIn profiles that were found: one name each, those that cannot be one person's.
#[must_use]
pub fn other_people(found: &[Found]) -> Vec<&str> {
    let mut people: Vec<(&str, ReadName)> = Vec::new();
    for hit in found {
        if let Place::Profile { name, likeness: Likeness::Different } = &hit.place {
            let read = ReadName::new(name);
            if people.iter().all(|(_, known)| known.compare(&read) == Likeness::Different) {
                people.push((name, read));
            }
        }
    }
    people.into_iter().map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests;
