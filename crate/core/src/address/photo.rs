//! Which photo an address names.

use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{short, split};

/// The one host photos are fetched from.
const PHOTO_HOST: &str = "media.licdn.com";
/// Hosts of older addresses: read, never fetched.
const OLDER_HOSTS: [&str; 2] = ["media-exp1.licdn.com", "media-exp2.licdn.com"];
/// LinkedIn opened on 5 May 2003; no photo was set there before (epoch milliseconds).
pub(crate) const FIRST_DAY: i64 = 1_052_092_800_000;

/// One upload of one photo: LinkedIn's asset id, the same for every size; for an address without one, its path.
///
/// One upload belongs to one account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhotoId(String);

impl PhotoId {
    /// The id as text, as messages carry it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for PhotoId {
    fn from(id: String) -> Self {
        Self(id)
    }
}

/// What a photo's address says. Written as the address alone: all else is read from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoAddress {
    /// Which upload.
    pub id: PhotoId,
    /// The address as the page showed it: its size cannot be changed, each has its own token.
    pub url: String,
    /// The rendition's side in pixels, 0 if the address does not say.
    pub side: u32,
    /// When the photo was plausibly set, in epoch milliseconds.
    pub set_at: Option<i64>,
    /// When the address stops working, in epoch milliseconds.
    pub expires_at: Option<i64>,
}

impl PhotoAddress {
    /// Reads the address of a profile photo on LinkedIn's photo hosts; `None` for anything else there (logos,
    /// backgrounds) and for other hosts.
    #[must_use]
    pub fn read(url: &str) -> Option<Self> {
        let (host, path, query) = split(url)?;
        if host != PHOTO_HOST && !OLDER_HOSTS.contains(&host) {
            return None;
        }
        let (asset, rendition) = match path.as_slice() {
            ["dms", "image", "v2", asset, rendition, ..] => (Some(*asset), *rendition),
            ["dms", "image", asset, rendition, ..] => (Some(*asset), *rendition),
            ["dms", ..] => return None,
            [_, ..] => (None, ""),
            [] => return None,
        };
        if asset.is_some()
            && !["profile-displayphoto", "profile-framedphoto"].iter().any(|kind| rendition.starts_with(kind))
        {
            return None;
        }
        Some(Self {
            id: PhotoId(asset.map_or_else(|| format!("/{}", path.join("/")), str::to_owned)),
            url: url.to_owned(),
            side: rendition.rsplit('_').next().and_then(|n| n.parse().ok()).filter(|n| *n <= 4096).unwrap_or(0),
            set_at: path.last().and_then(|ms| ms.parse().ok()).filter(|ms| asset.is_some() && *ms >= FIRST_DAY),
            expires_at: parameter(query, "e")
                .and_then(|s| s.parse::<i64>().ok())
                .filter(|s| *s > 1)
                .and_then(|s| s.checked_mul(1000)),
        })
    }

    /// Whether it is on the host that photos are fetched from.
    #[must_use]
    pub fn is_fetchable(&self) -> bool {
        split(&self.url).is_some_and(|(host, ..)| host == PHOTO_HOST)
    }

    /// Serializes it for the store: as fewer bytes where that can be (in Firefox a text may take two a letter).
    pub(crate) fn serialize_short<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match short::shortened(&self.url) {
            Some(bytes) => serializer.serialize_bytes(&bytes),
            None => self.serialize(serializer),
        }
    }
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

impl Serialize for PhotoAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.url)
    }
}

impl<'de> Deserialize<'de> for PhotoAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Stored)
    }
}

/// Reads the address, also its short form; and the form before, an object with the address and all that it says.
struct Stored;

impl<'de> Visitor<'de> for Stored {
    type Value = PhotoAddress;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a photo's address")
    }

    fn visit_str<E: Error>(self, url: &str) -> Result<PhotoAddress, E> {
        PhotoAddress::read(url).ok_or_else(|| E::custom("not a photo's address"))
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<PhotoAddress, E> {
        self.visit_str(&short::whole(bytes).unwrap_or_default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<PhotoAddress, A::Error> {
        let mut url = String::new();
        while let Some(name) = fields.next_key::<String>()? {
            if name == "url" {
                url = fields.next_value()?;
            } else {
                fields.next_value::<IgnoredAny>()?;
            }
        }
        self.visit_str(&url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_all_an_address_says() {
        let url = "https://media.licdn.com/dms/image/v2/D4E03AQ/profile-displayphoto-shrink_200_200/B4/0/1718000000000?e=1790000000&v=beta&t=x";
        let photo = PhotoAddress::read(url).unwrap();
        assert_eq!(photo.id.as_str(), "D4E03AQ");
        assert_eq!(
            (photo.side, photo.set_at, photo.expires_at),
            (200, Some(1_718_000_000_000), Some(1_790_000_000_000))
        );
        assert!(photo.is_fetchable());
    }

    #[test]
    fn sizes_of_one_upload_are_one_photo() {
        let id = |rest: &str| PhotoAddress::read(&format!("https://media.licdn.com/dms/image/{rest}")).map(|p| p.id);
        let one = id("v2/D4/profile-displayphoto-shrink_100_100/0/1?e=1");
        assert!(one.is_some());
        assert_eq!(one, id("v2/D4/profile-displayphoto-scale_800_800/p/0/1718000000000"));
        assert_eq!(one, id("D4/profile-framedphoto-shrink_400_400/0/1"));
    }

    #[test]
    fn implausible_times_are_unknown() {
        let photo =
            PhotoAddress::read("https://media.licdn.com/dms/image/v2/x/profile-displayphoto-shrink_100_100/0/1?e=1")
                .unwrap();
        assert_eq!((photo.set_at, photo.expires_at), (None, None));
    }

    #[test]
    fn only_profile_photos_of_the_photo_hosts() {
        for url in [
            "https://media.licdn.com/dms/image/v2/C4/company-logo_100_100/0/1",
            "https://media.licdn.com/dms/image/v2/C4/profile-displaybackgroundimage-shrink_200_800/0/1",
            "https://static.licdn.com/aero-v1/sc/h/ghost",
            "https://media.licdn.com.evil.test/dms/image/v2/C4/profile-displayphoto-shrink_100_100/0/1",
            "https://media.licdn.com:8443/a",
            "https://media.licdn.com/",
            "data:image/gif;base64,R0lGODlh",
        ] {
            assert_eq!(PhotoAddress::read(url), None, "{url}");
        }
        assert_eq!(PhotoAddress::read("https://media.licdn.com/a").unwrap().id.as_str(), "/a");
        assert!(
            !PhotoAddress::read("https://media-exp1.licdn.com/dms/image/C4/profile-displayphoto-shrink_100_100/0/1")
                .unwrap()
                .is_fetchable()
        );
    }

    #[test]
    fn is_read_from_its_short_form_too() {
        use serde::de::value::{BytesDeserializer, Error};
        let url = "https://media.licdn.com/dms/image/v2/D4/profile-displayphoto-shrink_200_200/B4/0/1718000000000?e=1790000000";
        let read = |bytes: &[u8]| PhotoAddress::deserialize(BytesDeserializer::<Error>::new(bytes));
        let bytes = short::shortened(url).unwrap();
        assert!(bytes.len() < url.len());
        assert_eq!(read(&bytes).unwrap(), PhotoAddress::read(url).unwrap());
        assert!(read(&[255]).is_err());
        assert!(read(b"https://evil.test/a").is_err());
    }

    #[test]
    fn is_written_as_the_address_alone() {
        let url = "https://media.licdn.com/dms/image/v2/D4/profile-displayphoto-shrink_200_200/B4/0/1718000000000?e=1790000000";
        let photo = PhotoAddress::read(url).unwrap();
        assert_eq!(serde_json::to_value(&photo).unwrap(), url);
        let read = |json: serde_json::Value| serde_json::from_value::<PhotoAddress>(json);
        assert_eq!(read(url.into()).unwrap(), photo);
        // As version 1 of the store wrote it.
        assert_eq!(read(serde_json::json!({"id": "D4", "url": url, "side": 200})).unwrap(), photo);
        assert!(read("https://evil.test/a".into()).is_err());
        assert!(read(serde_json::json!({"id": "D4"})).is_err());
    }
}
