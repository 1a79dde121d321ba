//! What the record folders share: reading coded and dated columns, setting one field.

use rusqlite::types::{ToSql, Type};
use rusqlite::{OptionalExtension, Params, Row};

use super::{Db, Tx};
use crate::domain::date::{Dated, Edtf};
use crate::domain::id::Id;
use crate::domain::kind::Coded;
use crate::error::{Error, Result};

impl ToSql for Id {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl rusqlite::types::FromSql for Id {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        i64::column_result(value).map(Self)
    }
}

/// All rows of a query.
pub(in crate::store) fn all<T>(
    db: &Db,
    sql: &str,
    params: impl Params,
    map: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut statement = db.conn().prepare_cached(sql)?;
    let rows = statement.query_map(params, map)?.collect::<rusqlite::Result<Vec<T>>>()?;
    Ok(rows)
}

/// The first row of a query, if there is one.
pub(in crate::store) fn first<T>(
    db: &Db,
    sql: &str,
    params: impl Params,
    map: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>> {
    let mut statement = db.conn().prepare_cached(sql)?;
    Ok(statement.query_row(params, map).optional()?)
}

/// The row with this id; an error that says it is gone if there is none.
pub(in crate::store) fn get<T>(
    db: &Db,
    sql: &str,
    id: Id,
    map: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<T> {
    first(db, sql, [id], map)?.ok_or_else(Error::record_gone)
}

/// Runs one change.
pub(in crate::store) fn run(tx: &Tx, sql: &str, params: impl Params) -> Result<usize> {
    Ok(tx.conn().prepare_cached(sql)?.execute(params)?)
}

/// Sets one column of one row. `table` and `column` are names from the code, never from a person.
pub(in crate::store) fn set(tx: &Tx, table: &str, id: Id, column: &str, value: impl ToSql) -> Result<()> {
    let sql = format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1");
    match tx.conn().prepare_cached(&sql)?.execute(rusqlite::params![id, value])? {
        0 => Err(Error::record_gone()),
        _ => Ok(()),
    }
}

/// Sets the columns of one date field.
pub(in crate::store) fn set_dated(tx: &Tx, table: &str, id: Id, field: &str, date: &Dated) -> Result<()> {
    let sql = format!(
        "UPDATE {table} SET {field}_edtf = ?2, {field}_words = ?3, {field}_basis = ?4,
         {field}_first = ?5, {field}_last = ?6 WHERE id = ?1"
    );
    let [edtf, words, basis, first, last] = dated_values(date);
    run(tx, &sql, rusqlite::params![id, edtf, words, basis, first, last])?;
    Ok(())
}

/// The five column values of a date field: edtf, words, basis, first, last.
pub(in crate::store) fn dated_values(date: &Dated) -> [rusqlite::types::Value; 5] {
    use rusqlite::types::Value;
    let text = |value: Option<String>| value.map_or(Value::Null, Value::Text);
    let day = |value: Option<i64>| value.map_or(Value::Null, Value::Integer);
    [
        text(date.edtf.as_ref().map(ToString::to_string)),
        text(date.words.clone()),
        text(date.basis.clone()),
        day(date.edtf.as_ref().map(Edtf::first_day)),
        day(date.edtf.as_ref().map(Edtf::last_day)),
    ]
}

/// Reads a date field. Undated and without words is `Dated::default()`.
pub(in crate::store) fn dated(row: &Row<'_>, field: &str) -> rusqlite::Result<Dated> {
    let edtf: Option<String> = row.get(format!("{field}_edtf").as_str())?;
    let edtf =
        edtf.map(|text| text.parse::<Edtf>()).transpose().map_err(|error| conversion(&error.to_string()))?;
    Ok(Dated {
        edtf,
        words: row.get(format!("{field}_words").as_str())?,
        basis: row.get(format!("{field}_basis").as_str())?,
    })
}

/// Reads a coded column.
pub(in crate::store) fn code<T: Coded>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    T::from_code(&text).ok_or_else(|| conversion(&format!("{column} is {text:?}")))
}

fn conversion(what: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, what.to_owned().into())
}

/// The next number for a short key of this kind in this case; never given twice.
pub fn next_number(tx: &Tx, case_id: Id, kind: crate::domain::kind::RecordKind) -> Result<i64> {
    run(
        tx,
        "INSERT INTO counter (case_id, kind, last) VALUES (?1, ?2, 1)
         ON CONFLICT (case_id, kind) DO UPDATE SET last = last + 1",
        rusqlite::params![case_id, kind.code()],
    )?;
    let sql = "SELECT last FROM counter WHERE case_id = ?1 AND kind = ?2";
    let number = first(tx, sql, rusqlite::params![case_id, kind.code()], |row| row.get(0))?;
    Ok(number.unwrap_or(1))
}
