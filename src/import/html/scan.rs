//! Tags of a page, found without building a tree: for pages no tree can be built of.

use std::collections::HashMap;

/// A piece of a page: the words up to a tag, and the tag.
pub(super) struct Piece<'a> {
    /// The words before the tag, with entities as written.
    pub(super) text: &'a str,
    /// The tag's name in lower case, `!--` for a comment; empty for the last words of the page.
    pub(super) name: String,
    /// Whether it closes an element.
    pub(super) closes: bool,
    /// Whether it ends in `/>`.
    pub(super) empty: bool,
}

/// The pieces of a page. The insides of comments, scripts and styles are passed over.
pub(super) struct Pieces<'a> {
    rest: &'a str,
}

/// Elements whose insides are not markup.
const RAW: &[&str] =
    &["script", "style", "noscript", "template", "textarea", "iframe", "xmp", "noembed", "noframes"];

/// All pieces of `html`.
pub(super) fn pieces(html: &str) -> Pieces<'_> {
    Pieces { rest: html }
}

/// The pieces of `html` that have a tag.
pub(super) fn tags(html: &str) -> impl Iterator<Item = Piece<'_>> {
    pieces(html).filter(|piece| !piece.name.is_empty())
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let rest = self.rest;
        let Some(at) = tag_start(rest) else {
            self.rest = "";
            return (!rest.is_empty()).then(|| Piece {
                text: rest,
                name: String::new(),
                closes: false,
                empty: true,
            });
        };
        let (text, tag) = (&rest[..at], &rest[at + 1..]);
        if let Some(comment) = tag.strip_prefix("!--") {
            self.rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            return Some(Piece { text, name: "!--".to_owned(), closes: false, empty: true });
        }
        let closes = tag.starts_with('/');
        let inner = if closes { &tag[1..] } else { tag };
        let name_end =
            inner.find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/').unwrap_or(inner.len());
        let name = inner[..name_end].to_ascii_lowercase();
        let end = tag_end(inner);
        let empty = inner[..end].ends_with('/');
        self.rest = inner.get(end + 1..).unwrap_or("");
        if !closes && RAW.contains(&name.as_str()) {
            self.rest = from_end_tag(self.rest, &name);
        }
        Some(Piece { text, name, closes, empty })
    }
}

/// Where the next tag or comment starts; a `<` before anything but a name is a character.
fn tag_start(rest: &str) -> Option<usize> {
    rest.match_indices('<').map(|(at, _)| at).find(|at| {
        let inner = &rest[at + 1..];
        let inner = inner.strip_prefix('/').unwrap_or(inner);
        inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?')
    })
}

/// Where the `>` of a tag stands; those within quoted values do not count.
fn tag_end(inner: &str) -> usize {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in inner.char_indices() {
        match quote {
            None if c == '>' => return at,
            None if before == '=' && matches!(c, '"' | '\'') => quote = Some(c),
            Some(open) if c == open => quote = None,
            _ => {}
        }
        if !c.is_ascii_whitespace() {
            before = c;
        }
    }
    // A quotation mark that is never closed: the tag ends at its first `>`, or with the page.
    inner.find('>').unwrap_or(inner.len())
}

/// The text from `</name` on.
fn from_end_tag<'a>(rest: &'a str, name: &str) -> &'a str {
    let ends = |at: &usize| {
        rest.get(at + 2..at + 2 + name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
    };
    rest.match_indices("</").map(|(at, _)| at).find(ends).map_or("", |at| &rest[at..])
}

/// Elements that have no end, or whose end may be left out, so that open ones do not nest.
const UNCOUNTED: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot",
    "tr", "td", "th", "colgroup", "caption", "rb", "rt", "rp", "rtc", "frame",
];

/// Whether tags nest deeper than `limit`. An end tag closes only an element of its own name.
pub(super) fn is_deeper(html: &str, limit: usize) -> bool {
    let mut open: HashMap<String, usize> = HashMap::new();
    let mut depth = 0;
    for tag in tags(html) {
        if tag.name.starts_with(['!', '?']) || UNCOUNTED.contains(&tag.name.as_str()) {
            continue;
        }
        // In a drawing `/>` ends an element; elsewhere it means nothing.
        let ended =
            tag.empty && ["svg", "math"].iter().any(|name| open.get(*name).is_some_and(|count| *count > 0));
        let count = open.entry(tag.name).or_default();
        if tag.closes {
            depth -= usize::from(*count > 0);
            *count = count.saturating_sub(1);
        } else if !ended {
            *count += 1;
            depth += 1;
        }
        if depth > limit {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_a_page() {
        let html = "a < b<P class='x>y'>c<!-- <i> --><script>if (a<b) '<p>'</SCRIPT>d<br/>e";
        let pieces: Vec<(&str, String)> = pieces(html).map(|piece| (piece.text, piece.name)).collect();
        let expect = [("a < b", "p"), ("c", "!--"), ("", "script"), ("", "script"), ("d", "br"), ("e", "")];
        assert_eq!(pieces, expect.map(|(text, name)| (text, name.to_owned())));
    }

    #[test]
    fn depth_counts_what_nests() {
        assert!(is_deeper(&"<div>".repeat(600), 512));
        assert!(is_deeper(&"<b></i>".repeat(600), 512));
        assert!(!is_deeper(&"<p>one<li>two<br>".repeat(600), 512));
        assert!(!is_deeper(&"<div><b>x</b></div>".repeat(600), 512));
        assert!(!is_deeper(&format!("<svg>{}</svg>", "<path d='M0'/>".repeat(600)), 512));
    }
}
