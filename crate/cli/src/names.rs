//! `vouchsafe names`: compares pairs of names from a CSV table.
use std::io::{Read, Write};
use vouchsafe_core::names::{NameMatch, compare};

use crate::input;

/// Why a table of names could not be compared.
#[derive(Debug, thiserror::Error)]
pub enum NamesError {
    /// The table has no column of this name.
    #[error("the table has no column `{0}`; it needs `name_a` and `name_b`")]
    MissingColumn(&'static str),
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

/// Reads CSV with the columns `name_a` and `name_b` and writes it with a last column `answer`.
///
/// # Errors
/// If a column is missing, the CSV is broken, or writing fails.
pub fn compare_table(input: impl Read, output: impl Write) -> Result<(), NamesError> {
    let mut reader = csv::Reader::from_reader(input);
    let mut writer = csv::Writer::from_writer(output);
    let mut header = reader.headers().map_err(unreadable)?.clone();
    let column = |name: &'static str| {
        header
            .iter()
            .position(|column| column.trim_start_matches('\u{FEFF}') == name)
            .ok_or(NamesError::MissingColumn(name))
    };
    let (name_a, name_b) = (column("name_a")?, column("name_b")?);
    header.push_field("answer");
    writer.write_record(&header).map_err(NamesError::Unwritable)?;
    for row in reader.records() {
        let mut row = row.map_err(unreadable)?;
        let answer = compare(row.get(name_a).unwrap_or_default(), row.get(name_b).unwrap_or_default());
        row.push_field(word(answer));
        writer.write_record(&row).map_err(NamesError::Unwritable)?;
    }
    writer.flush().map_err(|error| NamesError::Unwritable(error.into()))
}

fn unreadable(error: csv::Error) -> NamesError {
    if input::is_no_text(&error) { NamesError::NotText } else { NamesError::Unreadable(error) }
}

fn word(answer: NameMatch) -> &'static str {
    match answer {
        NameMatch::Same => "same",
        NameMatch::Different => "different",
        NameMatch::Unclear => "unclear",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(table: &str) -> Result<String, NamesError> {
        let mut output = Vec::new();
        compare_table(table.as_bytes(), &mut output)?;
        Ok(String::from_utf8_lossy(&output).into_owned())
    }

    #[test]
    fn the_answer_is_the_last_column() {
        let answered = answers("note,name_b,name_a\n\"x, y\",Bob Weaver,Robert Weaver\n").unwrap_or_default();
        assert_eq!(answered, "note,name_b,name_a,answer\n\"x, y\",Bob Weaver,Robert Weaver,same\n");
    }

    #[test]
    fn a_missing_column_and_broken_rows_are_named() {
        assert!(matches!(answers("name_a,other\nx,y\n"), Err(NamesError::MissingColumn("name_b"))));
        assert!(matches!(answers(""), Err(NamesError::MissingColumn("name_a"))));
        assert!(matches!(answers("name_a,name_b\nx,y,z\n"), Err(NamesError::Unreadable(_))));
    }
}
