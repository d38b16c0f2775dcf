//! Which photo an address names.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

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
/// The text before the size in the addresses of people's photos, and whether a frame is drawn into the picture.
const KINDS: [(&str, bool); 3] =
    [("profile-displayphoto-", false), ("profile-originalphoto-", false), ("profile-framedphoto-", true)];
/// How a rendition was made of the upload.
const RESIZINGS: [&str; 3] = ["shrink_", "scale_", "crop_"];
/// The longest side an address may state, in pixels: LinkedIn takes uploads of up to 8K.
const MAX_SIDE: u32 = 8192;
/// The longest side of the square renditions of people's photos before 2018; pictures in articles had 800.
const OLDEST_MAX_SIDE: u32 = 500;
/// The value of `e` in addresses that never expire: the last second of a 32-bit clock.
const NEVER: i64 = 2_147_483_647;
/// LinkedIn opened on 5 May 2003; no photo was set there before (epoch milliseconds).
pub(crate) const FIRST_DAY: i64 = 1_052_092_800_000;

/// One upload of one photo: LinkedIn's asset id, the same for every size; for an address without one, its path.
///
/// One upload belongs to one account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(transparent)]
pub struct PhotoId(Arc<str>);

impl PhotoId {
    /// The id as text, as messages carry it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for PhotoId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<String> for PhotoId {
    fn from(id: String) -> Self {
        Self(id.into())
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

    /// Reads what follows `/dms/image/` or `/dms/image/v2/`: an asset, its rendition, and the rest, with the time last.
    fn of_asset(url: &str, asset: &str, rest: &[&str], query: &str) -> Option<Self> {
        let (rendition, rest) = rest.split_first()?;
        let (size, is_framed) =
            KINDS.iter().find_map(|(kind, framed)| Some((rendition.strip_prefix(kind)?, *framed)))?;
        let is_framed = is_framed || is_framed_asset(asset);
        let time = || rest.last()?.parse().ok().filter(|ms| *ms >= FIRST_DAY);
        Some(Self {
            id: PhotoId(asset.into()),
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

    /// Reads what follows `/mpr/`, as photos were addressed until about 2018: members' pictures by the API (`mprx/0_…`), on
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
            id: PhotoId(format!("/{}", upload.join("/")).into()),
            url: url.to_owned(),
            side,
            is_framed: false,
            set_at: None,
            expires_at: None,
        })
    }

    /// Whether it is on the only host that the extension may fetch photos from.
    #[must_use]
    pub fn is_fetchable(&self) -> bool {
        split(&self.url).is_some_and(|(host, ..)| host == PHOTO_HOST)
    }

    /// The address in few bytes; `None` if it is not plain ASCII.
    pub(crate) fn to_short(&self) -> Option<Vec<u8>> {
        short::shortened(&self.url, self.id.as_str())
    }

    /// Reads what [`Self::to_short`] wrote of the photo with this id.
    pub(crate) fn of_short(bytes: &[u8], id: &str) -> Option<Self> {
        Self::read(&short::whole(bytes, id)?)
    }
}

/// Whether an address's path has no encoded, empty or relative segments: such segments may lead elsewhere than they
/// seem to, and LinkedIn uses none.
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

/// The shorter side of a size, `200_200`; `None` when it is no size, or a side has 0 or more than `most` pixels.
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

/// Reads an address, its short form, or an object with the address and its parts, as version 1 of the store wrote it.
struct Stored;

impl<'de> Visitor<'de> for Stored {
    type Value = PhotoAddress;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a photo's address")
    }

    fn visit_str<E: Error>(self, url: &str) -> Result<PhotoAddress, E> {
        PhotoAddress::read(url).ok_or_else(|| E::custom("not a photo's address"))
    }

    // As it was stored before version 9.
    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<PhotoAddress, E> {
        self.visit_str(&short::whole(bytes, "").unwrap_or_default())
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
mod tests;
