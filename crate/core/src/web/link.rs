//! Addresses on a result page: engines wrap them in addresses of their own.

use percent_encoding::percent_decode_str;

use crate::address::ProfileId;
use crate::base64;

/// The longest address that is read, in bytes.
const MAX_LENGTH: usize = 4000;
/// The longest address that is kept, in bytes; a longer one is cut to its site.
const MAX_KEPT: usize = 300;
/// A wrapped address may hold another wrapped one, this many times.
const MAX_WRAPS: usize = 4;

/// Addresses of engines, and of LinkedIn, that lead elsewhere: host, path, the parameters that hold the address. Seen in use
/// in 2026.
const WRAPPERS: &[(&str, &str, &[&str])] = &[
    ("google.", "/url", &["q", "url"]),
    ("google.", "/imgres", &["imgrefurl"]),
    ("bing.com", "/ck/a", &["u"]),
    ("bing.com", "/images/search", &["purl"]),
    ("duckduckgo.com", "/l/", &["uddg"]),
    ("yandex.", "/clck/", &["url"]),
    ("translate.google.", "/translate", &["u"]),
    ("facebook.com", "/l.php", &["u"]),
    // LinkedIn's sign-in pages: the address that was asked for is a parameter.
    ("linkedin.com", "/authwall", &["sessionRedirect"]),
    ("linkedin.com", "/login", &["session_redirect"]),
    ("linkedin.com", "/uas/login", &["session_redirect"]),
    ("linkedin.com", "/safety/go", &["url"]),
    ("linkedin.com", "/redir/", &["url"]),
    ("web.archive.org", "/web/", &[]),
];

/// Hosts of the engines themselves: their own pages are no results.
const ENGINES: &[&str] = &[
    "google.",
    "gstatic.com",
    "googleusercontent.com",
    "bing.com",
    "yandex.",
    "ya.ru",
    "tineye.com",
    "duckduckgo.com",
];

/// Pages of others on an engine's hosts.
const HOSTED: &[&str] = &["sites.google.", "scholar.google."];

/// A kind of page on LinkedIn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnLinkedIn {
    /// A profile's page: `/in/<slug>`, or `/pub/<name>/<a>/<b>/<c>` as old ones were.
    Profile,
    /// A list of people.
    Directory,
    /// A company, a school, a job: it shows small pictures of people.
    Organisation,
    /// A post, an article, a page below a profile: it is about somebody, and shows small pictures of others.
    Other,
}

/// A web address, unwrapped, split into host and path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    address: String,
    pub(super) host: String,
    pub(super) path: String,
}

impl Link {
    /// Reads an http or https address and undoes the engines' wrapping. `None` for what is no such address, carries
    /// credentials or a port, or stays on an engine's own pages.
    #[must_use]
    pub fn read(address: &str) -> Option<Self> {
        let mut link = Self::split(address)?;
        let mut wraps = 0;
        while let Some(inner) = link.wrapped() {
            wraps += 1;
            if wraps > MAX_WRAPS {
                return None;
            }
            link = Self::split(&inner)?;
        }
        let is_at = |sites: &[&str]| sites.iter().any(|site| matches(&link.host, site));
        let is_engine = is_at(ENGINES) && !is_at(HOSTED);
        (!is_engine).then_some(link)
    }

    fn split(address: &str) -> Option<Self> {
        let address = address.trim();
        if address.len() > MAX_LENGTH || address.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return None;
        }
        let (scheme, rest) = address.split_once("://")?;
        if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, path) = rest.split_at(end);
        // "/in/one/../other" leads to another page than it names.
        if path.split(['?', '#']).next().is_some_and(|path| path.split('/').any(|part| matches!(part, "." | ".."))) {
            return None;
        }
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let is_host = host.contains('.') && !host.contains(['@', ':', '\\', '%', '[']);
        is_host.then(|| Self { address: format!("https://{host}{path}"), host, path: path.to_owned() })
    }

    /// The address that an engine's address leads to.
    fn wrapped(&self) -> Option<String> {
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let (_, start, parameters) =
            WRAPPERS.iter().find(|(host, start, _)| matches(&self.host, host) && path.starts_with(start))?;
        if parameters.is_empty() {
            // An archive's copy: the address follows the date.
            return self.path.get(start.len()..)?.split_once('/').map(|(_, inner)| inner.to_owned());
        }
        query.split('#').next()?.split('&').find_map(|pair| {
            let (_, value) = pair.split_once('=').filter(|(name, _)| parameters.contains(name))?;
            let value = percent_decode_str(value).decode_utf8().ok()?;
            match value.strip_prefix("a1") {
                Some(coded) if matches(&self.host, "bing.com") => base64url(coded),
                // Beside the address, Google's may carry an empty one, or the words of the search ("q=&url=https…").
                _ => value.contains("://").then(|| value.into_owned()),
            }
        })
    }

    /// The host, without "www.".
    #[must_use]
    pub fn host(&self) -> &str {
        self.host.strip_prefix("www.").unwrap_or(&self.host)
    }

    /// The address itself.
    #[must_use]
    pub fn into_address(self) -> String {
        self.address
    }

    /// The address as it is kept: without what comes after `#`; without its query if it is too long with it; and if it
    /// is still too long, the site alone.
    pub(super) fn kept(&self) -> String {
        let whole = self.address.split('#').next().unwrap_or_default();
        let plain = whole.split('?').next().unwrap_or_default();
        let fits = [whole, plain].into_iter().find(|address| address.len() <= MAX_KEPT);
        fits.map_or_else(|| format!("https://{}/", self.host), str::to_owned)
    }

    /// The key of a result: the profile on LinkedIn, else the address.
    pub(super) fn key(&self) -> String {
        match self.profile() {
            Some(profile) => profile.to_address(),
            None => self.kept(),
        }
    }

    pub(super) fn is_linkedin(&self) -> bool {
        matches(&self.host, "linkedin.com")
    }

    /// The profile it leads to, on LinkedIn or one of its country hosts.
    pub(super) fn profile(&self) -> Option<ProfileId> {
        let address = self.address.replacen("/mwlite/in/", "/in/", 1);
        if self.is_linkedin() { ProfileId::from_address(&address) } else { None }
    }

    /// Whether a page of LinkedIn has this profile's slug in its address: the profile's own, one of the older form, a post
    /// ("/posts/kim-sample_…") or an article ("/pulse/…-kim-sample").
    pub(super) fn names(&self, profile: &ProfileId) -> bool {
        let slug = profile.as_str();
        let holds = |segment: &str| {
            let text = percent_decode_str(segment).decode_utf8_lossy().to_lowercase();
            let rest = text.strip_prefix(slug);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
                || text.strip_suffix(slug).is_some_and(|before| before.ends_with('-'))
        };
        self.is_linkedin() && (self.profile().as_ref() == Some(profile) || self.segments().skip(1).any(holds))
    }

    /// The kind of LinkedIn page that it leads to.
    pub(super) fn on_linkedin(&self) -> OnLinkedIn {
        let mut path = self.segments();
        let first = path.next().unwrap_or_default();
        let rest: Vec<&str> = path.collect();
        match (first, rest.as_slice()) {
            // A page of the profile's own, in some language; what lies below it shows others too.
            ("in", [_] | [_, "overlay", ..]) => OnLinkedIn::Profile,
            ("in", [_, language]) if language.len() == 2 || language.len() == 5 => OnLinkedIn::Profile,
            ("pub", [name, _, _, _]) if *name != "dir" => OnLinkedIn::Profile,
            ("pub" | "search" | "people" | "directory", _) => OnLinkedIn::Directory,
            (
                "company" | "school" | "showcase" | "jobs" | "learning" | "groups" | "events" | "products" | "services"
                | "newsletters" | "organization",
                _,
            ) => OnLinkedIn::Organisation,
            _ => OnLinkedIn::Other,
        }
    }

    /// The parts of the path, without empty ones.
    pub(super) fn segments(&self) -> impl Iterator<Item = &str> {
        let path = self.path.split(['?', '#']).next().unwrap_or_default();
        let mut segments = path.split('/').filter(|part| !part.is_empty()).peekable();
        // The page for phones.
        segments.next_if_eq(&"mwlite");
        segments
    }

    /// The slug in a profile's address: the segment after `/in/` or `/pub/`.
    pub(super) fn slug(&self) -> String {
        let slug = self.segments().nth(1).unwrap_or_default();
        percent_decode_str(slug).decode_utf8_lossy().into_owned()
    }
}

/// Whether a host is a site or below it; a site that ends in a dot stands for all countries ("google." is
/// "google.de", "www.google.co.uk", and never "google.evil.example").
pub(super) fn matches(host: &str, site: &str) -> bool {
    let below =
        |host: &str, site: &str| host.strip_suffix(site).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    match site.strip_suffix('.') {
        None => below(host, site),
        Some(name) => {
            let mut labels: Vec<&str> = host.split('.').collect();
            // "com", "de", "co.uk", "com.br": one label, or two short ones.
            labels.pop();
            if labels.last().is_some_and(|label| matches!(*label, "co" | "com")) {
                labels.pop();
            }
            below(&labels.join("."), name)
        }
    }
}

fn base64url(text: &str) -> Option<String> {
    let mut bits = 0_u32;
    let mut held = 0;
    let mut bytes = Vec::with_capacity(text.len());
    for symbol in text.trim_end_matches('=').bytes() {
        bits = bits << 6 | base64::value_in_address(symbol)?;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(wrapped: &str) -> Option<String> {
        Link::read(wrapped).map(Link::into_address)
    }

    #[test]
    fn wrapped_addresses_are_undone() {
        let target = "https://uk.linkedin.com/in/kim-sample";
        for wrapped in [
            "https://uk.linkedin.com/in/kim-sample",
            "http://uk.linkedin.com/in/kim-sample",
            "https://www.google.com/url?q=https://uk.linkedin.com/in/kim-sample&sa=U&ved=x",
            "https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fuk.linkedin.com%2Fin%2Fkim-sample",
            "https://www.google.com/url?sa=t&rct=j&q=&esrc=s&url=https%3A%2F%2Fuk.linkedin.com%2Fin%2Fkim-sample&usg=x",
            "https://www.google.com/url?q=kim+sample&url=https%3A%2F%2Fuk.linkedin.com%2Fin%2Fkim-sample",
            "https://www.linkedin.com/authwall?trk=gf&sessionRedirect=https%3A%2F%2Fuk.linkedin.com%2Fin%2Fkim-sample",
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fuk.linkedin.com%2Fin%2Fkim-sample&h=x",
            "https://www.linkedin.com/safety/go?url=https%3A%2F%2Fuk.linkedin.com%2Fin%2Fkim-sample&trk=x",
            "https://www.google.de/imgres?imgurl=https://x.example/1.jpg&imgrefurl=https%3A%2F%2Fuk.linkedin.com%2Fin%2Fkim-sample",
            "https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly91ay5saW5rZWRpbi5jb20vaW4va2ltLXNhbXBsZQ&ntb=1",
            "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fuk.linkedin.com%2Fin%2Fkim%2Dsample&rut=1",
            "https://web.archive.org/web/20250101000000/https://uk.linkedin.com/in/kim-sample",
            "https://www.google.com/url?q=https%3A%2F%2Fduckduckgo.com%2Fl%2F%3Fuddg%3Dhttps%253A%252F%252Fuk.linkedin.com%252Fin%252Fkim-sample",
        ] {
            assert_eq!(address(wrapped).as_deref(), Some(target), "{wrapped}");
        }
    }

    #[test]
    fn engines_and_other_texts_are_no_links() {
        for other in [
            "",
            "x",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://a.example/",
            "https://user@linkedin.com/in/kim",
            "https://www.linkedin.com:444/in/kim",
            "https://www.google.com/search?q=x",
            "https://lens.google.com/",
            "https://www.bing.com/ck/a?u=a1!!!!",
            "https://www.google.com/url?q=javascript:alert(1)",
            "https://localhost/",
            "https://web.archive.org/web/1/https://web.archive.org/web/2/https://web.archive.org/web/3/https://web.archive.org/web/4/https://web.archive.org/web/5/https://a.example/",
            "https://www.linkedin.com/in/kim/../somebody-else",
            "https://a b.example/",
        ] {
            assert_eq!(address(other), None, "{other}");
        }
        // Not Google's.
        assert!(
            address("https://google.evil.example/url?q=https://www.linkedin.com/in/kim")
                .is_some_and(|a| a.contains("evil"))
        );
        assert_eq!(
            address("https://xgoogle.com/url?q=https://a.example/"),
            Some("https://xgoogle.com/url?q=https://a.example/".to_owned())
        );
    }

    #[test]
    fn profiles_are_told_from_directories_and_posts() {
        for (address, expected) in [
            ("https://www.linkedin.com/in/kim/de", true),
            ("https://br.linkedin.com/in/kim?trk=x", true),
            ("https://www.linkedin.com/mwlite/in/kim", true),
            ("https://www.linkedin.com/in/kim/recent-activity/all", false),
            ("https://www.linkedin.com/pub/kim-sample/1/2a/345", true),
            ("https://www.linkedin.com/pub/dir/Kim/Sample", false),
            ("https://www.linkedin.com/pub/dir?firstName=Kim", false),
            ("https://www.linkedin.com/posts/kim-sample_activity-1", false),
            ("https://www.linkedin.com/company/kim", false),
            ("https://www.linkedin.com/in/", false),
            ("https://www.linkedin.com/authwall?trk=x", false),
            ("https://linkedin.com.evil.example/in/kim", false),
        ] {
            let link = Link::read(address).unwrap();
            assert_eq!(link.is_linkedin() && link.on_linkedin() == OnLinkedIn::Profile, expected, "{address}");
        }
    }
}
