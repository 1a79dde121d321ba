//! The height of every chunk, guessed until it is laid out, and the chunks that show.
//!
//! egui keeps the galleys of the last frame, so what stays in view is laid out once; here are only heights.
//! When a guess is corrected, what was on the screen stays where it was and the scroll position moves.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::text::{ByteIndex, CCursor, LayoutJob, LayoutSection, TextFormat, TextWrapping};
use eframe::egui::{Color32, FontId, Galley, Pos2, Rect, Ui, pos2, vec2};

use super::chunks::ReaderText;
use crate::domain::span::Span;
use crate::ui::theme::{READING_LINE, Type, palette, size};

/// The widest a line gets, in characters of average width.
const MEASURE: f32 = 68.0;
/// The height of a blank line as a share of a full one.
const PARAGRAPH_SPACE: f32 = 0.5;
/// Letters about as often as English has them, to find the average width.
const SAMPLE: &str =
    "the quick mayor said nothing new about the letter she had sent to them, and left it there";

/// What heights depend on.
#[derive(Debug, Clone, PartialEq)]
struct Basis {
    text: u64,
    font: FontId,
    width: f32,
    pixels_per_point: f32,
}

/// A chunk that shows.
pub(super) struct Placed {
    pub(super) chunk: usize,
    /// Its code points, as far as they are laid out (without the end of its last line).
    pub(super) points: Range<usize>,
    pub(super) galley: Arc<Galley>,
    /// Its place on the screen.
    pub(super) rect: Rect,
}

/// The heights of the chunks of one text at one width.
#[derive(Debug, Default)]
pub(super) struct Layout {
    basis: Option<Basis>,
    heights: Vec<f32>,
    known: Vec<bool>,
}

impl Layout {
    /// Makes it the layout of `text` in lines `width` wide; true if heights were guessed anew.
    pub(super) fn fit(&mut self, ui: &Ui, text: &ReaderText, width: f32) -> bool {
        let pixels_per_point = ui.ctx().pixels_per_point();
        let basis = Some(Basis { text: text.id(), font: Type::Reading.font(), width, pixels_per_point });
        if self.basis == basis {
            return false;
        }
        self.basis = basis;
        let letter = letter(ui);
        self.known = vec![false; text.chunks().len()];
        // The last line of a paragraph is half full on average.
        let rows = |points: usize, newlines: usize| points as f32 * letter / width + newlines as f32 * 0.5;
        self.heights = text
            .chunks()
            .iter()
            .map(|chunk| rows(chunk.points.len(), chunk.newlines).max(1.0).ceil() * self.line())
            .collect();
        true
    }

    /// The width of a line, in points.
    pub(super) fn width(&self) -> f32 {
        self.basis.as_ref().map_or(0.0, |basis| basis.width)
    }

    /// The height of a line, in points.
    pub(super) fn line(&self) -> f32 {
        self.basis.as_ref().map_or(0.0, |basis| (basis.font.size * READING_LINE).round())
    }

    /// The height of the text, guessed where it has not been laid out.
    pub(super) fn total(&self) -> f32 {
        self.heights.iter().sum()
    }

    /// The distance of code point `point` from the top of the text; lays out its chunk.
    pub(super) fn y_of(&mut self, ui: &Ui, text: &ReaderText, point: usize) -> f32 {
        let chunk = text.chunk_of(point);
        let galley = self.galley(ui, text, chunk);
        let within = point.saturating_sub(text.chunks()[chunk].points.start);
        self.top(chunk) + galley.pos_from_cursor(CCursor::new(within)).top()
    }

    /// Lays out a chunk, or takes it from what egui has kept, and learns its height.
    pub(super) fn galley(&mut self, ui: &Ui, text: &ReaderText, chunk: usize) -> Arc<Galley> {
        let job = self.job(text.lines_of(chunk), text.head_in(chunk), palette(ui).muted);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        self.heights[chunk] = galley.size().y;
        self.known[chunk] = true;
        galley
    }

    /// Lays out the chunks that show when the text is scrolled down by `offset` in a window of `view`.
    ///
    /// Gives them with their places on the screen, and by how much `offset` must change for what was on
    /// the screen to have stayed there: `pin`, if that chunk shows, else the first that was known.
    pub(super) fn place(
        &mut self,
        ui: &Ui,
        text: &ReaderText,
        view: Rect,
        offset: f32,
        pin: Option<usize>,
    ) -> (Vec<Placed>, f32) {
        let showing = self.showing(offset, offset + view.height());
        let known = showing.clone().find(|&chunk| self.known[chunk]);
        let fixed = pin.filter(|pin| showing.contains(pin)).or(known).unwrap_or(showing.start);
        let fixed_top = self.top(fixed) - offset + view.top();

        let mut placed = Vec::new();
        let mut bottom = fixed_top;
        for chunk in fixed..text.chunks().len() {
            if bottom >= view.bottom() {
                break;
            }
            placed.push(self.placed(ui, text, chunk, pos2(view.left(), bottom)));
            bottom += self.heights[chunk];
        }
        let mut top = fixed_top;
        for chunk in (0..fixed).rev() {
            if top <= view.top() {
                break;
            }
            let galley = self.galley(ui, text, chunk);
            top -= galley.size().y;
            placed.insert(0, self.placed(ui, text, chunk, pos2(view.left(), top)));
        }
        (placed, self.top(fixed) - (fixed_top - view.top()) - offset)
    }

    /// The code point a row above (`rows` = -1) or below (1) `point`, closest to `x` within the line.
    pub(super) fn row_step(
        &mut self,
        ui: &Ui,
        text: &ReaderText,
        point: usize,
        x: f32,
        rows: isize,
    ) -> usize {
        let chunk = text.chunk_of(point);
        let start = text.chunks()[chunk].points.start;
        let galley = self.galley(ui, text, chunk);
        let row = galley.layout_from_cursor(cursor(&galley, point - start)).row;
        match row.checked_add_signed(rows) {
            Some(row) if row < galley.rows.len() => start + in_row(&galley, row, x),
            Some(_) if chunk + 1 < text.chunks().len() => {
                let next = self.galley(ui, text, chunk + 1);
                text.chunks()[chunk + 1].points.start + in_row(&next, 0, x)
            }
            Some(_) => text.len(),
            None if chunk > 0 => {
                let previous = self.galley(ui, text, chunk - 1);
                text.chunks()[chunk - 1].points.start + in_row(&previous, previous.rows.len() - 1, x)
            }
            None => 0,
        }
    }

    /// The code points of the row that holds `point`, without the end of the line.
    pub(super) fn row_of(&mut self, ui: &Ui, text: &ReaderText, point: usize) -> Span {
        let chunk = text.chunk_of(point);
        let start = text.chunks()[chunk].points.start;
        let galley = self.galley(ui, text, chunk);
        let row = galley.layout_from_cursor(cursor(&galley, point - start)).row;
        let first = start + row_start(&galley, row);
        Span { start: first, end: first + galley.rows.get(row).map_or(0, |row| row.glyphs.len()) }
    }

    /// The distance of `point` from the left end of its line.
    pub(super) fn x_of(&mut self, ui: &Ui, text: &ReaderText, point: usize) -> f32 {
        let chunk = text.chunk_of(point);
        let galley = self.galley(ui, text, chunk);
        galley.pos_from_cursor(cursor(&galley, point - text.chunks()[chunk].points.start)).left()
    }

    fn placed(&mut self, ui: &Ui, text: &ReaderText, chunk: usize, at: Pos2) -> Placed {
        let galley = self.galley(ui, text, chunk);
        let points = text.chunks()[chunk].points.clone();
        let line_end = usize::from(text.lines_of(chunk).len() < text.chunks()[chunk].bytes.len());
        Placed {
            chunk,
            points: points.start..points.end - line_end,
            rect: Rect::from_min_size(at, vec2(self.width(), galley.size().y)),
            galley,
        }
    }

    fn top(&self, chunk: usize) -> f32 {
        self.heights[..chunk].iter().sum()
    }

    /// The chunks between two distances from the top of the text; at least one.
    fn showing(&self, from: f32, to: f32) -> Range<usize> {
        let mut bottom = 0.0;
        let mut first = None;
        for (chunk, height) in self.heights.iter().enumerate() {
            bottom += height;
            if first.is_none() && bottom > from {
                first = Some(chunk);
            }
            if bottom >= to {
                return first.unwrap_or(chunk)..chunk + 1;
            }
        }
        first.unwrap_or(self.heights.len() - 1)..self.heights.len()
    }

    /// How a chunk's lines are set: blank lines are the space between paragraphs, the first `head` bytes are the head of
    /// the file, which the article's own head above says already.
    fn job(&self, lines: &str, head: usize, muted: Color32) -> LayoutJob {
        let font = self.basis.as_ref().map_or_else(FontId::default, |basis| basis.font.clone());
        let format = |height: f32| TextFormat {
            font_id: font.clone(),
            line_height: Some(height.round()),
            color: Color32::PLACEHOLDER,
            ..TextFormat::default()
        };
        let label = Type::Label.font();
        let of_head = TextFormat {
            line_height: Some((label.size * READING_LINE).round()),
            font_id: label,
            color: muted,
            ..TextFormat::default()
        };
        let mut sections = Vec::new();
        let mut push = |range: Range<usize>, format: TextFormat| {
            sections.push(LayoutSection {
                leading_space: 0.0,
                byte_range: ByteIndex(range.start)..ByteIndex(range.end),
                format,
            });
        };
        let words = |range: Range<usize>, push: &mut dyn FnMut(Range<usize>, TextFormat)| {
            let head = head.clamp(range.start, range.end);
            if range.start < head {
                push(range.start..head, of_head.clone());
            }
            if head < range.end || range.is_empty() {
                push(head..range.end, format(self.line()));
            }
        };
        let mut start = 0;
        for blank in blank_lines(lines) {
            if start < blank.start {
                words(start..blank.start, &mut push);
            }
            start = blank.end;
            push(blank, format(self.line() * PARAGRAPH_SPACE));
        }
        if start < lines.len() || lines.is_empty() {
            words(start..lines.len(), &mut push);
        }
        LayoutJob {
            text: lines.to_owned(),
            sections,
            wrap: TextWrapping::wrap_at_width(self.width()),
            ..LayoutJob::default()
        }
    }
}

/// The column a reader sets its text in when it is given `space`: no wider than is good to read, in the
/// middle where there is more room. A title above it lines up with its left and right.
#[must_use]
pub fn column(ui: &Ui, space: Rect) -> Rect {
    let room = space.width() - ui.spacing().scroll.allocated_width() - 2.0 * size::FOCUS;
    let letter = letter(ui);
    let width = room.min(letter * MEASURE).floor().max(letter);
    let left = if width < room.floor() { space.center().x - width * 0.5 } else { space.left() + size::FOCUS };
    Rect::from_min_size(pos2(left, space.top()), vec2(width, space.height()))
        .round_to_pixels(ui.ctx().pixels_per_point())
}

/// The average width of a letter of reading text.
fn letter(ui: &Ui) -> f32 {
    let font = Type::Reading.font();
    let sample = ui.fonts_mut(|fonts| fonts.layout_no_wrap(SAMPLE.to_owned(), font, Color32::PLACEHOLDER));
    sample.size().x / SAMPLE.len() as f32
}

impl Placed {
    /// The code point closest to `at` on the screen.
    pub(super) fn point_at(&self, at: Pos2) -> usize {
        let cursor = self.galley.cursor_from_pos(at - self.rect.min);
        (self.points.start + cursor.index.0).min(self.points.end)
    }

    /// Where the caret stands before code point `point`.
    pub(super) fn caret_at(&self, point: usize) -> Rect {
        let within = point.clamp(self.points.start, self.points.end) - self.points.start;
        self.galley.pos_from_cursor(cursor(&self.galley, within)).translate(self.rect.min.to_vec2())
    }

    /// The places of the words of `span` in this chunk, a rectangle a row, of rows that touch `clip`.
    pub(super) fn rects_of(&self, span: Span, clip: Rect) -> Vec<Rect> {
        let mut rects = Vec::new();
        if span.end <= self.points.start || span.start >= self.points.end {
            return rects;
        }
        let mut start = self.points.start;
        for row in &self.galley.rows {
            let end = start + row.glyphs.len();
            let rect = row.rect().translate(self.rect.min.to_vec2());
            let (from, to) = (span.start.max(start), span.end.min(end));
            if from < to && rect.bottom() > clip.top() && rect.top() < clip.bottom() {
                let left = rect.left() + row.x_offset((from - start).into());
                let right = rect.left() + row.x_offset((to - start).into());
                rects.push(Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom())));
            }
            start = end + usize::from(row.ends_with_newline);
        }
        rects
    }
}

/// The runs of line ends that make blank lines in the lines of a chunk.
fn blank_lines(lines: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(ahead) = lines[at..].find('\n') {
        let start = at + ahead;
        let len = lines[start..].bytes().take_while(|&byte| byte == b'\n').count();
        // The end of the last line is not among `lines`, so a run at their end has a blank line after it.
        if len > 1 || start == 0 || start + len == lines.len() {
            runs.push(start..start + len);
        }
        at = start + len;
    }
    runs
}

/// A caret before the code point at `index` of the galley, on the row where that code point is.
fn cursor(galley: &Galley, index: usize) -> CCursor {
    let last: usize = galley.rows.iter().map(|row| row.char_count_including_newline().0).sum();
    CCursor { index: index.min(last).into(), prefer_next_row: index < last }
}

/// The code point of the galley that row `row` starts at.
fn row_start(galley: &Galley, row: usize) -> usize {
    galley.rows.iter().take(row).map(|row| row.char_count_including_newline().0).sum()
}

/// The code point of the galley in row `row` that is closest to `x`.
fn in_row(galley: &Galley, row: usize, x: f32) -> usize {
    let column = galley.rows.get(row).map_or(0, |placed| placed.char_at(x - placed.pos.x).0);
    row_start(galley, row) + column
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_runs_of_line_ends() {
        assert_eq!(blank_lines("a\n\nb\nc\n\n\nd"), [1..3, 6..9]);
        assert_eq!(blank_lines("\na\n"), [0..1, 2..3]);
        assert_eq!(blank_lines("a\nb"), Vec::<Range<usize>>::new());
    }
}
