//! Untrusted bytes → a bounded picture.

use std::io::Cursor;

use image::{DynamicImage, ImageError, ImageFormat, ImageReader, Limits, RgbImage, error::LimitErrorKind};

/// The largest file that is looked at, in bytes. LinkedIn's 800-pixel renditions stay below 300 KB.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// The longest side that is decoded, in pixels. LinkedIn serves at most 800; saved pictures may be larger.
pub const MAX_SIDE: u32 = 4096;
/// The most memory one decoding may take, in bytes.
const MAX_ALLOCATION: u64 = 48 * 1024 * 1024;
/// The shortest side that says anything about a photo, in pixels.
const MIN_SIDE: u32 = 16;

/// Why a file could not be read as a photo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// More than [`MAX_BYTES`].
    #[error("the file has {0} bytes, more than the {MAX_BYTES} that are read")]
    TooManyBytes(usize),
    /// Not a JPEG, PNG or WebP file (an HTML page, an AVIF picture).
    #[error("not a JPEG, PNG or WebP picture")]
    Unsupported,
    /// A longer side than [`MAX_SIDE`], or more memory than one photo may take.
    #[error("the picture is too large to decode")]
    TooLarge,
    /// Too few pixels to say anything.
    #[error("the picture has only {0} × {1} pixels")]
    TooSmall(u32, u32),
    /// Begins like a picture and does not go on like one.
    #[error("the picture is damaged: {0}")]
    Damaged(String),
}

/// Decodes a file to RGB; what is transparent is laid on white.
pub(super) fn decode(bytes: &[u8]) -> Result<RgbImage, PhotoError> {
    if bytes.is_empty() {
        return Err(PhotoError::Empty);
    }
    if bytes.len() > MAX_BYTES {
        return Err(PhotoError::TooManyBytes(bytes.len()));
    }
    let format = image::guess_format(bytes).map_err(|_| PhotoError::Unsupported)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(PhotoError::Unsupported);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_ALLOCATION);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let picture = reader.decode().map_err(name_error)?;
    if picture.width() < MIN_SIDE || picture.height() < MIN_SIDE {
        return Err(PhotoError::TooSmall(picture.width(), picture.height()));
    }
    Ok(on_white(picture))
}

fn name_error(error: ImageError) -> PhotoError {
    match error {
        ImageError::Limits(limit) => match limit.kind() {
            LimitErrorKind::DimensionError | LimitErrorKind::InsufficientMemory => PhotoError::TooLarge,
            _ => PhotoError::Damaged(limit.to_string()),
        },
        ImageError::Unsupported(_) => PhotoError::Unsupported,
        other => PhotoError::Damaged(other.to_string()),
    }
}

fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let rgba = picture.into_rgba8();
    RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [r, g, b, a] = rgba.get_pixel(x, y).0;
        let lay = |v: u8| {
            let (v, a) = (u32::from(v), u32::from(a));
            u8::try_from((v * a + 255 * (255 - a) + 127) / 255).unwrap_or(255)
        };
        image::Rgb([lay(r), lay(g), lay(b)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_is_wrong() {
        assert_eq!(decode(b""), Err(PhotoError::Empty));
        assert_eq!(decode(b"<!doctype html><title>Sign in</title>"), Err(PhotoError::Unsupported));
        assert_eq!(decode(&vec![0xff; MAX_BYTES + 1]), Err(PhotoError::TooManyBytes(MAX_BYTES + 1)));
        assert!(matches!(decode(b"\xff\xd8\xff\xe0\x00\x10JFIF"), Err(PhotoError::Damaged(_))));
    }
}
