//! Hashes of the whole picture: they find a photo that was neither cropped nor turned, at the cost of two comparisons of
//! 256 bits. Gradients survive a cover or a banner, low frequencies a pattern or words drawn all over it.

use image::{GrayImage, imageops};
use img_hash::{HashAlg, HasherConfig};

use crate::differing_bits;
use crate::low_frequencies::{self, LowFrequencies};
use crate::rendition::SIDE;
use crate::shrink::Grey;

/// Side of img_hash's hash in bits: 16 × 16 gradient bits.
const GRADIENTS_SIDE: u32 = 16;
const GRADIENTS_BYTES: usize = (GRADIENTS_SIDE * GRADIENTS_SIDE / 8) as usize;
/// The most bits, of 256, in which the gradients of a picture and of one that was neither cropped nor turned differ. More
/// photos in waves of light are found with it than with 60.
const MOST_GRADIENTS: u32 = 80;
/// The most bits, of 256, in which their low frequencies do. Of 5.4 million pairs of different photos, altered in 35 ways, 10 in
/// a million differ in as many.
const MOST_LOW_FREQUENCIES: u32 = 62;

/// See [`Distances::rank`].
const RANK: u32 = 100;

/// The two hashes of a picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct WholeHashes {
    gradients: [u8; GRADIENTS_BYTES],
    low_frequencies: LowFrequencies,
}

/// The bits in which each of the two hashes of two pictures differ.
#[derive(Debug, Clone, Copy)]
pub(super) struct Distances {
    gradients: u32,
    low_frequencies: u32,
}

impl Distances {
    pub(super) fn gradients(&self) -> u32 {
        self.gradients
    }

    pub(super) fn low_frequencies(&self) -> u32 {
        self.low_frequencies
    }

    /// How sure it is that one whole lies on the other, where keypoints of this weight may say otherwise; 0 where both hashes
    /// differ in too many bits.
    pub(super) fn weight(&self) -> u32 {
        let by_gradients = 2 * MOST_GRADIENTS.saturating_sub(self.gradients);
        by_gradients.max(3 * MOST_LOW_FREQUENCIES.saturating_sub(self.low_frequencies))
    }

    /// The weight beside other candidates. Among 100,000 other photos one is as near by its low frequencies, and one to six
    /// reach a weight of 100 by keypoints.
    pub(super) fn rank(&self) -> u32 {
        let nearer = MOST_LOW_FREQUENCIES.saturating_sub(self.low_frequencies);
        if nearer > 0 { RANK + 2 * nearer } else { self.weight() }
    }
}

impl WholeHashes {
    /// Length of the stored form in bytes.
    pub(super) const BYTES: usize = GRADIENTS_BYTES + low_frequencies::BYTES;

    /// The hashes of a rendition's grey values, or of its mirror image.
    pub(super) fn of(grey: &[u8], is_mirrored: bool) -> Option<Self> {
        let low_frequencies = LowFrequencies::of_picture(grey, SIDE as usize, is_mirrored);
        Some(Self { gradients: gradients(grey, is_mirrored)?, low_frequencies })
    }

    /// The bits in which they differ from another's.
    pub(super) fn distances(&self, other: &Self) -> Distances {
        Distances {
            gradients: differing_bits(&self.gradients, &other.gradients),
            low_frequencies: self.low_frequencies.differing(&other.low_frequencies),
        }
    }

    pub(super) fn to_bytes(self) -> impl Iterator<Item = u8> {
        self.gradients.into_iter().chain(*self.low_frequencies.as_bytes())
    }

    pub(super) fn from_bytes(bytes: &[u8; Self::BYTES]) -> Option<Self> {
        let (gradients, low_frequencies) = bytes.split_first_chunk()?;
        Some(Self {
            gradients: *gradients,
            low_frequencies: LowFrequencies::from_bytes(low_frequencies.try_into().ok()?),
        })
    }
}

/// img_hash's hash of a picture, or of its mirror image, as with its triangle filter. The picture is shrunk here to
/// what img_hash shrinks it to, and left alone by it then: its own shrinking is many times slower, and in floats.
/// One call with a fixed algorithm: so the compiler drops the other algorithms and the Fourier transforms they need.
#[inline(never)]
fn gradients(grey: &[u8], is_mirrored: bool) -> Option<[u8; GRADIENTS_BYTES]> {
    let hasher = HasherConfig::new()
        .hash_alg(HashAlg::Gradient)
        .hash_size(GRADIENTS_SIDE, GRADIENTS_SIDE)
        .resize_filter(imageops::FilterType::Triangle)
        .to_hasher();
    let (width, height) = (GRADIENTS_SIDE + 1, GRADIENTS_SIDE);
    let grey = Grey::of_values(grey.to_vec(), SIDE as usize);
    let small = GrayImage::from_raw(width, height, grey.shrunk(width as usize, height as usize))?;
    let small = if is_mirrored { imageops::flip_horizontal(&small) } else { small };
    hasher.hash_image(&small).as_bytes().try_into().ok()
}
