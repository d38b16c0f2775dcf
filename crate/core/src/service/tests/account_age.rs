//! The age of an inviter's account, by LinkedIn's "About this profile" and by the member number.

use pollster::block_on;

use super::super::*;
use super::searches::{IN, ann};
use super::stand_ins::Card;
use super::{codes, stolen};
use crate::verdict::Verdict;

#[test]
fn the_age_of_an_account_is_taken_from_about_this_profile() {
    for (joined, code) in [
        ((2026, 11), Some("account-young")),
        ((2026, 9), Some("account-young")),
        // Perhaps 91 days.
        ((2026, 8), None),
        ((2021, 12), None),
        ((2021, 10), Some("account-old")),
        ((2003, 5), Some("account-old")),
        ((2002, 1), None),
        ((2027, 1), None),
        ((2026, 13), None),
    ] {
        let fixture = stolen();
        fixture.see(&ann().read());
        let month = Month { year: joined.0, month: joined.1 };
        let read = AccountAsRead { joined: Some(month), photo_updated: Some(month), verified: false };
        block_on(fixture.service.record_account(&format!("{IN}/Ann-Other/overlay/about-this-profile/"), &read))
            .unwrap();
        let view = fixture.view("ann-other");
        let found = codes(&view).into_iter().find(|found| found.starts_with("account-"));
        assert_eq!(found, code, "{joined:?}");
        let verdict = match code {
            Some("account-young") => Verdict::Suspicious,
            Some(_) => Verdict::AcceptSafe,
            None => Verdict::Unchecked,
        };
        assert_eq!(view.verdict, verdict, "{joined:?}");
    }
    let fixture = stolen();
    let read = AccountAsRead { joined: None, photo_updated: None, verified: true };
    block_on(fixture.service.record_account(&format!("{IN}/stranger/"), &read)).unwrap();
    assert_eq!(fixture.store.len(), 0, "nothing is kept of strangers");
    fixture.see(&ann().read());
    let views = block_on(fixture.service.record_account(&format!("{IN}/ann-other/"), &read)).unwrap();
    assert_eq!(views.iter().map(|view| view.verdict).collect::<Vec<_>>(), [Verdict::AcceptSafe]);
    assert!(block_on(fixture.service.record_account("https://evil.test/in/ann-other/", &read)).is_err());
}

#[test]
fn an_old_member_number_is_a_weak_sign_for_and_a_new_one_says_nothing() {
    // Member numbers 1 and 1,200,000,000.
    for (slug, expected) in [("ACoAAAAAAAEB", vec!["member-number-old"]), ("ACoAAEeGjAAB", vec![])] {
        let fixture = stolen();
        let view = fixture.see(&Card { slug, ..ann() }.read());
        let mut found = codes(&view);
        found.retain(|code| *code != "too-little-known");
        assert_eq!((view.verdict, found), (Verdict::Unchecked, expected), "{slug}");
    }
}
