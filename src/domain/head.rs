//! Header lines at the very top of a text file: `Title: …`, `Published: 2011-09-07`.
//!
//! They are metadata, and they are words of the source. So they stay in the text, where they can be quoted and where
//! every offset counts them, and the reader sets them apart as the head of the file instead of showing them as the
//! article's first paragraph under a head that says the same.

use super::span::Span;

/// What a header line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // each names the field of the article it fills
pub enum HeadField {
    Title,
    Byline,
    Outlet,
    Published,
    Received,
    Url,
    Language,
    Kind,
}

const NAMES: &[(&str, HeadField)] = &[
    ("title", HeadField::Title),
    ("headline", HeadField::Title),
    ("by", HeadField::Byline),
    ("byline", HeadField::Byline),
    ("author", HeadField::Byline),
    ("authors", HeadField::Byline),
    ("outlet", HeadField::Outlet),
    ("publication", HeadField::Outlet),
    ("publisher", HeadField::Outlet),
    ("source", HeadField::Outlet),
    ("published", HeadField::Published),
    ("date", HeadField::Published),
    ("received", HeadField::Received),
    ("url", HeadField::Url),
    ("link", HeadField::Url),
    ("language", HeadField::Language),
    ("lang", HeadField::Language),
    ("kind", HeadField::Kind),
    ("type", HeadField::Kind),
];

/// The field and the value of a header line, without the quotation marks around it; none if it is not one.
#[must_use]
pub fn head_line(line: &str) -> Option<(HeadField, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim().to_lowercase();
    let field = NAMES.iter().find(|(known, _)| *known == name)?.1;
    Some((field, unquoted(value)))
}

/// A value without the white space and the one pair of quotation marks around it.
#[must_use]
pub fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let inner = |mark| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    inner('"').or_else(|| inner('\'')).unwrap_or(value)
}

/// The header lines at the top of a text, blank lines before them passed over.
pub fn head_lines(text: &str) -> impl Iterator<Item = (HeadField, &str)> {
    text.lines().skip_while(|line| line.trim().is_empty()).map_while(head_line)
}

/// Where those lines stand, in code points, without the end of the last one; empty at 0 if there are none.
#[must_use]
pub fn head_of(text: &str) -> Span {
    lines_at_top(text, |line| head_line(line).is_some())
}

/// The same for a mail, whose text begins with who wrote to whom, when and about what.
#[must_use]
pub fn mail_head_of(text: &str) -> Span {
    const NAMES: [&str; 6] = ["From: ", "To: ", "Cc: ", "Bcc: ", "Date: ", "Subject: "];
    lines_at_top(text, |line| NAMES.iter().any(|name| line.starts_with(name)))
}

fn lines_at_top(text: &str, is_head: impl Fn(&str) -> bool) -> Span {
    let (mut at, mut head) = (0, Span::new(0, 0));
    for line in text.split('\n') {
        let end = at + line.chars().count();
        if is_head(line) {
            head = Span::new(if head.is_empty() { at } else { head.start }, end);
        } else if !head.is_empty() || !line.trim().is_empty() {
            break;
        }
        at = end + 1;
    }
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_is_the_lines_at_the_top_that_say_what_the_article_is() {
        let mail = "From: Ana\nTo: desk\nDate: 7 Sep 2011\nSubject: Fares\n\nFrom: here";
        assert_eq!(mail_head_of(mail).of(mail), "From: Ana\nTo: desk\nDate: 7 Sep 2011\nSubject: Fares");
        let text = "\nTitle: “Nö”\nBy: Ana Ruiz\nDate: 2011-09-07\n\nThe words.\nSource: none.\n";
        assert_eq!(head_of(text).of(text), "Title: “Nö”\nBy: Ana Ruiz\nDate: 2011-09-07");
        assert_eq!(head_lines(text).count(), 3);
    }

    #[test]
    fn a_text_that_begins_with_its_words_has_none() {
        for text in ["", "\n\n", "The words.\nTitle: too late\n", "He said: no.\n"] {
            assert!(head_of(text).is_empty(), "{text:?}");
        }
        assert_eq!(head_of("URL: x"), Span::new(0, 6));
    }
}
