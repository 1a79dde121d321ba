//! What a PDF says about itself: title, authors, date, language, and what its pages are called.

use pdf_oxide::PdfDocument;
use pdf_oxide::object::Object;

use super::super::found::{Basis, Found};
use super::super::{byline, when};
use super::objects::{entry, followed, words};
use super::xmp;

/// The properties of a PDF; what is not plausible is left out.
#[derive(Debug, Default, PartialEq)]
pub(super) struct About {
    pub(super) title: Option<String>,
    pub(super) byline: Vec<String>,
    pub(super) language: Option<String>,
    pub(super) outlet: Option<String>,
    /// When the file was made.
    pub(super) made: Option<Found>,
    /// Whether a browser made it of a page, so that the date is that of saving.
    pub(super) saved_page: bool,
}

/// Reads the properties.
pub(super) fn about(document: &PdfDocument) -> About {
    let info = document.trailer().as_dict().and_then(|trailer| entry(document, trailer, "Info"));
    let field = |name: &str| words(&entry(document, info.as_ref()?.as_dict()?, name)?);
    let catalog = document.catalog().ok();
    let catalog = catalog.as_ref().and_then(Object::as_dict);
    let xmp = catalog.and_then(|catalog| entry(document, catalog, "Metadata"));
    let xmp = xmp.and_then(|stream| stream.decode_stream_data().ok());
    let xmp = xmp.map(|bytes| xmp::read(&bytes)).unwrap_or_default();
    let authors = [field("Author").into_iter().collect(), xmp.authors];
    let makers = [field("Producer"), field("Creator")].into_iter().flatten();
    About {
        title: [field("Title"), xmp.title].into_iter().flatten().find(|title| is_title(title)),
        byline: authors
            .iter()
            .map(|authors| people(authors))
            .find(|names| !names.is_empty())
            .unwrap_or_default(),
        language: catalog
            .and_then(|catalog| words(&entry(document, catalog, "Lang")?))
            .or(xmp.language)
            .filter(|tag| is_language(tag)),
        outlet: xmp.publication,
        made: field("CreationDate").as_deref().and_then(date).or(xmp.made.as_deref().and_then(date)),
        saved_page: makers.into_iter().any(|maker| is_browser(&maker)),
    }
}

/// What each page is called: by its label, else by its number.
pub(super) fn labels(document: &PdfDocument, count: usize) -> Vec<String> {
    let mut ranges = Vec::new();
    if let Ok(catalog) = document.catalog()
        && let Some(tree) = catalog.as_dict().and_then(|catalog| entry(document, catalog, "PageLabels"))
    {
        collect_ranges(document, &tree, 8, &mut ranges);
    }
    ranges.sort_by_key(|range: &Range| range.first);
    (0..count)
        .map(|page| {
            let range = ranges.iter().rev().find(|range| range.first <= page);
            range.map(|range| range.label(page)).filter(|label| !label.is_empty())
        })
        .enumerate()
        .map(|(n, label)| label.unwrap_or_else(|| (n + 1).to_string()))
        .collect()
}

/// Pages labelled alike, from `first` on.
struct Range {
    first: usize,
    prefix: String,
    style: Option<char>,
    start: usize,
}

impl Range {
    fn label(&self, page: usize) -> String {
        let number = self.start.saturating_add(page - self.first);
        let counted = match self.style {
            Some('D') => number.to_string(),
            Some('r') => roman(number),
            Some('R') => roman(number).to_uppercase(),
            Some('a') => letters(number),
            Some('A') => letters(number).to_uppercase(),
            _ => String::new(),
        };
        format!("{}{counted}", self.prefix)
    }
}

/// More labels than this are nobody's.
const MOST_RANGES: usize = 5_000;

fn collect_ranges(document: &PdfDocument, tree: &Object, depth: usize, ranges: &mut Vec<Range>) {
    let Some(tree) = tree.as_dict() else { return };
    let list = |name: &str| {
        entry(document, tree, name).and_then(|list| list.as_array().cloned()).unwrap_or_default()
    };
    for pair in list("Nums").chunks_exact(2) {
        let [first, label] = pair else { continue };
        let first = followed(document, first).and_then(|first| usize::try_from(first.as_integer()?).ok());
        let label = followed(document, label);
        let (Some(first), Some(label)) = (first, label.as_ref().and_then(Object::as_dict)) else { continue };
        if ranges.len() >= MOST_RANGES {
            return;
        }
        ranges.push(Range {
            first,
            prefix: entry(document, label, "P").and_then(|prefix| words(&prefix)).unwrap_or_default(),
            style: entry(document, label, "S").and_then(|style| style.as_name()?.chars().next()),
            start: entry(document, label, "St")
                .and_then(|start| usize::try_from(start.as_integer()?).ok())
                .unwrap_or(1),
        });
    }
    if depth > 0 {
        for kid in list("Kids").iter().take(MOST_RANGES) {
            if let Some(kid) = followed(document, kid).filter(|_| ranges.len() < MOST_RANGES) {
                collect_ranges(document, &kid, depth - 1, ranges);
            }
        }
    }
}

fn roman(number: usize) -> String {
    const NUMERALS: [(usize, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut left = number.min(4_999);
    let mut roman = String::new();
    for (value, numeral) in NUMERALS {
        while left >= value {
            roman.push_str(numeral);
            left -= value;
        }
    }
    roman
}

/// a to z, then aa to zz, then aaa.
fn letters(number: usize) -> String {
    let Some(number) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + (number % 26) as u8);
    std::iter::repeat_n(letter, (number / 26 + 1).min(20)).collect()
}

/// Whether a title was given by somebody, not by a program.
fn is_title(title: &str) -> bool {
    const PROGRAMS: &[&str] = &[
        "microsoft word",
        "microsoft powerpoint",
        "microsoft excel",
        "powerpoint presentation",
        "untitled",
        "document",
        "dokument",
        "print",
        "layout",
        "slide",
        "scan",
        "scanned",
        "img",
        "doc",
        "http:",
        "https:",
        "file:",
        "doi:",
        "pii:",
    ];
    const ENDINGS: &[&str] = &[
        ".doc", ".docx", ".pdf", ".indd", ".qxd", ".qxp", ".tex", ".dvi", ".xls", ".xlsx", ".ppt", ".pptx",
        ".rtf", ".html", ".htm", ".pmd", ".pub", ".odt", ".txt", ".ps", ".eps", ".tif", ".jpg", ".wpd",
        ".fm", ".ai",
    ];
    let lower = title.to_lowercase();
    let program = PROGRAMS.iter().any(|program| {
        lower.strip_prefix(program).is_some_and(|rest| {
            rest.is_empty()
                || rest.starts_with(|c: char| "-_/. #".contains(c) || c.is_ascii_digit())
                    && rest.len() <= 80
                    && !rest.trim().contains(' ')
                || program.starts_with("microsoft")
                || program.ends_with(':')
        })
    });
    let letters = title.chars().filter(|c| c.is_alphabetic()).count();
    let count = title.chars().count();
    (4..=250).contains(&count)
        && letters * 2 > count
        && !program
        && !ENDINGS.iter().any(|ending| lower.ends_with(ending))
        && (title.contains(' ')
            || !title.contains(['_', '.', '/', '\\']) && !title.contains(|c: char| c.is_ascii_digit()))
}

/// The people an author field names; accounts and programs are none.
fn people(authors: &[String]) -> Vec<String> {
    let names = authors.iter().flat_map(|author| byline::people(author));
    names
        .filter(|name| {
            name.contains(' ')
                && name.starts_with(char::is_uppercase)
                && !name.contains(|c: char| c.is_ascii_digit())
        })
        .collect()
}

fn is_language(tag: &str) -> bool {
    let first = tag.split('-').next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && tag.len() <= 35
        && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && first.bytes().all(|b| b.is_ascii_alphabetic())
}

fn is_browser(maker: &str) -> bool {
    ["Skia/PDF", "Chrom", "Mozilla", "Firefox", "Safari", "wkhtmltopdf", "WebKit"]
        .iter()
        .any(|name| maker.contains(name))
}

/// The day of a date such as `D:20110907103000+02'00'` or `2011-09-07T10:30:00+02:00`, as written.
fn date(words: &str) -> Option<Found> {
    let figures = words.strip_prefix("D:").unwrap_or(words);
    let head: String = figures.chars().take_while(|c| c.is_ascii_digit() || *c == '-').collect();
    let day: String = head.chars().filter(char::is_ascii_digit).take(8).collect();
    if day.len() < 8 {
        return None;
    }
    let found = when::machine(&day, Basis::Properties)?;
    // Programs without a clock write the first day they know.
    let unset = ["1970-01-01", "1904-01-01", "1980-01-01"].contains(&found.date.to_string().as_str());
    (!unset).then(|| Found { words: words.to_owned(), ..found })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_programs_are_none() {
        for title in [
            "Microsoft Word - letter.doc",
            "untitled",
            "Untitled-1",
            "Document1",
            "letter_final_v2",
            "scan 0012",
            "https://example.org/a",
            "A.indd",
            "0012-3345",
            "Layout 1",
        ] {
            assert!(!is_title(title), "{title}");
        }
        for title in [
            "Bridge stays shut",
            "Scan of the harbour shows cracks",
            "Document dump shakes council",
            "Prospectus",
            "Print workers vote to strike",
        ] {
            assert!(is_title(title), "{title}");
        }
    }

    #[test]
    fn authors_are_people() {
        assert_eq!(people(&["Ana Ruiz and Tom Weller".to_owned()]), ["Ana Ruiz", "Tom Weller"]);
        for author in ["admin", "jsmith", "User", "HP Scanner 4"] {
            assert_eq!(people(&[author.to_owned()]), Vec::<String>::new(), "{author}");
        }
    }

    #[test]
    fn dates_keep_the_day_as_written() {
        let day = |words| date(words).map(|found| found.date.to_string());
        assert_eq!(day("D:20110907233000-08'00'").as_deref(), Some("2011-09-07"));
        assert_eq!(day("2011-09-07T23:30:00Z").as_deref(), Some("2011-09-07"));
        assert_eq!(day("D:2011"), None);
        assert_eq!(day("D:19700101000000"), None);
        assert_eq!(day("D:20111399"), None);
    }

    #[test]
    fn labels_count_in_their_style() {
        let label = |style, page| Range { first: 2, prefix: "A-".into(), style, start: 4 }.label(page);
        assert_eq!(label(Some('D'), 2), "A-4");
        assert_eq!(label(Some('r'), 7), "A-ix");
        assert_eq!(label(Some('A'), 25), "A-AA");
        assert_eq!(label(None, 9), "A-");
    }
}
