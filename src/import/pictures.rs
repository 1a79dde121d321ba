//! Pictures: scans, photographs, screenshots. Their words are read by other means, if at all.

use crate::domain::kind::ArticleKind;
use crate::domain::record::{Page, Version};

use super::sniff::Source;
use super::warning::Warning;
use super::{Importer, Inner, Parsed, pdf};

/// Keeps pictures as scans.
pub(super) struct Pictures;

impl Importer for Pictures {
    fn name(&self) -> &'static str {
        Version::SCAN
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.kind() == Some("picture")
    }

    fn read(&self, _source: &Source<'_>, parsed: &mut Parsed) {
        parsed.article.kind = ArticleKind::Other;
        parsed.article.pages = vec![Page { at: 0, label: "1".to_owned() }];
        parsed.warnings.push(Warning::scan());
    }
}

/// The pictures of page `page` (from 0) of a PDF or picture file, as inner files.
pub(super) fn of_page(source: &Source<'_>, page: usize) -> Parsed {
    match source.kind() {
        Some("pdf") => pdf::pictures_of_page(source.bytes, page),
        Some("picture") if page == 0 => {
            let inner = Inner { name: "1".to_owned(), bytes: source.bytes.to_vec(), ..Inner::default() };
            Parsed { wrapper: true, inner: vec![inner], ..Parsed::default() }
        }
        _ => Parsed::default(),
    }
}
