//! The order of arrival leaves no trace: the same sightings with the same times end in the same verdicts.

use pollster::block_on;
use proptest::prelude::*;

use super::super::*;
use super::stand_ins::{Card, DAY, Fixture, TODAY, picture};
use super::{OWNER, THIEF, stolen};
use crate::memory::{Calendar, Place};

/// One thing that happened.
#[derive(Debug, Clone)]
struct Event {
    person: usize,
    upload: usize,
    name: usize,
    place: Option<Place>,
    day: i64,
    /// Milliseconds into the day: no two things happen at the same moment, since then the one taken in later would
    /// count.
    moment: i64,
    note: bool,
}

const SLUGS: [&str; 4] = ["kim-sample", "sam-other", "ACoAAAECAwQJCQkJ", "lee-third"];
const NAMES: [&str; 4] = ["Kim Sample", "Sam Other", "Kimberly Sample", "Lee Third"];
/// Uploads of two pictures; each upload is set on its own day, or says nothing of it.
const UPLOADS: [(&str, u32, i64); 4] = [("A", 1, 500), ("B", 1, 20), ("C", 1, 0), ("D", 2, 100)];

fn event() -> impl Strategy<Value = Event> {
    let place =
        prop_oneof![Just(None), Just(Some(Place::Search)), Just(Some(Place::Profile)), Just(Some(Place::Connection))];
    (0..4usize, 0..4usize, 0..4usize, place, 0..90i64, any::<bool>()).prop_map(
        |(person, upload, name, place, day, note)| Event { person, upload, name, place, day, moment: 0, note },
    )
}

/// Some events, each at a moment of its own.
fn events() -> impl Strategy<Value = Vec<Event>> {
    proptest::collection::vec(event(), 2..7).prop_map(|mut events| {
        events.iter_mut().zip(0..).for_each(|(event, moment)| event.moment = moment);
        events
    })
}

fn take(fixture: &Fixture, event: &Event) {
    let (asset, _, set) = UPLOADS[event.upload];
    let card = Card { set_at: TODAY - set * DAY, ..Card::of(SLUGS[event.person], NAMES[event.name], asset) };
    let card = if set == 0 { Card { set_at: 1, ..card } } else { card };
    fixture.clock.0.set(TODAY + event.day * DAY + event.moment);
    let url = card.photo_url(100);
    let profile = format!("https://www.linkedin.com/in/{}/", card.slug);
    match event.place {
        None => {
            let card = if event.note { card.mutual("1 mutual connection") } else { card };
            fixture.see(&card.read());
        }
        Some(Place::Profile) => drop(block_on(fixture.service.see_profile(&profile, card.name, &[url], true)).unwrap()),
        Some(place) => {
            let person = PersonAsRead { profile, name: card.name.to_owned(), photo: url };
            drop(block_on(fixture.service.see_people(place, &[person])).unwrap());
        }
    }
}

fn judged(events: &[Event]) -> Vec<String> {
    let fixture = Fixture::open();
    for (asset, seed, _) in UPLOADS {
        fixture.photo(asset, &picture(seed));
    }
    events.iter().for_each(|event| take(&fixture, event));
    // The clock jumps from day to day here; its own history is tested elsewhere.
    block_on(fixture.store.commit(&[Change::Put(Record::Calendar(Calendar::begun(TODAY + 90 * DAY)))])).unwrap();
    let fixture = fixture.reopened();
    let view = |view: View| format!("{} {:?} {:?} {:?}", view.key, view.verdict, view.reasons, view.twins);
    let mut judged: Vec<String> = fixture.overview().items.into_iter().map(view).collect();
    judged.sort();
    judged
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn order_does_not_matter(
        (events, shuffled) in events()
            .prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle()))
    ) {
        prop_assert_eq!(judged(&events), judged(&shuffled));
    }
}

#[test]
fn any_order_of_three_cards_gives_the_same_reasons() {
    let cards = [OWNER().read(), THIEF().read(), Card { slug: "tina-twin", name: "Tina Twin", ..THIEF() }.read()];
    let judge = |order: [usize; 3]| {
        let fixture = stolen();
        order.into_iter().for_each(|i| drop(fixture.see(&cards[i])));
        fixture.overview().items.into_iter().map(|view| (view.key, view.verdict, view.reasons)).collect::<Vec<_>>()
    };
    let first = judge([0, 1, 2]);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(judge(order), first, "{order:?}");
    }
}
