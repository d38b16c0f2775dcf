//! Reads a picture's file, and tells what a file is that the core cannot read as a picture.

use std::path::Path;

use vouchsafe_core::photo::{MAX_BYTES, PhotoError, Portrait};

use crate::input::{self, InputError};

/// Why a file is left out.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] InputError),
    /// It is of a kind that the core does not read.
    #[error("{0}, not a JPEG, PNG or WebP picture")]
    OtherKind(&'static str),
    /// The core can do nothing with it.
    #[error(transparent)]
    Photo(PhotoError),
}

/// Reads one photo's file: its bytes, and the portrait they give.
///
/// # Errors
/// [`FileError`] when the file cannot be read or is not a picture.
pub fn read(path: &Path) -> Result<(Vec<u8>, Portrait), FileError> {
    let bytes = input::read(path, MAX_BYTES as u64)?;
    match Portrait::read(&bytes) {
        Ok(portrait) => Ok((bytes, portrait)),
        Err(PhotoError::Unsupported) => Err(kind(&bytes).map_or(PhotoError::Unsupported.into(), FileError::OtherKind)),
        Err(error) => Err(error.into()),
    }
}

impl From<PhotoError> for FileError {
    fn from(error: PhotoError) -> Self {
        Self::Photo(error)
    }
}

/// The kind of a file by its first bytes, if it is a common one. The core itself has no such list: it would be in the download.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    Some(match bytes {
        [0xff, 0xd8, 0xff, ..] => "an uncommon kind of JPEG picture (arithmetic coding, 12 bits, lossless)",
        [b'G', b'I', b'F', b'8', ..] => "a GIF picture",
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => "a BMP picture",
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => "a TIFF picture",
        [0xff, 0x0a, ..] | [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] => "a JPEG XL picture",
        [0, 0, 0, 12, b'j', b'P', b' ', b' ', ..] | [0xff, 0x4f, 0xff, 0x51, ..] => "a JPEG 2000 picture",
        [0, 0, 1, 0, ..] => "an icon (ICO)",
        [b'8', b'B', b'P', b'S', ..] => "a Photoshop picture",
        [b'q', b'o', b'i', b'f', ..] => "a QOI picture",
        [_, _, _, _, b'f', b't', b'y', b'p', a, b, c, d, ..] => match &[*a, *b, *c, *d] {
            b"avif" | b"avis" => "an AVIF picture",
            b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"mif1" | b"msf1" => "a HEIC picture",
            _ => "a film (MP4)",
        },
        [b'%', b'P', b'D', b'F', ..] => "a PDF document",
        [b'P', b'K', 3, 4, ..] => "a ZIP archive",
        _ => return text_kind(bytes),
    })
}

/// The kind of a file that holds text.
fn text_kind(bytes: &[u8]) -> Option<&'static str> {
    // The last character may be cut in two.
    let start = bytes.get(..1024).unwrap_or(bytes);
    let text = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => std::str::from_utf8(start.get(..error.valid_up_to())?).ok()?,
        Err(_) => return None,
    };
    if text.contains('\0') {
        return None;
    }
    let text = text.trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    Some(if text.starts_with("<svg") || text.starts_with("<?xml") && text.contains("<svg") {
        "an SVG picture"
    } else if text.starts_with("<!doctype html") || text.starts_with("<html") {
        "a web page"
    } else {
        "a text"
    })
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn common_kinds_are_told_by_their_first_bytes() {
        for (bytes, expected) in [
            (b"GIF89a\x01\0".as_slice(), "a GIF picture"),
            (b"BM\x36\0\0\0\0\0\0\0\x36\0", "a BMP picture"),
            (b"II*\0\x08\0\0\0", "a TIFF picture"),
            (b"\0\0\0\x18ftypheic\0\0\0\0", "a HEIC picture"),
            (b"\0\0\0\x1cftypmif1\0\0\0\0", "a HEIC picture"),
            (b"\0\0\0\x1cftypavif\0\0\0\0", "an AVIF picture"),
            (b"\0\0\0\x1cftypisom\0\0\0\0", "a film (MP4)"),
            (b"\0\0\0\x0cJXL \r\n\x87\n", "a JPEG XL picture"),
            (b"%PDF-1.7", "a PDF document"),
            (b"<?xml version='1.0'?><svg>", "an SVG picture"),
            (b"\xef\xbb\xbf <!DOCTYPE html><title>Sign in</title>", "a web page"),
            (b"no picture", "a text"),
            (b"BM is how this text begins", "a text"),
        ] {
            assert_eq!(kind(bytes), Some(expected), "{bytes:?}");
        }
        let cut = format!("{}ü", "x".repeat(1023));
        assert_eq!(kind(cut.as_bytes()), Some("a text"));
    }

    #[test]
    fn what_cannot_be_told_is_not_guessed() {
        for bytes in [b"\x01\x02\x03\xff".as_slice(), b"a\0b", b"RIFF\x10\0\0\0AVI "] {
            assert_eq!(kind(bytes), None, "{bytes:?}");
        }
    }
}
