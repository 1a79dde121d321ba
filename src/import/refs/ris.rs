//! RIS: lines of a two-letter tag and a value, a record from `TY` to `ER`.

use super::reference::{Reference, date, dated, in_order, path};
use crate::domain::kind::ArticleKind;
use crate::import::sniff::Source;
use crate::import::{Importer, Parsed};

/// Reads RIS files.
pub(in crate::import) struct Ris;

impl Importer for Ris {
    fn name(&self) -> &'static str {
        "ris"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        let first = source.text().and_then(|text| text.lines().find(|line| !line.trim().is_empty()));
        first
            .and_then(tagged)
            .is_some_and(|(tag, value)| tag == "TY" && !value.is_empty() && value.len() <= 8)
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Some(text) = source.text() else { return };
        super::put(records(text), text, parsed);
    }

    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        parsed.article.text = source.text().map(str::to_owned);
    }
}

/// The tag of a line and what follows it.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches('\u{feff}');
    let (tag, rest) = (line.get(..2)?, line.get(2..)?);
    let mut letters = tag.bytes();
    let is_tag = letters.next()?.is_ascii_uppercase()
        && letters.next().is_some_and(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let value = rest.strip_prefix("  -").or_else(|| rest.strip_prefix(" -"))?;
    (is_tag && (value.is_empty() || value.starts_with(' '))).then(|| (tag, value.trim()))
}

fn records(text: &str) -> Vec<Reference> {
    let mut records = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        let tag = tagged(line).map(|(tag, _)| tag);
        if tag == Some("TY") && lines.iter().any(|line| tagged(line).is_some()) {
            records.push(record(&std::mem::take(&mut lines)));
        }
        lines.push(line);
        if tag == Some("ER") {
            records.push(record(&std::mem::take(&mut lines)));
        }
    }
    if lines.iter().any(|line| tagged(line).is_some()) {
        records.push(record(&lines));
    }
    records
}

fn record(lines: &[&str]) -> Reference {
    let mut fields: Vec<(&str, String)> = Vec::new();
    for line in lines {
        match (tagged(line), fields.last_mut()) {
            (Some((tag, value)), _) => fields.push((tag, value.to_owned())),
            (None, Some((_, value))) => {
                value.push('\n');
                value.push_str(line.trim_end());
            }
            (None, None) => {}
        }
    }
    let first = |tags: &[&str]| {
        let value = |tag: &&str| {
            fields
                .iter()
                .find(|(of, value)| of == tag && !value.trim().is_empty())
                .map(|(_, value)| value.trim())
        };
        tags.iter().find_map(value).unwrap_or_default().to_owned()
    };
    let all = |tags: &'static [&'static str]| {
        fields
            .iter()
            .filter(|(tag, value)| tags.contains(tag) && !value.trim().is_empty())
            .map(|(_, value)| value)
    };
    let kind = first(&["TY"]);
    let authors = all(&["AU", "A1"]).map(|name| in_order(name)).collect();
    let files = all(&["L1", "L4"]).flat_map(|files| files.split(';')).filter_map(path).collect();
    Reference {
        title: first(&["TI", "T1", "CT", "BT"]),
        authors,
        outlet: first(&["T2", "JO", "JF", "JA", "J2", "PB"]),
        date: day(&first(&["DA"])).or_else(|| day(&first(&["Y1"]))).or_else(|| day(&first(&["PY"]))),
        url: first(&["UR"]),
        doi: first(&["DO"]),
        language: first(&["LA"]),
        summary: first(&["AB", "N2"]),
        kind: kind_of(&kind),
        files,
        record: lines.join("\n") + "\n",
        ending: "ris",
    }
}

/// `2011/09/07/`, whose parts may be empty from the right, and dates in other forms.
fn day(words: &str) -> Option<crate::import::Found> {
    let mut parts = words.split('/').map(str::trim);
    let year = parts.next().unwrap_or_default();
    let (month, day) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    dated(year, month, day, words).or_else(|| date(words))
}

fn kind_of(kind: &str) -> Option<ArticleKind> {
    Some(match kind {
        "NEWS" | "MGZN" | "ELEC" | "WEB" => ArticleKind::News,
        "BLOG" => ArticleKind::Post,
        "ICOMM" => ArticleKind::Email,
        "PCOMM" => ArticleKind::Letter,
        "CASE" | "LEGAL" | "STAT" | "HEAR" | "BILL" => ArticleKind::Filing,
        "JOUR" | "RPRT" | "GOVDOC" | "THES" | "BOOK" | "CHAP" | "CPAPER" | "CONF" | "EJOUR" => {
            ArticleKind::Report
        }
        "SOUND" | "VIDEO" | "MPCT" => ArticleKind::Transcript,
        _ => return None,
    })
}
