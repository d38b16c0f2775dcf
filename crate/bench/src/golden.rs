//! The golden table: what the matcher makes of pictures drawn in integers is the same on every machine, bit for bit.

use image::{RgbImage, imageops};
use vouchsafe_core::photo::{Fingerprint, PhotoIndex, Portrait, Sought};

/// Scenes and the length of their sides.
const SCENES: [(u32, u32); 5] = [(1, 64), (2, 100), (3, 200), (4, 400), (5, 37)];

/// For every scene: FNV-1a of the stored rendition, of the stored fingerprint, and of what looking it up mirrored and
/// cropped finds (keys, and the bits of the map and of the three correlations).
pub const GOLDEN: [u64; 3 * SCENES.len()] = [
    10207549892793049268,
    5268071167112034390,
    6815584717428495468,
    10600973596814871209,
    7506390439812111648,
    16788680662909214310,
    10538191570432773801,
    14794852095827751581,
    10699513065444205111,
    10194715481930548746,
    7875342797998742905,
    2193550242022275948,
    448288838711164885,
    3877256261716764470,
    11685234311714326901,
];

/// An overlapping of blobs of many tones.
fn scene(seed: u32, side: u32) -> RgbImage {
    let mut state = seed.wrapping_mul(2_654_435_761) ^ 0x9e37_79b9;
    let mut next = |below: u32| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state >> 8) % below
    };
    let blobs: Vec<[i64; 4]> =
        (0..40).map(|_| [next(1000), next(1000), 40 + next(160), next(256)].map(i64::from)).collect();
    RgbImage::from_fn(side, side, |x, y| {
        let (x, y) = (i64::from(x * 1000 / side), i64::from(y * 1000 / side));
        let mut grey = 40 + x / 20 + y / 15;
        for [cx, cy, radius, tone] in &blobs {
            let distance = (x - cx) * (x - cx) + (y - cy) * (y - cy);
            if distance < radius * radius {
                grey = tone - tone * distance / (2 * radius * radius);
            }
        }
        let v = u8::try_from(grey.clamp(0, 255)).unwrap_or(255);
        image::Rgb([v, v.saturating_sub(20), v / 2 + 40])
    })
}

fn sum(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The table as this machine makes it.
#[must_use]
pub fn table() -> Vec<u64> {
    let pictures = SCENES.map(|(seed, side)| scene(seed, side));
    let portraits = pictures.each_ref().map(Portrait::of_picture);
    let mut index = PhotoIndex::default();
    for (key, portrait) in portraits.iter().enumerate() {
        index.insert(key, portrait);
    }
    let mut table = Vec::new();
    for (picture, portrait) in pictures.iter().zip(&portraits) {
        table.push(sum(portrait.rendition.as_bytes().iter().copied()));
        table.push(sum(portrait.fingerprint.as_ref().map(Fingerprint::to_bytes).unwrap_or_default()));
        let (width, height) = (picture.width(), picture.height());
        let cropped = imageops::crop_imm(picture, width / 12, 0, width - width / 9, height - height / 9).to_image();
        let altered = Portrait::of_picture(&imageops::flip_horizontal(&cropped));
        let mut found = Vec::new();
        for candidate in Sought::of(&altered).iter().flat_map(|sought| index.candidates(sought)) {
            let sought = Sought::of(&altered);
            let compared = sought.and_then(|s| s.compare(&candidate.placement, &portraits[candidate.key].rendition));
            found.push(candidate.key as u32);
            found.push(candidate.disagreement);
            if let Some(compared) = compared {
                found.extend(compared.map.coefficients().map(f32::to_bits));
                found.extend([compared.coarse, compared.fine, compared.blocks].map(f32::to_bits));
            }
        }
        table.push(sum(found.into_iter().flat_map(u32::to_le_bytes)));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_same_here() {
        assert_eq!(table(), GOLDEN);
    }

    #[test]
    fn altered_scenes_are_found() {
        for (seed, side) in SCENES {
            let picture = scene(seed, side);
            let mut index = PhotoIndex::default();
            index.insert((), &Portrait::of_picture(&picture));
            assert_eq!(index.find(&Portrait::of_picture(&imageops::flip_horizontal(&picture))).len(), 1, "{seed}");
        }
    }
}
