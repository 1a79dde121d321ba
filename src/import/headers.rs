//! What the header lines at the very top of a text tell: `Title: …`, `Published: 2011-09-07`.

use crate::domain::head::{HeadField, head_line, head_lines, unquoted};
use crate::domain::kind::ArticleKind;

use super::byline;
use super::found::{Basis, Imported};
use super::when;

/// Reads the header lines at the top of `text` into `article` and gives how many there are. They stay in the text: they
/// are words of the source, and the reader sets them apart.
pub(super) fn read(text: &str, article: &mut Imported) -> usize {
    let mut count = 0;
    for (field, value) in head_lines(text) {
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
        if let (Some(item), true) = (line.trim_start().strip_prefix("- "), list_of == Some(HeadField::Byline))
        {
            listed.push(unquoted(item).to_owned());
        } else if let Some((field, value)) = head_line(line) {
            set(article, field, value);
            list_of = Some(field);
        } else {
            list_of = None;
        }
    }
    article.byline.extend(listed);
}

fn set(article: &mut Imported, field: HeadField, value: &str) {
    if value.is_empty() {
        return;
    }
    match field {
        HeadField::Title => {
            value.clone_into(&mut article.title);
            article.bases.title = Some(Basis::Header);
        }
        HeadField::Byline => {
            let list = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(value);
            article.byline = list.split(',').flat_map(|name| byline::people(unquoted(name))).collect();
            article.bases.byline = Some(Basis::Header);
        }
        HeadField::Outlet => {
            value.clone_into(&mut article.outlet);
            article.bases.outlet = Some(Basis::Header);
        }
        HeadField::Published => {
            article.published = when::machine(value, Basis::Header).or(article.published.take());
        }
        HeadField::Received => {
            article.received = when::machine(value, Basis::Header).or(article.received.take());
        }
        HeadField::Url => {
            value.clone_into(&mut article.url);
            article.bases.url = Some(Basis::Header);
        }
        HeadField::Language => {
            value.clone_into(&mut article.language);
            article.bases.language = Some(Basis::Header);
        }
        HeadField::Kind => {
            let code = value.to_lowercase().replace([' ', '-'], "_");
            article.kind = ArticleKind::from_code(&code).unwrap_or(article.kind);
        }
    }
}
