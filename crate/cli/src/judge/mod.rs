//! `vouchsafe judge`: the verdicts on invitations, and why.

mod case;
mod replay;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Args;
use serde::Serialize;
use vouchsafe_core::judgement::Reason;
use vouchsafe_core::memory::Failure;
use vouchsafe_core::photo::PhotoError;
use vouchsafe_core::service::{InMemory, PhotoSource, Twin, View};
use vouchsafe_core::verdict::Verdict;

pub use case::{Account, Card, CardSent, Case, Opinion, Photo, Search, Sighting, SimpleCard, address};
pub use replay::{CaseError, replay};

use crate::input::{self, InputError};
use crate::picture_file::{self, FileError};

/// Judges invitations: plays cards and sightings back in the order of their times, and prints the verdict on each
/// invitation at the end, one JSON object a line.
///
/// Photo files that cannot be read are named on standard error, the rest is done, and the exit status is 1.
#[derive(Debug, Args)]
#[command(after_long_help = SHAPE)]
pub struct Judge {
    /// The cards and sightings, as JSON.
    pub file: PathBuf,
}

const SHAPE: &str = r#"FILE holds one object; times are epoch milliseconds:
  {
    "now": 1795000000000,
    "cards": [{
      "profile": "kim-sample",         an address, or the last part of one
      "name": "Kim Sample",
      "photo": {"url": "https://media.licdn.com/dms/image/v2/ASSET/profile-displayphoto-shrink_100_100/0/SET-AT",
                "file": "kim.jpg"},    relative to FILE; nothing is ever fetched: a photo without a file counts as
                                       not allowed to be fetched
      "headline": "", "note": "", "context": "", "mutual": 0,
      "verified": false, "follows": false, "shared": false,
      "seen": 1794990000000
    }],
    "sightings": [{"profile": …, "name": …, "photo": {…}, "seen": …,
                   "place": "profile", "search", "suggestion", "connection" or "feed"}],
    "searches": [{"profile": …, "engine": "bing", "at": …,       what a search of the web found for the card's photo
                  "hits": [{"url": …, "title": …, "same": true}],   none: the engine found none
                  "same": [addresses that the user called the same photo], "other": [those struck out]}],
    "accounts": [{"profile": …, "joined": {"year": 2012, "month": 3}, "verified": false}],
    "opinions": [{"profile": …, "says": "known" or "fake", "at": …}]
  }
A card needs profile, name and seen. It may also be given as the content script reads it: root, urn,
language and pieces, with seen, and photo for the file. At most 500 photos a day of people passed by are looked at,
as in the browser.

Printed for each card: name, profile, verdict (accept-safe, suspicious, likely-fake, unchecked), basis (what it rests
on), findings in order of weight (code, side, strength, the blanks of its sentence), twins (others with the same
photo), compared (with how many photos)."#;

/// Why a case could not be judged.
#[derive(Debug, thiserror::Error)]
pub enum JudgeError {
    /// The file cannot be read.
    #[error("{}: {source}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: InputError,
    },
    /// The file is no JSON, or broken off.
    #[error("{}: no JSON ({source}); a JSON file of invitations was expected: `vouchsafe judge --help` shows its shape", .path.display())]
    NotJson {
        /// The file.
        path: PathBuf,
        /// What is wrong, and at which line.
        source: serde_json::Error,
    },
    /// The file is not of the shape described.
    #[error("{}: {source}; `vouchsafe judge --help` shows what a file of invitations holds", .path.display())]
    Shape {
        /// The file.
        path: PathBuf,
        /// What is wrong, and at which line.
        source: serde_json::Error,
    },
    /// Something in it cannot be judged.
    #[error("{}: {source}", .path.display())]
    Case {
        /// The file.
        path: PathBuf,
        /// What cannot be judged.
        source: CaseError,
    },
    /// The verdicts cannot be written.
    #[error("cannot write the verdicts: {0}")]
    Output(#[from] io::Error),
}

/// The line printed for one invitation.
#[derive(Debug, Serialize)]
struct Judged<'a> {
    name: &'a str,
    profile: &'a str,
    verdict: Verdict,
    basis: &'a [Reason],
    findings: &'a [Reason],
    twins: &'a [Twin],
    compared: usize,
}

impl Judge {
    /// Judges, and says whether every photo file could be read.
    ///
    /// # Errors
    /// [`JudgeError`] when the file is not what it should be or the verdicts cannot be written.
    pub fn run(&self, mut output: impl Write) -> Result<bool, JudgeError> {
        let path = || self.file.clone();
        let text = input::read(&self.file, input::MAX_FILE_BYTES)
            .map_err(|source| JudgeError::File { path: path(), source })?;
        let case: Case = serde_json::from_slice(&text).map_err(|source| {
            let path = path();
            if source.is_data() { JudgeError::Shape { path, source } } else { JudgeError::NotJson { path, source } }
        })?;
        let files = Files::of(&case, self.file.parent().unwrap_or(Path::new("")));
        let views = replay(&case, InMemory::default(), files.clone())
            .map_err(|source| JudgeError::Case { path: path(), source })?;
        for view in &views {
            let View { name, profile_url, verdict, basis, reasons, twins, compared, .. } = view;
            let (verdict, compared) = (*verdict, *compared);
            let judged = Judged { name, profile: profile_url, verdict, basis, findings: reasons, twins, compared };
            serde_json::to_writer(&mut output, &judged).map_err(io::Error::from)?;
            writeln!(output)?;
        }
        output.flush()?;
        let failed = files.failed.borrow();
        failed.iter().for_each(|line| eprintln!("{line}"));
        Ok(failed.is_empty())
    }
}

/// A photo source that reads the case's files instead of the network.
#[derive(Debug, Clone, Default)]
struct Files {
    paths: Rc<BTreeMap<String, PathBuf>>,
    /// A line for each file that could not be read, with the reason.
    failed: Rc<RefCell<BTreeSet<String>>>,
}

impl Files {
    fn of(case: &Case, folder: &Path) -> Self {
        let given = case.photos().filter_map(|photo| Some((photo.url.clone(), folder.join(photo.file.as_ref()?))));
        Self { paths: Rc::new(given.collect()), failed: Rc::default() }
    }
}

impl PhotoSource for Files {
    async fn fetch(&self, url: &str) -> Result<Vec<u8>, Failure> {
        let path = self.paths.get(url).ok_or(Failure::NotAllowed)?;
        picture_file::read(path).map(|(bytes, _)| bytes).map_err(|error| {
            self.failed.borrow_mut().insert(format!("{}: {error}", path.display()));
            match error {
                FileError::Unreadable(_) => Failure::Unreachable,
                FileError::OtherKind(_) => Failure::from(&PhotoError::Unsupported),
                FileError::Photo(error) => Failure::from(&error),
            }
        })
    }
}
