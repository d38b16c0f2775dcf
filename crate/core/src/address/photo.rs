//! Which photo an address names.

use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{short, split};

/// The one host photos are fetched from.
const PHOTO_HOST: &str = "media.licdn.com";
/// Hosts of older addresses, and of LinkedIn's former pages in China: read, never fetched.
const OLDER_HOSTS: [&str; 6] = [
    "media-exp1.licdn.com",
    "media-exp2.licdn.com",
    "media-exp3.licdn.com",
    "media.licdn.cn",
    "m.c.lnkd.licdn.com",
    "media.linkedin.com",
];
/// What stands before the size in the addresses of people's photos, and whether a frame is drawn into the picture.
const KINDS: [(&str, bool); 3] =
    [("profile-displayphoto-", false), ("profile-originalphoto-", false), ("profile-framedphoto-", true)];
/// How a rendition was made of the upload.
const RESIZINGS: [&str; 3] = ["shrink_", "scale_", "crop_"];
/// The longest side an address may state, in pixels: LinkedIn takes uploads of up to 8K.
const MAX_SIDE: u32 = 8192;
/// The longest side of the square renditions of people's photos before 2018; pictures in articles had 800.
const OLDEST_MAX_SIDE: u32 = 500;
/// `e` in addresses that never expire: the last second of a 32-bit clock.
const NEVER: i64 = 2_147_483_647;
/// LinkedIn opened on 5 May 2003; no photo was set there before (epoch milliseconds).
pub(crate) const FIRST_DAY: i64 = 1_052_092_800_000;

/// One upload of one photo: LinkedIn's asset id, the same for every size; for an address without one, its path.
///
/// One upload belongs to one account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
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
    /// The rendition's shorter side in pixels, 0 if the address does not say.
    pub side: u32,
    /// Whether a frame (#OpenToWork, #Hiring) is drawn into the picture. A framed photo is an upload of its own, with
    /// a time of its own: see [`Self::set_at`].
    pub is_framed: bool,
    /// When the photo was plausibly set, in epoch milliseconds. `None` for a framed photo, whose address has the time
    /// at which the frame was put on.
    pub set_at: Option<i64>,
    /// When the address stops working, in epoch milliseconds; `None` if it never does or does not say.
    pub expires_at: Option<i64>,
}

impl PhotoAddress {
    /// Reads the address of a person's photo on LinkedIn's photo hosts, past and present; `None` for anything else
    /// there (logos, backgrounds, covers of articles, pictures in posts), for addresses without a size, which load
    /// nothing, and for other hosts.
    #[must_use]
    pub fn read(url: &str) -> Option<Self> {
        let (host, path, query) = split(url)?;
        if host != PHOTO_HOST && !OLDER_HOSTS.contains(&host) || !is_plain(url) {
            return None;
        }
        match path.as_slice() {
            ["dms", "image", "v2", asset, rest @ ..] | ["dms", "image", asset, rest @ ..] => {
                Self::of_asset(url, asset, rest, query)
            }
            ["mpr", rest @ ..] => Self::of_oldest(url, rest),
            _ => None,
        }
    }

    /// Of what follows `/dms/image/` or `/dms/image/v2/`: an asset, its rendition, and what else the page's address has,
    /// the time last.
    fn of_asset(url: &str, asset: &str, rest: &[&str], query: &str) -> Option<Self> {
        let (rendition, rest) = rest.split_first()?;
        let (size, is_framed) =
            KINDS.iter().find_map(|(kind, framed)| Some((rendition.strip_prefix(kind)?, *framed)))?;
        let is_framed = is_framed || is_framed_asset(asset);
        let time = || rest.last()?.parse().ok().filter(|ms| *ms >= FIRST_DAY);
        Some(Self {
            id: PhotoId(asset.to_owned()),
            url: url.to_owned(),
            side: RESIZINGS.iter().find_map(|way| side(size.strip_prefix(way)?, MAX_SIDE))?,
            is_framed,
            set_at: if is_framed { None } else { time() },
            expires_at: parameter(query, "e")
                .and_then(|s| s.parse::<i64>().ok())
                .filter(|s| *s > 1 && *s != NEVER)
                .and_then(|s| s.checked_mul(1000)),
        })
    }

    /// Of what follows `/mpr/`, as photos were addressed until about 2018: members' pictures by the API (`mprx/0_…`), on
    /// public profiles (`pub/image-…`), and square renditions (`mpr/shrinknp_200_200/….jpg`). Logos there are PNG
    /// files without a size.
    fn of_oldest(url: &str, rest: &[&str]) -> Option<Self> {
        let (upload, side) = match rest {
            ["mprx", picture] if picture.starts_with("0_") => (rest, 0),
            ["pub", picture, _] if picture.starts_with("image-") => (rest, 0),
            ["mpr", rendition, upload @ .., file] if file.ends_with(".jpg") => {
                let size = rendition.strip_prefix("shrinknp_").or_else(|| rendition.strip_prefix("shrink_"))?;
                let (width, height) = size.split_once('_')?;
                let side = side(size, OLDEST_MAX_SIDE).filter(|_| width == height)?;
                (&rest[rest.len() - upload.len() - 1..], side)
            }
            _ => return None,
        };
        Some(Self {
            id: PhotoId(format!("/{}", upload.join("/"))),
            url: url.to_owned(),
            side,
            is_framed: false,
            set_at: None,
            expires_at: None,
        })
    }

    /// Whether it is on the host that photos are fetched from, the only one the extension may ask.
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

/// Whether an address's path is written in the one plain way: what is encoded, empty or relative may lead elsewhere
/// than it reads, and LinkedIn writes nothing of the kind.
fn is_plain(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches("https://");
    path.split('/').skip(1).all(|segment| {
        !matches!(segment, "" | "." | "..")
            && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~=+,".contains(&byte))
    })
}

/// Whether an asset's id is that of a framed photo: `D4D35…`, `D5635…`, where other photos have `03` for the `35`.
fn is_framed_asset(asset: &str) -> bool {
    matches!(asset.as_bytes(), [b'A'..=b'Z', b'0'..=b'9', b'A'..=b'Z' | b'0'..=b'9', b'3', b'5', ..])
}

/// The shorter side of a size, `200_200`; `None` when it is no size, or has a side of none or more than `most` pixels.
fn side(size: &str, most: u32) -> Option<u32> {
    let (width, height) = size.split_once('_')?;
    let read = |side: &str| {
        let digits = side.bytes().all(|byte| byte.is_ascii_digit());
        side.parse().ok().filter(|side| digits && (1..=most).contains(side))
    };
    Some(read(width)?.min(read(height)?))
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

    fn read(place: &str) -> Option<PhotoAddress> {
        PhotoAddress::read(&format!("https://{place}"))
    }

    #[test]
    fn older_hosts_are_read_and_never_fetched() {
        for host in OLDER_HOSTS {
            let photo =
                read(&format!("{host}/dms/image/C5603AQ5/profile-displayphoto-shrink_800_800/0/1517000000000?e=1"));
            let photo = photo.unwrap();
            assert_eq!((photo.side, photo.set_at), (800, Some(1_517_000_000_000)), "{host}");
            assert!(!photo.is_fetchable(), "{host}");
        }
    }

    #[test]
    fn every_kind_of_persons_photo_is_read() {
        for (path, side) in [
            ("dms/image/C4E04AQx/profile-originalphoto-shrink_900_1200/0/1600000000000?e=1620000000&v=beta&t=x", 900),
            ("dms/image/C4E04AQx/profile-originalphoto-shrink_450_600/0?e=1528833600&v=beta&t=x", 450),
            ("dms/image/v2/D4D03AQ/profile-displayphoto-scale_400_400/B4DZ7.O87mJQAY-/0/1782113463737?e=1", 400),
            ("dms/image/v2/D4D03AQ/profile-displayphoto-crop_800_800/B4DZ7/0/1782113463737", 800),
            ("dms/image/v2/D5603AQ/profile-displayphoto-scale_400_400/B56Z.jpg", 400),
            ("mpr/mpr/shrinknp_200_200/p/2/005/021/010/260ad65.jpg", 200),
            ("mpr/mpr/shrink_80_80/AAEAAQAAAAAAAAihAAAAJGUwYjY5NWRi.jpg", 80),
            ("mpr/mprx/0_yHCbiqwqTs-KLVTZOW5q", 0),
            ("mpr/pub/image-4MS9vkWJO0EP/david-example.jpg", 0),
        ] {
            let photo = read(&format!("media.licdn.com/{path}"));
            assert_eq!(photo.as_ref().map(|photo| photo.side), Some(side), "{path}");
            assert!(photo.is_some_and(|photo| photo.is_fetchable() && !photo.is_framed), "{path}");
        }
        let oldest = |rest: &str| read(&format!("media.licdn.com/mpr/mpr/{rest}")).map(|photo| photo.id);
        assert_eq!(oldest("shrink_80_80/p/2/0c7.jpg"), oldest("shrinknp_400_400/p/2/0c7.jpg"));
        assert_ne!(oldest("shrink_80_80/p/2/0c7.jpg"), oldest("shrink_80_80/p/3/0c7.jpg"));
    }

    #[test]
    fn a_framed_photo_does_not_say_when_the_photo_was_set() {
        for path in [
            "D4D35AQG37/profile-framedphoto-shrink_100_100/profile-framedphoto-shrink_100_100/0/1722933965745?e=1",
            "D4D03AQG37/profile-framedphoto-shrink_400_400/0/1722933965745",
            "D5635AQG37/profile-displayphoto-shrink_400_400/0/1722933965745",
        ] {
            let photo = read(&format!("media.licdn.com/dms/image/v2/{path}")).unwrap();
            assert!(photo.is_framed && photo.set_at.is_none(), "{path}");
        }
        let display = "media.licdn.com/dms/image/v2/D4D03AQ35/profile-displayphoto-shrink_400_400/0/1722933965745";
        assert_eq!(read(display).map(|photo| (photo.is_framed, photo.set_at)), Some((false, Some(1_722_933_965_745))));
    }

    #[test]
    fn what_never_expires_has_no_end() {
        let url = "media.licdn.com/dms/image/v2/D4/profile-displayphoto-scale_200_200/B4/0/1753099386167";
        assert_eq!(read(&format!("{url}?e=2147483647&v=beta&t=x")).unwrap().expires_at, None);
        assert_eq!(read(&format!("{url}?e=9223372036854775807")).unwrap().expires_at, None);
    }

    #[test]
    fn pictures_of_no_person_are_refused() {
        for path in [
            "media/AAYQAQQSAAgAAQAAAAAAAB1e6snRoUYA4fXr6nzrvZcmT4.jpg",
            "media/gcrc/dms/image/C4E12AQx/article-cover_image-shrink_720_1280/0?e=1600000000",
            "media/dms/image/v2/D4/profile-displayphoto-shrink_100_100/0/1718000000000",
            "media/p/6/000/1ee/17b/30e7016.jpg",
            "dms/image/v2/C4/company-logo_100_100/0/1",
            "dms/image/v2/C4/profile-displaybackgroundimage-shrink_200_800/0/1",
            "dms/image/v2/C4/profile-displayphotobackground-shrink_200_200/0/1",
            "dms/image/v2/C4/article-cover_image-shrink_720_1280/0/1",
            "dms/image/v2/C4/feedshare-shrink_800/0/1",
            "dms/image/sync/v2/C4/articleshare-shrink_480/0/1",
            "dms/image/v2/profile-displayphoto-shrink_100_100/0/1718000000000",
            "dms/image/v2/C4/videocover-low/profile-displayphoto-shrink_100_100/0/1",
            "mpr/mpr/p/2/000/082/2e6/39570d2.png",
            "mpr/mpr/AAEAAQAAAAAAAAICAAAAJGMzNTU2NTc2.jpg",
            "mpr/mpr/shrinknp_800_800/AAEAAQAAAAAAAAICAAAA.jpg",
            "mpr/mpr/shrinknp_200_100/AAEAAQAAAAAAAAICAAAA.jpg",
            "scds/concat/common/images/ghost.png",
            "a",
            "",
        ] {
            assert_eq!(read(&format!("media.licdn.com/{path}")), None, "{path}");
        }
        assert_eq!(read("static.licdn.com/aero-v1/sc/h/ghost"), None);
    }

    #[test]
    fn an_address_without_a_size_is_refused() {
        for rendition in [
            "profile-displayphoto-shrink_",
            "profile-displayphoto-shrink_200",
            "profile-displayphoto-shrink_200_",
            "profile-displayphoto-shrink_0_0",
            "profile-displayphoto-shrink_+200_200",
            "profile-displayphoto-shrink_200_200_200",
            "profile-displayphoto-shrink_99999_99999",
            "profile-displayphoto-shrink_200_200x",
            "profile-displayphoto",
        ] {
            let url = format!("media.licdn.com/dms/image/v2/C4E03AQDNxril3RavGD/{rendition}");
            assert_eq!(read(&url), None, "{rendition}");
            assert_eq!(read(&format!("{url}/0/1718000000000?e=1")), None, "{rendition}");
        }
    }

    #[test]
    fn hostile_addresses_are_refused() {
        const PHOTO: &str = "dms/image/v2/C4/profile-displayphoto-shrink_100_100/0/1718000000000";
        for start in [
            "https://media.licdn.com.evil.test/",
            "https://evil-media.licdn.com/",
            "https://media.licdn.com./",
            "https://MEDIA.licdn.com/",
            "https://media.licdn.com:8443/",
            "https://media.licdn.com:443/",
            "https://user@media.licdn.com/",
            "https://user:pass@media.licdn.com/",
            "https://media.licdn.com@evil.test/",
            "https://media.licdn.com\\@evil.test/",
            "https://media.licdn.com\\",
            "https://media.licdn.com%2f",
            "https://media.licdn.com/x/../",
            "https://media.licdn.com/./",
            "https://media.licdn.com//",
            "https://media.licdn.com/%2e%2e/",
            "https://evil.test/https://media.licdn.com/",
            "https://evil.test/?https://media.licdn.com/",
            "https://media.licdn.com?/",
            "https://media.licdn.com#/",
            "https:media.licdn.com/",
            "https:///media.licdn.com/",
            "HTTPS://media.licdn.com/",
            "http://media.licdn.com/",
            "//media.licdn.com/",
            "javascript://media.licdn.com/",
            "data:image/gif;base64,",
            "blob:https://media.licdn.com/",
            " https://media.licdn.com/",
            "https://m\u{435}dia.licdn.com/",
        ] {
            assert_eq!(PhotoAddress::read(&format!("{start}{PHOTO}")), None, "{start}");
        }
        assert!(PhotoAddress::read(&format!("https://media.licdn.com/{PHOTO}")).is_some());
        for path in [
            "dms/image/v2/C4%2F../profile-displayphoto-shrink_100_100/0/1",
            "dms/image/v2/C4/profile-displayphoto-shrink_100_100%2f/0/1",
            "dms/image/v2/C4/profile-displayphoto-shrink_100_100/../../../../evil/0",
            "dms/image/v2/C4/profile-displayphoto-shrink_100_100/..",
            "dms/image/v2/C4\\..\\/profile-displayphoto-shrink_100_100/0/1",
            "dms/image/v2//profile-displayphoto-shrink_100_100/0/1",
            "dms/image/v2/C4/profile-displayphoto-shrink_100_100/\u{e4}/1",
            "dms/image/v2/C4/profile-displayphoto-shrink_100_100/a b/1",
            "dms/image/v2/C4/Profile-displayphoto-shrink_100_100/0/1",
        ] {
            assert_eq!(read(&format!("media.licdn.com/{path}")), None, "{path}");
        }
        assert_eq!(read(&format!("media.licdn.com/{PHOTO}?{}", "x".repeat(2000))), None);
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
