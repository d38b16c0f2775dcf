//! `vouchsafe judge`, from a file to its verdicts.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::fs;
use std::path::PathBuf;

use image::{Rgb, RgbImage, imageops};
use serde_json::{Value, json};
use vouchsafe::judge::{Judge, JudgeError};

const NOW: i64 = 1_795_000_000_000;
const DAY: i64 = 24 * 60 * 60 * 1000;

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Blocks in places that a seed decides, softened: plenty to compare.
fn picture(seed: u32) -> RgbImage {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 16
    };
    let mut picture = RgbImage::from_pixel(100, 100, Rgb([120; 3]));
    for _ in 0..40 {
        let (x0, y0, side) = (next() % 90, next() % 90, 8 + next() % 30);
        let colour = Rgb([next() as u8, next() as u8, next() as u8]);
        let places = (x0..100.min(x0 + side)).flat_map(|x| (y0..100.min(y0 + side)).map(move |y| (x, y)));
        places.for_each(|(x, y)| picture.put_pixel(x, y, colour));
    }
    imageops::blur(&picture, 1.5)
}

fn url(asset: &str, days_ago: i64) -> String {
    let set = NOW - days_ago * DAY;
    format!("https://media.licdn.com/dms/image/v2/{asset}/profile-displayphoto-shrink_100_100/0/{set}?e=1900000000")
}

fn judge(folder: &str, case: &Value) -> Result<(Vec<Value>, bool), JudgeError> {
    judge_text(folder, &case.to_string())
}

fn judge_text(name: &str, text: &str) -> Result<(Vec<Value>, bool), JudgeError> {
    let file = folder(name).join("case.json");
    fs::write(&file, text).unwrap();
    let mut output = Vec::new();
    let complete = Judge { file }.run(&mut output)?;
    let lines = String::from_utf8(output).unwrap();
    Ok((lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), complete))
}

fn thief() -> Value {
    json!({
        "profile": "theo-thief", "name": "Theo Thief", "headline": "Investor", "mutual": 2, "seen": NOW - DAY,
        "photo": {"url": url("STOLEN", 20), "file": "stolen.png"},
    })
}

fn owner() -> Value {
    json!({
        "profile": "https://www.linkedin.com/in/olga-owner/", "name": "Olga Owner", "place": "search",
        "photo": {"url": url("OWN", 900), "file": "own.png"}, "seen": NOW - 3 * DAY,
    })
}

fn draw(name: &str) {
    picture(1).save(folder(name).join("own.png")).unwrap();
    imageops::flip_horizontal(&picture(1)).save(folder(name).join("stolen.png")).unwrap();
}

#[test]
fn a_stolen_photo_is_found_and_its_owner_named() {
    draw("stolen");
    let (judged, complete) = judge("stolen", &json!({"now": NOW, "cards": [thief()], "sightings": [owner()]})).unwrap();
    assert!(complete);
    let [judged] = judged.as_slice() else { panic!("{judged:?}") };
    assert_eq!((&judged["name"], &judged["verdict"]), (&json!("Theo Thief"), &json!("likely-fake")));
    assert_eq!(
        judged["findings"][0],
        json!({"code": "photo-under-other-name", "side": "against", "strength": "strong",
            "blanks": [{"name": "Olga Owner"}]})
    );
    assert_eq!(judged["findings"][1]["blanks"], json!([{"count": 2}]));
    assert_eq!(judged["twins"][0]["profileUrl"], json!("https://www.linkedin.com/in/olga-owner/"));
    assert_eq!(judged["compared"], json!(1));
}

#[test]
fn the_users_answer_outranks_the_findings() {
    draw("said");
    let opinions = json!([{"profile": "theo-thief", "says": "known"}]);
    let case = json!({"now": NOW, "cards": [thief()], "sightings": [owner()], "opinions": opinions});
    assert_eq!(judge("said", &case).unwrap().0[0]["verdict"], json!("accept-safe"));
}

#[test]
fn a_card_as_read_is_judged_like_a_simple_one() {
    draw("as-read");
    let profile = "https://www.linkedin.com/in/theo-thief/";
    let photo = url("STOLEN", 20);
    let control = |label: &str| json!({"kind": "control", "label": label, "text": "", "href": ""});
    let card = json!({
        "root": "structure", "urn": "", "language": "en", "seen": NOW - DAY,
        "pieces": [
            {"kind": "image", "src": &photo, "alt": "", "link": profile},
            {"kind": "link", "href": profile, "text": "Theo Thief", "strong": true},
            {"kind": "text", "text": "Theo Thief is inviting you to connect"},
            control("Ignore an invitation to connect from Theo Thief"), control("Accept Theo Thief’s invitation"),
        ],
        "photo": {"url": &photo, "file": "stolen.png"},
    });
    let (judged, _) = judge("as-read", &json!({"now": NOW, "cards": [card], "sightings": [owner()]})).unwrap();
    assert_eq!(judged[0]["verdict"], json!("likely-fake"));
}

#[test]
fn photos_that_cannot_be_read_are_left_out() {
    draw("unreadable");
    fs::write(folder("unreadable").join("own.png"), "no picture").unwrap();
    let mut card = thief();
    card["photo"]["file"] = Value::Null;
    let case = json!({"now": NOW, "cards": [card], "sightings": [owner()]});
    let (judged, complete) = judge("unreadable", &case).unwrap();
    assert!(!complete);
    assert_eq!(
        (&judged[0]["verdict"], &judged[0]["basis"][0]["code"]),
        (&json!("unchecked"), &json!("photo-not-allowed"))
    );
}

#[test]
fn errors_in_a_case_are_named() {
    let error = |case: &Value| judge("wrong", case).unwrap_err().to_string();
    let told = |case: &Value, what: &str| assert!(error(case).ends_with(what), "{}", error(case));
    told(&json!({"now": NOW, "cards": [{"name": "Theo Thief", "seen": NOW}]}), "a profile's address and a name");
    told(
        &json!({"now": NOW, "cards": [{"profile": "t", "name": "Theo", "photo": {"url": "https://a.test/"}, "seen": 1}]}),
        "https://a.test/ is not the address of a profile photo on LinkedIn's photo host",
    );
    let mut sighting = owner();
    sighting["place"] = json!("invitation");
    told(&json!({"now": NOW, "sightings": [sighting]}), "sighting 1 is on an invitation: give it as a card");
    told(
        &json!({"now": NOW, "opinions": [{"profile": "t", "says": "fake"}]}),
        "opinion 1 is of somebody who sent no invitation",
    );
    assert!(matches!(judge_text("shape", "{\"now\": 1,\n \"card\": []}"), Err(JudgeError::Shape { .. })));
    let shape = judge("shape", &json!({"now": 1, "cards": [{"nmae": "Theo Thief"}]})).unwrap_err().to_string();
    assert!(shape.contains("unknown field `nmae`"), "{shape}");
    let text = judge_text("shape", "hello, world").unwrap_err();
    assert!(matches!(text, JudgeError::NotJson { .. }));
    assert!(text.to_string().contains("a JSON file of invitations was expected"), "{text}");
    assert!(matches!(judge_text("shape", "{\"now\": 1, \"cards\": ["), Err(JudgeError::NotJson { .. })));
    let missing = Judge { file: PathBuf::from("none.json") };
    assert!(matches!(missing.run(Vec::new()), Err(JudgeError::File { .. })));
}

#[test]
fn a_search_of_the_web_counts_as_in_the_browser() {
    let hit = json!({"url": "https://de.linkedin.com/in/olga-owner", "title": "Olga Owner | LinkedIn", "same": true});
    let found = |search: Value, accounts: Value| {
        let case = json!({"now": NOW, "cards": [thief()], "searches": [search], "accounts": accounts});
        draw("searched");
        let (lines, _) = judge("searched", &case).unwrap();
        lines[0]["verdict"].as_str().unwrap().to_owned()
    };
    let search = |more: Value| {
        let mut search = json!({"profile": "theo-thief", "engine": "bing", "hits": [hit.clone()]});
        search.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        search
    };
    assert_eq!(found(search(json!({"hits": []})), json!([])), "accept-safe");
    assert_eq!(found(search(json!({})), json!([])), "suspicious");
    assert_eq!(found(search(json!({"same": [hit["url"]]})), json!([])), "likely-fake");
    assert_eq!(found(search(json!({"other": [hit["url"]]})), json!([])), "accept-safe");
    let young = json!([{"profile": "theo-thief", "joined": {"year": 2026, "month": 11}}]);
    assert_eq!(found(search(json!({"hits": []})), young), "suspicious");
    let nobody = json!({"now": NOW, "cards": [thief()], "searches": [{"profile": "nobody", "engine": "bing"}]});
    assert!(matches!(judge("searched", &nobody), Err(JudgeError::Case { .. })));
}
