//! The commands without a window.

pub mod extract;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The command line. Usage errors end with exit code 2.
#[derive(Parser)]
#[command(name = "casefile", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Read article files and print their title, author, date and text
    Extract {
        /// The files to read
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Print one JSON object a line
        #[arg(long)]
        json: bool,
    },
}

/// Runs the program with its arguments and gives its exit code.
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Arguments::try_parse_from(args) {
        Ok(Arguments { command: Some(Command::Extract { files, json }) }) => extract::run(&files, json),
        Ok(Arguments { command: None }) => ExitCode::SUCCESS,
        // Help and version come this way too, with code 0.
        Err(usage) => match usage.print() {
            Ok(()) => ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2)),
            Err(_) => ExitCode::from(2),
        },
    }
}
