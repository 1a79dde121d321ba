//! What went wrong, in words for the person who must act on it.

use std::fmt;

use crate::domain::date::DateError;
use crate::text::t;

/// What the program itself does something about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ErrorKind {
    /// Nothing but telling.
    #[default]
    Other,
    /// A record that was asked for is not there any more.
    RecordGone,
}

/// An error as a person sees it: what happened, the technical detail, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What happened and to which file or record, one sentence.
    pub message: String,
    /// What the system or library said, if that helps someone who can read it.
    pub detail: Option<String>,
    /// What to do about it.
    pub hint: Option<String>,
    /// What the program goes by.
    pub kind: ErrorKind,
}

/// The result of everything that can fail in front of a person.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error with nothing but its message.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), detail: None, hint: None, kind: ErrorKind::Other }
    }

    /// The error of a record that is not there any more.
    #[must_use]
    pub fn record_gone() -> Self {
        Self { kind: ErrorKind::RecordGone, ..Self::new(t("error-record-gone")) }
    }

    /// Adds what the system said.
    #[must_use]
    pub fn with_detail(mut self, detail: impl fmt::Display) -> Self {
        self.detail = Some(detail.to_string());
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(detail) = &self.detail {
            write!(f, " ({detail})")?;
        }
        if let Some(hint) = &self.hint {
            write!(f, "\nHint: {hint}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<DateError> for Error {
    fn from(error: DateError) -> Self {
        Self { hint: error.hint, ..Self::new(error.message) }
    }
}
