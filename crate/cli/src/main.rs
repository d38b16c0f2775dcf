//! `vouchsafe`: the core on a terminal.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use vouchsafe::{explain, input, judge, match_photos, names, worth};

#[derive(Parser)]
#[command(name = "vouchsafe", version, about)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    Match(match_photos::MatchPhotos),
    Explain(explain::Explain),
    /// Compare names: CSV with the columns name_a and name_b on standard input, the same with a last column `answer`
    /// (same, different, unclear) on standard output.
    Names,
    Judge(judge::Judge),
    #[command(alias = "value")]
    Worth(worth::FindWorth),
}

/// Why a task failed.
#[derive(Debug, thiserror::Error)]
enum TaskError {
    #[error(transparent)]
    Match(#[from] match_photos::MatchError),
    #[error(transparent)]
    Explain(#[from] explain::ExplainError),
    #[error(transparent)]
    Names(#[from] names::NamesError),
    #[error(transparent)]
    Judge(#[from] judge::JudgeError),
    #[error(transparent)]
    Worth(#[from] worth::WorthError),
}

/// 0: done; 1: some files could not be read; 2: not done.
fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return report_usage(&error),
    };
    let done = match arguments.task {
        Task::Match(task) => task.run().map_err(TaskError::from),
        Task::Explain(task) => task.run(std::io::stdout().lock()).map(|_| true).map_err(TaskError::from),
        Task::Names => {
            names::compare_table(input::table(), std::io::stdout().lock()).map(|()| true).map_err(TaskError::from)
        }
        Task::Judge(task) => task.run(std::io::stdout().lock()).map_err(TaskError::from),
        Task::Worth(task) => task.run(input::table(), std::io::stdout().lock()).map(|()| true).map_err(TaskError::from),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) if input::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("vouchsafe: {error}");
            ExitCode::from(2)
        }
    }
}

/// Prints help and version as clap writes them, and a wrong call in one line.
fn report_usage(error: &clap::Error) -> ExitCode {
    use clap::error::ErrorKind;
    let is_asked_for = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if is_asked_for || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        // Writing fails only if the reader has stopped reading.
        let _ = error.print();
        return if is_asked_for { ExitCode::SUCCESS } else { ExitCode::from(2) };
    }
    let said = error.to_string();
    let first: Vec<&str> = said.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let first = first.join(" ");
    eprintln!("vouchsafe: {}; `vouchsafe --help` tells more", first.strip_prefix("error: ").unwrap_or(&first));
    ExitCode::from(2)
}
