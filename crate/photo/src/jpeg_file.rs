//! Reads a JPEG file's headers before anything is decoded: size, scans, orientation.

use super::orientation::Orientation;

/// The most segments outside of scans that are read: 256 of a colour profile, and room for others. Each table takes
/// the decoder time however short it is.
const MOST_SEGMENTS: usize = 400;

/// A JPEG file's frame and what else bounds the work of decoding it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct JpegFile {
    pub width: u32,
    pub height: u32,
    /// Whether all coefficients have to be held until the last scan: a progressive file, or one with a scan for each
    /// colour.
    pub is_held: bool,
    pub scans: usize,
    pub orientation: Orientation,
}

impl JpegFile {
    /// Reads the segments up to the first end after a scan (some cameras append further pictures); `None` when the file
    /// has no frame, no scan, no end after the last scan, or more segments than any camera or program writes.
    pub(super) fn read(file: &[u8]) -> Option<Self> {
        let mut found = Self::default();
        let mut segments = 0;
        let mut rest = file.get(2..)?;
        while let Some(marker) = next_marker(&mut rest) {
            match marker {
                0xd9 if found.scans > 0 => {
                    found.is_held |= found.scans > 1;
                    return (found.width > 0).then_some(found);
                }
                // Without content.
                0xd8 | 0xd9 | 0x01 => {}
                _ => {
                    let body = segment(&mut rest)?;
                    segments += 1;
                    match marker {
                        // Frames; 0xc4, 0xc8 and 0xcc are tables and extensions.
                        0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                            let [_, h1, h0, w1, w0, ..] = *body else { return None };
                            found.height = found.height.max(u16::from_be_bytes([h1, h0]).into());
                            found.width = found.width.max(u16::from_be_bytes([w1, w0]).into());
                            found.is_held |= !matches!(marker, 0xc0 | 0xc1);
                        }
                        0xe1 if body.starts_with(b"Exif\0\0") => found.orientation = Orientation::of_exif(body),
                        0xda => found.scans += 1,
                        _ => {}
                    }
                }
            }
            if segments > MOST_SEGMENTS + found.scans {
                return None;
            }
        }
        None
    }
}

/// The next marker, and what follows it. In a scan's data 0xff is followed by 0 or by a restart marker, or by itself.
fn next_marker(rest: &mut &[u8]) -> Option<u8> {
    loop {
        let at = rest.iter().position(|byte| *byte == 0xff)?;
        *rest = rest.get(at + 1..)?;
        match rest.first()? {
            0x00 | 0xd0..=0xd7 | 0xff => {}
            marker => {
                let marker = *marker;
                *rest = rest.get(1..)?;
                return Some(marker);
            }
        }
    }
}

/// A segment's content; its length, which counts itself, is before it.
fn segment<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk()?;
    let length = usize::from(u16::from_be_bytes(*length)).checked_sub(2)?;
    let body = after.get(..length)?;
    *rest = after.get(length..)?;
    Some(body)
}
