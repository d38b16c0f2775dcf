//! Untrusted bytes → a bounded picture.

use std::io::Cursor;

use image::codecs::{jpeg::JpegDecoder, png::PngDecoder, webp::WebPDecoder};
use image::error::LimitErrorKind;
use image::{ColorType, ImageDecoder, ImageError, ImageFormat, ImageResult, Limits, RgbImage};

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
    let file = Cursor::new(bytes);
    // Each decoder by itself: what reads any format brings every conversion between pictures into the download.
    let samples = match image::guess_format(bytes) {
        Ok(ImageFormat::Jpeg) => JpegDecoder::new(file).and_then(Samples::read),
        Ok(ImageFormat::Png) => PngDecoder::with_limits(file, limits()).and_then(Samples::read),
        Ok(ImageFormat::WebP) => WebPDecoder::new(file).and_then(Samples::read),
        _ => return Err(PhotoError::Unsupported),
    };
    let samples = samples.map_err(name_error)?;
    if samples.width < MIN_SIDE || samples.height < MIN_SIDE {
        return Err(PhotoError::TooSmall(samples.width, samples.height));
    }
    samples.on_white().ok_or_else(|| PhotoError::Damaged("pixels are missing".to_owned()))
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_ALLOCATION);
    limits
}

/// A picture as its file holds it: grey or colour, with or without alpha, 8 or 16 bits a sample.
struct Samples {
    width: u32,
    height: u32,
    colour: ColorType,
    bytes: Vec<u8>,
}

impl Samples {
    /// Nothing is decoded, and no memory taken, before the limits are found to hold.
    fn read(mut decoder: impl ImageDecoder) -> ImageResult<Self> {
        let mut limits = limits();
        limits.reserve(decoder.total_bytes())?;
        decoder.set_limits(limits)?;
        let (width, height) = decoder.dimensions();
        let (colour, total) = (decoder.color_type(), decoder.total_bytes());
        let mut bytes = vec![0; usize::try_from(total).unwrap_or(0)];
        decoder.read_image(&mut bytes)?;
        Ok(Self { width, height, colour, bytes })
    }

    fn on_white(self) -> Option<RgbImage> {
        let channels = usize::from(self.colour.channel_count());
        let samples = match usize::from(self.colour.bytes_per_pixel()) == channels {
            true => self.bytes,
            false => {
                self.bytes.chunks_exact(2).map(|pair| eight_bits(u16::from_ne_bytes([pair[0], pair[1]]))).collect()
            }
        };
        let rgb = match channels {
            3 => samples,
            _ => samples.chunks_exact(channels).flat_map(pixel_on_white).collect(),
        };
        RgbImage::from_raw(self.width, self.height, rgb)
    }
}

fn eight_bits(sample: u16) -> u8 {
    u8::try_from((u32::from(sample) + 128) / 257).unwrap_or(255)
}

fn pixel_on_white(pixel: &[u8]) -> [u8; 3] {
    let (colour, alpha) = match *pixel {
        [grey] => return [grey; 3],
        [grey, alpha] => ([grey; 3], alpha),
        [r, g, b, alpha] => ([r, g, b], alpha),
        _ => return [255; 3],
    };
    let alpha = u32::from(alpha);
    colour.map(|v| u8::try_from((u32::from(v) * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(255))
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

#[cfg(test)]
mod tests {
    use image::DynamicImage;

    use super::*;

    #[test]
    fn names_what_is_wrong() {
        assert_eq!(decode(b""), Err(PhotoError::Empty));
        assert_eq!(decode(b"<!doctype html><title>Sign in</title>"), Err(PhotoError::Unsupported));
        assert_eq!(decode(&vec![0xff; MAX_BYTES + 1]), Err(PhotoError::TooManyBytes(MAX_BYTES + 1)));
        assert!(matches!(decode(b"\xff\xd8\xff\xe0\x00\x10JFIF"), Err(PhotoError::Damaged(_))));
    }

    fn png(picture: &DynamicImage) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, ImageFormat::Png).unwrap();
        file.into_inner()
    }

    #[test]
    fn every_kind_of_pixel_becomes_rgb_on_white() {
        let deep = image::ImageBuffer::from_fn(32, 32, |x, y| {
            image::Rgba([x, y, x * y, x + y].map(|v| u16::try_from(v * 1021 % 65536).unwrap()))
        });
        let deep = DynamicImage::ImageRgba16(deep);
        let opaque = [
            DynamicImage::from(deep.to_luma8()),
            DynamicImage::from(deep.to_luma16()),
            DynamicImage::from(deep.to_rgb8()),
            DynamicImage::from(deep.to_rgb16()),
        ];
        for picture in opaque {
            assert_eq!(decode(&png(&picture)), Ok(picture.to_rgb8()), "{:?}", picture.color());
        }
        let transparent = [
            DynamicImage::from(deep.to_luma_alpha8()),
            DynamicImage::from(deep.to_luma_alpha16()),
            DynamicImage::from(deep.to_rgba8()),
            deep,
        ];
        for picture in transparent {
            let expected = RgbImage::from_fn(32, 32, |x, y| {
                let [r, g, b, a] = picture.to_rgba8().get_pixel(x, y).0.map(f64::from);
                let lay = |v: f64| (v * a / 255.0 + 255.0 - a).round() as u8;
                image::Rgb([r, g, b].map(lay))
            });
            assert_eq!(decode(&png(&picture)), Ok(expected), "{:?}", picture.color());
        }
    }

    #[test]
    fn too_many_pixels_are_not_decoded() {
        let wide = DynamicImage::new_luma8(MAX_SIDE + 1, 1);
        assert_eq!(decode(&png(&wide)), Err(PhotoError::TooLarge));
        // Within the sides, but 128 MiB: 4096 × 4096 pixels of 8 bytes, and no more of them than the header says.
        let header = [
            b"\x89PNG\r\n\x1a\n".as_slice(),
            b"\0\0\0\x0dIHDR\0\0\x10\0\0\0\x10\0\x10\x06\0\0\0\xa23\xf8T",
            b"\0\0\0\x08IDATx\x9c\x03\0\0\0\0\x01H\x06\x89\xd2",
        ];
        assert_eq!(decode(&header.concat()), Err(PhotoError::TooLarge));
        assert_eq!(decode(&png(&DynamicImage::new_rgb8(15, 40))), Err(PhotoError::TooSmall(15, 40)));
    }
}
