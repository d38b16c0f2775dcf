//! Sightings and photos as they are in packs, and in the store.

use super::packed_map::Packable;
use super::{Failure, Kind, Photo, Picture, Record, Sighting};
use crate::address::{PhotoAddress, PhotoId, ProfileId};
use crate::bytes::{Reader, Writer};
use crate::photo::Closeness;

impl Record {
    /// All that the key of a sighting or photo does not say, as it is stored; without a photo's fingerprint. `None` for records
    /// of other kinds, which are not packed.
    #[must_use]
    pub fn packed(&self) -> Option<Vec<u8>> {
        match self {
            Self::Sighting(sighting) => Some(sighting.packed()),
            Self::Photo(photo) => Some(photo.packed()),
            _ => None,
        }
    }

    /// Reads what [`Self::packed`] wrote of the record with this key; `None` if it is damaged, or of a kind that is not packed.
    #[must_use]
    pub fn of_packed(kind: Kind, key: &str, packed: &[u8]) -> Option<Self> {
        match kind {
            Kind::Sighting => Sighting::unpack(key, Reader(packed)).map(Self::Sighting),
            Kind::Photo => Photo::unpack(key, Reader(packed)).map(Self::Photo),
            _ => None,
        }
    }
}

impl Packable for Sighting {
    const LETTER: u8 = b's';

    fn key(&self) -> String {
        Self::key(self)
    }

    fn pack(&self, value: &mut Writer) {
        value.time_or_none(self.set_at);
        value.time(self.first_seen);
        value.time(self.last_seen);
    }

    fn unpack(key: &str, mut value: Reader<'_>) -> Option<Self> {
        let (profile, name, photo, place) = Self::of_key(key)?;
        Some(Self {
            profile: ProfileId::stored(profile),
            name: name.to_owned(),
            photo: photo.map(|id| PhotoId::from(id.to_owned())),
            set_at: value.time_or_none()?,
            place,
            first_seen: value.time()?,
            last_seen: value.time()?,
        })
    }
}

impl Packable for Photo {
    const LETTER: u8 = b'p';

    fn key(&self) -> String {
        self.address.id.as_str().to_owned()
    }

    fn pack(&self, value: &mut Writer) {
        let short = self.address.to_short();
        value.byte(u8::from(short.is_some()));
        value.bytes(short.as_deref().unwrap_or(self.address.url.as_bytes()));
        value.number(self.side.into());
        value.time(self.last_seen);
        match &self.picture {
            Picture::Unread => value.byte(0),
            Picture::NotComparable => value.byte(1),
            Picture::Soft => value.byte(2),
            Picture::Comparable { .. } => value.byte(3),
            Picture::Failed { why, tried } => {
                let (code, status) = match why {
                    Failure::NotAllowed => (0, 0),
                    Failure::Refused { status } => (1, *status),
                    Failure::Unreachable => (2, 0),
                    Failure::NotAPicture => (3, 0),
                    Failure::Damaged => (4, 0),
                    Failure::TooLarge => (5, 0),
                    Failure::TooSmall => (6, 0),
                };
                value.byte(4);
                value.byte(code);
                value.number(status.into());
                value.time(*tried);
            }
        }
        value.number(self.same.len() as u64);
        for (other, closeness) in &self.same {
            value.bytes(other.as_str().as_bytes());
            value.byte(*closeness as u8);
        }
    }

    fn unpack(key: &str, mut value: Reader<'_>) -> Option<Self> {
        let address = match value.byte()? {
            0 => PhotoAddress::read(value.text()?)?,
            _ => PhotoAddress::of_short(value.bytes()?, key)?,
        };
        if address.id.as_str() != key {
            return None;
        }
        let side = value.number()?.try_into().ok()?;
        let last_seen = value.time()?;
        let picture = match value.byte()? {
            0 => Picture::Unread,
            1 => Picture::NotComparable,
            2 => Picture::Soft,
            3 => Picture::Comparable { fingerprint: Vec::new() },
            4 => {
                let (code, status) = (value.byte()?, value.number()?.try_into().ok()?);
                let why = match code {
                    0 => Failure::NotAllowed,
                    1 => Failure::Refused { status },
                    2 => Failure::Unreachable,
                    3 => Failure::NotAPicture,
                    4 => Failure::Damaged,
                    5 => Failure::TooLarge,
                    6 => Failure::TooSmall,
                    _ => return None,
                };
                Picture::Failed { why, tried: value.time()? }
            }
            _ => return None,
        };
        let mut same = Vec::new();
        for _ in 0..value.number()? {
            let other = PhotoId::from(value.text()?.to_owned());
            let levels = [Closeness::Looser, Closeness::Part, Closeness::NearExact];
            let code = value.byte()?;
            same.push((other, levels.into_iter().find(|level| *level as u8 == code)?));
        }
        Some(Self { address, picture, side, same, last_seen })
    }
}
