//! What is seen around a keypoint, in 128 bits: SIFT's histogram of gradients (Lowe 2004, section 6), each number kept as
//! whether it is above their median, so that two are compared by the number of bits in which they differ (their Hamming
//! distance), as ORB's are (Rublee, Rabaud, Konolige, Bradski 2011).

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

/// A keypoint and how it looks.
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

/// The strongest features of a rendition's grey values.
pub(crate) fn features(grey: &[u8], most: usize) -> Vec<Feature> {
    let mut features = Vec::with_capacity(most);
    keypoints(grey, |keypoint, plane, [x, y, blur]| {
        features.push(Feature { keypoint, descriptor: describe(plane, x, y, blur, keypoint.along) });
        features.len() < most
    });
    features
}

/// The descriptor of a place.
fn describe(plane: &Plane, x: f32, y: f32, blur: f32, [cos, sin]: [f32; 2]) -> Descriptor {
    let step = CELL * blur / SAMPLES as f32;
    // Grey values in the keypoint's own frame, with one more around, so that their differences are the gradients.
    let place = |k: usize| (k as f32 - (ACROSS as f32 + 1.0) * 0.5) * step;
    let along: [[f32; 2]; ACROSS + 2] = std::array::from_fn(|i| [x + place(i) * cos, y + place(i) * sin]);
    let values: [[f32; ACROSS + 2]; ACROSS + 2] = std::array::from_fn(|j| {
        let (across, down) = (place(j) * sin, place(j) * cos);
        along.map(|[x, y]| plane.at(x - across, y + down))
    });
    // With a cell more on every side, for what lies half beyond the last.
    let mut histogram = [[[0f32; DIRECTIONS]; CELLS + 2]; CELLS + 2];
    for (j, (rows, bells)) in values.windows(3).zip(&BELLS).enumerate() {
        let (row, lower) = SHARES[j];
        for (i, bell) in bells.iter().enumerate() {
            let across = rows[1][i + 2] - rows[1][i];
            let down = rows[2][i + 1] - rows[0][i + 1];
            let [(straight, much), (diagonal, more)] = parts(across * bell, down * bell);
            let (column, right) = SHARES[i];
            for (row, by_row) in [(row, 1.0 - lower), (row + 1, lower)] {
                for (column, by_column) in [(column, 1.0 - right), (column + 1, right)] {
                    let cell = &mut histogram[row][column];
                    let share = by_row * by_column;
                    cell[straight] += share * much;
                    cell[diagonal] += share * more;
                }
            }
        }
    }
    bits(&std::array::from_fn(|row| std::array::from_fn(|column| histogram[row + 1][column + 1])))
}

/// A gradient as a sum of two along the nearest of eight directions, numbered by eighths of a turn: the straight one, the
/// diagonal one, and how much along each.
#[inline]
fn parts(across: f32, down: f32) -> [(usize, f32); 2] {
    /// By octant, looked up: no branch would be foreseen.
    const OCTANTS: [[usize; 2]; 8] = [[0, 1], [4, 3], [0, 7], [4, 5], [2, 1], [2, 3], [6, 7], [6, 5]];
    let (x, y) = (across.abs(), down.abs());
    let steep = x < y;
    let [straight, diagonal] =
        OCTANTS[usize::from(across < 0.0) | usize::from(down < 0.0) << 1 | usize::from(steep) << 2];
    [(straight, (x - y).abs()), (diagonal, if steep { x } else { y } * SQRT_2)]
}

/// How much a sample counts: a bell about the middle, as wide as half of what is described.
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

/// The first of the two cells a sample belongs to, counted from the one before the first, and its share in the second.
const SHARES: [(usize, f32); ACROSS] = {
    let mut shares = [(0, 0.0); ACROSS];
    let mut sample = 0;
    while sample < ACROSS {
        let place = offset(sample) + CELLS as f32 * 0.5 + 0.5;
        shares[sample] = (place as usize, place - (place as usize) as f32);
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
    let mut numbers: Vec<f32> = histogram.iter().flatten().flatten().copied().collect();
    let half = numbers.len() / 2;
    let median = *numbers.select_nth_unstable_by(half, f32::total_cmp).1;
    histogram.map(|cells| {
        let above = cells.iter().flatten().map(|number| u32::from(*number > median));
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
        let (straight, back) = (features(&grey, 30), features(&flipped, 30));
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
