//! What was read from a file as the records of an article.

use crate::domain::date::Dated;
use crate::domain::id::Id;
use crate::domain::kind::Reading;
use crate::domain::record::{Article, FoundField, Version};
use crate::import::{Basis, Found, Imported};

/// An article and its version as imported; ids, numbers and hashes are filled in when they are added.
pub(super) fn records(
    case_id: Id,
    file_name: &str,
    imported: &Imported,
    warnings: &[String],
) -> (Article, Version) {
    let article = Article {
        id: Id::new(),
        case_id,
        number: 0,
        title: imported.title.clone(),
        byline: imported.byline.join(", "),
        outlet: imported.outlet.clone(),
        url: imported.url.clone(),
        language: imported.language.clone(),
        kind: imported.kind,
        published: dated(imported.published.as_ref()),
        received: dated(imported.received.as_ref()),
        obtained_from: imported.obtained_from.clone(),
        obtained_how: imported.obtained_how.clone(),
        archive_link: String::new(),
        reference: String::new(),
        privileged: false,
        reading: Reading::Unread,
        important: false,
    };
    let mut version = Version {
        id: Id::new(),
        article_id: article.id,
        n: 1,
        original_sha256: String::new(),
        file_name: file_name.to_owned(),
        text_sha256: None,
        importer: String::new(),
        importer_version: 0,
        encoding: String::new(),
        warnings: Vec::new(),
        pages: Vec::new(),
        captions: Vec::new(),
        found: Vec::new(),
    };
    fill(&mut version, imported, warnings);
    (article, version)
}

/// What reading found, put in its version.
pub(super) fn fill(version: &mut Version, imported: &Imported, warnings: &[String]) {
    imported.importer.clone_into(&mut version.importer);
    version.importer_version = imported.importer_version;
    imported.encoding.clone_into(&mut version.encoding);
    version.warnings = warnings.to_vec();
    imported.pages.clone_into(&mut version.pages);
    imported.captions.clone_into(&mut version.captions);
    version.found = found_fields(imported);
}

/// Where each field was found.
fn found_fields(imported: &Imported) -> Vec<FoundField> {
    let bases = &imported.bases;
    let fields = [
        ("title", imported.title.clone(), bases.title),
        ("byline", imported.byline.join(", "), bases.byline),
        ("outlet", imported.outlet.clone(), bases.outlet),
        ("url", imported.url.clone(), bases.url),
        ("language", imported.language.clone(), bases.language),
    ];
    let published = imported.published.as_ref().map(|found| FoundField {
        field: "published".to_owned(),
        words: found.date.to_string(),
        basis: found.basis.code().to_owned(),
    });
    let known = |(field, words, basis): (&str, String, Option<Basis>)| {
        let basis = basis.filter(|_| !words.is_empty())?.code().to_owned();
        Some(FoundField { field: field.to_owned(), words, basis })
    };
    fields.into_iter().filter_map(known).chain(published).collect()
}

/// A date found by an importer: its basis is where it was found.
fn dated(found: Option<&Found>) -> Dated {
    found
        .map(|found| Dated {
            edtf: Some(found.date),
            words: Some(found.words.clone()),
            basis: Some(found.basis.code().to_owned()),
        })
        .unwrap_or_default()
}
