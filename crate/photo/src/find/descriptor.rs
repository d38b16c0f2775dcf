//! Descriptors: the surroundings of a keypoint in 128 bits. SIFT's histogram of gradients (Lowe 2004, section 6), each
//! number kept as whether it is above their median, so that two are compared by the number of bits in which they differ
//! (their Hamming distance), as ORB's are (Rublee, Rabaud, Konolige, Bradski 2011).

use std::f32::consts::SQRT_2;

use super::keypoint::{Keypoint, bell, keypoints};
use super::scale_space::Plane;

/// Cells along each side of what is described, and directions of gradients in each: 4 × 4 × 8 = 128.
const CELLS: usize = 4;
const DIRECTIONS: usize = 8;
/// Side of a cell, in blurs of the keypoint.
const CELL: f32 = 3.0;
/// Samples along a cell.
const SAMPLES: usize = 3;
/// Samples along what is described.
const ACROSS: usize = CELLS * SAMPLES;

/// 128 bits in four words: first the cells of the first row, eight bits each.
pub(crate) type Descriptor = [u32; 4];

/// A keypoint and its descriptor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Feature {
    pub keypoint: Keypoint,
    pub descriptor: Descriptor,
}

/// The descriptor of the same place in the picture's mirror image. Its direction stays the first axis and the other axis
/// is turned about: the rows of cells change places, and in each cell the directions to either side.
pub(crate) fn mirrored([a, b, c, d]: Descriptor) -> Descriptor {
    const AHEAD: u32 = 0x0101_0101;
    [d, c, b, a].map(|row| (row & !AHEAD).swap_bytes().reverse_bits() << 1 | row & AHEAD)
}

/// Bits in which two descriptors differ.
#[inline]
pub(crate) fn hamming(a: &Descriptor, b: &Descriptor) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a ^ b).count_ones()).sum()
}

/// The strongest features of a rendition's grey values, each strength multiplied by the weight of its place.
pub(crate) fn features(grey: &[u8], most: usize, weight: fn(f32, f32) -> f32) -> Vec<Feature> {
    let mut features = Vec::with_capacity(most);
    keypoints(grey, weight, |keypoint, plane, [x, y, blur]| {
        features.push(Feature { keypoint, descriptor: describe(plane, x, y, blur, keypoint.along) });
        features.len() < most
    });
    features
}

/// The descriptor of a place.
fn describe(plane: &Plane, x: f32, y: f32, blur: f32, along: [f32; 2]) -> Descriptor {
    bits(&histogram(&gradients(plane, [x, y], CELL * blur / SAMPLES as f32, along)))
}

/// The gradient at each sample around a place, by how much it goes along each of eight directions. Samples are `step`
/// pixels apart, their rows go along the unit vector.
fn gradients(
    plane: &Plane,
    [x, y]: [f32; 2],
    step: f32,
    [cos, sin]: [f32; 2],
) -> [[[f32; DIRECTIONS]; ACROSS]; ACROSS] {
    /// With one more sample on every side: gradients are differences of neighbours.
    const PLACES: usize = ACROSS + 2;
    let place = |k: usize| (k as f32 - (ACROSS as f32 + 1.0) * 0.5) * step;
    let square = |x: f32, by_column: f32, by_row: f32| -> [[f32; PLACES]; PLACES] {
        let row: [f32; PLACES] = std::array::from_fn(|i| x + place(i) * by_column);
        std::array::from_fn(|j| row.map(|x| x + place(j) * by_row))
    };
    let values = plane.sample(square(x, cos, -sin), square(y, sin, cos));
    let mut gradients = [[[0f32; DIRECTIONS]; ACROSS]; ACROSS];
    for ((gradients, rows), bells) in gradients.iter_mut().zip(values.windows(3)).zip(&BELLS) {
        for (i, (gradient, bell)) in gradients.iter_mut().zip(bells).enumerate() {
            let across = rows[1][i + 2] - rows[1][i];
            let down = rows[2][i + 1] - rows[0][i + 1];
            *gradient = parts(across * bell, down * bell);
        }
    }
    gradients
}

/// The sums of gradients by cell and direction; each sample counts in the cells whose middles lie around it.
fn histogram(gradients: &[[[f32; DIRECTIONS]; ACROSS]; ACROSS]) -> [[[f32; DIRECTIONS]; CELLS]; CELLS] {
    let mut histogram = [[[0f32; DIRECTIONS]; CELLS]; CELLS];
    for (row, cells) in histogram.iter_mut().enumerate() {
        for (column, sums) in cells.iter_mut().enumerate() {
            for j in around(row) {
                for i in around(column) {
                    let share = SHARES[row][j] * SHARES[column][i];
                    for (sum, part) in sums.iter_mut().zip(gradients[j][i]) {
                        *sum += share * part;
                    }
                }
            }
        }
    }
    histogram
}

/// The samples along a side that count in a cell: its own, and one beside them on either side.
fn around(cell: usize) -> std::ops::Range<usize> {
    (cell * SAMPLES).saturating_sub(1)..((cell + 1) * SAMPLES + 1).min(ACROSS)
}

/// A gradient as the sum of two along the nearest of eight directions, an axis and a diagonal: its part along
/// each direction, numbered by eighths of a turn. Without a table, so that the compiler uses vectors.
#[inline]
fn parts(across: f32, down: f32) -> [f32; DIRECTIONS] {
    let positive = |v: f32| if v > 0.0 { v } else { 0.0 };
    let straight = |ahead: f32, beside: f32| positive(ahead - beside.abs());
    let diagonal = |x: f32, y: f32| positive(if x < y { x } else { y }) * SQRT_2;
    [
        straight(across, down),
        diagonal(across, down),
        straight(down, across),
        diagonal(-across, down),
        straight(-across, down),
        diagonal(-across, -down),
        straight(-down, across),
        diagonal(across, -down),
    ]
}

/// The weight of each sample: a Gaussian about the middle whose deviation is half the side of the descriptor.
const BELLS: [[f32; ACROSS]; ACROSS] = {
    let mut bells = [[0.0; ACROSS]; ACROSS];
    let mut j = 0;
    while j < ACROSS {
        let mut i = 0;
        while i < ACROSS {
            let (u, v) = (offset(i), offset(j));
            bells[j][i] = bell((u * u + v * v) * (1.0 / 8.0));
            i += 1;
        }
        j += 1;
    }
    bells
};

/// By cell along a side, the share of each sample that counts in the cell: linear interpolation between the cells'
/// middles.
const SHARES: [[f32; ACROSS]; CELLS] = {
    let mut shares = [[0.0; ACROSS]; CELLS];
    let mut sample = 0;
    while sample < ACROSS {
        // Between the middles of two cells, counted from the one before the first.
        let place = offset(sample) + CELLS as f32 * 0.5 + 0.5;
        let before = place as usize;
        let part = place - before as f32;
        if before > 0 {
            shares[before - 1][sample] = 1.0 - part;
        }
        if before < CELLS {
            shares[before][sample] = part;
        }
        sample += 1;
    }
    shares
};

/// Where a sample lies, in cells from the middle.
const fn offset(sample: usize) -> f32 {
    (sample as f32 + 0.5) / SAMPLES as f32 - CELLS as f32 * 0.5
}

/// Which of the numbers are above their median.
fn bits(histogram: &[[[f32; DIRECTIONS]; CELLS]; CELLS]) -> Descriptor {
    let mut numbers = *histogram;
    let numbers = numbers.as_flattened_mut().as_flattened_mut();
    let median = *numbers.select_nth_unstable_by(CELLS * CELLS * DIRECTIONS / 2, f32::total_cmp).1;
    histogram.map(|cells| {
        let above = cells.as_flattened().iter().map(|number| u32::from(*number > median));
        above.enumerate().fold(0, |row, (place, bit)| row | bit << place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rendition::SIDE;

    #[test]
    fn a_mirror_image_has_the_mirrored_descriptors() {
        let side = SIDE as usize;
        // Blocks of four pixels in tones that look drawn.
        let tone = |column: usize, row: usize| (column * 2_654_435 + row * 805_459 + column * row * 7_919) / 64 % 256;
        let grey: Vec<u8> = (0..side * side).map(|k| tone(k % side / 4, k / side / 4) as u8).collect();
        let flipped: Vec<u8> = grey.chunks_exact(side).flat_map(|row| row.iter().rev().copied()).collect();
        let (straight, back) = (features(&grey, 30, |_, _| 1.0), features(&flipped, 30, |_, _| 1.0));
        assert!(straight.len() > 20, "{}", straight.len());
        let found = straight.iter().filter(|feature| {
            let there = mirrored(feature.descriptor);
            let is_there = |k: &Keypoint| {
                (SIDE as f32 - k.x - feature.keypoint.x).abs() < 0.1 && (k.y - feature.keypoint.y).abs() < 0.1
            };
            back.iter().any(|other| is_there(&other.keypoint) && hamming(&there, &other.descriptor) < 6)
        });
        assert!(found.count() * 10 > straight.len() * 8);
        assert_eq!(mirrored(mirrored([1, 2, 0x8040_2010, u32::MAX])), [1, 2, 0x8040_2010, u32::MAX]);
    }
}
