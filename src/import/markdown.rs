//! Markdown: its words as paragraphs, without the marks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::blocks::Blocks;
use super::found::Basis;
use super::sniff::Source;
use super::{Importer, Parsed, headers, html, plain};

/// Reads Markdown files.
pub(super) struct Markdown;

impl Importer for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn version(&self) -> u32 {
        1
    }

    fn takes(&self, source: &Source<'_>) -> bool {
        source.text().is_some() && source.has_ending(&["md", "markdown", "mdown", "mkd"])
    }

    fn read(&self, source: &Source<'_>, parsed: &mut Parsed) {
        let Some(whole) = source.text() else { return };
        let article = &mut parsed.article;
        let (front, body) = front_matter(whole);
        if let Some(front) = front {
            headers::read_front_matter(front, article);
        }
        let Rendered { text, heading } = render(body);
        let lines: Vec<&str> = text.lines().take(40).collect();
        let titled = front.is_some_and(|front| front.to_lowercase().contains("title:"));
        plain::masthead(&lines, !titled, article);
        if let (false, Some(heading)) = (titled, heading) {
            article.title = heading;
            article.bases.title = Some(Basis::VisibleText);
        }
        article.text = Some(text);
    }

    /// The marks of Markdown are meant to be read.
    fn read_carefully(&self, source: &Source<'_>, parsed: &mut Parsed) {
        parsed.article.text = source.text().map(str::to_owned);
    }
}

/// The block between two lines of `---` at the top, and what follows it.
fn front_matter(text: &str) -> (Option<&str>, &str) {
    let Some(rest) = text.strip_prefix("---\n") else { return (None, text) };
    let end = rest.find("\n---\n").map(|at| (at, at + 5));
    let end = end.or_else(|| rest.ends_with("\n---").then(|| (rest.len() - 4, rest.len())));
    end.map_or((None, text), |(end, body)| (Some(&rest[..end]), &rest[body..]))
}

/// A Markdown text as words.
struct Rendered {
    text: String,
    /// The first heading of the first level.
    heading: Option<String>,
}

fn render(body: &str) -> Rendered {
    let mut out = Blocks::default();
    // The number of the next item of each open list; `None` for lists without numbers.
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut heading: Option<String> = None;
    let mut in_heading = false;
    for event in Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(words) | Event::Code(words) => {
                if let (true, Some(heading)) = (in_heading, &mut heading) {
                    heading.push_str(&words);
                }
                out.words(&words);
            }
            Event::SoftBreak | Event::End(TagEnd::TableCell) => out.words(" "),
            Event::HardBreak | Event::Start(Tag::TableRow | Tag::TableHead) => out.line(),
            Event::Html(markup) => out.words(&html::strip::strip(&markup)),
            Event::Start(Tag::Heading { level: pulldown_cmark::HeadingLevel::H1, .. }) => {
                out.block();
                in_heading = heading.is_none();
                heading.get_or_insert_default();
            }
            Event::Start(Tag::List(first)) => {
                out.list(!lists.is_empty());
                lists.push(first);
            }
            Event::Start(Tag::Item) => match lists.last_mut() {
                Some(Some(n)) => {
                    out.item(&format!("{n}. "));
                    *n += 1;
                }
                _ => out.item("• "),
            },
            Event::Start(tag) if is_block(tag.to_end()) => out.block(),
            Event::End(TagEnd::Item) => out.end_item(),
            Event::End(TagEnd::List(_)) => {
                lists.pop();
                out.list(!lists.is_empty());
            }
            Event::End(tag) if is_block(tag) => {
                in_heading = false;
                out.block();
            }
            _ => {}
        }
    }
    Rendered {
        text: out.finish(),
        heading: heading.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty()),
    }
}

fn is_block(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::Table
            | TagEnd::HtmlBlock
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let rendered = render(
            "# The bridge\n\nThe *mayor* said\n“no”, and [left](https://example.org).\n\n\
             > Twice\u{a0}over.\n\n- one\n- two\n  - deep\n\n1. first\n2. second\n\nEnd  \nline",
        );
        assert_eq!(
            rendered.text,
            "The bridge\n\nThe mayor said “no”, and left.\n\nTwice\u{a0}over.\n\n• one\n• two\n• deep\n\n\
             1. first\n2. second\n\nEnd\nline"
        );
        assert_eq!(rendered.heading.as_deref(), Some("The bridge"));
    }

    #[test]
    fn front_matter_is_taken_off_only_where_it_is_closed() {
        assert_eq!(front_matter("---\ntitle: A\n---\nB"), (Some("title: A"), "B"));
        assert_eq!(front_matter("---\nA rule, then words"), (None, "---\nA rule, then words"));
    }
}
