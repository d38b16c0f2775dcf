//! Whether a picture says enough to be compared.

/// A picture whose grey values deviate less than this from their mean (of 255) says too little.
const FLAT: f64 = 6.0;

/// Whether a picture's grey values say enough to tell it from others.
pub(super) fn is_comparable(grey: &[u8]) -> bool {
    let values: Vec<f64> = grey.iter().map(|&v| f64::from(v)).collect();
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / count;
    variance.sqrt() >= FLAT
}
