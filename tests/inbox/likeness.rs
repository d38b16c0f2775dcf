//! How alike the drawn portraits of different people are: as alike as photos, or the inbox says nothing of photos.

use vouchsafe_core::photo::{PhotoIndex, Portrait, Sought};

use crate::portraits::{Sitting, portrait};
use crate::say;

/// Drawn people, each before a backdrop of their own or one of a few.
const PEOPLE: u64 = 867;
/// How many of them are looked up.
const LOOKED_UP: u64 = 300;

#[test]
#[ignore = "a measurement"]
fn how_alike_drawn_portraits_are() {
    let sitting = |person| Sitting { backdrop: if person % 3 == 0 { person % 30 } else { person }, person };
    let people: Vec<Portrait> = (0..PEOPLE).map(|n| Portrait::of_picture(&portrait(sitting(n), 200))).collect();
    let mut index = PhotoIndex::default();
    for (number, known) in people.iter().enumerate() {
        if let Ok(fingerprint) = &known.fingerprint {
            index.insert_fingerprint(number, fingerprint);
        }
    }
    let mut tail: Vec<f32> = Vec::new();
    for (number, seen) in people.iter().enumerate().take(LOOKED_UP as usize) {
        let sought = Sought::of(seen).expect("comparable");
        for candidate in index.candidates(&sought) {
            if candidate.key != number
                && let Some(comparison) = sought.compare(&candidate.placement, &people[candidate.key].rendition)
            {
                tail.push(comparison.fine.max(comparison.blocks));
            }
        }
    }
    for least in [0.6, 0.7, 0.75, 0.8, 0.85, 0.9] {
        let count = tail.iter().filter(|correlation| **correlation >= least).count();
        say(&format!("{count} pairs of different people correlate at {least} or more\n"));
    }
}
