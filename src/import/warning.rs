//! What a person is told about a file that was not clean.

use serde::{Deserialize, Serialize};

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

    pub(super) fn no_main_text() -> Self {
        Self::new("no_main_text", t("import-no-main-text"))
    }
}

fn kind_name(kind: &str) -> &'static str {
    match kind {
        "pdf" => t("import-kind-pdf"),
        "rtf" => t("import-kind-rtf"),
        "office" => t("import-kind-office"),
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
