//! The triggers that write the journal: part of the schema, generated from each table's columns.

use rusqlite::Connection;

/// The tables whose every change is in the journal and can be undone.
pub(in crate::store) const JOURNALLED: &[&str] = &[
    "cases",
    "party",
    "party_alias",
    "party_relation",
    "case_party",
    "article",
    "article_version",
    "occasion",
    "occasion_party",
    "occasion_article",
    "statement",
    "statement_party",
    "event",
    "event_party",
    "follow_up",
    "follow_up_attempt",
    "follow_up_origin",
    "citation",
    "citation_segment",
    "link",
    "assessment",
    "assessment_source",
    "dispute",
    "topic",
    "topic_mark",
    "note",
];

/// Makes the triggers of every journalled table.
pub(in crate::store) fn create(conn: &Connection) -> rusqlite::Result<()> {
    JOURNALLED.iter().try_for_each(|table| create_of(conn, table))
}

/// Makes the triggers of one table again, after its columns changed.
pub(in crate::store) fn create_anew(conn: &Connection, table: &str) -> rusqlite::Result<()> {
    for when in ["insert", "update", "delete"] {
        conn.execute_batch(&format!("DROP TRIGGER journal_{table}_{when};"))?;
    }
    create_of(conn, table)
}

/// Makes the triggers of one table.
pub(in crate::store) fn create_of(conn: &Connection, table: &str) -> rusqlite::Result<()> {
    conn.execute_batch(&sql(table, &columns(conn, table)?))
}

/// The columns of a table without its id.
pub(in crate::store) fn columns(conn: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached("SELECT name FROM pragma_table_info(?1) WHERE name <> 'id' ORDER BY cid")?
        .query_map([table], |row| row.get(0))?
        .collect()
}

const REQUIRE_ENTRY: &str = "SELECT RAISE(ABORT, 'no journal entry is open') \
     WHERE NOT EXISTS (SELECT 1 FROM journal_open);";

fn sql(table: &str, columns: &[String]) -> String {
    let insert = |id: &str, sign: &str, content: &str, source: &str| {
        format!(
            "INSERT INTO journal_row (entry_id, table_name, row_id, sign, content, salt)
    SELECT (SELECT entry_id FROM journal_open), '{table}', {id}, '{sign}', {content}, randomblob(16)
    FROM ({source}"
        )
    };
    let added = insert("NEW.id", "+", "json_object('new', json_group_object(k, v))", &values("NEW", columns));
    let removed =
        insert("OLD.id", "-", "json_object('old', json_group_object(k, v))", &values("OLD", columns));
    let altered = insert(
        "NEW.id",
        "~",
        "json_object('old', json_group_object(k, o), 'new', json_group_object(k, n))",
        &differences(columns),
    );
    format!(
        "CREATE TRIGGER journal_{table}_insert AFTER INSERT ON {table} BEGIN
  {REQUIRE_ENTRY}
  {added}) WHERE v IS NOT NULL;
END;
CREATE TRIGGER journal_{table}_update AFTER UPDATE ON {table} BEGIN
  {REQUIRE_ENTRY}
  SELECT RAISE(ABORT, 'a record keeps its id') WHERE OLD.id IS NOT NEW.id;
  {altered}) HAVING count(*) > 0;
END;
CREATE TRIGGER journal_{table}_delete AFTER DELETE ON {table} BEGIN
  {REQUIRE_ENTRY}
  {removed}) WHERE v IS NOT NULL;
END;"
    )
}

/// Name and value of every column, one a row.
fn values(row: &str, columns: &[String]) -> String {
    let select = |column: &String| format!("SELECT '{column}' AS k, {row}.\"{column}\" AS v");
    columns.iter().map(select).collect::<Vec<_>>().join(" UNION ALL ")
}

/// Name, old and new value of every column that differs, letter case included, one a row.
fn differences(columns: &[String]) -> String {
    let select = |column: &String| {
        format!(
            "SELECT '{column}' AS k, OLD.\"{column}\" AS o, NEW.\"{column}\" AS n \
             WHERE OLD.\"{column}\" COLLATE BINARY IS NOT NEW.\"{column}\""
        )
    };
    columns.iter().map(select).collect::<Vec<_>>().join(" UNION ALL ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::migrate;

    #[test]
    fn every_record_table_is_journalled_and_holds_only_numbers_and_text() {
        let conn = Connection::open_in_memory().unwrap();
        migrate::to_current(&conn).unwrap();
        let schema = include_str!("../migrations/0001.sql");
        let records = schema.split_once("-- Journalled from here on.").unwrap().1;
        let tables: Vec<&str> = records
            .split("CREATE TABLE ")
            .skip(1)
            .map(|rest| rest.split([' ', '(']).next().unwrap())
            .collect();
        assert_eq!(tables, JOURNALLED);
        for table in JOURNALLED {
            let other: i64 = conn
                .query_row(
                    "SELECT count(*) FROM pragma_table_info(?1)
                     WHERE type NOT IN ('INTEGER', 'TEXT') OR (pk <> (name = 'id'))",
                    [table],
                    |row| row.get(0),
                )
                .unwrap();
            assert_eq!(other, 0, "{table}");
        }
    }

    #[test]
    fn a_change_without_an_entry_is_refused() {
        let conn = Connection::open_in_memory().unwrap();
        migrate::to_current(&conn).unwrap();
        let error = conn
            .execute("INSERT INTO party (id, name, kind) VALUES (1, 'Oda Lind', 'person')", [])
            .unwrap_err();
        assert!(error.to_string().contains("no journal entry is open"), "{error}");
        conn.execute_batch(
            "INSERT INTO journal_open VALUES (1, 1); PRAGMA foreign_keys = OFF;
             INSERT INTO party (id, name, kind) VALUES (1, 'Oda Lind', 'person')",
        )
        .unwrap();
        let error = conn.execute("UPDATE party SET id = 2", []).unwrap_err();
        assert!(error.to_string().contains("a record keeps its id"), "{error}");
    }
}
