//! Bytes to an article's text and metadata.
//!
//! [`read`] takes any bytes and always gives an article back: what cannot be read yet keeps its title and
//! says so, and what goes wrong in a parser costs that file its text, never the program. What a file is
//! comes from its bytes; its name only breaks ties. A format is one implementation of `Importer` in a
//! file of its own.

mod blocks;
mod byline;
mod encoding;
mod found;
mod guard;
mod headers;
mod html;
mod markdown;
mod names;
mod plain;
mod sniff;
mod unread;
mod warning;
mod when;

pub use found::{Basis, Found, Imported};
pub use names::title_from_file_name;
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

    /// Reads the file into `article`, whose title and encoding are filled in already.
    fn read(&self, source: &Source<'_>, article: &mut Imported, warnings: &mut Vec<Warning>);
}

/// Every format, the most particular first: the first that takes a file reads it.
const IMPORTERS: &[&dyn Importer] = &[&unread::Unread, &html::Html, &markdown::Markdown, &plain::Plain];

/// Reads an article file.
///
/// Never fails: what could not be read is in the warnings, and `text` is `None` where the kind of file is
/// one this version cannot read yet. The same bytes and name always give the same result.
#[must_use]
pub fn read(bytes: &[u8], file_name: &str) -> (Imported, Vec<Warning>) {
    let source = Source::open(bytes, file_name);
    let (title, published) = names::from_file_name(file_name);
    let mut article = Imported { title, published, ..Imported::default() };
    let mut warnings = Vec::new();
    if let Content::Text(decoded) = &source.content {
        decoded.encoding.clone_into(&mut article.encoding);
        if decoded.malformed {
            warnings.push(Warning::malformed(&decoded.encoding));
        }
    }
    let Some(importer) = IMPORTERS.iter().find(|importer| importer.takes(&source)) else {
        return (article, warnings);
    };
    article.importer = importer.name();
    article.importer_version = importer.version();
    let read = guard::run(|| {
        let (mut article, mut warnings) = (article.clone(), warnings.clone());
        importer.read(&source, &mut article, &mut warnings);
        (article, warnings)
    });
    read.unwrap_or_else(|| {
        // The parser broke: the words without their markup are better than nothing.
        article.text = source.text().map(html::strip::strip);
        warnings.push(Warning::parser_failed());
        (article, warnings)
    })
}

#[cfg(test)]
mod tests;
