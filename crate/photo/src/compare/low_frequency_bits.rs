//! How two pictures, one laid over the other, agree in their low frequencies.
//!
//! Lines, words or dots drawn all over a photo spoil each of its patches, but few of its low frequencies. Unlike hashes
//! of whole pictures this is computed once the two are laid over each other, so a crop or a turn changes nothing.

use super::relief::interpolated;
use crate::affine::Map;
use crate::box_sums::BoxSums;
use crate::low_frequencies::{BITS, LowFrequencies, SIDE};

/// A window of a picture that reaches from -1 to 1 along either direction: left, top, right and bottom.
type Window = [f32; 4];
/// The whole of the picture that shows less.
const WHOLE: Window = [-1.0, -1.0, 1.0, 1.0];
/// Head and shoulders of the candidate, the box around [`super::agreement::CENTRE`]: people before one wall agree in the
/// whole.
const CENTRE: Window = [-0.6, -0.9, 0.6, 0.6];
/// The candidate's face, somewhat more than the box around [`super::agreement::CORE`]: a generator of portraits puts many
/// people's faces on one body.
const FACE: Window = [-0.36, -0.65, 0.36, 0.4];
/// The least share of it that both must show.
const MIN_SHOWN: f32 = 0.5;
/// A picture's grey values, reduced to what is transformed: [`SIDE`]² pixels, row by row.
#[derive(Debug, Clone)]
pub(super) struct Small(Vec<[f32; 1]>);

impl Small {
    pub(super) fn of(sums: &BoxSums) -> Self {
        Self(sums.resampled(SIDE).into_iter().map(|value| [value]).collect())
    }

    /// The value at a point, each side reaching from -1 to 1; at the edge that of the nearest pixel, `None` outside.
    #[inline]
    fn at(&self, (x, y): (f32, f32)) -> Option<f32> {
        if !(x.abs() <= 1.0 && y.abs() <= 1.0) {
            return None;
        }
        let pixel = |v: f32| ((v + 1.0) * SIDE as f32 * 0.5 - 0.5).clamp(0.0, SIDE as f32 - 1.001);
        interpolated(&self.0, SIDE, pixel(x), pixel(y)).map(|[value]| value)
    }
}

/// The bits, of [`BITS`] each, in which the low frequencies differ where the candidate is laid over the query: in the whole,
/// in head and shoulders, and in the face. The latter are compared only if the former differ by at most `most` bits in all.
pub(super) fn differing(candidate: &Small, query: &Small, map: &Map, most: u32) -> [u32; 3] {
    let mut bits = [BITS; 3];
    let whole = || {
        if map.scale() > 1.0 {
            within(query, candidate, &map.inverse()?, WHOLE)
        } else {
            within(candidate, query, map, WHOLE)
        }
    };
    bits[0] = whole().unwrap_or(BITS);
    if bits[0] <= most {
        bits[1] = within(candidate, query, map, CENTRE).unwrap_or(BITS);
        if bits[0] + bits[1] <= most {
            bits[2] = within(candidate, query, map, FACE).unwrap_or(BITS);
        }
    }
    bits
}

/// The bits in which a window of one picture differs from another that shows it; `None` where that shows too little.
fn within(one: &Small, other: &Small, map: &Map, [left, top, right, bottom]: Window) -> Option<u32> {
    let place = |from: f32, to: f32, pixel: usize| from + (to - from) * (pixel as f32 + 0.5) / SIDE as f32;
    let shown: Vec<Option<[f32; 2]>> = (0..SIDE * SIDE)
        .map(|pixel| {
            let (x, y) = (place(left, right, pixel % SIDE), place(top, bottom, pixel / SIDE));
            Some([one.at((x, y))?, other.at(map.to(x, y))?])
        })
        .collect();
    let count = shown.iter().flatten().count() as f32;
    if count < MIN_SHOWN * (SIDE * SIDE) as f32 {
        return None;
    }
    let [one, other] = [0, 1].map(|side| {
        let mean = shown.iter().flatten().map(|pair| pair[side]).sum::<f32>() / count;
        LowFrequencies::of(&shown.iter().map(|pair| pair.map_or(0.0, |pair| pair[side] - mean)).collect::<Vec<f32>>())
    });
    Some(one.differing(&other))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Squares of random tones, of 3, 7 and 17 pixels, laid over each other, seen through a function of place and value.
    fn picture(seed: u32, seen: impl Fn(usize, usize, f32) -> f32) -> Small {
        let value = |x: usize, y: usize| {
            let tone = |size: usize| {
                let square = (x / size * 64 + y / size + 4096 * size) as u32 ^ seed.wrapping_mul(0x9e37_79b9);
                f32::from((square.wrapping_mul(0x85eb_ca6b) >> 13).wrapping_mul(0xc2b2_ae35).to_be_bytes()[0])
            };
            (tone(3) + tone(7) + 2.0 * tone(17)) * 0.25
        };
        let grey: Vec<u8> =
            (0..64 * 64).map(|k| seen(k % 64, k / 64, value(k % 64, k / 64)).clamp(0.0, 255.0) as u8).collect();
        Small::of(&BoxSums::of(&grey, 64))
    }

    fn whole(one: &Small, other: &Small) -> u32 {
        let [whole, centre, _] = differing(one, other, &Map::whole(false), 2 * BITS);
        whole + centre
    }

    #[test]
    fn light_and_lines_change_few_low_frequencies_and_another_picture_half_of_them() {
        let bare = picture(1, |_, _, value| value);
        assert_eq!(whole(&bare, &bare), 0);
        let darker = whole(&bare, &picture(1, |_, _, value| value * 0.6 + 20.0));
        assert!(darker < 20, "{darker}");
        let lined = picture(1, |x, y, value| if x % 9 == 4 || y % 9 == 4 { 255.0 } else { value });
        let lined = whole(&bare, &lined);
        assert!(lined < 90, "{lined}");
        for seed in 2..9 {
            let another = whole(&bare, &picture(seed, |_, _, value| value));
            assert!((150..360).contains(&another), "{seed}: {another}");
        }
    }

    #[test]
    fn another_face_in_one_picture_differs_in_the_face() {
        let bare = picture(1, |_, _, value| value);
        let pasted = picture(1, |x, y, value| {
            if (22..42).contains(&x) && (12..42).contains(&y) { f32::from((x * 37 + y * y * 11) as u8) } else { value }
        });
        let [whole, _, face] = differing(&bare, &pasted, &Map::whole(false), 2 * BITS);
        assert!(whole < 70 && face > 80, "{whole}, {face}");
    }

    #[test]
    fn a_map_tells_where_the_other_lies() {
        let bare = picture(1, |_, _, value| value);
        let [mirrored, ..] = differing(&bare, &bare, &Map::whole(true), BITS);
        assert!(mirrored > 60, "{mirrored}");
        let beside = Map { a: [1.0, 0.0, 1.4, 0.0, 1.0, 0.0] };
        assert_eq!(differing(&bare, &bare, &beside, BITS), [BITS; 3]);
    }
}
