//! Which texts are near copies of each other: derived from the texts, kept so that lists can show it.

use rusqlite::params;

use super::content::find_text;
use super::{Db, Tx, sql};
use crate::domain::id::Id;
use crate::domain::likeness::Sketch;
use crate::error::Result;

/// Two articles whose newest texts are near copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NearPair {
    /// The one.
    pub a: Id,
    /// The other.
    pub b: Id,
    /// Of a hundred words of the one, how many are in the other.
    pub a_percent: u8,
    /// The other way round.
    pub b_percent: u8,
}

/// The newest text of each article of a case: `n` is the article, `t` the text's SHA-256.
const NEWEST: &str = "SELECT v.article_id AS n, v.text_sha256 AS t FROM article_version v
    JOIN article a ON a.id = v.article_id WHERE a.case_id = ?1 AND v.n =
    (SELECT MAX(w.n) FROM article_version w WHERE w.article_id = a.id AND w.text_sha256 IS NOT NULL)";

/// Keeps the sketch of a text; nothing happens if it has one.
pub fn put_sketch(tx: &Tx, sha256: &str, sketch: &Sketch) -> Result<()> {
    let add =
        "INSERT INTO text_sketch (sha256, shingles, numbers) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    sql::run(tx, add, params![sha256, sketch.shingles(), sketch.bytes()])?;
    Ok(())
}

/// Keeps that two texts are near copies, each with how many of a hundred of its words the other has.
pub fn put_pair(tx: &Tx, a: (&str, u8), b: (&str, u8)) -> Result<()> {
    let (a, b) = if a.0 <= b.0 { (a, b) } else { (b, a) };
    let add =
        "INSERT INTO near_copy (a, b, a_percent, b_percent) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    sql::run(tx, add, params![a.0, b.0, a.1, b.1])?;
    Ok(())
}

/// The sketches of the texts of a case, by the texts' SHA-256.
pub fn sketches(db: &Db, case_id: Id) -> Result<Vec<(String, Sketch)>> {
    let of_case = "SELECT DISTINCT s.sha256, s.shingles, s.numbers FROM article a
        JOIN article_version v ON v.article_id = a.id JOIN text_sketch s ON s.sha256 = v.text_sha256
        WHERE a.case_id = ?1 ORDER BY s.sha256";
    let rows = sql::all(db, of_case, [case_id], |row| {
        let numbers = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
        Ok((row.get(0)?, Sketch::from_bytes(numbers, row.get(1)?)))
    })?;
    Ok(rows.into_iter().filter_map(|(sha256, sketch)| Some((sha256, sketch?))).collect())
}

/// Texts of cases that were not compared yet, each with its case, at most `most` of them.
pub fn not_compared(db: &Db, most: usize) -> Result<Vec<(Id, String)>> {
    let sql = "SELECT DISTINCT a.case_id, v.text_sha256 FROM article a JOIN article_version v ON v.article_id = a.id
        WHERE v.text_sha256 IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM text_sketch s WHERE s.sha256 = v.text_sha256)
        ORDER BY a.case_id LIMIT ?1";
    sql::all(db, sql, [most as i64], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// An article of this case with a version of this text, and the text; `None` if there is none.
pub fn article_with(db: &Db, case_id: Id, sha256: &str) -> Result<Option<(Id, std::sync::Arc<str>)>> {
    let of = "SELECT a.id FROM article_version v JOIN article a ON a.id = v.article_id
        WHERE v.text_sha256 = ?2 AND a.case_id = ?1 ORDER BY a.number LIMIT 1";
    let article = sql::first(db, of, params![case_id, sha256], |row| row.get(0))?;
    Ok(article.zip(find_text(db, sha256)?))
}

/// The articles of a case that are near copies of each other, by their newest texts.
pub fn pairs(db: &Db, case_id: Id) -> Result<Vec<NearPair>> {
    let sql = format!(
        "WITH newest AS MATERIALIZED ({NEWEST})
         SELECT x.n, y.n, c.a_percent, c.b_percent FROM newest x JOIN near_copy c ON c.a = x.t
         JOIN newest y ON y.t = c.b WHERE x.n <> y.n ORDER BY x.n, y.n"
    );
    sql::all(db, &sql, [case_id], |row| {
        Ok(NearPair { a: row.get(0)?, b: row.get(1)?, a_percent: row.get(2)?, b_percent: row.get(3)? })
    })
}
