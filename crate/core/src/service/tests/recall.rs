//! A first answer before the memory is read.

use pollster::block_on;

use super::super::*;
use super::stand_ins::{Card, Fixture, picture};
use super::{OWNER, THIEF, stolen};
use crate::memory::{Place, Stance};
use crate::verdict::Verdict;

/// A fixture in which many people were passed by.
fn crowded() -> Fixture {
    let fixture = stolen();
    let people: Vec<PersonAsRead> = (0..60)
        .map(|n| {
            let asset = format!("P{n}");
            fixture.photo(&asset, &picture(100 + n));
            PersonAsRead {
                profile: format!("https://www.linkedin.com/in/passer-{n}/"),
                name: format!("Passer Number {n}"),
                photo: OWNER().photo_url(100).replace("/OWN/", &format!("/{asset}/")),
            }
        })
        .collect();
    block_on(fixture.service.see_people(Place::Search, &people)).unwrap();
    fixture.see(&OWNER().read());
    fixture.see(&THIEF().read());
    block_on(fixture.service.overrule("in:olga-owner", Some(Stance::Known))).unwrap();
    fixture
}

#[test]
fn a_woken_worker_answers_from_few_records_as_from_all() {
    let fixture = crowded();
    for card in [OWNER(), THIEF()] {
        let woken = fixture.reopened();
        fixture.store.reads.set(0);
        let recalled = block_on(woken.service.recall(&card.read())).unwrap();
        let reads = fixture.store.reads.get();
        assert!(reads < 20, "{reads} records read");
        let Some(CardSeen::Invitation { view, .. }) = recalled else { panic!("{recalled:?}") };
        assert_eq!(*view, fixture.view(card.slug));
        assert!(block_on(woken.service.recall(&card.read())).unwrap().is_some(), "still not read");
        assert_eq!(woken.see(&card.read()).verdict, view.verdict);
        assert_eq!(block_on(woken.service.recall(&card.read())), Ok(None), "the memory is read by now");
    }
}

#[test]
fn a_new_card_is_answered_after_the_memory_is_read() {
    let fixture = crowded();
    let recall = |card: Card| block_on(fixture.reopened().service.recall(&card.read())).unwrap();
    assert_eq!(recall(Card::of("ann-other", "Ann Other", "OTHER")), None);
    assert_eq!(recall(THIEF().verified()), None, "the card says something new");
    assert!(recall(THIEF()).is_some());
}

#[test]
fn a_photo_that_was_not_compared_is_not_recalled_as_compared() {
    let fixture = stolen();
    fixture.photos.answers.borrow_mut().remove("OWN");
    fixture.see(&OWNER().read());
    assert_eq!(block_on(fixture.reopened().service.recall(&OWNER().read())), Ok(None));
    assert_eq!(fixture.view("olga-owner").verdict, Verdict::Unchecked);
}
