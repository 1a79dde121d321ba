//! What a program that saved a page notes about the saving.

use crate::import::found::{Basis, Found};
use crate::import::when;

/// Where a page was saved from, and when.
#[derive(Default)]
pub(in crate::import) struct Saved {
    /// The address.
    pub(in crate::import) url: Option<String>,
    /// The day.
    pub(in crate::import) on: Option<Found>,
}

impl Saved {
    /// The note that browsers and SingleFile leave at the top of a page they save.
    pub(super) fn of(html: &str) -> Self {
        let head = html.char_indices().nth(4_000).map_or(html, |(at, _)| &html[..at]);
        let line = |key: &str| {
            let rest = &head[head.find(key)? + key.len()..];
            rest.lines().next().map(|line| line.trim().trim_end_matches("-->").trim())
        };
        let by_browser = line("saved from url=").and_then(|line| line.split_once(')').map(|(_, url)| url));
        let by_single_file = head.contains("SingleFile").then(|| line("url: ")).flatten();
        let on = line("saved date: ").and_then(|words| when::find(words, Basis::SaveNote));
        Self { url: by_browser.or(by_single_file).map(ToOwned::to_owned), on }
    }
}
