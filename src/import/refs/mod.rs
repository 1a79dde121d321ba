//! Records of reference managers: RIS, BibTeX and CSL-JSON. Each record becomes an article, of the file it names
//! where that is there.

mod bibtex;
mod csl;
mod reference;
mod ris;

pub(super) use bibtex::BibTex;
pub(super) use csl::CslJson;
pub(super) use ris::Ris;

use super::parsed::Parsed;
use super::warning::Warning;
use reference::Reference;

/// Puts the records of the file `text` into `parsed`. The file itself stays an article where a record gives way to
/// the file it names, so that what only the record says is not lost.
fn put(references: Vec<Reference>, text: &str, parsed: &mut Parsed) {
    parsed.article.kind = crate::domain::kind::ArticleKind::Other;
    parsed.article.text = Some(text.to_owned());
    if references.is_empty() {
        return;
    }
    let importer = (parsed.article.importer.clone(), parsed.article.importer_version);
    let encoding = parsed.article.encoding.clone();
    parsed.wrapper = references.iter().all(|reference| reference.files.is_empty());
    if !parsed.wrapper {
        parsed.warnings.push(Warning::records_with_files());
    }
    for (n, reference) in references.into_iter().enumerate() {
        let mut inner = reference.inner(n + 1);
        inner.known.importer.clone_from(&importer.0);
        inner.known.importer_version = importer.1;
        inner.known.encoding.clone_from(&encoding);
        parsed.inner.push(inner);
    }
}

#[cfg(test)]
mod tests;
