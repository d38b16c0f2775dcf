//! Texture of drawn surfaces, such as folds, strands and shadows: value noise in several octaves.

use crate::random::Random;

/// Cells along a side and strength of each octave, from the coarsest to the finest.
const OCTAVES: [(usize, f32); 4] = [(5, 1.0), (10, 0.7), (20, 0.5), (40, 0.35)];

/// How much lighter or darker each point is.
pub struct Texture {
    /// For each octave, (cells + 1)² values, row by row.
    octaves: [Vec<f32>; OCTAVES.len()],
    strength: f32,
}

impl Texture {
    /// `strength`: the most by which the coarsest octave lightens or darkens, as a part of the value.
    pub fn of(seed: u64, strength: f32) -> Self {
        let mut random = Random::of(seed ^ 0x7e87);
        let octaves = OCTAVES.map(|(cells, _)| (0..(cells + 1).pow(2)).map(|_| random.between(-1.0, 1.0)).collect());
        Self { octaves, strength }
    }

    /// The value at a point, in parts of the side.
    pub fn at(&self, u: f32, v: f32) -> f32 {
        let octaves = self.octaves.iter().zip(OCTAVES);
        self.strength * octaves.map(|(values, (cells, weight))| weight * between(values, cells, u, v)).sum::<f32>()
    }
}

/// Interpolates between the four values around a point.
fn between(values: &[f32], cells: usize, u: f32, v: f32) -> f32 {
    let place = |part: f32| {
        let at = part.clamp(0.0, 0.999) * cells as f32;
        (at as usize, at.fract())
    };
    let ((x, along), (y, down)) = (place(u), place(v));
    let at = |x: usize, y: usize| values[y * (cells + 1) + x];
    let top = at(x, y) + (at(x + 1, y) - at(x, y)) * along;
    let bottom = at(x, y + 1) + (at(x + 1, y + 1) - at(x, y + 1)) * along;
    top + (bottom - top) * down
}
