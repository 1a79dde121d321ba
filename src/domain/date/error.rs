//! Why a text is not a date, in a sentence for the person who typed it.

use std::fmt;

/// Why a text is not a date, and how to write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// What is wrong, one sentence.
    pub message: String,
    /// What to write instead.
    pub hint: Option<String>,
}

impl DateError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None }
    }

    pub(super) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The general refusal: names the text (its start, if it is long) and shows what can be written.
    pub(super) fn unread(text: &str) -> Self {
        let start: String = text.chars().take(40).collect();
        let dots = if start.len() < text.len() { "…" } else { "" };
        Self::new(format!("“{start}{dots}” is not a date Casefile can read.")).with_hint(
            "Write for example 7 Sep 2011, September 2011, about 2011, before 7 Sep 2011, or 2011-09-07.",
        )
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.hint {
            Some(hint) => write!(f, " {hint}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for DateError {}
