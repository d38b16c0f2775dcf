//! `ablation [FOLDER]`: what each part of the matcher brings, and published hashes beside it, on one set of altered photos.
//! FOLDER holds square photos; without it portraits are drawn.

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
/// How many false matches in a million pairs every way of comparing may have.
const FALSE_IN_A_MILLION: usize = 1;
/// Features that are kept where fewer are tried.
const FEWER: usize = 15;

/// A photo as it is remembered, or an altered one.
struct Photo {
    portrait: Portrait,
    query: Option<Query>,
    hashes: [Option<peers::Hash>; 3],
}

impl Photo {
    /// As it is served: a JPEG file of 100 pixels.
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

/// One way of comparing: the score of each pair that it has one for, the more the likelier, and the least score that counts,
/// where that is fixed.
struct Way {
    name: &'static str,
    scores: BTreeMap<(usize, usize), f32>,
    least: Option<f32>,
}

/// An altered photo: of which remembered one, in which form.
struct Altered {
    of: usize,
    /// Who is shown beside it, in collages.
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
    let ways = ways(&known, &altered);
    print!("| found |");
    ways.iter().for_each(|way| print!(" {} |", way.name));
    println!("\n| --- |{}", " ---: |".repeat(ways.len()));
    let is_false = |(query, key): &(usize, usize)| {
        let Altered { of, beside, .. } = altered[*query];
        ![of, beside].contains(key) && !twins.contains(&(of, *key))
    };
    let most = pairs * FALSE_IN_A_MILLION / 1_000_000;
    let bounds: Vec<f32> = ways.iter().map(|way| way.least.unwrap_or_else(|| bound(way, most, is_false))).collect();
    let found = |way: &Way, bound: f32, query: usize| {
        way.scores.get(&(query, altered[query].of)).is_some_and(|score| *score >= bound)
    };
    for form in (0..FORMS.len()).map(Some).chain([None]) {
        print!("| {} |", form.map_or("**all**", |form| FORMS[form].0));
        for (way, bound) in ways.iter().zip(&bounds) {
            let these = || (0..altered.len()).filter(|query| form.is_none_or(|form| altered[*query].form == form));
            let count = these().filter(|query| found(way, *bound, *query)).count();
            print!(" {:.2} |", count as f32 / these().count().max(1) as f32);
        }
        println!();
    }
    print!("| false matches |");
    for (way, bound) in ways.iter().zip(&bounds) {
        let wrong = way.scores.iter().filter(|(pair, score)| **score >= *bound && is_false(pair));
        print!(" {} |", wrong.count());
    }
    println!("\n");
    // For a look: the numbers of the photos in the order of their files, from 0.
    for (way, bound) in ways.iter().zip(&bounds).filter(|(way, _)| way.least.is_some()) {
        for ((query, key), score) in way.scores.iter().filter(|(pair, score)| **score >= *bound && is_false(pair)) {
            let Altered { of, form, .. } = altered[*query];
            println!("{}: photo {of}, {}, is taken for photo {key} ({score:.1})", way.name, FORMS[form].0);
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

/// Remembered photos that are one photo: their pairs are neither right nor wrong.
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

fn ways(known: &[Photo], altered: &[Altered]) -> Vec<Way> {
    let mut ways: Vec<Way> = (["dHash", "pHash", "PDQ"].into_iter().enumerate())
        .map(|(k, name)| {
            by_pairs(name, known, altered, |a, b| {
                Some(-(peers::distance(a.hashes[k].as_ref()?, b.hashes[k].as_ref()?) as f32))
            })
        })
        .collect();
    ways.push(by_pairs("whole hash, mirrored too", known, altered, |a, b| {
        Some(-(a.query.as_ref()?.distance(b.portrait.fingerprint.as_ref().ok()?) as f32))
    }));
    let all = indexed(known, <[u8]>::to_vec);
    let [votes, correlations, found, sure] = looked_up(&all, known, altered);
    ways.push(Way { name: "keypoints and RANSAC", scores: votes, least: None });
    ways.push(Way { name: "laid over, mean correlation", scores: correlations, least: None });
    // Stored fingerprints, changed: the number of features stands before them, the hashes before that.
    let count_at = Fingerprint::FEATURES_AT - 1;
    let without_features = indexed(known, |stored| with(stored, count_at, 0));
    let fewer = indexed(known, |stored| with(stored, count_at, (stored[count_at] as usize).min(FEWER) as u8));
    let without_wholes = indexed(known, |stored| {
        let mut changed = stored.to_vec();
        let mut random = Random::of(stored.iter().fold(0u64, |sum, byte| sum.wrapping_mul(31) ^ u64::from(*byte)));
        changed[2..count_at].fill_with(|| random.next() as u8);
        changed
    });
    for (name, index) in [
        ("found by whole hash alone", without_features),
        ("by keypoints alone", without_wholes),
        ("by 15 keypoints", fewer),
    ] {
        let [_, _, scores, _] = looked_up(&index, known, altered);
        ways.push(Way { name, scores, least: Some(0.0) });
    }
    ways.push(Way { name: "all", scores: found, least: Some(0.0) });
    ways.push(Way { name: "all, beyond doubt", scores: sure, least: Some(0.0) });
    ways
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
) -> Way {
    let pairs = altered.iter().enumerate().flat_map(|(query, a)| {
        let score = &score;
        known.iter().enumerate().filter_map(move |(key, b)| Some(((query, key), score(&a.photo, b)?)))
    });
    Way { name, scores: pairs.collect(), least: None }
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
fn looked_up(index: &PhotoIndex<usize>, known: &[Photo], altered: &[Altered]) -> [BTreeMap<(usize, usize), f32>; 4] {
    let mut scores: [BTreeMap<(usize, usize), f32>; 4] = Default::default();
    for (number, one) in altered.iter().enumerate() {
        let Some(query) = &one.photo.query else { continue };
        for candidate in index.candidates(query) {
            let pair = (number, candidate.key);
            scores[0].insert(pair, candidate.weight as f32);
            let Some(compared) = query.compare(&candidate.placement, &known[candidate.key].portrait.rendition) else {
                continue;
            };
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

/// The least score that at most `most` wrong pairs reach.
fn bound(way: &Way, most: usize, is_false: impl Fn(&(usize, usize)) -> bool) -> f32 {
    let mut wrong: Vec<f32> = way.scores.iter().filter(|(pair, _)| is_false(pair)).map(|(_, score)| *score).collect();
    wrong.sort_by(|a, b| b.total_cmp(a));
    wrong.get(most).map_or(f32::NEG_INFINITY, |score| score.next_up())
}
