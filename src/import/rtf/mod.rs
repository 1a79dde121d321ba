//! Rich text (RTF), read here since no library that was tried keeps its paragraphs: the words as they are shown, with
//! tracked changes as if all were accepted.

mod charset;
mod reader;
mod text;
mod tokens;
mod words;

use super::properties;
use super::sniff::Source;
use super::warning::Warning;
use super::{Importer, Parsed, language};
use reader::Reader;

/// Reads rich text files.
pub(super) struct Rtf;

impl Importer for Rtf {
    fn name(&self) -> &'static str {
        "rtf"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.kind() == Some("rtf")
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Parsed { article, warnings, .. } = parsed;
        let mut reader = Reader::default();
        let (flow, header) = reader.read(source.bytes);
        let mut written = flow.finish();
        let opening = properties::opening(&written.text);
        properties::settle(article, &reader.properties, reader.title, reader.heading, &opening);
        written.put_before(&header.finish().text);

        let most = reader.languages.into_iter().max_by_key(|(number, count)| (*count, *number));
        let declared = most.and_then(|(number, _)| charset::language(number));
        language::settle(article, declared, &written.text);
        warnings.extend(reader.changed.then(Warning::tracked_changes));
        warnings.extend((reader.comments > 0).then(|| Warning::comments(reader.comments)));
        warnings.extend(reader.hidden.then(Warning::hidden_words));
        warnings.extend(reader.malformed.then(Warning::odd_characters));
        warnings.extend(Warning::of_end(reader.end));
        warnings.extend(written.text.is_empty().then(Warning::no_words));
        article.text = Some(written.text);
    }
}

#[cfg(test)]
pub(super) mod tests;
