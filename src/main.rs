//! The program: arguments, logging, then the window or a command.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use casefile::{app::log, jobs};

fn main() -> ExitCode {
    // A process that reads files keeps no log: it must be able to write nothing but its answers.
    if std::env::args_os().nth(1).is_some_and(|command| command == "read-files") {
        return casefile::cli::run(std::env::args_os());
    }
    // Held to the end: it writes what was logged last when it is dropped.
    let _log =
        log::folder().and_then(|folder| log::start(&folder).map_err(|error| eprintln!("{error}")).ok());
    match program() {
        Ok(program) => jobs::read_with(program),
        Err(error) => eprintln!("{error}"),
    }
    casefile::cli::run(std::env::args_os())
}

/// This program, to be started again. Linux has a name for the one that runs, also after its file was removed or
/// replaced by another version, which might speak with its readers in another way.
fn program() -> std::io::Result<PathBuf> {
    let running = Path::new("/proc/self/exe");
    if cfg!(target_os = "linux") && running.exists() {
        Ok(running.to_owned())
    } else {
        std::env::current_exe()
    }
}
