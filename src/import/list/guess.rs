//! What the columns of a list hold, guessed by their names and by what is in them.

use super::day::{self, Day};
use super::{Table, names};
use crate::domain::kind::ListField;
use crate::domain::listing::Mapping;

/// How many rows are looked at.
const LOOKED_AT: usize = 200;

/// Whether the first row names a title and one thing more that articles have: then it is a list of articles.
#[must_use]
pub fn is_list(table: &Table) -> bool {
    let named = named(table);
    let has = |field: ListField| named.contains(&Some(field));
    let more = [ListField::Url, ListField::Published, ListField::Text, ListField::Outlet];
    table.rows.len() > 1 && has(ListField::Title) && more.into_iter().any(has)
}

/// The fields that the first row names, by column.
fn named(table: &Table) -> Vec<Option<ListField>> {
    table.rows.first().map(|row| row.iter().map(|cell| names::field(cell)).collect()).unwrap_or_default()
}

/// The likeliest mapping. The order of day and month is never guessed: it is left open.
#[must_use]
pub fn guess(table: &Table) -> Mapping {
    let named = named(table);
    let mut mapping = Mapping { header: is_header(table, &named), ..Mapping::default() };
    if mapping.header {
        for (column, field) in named.iter().enumerate() {
            if let Some(field) = field.filter(|field| mapping.column(*field).is_none()) {
                mapping.set(field, Some(column));
            }
        }
    }
    let taken =
        |mapping: &Mapping, column| ListField::ALL.iter().any(|of| mapping.column(*of) == Some(column));
    type Test = (ListField, fn(&str) -> bool);
    let tests: [Test; 3] =
        [(ListField::Url, is_address), (ListField::Published, is_date), (ListField::Text, is_long)];
    for (field, is) in tests {
        if mapping.column(field).is_none() {
            let columns = 0..table.width();
            let found = columns
                .into_iter()
                .find(|column| !taken(&mapping, *column) && mostly(table, &mapping, *column, is));
            mapping.set(field, found);
        }
    }
    mapping
}

/// Whether the dates of a column show by themselves whether the day comes first: where one cannot be otherwise and
/// none says the opposite. Gives the words of the one that shows it.
#[must_use]
pub fn shown_order(table: &Table, mapping: &Mapping) -> Option<(bool, String)> {
    let columns = [ListField::Published, ListField::Received].map(|field| mapping.column(field));
    let mut shown: Option<(bool, String)> = None;
    for row in table.articles(mapping) {
        for column in columns.into_iter().flatten() {
            let cell = table.cell(row, column);
            match (day::order_shown(cell), &shown) {
                (Some(order), Some((known, _))) if order != *known => return None,
                (Some(order), None) => shown = Some((order, cell.trim().to_owned())),
                _ => {}
            }
        }
    }
    shown
}

/// Whether the first row names columns: by names that are known, or as words over columns of addresses or dates.
fn is_header(table: &Table, named: &[Option<ListField>]) -> bool {
    if named.iter().any(Option::is_some) {
        return true;
    }
    let bare = Mapping { header: true, ..Mapping::default() };
    let over = |column| {
        let first = table.cell(0, column);
        let differs = |is: fn(&str) -> bool| !is(first) && mostly(table, &bare, column, is);
        differs(is_address) || differs(is_date)
    };
    (0..table.width()).any(over)
}

/// Whether most cells of a column that hold anything are so.
fn mostly(table: &Table, mapping: &Mapping, column: usize, is: fn(&str) -> bool) -> bool {
    let rows = table.articles(mapping).take(LOOKED_AT);
    let cells: Vec<&str> =
        rows.map(|row| table.cell(row, column).trim()).filter(|cell| !cell.is_empty()).collect();
    let are = cells.iter().filter(|cell| is(cell)).count();
    are > 0 && are * 10 >= cells.len() * 6
}

fn is_address(cell: &str) -> bool {
    let cell = cell.trim();
    ["http://", "https://", "www."].iter().any(|start| cell.starts_with(start)) && !cell.contains(' ')
}

fn is_date(cell: &str) -> bool {
    let year_alone = cell.trim().len() <= 4;
    cell.chars().count() <= 40 && !year_alone && matches!(day::read(cell), Day::Sure(_) | Day::Either { .. })
}

fn is_long(cell: &str) -> bool {
    cell.chars().count() >= 300
}
