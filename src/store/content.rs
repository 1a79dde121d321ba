//! What is kept once and never changes: original files and texts, each known by its SHA-256.

use std::sync::Arc;

use rusqlite::OptionalExtension;
use sha2::{Digest, Sha256};

use super::journal::chain::hex;
use super::{Db, Tx};
use crate::error::{Error, Result};
use crate::text::{Arg, t, t_with};

/// The largest original that is kept, in bytes.
pub const MAX_ORIGINAL: usize = 512 << 20;

/// Originals are compressed in pieces of this many bytes.
const CHUNK: usize = 1 << 20;
const LEVEL: i32 = 3;

/// Keeps an original file; gives its SHA-256 in lower-case hexadecimal. The same bytes are kept once.
pub fn put_original(tx: &Tx<'_>, bytes: &[u8], file_name: &str) -> Result<String> {
    if bytes.len() > MAX_ORIGINAL {
        return Err(Error::new(t_with("error-original-too-big", &[("file", Arg::from(file_name))]))
            .with_hint(t("error-original-too-big-hint")));
    }
    let sha = hex(&Sha256::digest(bytes));
    let conn = tx.conn();
    let added = conn
        .prepare_cached(
            "INSERT INTO original (sha256, size, file_name, added_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (sha256) DO NOTHING",
        )?
        .execute((&sha, bytes.len() as i64, file_name, tx.at()))?;
    if added == 1 {
        let id = conn.last_insert_rowid();
        let mut add =
            conn.prepare_cached("INSERT INTO original_chunk (original_id, n, zstd) VALUES (?1, ?2, ?3)")?;
        for (n, chunk) in bytes.chunks(CHUNK).enumerate() {
            let packed = zstd::bulk::compress(chunk, LEVEL).map_err(|error| {
                Error::new(t_with("error-not-compressed", &[("file", Arg::from(file_name))]))
                    .with_detail(error)
            })?;
            add.execute((id, n as i64, packed))?;
        }
    }
    Ok(sha)
}

/// An original file's bytes, proved against its SHA-256.
pub fn read_original(db: &Db, sha256: &str) -> Result<Vec<u8>> {
    let conn = db.conn();
    let (id, size, name): (i64, i64, String) = conn
        .prepare_cached("SELECT id, size, file_name FROM original WHERE sha256 = ?1")?
        .query_row([sha256], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?
        .ok_or_else(|| Error::new(t("error-original-missing")).with_detail(sha256))?;
    let damaged = || {
        Error::new(t_with("error-original-damaged", &[("file", Arg::from(name.as_str()))]))
            .with_detail(sha256)
            .with_hint(t("error-original-damaged-hint"))
    };
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default().min(MAX_ORIGINAL));
    let mut chunks =
        conn.prepare_cached("SELECT zstd FROM original_chunk WHERE original_id = ?1 ORDER BY n")?;
    let mut chunks = chunks.query([id])?;
    while let Some(row) = chunks.next()? {
        let packed = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        let chunk = zstd::bulk::decompress(packed, CHUNK).map_err(|error| damaged().with_detail(error))?;
        bytes.extend_from_slice(&chunk);
    }
    if hex(&Sha256::digest(&bytes)) == sha256 { Ok(bytes) } else { Err(damaged()) }
}

/// How many bytes an original has; `None` if it is not kept.
pub fn original_size(db: &Db, sha256: &str) -> Result<Option<u64>> {
    let mut found = db.conn().prepare_cached("SELECT size FROM original WHERE sha256 = ?1")?;
    let size: Option<i64> = found.query_row([sha256], |row| row.get(0)).optional()?;
    Ok(size.and_then(|size| u64::try_from(size).ok()))
}

/// Keeps a text; gives its SHA-256 in lower-case hexadecimal. The same text is kept once.
pub fn put_text(tx: &Tx<'_>, body: &str) -> Result<String> {
    let sha = hex(&Sha256::digest(body.as_bytes()));
    tx.conn()
        .prepare_cached(
            "INSERT INTO text_body (sha256, body, chars) VALUES (?1, ?2, ?3) ON CONFLICT (sha256) DO NOTHING",
        )?
        .execute((&sha, body, body.chars().count() as i64))?;
    Ok(sha)
}

/// The text of that SHA-256.
pub fn text(db: &Db, sha256: &str) -> Result<Arc<str>> {
    find_text(db, sha256)?.ok_or_else(|| Error::new(t("error-text-missing")).with_detail(sha256))
}

/// The text of that SHA-256, if it is kept.
pub(in crate::store) fn find_text(db: &Db, sha256: &str) -> Result<Option<Arc<str>>> {
    let mut found = db.conn().prepare_cached("SELECT body FROM text_body WHERE sha256 = ?1")?;
    Ok(found.query_row([sha256], |row| row.get(0)).optional()?)
}
