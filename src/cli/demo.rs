//! `casefile demo`: the sample case, in the window.

use std::io::{self, Write};
use std::path::PathBuf;

use super::failure::Done;
use super::{library, window};
use crate::app::{self, OpenOn};
use crate::jobs::build_sample;
use crate::text::{Arg, t_with};

/// Makes the sample case, says where it is, and opens the window on it.
pub(super) fn run(path: Option<PathBuf>) -> Done {
    let path = path.unwrap_or_else(new_library);
    let mut library = library::write(&path)?;
    build_sample(&mut library)?;
    // The window opens it for itself.
    drop(library);
    let words = t_with("cli-sample-at", &[("file", Arg::from(path.display().to_string()))]);
    writeln!(io::stdout(), "{words}")?;
    window::show(path, OpenOn::SampleCase)
}

/// A file beside the person's own library whose name is not taken, so that each demo begins afresh.
fn new_library() -> PathBuf {
    let mut path = app::default_library();
    path.set_file_name("sample.casefile");
    let mut n = 1;
    while path.exists() {
        n += 1;
        path.set_file_name(format!("sample-{n}.casefile"));
    }
    path
}
