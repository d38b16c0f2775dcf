//! A memory read from packs equals one read from records, whatever was stored, forgotten or damaged meanwhile.

use pollster::block_on;

use super::super::*;
use super::stand_ins::{Card, DAY, Dice, Fixture, picture};
use crate::memory::{Picture, Place};

/// Two people with one photo, one with another; all read and packed.
fn packed() -> Fixture {
    let fixture = Fixture::open();
    for (asset, number) in [("A", 0), ("A2", 0), ("B", 1)] {
        fixture.photo(asset, &picture(number));
    }
    for (slug, name, asset) in
        [("kim-sample", "Kim Sample", "A"), ("eve-sixth", "Eve Sixth", "A2"), ("sam-other", "Sam Other", "B")]
    {
        block_on(fixture.service.see_card(&Card::of(slug, name, asset).set(900).read())).unwrap();
    }
    block_on(fixture.service.tidy(180, 1000)).unwrap();
    fixture
}

/// The memory read again, as a file and as views; and how many records were read for it.
fn read_anew(fixture: &Fixture) -> (Vec<Line>, Vec<View>, usize) {
    let fixture = fixture.reopened();
    fixture.store.reads.set(0);
    let views = fixture.overview().items;
    let reads = fixture.store.reads.get();
    (fixture.file(), views, reads)
}

/// All bytes of the packs of records.
fn bytes(fixture: &Fixture) -> Vec<u8> {
    block_on(fixture.store.packs(PacksOf::Records, None)).unwrap().packs.concat()
}

fn holds(fixture: &Fixture, text: &str) -> bool {
    bytes(fixture).windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn packs_give_the_memory_that_the_records_give() {
    let fixture = packed();
    let from_packs = read_anew(&fixture);
    fixture.store.damage(|_| None);
    let from_records = read_anew(&fixture);
    assert_eq!((&from_packs.0, &from_packs.1), (&from_records.0, &from_records.1));
    // Three photos and three sightings.
    assert_eq!(from_packs.2 + 6, from_records.2);
}

#[test]
fn what_is_stored_after_packing_is_read_too() {
    let fixture = packed();
    fixture.photo("C", &picture(2));
    fixture.photo("B2", &picture(1));
    for (slug, name, asset) in [("lee-third", "Lee Third", "C"), ("ann-fourth", "Ann Fourth", "B2")] {
        block_on(fixture.service.see_card(&Card::of(slug, name, asset).set(30).read())).unwrap();
    }
    let from_packs = read_anew(&fixture);
    let of = |slug: &str| from_packs.1.iter().find(|view| view.key == format!("in:{slug}")).unwrap();
    assert_eq!((of("lee-third").twins.len(), of("ann-fourth").twins.len(), of("sam-other").twins.len()), (0, 1, 1));
    fixture.store.damage(|_| None);
    let from_records = read_anew(&fixture);
    assert_eq!((from_packs.0, from_packs.1), (from_records.0, from_records.1));
}

#[test]
fn after_any_events_packs_give_the_memory_that_the_records_give() {
    const PEOPLE: [(&str, &str, &str); 6] = [
        ("kim-sample", "Kim Sample", "A"),
        ("ACoAAAAAAQIDBA", "Kim Sample", "A"),
        ("ACoAAAAAAQIDBAother", "Kim Other-Sample", "C"),
        ("eve-sixth", "Eve Sixth", "A2"),
        ("sam-other", "Sam Other", "B"),
        ("lee-third", "Lee Third", "B2"),
    ];
    let mut fixture = Fixture::open();
    for (asset, number) in [("A", 0), ("A2", 0), ("B", 1), ("B2", 1), ("C", 2)] {
        fixture.photo(asset, &picture(number));
    }
    let mut dice = Dice(20_261_129);
    for step in 0..48 {
        fixture.later(DAY / 7);
        let (slug, name, asset) = PEOPLE[usize::try_from(dice.below(6)).unwrap()];
        let card = Card::of(slug, name, asset).set(900);
        let address = format!("https://www.linkedin.com/in/{slug}/");
        let service = &fixture.service;
        match dice.below(12) {
            0..=4 => drop(block_on(service.see_card(&card.read())).unwrap()),
            5 | 6 => drop(block_on(service.see_profile(&address, name, &[card.photo_url(200)], true)).unwrap()),
            7 => {
                let person = PersonAsRead { profile: address, name: name.to_owned(), photo: card.photo_url(100) };
                drop(block_on(service.see_people(Place::Search, &[person])).unwrap());
            }
            8 => drop(block_on(service.forget_person(slug)).unwrap()),
            9 => drop(block_on(service.tidy(10, 4)).unwrap()),
            10 => block_on(service.settle()).unwrap(),
            _ => fixture = fixture.reopened(),
        }
        if step % 4 == 3 {
            let from_packs = read_anew(&fixture);
            assert_eq!(fixture.file(), from_packs.0, "step {step}: as long as it runs");
            fixture.store.damage(|_| None);
            let from_records = read_anew(&fixture);
            assert_eq!((&from_packs.0, &from_packs.1), (&from_records.0, &from_records.1), "step {step}");
            block_on(fixture.service.settle()).unwrap();
            fixture = fixture.reopened();
        }
    }
}

#[test]
fn a_photo_read_from_packs_is_found_again() {
    let fixture = packed().reopened();
    fixture.photo("B2", &picture(1));
    let seen = block_on(fixture.service.see_card(&Card::of("ann-fourth", "Ann Fourth", "B2").set(30).read())).unwrap();
    let CardSeen::Invitation { view, .. } = seen else { panic!("{seen:?}") };
    assert_eq!((view.compared, view.twins.len()), (3, 1));
}

#[test]
fn nothing_of_a_forgotten_person_stays_in_a_pack() {
    let fixture = packed();
    for text in ["kim-sample", "Kim Sample"] {
        assert!(holds(&fixture, text));
    }
    block_on(fixture.service.forget_person("kim-sample")).unwrap();
    for text in ["kim-sample", "Kim Sample"] {
        assert!(!holds(&fixture, text), "{text}");
    }
    assert!(holds(&fixture, "sam-other"), "packed again at once");
    // The process ends right after the forgetting is stored, before packs are written again.
    fixture.store.dies_after.set(Some(1));
    block_on(fixture.service.forget_person("eve-sixth")).unwrap();
    fixture.store.dies_after.set(None);
    assert!(bytes(&fixture).is_empty());
    let (_, views, _) = read_anew(&fixture);
    assert_eq!(views.len(), 1);
}

#[test]
fn damaged_packs_cost_nothing_but_time() {
    let fixture = packed();
    let whole = bytes(&fixture);
    let (file, views, _) = read_anew(&fixture);
    for damaged in [
        whole[..whole.len() - 1].to_vec(),
        vec![],
        vec![9],
        [&whole[..], &[7]].concat(),
        [&[whole[0], 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], &whole[1..]].concat(),
    ] {
        fixture.store.damage(|_| Some(damaged.clone()));
        let (again, same, _) = read_anew(&fixture);
        assert_eq!((&file, &views), (&again, &same), "{damaged:?}");
    }
    let fixture = fixture.reopened();
    block_on(fixture.service.tidy(180, 1000)).unwrap();
    assert_eq!(bytes(&fixture), whole, "and are written again");
}

#[test]
fn settling_packs_what_came_since_and_forgets_nothing() {
    let fixture = packed();
    fixture.photo("C", &picture(2));
    block_on(fixture.service.see_card(&Card::of("lee-third", "Lee Third", "C").set(30).read())).unwrap();
    let (file, views, reads) = read_anew(&fixture);
    fixture.days_pass(400);
    let fixture = fixture.reopened();
    block_on(fixture.service.settle()).unwrap();
    let settled = read_anew(&fixture);
    assert_eq!((&settled.0, settled.1.len()), (&file, views.len()));
    assert!(settled.2 <= reads && holds(&fixture, "lee-third"));
    block_on(fixture.service.tidy(180, 1000)).unwrap();
    assert!(read_anew(&fixture).0.len() < file.len(), "but what is old goes with tidying");
}

#[test]
fn lost_fingerprints_are_made_again_from_renditions() {
    let fixture = packed();
    let (file, views, _) = read_anew(&fixture);
    for mut record in fixture.store.contents() {
        // Unread, it loses its fingerprint; and without one it keeps what it has.
        for picture in [Picture::Unread, Picture::Comparable { fingerprint: Vec::new() }] {
            if let Record::Photo(photo) = &mut record {
                photo.picture = picture;
                block_on(fixture.store.commit(&[Change::Put(record.clone())])).unwrap();
            }
        }
    }
    assert_ne!(read_anew(&fixture).0, file, "lost");
    block_on(fixture.reopened().service.tidy(180, 1000)).unwrap();
    let (again, same, _) = read_anew(&fixture);
    assert_eq!((again, same), (file, views));
}
