//! BibTeX and BibLaTeX: entries `@article{key, field = {value}}`.

use biblatex::{Bibliography, ChunksExt, Entry, Person};

use super::reference::{Reference, date, dated, path};
use crate::domain::kind::ArticleKind;
use crate::import::found::Found;
use crate::import::sniff::Source;
use crate::import::warning::Warning;
use crate::import::{Importer, Parsed};

/// Braces nested deeper are not written by people.
const MAX_DEPTH: usize = 64;

/// Abbreviations are put before each entry that is read by itself; more than this much of them is left out.
const MOST_STRINGS: usize = 32 << 10;

/// Reads BibTeX files.
pub(in crate::import) struct BibTex;

impl Importer for BibTex {
    fn name(&self) -> &'static str {
        "bibtex"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.text().is_some_and(|text| {
            let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('%'));
            let opens = first.is_some_and(|line| line.starts_with('@'));
            (opens || source.has_ending(&["bib"])) && entries(text).iter().any(Slice::is_record)
        })
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Some(text) = source.text() else { return };
        if depth(text) > MAX_DEPTH {
            parsed.warnings.push(Warning::too_deep());
            parsed.article.text = Some(text.to_owned());
            return;
        }
        super::put(records(text), text, parsed);
    }

    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        parsed.article.text = source.text().map(str::to_owned);
    }
}

fn depth(text: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth);
    }
    most
}

/// An entry as it stands in the file.
struct Slice<'a> {
    kind: &'a str,
    text: &'a str,
}

impl Slice<'_> {
    fn is_record(&self) -> bool {
        !["string", "comment", "preamble"].iter().any(|other| self.kind.eq_ignore_ascii_case(other))
    }

    /// What it is cited by.
    fn key(&self) -> &str {
        let from = self.text.find(['{', '(']).map_or(self.text.len(), |at| at + 1);
        self.text.get(from..).unwrap_or_default().split(',').next().unwrap_or_default().trim()
    }
}

/// The entries: each begins with `@` at the start of a line and ends where its braces close, or where the next begins.
fn entries(text: &str) -> Vec<Slice<'_>> {
    let mut starts: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let from = at + (line.len() - line.trim_start().len());
        at += line.len();
        let Some(rest) = line.trim_start().strip_prefix('@') else { continue };
        let kind = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let opens = rest.get(kind.len()..).unwrap_or_default().trim_start().starts_with(['{', '(']);
        if !kind.is_empty() && opens {
            starts.push((from, kind));
        }
    }
    let ends = starts.iter().skip(1).map(|(from, _)| *from).chain([text.len()]);
    let slices = starts.iter().zip(ends).filter_map(|((from, kind), to)| {
        let whole = text.get(*from..to)?;
        Some(Slice { kind, text: whole.get(..closed(whole)).unwrap_or(whole).trim_end() })
    });
    slices.collect()
}

/// How far an entry goes: to the brace that closes it.
fn closed(entry: &str) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in entry.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    entry.len()
}

fn records(text: &str) -> Vec<Reference> {
    let slices = entries(text);
    // All at once where that can be, since entries may rest on others; else each by itself, so that one that is
    // broken costs no other.
    let whole = Bibliography::parse(text).ok();
    let mut strings = String::new();
    for slice in slices.iter().filter(|slice| slice.kind.eq_ignore_ascii_case("string")) {
        if strings.len() + slice.text.len() <= MOST_STRINGS {
            strings.push_str(slice.text);
            strings.push('\n');
        }
    }
    let read = |slice: &Slice<'_>| {
        let alone = || Bibliography::parse(&format!("{strings}{}", slice.text)).ok();
        let entry = match &whole {
            Some(whole) => whole.get(slice.key()).cloned(),
            None => alone().and_then(|alone| alone.into_vec().pop()),
        };
        entry.map_or_else(|| unread(slice), |entry| reference(&entry, slice.text))
    };
    slices.iter().filter(|slice| slice.is_record()).map(read).collect()
}

/// A record that is not as such records are: kept as it stands.
fn unread(slice: &Slice<'_>) -> Reference {
    Reference {
        title: slice.key().to_owned(),
        record: format!("{}\n", slice.text),
        ending: "bib",
        ..Reference::default()
    }
}

fn reference(entry: &Entry, record: &str) -> Reference {
    let field = |name: &str| entry.get(name).map(ChunksExt::format_verbatim).unwrap_or_default();
    let first = |names: &[&str]| {
        names.iter().map(|name| field(name)).find(|value| !value.trim().is_empty()).unwrap_or_default()
    };
    let title = match (first(&["title"]), first(&["subtitle"])) {
        (title, subtitle) if subtitle.is_empty() => title,
        (title, subtitle) => format!("{title}: {subtitle}"),
    };
    let authors = entry.author().unwrap_or_default();
    let authors = authors.iter().map(name).filter(|name| !name.is_empty() && name != "others").collect();
    Reference {
        title,
        authors,
        outlet: first(&[
            "journaltitle",
            "journal",
            "booktitle",
            "maintitle",
            "organization",
            "institution",
            "publisher",
            "howpublished",
        ]),
        date: day(&field),
        url: first(&["url"]),
        doi: first(&["doi"]),
        language: first(&["langid", "language"]),
        summary: first(&["abstract"]),
        kind: kind_of(&entry.entry_type.to_string(), &first(&["entrysubtype"])),
        files: files(&field("file")),
        record: format!("{record}\n"),
        ending: "bib",
    }
}

/// A name as a byline has it.
fn name(person: &Person) -> String {
    let parts = [&person.given_name, &person.prefix, &person.name, &person.suffix];
    parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn day(field: &impl Fn(&str) -> String) -> Option<Found> {
    let written = field("date");
    if !written.trim().is_empty() {
        return date(&written);
    }
    let (year, month, day) = (field("year"), field("month"), field("day"));
    let words = [day.as_str(), month.as_str(), year.as_str()].join(" ");
    dated(year.trim(), &month, &day, &words).or_else(|| date(&year))
}

/// The files of an entry: `path`, or `what:path:type`, several parted by `;`, marks of its own behind a backslash.
fn files(field: &str) -> Vec<String> {
    parts(field, ';')
        .iter()
        .filter_map(|file| {
            let named: Vec<String> = parts(file, ':').iter().map(|part| part.replace('\\', "")).collect();
            let file = match named.as_slice() {
                [_, path, _kind] => path.clone(),
                // A drive's letter has a colon of its own.
                [_, drive, path, _kind] if drive.len() == 1 => format!("{drive}:{path}"),
                _ => file.replace('\\', ""),
            };
            path(&file)
        })
        .collect()
}

/// What stands between marks that are not behind a backslash.
fn parts(text: &str, mark: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for c in text.chars() {
        if c == mark && !escaped {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    parts
}

fn kind_of(kind: &str, subtype: &str) -> Option<ArticleKind> {
    if ["newspaper", "magazine"].contains(&subtype.trim().to_lowercase().as_str()) {
        return Some(ArticleKind::News);
    }
    Some(match kind.to_lowercase().as_str() {
        "online" | "www" | "electronic" => ArticleKind::News,
        "letter" => ArticleKind::Letter,
        "legal" | "jurisdiction" | "legislation" => ArticleKind::Filing,
        "report" | "techreport" | "book" | "inbook" | "incollection" | "inproceedings" | "thesis"
        | "phdthesis" | "mastersthesis" | "manual" => ArticleKind::Report,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_in_the_forms_programs_write() {
        assert_eq!(files("files/3/Ferry fares.pdf"), ["files/3/Ferry fares.pdf"]);
        assert_eq!(
            files("Full Text:files/3/a\\;b.pdf:application/pdf;Snapshot:files/4/a.html:text/html"),
            ["files/3/a;b.pdf", "files/4/a.html"]
        );
        assert_eq!(files(":C\\:\\\\refs\\\\a.pdf:PDF"), ["C:refsa.pdf"]);
        assert_eq!(files(""), [""; 0]);
    }

    #[test]
    fn entries_end_where_their_braces_do() {
        let text = "% a comment\n@string{qw = {Quayside Weekly}}\n@article{a, title={A {B}}}\nbetween\n@misc{b,\n title={open\n@misc{c, title={C}}";
        let slices = entries(text);
        let kinds: Vec<(&str, &str)> = slices.iter().map(|slice| (slice.kind, slice.key())).collect();
        assert_eq!(
            kinds,
            [("string", "qw = {Quayside Weekly}}"), ("article", "a"), ("misc", "b"), ("misc", "c")]
        );
        assert_eq!(slices[1].text, "@article{a, title={A {B}}}");
        assert_eq!(slices[2].text, "@misc{b,\n title={open");
    }
}
