//! How much of a picture a few products of a row and a column (a low-rank approximation) leave unexplained: little of flags
//! with folds, of gradients above a horizon and of large letters, even with fine detail; more of photos of people.

use super::rendition::SIDE;

/// Rows and columns that are examined: half as many as the rendition has, so that grain does not count.
const SMALL: usize = SIDE as usize / 2;
/// How many products are subtracted.
const PRODUCTS: usize = 6;
/// How often each is refined.
const ROUNDS: usize = 12;

/// What a picture's strongest products of a row and a column leave.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rest {
    /// The share of the picture's squared deviation, from 0 to 1.
    pub(super) share: f32,
    /// The deviation, root mean square, in grey values.
    pub(super) deviation: f32,
}

/// Subtracts the products: the terms of the largest singular values, found one after the other by power iteration on the
/// Gram matrix of the rows.
pub(super) fn beyond_products(grey: &[u8]) -> Rest {
    let mut rows = [[0.0_f32; SMALL]; SMALL];
    for (y, line) in grey.chunks_exact(SIDE as usize).enumerate() {
        for (row, pair) in rows[y / 2 % SMALL].iter_mut().zip(line.as_chunks::<2>().0) {
            *row += (f32::from(pair[0]) + f32::from(pair[1])) * 0.25;
        }
    }
    let mean = rows.as_flattened().iter().sum::<f32>() / (SMALL * SMALL) as f32;
    rows.as_flattened_mut().iter_mut().for_each(|value| *value -= mean);
    let mut gram: Vec<Vec<f32>> = rows.iter().map(|row| times(&rows, row)).collect();
    let whole = trace(&gram);
    for _ in 0..PRODUCTS {
        take_strongest(&mut gram);
    }
    let left = trace(&gram).max(0.0);
    Rest { share: if whole > 0.0 { left / whole } else { 0.0 }, deviation: (left / (SMALL * SMALL) as f32).sqrt() }
}

/// Takes the strongest eigenvector out of a symmetric matrix, beginning at its longest row.
fn take_strongest(gram: &mut [Vec<f32>]) {
    let longest = (0..gram.len()).max_by(|&a, &b| gram[a][a].total_cmp(&gram[b][b])).unwrap_or(0);
    let mut vector = gram[longest].clone();
    for _ in 0..ROUNDS {
        let next = times(gram, &vector);
        let length = dot(&next, &next).sqrt();
        if length <= f32::MIN_POSITIVE {
            return;
        }
        vector = next.into_iter().map(|value| value / length).collect();
    }
    let strength = dot(&times(gram, &vector), &vector);
    for (row, down) in gram.iter_mut().zip(&vector) {
        row.iter_mut().zip(&vector).for_each(|(value, across)| *value -= strength * down * across);
    }
}

/// A matrix times a vector.
fn times<Row: AsRef<[f32]>>(matrix: &[Row], vector: &[f32]) -> Vec<f32> {
    matrix.iter().map(|row| dot(row.as_ref(), vector)).collect()
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn trace(matrix: &[Vec<f32>]) -> f32 {
    matrix.iter().enumerate().filter_map(|(i, row)| row.get(i)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture by the grey value at each place, from 0 to 1 across and down.
    fn drawn(value: impl Fn(f32, f32) -> f32) -> Vec<u8> {
        let side = SIDE as usize;
        (0..side * side)
            .map(|i| value((i % side) as f32 / SIDE as f32, (i / side) as f32 / SIDE as f32).clamp(0.0, 255.0) as u8)
            .collect()
    }

    #[test]
    fn stripes_in_folds_are_a_few_products_and_many_spots_are_not() {
        let flag = drawn(|x, y| [60.0, 220.0, 130.0][(y * 3.0) as usize] * (1.0 + 0.3 * (25.0 * x + 9.0 * y).sin()));
        let sunset = drawn(|x, y| {
            let sun = (-((x - 0.7).powi(2) + (y - 0.5).powi(2)) * 60.0).exp();
            if y > 0.6 { 30.0 } else { 60.0 + 150.0 * y + 90.0 * sun }
        });
        for drawing in [flag, sunset, drawn(|_, _| 99.0)] {
            let Rest { share, deviation } = beyond_products(&drawing);
            assert!(share < 0.002 && deviation < 2.0, "{share} {deviation}");
        }
        let spots = |x: f32, y: f32| (40.0 * x * (y + 0.3)).sin() * (31.0 * y + 17.0 * x * x).cos();
        // Faint spots are a large share, and spots in strong light from one side a large deviation.
        let faint = beyond_products(&drawn(|x, y| 120.0 + 3.0 * spots(x, y)));
        assert!(faint.share > 0.05, "{faint:?}");
        let in_side_light = beyond_products(&drawn(|x, y| 220.0 * x + 15.0 * spots(x, y)));
        assert!(in_side_light.deviation > 3.0 && in_side_light.share < 0.05, "{in_side_light:?}");
    }
}
