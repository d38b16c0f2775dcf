//! Findings beside the photo rule, and what they may and may not do.

use super::super::*;
use super::stand_ins::{Card, Fixture, picture};
use super::{codes, stolen};
use crate::verdict::Verdict;

const TEMPLATE: &str = "Hello, I found your profile very interesting and would be glad to exchange ideas with you soon";

const PEOPLE: [(&str, &str); 3] =
    [("ann-alder", "Ann Alder"), ("ben-birch", "Ben Birch"), ("cara-cedar", "Cara Cedar")];

/// Inviters who share a template, each with a photo of their own.
fn group(fixture: &Fixture, days: i64) -> Vec<View> {
    for (n, (slug, name)) in PEOPLE.into_iter().enumerate() {
        let asset = ["GA", "GB", "GC"][n];
        fixture.photo(asset, &picture(50 + n as u32));
        fixture.see(&Card::of(slug, name, asset).set(days).note(TEMPLATE).read());
    }
    PEOPLE.iter().map(|(slug, _)| fixture.view(slug)).collect()
}

#[test]
fn one_template_in_a_group_is_one_weak_finding() {
    let fixture = Fixture::open();
    // An outplacement group has fresh photos and one text. That its members are alike in both is one finding.
    for view in group(&fixture, 3) {
        assert_eq!((view.verdict, codes(&view)), (Verdict::Unchecked, vec!["note-copied"]), "{}", view.name);
        assert_eq!(view.reasons[0].blanks, [crate::judgement::Blank::Count(2)]);
    }
}

#[test]
fn a_pressing_note_is_found_also_in_a_group_of_alike_inviters() {
    const PRESSING: &str = "Hello dear, I have an investment opportunity for you, please text me on WhatsApp soon";
    let fixture = Fixture::open();
    for (slug, name, asset) in [("ann-alder", "Ann Alder", "GA"), ("ben-birch", "Ben Birch", "GB")] {
        fixture.photo(asset, &picture(50 + u32::from(asset == "GB")));
        fixture.see(&Card::of(slug, name, asset).set(3).note(PRESSING).read());
    }
    let view = fixture.view("ann-alder");
    assert_eq!(
        (view.verdict, codes(&view)),
        (Verdict::Suspicious, vec!["note-copied", "note-presses", "photo-is-fresh"])
    );
}

#[test]
fn a_text_shared_by_one_account_only_is_not_copied() {
    let fixture = Fixture::open();
    fixture.photo("GA", &picture(50));
    fixture.see(&Card::of("ann-alder", "Ann Alder", "GA").note(TEMPLATE).read());
    let again = fixture.see(&Card::of("ann-alder-2", "Ann Alder", "GA").note(TEMPLATE).read());
    assert_eq!(codes(&again), ["too-little-known"]);
    // The first is seen otherwise once another account sends the same.
    fixture.photo("GB", &picture(51));
    let CardSeen::Invitation { others, .. } =
        pollster::block_on(fixture.service.see_card(&Card::of("ben-birch", "Ben Birch", "GB").note(TEMPLATE).read()))
            .unwrap()
    else {
        panic!()
    };
    assert!(others.iter().any(|view| codes(view).contains(&"note-copied")), "{others:?}");
}

/// How many of three inviters with this headline have copied it.
fn copies(headline: &'static str) -> usize {
    let fixture = Fixture::open();
    for (slug, name) in PEOPLE {
        fixture.see(&Card { headline, ..Card::of(slug, name, "") }.read());
    }
    PEOPLE.iter().filter(|(slug, _)| codes(&fixture.view(slug)).contains(&"headline-copied")).count()
}

#[test]
fn a_long_headline_is_copied_and_one_that_colleagues_share_is_not() {
    let long = "Helping founders in emerging markets grow their wealth with trusted digital assets";
    assert_eq!(copies(long), 3);
    assert_eq!(copies("Student at the University of California, Los Angeles"), 0);
}

#[test]
fn one_weak_finding_makes_nobody_suspicious_but_two_kinds_do() {
    let plain = || Card::of("ann-other", "Ann Other", "OTHER");
    for (card, verdict, found) in [
        (plain().set(3), Verdict::Unchecked, vec!["photo-is-fresh"]),
        (plain().note("Write me on WhatsApp"), Verdict::Unchecked, vec!["note-presses"]),
        (Card { slug: "robert-miller-8a1b2", ..plain() }, Verdict::Unchecked, vec!["name-contradicts-address"]),
        (plain().set(3).note("Write me on WhatsApp"), Verdict::Suspicious, vec!["note-presses", "photo-is-fresh"]),
        (
            plain().set(3).note("Write me on WhatsApp").verified(),
            Verdict::Unchecked,
            vec!["note-presses", "photo-is-fresh", "verified"],
        ),
        (
            plain().note("Write me on WhatsApp").mutual("Sam Mutual and 3 other mutual connections"),
            Verdict::Unchecked,
            vec!["note-presses", "mutual-connections"],
        ),
    ] {
        let view = stolen().see(&card.read());
        assert_eq!((view.verdict, codes(&view)), (verdict, found));
    }
}

#[test]
fn weak_support_alone_is_not_safe() {
    let fixture = stolen();
    let view =
        fixture.see(&Card::of("ann-other", "Ann Other", "OTHER").set(1500).note("I liked your talk in Graz").read());
    assert_eq!((view.verdict, codes(&view)), (Verdict::Unchecked, vec!["photo-is-old"]));
}

#[test]
fn findings_come_in_order_of_weight() {
    let fixture = stolen();
    fixture.see(&super::OWNER().read());
    let view = fixture.see(&super::THIEF().note("Write me on WhatsApp").mutual("1 mutual connection").read());
    assert_eq!(codes(&view), ["photo-under-other-name", "note-presses", "few-mutual-connections"]);
}

#[test]
fn a_drawing_speaks_against_an_inviter_and_a_blurred_photo_does_not() {
    let drawing = image::RgbImage::from_fn(100, 100, |x, _| image::Rgb(if x < 50 { [255; 3] } else { [30, 90, 160] }));
    let enlarged = |from: u32| {
        let few = image::imageops::thumbnail(&picture(3), from, from);
        image::imageops::resize(&few, 100, 100, image::imageops::FilterType::CatmullRom)
    };
    for (picture, expected) in
        [(drawing, vec!["photo-shows-no-person", "photo-not-comparable"]), (enlarged(8), vec!["photo-not-comparable"])]
    {
        let fixture = Fixture::open();
        fixture.photo("ODD", &picture);
        let view = fixture.see(&Card::of("ann-other", "Ann Other", "ODD").read());
        assert_eq!((view.verdict, codes(&view)), (Verdict::Unchecked, expected));
    }
}
