//! Chronologies and whole cases, from the library to a file.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `chronology` | rows of a case as a chronology with numbered sources |
//! | `quotes` | the check of the quotations it shows |
//! | `case_json` | a whole case as data |
//! | `file` | the file on disk |

mod case_json;
mod chronology;
mod file;
mod quotes;

use std::path::{Path, PathBuf};

use crate::domain::date::now_ms;
use crate::domain::id::Id;
use crate::domain::kind::ExportFormat;
use crate::domain::record::Owner;
use crate::error::Result;
use crate::export::{docx, html, json};
use crate::store::{Db, Library};
use crate::view::{self, Include, QuoteCheck};

pub use case_json::case_json;
pub use chronology::{Filled, chronology};

/// An export that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// How many rows it has; of a whole case, how many statements and events.
    pub rows: usize,
    /// How many quotations in it are not in their article as written.
    pub problems: usize,
}

/// An export in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// What goes into the file.
    pub bytes: Vec<u8>,
    /// As in [`Written`].
    pub rows: usize,
    /// As in [`Written`].
    pub problems: usize,
    /// The statements it shows, each with its wording.
    pub used: Vec<(Id, String)>,
}

/// The statements and events of a case in order of time, without those the person left out.
pub fn all_rows(db: &Db, case_id: Id) -> Result<Vec<Owner>> {
    let view = view::case(db, case_id)?;
    let rows = view::chronology(&view, &view::Filter::default(), Include::default());
    Ok(rows.into_iter().map(|row| row.of).collect())
}

/// An export of a case: of these rows in this order, or, as JSON, of all of it.
pub fn make(db: &Db, case_id: Id, format: ExportFormat, rows: &[Owner]) -> Result<Made> {
    if format == ExportFormat::Json {
        let case = case_json(db, case_id, now_ms())?;
        let rows = case.statements.len() + case.events.len();
        let used = case_json::wordings(&case);
        return Ok(Made { bytes: json::write(&case)?.into_bytes(), rows, problems: 0, used });
    }
    let filled = chronology(db, case_id, rows, now_ms())?;
    let chronology = &filled.chronology;
    let bytes = match format {
        ExportFormat::Docx => docx::write(chronology)?,
        ExportFormat::Html | ExportFormat::Json => html::write(chronology).into_bytes(),
    };
    let (rows, problems) = (chronology.rows.len(), chronology.warnings.len());
    Ok(Made { bytes, rows, problems, used: filled.used })
}

/// Which quotations of these rows are not in their article as written.
pub fn quote_check(db: &Db, case_id: Id, rows: &[Owner]) -> Result<QuoteCheck> {
    let filled = chronology(db, case_id, rows, now_ms())?;
    Ok(QuoteCheck { rows: rows.to_vec(), checked: filled.checked, problems: filled.problems })
}

/// Writes these bytes to a file, which is replaced if it is there: whole or not at all.
pub(super) fn write_bytes(to: &Path, bytes: &[u8]) -> Result<PathBuf> {
    file::write(to, bytes, true)
}

/// Writes an export to a file and notes which wordings left the library. The file is written whole or not at all;
/// where `replace` is not set and the file is there already, a free name beside it is taken.
pub fn write_file(
    library: &mut Library,
    case_id: Id,
    format: ExportFormat,
    rows: &[Owner],
    to: &Path,
    replace: bool,
) -> Result<Written> {
    let made = make(library.db(), case_id, format, rows)?;
    let path = file::write(&file::with_ending(to, format), &made.bytes, replace)?;
    if library.read_only_reason().is_none() {
        crate::ops::note_use(library, "export", &made.used)?;
    }
    Ok(Written { path, rows: made.rows, problems: made.problems })
}
