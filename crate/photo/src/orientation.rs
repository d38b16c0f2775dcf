//! How a picture has to be turned to stand upright, as cameras write it into their files (Exif 2.32, 4.6.4 A, tag 0x0112).

use super::webp_file;

/// From where in a file's picture a pixel of the upright picture comes: rows and columns exchanged, then either reversed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Orientation {
    /// Columns of the upright picture are rows of the file's.
    pub transposed: bool,
    /// The file's picture is read from right to left.
    pub from_right: bool,
    /// The file's picture is read from below.
    pub from_below: bool,
}

/// The tag of the orientation.
const TAG: u16 = 0x0112;
/// The type of its value: an unsigned number of 16 bits.
const SHORT: u16 = 3;
/// The most entries of a directory that are read; cameras write some 15.
const ENTRIES: usize = 256;
/// The start of the data in a JPEG file, and in some WebP files.
const JPEG_START: &[u8] = b"Exif\0\0";

impl Orientation {
    /// Read from Exif data (a TIFF file); upright when they say nothing or are broken: no file is refused for them.
    pub(super) fn of_exif(data: &[u8]) -> Self {
        Self::find(data.strip_prefix(JPEG_START).unwrap_or(data)).unwrap_or_default()
    }

    /// Read from the first directory of a TIFF file.
    fn find(tiff: &[u8]) -> Option<Self> {
        let little = match tiff.first_chunk()? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        let short = |bytes: &[u8], at: usize| {
            let bytes = *bytes.get(at..)?.first_chunk()?;
            Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
        };
        let start = *tiff.get(4..)?.first_chunk()?;
        let start = if little { u32::from_le_bytes(start) } else { u32::from_be_bytes(start) };
        let directory = tiff.get(usize::try_from(start).ok()?..)?;
        let count = usize::from(short(directory, 0)?).min(ENTRIES);
        let entry = directory.get(2..)?.chunks_exact(12).take(count).find(|entry| short(entry, 0) == Some(TAG))?;
        if short(entry, 2)? != SHORT {
            return None;
        }
        let [transposed, from_right, from_below] = match short(entry, 8)? {
            2 => [false, true, false],
            3 => [false, true, true],
            4 => [false, false, true],
            5 => [true, false, false],
            6 => [true, false, true],
            7 => [true, true, true],
            8 => [true, true, false],
            _ => return None,
        };
        Some(Self { transposed, from_right, from_below })
    }

    /// Read from a PNG file's eXIf chunk.
    pub(super) fn of_png(file: &[u8]) -> Self {
        let mut rest = file.get(8..).unwrap_or_default();
        while let Some((length, after)) = rest.split_first_chunk() {
            let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
            let Some((kind, after)) = after.split_first_chunk() else { break };
            if kind == b"eXIf" {
                return after.get(..length).map_or_else(Self::default, Self::of_exif);
            }
            // A chunk's check sum follows it.
            rest = length.checked_add(4).and_then(|length| after.get(length..)).unwrap_or_default();
        }
        Self::default()
    }

    /// Read from a WebP file's EXIF chunk.
    pub(super) fn of_webp(file: &[u8]) -> Self {
        let mut chunks = webp_file::chunks(file.get(12..).unwrap_or_default());
        chunks.find(|(kind, _)| kind == b"EXIF").map_or_else(Self::default, |(_, data)| Self::of_exif(data))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Exif data that say an orientation, as written by a little-endian or big-endian camera, after another tag.
    pub(crate) fn exif(value: u16, little: bool) -> Vec<u8> {
        let short = |v: u16| if little { v.to_le_bytes() } else { v.to_be_bytes() };
        let long = |v: u32| if little { v.to_le_bytes() } else { v.to_be_bytes() };
        let entry = |tag: u16, value: u16| {
            [short(tag), short(SHORT)]
                .concat()
                .into_iter()
                .chain(long(1))
                .chain(short(value))
                .chain([0, 0])
                .collect::<Vec<u8>>()
        };
        let start: &[u8] = if little { b"II*\0" } else { b"MM\0*" };
        [start, &long(8), &short(2), &entry(0x0103, 6), &entry(TAG, value), &long(0)].concat()
    }

    fn all(orientation: Orientation) -> [bool; 3] {
        [orientation.transposed, orientation.from_right, orientation.from_below]
    }

    #[test]
    fn all_eight_are_read_in_both_byte_orders() {
        for little in [true, false] {
            let read = |value| all(Orientation::of_exif(&exif(value, little)));
            assert_eq!(read(1), [false; 3]);
            assert_eq!(read(3), [false, true, true]);
            assert_eq!(read(6), [true, false, true]);
            let mut every: Vec<_> = (1..=8).map(read).collect();
            every.sort_unstable();
            every.dedup();
            assert_eq!(every.len(), 8);
            assert_eq!([read(0), read(9), read(u16::MAX)], [[false; 3]; 3]);
        }
    }

    #[test]
    fn broken_data_say_nothing() {
        let whole = exif(6, true);
        assert_ne!(Orientation::of_exif(&whole), Orientation::default());
        assert_ne!(Orientation::of_exif(&[JPEG_START, &whole].concat()), Orientation::default());
        for kept in 0..32 {
            assert_eq!(Orientation::of_exif(&whole[..kept]), Orientation::default(), "{kept}");
        }
        for (at, byte) in [(0, b'X'), (2, 0), (4, 255), (7, 255), (8, 0), (24, 4), (22, 0)] {
            let mut broken = whole.clone();
            broken[at] = byte;
            assert_eq!(Orientation::of_exif(&broken), Orientation::default(), "{at}");
        }
        // A count of entries that are not there.
        let mut broken = whole;
        broken[8..10].copy_from_slice(&[255; 2]);
        assert_ne!(Orientation::of_exif(&broken), Orientation::default());
    }

    #[test]
    fn broken_chunks_say_nothing() {
        for length in [0, 3, u32::MAX] {
            let png = [b"\x89PNG\r\n\x1a\n".as_slice(), &length.to_be_bytes(), b"eXIf", b"II*"].concat();
            assert_eq!(Orientation::of_png(&png), Orientation::default());
            let webp = [b"RIFF\0\0\0\0WEBP".as_slice(), b"ABCD", &length.to_le_bytes(), b"EXIF"].concat();
            assert_eq!(Orientation::of_webp(&webp), Orientation::default());
        }
    }
}
