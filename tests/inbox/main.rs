//! A simulated inbox with known truth: honest people and fakes, judged by the same core as in the
//! browser, and a table of verdicts by class (docs/verdict.md).
//!
//! Every picture is drawn and every name made up. By default one seed is judged with 100 photos remembered;
//! VOUCHSAFE_INBOX=more judges three seeds with up to 10,000 photos, VOUCHSAFE_INBOX=full six seeds with every memory,
//! VOUCHSAFE_INBOX=3:1000 one seed with one memory.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test")]

mod alterations;
mod cultures;
mod estimate;
mod inboxes;
mod likeness;
mod names;
mod portraits;
mod random;
mod stories;
mod story_builder;
mod table;
mod texts;
mod texture;
mod truth;

use std::io::Write;
use std::thread;

use inboxes::{Bystanders, DrawnPhotos, judge_all};
use table::Table;
use vouchsafe_core::address::PhotoAddress;

/// Photos in the memory.
const MEMORIES: [usize; 3] = [100, 1_000, 10_000];
/// The fewest people who are judged.
const PEOPLE: usize = 2_000;

/// The seeds to judge, each in its own thread, with the sizes of the memory.
fn rounds() -> Vec<(u64, Vec<usize>)> {
    let asked = std::env::var("VOUCHSAFE_INBOX").unwrap_or_default();
    match (asked.as_str(), asked.split_once(':')) {
        (_, Some((seed, memory))) => vec![(seed.parse().unwrap(), vec![memory.parse().unwrap()])],
        ("full", _) => (1..=6).map(|seed| (seed, MEMORIES.to_vec())).collect(),
        ("more", _) => vec![(1, MEMORIES[2..].to_vec()), (2, MEMORIES[..2].to_vec()), (3, MEMORIES[..2].to_vec())],
        _ => vec![(3, MEMORIES[..1].to_vec())],
    }
}

/// Prints past the test harness's capture, so that the tables are always shown.
fn say(text: &str) {
    std::io::stdout().lock().write_all(text.as_bytes()).unwrap();
}

#[test]
fn nobody_honest_is_accused_and_fakes_are_found() {
    let rounds = rounds();
    let most = rounds.iter().flat_map(|(_, memories)| memories).max().copied().unwrap_or(0);
    let bystanders = &Bystanders::drawn(most as u64);
    let round = |(seed, memories): (u64, Vec<usize>)| {
        let stories = stories::stories(seed);
        let photos = DrawnPhotos::default();
        let mut failures = Vec::new();
        for memory in memories {
            let judged = judge_all(&stories, memory, bystanders, &photos, seed);
            assert!(judged.len() >= PEOPLE, "{} people", judged.len());
            let table = Table::of(&judged);
            let title = format!("seed {seed}, {memory} photos");
            say(&format!("\n== {title}\n{table}\n{}{}", table.spared(), table.suspected()));
            failures.extend(table.failures().into_iter().map(|failure| format!("{title}: {failure}")));
        }
        failures
    };
    let failures: Vec<String> = thread::scope(|scope| {
        let threads: Vec<_> = rounds.into_iter().map(|job| scope.spawn(move || round(job))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    say(&format!("\n{}\n", estimate::report(&MEMORIES)));
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn nobody_is_seen_with_a_photo_before_it_was_uploaded() {
    for seed in 1..=6 {
        let told = stories::stories(seed);
        let cards = told.iter().flat_map(|story| &story.guests).map(|guest| &guest.card);
        let cards = cards.filter_map(|card| Some((card.photo.as_ref()?, card.seen)));
        let sightings = told.iter().flat_map(|story| &story.sightings).map(|sighting| (&sighting.photo, sighting.seen));
        for (photo, seen) in cards.chain(sightings) {
            let set = PhotoAddress::read(&photo.url).and_then(|address| address.set_at);
            assert!(set.is_none_or(|set| set <= seen), "{}: seen {seen}", photo.url);
        }
    }
}
