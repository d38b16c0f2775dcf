//! `ablation [FOLDER]`: the recall that each part of the matcher adds, and that of published hashes, on one set of
//! altered photos. FOLDER holds square photos; without it portraits are drawn.

mod forms;
mod peers;
#[path = "../../../../tests/inbox/random.rs"]
#[allow(dead_code, reason = "not every kind of draw is needed here")]
mod random;

use std::collections::BTreeMap;
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, RgbImage, imageops};
use vouchsafe_core::photo::{Closeness, Fingerprint, PhotoIndex, Portrait, Query};

use forms::{FORMS, SIDE};
use random::Random;

/// How many portraits are drawn where there is no folder.
const DRAWN: u32 = 400;
/// How many photos are altered.
const ALTERED: usize = 90;
/// How many false matches in a million pairs a method may have.
const FALSE_IN_A_MILLION: usize = 1;
/// Features kept in the run with fewer of them.
const FEWER: usize = 15;

/// A remembered or an altered photo.
struct Photo {
    portrait: Portrait,
    query: Option<Query>,
    hashes: [Option<peers::Hash>; 3],
}

impl Photo {
    /// The picture as served: a JPEG file of 100 pixels a side.
    fn served(picture: &RgbImage) -> Option<Self> {
        let picture = imageops::resize(picture, 100, 100, imageops::FilterType::Triangle);
        let mut file = Vec::new();
        JpegEncoder::new_with_quality(&mut file, 85).encode(&picture, 100, 100, ExtendedColorType::Rgb8).ok()?;
        let seen = image::load_from_memory(&file).ok()?.to_rgb8();
        let hashes = [peers::dhash(&seen), peers::phash(&seen), Some(peers::pdq(&seen))];
        let portrait = Portrait::read(&file).ok()?;
        Some(Self { query: Query::of(&portrait), portrait, hashes })
    }
}

/// One method of comparing, with its scores.
struct Method {
    name: &'static str,
    /// By altered and remembered photo: higher is more alike. Pairs that the method does not compare are absent.
    scores: BTreeMap<(usize, usize), f32>,
    /// The lowest score that counts as the same photo, where it is fixed.
    threshold: Option<f32>,
}

/// An altered photo, with the number of the remembered one and of the form.
struct Altered {
    of: usize,
    /// The other photo shown in collages.
    beside: usize,
    form: usize,
    photo: Photo,
}

fn main() {
    let pictures = std::env::args().nth(1).map_or_else(drawn, |folder| read(Path::new(&folder)));
    let known: Vec<Photo> = pictures.iter().filter_map(Photo::served).collect();
    if known.len() < pictures.len() {
        eprintln!("{} pictures could not be read", pictures.len() - known.len());
        std::process::exit(1);
    }
    let twins = twins(&known);
    let altered = altered(&pictures);
    let pairs = altered.len() * known.len();
    println!(
        "{} altered photos beside {} remembered, {pairs} pairs; left out, since one photo is remembered twice: {}",
        altered.len(),
        known.len(),
        twins.len() / 2
    );
    let methods = methods(&known, &altered);
    print!("| found |");
    methods.iter().for_each(|method| print!(" {} |", method.name));
    println!("\n| --- |{}", " ---: |".repeat(methods.len()));
    let is_false = |(query, key): &(usize, usize)| {
        let Altered { of, beside, .. } = altered[*query];
        ![of, beside].contains(key) && !twins.contains(&(of, *key))
    };
    let most = pairs * FALSE_IN_A_MILLION / 1_000_000;
    let thresholds: Vec<f32> = methods
        .iter()
        .map(|method| method.threshold.unwrap_or_else(|| threshold_for(method, most, is_false)))
        .collect();
    let found = |method: &Method, threshold: f32, query: usize| {
        method.scores.get(&(query, altered[query].of)).is_some_and(|score| *score >= threshold)
    };
    for form in (0..FORMS.len()).map(Some).chain([None]) {
        print!("| {} |", form.map_or("**all**", |form| FORMS[form].0));
        for (method, threshold) in methods.iter().zip(&thresholds) {
            let queries = || (0..altered.len()).filter(|query| form.is_none_or(|form| altered[*query].form == form));
            let count = queries().filter(|query| found(method, *threshold, *query)).count();
            print!(" {:.2} |", count as f32 / queries().count().max(1) as f32);
        }
        println!();
    }
    print!("| false matches |");
    for (method, threshold) in methods.iter().zip(&thresholds) {
        let wrong = method.scores.iter().filter(|(pair, score)| **score >= *threshold && is_false(pair));
        print!(" {} |", wrong.count());
    }
    println!("\n");
    // False matches, to be looked at: photos are numbered in the order of their files, from 0.
    for (method, threshold) in methods.iter().zip(&thresholds).filter(|(method, _)| method.threshold.is_some()) {
        for ((query, key), score) in
            method.scores.iter().filter(|(pair, score)| **score >= *threshold && is_false(pair))
        {
            let Altered { of, form, .. } = altered[*query];
            println!("{}: photo {of}, {}, is taken for photo {key} ({score:.1})", method.name, FORMS[form].0);
        }
    }
}

fn drawn() -> Vec<RgbImage> {
    (0..DRAWN).map(|number| vouchsafe_bench::picture(number, SIDE)).collect()
}

fn read(folder: &Path) -> Vec<RgbImage> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.sort();
    let pictures = files.iter().filter_map(|file| Some(image::open(file).ok()?.to_rgb8()));
    pictures.map(|picture| imageops::resize(&picture, SIDE, SIDE, imageops::FilterType::Triangle)).collect()
}

fn altered(pictures: &[RgbImage]) -> Vec<Altered> {
    let every = (pictures.len() / ALTERED).max(1);
    let mut altered = Vec::new();
    for of in (0..pictures.len()).step_by(every).take(ALTERED) {
        let beside = (of + pictures.len() / 2) % pictures.len();
        for (form, (_, make)) in FORMS.iter().enumerate() {
            let mut random = Random::of((of * FORMS.len() + form) as u64);
            let photo = Photo::served(&make(&pictures[of], &pictures[beside], &mut random));
            altered.extend(photo.map(|photo| Altered { of, beside, form, photo }));
        }
    }
    altered
}

/// Pairs of remembered photos that are one photo: they count neither as right nor as wrong.
fn twins(known: &[Photo]) -> std::collections::BTreeSet<(usize, usize)> {
    let mut index = PhotoIndex::default();
    known.iter().enumerate().for_each(|(key, photo)| index.insert(key, &photo.portrait));
    let found = known.iter().enumerate().flat_map(|(own, photo)| {
        let others = index.find(&photo.portrait).into_iter();
        others
            .filter(move |found| found.key != own && found.closeness >= Closeness::Part)
            .map(move |found| (own, found.key))
    });
    found.flat_map(|(a, b)| [(a, b), (b, a)]).collect()
}

fn methods(known: &[Photo], altered: &[Altered]) -> Vec<Method> {
    let mut methods: Vec<Method> = (["dHash", "pHash", "PDQ"].into_iter().enumerate())
        .map(|(k, name)| {
            by_pairs(name, known, altered, |a, b| {
                Some(-(peers::distance(a.hashes[k].as_ref()?, b.hashes[k].as_ref()?) as f32))
            })
        })
        .collect();
    methods.push(by_pairs("whole hash, mirrored too", known, altered, |a, b| {
        Some(-(a.query.as_ref()?.distance(b.portrait.fingerprint.as_ref().ok()?) as f32))
    }));
    let all = indexed(known, <[u8]>::to_vec);
    let [_, correlations, found, sure] = lookup_scores(&all, known, altered);
    // Altered stored fingerprints: hashes first, then the number of features, then the features.
    let count_at = Fingerprint::FEATURES_AT - 1;
    let without_features = indexed(known, |stored| with(stored, count_at, 0));
    let fewer = indexed(known, |stored| with(stored, count_at, (stored[count_at] as usize).min(FEWER) as u8));
    let without_hashes = indexed(known, |stored| {
        let mut changed = stored.to_vec();
        let mut random = Random::of(stored.iter().fold(0u64, |sum, byte| sum.wrapping_mul(31) ^ u64::from(*byte)));
        changed[2..count_at].fill_with(|| random.next() as u8);
        changed
    });
    let [_, _, by_hashes, _] = lookup_scores(&without_features, known, altered);
    let [votes, _, by_keypoints, _] = lookup_scores(&without_hashes, known, altered);
    let [_, _, by_fewer, _] = lookup_scores(&fewer, known, altered);
    methods.push(Method { name: "keypoints and RANSAC", scores: votes, threshold: None });
    methods.push(Method { name: "laid over, mean correlation", scores: correlations, threshold: None });
    for (name, scores) in [
        ("found by whole hashes alone", by_hashes),
        ("by keypoints alone", by_keypoints),
        ("by 15 keypoints", by_fewer),
    ] {
        methods.push(Method { name, scores, threshold: Some(0.0) });
    }
    methods.push(Method { name: "all", scores: found, threshold: Some(0.0) });
    methods.push(Method { name: "all, beyond doubt", scores: sure, threshold: Some(0.0) });
    methods
}

fn with(stored: &[u8], at: usize, byte: u8) -> Vec<u8> {
    let mut changed = stored.to_vec();
    changed[at] = byte;
    changed
}

fn by_pairs(
    name: &'static str,
    known: &[Photo],
    altered: &[Altered],
    score: impl Fn(&Photo, &Photo) -> Option<f32>,
) -> Method {
    let pairs = altered.iter().enumerate().flat_map(|(query, a)| {
        let score = &score;
        known.iter().enumerate().filter_map(move |(key, b)| Some(((query, key), score(&a.photo, b)?)))
    });
    Method { name, scores: pairs.collect(), threshold: None }
}

/// A memory of the photos with their stored fingerprints changed.
fn indexed(known: &[Photo], change: impl Fn(&[u8]) -> Vec<u8>) -> PhotoIndex<usize> {
    let mut index = PhotoIndex::default();
    for (key, photo) in known.iter().enumerate() {
        let Ok(print) = &photo.portrait.fingerprint else { continue };
        if let Ok(print) = Fingerprint::from_bytes(&change(&print.to_bytes())) {
            index.insert_fingerprint(key, &print);
        }
    }
    index
}

/// The pairs that a lookup finds: the weight of each candidate, the mean correlation of its patches, and those that are the
/// same, and beyond doubt.
fn lookup_scores(
    index: &PhotoIndex<usize>,
    known: &[Photo],
    altered: &[Altered],
) -> [BTreeMap<(usize, usize), f32>; 4] {
    let mut scores: [BTreeMap<(usize, usize), f32>; 4] = Default::default();
    for (number, sample) in altered.iter().enumerate() {
        let Some(query) = &sample.photo.query else { continue };
        for candidate in index.candidates(query) {
            let pair = (number, candidate.key);
            scores[0].insert(pair, candidate.weight as f32);
            let compared = query.compare(&candidate.placement, &known[candidate.key].portrait.rendition);
            let sum: f32 = compared.patches.iter().map(|patch| patch.correlation).sum();
            scores[1].insert(pair, sum / compared.patches.len().max(1) as f32);
            if let Some(closeness) = compared.closeness() {
                scores[2].insert(pair, 1.0);
                if closeness >= Closeness::Part {
                    scores[3].insert(pair, 1.0);
                }
            }
        }
    }
    scores
}

/// The lowest score that at most `most` wrong pairs reach.
fn threshold_for(method: &Method, most: usize, is_false: impl Fn(&(usize, usize)) -> bool) -> f32 {
    let mut wrong: Vec<f32> =
        method.scores.iter().filter(|(pair, _)| is_false(pair)).map(|(_, score)| *score).collect();
    wrong.sort_by(|a, b| b.total_cmp(a));
    wrong.get(most).map_or(f32::NEG_INFINITY, |score| score.next_up())
}
