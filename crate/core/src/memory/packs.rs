//! Photos, sightings and fingerprints in packs: few long records instead of many short ones, so that a memory of 100,000
//! photos is read in a second or two.
//!
//! *Packs of records* say once more what the photos' and sightings' own records say, and are written and dropped as a
//! whole. *Packs of fingerprints* are where a store may keep fingerprints instead of in their photos' records.

use std::rc::Rc;

use super::{Failure, Memory, Photo, Picture, Place, Record, Sighting};
use crate::address::{PhotoAddress, PhotoId, ProfileId};
use crate::photo::Closeness;

/// The first byte of a pack of records: raised whenever they are written in another way. Others are not read.
const VERSION: u8 = 1;
/// A pack of records is closed when it has this many bytes: long enough that what a record costs by itself is little.
const LENGTH: usize = 256 * 1024;

const SIGHTING: u8 = 0;
const PHOTO: u8 = 1;

/// A pack that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a damaged pack")]
pub struct DamagedPack;

impl Memory {
    /// The packs of all sightings and photos, without fingerprints.
    #[must_use]
    pub fn packs(&self) -> Vec<Vec<u8>> {
        let (mut packs, mut pack) = (Vec::new(), Writer::default());
        let sightings = self.sightings.values().map(|sighting| Packed::Sighting(sighting));
        for record in sightings.chain(self.photos.values().map(|photo| Packed::Photo(photo))) {
            if pack.0.is_empty() {
                pack.byte(VERSION);
            }
            match record {
                Packed::Sighting(sighting) => pack.sighting(sighting),
                Packed::Photo(photo) => pack.photo(photo),
            }
            if pack.0.len() >= LENGTH {
                packs.push(std::mem::take(&mut pack.0));
            }
        }
        packs.extend((!pack.0.is_empty()).then_some(pack.0));
        packs
    }

    /// Takes in a pack of records. Photos are without their fingerprints then: [`Self::take_fingerprints`].
    ///
    /// # Errors
    /// [`DamagedPack`] if it is none, or of another version; some of it may have been taken in.
    pub fn take_pack(&mut self, pack: &[u8]) -> Result<(), DamagedPack> {
        self.unpack(&mut Reader(pack)).ok_or(DamagedPack)
    }

    fn unpack(&mut self, pack: &mut Reader<'_>) -> Option<()> {
        if pack.byte()? != VERSION {
            return None;
        }
        while !pack.0.is_empty() {
            self.put(match pack.byte()? {
                SIGHTING => Record::Sighting(pack.sighting()?),
                PHOTO => Record::Photo(pack.photo()?),
                _ => return None,
            });
        }
        Some(())
    }

    /// Takes in the fingerprints of those photos that can be compared and have none yet.
    pub fn take_fingerprints(&mut self, pack: &FingerprintPack) {
        for (_, id, bytes) in pack.entries() {
            let Some(photo) = self.photos.get_mut(id) else { continue };
            if matches!(&photo.picture, Picture::Comparable { fingerprint } if fingerprint.is_empty()) {
                Rc::make_mut(photo).picture = Picture::Comparable { fingerprint: bytes.to_vec() };
                if let Some(fingerprint) = photo.fingerprint() {
                    self.index.insert_fingerprint(photo.address.id.clone(), &fingerprint);
                }
            }
        }
    }
}

enum Packed<'a> {
    Sighting(&'a Sighting),
    Photo(&'a Photo),
}

/// Some fingerprints, each with its photo's id and place in the pack, as bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FingerprintPack(Vec<u8>);

impl FingerprintPack {
    /// A pack as it was stored; of a damaged one those entries are read that come before the damage.
    #[must_use]
    pub fn of(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// As it is stored; empty without an entry.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The places, ids and fingerprints.
    pub fn entries(&self) -> impl Iterator<Item = (u8, &str, &[u8])> {
        let mut rest = Reader(&self.0);
        std::iter::from_fn(move || Some((rest.byte()?, rest.text()?, rest.bytes()?)))
    }

    /// The fingerprint of the photo with this place and id.
    #[must_use]
    pub fn get(&self, place: u8, id: &str) -> Option<&[u8]> {
        self.entries().find(|(at, of, _)| *at == place && *of == id).map(|(.., bytes)| bytes)
    }

    /// Puts a fingerprint in a place, or takes away what is there: nothing of it stays. Returns whether that changed anything.
    pub fn set(&mut self, place: u8, id: &str, fingerprint: Option<&[u8]>) -> bool {
        let there = self.entries().find(|(at, ..)| *at == place).map(|(_, of, bytes)| (of, bytes));
        if there == fingerprint.map(|bytes| (id, bytes)) {
            return false;
        }
        let mut written = Writer::default();
        let others = self.entries().filter(|(at, ..)| *at != place);
        for (place, id, bytes) in others.chain(fingerprint.map(|bytes| (place, id, bytes))) {
            written.byte(place);
            written.bytes(id.as_bytes());
            written.bytes(bytes);
        }
        self.0 = written.0;
        true
    }
}

/// Writes numbers in groups of seven bits, the lowest first (LEB128), and texts behind their lengths.
#[derive(Default)]
struct Writer(Vec<u8>);

impl Writer {
    fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// Times are after 1970, but for damaged ones, which take ten bytes.
    fn time(&mut self, time: i64) {
        self.number(time.cast_unsigned());
    }

    fn time_or_none(&mut self, time: Option<i64>) {
        self.byte(u8::from(time.is_some()));
        time.into_iter().for_each(|time| self.time(time));
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend(bytes);
    }

    fn sighting(&mut self, sighting: &Sighting) {
        self.byte(SIGHTING);
        self.bytes(sighting.profile.as_str().as_bytes());
        self.bytes(sighting.name.as_bytes());
        // No photo's id is empty.
        self.bytes(sighting.photo.as_ref().map_or("", PhotoId::as_str).as_bytes());
        self.byte(sighting.place.letter() as u8);
        self.time_or_none(sighting.set_at);
        self.time(sighting.first_seen);
        self.time(sighting.last_seen);
    }

    fn photo(&mut self, photo: &Photo) {
        self.byte(PHOTO);
        let short = photo.address.to_short();
        self.byte(u8::from(short.is_some()));
        self.bytes(short.as_deref().unwrap_or(photo.address.url.as_bytes()));
        self.number(photo.side.into());
        self.time(photo.last_seen);
        match &photo.picture {
            Picture::Unread => self.byte(0),
            Picture::NotComparable => self.byte(1),
            Picture::Soft => self.byte(2),
            Picture::Comparable { .. } => self.byte(3),
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
                self.byte(4);
                self.byte(code);
                self.number(status.into());
                self.time(*tried);
            }
        }
        self.number(photo.same.len() as u64);
        for (other, closeness) in &photo.same {
            self.bytes(other.as_str().as_bytes());
            self.byte(*closeness as u8);
        }
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn time(&mut self) -> Option<i64> {
        self.number().map(u64::cast_signed)
    }

    fn time_or_none(&mut self) -> Option<Option<i64>> {
        Some(if self.byte()? == 0 { None } else { Some(self.time()?) })
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    fn sighting(&mut self) -> Option<Sighting> {
        let profile = ProfileId::stored(self.text()?);
        let name = self.text()?.to_owned();
        let photo = Some(self.text()?).filter(|id| !id.is_empty()).map(|id| PhotoId::from(id.to_owned()));
        let place = Place::of_letter(char::from(self.byte()?))?;
        let (set_at, first_seen, last_seen) = (self.time_or_none()?, self.time()?, self.time()?);
        Some(Sighting { profile, name, photo, set_at, place, first_seen, last_seen })
    }

    fn photo(&mut self) -> Option<Photo> {
        let address = match self.byte()? {
            0 => PhotoAddress::read(self.text()?)?,
            _ => PhotoAddress::of_short(self.bytes()?)?,
        };
        let side = self.number()?.try_into().ok()?;
        let last_seen = self.time()?;
        let picture = match self.byte()? {
            0 => Picture::Unread,
            1 => Picture::NotComparable,
            2 => Picture::Soft,
            3 => Picture::Comparable { fingerprint: Vec::new() },
            4 => {
                let (code, status) = (self.byte()?, self.number()?.try_into().ok()?);
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
                Picture::Failed { why, tried: self.time()? }
            }
            _ => return None,
        };
        let mut same = Vec::new();
        for _ in 0..self.number()? {
            let other = PhotoId::from(self.text()?.to_owned());
            let levels = [Closeness::Looser, Closeness::Part, Closeness::NearExact];
            let code = self.byte()?;
            same.push((other, levels.into_iter().find(|level| *level as u8 == code)?));
        }
        Some(Photo { address, picture, side, same, last_seen })
    }
}
