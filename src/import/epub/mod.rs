//! Books (EPUB): their chapters in reading order, and what the book says about itself.

mod chapter;

use crate::domain::kind::ArticleKind;
use crate::domain::record::Page;

use super::found::{Basis, Imported};
use super::html::strip;
use super::pack::{Pack, Trouble};
use super::properties::authors;
use super::sniff::Source;
use super::warning::Warning;
use super::xml::{self, End, Piece, Xml};
use super::{Importer, Parsed, language, when};
use chapter::Chapters;

/// Reads books.
pub(super) struct Epub;

impl Importer for Epub {
    fn name(&self) -> &'static str {
        "epub"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.kind() == Some("epub")
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Parsed { article, warnings, .. } = parsed;
        article.kind = ArticleKind::Other;
        let Some((mut pack, book)) = Pack::open(source.bytes).and_then(|mut pack| {
            let book = Book::open(&mut pack)?;
            Some((pack, book))
        }) else {
            warnings.push(Warning::unreadable());
            return;
        };
        let declared = book.settle(article);
        let locked = locked(&mut pack);
        let mut chapters = Chapters::default();
        let (mut end, mut locks) = (if pack.searched { End::Broken } else { End::Whole }, 0);
        for path in &book.chapters {
            if locked.contains(path) {
                locks += 1;
                continue;
            }
            match pack.part(path) {
                Some((bytes, trouble)) => {
                    let text = xml::decoded(&bytes);
                    end = end.max(chapters.read(&text)).max(broken(trouble));
                }
                None => end = End::Broken,
            }
        }
        let Chapters { flow, pages, captions, .. } = chapters;
        let written = flow.finish();
        let page = |(at, label): (&usize, String)| Page { at: *at, label };
        article.pages = written.pages.iter().zip(pages).map(page).collect();
        article.captions = captions;
        language::settle(article, declared.as_deref(), &written.text);
        warnings.extend((locks > 0).then(Warning::locked));
        warnings.extend(Warning::of_end(end));
        warnings.extend((written.text.is_empty() && locks == 0).then(Warning::no_words));
        article.text = (locks == 0 || !written.text.is_empty()).then_some(written.text);
    }

    /// The words of every page in it, in the order of the archive.
    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Some(mut pack) = Pack::open(source.bytes) else { return };
        let pages: Vec<_> =
            pack.entries.iter().filter(|entry| entry.name.ends_with("html")).cloned().collect();
        let words =
            pages.iter().filter_map(|page| Some(strip::strip(&xml::decoded(&pack.unpack(page).ok()?))));
        parsed.article.text = Some(words.collect::<Vec<_>>().join("\n\n"));
    }
}

fn broken(trouble: Option<Trouble>) -> End {
    if trouble.is_some() { End::Broken } else { End::Whole }
}

/// What a book says about itself.
#[derive(Default)]
struct Book {
    titles: Vec<String>,
    authors: Vec<String>,
    publisher: String,
    language: Option<String>,
    dates: Vec<(Option<String>, String)>,
    /// The paths of its chapters, in reading order.
    chapters: Vec<String>,
}

impl Book {
    fn open(pack: &mut Pack<'_>) -> Option<Self> {
        let (container, _) = pack.part("META-INF/container.xml")?;
        let root = Xml::new(&xml::decoded(&container)).find_map(|piece| match piece {
            Piece::Open(tag) if tag.name == "rootfile" => tag.get("full-path").map(str::to_owned),
            _ => None,
        });
        let root = xml::joined("", &root?);
        let (package, _) = pack.part(&root)?;
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
        Some(Self::read(&xml::decoded(&package), folder))
    }

    /// Reads the package file, which names everything else.
    fn read(text: &str, folder: &str) -> Self {
        let mut book = Self::default();
        let mut files: std::collections::HashMap<String, String> = std::collections::HashMap::new();
        let mut xml = Xml::new(text);
        while let Some(piece) = xml.next() {
            let Piece::Open(tag) = piece else { continue };
            match (xml.open(1), tag.name.as_str()) {
                ("manifest", "item") => {
                    let is_nav =
                        tag.get("properties").is_some_and(|names| names.split(' ').any(|it| it == "nav"));
                    if let (Some(id), Some(href), false) = (tag.get("id"), tag.get("href"), is_nav) {
                        files.insert(id.to_owned(), xml::joined(folder, &unescaped(href)));
                    }
                }
                ("spine", "itemref") => {
                    let path = tag.get("idref").and_then(|id| files.remove(id));
                    book.chapters.extend(path);
                }
                (_, "title") => book.titles.push(line(&xml.words())),
                (_, "creator") => {
                    let role = tag.get("role").is_none_or(|role| role == "aut");
                    let name = line(&xml.words());
                    book.authors.extend(role.then_some(name));
                }
                (_, "publisher") => book.publisher = line(&xml.words()),
                (_, "language") if book.language.is_none() => book.language = Some(xml.words()),
                (_, "date") => {
                    let event = tag.get("event").map(str::to_owned);
                    book.dates.push((event, line(&xml.words())));
                }
                _ => {}
            }
        }
        book
    }

    /// Fills in what the book says about itself, and gives the language it declares.
    fn settle(&self, article: &mut Imported) -> Option<String> {
        let basis = Some(Basis::Properties);
        if let Some(title) = self.titles.iter().find(|title| !title.is_empty()) {
            title.clone_into(&mut article.title);
            article.bases.title = basis;
        }
        article.byline = self.authors.iter().flat_map(|author| authors(author)).collect();
        article.bases.byline = basis.filter(|_| !article.byline.is_empty());
        self.publisher.clone_into(&mut article.outlet);
        article.bases.outlet = basis.filter(|_| !self.publisher.is_empty());
        // Dates of other events say when the file was made or changed.
        let of = |event: Option<&str>| self.dates.iter().find(move |date| date.0.as_deref() == event);
        let date = of(Some("publication")).or(of(None));
        let date = date.and_then(|(_, words)| when::machine(words, Basis::Properties));
        article.published = date.or(article.published.take());
        self.language.clone()
    }
}

/// Words on one line.
fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The path in a reference, which may be written with `%20` and end in a place within the file.
fn unescaped(href: &str) -> String {
    let path = href.split('#').next().unwrap_or_default();
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = |at: usize| char::from(*after.get(at)?).to_digit(16);
        let byte = hex(0).zip(hex(1)).map(|(high, low)| (high * 16 + low) as u8);
        let byte = byte.filter(|_| *first == b'%');
        bytes.push(byte.unwrap_or(*first));
        rest = after.get(if byte.is_some() { 2.. } else { 0.. }).unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The paths of the files that are encrypted. Fonts are scrambled in books that are otherwise free; they are no text.
fn locked(pack: &mut Pack<'_>) -> Vec<String> {
    let Some((bytes, _)) = pack.part("META-INF/encryption.xml") else { return Vec::new() };
    let path = |piece| match piece {
        Piece::Open(tag) if tag.name == "CipherReference" => {
            tag.get("URI").map(|path| xml::joined("", &unescaped(path)))
        }
        _ => None,
    };
    Xml::new(&xml::decoded(&bytes)).filter_map(path).collect()
}

#[cfg(test)]
pub(super) mod tests;
