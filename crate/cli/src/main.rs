//! `vouchsafe`: the core on a terminal.
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "vouchsafe", version, about)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {}

fn main() {
    match Arguments::parse().task {}
}
