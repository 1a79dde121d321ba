//! Articles and their versions.

use rusqlite::{Row, params};

use super::{Db, Tx, sql};

use crate::domain::edit::ArticleEdit;
use crate::domain::id::Id;
use crate::domain::record::{Article, Version};
use crate::error::{Error, Result};
use crate::text::t;

fn map(row: &Row<'_>) -> rusqlite::Result<Article> {
    Ok(Article {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        number: row.get("number")?,
        title: row.get("title")?,
        byline: row.get("byline")?,
        outlet: row.get("outlet")?,
        url: row.get("url")?,
        language: row.get("language")?,
        kind: sql::code(row, "kind")?,
        published: sql::dated(row, "published")?,
        received: sql::dated(row, "received")?,
        obtained_from: row.get("obtained_from")?,
        obtained_how: row.get("obtained_how")?,
        archive_link: row.get("archive_link")?,
        reference: row.get("reference")?,
        privileged: row.get("privileged")?,
        reading: sql::code(row, "reading")?,
        important: row.get("important")?,
    })
}

fn map_version(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: row.get("id")?,
        article_id: row.get("article_id")?,
        n: row.get("n")?,
        original_sha256: row.get("original_sha256")?,
        file_name: row.get("file_name")?,
        text_sha256: row.get("text_sha256")?,
        importer: row.get("importer")?,
        importer_version: row.get("importer_version")?,
        encoding: row.get("encoding")?,
        warnings: list(row, "warnings")?,
        pages: list(row, "pages")?,
        captions: list(row, "captions")?,
        found: list(row, "found")?,
    })
}

/// A column that holds a list as JSON; one that cannot be read is empty, it never keeps an article from being shown.
fn list<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<Vec<T>> {
    let json: Option<String> = row.get(column)?;
    Ok(json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

/// A list as JSON, or nothing where it is empty.
fn some_json<T: serde::Serialize>(list: &[T]) -> Result<Option<String>> {
    (!list.is_empty()).then(|| json(list)).transpose()
}

fn json<T: serde::Serialize>(list: &[T]) -> Result<String> {
    serde_json::to_string(list).map_err(|error| Error::new(t("error-not-kept")).with_detail(error))
}

/// Adds an article.
pub fn insert(tx: &Tx, a: &Article) -> Result<()> {
    let [pe, pw, pb, pf, pl] = sql::dated_values(&a.published);
    let [re, rw, rb, rf, rl] = sql::dated_values(&a.received);
    sql::run(
        tx,
        include_str!("insert.sql"),
        params![
            a.id,
            a.case_id,
            a.number,
            a.title,
            a.byline,
            a.outlet,
            a.url,
            a.language,
            a.kind.code(),
            pe,
            pw,
            pb,
            pf,
            pl,
            re,
            rw,
            rb,
            rf,
            rl,
            a.obtained_from,
            a.obtained_how,
            a.archive_link,
            a.reference,
            a.privileged,
            a.reading.code(),
            a.important,
            tx.at()
        ],
    )?;
    Ok(())
}

/// One article.
pub fn get(db: &Db, id: Id) -> Result<Article> {
    sql::get(db, "SELECT * FROM article WHERE id = ?1", id, map)
}

/// One article; `None` if there is none.
pub fn find(db: &Db, id: Id) -> Result<Option<Article>> {
    sql::first(db, "SELECT * FROM article WHERE id = ?1", [id], map)
}

/// The addresses of the articles of a case that have one, newest article first.
pub fn addresses(db: &Db, case_id: Id) -> Result<Vec<(Id, String)>> {
    let sql = "SELECT id, url FROM article WHERE case_id = ?1 AND url <> '' ORDER BY number DESC";
    sql::all(db, sql, [case_id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Titles of other cases that hold this original or this text, none of a case kept apart.
pub fn elsewhere(db: &Db, case_id: Id, original: &str, text: Option<&str>) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT c.title FROM article_version v JOIN article a ON a.id = v.article_id
        JOIN cases c ON c.id = a.case_id
        WHERE (v.original_sha256 = ?2 OR v.text_sha256 = ?3) AND c.id <> ?1 AND c.kept_apart = 0
        ORDER BY c.title";
    sql::all(db, sql, params![case_id, original, text], |row| row.get(0))
}

/// The articles of a case, newest publication first, undated ones last.
pub fn of_case(db: &Db, case_id: Id) -> Result<Vec<Article>> {
    let order = "SELECT * FROM article WHERE case_id = ?1
        ORDER BY published_last IS NULL, published_last DESC, number DESC";
    sql::all(db, order, [case_id], map)
}

/// The outlet and address of every article that has both, of this case and of those that are not kept apart.
pub fn outlets(db: &Db, case_id: Id) -> Result<Vec<(String, String)>> {
    let both = "SELECT a.outlet, a.url FROM article a JOIN cases c ON c.id = a.case_id
        WHERE a.outlet <> '' AND a.url <> '' AND (c.id = ?1 OR NOT c.kept_apart)";
    sql::all(db, both, [case_id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The article in this case whose newest version has this original or this text.
pub fn duplicate_of(db: &Db, case_id: Id, original: &str, text: Option<&str>) -> Result<Option<Article>> {
    let by = "SELECT a.* FROM article a JOIN article_version v ON v.article_id = a.id
        WHERE a.case_id = ?1 AND (v.original_sha256 = ?2 OR v.text_sha256 = ?3) ORDER BY a.number LIMIT 1";
    sql::first(db, by, params![case_id, original, text], map)
}

/// Sets one field.
pub fn edit(tx: &Tx, id: Id, edit: &ArticleEdit) -> Result<()> {
    let set = |column: &str, value: &dyn rusqlite::ToSql| sql::set(tx, "article", id, column, value);
    match edit {
        ArticleEdit::Title(v) => set("title", v),
        ArticleEdit::Byline(v) => set("byline", v),
        ArticleEdit::Outlet(v) => set("outlet", v),
        ArticleEdit::Url(v) => set("url", v),
        ArticleEdit::Language(v) => set("language", v),
        ArticleEdit::Kind(v) => set("kind", &v.code()),
        ArticleEdit::Published(v) => sql::set_dated(tx, "article", id, "published", v),
        ArticleEdit::Received(v) => sql::set_dated(tx, "article", id, "received", v),
        ArticleEdit::ObtainedFrom(v) => set("obtained_from", v),
        ArticleEdit::ObtainedHow(v) => set("obtained_how", v),
        ArticleEdit::ArchiveLink(v) => set("archive_link", v),
        ArticleEdit::Reference(v) => set("reference", v),
        ArticleEdit::Privileged(v) => set("privileged", v),
        ArticleEdit::Reading(v) => set("reading", &v.code()),
        ArticleEdit::Important(v) => set("important", v),
    }
}

/// Takes an article away with its versions and what cites it.
pub fn delete(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM article WHERE id = ?1", [id])?;
    Ok(())
}

/// Adds a version.
pub fn insert_version(tx: &Tx, v: &Version) -> Result<()> {
    sql::run(
        tx,
        "INSERT INTO article_version (id, article_id, n, original_sha256, file_name, text_sha256, importer,
         importer_version, encoding, warnings, retrieved_at, pages, captions, found)
         VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)",
        params![
            v.id,
            v.article_id,
            v.n,
            v.original_sha256,
            v.file_name,
            v.text_sha256,
            v.importer,
            v.importer_version,
            v.encoding,
            json(&v.warnings)?,
            tx.at(),
            some_json(&v.pages)?,
            some_json(&v.captions)?,
            some_json(&v.found)?
        ],
    )?;
    Ok(())
}

/// Gives a version that had no text the text a newer importer read.
pub fn set_version_text(tx: &Tx, v: &Version) -> Result<()> {
    sql::run(
        tx,
        "UPDATE article_version SET text_sha256 = ?2, importer = ?3, importer_version = ?4, encoding = ?5,
         warnings = ?6, pages = ?7, captions = ?8, found = ?9 WHERE id = ?1",
        params![
            v.id,
            v.text_sha256,
            v.importer,
            v.importer_version,
            v.encoding,
            json(&v.warnings)?,
            some_json(&v.pages)?,
            some_json(&v.captions)?,
            some_json(&v.found)?
        ],
    )?;
    Ok(())
}

/// The versions of an article, newest first.
pub fn versions(db: &Db, article_id: Id) -> Result<Vec<Version>> {
    let newest = "SELECT * FROM article_version WHERE article_id = ?1 ORDER BY n DESC";
    sql::all(db, newest, [article_id], map_version)
}

/// When a version came in, UTC milliseconds.
pub fn retrieved_at(db: &Db, id: Id) -> Result<i64> {
    sql::get(db, "SELECT retrieved_at FROM article_version WHERE id = ?1", id, |row| row.get(0))
}

/// One version.
pub fn version(db: &Db, id: Id) -> Result<Version> {
    sql::get(db, "SELECT * FROM article_version WHERE id = ?1", id, map_version)
}

/// The articles of a case whose newest version is kept by this importer without a text.
pub fn not_read_by(db: &Db, case_id: Id, importer: &str) -> Result<Vec<Id>> {
    let sql = "SELECT a.id FROM article a JOIN article_version v ON v.article_id = a.id AND v.n =
          (SELECT MAX(n) FROM article_version w WHERE w.article_id = a.id)
        WHERE a.case_id = ?1 AND v.importer = ?2 AND v.text_sha256 IS NULL";
    sql::all(db, sql, params![case_id, importer], |row| row.get(0))
}

/// Each article of a case with what read its newest version: importer and version.
pub fn read_by(db: &Db, case_id: Id) -> Result<Vec<(Id, String, u32)>> {
    let sql = "SELECT a.id, v.importer, v.importer_version FROM article a
        JOIN article_version v ON v.article_id = a.id
        AND v.n = (SELECT MAX(n) FROM article_version w WHERE w.article_id = a.id)
        WHERE a.case_id = ?1 ORDER BY a.number";
    sql::all(db, sql, [case_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

/// The first `most` code points of the newest text of each article of a case that has one.
pub fn first_lines(db: &Db, case_id: Id, most: usize) -> Result<Vec<(Id, String)>> {
    let sql = "SELECT a.id, substr(t.body, 1, ?2) FROM article a
        JOIN article_version v ON v.article_id = a.id AND v.n =
          (SELECT MAX(n) FROM article_version w WHERE w.article_id = a.id AND w.text_sha256 IS NOT NULL)
        JOIN text_body t ON t.sha256 = v.text_sha256 WHERE a.case_id = ?1";
    sql::all(db, sql, params![case_id, most as i64], |row| Ok((row.get(0)?, row.get(1)?)))
}
