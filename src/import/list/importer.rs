//! Lists as articles: the table as its file holds it, to be read and cited like any other.

use super::{Table, delimited, guess, sheet};
use crate::domain::kind::ArticleKind;
use crate::domain::listing::LIST;
use crate::import::sniff::Source;
use crate::import::warning::Warning;
use crate::import::{Importer, Parsed};

/// Reads lists and other tables.
pub(in crate::import) struct List;

impl Importer for List {
    fn name(&self) -> &'static str {
        LIST
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        match source.kind() {
            Some("spreadsheet") => true,
            Some(_) => false,
            None => source.text().is_some_and(|text| {
                let named = source.has_ending(&["csv", "tsv", "tab"]);
                (named || delimited::may_be_list(text))
                    && delimited::table(head(text)).is_some_and(|table| named || guess::is_list(&table))
            }),
        }
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        parsed.article.kind = ArticleKind::Other;
        let tables = if let Some(text) = source.text() {
            parsed.article.text = Some(text.to_owned());
            delimited::table(text).into_iter().collect()
        } else {
            let Some(tables) = sheet::tables(source.bytes) else {
                parsed.warnings.push(Warning::not_read_yet("spreadsheet"));
                return;
            };
            parsed.article.text = Some(words(&tables));
            tables
        };
        // Of several sheets the one whose columns are named as those of articles, else the first.
        let list = tables.iter().find(|table| guess::is_list(table));
        if let Some(list) = list {
            parsed.warnings.push(Warning::list(list.articles(&guess::guess(list)).len()));
        }
        parsed.table = list.or(tables.first()).cloned();
    }

    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        parsed.article.text = source.text().map(str::to_owned);
    }
}

/// As much of a text as shows what it is: whole lines.
fn head(text: &str) -> &str {
    const LOOKED_AT: usize = 256 << 10;
    if text.len() <= LOOKED_AT {
        return text;
    }
    let end = (0..=LOOKED_AT).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    text.get(..end).unwrap_or(text)
}

/// The sheets as text: a line a row, or a paragraph where cells have lines of their own; the name of each sheet over it,
/// where there are several.
fn words(tables: &[Table]) -> String {
    let sheet = |table: &Table| {
        let long = table.rows.iter().flatten().any(|cell| cell.contains('\n'));
        let rows: Vec<String> = table.rows.iter().map(|row| row.join("\t").trim_end().to_owned()).collect();
        let rows = rows.join(if long { "\n\n" } else { "\n" });
        match &table.sheet {
            Some(name) if tables.len() > 1 => format!("{name}\n\n{rows}"),
            _ => rows,
        }
    };
    crate::import::encoding::line_ends(&tables.iter().map(sheet).collect::<Vec<_>>().join("\n\n"))
}
