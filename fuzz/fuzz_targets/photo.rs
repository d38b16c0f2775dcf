//! Decode, fingerprint, compare: `cargo fuzz run photo`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vouchsafe_photo::{PhotoIndex, Portrait};

fuzz_target!(|bytes: &[u8]| {
    let Ok(portrait) = Portrait::read(bytes) else { return };
    let mut index = PhotoIndex::default();
    index.insert((), &portrait);
    assert!(index.find(&portrait).iter().all(|found| found.score.is_finite()));
});
