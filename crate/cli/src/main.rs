//! `vouchsafe`: the core on a terminal.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use vouchsafe::{explain, input, judge, match_photos, names, value};

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
    Value(value::Value),
}

/// Why a task could not be done.
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
    Value(#[from] value::ValueError),
}

/// 0: done; 1: some files could not be read; 2: not done.
fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Match(task) => task.run().map_err(TaskError::from),
        Task::Explain(task) => task.run(std::io::stdout().lock()).map(|_| true).map_err(TaskError::from),
        Task::Names => names::compare_table(std::io::stdin().lock(), std::io::stdout().lock())
            .map(|()| true)
            .map_err(TaskError::from),
        Task::Judge(task) => task.run(std::io::stdout().lock()).map_err(TaskError::from),
        Task::Value(task) => {
            task.run(std::io::stdin().lock(), std::io::stdout().lock()).map(|()| true).map_err(TaskError::from)
        }
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
