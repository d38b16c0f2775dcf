//! Drawn portraits: backdrop, shoulders, head, hair, eyes, mouth, objects around, texture, and some noise.

use image::{Rgb, RgbImage};
use vouchsafe_core::photo::Portrait;

use crate::random::Random;
use crate::texture::Texture;

/// Pixels a side of a remembered portrait: twice a rendition's, so that edges are as soft as a camera's.
const SIDE: u32 = 128;

/// Strength of the texture on everything: as on faces in the simulated inbox, where it makes drawn faces differ as much
/// as photographed ones (`likeness.rs`).
const TEXTURE: f32 = 0.2;

/// An ellipse: centre, half axes, grey value.
type Shape = (f32, f32, f32, f32, f32);

pub(crate) fn portrait(number: u32) -> Portrait {
    Portrait::of_picture(&picture(number, SIDE))
}

/// A drawn portrait: the same number gives the same one, at any size.
#[must_use]
pub fn picture(number: u32, side: u32) -> RgbImage {
    let mut random = Random::of(u64::from(number));
    let texture = Texture::of(random.next(), TEXTURE);
    let mut draw = || random.part();
    let (x, y, width) = (0.5 + (draw() - 0.5) * 0.2, 0.42 + (draw() - 0.5) * 0.15, 0.14 + draw() * 0.12);
    let backdrop = [draw() * 255.0, draw() * 255.0, (draw() - 0.5) * 160.0, (draw() - 0.5) * 160.0];
    let (skin, hair, cloth) = (80.0 + draw() * 140.0, draw() * 180.0, draw() * 255.0);
    let mut shapes: Vec<Shape> = vec![
        (x, 1.05 + draw() * 0.1, 0.3 + draw() * 0.2, 0.35 + draw() * 0.15, cloth),
        (x + (draw() - 0.5) * 0.05, y - width * 0.3, width * (1.1 + draw() * 0.4), width * (1.3 + draw() * 0.5), hair),
        (x, y, width, width * 1.3, skin),
        (x - width * 0.4, y - width * 0.2, width * 0.18, width * 0.1, skin * 0.4),
        (x + width * 0.4, y - width * 0.2, width * 0.18, width * 0.1, skin * 0.4),
        (x, y + width * 0.6, width * 0.4, width * 0.12, skin * (0.5 + draw())),
    ];
    for _ in 0..(draw() * 10.0) as u32 {
        shapes.insert(0, (draw(), draw(), draw() * 0.3, draw() * 0.3, draw() * 255.0));
    }
    for _ in 0..(draw() * 5.0) as u32 {
        shapes.push((draw(), draw(), draw() * 0.1, draw() * 0.1, draw() * 255.0));
    }
    let mut picture = RgbImage::new(side, side);
    let place = |v: u32| (v as f32 + 0.5) / side as f32;
    for row in 0..side {
        let v = place(row);
        let crossing: Vec<&Shape> = shapes.iter().filter(|(_, y, _, down, _)| (v - y).abs() < *down).collect();
        for column in 0..side {
            let u = place(column);
            let mut grey = backdrop[0] + backdrop[2] * (u - 0.5) + backdrop[3] * (v - 0.5);
            for (x, y, across, down, tone) in &crossing {
                let distance = ((u - x) / across).powi(2) + ((v - y) / down).powi(2);
                if distance < 1.0 {
                    grey = tone * (1.0 - distance * 0.3);
                }
            }
            let grey = (grey * (1.0 + texture.at(u, v)) + (draw() - 0.5) * 4.0).clamp(0.0, 255.0) as u8;
            picture.put_pixel(column, row, Rgb([grey; 3]));
        }
    }
    picture
}
