//! Quotes with their sources, as they go to the clipboard.

use std::collections::HashMap;

use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::{Arg, t_with};
use crate::view::{CaseView, ChronologyRow, Filter, Include, StatementRow, chronology};

/// A paragraph a statement: who, when, the quote, and the source. One that is typed without a source says so.
pub(super) fn quotes_with_sources(case: &CaseView, ids: &[Id]) -> String {
    let rows = ids.iter().filter_map(|id| case.statement(*id));
    rows.map(|row| quote_with_source(case, row)).collect::<Vec<_>>().join("\n\n")
}

/// The statements with the wordings that were copied.
pub(super) fn wordings(case: &CaseView, ids: &[Id]) -> Vec<(Id, String)> {
    ids.iter().filter_map(|id| Some((*id, case.statement(*id)?.quote.clone()))).collect()
}

/// A line a row of the chronology, in this order: date, who, what, and the sources.
pub(super) fn chronology_with_sources(case: &CaseView, rows: &[Owner]) -> String {
    let everything = Include { hidden: true, articles: true, follow_ups: true };
    let all = chronology(case, &Filter::default(), everything);
    let by_record: HashMap<Owner, &ChronologyRow> = all.iter().map(|row| (row.of, row)).collect();
    rows.iter().filter_map(|of| by_record.get(of)).map(|row| row_line(row)).collect::<Vec<_>>().join("\n")
}

fn row_line(row: &ChronologyRow) -> String {
    let yes = |there: bool| Arg::from(if there { "yes" } else { "no" });
    t_with(
        "copy-row",
        &[
            ("date", Arg::from(row.when.words.clone())),
            ("who", Arg::from(row.who.clone())),
            ("what", Arg::from(row.line())),
            ("source", Arg::from(row.sources.join("; "))),
            ("has-date", yes(!row.when.words.is_empty())),
            ("has-who", yes(!row.who.is_empty())),
            ("has-source", yes(!row.sources.is_empty())),
        ],
    )
}

fn quote_with_source(case: &CaseView, row: &StatementRow) -> String {
    let source = row.sources.first();
    let article = source.and_then(|source| case.article(source.article_id));
    let url = article.map_or("", |row| row.article.url.as_str());
    let title = article.map_or("", |row| row.article.title.as_str());
    let key = if source.is_some() { "copy-quote" } else { "copy-quote-unsourced" };
    t_with(
        key,
        &[
            ("quote", Arg::from(row.line())),
            ("speaker", Arg::from(row.speaker.clone())),
            ("said", Arg::from(row.said.words.clone())),
            ("title", Arg::from(title.to_owned())),
            ("source", Arg::from(source.map_or_else(String::new, |source| source.label.clone()))),
            ("url", Arg::from(url.to_owned())),
            ("has-said", Arg::from(if row.said.words.is_empty() { "no" } else { "yes" })),
            ("has-url", Arg::from(if url.is_empty() { "no" } else { "yes" })),
        ],
    )
}
