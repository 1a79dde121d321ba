//! `casefile backup`: a checked copy of a library.

use std::path::PathBuf;

use super::failure::{DONE, Done};
use super::library::At;

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    at: At,
    /// The file to write; one that is there is replaced once the copy is proved
    #[arg(value_name = "OUT")]
    out: PathBuf,
}

/// Copies the library. Exit code 1 if the copy could not be written.
pub(super) fn run(arguments: &Arguments) -> Done {
    arguments.at.read()?.backup(&arguments.out, &mut |_, _| {})?;
    Ok(DONE)
}
