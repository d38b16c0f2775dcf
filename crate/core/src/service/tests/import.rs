//! A file is exported and imported again in parts; nothing in it accuses anybody or overrules the user, and nothing of
//! it stays when it is refused, cancelled or cut off.

use pollster::block_on;
use serde_json::{Value, json};

use super::super::*;
use super::stand_ins::{Card, DAY, Fixture, TODAY, TestClock, TestStore, picture};
use super::{OWNER, THIEF, stolen};
use crate::memory::Stance;
use crate::verdict::Verdict;

/// Another browser of the same user, which can fetch the same photos.
fn elsewhere(fixture: &Fixture) -> Fixture {
    Fixture::on(TestStore::default(), fixture.photos.clone(), TestClock(fixture.clock.0.clone()))
}

/// Lines as JSON, to be changed by a test.
fn as_json(lines: &[Line]) -> Vec<Value> {
    lines.iter().map(|line| serde_json::to_value(line).unwrap()).collect()
}

/// JSON as lines; `None` if one is not of a line's shape.
fn as_lines(json: &[Value]) -> Option<Vec<Line>> {
    json.iter().map(|line| serde_json::from_value(line.clone()).ok()).collect()
}

/// Changes one field of the line of a kind.
fn with(lines: &[Line], kind: &str, field: &str, value: &Value) -> Option<Vec<Line>> {
    let mut json = as_json(lines);
    let mut of_kind = json.iter_mut().filter_map(|line| line.get_mut(kind));
    of_kind.next().unwrap()[field] = value.clone();
    as_lines(&json)
}

/// A file with these lines before its end.
fn file(lines: &[Value]) -> Vec<Line> {
    let mut all = vec![json!({"memory": {"format": "vouchsafe-memory", "version": 2}})];
    all.extend(lines.iter().cloned());
    all.push(json!({"end": all.len()}));
    as_lines(&all).unwrap()
}

pub fn full() -> Fixture {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    fixture.see(&THIEF().read());
    fixture.see(&Card::of("ann-other", "Ann Other", "OTHER").read());
    block_on(fixture.service.check_opened(&PhotoId::from("OTHER".to_owned()))).unwrap();
    block_on(fixture.service.overrule("in:theo-thief", Some(Stance::Known))).unwrap();
    let (own, theft) = (PhotoId::from("OWN".to_owned()), PhotoId::from("THEFT".to_owned()));
    block_on(fixture.service.compare_photos(&own, &theft, Some(false))).unwrap();
    fixture
}

#[test]
fn what_is_exported_is_imported_and_says_how_much_of_each_kind() {
    let fixture = full();
    for at_a_time in [1, 2, 3, 1000] {
        let other = elsewhere(&fixture);
        let taken = other.import_by(&fixture.file(), at_a_time).unwrap();
        let expected =
            Imported { people: 3, photos: 3, opinions: 1, checks: 1, comparings: 1, searches: 0, goals: false };
        assert_eq!(taken, expected, "{at_a_time}");
        let without_flags = |lines: Vec<Line>| {
            let mut json = as_json(&lines);
            json.iter_mut().filter_map(|line| line.get_mut("opinion")?.as_object_mut()).for_each(|opinion| {
                opinion.remove("imported");
            });
            json
        };
        assert_eq!(without_flags(other.file()), without_flags(fixture.file()), "{at_a_time}");
        assert_eq!(other.import(&fixture.file()).unwrap(), Imported::default(), "nothing new the second time");
        assert!(block_on(other.service.rendition_pixels(&PhotoId::from("OWN".to_owned()))).unwrap().is_some());
        block_on(other.service.compare_photos(&"OWN".to_owned().into(), &"THEFT".to_owned().into(), None)).unwrap();
        assert_eq!(other.reopened().see(&OWNER().read()).twins.len(), 1, "likenesses are found again");
    }
}

#[test]
fn a_refused_file_leaves_nothing() {
    let good = full().file();
    let lines = |change: &dyn Fn(&mut Vec<Line>)| {
        let mut lines = good.clone();
        change(&mut lines);
        Some(lines)
    };
    let far = json!(TODAY + 10 * DAY);
    let cases: Vec<(&str, Option<Vec<Line>>)> = vec![
        ("another version", with(&good, "memory", "version", &json!(4))),
        ("another format", with(&good, "memory", "format", &json!("x"))),
        ("no header", lines(&|lines| drop(lines.remove(0)))),
        ("two headers", lines(&|lines| lines.insert(1, lines[0].clone()))),
        ("no end", lines(&|lines| drop(lines.pop()))),
        ("a line less", lines(&|lines| drop(lines.remove(3)))),
        ("more after the end", lines(&|lines| lines.push(lines[1].clone()))),
        ("a sighting before its photo", lines(&|lines| lines.swap(1, 4))),
        ("another host", with(&good, "photo", "address", &json!("https://evil.test/a"))),
        ("an odd profile", with(&good, "sighting", "profile", &json!("olga/../owner"))),
        ("a profile in no order", with(&good, "sighting", "profile", &json!("olga\u{202e}renwo"))),
        ("an odd name", with(&good, "sighting", "name", &json!("Olga \u{202e}Owner"))),
        ("seen before LinkedIn", with(&good, "sighting", "firstSeen", &json!(0))),
        ("seen next week", with(&good, "sighting", "lastSeen", &far)),
        ("a photo seen next week", with(&good, "photo", "lastSeen", &far)),
        ("a photo seen at the end of time", with(&good, "photo", "lastSeen", &json!(i64::MAX))),
        ("not a rendition", with(&good, "photo", "rendition", &json!("AAAA"))),
        ("not base64", with(&good, "photo", "rendition", &json!("?"))),
        ("an opinion of next week", with(&good, "opinion", "at", &far)),
        ("an opinion of long ago", with(&good, "opinion", "at", &json!(-1))),
        ("an opinion of nobody", with(&good, "opinion", "profile", &json!("a/b"))),
        ("a check of no photo", with(&good, "check", "photo", &json!("NONE"))),
        ("a check of next week", with(&good, "check", "opened", &far)),
        ("a comparison of no photo", with(&good, "comparing", "a", &json!("NONE"))),
        ("a comparison of next week", with(&good, "comparing", "at", &far)),
        ("unknown fields", with(&good, "photo", "more", &json!(1))),
    ];
    for (what, lines) in cases {
        let Some(lines) = lines else { continue };
        for at_a_time in [1, 1000] {
            let fixture = elsewhere(&stolen());
            assert!(matches!(fixture.import_by(&lines, at_a_time), Err(ServiceError::Import(_))), "{what}");
            assert_eq!(fixture.store.contents(), [], "{what}");
        }
    }
}

#[test]
fn an_owner_is_not_accused_by_what_a_file_says_of_times() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    let theft = THIEF();
    let claims = file(&[
        json!({"photo": {"address": theft.photo_url(100), "side": u32::MAX, "lastSeen": TODAY, "rendition": null}}),
        json!({"sighting": {"profile": theft.slug, "name": theft.name, "photo": "THEFT", "setAt": 0,
            "place": "profile", "firstSeen": 1_100_000_000_000_i64, "lastSeen": TODAY}}),
    ]);
    fixture.import(&claims).unwrap();
    fixture.see(&theft.read());
    assert_eq!(
        (fixture.view("olga-owner").verdict, fixture.view("theo-thief").verdict),
        (Verdict::Suspicious, Verdict::LikelyFake)
    );
    let Record::Sighting(sighting) = fixture
        .store
        .contents()
        .into_iter()
        .find(|record| matches!(record, Record::Sighting(s) if s.place == crate::memory::Place::Profile))
        .unwrap()
    else {
        panic!()
    };
    assert_eq!((sighting.set_at, sighting.first_seen), (Some(theft.set_at), theft.set_at), "times come from addresses");
    assert!(block_on(fixture.service.largest(&theft.photo_url(100))).unwrap().unwrap().side <= 100);
}

#[test]
fn the_time_in_an_address_that_a_page_shows_beats_the_one_in_a_file() {
    let fixture = stolen();
    let (owner, theft) = (OWNER(), THIEF());
    let claim = |card: &Card, days_ago: i64| {
        let address = card.photo_url(800).replace(&card.set_at.to_string(), &(TODAY - days_ago * DAY).to_string());
        [
            json!({"photo": {"address": address, "side": 800, "lastSeen": TODAY, "rendition": null}}),
            json!({"sighting": {"profile": card.slug, "name": card.name, "photo": card.asset, "setAt": null,
                "place": "search", "firstSeen": TODAY - days_ago * DAY, "lastSeen": TODAY}}),
        ]
    };
    // The file has the thief long before the owner, by the address of a larger rendition than any page shows.
    fixture.import(&file(&[claim(&theft, 3000), claim(&owner, 20)].concat())).unwrap();
    fixture.see(&owner.read());
    fixture.see(&theft.read());
    assert_eq!(
        (fixture.view("olga-owner").verdict, fixture.view("theo-thief").verdict),
        (Verdict::Suspicious, Verdict::LikelyFake)
    );
}

#[test]
fn no_imported_sighting_is_older_than_vouchsafe() {
    let fixture = stolen();
    let claims =
        file(&[json!({"sighting": {"profile": "theo-thief", "name": "Theo Thief", "photo": null, "setAt": null,
        "place": "connection", "firstSeen": 1_100_000_000_000_i64, "lastSeen": 1_100_000_000_001_i64}})]);
    fixture.import(&claims).unwrap();
    let held = block_on(fixture.service.people()).unwrap();
    assert_eq!(held.iter().map(|held| held.first_seen).min(), Some(1_767_225_600_000));
    // The same later, and with a clock that is behind.
    fixture.clock.0.set(1_700_000_000_000);
    let behind = elsewhere(&fixture);
    behind.import(&claims).unwrap();
    assert_eq!(block_on(behind.service.people()).unwrap().first().map(|held| held.first_seen), Some(1_700_000_000_000));
}

#[test]
fn an_imported_opinion_never_beats_the_users_own() {
    let fixture = stolen();
    fixture.see(&OWNER().read());
    block_on(fixture.service.overrule("in:olga-owner", Some(Stance::Known))).unwrap();
    let opinion = |profile: &str, at: Millis| json!({"opinion": {"profile": profile, "says": "fake", "at": at}});
    // Later than the user's, also as another form of the same account's address.
    let alias = json!({"sighting": {"profile": "olga-married", "name": "Olga Married", "photo": "OWN", "setAt": null,
        "place": "profile", "firstSeen": TODAY - DAY, "lastSeen": TODAY}});
    fixture.later(1000);
    let claims = [opinion("olga-owner", TODAY + 1000), opinion("olga-married", TODAY + 1000), alias];
    fixture.import(&file(&claims)).unwrap();
    assert_eq!(fixture.reopened().view("olga-owner").opinion, Some(Stance::Known));
    // Said in a file first, and here later, by a clock that is behind.
    let other = elsewhere(&fixture);
    other.see(&OWNER().read());
    other.import(&file(&[opinion("olga-owner", TODAY + DAY)])).unwrap();
    assert_eq!(other.view("olga-owner").opinion, Some(Stance::Fake), "nothing was said here yet");
    other.clock.0.set(TODAY - 30 * DAY);
    block_on(other.service.overrule("in:olga-owner", Some(Stance::Known))).unwrap();
    assert_eq!(other.reopened().view("olga-owner").opinion, Some(Stance::Known));
}

#[test]
fn the_fingerprint_of_an_imported_photo_is_computed_from_its_rendition() {
    let fixture = full();
    let photos = |fixture: &Fixture| -> Vec<Value> {
        as_json(&fixture.file()).into_iter().filter_map(|line| line.get("photo").cloned()).collect()
    };
    let [one, other] = [0, 1].map(|n| photos(&fixture)[n]["fingerprint"].clone());
    for wrong in [other, json!("AAAA"), json!("?"), json!(null)] {
        assert_ne!(one, wrong);
        let swapped = elsewhere(&fixture);
        swapped.import(&with(&fixture.file(), "photo", "fingerprint", &wrong).unwrap()).unwrap();
        assert_eq!(photos(&swapped)[0]["fingerprint"], one, "{wrong}");
    }
}

#[test]
fn a_cancelled_import_changes_nothing_wherever_it_was() {
    let source = full();
    for before in [false, true] {
        for parts in 0..source.file().len() {
            let fixture = elsewhere(&source);
            if before {
                fixture.photo("OWN", &picture(1));
                fixture.see(&OWNER().read());
                fixture.later(DAY);
            }
            let contents = fixture.store.contents();
            block_on(async {
                let job = fixture.service.import_begin().await.unwrap();
                for line in source.file().into_iter().take(parts) {
                    fixture.service.import_part(job, vec![line]).await.unwrap();
                }
                fixture.service.import_cancel(job).await.unwrap();
                let late = fixture.service.import_part(job, Vec::new()).await;
                assert_eq!(late, Err(ServiceError::Import(ImportError::Lost)));
            });
            assert_eq!(fixture.store.contents(), contents, "{parts}");
            assert_eq!(fixture.reopened().overview(), fixture.overview());
        }
    }
}

#[test]
fn what_was_seen_during_an_import_stays_when_it_is_cancelled() {
    let source = full();
    let fixture = elsewhere(&source);
    block_on(async {
        let job = fixture.service.import_begin().await.unwrap();
        fixture.service.import_part(job, source.file()).await.unwrap();
        fixture.later(1000);
        fixture.see(&THIEF().read());
        fixture.service.import_cancel(job).await.unwrap();
    });
    let people: Vec<String> =
        block_on(fixture.service.people()).unwrap().into_iter().map(|held| held.profile).collect();
    assert_eq!(people, ["theo-thief"]);
    let said = format!("{:?}", fixture.store.contents());
    assert!(!said.contains("OWN") && !said.contains("olga"), "{said}");
    assert_eq!(fixture.see(&THIEF().read()).twins, []);
    let fresh = elsewhere(&source);
    fresh.later(0);
    fresh.see(&THIEF().read());
    assert_eq!(fixture.view("theo-thief").verdict, fresh.view("theo-thief").verdict);
}

#[test]
fn an_import_that_the_processs_end_cut_off_is_undone_and_one_that_ended_stays() {
    let source = full();
    let fixture = elsewhere(&source);
    block_on(async {
        let job = fixture.service.import_begin().await.unwrap();
        fixture.service.import_part(job, source.file().into_iter().take(6).collect()).await.unwrap();
        let reborn = fixture.reopened();
        assert_eq!(reborn.service.import_part(job, Vec::new()).await, Err(ImportError::Lost.into()));
        reborn.service.tidy(180, 1000).await.unwrap();
        assert_eq!(reborn.store.contents(), []);
    });
    fixture.reopened().import(&source.file()).unwrap();
    let reborn = fixture.reopened();
    block_on(reborn.service.tidy(180, 1000)).unwrap();
    assert_eq!(block_on(reborn.service.people()).unwrap().len(), 3);
}

#[test]
fn cards_are_answered_between_the_parts() {
    let source = full();
    let fixture = elsewhere(&source);
    block_on(async {
        let job = fixture.service.import_begin().await.unwrap();
        for line in source.file() {
            fixture.service.import_part(job, vec![line]).await.unwrap();
            fixture.service.see_card(&THIEF().read()).await.unwrap();
            fixture.service.tidy(180, 1000).await.unwrap();
        }
        fixture.service.import_finish(job).await.unwrap();
    });
    assert_eq!(block_on(fixture.service.people()).unwrap().len(), 3);
}

#[test]
fn photos_that_nobody_in_the_file_shows_are_not_kept_nor_counted() {
    let source = full();
    let kept: Vec<Value> = as_json(&source.file()).into_iter().filter(|line| line.get("photo").is_some()).collect();
    let fixture = elsewhere(&source);
    assert_eq!(fixture.import(&file(&kept)).unwrap(), Imported::default());
    assert!(!fixture.store.contents().iter().any(|record| record.kind() == Kind::Photo));
}

#[test]
fn opinions_alone_are_counted_as_such() {
    let words: Vec<Value> =
        (0..300).map(|n| json!({"opinion": {"profile": format!("p-{n}"), "says": "known", "at": TODAY}})).collect();
    let taken = Fixture::open().import_by(&file(&words), 100).unwrap();
    assert_eq!((taken.people, taken.photos, taken.opinions), (0, 0, 300));
}

#[test]
fn a_full_store_costs_nothing_that_was_there() {
    let source = full();
    let fixture = elsewhere(&source);
    fixture.photo("OWN", &picture(1));
    fixture.see(&OWNER().read());
    let before = fixture.store.contents();
    block_on(async {
        let job = fixture.service.import_begin().await.unwrap();
        fixture.service.import_part(job, source.file().into_iter().take(3).collect()).await.unwrap();
        fixture.store.is_full.set(true);
        let rest: Vec<Line> = source.file().into_iter().skip(3).collect();
        assert_eq!(fixture.service.import_part(job, rest).await, Err(StoreError::Full.into()));
        fixture.store.is_full.set(false);
        fixture.service.tidy(180, 1000).await.unwrap();
    });
    assert_eq!(fixture.store.contents(), before);
}
