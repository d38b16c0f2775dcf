//! Clocks that jump: nothing is dropped by a clock alone, and nothing is kept for ever by one.

use pollster::block_on;

use super::super::*;
use super::stand_ins::{Card, DAY, Fixture, TODAY, picture};
use super::{OWNER, THIEF, stolen};
use crate::memory::Stance;

const YEARS: Millis = 3650 * DAY;

fn tidied(fixture: &Fixture) -> usize {
    block_on(fixture.service.tidy(180, 1000)).unwrap();
    block_on(fixture.service.people()).unwrap().len()
}

/// Somebody remembered, with the user's word on them.
fn remembered() -> Fixture {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    block_on(fixture.service.overrule("in:olga-owner", Some(Stance::Known))).unwrap();
    fixture
}

#[test]
fn a_start_with_the_clock_ten_years_ahead_drops_nothing() {
    for sees_first in [false, true] {
        let fixture = remembered();
        fixture.clock.0.set(TODAY + YEARS);
        let ahead = fixture.reopened();
        if sees_first {
            ahead.see(&THIEF().read());
        }
        for _ in 0..30 {
            assert_eq!(tidied(&ahead), 1 + usize::from(sees_first));
            ahead.later(60_000);
        }
        assert_eq!(ahead.view("olga-owner").opinion, Some(Stance::Known));
        fixture.clock.0.set(TODAY + DAY);
        let right = fixture.reopened();
        assert_eq!(tidied(&right), 1 + usize::from(sees_first));
        assert_eq!(right.view("olga-owner").opinion, Some(Stance::Known));
    }
}

#[test]
fn what_was_seen_under_a_wrong_clock_goes_when_its_days_have_passed() {
    let fixture = remembered();
    fixture.clock.0.set(TODAY + YEARS);
    fixture.see(&THIEF().read());
    fixture.clock.0.set(TODAY + DAY);
    let right = fixture.reopened();
    right.days_pass(170);
    assert_eq!(tidied(&right), 2);
    right.days_pass(30);
    assert_eq!(tidied(&right), 0);
}

#[test]
fn a_clock_that_was_far_behind_for_a_day_drops_nothing() {
    let fixture = remembered();
    fixture.clock.0.set(1000);
    let behind = fixture.reopened();
    behind.see(&Card::of("ann-other", "Ann Other", "OTHER").read());
    behind.days_pass(2);
    assert_eq!(tidied(&behind), 2);
    fixture.clock.0.set(TODAY + 3 * DAY);
    let right = fixture.reopened();
    assert_eq!(tidied(&right), 2);
}

#[test]
fn days_in_use_count_and_a_break_of_weeks_does_not() {
    let fixture = remembered();
    fixture.later(300 * DAY);
    assert_eq!(tidied(&fixture), 1);
    fixture.days_pass(179);
    assert_eq!(tidied(&fixture), 1);
    fixture.days_pass(2);
    assert_eq!(tidied(&fixture), 0);
}

#[test]
fn a_photo_that_failed_is_tried_again_after_the_clock_was_set_back() {
    let fixture = Fixture::open();
    fixture.clock.0.set(TODAY + YEARS);
    let card = Card::of("ann-other", "Ann Other", "GONE").mutual("1 mutual connection").read();
    fixture.see(&card);
    fixture.photo("GONE", &picture(5));
    fixture.clock.0.set(TODAY);
    assert_ne!(fixture.see(&card).basis[0].code.as_str(), "photo-refused");
}

#[test]
fn the_latest_opinion_counts_whatever_the_clock_does() {
    let fixture = remembered();
    fixture.clock.0.set(TODAY - YEARS);
    block_on(fixture.service.overrule("in:olga-owner", Some(Stance::Fake))).unwrap();
    assert_eq!(fixture.reopened().view("olga-owner").opinion, Some(Stance::Fake));
}

#[test]
fn an_invitation_seen_under_a_wrong_clock_leaves_the_list_when_it_is_gone() {
    let fixture = remembered();
    fixture.clock.0.set(TODAY - YEARS);
    let page = crate::invitation::PageAsRead { keys: vec!["in:x".to_owned()], cards: 1, outside: 0, counts: vec![1] };
    block_on(fixture.service.see_page(&page)).unwrap();
    assert!(fixture.overview().items.is_empty());
}
