//! A chronology as one page: readable on a screen, light or dark, printable, without anything loaded.

use crate::text;

use super::chronology::{Chronology, Piece, Row, Source, printable};

/// The page's own look, embedded in it.
const STYLE: &str = include_str!("html.css");

/// The page. Everything from records is escaped; no script, no address is loaded.
pub fn write(chronology: &Chronology) -> String {
    let title = text::t_with("export-title", &[("case", printable(&chronology.case_title).into())]);
    let parts = [
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n".to_owned(),
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n".to_owned(),
        // Even if something got past the escaping, nothing would be run or fetched.
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            .to_owned(),
        format!("<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n", escape(&title)),
        head(chronology),
        table(chronology),
        problems(chronology),
        sources(chronology),
        chronology.hash_line().map(|line| element("footer", &escape(&line))).unwrap_or_default(),
        "</main>\n</body>\n</html>\n".to_owned(),
    ];
    parts.concat()
}

fn head(chronology: &Chronology) -> String {
    let mut parts = vec![
        format!("<p class=\"kind\">{}</p>\n", escape(text::t("export-kind"))),
        format!("<h1 dir=\"auto\">{}</h1>\n", escape(&chronology.case_title)),
    ];
    if !chronology.question.trim().is_empty() {
        parts.push(format!("<p class=\"question\" dir=\"auto\">{}</p>\n", escape(&chronology.question)));
    }
    parts.push(format!("<p class=\"made\">{}</p>\n", escape(&chronology.made_line())));
    if let Some(line) = chronology.warning_line() {
        parts.push(format!("<p class=\"warning\"><a href=\"#problems\">{}</a></p>\n", escape(&line)));
    }
    element("header", &parts.concat())
}

fn table(chronology: &Chronology) -> String {
    if chronology.rows.is_empty() {
        return format!("<p>{}</p>\n", escape(text::t("export-empty")));
    }
    let heads = ["export-date", "export-what", "export-who", "export-source"].map(text::t);
    let heads = each(&heads, |words| format!("<th scope=\"col\">{}</th>", escape(words)));
    let rows = each(&chronology.rows, |row| table_row(chronology, row));
    format!("<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

fn table_row(chronology: &Chronology, row: &Row) -> String {
    let numbers: Vec<String> =
        row.source_numbers.iter().map(|number| reference(chronology, *number)).collect();
    format!(
        "<tr data-edtf=\"{edtf}\"><td class=\"date\">{date}<span class=\"key\">{key}</span></td>\
         <td class=\"what\"><p dir=\"auto\">{what}</p>{notes}</td><td class=\"who\" dir=\"auto\">{who}</td>\
         <td class=\"refs\">{refs}</td></tr>\n",
        edtf = escape(&row.edtf),
        date = escape(&row.date_words),
        key = escape(&row.key),
        what = each(&row.what, piece),
        notes = each(&row.notes, |note| format!("<p class=\"note\" dir=\"auto\">{}</p>", escape(note))),
        who = escape(&row.who),
        refs = numbers.join(" "),
    )
}

fn piece(piece: &Piece) -> String {
    let words = escape(&piece.shown());
    if piece.quoted { format!("<q>{words}</q>") } else { words }
}

/// `[3]`, which leads to the source of that number.
fn reference(chronology: &Chronology, number: usize) -> String {
    if chronology.has_source(number) {
        format!("<a href=\"#source-{number}\">[{number}]</a>")
    } else {
        format!("[{number}]")
    }
}

fn problems(chronology: &Chronology) -> String {
    if chronology.warnings.is_empty() {
        return String::new();
    }
    let items = each(&chronology.warnings, |warning| {
        let quote = escape(&Piece::quote(&warning.quote).shown());
        let (key, problem) = (escape(&warning.key), escape(&warning.problem));
        format!("<li><span class=\"key\">{key}</span> <q dir=\"auto\">{quote}</q> {problem}</li>\n")
    });
    let heading = escape(text::t("export-problems"));
    format!("<section id=\"problems\">\n<h2>{heading}</h2>\n<ul>\n{items}</ul>\n</section>\n")
}

fn sources(chronology: &Chronology) -> String {
    if chronology.sources.is_empty() {
        return String::new();
    }
    let items = each(&chronology.sources, source);
    let heading = escape(text::t("export-sources"));
    format!("<section id=\"sources\">\n<h2>{heading}</h2>\n<ol>\n{items}</ol>\n</section>\n")
}

fn source(source: &Source) -> String {
    let details = match source.details() {
        details if details.is_empty() => details,
        details => format!(" <span class=\"details\" dir=\"auto\">{}</span>", escape(&details)),
    };
    let url = escape(&source.url);
    let address = match source.web_address() {
        Some(_) => format!("<br><a class=\"url\" href=\"{url}\" rel=\"noreferrer\">{url}</a>"),
        None if url.is_empty() => String::new(),
        None => format!("<br><span class=\"url\">{url}</span>"),
    };
    format!(
        "<li id=\"source-{n}\" value=\"{n}\"><cite dir=\"auto\">{title}</cite>{details} \
         <span class=\"key\">{key}</span>{address}</li>\n",
        n = source.number,
        title = escape(&source.title),
        key = escape(&source.key),
    )
}

/// What `write` makes of each item, one after the other.
fn each<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    items.iter().map(write).collect::<Vec<_>>().concat()
}

fn element(name: &str, inner: &str) -> String {
    format!("<{name}>\n{inner}\n</{name}>\n")
}

/// The text as it may stand between tags and in a quoted attribute.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for c in printable(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
