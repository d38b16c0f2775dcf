//! How searches of the web are stored, kept, exported and forgotten; the history, and which photo is searched for next.

use pollster::block_on;

use super::super::*;
use super::account_age::about;
use super::searches::{IN, ann, hit, photo, profile, searched};
use super::stand_ins::{Card, Fixture};
use super::{OWNER, THIEF, codes, stolen};
use crate::memory::Outcome;
use crate::verdict::Verdict;
use crate::web::{Hit, PageKind};

#[test]
fn invalid_searches_are_refused_and_store_nothing() {
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
fn a_forgotten_person_is_removed_from_all_searches() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.see(&ann().read());
    let hits = [
        profile("olga-owner", "Olga Owner"),
        profile("maria", "Maria Gomez"),
        hit("https://www.linkedin.com/posts/Olga-Owner_so-glad-activity-1", "So glad"),
        hit("https://www.linkedin.com/pulse/of-pumps-olga-owner", "Of pumps"),
        hit("https://www.linkedin.com/pub/olga-owner/1/2/3", "Owner"),
        hit("https://firm.example/team", "Our people: Olga Owner, Head of Pumps"),
    ];
    block_on(fixture.service.record_search(&photo(), "bing", Outcome::Results, &hits)).unwrap();
    for found in &hits {
        block_on(fixture.service.answer_found(&photo(), &found.url, Some(found.title.contains("Olga")))).unwrap();
    }
    block_on(fixture.service.answer_found(&photo(), &hits[1].url, None)).unwrap();
    let read = about(Some((2012, 3)), true);
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
    let old = about(Some((2012, 3)), false);
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
    let read = about(Some((2012, 3)), true);
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
fn a_file_with_more_than_is_ever_kept_of_a_photo_is_refused_before_it_is_read() {
    let (fixture, _) = searched(&ann(), &[profile("brandon", "Brandon Lockhart")]);
    for field in ["searches", "words", "hits"] {
        let many = |line: Line| {
            let Line::Searched(mut searched) = line else { return line };
            match field {
                "searches" => searched.searches = vec![searched.searches[0].clone(); 9],
                "words" => searched = (0..100).fold(searched, |all, n| all.with_word(&n.to_string(), Some(true), 0)),
                _ => searched.searches[0].hits = vec![searched.searches[0].hits[0].clone(); 21],
            }
            searched.words.extend((field == "words").then(|| searched.words[0].clone()));
            Line::Searched(searched)
        };
        let file: Vec<Line> = fixture.file().into_iter().map(many).collect();
        let other = stolen();
        let refused = ServiceError::Import(ImportError::Broken("a search of the web"));
        assert_eq!(other.import(&file), Err(refused), "{field}");
        assert_eq!(other.store.contents(), []);
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
fn photos_with_reasons_to_accept_are_searched_first_and_none_twice_within_ninety_days() {
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

#[test]
fn history_and_panel_count_the_same() {
    let (fixture, _) = searched(&ann(), &[profile("brandon", "Brandon Lockhart"), profile("ann-other", "Ann Other")]);
    let history = || block_on(fixture.service.searches("", "")).unwrap().items.remove(0);
    let counts = || (history().found, fixture.view("ann-other").photo.unwrap().searches[0].count);
    assert_eq!((counts(), history().strongest), ((2, 2), Some(PageKind::OtherProfile)));
    block_on(fixture.service.answer_found(&photo(), &format!("{IN}/brandon"), Some(false))).unwrap();
    assert_eq!((counts(), history().strongest), ((2, 2), Some(PageKind::OwnProfile)), "whatever the user says of them");
    let similar = (0..100).map(|n| Hit { same: false, ..hit(&format!("https://shop{n}.example/"), "Shop") });
    let one: Vec<Hit> = similar.chain([profile("brandon", "Brandon Lockhart")]).collect();
    let many: Vec<Hit> = (0..100).map(|n| profile(&format!("p-{n}"), "Brandon Lockhart")).collect();
    for (hits, count) in [(one, 1), (many, 100)] {
        fixture.later(1000);
        block_on(fixture.service.record_search(&photo(), "bing", Outcome::Results, &hits)).unwrap();
        assert_eq!(counts(), (count, count));
    }
}
