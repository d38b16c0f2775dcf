//! `vouchsafe explain`: how two pictures compare, in words and as a picture.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use vouchsafe_core::photo::{Closeness, Comparison, PhotoIndex, Portrait, Query, Rendition};

use crate::input;
use crate::picture_file::{FileError, read};

/// The bits of a hash. Of low frequencies that were not compared all bits differ.
const BITS: u32 = 256;
/// Scale of the picture that is written: pixels a side for each pixel of a rendition.
const ENLARGED: u32 = 5;

/// Says how two pictures compare, the verdict first and then what was measured, and writes a picture of them laid over each
/// other: the first, the second laid over it, where they differ, and the first with every patch of the second marked, green
/// where it agrees and red where it does not.
#[derive(Debug, Args)]
pub struct Explain {
    /// The photo that is looked up.
    first: PathBuf,
    /// The photo that is remembered.
    second: PathBuf,
    /// Where the picture is written, as PNG.
    #[arg(long, value_name = "FILE", default_value = "explain.png")]
    out: PathBuf,
}

/// Why two pictures could not be explained.
#[derive(Debug, thiserror::Error)]
pub enum ExplainError {
    /// One of the files is not a picture that can be read.
    #[error("{}: {source}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: FileError,
    },
    /// The words cannot be written.
    #[error("cannot write the answer: {0}")]
    Output(#[from] io::Error),
    /// The picture cannot be drawn.
    #[error("cannot draw the picture: {0}")]
    Drawing(#[from] image::ImageError),
    /// The picture cannot be written.
    #[error("cannot write {}: {source}", .path.display())]
    Picture {
        /// Where to.
        path: PathBuf,
        /// Why not.
        source: OutError,
    },
}

/// Why the picture cannot be written where it should be.
#[derive(Debug, thiserror::Error)]
pub enum OutError {
    /// The name is that of another kind of file.
    #[error("it is written as PNG, so its name must end in .png")]
    NotPng,
    /// A photo would be overwritten.
    #[error("it is one of the two photos")]
    IsAPhoto,
    /// There is something else than a file.
    #[error("there is {0}, not a regular file")]
    NotAFile(&'static str),
    /// It is to lie in a folder that does not exist.
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// The system refuses.
    #[error(transparent)]
    Refused(#[from] io::Error),
}

impl Explain {
    /// Explains; true when the two are the same photo.
    ///
    /// # Errors
    /// [`ExplainError`] when a file cannot be read or the picture cannot be written.
    pub fn run(&self, mut output: impl Write) -> Result<bool, ExplainError> {
        let portrait = |path: &PathBuf| match read(path) {
            Ok((_, portrait)) => Ok(portrait),
            Err(source) => Err(ExplainError::File { path: path.clone(), source }),
        };
        let (first, second) = (portrait(&self.first)?, portrait(&self.second)?);
        let (comparison, same) = compare(&first, &second);
        // Written before anything is printed: whoever reads a verdict and then an error does not know what to believe.
        self.write(&overlay(&first.rendition, &second.rendition, comparison.as_ref()))?;
        let are_comparable = first.fingerprint.is_ok() && second.fingerprint.is_ok();
        writeln!(output, "{}", if are_comparable { in_words(same) } else { "the two cannot be compared" })?;
        let (_, swapped) = compare(&second, &first);
        if swapped != same {
            writeln!(output, "the second looked up, the first remembered: {}", in_words(swapped))?;
        }
        for (path, portrait) in [(&self.first, &first), (&self.second, &second)] {
            if let Err(lack) = &portrait.fingerprint {
                writeln!(output, "{} is not comparable: {lack}", path.display())?;
            }
        }
        if are_comparable && comparison.as_ref().is_none_or(|comparison| comparison.patches.is_empty()) {
            writeln!(output, "too few details are alike to lay one over the other")?;
        }
        let distance =
            Query::of(&first).zip(second.fingerprint.as_ref().ok()).map(|(query, known)| query.distance(known));
        writeln!(output)?;
        for [name, one, other] in measured(comparison.as_ref(), distance) {
            writeln!(output, "{}", format!("{name:<23} {one:<22} {other}").trim_end())?;
        }
        writeln!(
            output,
            "\n{} shows the first, the second laid over it, where they differ, and which patches agree",
            self.out.display()
        )?;
        Ok(same.or(swapped).is_some())
    }

    fn write(&self, picture: &image::RgbImage) -> Result<(), ExplainError> {
        let mut png = Cursor::new(Vec::new());
        picture.write_to(&mut png, image::ImageFormat::Png)?;
        self.check_out()
            .and_then(|()| Ok(fs::write(&self.out, png.into_inner())?))
            .map_err(|source| ExplainError::Picture { path: self.out.clone(), source })
    }

    /// Whether the picture may be written where it should be.
    fn check_out(&self) -> Result<(), OutError> {
        if !self.out.extension().is_some_and(|end| end.eq_ignore_ascii_case("png")) {
            return Err(OutError::NotPng);
        }
        let folder = self.out.parent().filter(|folder| *folder != Path::new(""));
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(OutError::NoFolder(folder.to_path_buf()));
        }
        let Ok(there) = fs::canonicalize(&self.out) else { return Ok(()) };
        if [&self.first, &self.second]
            .into_iter()
            .any(|photo| fs::canonicalize(photo).is_ok_and(|photo| photo == there))
        {
            return Err(OutError::IsAPhoto);
        }
        input::other_kind(fs::metadata(&there)?.file_type()).map_or(Ok(()), |kind| Err(OutError::NotAFile(kind)))
    }
}

/// What was measured, as rows of a table: a name, and one value for both, or the value with the second laid over the first and
/// the value with the first laid over the second.
fn measured(comparison: Option<&Comparison>, distance: Option<u32>) -> Vec<[String; 3]> {
    let cell = |value: Option<String>| value.unwrap_or_else(|| "not measured".to_owned());
    let both = |name: &str, [there, back]: [Option<String>; 2]| [name.to_owned(), cell(there), cell(back)];
    let one = |name: &str, value: Option<String>| [name.to_owned(), cell(value), String::new()];
    let in_bits = |bits: u32| format!("{bits} of {BITS} bits differ");
    // The core leaves 0, 256 and infinity where it found no need to measure.
    let laid = comparison.filter(|c| !c.patches.is_empty());
    let laid_back = laid.filter(|c| c.evidence[1] > 0.0 || c.agreeing[1] > 0.0);
    let looked = laid.filter(|c| !c.is_evident());
    let looked_back = looked.filter(|c| c.second_look[1] > 0.0 || c.score() > 0.0);
    let number = |value: f32| format!("{value:.1}");
    let share = |share: f32| format!("{:.0} %", 100.0 * share);
    let counted = |c: &Comparison| {
        let agreeing = c.patches.iter().filter(|patch| patch.agrees()).count();
        format!("{} ({agreeing} of {})", share(c.agreeing[0]), c.patches.len())
    };
    let low = |which: usize| {
        let bits = comparison.and_then(|c| c.low_frequencies.get(which).copied());
        bits.filter(|bits| *bits < BITS).map(in_bits)
    };
    let residual = |of: fn(&Comparison) -> f32| {
        comparison.map(of).filter(|residual| residual.is_finite()).map(|residual| format!("{residual:.1} grey values"))
    };
    vec![
        ["measured", "second on first", "first on second"].map(str::to_owned),
        both("evidence", [laid.map(|c| number(c.evidence[0])), laid_back.map(|c| number(c.evidence[1]))]),
        both("patches that agree", [laid.map(counted), laid_back.map(|c| share(c.agreeing[1]))]),
        both("second look", [looked.map(|c| number(c.second_look[0])), looked_back.map(|c| number(c.second_look[1]))]),
        one("residual", residual(|c| c.residual)),
        one("  in the face of a part", residual(|c| c.residual_in_face)),
        one("low frequencies: whole", low(0)),
        one("  head and shoulders", low(1)),
        one("  face", low(2)),
        one("img_hash", distance.map(in_bits)),
        one("place of the second", laid.map(in_formulas)),
    ]
}

/// Where the second lies on the first.
fn in_formulas(comparison: &Comparison) -> String {
    let [a, b, x, d, e, y] = comparison.map.coefficients();
    let mirrored = if a < 0.0 { "; mirrored" } else { "" };
    format!("x' = {a:.3}x {b:+.3}y {x:+.3}, y' = {d:.3}x {e:+.3}y {y:+.3} (from -1 to 1){mirrored}")
}

fn in_words(closeness: Option<Closeness>) -> &'static str {
    match closeness {
        Some(Closeness::NearExact) => "the same photo, beyond doubt",
        Some(Closeness::Part) => "one is part of the other, which shows more: compare them yourself",
        Some(Closeness::Looser) => "probably the same photo: compare them yourself",
        None => "not the same photo",
    }
}

/// How two photos agree when laid over each other, the first looked up and the second remembered; and how close the
/// product takes them to be.
fn compare(first: &Portrait, second: &Portrait) -> (Option<Comparison>, Option<Closeness>) {
    let mut index = PhotoIndex::default();
    if let Ok(fingerprint) = &second.fingerprint {
        index.insert_fingerprint((), fingerprint);
    }
    let Some(query) = Query::of(first) else { return (None, None) };
    let Some(candidate) = index.candidates(&query).into_iter().next() else { return (None, None) };
    let comparison = query.compare(&candidate.placement, &second.rendition);
    let closeness = comparison.closeness();
    (Some(comparison), closeness)
}

/// Which patches of the second agree, by the pixel of the first they lie on.
fn marks(comparison: Option<&Comparison>) -> BTreeMap<(u32, u32), bool> {
    let pixel = |v: f32| ((v + 1.0) * 0.5 * Rendition::SIDE as f32) as u32;
    let patches = comparison.iter().flat_map(|c| c.patches.iter().map(|patch| (c.map.to(patch.x, patch.y), patch)));
    let placed = patches.flat_map(|((x, y), patch)| {
        let (x, y) = (pixel(x), pixel(y));
        [(x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)].map(|at| (at, patch.agrees()))
    });
    placed.collect()
}

/// Side by side: the first, the second laid over it, their difference, the patches on the first.
fn overlay(first: &Rendition, second: &Rendition, comparison: Option<&Comparison>) -> image::RgbImage {
    let side = Rendition::SIDE;
    let (a, b) = (first.to_rgba(), second.to_rgba());
    let pixel = |pixels: &[u8], x: u32, y: u32| -> [u8; 3] {
        let i = ((y * side + x) * 4) as usize;
        std::array::from_fn(|k| pixels.get(i + k).copied().unwrap_or(0))
    };
    let laid = |x: u32, y: u32| -> Option<[u8; 3]> {
        let part = |v: u32| (v as f32 + 0.5) * 2.0 / side as f32 - 1.0;
        let (u, v) = comparison.map_or(Some((part(x), part(y))), |c| c.map.back(part(x), part(y)))?;
        let place = |v: f32| ((v + 1.0) * 0.5 * side as f32).floor();
        let (x, y) = (place(u), place(v));
        let within = |v: f32| v >= 0.0 && v < side as f32;
        (within(x) && within(y)).then(|| pixel(&b, x as u32, y as u32))
    };
    let marks = marks(comparison);
    image::RgbImage::from_fn(side * ENLARGED * 4, side * ENLARGED, |x, y| {
        let (panel, x, y) = (x / (side * ENLARGED), x % (side * ENLARGED) / ENLARGED, y / ENLARGED);
        let own = pixel(&a, x, y);
        image::Rgb(match (panel, laid(x, y)) {
            (0, _) => own,
            (1, other) => other.unwrap_or([255; 3]),
            (3, _) => match marks.get(&(x, y)) {
                Some(true) => [0, 200, 0],
                Some(false) => [220, 0, 0],
                None => own,
            },
            (_, Some(other)) => std::array::from_fn(|k| own[k].abs_diff(other[k])),
            (_, None) => [255; 3],
        })
    })
}
