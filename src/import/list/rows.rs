//! The rows of a list as articles.

use super::day::{self, Day};
use super::{Table, guess};
use crate::domain::kind::ListField;
use crate::domain::listing::Mapping;
use crate::import::found::{Basis, Found, Imported};
use crate::import::parsed::Inner;
use crate::import::warning::Warning;
use crate::import::{byline, language, names};
use crate::text::{Arg, t_with};

/// The importer's name of an article that was a row.
const IMPORTER: &str = "list-row";

/// What a row says about when it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dating {
    /// Nothing.
    None,
    /// A day.
    Known,
    /// Words that could be either of two days.
    Ambiguous {
        /// The words.
        words: String,
        /// What they are with the day first.
        day_first: String,
        /// What they are with the month first.
        month_first: String,
    },
    /// Words of which no date could be made.
    Unread(String),
}

/// A row as an article to be.
#[derive(Debug, Clone)]
pub struct Row {
    /// The article.
    pub known: Imported,
    /// Whether it has a title of its own.
    pub titled: bool,
    /// Its date of publication.
    pub dating: Dating,
    /// Whether there is more of it than a reference.
    pub has_text: bool,
    warnings: Vec<Warning>,
}

/// Reads one row, counted from 0 over all rows of the table.
#[must_use]
pub fn read_row(table: &Table, mapping: &Mapping, row: usize) -> Row {
    let cell = |field| mapping.column(field).map_or("", |column| table.cell(row, column));
    let short = |field| one_line(cell(field));
    let mut warnings = Vec::new();
    let (published, dating) = date(cell(ListField::Published), mapping.day_first);
    let (received, received_dating) = date(cell(ListField::Received), mapping.day_first);
    for dating in [&dating, &received_dating] {
        if let Dating::Ambiguous { words, .. } | Dating::Unread(words) = dating {
            warnings.push(Warning::unsure_date(words));
        }
    }
    let own = cell(ListField::Text).trim();
    let has_text = !own.is_empty();
    if !has_text {
        warnings.push(Warning::only_reference());
    }
    let title = short(ListField::Title);
    let titled = !title.is_empty();
    let mut known = Imported {
        byline: people(cell(ListField::Byline)),
        outlet: short(ListField::Outlet),
        url: short(ListField::Url),
        language: tag(cell(ListField::Language)),
        published,
        received,
        text: Some(if has_text { own.to_owned() } else { told(table, mapping, row) }),
        encoding: "UTF-8".to_owned(),
        importer: IMPORTER.to_owned(),
        importer_version: 1,
        ..Imported::default()
    };
    let basis = |is: bool| is.then_some(Basis::List);
    known.bases.title = basis(titled);
    known.bases.byline = basis(!known.byline.is_empty());
    known.bases.outlet = basis(!known.outlet.is_empty());
    known.bases.url = basis(!known.url.is_empty());
    known.bases.language = basis(!known.language.is_empty());
    known.title = if titled { title } else { stand_in(table, &known, row) };
    Row { known, titled, dating, has_text, warnings }
}

/// All rows as articles, each with itself as a small list of its own for its original. `list` is what the list is called.
#[must_use]
pub fn articles(table: &Table, mapping: &Mapping, list: &str) -> Vec<Inner> {
    let made = table.articles(mapping).map(|n| {
        let mut row = read_row(table, mapping, n);
        let args = [("row", Arg::from(n as i64 + 1)), ("list", Arg::from(list.to_owned()))];
        row.known.obtained_how = t_with("import-row-of", &args);
        let named = format!("{} {}", n + 1, names::one_file(&row.known.title));
        let bytes = alone(table, mapping, n);
        Inner {
            name: format!("{}.csv", named.trim()),
            bytes,
            known: row.known,
            link: None,
            warnings: row.warnings,
        }
    });
    made.collect()
}

/// The articles of a list whose first row names what articles have, as far as they are sure; `None` for any other table.
#[must_use]
pub fn sure_articles(table: &Table, list: &str) -> Option<Vec<Inner>> {
    guess::is_list(table).then(|| articles(table, &guess::guess(table), list))
}

fn date(cell: &str, day_first: Option<bool>) -> (Option<Found>, Dating) {
    match (day::read(cell), day_first) {
        (Day::None, _) => (None, Dating::None),
        (Day::Sure(found), _) => (Some(found), Dating::Known),
        (Day::Either { day_first, .. }, Some(true)) => (Some(day_first), Dating::Known),
        (Day::Either { month_first, .. }, Some(false)) => (Some(month_first), Dating::Known),
        (Day::Either { day_first, month_first }, None) => {
            let (day_first, month_first) = (day_first.date.words(), month_first.date.words());
            (None, Dating::Ambiguous { words: cell.trim().to_owned(), day_first, month_first })
        }
        (Day::Unread, _) => (None, Dating::Unread(cell.trim().to_owned())),
    }
}

/// The names in a cell: parted by semicolons, or as a byline has them.
fn people(cell: &str) -> Vec<String> {
    let cell = one_line(cell);
    let in_order = |name: &str| match name.split_once(',') {
        Some((last, given)) if !given.contains(',') => format!("{} {}", given.trim(), last.trim()),
        _ => name.trim().to_owned(),
    };
    if cell.contains(';') {
        return cell.split(';').map(in_order).filter(|name| !name.is_empty()).collect();
    }
    let last_first = cell.split_once(',').is_some_and(|(last, given)| {
        !last.trim().contains(' ') && !given.contains(',') && given.split_whitespace().count() <= 3
    });
    if last_first {
        return vec![in_order(&cell)];
    }
    let named = byline::people(&cell);
    if named.is_empty() && !cell.is_empty() { vec![cell] } else { named }
}

fn tag(cell: &str) -> String {
    language::tag(cell).unwrap_or_default()
}

/// What the row says, a line a column: for rows that only name an article.
fn told(table: &Table, mapping: &Mapping, row: usize) -> String {
    let line = |column| {
        let cell = table.cell(row, column).trim();
        (!cell.is_empty()).then(|| format!("{}: {cell}", table.column_name(column, mapping)))
    };
    (0..table.width()).filter_map(line).collect::<Vec<_>>().join("\n")
}

/// What a row without a title is called.
fn stand_in(table: &Table, known: &Imported, row: usize) -> String {
    let first =
        || (0..table.width()).map(|column| one_line(table.cell(row, column))).find(|cell| !cell.is_empty());
    let called = if known.url.is_empty() { first().unwrap_or_default() } else { known.url.clone() };
    called.chars().take(120).collect()
}

/// The row as CSV, under the row that names its columns.
fn alone(table: &Table, mapping: &Mapping, row: usize) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let header = mapping.header.then(|| table.rows.first()).flatten();
    for cells in header.into_iter().chain(table.rows.get(row)) {
        if out.write_record(cells).is_err() {
            tracing::debug!("a row could not be written into memory");
        }
    }
    out.into_inner().unwrap_or_default()
}

fn one_line(cell: &str) -> String {
    cell.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
