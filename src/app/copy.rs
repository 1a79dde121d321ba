//! Quotes with their sources, as they go to the clipboard.

use crate::domain::id::Id;
use crate::text::{Arg, t_with};
use crate::view::{CaseView, StatementRow};

/// A paragraph a statement: who, when, the quote, and the source. One that is typed without a source says so.
pub(super) fn quotes_with_sources(case: &CaseView, ids: &[Id]) -> String {
    let rows = ids.iter().filter_map(|id| case.statement(*id));
    rows.map(|row| quote_with_source(case, row)).collect::<Vec<_>>().join("\n\n")
}

/// The statements with the wordings that were copied.
pub(super) fn wordings(case: &CaseView, ids: &[Id]) -> Vec<(Id, String)> {
    ids.iter().filter_map(|id| Some((*id, case.statement(*id)?.quote.clone()))).collect()
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
