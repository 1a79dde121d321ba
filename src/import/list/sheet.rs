//! Tables as spreadsheets: their cells as they show, sheet by sheet.

use std::io::Cursor;

use calamine::{Data, Ods, Range, Reader, Xlsx};

use super::Table;

/// More cells than this are no list a person keeps.
const MOST_CELLS: usize = 2_000_000;

/// The sheets of a spreadsheet that hold anything; `None` if the bytes are none.
pub(super) fn tables(bytes: &[u8]) -> Option<Vec<Table>> {
    let tables = of_xlsx(bytes).or_else(|| of_ods(bytes))?;
    Some(tables.into_iter().filter(|table| !table.rows.is_empty()).collect())
}

/// Cell by cell, so that a cell far out costs no table of that size.
fn of_xlsx(bytes: &[u8]) -> Option<Vec<Table>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).ok()?;
    let mut left = MOST_CELLS;
    let mut tables = Vec::new();
    for name in book.sheet_names() {
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut rows: Vec<(u32, Vec<(u32, String)>)> = Vec::new();
        while let Ok(Some(cell)) = cells.next_cell() {
            let Some(less) = left.checked_sub(1) else { break };
            left = less;
            let (row, column) = cell.get_position();
            let words = shown(&Data::from(cell.get_value().clone()));
            if words.is_empty() {
                continue;
            }
            match rows.last_mut() {
                Some((last, cells)) if *last == row => cells.push((column, words)),
                _ => rows.push((row, vec![(column, words)])),
            }
        }
        tables.push(Table::new(aligned(rows), Some(name)));
    }
    Some(tables)
}

/// Rows of cells with their columns as rows of cells side by side. Only columns that hold anything anywhere count.
fn aligned(rows: Vec<(u32, Vec<(u32, String)>)>) -> Vec<Vec<String>> {
    let mut columns: Vec<u32> =
        rows.iter().flat_map(|(_, cells)| cells.iter().map(|(column, _)| *column)).collect();
    columns.sort_unstable();
    columns.dedup();
    let place = |column: u32| columns.binary_search(&column).unwrap_or_default();
    let row = |(_, cells): (u32, Vec<(u32, String)>)| {
        let mut row: Vec<String> = Vec::new();
        for (column, words) in cells {
            let at = place(column);
            if row.len() <= at {
                row.resize(at + 1, String::new());
            }
            if let Some(cell) = row.get_mut(at) {
                *cell = words;
            }
        }
        row
    };
    rows.into_iter().map(row).collect()
}

fn of_ods(bytes: &[u8]) -> Option<Vec<Table>> {
    let mut book: Ods<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).ok()?;
    let tables = book.worksheets().into_iter().map(|(name, range)| Table::new(of_range(&range), Some(name)));
    Some(tables.collect())
}

fn of_range(range: &Range<Data>) -> Vec<Vec<String>> {
    range.rows().take(MOST_CELLS).map(|row| row.iter().map(shown).collect()).collect()
}

/// A cell as a person sees it; dates as they are written between machines, since those cannot be misread.
fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(words) | Data::DateTimeIso(words) | Data::DurationIso(words) => words.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(is) => is.to_string(),
        Data::Error(error) => error.to_string(),
        Data::DateTime(time) if time.is_datetime() => {
            let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute) == (0, 0) { date } else { format!("{date} {hour:02}:{minute:02}") }
        }
        Data::DateTime(time) => time.as_f64().to_string(),
    }
}
