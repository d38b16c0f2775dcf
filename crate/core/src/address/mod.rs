//! Addresses as LinkedIn writes them: whose profile, which photo.
//!
//! Addresses come resolved and normalised by the browser, so plain splitting is enough and the `url` crate
//! (with its tables of international host names) stays out of the download.

mod photo;
mod profile;
mod short;

pub(crate) use photo::FIRST_DAY;
pub use photo::{PhotoAddress, PhotoId};
pub use profile::ProfileId;

/// The longest address that is read, in bytes.
const MAX_LENGTH: usize = 2000;

/// Splits an absolute https address into host, path segments and query.
fn split(address: &str) -> Option<(&str, Vec<&str>, &str)> {
    if address.len() > MAX_LENGTH || address.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let rest = address.strip_prefix("https://")?;
    let rest = rest.split('#').next()?;
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    if host.contains(['@', ':']) {
        return None;
    }
    Some((host, path.split('/').filter(|segment| !segment.is_empty()).collect(), query))
}

/// Whether an address links a page, school, group, event or newsletter: what an invitation other than to
/// connect is about.
#[must_use]
pub fn is_organisation(address: &str) -> bool {
    const KINDS: [&str; 7] = ["company", "school", "showcase", "groups", "events", "newsletters", "organization"];
    split(address).is_some_and(|(host, path, _)| {
        is_linkedin(host) && path.len() > 1 && path.first().is_some_and(|kind| KINDS.contains(kind))
    })
}

/// Whether an address leads to LinkedIn's search for people; hashtags lead to that for everything.
pub(crate) fn is_people_search(address: &str) -> bool {
    split(address)
        .is_some_and(|(host, path, _)| is_linkedin(host) && path.starts_with(&["search", "results", "people"]))
}

/// Characters that change how other characters are shown: bidirectional marks, embeddings, overrides and
/// isolates, zero-width joints, soft hyphen, byte order mark.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn is_linkedin(host: &str) -> bool {
    host == "linkedin.com" || host.ends_with(".linkedin.com")
}
