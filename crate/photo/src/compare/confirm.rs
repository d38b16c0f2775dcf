//! Whether two pictures, laid over each other, are the same photo.

use super::affine::Map;
use super::agreement::{CORE, Patch, evidence, is_one_sided, share};
use super::picture::Picture;
use super::silhouette;
use crate::low_frequencies::BITS;
use crate::{Closeness, Placement, Query, Rendition};

/// The least evidence of the same photo, the greater of the two ways to lay the pictures over each other; a person is
/// asked to compare them. Tuned on half the portraits of the benchmark in 38 further kinds of alteration: different
/// photos reached 9.6 in 4,377,000 pairs, people drawn before one backdrop 13.5 in 6,461.
const SAME: f32 = 12.0;
/// The least evidence beyond doubt, the geometric mean of the two ways: whichever of the two came first, the answer is the
/// same. Different photos reached 7.6; people drawn before one backdrop, the one pair that is the nearest of 6,461, 12.6.
/// Where it was the lesser of the two ways, from 18 on, 0.57 of photos mirrored, cropped and before another backdrop were
/// beyond doubt instead of 0.82.
const NEAR_EXACT: f32 = 15.0;
/// The share of all textured patches, the lesser of the two ways, that makes [`SAME`] evidence laid both ways beyond doubt:
/// where head, clothes and backdrop agree, fewer patches say enough. People drawn before one backdrop with evidence of 11
/// and more had 0.32.
const MIN_SHARE: f32 = 0.45;
/// The least agreement at a second look at which a person is asked. Of 14,906 candidates that are other photos the
/// greatest was 3.5 (faces aligned with one another), 1.5 without aligned faces. From 4 on, 0.921 of the half not tuned
/// on would be found instead of 0.918.
const SAME_AT_SECOND_LOOK: f32 = 5.0;
/// The least agreement at a second look, the lesser of the two ways, of the same photo beyond doubt. Of 5,052 candidates that
/// are other photos and bear no common overlay the greatest was 1.1.
const NEAR_EXACT_AT_SECOND_LOOK: f32 = 8.0;
/// The most bits of the low frequencies by which pictures of one photo differ, in the whole and in head and shoulders
/// together, and in the face: for a person to be asked, and to be the same beyond doubt.
///
/// 867 portraits as they are and 1,800 altered ones, looked up among the 867, and 552 pairs of people under one overlay:
/// other photos differed in 86 bits and more, two of 1.9 million pairs in less than 100, and half as many for every five
/// bits less. Of some 860 pairs of people whose faces were put on one body 52 differed in 84 bits and less, all but four of
/// these in more than 64 of the face, all in more than 57. With 64 and 54 bits beyond doubt fewer of the photos under
/// watermarks are (0.87 instead of 0.92 of 193), and no fewer of different people's, textures drawn over both apart.
const ALIKE_IN_LOW_FREQUENCIES: [u32; 2] = [90, 64];
const NEAR_EXACT_IN_LOW_FREQUENCIES: [u32; 2] = [72, 60];
/// The same for a person to be asked where the whole of one picture lies on the whole of the other, neither cropped nor turned,
/// with a bound on the whole alone: fewer ways to lay them come with fewer chances to agree.
///
/// Of 1,650 photos under 15 kinds of grids, stripes, dots and words 0.91 are found instead of 0.86. Of 1.9 million pairs of
/// different photos, one side of most of them altered so, none is. Of people whose faces were put on one body every
/// thirtieth is asked about, under one nearly opaque texture every fourth.
const ALIKE_AS_WHOLES: [u32; 3] = [56, 118, 74];
/// The most by which a coefficient of the map may differ from that of the whole on the whole.
const MOST_MOVED: f32 = 0.02;
/// The most by which one picture may be enlarged against the other for the low frequencies to be beyond doubt: a photo and a
/// collage of it and others must not be.
const MAX_ENLARGED: f32 = 1.4;
/// The most by which pictures of one photo differ once what they have in common is subtracted
/// ([`Comparison::difference`]), in grey values: for a person to be asked, and to be the same beyond doubt by the evidence,
/// by a second look or by low frequencies.
///
/// 67 overlays (snow, rings, stripes, flags, bubbles, …) were each drawn over photos of 16 to 20 different people: of 4,027
/// candidates 95 seemed to be one photo, 64 of them beyond doubt. By the evidence these differ by 11.8 and more, by a second
/// look by 8.5 and more. Of 568 altered photos beyond doubt three differ by more than 9, none by more than 10.6.
const MAX_DIFFERENCE: f32 = 14.0;
const MAX_DIFFERENCE_NEAR_EXACT: f32 = 9.0;
const MAX_DIFFERENCE_AT_SECOND_LOOK: f32 = 7.0;
const MAX_DIFFERENCE_IN_LOW_FREQUENCIES: f32 = 11.0;
/// The most by which a photo and a part of a collage differ in the face for a person to be asked, where the pictures beside it
/// make the whole differ more. Of nine such collages eight differ by 6.8 and less; of 360 pairs of people in one hat and
/// glasses, of whom the upper half agrees, nine in ten by more.
const MAX_DIFFERENCE_OF_PART: f32 = 7.0;
/// The most of [`Comparison::contradiction`], and of [`silhouette::contrast`], of the same photo beyond doubt: more says that
/// what agrees is a backdrop or an overlay of different people.
///
/// The weights are those of a linear discriminant (logistic regression), rounded. Weights and bounds are tuned on pairs that
/// would be beyond doubt: 22,291 altered photos of 427 kinds (the benchmark's, overlays, covers, filters), and 133,403 pairs
/// of different people of 291 kinds (flags, patterns, words and disguises drawn over both, walls and rooms behind both,
/// faces put on one body). With every kind weighted alike 0.91 of the former keep to both bounds, and 0.15 of the latter.
const MAX_CONTRADICTION: f32 = 390.0;
const MAX_CONTRAST: f32 = 0.7;
/// Evidence below which the query is not laid over the candidate: the same photo has more.
const MIN_EVIDENCE: f32 = 0.5;

/// How many pairs of different photos, of all pairs compared, are expected to be called the same beyond doubt
/// ([`Closeness::NearExact`]). Of 4,377,000 the geometric mean of the evidence was 1 and more in
/// 109, 2 in 27, 3 in 9, 5 in 5, 7 in 1, 8 in none. If each unit above 5 halves the number, fewer than 0.005 pairs
/// reach [`NEAR_EXACT`]. Matches by low frequencies are not in it: of 1.9 million pairs none came near.
pub const FALSE_MATCHES_PER_PAIR: f64 = 2e-9;
/// The upper bound of the same with a confidence of 95 %: eleven pairs where five were seen (Poisson).
pub const MOST_FALSE_MATCHES_PER_PAIR: f64 = 4e-9;

/// How two pictures of the same photo compare.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// How close the two are.
    pub closeness: Closeness,
    /// From 0 (just close enough) to 1 (identical).
    pub score: f32,
    /// Where the candidate lies on the query.
    pub map: Map,
}

/// Two pictures laid over each other, the same photo or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Where the candidate lies on the query.
    pub map: Map,
    /// The evidence that they are one photo: the candidate laid over the query, and the query over the candidate.
    pub evidence: [f32; 2],
    /// The shares of textured patches that agree, laid the same two ways.
    pub agreeing: [f32; 2],
    /// The agreeing patches are on one side of one picture, whose other side differs: two people, a collage.
    pub is_part: bool,
    /// How much agrees at a second look, laid the same two ways; 0 where the evidence is beyond doubt already. It finds
    /// photos with something drawn all over them.
    pub second_look: [f32; 2],
    /// The bits, of 256 each, in which the low frequencies of the two differ: in the whole, in head and shoulders, in the
    /// face. All where a larger part differs too much for one photo. They find photos under grids and words.
    pub low_frequencies: [u32; 3],
    /// How much the two differ once what they have in common is subtracted, in grey values, the mean of the two ways;
    /// infinite where they do not seem to be one photo.
    pub difference: f32,
    /// The same in the face alone, where the two are parts of each other and the rest differs too much; else infinite.
    pub difference_in_face: f32,
    /// The candidate's patches that have texture.
    pub patches: Vec<Patch>,
}

impl Comparison {
    /// Lays a candidate over a query, beginning with a map, and the query over the candidate.
    fn of(query: &Picture, candidate: &Picture, start: Map) -> Self {
        let mut comparison = Self {
            map: start,
            evidence: [0.0; 2],
            agreeing: [0.0; 2],
            is_part: false,
            second_look: [0.0; 2],
            low_frequencies: [BITS; 3],
            difference: f32::INFINITY,
            difference_in_face: f32::INFINITY,
            patches: Vec::new(),
        };
        let Some((map, patches)) = query.lay(candidate, start) else { return comparison };
        comparison.place(map, patches);
        let laid_back =
            map.inverse().filter(|_| comparison.evidence[0] > MIN_EVIDENCE).and_then(|back| candidate.lay(query, back));
        if let Some((back_map, back_patches)) = laid_back {
            (comparison.evidence[1], comparison.agreeing[1]) = (evidence(&back_patches), share(&back_patches));
            // A fit that failed one way may have succeeded the other way.
            if comparison.evidence[0] < SAME.min(comparison.evidence[1]) {
                let again = back_map.inverse().and_then(|start| query.lay(candidate, start));
                if let Some((map, patches)) = again.filter(|(_, patches)| evidence(patches) > comparison.evidence[0]) {
                    comparison.place(map, patches);
                }
            }
            comparison.is_part = is_one_sided(&back_patches);
        }
        comparison.is_part |= is_one_sided(&comparison.patches);
        comparison
    }

    /// Places the candidate on the query by a map that gives these patches.
    fn place(&mut self, map: Map, patches: Vec<Patch>) {
        (self.evidence[0], self.agreeing[0]) = (evidence(&patches), share(&patches));
        (self.map, self.patches) = (map, patches);
    }

    /// Compares the two once more, pixel by pixel, if they could be laid over each other.
    fn look_again(&mut self, query: &Picture, candidate: &Picture) {
        if self.patches.is_empty() {
            return;
        }
        self.second_look[0] = query.look_again(candidate, &self.map);
        if let Some(back) = self.map.inverse().filter(|_| self.is_alike()) {
            self.second_look[1] = candidate.look_again(query, &back);
        }
    }

    /// Compares the low frequencies, also by the map that the fit began with: an overlay may lead it astray.
    fn compare_low_frequencies(&mut self, query: &Picture, candidate: &Picture, start: Map) {
        let was_alike = self.is_alike();
        let mut nearest = self.map;
        // Where the fit failed the two maps are one.
        for map in [self.map].into_iter().chain((start != self.map).then_some(start)) {
            let found = query.low_frequencies(candidate, &map, ALIKE_AS_WHOLES[1]);
            if found.iter().sum::<u32>() < self.low_frequencies.iter().sum() {
                (self.low_frequencies, nearest) = (found, map);
            }
        }
        if self.is_alike() && !was_alike {
            self.map = nearest;
        }
    }

    /// How much a part differs in the face of the picture whose patches agree more.
    fn difference_of_part(&self, query: &Picture, candidate: &Picture) -> f32 {
        if self.evidence[0] >= self.evidence[1] {
            query.difference(candidate, &self.map, CORE)
        } else {
            self.map.inverse().map_or(f32::INFINITY, |back| candidate.difference(query, &back, CORE))
        }
    }

    /// Whether the low frequencies differ by at most as many bits.
    fn differs_by_at_most(&self, [most, most_in_face]: [u32; 2]) -> bool {
        let [whole, centre, face] = self.low_frequencies;
        whole + centre <= most && face <= most_in_face
    }

    /// Whether the low frequencies are enough for a person to be asked.
    fn is_alike_in_low_frequencies(&self) -> bool {
        let [most_in_whole, most, most_in_face] = ALIKE_AS_WHOLES;
        let is_as_a_whole = || self.low_frequencies[0] <= most_in_whole && self.map.is_nearly_whole(MOST_MOVED);
        self.differs_by_at_most(ALIKE_IN_LOW_FREQUENCIES)
            || self.differs_by_at_most([most, most_in_face]) && is_as_a_whole()
    }

    /// How close the two are; `None` when they are different photos.
    #[must_use]
    pub fn closeness(&self) -> Option<Closeness> {
        let is_one_photo = self.difference <= MAX_DIFFERENCE || self.difference_in_face <= MAX_DIFFERENCE_OF_PART;
        if !is_one_photo && !self.is_alike_in_low_frequencies() {
            None
        } else if !self.is_beyond_doubt() {
            Some(Closeness::Looser)
        } else {
            Some(if self.is_part { Closeness::Part } else { Closeness::NearExact })
        }
    }

    /// Whether enough agrees for a person to be asked, apart from [`Self::difference`].
    fn is_alike(&self) -> bool {
        self.evidence[0].max(self.evidence[1]) >= SAME
            || self.second_look[0] >= SAME_AT_SECOND_LOOK
            || self.is_alike_in_low_frequencies()
    }

    /// Whether the evidence alone is beyond doubt: then there is no second look.
    #[must_use]
    pub fn is_evident(&self) -> bool {
        let ([forward, back], [share, share_back]) = (self.evidence, self.agreeing);
        let agrees_mostly = forward.min(back) >= SAME && share.min(share_back) >= MIN_SHARE;
        agrees_mostly || forward * back >= NEAR_EXACT * NEAR_EXACT
    }

    fn is_beyond_doubt(&self) -> bool {
        let [again, again_back] = self.second_look;
        let is_found = self.is_evident() && self.difference <= MAX_DIFFERENCE_NEAR_EXACT
            || again.min(again_back) >= NEAR_EXACT_AT_SECOND_LOOK && self.difference <= MAX_DIFFERENCE_AT_SECOND_LOOK
            || self.differs_by_at_most(NEAR_EXACT_IN_LOW_FREQUENCIES)
                && self.difference <= MAX_DIFFERENCE_IN_LOW_FREQUENCIES
                && (1.0 / MAX_ENLARGED..MAX_ENLARGED).contains(&self.map.scale());
        is_found && !self.may_share_surroundings()
    }

    /// Whether what agrees may be a backdrop or an overlay that pictures of different people share.
    fn may_share_surroundings(&self) -> bool {
        let contrast = silhouette::contrast(&self.patches, &self.map);
        contrast > MAX_CONTRAST || !self.is_part && self.contradiction(contrast) > MAX_CONTRADICTION
    }

    /// What differs although most patches agree: low frequencies of the whole and of the face, grey values, and the patches
    /// of a silhouette more than those beside it. A cover or another backdrop changes low frequencies, too, but then fewer
    /// patches agree.
    fn contradiction(&self, contrast: f32) -> f32 {
        let [whole, _, face] = self.low_frequencies.map(|bits| bits as f32);
        2.0 * whole + face + 200.0 * self.agreeing[0].min(self.agreeing[1]) + 8.0 * self.difference + 100.0 * contrast
    }

    /// From 0 (just close enough) to 1 (identical).
    #[must_use]
    pub fn score(&self) -> f32 {
        let [forward, back] = self.evidence;
        // Identical portraits have 70 and more.
        ((forward.max(back) - SAME) * (1.0 / 64.0)).clamp(0.0, 1.0)
    }
}

impl Query {
    /// Compares a candidate, laid over the query beginning with the placement.
    #[must_use]
    pub fn compare(&self, placement: &Placement, rendition: &Rendition) -> Comparison {
        let candidate = Picture::of(&rendition.grey());
        let mut comparison = Comparison::of(&self.picture, &candidate, placement.map);
        if !comparison.is_evident() {
            comparison.look_again(&self.picture, &candidate);
            comparison.compare_low_frequencies(&self.picture, &candidate, placement.map);
        }
        if comparison.is_alike() {
            comparison.difference = self.picture.mean_difference(&candidate, &comparison.map);
            if comparison.is_part && comparison.difference > MAX_DIFFERENCE {
                comparison.difference_in_face = comparison.difference_of_part(&self.picture, &candidate);
            }
            comparison.low_frequencies = self.picture.low_frequencies(&candidate, &comparison.map, 2 * BITS);
        }
        comparison
    }

    /// Whether a candidate is the same photo, beginning with the placement; `None` when it is not.
    #[must_use]
    pub fn confirm(&self, placement: &Placement, rendition: &Rendition) -> Option<Likeness> {
        let comparison = self.compare(placement, rendition);
        let closeness = comparison.closeness()?;
        Some(Likeness { closeness, score: comparison.score(), map: comparison.map })
    }
}

#[cfg(test)]
mod tests {
    use super::super::agreement::tests::all_over;
    use super::*;

    /// Two pictures that agree in nearly all patches, or in few of them.
    fn evident(agreeing: f32, low_frequencies: [u32; 3]) -> Comparison {
        Comparison {
            map: Map::whole(false),
            evidence: [30.0; 2],
            agreeing: [agreeing; 2],
            is_part: false,
            second_look: [0.0; 2],
            low_frequencies,
            difference: 5.0,
            difference_in_face: f32::INFINITY,
            patches: Vec::new(),
        }
    }

    #[test]
    fn where_most_patches_agree_the_low_frequencies_must_for_a_match_beyond_doubt() {
        let closeness = |agreeing, low| evident(agreeing, low).closeness();
        assert_eq!(closeness(0.9, [20, 20, 30]), Some(Closeness::NearExact));
        // One flag over two people.
        assert_eq!(closeness(0.75, [80, 84, 95]), Some(Closeness::Looser));
        // Another backdrop.
        assert_eq!(closeness(0.3, [80, 40, 20]), Some(Closeness::NearExact));
        // A part asks a person anyway.
        let part = Comparison { is_part: true, ..evident(0.75, [80, 84, 95]) };
        assert_eq!(part.closeness(), Some(Closeness::Part));
    }

    #[test]
    fn of_a_part_the_face_must_agree_whatever_is_beside_it() {
        let closeness = |is_part, difference_in_face| {
            Comparison { is_part, difference: 20.0, difference_in_face, ..evident(0.4, [80, 84, 95]) }.closeness()
        };
        assert_eq!(closeness(true, 5.0), Some(Closeness::Looser));
        // People in one hat.
        assert_eq!(closeness(true, 9.0), None);
        assert_eq!(closeness(false, f32::INFINITY), None);
    }

    #[test]
    fn where_the_person_agrees_less_than_what_is_beside_low_frequencies_must_agree_more() {
        let agreeing_in_every = |nth: i32| {
            let patches = all_over(|x, y| {
                let is_person = x.abs() < 0.5 && y > -0.5;
                if is_person && ((x + y) * 8.0).round() as i32 % nth != 0 { 0.1 } else { 0.95 }
            });
            Comparison { patches, ..evident(0.75, [60, 60, 60]) }.closeness()
        };
        assert_eq!(agreeing_in_every(1), Some(Closeness::NearExact));
        assert_eq!(agreeing_in_every(2), Some(Closeness::Looser));
    }

    #[test]
    fn where_one_whole_lies_on_the_other_low_frequencies_may_differ_more() {
        let laid = |map, low_frequencies| {
            let difference = MAX_DIFFERENCE + 1.0;
            Comparison { map, evidence: [0.0; 2], difference, ..evident(0.0, low_frequencies) }.closeness()
        };
        let cropped = Map { a: [0.9, 0.0, 0.0, 0.0, 0.9, 0.0] };
        for map in [Map::whole(false), Map::whole(true)] {
            assert_eq!(laid(map, [50, 60, 70]), Some(Closeness::Looser));
            for differs in [[60, 50, 70], [50, 70, 70], [50, 60, 90]] {
                assert_eq!(laid(map, differs), None);
            }
        }
        assert_eq!(laid(cropped, [50, 60, 70]), None);
        assert_eq!(laid(cropped, [40, 45, 60]), Some(Closeness::Looser));
    }
}
