//! Reading files from the command line: up to a limit, with one clear line for what is wrong.

use std::fs::{self, File, FileType};
use std::io::{self, IsTerminal, Read};
use std::path::Path;

/// The largest case or list of goals that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;

/// Why a file is not read.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// It is no regular file: reading a pipe to which nobody writes would wait for ever, and a device may never end.
    #[error("{0}, not a regular file")]
    NotAFile(&'static str),
    /// It is longer than what is read.
    #[error("more than {0} bytes")]
    TooLong(u64),
    /// It cannot be read.
    #[error("cannot read the file: {0}")]
    Unreadable(#[from] io::Error),
}

/// Reads a regular file of at most `most` bytes; links are followed.
///
/// # Errors
/// [`InputError`] if the file cannot be read, is no regular file, or is longer.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, InputError> {
    // Before it is opened: opening a pipe waits for a writer.
    if let Some(kind) = other_kind(fs::metadata(path)?.file_type()) {
        return Err(InputError::NotAFile(kind));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(InputError::TooLong(most)) } else { Ok(bytes) }
}

/// The kind of what is no regular file.
#[must_use]
pub fn other_kind(kind: FileType) -> Option<&'static str> {
    if kind.is_file() {
        None
    } else if kind.is_dir() {
        Some("a folder")
    } else {
        Some(special_kind(kind))
    }
}

#[cfg(unix)]
fn special_kind(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a named pipe"
    } else if kind.is_socket() {
        "a socket"
    } else if kind.is_block_device() || kind.is_char_device() {
        "a device"
    } else {
        "a special file"
    }
}

#[cfg(not(unix))]
fn special_kind(_: FileType) -> &'static str {
    "a special file"
}

/// Whether a table is a file of another kind, not broken CSV.
#[must_use]
pub fn is_no_text(error: &csv::Error) -> bool {
    matches!(error.kind(), csv::ErrorKind::Utf8 { .. })
}

/// Standard input, as a table is read from it. On a terminal the program seems to hang, so it says what it waits for.
pub fn table() -> io::StdinLock<'static> {
    if io::stdin().is_terminal() {
        eprintln!("Type the table as CSV and end it with Ctrl+D, or give a file: `< table.csv`.");
    }
    io::stdin().lock()
}

/// Whether an error only says that the reader of the output stopped reading: `vouchsafe … | head`.
#[must_use]
pub fn is_closed_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    let mut at = Some(error);
    while let Some(error) = at {
        let io = match error.downcast_ref::<csv::Error>().map(csv::Error::kind) {
            Some(csv::ErrorKind::Io(io)) => Some(io),
            _ => error.downcast_ref::<io::Error>(),
        };
        if io.is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe) {
            return true;
        }
        at = error.source();
    }
    false
}
