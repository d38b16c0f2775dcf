//! `vouchsafe worth`: the reasons to accept, for a CSV table of headlines.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use vouchsafe_core::worth::{CardTexts, Goals, Worth, WorthFinder};

use crate::input::{self, InputError};

/// Finds reasons to accept: CSV with the column `headline` (and `company`, `context`, `note` where known) on standard
/// input, the same with a last column `reasons` (codes joined by `;`) on standard output.
#[derive(Debug, Args)]
pub struct FindWorth {
    /// The user's goals: JSON with any of `headline`, `title`, `companies`, `roles`, `topics`.
    #[arg(long, value_name = "FILE")]
    goals: Option<PathBuf>,
    /// Print the words that each code rests on, too: `recruiter=Talent Partner`.
    #[arg(long)]
    words: bool,
}

/// What a file of goals holds.
const GOALS: &str = "an object with any of `headline`, `title`, `companies`, `roles`, `topics`";

/// Why the reasons for a table could not be found.
#[derive(Debug, thiserror::Error)]
pub enum WorthError {
    /// The goals could not be read.
    #[error("{}: {source}", .path.display())]
    Goals {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: InputError,
    },
    /// The goals are no JSON, or broken off.
    #[error("{}: no JSON ({source}); a JSON file of goals was expected: {GOALS}", .path.display())]
    NotJson {
        /// The file.
        path: PathBuf,
        /// What is wrong, and at which line.
        source: serde_json::Error,
    },
    /// The goals are not a valid list of goals.
    #[error("{}: {source}; goals were expected: {GOALS}", .path.display())]
    BadGoals {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: serde_json::Error,
    },
    /// The table has no column `headline`.
    #[error("the table has no column `headline`")]
    NoHeadline,
    /// The table is a file of another kind.
    #[error("the table is no text in UTF-8: a CSV table was expected")]
    NotText,
    /// The table is not CSV, or could not be read.
    #[error("the table cannot be read: {0}")]
    Unreadable(#[source] csv::Error),
    /// The answers could not be written.
    #[error("the answers cannot be written: {0}")]
    Unwritable(#[source] csv::Error),
}

impl FindWorth {
    /// Reads a table and writes it with its reasons.
    ///
    /// # Errors
    /// [`WorthError`] if goals or table cannot be read, or writing fails.
    pub fn run(&self, input: impl Read, output: impl Write) -> Result<(), WorthError> {
        let goals = self.goals.as_deref().map(read_goals).transpose()?.unwrap_or_default();
        answer_table(&WorthFinder::new(&goals), self.words, input, output)
    }
}

fn read_goals(path: &Path) -> Result<Goals, WorthError> {
    let text = input::read(path, input::MAX_FILE_BYTES)
        .map_err(|source| WorthError::Goals { path: path.to_owned(), source })?;
    serde_json::from_slice(&text).map_err(|source| {
        let path = path.to_owned();
        if source.is_data() { WorthError::BadGoals { path, source } } else { WorthError::NotJson { path, source } }
    })
}

fn answer_table(finder: &WorthFinder, words: bool, input: impl Read, output: impl Write) -> Result<(), WorthError> {
    let mut reader = csv::Reader::from_reader(input);
    let mut writer = csv::Writer::from_writer(output);
    let mut header = reader.headers().map_err(unreadable)?.clone();
    let column = |name: &str| header.iter().position(|column| column.trim_start_matches('\u{FEFF}') == name);
    let headline = column("headline").ok_or(WorthError::NoHeadline)?;
    let [company, context, note] = ["company", "context", "note"].map(column);
    header.push_field("reasons");
    writer.write_record(&header).map_err(WorthError::Unwritable)?;
    for row in reader.records() {
        let mut row = row.map_err(unreadable)?;
        let field = |at: Option<usize>| at.and_then(|at| row.get(at)).unwrap_or_default();
        let reasons = finder.reasons(&CardTexts {
            headline: field(Some(headline)),
            company: field(company),
            context: field(context),
            note: field(note),
        });
        let answer: Vec<String> = reasons.iter().map(|reason| cell(reason, words)).collect();
        row.push_field(&answer.join(";"));
        writer.write_record(&row).map_err(WorthError::Unwritable)?;
    }
    writer.flush().map_err(|error| WorthError::Unwritable(error.into()))
}

fn unreadable(error: csv::Error) -> WorthError {
    if input::is_no_text(&error) { WorthError::NotText } else { WorthError::Unreadable(error) }
}

fn cell(reason: &Worth, words: bool) -> String {
    if words { format!("{}={}", reason.code.as_str(), reason.words) } else { reason.code.as_str().to_owned() }
}

#[cfg(test)]
mod tests;
