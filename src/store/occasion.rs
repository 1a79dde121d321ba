//! Occasions: letters, interviews, hearings.

use std::collections::HashMap;

use rusqlite::{Row, params};

use super::{Db, Tx, sql};
use crate::domain::edit::OccasionEdit;
use crate::domain::id::Id;
use crate::domain::kind::{Holding, OccasionRole};
use crate::domain::record::Occasion;
use crate::error::Result;

fn map(row: &Row<'_>) -> rusqlite::Result<Occasion> {
    Ok(Occasion {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        number: row.get("number")?,
        kind: sql::code(row, "kind")?,
        title: row.get("title")?,
        date: sql::dated(row, "date")?,
        parties: Vec::new(),
        articles: Vec::new(),
    })
}

/// Adds an occasion with its parties and articles.
pub fn insert(tx: &Tx, o: &Occasion) -> Result<()> {
    let [edtf, words, basis, first, last] = sql::dated_values(&o.date);
    sql::run(
        tx,
        "INSERT INTO occasion (id, case_id, number, kind, title, date_edtf, date_words, date_basis, date_first, date_last)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![o.id, o.case_id, o.number, o.kind.code(), o.title, edtf, words, basis, first, last],
    )?;
    for role in OccasionRole::ALL {
        let of_role: Vec<Id> = o.parties.iter().filter(|(r, _)| r == role).map(|(_, id)| *id).collect();
        set_parties(tx, o.id, *role, &of_role)?;
    }
    for (how, article) in &o.articles {
        set_article(tx, o.id, *article, Some(*how))?;
    }
    Ok(())
}

/// One occasion.
pub fn get(db: &Db, id: Id) -> Result<Occasion> {
    let mut occasion = sql::get(db, "SELECT * FROM occasion WHERE id = ?1", id, map)?;
    occasion.parties = sql::all(
        db,
        "SELECT role, party_id FROM occasion_party WHERE occasion_id = ?1 ORDER BY role, position",
        [id],
        |row| Ok((sql::code(row, "role")?, row.get("party_id")?)),
    )?;
    occasion.articles = sql::all(
        db,
        "SELECT how, article_id FROM occasion_article WHERE occasion_id = ?1 ORDER BY how, id",
        [id],
        |row| Ok((sql::code(row, "how")?, row.get("article_id")?)),
    )?;
    Ok(occasion)
}

/// The occasions of a case, by date, then number.
pub fn of_case(db: &Db, case_id: Id) -> Result<Vec<Occasion>> {
    let by_date = "SELECT * FROM occasion WHERE case_id = ?1 ORDER BY date_last IS NULL, date_last, number";
    let mut occasions = sql::all(db, by_date, [case_id], map)?;
    let place: HashMap<Id, usize> = occasions.iter().enumerate().map(|(n, o)| (o.id, n)).collect();
    let parties = sql::all(
        db,
        "SELECT p.occasion_id, p.role, p.party_id FROM occasion_party p JOIN occasion o ON o.id = p.occasion_id
         WHERE o.case_id = ?1 ORDER BY p.role, p.position",
        [case_id],
        |row| Ok((row.get::<_, Id>(0)?, sql::code::<OccasionRole>(row, "role")?, row.get::<_, Id>(2)?)),
    )?;
    for (occasion, role, party) in parties {
        if let Some(o) = place.get(&occasion).and_then(|n| occasions.get_mut(*n)) {
            o.parties.push((role, party));
        }
    }
    let articles = sql::all(
        db,
        "SELECT a.occasion_id, a.how, a.article_id FROM occasion_article a JOIN occasion o ON o.id = a.occasion_id
         WHERE o.case_id = ?1 ORDER BY a.how, a.id",
        [case_id],
        |row| Ok((row.get::<_, Id>(0)?, sql::code::<Holding>(row, "how")?, row.get::<_, Id>(2)?)),
    )?;
    for (occasion, how, article) in articles {
        if let Some(o) = place.get(&occasion).and_then(|n| occasions.get_mut(*n)) {
            o.articles.push((how, article));
        }
    }
    Ok(occasions)
}

/// The occasion used last for a statement with a source in this article.
pub fn last_in_article(db: &Db, article_id: Id) -> Result<Option<Id>> {
    let sql = "SELECT s.occasion_id FROM statement s JOIN citation c ON c.statement_id = s.id
        JOIN article_version v ON v.id = c.version_id
        WHERE v.article_id = ?1 AND s.occasion_id IS NOT NULL ORDER BY s.created_at DESC, s.id DESC LIMIT 1";
    sql::first(db, sql, [article_id], |row| row.get(0))
}

/// Sets one field.
pub fn edit(tx: &Tx, id: Id, edit: &OccasionEdit) -> Result<()> {
    match edit {
        OccasionEdit::Kind(v) => sql::set(tx, "occasion", id, "kind", v.code()),
        OccasionEdit::Title(v) => sql::set(tx, "occasion", id, "title", v),
        OccasionEdit::Date(v) => sql::set_dated(tx, "occasion", id, "date", v),
    }
}

/// Sets who takes part in this role, in order.
pub fn set_parties(tx: &Tx, id: Id, role: OccasionRole, parties: &[Id]) -> Result<()> {
    super::parties::set(tx, "occasion", id, Some(role.code()), parties)
}

/// Says how an article stands to the occasion; `None` takes the tie away.
pub fn set_article(tx: &Tx, id: Id, article: Id, how: Option<Holding>) -> Result<()> {
    let Some(how) = how else {
        let sql = "DELETE FROM occasion_article WHERE occasion_id = ?1 AND article_id = ?2";
        return sql::run(tx, sql, [id, article]).map(|_| ());
    };
    sql::run(
        tx,
        "INSERT INTO occasion_article (id, occasion_id, article_id, how) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (occasion_id, article_id) DO UPDATE SET how = excluded.how",
        params![Id::new(), id, article, how.code()],
    )?;
    Ok(())
}

/// Takes an occasion away; what was said on it stays, without an occasion.
pub fn delete(tx: &Tx, id: Id) -> Result<()> {
    sql::run(tx, "DELETE FROM occasion WHERE id = ?1", [id])?;
    Ok(())
}

/// Gives everything tied to `gone` to `keep`, and takes `gone` away.
pub fn merge(tx: &Tx, keep: Id, gone: Id) -> Result<()> {
    sql::run(tx, "UPDATE statement SET occasion_id = ?1 WHERE occasion_id = ?2", [keep, gone])?;
    sql::run(
        tx,
        "UPDATE occasion_article SET occasion_id = ?1 WHERE occasion_id = ?2 AND article_id NOT IN
         (SELECT article_id FROM occasion_article WHERE occasion_id = ?1)",
        [keep, gone],
    )?;
    sql::run(tx, "UPDATE note SET occasion_id = ?1 WHERE occasion_id = ?2", [keep, gone])?;
    delete(tx, gone)
}
