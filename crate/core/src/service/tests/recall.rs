//! A first answer before the memory is read.

use pollster::block_on;

use super::super::*;
use super::stand_ins::{Card, Office, picture};
use super::{OWNER, THIEF, stolen};
use crate::memory::{Place, Says};
use crate::verdict::Verdict;

/// An office in which many were passed by.
fn crowded() -> Office {
    let office = stolen();
    let people: Vec<PersonAsRead> = (0..60)
        .map(|n| {
            let asset = format!("P{n}");
            office.photo(&asset, &picture(100 + n));
            PersonAsRead {
                profile: format!("https://www.linkedin.com/in/passer-{n}/"),
                name: format!("Passer Number {n}"),
                photo: OWNER().photo_url(100).replace("/OWN/", &format!("/{asset}/")),
            }
        })
        .collect();
    block_on(office.service.see_people(Place::Search, &people)).unwrap();
    office.see(&OWNER().read());
    office.see(&THIEF().read());
    block_on(office.service.overrule("in:olga-owner", Some(Says::Known))).unwrap();
    office
}

#[test]
fn a_woken_worker_answers_from_few_records_as_from_all() {
    let office = crowded();
    for card in [OWNER(), THIEF()] {
        let woken = office.reopened();
        office.shelf.reads.set(0);
        let recalled = block_on(woken.service.recall(&card.read())).unwrap();
        let reads = office.shelf.reads.get();
        assert!(reads < 20, "{reads} records read");
        let Some(Seen::Invitation { view, .. }) = recalled else { panic!("{recalled:?}") };
        assert_eq!(*view, office.view(card.slug));
        assert!(block_on(woken.service.recall(&card.read())).unwrap().is_some(), "still not read");
        assert_eq!(woken.see(&card.read()).verdict, view.verdict);
        assert_eq!(block_on(woken.service.recall(&card.read())), Ok(None), "the memory is read by now");
    }
}

#[test]
fn what_is_new_waits_for_the_memory() {
    let office = crowded();
    let recall = |card: Card| block_on(office.reopened().service.recall(&card.read())).unwrap();
    assert_eq!(recall(Card::of("ann-other", "Ann Other", "OTHER")), None);
    assert_eq!(recall(THIEF().verified()), None, "the card says something new");
    assert!(recall(THIEF()).is_some());
}

#[test]
fn a_photo_that_was_not_compared_is_not_recalled_as_compared() {
    let office = stolen();
    office.album.answers.borrow_mut().remove("OWN");
    office.see(&OWNER().read());
    assert_eq!(block_on(office.reopened().service.recall(&OWNER().read())), Ok(None));
    assert_eq!(office.view("olga-owner").verdict, Verdict::Unchecked);
}
