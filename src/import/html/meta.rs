//! The `meta` elements of a page.

use dom_query::Document;

/// Names (lower case) with their contents, in the order of the page.
pub(super) struct Meta(Vec<(String, String)>);

impl Meta {
    /// Reads them all.
    pub(super) fn of(document: &Document) -> Self {
        let mut entries = Vec::new();
        for node in document.select("meta[content]").nodes() {
            let content = node.attr_or("content", "").split_whitespace().collect::<Vec<_>>().join(" ");
            if content.is_empty() {
                continue;
            }
            for key in ["property", "name", "itemprop", "http-equiv"] {
                if let Some(name) = node.attr(key) {
                    entries.push((name.trim().to_lowercase(), content.clone()));
                }
            }
        }
        Self(entries)
    }

    /// The first content of the first of these names that has one.
    pub(super) fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.all(name).next())
    }

    /// The contents of names no list knows that speak of publishing and of a time.
    pub(super) fn publish_times(&self) -> impl Iterator<Item = &str> {
        let speaks =
            |name: &str| name.contains("publish") && (name.contains("date") || name.contains("time"));
        self.0.iter().filter(move |(name, _)| speaks(name)).map(|(_, content)| content.as_str())
    }

    /// Every content of this name.
    pub(super) fn all<'a, 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a str> + use<'a, 'n> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, content)| content.as_str())
    }
}
