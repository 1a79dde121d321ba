//! The hash chain: each entry's hash covers its head, its rows and the entry before, by way of salted
//! hashes, so that words and content can be erased without breaking it.

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::store::Db;

/// The hash of the newest entry, for others to hold; `None` while nothing was changed yet.
pub fn head_hash(db: &Db) -> Result<Option<String>> {
    let newest = "SELECT hash FROM journal_entry ORDER BY id DESC LIMIT 1";
    Ok(db.conn().prepare_cached(newest)?.query_row([], |row| row.get(0)).optional()?)
}

/// A fresh salt of 16 random bytes.
pub(in crate::store) fn salt() -> Result<[u8; 16]> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt)
        .map_err(|error| Error::new(crate::text::t("error-no-random")).with_detail(error))?;
    Ok(salt)
}

/// SHA-256 of the salt and the content after it.
pub(in crate::store) fn salted(salt: &[u8], content: &str) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(content.as_bytes()).finalize().into()
}

/// Lower-case hexadecimal.
pub(in crate::store) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        _ = write!(text, "{byte:02x}");
        text
    })
}

/// Hashes the rows of a new entry and ties it to the entry before.
pub(in crate::store) fn seal(conn: &Connection, entry: i64) -> Result<()> {
    let mut unsealed =
        conn.prepare_cached("SELECT id, salt, content FROM journal_row WHERE entry_id = ?1")?;
    let hashes: Vec<(i64, [u8; 32])> = unsealed
        .query_map([entry], |row| {
            let content = row.get_ref(2)?.as_str()?;
            Ok((row.get(0)?, salted(row.get_ref(1)?.as_blob()?, content)))
        })?
        .collect::<Result<_, _>>()?;
    let mut set = conn.prepare_cached("UPDATE journal_row SET row_hash = ?2 WHERE id = ?1")?;
    for (id, hash) in hashes {
        set.execute((id, hash.as_slice()))?;
    }
    let previous = conn
        .prepare_cached("SELECT hash FROM journal_entry WHERE id < ?1 ORDER BY id DESC LIMIT 1")?
        .query_row([entry], |row| row.get::<_, String>(0))
        .optional()?
        .unwrap_or_default();
    let hash = entry_hash(conn, entry, &previous)?;
    conn.prepare_cached("UPDATE journal_entry SET prev_hash = ?2, hash = ?3 WHERE id = ?1")?
        .execute((entry, previous, hash))?;
    Ok(())
}

/// The hash of an entry as its head and rows are now, after `previous`.
pub(in crate::store) fn entry_hash(conn: &Connection, entry: i64, previous: &str) -> Result<String> {
    let mut hash = Sha256::new();
    let mut field = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    field(previous.as_bytes());
    conn.prepare_cached(
        "SELECT json_array(id, at, author_id, window, grp, case_id, op, schema_version, kind, undoes), words_hash
         FROM journal_entry WHERE id = ?1",
    )?
    .query_row([entry], |row| {
        field(row.get_ref(0)?.as_str()?.as_bytes());
        field(row.get_ref(1)?.as_blob()?);
        Ok(())
    })?;
    let mut rows = conn.prepare_cached(
        "SELECT json_array(table_name, row_id, sign), row_hash FROM journal_row WHERE entry_id = ?1 ORDER BY id",
    )?;
    let mut rows = rows.query([entry])?;
    while let Some(row) = rows.next()? {
        let head = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        field(head.as_bytes());
        field(row.get_ref(1)?.as_blob_or_null().map_err(rusqlite::Error::from)?.unwrap_or_default());
    }
    Ok(hex(&hash.finalize()))
}
