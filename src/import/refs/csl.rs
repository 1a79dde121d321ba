//! CSL-JSON: a list of records as objects.

use serde_json::Value;

use super::reference::{Reference, date, dated, path};
use crate::domain::kind::ArticleKind;
use crate::import::found::Found;
use crate::import::sniff::Source;
use crate::import::{Importer, Parsed};

/// Reads CSL-JSON files.
pub(in crate::import) struct CslJson;

impl Importer for CslJson {
    fn name(&self) -> &'static str {
        "csl-json"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.text().is_some_and(|text| {
            let first = objects(text).into_iter().next();
            first
                .and_then(|object| serde_json::from_str(object).ok())
                .is_some_and(|record| is_record(&record))
        })
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Some(text) = source.text() else { return };
        let read = |object: &&str| match serde_json::from_str(object) {
            Ok(record) => reference(&record, object),
            Err(_) => Reference { record: format!("{object}\n"), ending: "json", ..Reference::default() },
        };
        super::put(objects(text).iter().map(read).collect(), text, parsed);
    }

    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        parsed.article.text = source.text().map(str::to_owned);
    }
}

/// The objects of the list, as they stand in the file; of a single object, itself.
fn objects(text: &str) -> Vec<&str> {
    let body = text.trim_start();
    if !body.starts_with(['[', '{']) {
        return Vec::new();
    }
    let (mut depth, mut from, mut in_words, mut escaped) = (0_usize, 0, false, false);
    let mut objects = Vec::new();
    for (at, byte) in body.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_words => escaped = true,
            b'"' => in_words = !in_words,
            _ if in_words => {}
            b'{' => {
                if depth == 0 {
                    from = at;
                }
                depth += 1;
            }
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    objects.extend(body.get(from..=at));
                }
            }
            _ => {}
        }
    }
    objects
}

/// Whether an object is a record of this kind, and not any JSON.
fn is_record(value: &Value) -> bool {
    const KINDS: [&str; 14] = [
        "article",
        "webpage",
        "post",
        "report",
        "book",
        "chapter",
        "paper-conference",
        "thesis",
        "legal_case",
        "legislation",
        "bill",
        "hearing",
        "personal_communication",
        "interview",
    ];
    let kind = value.get("type").and_then(Value::as_str).unwrap_or_default();
    let known = KINDS.iter().any(|known| kind == *known || kind.starts_with(&format!("{known}-")));
    let others =
        ["speech", "broadcast", "motion_picture", "document", "manuscript", "pamphlet", "entry-encyclopedia"];
    let says = ["issued", "author", "container-title", "URL"].iter().any(|field| value.get(*field).is_some());
    (known || others.contains(&kind)) && value.get("title").is_some() && (says || value.get("id").is_some())
}

fn reference(value: &Value, record: &str) -> Reference {
    let field = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let first = |names: &[&str]| {
        names.iter().map(|name| field(name)).find(|value| !value.trim().is_empty()).unwrap_or_default()
    };
    let people = value.get("author").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let files = value.get("attachments").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let files = files.iter().filter_map(|file| path(file.get("path")?.as_str()?));
    Reference {
        title: field("title"),
        authors: people.iter().map(name).filter(|name| !name.is_empty()).collect(),
        outlet: first(&["container-title", "publisher"]),
        date: value.get("issued").and_then(day),
        url: field("URL"),
        doi: field("DOI"),
        language: field("language"),
        summary: field("abstract"),
        kind: kind_of(&field("type"), &field("genre")),
        files: files.collect(),
        record: format!("{record}\n"),
        ending: "json",
    }
}

fn name(person: &Value) -> String {
    let part = |name: &str| person.get(name).and_then(Value::as_str).unwrap_or_default().trim();
    if !part("literal").is_empty() {
        return part("literal").to_owned();
    }
    let parts =
        ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"].into_iter().map(part);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `{"date-parts": [[2011, 9, 7]]}`, with a second list for the end, or the words of a date.
fn day(issued: &Value) -> Option<Found> {
    let part = |day: &Value, n: usize| match day.get(n) {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    };
    let of_parts = |day: &Value| {
        let (year, month, date) = (part(day, 0), part(day, 1), part(day, 2));
        let words = [&year, &month, &date].into_iter().filter(|part| !part.is_empty());
        let words = words.map(String::as_str).collect::<Vec<_>>().join("-");
        dated(&year, &month, &date, &words)
    };
    let parts = issued.get("date-parts").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    match (parts.first().and_then(of_parts), parts.get(1).and_then(of_parts)) {
        (Some(from), Some(to)) => {
            let date_of = format!("{}/{}", from.date, to.date).parse().ok()?;
            Some(Found { date: date_of, words: format!("{}/{}", from.words, to.words), ..from })
        }
        (Some(found), None) => Some(found),
        _ => ["raw", "literal"].iter().find_map(|name| date(issued.get(*name)?.as_str()?)),
    }
}

fn kind_of(kind: &str, genre: &str) -> Option<ArticleKind> {
    if genre.to_lowercase().contains("press release") {
        return Some(ArticleKind::PressRelease);
    }
    Some(match kind {
        "article-newspaper" | "article-magazine" | "webpage" => ArticleKind::News,
        "post-weblog" | "post" => ArticleKind::Post,
        "personal_communication" => ArticleKind::Letter,
        "interview" => ArticleKind::Interview,
        "speech" | "broadcast" | "motion_picture" => ArticleKind::Transcript,
        "legal_case" | "legislation" | "bill" | "hearing" => ArticleKind::Filing,
        "article-journal" | "report" | "book" | "chapter" | "paper-conference" | "thesis" => {
            ArticleKind::Report
        }
        _ => return None,
    })
}
