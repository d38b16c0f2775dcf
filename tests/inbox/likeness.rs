//! How alike the drawn portraits of different people are. They must be as alike as photos are, or the inbox proves
//! nothing.

use image::imageops;
use vouchsafe_core::photo::{PhotoIndex, Portrait, Query};

use crate::portraits::{Sitting, placeholder, portrait};
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
        let query = Query::of(seen).expect("comparable");
        for candidate in index.candidates(&query) {
            if candidate.key != number {
                let [there, back] = query.compare(&candidate.placement, &people[candidate.key].rendition).evidence;
                tail.push(there.max(back));
            }
        }
    }
    for least in [1.0, 2.0, 3.0, 4.0, 5.0, 6.5] {
        let count = tail.iter().filter(|evidence| **evidence >= least).count();
        say(&format!("{count} pairs of different people have evidence of {least} or more\n"));
    }
}

/// Initials and silhouettes as the inbox draws them, and enlarged by two thirds.
#[test]
fn placeholders_of_different_people_are_not_the_same_photo() {
    let enlarged = |n| imageops::crop_imm(&placeholder(n, 200), 40, 40, 120, 120).to_image();
    let pictures: Vec<Portrait> = (0..300)
        .map(|n| placeholder(n, 100))
        .chain((0..300).map(enlarged))
        .map(|picture| Portrait::of_picture(&picture))
        .collect();
    let mut index = PhotoIndex::default();
    for (number, known) in pictures.iter().enumerate() {
        if let Ok(fingerprint) = &known.fingerprint {
            index.insert_fingerprint(number, fingerprint);
        }
    }
    for (number, seen) in pictures.iter().enumerate() {
        let Some(query) = Query::of(seen) else { continue };
        for candidate in index.candidates(&query).into_iter().filter(|candidate| candidate.key != number) {
            let found = query.confirm(&candidate.placement, &pictures[candidate.key].rendition);
            assert_eq!(found.map(|found| found.closeness), None, "{number} {}", candidate.key);
        }
    }
}
