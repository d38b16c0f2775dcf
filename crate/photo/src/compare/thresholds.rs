//! The numbers by which two pictures laid over each other are one photo, and on what each was tuned.

/// The least evidence of the same photo, the greater of the two ways to lay the pictures over each other; a person is
/// asked to compare them. Tuned on half the portraits of the benchmark in 38 further kinds of alteration: different
/// photos reached 9.6 in 4,377,000 pairs, people drawn before one backdrop 13.5 in 6,461.
pub(super) const SAME: f32 = 12.0;
/// The least evidence beyond doubt, the geometric mean of the two ways: whichever of the two came first, the answer is the
/// same. Different photos reached 7.6; people drawn before one backdrop, the one pair that is the nearest of 6,461, 12.6.
/// With the lesser of the two ways and a bound of 18, only 0.57 of photos mirrored, cropped and before another backdrop were
/// beyond doubt, instead of 0.82.
pub(super) const NEAR_EXACT: f32 = 15.0;
/// The share of all textured patches, the lesser of the two ways, that makes [`SAME`] evidence laid both ways beyond doubt:
/// where head, clothes and backdrop agree, fewer patches say enough. People drawn before one backdrop with evidence of 11
/// and more had 0.32.
pub(super) const MIN_SHARE: f32 = 0.45;
/// The least agreement at a second look at which a person is asked. Among 14,906 candidates that are other photos the
/// greatest was 3.5 (faces aligned with one another), 1.5 without aligned faces. With a bound of 4, 0.921 of the half not
/// tuned on would be found instead of 0.918.
pub(super) const SAME_AT_SECOND_LOOK: f32 = 5.0;
/// The least agreement at a second look, the lesser of the two ways, of the same photo beyond doubt. Among 5,052 candidates
/// that are other photos without a common overlay the greatest was 1.1.
pub(super) const NEAR_EXACT_AT_SECOND_LOOK: f32 = 8.0;
/// The most bits of the low frequencies by which pictures of one photo differ, in the whole and in head and shoulders
/// together, and in the face: for a person to be asked, and to be the same beyond doubt.
///
/// 867 portraits as they are and 1,800 altered ones, looked up among the 867, and 552 pairs of people under one overlay:
/// other photos differed in 86 bits and more, two of 1.9 million pairs in less than 100, and half as many for every five
/// bits less. Of some 860 pairs of people whose faces were put on one body, 52 differed in at most 84 bits; in the face, 48 of
/// these differed in more than 64 bits, all in more than 57. With bounds of 64 and 54 bits only 0.87 instead of 0.92 of 193
/// photos under watermarks would be beyond doubt, and fewer pairs of different people only where a texture covers both.
pub(super) const ALIKE_IN_LOW_FREQUENCIES: [u32; 2] = [90, 64];
pub(super) const NEAR_EXACT_IN_LOW_FREQUENCIES: [u32; 2] = [72, 60];
/// The same for a person to be asked where the whole of one picture lies on the whole of the other, neither cropped nor turned;
/// the first bound is on the whole alone. With fewer ways to lay them there are fewer chances to agree.
///
/// Of 1,650 photos under 15 kinds of grids, stripes, dots and words 0.91 are found instead of 0.86. None of 1.9 million pairs
/// of different photos is, most of them with one photo altered so. The user is asked about one in thirty pairs of people
/// whose faces were put on one body, and about one in four under one nearly opaque texture.
pub(super) const ALIKE_AS_WHOLES: [u32; 3] = [56, 118, 74];
/// The most by which a coefficient of the map may differ from that of the whole on the whole.
pub(super) const MOST_MOVED: f32 = 0.02;
/// The same for two pictures of which quarters are compared, and for two oblong ones.
pub(super) const MOST_MOVED_OF_WHOLES: f32 = 0.1;
/// The most by which one picture may be enlarged against the other for low frequencies to be beyond doubt, so that a photo and
/// a collage of it and others are not.
pub(super) const MAX_ENLARGED: f32 = 1.4;
/// The greatest residual of pictures of one photo ([`super::Comparison::residual`]), in grey values: for a person to be asked,
/// and to be the same beyond doubt by the evidence, by a second look or by low frequencies.
///
/// 67 overlays (snow, rings, stripes, flags, bubbles, …) were each drawn over photos of 16 to 20 different people: of 4,027
/// candidates 95 seemed to be one photo, 64 of them beyond doubt. The residual of those found by the evidence is 11.8 and more,
/// by a second look 8.5 and more. Of 568 altered photos beyond doubt three have more than 9, none more than 10.6.
pub(super) const MAX_RESIDUAL: f32 = 14.0;
pub(super) const MAX_RESIDUAL_NEAR_EXACT: f32 = 9.0;
pub(super) const MAX_RESIDUAL_AT_SECOND_LOOK: f32 = 7.0;
pub(super) const MAX_RESIDUAL_IN_LOW_FREQUENCIES: f32 = 11.0;
/// The greatest residual in the face, in grey values, of a photo and a part of a collage for a person to be asked, where the
/// pictures beside that part make the whole differ more. Of nine such collages eight have 6.8 and less. Of 157 pairs of people
/// in the same hat, cap or glasses, whose upper halves agree, nine in ten have more.
pub(super) const MAX_RESIDUAL_OF_PART: f32 = 7.0;
/// The greatest contradiction (`Comparison::contradiction`) and contrast ([`super::silhouette::contrast`]) of the same photo
/// beyond doubt: where they are greater, a backdrop or an overlay of different people may be what agrees.
///
/// The weights are those of a linear discriminant (logistic regression), rounded. Weights and bounds are tuned on pairs that
/// would be beyond doubt: 22,291 altered photos of 427 kinds (the benchmark's, overlays, covers, filters), and 133,403 pairs
/// of different people of 291 kinds (flags, patterns, words and disguises drawn over both, walls and rooms behind both,
/// faces put on one body). With every kind weighted alike, 0.91 of the former are within both bounds, and 0.15 of the latter.
pub(super) const MAX_CONTRADICTION: f32 = 390.0;
pub(super) const MAX_CONTRAST: f32 = 0.7;
/// Evidence below which the query is not laid over the candidate: the same photo has more.
pub(super) const MIN_EVIDENCE: f32 = 0.5;
/// The least share of patches that agree in two oblong pictures that lie whole on whole, for the same photo beyond doubt. 69
/// pairs of screenshots of one app, and of cards of one make, of different people have at most 0.91; 50 copies in other tones
/// or quality 0.94 and more, 25 with a sticker on a sixteenth of them 0.87 and more.
pub(super) const MIN_SHARE_OF_OBLONG: f32 = 0.92;
