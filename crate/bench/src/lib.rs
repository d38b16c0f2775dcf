//! The steps that are timed. The caller holds the clock: Rust's natively, the page's in a browser.

mod golden;
mod made_up;
/// Draws and textures as the simulated inbox has them.
#[path = "../../../tests/inbox/random.rs"]
#[allow(dead_code, reason = "not every kind of draw is needed here")]
mod random;
#[path = "../../../tests/inbox/texture.rs"]
mod texture;

use std::collections::{BTreeMap, BTreeSet};

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::{ExtendedColorType, ImageDecoder, RgbImage, imageops};
use vouchsafe_core::photo::{Fingerprint, PhotoIndex, Portrait, Query, Rendition};
use wasm_bindgen::prelude::wasm_bindgen;

pub use made_up::picture;
use random::Random;

/// How many different made-up photos there are; further ones are variants of these.
pub const MADE_UP: u32 = 100_000;

/// Stored fingerprints of some made-up photos, one after another; those not comparable are left out.
#[must_use]
pub fn fingerprints(numbers: std::ops::Range<u32>) -> Vec<u8> {
    numbers.filter_map(|k| made_up::portrait(k).fingerprint.ok()).flat_map(|print| print.to_bytes()).collect()
}

/// A memory of made-up photos, and a photo looked up in it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Bench {
    index: PhotoIndex<u32>,
    query: Option<Portrait>,
    renditions: BTreeMap<u32, Rendition>,
}

#[wasm_bindgen]
impl Bench {
    /// An empty memory.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Remembers photos by their stored fingerprints, and returns how many are remembered then. A variant above 0
    /// changes 32 of the 128 bits of every descriptor, more than two descriptors of one place differ by.
    pub fn remember(&mut self, stored: &[u8], variant: u32) -> u32 {
        for (k, bytes) in (self.index.len() as u32..).zip(stored.chunks_exact(Fingerprint::BYTES)) {
            let mut bytes = bytes.to_vec();
            let (_, features) = bytes.split_at_mut(Fingerprint::FEATURES_AT);
            for (i, feature) in features.chunks_exact_mut(Fingerprint::FEATURE_BYTES).enumerate() {
                for (place, byte) in (0..).zip(feature).take(if variant == 0 { 0 } else { 16 }) {
                    let draw = Random::of(u64::from(k ^ variant << 24 ^ (i as u32) << 5 ^ place)).next();
                    *byte ^= 1 << (draw & 7) | 1 << (draw >> 8 & 7);
                }
            }
            if let Ok(print) = Fingerprint::from_bytes(&bytes) {
                self.index.insert_fingerprint(k, &print);
            }
        }
        self.index.len() as u32
    }

    /// A 100-pixel JPEG of a made-up photo that is not remembered, or of a remembered one, cropped.
    #[must_use]
    pub fn jpeg(number: u32, remembered: bool) -> Vec<u8> {
        let picture: RgbImage = if remembered {
            imageops::crop_imm(&made_up::picture(number, 200), 9, 6, 182, 182).to_image()
        } else {
            made_up::picture(MADE_UP * 2 + number, 200)
        };
        let picture = imageops::resize(&picture, 100, 100, imageops::FilterType::Triangle);
        let mut bytes = Vec::new();
        let written = JpegEncoder::new_with_quality(&mut bytes, 85).encode(&picture, 100, 100, ExtendedColorType::Rgb8);
        written.map(|()| bytes).unwrap_or_default()
    }

    /// The lines of the golden table that differ on this machine; empty if all agree.
    #[must_use]
    pub fn differing() -> String {
        golden::differing()
    }

    /// Decodes a JPEG and nothing else; true if it decodes and is not black.
    #[must_use]
    pub fn decode(jpeg: &[u8]) -> bool {
        let Ok(decoder) = JpegDecoder::new(std::io::Cursor::new(jpeg)) else { return false };
        let mut pixels = vec![0; usize::try_from(decoder.total_bytes()).unwrap_or(0)];
        let decoded = decoder.read_image(&mut pixels).is_ok();
        decoded && std::hint::black_box(&pixels).iter().any(|value| *value > 0)
    }

    /// Decodes a JPEG and takes its fingerprint; true if it has one.
    #[must_use]
    pub fn read(jpeg: &[u8]) -> bool {
        Portrait::read(jpeg).is_ok_and(|portrait| portrait.fingerprint.is_ok())
    }

    /// Makes a photo ready to be looked up; returns the number of candidates.
    pub fn prepare(&mut self, jpeg: &[u8]) -> u32 {
        self.query = Portrait::read(jpeg).ok();
        let query = self.query.as_ref().and_then(Query::of);
        let candidates = query.map_or_else(Vec::new, |query| self.index.candidates(&query));
        let drawn = |key: u32| (key, made_up::portrait(key % MADE_UP).rendition);
        self.renditions = candidates.iter().map(|candidate| drawn(candidate.key)).collect();
        candidates.len() as u32
    }

    /// Looks the photo up, confirms candidates, and returns the numbers of the photos that it is. Variants of one photo
    /// count as one.
    #[must_use]
    pub fn look_up(&self) -> Vec<u32> {
        let Some(query) = self.query.as_ref().and_then(Query::of) else { return Vec::new() };
        let candidates = self.index.candidates(&query);
        let confirmed = candidates.iter().filter(|candidate| {
            let rendition = self.renditions.get(&candidate.key);
            rendition.is_some_and(|rendition| query.confirm(&candidate.placement, rendition).is_some())
        });
        let numbers: BTreeSet<u32> = confirmed.map(|candidate| candidate.key % MADE_UP).collect();
        numbers.into_iter().collect()
    }
}
