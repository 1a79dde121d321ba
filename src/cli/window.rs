//! `casefile [open] [LIBRARY]`: the window.

use std::path::PathBuf;

use super::failure::{DONE, Done, Failure, NOT_OPENED};
use crate::app::{self, OpenOn};

/// Opens the window over a library, the person's own if none is named.
pub(super) fn open(library: Option<PathBuf>) -> Done {
    show(library.unwrap_or_else(app::default_library), OpenOn::LastCase)
}

/// Opens the window and returns when it is closed.
pub(super) fn show(library: PathBuf, on: OpenOn) -> Done {
    app::open_window(library, on).map_err(|error| Failure::Told(NOT_OPENED, error))?;
    Ok(DONE)
}
