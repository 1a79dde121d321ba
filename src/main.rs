//! The program: arguments, logging, then the window or a command.

use std::process::ExitCode;

fn main() -> ExitCode {
    casefile::cli::run(std::env::args_os())
}
