//! Making articles of the rows of a list: what would come of it, and doing it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::event::{Answer, ImportEnd, JobEvent};
use super::import::Import;
use super::prepare::Prepared;
use super::readers::Readers;
use super::store_thread::NotDone;
use super::{Events, Jobs};
use crate::domain::id::Id;
use crate::domain::listing::Mapping;
use crate::error::{Error, Result};
use crate::import::list::{self, Dating, Table};
use crate::import::{self, Basis, Found};
use crate::store::Library;
use crate::text::{Arg, t, t_with};
use crate::view::{AmbiguousDate, ImportLine, ListRow, ListView};

/// How many rows are shown beforehand.
const SHOWN: usize = 5;
/// How much of a text is shown.
const FIRST_WORDS: usize = 160;
/// How many rows go into one transaction.
const BATCH: usize = 64;

/// A list that is in the library.
struct Kept {
    case_id: Id,
    file_name: String,
    received: Option<Found>,
    bytes: Arc<[u8]>,
}

impl Kept {
    fn of(library: &Library, article: Id) -> Result<Self> {
        let db = library.db();
        let versions = crate::store::article::versions(db, article)?;
        let version = versions.into_iter().next().ok_or_else(|| Error::new(t("error-no-original")))?;
        let bytes = crate::store::read_original(db, &version.original_sha256)?.into();
        let article = crate::store::article::get(db, article)?;
        let received = article.received.edtf.map(|date| Found {
            words: article.received.words.unwrap_or_else(|| date.words()),
            date,
            basis: Basis::List,
        });
        Ok(Self { case_id: article.case_id, file_name: version.file_name, received, bytes })
    }

    fn table(&self) -> Result<Table> {
        let ask = import::Ask { table: true, ..import::Ask::default() };
        let table = Readers::shared().read(&self.bytes, &self.file_name, &ask).table;
        table.ok_or_else(|| Error::new(t("rows-not-read")))
    }
}

impl Jobs {
    /// Reads a list as this mapping says, or as is likeliest.
    pub fn read_list(&self, article: Id, mapping: Option<Mapping>) {
        self.with_library(move |library, events| match Kept::of(library, article) {
            Ok(kept) => {
                // The library is not held up while another process reads.
                let events = events.clone();
                std::thread::spawn(move || tell(&events, article, &kept, mapping));
            }
            Err(error) => events.send(JobEvent::Failed(error)),
        });
    }
}

fn tell(events: &Events, article: Id, kept: &Kept, mapping: Option<Mapping>) {
    let view = kept.table().map(|table| {
        let mapping = mapping.unwrap_or_else(|| {
            let mut mapping = list::guess(&table);
            mapping.day_first = list::shown_order(&table, &mapping).map(|(day_first, _)| day_first);
            mapping
        });
        view(article, &kept.file_name, &table, mapping)
    });
    events.send(match view {
        Ok(view) => JobEvent::Answer(Answer::List(Arc::new(view))),
        Err(error) => JobEvent::Failed(error),
    });
}

fn view(article: Id, name: &str, table: &Table, mapping: Mapping) -> ListView {
    let mut view = ListView {
        article,
        name: name.to_owned(),
        sheet: table.sheet.clone(),
        columns: (0..table.width()).map(|column| table.column_name(column, &mapping)).collect(),
        rows: Vec::new(),
        total: 0,
        without_title: 0,
        without_date: 0,
        without_text: 0,
        ambiguous: 0,
        example: None,
        shown: list::shown_order(table, &mapping),
        mapping,
    };
    let undecided = Mapping { day_first: None, ..view.mapping.clone() };
    for n in table.articles(&view.mapping) {
        let row = list::read_row(table, &view.mapping, n);
        view.total += 1;
        view.without_title += usize::from(!row.titled);
        view.without_date += usize::from(row.known.published.is_none());
        view.without_text += usize::from(!row.has_text);
        if let Dating::Ambiguous { words, day_first, month_first } =
            list::read_row(table, &undecided, n).dating
        {
            view.ambiguous += 1;
            view.example.get_or_insert(AmbiguousDate { words, day_first, month_first });
        }
        if view.rows.len() < SHOWN {
            view.rows.push(shown(&row));
        }
    }
    view
}

fn shown(row: &list::Row) -> ListRow {
    let known = &row.known;
    let date = known.published.as_ref().map(|found| found.date.words()).unwrap_or_default();
    let about = [known.outlet.clone(), date, known.byline.join(", ")];
    let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
    let text = known.text.as_deref().filter(|_| row.has_text).unwrap_or_default();
    ListRow {
        title: known.title.clone(),
        about: about.join(" · "),
        url: known.url.clone(),
        text: text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(FIRST_WORDS).collect(),
    }
}

impl Import {
    /// Makes articles of the rows of a list, beside the list.
    pub(super) fn run_rows(&self, article: Id, mapping: &Mapping) {
        let kept = match self.on_library(move |library| Kept::of(library, article)) {
            Ok(Ok(kept)) => kept,
            Ok(Err(error)) | Err(NotDone::Closed(error)) => return self.events.send(JobEvent::Failed(error)),
            Err(NotDone::Broke) => return,
        };
        let table = match kept.table() {
            Ok(table) => table,
            Err(error) => return self.events.send(JobEvent::Failed(error)),
        };
        let (import, case_id) = (self.id, kept.case_id);
        let rows = list::articles(&table, mapping, &kept.file_name);
        let total = rows.len();
        let prepared = rows.into_iter().map(|row| {
            let mut imported = row.known;
            imported.received = imported.received.or_else(|| kept.received.clone());
            let shown = PathBuf::from(&kept.file_name).join(&row.name);
            let warnings = row.warnings.into_iter().map(|warning| warning.message).collect();
            Prepared::new(shown, row.name, row.bytes.into(), imported, warnings)
        });
        let words = t_with("op-list-rows", &[("name", Arg::from(kept.file_name.clone()))]);
        let (lines, end) = self.add_rows(case_id, &words, prepared.collect());
        let done = lines.len();
        self.events.send(JobEvent::Imported { import, case_id, lines, done, total, end });
    }

    fn add_rows(&self, case_id: Id, words: &str, mut rows: Vec<Prepared>) -> (Vec<ImportLine>, ImportEnd) {
        let (import, total) = (self.id, rows.len());
        let mut lines = Vec::with_capacity(total);
        let mut known = None;
        while !rows.is_empty() {
            if self.cancel.load(Ordering::SeqCst) {
                return (lines, ImportEnd::Cancelled);
            }
            let rest = rows.split_off(BATCH.min(rows.len()));
            let batch: Vec<_> = std::mem::replace(&mut rows, rest).into_iter().map(Ok).collect();
            let file = words.to_owned();
            let done = lines.len();
            self.events.send(JobEvent::Importing { import, case_id, done, total, file, rate: None });
            match self.add_batch(case_id, words, batch, &mut known) {
                Ok(added) => lines.extend(added),
                Err(NotDone::Broke) => return (lines, ImportEnd::Cancelled),
                Err(NotDone::Closed(_)) => return (lines, ImportEnd::LibraryClosed),
            }
        }
        (lines, ImportEnd::Whole)
    }
}
