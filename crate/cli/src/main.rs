//! `vouchsafe`: the core on a terminal.
mod names;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "vouchsafe", version, about)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Compare names: CSV with the columns name_a and name_b on standard input, the same with a last column `answer`
    /// (same, different, unclear) on standard output.
    Names,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().task {
        Task::Names => names::compare_table(std::io::stdin().lock(), std::io::stdout().lock()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("vouchsafe: {error}");
            ExitCode::from(2)
        }
    }
}
