//! The commands without a window.

pub mod extract;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app;

/// The command line. Usage errors end with exit code 2.
#[derive(Parser)]
#[command(name = "casefile", version, about, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// The library to open in the window; made if it is not there. Without one your own is opened
    library: Option<PathBuf>,
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
        Ok(Arguments { command: Some(Command::Extract { files, json }), .. }) => extract::run(&files, json),
        Ok(Arguments { command: None, library }) => window(library),
        // Help and version come this way too, with code 0.
        Err(usage) => match usage.print() {
            Ok(()) => ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2)),
            Err(_) => ExitCode::from(2),
        },
    }
}

/// Opens the window; exit code 3 if it cannot be.
fn window(library: Option<PathBuf>) -> ExitCode {
    match app::open_window(library.unwrap_or_else(app::default_library)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(3)
        }
    }
}
