//! Bad input gets one clear line that says what is wrong, and a reader of the output may stop reading.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vouchsafe"));
    command.args(arguments);
    command
}

fn is_refused(output: &Output, code: i32, what: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{what}: {said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{what}: {said}");
    assert!(said.len() > 15 && !said.contains("panicked"), "{what}: {said}");
}

/// Files of the wrong kind.
fn bad_files(at: &Path) -> Vec<(&'static str, PathBuf)> {
    let written = |name: &str, bytes: &[u8]| {
        let path = at.join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let huge = at.join("huge");
    File::create(&huge).unwrap().set_len(70 * 1024 * 1024).unwrap();
    vec![
        ("no file", at.join("none")),
        ("a folder", at.to_path_buf()),
        ("empty", written("empty", b"")),
        ("not text", written("bytes", &[0xff, 0xfe, 0, 159, 146, 150])),
        ("not JSON", written("text", b"hello, world\n")),
        ("other JSON", written("json", b"[1, 2, 3]")),
        ("half JSON", written("half", b"{\"now\": 1, \"cards\": [")),
        ("huge", huge),
    ]
}

#[test]
fn bad_files_get_one_clear_line_from_every_subcommand() {
    let at = folder("bad-files");
    for (what, file) in bad_files(&at) {
        let file = file.to_str().unwrap();
        is_refused(&program(&["judge", file]).output().unwrap(), 2, &format!("judge, {what}"));
        is_refused(&program(&["explain", file, file]).output().unwrap(), 2, &format!("explain, {what}"));
        let goals = program(&["worth", "--goals", file]).stdin(Stdio::null()).output().unwrap();
        is_refused(&goals, 2, &format!("worth --goals, {what}"));
        if what != "a folder" {
            let matched = program(&["match", "--memory", file, "--queries", file]).output().unwrap();
            is_refused(&matched, 2, &format!("match, {what}"));
        }
    }
}

#[test]
fn wrong_calls_and_empty_folders_get_one_clear_line() {
    let (at, full) = (folder("empty-folder"), folder("full-folder"));
    fs::write(full.join("a"), b"a").unwrap();
    let (at, full) = (at.to_str().unwrap(), full.to_str().unwrap());
    for call in [
        &["frobnicate"][..],
        &["judge"],
        &["names", "x"],
        &["explain", "x"],
        &["judge", "--nope", "x"],
        &["worth", "--goals"],
        &["match", "--memory", at],
        &["match", "--memory", at, "--queries", full],
        &["match", "--memory", full, "--queries", at],
    ] {
        is_refused(&program(call).stdin(Stdio::null()).output().unwrap(), 2, &call.join(" "));
    }
    for call in [&["--help"][..], &["--version"], &["judge", "--help"], &["help", "match"]] {
        let output = program(call).output().unwrap();
        assert!(output.status.success() && !output.stdout.is_empty(), "{call:?}");
    }
}

#[test]
fn bad_tables_get_one_clear_line() {
    let at = folder("bad-tables");
    for (what, file) in bad_files(&at).into_iter().filter(|(what, _)| *what != "no file") {
        for task in ["names", "worth"] {
            let output = program(&[task]).stdin(File::open(&file).unwrap()).output().unwrap();
            is_refused(&output, 2, &format!("{task}, {what}"));
        }
    }
}

#[test]
fn files_that_are_not_photos_are_named_one_a_line_and_the_rest_is_done() {
    let at = folder("bad-photos");
    fs::create_dir_all(at.join("photos")).unwrap();
    for (what, file) in bad_files(&at).into_iter().filter(|(_, file)| file.is_file()) {
        fs::copy(file, at.join("photos").join(what)).unwrap();
    }
    let photos = at.join("photos");
    let photos = photos.to_str().unwrap();
    let output = program(&["match", "--memory", photos, "--queries", photos]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        (output.status.code(), said.lines().count()),
        (Some(1), 2 * fs::read_dir(photos).unwrap().count()),
        "{said}"
    );
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let rows = "Robert Weaver,Bob Weaver\n".repeat(200_000);
    for (task, header) in [("names", "name_a,name_b\n"), ("worth", "headline,company\n")] {
        let mut running =
            program(&[task]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (mut input, rows) = (running.stdin.take().unwrap(), rows.clone());
        // The program may end before it has read everything.
        let writing = std::thread::spawn(move || drop(input.write_all(format!("{header}{rows}").as_bytes())));
        let mut first = [0; 10];
        let mut output = running.stdout.take().unwrap();
        output.read_exact(&mut first).unwrap();
        drop(output);
        let ended = running.wait_with_output().unwrap();
        writing.join().unwrap();
        assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(0), ""), "{task}");
    }
}
