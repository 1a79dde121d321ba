//! PDFs: the words of their pages, column by column, as the paragraphs they make.
//!
//! Where each letter stands is read by `pdf_oxide`; what words, lines, columns and paragraphs they make is decided
//! here:
//!
//! | module | what |
//! | --- | --- |
//! | `glyphs`, `words`, `lines` | letters with their places, the words and lines they make |
//! | `furniture` | running heads and feet and page numbers, which are left out |
//! | `columns` | the order in which the parts of a page are read |
//! | `paragraphs`, `assemble` | lines to paragraphs, over columns and pages |
//! | `about`, `xmp`, `objects` | what the file says about itself |
//! | `scan` | pages that are pictures |

mod about;
mod assemble;
mod columns;
mod furniture;
mod glyphs;
mod lines;
mod objects;
mod paragraphs;
mod scan;
mod words;
mod xmp;

pub(super) use scan::pictures_of_page;

use pdf_oxide::PdfDocument;

use super::found::{Basis, Imported};
use super::sniff::Source;
use super::warning::Warning;
use super::{Importer, Parsed, guard, plain};
use crate::domain::record::{Page, Version};
use assemble::Document;
use paragraphs::Paragraph;
use words::Word;

/// The most pages and letters that are read, so that a file cannot ask for endless work.
const PAGES: usize = 5_000;
const LETTERS: usize = 10_000_000;
/// So many unreadable pages one after another: the rest is not there.
const LOST: usize = 64;

/// Reads PDFs.
pub(super) struct Pdf;

impl Importer for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.kind() == Some("pdf")
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        read(source, parsed, Layout::Columns);
    }

    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let careful = guard::run(|| {
            let mut parsed = parsed.clone();
            read(source, &mut parsed, Layout::Rows);
            parsed
        });
        if let Some(careful) = careful {
            *parsed = careful;
        }
    }
}

/// How much is made of where words stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Columns are found and read one after another.
    Columns,
    /// Every row is read from left to right.
    Rows,
}

/// Opens a document, cut free from whatever was read before.
fn open(bytes: &[u8]) -> Option<PdfDocument> {
    pdf_oxide::clear_global_font_cache();
    // A few bytes before the mark shift what the file says about where its parts are.
    let start = bytes.windows(5).take(1024).position(|window| window == b"%PDF-").unwrap_or_default();
    PdfDocument::from_bytes(bytes.get(start..)?.to_vec()).ok()
}

fn read(source: &Source<'_>, parsed: &mut Parsed, layout: Layout) {
    let Some(document) = open(source.bytes) else {
        parsed.warnings.push(Warning::pdf_damaged());
        return;
    };
    if !document.is_authenticated() {
        parsed.warnings.push(Warning::locked());
        return;
    }
    let Ok(count) = document.page_count() else {
        parsed.warnings.push(Warning::pdf_damaged());
        return;
    };
    if is_cut_short(source.bytes) {
        parsed.warnings.push(Warning::cut_short());
    }
    let Pages { upright: mut pages, turned, lost, unread } = pages(&document, count.min(PAGES));
    let labels = about::labels(&document, pages.len());
    if unread || count > PAGES {
        parsed.warnings.push(Warning::too_many_pages(pages.len()));
    }
    if !lost.is_empty() {
        parsed.warnings.push(Warning::pages_lost(&named(&lost, &labels)));
    }
    let about = about::about(&document);
    let pictures = scan::pages_without_words(&document, &pages);
    let all_pictures = !pages.is_empty() && pages.iter().all(Vec::is_empty);
    if all_pictures && !pictures.is_empty() {
        keep_as_scan(parsed, &labels);
    } else {
        if !pictures.is_empty() {
            parsed.warnings.push(Warning::scanned_pages(&named(&pictures, &labels)));
        }
        furniture::take_out(&mut pages);
        let document = arranged(pages, turned, layout);
        let (text, starts) = document.finish(&labels);
        title_and_more(&document, &mut parsed.article);
        keep_text(parsed, text, starts);
    }
    describe(about, parsed);
}

/// The words of every page, and what could not be had.
struct Pages {
    upright: Vec<Vec<Word>>,
    /// Words that stand turned on their page, by pages.
    turned: Vec<Vec<Vec<Word>>>,
    lost: Vec<usize>,
    unread: bool,
}

fn pages(document: &PdfDocument, count: usize) -> Pages {
    let (mut all, mut letters, mut losses) =
        (Pages { upright: Vec::new(), turned: Vec::new(), lost: Vec::new(), unread: false }, 0, 0);
    for page in 0..count {
        // What breaks on one page costs that page.
        let read = guard::run(|| {
            let glyphs = glyphs::of_page(document, page)?;
            let letters: usize = glyphs.upright.iter().map(Vec::len).sum();
            let mut words = glyphs.upright.into_iter().map(words::of_glyphs);
            let upright = words.next().unwrap_or_default();
            Some((upright, words.collect::<Vec<_>>(), letters, glyphs.cut))
        });
        if let Some((upright, turned, of_page, cut)) = read.flatten() {
            losses = 0;
            letters += of_page;
            all.unread |= cut;
            all.upright.push(upright);
            all.turned.push(turned);
        } else {
            losses += 1;
            all.lost.push(page);
            all.upright.push(Vec::new());
            all.turned.push(Vec::new());
        }
        if losses >= LOST || letters > LETTERS {
            all.unread |= page + 1 < count;
            break;
        }
    }
    all
}

/// The words of all pages as the paragraphs they make.
fn arranged(pages: Vec<Vec<Word>>, turned: Vec<Vec<Vec<Word>>>, layout: Layout) -> Document {
    let usual = words::usual_size(pages.iter().flatten());
    let mut document = Document::default();
    let mut gutters = Vec::new();
    for (page, (words, turned)) in pages.into_iter().zip(turned).enumerate() {
        document.page();
        let columns = match layout {
            Layout::Columns => columns::in_order(words, &mut gutters),
            Layout::Rows => vec![words],
        };
        for column in columns.into_iter().chain(turned) {
            let size = words::usual_size(&column);
            let lines = lines::lines(column);
            document.column(paragraphs::paragraphs(&lines, page, size), usual);
        }
    }
    document.learn();
    document
}

/// Title, byline and date as the first page shows them: the title in the largest letters near its top, or as in a
/// text without any.
fn title_and_more(document: &Document, article: &mut Imported) {
    let usual = document.usual_size();
    let first: Vec<&Paragraph> =
        document.paragraphs.iter().filter(|paragraph| paragraph.page() == 0).take(12).collect();
    let size = first.iter().map(|paragraph| paragraph.size).fold(0.0, f32::max);
    let at = first.iter().position(|paragraph| paragraph.size >= size);
    let heading = at.filter(|_| size > 1.2 * usual).and_then(|at| {
        let text = document.text_of(first.get(at)?);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        (letters >= 3 && text.chars().count() <= 250).then_some((at, text))
    });
    let texts: Vec<String> = first.iter().map(|paragraph| document.text_of(paragraph)).collect();
    // Blank lines between, as a text has them.
    let lines =
        |texts: &[String]| texts.iter().flat_map(|text| [text.clone(), String::new()]).collect::<Vec<_>>();
    let read = |texts: &[String], title: bool, article: &mut Imported| {
        let lines = lines(texts);
        plain::masthead(&lines.iter().map(String::as_str).collect::<Vec<_>>(), title, article);
    };
    match heading {
        Some((at, title)) => {
            article.title = title;
            article.bases.title = Some(Basis::VisibleText);
            let (before, after) = texts.split_at(at);
            read(after.get(1..).unwrap_or_default(), false, article);
            read(before, false, article);
        }
        None => read(&texts, true, article),
    }
}

/// Puts what the file says about itself into the article, where the first page does not say it better.
fn describe(about: about::About, parsed: &mut Parsed) {
    let scan = parsed.article.importer == Version::SCAN;
    let article = &mut parsed.article;
    if let Some(title) = about.title {
        article.title = title;
        article.bases.title = Some(Basis::Properties);
    }
    if !about.byline.is_empty() {
        article.byline = about.byline;
        article.bases.byline = Some(Basis::Properties);
    }
    if let Some(language) = about.language {
        article.language = language;
        article.bases.language = Some(Basis::Properties);
    }
    if let Some(outlet) = about.outlet {
        article.outlet = outlet;
        article.bases.outlet = Some(Basis::Properties);
    }
    // A page printed from a browser, or a scan, was made when it was saved; what it shows is older.
    if about.saved_page || scan {
        article.received = about.made.or(article.received.take());
    } else if article.published.as_ref().is_none_or(|found| found.basis == Basis::FileName) {
        article.published = about.made.or(article.published.take());
    }
}

fn keep_text(parsed: &mut Parsed, text: String, pages: Vec<Page>) {
    let letters = text.chars().filter(|c| !c.is_whitespace()).count();
    let unknown = text.chars().filter(|c| matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}')).count();
    if letters == 0 {
        parsed.warnings.push(Warning::no_words());
        return;
    }
    if unknown * 3 > letters {
        parsed.warnings.push(Warning::letters_unknown());
    }
    parsed.article.text = Some(text);
    parsed.article.pages = pages;
}

/// A scan: its pages are named, so that their words can be read by other means.
fn keep_as_scan(parsed: &mut Parsed, labels: &[String]) {
    Version::SCAN.clone_into(&mut parsed.article.importer);
    parsed.article.pages = labels.iter().map(|label| Page { at: 0, label: label.clone() }).collect();
    parsed.warnings.push(Warning::scan());
}

/// The labels of these pages for a person: the first few, and that there are more.
fn named(pages: &[usize], labels: &[String]) -> String {
    const SHOWN: usize = 8;
    let label = |page: &usize| labels.get(*page).cloned().unwrap_or_else(|| (page + 1).to_string());
    let mut named = pages.iter().take(SHOWN).map(label).collect::<Vec<_>>().join(", ");
    if pages.len() > SHOWN {
        named.push('…');
    }
    named
}

/// Whether the end that every PDF has is missing.
fn is_cut_short(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(2048)..).unwrap_or_default();
    !tail.windows(5).any(|window| window == b"%%EOF") && !tail.windows(9).any(|window| window == b"startxref")
}

#[cfg(test)]
mod tests;
