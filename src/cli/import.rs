//! `casefile import`: files and folders into a case.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::failure::{DONE, Done, Failure, SOME_FAILED};
use super::library::{At, case_titled};
use crate::domain::change::CaseChange;
use crate::domain::id::Id;
use crate::error::Error;
use crate::store::Library;
use crate::text::{Arg, t, t_with};
use crate::view::{ImportLine, ImportStatus};
use crate::{jobs, ops};

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    at: At,
    /// The case; made if there is none of this title
    #[arg(long, value_name = "TITLE")]
    case: String,
    /// Files and folders. Of a folder all files are taken, those of the folders in it too
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Make articles of the rows of lists (CSV, spreadsheets) whose columns are named as articles' fields are; dates that could be two days are left out
    #[arg(long)]
    rows: bool,
    /// Print one JSON object a line: file, status, id, reason, warnings
    #[arg(long)]
    json: bool,
}

/// What became of a file, as it is printed.
#[derive(Serialize)]
struct Line<'a> {
    file: String,
    status: &'static str,
    /// The article; for a duplicate or a new version the one that is there.
    id: Option<Id>,
    reason: Option<&'a str>,
    warnings: &'a [String],
}

impl<'a> From<&'a ImportLine> for Line<'a> {
    fn from(line: &'a ImportLine) -> Self {
        let (status, id, reason) = match &line.status {
            ImportStatus::Added(id) => ("added", Some(*id), None),
            ImportStatus::Duplicate(id) => ("duplicate", Some(*id), None),
            ImportStatus::Version { id, .. } => ("version", Some(*id), None),
            ImportStatus::Failed(why) => ("failed", None, Some(why.as_str())),
        };
        Self { file: line.file.display().to_string(), status, id, reason, warnings: &line.warnings }
    }
}

/// How many files came to what.
#[derive(Default)]
struct Count {
    added: i64,
    duplicates: i64,
    versions: i64,
    failed: i64,
}

/// Imports, telling each file as soon as it is in the library. Exit code 1 if some could not be read.
pub(super) fn run(arguments: &Arguments) -> Done {
    let mut library = arguments.at.write()?;
    let case_id = case(&mut library, &arguments.case)?;
    let mut count = Count::default();
    let mut told = Ok(());
    jobs::import_files(&mut library, case_id, &arguments.paths, arguments.rows, &mut |lines, done, total| {
        if told.is_ok() {
            told = tell(lines, arguments.json, &mut count);
        }
        progress(done, total);
    });
    told?;
    let counts = [
        ("added", count.added),
        ("duplicates", count.duplicates),
        ("versions", count.versions),
        ("failed", count.failed),
    ];
    let counts: Vec<(&str, Arg<'_>)> = counts.into_iter().map(|(name, n)| (name, Arg::from(n))).collect();
    eprintln!("{}", t_with("cli-imported", &counts));
    Ok(if count.failed > 0 { SOME_FAILED } else { DONE })
}

/// The case of this title, made if it is new.
fn case(library: &mut Library, title: &str) -> Done<Id> {
    if let Some(id) = case_titled(library.db(), title)? {
        return Ok(id);
    }
    let outcome = ops::apply(library, None, None, CaseChange::New { title: title.to_owned() }.into())?;
    let made = outcome.made.map(|(_, id)| id);
    made.ok_or_else(|| Failure::from(Error::new(t("error-case-needs-title"))))
}

fn tell(lines: &[ImportLine], json: bool, count: &mut Count) -> Done<()> {
    let mut out = io::stdout().lock();
    for line in lines {
        match &line.status {
            ImportStatus::Added(_) => count.added += 1,
            ImportStatus::Duplicate(_) => count.duplicates += 1,
            ImportStatus::Version { .. } => count.versions += 1,
            ImportStatus::Failed(why) => {
                count.failed += 1;
                eprintln!("{}: {why}", line.file.display());
            }
        }
        if json {
            serde_json::to_writer(&mut out, &Line::from(line))?;
            writeln!(out)?;
        } else {
            for warning in &line.warnings {
                eprintln!("{}: {warning}", line.file.display());
            }
        }
    }
    out.flush()?;
    Ok(())
}

/// How far it is: on a terminal one line that is written over.
fn progress(done: usize, total: usize) {
    let words =
        t_with("cli-importing", &[("done", Arg::from(done as i64)), ("total", Arg::from(total as i64))]);
    if !io::stderr().is_terminal() {
        eprintln!("{words}");
    } else if done < total {
        eprint!("{words}\r");
    }
}
