//! Marked words: what they are, how they are painted, which are under the pointer.

use eframe::egui::{Color32, Painter, Pos2, Rect, Stroke, StrokeKind};

use super::layout::Placed;
use crate::domain::id::Id;
use crate::domain::span::Span;
use crate::ui::theme::Palette;

/// Words of the text that stand for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The words, in code points.
    pub span: Span,
    /// What they stand for.
    pub kind: MarkKind,
    /// The record a click opens; none for what has no record, as a search hit.
    pub id: Option<Id>,
    /// What it is, shown under the pointer and told to a screen reader.
    pub label: String,
}

/// What marked words stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// A statement.
    Statement,
    /// A party.
    Party,
    /// An event or a date.
    Event,
    /// An open question: a follow-up or a suggestion of one.
    OpenQuestion,
    /// What a search found.
    SearchHit,
    /// The one being looked at, outlined besides.
    Current,
}

/// A mark that shows.
pub(super) struct Shown<'a> {
    pub(super) mark: &'a Mark,
    /// Its places on the screen, one a row.
    pub(super) rects: Vec<Rect>,
}

/// How much lower a mark is painted than the one it lies on, at its top and bottom each.
const STEP: f32 = 3.0;

/// The marks that show, in the order they are painted: longer ones below shorter ones.
pub(super) fn shown<'a>(marks: &'a [Mark], placed: &[Placed], view: Rect) -> Vec<Shown<'a>> {
    let Some((first, last)) = placed.first().zip(placed.last()) else { return Vec::new() };
    let visible = Span { start: first.points.start, end: last.points.end };
    let mut showing: Vec<&Mark> = marks.iter().filter(|mark| mark.span.overlaps(visible)).collect();
    showing.sort_by_key(|mark| (mark.kind == MarkKind::Current, std::cmp::Reverse(mark.span.len())));
    let mut shown: Vec<Shown<'a>> = Vec::with_capacity(showing.len());
    for mark in showing {
        let under = shown.iter().filter(|other| other.mark.span.overlaps(mark.span)).count();
        let step = if mark.kind == MarkKind::Current { 0.0 } else { STEP * under.min(2) as f32 };
        let rects: Vec<Rect> = placed
            .iter()
            .flat_map(|chunk| chunk.rects_of(mark.span, view))
            .map(|rect| rect.shrink2([0.0, step].into()))
            .collect();
        if !rects.is_empty() {
            shown.push(Shown { mark, rects });
        }
    }
    shown
}

/// Paints what lies behind the words.
pub(super) fn paint(painter: &Painter, palette: &Palette, shown: &[Shown<'_>]) {
    for Shown { mark, rects } in shown {
        for rect in rects {
            match mark.kind {
                MarkKind::Current => {
                    let stroke = Stroke::new(1.5, palette.accent);
                    painter.rect_stroke(rect.expand(1.0), 2.0, stroke, StrokeKind::Inside);
                }
                MarkKind::SearchHit => {
                    painter.rect_filled(*rect, 2.0, palette.selection);
                    painter.hline(rect.x_range(), rect.bottom() - 2.0, Stroke::new(2.0, palette.accent));
                }
                kind => {
                    painter.rect_filled(*rect, 1.0, fill(palette, kind));
                }
            }
        }
    }
}

/// The marks under `at`, the topmost first.
pub(super) fn under<'a, 's>(
    shown: &'s [Shown<'a>],
    at: Pos2,
) -> impl Iterator<Item = &'a Mark> + use<'a, 's> {
    shown
        .iter()
        .rev()
        .filter(move |shown| shown.rects.iter().any(|rect| rect.contains(at)))
        .map(|shown| shown.mark)
}

fn fill(palette: &Palette, kind: MarkKind) -> Color32 {
    match kind {
        MarkKind::Statement => palette.mark_statement,
        MarkKind::Party => palette.mark_party,
        MarkKind::Event => palette.mark_date,
        MarkKind::OpenQuestion => palette.mark_question,
        MarkKind::SearchHit | MarkKind::Current => palette.selection,
    }
}
