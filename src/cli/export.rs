//! `casefile export`: a case for others, the chronology as a document or all of it as data.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::failure::{DONE, Done};
use super::library::{At, the_case};
use crate::domain::kind::ExportFormat;
use crate::jobs::export::{all_rows, make, write_file};
use crate::ops;
use crate::text::{Arg, t_with};

#[derive(clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    at: At,
    /// The case
    #[arg(long, value_name = "TITLE")]
    case: String,
    /// The chronology as a document with numbered sources (html, docx), or the whole case as data (json)
    #[arg(long, value_parser = a_format())]
    format: ExportFormat,
    /// The file to write, replaced if it is there; - is standard output
    #[arg(short, long = "output", value_name = "OUT")]
    out: PathBuf,
}

/// Writes the export, and notes in the library which wordings left it, if it may be written.
pub(super) fn run(arguments: &Arguments) -> Done {
    let mut library = arguments.at.open()?;
    let case_id = the_case(library.db(), &arguments.case)?;
    let rows = all_rows(library.db(), case_id)?;
    let problems = if arguments.out == Path::new("-") {
        let made = make(library.db(), case_id, arguments.format, &rows)?;
        let mut out = io::stdout().lock();
        out.write_all(&made.bytes)?;
        out.flush()?;
        if library.read_only_reason().is_none() {
            ops::note_use(&mut library, "export", &made.used)?;
        }
        made.problems
    } else {
        write_file(&mut library, case_id, arguments.format, &rows, &arguments.out, true)?.problems
    };
    if problems > 0 {
        eprintln!("{}", t_with("cli-export-problems", &[("count", Arg::from(problems as i64))]));
    }
    Ok(DONE)
}

/// Takes the name of a format.
fn a_format() -> impl TypedValueParser<Value = ExportFormat> {
    PossibleValuesParser::new(ExportFormat::ALL.iter().map(|format| format.code()))
        .map(|code| ExportFormat::from_code(&code).unwrap_or(ExportFormat::Html))
}
