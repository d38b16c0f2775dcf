//! Untrusted bytes → a bounded picture.
//!
//! The decoders behind the image crate are called directly: called through it, each would bring all its error texts and
//! every conversion between pixel formats into the download.

use std::io::Cursor;

use image::RgbImage;
use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::jpeg_file::JpegFile;
use super::orientation::Orientation;
use super::webp_file;

/// The largest file that is read, in bytes. LinkedIn's 800-pixel renditions stay below 300 KB.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// The longest side that is decoded, in pixels. LinkedIn serves at most 800; saved pictures may be larger.
pub const MAX_SIDE: u32 = 4096;
/// The most memory that decoding one file and reading it may take, in bytes: 64 MB, less what is not counted by
/// pixels.
const MAX_ALLOCATION: usize = 58_000_000;
/// The most scans of a JPEG file: programs write up to some 15, and each takes time however short it is.
const MOST_SCANS: usize = 40;
/// The most bytes per pixel while a file is read, with the grey values made of it afterwards; measured by
/// tests/memory.rs. A JPEG file that is decoded row by row: colours and grey.
const JPEG: usize = 4;
/// A JPEG file whose coefficients (16 bits each, up to four) are held, beside its colours.
const HELD_JPEG: usize = 12;
/// A WebP file: colours, half as much in YUV, and alpha as decoded.
const WEBP: usize = 12;
/// An animated WebP file: its first frame, by itself and on the canvas.
const ANIMATED_WEBP: usize = 20;
/// The shortest side that says anything about a photo, in pixels.
const MIN_SIDE: u32 = 16;

/// Why a file could not be read as a photo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// No bytes.
    #[error("the file is empty")]
    Empty,
    /// More than [`MAX_BYTES`].
    #[error("the file has {0} bytes, more than the {MAX_BYTES} that are read")]
    TooManyBytes(usize),
    /// Not a JPEG, PNG or WebP file (an HTML page, an AVIF picture).
    #[error("not a JPEG, PNG or WebP picture")]
    Unsupported,
    /// A longer side than [`MAX_SIDE`], or more memory than one photo may take.
    #[error(
        "the picture has {} × {} pixels, more than are decoded: at most {MAX_SIDE} a side, and {} MB of memory in all",
        .0, .1, MAX_ALLOCATION / 1_000_000
    )]
    TooManyPixels(u32, u32),
    /// More memory or time than one photo may take.
    #[error("the picture takes more memory or time to decode than one may")]
    TooLarge,
    /// Too few pixels to say anything.
    #[error("the picture has only {0} × {1} pixels")]
    TooSmall(u32, u32),
    /// Begins like a picture and does not go on like one.
    #[error("the picture is damaged: {0}")]
    Damaged(String),
}

/// A decoded picture, as it lies in its file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub picture: RgbImage,
    /// How it has to be turned to be upright.
    pub orientation: Orientation,
}

/// Decodes a file to RGB; what is transparent is laid on white.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, PhotoError> {
    if bytes.is_empty() {
        return Err(PhotoError::Empty);
    }
    if bytes.len() > MAX_BYTES {
        return Err(PhotoError::TooManyBytes(bytes.len()));
    }
    let (picture, orientation) = match bytes {
        [0xff, 0xd8, 0xff, ..] => jpeg(bytes)?,
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => (png(bytes)?, Orientation::of_png(bytes)),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => (webp(bytes)?, Orientation::of_webp(bytes)),
        _ => return Err(PhotoError::Unsupported),
    };
    if picture.width < MIN_SIDE || picture.height < MIN_SIDE {
        return Err(PhotoError::TooSmall(picture.width, picture.height));
    }
    let picture = picture.on_white().ok_or_else(|| damaged("pixels are missing"))?;
    Ok(Decoded { picture, orientation })
}

fn jpeg(file: &[u8]) -> Result<(Samples, Orientation), PhotoError> {
    let name_error = |error| match error {
        DecodeErrors::Unsupported(_) => PhotoError::Unsupported,
        DecodeErrors::LargeDimensions(_) => PhotoError::TooLarge,
        _ => damaged("not a whole JPEG picture"),
    };
    // The decoder fills what is missing with grey and says nothing.
    let header = JpegFile::read(file).ok_or_else(|| damaged("not a whole JPEG picture"))?;
    let bytes_a_pixel = if header.is_held { HELD_JPEG } else { JPEG };
    bounded(header.width, header.height, bytes_a_pixel)?;
    if header.scans > MOST_SCANS {
        return Err(PhotoError::TooLarge);
    }
    // The decoder allows any size: it is bounded above.
    let side = usize::from(u16::MAX);
    let options = DecoderOptions::default().set_strict_mode(false).set_max_width(side).set_max_height(side);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    decoder.decode_headers().map_err(name_error)?;
    // Grey stays grey, all else becomes red, green, blue.
    let space = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => ColorSpace::Luma,
        _ => ColorSpace::RGB,
    };
    decoder.set_options(options.jpeg_set_out_colorspace(space));
    let (width, height) = decoder.dimensions().unwrap_or_default();
    let (width, height) = (u32::try_from(width).unwrap_or(u32::MAX), u32::try_from(height).unwrap_or(u32::MAX));
    let mut bytes = space_for(width, height, bytes_a_pixel, decoder.output_buffer_size())?;
    decoder.decode_into(&mut bytes).map_err(name_error)?;
    Ok((Samples { width, height, channels: space.num_components(), bytes }, header.orientation))
}

fn png(file: &[u8]) -> Result<Samples, PhotoError> {
    let name_error = |error| match error {
        png::DecodingError::LimitsExceeded => PhotoError::TooLarge,
        _ => damaged("not a whole PNG picture"),
    };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(file), png::Limits { bytes: MAX_BYTES });
    // Texts and profiles may be packed many times over.
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let (width, height) = decoder.read_header_info().map_err(name_error)?.size();
    within_sides(width, height)?;
    // Palettes and fewer than 8 bits a sample become 8 bits.
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().map_err(name_error)?;
    let (colour, depth) = reader.output_color_type();
    let (channels, is_deep) = (colour.samples(), depth == png::BitDepth::Sixteen);
    // First 16 bits with the 8 bits made of them, then 8 bits with red, green and blue; at last these with grey.
    let as_read = if is_deep { 3 * channels } else { channels };
    let on_white = if channels == 3 { 4 } else { channels + 3 };
    let mut bytes = space_for(width, height, as_read.max(on_white), reader.output_buffer_size())?;
    reader.next_frame(&mut bytes).map_err(name_error)?;
    if is_deep {
        bytes = bytes.as_chunks::<2>().0.iter().map(|pair| eight_bits(u16::from_be_bytes(*pair))).collect();
    }
    Ok(Samples { width, height, channels, bytes })
}

fn webp(file: &[u8]) -> Result<Samples, PhotoError> {
    let name_error = |_| damaged("not a whole WebP picture");
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(file)).map_err(name_error)?;
    let (width, height) = decoder.dimensions();
    let bytes_a_pixel = if decoder.is_animated() { ANIMATED_WEBP } else { WEBP };
    let mut bytes = space_for(width, height, bytes_a_pixel, decoder.output_buffer_size())?;
    if !webp_file::frames_fit(file, width, height) {
        return Err(damaged("frames of another size"));
    }
    decoder.read_image(&mut bytes).map_err(name_error)?;
    Ok(Samples { width, height, channels: if decoder.has_alpha() { 4 } else { 3 }, bytes })
}

fn damaged(why: &str) -> PhotoError {
    PhotoError::Damaged(why.to_owned())
}

fn within_sides(width: u32, height: u32) -> Result<(), PhotoError> {
    if width.max(height) > MAX_SIDE { Err(PhotoError::TooManyPixels(width, height)) } else { Ok(()) }
}

/// Whether a picture of this size may be decoded, by the bytes that each pixel takes.
fn bounded(width: u32, height: u32, bytes_a_pixel: usize) -> Result<(), PhotoError> {
    within_sides(width, height)?;
    let pixels = u64::from(width) * u64::from(height);
    let is_too_much = pixels * bytes_a_pixel as u64 > MAX_ALLOCATION as u64;
    if is_too_much { Err(PhotoError::TooManyPixels(width, height)) } else { Ok(()) }
}

/// Memory for the decoded picture, taken only when the limits are found to hold.
fn space_for(width: u32, height: u32, bytes_a_pixel: usize, size: Option<usize>) -> Result<Vec<u8>, PhotoError> {
    bounded(width, height, bytes_a_pixel)?;
    let size = size.filter(|size| *size <= MAX_ALLOCATION).ok_or(PhotoError::TooLarge)?;
    Ok(vec![0; size])
}

/// A picture as its file holds it: grey or colour, with or without alpha.
struct Samples {
    width: u32,
    height: u32,
    channels: usize,
    bytes: Vec<u8>,
}

impl Samples {
    fn on_white(self) -> Option<RgbImage> {
        let rgb = match self.channels {
            3 => self.bytes,
            channels => {
                let mut rgb = Vec::with_capacity(self.bytes.len() / channels.max(1) * 3);
                self.bytes.chunks_exact(channels.max(1)).for_each(|pixel| rgb.extend(pixel_on_white(pixel)));
                rgb
            }
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

#[cfg(test)]
mod tests {
    use image::{DynamicImage, ImageFormat};

    use super::*;

    #[test]
    fn names_what_is_wrong() {
        assert_eq!(decode(b""), Err(PhotoError::Empty));
        assert_eq!(decode(b"<!doctype html><title>Sign in</title>"), Err(PhotoError::Unsupported));
        assert_eq!(decode(&vec![0xff; MAX_BYTES + 1]), Err(PhotoError::TooManyBytes(MAX_BYTES + 1)));
        assert!(matches!(decode(b"\xff\xd8\xff\xe0\x00\x10JFIF"), Err(PhotoError::Damaged(_))));
    }

    #[test]
    fn a_jpeg_that_breaks_off_is_damaged() {
        let picture = RgbImage::from_fn(64, 64, |x, y| image::Rgb([x, y, x * y].map(|v| (v * 7 % 256) as u8)));
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, ImageFormat::Jpeg).unwrap();
        let file = file.into_inner();
        let decode = |file: &[u8]| decode(file).map(|decoded| decoded.picture);
        assert!(decode(&file).is_ok());
        for kept in [file.len() - 2, file.len() * 4 / 5, file.len() / 2, file.len() / 5] {
            assert!(matches!(decode(&file[..kept]), Err(PhotoError::Damaged(_))), "{kept} of {}", file.len());
        }
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
            assert_eq!(decode(&png(&picture)).unwrap().picture, picture.to_rgb8(), "{:?}", picture.color());
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
            assert_eq!(decode(&png(&picture)).unwrap().picture, expected, "{:?}", picture.color());
        }
    }

    #[test]
    fn too_many_pixels_are_not_decoded() {
        let wide = DynamicImage::new_luma8(MAX_SIDE + 1, 1);
        assert_eq!(decode(&png(&wide)), Err(PhotoError::TooManyPixels(MAX_SIDE + 1, 1)));
        // Within the sides, but 128 MiB: 4096 × 4096 pixels of 8 bytes, and no more of them than the header says.
        let header = [
            b"\x89PNG\r\n\x1a\n".as_slice(),
            b"\0\0\0\x0dIHDR\0\0\x10\0\0\0\x10\0\x10\x06\0\0\0\xa23\xf8T",
            b"\0\0\0\x08IDATx\x9c\x03\0\0\0\0\x01H\x06\x89\xd2",
        ];
        assert_eq!(decode(&header.concat()), Err(PhotoError::TooManyPixels(4096, 4096)));
        assert_eq!(decode(&png(&DynamicImage::new_rgb8(15, 40))), Err(PhotoError::TooSmall(15, 40)));
    }
}
