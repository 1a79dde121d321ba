//! Lists of articles: tables as CSV or spreadsheets, kept as what they are until a person has their rows made articles.

mod day;
mod delimited;
mod guess;
mod importer;
mod names;
mod rows;
mod sheet;
mod table;

pub use guess::{guess, is_list, shown_order};
pub use rows::{Dating, Row, articles, read_row, sure_articles};
pub use table::Table;

pub(super) use importer::List;

#[cfg(test)]
mod tests;
