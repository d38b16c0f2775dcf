//! What a search of the web found, and what it may and may not do.

use pollster::block_on;
use proptest::prelude::*;

use super::super::*;
use super::stand_ins::{Card, DAY, Fixture, TODAY};
use super::{OWNER, THIEF, codes, stolen};
use crate::judgement::Blank;
use crate::memory::Outcome;
use crate::verdict::Verdict;
use crate::web::{Hit, PageKind};

const IN: &str = "https://www.linkedin.com/in";

fn hit(url: &str, title: &str) -> Hit {
    Hit { url: url.to_owned(), title: title.to_owned(), same: true }
}

fn profile(slug: &str, name: &str) -> Hit {
    hit(&format!("{IN}/{slug}"), &format!("{name} - Analyst - Example | LinkedIn"))
}

fn ann() -> Card {
    Card::of("ann-other", "Ann Other", "OTHER")
}

fn photo() -> PhotoId {
    PhotoId::from("OTHER".to_owned())
}

/// Ann's invitation, and what a search of her photo found.
fn searched(card: &Card, hits: &[Hit]) -> (Fixture, View) {
    let fixture = stolen();
    fixture.see(&card.read());
    let outcome = if hits.is_empty() { Outcome::None } else { Outcome::Results };
    let views = block_on(fixture.service.record_search(&photo(), "google-lens", outcome, hits)).unwrap();
    assert_eq!(views.len(), 1);
    let view = fixture.view("ann-other");
    assert_eq!(views, std::slice::from_ref(&view));
    (fixture, view)
}

/// Verdict and findings, but for `too-little-known`.
fn judged(hits: &[Hit]) -> (Verdict, Vec<&'static str>) {
    let (_, view) = searched(&ann(), hits);
    let mut codes = codes(&view);
    codes.retain(|code| *code != "too-little-known");
    (view.verdict, codes)
}

#[test]
fn what_is_found_becomes_findings() {
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
    let young = AccountAsRead { joined: Some(Month { year: 2026, month: 11 }), photo_updated: None, verified: false };
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
fn who_is_remembered_with_the_photo_is_judged_by_who_had_it_first() {
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
fn what_is_no_search_is_refused_and_costs_nothing() {
    let fixture = stolen();
    fixture.see(&ann().read());
    let before = fixture.store.len();
    let none = PhotoId::from("?".to_owned());
    let record =
        |photo: &PhotoId, engine: &str| block_on(fixture.service.record_search(photo, engine, Outcome::None, &[]));
    assert_eq!(record(&none, "bing"), Err(ServiceError::PhotoUnknown));
    for engine in ["", "Bing", "a b", "x".repeat(41).as_str()] {
        assert_eq!(record(&photo(), engine), Err(ServiceError::NotAnEngine), "{engine}");
    }
    for score in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
        assert_eq!(block_on(fixture.service.record_generated(&photo(), "x", score)), Err(ServiceError::NotAnEngine));
    }
    assert_eq!(fixture.store.len(), before);
}

#[test]
fn searches_are_kept_for_ninety_days_and_the_users_word_longer() {
    let hits = [profile("brandon", "Brandon Lockhart"), profile("maria", "Maria Gomez")];
    let (fixture, _) = searched(&ann(), &hits);
    block_on(fixture.service.answer_found(&photo(), &hits[0].url, Some(true))).unwrap();
    block_on(fixture.service.record_generated(&photo(), "sightengine", 0.9)).unwrap();
    fixture.days_pass(89);
    assert_eq!(
        codes(&fixture.view("ann-other")),
        ["web-confirmed-profile", "web-other-profile", "photo-looks-generated"]
    );
    fixture.days_pass(3);
    assert_eq!(codes(&fixture.view("ann-other")), ["web-confirmed-profile"]);
    block_on(fixture.service.answer_found(&photo(), &hits[0].url, Some(false))).unwrap();
    fixture.days_pass(1);
    assert_eq!(fixture.view("ann-other").photo.unwrap().searches, []);
    block_on(fixture.service.record_search(&photo(), "bing", Outcome::Results, &hits)).unwrap();
    assert_eq!(codes(&fixture.view("ann-other")), ["web-other-profile"], "still struck out");
}

#[test]
fn who_is_forgotten_stays_in_no_search() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.see(&ann().read());
    let hits = [profile("olga-owner", "Olga Owner"), profile("maria", "Maria Gomez")];
    block_on(fixture.service.record_search(&photo(), "bing", Outcome::Results, &hits)).unwrap();
    block_on(fixture.service.answer_found(&photo(), &hits[0].url, Some(true))).unwrap();
    let read = AccountAsRead { joined: Some(Month { year: 2012, month: 3 }), photo_updated: None, verified: true };
    block_on(fixture.service.record_account(&format!("{IN}/olga-owner/"), &read)).unwrap();
    block_on(fixture.service.forget_person("olga-owner")).unwrap();
    let said = format!("{:?}", fixture.store.contents());
    assert!(!said.contains("olga") && !said.contains("Olga"), "{said}");
    assert_eq!(codes(&fixture.view("ann-other")), ["web-other-profile"]);
    block_on(fixture.service.forget_person("ann-other")).unwrap();
    let said = format!("{:?}", fixture.store.contents());
    assert!(!said.contains("Maria") && !said.contains("bing"), "{said}");
}

#[test]
fn a_killed_process_and_a_first_answer_know_the_searches() {
    let (fixture, view) = searched(&ann(), &[profile("brandon", "Brandon Lockhart")]);
    let old = AccountAsRead { joined: Some(Month { year: 2012, month: 3 }), photo_updated: None, verified: false };
    block_on(fixture.service.record_account(&format!("{IN}/ann-other/"), &old)).unwrap();
    let recalled = match block_on(fixture.reopened().service.recall(&ann().read())).unwrap() {
        Some(CardSeen::Invitation { view, .. }) => view,
        other => panic!("{other:?}"),
    };
    assert_eq!(codes(&recalled), ["web-other-profile", "account-old"]);
    assert_eq!(recalled.photo, view.photo);
    assert_eq!(*recalled, fixture.view("ann-other"));
}

#[test]
fn searches_and_accounts_are_exported_and_taken_in_with_the_rest() {
    let hits = [profile("brandon", "Brandon Lockhart"), profile("maria", "Maria Gomez")];
    let (fixture, _) = searched(&ann(), &hits);
    block_on(fixture.service.answer_found(&photo(), &hits[0].url, Some(false))).unwrap();
    block_on(fixture.service.record_generated(&photo(), "sightengine", 0.25)).unwrap();
    let read = AccountAsRead { joined: Some(Month { year: 2012, month: 3 }), photo_updated: None, verified: true };
    block_on(fixture.service.record_account(&format!("{IN}/ann-other/"), &read)).unwrap();
    let expected = fixture.view("ann-other");
    let file = fixture.file();

    let other = stolen();
    assert_eq!(other.import(&file).unwrap().searches, 1);
    other.see(&ann().read());
    let taken = other.view("ann-other");
    assert_eq!((&taken.reasons, &taken.photo, &taken.account), (&expected.reasons, &expected.photo, &expected.account));
    assert_eq!(other.import(&file).unwrap().searches, 0, "taken in once");

    // What the user says here counts first, and an import that is given up leaves what was there.
    let own = stolen();
    own.see(&ann().read());
    block_on(own.service.record_search(&photo(), "bing", Outcome::Results, &hits)).unwrap();
    block_on(own.service.answer_found(&photo(), &hits[0].url, Some(true))).unwrap();
    let before = own.view("ann-other");
    let job = block_on(own.service.import_begin()).unwrap();
    block_on(own.service.import_part(job, file[..file.len() - 1].to_vec())).unwrap();
    assert_eq!(own.view("ann-other").photo.unwrap().searches.len(), 2);
    assert_eq!(own.view("ann-other").verdict, Verdict::Suspicious, "verified, by the file");
    block_on(own.service.import_cancel(job)).unwrap();
    assert_eq!(own.view("ann-other"), before);
    own.import(&file).unwrap();
    assert!(codes(&own.view("ann-other")).contains(&"web-confirmed-profile"));
}

#[test]
fn an_accounts_age_speaks_by_linkedins_own_word() {
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

#[test]
fn the_history_is_paged_and_searched() {
    let (fixture, _) = searched(&ann(), &[profile("brandon", "Brandon Lockhart"), profile("ann-other", "Ann Other")]);
    fixture.see(&OWNER().read());
    fixture.later(1000);
    block_on(fixture.service.record_search(&PhotoId::from("OWN".to_owned()), "bing", Outcome::None, &[])).unwrap();
    let history = |text: &str| block_on(fixture.service.searches(text, "")).unwrap().items;
    let all = history("");
    assert_eq!(
        all.iter().map(|line| (line.name.as_str(), line.found)).collect::<Vec<_>>(),
        [("Olga Owner", 0), ("Ann Other", 2)]
    );
    assert_eq!((all[0].strongest, all[1].strongest), (None, Some(PageKind::OtherProfile)));
    for (text, count) in [("olga", 1), ("BING", 1), ("lockhart", 1), ("nobody", 0), ("  ", 2)] {
        assert_eq!(history(text).len(), count, "{text}");
    }
    for n in 0..60 {
        let card = Card {
            slug: Box::leak(format!("p-{n}").into_boxed_str()),
            asset: Box::leak(format!("P{n}").into_boxed_str()),
            ..ann()
        };
        fixture.see(&card.read());
        block_on(fixture.service.record_search(&PhotoId::from(format!("P{n}")), "bing", Outcome::None, &[])).unwrap();
    }
    let first = block_on(fixture.service.searches("", "")).unwrap();
    let second = block_on(fixture.service.searches("", first.next.as_deref().unwrap())).unwrap();
    assert_eq!((first.items.len(), second.items.len(), second.next), (50, 12, None));
    assert!(first.items.iter().all(|line| !second.items.contains(line)));
    assert_eq!(block_on(fixture.service.searches("", "nonsense")).unwrap().items.len(), 50);
}

#[test]
fn the_worthwhile_are_searched_first_and_nobody_twice_within_ninety_days() {
    let fixture = stolen();
    let goals = serde_json::from_value(
        serde_json::json!({"headline": "", "title": "", "companies": ["Nordwind"], "roles": [], "topics": []}),
    );
    block_on(fixture.service.set_goals(goals.unwrap())).unwrap();
    fixture.see(&OWNER().read());
    fixture.later(1000);
    fixture.see(&Card { headline: "Engineer at Nordwind", ..ann() }.read());
    let due = |fixture: &Fixture, limit| {
        let due = block_on(fixture.service.next_to_search(limit)).unwrap();
        due.into_iter().map(|one| one.name).collect::<Vec<_>>()
    };
    assert_eq!(due(&fixture, 9), ["Ann Other", "Olga Owner"]);
    assert_eq!(due(&fixture, 1), ["Ann Other"]);
    block_on(fixture.service.record_search(&photo(), "bing", Outcome::Results, &[hit("https://a.example/", "x")]))
        .unwrap();
    assert_eq!(due(&fixture, 9), ["Olga Owner"]);
    fixture.see(&THIEF().verified().read());
    assert!(due(&fixture, 9).is_empty(), "all have a verdict, or were searched for");
    block_on(fixture.service.forget_person("theo-thief")).unwrap();
    fixture.days_pass(92);
    assert_eq!(due(&fixture, 9), ["Ann Other", "Olga Owner"]);
    // An address that has expired is no use.
    fixture.clock.0.set(1_900_000_000_001);
    assert!(due(&fixture, 9).is_empty());
}

/// From the worst to the best.
fn safety(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::LikelyFake => 0,
        Verdict::Suspicious => 1,
        Verdict::Unchecked => 2,
        Verdict::AcceptSafe => 3,
    }
}

/// What an inviter who took Olga Owner's photo cannot change: where it is found.
fn of_others() -> impl Strategy<Value = Vec<Hit>> {
    prop::sample::subsequence(
        vec![
            profile("olga-owner", "Olga Owner"),
            hit("https://www.firm.example/team", "Our team: Olga Owner, CEO | Firm"),
            hit("https://www.firm.example/team/olga-owner", "Olga Owner | Firm"),
            hit("https://www.linkedin.com/pub/dir/Olga/Owner", "10+ \"Olga Owner\" profiles | LinkedIn"),
            hit("https://www.linkedin.com/posts/olga-owner_x", "Olga Owner on LinkedIn: news"),
            hit("https://www.linkedin.com/company/firm", "Firm | LinkedIn"),
            hit("https://news.example/1", "Firm opens an fixture"),
            hit("https://unsplash.com/photos/x", "Woman in a suit"),
        ],
        0..5,
    )
}

/// What they can put up themselves.
fn of_inviter() -> impl Strategy<Value = Vec<Hit>> {
    let title = prop::sample::select(vec![
        "Theo Thief",
        "Theo Thief | Firm",
        "Meet Theo Thief",
        "Theo Thief – CEO",
        "About",
        "",
        "LinkedIn",
        "Verified",
    ]);
    let path = prop::sample::select(vec!["", "team", "team/theo-thief", "wiki/Theo_Thief", "people/theo-thief"]);
    prop::collection::vec((0..40_u8, path, title), 0..30).prop_map(|pages| {
        pages.into_iter().map(|(n, path, title)| hit(&format!("https://theo-{n}.example/{path}"), title)).collect()
    })
}

fn verdict_on(name: &'static str, hits: &[Hit]) -> (Verdict, Vec<&'static str>) {
    let fixture = stolen();
    fixture.see(&Card { name, ..THIEF() }.read());
    let photo = PhotoId::from("THEFT".to_owned());
    let outcome = if hits.is_empty() { Outcome::None } else { Outcome::Results };
    block_on(fixture.service.record_search(&photo, "bing", outcome, hits)).unwrap();
    let view = fixture.view("theo-thief");
    (view.verdict, codes(&view))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_an_inviter_puts_up_and_no_name_they_take_is_as_good_as_nothing_found(
        others in of_others(),
        own in of_inviter(),
        own_first in any::<bool>(),
    ) {
        let (plain, _) = verdict_on("Theo Thief", &others);
        let both = if own_first { [own, others.clone()].concat() } else { [others.clone(), own].concat() };
        let (with_pages, found) = verdict_on("Theo Thief", &both);
        prop_assert!(safety(with_pages) <= safety(plain), "{found:?} {both:?}");
        let (renamed, found) = verdict_on("Olga Owner", &others);
        if plain != Verdict::AcceptSafe {
            prop_assert!(renamed != Verdict::AcceptSafe, "{found:?} {others:?}");
        }
    }
}
