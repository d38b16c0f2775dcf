//! The age of an inviter's account, by LinkedIn's "About this profile" and by the member number.

use pollster::block_on;

use super::super::*;
use super::searches::{IN, ann};
use super::stand_ins::Card;
use super::{codes, stolen};
use crate::verdict::Verdict;

/// What "About this profile" says where it shows when somebody joined: year and month.
pub fn about(joined: Option<(i64, u32)>, verified: bool) -> AccountAsRead {
    AccountAsRead { rows: joined.map(|month| row("Joined", month)).into_iter().collect(), verified }
}

fn row(label: &str, (year, month): (i64, u32)) -> MonthRow {
    MonthRow { label: label.to_owned(), month: Month { year, month }, verified: false }
}

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
        let read = about(Some(joined), false);
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
    let read = about(None, true);
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

#[test]
fn the_first_row_says_when_somebody_joined_and_the_photos_row_when_it_changed() {
    let (old, new) = ((2012, 3), (2025, 9));
    let verification = MonthRow { verified: true, ..row("Profile photo verified", old) };
    for (rows, joined, photo) in [
        (vec![row("Joined", old), row("Profile photo", new)], Some(old), Some(new)),
        (vec![row("Beigetreten", old), row("Profilfoto", new)], Some(old), Some(new)),
        (vec![row("入会", old), row("プロフィール写真", new)], Some(old), Some(new)),
        (vec![row("Joined", old), row("Contact information", new)], Some(old), None),
        // The account was made before its photo was changed.
        (vec![row("Joined", new), row("Profile photo", old)], None, Some(old)),
        (vec![row("Photo de profil", old)], None, Some(old)),
        (vec![row("Coordonnées", old), row("Photo de profil", new)], None, Some(new)),
        (vec![row("更新", old)], None, None),
        (vec![verification, row("Contact information", new)], None, None),
        (Vec::new(), None, None),
    ] {
        let fixture = stolen();
        fixture.see(&ann().read());
        let read = AccountAsRead { rows, verified: false };
        block_on(fixture.service.record_account(&format!("{IN}/ann-other/"), &read)).unwrap();
        let time = |month: Option<(i64, u32)>| month.and_then(|(year, month)| crate::time::first_of_month(year, month));
        let account = fixture.view("ann-other").account.unwrap();
        assert_eq!((account.joined, account.photo_updated), (time(joined), time(photo)), "{read:?}");
    }
}
