//! The recall table on drawn portraits, where no benchmark of real photos is at hand: `./build.sh bench`.
#![allow(clippy::unwrap_used, clippy::expect_used, dead_code, reason = "a test; not all that draws is used")]

#[path = "../../../tests/inbox/alterations.rs"]
mod alterations;
#[path = "../../../tests/inbox/portraits.rs"]
mod portraits;
#[path = "../../../tests/inbox/random.rs"]
mod random;
#[path = "../../../tests/inbox/texture.rs"]
mod texture;

use alterations::{ALTERATIONS, SIDE, altered, served};
use portraits::{Sitting, portrait};
use random::Random;
use vouchsafe_core::photo::{PhotoIndex, Portrait};

/// Drawn people, each before a backdrop of their own.
const PEOPLE: u64 = 600;
/// How many of them are looked up, under every alteration.
const LOOKED_UP: usize = 60;

#[test]
#[ignore = "a measurement"]
fn recall_by_alteration() {
    let pictures: Vec<_> = (0..PEOPLE).map(|n| portrait(Sitting { backdrop: n, person: n }, SIDE)).collect();
    let mut random = Random::of(7);
    let mut index = PhotoIndex::default();
    for (number, picture) in pictures.iter().enumerate() {
        let side = *random.pick(&[100, 200, 400]);
        index.insert(number, &Portrait::read(&served(picture, side)).unwrap());
    }
    let (mut all, mut worst, mut others) = (0, LOOKED_UP, 0);
    println!("\non {LOOKED_UP} of {PEOPLE} drawn portraits");
    for alteration in ALTERATIONS {
        let mut found = 0;
        for (number, picture) in pictures.iter().enumerate().take(LOOKED_UP) {
            let query = Portrait::read(&served(&altered(picture, alteration, &mut random), 100)).unwrap();
            for same in index.find(&query) {
                *(if same.key == number { &mut found } else { &mut others }) += 1;
            }
        }
        println!("{alteration:20} {:.3}", found as f64 / LOOKED_UP as f64);
        all += found;
        worst = worst.min(found);
    }
    let queries = LOOKED_UP * ALTERATIONS.len();
    println!("{:20} {:.3}", "worst", worst as f64 / LOOKED_UP as f64);
    println!("{:20} {:.3}", "all", all as f64 / queries as f64);
    println!("false matches        {others} in {} pairs", queries as u64 * (PEOPLE - 1));
}
