//! The findings that searches of the web give, and what they may and may not do.

use pollster::block_on;

use super::super::*;
use super::account_age::about;
use super::stand_ins::{Card, DAY, Fixture, TODAY};
use super::{OWNER, THIEF, codes, stolen};
use crate::judgement::Blank;
use crate::memory::Outcome;
use crate::verdict::Verdict;
use crate::web::{Hit, PageKind};

pub const IN: &str = "https://www.linkedin.com/in";

pub fn hit(url: &str, title: &str) -> Hit {
    Hit { url: url.to_owned(), title: title.to_owned(), same: true }
}

pub fn profile(slug: &str, name: &str) -> Hit {
    hit(&format!("{IN}/{slug}"), &format!("{name} - Analyst - Example | LinkedIn"))
}

pub fn ann() -> Card {
    Card::of("ann-other", "Ann Other", "OTHER")
}

pub fn photo() -> PhotoId {
    PhotoId::from("OTHER".to_owned())
}

/// Ann's invitation, and what a search of her photo found.
pub fn searched(card: &Card, hits: &[Hit]) -> (Fixture, View) {
    let fixture = stolen();
    fixture.see(&card.read());
    let outcome = if hits.is_empty() { Outcome::None } else { Outcome::Results };
    let views = block_on(fixture.service.record_search(&photo(), "google-lens", outcome, hits)).unwrap();
    assert_eq!(views.len(), 1);
    let view = fixture.view("ann-other");
    assert_eq!(views, std::slice::from_ref(&view));
    (fixture, view)
}

/// Verdict and findings, except `too-little-known`.
pub fn judged(hits: &[Hit]) -> (Verdict, Vec<&'static str>) {
    let (_, view) = searched(&ann(), hits);
    let mut codes = codes(&view);
    codes.retain(|code| *code != "too-little-known");
    (view.verdict, codes)
}

#[test]
fn results_give_the_findings_they_should() {
    let team = || hit("https://www.example.org/team", "Ann Other, Head of Something | Example");
    for (hits, expected) in [
        (vec![], (Verdict::AcceptSafe, vec!["web-nothing-found"])),
        (vec![profile("ann-other", "Ann Other")], (Verdict::AcceptSafe, vec!["web-nothing-found"])),
        (
            vec![
                profile("ann-other", "Ann Other"),
                hit("https://www.linkedin.com/company/example", "Example | LinkedIn"),
            ],
            (Verdict::AcceptSafe, vec!["web-nothing-found"]),
        ),
        // One result cannot be read.
        (
            vec![profile("ann-other", "Ann Other"), hit("https://www.google.com/url?q=x", "Somebody Else | LinkedIn")],
            (Verdict::Unchecked, vec![]),
        ),
        // Anybody can put up a page, and whoever takes the owner's name is named by the owner's.
        (vec![team()], (Verdict::Unchecked, vec!["web-same-name"])),
        (vec![hit("https://www.example.org/x", "Example")], (Verdict::Unchecked, vec![])),
        (
            vec![hit("https://www.linkedin.com/pub/dir/Ann/Other", "9 \"Ann Other\" profiles")],
            (Verdict::Unchecked, vec![]),
        ),
        (vec![profile("brandon", "Brandon Lockhart")], (Verdict::Suspicious, vec!["web-other-profile"])),
        (
            vec![profile("brandon", "Brandon Lockhart"), profile("maria", "Maria Gomez")],
            (Verdict::Suspicious, vec!["web-other-people"]),
        ),
        // One person, under two addresses or two forms of the name.
        (
            vec![
                profile("brandon", "Brandon Lockhart"),
                hit("https://uk.linkedin.com/in/brandon/de", "B. Lockhart | LinkedIn"),
            ],
            (Verdict::Suspicious, vec!["web-other-profile"]),
        ),
        (
            vec![profile("brandon", "Brandon Lockhart"), profile("brandon-2", "Brandon J. Lockhart")],
            (Verdict::Suspicious, vec!["web-other-profile"]),
        ),
        // A married name, a nickname, the owner of the same name: unclear, and never against.
        (vec![profile("ann-newname", "Ann Newname")], (Verdict::Unchecked, vec![])),
        (vec![profile("annie", "Annie Other")], (Verdict::Unchecked, vec![])),
        (vec![profile("ann-other-2", "Ann Other")], (Verdict::Unchecked, vec![])),
        (
            vec![hit("https://www.shutterstock.com/image-photo/smiling-1", "Smiling woman")],
            (Verdict::Suspicious, vec!["web-portraits"]),
        ),
        (
            vec![hit("https://www.facebook.com/brandon.lockhart", "Brandon Lockhart | Facebook")],
            (Verdict::Suspicious, vec!["web-other-name"]),
        ),
        (
            vec![team(), profile("brandon", "Brandon Lockhart")],
            (Verdict::Suspicious, vec!["web-other-profile", "web-same-name"]),
        ),
    ] {
        assert_eq!(judged(&hits), expected, "{hits:?}");
    }
    let similar: Vec<Hit> = [profile("brandon", "Brandon Lockhart"), hit("https://unsplash.com/x", "Smiling")]
        .into_iter()
        .map(|hit| Hit { same: false, ..hit })
        .collect();
    assert_eq!(judged(&similar), (Verdict::Unchecked, vec![]), "similar never counts, and is no 'nothing' either");
    let (_, view) = searched(&ann(), &[]);
    assert_eq!(view.basis[0].blanks, [Blank::Name("google-lens".to_owned()), Blank::Time(TODAY)]);
}

#[test]
fn nobody_is_likely_fake_by_what_a_search_found_until_the_user_says_it_is_the_same_photo() {
    // Everything at once: thumbnails on many people's profiles, a stock site, somebody's page, a young account.
    let mut hits: Vec<Hit> = ["Brandon Lockhart", "Maria Gomez", "Wei Zhang", "Olga Owner", "Rashid Khan"]
        .iter()
        .enumerate()
        .map(|(n, name)| profile(&format!("other-{n}"), name))
        .collect();
    hits.push(hit("https://www.istockphoto.com/photo/1", "Businesswoman"));
    hits.push(hit("https://www.instagram.com/brandon", "Brandon Lockhart | Instagram"));
    let (fixture, view) = searched(&ann().set(2).note("Write me on WhatsApp"), &hits);
    let young = about(Some((2026, 11)), false);
    block_on(fixture.service.record_account(&format!("{IN}/ann-other/"), &young)).unwrap();
    block_on(fixture.service.record_generated(&photo(), "sightengine", 0.99)).unwrap();
    assert_eq!(view.verdict, Verdict::Suspicious);
    assert_eq!(fixture.view("ann-other").verdict, Verdict::Suspicious);
    // The user may call everything but a profile the same photo.
    for hit in &hits[5..] {
        block_on(fixture.service.answer_found(&photo(), &hit.url, Some(true))).unwrap();
    }
    assert_eq!(fixture.view("ann-other").verdict, Verdict::Suspicious);
    block_on(fixture.service.answer_found(&photo(), &hits[0].url, Some(true))).unwrap();
    let view = fixture.reopened().view("ann-other");
    assert_eq!((view.verdict, view.basis[0].code.as_str()), (Verdict::LikelyFake, "web-confirmed-profile"));
    block_on(fixture.service.answer_found(&photo(), &hits[0].url, None)).unwrap();
    assert_eq!(fixture.view("ann-other").verdict, Verdict::Suspicious);
}

#[test]
fn verified_or_well_connected_inviters_are_at_most_suspicious() {
    for card in [ann().verified(), ann().mutual("Sam Mutual and 12 other mutual connections")] {
        let (fixture, _) = searched(&card, &[profile("brandon", "Brandon Lockhart")]);
        block_on(fixture.service.answer_found(&photo(), &format!("{IN}/brandon"), Some(true))).unwrap();
        let view = fixture.view("ann-other");
        assert_eq!(view.verdict, Verdict::Suspicious);
        assert!(codes(&view).iter().any(|code| code.starts_with("inviter-")), "{:?}", codes(&view));
    }
}

#[test]
fn struck_out_results_do_not_count_and_stay_struck_out() {
    let hits = [profile("brandon", "Brandon Lockhart"), profile("maria", "Maria Gomez")];
    let (fixture, _) = searched(&ann(), &hits);
    let strike = |url: &str| block_on(fixture.service.answer_found(&photo(), url, Some(false))).unwrap();
    strike("https://de.linkedin.com/in/Brandon/de");
    assert_eq!(codes(&fixture.view("ann-other")), ["web-other-profile"]);
    strike(&hits[1].url);
    let view = fixture.view("ann-other");
    assert_eq!((view.verdict, codes(&view)), (Verdict::AcceptSafe, vec!["web-nothing-found"]));
    let found = &view.photo.unwrap().searches[0].found;
    assert!(found.iter().all(|found| found.struck && found.confirmed == Some(false)));
    // A new search finds them again, by another engine too.
    for engine in ["google-lens", "bing"] {
        fixture.later(DAY);
        block_on(fixture.service.record_search(&photo(), engine, Outcome::Results, &hits)).unwrap();
        assert_eq!(fixture.reopened().view("ann-other").verdict, Verdict::AcceptSafe);
    }
    assert_eq!(
        block_on(fixture.service.answer_found(&photo(), "https://a.example/", None)),
        Err(ServiceError::NotFound)
    );
    assert_eq!(block_on(fixture.service.answer_found(&photo(), "x", None)), Err(ServiceError::NotFound));
}

#[test]
fn the_newest_search_of_each_engine_counts() {
    let (fixture, _) = searched(&ann(), &[profile("brandon", "Brandon Lockhart")]);
    let search = |engine, hits: &[Hit]| {
        fixture.later(1000);
        let outcome = if hits.is_empty() { Outcome::None } else { Outcome::Results };
        block_on(fixture.service.record_search(&photo(), engine, outcome, hits)).unwrap();
        codes(&fixture.view("ann-other"))
    };
    assert_eq!(search("bing", &[]), ["web-other-profile"], "another engine found it");
    assert_eq!(search("google-lens", &[]), ["web-nothing-found"]);
    for _ in 0..20 {
        search("tineye", &[]);
    }
    let searches = fixture.view("ann-other").photo.unwrap().searches;
    assert_eq!(searches.len(), 8);
    assert!(searches.windows(2).all(|pair| pair[0].at > pair[1].at));
}

#[test]
fn two_hundred_results_are_bounded_and_the_weightiest_are_kept() {
    let mut hits: Vec<Hit> = (0..250).map(|n| hit(&format!("https://ann-{n}.example/"), "Ann Other")).collect();
    hits.insert(150, profile("brandon", "Brandon Lockhart"));
    let (_, view) = searched(&ann(), &hits);
    assert_eq!(codes(&view), ["web-other-profile", "web-same-name"]);
    let found = &view.photo.unwrap().searches[0].found;
    assert_eq!((found.len(), found[0].kind, found[0].name.as_str()), (20, PageKind::OtherProfile, "Brandon Lockhart"));
    // Many pages of the inviter's own drown nothing and prove nothing.
    let (fixture, view) = searched(&ann(), &hits[..40]);
    assert_eq!((view.verdict, codes(&view)), (Verdict::Unchecked, vec!["web-same-name"]));
    for hit in &hits[..20] {
        block_on(fixture.service.answer_found(&photo(), &hit.url, Some(true))).unwrap();
    }
    assert_eq!(fixture.view("ann-other").verdict, Verdict::Unchecked);
}

#[test]
fn a_page_that_names_the_inviter_counts_once_the_user_has_looked() {
    let (fixture, view) = searched(&ann(), &[hit("https://www.example.org/team", "Ann Other | Example")]);
    assert_eq!(view.verdict, Verdict::Unchecked);
    block_on(fixture.service.answer_found(&photo(), "https://www.example.org/team", Some(true))).unwrap();
    assert_eq!(fixture.view("ann-other").verdict, Verdict::AcceptSafe);
}

#[test]
fn a_found_profile_that_is_a_known_holder_is_judged_by_who_had_the_photo_first() {
    // The owner is accused by nobody who confirms that the thief shows her photo.
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.see(&THIEF().read());
    let own = PhotoId::from("OWN".to_owned());
    let thief = profile("theo-thief", "Theo Thief");
    block_on(fixture.service.record_search(&own, "bing", Outcome::Results, std::slice::from_ref(&thief))).unwrap();
    block_on(fixture.service.answer_found(&own, &thief.url, Some(true))).unwrap();
    assert_eq!(fixture.view("olga-owner").verdict, Verdict::Suspicious);
    assert_eq!(fixture.view("theo-thief").verdict, Verdict::LikelyFake);
}

#[test]
fn a_question_that_was_opened_is_answered_by_the_search() {
    let fixture = stolen();
    fixture.see(&ann().read());
    block_on(fixture.service.check_opened(&photo())).unwrap();
    assert!(fixture.view("ann-other").photo.unwrap().asked.is_some());
    fixture.later(1000);
    block_on(fixture.service.record_search(&photo(), "bing", Outcome::None, &[])).unwrap();
    assert_eq!(fixture.view("ann-other").photo.unwrap().asked, None);
    fixture.later(1000);
    block_on(fixture.service.check_opened(&photo())).unwrap();
    assert!(fixture.view("ann-other").photo.unwrap().asked.is_some());
}

#[test]
fn a_generated_picture_is_a_weak_sign_and_never_more() {
    for (score, codes_expected) in [(0.99, vec!["photo-looks-generated"]), (0.49, vec!["too-little-known"])] {
        let fixture = stolen();
        fixture.see(&ann().read());
        block_on(fixture.service.record_generated(&photo(), "sightengine", score)).unwrap();
        let view = fixture.view("ann-other");
        assert_eq!((view.verdict, codes(&view)), (Verdict::Unchecked, codes_expected));
        let shown = serde_json::to_value(view.photo.unwrap().generated).unwrap();
        assert_eq!(shown["score"], score);
    }
}
