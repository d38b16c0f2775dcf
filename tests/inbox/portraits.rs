//! Drawn portraits: a backdrop, and a person before it. Each has its own seed, so that colleagues may share a
//! backdrop; in colour and at any size, so that they can be altered as photos are.

use image::{Rgb, RgbImage, imageops};

use crate::random::Random;
use crate::texture::Texture;

/// The seeds of a picture: the backdrop's and the person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sitting {
    pub backdrop: u64,
    pub person: u64,
}

/// The blur of the picture, as a part of its side.
const SOFT: f32 = 0.007;

/// Strength of the texture on the person and on the backdrop: with it drawn portraits differ as much as
/// photos (`likeness`).
const FACE: f32 = 0.2;
const WALL: f32 = 0.12;

/// An ellipse or a block, in parts of the side: centre, half axes, rotation, colour.
struct Shape {
    at: (f32, f32),
    half: (f32, f32),
    turn: (f32, f32),
    is_block: bool,
    colour: [f32; 3],
    /// How much darker it is at its edge, from the light's side.
    shade: f32,
}

impl Shape {
    fn round(at: (f32, f32), half: (f32, f32), colour: [f32; 3]) -> Self {
        Self { at, half, turn: (1.0, 0.0), is_block: false, colour, shade: 0.25 }
    }

    fn turned(mut self, angle: f32) -> Self {
        self.turn = (angle.cos(), angle.sin());
        self
    }

    fn at(&self, u: f32, v: f32, light: f32) -> Option<[f32; 3]> {
        let (du, dv) = (u - self.at.0, v - self.at.1);
        let (cos, sin) = self.turn;
        let (x, y) = ((du * cos + dv * sin) / self.half.0, (dv * cos - du * sin) / self.half.1);
        let reach = if self.is_block { x.abs().max(y.abs()) } else { x * x + y * y };
        (reach < 1.0).then(|| {
            let shading = 1.0 - self.shade * (reach * 0.6 + x * light * 0.5 + 0.2);
            self.colour.map(|value| value * shading)
        })
    }
}

/// The picture as it was uploaded, with this many pixels a side.
pub fn portrait(sitting: Sitting, side: u32) -> RgbImage {
    let mut behind = Random::of(sitting.backdrop ^ 0xbac4);
    let mut who = Random::of(sitting.person ^ 0xfa_ce00);
    let ground = [colour(&mut behind), colour(&mut behind)];
    let lean = behind.between(0.0, std::f32::consts::TAU);
    let mut shapes = backdrop(&mut behind);
    let behind_count = shapes.len();
    let (wall, own) = (Texture::of(sitting.backdrop, WALL), Texture::of(!sitting.person, FACE));
    shapes.extend(person(&mut who));
    let light = who.between(-1.0, 1.0);
    let sharp = RgbImage::from_fn(side, side, |column, row| {
        let place = |v: u32| (v as f32 + 0.5) / side as f32;
        let (u, v) = (place(column), place(row));
        let along = (0.5 + (u - 0.5) * lean.cos() + (v - 0.5) * lean.sin()).clamp(0.0, 1.0);
        let ground: [f32; 3] = std::array::from_fn(|i| ground[0][i] * (1.0 - along) + ground[1][i] * along);
        let found = shapes.iter().enumerate().rev().find_map(|(k, shape)| Some((k, shape.at(u, v, light)?)));
        let (drawn, texture) = match found {
            Some((k, drawn)) if k >= behind_count => (drawn, &own),
            Some((_, drawn)) => (drawn, &wall),
            None => (ground, &wall),
        };
        let relief = texture.at(u, v);
        Rgb(drawn.map(|value| (value * (1.0 + relief)).clamp(0.0, 255.0) as u8))
    });
    // A lens's blur and a sensor's grain: edges sharper than in photos would not survive a crop.
    let mut picture = imageops::blur(&sharp, side as f32 * SOFT);
    for pixel in picture.pixels_mut() {
        let grain = who.between(-3.0, 3.0);
        pixel.0 = pixel.0.map(|value| (f32::from(value) + grain).clamp(0.0, 255.0) as u8);
    }
    picture
}

/// A logo: a block and a disc on a plain ground.
pub fn logo(seed: u64, side: u32) -> RgbImage {
    let mut random = Random::of(seed ^ 0x1060);
    let ink = Rgb(colour(&mut random).map(|value| value as u8));
    let (size, across) = (random.between(0.15, 0.3), random.between(0.3, 0.7));
    RgbImage::from_fn(side, side, |column, row| {
        let (u, v) = (column as f32 / side as f32 - across, row as f32 / side as f32 - 0.5);
        let is_inked = u.hypot(v) < size || (v > 0.3 && v < 0.36 && u.abs() < 0.3);
        if is_inked { ink } else { Rgb([255, 255, 255]) }
    })
}

/// A placeholder for a missing photo: a silhouette or two initials on a gradient.
pub fn placeholder(seed: u64, side: u32) -> RgbImage {
    let mut random = Random::of(seed ^ 0x9405);
    let ends = [colour(&mut random), colour(&mut random)];
    let ink = if random.chance(0.7) { [245.0; 3] } else { colour(&mut random) };
    let lean = random.between(0.0, std::f32::consts::TAU);
    let flat = |round: Shape| Shape { shade: 0.0, ..round };
    let block = |at, half| flat(Shape { is_block: true, ..Shape::round(at, half, ink) });
    let shapes: Vec<Shape> = if random.chance(0.5) {
        let (y, width) = (random.between(0.36, 0.42), random.between(0.14, 0.19));
        vec![
            flat(Shape::round((0.5, y), (width, width * 1.15), ink)),
            flat(Shape::round((0.5, 0.98), (random.between(0.28, 0.38), random.between(0.28, 0.36)), ink)),
        ]
    } else {
        // Letters of bars: left, right, top, middle, bottom.
        [0.34_f32, 0.66]
            .iter()
            .flat_map(|x| {
                let bars = [
                    block((x - 0.09, 0.5), (0.022, 0.16)),
                    block((x + 0.09, 0.5), (0.022, 0.16)),
                    block((*x, 0.36), (0.1, 0.022)),
                    block((*x, 0.5), (0.1, 0.022)),
                    block((*x, 0.64), (0.1, 0.022)),
                ];
                bars.into_iter().filter(|_| random.chance(0.65)).collect::<Vec<_>>()
            })
            .collect()
    };
    RgbImage::from_fn(side, side, |column, row| {
        let place = |v: u32| (v as f32 + 0.5) / side as f32;
        let (u, v) = (place(column), place(row));
        let along = (0.5 + (u - 0.5) * lean.cos() + (v - 0.5) * lean.sin()).clamp(0.0, 1.0);
        let ground: [f32; 3] = std::array::from_fn(|i| ends[0][i] * (1.0 - along) + ends[1][i] * along);
        let drawn = shapes.iter().find_map(|shape| shape.at(u, v, 0.0)).unwrap_or(ground);
        Rgb(drawn.map(|value| value.clamp(0.0, 255.0) as u8))
    })
}

fn colour(random: &mut Random) -> [f32; 3] {
    let light = random.between(30.0, 225.0);
    std::array::from_fn(|_| (light + random.between(-45.0, 45.0)).clamp(5.0, 250.0))
}

/// A backdrop: walls, windows, shelves, plants, as in an office or a street.
fn backdrop(random: &mut Random) -> Vec<Shape> {
    let count = random.whole(3, 12);
    let shape = |random: &mut Random| {
        let half = (random.between(0.03, 0.35), random.between(0.03, 0.4));
        let round = Shape::round((random.part(), random.part()), half, colour(random));
        let round = round.turned(random.between(-0.6, 0.6));
        Shape { is_block: random.chance(0.5), ..round }
    };
    (0..count).map(|_| shape(random)).collect()
}

/// A person: shoulders, neck, hair, face and its features, painted in this order.
fn person(random: &mut Random) -> Vec<Shape> {
    let (x, y) = (0.5 + random.between(-0.09, 0.09), 0.42 + random.between(-0.07, 0.08));
    let width = random.between(0.14, 0.24);
    let height = width * random.between(1.2, 1.5);
    let tone = random.between(70.0, 225.0);
    let skin = [tone, tone * random.between(0.72, 0.85), tone * random.between(0.55, 0.72)];
    let darker = |by: f32| skin.map(|value| value * by);
    let dark = random.between(15.0, 190.0);
    let hair = [dark, dark * random.between(0.7, 0.95), dark * random.between(0.5, 0.9)];
    let (cloth, shirt) = (colour(random), colour(random));
    let tilt = random.between(-0.18, 0.18);
    let shoulders = random.between(0.3, 0.5);
    let mut shapes = Vec::new();
    if random.chance(0.45) {
        let long = (width * random.between(1.15, 1.5), height * random.between(1.3, 1.9));
        shapes.push(Shape::round((x, y + height * 0.45), long, hair));
    }
    shapes.push(Shape::round((x, 1.08), (shoulders, random.between(0.3, 0.45)), cloth));
    shapes.push(Shape::round((x, y + height * 1.05), (width * 0.55, height * 0.6), darker(0.85)));
    shapes.push(Shape::round((x, y + height * 1.9), (width * random.between(0.3, 0.7), height * 0.6), shirt));
    let cap = (width * random.between(1.05, 1.3), height * random.between(0.8, 1.1));
    shapes.push(
        Shape::round((x + random.between(-0.02, 0.02), y - height * random.between(0.2, 0.45)), cap, hair).turned(tilt),
    );
    shapes.push(Shape::round((x, y), (width, height), skin).turned(tilt));
    let at =
        |along: f32, down: f32| (x + width * along - height * down * tilt, y + height * down + width * along * tilt);
    let apart = random.between(0.36, 0.48);
    let eyes = random.between(-0.2, -0.05);
    let iris = random.between(15.0, 90.0);
    for side in [-1.0, 1.0] {
        let brow = (width * random.between(0.2, 0.28), height * random.between(0.03, 0.07));
        shapes.push(Shape::round(at(apart * side, eyes - random.between(0.14, 0.22)), brow, hair.map(|v| v * 0.8)));
        shapes.push(Shape::round(at(apart * side, eyes), (width * 0.2, height * 0.08), [225.0, 222.0, 218.0]));
        shapes.push(Shape::round(
            at(apart * side, eyes),
            (width * 0.09, height * 0.075),
            [iris, iris * 0.8, iris * 0.7],
        ));
    }
    shapes.push(Shape::round(
        at(random.between(-0.05, 0.05), 0.2),
        (width * random.between(0.1, 0.18), height * 0.2),
        darker(0.86),
    ));
    let mouth = (width * random.between(0.28, 0.48), height * random.between(0.05, 0.13));
    shapes.push(Shape::round(at(0.0, random.between(0.48, 0.6)), mouth, [tone * 0.75, tone * 0.4, tone * 0.38]));
    if random.chance(0.5) {
        shapes.push(Shape::round(at(0.0, 0.56), (mouth.0 * 0.7, mouth.1 * 0.5), [240.0, 238.0, 232.0]));
    }
    if random.chance(0.3) {
        let beard = (width * random.between(0.7, 0.95), height * random.between(0.25, 0.4));
        let at = at(0.0, 0.78);
        shapes.insert(shapes.len() - 2, Shape::round(at, beard, hair.map(|v| v * 0.9)));
    }
    if random.chance(0.3) {
        // Glasses, with the eyes visible through them.
        let half = (width * random.between(0.22, 0.33), height * random.between(0.12, 0.22));
        let (rim, ink) = (random.between(0.7, 0.9), random.between(15.0, 120.0));
        for side in [-1.0, 1.0] {
            let middle = at(apart * side, eyes);
            let inner = (half.0 * rim, half.1 * rim);
            for (half, colour) in [(half, [ink; 3]), (inner, darker(0.95))] {
                shapes.push(Shape { shade: 0.0, ..Shape::round(middle, half, colour) });
            }
            shapes.push(Shape::round(middle, (width * 0.1, height * 0.08), [iris; 3]));
        }
    }
    shapes
}
