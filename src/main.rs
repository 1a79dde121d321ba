//! The program: arguments, logging, then the window or a command.

use std::process::ExitCode;

use casefile::app::log;

fn main() -> ExitCode {
    // A process that reads files keeps no log: it must be able to write nothing but its answers.
    if std::env::args_os().nth(1).is_some_and(|command| command == "read-files") {
        return casefile::cli::run(std::env::args_os());
    }
    // Held to the end: it writes what was logged last when it is dropped.
    let _log =
        log::folder().and_then(|folder| log::start(&folder).map_err(|error| eprintln!("{error}")).ok());
    casefile::cli::read_files_with_this_program();
    casefile::cli::run(std::env::args_os())
}
