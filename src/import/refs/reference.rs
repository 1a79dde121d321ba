//! One record, whatever program wrote it.

use crate::domain::kind::ArticleKind;
use crate::import::found::{Basis, Found, Imported};
use crate::import::parsed::Inner;
use crate::import::warning::Warning;
use crate::import::{html, language, names, when};

/// What a record says.
#[derive(Debug, Default)]
pub(super) struct Reference {
    pub(super) title: String,
    pub(super) authors: Vec<String>,
    /// The newspaper, journal or site it was in; who published it where there is none.
    pub(super) outlet: String,
    pub(super) date: Option<Found>,
    pub(super) url: String,
    pub(super) doi: String,
    /// As the record writes it.
    pub(super) language: String,
    pub(super) summary: String,
    pub(super) kind: Option<ArticleKind>,
    /// The files it names, as it writes them.
    pub(super) files: Vec<String>,
    /// The record as it stands in the file.
    pub(super) record: String,
    /// The ending of a file of such records.
    pub(super) ending: &'static str,
}

impl Reference {
    /// The record as an article to be.
    pub(super) fn inner(self, number: usize) -> Inner {
        let url = match (self.url.is_empty(), self.doi.trim()) {
            (true, doi) if doi.starts_with("10.") => format!("https://doi.org/{doi}"),
            (true, doi) if doi.starts_with("http") => doi.to_owned(),
            _ => self.url.clone(),
        };
        let (text, warning) = if self.summary.trim().is_empty() {
            (self.record.trim().to_owned(), Warning::only_reference())
        } else {
            (without_markup(&self.summary), Warning::only_abstract())
        };
        let language =
            language::tag(english_name(&self.language).unwrap_or(&self.language)).unwrap_or_default();
        let title = one_line(&without_markup(&self.title));
        let basis = |is: bool| is.then_some(Basis::List);
        let mut known = Imported {
            byline: self.authors,
            outlet: one_line(&self.outlet),
            published: self.date,
            text: Some(text),
            kind: self.kind.unwrap_or(ArticleKind::News),
            url,
            language,
            ..Imported::default()
        };
        known.bases.title = basis(!title.is_empty());
        known.bases.byline = basis(!known.byline.is_empty());
        known.bases.outlet = basis(!known.outlet.is_empty());
        known.bases.url = basis(!known.url.is_empty());
        known.bases.language = basis(!known.language.is_empty());
        let named = names::one_file(&title);
        known.title = if title.is_empty() { known.url.clone() } else { title };
        let name = format!("{number} {named}");
        let name = format!("{}.{}", name.trim_end(), self.ending);
        let link = best(&self.files).map(ToOwned::to_owned);
        Inner { name, bytes: self.record.into_bytes(), known, link, warnings: vec![warning] }
    }
}

/// The file worth reading of those a record names: its text rather than a picture of it.
fn best(files: &[String]) -> Option<&str> {
    const READ: [&str; 12] =
        ["pdf", "html", "htm", "docx", "odt", "rtf", "txt", "md", "epub", "eml", "mhtml", "msg"];
    let ending = |file: &&String| {
        let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        ending.is_some_and(|ending| READ.contains(&ending.as_str()))
    };
    files.iter().find(ending).or_else(|| files.first()).map(String::as_str)
}

/// A file as a record names it, as a path: `None` for an address on the net.
pub(super) fn path(written: &str) -> Option<String> {
    let written = written.trim();
    if let Some(rest) = written.strip_prefix("file://") {
        let url = url::Url::parse(written).ok()?;
        return Some(url.to_file_path().map_or_else(|()| rest.to_owned(), |path| path.display().to_string()));
    }
    let remote = ["http://", "https://", "ftp://", "zotero://", "internal-pdf://"];
    (!written.is_empty() && !remote.iter().any(|scheme| written.starts_with(scheme)))
        .then(|| written.to_owned())
}

/// "Ruiz, Ana" as a byline has it: "Ana Ruiz"; names with no comma stay.
pub(super) fn in_order(name: &str) -> String {
    let name = one_line(name);
    let mut parts = name.split(',').map(str::trim);
    let (last, given, suffix) = (parts.next(), parts.next(), parts.next());
    let order = [given, last, suffix].into_iter().flatten().filter(|part| !part.is_empty());
    order.collect::<Vec<_>>().join(" ")
}

/// A date out of a year, a month and a day, as far as they are there and one.
pub(super) fn dated(year: &str, month: &str, day: &str, words: &str) -> Option<Found> {
    let year: i16 = if year.len() == 4 { year.parse().ok()? } else { return None };
    let number = |text: &str| text.trim().parse::<i8>().ok();
    let month = number(month).or_else(|| when::month(month.trim().trim_end_matches('.')));
    let month = month.filter(|month| (1..=12).contains(month));
    let edtf = match (month, number(day)) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        (None, _) => format!("{year:04}"),
    };
    let date = edtf.parse().or_else(|_| format!("{year:04}").parse()).ok()?;
    Some(Found { date, words: words.trim().to_owned(), basis: Basis::List })
}

/// A date as a record writes it in one field: EDTF, or as machines and papers write it.
pub(super) fn date(words: &str) -> Option<Found> {
    let words = words.trim();
    match words.parse() {
        Ok(date) => Some(Found { date, words: words.to_owned(), basis: Basis::List }),
        Err(_) => when::machine(words, Basis::List),
    }
}

/// Titles and abstracts may hold the markup of a page.
fn without_markup(text: &str) -> String {
    if text.contains("</") { html::words(text) } else { text.trim().to_owned() }
}

fn one_line(text: &str) -> String {
    text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The tag of a language that is named in English, as some programs do.
fn english_name(name: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 12] = [
        ("english", "en"),
        ("eng", "en"),
        ("german", "de"),
        ("deutsch", "de"),
        ("french", "fr"),
        ("français", "fr"),
        ("spanish", "es"),
        ("español", "es"),
        ("italian", "it"),
        ("portuguese", "pt"),
        ("dutch", "nl"),
        ("swedish", "sv"),
    ];
    let name = name.trim().to_lowercase();
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, tag)| *tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_date_as_far_as_they_go() {
        let day = |y, m, d| dated(y, m, d, "").map(|found| found.date.to_string()).unwrap_or_default();
        assert_eq!(day("2011", "sep", "7"), "2011-09-07");
        assert_eq!(day("2011", "09", ""), "2011-09");
        assert_eq!(day("2011", "", "7"), "2011");
        assert_eq!(day("2011", "2", "31"), "2011");
        assert_eq!(day("11", "", ""), "");
        let written = |text| date(text).map(|found| found.date.to_string()).unwrap_or_default();
        assert_eq!(written("2011-09/2011-10"), "2011-09/2011-10");
        assert_eq!(written("7 September 2011"), "2011-09-07");
        assert_eq!(written("9/7/2011"), "");
    }

    #[test]
    fn files_are_paths_and_not_addresses() {
        assert_eq!(path("files/12/Ferry fares.pdf").as_deref(), Some("files/12/Ferry fares.pdf"));
        assert_eq!(path("file:///home/me/a%20b.pdf").as_deref(), Some("/home/me/a b.pdf"));
        assert_eq!(path("https://example.org/a.pdf"), None);
        let files = ["cover.png".to_owned(), "text.PDF".to_owned(), "page.html".to_owned()];
        assert_eq!(best(&files), Some("text.PDF"));
        assert_eq!(best(&files[..1]), Some("cover.png"));
    }

    #[test]
    fn names_in_the_order_of_a_byline() {
        assert_eq!(in_order("Ruiz, Ana"), "Ana Ruiz");
        assert_eq!(in_order("Weller, Tom, Jr."), "Tom Weller Jr.");
        assert_eq!(in_order("Harbour Board,"), "Harbour Board");
        assert_eq!(in_order("Northsound Ferries"), "Northsound Ferries");
    }
}
