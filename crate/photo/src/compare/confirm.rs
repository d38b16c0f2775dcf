//! Whether two pictures, laid over each other, are the same photo.

use serde::{Deserialize, Serialize};

use super::agreement::{CENTRE, CORE, Patch, evidence, share};
use super::parts::are_parts;
use super::picture::Picture;
use super::silhouette;
use super::thresholds::*;
use crate::affine::Map;
use crate::low_frequencies::BITS;

/// How many pairs of different photos, of all pairs compared, are expected to be called the same beyond doubt
/// ([`Closeness::NearExact`]). Of 4,377,000 the geometric mean of the evidence was 1 and more in
/// 109, 2 in 27, 3 in 9, 5 in 5, 7 in 1, 8 in none. If each unit above 5 halves the number, fewer than 0.005 pairs
/// reach [`NEAR_EXACT`]. Matches by low frequencies are not in it: of 1.9 million pairs none came near.
pub const FALSE_MATCHES_PER_PAIR: f64 = 2e-9;
/// The upper bound of the same with a confidence of 95 %: eleven pairs where five were seen (Poisson).
pub const MOST_FALSE_MATCHES_PER_PAIR: f64 = 4e-9;

/// How close two pictures of the same photo are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closeness {
    /// Probably the same photo; a person should compare the two.
    Looser,
    /// One is beyond reasonable doubt a part of the other, which shows something else beside it: a picture of two people, a
    /// collage. Whose picture it is, that does not say; a person should compare the two.
    Part,
    /// The same photo beyond reasonable doubt.
    NearExact,
}

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
    /// Parts of the two agree and others differ: one is a picture of two people or a collage, or both are.
    pub is_part: bool,
    /// Neither is square.
    pub are_oblong: bool,
    /// How much agrees at a second look, laid the same two ways; 0 where the evidence is beyond doubt already. It finds
    /// photos with something drawn all over them.
    pub second_look: [f32; 2],
    /// The bits, of 256 each, in which the low frequencies of the two differ: in the whole, in head and shoulders, in the
    /// face. All where a larger part differs too much for one photo. They find photos under grids and words.
    pub low_frequencies: [u32; 3],
    /// How much the two differ once what they have in common is subtracted, in grey values, the mean of the two ways;
    /// infinite where they do not seem to be one photo.
    pub residual: f32,
    /// The same in the face alone, where the two are parts of each other and the rest differs too much; else infinite.
    pub residual_in_face: f32,
    /// The candidate's patches that have texture.
    pub patches: Vec<Patch>,
}

impl Comparison {
    /// Compares a candidate with a query, over which it is laid beginning with a map.
    pub(crate) fn of(query: &Picture, candidate: &Picture, start: Map) -> Self {
        let mut comparison = Self::laid(query, candidate, start);
        if !comparison.is_evident() {
            comparison.look_again(query, candidate);
            comparison.compare_low_frequencies(query, candidate, start);
        }
        if comparison.is_alike() {
            comparison.measure_residual(query, candidate);
            comparison.low_frequencies = query.low_frequencies(candidate, &comparison.map, 2 * BITS);
        }
        comparison
    }

    /// Lays a candidate over a query, beginning with a map, and the query over the candidate.
    fn laid(query: &Picture, candidate: &Picture, start: Map) -> Self {
        let mut comparison = Self {
            map: start,
            evidence: [0.0; 2],
            agreeing: [0.0; 2],
            is_part: false,
            are_oblong: query.is_oblong && candidate.is_oblong,
            second_look: [0.0; 2],
            low_frequencies: [BITS; 3],
            residual: f32::INFINITY,
            residual_in_face: f32::INFINITY,
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
            comparison.is_part = are_parts(&back_patches, &back_map);
        }
        comparison.is_part |= are_parts(&comparison.patches, &comparison.map);
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

    /// Measures what is left once what the two have in common is subtracted, of a part also in the face alone.
    fn measure_residual(&mut self, query: &Picture, candidate: &Picture) {
        let back = self.map.inverse();
        let back_within = |ellipse| back.map_or(f32::INFINITY, |back| candidate.residual(query, &back, ellipse));
        self.residual = 0.5 * (query.residual(candidate, &self.map, CENTRE) + back_within(CENTRE));
        if self.is_part && self.residual > MAX_RESIDUAL {
            // In the picture of which more agrees: the middle of a collage is not the photo's.
            let [forward, back] = self.evidence;
            self.residual_in_face =
                if forward >= back { query.residual(candidate, &self.map, CORE) } else { back_within(CORE) };
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
        let is_one_photo = self.residual <= MAX_RESIDUAL || self.residual_in_face <= MAX_RESIDUAL_OF_PART;
        if !is_one_photo && !self.is_alike_in_low_frequencies() {
            None
        } else if !self.is_beyond_doubt() {
            Some(Closeness::Looser)
        } else {
            Some(if self.is_part { Closeness::Part } else { Closeness::NearExact })
        }
    }

    /// Whether enough agrees for a person to be asked, apart from [`Self::residual`].
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
        let is_found = self.is_evident() && self.residual <= MAX_RESIDUAL_NEAR_EXACT
            || again.min(again_back) >= NEAR_EXACT_AT_SECOND_LOOK && self.residual <= MAX_RESIDUAL_AT_SECOND_LOOK
            || self.differs_by_at_most(NEAR_EXACT_IN_LOW_FREQUENCIES)
                && self.residual <= MAX_RESIDUAL_IN_LOW_FREQUENCIES
                && (1.0 / MAX_ENLARGED..MAX_ENLARGED).contains(&self.map.scale());
        is_found && !self.may_share_surroundings() && !self.may_be_of_one_make()
    }

    /// Whether the two may be screenshots of one app or cards of one make, which show different people in one place.
    fn may_be_of_one_make(&self) -> bool {
        let [share, share_back] = self.agreeing;
        self.are_oblong && self.map.is_nearly_whole(MOST_MOVED_OF_WHOLES) && share.min(share_back) < MIN_SHARE_OF_OBLONG
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
        2.0 * whole + face + 200.0 * self.agreeing[0].min(self.agreeing[1]) + 8.0 * self.residual + 100.0 * contrast
    }

    /// How alike the two are; `None` when they are different photos.
    pub(crate) fn likeness(&self) -> Option<Likeness> {
        Some(Likeness { closeness: self.closeness()?, score: self.score(), map: self.map })
    }

    /// From 0 (just close enough) to 1 (identical).
    #[must_use]
    pub fn score(&self) -> f32 {
        let [forward, back] = self.evidence;
        // Identical portraits have 70 and more.
        ((forward.max(back) - SAME) * (1.0 / 64.0)).clamp(0.0, 1.0)
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
            are_oblong: false,
            second_look: [0.0; 2],
            low_frequencies,
            residual: 5.0,
            residual_in_face: f32::INFINITY,
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
    fn nearly_all_must_agree_where_two_oblong_pictures_lie_whole_on_whole() {
        let closeness = |are_oblong, agreeing| Comparison { are_oblong, ..evident(agreeing, [20, 20, 30]) }.closeness();
        assert_eq!(closeness(true, 0.95), Some(Closeness::NearExact));
        assert_eq!(closeness(true, 0.85), Some(Closeness::Looser));
        assert_eq!(closeness(false, 0.85), Some(Closeness::NearExact));
    }

    #[test]
    fn of_a_part_the_face_must_agree_whatever_is_beside_it() {
        let closeness = |is_part, residual_in_face| {
            Comparison { is_part, residual: 20.0, residual_in_face, ..evident(0.4, [80, 84, 95]) }.closeness()
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
            let residual = MAX_RESIDUAL + 1.0;
            Comparison { map, evidence: [0.0; 2], residual, ..evident(0.0, low_frequencies) }.closeness()
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
