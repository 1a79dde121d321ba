//! How a command ends.

use std::io;
use std::process::ExitCode;

use crate::error::Error;

/// All went well.
pub(super) const DONE: u8 = 0;
/// Some of it failed.
pub(super) const SOME_FAILED: u8 = 1;
/// The command was not given as it must be.
pub(super) const USAGE: u8 = 2;
/// The library, or the window, cannot be opened.
pub(super) const NOT_OPENED: u8 = 3;

/// A command's exit code, or why it ended early.
pub(super) type Done<T = u8> = Result<T, Failure>;

/// Why a command ended early.
#[derive(Debug)]
pub(super) enum Failure {
    /// Something the person must know, and the exit code.
    Told(u8, Error),
    /// Whoever was reading has gone: nothing is left to say, and nobody to say it to.
    NobodyReads,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Told(SOME_FAILED, error)
    }
}

impl From<io::Error> for Failure {
    fn from(_: io::Error) -> Self {
        Self::NobodyReads
    }
}

impl From<serde_json::Error> for Failure {
    fn from(_: serde_json::Error) -> Self {
        Self::NobodyReads
    }
}

/// Says what went wrong, with what to do, and gives the exit code.
pub(super) fn exit_code(done: Done) -> ExitCode {
    match done {
        Ok(code) => ExitCode::from(code),
        Err(Failure::Told(code, error)) => {
            eprintln!("{error}");
            ExitCode::from(code)
        }
        Err(Failure::NobodyReads) => ExitCode::from(SOME_FAILED),
    }
}
