//! `vouchsafe explain`: how two pictures compare, in words and as a picture.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use vouchsafe_core::photo::{Closeness, Comparison, PhotoIndex, Portrait, Query, Rendition};

use crate::match_photos::{FileError, read};

/// Scale of the picture that is written: pixels a side for each pixel of a rendition.
const ENLARGED: u32 = 5;

/// Says how two pictures compare, and writes a picture of them laid over each other: the first, the second laid
/// over it, where they differ, and the first with every patch of the second marked, green where it agrees and red where
/// it does not.
#[derive(Debug, Args)]
pub struct Explain {
    /// The photo that is looked up.
    first: PathBuf,
    /// The photo that is remembered.
    second: PathBuf,
    /// Where the picture is written.
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
    /// The picture cannot be written.
    #[error("cannot write {}: {source}", .path.display())]
    Picture {
        /// Where to.
        path: PathBuf,
        /// Why not.
        source: image::ImageError,
    },
}

impl Explain {
    /// Explains; true when the two are the same photo.
    ///
    /// # Errors
    /// [`ExplainError`] when a file cannot be read or the picture cannot be written.
    pub fn run(&self, mut output: impl Write) -> Result<bool, ExplainError> {
        let portrait = |path: &PathBuf| read(path).map_err(|source| ExplainError::File { path: path.clone(), source });
        let (first, second) = (portrait(&self.first)?, portrait(&self.second)?);
        for (path, portrait) in [(&self.first, &first), (&self.second, &second)] {
            if let Err(lack) = &portrait.fingerprint {
                writeln!(output, "{} is not comparable: {lack}", path.display())?;
            }
        }
        if let (Some(query), Ok(known)) = (Query::of(&first), &second.fingerprint) {
            writeln!(output, "img_hash: {} of 256 bits differ", query.distance(known))?;
        }
        let (comparison, same) = compare(&first, &second);
        writeln!(output, "{}", in_words(same))?;
        let (_, swapped) = compare(&second, &first);
        if swapped != same {
            writeln!(output, "the second looked up, the first remembered: {}", in_words(swapped))?;
        }
        if let Some(c) = &comparison {
            let agreeing = c.patches.iter().filter(|patch| patch.agrees()).count();
            let ([forward, backward], [forward_again, backward_again]) = (c.evidence, c.second_look);
            let [whole, centre, face] = c.low_frequencies;
            writeln!(
                output,
                "laid over each other, {agreeing} of {} patches agree; evidence {forward:.1}, and {backward:.1} the other way; at a second \
                 look {forward_again:.1} and {backward_again:.1}; of the low frequencies {whole} of 256 bits differ, of those in \
                 head and shoulders {centre}, in the face {face}; without what they have in \
                 common they differ by {:.1} grey values",
                c.patches.len(),
                c.difference
            )?;
            let [a, b, x, d, e, y] = c.map.coefficients();
            writeln!(
                output,
                "x' = {a:.3}x {b:+.3}y {x:+.3}, y' = {d:.3}x {e:+.3}y {y:+.3} (from -1 to 1){}",
                if a < 0.0 { "; mirrored" } else { "" }
            )?;
        }
        let picture = overlay(&first.rendition, &second.rendition, comparison.as_ref());
        picture.save(&self.out).map_err(|source| ExplainError::Picture { path: self.out.clone(), source })?;
        writeln!(
            output,
            "{} shows the first, the second laid over it, where they differ, and which patches agree",
            self.out.display()
        )?;
        Ok(same.or(swapped).is_some())
    }
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
