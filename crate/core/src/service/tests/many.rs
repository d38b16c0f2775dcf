//! A large memory, exported and imported again.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::time::Instant;

use pollster::block_on;

use super::super::*;
use super::stand_ins::{DAY, Fixture, TODAY, picture};
use crate::memory::{Photo, Picture, Place, Sighting};
use crate::photo::Portrait;

/// Somebody with a photo of their own, as the store keeps them.
fn somebody(number: u32) -> [Change; 3] {
    let portrait = Portrait::of_picture(&picture(number));
    let asset = format!("D4E03AQ{number:07}");
    let url = format!(
        "https://media.licdn.com/dms/image/v2/{asset}/profile-displayphoto-shrink_100_100/0/{}?e=1900000000",
        TODAY - i64::from(number) * 1000 - DAY
    );
    let address = PhotoAddress::read(&url).unwrap();
    let id = address.id.clone();
    let sighting = Sighting {
        profile: crate::address::ProfileId::from_address(&format!("https://www.linkedin.com/in/one-{number}/"))
            .unwrap(),
        name: format!("Somebody No {number}"),
        photo: Some(id.clone()),
        set_at: address.set_at,
        place: Place::Search,
        first_seen: TODAY - DAY,
        last_seen: TODAY,
    };
    let picture = match &portrait.fingerprint {
        Ok(fingerprint) => Picture::Comparable { fingerprint: fingerprint.to_bytes() },
        Err(_) => Picture::NotComparable,
    };
    let bytes = portrait.rendition.as_bytes().to_vec();
    [
        Change::Put(Record::Photo(Photo { address, picture, side: 100, same: Vec::new(), last_seen: TODAY })),
        Change::Put(Record::Rendition { photo: id, bytes }),
        Change::Put(Record::Sighting(sighting)),
    ]
}

/// How many photos: `VOUCHSAFE_MANY`, or 100,000.
fn many() -> u32 {
    std::env::var("VOUCHSAFE_MANY").ok().and_then(|text| text.parse().ok()).unwrap_or(100_000)
}

/// A store with `many` people.
fn filled(many: u32) -> InMemory {
    let store = InMemory::default();
    for number in 0..many {
        block_on(store.commit(&somebody(number))).unwrap();
    }
    store
}

/// Writes an export's lines to the file `VOUCHSAFE_LINES`, for tests/bench/there-and-back.mjs.
#[test]
#[ignore = "writes a file"]
fn the_lines_of_many_photos_are_written() {
    let mut file = BufWriter::new(File::create(std::env::var("VOUCHSAFE_LINES").unwrap()).unwrap());
    let fixture = Fixture::open();
    let service = Service::open(filled(many()), fixture.photos.clone(), fixture.clock.clone());
    let mut after = None;
    loop {
        let part = block_on(service.export_part(after.as_deref())).unwrap();
        for line in &part.lines {
            writeln!(file, "{}", serde_json::to_string(line).unwrap()).unwrap();
        }
        after = part.next;
        if after.is_none() {
            break;
        }
    }
    file.flush().unwrap();
}

#[test]
#[ignore = "takes minutes"]
fn many_photos_are_exported_and_imported() {
    let many = many();
    let store = filled(many);
    let fixture = Fixture::open();
    let of = |store: InMemory| Service::open(store, fixture.photos.clone(), fixture.clock.clone());
    let (from, to) = (of(store), of(InMemory::default()));
    let copied = |from: &Service<_, _, _>, to: Option<&Service<_, _, _>>| {
        block_on(async {
            let job = match to {
                Some(to) => Some(to.import_begin().await.unwrap()),
                None => None,
            };
            let (mut after, mut lines, mut sum) = (None, 0_usize, 0_u64);
            loop {
                let part = from.export_part(after.as_deref()).await.unwrap();
                lines += part.lines.len();
                for line in &part.lines {
                    let text = serde_json::to_string(line).unwrap();
                    sum = text.bytes().fold(sum, |sum, byte| sum.wrapping_mul(1_099_511_628_211) ^ u64::from(byte));
                }
                if let (Some(to), Some(job)) = (to, job) {
                    to.import_part(job, part.lines).await.unwrap();
                }
                after = part.next;
                if after.is_none() {
                    break;
                }
            }
            let taken = match (to, job) {
                (Some(to), Some(job)) => Some(to.import_finish(job).await.unwrap()),
                _ => None,
            };
            (lines, sum, taken)
        })
    };
    let start = Instant::now();
    let (lines, sum, taken) = copied(&from, Some(&to));
    let taken = taken.unwrap();
    assert_eq!((taken.photos, taken.people), (many as usize, many as usize));
    println!("{many} photos: {lines} lines there and taken in within {:?}", start.elapsed());
    let (again, back, _) = copied(&to, None);
    assert_eq!((again, back), (lines, sum), "the same file again");
}
