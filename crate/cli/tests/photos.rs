//! `vouchsafe match` and `vouchsafe explain`, run as programs.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use image::{Rgb, RgbImage, imageops};

/// An empty folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("photos").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs the program in a folder: paths are given relative to it.
fn vouchsafe(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vouchsafe")).current_dir(folder).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Overlapping discs of many tones, in places that a seed decides.
fn picture(seed: u32) -> RgbImage {
    let mut state = seed.wrapping_mul(747_796_405) | 1;
    let mut next = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 12) % below
    };
    let mut picture = RgbImage::from_fn(160, 160, |x, y| Rgb([(60 + x / 2) as u8, (40 + y / 2) as u8, 90]));
    for _ in 0..60 {
        let (across, down, radius) = (next(160), next(160), 6 + next(26));
        let colour = Rgb([next(256) as u8, next(256) as u8, next(256) as u8]);
        for (x, y, pixel) in picture.enumerate_pixels_mut() {
            if x.abs_diff(across).pow(2) + y.abs_diff(down).pow(2) < radius * radius {
                *pixel = colour;
            }
        }
    }
    imageops::blur(&picture, 1.5)
}

fn save(folder: &Path, path: &str, picture: &RgbImage) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    picture.save(path).unwrap();
}

#[test]
fn match_walks_folders_and_prints_every_candidate_pair() {
    let here = folder("match");
    save(&here, "memory/a.jpg", &picture(1));
    save(&here, "memory/deep/er/b, with a comma.png", &picture(2));
    save(&here, "memory/.hidden/c.jpg", &picture(1));
    save(&here, "queries/mirror/a.jpg", &imageops::flip_horizontal(&picture(1)));
    save(&here, "queries/crop/b.png", &imageops::crop_imm(&picture(2), 8, 4, 148, 148).to_image());
    save(&here, "queries/stranger.jpg", &picture(3));
    save(&here, "queries/flat.png", &RgbImage::from_pixel(100, 100, Rgb([30, 90, 160])));

    let output = vouchsafe(&here, &["match", "--memory", "memory", "--queries", "./queries"]);
    let told = "./queries/flat.png: not compared: too plain to be told from others\n";
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), told));
    assert!(text(&output.stdout).starts_with("query,memory,same,score\n"));
    let mut table = csv::Reader::from_reader(output.stdout.as_slice());
    let rows: Vec<(String, String, u8, f32)> = table.deserialize().map(Result::unwrap).collect();
    let same: Vec<(&str, &str)> = rows.iter().filter(|r| r.2 == 1).map(|r| (r.0.as_str(), r.1.as_str())).collect();
    let cropped = ("./queries/crop/b.png", "memory/deep/er/b, with a comma.png");
    assert_eq!(same, [cropped, ("./queries/mirror/a.jpg", "memory/a.jpg")]);
    for (query, memory, same, score) in rows {
        assert!(if same == 1 { score > 0.0 && score <= 1.0 } else { score == 0.0 }, "{query} {memory} {same} {score}");
    }
}

#[test]
fn match_names_what_it_cannot_read_and_does_the_rest() {
    let here = folder("unreadable");
    save(&here, "memory/a.png", &picture(1));
    save(&here, "queries/z.png", &picture(1));
    fs::write(here.join("memory/notes.txt"), "no picture").unwrap();
    fs::write(here.join("queries/empty.jpg"), "").unwrap();
    let whole = fs::read(here.join("queries/z.png")).unwrap();
    fs::write(here.join("queries/half.png"), &whole[..whole.len() / 2]).unwrap();

    let output = vouchsafe(&here, &["match", "--memory", "memory", "--queries", "queries"]);
    assert_eq!(output.status.code(), Some(1));
    let found: Vec<&str> = text(&output.stdout).lines().collect();
    let [head, same] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(*head, "query,memory,same,score");
    assert!(same.starts_with("queries/z.png,memory/a.png,1,0."), "{same}");
    let told: Vec<&str> = text(&output.stderr).lines().collect();
    let [notes, empty, half] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(*notes, "memory/notes.txt: skipped: a text, not a JPEG, PNG or WebP picture");
    assert_eq!(*empty, "queries/empty.jpg: skipped: the file is empty");
    assert!(half.starts_with("queries/half.png: skipped: the picture is damaged"), "{half}");
}

#[test]
fn match_without_a_folder_fails() {
    let here = folder("nowhere");
    let output = vouchsafe(&here, &["match", "--memory", "none", "--queries", "."]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
    assert!(text(&output.stderr).starts_with("vouchsafe: cannot read the folder none: "), "{}", text(&output.stderr));
}

#[test]
fn explain_says_how_two_pictures_compare_and_draws_it() {
    let here = folder("explain");
    save(&here, "one.png", &picture(1));
    save(&here, "mirrored.jpg", &imageops::flip_horizontal(&picture(1)));
    save(&here, "other.jpg", &picture(2));

    let output = vouchsafe(&here, &["explain", "one.png", "mirrored.jpg"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let said = text(&output.stdout);
    assert!(said.contains("the same photo, beyond doubt\n") && said.contains("; mirrored\n"), "{said}");
    let drawn = image::open(here.join("explain.png")).unwrap().to_rgb8();
    // Four panels: the mirrored one lies on the first as the first itself, so that hardly anything differs and nearly every
    // patch agrees.
    let side = drawn.height();
    assert_eq!(drawn.width(), 4 * side);
    let marked = |colour: [u8; 3]| drawn.pixels().filter(|pixel| pixel.0 == colour).count();
    assert!(marked([0, 200, 0]) > 20 * marked([220, 0, 0]) && marked([0, 200, 0]) > 1000);
    let mean = |panel: u32| {
        let panel =
            imageops::crop_imm(&drawn, panel * side + side / 8, side / 8, side * 3 / 4, side * 3 / 4).to_image();
        panel.iter().map(|value| f64::from(*value)).sum::<f64>() / panel.len() as f64
    };
    assert!((mean(0) - mean(1)).abs() < 4.0 && mean(2) < 12.0, "{} {} {}", mean(0), mean(1), mean(2));

    let output = vouchsafe(&here, &["explain", "one.png", "other.jpg", "--out", "others.png"]);
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output.stdout);
    assert!(said.starts_with("not the same photo\n"), "{said}");
    assert!(said.contains("\nresidual                not measured\n"), "{said}");
    assert!(!said.contains("inf") && !said.contains(" 256 of 256"), "{said}");
    assert!(image::open(here.join("others.png")).is_ok());

    image::RgbImage::from_pixel(100, 100, image::Rgb([90, 120, 200])).save(here.join("plain.png")).unwrap();
    let output = vouchsafe(&here, &["explain", "one.png", "plain.png"]);
    let said = text(&output.stdout);
    assert!(said.starts_with("the two cannot be compared\nplain.png is not comparable: too plain"), "{said}");

    fs::write(here.join("broken.jpg"), "no picture").unwrap();
    let output = vouchsafe(&here, &["explain", "broken.jpg", "one.png"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr), "vouchsafe: broken.jpg: a text, not a JPEG, PNG or WebP picture\n");
}

#[test]
fn what_explain_did_not_measure_has_no_number() {
    let here = folder("measured");
    save(&here, "one.png", &picture(1));
    let output = vouchsafe(&here, &["explain", "one.png", "one.png"]);
    let said = text(&output.stdout);
    let row = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_owned();
    assert!(said.starts_with("the same photo, beyond doubt\n\nmeasured "), "{said}");
    // Two who are beyond doubt by the evidence are not looked at twice.
    assert_eq!(row("second look").split_whitespace().collect::<Vec<_>>().join(" "), "not measured not measured");
    assert_eq!(row("residual"), "0.0 grey values");
    assert_eq!(row("low frequencies: whole"), "0 of 256 bits differ");
    assert!(row("patches that agree").ends_with(" 100 %"), "{said}");
    let second_column = |line: &str| line.find("first on second").or(line.rfind("100 %"));
    let columns: Vec<usize> = said.lines().filter_map(second_column).collect();
    assert!(columns.len() == 2 && columns[0] == columns[1], "{said}");
}

#[test]
fn explain_says_nothing_where_its_picture_cannot_be_written() {
    let here = folder("out");
    save(&here, "one.png", &picture(1));
    fs::create_dir_all(here.join("folder.png")).unwrap();
    let before = fs::read(here.join("one.png")).unwrap();
    for (out, why) in [
        ("nowhere/out.png", "there is no folder nowhere"),
        ("out.jpg", "it is written as PNG, so its name must end in .png"),
        ("out", "it is written as PNG, so its name must end in .png"),
        ("one.png", "it is one of the two photos"),
        ("folder.png", "there is a folder, not a regular file"),
    ] {
        let output = vouchsafe(&here, &["explain", "one.png", "one.png", "--out", out]);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""), "{out}");
        assert_eq!(text(&output.stderr), format!("vouchsafe: cannot write {out}: {why}\n"));
    }
    assert_eq!(fs::read(here.join("one.png")).unwrap(), before);
}

#[test]
fn pictures_of_other_kinds_and_too_large_ones_are_named() {
    let here = folder("kinds");
    save(&here, "memory/a.png", &picture(1));
    fs::create_dir_all(here.join("queries")).unwrap();
    fs::write(here.join("queries/film.gif"), b"GIF89a\x01\0\x01\0").unwrap();
    save(&here, "queries/wide.png", &RgbImage::new(5000, 20));
    let output = vouchsafe(&here, &["match", "--memory", "memory", "--queries", "queries"]);
    assert_eq!(
        text(&output.stderr),
        "queries/film.gif: skipped: a GIF picture, not a JPEG, PNG or WebP picture\n\
         queries/wide.png: skipped: the picture has 5000 × 20 pixels, more than are decoded: at most 4096 a side, and 58 MB of \
         memory in all\n"
    );
}

/// A pipe that nobody writes to; a program that opens it waits for ever.
#[cfg(unix)]
fn pipe(at: &Path) {
    assert!(Command::new("mkfifo").arg(at).status().unwrap().success());
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_skipped_and_named() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    let here = folder("special");
    save(&here, "memory/a.png", &picture(1));
    save(&here, "queries/deep/a.png", &picture(1));
    pipe(&here.join("queries/pipe"));
    let _socket = UnixListener::bind(here.join("queries/socket")).unwrap();
    symlink("/dev/zero", here.join("queries/zero")).unwrap();
    symlink("pipe", here.join("queries/to-pipe")).unwrap();
    symlink("../memory/a.png", here.join("queries/to-photo.png")).unwrap();
    // A folder that holds itself.
    symlink("..", here.join("queries/deep/up")).unwrap();
    let output = vouchsafe(&here, &["match", "--memory", "memory", "--queries", "queries"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        "queries/pipe: skipped: a named pipe, not a regular file\n\
         queries/socket: skipped: a socket, not a regular file\n\
         queries/to-pipe: skipped: a named pipe, not a regular file\n\
         queries/zero: skipped: a device, not a regular file\n"
    );
    let found: Vec<&str> = text(&output.stdout).lines().skip(1).map(|row| row.split(',').next().unwrap()).collect();
    assert_eq!(found, ["queries/deep/a.png", "queries/to-photo.png"]);

    for call in [
        &["explain", "queries/pipe", "memory/a.png"][..],
        &["explain", "memory/a.png", "queries/pipe"],
        &["judge", "queries/pipe"],
        &["worth", "--goals", "queries/pipe"],
    ] {
        let output = vouchsafe(&here, call);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""), "{call:?}");
        assert_eq!(text(&output.stderr), "vouchsafe: queries/pipe: a named pipe, not a regular file\n");
    }
}
