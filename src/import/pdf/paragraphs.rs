//! Lines to paragraphs, and paragraphs that go on in the next column or on the next page.

use super::lines::Line;

/// A line this much further in than its neighbour is indented, as a share of the size of its letters.
const INDENT: f32 = 0.8;
/// A step down this much larger than from line to line parts paragraphs.
const STEP: f32 = 1.3;

/// A line's words with the page they are on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PageLine {
    /// From 0.
    pub(super) page: usize,
    pub(super) text: String,
}

/// A paragraph: lines that are read on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paragraph {
    pub(super) lines: Vec<PageLine>,
    pub(super) size: f32,
    pub(super) bold: bool,
    /// Whether its first line is set in.
    pub(super) indented: bool,
    /// How wide its first word is.
    first_width: f32,
    /// How much room its last line leaves.
    room: f32,
}

impl Paragraph {
    /// The page it begins on, from 0.
    pub(super) fn page(&self) -> usize {
        self.lines.first().map_or(0, |line| line.page)
    }

    fn first_text(&self) -> &str {
        self.lines.first().map_or("", |line| &line.text)
    }

    fn last_text(&self) -> &str {
        self.lines.last().map_or("", |line| &line.text)
    }

    /// Whether `next`, which stands at the top of the next column or page, goes on with this paragraph. `indents` is
    /// whether paragraphs of this document begin with a line set in.
    pub(super) fn goes_on_in(&self, next: &Self, indents: bool) -> bool {
        let alike = (self.size / next.size - 1.0).abs() < 0.05 && !self.bold && !next.bold;
        if !alike || next.indented || has_mark(next.first_text()) {
            return false;
        }
        let lower = starts_lower(next.first_text());
        let full = self.room < next.first_width + 0.35 * self.size;
        if ends_sentence(self.last_text()) { full && (lower || indents) } else { lower || full }
    }

    /// Takes in the paragraph that goes on with this one.
    pub(super) fn take_in(&mut self, next: Self) {
        self.lines.extend(next.lines);
        self.room = next.room;
    }
}

/// What the lines of one column have in common.
struct Column {
    left: f32,
    right: f32,
    leading: f32,
    size: f32,
}

/// The paragraphs of one column of page `page`, whose letters are mostly of `size`.
pub(super) fn paragraphs(lines: &[Line], page: usize, size: f32) -> Vec<Paragraph> {
    let column = column(lines, size);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut opener = 0;
    for (n, line) in lines.iter().enumerate() {
        let new = n == 0 || begins(lines, n, opener, &column);
        let text = line.text();
        let room = column.right - line.x1;
        match paragraphs.last_mut() {
            Some(paragraph) if !new => {
                if n == opener + 1 {
                    paragraph.indented =
                        lines.get(opener).is_some_and(|first| first.x0 - line.x0 > INDENT * line.size);
                }
                paragraph.room = room;
                paragraph.lines.push(PageLine { page, text });
            }
            _ => {
                opener = n;
                paragraphs.push(Paragraph {
                    lines: vec![PageLine { page, text }],
                    size: line.size,
                    bold: line.bold,
                    indented: line.x0 - column.left > INDENT * line.size,
                    first_width: line.first_width(),
                    room,
                });
            }
        }
    }
    paragraphs
}

fn column(lines: &[Line], size: f32) -> Column {
    let right = lines.iter().map(|line| line.x1).fold(f32::NEG_INFINITY, f32::max);
    let mut steps: Vec<f32> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if (a.size / b.size - 1.0).abs() < 0.1 => Some(a.y - b.y),
            _ => None,
        })
        .filter(|step| *step > 0.5 * size)
        .collect();
    steps.sort_by(f32::total_cmp);
    // Between lines of one paragraph the step is the smallest; a paragraph of one line must not widen it.
    let leading = steps.get(steps.len() / 3).copied().unwrap_or(1.3 * size);
    // Most lines begin at the left edge, unless every other one is a paragraph.
    let starts = lines.iter().map(|line| line.x0);
    let alike = |at: f32| starts.clone().filter(|start| (start - at).abs() < 0.25 * size).count();
    let left = starts.clone().take(200).max_by_key(|at| alike(*at)).unwrap_or_default();
    Column { left, right, leading, size }
}

/// Whether line `n` begins a paragraph; the one before it began with line `opener`.
fn begins(lines: &[Line], n: usize, opener: usize, column: &Column) -> bool {
    let (Some(line), Some(prev), Some(first)) =
        (lines.get(n), n.checked_sub(1).and_then(|n| lines.get(n)), lines.get(opener))
    else {
        return true;
    };
    let em = line.size;
    if !(0.9..1.11).contains(&(line.size / prev.size)) {
        return true;
    }
    let step = prev.y - line.y;
    let large = line.size > 1.15 * column.size;
    let leading = if large { 1.35 * line.size } else { column.leading };
    if step > STEP * leading || ends_bold(prev, line) {
        return true;
    }
    if beside_initial(first, line) || beside_initial(first, prev) {
        return false;
    }
    if large {
        return false;
    }
    let (text, before) = (line.text(), prev.text());
    let fits = column.right - prev.x1 > line.first_width() + 0.35 * em;
    let ended = ends_sentence(&before);
    if has_bullet(&text) || has_mark(&text) && (fits || ended) {
        return true;
    }
    if opens_set_in(lines, n, column) {
        return true;
    }
    let indent = (line.x0 - prev.x0) / em;
    let opens = n == opener + 1;
    let centred = ((line.x0 + line.x1) - (prev.x0 + prev.x1)).abs() < em && indent.abs() > INDENT;
    if centred && line.bold && prev.bold {
        return false;
    }
    if indent > INDENT {
        // The lines of a list's item, or of an entry in a list of works, hang below its first.
        let aligned = lines.get(n + 1).is_some_and(|next| (next.x0 - line.x0).abs() < 0.3 * em);
        let hangs = opens && (has_mark(&before) || aligned && !fits && !ended);
        return !hangs;
    }
    if indent < -INDENT && !opens {
        return true;
    }
    // Without an end of a sentence it takes a line that is clearly short, such as a heading.
    let short = column.right - prev.x1 > line.first_width() + 2.0 * em;
    fits && ended || short && !starts_lower(&text)
}

/// Whether line `n` is set in and the next one is not: the first of a paragraph, also after one that was a line long.
fn opens_set_in(lines: &[Line], n: usize, column: &Column) -> bool {
    let (Some(line), Some(next)) = (lines.get(n), lines.get(n + 1)) else { return false };
    let set_in = (line.x0 - column.left) / line.size;
    (INDENT..5.0).contains(&set_in)
        && (next.x0 - column.left).abs() < 0.3 * line.size
        && line.y - next.y <= STEP * column.leading
        && (0.9..1.11).contains(&(line.size / next.size))
}

/// Whether a heading in bold letters ends, or one begins.
fn ends_bold(prev: &Line, line: &Line) -> bool {
    let edge = |word: Option<&super::words::Word>| word.is_some_and(|word| word.bold);
    prev.bold != line.bold && edge(prev.words.last()) != edge(line.words.first())
}

/// Whether a line stands beside the large letter that opens a paragraph.
fn beside_initial(first: &Line, line: &Line) -> bool {
    first.words.first().is_some_and(|initial| {
        initial.size > 1.7 * line.size && line.y < first.y - 0.5 && line.y > initial.y - 0.3 * line.size
    })
}

/// Whether words end as a sentence does, quotation marks and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '*']);
    text.ends_with(['.', '!', '?', ':', '…'])
}

pub(super) fn starts_lower(text: &str) -> bool {
    text.trim_start_matches(['"', '“', '‘', '\'', '(', '[', '«']).starts_with(char::is_lowercase)
}

fn has_bullet(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| "•◦▪‣●■□–—*·".contains(c)) && chars.next() == Some(' ')
}

/// Whether a line begins with the mark of a list's item: a bullet, `1.`, `(a)`, `[12]`.
fn has_mark(text: &str) -> bool {
    let Some((mark, _)) = text.split_once(' ') else { return false };
    let inner = mark.trim_start_matches(['(', '[']).trim_end_matches(['.', ')', ']']);
    let number = !inner.is_empty() && inner.len() <= 3 && inner.bytes().all(|b| b.is_ascii_digit());
    let letter = inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    has_bullet(text) || inner.len() < mark.len() && (number || letter)
}
