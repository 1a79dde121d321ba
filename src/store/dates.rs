//! Dates that rest on an article's publication.

use rusqlite::params;

use super::{Db, Tx, sql};
use crate::domain::date::Dated;
use crate::domain::id::Id;
use crate::error::Result;

/// The date fields that can hold words of an article: table and field.
const FIELDS: &[(&str, &str)] = &[
    ("statement", "date"),
    ("occasion", "date"),
    ("event", "date"),
    ("follow_up", "asked"),
    ("follow_up", "sent"),
    ("follow_up", "due"),
    ("follow_up", "expected"),
];

/// A date field whose words are resolved against an article's publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resting {
    table: &'static str,
    field: &'static str,
    id: Id,
    /// The words, as they stand in the article: "last month".
    pub words: String,
}

/// What `_basis` holds for words read in this article.
#[must_use]
pub fn basis_of(article: Id) -> String {
    crate::domain::date::article_basis(article)
}

/// Every date that rests on this basis.
pub fn resting_on(db: &Db, basis: &str) -> Result<Vec<Resting>> {
    let mut found = Vec::new();
    for (table, field) in FIELDS {
        let sql = format!(
            "SELECT id, {field}_words FROM {table} WHERE {field}_basis = ?1 AND {field}_words IS NOT NULL"
        );
        found.extend(sql::all(db, &sql, params![basis], |row| {
            Ok(Resting { table, field, id: row.get(0)?, words: row.get(1)? })
        })?);
    }
    Ok(found)
}

/// Sets such a date.
pub fn set(tx: &Tx, resting: &Resting, date: &Dated) -> Result<()> {
    sql::set_dated(tx, resting.table, resting.id, resting.field, date)
}
