//! The commands without a window: one file a command.
//!
//! What a person or a script asked for goes to standard output, everything about it to standard error. Exit codes: 0
//! done, 1 some of it failed (each part named on standard error), 2 wrong usage, 3 the library cannot be opened.

mod backup;
mod check;
mod demo;
mod export;
pub mod extract;
mod failure;
mod import;
mod library;
mod read_files;
mod search;
mod window;

pub use read_files::read_files_with_this_program;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{Parser, Subcommand};

/// The command line. Usage errors end with exit code 2.
#[derive(Parser)]
#[command(name = "casefile", version, about, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// The library to open in the window; made if it is not there. Without one your own is opened
    #[arg(value_parser = a_library())]
    library: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Open a library in the window
    Open {
        /// The library; made if it is not there. Without one your own is opened
        #[arg(value_parser = a_library())]
        library: Option<PathBuf>,
    },
    /// Bring files and folders into a case
    Import(import::Arguments),
    /// Read article files and print their title, author, date and text
    Extract {
        /// The files to read
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Print one JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Find articles, statements, parties, follow-ups and notes
    Search(search::Arguments),
    /// Write a case for others: its chronology with numbered sources, or all of it as data
    Export(export::Arguments),
    /// Look through a library for damage and for changes made behind the program's back
    Check(check::Arguments),
    /// Write a checked copy of a library, also while it is open elsewhere
    Backup(backup::Arguments),
    /// Read files for another process of this program: questions on standard input, answers on standard output
    #[command(hide = true)]
    ReadFiles,
    /// Make the sample case and open the window on it
    Demo {
        /// The library to make it in. Without one a new library is made in your data folder
        #[arg(value_parser = a_library())]
        library: Option<PathBuf>,
    },
}

/// Runs the program with its arguments and gives its exit code.
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(args) {
        Ok(arguments) => arguments,
        // Help and version come this way too, with code 0.
        Err(usage) => {
            let code = u8::try_from(usage.exit_code()).unwrap_or(2);
            return ExitCode::from(if usage.print().is_ok() { code } else { 2 });
        }
    };
    let done = match arguments.command {
        None => window::open(arguments.library),
        Some(Command::Open { library }) => window::open(library),
        Some(Command::Import(arguments)) => import::run(&arguments),
        Some(Command::Extract { files, json }) => return extract::run(&files, json),
        Some(Command::ReadFiles) => return read_files::run(),
        Some(Command::Search(arguments)) => search::run(&arguments),
        Some(Command::Export(arguments)) => export::run(&arguments),
        Some(Command::Check(arguments)) => check::run(&arguments),
        Some(Command::Backup(arguments)) => backup::run(&arguments),
        Some(Command::Demo { library }) => demo::run(library),
    };
    failure::exit_code(done)
}

/// Takes the path of a library: what is there, or what ends as libraries do. Anything else is most likely a command
/// that was mistyped.
fn a_library() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().try_map(|path| {
        let path = PathBuf::from(path);
        if path.exists() || path.extension().is_some_and(|ending| ending == "casefile") {
            Ok(path)
        } else {
            Err(crate::text::t("cli-no-command-or-library"))
        }
    })
}
