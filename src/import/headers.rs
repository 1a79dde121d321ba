//! Header lines at the very top of a text: `Title: …`, `Published: 2011-09-07`.

use crate::domain::kind::ArticleKind;

use super::byline;
use super::found::{Basis, Imported};
use super::when;

/// What a header line is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Byline,
    Outlet,
    Published,
    Received,
    Url,
    Language,
    Kind,
}

const NAMES: &[(&str, Field)] = &[
    ("title", Field::Title),
    ("headline", Field::Title),
    ("byline", Field::Byline),
    ("author", Field::Byline),
    ("authors", Field::Byline),
    ("outlet", Field::Outlet),
    ("publication", Field::Outlet),
    ("publisher", Field::Outlet),
    ("source", Field::Outlet),
    ("published", Field::Published),
    ("date", Field::Published),
    ("received", Field::Received),
    ("url", Field::Url),
    ("link", Field::Url),
    ("language", Field::Language),
    ("lang", Field::Language),
    ("kind", Field::Kind),
    ("type", Field::Kind),
];

/// Reads the header lines at the top of `text` into `article` and gives how many lines they took.
pub(super) fn read<'a>(lines: impl Iterator<Item = &'a str>, article: &mut Imported) -> usize {
    let mut count = 0;
    for line in lines {
        let Some((field, value)) = header(line) else { break };
        set(article, field, value);
        count += 1;
    }
    count
}

/// Reads the header lines between the two `---` of a Markdown file; lines of other fields are passed over.
pub(super) fn read_front_matter(block: &str, article: &mut Imported) {
    let mut listed = Vec::new();
    let mut list_of = None;
    for line in block.lines() {
        if let (Some(item), true) = (line.trim_start().strip_prefix("- "), list_of == Some(Field::Byline)) {
            listed.push(unquoted(item).to_owned());
        } else if let Some((field, value)) = header(line) {
            set(article, field, value);
            list_of = Some(field);
        } else {
            list_of = None;
        }
    }
    article.byline.extend(listed);
}

fn header(line: &str) -> Option<(Field, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim().to_lowercase();
    let field = NAMES.iter().find(|(known, _)| *known == name)?.1;
    Some((field, unquoted(value)))
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let inner = |mark| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    inner('"').or_else(|| inner('\'')).unwrap_or(value)
}

fn set(article: &mut Imported, field: Field, value: &str) {
    if value.is_empty() {
        return;
    }
    match field {
        Field::Title => value.clone_into(&mut article.title),
        Field::Byline => {
            let list = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(value);
            article.byline = list.split(',').flat_map(|name| byline::people(unquoted(name))).collect();
        }
        Field::Outlet => value.clone_into(&mut article.outlet),
        Field::Published => {
            article.published = when::machine(value, Basis::Header).or(article.published.take());
        }
        Field::Received => article.received = when::machine(value, Basis::Header).or(article.received.take()),
        Field::Url => value.clone_into(&mut article.url),
        Field::Language => value.clone_into(&mut article.language),
        Field::Kind => {
            let code = value.to_lowercase().replace([' ', '-'], "_");
            article.kind = ArticleKind::from_code(&code).unwrap_or(article.kind);
        }
    }
}
