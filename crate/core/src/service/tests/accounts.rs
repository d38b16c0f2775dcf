//! Whose photo it is: frames, other forms of an address, copycats, collages.

use image::{RgbImage, imageops};
use pollster::block_on;

use super::super::*;
use super::stand_ins::{Card, DAY, Fixture, TODAY, picture};
use super::{OWNER, THIEF, codes, stolen};
use crate::invitation::CardAsRead;
use crate::memory::{Place, Stance, note_likeness};
use crate::verdict::Verdict;

/// The same card with a frame around its photo, put on this many days ago.
fn framed(card: &Card, days_ago: i64) -> CardAsRead {
    let plain = card.read();
    let json = serde_json::to_string(&plain).unwrap();
    let set = |card: &Card| format!("/0/{}?", card.set_at);
    let frame = json
        .replace("profile-displayphoto", "profile-framedphoto")
        .replace(&set(card), &format!("/0/{}?", TODAY - days_ago * DAY));
    serde_json::from_str(&frame).unwrap()
}

fn passed_by(fixture: &Fixture, card: &Card) {
    let person = PersonAsRead {
        profile: format!("https://www.linkedin.com/in/{}/", card.slug),
        name: card.name.to_owned(),
        photo: card.photo_url(100),
    };
    block_on(fixture.service.see_people(Place::Search, &[person])).unwrap();
}

fn opened(fixture: &Fixture, card: &Card, urls: &[String]) -> ProfileSeen {
    let address = format!("https://www.linkedin.com/in/{}/", card.slug);
    block_on(fixture.service.see_profile(&address, card.name, urls, true)).unwrap()
}

fn frame_of(fixture: &Fixture, asset: &'static str) -> Card {
    fixture.photo(asset, &picture(1));
    Card { slug: "olga-owner", name: "Olga Owner", ..Card::of("", "", asset) }
}

#[test]
fn a_framed_photo_has_no_upload_time_that_could_make_its_owner_look_late() {
    let fixture = stolen();
    passed_by(&fixture, &THIEF());
    let owner = frame_of(&fixture, "FRAME");
    let view = fixture.see(&framed(&owner, 3));
    assert_eq!(
        (view.verdict, codes(&view)),
        (Verdict::Suspicious, vec!["photo-under-other-name", "first-holder-unknown"])
    );
    // The photo without the frame, seen before or after, shows who was first.
    passed_by(&fixture, &OWNER());
    let view = fixture.view("olga-owner");
    assert_eq!(view.verdict, Verdict::Suspicious);
    assert!(codes(&view).contains(&"held-photo-first") || codes(&view).contains(&"first-holder-unknown"));
    assert_eq!(fixture.see(&THIEF().read()).verdict, Verdict::LikelyFake);
}

#[test]
fn a_photo_once_framed_does_not_make_its_owner_look_late() {
    let fixture = stolen();
    passed_by(&fixture, &THIEF());
    fixture.see(&framed(&frame_of(&fixture, "FRAME"), 3));
    // A new upload of the picture, later than the thief's.
    let view = fixture.see(&frame_of(&fixture, "AGAIN").set(1).read());
    assert_eq!(view.verdict, Verdict::Suspicious);
    assert!(codes(&view).contains(&"first-holder-unknown"), "{:?}", codes(&view));
}

#[test]
fn an_owner_who_uploads_again_is_not_accused_if_an_account_of_their_name_was_earlier() {
    // Searches link the member's code, invitations the slug: nothing joins the two.
    let code = Card { slug: "ACoAAAECAwQJCQkJ", ..OWNER() };
    let again = |fixture: &Fixture| fixture.see(&frame_of(fixture, "AGAIN").set(1).read());
    let fixture = stolen();
    passed_by(&fixture, &THIEF());
    assert_eq!(again(&fixture).verdict, Verdict::LikelyFake, "nothing tells them from a thief");
    passed_by(&fixture, &code);
    let view = fixture.view("olga-owner");
    assert_eq!(view.verdict, Verdict::Suspicious);
    assert!(codes(&view).contains(&"first-holder-unknown"), "{:?}", codes(&view));
    assert_eq!(fixture.see(&THIEF().read()).verdict, Verdict::LikelyFake);
    // An account of the thief's own name spares nobody: it is later than the owner's.
    let fixture = stolen();
    passed_by(&fixture, &OWNER());
    passed_by(&fixture, &Card { slug: "ACoAAAECAwQJCQkJ", asset: "THEFT", ..THIEF() }.set(60));
    fixture.photo("AGAIN", &picture(1));
    assert_eq!(fixture.see(&Card { asset: "AGAIN", ..THIEF() }.read()).verdict, Verdict::LikelyFake);
}

#[test]
fn a_stolen_photo_in_a_frame_is_still_suspicious() {
    for both in [false, true] {
        let fixture = stolen();
        if both {
            fixture.see(&framed(&frame_of(&fixture, "FRAME"), 900));
        } else {
            passed_by(&fixture, &OWNER());
        }
        let view = fixture.see(&framed(&THIEF(), 30));
        assert_eq!(view.verdict, Verdict::Suspicious);
        assert!(codes(&view).contains(&"photo-under-other-name"));
    }
}

#[test]
fn the_age_of_a_framed_photo_is_unknown() {
    let fixture = stolen();
    let view = fixture.see(&framed(&Card::of("ann-other", "Ann Other", "OTHER"), 3));
    assert_eq!((view.verdict, codes(&view)), (Verdict::Unchecked, vec!["too-little-known"]));
    let some = Card::of("ann-other", "Ann Other", "OTHER").mutual("9 mutual connections");
    assert_eq!(stolen().see(&framed(&some, 3)).verdict, Verdict::Unchecked);
    let many = Card::of("ann-other", "Ann Other", "OTHER").mutual("10 mutual connections");
    assert_eq!(stolen().see(&framed(&many, 3)).verdict, Verdict::AcceptSafe);
}

#[test]
fn a_framed_photo_at_the_other_form_of_an_address_is_no_second_account() {
    let code = Card { slug: "ACoAAAECAwQJCQkJ", ..OWNER() };
    for (first, second) in
        [(code.read(), framed(&THIEF(), 2)), (framed(&Card { asset: "THEFT", ..code }, 2), OWNER().read())]
    {
        let fixture = stolen();
        let named = |card: CardAsRead| {
            let json = serde_json::to_string(&card)
                .unwrap()
                .replace("Theo Thief", "Olga Owner")
                .replace("theo-thief", "olga-owner");
            serde_json::from_str(&json).unwrap()
        };
        fixture.see(&named(first));
        let view = fixture.see(&named(second.clone()));
        assert_eq!((view.verdict, view.basis[0].code.as_str()), (Verdict::Unchecked, "may-be-one-account"));
        // It may as well be a copy: a weak finding does not make it safe, a strong one does.
        let json = serde_json::to_string(&named(second)).unwrap();
        let some: CardAsRead = serde_json::from_str(
            &json.replace(r#"{"kind":"text","text":""}"#, r#"{"kind":"text","text":"12 mutual connections"}"#),
        )
        .unwrap();
        assert_eq!(fixture.see(&some).verdict, Verdict::Unchecked);
    }
    // Another slug is another account.
    let fixture = stolen();
    fixture.see(&OWNER().read());
    let view = fixture.see(&framed(&Card { slug: "olga-owner-2", name: "Olga Owner", ..THIEF() }, 2));
    assert_eq!((view.verdict, view.basis[0].code.as_str()), (Verdict::Suspicious, "photo-on-second-account"));
}

#[test]
fn a_photo_on_a_copycats_page_joins_no_accounts() {
    let fixture = stolen();
    let copycat = Card { slug: "olga-owner-2", name: "Olga Owner", ..THIEF() };
    passed_by(&fixture, &OWNER());
    fixture.see(&copycat.read());
    // The copycat's page shows the person of that name under "People also viewed", and was misread.
    opened(&fixture, &copycat, &[copycat.photo_url(400), OWNER().photo_url(400)]);
    let before = fixture.see(&OWNER().read());
    block_on(fixture.service.overrule("in:olga-owner-2", Some(Stance::Fake))).unwrap();
    let after = fixture.view("olga-owner");
    assert_eq!((before.verdict, after.verdict, after.opinion), (Verdict::Suspicious, Verdict::Suspicious, None));
    assert!(codes(&after).contains(&"photo-on-second-account"));
    block_on(fixture.service.forget_person("olga-owner-2")).unwrap();
    let held = block_on(fixture.service.people()).unwrap();
    assert_eq!(held.iter().map(|held| held.profile.as_str()).collect::<Vec<_>>(), ["olga-owner"]);
    assert!(block_on(fixture.service.rendition_pixels(&PhotoId::from("OWN".to_owned()))).unwrap().is_some());
}

#[test]
fn a_misread_page_does_not_make_a_thief_the_first_holder() {
    let fixture = stolen();
    passed_by(&fixture, &OWNER());
    opened(&fixture, &THIEF(), &[THIEF().photo_url(400), OWNER().photo_url(400)]);
    assert_eq!(fixture.see(&THIEF().read()).verdict, Verdict::LikelyFake);
    let owner = fixture.see(&OWNER().read());
    assert_eq!(owner.twins.len(), 1);
    assert!(codes(&owner).contains(&"held-photo-first"), "{:?}", codes(&owner));
}

#[test]
fn one_upload_is_no_copy_of_itself() {
    let fixture = stolen();
    opened(&fixture, &Card { slug: "olga-maiden", name: "Olga Maiden", ..OWNER() }, &[OWNER().photo_url(400)]);
    let view = fixture.see(&OWNER().mutual("3 mutual connections").read());
    assert_eq!((view.verdict, view.twins.len()), (Verdict::AcceptSafe, 0));
}

#[test]
fn times_come_from_the_addresses_alone() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.see(&THIEF().read());
    // What a file may claim: set, and seen, before there were any photos.
    for time in [0, 1] {
        let sighting = crate::memory::Sighting {
            profile: crate::address::ProfileId::from_address("https://www.linkedin.com/in/theo-thief/").unwrap(),
            name: "Theo Thief".to_owned(),
            photo: Some(PhotoId::from("THEFT".to_owned())),
            set_at: Some(time),
            place: Place::Search,
            first_seen: time,
            last_seen: TODAY,
        };
        block_on(fixture.store.commit(&[Change::Put(Record::Sighting(sighting))])).unwrap();
        let fixture = fixture.reopened();
        assert_eq!(fixture.view("olga-owner").verdict, Verdict::Suspicious);
        assert!(codes(&fixture.view("olga-owner")).contains(&"held-photo-first"));
        assert_ne!(fixture.view("theo-thief").verdict, Verdict::AcceptSafe);
    }
}

/// Four pictures in one.
fn collage(pictures: [&RgbImage; 4]) -> RgbImage {
    let mut whole = RgbImage::new(200, 200);
    for (picture, (x, y)) in pictures.into_iter().zip([(0, 0), (100, 0), (0, 100), (100, 100)]) {
        imageops::replace(&mut whole, picture, x, y);
    }
    whole
}

/// Stores each pair of these photos as the matcher stores photos that it found to be the same.
fn note_same(fixture: &Fixture, pairs: &[(&str, &str)]) {
    for (a, b) in pairs {
        for (one, other) in [(a, b), (b, a)] {
            let Some(Record::Photo(mut photo)) = block_on(fixture.store.get(Kind::Photo, one)).unwrap() else {
                panic!()
            };
            let other = PhotoId::from((*other).to_owned());
            photo.same.retain(|(known, _)| *known != other);
            note_likeness(&mut photo.same, other, crate::photo::Closeness::NearExact);
            block_on(fixture.store.commit(&[Change::Put(Record::Photo(photo))])).unwrap();
        }
    }
}

#[test]
fn a_collage_accuses_nobody_whose_photo_is_in_it() {
    let people = [("ann-alder", "Ann Alder", "P1"), ("ben-birch", "Ben Birch", "P2")];
    let fixture = Fixture::open();
    for (n, (slug, name, asset)) in people.into_iter().enumerate() {
        fixture.photo(asset, &picture(60 + n as u32));
        fixture.see(&Card::of(slug, name, asset).mutual("12 mutual connections").read());
    }
    let pictures: Vec<RgbImage> = (60..64).map(picture).collect();
    fixture.photo("ALL", &collage([&pictures[0], &pictures[1], &pictures[2], &pictures[3]]));
    fixture.see(&Card::of("max-maker", "Max Maker", "ALL").set(10).read());
    note_same(&fixture, &[("P1", "ALL"), ("P2", "ALL")]);
    let fixture = fixture.reopened();
    for (slug, ..) in people {
        assert_eq!(fixture.view(slug).verdict, Verdict::AcceptSafe, "{slug}");
    }
    let maker = fixture.view("max-maker");
    assert_eq!((maker.verdict, codes(&maker)), (Verdict::Unchecked, vec!["photo-pieced-together", "photo-is-fresh"]));
    let recalled =
        block_on(fixture.reopened().service.recall(&Card::of("max-maker", "Max Maker", "ALL").set(10).read()));
    let Ok(Some(CardSeen::Invitation { view, .. })) = recalled else { panic!("{recalled:?}") };
    assert_eq!(*view, maker);
}

#[test]
fn an_older_collage_accuses_nobody_whose_photo_is_in_it_either() {
    let people =
        [("ann-alder", "Ann Alder", "P0"), ("ben-birch", "Ben Birch", "P1"), ("cleo-cedar", "Cleo Cedar", "P2")];
    let fixture = Fixture::open();
    let pictures: Vec<RgbImage> = (200..204).map(picture).collect();
    for ((slug, name, asset), own) in people.into_iter().zip(&pictures) {
        fixture.photo(asset, own);
        fixture.see(&Card::of(slug, name, asset).mutual("12 mutual connections").read());
    }
    let large: Vec<RgbImage> =
        pictures.iter().map(|one| imageops::resize(one, 200, 200, imageops::FilterType::Triangle)).collect();
    let mut whole = RgbImage::new(400, 400);
    for (one, (x, y)) in large.iter().zip([(0, 0), (200, 0), (0, 200), (200, 200)]) {
        imageops::replace(&mut whole, one, x, y);
    }
    fixture.photo("ALL", &whole);
    let maker = fixture.see(&Card::of("max-maker", "Max Maker", "ALL").set(900).read());
    assert_eq!(codes(&maker), ["photo-pieced-together", "photo-is-old"], "it was found in all of them");
    for (slug, ..) in people {
        assert_eq!(fixture.view(slug).verdict, Verdict::AcceptSafe, "{slug}");
    }
    // Whoever shows all of it later is a copy.
    fixture.photo("ALL2", &imageops::resize(&whole, 350, 350, imageops::FilterType::Triangle));
    let copy = fixture.see(&Card::of("tessa-taker", "Tessa Taker", "ALL2").set(20).read());
    assert_eq!(copy.verdict, Verdict::LikelyFake);
}

#[test]
fn an_inviter_who_shows_a_part_of_a_picture_of_two_is_not_likely_fake() {
    let [one, other] = [60, 61].map(picture);
    let mut two = RgbImage::new(100, 100);
    imageops::replace(&mut two, &imageops::crop_imm(&one, 25, 0, 50, 100).to_image(), 0, 0);
    imageops::replace(&mut two, &imageops::crop_imm(&other, 25, 0, 50, 100).to_image(), 50, 0);
    let pictures = [&two, &one, &imageops::crop_imm(&two, 38, 20, 62, 62).to_image()];
    // Whoever of the two comes later.
    for (earlier, later) in [(0, 1), (0, 2), (1, 0), (2, 0)] {
        let fixture = Fixture::open();
        for (n, (slug, name)) in [(earlier, ("ann-alder", "Ann Alder")), (later, ("ben-birch", "Ben Birch"))] {
            let asset = ["TWO", "OWN", "HALF"][n];
            fixture.photo(asset, pictures[n]);
            fixture.see(&Card::of(slug, name, asset).set(if n == later { 30 } else { 900 }).read());
        }
        for slug in ["ann-alder", "ben-birch"] {
            let view = fixture.view(slug);
            assert_eq!(
                (view.verdict, view.basis[0].code.as_str()),
                (Verdict::Suspicious, "photo-looks-alike"),
                "{later}"
            );
            assert!(!view.twins[0].near_exact);
        }
    }
}

#[test]
fn the_earliest_photo_is_not_called_a_collage() {
    let fixture = stolen();
    fixture.photo("THEFT2", &picture(1));
    let second = Card { slug: "tim-thief", name: "Tim Thief", ..Card::of("", "", "THEFT2") }.set(20);
    fixture.see(&OWNER().read());
    fixture.see(&THIEF().read());
    fixture.see(&second.read());
    // Two altered copies that no longer match each other.
    for (one, other) in [("THEFT", "THEFT2"), ("THEFT2", "THEFT")] {
        let Some(Record::Photo(mut photo)) = block_on(fixture.store.get(Kind::Photo, one)).unwrap() else { panic!() };
        photo.same.retain(|(known, _)| known.as_str() != other);
        block_on(fixture.store.commit(&[Change::Put(Record::Photo(photo))])).unwrap();
    }
    let fixture = fixture.reopened();
    for slug in ["theo-thief", "tim-thief"] {
        assert_eq!(fixture.view(slug).verdict, Verdict::LikelyFake, "{slug}");
    }
    assert_eq!(fixture.view("olga-owner").verdict, Verdict::Suspicious);
}
