//! Published hashes of whole pictures, 256 bits each: dHash and pHash by `img_hash`, PDQ as its authors describe it.

use image::RgbImage;
use img_hash::{HashAlg, HasherConfig, ImageHash};

/// A hash of 256 bits.
pub type Hash = [u8; 32];

/// dHash: whether each of 16 × 16 pixels is brighter than the one before it.
pub fn dhash(picture: &RgbImage) -> Option<Hash> {
    let hasher = HasherConfig::new().hash_alg(HashAlg::Gradient).hash_size(16, 16).to_hasher();
    bytes(&hasher.hash_image(picture))
}

/// pHash: whether each of the 16 × 16 lowest frequencies (discrete cosine transform) is above their median.
pub fn phash(picture: &RgbImage) -> Option<Hash> {
    let hasher = HasherConfig::new().hash_alg(HashAlg::Median).preproc_dct().hash_size(16, 16).to_hasher();
    bytes(&hasher.hash_image(picture))
}

fn bytes(hash: &ImageHash) -> Option<Hash> {
    hash.as_bytes().try_into().ok()
}

/// Pixels a side of the picture that PDQ transforms.
const PDQ_SIDE: usize = 64;
/// Frequencies along each direction.
const PDQ_FREQUENCIES: usize = 16;

/// PDQ (Facebook, "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm", 2019): luma, blurred
/// twice by a box of a 128th of a side, one pixel in each of 64 × 64 cells, the 16 × 16 frequencies after the lowest,
/// each above their median or not.
pub fn pdq(picture: &RgbImage) -> Hash {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut luma: Vec<f32> = picture
        .pixels()
        .map(|pixel| {
            let [r, g, b] = pixel.0.map(f32::from);
            0.299 * r + 0.587 * g + 0.114 * b
        })
        .collect();
    for _ in 0..2 {
        box_blur(&mut luma, height, width, 1, width.div_ceil(128));
        box_blur(&mut luma, width, 1, width, height.div_ceil(128));
    }
    let cell = |k: usize, length: usize| (2 * k + 1) * length / (2 * PDQ_SIDE);
    let small: Vec<f32> = (0..PDQ_SIDE * PDQ_SIDE)
        .map(|k| luma[cell(k / PDQ_SIDE, height) * width + cell(k % PDQ_SIDE, width)])
        .collect();
    let wave = |frequency: usize, place: usize| {
        let turn = std::f32::consts::PI * frequency as f32 * (2 * place + 1) as f32 / (2 * PDQ_SIDE) as f32;
        turn.cos()
    };
    let waves: Vec<Vec<f32>> =
        (1..=PDQ_FREQUENCIES).map(|frequency| (0..PDQ_SIDE).map(|place| wave(frequency, place)).collect()).collect();
    let product = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
    // Along the rows, then down the columns.
    let along: Vec<Vec<f32>> =
        waves.iter().map(|wave| small.chunks_exact(PDQ_SIDE).map(|row| product(row, wave)).collect()).collect();
    let strengths: Vec<f32> =
        waves.iter().flat_map(|down| along.iter().map(move |column| product(column, down))).collect();
    let mut sorted = strengths.clone();
    sorted.sort_by(f32::total_cmp);
    let median = sorted[sorted.len() / 2];
    let mut hash = Hash::default();
    for (k, strength) in strengths.iter().enumerate() {
        hash[k / 8] |= u8::from(*strength > median) << (k % 8);
    }
    hash
}

/// Means over a window along `lines` lines; `next`: from one line to the next, `step`: from one value to the next.
fn box_blur(values: &mut [f32], lines: usize, next: usize, step: usize, window: usize) {
    let length = values.len() / lines;
    for line in 0..lines {
        let old: Vec<f32> = (0..length).map(|k| values[line * next + k * step]).collect();
        for k in 0..length {
            let around = &old[k.saturating_sub(window / 2)..(k + window.div_ceil(2)).min(length)];
            values[line * next + k * step] = around.iter().sum::<f32>() / around.len() as f32;
        }
    }
}

/// The number of bits in which two hashes differ (Hamming distance).
pub fn distance(a: &Hash, b: &Hash) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a ^ b).count_ones()).sum()
}
