//! Where the fields of an article were found, in words. Who corrected a field knows better than its file: of that one
//! nothing is said any more.

use crate::domain::record::{Article, FoundField};
use crate::text::{Arg, t, t_with};

/// The words of an importer's basis; `None` for what no importer gives.
pub(super) fn basis_words(basis: &str) -> Option<&'static str> {
    Some(match basis {
        "json_ld" => t("basis-json-ld"),
        "meta" => t("basis-meta"),
        "time_element" => t("basis-time-element"),
        "url" => t("basis-url"),
        "visible_text" => t("basis-visible-text"),
        "header" => t("basis-header"),
        "file_name" => t("basis-file-name"),
        "file_date" => t("basis-file-date"),
        "save_note" => t("basis-save-note"),
        "properties" => t("basis-properties"),
        "mail_header" => t("basis-mail-header"),
        "list" => t("basis-list"),
        "words" => t("basis-words"),
        _ => return None,
    })
}

/// "Title: from the page’s data", a line for each field that still is as its file gave it; dates last.
pub(super) fn found_lines(article: &Article, found: &[FoundField]) -> Vec<String> {
    let fields = [
        ("title", t("article-title"), &article.title),
        ("byline", t("article-byline"), &article.byline),
        ("outlet", t("article-outlet"), &article.outlet),
        ("url", t("article-url"), &article.url),
        ("language", t("article-language"), &article.language),
    ];
    let line = |name: &str, basis: &str| {
        let basis = basis_words(basis)?;
        Some(t_with("basis-of-field", &[("field", Arg::from(name)), ("basis", Arg::from(basis))]))
    };
    let as_found = |(field, name, value): (&str, &str, &String)| {
        let found = found.iter().find(|found| found.field == field && found.words == *value)?;
        line(name, &found.basis)
    };
    let dates = [(t("article-published"), &article.published), (t("article-received"), &article.received)];
    let dated = dates
        .into_iter()
        .filter_map(|(name, date)| line(name, date.edtf.as_ref().and(date.basis.as_deref())?));
    fields.into_iter().filter_map(as_found).chain(dated).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Basis;

    #[test]
    fn every_basis_has_words() {
        for basis in Basis::ALL {
            let words = basis_words(basis.code());
            assert!(words.is_some_and(|words| !words.starts_with("basis-")), "{basis:?}: {words:?}");
        }
    }
}
