//! Packs of records: few long records of the store instead of many short ones, so that a memory of 100,000 photos is
//! read in a second or two. They repeat what the photos' and sightings' own records say, and are written and dropped as
//! a whole.
//!
//! A pack: [`VERSION`], what it holds (one byte), its entries (key and value, each after its length) in the order of their
//! keys, and the CRC-32 of all before it, little-endian. The last pack holds the checksums of the others instead of entries:
//! if one pack is missing or was written at another time, none is read.

use super::packed_map::{Packable, PackedMap};
use super::{Memory, Photo, Sighting};
use crate::bytes::Writer;

/// The first byte of a pack: raised whenever packs, or what they hold, are written or read in another way. Others are not
/// read.
const VERSION: u8 = 3;
/// A pack is closed when it has this many bytes: long enough for the fixed cost of a record in the store to matter
/// little.
const LENGTH: usize = 256 * 1024;
/// What the last pack holds.
const END: u8 = b'e';
/// Bytes before the entries.
const HEAD: usize = 2;
/// Bytes of the checksum.
const CHECKSUM: usize = 4;

/// A pack that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a damaged pack")]
pub struct DamagedPack;

/// Which packs were taken in so far.
#[derive(Debug, Default)]
pub struct PacksTaken {
    /// Their checksums, one after the other.
    checksums: Vec<u8>,
    is_ended: bool,
}

impl PacksTaken {
    /// Whether the last was among them, and all that were written with it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.is_ended
    }
}

impl Memory {
    /// The packs of all sightings and photos, without fingerprints.
    #[must_use]
    pub fn packs(&self) -> Vec<Vec<u8>> {
        let mut packs = packs_of(&self.sightings);
        packs.extend(packs_of(&self.photos));
        let mut end = Writer(vec![VERSION, END]);
        end.0.extend(packs.iter().filter_map(|pack| pack.last_chunk::<CHECKSUM>()).flatten());
        packs.push(closed(end));
        packs
    }

    /// Takes in a pack of records, in the order in which [`Self::packs`] returned them, before anything else. Photos are
    /// without their fingerprints then: [`Self::take_fingerprints`].
    ///
    /// # Errors [`DamagedPack`] if it is no pack, is of another version, or does not belong to those before.
    pub fn take_pack(&mut self, pack: Vec<u8>, taken: &mut PacksTaken) -> Result<(), DamagedPack> {
        let (entries, checksum) = pack.split_last_chunk::<CHECKSUM>().ok_or(DamagedPack)?;
        if crc32fast::hash(entries) != u32::from_le_bytes(*checksum) || taken.is_ended {
            return Err(DamagedPack);
        }
        if let [VERSION, END, before @ ..] = entries {
            taken.is_ended = before == taken.checksums;
            return if taken.is_ended { Ok(()) } else { Err(DamagedPack) };
        }
        taken.checksums.extend(checksum);
        let within = HEAD..entries.len();
        let is_taken = match entries {
            [VERSION, Sighting::LETTER, ..] => self.sightings.push(pack, within),
            [VERSION, Photo::LETTER, ..] => self.photos.push(pack, within),
            _ => None,
        };
        is_taken.ok_or(DamagedPack)
    }
}

fn packs_of<R: Packable>(records: &PackedMap<R>) -> Vec<Vec<u8>> {
    let (mut packs, mut pack) = (Vec::new(), Writer::default());
    let mut close = |pack: &mut Writer| packs.push(closed(std::mem::take(pack)));
    records.each_packed(&mut |key, value| {
        if pack.0.is_empty() {
            pack.0.extend([VERSION, R::LETTER]);
        }
        pack.bytes(key.as_bytes());
        pack.bytes(value);
        if pack.0.len() >= LENGTH {
            close(&mut pack);
        }
    });
    if !pack.0.is_empty() {
        close(&mut pack);
    }
    packs
}

/// A pack with its checksum.
fn closed(Writer(mut pack): Writer) -> Vec<u8> {
    let checksum = crc32fast::hash(&pack);
    pack.extend(checksum.to_le_bytes());
    pack
}
