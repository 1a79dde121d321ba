//! A text cut into chunks that are laid out one by one, and its offsets as code points and as bytes.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use unicode_segmentation::GraphemeCursor;

use crate::domain::record::Page;
use crate::domain::span::{Span, byte_at};

/// The most code points in a chunk.
pub const MOST: usize = 4_000;

/// How many code points make a chunk where a paragraph ends: half of [`MOST`], so that laying out what comes
/// into view takes half as long.
const GOOD: usize = MOST / 2;

/// A stretch of the text that is laid out at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// Its place in code points.
    pub points: Range<usize>,
    /// Its place in bytes.
    pub bytes: Range<usize>,
    /// How many lines end in it.
    pub newlines: usize,
}

impl Chunk {
    fn is_ascii(&self) -> bool {
        self.points.len() == self.bytes.len()
    }
}

/// A text made ready for reading, once; cheap to clone.
#[derive(Debug, Clone)]
pub struct ReaderText(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    id: u64,
    text: Arc<str>,
    chunks: Vec<Chunk>,
    /// The byte where the head of the file ends.
    head: usize,
    pages: Vec<Page>,
}

/// So that a layout knows which text it belongs to.
static NEXT_ID: AtomicU64 = AtomicU64::new(1);

impl ReaderText {
    /// Cuts `text` into chunks.
    #[must_use]
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self::with_head(text, Span::new(0, 0))
    }

    /// Cuts `text` into chunks; the lines up to the end of `head` are shown as the head of the file: smaller and muted.
    #[must_use]
    pub fn with_head(text: impl Into<Arc<str>>, head: Span) -> Self {
        Self::with_pages(text, head, Vec::new())
    }

    /// The same with its pages, in order, named at its side; one page alone is not.
    #[must_use]
    pub fn with_pages(text: impl Into<Arc<str>>, head: Span, mut pages: Vec<Page>) -> Self {
        let text = text.into();
        let (chunks, head) = (chunks(&text), byte_at(&text, head.end));
        // Of pages that begin at one place all but the last are empty.
        pages.dedup_by(|later, earlier| {
            let same = later.at == earlier.at;
            if same {
                std::mem::swap(later, earlier);
            }
            same
        });
        if pages.len() < 2 {
            pages.clear();
        }
        Self(Arc::new(Inner { id: NEXT_ID.fetch_add(1, Ordering::Relaxed), text, chunks, head, pages }))
    }

    /// Where its pages begin; none where it has but one.
    #[must_use]
    pub fn pages(&self) -> &[Page] {
        &self.0.pages
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Its chunks, in order, covering it without gaps; one empty chunk if the text is empty.
    #[must_use]
    pub fn chunks(&self) -> &[Chunk] {
        &self.0.chunks
    }

    /// Its length in code points.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.chunks.last().map_or(0, |chunk| chunk.points.end)
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.text.is_empty()
    }

    /// The chunk that holds code point `point`; the last one for the end of the text and beyond.
    #[must_use]
    pub fn chunk_of(&self, point: usize) -> usize {
        let chunk = self.0.chunks.partition_point(|chunk| chunk.points.end <= point);
        chunk.min(self.0.chunks.len().saturating_sub(1))
    }

    /// The byte offset of code point `point`, at most the text's length.
    #[must_use]
    pub fn byte_of(&self, point: usize) -> usize {
        let Some(chunk) = self.0.chunks.get(self.chunk_of(point)) else { return 0 };
        let within = point.saturating_sub(chunk.points.start);
        if chunk.is_ascii() {
            return (chunk.bytes.start + within).min(chunk.bytes.end);
        }
        let words = &self.0.text[chunk.bytes.clone()];
        words.char_indices().nth(within).map_or(chunk.bytes.end, |(byte, _)| chunk.bytes.start + byte)
    }

    /// The code point offset of byte `byte`, which must be on a boundary of the text.
    #[must_use]
    pub fn point_of(&self, byte: usize) -> usize {
        let index = self.0.chunks.partition_point(|chunk| chunk.bytes.end < byte);
        let Some(chunk) = self.0.chunks.get(index) else { return self.len() };
        if chunk.is_ascii() {
            return chunk.points.start + (byte - chunk.bytes.start);
        }
        chunk.points.start + self.0.text[chunk.bytes.start..byte].chars().count()
    }

    /// The words of `span`; shorter where the text ends before it does.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.0.text[self.byte_of(span.start)..self.byte_of(span.end)]
    }

    /// The words of chunk `index` as they are laid out: without the end of its last line.
    pub(super) fn lines_of(&self, index: usize) -> &str {
        let Some(chunk) = self.0.chunks.get(index) else { return "" };
        let words = &self.0.text[chunk.bytes.clone()];
        words.strip_suffix('\n').unwrap_or(words)
    }

    /// How many bytes at the start of those words belong to the head of the file.
    pub(super) fn head_in(&self, index: usize) -> usize {
        let start = self.0.chunks.get(index).map_or(0, |chunk| chunk.bytes.start);
        self.0.head.saturating_sub(start).min(self.lines_of(index).len())
    }

    /// Tells this text from every other one of this run.
    pub(super) fn id(&self) -> u64 {
        self.0.id
    }
}

fn chunks(text: &str) -> Vec<Chunk> {
    let mut chunks = Vec::with_capacity(text.len() / MOST + 1);
    let (mut byte, mut point) = (0, 0);
    loop {
        let rest = &text[byte..];
        let len = cut(rest);
        let words = &rest[..len];
        let points = words.chars().count();
        chunks.push(Chunk {
            points: point..point + points,
            bytes: byte..byte + len,
            newlines: words.bytes().filter(|&b| b == b'\n').count(),
        });
        (byte, point) = (byte + len, point + points);
        if byte == text.len() {
            return chunks;
        }
    }
}

/// How many bytes of `rest` make the next chunk: to the last end of a paragraph within [`GOOD`] code points,
/// else within [`MOST`], else to the last end of a sentence, else to the last space, else as far as it goes without splitting what
/// is one character to the reader.
fn cut(rest: &str) -> usize {
    let Some((limit, _)) = rest.char_indices().nth(MOST) else { return rest.len() };
    let window = &rest[..limit];
    let good = window.char_indices().nth(GOOD).map_or(limit, |(byte, _)| byte);
    if let Some(newline) = window[..good].rfind('\n').or_else(|| window.rfind('\n')) {
        return newline + 1;
    }
    if let Some(end) = sentence_end(window) {
        return end;
    }
    if let Some((space, c)) = window.char_indices().rfind(|(_, c)| c.is_whitespace()) {
        return space + c.len_utf8();
    }
    let mut cursor = GraphemeCursor::new(limit, rest.len(), true);
    if cursor.is_boundary(rest, 0) == Ok(true) {
        return limit;
    }
    match cursor.prev_boundary(rest, 0) {
        Ok(Some(boundary)) if boundary > 0 => boundary,
        _ => limit,
    }
}

/// Where the last sentence that ends within `window` has its next one begin.
fn sentence_end(window: &str) -> Option<usize> {
    let mut next: Option<(usize, char)> = None;
    for (at, c) in window.char_indices().rev() {
        if let Some((space, after)) = next
            && after.is_whitespace()
            && matches!(c, '.' | '!' | '?' | '…' | '。' | '”' | '’' | '"' | ')')
            && ends_sentence(&window[..space])
        {
            return Some(space + after.len_utf8());
        }
        next = Some((at, c));
    }
    None
}

/// Whether `words` end with a full stop or the like, quotation marks and brackets after it allowed.
fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['”', '’', '"', '\'', ')', '»']).ends_with(['.', '!', '?', '…', '。'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_long_text_is_cut_at_paragraphs_then_sentences_then_spaces() {
        let paragraph = format!("{}\n", "word ".repeat(500));
        let text = ReaderText::new(paragraph.repeat(4));
        assert!(text.chunks().iter().all(|chunk| text.text()[chunk.bytes.clone()].ends_with('\n')));

        let line = ReaderText::new("He said “so.” And ".repeat(1_000));
        let ends: Vec<&str> = line.chunks().iter().map(|c| &line.text()[c.bytes.clone()]).collect();
        assert!(ends.len() > 3 && ends[0].ends_with("“so.” "), "{:?}", ends[0]);

        let words = ReaderText::new("word ".repeat(2_000));
        assert_eq!(words.chunks()[0].points, 0..4_000);
    }

    #[test]
    fn a_line_without_a_space_is_cut_between_what_are_characters_to_a_reader() {
        let text = ReaderText::new("e\u{301}".repeat(5_000).replacen('e', "ee", 1));
        assert_eq!(text.chunks()[0].points, 0..3_999);
        assert!(text.text()[text.chunks()[1].bytes.clone()].starts_with('e'));
    }

    #[test]
    fn the_head_of_a_file_is_told_chunk_by_chunk() {
        let (head, body) = ("Title: é\n".repeat(900), "word ".repeat(100));
        let text = ReaderText::with_head(format!("{head}{body}"), Span::new(0, 9 * 900 - 1));
        let parts: Vec<usize> = (0..text.chunks().len()).map(|chunk| text.head_in(chunk)).collect();
        let ends = (0..parts.len()).filter(|chunk| parts[*chunk] < text.lines_of(*chunk).len());
        assert_eq!(ends.collect::<Vec<_>>(), [parts.len() - 1], "only the last chunk has more than the head");
        assert!(text.lines_of(parts.len() - 1)[parts[parts.len() - 1]..].starts_with("\nword"));
        assert_eq!(ReaderText::new("words").head_in(0), 0);
    }

    #[test]
    fn an_empty_text_is_one_empty_chunk() {
        let text = ReaderText::new("");
        assert_eq!((text.chunks().len(), text.len(), text.byte_of(7)), (1, 0, 0));
        assert_eq!(text.lines_of(0), "");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn chunks_are_the_text_in_order_and_offsets_go_there_and_back(
            pieces in proptest::collection::vec(("[a-zé“日\u{301} .\n]{0,40}", 1usize..400), 0..12),
        ) {
            let whole: String = pieces.iter().map(|(piece, times)| piece.repeat(*times)).collect();
            let text = ReaderText::new(whole.clone());
            let joined: String = text.chunks().iter().map(|c| &whole[c.bytes.clone()]).collect();
            prop_assert_eq!(&joined, &whole);
            prop_assert_eq!(text.len(), whole.chars().count());
            for chunk in text.chunks() {
                prop_assert!(chunk.points.len() <= MOST);
                prop_assert!(whole.is_empty() || !chunk.points.is_empty());
                prop_assert_eq!(whole[chunk.bytes.clone()].chars().count(), chunk.points.len());
            }
            for (point, (byte, _)) in whole.char_indices().enumerate().step_by(97) {
                prop_assert_eq!(text.byte_of(point), byte);
                prop_assert_eq!(text.point_of(byte), point);
                prop_assert!(text.chunks()[text.chunk_of(point)].points.contains(&point));
            }
            prop_assert_eq!(text.byte_of(text.len() + 5), whole.len());
            prop_assert_eq!(text.point_of(whole.len()), text.len());
        }
    }
}
