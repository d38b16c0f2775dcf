//! Altered forms of a picture, as thieves make them: each a 200-pixel picture, served again at 100 pixels.

use image::{Rgb, RgbImage, imageops};

use crate::random::Random;

/// Pixels a side of a picture before it is altered.
pub const SIDE: u32 = 200;

/// Makes an altered form of a picture; the second picture is for collages.
pub type Form = fn(&RgbImage, &RgbImage, &mut Random) -> RgbImage;

/// Every form by its name.
pub const FORMS: [(&str, Form); 14] =
    [
        ("as it is", |picture, _, _| picture.clone()),
        ("mirrored", |picture, _, _| imageops::flip_horizontal(picture)),
        ("crop of 30%", |picture, _, random| {
            let (x, y) = (random.between(0.0, 0.3), random.between(0.0, 0.3));
            resampled(picture, |u, v| (x + 0.7 * u, y + 0.7 * v))
        }),
        ("turned by 10°", |picture, _, random| {
            let side = if random.chance(0.5) { 0.85 } else { -0.85 };
            let (cos, sin) = (0.985 * 0.85, 0.174 * side);
            resampled(picture, |u, v| {
                let (u, v) = (u - 0.5, v - 0.5);
                (0.5 + cos * u - sin * v, 0.5 + sin * u + cos * v)
            })
        }),
        ("squeezed to 85%", |picture, _, _| resampled(picture, |u, v| (0.075 + 0.85 * u, v))),
        ("another backdrop", |picture, _, random| {
            let [tone, across, down] =
                [(0.0, 255.0), (-120.0, 120.0), (-120.0, 120.0)].map(|(a, b)| random.between(a, b));
            painted(picture, |u, v, pixel| {
                let head = 1.0 - ((u - 0.5) / 0.24).powi(2) - ((v - 0.4) / 0.34).powi(2);
                let shoulders = 1.0 - ((u - 0.5) / 0.47).powi(2) - ((v - 1.08) / 0.42).powi(2);
                let person = (0.5 + 4.0 * head.max(shoulders)).clamp(0.0, 1.0);
                let backdrop = tone + across * (u - 0.5) + down * (v - 0.5);
                pixel.map(|value| value * person + backdrop * (1.0 - person))
            })
        }),
        ("bar over the eyes", |picture, _, _| {
            painted(picture, |u, v, pixel| {
                let covered = (0.15..0.85).contains(&u) && (0.315..0.445).contains(&v);
                if covered { [0.0; 3] } else { pixel }
            })
        }),
        ("sticker", |picture, _, random| {
            let (x, y, radius) = (random.between(0.4, 0.6), random.between(0.3, 0.55), random.between(0.09, 0.13));
            painted(picture, |u, v, pixel| {
                if (u - x).powi(2) + (v - y).powi(2) < radius * radius { [250.0, 210.0, 40.0] } else { pixel }
            })
        }),
        ("light from one side", |picture, _, random| {
            let left = random.chance(0.5);
            painted(picture, |u, _, pixel| {
                let far = if left { u } else { 1.0 - u };
                pixel.map(|value| value * (0.35 + 0.9 * far))
            })
        }),
        ("grid", |picture, _, random| {
            let (lines, tone) = (random.between(4.0, 8.0), *random.pick(&[0.0, 255.0]));
            painted(picture, |u, v, pixel| {
                let is_line = |at: f32| (at * lines).fract() < 0.012 * lines;
                if is_line(u) || is_line(v) { [tone; 3] } else { pixel }
            })
        }),
        ("watermark all over", |picture, _, random| {
            let (strength, turn) = (random.between(0.3, 0.5), random.between(-0.6, 0.6));
            painted(picture, |u, v, pixel| {
                // Rows of strokes, like lettering.
                let (along, across) = (u + turn * v, v - turn * u);
                let is_stroke = (across * 6.0).rem_euclid(1.0) < 0.35
                    && (along * 28.0).rem_euclid(1.0) < 0.4
                    && (along * 4.0).rem_euclid(1.0) < 0.8;
                if is_stroke { pixel.map(|value| value + (255.0 - value) * strength) } else { pixel }
            })
        }),
        ("circle on a colour", |picture, _, random| {
            let tones = [0; 3].map(|_: u8| random.between(0.0, 255.0));
            let small = resampled(picture, |u, v| (0.5 + (u - 0.5) * 1.3, 0.5 + (v - 0.5) * 1.3));
            painted(&small, |u, v, pixel| if (u - 0.5).powi(2) + (v - 0.5).powi(2) < 0.148 { pixel } else { tones })
        }),
        ("one of four", |picture, other, random| {
            let half = SIDE / 2;
            let mut collage = RgbImage::new(SIDE, SIDE);
            let own = random.whole(0, 3);
            for k in 0..4 {
                let shown = if k == own { picture.clone() } else { resampled(other, |u, v| (u * 0.9, v * 0.9)) };
                let quarter = imageops::resize(&shown, half, half, imageops::FilterType::Triangle);
                imageops::replace(&mut collage, &quarter, k % 2 * i64::from(half), k / 2 * i64::from(half));
            }
            collage
        }),
        ("small and enlarged", |picture, _, _| {
            let small = imageops::resize(picture, 40, 40, imageops::FilterType::Triangle);
            imageops::resize(&small, SIDE, SIDE, imageops::FilterType::CatmullRom)
        }),
    ];

/// The picture resampled through a coordinate map, both sides from 0 to 1; outside, the nearest edge pixel.
fn resampled(picture: &RgbImage, to: impl Fn(f32, f32) -> (f32, f32)) -> RgbImage {
    let (width, height) = picture.dimensions();
    RgbImage::from_fn(SIDE, SIDE, |x, y| {
        let middle = |v: u32| (v as f32 + 0.5) / SIDE as f32;
        let (u, v) = to(middle(x), middle(y));
        let (u, v) = (u.clamp(0.0, 1.0), v.clamp(0.0, 1.0));
        imageops::interpolate_bilinear(
            picture,
            (u * width as f32 - 0.5).clamp(0.0, (width - 1) as f32),
            (v * height as f32 - 0.5).clamp(0.0, (height - 1) as f32),
        )
        .unwrap_or(Rgb([0; 3]))
    })
}

/// The picture with each pixel replaced by a function of its coordinates, from 0 to 1, and its value.
fn painted(picture: &RgbImage, paint: impl Fn(f32, f32, [f32; 3]) -> [f32; 3]) -> RgbImage {
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let (u, v) = ((x as f32 + 0.5) / picture.width() as f32, (y as f32 + 0.5) / picture.height() as f32);
        Rgb(paint(u, v, picture.get_pixel(x, y).0.map(f32::from)).map(|value| value.clamp(0.0, 255.0) as u8))
    })
}
