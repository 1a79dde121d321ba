//! The program: arguments, logging, then the window or a command.

use std::process::ExitCode;

use casefile::app::log;

fn main() -> ExitCode {
    // Held to the end: it writes what was logged last when it is dropped.
    let _log =
        log::folder().and_then(|folder| log::start(&folder).map_err(|error| eprintln!("{error}")).ok());
    casefile::cli::run(std::env::args_os())
}
