//! The form of exported files is frozen: what this version wrote can be read by every later one.

use serde_json::{Value, json};

use super::super::*;
use super::account_age::about;
use super::searches::{hit, photo, profile};
use super::stand_ins::Fixture;
use crate::base64;
use crate::memory::Outcome;
use crate::photo::{Portrait, Rendition};

const FILE: &str = include_str!("../../../../../tests/stored/export-2.json");
/// The lists of a file, in their order, and what a line of each is called.
const LISTS: [(&str, &str); 7] = [
    ("photos", "photo"),
    ("sightings", "sighting"),
    ("checks", "check"),
    ("opinions", "opinion"),
    ("comparings", "comparing"),
    ("searches", "searched"),
    ("accounts", "account"),
];

/// As extension/options/file.js reads a file.
fn lines(file: &Value) -> Vec<Line> {
    let mut lines = vec![json!({"memory": {"format": file["format"], "version": file["version"]}})];
    for (list, kind) in LISTS {
        lines.extend(file[list].as_array().unwrap().iter().map(|record| json!({kind: record})));
    }
    lines.push(json!({"goals": file["goals"]}));
    lines.push(json!({"end": lines.len()}));
    lines.into_iter().map(|line| serde_json::from_value(line).unwrap()).collect()
}

/// As extension/options/file.js writes a file.
fn file(lines: &[Line]) -> Value {
    let mut file = json!({"goals": {}});
    LISTS.iter().for_each(|(list, _)| file[list] = json!([]));
    for line in lines {
        let Value::Object(line) = serde_json::to_value(line).unwrap() else { panic!() };
        for (kind, value) in line {
            match LISTS.iter().find(|(_, of)| *of == kind) {
                Some((list, _)) => file[list].as_array_mut().unwrap().push(value),
                None if kind == "memory" => {
                    (file["format"], file["version"]) = (value["format"].clone(), value["version"].clone());
                }
                None if kind == "goals" => file["goals"] = value,
                None => {}
            }
        }
    }
    file
}

#[test]
fn the_frozen_file_is_read_and_written_as_it_is() {
    let mut frozen: Value = serde_json::from_str(FILE).unwrap();
    let fixture = Fixture::open();
    let taken = fixture.import(&lines(&frozen)).unwrap();
    let expected = Imported { people: 3, photos: 3, opinions: 1, checks: 1, comparings: 1, searches: 1, goals: true };
    assert_eq!(taken, expected);
    let mut again = file(&fixture.file());
    for opinion in again["opinions"].as_array_mut().unwrap() {
        assert_eq!(opinion.as_object_mut().unwrap().remove("imported"), Some(json!(true)));
    }
    // Whatever fingerprint a file has, the photo's rendition is what counts.
    for photo in frozen["photos"].as_array_mut().unwrap() {
        photo["fingerprint"] = json!(fingerprint_of(photo["rendition"].as_str().unwrap()));
    }
    assert_eq!(again, frozen);
}

/// The fingerprint of a rendition, both as base64.
fn fingerprint_of(rendition: &str) -> String {
    let rendition = Rendition::from_bytes(&base64::decode(rendition).unwrap()).unwrap();
    base64::encode(&Portrait::of_rendition(rendition).fingerprint.unwrap().to_bytes())
}

/// Writes the file again: only with a new version of the form, under its number.
#[test]
#[ignore = "writes tests/stored"]
fn write_the_frozen_file() {
    let fixture = super::import::full();
    let found = [profile("somebody-else", "Somebody Else"), hit("https://firm.example/team", "Our team: Ann Other")];
    let service = &fixture.service;
    pollster::block_on(service.record_search(&photo(), "tineye", Outcome::Results, &found)).unwrap();
    pollster::block_on(service.answer_found(&photo(), &found[0].url, Some(false))).unwrap();
    let about = about(Some((2019, 5)), true);
    pollster::block_on(service.record_account("https://www.linkedin.com/in/ann-other/", &about)).unwrap();
    let goals = serde_json::from_value(
        json!({"headline": "", "title": "", "companies": ["Nordwind"], "roles": [], "topics": []}),
    );
    pollster::block_on(service.set_goals(goals.unwrap())).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/stored/export-2.json");
    std::fs::write(path, serde_json::to_string_pretty(&file(&fixture.file())).unwrap() + "\n").unwrap();
}
