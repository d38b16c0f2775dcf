//! The low frequencies of a picture: the signs of its discrete cosine transform, as in PDQ (Facebook, "The TMK+PDQF
//! video-hashing algorithm and the PDQ image-hashing algorithm", 2019).

use std::sync::LazyLock;

use crate::box_sums::BoxSums;

/// Pixels a side of the pictures that are transformed. With 32 crops of 20% under an overlay differ by ten bits more, with 64 by
/// two fewer.
pub(crate) const SIDE: usize = 48;
/// Frequencies along each direction, the lowest left out, as in PDQ.
const FREQUENCIES: usize = 16;
/// The number of frequencies, each one bit.
pub(crate) const BITS: u32 = (FREQUENCIES * FREQUENCIES) as u32;
/// Length of the stored form.
pub(crate) const BYTES: usize = FREQUENCIES * FREQUENCIES / 8;
/// cos(π / 96): waves of 48 pixels are at multiples of this angle.
const FIRST_COSINE: f64 = 0.999_464_587_476_365_7;

/// Whether each low frequency of a picture is above their median: a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct LowFrequencies([u8; BYTES]);

impl LowFrequencies {
    /// Those of [`SIDE`]² values, row by row, of mean 0.
    pub(crate) fn of(values: &[f32]) -> Self {
        // Along the rows, then down the columns.
        let along: Vec<[f32; FREQUENCIES]> =
            values.chunks_exact(SIDE).map(|row| transformed(row.iter().copied())).collect();
        let strengths: Vec<f32> =
            (0..FREQUENCIES).flat_map(|column| transformed(along.iter().map(|row| row[column]))).collect();
        let mut sorted = strengths.clone();
        let half = sorted.len() / 2;
        let median = *sorted.select_nth_unstable_by(half, f32::total_cmp).1;
        let mut bytes = [0; BYTES];
        for (byte, eight) in bytes.iter_mut().zip(strengths.chunks_exact(8)) {
            *byte = eight.iter().fold(0, |bits, strength| bits << 1 | u8::from(*strength > median));
        }
        Self(bytes)
    }

    /// Those of a square picture of `side`² grey values, or of its mirror image.
    pub(crate) fn of_picture(grey: &[u8], side: usize, is_mirrored: bool) -> Self {
        let mut values = BoxSums::of(grey, side).resampled(SIDE);
        let mean = values.iter().sum::<f32>() / values.len() as f32;
        values.iter_mut().for_each(|value| *value -= mean);
        if is_mirrored {
            values.chunks_exact_mut(SIDE).for_each(<[f32]>::reverse);
        }
        Self::of(&values)
    }

    /// The bits in which two pictures differ, of [`BITS`].
    pub(crate) fn differing(&self, other: &Self) -> u32 {
        crate::differing_bits(&self.0, &other.0)
    }

    pub(crate) const fn from_bytes(bytes: [u8; BYTES]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn as_bytes(&self) -> &[u8; BYTES] {
        &self.0
    }
}

/// The strengths of the low frequencies of a line of pixels.
fn transformed(values: impl Iterator<Item = f32>) -> [f32; FREQUENCIES] {
    let mut strengths = [0f32; FREQUENCIES];
    for (value, wave) in values.zip(WAVES.iter()) {
        strengths.iter_mut().zip(wave).for_each(|(strength, wave)| *strength += value * wave);
    }
    strengths
}

/// cos(π · frequency · (pixel + ½) / [`SIDE`]) for every pixel and the frequencies from 1 on. By Chebyshev's recurrence, since a
/// library's cosine may differ between machines in its last bit.
static WAVES: LazyLock<Vec<[f32; FREQUENCIES]>> = LazyLock::new(|| {
    let mut cosines = vec![1.0, FIRST_COSINE];
    for k in 2..4 * SIDE {
        cosines.push(2.0 * FIRST_COSINE * cosines[k - 1] - cosines[k - 2]);
    }
    let wave = |pixel: usize, frequency: usize| cosines[frequency * (2 * pixel + 1) % (4 * SIDE)] as f32;
    (0..SIDE).map(|pixel| std::array::from_fn(|k| wave(pixel, k + 1))).collect()
});
