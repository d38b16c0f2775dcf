//! Twenty alterations of a photo between one profile and the next.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{ImageFormat, Rgb, RgbImage};

use crate::random::Random;

/// Pixels a side of a picture as it was uploaded.
pub const SIDE: u32 = 160;

/// Every alteration, by name.
pub const ALTERATIONS: [&str; 20] = [
    "same",
    "q30",
    "mirror",
    "crop5",
    "crop10",
    "crop20",
    "crop30",
    "rotate3",
    "brightness",
    "contrast",
    "grey",
    "tint",
    "blur",
    "border5",
    "border10",
    "ring",
    "circle",
    "banner",
    "squeeze",
    "mirror+crop10+q50",
];

/// The picture under one of the alterations.
pub fn altered(picture: &RgbImage, alteration: &str, random: &mut Random) -> RgbImage {
    match alteration {
        "q30" => packed(picture, 30),
        "mirror" => imageops::flip_horizontal(picture),
        "crop5" => cropped(picture, 0.05, (random.part(), random.part())),
        "crop10" => cropped(picture, 0.1, (random.part(), random.part())),
        "crop20" => cropped(picture, 0.2, (random.part(), random.part())),
        "crop30" => cropped(picture, 0.3, (0.5, 0.3)),
        "rotate3" => cropped(&turned(picture, *random.pick(&[-3.0, 3.0])), 0.08, (0.5, 0.3)),
        "brightness" => contrasted(picture, 0.0, *random.pick(&[0.7, 1.35])),
        "contrast" => contrasted(picture, mean(picture), *random.pick(&[0.6, 1.5])),
        "grey" => grey(picture),
        "tint" => tinted(picture),
        // A radius of 3 pixels of 400.
        "blur" => imageops::blur(picture, 3.0 * SIDE as f32 / 400.0),
        "border5" => bordered(picture, 0.05, Rgb([255; 3])),
        "border10" => bordered(picture, 0.1, Rgb([30; 3])),
        "ring" => ringed(picture),
        "circle" => circled(picture),
        "banner" => bannered(picture),
        "squeeze" => squeezed(picture),
        "mirror+crop10+q50" => {
            packed(&cropped(&imageops::flip_horizontal(picture), 0.1, (random.part(), random.part())), 50)
        }
        _ => picture.clone(),
    }
}

/// A JPEG file of the picture as the photo host serves it.
pub fn served(picture: &RgbImage, side: u32) -> Vec<u8> {
    jpeg(&imageops::resize(picture, side, side, FilterType::Lanczos3), 85)
}

fn jpeg(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(picture).expect("RGB can be encoded");
    bytes
}

fn packed(picture: &RgbImage, quality: u8) -> RgbImage {
    let bytes = jpeg(picture, quality);
    image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).expect("just encoded").to_rgb8()
}

fn mean(picture: &RgbImage) -> f32 {
    picture.iter().map(|value| f32::from(*value)).sum::<f32>() / picture.len() as f32
}

/// The contrast changed: every value `by` times as far from a middle.
fn contrasted(picture: &RgbImage, middle: f32, by: f32) -> RgbImage {
    let mut changed = picture.clone();
    for value in changed.iter_mut() {
        *value = (middle + (f32::from(*value) - middle) * by).clamp(0.0, 255.0) as u8;
    }
    changed
}

fn grey(picture: &RgbImage) -> RgbImage {
    image::DynamicImage::ImageLuma8(imageops::grayscale(picture)).to_rgb8()
}

fn tinted(picture: &RgbImage) -> RgbImage {
    let mut changed = picture.clone();
    for Rgb([red, _, blue]) in changed.pixels_mut() {
        *red = (f32::from(*red) * 1.15 + 8.0).min(255.0) as u8;
        *blue = (f32::from(*blue) * 0.8) as u8;
    }
    changed
}

/// A crop that removes the share `off` of each side; the pair, from 0 to 1, places it.
fn cropped(picture: &RgbImage, off: f32, (along, down): (f32, f32)) -> RgbImage {
    let side = picture.width() as f32;
    let (x, y) = ((side * off * along) as u32, (side * off * down) as u32);
    let kept = (side * (1.0 - off)) as u32;
    imageops::crop_imm(picture, x, y, kept, kept).to_image()
}

/// Turned about its centre by this many degrees, with black corners.
fn turned(picture: &RgbImage, degrees: f32) -> RgbImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let middle = picture.width() as f32 / 2.0;
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let (dx, dy) = (x as f32 + 0.5 - middle, y as f32 + 0.5 - middle);
        let (x, y) = (middle + dx * cos + dy * sin - 0.5, middle + dy * cos - dx * sin - 0.5);
        imageops::interpolate_bilinear(picture, x.max(0.0), y.max(0.0)).unwrap_or(Rgb([0; 3]))
    })
}

fn bordered(picture: &RgbImage, width: f32, colour: Rgb<u8>) -> RgbImage {
    let edge = (picture.width() as f32 * width) as u32;
    let mut framed = RgbImage::from_pixel(picture.width() + 2 * edge, picture.height() + 2 * edge, colour);
    imageops::replace(&mut framed, picture, i64::from(edge), i64::from(edge));
    framed
}

/// Draws over the picture: a colour where the drawing has one, at coordinates from 0 to 1.
fn drawn_over(picture: &RgbImage, drawing: impl Fn(f32, f32) -> Option<Rgb<u8>>) -> RgbImage {
    let side = picture.width() as f32;
    let mut drawn = picture.clone();
    for (x, y, pixel) in drawn.enumerate_pixels_mut() {
        if let Some(colour) = drawing((x as f32 + 0.5) / side, (y as f32 + 0.5) / side) {
            *pixel = colour;
        }
    }
    drawn
}

/// A ring from the lower right to the upper left, with words in it.
fn ringed(picture: &RgbImage) -> RgbImage {
    drawn_over(picture, |u, v| {
        let (x, y) = (u - 0.5, v - 0.5);
        let angle = y.atan2(x).to_degrees().rem_euclid(360.0);
        let is_word = v > 0.9 && v < 0.93 && u > 0.18 && u < 0.6 && (u * 50.0).fract() < 0.6;
        match x.hypot(y) {
            _ if is_word => Some(Rgb([255; 3])),
            0.37..0.5 if (20.0..200.0).contains(&angle) => Some(Rgb([70, 125, 40])),
            _ => None,
        }
    })
}

/// The round crop, saved with white corners.
fn circled(picture: &RgbImage) -> RgbImage {
    drawn_over(picture, |u, v| ((u - 0.5).hypot(v - 0.5) > 0.5).then_some(Rgb([255; 3])))
}

/// A strip with words across the foot.
fn bannered(picture: &RgbImage) -> RgbImage {
    drawn_over(picture, |u, v| {
        let is_word = v > 0.91 && v < 0.95 && u > 0.1 && u < 0.7 && (u * 40.0).fract() < 0.6;
        (v > 0.86).then_some(if is_word { Rgb([255; 3]) } else { Rgb([20, 60, 140]) })
    })
}

/// Squeezed in height, and cropped to a square around its centre.
fn squeezed(picture: &RgbImage) -> RgbImage {
    let (width, height) = (picture.width(), (picture.height() as f32 * 0.93) as u32);
    let low = imageops::resize(picture, width, height, FilterType::Lanczos3);
    imageops::crop_imm(&low, (width - height) / 2, 0, height, height).to_image()
}
