//! The words of a page without building a tree of it.

use dom_query::Document;

use super::scan;
use crate::import::blocks::Blocks;

/// Elements that run within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "img", "!--",
];

/// Whether an element of this name runs within a line.
pub(in crate::import) fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

/// All words outside tags, scripts and styles, in paragraphs.
pub(in crate::import) fn strip(html: &str) -> String {
    let mut out = Blocks::default();
    for piece in scan::pieces(html) {
        out.words(&decoded(piece.text));
        match piece.name.as_str() {
            "br" | "li" | "tr" => out.line(),
            "td" | "th" => out.words(" "),
            "" => {}
            name if is_inline(name) => {}
            _ => out.block(),
        }
    }
    out.finish()
}

/// What the first `title` element holds.
pub(super) fn title(html: &str) -> Option<String> {
    let mut pieces = scan::pieces(html).skip_while(|piece| piece.name != "title");
    pieces.next()?;
    let words = decoded(pieces.next()?.text);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

/// Text with its entities made characters.
pub(in crate::import) fn decoded(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    // Without a tag in it the text is one flat node.
    Document::fragment(text.replace('<', "&lt;")).text().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_markup() {
        let html = "<title>A &amp; B</title><style>p{}</style><h1>Head</h1>\
                    <p>One <b>bold</b>&nbsp;word, 1 < 2 &lt;i&gt;<br>two";
        assert_eq!(strip(html), "A & B\n\nHead\n\nOne bold\u{a0}word, 1 < 2 <i>\ntwo");
        assert_eq!(title(html).as_deref(), Some("A & B"));
    }
}
