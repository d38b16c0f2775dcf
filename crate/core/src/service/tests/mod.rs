mod account_age;
mod accounts;
mod answered;
mod attacks;
mod clock;
mod fetching;
mod findings;
mod forgetting;
mod frozen;
mod goals;
mod import;
mod kills;
mod many;
mod opinions;
mod order;
mod people;
mod recall;
mod searches;
mod searches_hostile;
mod searches_kept;
mod stand_ins;
mod waking;

use image::imageops;
use pollster::block_on;

use super::*;
use crate::invitation::PageAsRead;
use crate::judgement::Blank;
use crate::memory::Failure;
use crate::verdict::Verdict;
use stand_ins::{Card, DAY, Fixture, picture, png};

fn codes(view: &View) -> Vec<&'static str> {
    view.reasons.iter().map(|reason| reason.code.as_str()).collect()
}

/// An owner's photo and a stranger's mirrored, re-encoded copy of it.
fn stolen() -> Fixture {
    let fixture = Fixture::open();
    fixture.photo("OWN", &picture(1));
    fixture.photo(
        "THEFT",
        &imageops::resize(&imageops::flip_horizontal(&picture(1)), 200, 200, imageops::FilterType::Triangle),
    );
    fixture.photo("OTHER", &picture(2));
    fixture
}

const OWNER: fn() -> Card = || Card::of("olga-owner", "Olga Owner", "OWN").set(900);
const THIEF: fn() -> Card = || Card::of("theo-thief", "Theo Thief", "THEFT").set(30);

#[test]
fn the_same_photo_under_another_name_is_likely_fake_and_its_owner_is_not_accused() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    let thief = fixture.see(&THIEF().read());
    assert_eq!(thief.verdict, Verdict::LikelyFake);
    assert_eq!(thief.twins.iter().map(|twin| twin.name.as_str()).collect::<Vec<_>>(), ["Olga Owner"]);
    let owner = fixture.view("olga-owner");
    assert_eq!(
        (owner.verdict, codes(&owner)),
        (Verdict::Suspicious, vec!["photo-under-other-name", "held-photo-first", "photo-is-old"])
    );
    let set = owner.photo.as_ref().and_then(|photo| photo.set_at).unwrap();
    assert_eq!(owner.reasons[1].blanks, [Blank::Time(set)], "since when, for its sentence");
}

#[test]
fn a_different_photo_of_a_different_person_is_not_found() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    let other = fixture.see(&Card::of("ann-other", "Ann Other", "OTHER").read());
    assert_eq!((other.verdict, codes(&other), other.compared), (Verdict::Unchecked, vec!["too-little-known"], 1));
}

#[test]
fn verified_or_well_connected_inviters_are_at_most_suspicious() {
    for (card, limit) in [
        (THIEF().verified(), "inviter-verified"),
        (THIEF().mutual("Sam Mutual and 12 other mutual connections"), "inviter-well-connected"),
    ] {
        let fixture = stolen();
        fixture.see(&OWNER().read());
        let view = fixture.see(&card.read());
        assert_eq!(view.verdict, Verdict::Suspicious);
        assert!(codes(&view).contains(&limit), "{:?}", codes(&view));
    }
}

#[test]
fn two_holders_without_upload_times_are_both_suspicious() {
    for later in [0, 3 * DAY] {
        let fixture = stolen();
        let when = |card: Card| Card { set_at: 1, ..card };
        fixture.see(&when(OWNER()).read());
        fixture.later(later);
        let second = fixture.see(&when(THIEF()).read());
        assert_eq!((second.verdict, fixture.view("olga-owner").verdict), (Verdict::Suspicious, Verdict::Suspicious));
        assert!(codes(&second).contains(&"first-holder-unknown"));
    }
}

#[test]
fn names_that_may_be_one_persons_are_at_most_suspicious() {
    let fixture = stolen();
    fixture.see(&Card::of("olga-o", "Olga Owner", "OWN").set(900).read());
    let married = fixture.see(&Card { slug: "olga-new", name: "Olga Newname", ..THIEF() }.read());
    assert_eq!((married.verdict, codes(&married)), (Verdict::Suspicious, vec!["photo-under-unclear-name"]));
}

#[test]
fn relatives_with_one_photo_of_both_are_asked_about() {
    for (owner, other, expected) in [
        ("Olga Owner", "Theo Owner", "photo-under-family-name"),
        ("Petr Svoboda", "Jana Svobodová", "photo-under-family-name"),
        ("佐藤花子", "佐藤健太", "photo-under-family-name"),
        // Strangers often share these.
        ("Jisoo Kim", "Minho Kim", "photo-under-other-name"),
        ("Gurdeep Singh", "Amrit Singh", "photo-under-other-name"),
    ] {
        let fixture = stolen();
        fixture.photo("THIRD", &picture(1));
        fixture.see(&Card { name: owner, ..OWNER() }.read());
        let view = fixture.see(&Card { name: other, ..THIEF() }.read());
        let asked = expected == "photo-under-family-name";
        let verdict = if asked { Verdict::Suspicious } else { Verdict::LikelyFake };
        assert_eq!((view.verdict, view.reasons[0].code.as_str()), (verdict, expected), "{owner}, {other}");
        assert_eq!(fixture.view("olga-owner").verdict, Verdict::Suspicious);
        // A third account is no couple's.
        fixture.see(&Card { slug: "third", name: "Uwe Third", asset: "THIRD", ..THIEF() }.set(20).read());
        assert_eq!(fixture.view("theo-thief").verdict, Verdict::LikelyFake, "{owner}, {other}");
    }
}

#[test]
fn one_upload_is_one_account_whatever_its_address() {
    let fixture = stolen();
    fixture.see(&OWNER().mutual("3 mutual connections").read());
    let renamed = fixture
        .see(&Card { slug: "olga-married", name: "Olga Married", ..OWNER() }.mutual("3 mutual connections").read());
    assert_eq!(renamed.verdict, Verdict::AcceptSafe);
    assert_eq!(fixture.view("olga-owner").verdict, Verdict::AcceptSafe);
}

#[test]
fn accept_safe_needs_a_finding_for_the_inviter() {
    let fixture = stolen();
    let plain = fixture.see(&Card::of("ann-other", "Ann Other", "OTHER").read());
    assert_eq!(plain.verdict, Verdict::Unchecked);
    let card = || Card::of("ann-other", "Ann Other", "OTHER");
    for (card, verdict) in [
        (card().verified(), Verdict::AcceptSafe),
        (card().mutual("3 mutual connections"), Verdict::AcceptSafe),
        (card().mutual("1 mutual connection"), Verdict::Unchecked),
        (card().mutual("2 mutual connections"), Verdict::Unchecked),
    ] {
        assert_eq!(stolen().see(&card.read()).verdict, verdict);
    }
}

#[test]
fn a_fresh_photo_takes_away_what_fewer_than_ten_mutual_connections_give() {
    for (count, days, verdict) in [
        ("9 mutual connections", 13, Verdict::Unchecked),
        ("9 mutual connections", 15, Verdict::AcceptSafe),
        ("10 mutual connections", 1, Verdict::AcceptSafe),
        ("1 mutual connection", 1, Verdict::Unchecked),
    ] {
        let view = stolen().see(&Card::of("ann-other", "Ann Other", "OTHER").set(days).mutual(count).read());
        assert_eq!((view.verdict, codes(&view).contains(&"photo-is-fresh")), (verdict, verdict == Verdict::Unchecked));
    }
    // A line that is no count, such as the time, is no company.
    let view = stolen().see(&Card::of("ann-other", "Ann Other", "OTHER").set(1).mutual("2 days ago").read());
    assert_eq!(codes(&view), ["photo-is-fresh"]);
    // Nor does a photo of unknown age do more than a fresh one.
    let unknown = || Card { set_at: 1, ..Card::of("ann-other", "Ann Other", "OTHER") };
    let view = stolen().see(&unknown().mutual("9 mutual connections").read());
    assert_eq!((view.verdict, codes(&view)), (Verdict::Unchecked, vec!["few-mutual-connections"]));
    assert_eq!(stolen().see(&unknown().mutual("10 mutual connections").read()).verdict, Verdict::AcceptSafe);
}

#[test]
fn an_earlier_meeting_counts_as_seen_before_and_a_waiting_invitation_does_not() {
    let fixture = stolen();
    let card = Card::of("ann-other", "Ann Other", "OTHER");
    fixture.see(&card.read());
    fixture.later(31 * DAY);
    assert_eq!(codes(&fixture.see(&card.read())), ["too-little-known"], "an invitation left waiting is no meeting");
    let met = |place: crate::memory::Place, before| {
        let fixture = stolen();
        let (profile, url) = ("https://www.linkedin.com/in/ann-other/".to_owned(), card.photo_url(100));
        if place == crate::memory::Place::Profile {
            block_on(fixture.service.see_profile(&profile, card.name, &[url], true)).unwrap();
        } else {
            let person = PersonAsRead { profile, name: card.name.to_owned(), photo: url };
            block_on(fixture.service.see_people(place, &[person])).unwrap();
        }
        fixture.days_pass(before / DAY);
        codes(&fixture.see(&card.read())) == ["seen-before"]
    };
    for place in [crate::memory::Place::Profile, crate::memory::Place::Search, crate::memory::Place::Feed] {
        assert!(met(place, 31 * DAY) && !met(place, DAY), "{place:?}");
    }
    assert!(met(crate::memory::Place::Connection, DAY));
}

#[test]
fn an_unchecked_photo_is_never_safe_and_the_reason_is_given() {
    let flat = image::RgbImage::from_pixel(100, 100, image::Rgb([200, 210, 220]));
    for (answer, code) in [
        (Err(Failure::Refused { status: 403 }), "photo-refused"),
        (Err(Failure::NotAllowed), "photo-not-allowed"),
        (Err(Failure::Unreachable), "photo-unreachable"),
        (Err(Failure::TooLarge), "photo-too-large"),
        (Ok(b"<!doctype html><title>Sign in</title>".to_vec()), "photo-not-a-picture"),
        (Ok(png(&picture(3))[..600].to_vec()), "photo-damaged"),
        (Ok(Vec::new()), "photo-damaged"),
        (Ok(png(&flat)), "photo-not-comparable"),
        (Ok(png(&image::RgbImage::new(8, 8))), "photo-too-small"),
    ] {
        let fixture = Fixture::open();
        fixture.photos.answers.borrow_mut().insert("ODD".to_owned(), answer);
        let view = fixture.see(&Card::of("ann-other", "Ann Other", "ODD").verified().read());
        assert_eq!((view.verdict, view.basis[0].code.as_str()), (Verdict::Unchecked, code));
        assert_eq!(view.compared, 0, "{code}");
    }
    let fixture = Fixture::open();
    let view = fixture.see(&Card::of("ann-other", "Ann Other", "").verified().read());
    assert_eq!((view.verdict, view.basis[0].code.as_str()), (Verdict::Unchecked, "no-photo"));
}

#[test]
fn profiles_of_people_who_sent_no_invitation_are_not_remembered() {
    let fixture = stolen();
    let url = [THIEF().photo_url(400)];
    block_on(fixture.service.see_profile("https://www.linkedin.com/in/theo-thief/", "Theo Thief", &url, false))
        .unwrap();
    assert_eq!((fixture.store.len(), fixture.photos.asked.borrow().len()), (0, 0));
}

#[test]
fn the_users_own_check_is_remembered_used_and_taken_back() {
    let fixture = stolen();
    let photo = PhotoId::from("OTHER".to_owned());
    fixture.see(&Card::of("ann-other", "Ann Other", "OTHER").read());
    block_on(fixture.service.check_opened(&photo)).unwrap();
    assert!(fixture.view("ann-other").photo.unwrap().asked.is_some());
    block_on(fixture.service.check_answered(&photo, CheckAnswer::NothingFound, "")).unwrap();
    assert_eq!(fixture.reopened().view("ann-other").verdict, Verdict::AcceptSafe);
    block_on(fixture.service.check_answered(&photo, CheckAnswer::SameName, "")).unwrap();
    let view = fixture.reopened().view("ann-other");
    assert_eq!((view.verdict, view.photo.unwrap().answer), (Verdict::AcceptSafe, Some(CheckFound::SameName)));
    assert_eq!(view.basis[0].code.as_str(), "photo-check-same-name");
    let other = "https://www.linkedin.com/in/real-person/";
    block_on(fixture.service.check_answered(&photo, CheckAnswer::OtherName, other)).unwrap();
    let view = fixture.reopened().view("ann-other");
    assert_eq!((view.verdict, view.basis[0].code.as_str()), (Verdict::LikelyFake, "photo-check-other-name"));
    assert_eq!(view.photo.unwrap().answer_profile.as_deref(), Some("https://www.linkedin.com/in/real-person/"));
    block_on(fixture.service.check_answered(&photo, CheckAnswer::Undo, "")).unwrap();
    assert_eq!(fixture.view("ann-other").verdict, Verdict::Unchecked);
}

#[test]
fn a_pasted_link_must_lead_to_another_profile() {
    let fixture = stolen();
    let photo = PhotoId::from("OTHER".to_owned());
    fixture.see(&Card::of("ann-other", "Ann Other", "OTHER").read());
    let answer = |pasted| block_on(fixture.service.check_answered(&photo, CheckAnswer::OtherName, pasted));
    assert_eq!(answer("https://www.linkedin.com/in/Ann-Other/de/"), Err(ServiceError::OwnProfile));
    assert_eq!(answer("https://evil.test/in/ann/"), Err(ServiceError::NotAProfile));
    assert_eq!(block_on(fixture.service.check_opened(&PhotoId::from("?".to_owned()))), Err(ServiceError::PhotoUnknown));
    assert_eq!(fixture.view("ann-other").verdict, Verdict::Unchecked);
}

#[test]
fn later_evidence_corrects_earlier_verdicts() {
    let fixture = stolen();
    assert_eq!(fixture.see(&THIEF().mutual("3 mutual connections").read()).verdict, Verdict::AcceptSafe);
    let CardSeen::Invitation { others, .. } = block_on(fixture.service.see_card(&OWNER().read())).unwrap() else {
        panic!()
    };
    assert_eq!(
        others.iter().map(|view| (view.key.as_str(), view.verdict)).collect::<Vec<_>>(),
        [("in:theo-thief", Verdict::LikelyFake)]
    );
}

#[test]
fn handled_invitations_leave_the_list_and_come_back_when_seen() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    block_on(fixture.service.mark_handled("in:olga-owner", "", "")).unwrap();
    assert!(fixture.overview().items.is_empty());
    assert_eq!(fixture.see(&THIEF().read()).verdict, Verdict::LikelyFake, "a handled invitation is still remembered");
    fixture.see(&OWNER().read());
    assert_eq!(fixture.overview().items.len(), 2);
}

#[test]
fn a_page_sets_the_layout_and_ends_missing_invitations() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    let page = |cards: u32, outside, counts: &[u32], keys: &[&str]| PageAsRead {
        keys: keys.iter().map(ToString::to_string).collect(),
        cards,
        outside,
        counts: counts.to_vec(),
    };
    let look = |page: PageAsRead| {
        block_on(fixture.service.see_page(&page)).unwrap();
        fixture.overview()
    };
    assert_eq!(look(page(10, 0, &[40, 3], &[])).layout, Layout::Recognised);
    assert_eq!((fixture.overview().seen, fixture.overview().total), (10, Some(40)));
    assert_eq!(look(page(0, 0, &[], &[])).layout, Layout::Empty);
    assert_eq!(look(page(0, 9, &[0], &[])).layout, Layout::Empty);
    assert_eq!(look(page(0, 9, &[], &[])).layout, Layout::Unrecognised);
    assert_eq!(look(page(0, 0, &[4], &[])).layout, Layout::Unrecognised);
    assert_eq!(look(page(1, 0, &[1], &["in:somebody"])).items.len(), 1, "seen a moment ago");
    fixture.later(2 * DAY);
    assert_eq!(look(page(1, 0, &[2], &["in:somebody"])).items.len(), 1, "the page shows only a part");
    assert!(look(page(1, 0, &[1], &["in:somebody"])).items.is_empty());
}
