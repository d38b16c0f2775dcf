//! Clocks that jump. A clock alone neither drops anything nor keeps anything for ever.

use pollster::block_on;

use super::super::*;
use super::account_age::about;
use super::stand_ins::{Card, DAY, Fixture, TODAY, picture};
use super::{OWNER, THIEF, codes, stolen};
use crate::memory::{Place, Stance};
use crate::verdict::Verdict;

const YEARS: Millis = 3650 * DAY;

fn tidied(fixture: &Fixture) -> usize {
    block_on(fixture.service.tidy(180, 1000)).unwrap();
    block_on(fixture.service.people()).unwrap().len()
}

/// A fixture in which somebody is remembered, with the user's opinion of them.
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

/// Clocks that are behind: without a battery, and set wrong by hand; also after Vouchsafe was made.
const BEHIND: [Millis; 5] = [0, 1000, 946_684_800_000, 1_577_836_800_000, TODAY - 300 * DAY];

#[test]
fn a_clock_that_was_behind_makes_no_thief_the_first_holder_and_nobody_known() {
    for behind in BEHIND {
        let fixture = stolen();
        fixture.clock.0.set(behind);
        let pass = |card: &Card, photo: String| {
            let profile = format!("https://www.linkedin.com/in/{}/", card.slug);
            let person = PersonAsRead { profile, name: card.name.to_owned(), photo };
            block_on(fixture.service.see_people(Place::Search, &[person])).unwrap();
        };
        // In a frame, it does not say when it was set.
        pass(&THIEF(), THIEF().photo_url(100).replace("displayphoto", "framedphoto"));
        let ann = Card::of("ann-other", "Ann Other", "OTHER");
        pass(&ann, ann.photo_url(100));
        fixture.clock.0.set(TODAY);
        for fixture in [&fixture.reopened(), &fixture] {
            assert_eq!(fixture.see(&OWNER().set(90).read()).verdict, Verdict::Suspicious, "{behind}");
            assert_eq!(codes(&fixture.see(&ann.read())), ["too-little-known"], "{behind}");
        }
    }
}

#[test]
fn people_first_seen_under_a_wrong_clock_are_judged_as_others_are() {
    let honest = || Card::of("ann-other", "Ann Other", "OTHER").set(400).mutual("5 mutual connections");
    let right = codes(&stolen().see(&honest().read()));
    for wrong in BEHIND.into_iter().chain([TODAY + YEARS]) {
        let fixture = stolen();
        fixture.clock.0.set(wrong);
        fixture.see(&honest().read());
        fixture.clock.0.set(TODAY);
        assert_eq!(codes(&fixture.reopened().see(&honest().read())), right, "{wrong}");
    }
}

#[test]
fn an_accounts_age_is_not_that_of_a_wrong_clock() {
    for (wrong, joined, code) in [
        (TODAY + YEARS, (2026, 11), "account-young"),
        (TODAY - 3 * YEARS, (2018, 1), "account-old"),
        (1000, (2018, 1), "account-old"),
    ] {
        for is_read_before in [false, true] {
            let fixture = stolen();
            let card = Card::of("ann-other", "Ann Other", "OTHER").read();
            let read = || {
                let about = about(Some(joined), false);
                let address = "https://www.linkedin.com/in/ann-other/";
                block_on(fixture.service.record_account(address, &about)).unwrap();
            };
            fixture.see(&card);
            if is_read_before {
                read();
            }
            fixture.clock.0.set(wrong);
            fixture.see(&card);
            let meanwhile = codes(&fixture.view("ann-other"));
            assert!(!meanwhile.contains(&"account-young") || code == "account-young", "{meanwhile:?}");
            fixture.clock.0.set(TODAY);
            if !is_read_before {
                read();
            }
            assert_eq!(codes(&fixture.see(&card)), [code], "{wrong}, {is_read_before}");
            assert_eq!(codes(&fixture.reopened().see(&card)), [code], "{wrong}");
        }
    }
}
