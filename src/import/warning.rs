//! What a person is told about a file that was not clean.

use serde::{Deserialize, Serialize};

use super::pack::MAX_ENTRIES;
use super::xml::End;
use crate::text::{t, t_with};

/// One thing that was not as it should be. The file is kept all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// Which warning it is, for programs.
    pub code: String,
    /// The sentence a person reads.
    pub message: String,
}

impl Warning {
    fn new(code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into() }
    }

    /// Whether the file has no words at all.
    #[must_use]
    pub fn is_empty_file(&self) -> bool {
        self.code == "empty"
    }

    /// Whether the file is of a kind whose text cannot be read yet.
    #[must_use]
    pub fn is_not_read_yet(&self) -> bool {
        self.code == "not_read_yet"
    }

    pub(super) fn empty() -> Self {
        Self::new("empty", t("import-empty"))
    }

    /// For a file of this kind (a code of [`super::sniff`]).
    pub(super) fn not_read_yet(kind: &str) -> Self {
        Self::new("not_read_yet", t_with("import-not-read-yet", &[("kind", kind_name(kind).into())]))
    }

    /// Whether bytes mean nothing in the encoding the file seemed to be in.
    pub(super) fn is_malformed(&self) -> bool {
        self.code == "malformed"
    }

    /// Whether the file is a list whose rows can become articles.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.code == "list"
    }

    pub(super) fn list(count: usize) -> Self {
        Self::new("list", t_with("import-list", &[("count", (count as i64).into())]))
    }

    pub(super) fn only_reference() -> Self {
        Self::new("only_reference", t("import-only-reference"))
    }

    pub(super) fn only_abstract() -> Self {
        Self::new("only_abstract", t("import-only-abstract"))
    }

    pub(super) fn records_with_files() -> Self {
        Self::new("records_with_files", t("import-records-with-files"))
    }

    /// For a row whose date could be two days, or none.
    pub(super) fn unsure_date(words: &str) -> Self {
        Self::new("unsure_date", t_with("import-unsure-date", &[("words", words.to_owned().into())]))
    }

    pub(super) fn encrypted_mail() -> Self {
        Self::new("encrypted", t("import-mail-encrypted"))
    }

    /// For attachments of a mail that cannot be articles, by their names.
    pub(super) fn attachments_left_out(names: &str) -> Self {
        Self::new(
            "attachments_left_out",
            t_with("import-mail-left-out", &[("names", names.to_owned().into())]),
        )
    }

    pub(super) fn malformed(encoding: &str) -> Self {
        Self::new("malformed", t_with("import-malformed", &[("encoding", encoding.to_owned().into())]))
    }

    pub(super) fn parser_failed() -> Self {
        Self::new("parser_failed", t("import-parser-failed"))
    }

    pub(super) fn too_deep() -> Self {
        Self::new("too_deep", t("import-too-deep"))
    }

    pub(super) fn too_large() -> Self {
        Self::new("too_large", t("import-too-large"))
    }

    pub(super) fn unpacks_too_large() -> Self {
        Self::new("unpacks_too_large", t("import-unpacks-too-large"))
    }

    pub(super) fn packed_data_damaged() -> Self {
        Self::new("packed_data_damaged", t("import-packed-data-damaged"))
    }

    pub(super) fn no_main_text() -> Self {
        Self::new("no_main_text", t("import-no-main-text"))
    }

    /// For a document with changes that somebody may still turn down.
    pub(super) fn tracked_changes() -> Self {
        Self::new("tracked_changes", t("import-tracked-changes"))
    }

    /// For a document with so many comments.
    pub(super) fn comments(count: usize) -> Self {
        Self::new("comments", t_with("import-comments", &[("count", count.into())]))
    }

    pub(super) fn hidden_words() -> Self {
        Self::new("hidden_words", t("import-hidden-words"))
    }

    pub(super) fn parts_left_out() -> Self {
        Self::new("parts_left_out", t("import-parts-left-out"))
    }

    pub(super) fn list_numbers() -> Self {
        Self::new("list_numbers", t("import-list-numbers"))
    }

    pub(super) fn odd_characters() -> Self {
        Self::new("odd_characters", t("import-odd-characters"))
    }

    pub(super) fn damaged() -> Self {
        Self::new("damaged", t("import-damaged"))
    }

    /// For a document of which nothing could be read.
    pub(super) fn unreadable() -> Self {
        Self::new("unreadable", t("import-document-unreadable"))
    }

    /// For a PDF or picture whose pages are pictures.
    pub(super) fn scan() -> Self {
        Self::new("scan", t("import-scan"))
    }

    /// `pages` are the labels of those that are pictures.
    pub(super) fn scanned_pages(pages: &str) -> Self {
        Self::new("scanned_pages", t_with("import-scanned-pages", &[("pages", pages.to_owned().into())]))
    }

    pub(super) fn locked() -> Self {
        Self::new("locked", t("import-locked"))
    }

    pub(super) fn pdf_damaged() -> Self {
        Self::new("damaged", t("import-pdf-damaged"))
    }

    pub(super) fn cut_short() -> Self {
        Self::new("cut_short", t("import-cut-short"))
    }

    /// `pages` are the labels of those that could not be read.
    pub(super) fn pages_lost(pages: &str) -> Self {
        Self::new("pages_lost", t_with("import-pages-lost", &[("pages", pages.to_owned().into())]))
    }

    /// `read` is how many pages were read.
    pub(super) fn too_many_pages(read: usize) -> Self {
        Self::new("too_many_pages", t_with("import-too-many-pages", &[("count", (read as i64).into())]))
    }

    pub(super) fn no_words() -> Self {
        Self::new("no_words", t("import-no-words"))
    }

    /// For a document that ended so, if that is worth a word.
    pub(super) fn of_end(end: End) -> Option<Self> {
        match end {
            End::Whole | End::Sloppy => None,
            End::Broken => Some(Self::damaged()),
            End::TooDeep => Some(Self::new("too_deep", t("import-document-too-deep"))),
        }
    }

    pub(super) fn damaged_archive() -> Self {
        Self::new("damaged_archive", t("import-archive-broken"))
    }

    pub(super) fn archive_cut() -> Self {
        Self::new("archive_cut", t_with("import-archive-cut", &[("count", MAX_ENTRIES.into())]))
    }

    pub(super) fn archive_empty() -> Self {
        Self::new("archive_empty", t("import-archive-empty"))
    }

    /// For files of these names that stay in an archive, for the reason the sentence of this key gives.
    pub(super) fn left_in_archive(key: &str, names: &[String]) -> Self {
        let shown = names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let shown = if names.len() > NAMED { shown + ", …" } else { shown };
        let code = key.trim_start_matches("import-").replace('-', "_");
        Self::new(&code, t_with(key, &[("count", names.len().into()), ("names", shown.into())]))
    }

    pub(super) fn letters_unknown() -> Self {
        Self::new("letters_unknown", t("import-letters-unknown"))
    }
}

/// How many of the files that stay in an archive are named.
const NAMED: usize = 5;

fn kind_name(kind: &str) -> &'static str {
    match kind {
        "pdf" => t("import-kind-pdf"),
        "rtf" => t("import-kind-rtf"),
        "office" => t("import-kind-office"),
        "xls" => t("import-kind-xls"),
        "ppt" => t("import-kind-ppt"),
        "iwork" => t("import-kind-iwork"),
        "docx" => t("import-kind-docx"),
        "odt" => t("import-kind-odt"),
        "epub" => t("import-kind-epub"),
        "spreadsheet" => t("import-kind-spreadsheet"),
        "slides" => t("import-kind-slides"),
        "picture" => t("import-kind-picture"),
        "sound" => t("import-kind-sound"),
        "film" => t("import-kind-film"),
        "gzip" | "archive" => t("import-kind-archive"),
        "database" => t("import-kind-database"),
        _ => t("import-kind-other"),
    }
}
