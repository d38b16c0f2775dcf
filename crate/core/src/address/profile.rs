//! Whose profile an address names.

use std::sync::Arc;

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use super::{is_invisible, is_linkedin, split};
use crate::base64;

/// The longest profile name in an address, in characters; LinkedIn allows 100.
const MAX_SLUG: usize = 200;
/// How an address by member begins: base64url of a tag, then the member's number.
const MEMBER_PREFIX: &str = "ACoAA";

/// Which profile an address names: its slug in lower case, or the member code (`ACoAA…`) as it is.
///
/// One account may have several: a changed slug, a member code. One upload shown under both joins them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProfileId(Arc<str>);

impl ProfileId {
    /// Reads `https://www.linkedin.com/in/<slug>/…`; a locale suffix, an overlay and the query do not count.
    #[must_use]
    pub fn from_address(address: &str) -> Option<Self> {
        let (host, path, _) = split(address)?;
        match path.as_slice() {
            ["in", name, ..] if is_linkedin(host) => Self::from_name(name),
            _ => None,
        }
    }

    /// The id of a profile as it was stored.
    pub(crate) fn stored(name: &str) -> Self {
        Self(name.into())
    }

    fn from_name(name: &str) -> Option<Self> {
        if name.starts_with(MEMBER_PREFIX) {
            return (name.len() <= MAX_SLUG
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'))
            .then(|| Self(name.into()));
        }
        let slug = percent_decode_str(name).decode_utf8().ok()?.to_lowercase();
        let is_odd = |c: char| c.is_control() || c.is_whitespace() || is_invisible(c) || "/?#%\\".contains(c);
        let fits = slug.chars().count() <= MAX_SLUG && !slug.chars().any(is_odd);
        (fits && !slug.is_empty()).then_some(Self(slug.into()))
    }

    /// The member's number, where the address carries it: bytes 4 to 7 of the code, big-endian.
    #[must_use]
    pub fn member(&self) -> Option<u32> {
        Self::member_of(&self.0)
    }

    /// The member's number, from the slug or member code in a sighting's key.
    pub(crate) fn member_of(name: &str) -> Option<u32> {
        // 12 characters are bytes 0 to 8.
        let code = name.starts_with(MEMBER_PREFIX).then(|| name.get(..12))??;
        let bits = code.bytes().try_fold(0_u128, |bits, symbol| {
            let value = base64::value_in_address(symbol)?;
            Some(bits << 6 | u128::from(value))
        })?;
        u32::try_from(bits >> 8 & u128::from(u32::MAX)).ok()
    }

    /// The slug or member code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The profile's address.
    #[must_use]
    pub fn to_address(&self) -> String {
        let name = percent_encoding::utf8_percent_encode(&self.0, percent_encoding::NON_ALPHANUMERIC).to_string();
        format!("https://www.linkedin.com/in/{}/", name.replace("%2D", "-").replace("%5F", "_"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(address: &str) -> Option<String> {
        ProfileId::from_address(address).map(|id| id.as_str().to_owned())
    }

    #[test]
    fn every_form_of_a_profiles_address_gives_one_id() {
        let plain = id("https://www.linkedin.com/in/kim-sample-1/");
        assert_eq!(plain.as_deref(), Some("kim-sample-1"));
        for other in ["in/Kim-Sample-1", "in/kim-sample-1/de/", "in/kim-sample-1/overlay/photo/", "in/kim-sample-1?x=1"]
        {
            assert_eq!(id(&format!("https://de.linkedin.com/{other}")), plain, "{other}");
        }
        assert_eq!(id("https://www.linkedin.com/in/j%C3%BCrgen/"), id("https://www.linkedin.com/in/J\u{dc}rgen/"));
    }

    #[test]
    fn an_id_gives_its_address_again() {
        for slug in ["kim-sample-1", "jürgen", "ACoAABCDEFGH"] {
            let known = ProfileId(slug.into());
            assert_eq!(ProfileId::from_address(&known.to_address()), Some(known));
        }
    }

    #[test]
    fn other_addresses_are_no_profiles() {
        for address in [
            "https://linkedin.com.evil.test/in/kim/",
            "https://evil.test/https://www.linkedin.com/in/kim/",
            "https://user@www.linkedin.com/in/kim/",
            "javascript:alert(1)//www.linkedin.com/in/kim/",
            "http://www.linkedin.com/in/kim/",
            "https://www.linkedin.com/in/",
            "https://www.linkedin.com/in/a%2Fb/",
            "https://www.linkedin.com/in/kim%E2%80%AE/",
            "https://www.linkedin.com/in/ki%E2%80%8Bm/",
            "https://www.linkedin.com/in/kim%20/",
            "https://www.linkedin.com/company/kim/",
        ] {
            assert_eq!(id(address), None, "{address}");
        }
    }

    #[test]
    fn reads_the_member_number() {
        let member = |code: &str| ProfileId(code.into()).member();
        let code = base64::encode(&[0, 0x2a, 0x00, 0x00, 0x01, 0x02, 0x03, 0x04, 9, 9, 9, 9]);
        assert!(code.starts_with(MEMBER_PREFIX));
        assert_eq!(member(&code), Some(0x0102_0304));
        assert_eq!(member("ACoAAP-_-_8JCQkJ"), Some(0xffbf_fbff));
        for other in ["kim", "ACoAAAECAw", "ACoAAAEC!wQJ", "ACoAAAECAwé"] {
            assert_eq!(member(other), None, "{other}");
        }
    }
}
