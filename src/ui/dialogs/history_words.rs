//! The rows of a change in plain words: which record, which field, what it was and what it is.

use serde_json::Value;

use crate::domain::date::Edtf;
use crate::domain::id::Id;
use crate::domain::kind::{
    AliasKind, ArticleKind, CaseStatus, CheckStatus, Coded, FollowUpKind, FollowUpStatus, Form, Holding,
    LinkKind, OccasionKind, OccasionRole, PartyKind, PartyRole, Priority, Reading, RelationKind,
    StatementKind,
};
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::Cx;
use crate::view::{FieldChange, HistoryRow, Sign};

/// A record that was changed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RowWords {
    /// "Changed: statement".
    pub(super) heading: String,
    /// Its fields.
    pub(super) fields: Vec<FieldWords>,
}

/// A field that was changed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FieldWords {
    /// Its name.
    pub(super) name: &'static str,
    /// "open, now closed".
    pub(super) change: String,
}

/// The words of a row; `None` for one that says nothing to a person.
pub(super) fn row_words(cx: &Cx<'_>, row: &HistoryRow) -> Option<RowWords> {
    let record = record_name(&row.table)?;
    let with = |key: &str| t_with(key, &[("record", Arg::from(record))]);
    let heading = match row.sign {
        Sign::Added => with("history-added"),
        Sign::Altered => with("history-altered"),
        Sign::Removed => with("history-removed"),
    };
    let fields = row.fields.iter().filter_map(|field| field_words(cx, &row.table, row.sign, field));
    let fields: Vec<FieldWords> = fields.collect();
    let says_nothing = row.sign == Sign::Altered && fields.is_empty();
    (!says_nothing).then_some(RowWords { heading, fields })
}

fn record_name(table: &str) -> Option<&'static str> {
    Some(match table {
        "cases" => t("record-kind-case"),
        "party" => t("record-kind-party"),
        "party_alias" => t("history-alias"),
        "party_relation" => t("history-relation"),
        "case_party" => t("history-case-party"),
        "article" => t("record-kind-article"),
        "article_version" => t("history-version"),
        "occasion" => t("record-kind-occasion"),
        "occasion_party" => t("history-occasion-party"),
        "occasion_article" => t("history-occasion-article"),
        "statement" => t("record-kind-statement"),
        "statement_party" => t("history-statement-party"),
        "event" => t("record-kind-event"),
        "event_party" => t("history-event-party"),
        "follow_up" => t("record-kind-follow-up"),
        "follow_up_attempt" => t("history-attempt"),
        "citation" => t("history-source"),
        "citation_segment" => t("history-source-words"),
        "link" => t("history-link"),
        "assessment" => t("history-check"),
        "dispute" => t("history-dispute"),
        "topic" => t("record-kind-topic"),
        "topic_mark" => t("history-topic-mark"),
        "note" => t("record-kind-note"),
        _ => return None,
    })
}

fn field_words(cx: &Cx<'_>, table: &str, sign: Sign, field: &FieldChange) -> Option<FieldWords> {
    let name = field_name(table, &field.column)?;
    let old = value_words(cx, table, &field.column, &field.old);
    let new = value_words(cx, table, &field.column, &field.new);
    let change = match sign {
        Sign::Added => new?,
        Sign::Removed => old?,
        Sign::Altered => {
            let none = || t("history-none").to_owned();
            let (old, new) = (old.unwrap_or_else(none), new.unwrap_or_else(none));
            t_with("history-change", &[("old", Arg::from(old)), ("new", Arg::from(new))])
        }
    };
    Some(FieldWords { name, change })
}

/// The name of a column a person knows; `None` for one that is for the program only.
fn field_name(table: &str, column: &str) -> Option<&'static str> {
    Some(match column {
        "title" => t("history-field-title"),
        "question" => t("case-field-question"),
        "status" => t("case-field-status"),
        "kept_apart" => t("case-field-apart"),
        "hold" => t("case-field-hold"),
        "name" | "alias" => t("history-field-name"),
        "kind" => t("history-field-kind"),
        "role" | "how" => t("history-field-role"),
        "side" => t("history-field-side"),
        "confidential" | "confidential_note" => t("history-field-confidential"),
        "byline" => t("history-field-byline"),
        "outlet" => t("history-field-outlet"),
        "url" => t("history-field-url"),
        "language" => t("history-field-language"),
        "published_edtf" => t("history-field-published"),
        "received_edtf" => t("history-field-received"),
        "obtained_from" | "obtained_how" => t("history-field-obtained"),
        "archive_link" => t("history-field-archive"),
        "reference" => t("history-field-reference"),
        "privileged" => t("history-field-privileged"),
        "reading" => t("history-field-reading"),
        "important" => t("history-field-important"),
        "file_name" => t("history-field-file"),
        "date_edtf" | "dates_edtf" | "day" => t("history-field-date"),
        "gist" => t("history-field-gist"),
        "unsourced" | "exact" => t("history-field-words"),
        "form" => t("history-field-form"),
        "sic" => t("history-field-sic"),
        "hidden" => t("history-field-hidden"),
        "day_order" => t("history-field-order"),
        "occasion_id" if table == "statement" => t("history-field-occasion"),
        "detail" | "note" | "body" | "reason" => t("history-field-text"),
        "put_to_them" => t("history-field-put"),
        "means" => t("history-field-means"),
        "waiting_on" => t("history-field-waiting"),
        "owner" => t("history-field-owner"),
        "asked_edtf" => t("history-field-asked"),
        "sent_edtf" => t("history-field-sent"),
        "due_edtf" => t("history-field-due"),
        "expected_edtf" => t("history-field-expected"),
        "snoozed_until" => t("history-field-snoozed"),
        "watch_phrase" => t("history-field-watch"),
        "priority" => t("history-field-priority"),
        "outcome" => t("history-field-outcome"),
        "page" => t("history-field-page"),
        "party_id" => t("history-field-party"),
        "other_id" => t("history-field-other"),
        "from_id" | "statement_id" => t("history-field-statement"),
        "to_id" => t("history-field-answers"),
        _ => return None,
    })
}

/// A stored value as people read it; `None` if there is none.
fn value_words(cx: &Cx<'_>, table: &str, column: &str, value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => Some(text_words(table, column, text)),
        Value::Number(number) => number_words(cx, column, number.as_i64()?),
        other => Some(other.to_string()),
    }
}

fn text_words(table: &str, column: &str, text: &str) -> String {
    if column.ends_with("_edtf") {
        return text.parse::<Edtf>().map_or_else(|_| text.to_owned(), |date| date.words());
    }
    let word = match (table, column) {
        ("cases", "status") => word::<CaseStatus>(text),
        ("follow_up", "status") => word::<FollowUpStatus>(text),
        ("assessment", "status") => word::<CheckStatus>(text),
        ("article", "kind") => word::<ArticleKind>(text),
        ("party", "kind") => word::<PartyKind>(text),
        ("party_alias", "kind") => word::<AliasKind>(text),
        ("party_relation", "kind") => word::<RelationKind>(text),
        ("occasion", "kind") => word::<OccasionKind>(text),
        ("statement", "kind") => word::<StatementKind>(text),
        ("follow_up", "kind") => word::<FollowUpKind>(text),
        ("link", "kind") => word::<LinkKind>(text),
        ("statement_party", "role") => word::<PartyRole>(text),
        ("occasion_party", "role") => word::<OccasionRole>(text),
        ("occasion_article", "how") => word::<Holding>(text),
        (_, "form") => word::<Form>(text),
        (_, "reading") => word::<Reading>(text),
        (_, "priority") => word::<Priority>(text),
        _ => None,
    };
    word.map_or_else(|| shortened(text), str::to_owned)
}

fn word<T: Coded + Worded>(code: &str) -> Option<&'static str> {
    T::from_code(code).map(Worded::word)
}

/// Long texts to their first lines.
fn shortened(text: &str) -> String {
    const MOST: usize = 300;
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

fn number_words(cx: &Cx<'_>, column: &str, number: i64) -> Option<String> {
    let case = cx.data.case.as_deref();
    let statement = |id| case.and_then(|case| case.statement(id)).map(|row| row.key.clone());
    match column {
        "kept_apart" | "hold" | "privileged" | "important" | "sic" | "hidden" => {
            Some(if number == 0 { t("history-no") } else { t("history-yes") }.to_owned())
        }
        "day" | "snoozed_until" => Some(Edtf::day(number).words()),
        "party_id" | "other_id" | "waiting_on" => Some(party_name(cx, Id(number))),
        "occasion_id" => case.and_then(|case| case.occasion(Id(number))).map(|row| row.label.clone()),
        "from_id" | "to_id" | "statement_id" => statement(Id(number)),
        "side" => Some((number + 1).to_string()),
        _ => Some(crate::text::number(number)),
    }
}

/// The party's name as far as it may be known here.
fn party_name(cx: &Cx<'_>, id: Id) -> String {
    let here = cx.data.case.as_deref().and_then(|case| case.party(id)).map(|row| row.party.name.clone());
    let anywhere = || {
        let line = cx.data.library.parties.iter().find(|line| line.party.id == id);
        line.map(|line| line.party.name.clone())
    };
    here.or_else(anywhere).unwrap_or_else(|| t("history-a-party").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Place;
    use crate::ui::Data;

    fn words(table: &str, sign: Sign, column: &str, old: Value, new: Value) -> Option<RowWords> {
        let data = Data::default();
        let cx = Cx { place: Place::Today, data: &data, selection: None, reading: None, today: 0 };
        let field = FieldChange { column: column.to_owned(), old, new };
        row_words(&cx, &HistoryRow { table: table.to_owned(), row_id: Id(1), sign, fields: vec![field] })
    }

    #[test]
    fn values_are_told_as_the_window_tells_them() {
        let changed = |table, column, old: Value, new: Value| {
            words(table, Sign::Altered, column, old, new).map(|row| row.fields[0].change.clone())
        };
        let date = changed("article", "published_edtf", Value::Null, "2011-09-07".into());
        assert_eq!(date.as_deref(), Some("not set, now 7 Sep 2011"));
        let reading = changed("article", "reading", "unread".into(), "not_relevant".into());
        assert_eq!(reading.as_deref(), Some("unread, now not relevant"));
        let hold = changed("cases", "hold", 0.into(), 1.into());
        assert_eq!(hold.as_deref(), Some("no, now yes"));
    }

    #[test]
    fn what_is_for_the_program_only_is_left_out() {
        assert_eq!(words("article", Sign::Altered, "published_first", 1.into(), 2.into()), None);
        let added = words("cases", Sign::Added, "created_at", Value::Null, 5.into());
        assert_eq!(added.map(|row| row.fields), Some(Vec::new()), "the case itself is told of");
    }
}
