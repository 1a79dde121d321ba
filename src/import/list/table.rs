//! A table: rows of cells, as they stand.

use serde::{Deserialize, Serialize};

use crate::domain::listing::Mapping;

/// The rows of a list. They may be of different lengths.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// All rows that hold anything, the first one too if it names the columns.
    pub rows: Vec<Vec<String>>,
    /// The name of the sheet they are on, in files of several sheets.
    pub sheet: Option<String>,
}

impl Table {
    /// The table of these rows, without those that hold nothing.
    pub(super) fn new(rows: Vec<Vec<String>>, sheet: Option<String>) -> Self {
        let rows = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        Self { rows, sheet }
    }

    /// How many columns the widest row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// A cell; what is not there is empty.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// The rows that are articles.
    #[must_use]
    pub fn articles(&self, mapping: &Mapping) -> std::ops::Range<usize> {
        usize::from(mapping.header).min(self.rows.len())..self.rows.len()
    }

    /// What a column is called: by its first row, if that names the columns, else by its letter.
    #[must_use]
    pub fn column_name(&self, column: usize, mapping: &Mapping) -> String {
        let named = self.cell(0, column).trim();
        if mapping.header && !named.is_empty() { named.to_owned() } else { letter(column) }
    }
}

/// The letters spreadsheets call a column by: A to Z, then AA.
fn letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.insert(0, char::from(b'A' + (left % 26) as u8));
        left /= 26;
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_without_a_name_have_letters() {
        assert_eq!((letter(0).as_str(), letter(25).as_str(), letter(26).as_str()), ("A", "Z", "AA"));
        let rows = vec![vec!["Title".to_owned(), " ".to_owned()], vec![String::new()], vec!["a".to_owned()]];
        let table = Table::new(rows, None);
        assert_eq!((table.rows.len(), table.width()), (2, 2));
        let mapping = Mapping { header: true, ..Mapping::default() };
        assert_eq!(table.column_name(0, &mapping), "Title");
        assert_eq!(table.column_name(1, &mapping), "B");
        assert_eq!(table.articles(&mapping), 1..2);
    }
}
