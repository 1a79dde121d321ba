//! Bytes to an article's text and metadata.
//!
//! [`read`] takes any bytes and always gives an article back: what cannot be read yet keeps its title and
//! says so, and what goes wrong in a parser costs that file its text, never the program. What a file is
//! comes from its bytes; its name only breaks ties. A format is one implementation of `Importer` in a
//! file of its own.

mod archive;
mod blocks;
mod byline;
mod doc;
mod docx;
mod encoding;
mod epub;
mod flow;
mod found;
mod guard;
mod gzip;
mod headers;
mod html;
mod hyphens;
mod language;
pub mod list;
mod mail;
mod markdown;
mod mhtml;
mod names;
mod numerals;
pub mod ocr;
mod odt;
mod pack;
mod parsed;
mod pdf;
mod pictures;
mod plain;
mod properties;
mod refs;
mod rtf;
mod signs;
mod sniff;
mod unread;
mod warning;
mod when;
pub mod wire;
mod xml;

pub use encoding::ENCODINGS;
pub use found::{Bases, Basis, Found, Imported};
pub use names::title_from_file_name;
pub use parsed::{Ask, Inner, Parsed};
pub use warning::Warning;

use sniff::{Content, Source};

/// One format's reader.
trait Importer: Sync {
    /// The name stored with every text it read.
    fn name(&self) -> &'static str;

    /// Raised whenever it reads the same bytes differently, so that texts can be read again.
    fn version(&self) -> u32;

    /// Whether this file is of its format.
    fn takes(&self, source: &Source<'_>) -> bool;

    /// Reads the file into `parsed`, whose article has its title and encoding filled in already.
    fn read(&self, source: &Source<'_>, parsed: &mut Parsed);

    /// Reads it without leaving out what is not the article, for formats that do.
    fn read_whole(&self, source: &Source<'_>, parsed: &mut Parsed) {
        self.read(source, parsed);
    }

    /// Reads it by the simplest means, after a parser broke on it; gives no text where there are none.
    fn read_carefully(&self, _source: &Source<'_>, _parsed: &mut Parsed) {}
}

/// Every format, the most particular first: the first that takes a file reads it.
const IMPORTERS: &[&dyn Importer] = &[
    &docx::Docx,
    &doc::Doc,
    &odt::Odt,
    &rtf::Rtf,
    &epub::Epub,
    &archive::Archive,
    &gzip::Gzip,
    &mhtml::Mhtml,
    &mail::Mbox,
    &mail::Eml,
    &mail::Msg,
    &refs::Ris,
    &refs::BibTex,
    &refs::CslJson,
    &list::List,
    &pdf::Pdf,
    &pictures::Pictures,
    &unread::Unread,
    &html::Html,
    &markdown::Markdown,
    &plain::Plain,
];

/// Whether a file that this importer read in this version may be read better now: by a newer version of it, or by
/// another one where it was of a kind that could not be read.
#[must_use]
pub fn is_outdated(importer: &str, version: u32) -> bool {
    IMPORTERS.iter().any(|now| now.name() == importer && version < now.version())
}

/// Reads an article file.
///
/// Never fails: what could not be read is in the warnings, and `text` is `None` where the kind of file is
/// one this version cannot read yet. The same bytes, name and asking always give the same result.
#[must_use]
pub fn read(bytes: &[u8], file_name: &str, ask: &Ask) -> Parsed {
    let source = Source::open(bytes, file_name, ask.encoding.as_deref());
    if let Some(page) = ask.pictures_of {
        return guard::run(|| pictures::of_page(&source, page)).unwrap_or_default();
    }
    let mut parsed = begun(&source);
    let Some(importer) = IMPORTERS.iter().find(|importer| importer.takes(&source)) else {
        return parsed;
    };
    importer.name().clone_into(&mut parsed.article.importer);
    parsed.article.importer_version = importer.version();
    if !ask.careful {
        let read = guard::run(|| {
            let mut parsed = parsed.clone();
            if ask.whole {
                importer.read_whole(&source, &mut parsed);
            } else {
                importer.read(&source, &mut parsed);
            }
            parsed
        });
        if let Some(mut read) = read {
            read.table.take_if(|_| !ask.table);
            return read;
        }
    }
    importer.read_carefully(&source, &mut parsed);
    parsed.warnings.push(Warning::parser_failed());
    parsed
}

/// A file that no reader survived, as an article without text.
#[must_use]
pub fn unreadable(bytes: &[u8], file_name: &str) -> Parsed {
    let mut parsed = begun(&Source::open(bytes, file_name, None));
    parsed.warnings.push(Warning::parser_failed());
    parsed
}

/// What the file's name and its bytes say before any format has looked at it.
fn begun(source: &Source<'_>) -> Parsed {
    let (title, published) = names::from_file_name(source.file_name);
    let mut parsed = Parsed::default();
    parsed.article.title = title;
    parsed.article.bases.title = Some(Basis::FileName);
    parsed.article.published = published;
    if let Content::Text(decoded) = &source.content {
        decoded.encoding.clone_into(&mut parsed.article.encoding);
        if decoded.malformed {
            parsed.warnings.push(Warning::malformed(&decoded.encoding));
        }
    }
    parsed
}

#[cfg(test)]
mod tests;
