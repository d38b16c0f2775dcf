//! `vouchsafe match`: which of the queries are photos of the memory.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use vouchsafe_core::photo::{Closeness, PhotoIndex, Query};

use crate::picture_file::read;

/// Finds the remembered photos that the queries show, altered or not.
///
/// Prints CSV to standard output: query, memory (paths as given), same (1 or 0), score (0 to 1), one line for every
/// candidate pair. Files that cannot be read as pictures are named on standard error and skipped, the rest is done, and
/// the exit status is 1. Pictures without enough detail to be compared are named there, too.
#[derive(Debug, Args)]
pub struct MatchPhotos {
    /// The folder of remembered photos.
    #[arg(long, value_name = "DIR")]
    memory: PathBuf,
    /// The folder of photos to look up.
    #[arg(long, value_name = "DIR")]
    queries: PathBuf,
    /// Count only matches beyond doubt as the same, a part of a picture included.
    #[arg(long)]
    near_exact: bool,
}

/// Why a run failed.
#[derive(Debug, thiserror::Error)]
pub enum MatchError {
    /// A folder cannot be listed.
    #[error("cannot read the folder {}: {source}", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A folder holds no files.
    #[error("there are no files in the folder {}", .0.display())]
    Empty(PathBuf),
    /// The table cannot be written.
    #[error("cannot write the table: {0}")]
    Table(#[from] csv::Error),
    /// The end of the table cannot be written.
    #[error("cannot write the table: {0}")]
    Output(#[from] io::Error),
}

impl MatchPhotos {
    /// Prints the matches; true if every file could be read.
    ///
    /// # Errors
    /// [`MatchError`] when a folder cannot be listed or the table cannot be written.
    pub fn run(&self) -> Result<bool, MatchError> {
        let (memory, queries) = (files(&self.memory)?, files(&self.queries)?);
        for (folder, files) in [(&self.memory, &memory), (&self.queries, &queries)] {
            if files.is_empty() {
                return Err(MatchError::Empty(folder.clone()));
            }
        }
        let mut complete = true;
        let progress = progress(memory.len() + queries.len());
        let mut portrait = |path: &Path| {
            progress.inc(1);
            match read(path) {
                Ok((_, portrait)) => {
                    if let Err(reason) = portrait.fingerprint {
                        progress.suspend(|| eprintln!("{}: not compared: {reason}", path.display()));
                    }
                    Some(portrait)
                }
                Err(error) => {
                    complete = false;
                    progress.suspend(|| eprintln!("{}: skipped: {error}", path.display()));
                    None
                }
            }
        };
        let mut index = PhotoIndex::default();
        let mut renditions = Vec::with_capacity(memory.len());
        for (number, path) in memory.iter().enumerate() {
            let known = portrait(path);
            if let Some(fingerprint) = known.as_ref().and_then(|known| known.fingerprint.as_ref().ok()) {
                index.insert_fingerprint(number, fingerprint);
            }
            renditions.push(known.map(|known| known.rendition));
        }
        let mut table = csv::Writer::from_writer(io::stdout().lock());
        table.write_record(["query", "memory", "same", "score"])?;
        for path in &queries {
            let Some(query) = portrait(path).as_ref().and_then(Query::of) else { continue };
            let mut candidates = index.candidates(&query);
            candidates.sort_by_key(|candidate| candidate.key);
            for candidate in candidates {
                let (Some(rendition), Some(known)) = (renditions.get(candidate.key), memory.get(candidate.key)) else {
                    continue;
                };
                let likeness = rendition.as_ref().and_then(|known| query.confirm(&candidate.placement, known));
                let same = likeness.is_some_and(|l| !self.near_exact || l.closeness >= Closeness::Part);
                let score = likeness.map_or(0.0, |likeness| likeness.score);
                table.write_record([
                    path.to_string_lossy().as_ref(),
                    known.to_string_lossy().as_ref(),
                    if same { "1" } else { "0" },
                    &format!("{score:.3}"),
                ])?;
            }
        }
        table.flush()?;
        io::stdout().flush()?;
        progress.finish_and_clear();
        Ok(complete)
    }
}

/// Everything in a folder and its subfolders except folders, sorted, without what is hidden. Links are followed, except
/// to a folder that holds the link.
fn files(folder: &Path) -> Result<Vec<PathBuf>, MatchError> {
    let mut found = Vec::new();
    add_files(folder, &mut Vec::new(), &mut found)?;
    Ok(found)
}

/// Adds the files of a folder; `within`: the folders it lies in, by their real paths.
fn add_files(folder: &Path, within: &mut Vec<PathBuf>, found: &mut Vec<PathBuf>) -> Result<(), MatchError> {
    let named = |source| MatchError::Folder { path: folder.to_path_buf(), source };
    let real = fs::canonicalize(folder).map_err(named)?;
    if within.contains(&real) {
        return Ok(());
    }
    let mut paths = fs::read_dir(folder)
        .map_err(named)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(named)?;
    paths.retain(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')));
    paths.sort();
    within.push(real);
    for path in paths {
        if path.is_dir() {
            add_files(&path, within, found)?;
        } else {
            found.push(path);
        }
    }
    within.pop();
    Ok(())
}

/// A progress bar on standard error, where that is a terminal.
fn progress(length: usize) -> ProgressBar {
    let target = if io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(length as u64), target);
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} photos, {eta} left");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
