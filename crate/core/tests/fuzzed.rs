//! Runs the fuzz bodies for a moment: on every input kept in fuzz/seeds, and on seeded mutations of it.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

#[path = "../../../fuzz/bodies.rs"]
mod bodies;

use std::fs;
use std::path::PathBuf;

/// A fixed seed: a failure is the same the next time.
const SEED: u64 = 20_261_129;
/// The bytes that a mutation inserts.
const ODD: [&[u8]; 16] = [
    b"",
    b"0",
    b"-1",
    b"9223372036854775807",
    b"1e308",
    b"null",
    b"[]",
    b"{}",
    b"\"\"",
    b"\n",
    b"\xff",
    b"\xe2\x80\xae",
    b"\\u0000",
    "\u{1f468}\u{200d}\u{1f469}".as_bytes(),
    "各位".as_bytes(),
    b"true",
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(target);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    files.into_iter().map(|file| fs::read(file).unwrap()).collect()
}

/// One input mutated in up to four places: a bit, a piece left out, doubled, put in from another input or from [`ODD`],
/// two lines swapped.
fn mutated(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = seeds[dice.below(seeds.len())].clone();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len());
        let end = (at + 1 + dice.below(24)).min(bytes.len());
        if at >= end {
            continue;
        }
        match dice.below(6) {
            0 => bytes[at] ^= 1 << dice.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, piece));
            }
            3 => {
                let other = &seeds[dice.below(seeds.len())];
                let from = dice.below(other.len());
                let piece = other[from..(from + 1 + dice.below(200)).min(other.len())].to_vec();
                drop(bytes.splice(at..end, piece));
            }
            4 => {
                let mut lines: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
                let (one, other) = (dice.below(lines.len()), dice.below(lines.len()));
                lines.swap(one, other);
                bytes = lines.join(&b'\n');
            }
            _ => drop(bytes.splice(at..end, ODD[dice.below(ODD.len())].to_vec())),
        }
    }
    bytes
}

fn run(target: &str, body: fn(&[u8]), times: usize) {
    let seeds = seeds(target);
    seeds.iter().for_each(|bytes| body(bytes));
    let mut dice = Dice(SEED);
    for _ in 0..times {
        body(&mutated(&mut dice, &seeds));
    }
}

#[test]
fn cards() {
    run("card", bodies::card, 3000);
}

#[test]
fn imports() {
    run("import", bodies::import, 2000);
}

#[test]
fn stored_records() {
    run("stored", bodies::stored, 2000);
}

#[test]
fn names() {
    run("names", bodies::names, 5000);
}

#[test]
fn mutual_lines() {
    run("mutual", bodies::mutual, 1000);
}

#[test]
fn results_of_searches() {
    run("results", bodies::results, 2000);
}
