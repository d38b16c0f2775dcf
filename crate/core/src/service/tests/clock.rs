//! Clocks that jump: nothing is dropped by a clock alone, and nothing is kept for ever by one.

use pollster::block_on;

use super::super::*;
use super::stand_ins::{Card, DAY, Office, TODAY, picture};
use super::{OWNER, THIEF, stolen};
use crate::memory::Says;

const YEARS: Millis = 3650 * DAY;

fn tidied(office: &Office) -> usize {
    block_on(office.service.tidy(180, 1000)).unwrap();
    block_on(office.service.held()).unwrap().len()
}

/// Somebody remembered, with the user's word on them.
fn remembered() -> Office {
    let office = stolen();
    office.see(&OWNER().read());
    block_on(office.service.overrule("in:olga-owner", Some(Says::Known))).unwrap();
    office
}

#[test]
fn a_start_with_the_clock_ten_years_ahead_drops_nothing() {
    for sees_first in [false, true] {
        let office = remembered();
        office.watch.0.set(TODAY + YEARS);
        let ahead = office.reopened();
        if sees_first {
            ahead.see(&THIEF().read());
        }
        for _ in 0..30 {
            assert_eq!(tidied(&ahead), 1 + usize::from(sees_first));
            ahead.later(60_000);
        }
        assert_eq!(ahead.view("olga-owner").opinion, Some(Says::Known));
        office.watch.0.set(TODAY + DAY);
        let right = office.reopened();
        assert_eq!(tidied(&right), 1 + usize::from(sees_first));
        assert_eq!(right.view("olga-owner").opinion, Some(Says::Known));
    }
}

#[test]
fn what_was_seen_under_a_wrong_clock_goes_when_its_days_have_passed() {
    let office = remembered();
    office.watch.0.set(TODAY + YEARS);
    office.see(&THIEF().read());
    office.watch.0.set(TODAY + DAY);
    let right = office.reopened();
    right.days_pass(170);
    assert_eq!(tidied(&right), 2);
    right.days_pass(30);
    assert_eq!(tidied(&right), 0);
}

#[test]
fn a_clock_that_was_far_behind_for_a_day_drops_nothing() {
    let office = remembered();
    office.watch.0.set(1000);
    let behind = office.reopened();
    behind.see(&Card::of("ann-other", "Ann Other", "OTHER").read());
    behind.days_pass(2);
    assert_eq!(tidied(&behind), 2);
    office.watch.0.set(TODAY + 3 * DAY);
    let right = office.reopened();
    assert_eq!(tidied(&right), 2);
}

#[test]
fn a_holiday_counts_for_none_and_days_in_use_count() {
    let office = remembered();
    office.later(300 * DAY);
    assert_eq!(tidied(&office), 1);
    office.days_pass(179);
    assert_eq!(tidied(&office), 1);
    office.days_pass(2);
    assert_eq!(tidied(&office), 0);
}

#[test]
fn a_photo_that_failed_is_tried_again_after_the_clock_was_set_back() {
    let office = Office::open();
    office.watch.0.set(TODAY + YEARS);
    let card = Card::of("ann-other", "Ann Other", "GONE").mutual("1 mutual connection").read();
    office.see(&card);
    office.photo("GONE", &picture(5));
    office.watch.0.set(TODAY);
    assert_ne!(office.see(&card).basis[0].code.as_str(), "photo-refused");
}

#[test]
fn the_latest_word_counts_whatever_the_clock_does() {
    let office = remembered();
    office.watch.0.set(TODAY - YEARS);
    block_on(office.service.overrule("in:olga-owner", Some(Says::Fake))).unwrap();
    assert_eq!(office.reopened().view("olga-owner").opinion, Some(Says::Fake));
}

#[test]
fn an_invitation_seen_under_a_wrong_clock_leaves_the_list_when_it_is_gone() {
    let office = remembered();
    office.watch.0.set(TODAY - YEARS);
    let page = crate::invitation::PageAsRead { keys: vec!["in:x".to_owned()], cards: 1, strangers: 0, counts: vec![1] };
    block_on(office.service.see_page(&page)).unwrap();
    assert!(office.overview().items.is_empty());
}
