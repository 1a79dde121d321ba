//! Which library a command works on, and which of its cases.

use std::path::{Path, PathBuf};

use super::failure::{Done, Failure, NOT_OPENED, USAGE};
use crate::app;
use crate::domain::id::Id;
use crate::error::Error;
use crate::jobs;
use crate::store::{self, Db, Library};
use crate::text::{Arg, t, t_with};

/// The option every command on a library has.
#[derive(clap::Args)]
pub(super) struct At {
    /// The library. Without one your own is meant
    #[arg(long, value_name = "LIBRARY")]
    library: Option<PathBuf>,
}

impl At {
    /// The library for reading.
    pub(super) fn read(&self) -> Done<Library> {
        Library::open_read_only(&self.path()).map_err(not_opened)
    }

    /// The library, for writing if it may be written.
    pub(super) fn open(&self) -> Done<Library> {
        jobs::open_library(&self.path(), false).map_err(not_opened)
    }

    /// The library for writing; made, with its folder, if there is none of that name.
    pub(super) fn write(&self) -> Done<Library> {
        write(&self.path())
    }

    fn path(&self) -> PathBuf {
        self.library.clone().unwrap_or_else(app::default_library)
    }
}

/// Opens or makes a library that must be written.
pub(super) fn write(path: &Path) -> Done<Library> {
    let library = jobs::open_library(path, true).map_err(not_opened)?;
    match library.read_only_reason() {
        None => Ok(library),
        Some(reason) => {
            let error = Error::new(t("cli-read-only")).with_detail(reason).with_hint(t("cli-read-only-hint"));
            Err(not_opened(error))
        }
    }
}

/// The case of this title, upper and lower case aside if none has it exactly.
pub(super) fn case_titled(db: &Db, title: &str) -> Done<Option<Id>> {
    let cases = store::case::all(db)?;
    let with = |same: &dyn Fn(&str) -> bool| -> Vec<Id> {
        cases.iter().filter(|case| same(&case.title)).map(|case| case.id).collect()
    };
    let mut found = with(&|there| there == title.trim());
    if found.is_empty() {
        found = with(&|there| there.to_lowercase() == title.trim().to_lowercase());
    }
    match found.as_slice() {
        [] => Ok(None),
        [id] => Ok(Some(*id)),
        _ => {
            let words = t_with("cli-case-twice", &[("title", Arg::from(title))]);
            Err(Failure::Told(USAGE, Error::new(words).with_hint(t("cli-case-twice-hint"))))
        }
    }
}

/// The case of this title, which must be there.
pub(super) fn the_case(db: &Db, title: &str) -> Done<Id> {
    let missing = || {
        let titles: Vec<String> =
            store::case::all(db).unwrap_or_default().into_iter().map(|case| case.title).collect();
        let hint = if titles.is_empty() {
            t("cli-no-cases-hint").to_owned()
        } else {
            t_with("cli-no-case-hint", &[("titles", Arg::from(titles.join("; ")))])
        };
        let words = t_with("cli-no-case", &[("title", Arg::from(title))]);
        Failure::Told(USAGE, Error::new(words).with_hint(hint))
    };
    case_titled(db, title)?.ok_or_else(missing)
}

fn not_opened(error: Error) -> Failure {
    Failure::Told(NOT_OPENED, error)
}
