//! Tables as text: cells parted by commas, semicolons or tabs.

use super::{Table, names};
use crate::domain::kind::ListField;

/// How much of a file is looked at to find what parts its cells.
const LOOKED_AT: usize = 64 << 10;

const MARKS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The table of a text; `None` where no mark parts its lines into the same number of cells.
pub(super) fn table(text: &str) -> Option<Table> {
    let (text, told) = without_note(text);
    let mark = told.or_else(|| mark_of(text))?;
    Some(Table::new(rows(text, mark).collect(), None))
}

/// Whether the first line names a title among other things, which costs next to nothing to see.
pub(super) fn may_be_list(text: &str) -> bool {
    let (text, _) = without_note(text);
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let is_title = |cell: &str| names::field(cell.trim_matches('"')) == Some(ListField::Title);
    first.len() < 10_000
        && MARKS
            .iter()
            .any(|mark| first.contains(char::from(*mark)) && first.split(char::from(*mark)).any(is_title))
}

/// Excel may say in a first line what parts the cells: `sep=;`.
fn without_note(text: &str) -> (&str, Option<u8>) {
    let Some(rest) = text.strip_prefix("sep=") else { return (text, None) };
    let mark = rest.bytes().next().filter(|mark| MARKS.contains(mark));
    match (mark, rest.split_once('\n')) {
        (Some(mark), Some((_, rows))) => (rows, Some(mark)),
        _ => (text, None),
    }
}

/// The mark that parts most rows alike into the most cells.
fn mark_of(text: &str) -> Option<u8> {
    let end = if text.len() <= LOOKED_AT {
        text.len()
    } else {
        let end = (0..=LOOKED_AT).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        text.get(..end).and_then(|head| head.rfind('\n')).map_or(end, |at| at + 1)
    };
    let sample = text.get(..end).unwrap_or(text);
    let alike = |mark: &u8| {
        let widths: Vec<usize> = rows(sample, *mark).map(|row| row.len()).collect();
        let width = widths.first().copied().filter(|width| *width > 1)?;
        let same = widths.iter().filter(|other| **other == width).count();
        (widths.len() > 1 && same * 10 >= widths.len() * 9).then_some((width, *mark))
    };
    MARKS.iter().filter_map(alike).max_by_key(|(width, _)| *width).map(|(_, mark)| mark)
}

fn rows(text: &str, mark: u8) -> impl Iterator<Item = Vec<String>> {
    let reader = csv::ReaderBuilder::new()
        .delimiter(mark)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let rows = reader.into_records().map_while(Result::ok);
    rows.map(|row| row.iter().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        table(text).map(|table| table.rows).unwrap_or_default()
    }

    #[test]
    fn the_mark_is_the_one_that_parts_the_rows_alike() {
        assert_eq!(rows("a,b\n1,2\n"), [["a", "b"], ["1", "2"]]);
        assert_eq!(rows("a;b\n1,5;2\n"), [["a", "b"], ["1,5", "2"]]);
        assert_eq!(rows("a\tb\n\"x\ny\"\t2\n"), [["a", "b"], ["x\ny", "2"]]);
        assert_eq!(rows("sep=;\na;b\n1;2\n"), [["a", "b"], ["1", "2"]]);
        assert_eq!(rows("One, two and three.\nNo more.\nNever, ever, again.\n"), Vec::<Vec<String>>::new());
    }
}
