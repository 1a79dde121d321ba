//! What a reader remembers between frames.

use eframe::egui::Ui;

use super::chunks::ReaderText;
use super::layout::Layout;
use super::selection::Selection;
use crate::domain::span::Span;

/// Where in the window words that are scrolled to come to stand, as a share of its height.
const UPPER: f32 = 0.25;

/// What a reader remembers of the text it shows: selection, caret, scroll position, heights.
///
/// Keep one for each place that shows a text. Shown another text, it starts anew.
#[derive(Debug, Default)]
pub struct ReaderState {
    pub(super) text: Option<u64>,
    pub(super) layout: Layout,
    pub(super) selection: Selection,
    /// How far the text is scrolled down, in points.
    pub(super) offset: f32,
    /// The first code point that shows.
    pub(super) top: usize,
    pub(super) jump: Option<Jump>,
    pub(super) flash: Option<Flash>,
    /// The pointer went down in the text and is still down.
    pub(super) dragging: bool,
    /// One of the marks has the keyboard focus.
    pub(super) mark_has_focus: bool,
    /// The distance from the left that steps up and down keep.
    pub(super) column: Option<f32>,
    /// The sentence that the last triple click selected.
    pub(super) sentence: Option<Span>,
    /// How wide the bar near the selection was drawn.
    pub(super) bar_width: f32,
}

/// A place to scroll to with the next frame.
#[derive(Debug, Clone, Copy)]
pub(super) enum Jump {
    /// To the top of the window.
    Top(usize),
    /// To the upper third of the window.
    Upper(usize),
    /// Just as far as it takes to see it.
    Reveal(usize),
}

/// Words that light up after they were scrolled to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flash {
    pub(super) span: Span,
    /// The time of its first frame, in seconds.
    pub(super) since: Option<f64>,
}

impl ReaderState {
    /// The selected parts in code points, in the order of the text: none empty, none touching.
    #[must_use]
    pub fn selection(&self) -> Vec<Span> {
        self.selection.spans()
    }

    /// Selects `spans` and nothing else.
    pub fn select(&mut self, spans: &[Span]) {
        self.selection.set(spans);
    }

    /// Selects nothing.
    pub fn clear_selection(&mut self) {
        self.selection.clear();
    }

    /// The place of the caret, if there is one.
    #[must_use]
    pub fn caret(&self) -> Option<usize> {
        self.selection.caret()
    }

    /// Scrolls with the next frame so that `span` starts in the upper third, and lights it up for a moment.
    pub fn scroll_to(&mut self, span: Span) {
        self.jump = Some(Jump::Upper(span.start));
        self.flash = Some(Flash { span, since: None });
    }

    /// The first code point that showed in the last frame.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// Starts anew if `text` is another one than before; what was asked for before its first frame stays.
    pub(super) fn adopt(&mut self, text: &ReaderText) {
        if self.text == Some(text.id()) {
            return;
        }
        if self.text.is_some() {
            let (jump, flash) = (self.jump.take(), self.flash.take());
            *self = Self { jump, flash, ..Self::default() };
        }
        self.text = Some(text.id());
    }

    /// Scrolls to where it was asked to; gives the chunk that must stay in place while others are laid out.
    pub(super) fn follow_jump(&mut self, ui: &Ui, text: &ReaderText, height: f32) -> Option<usize> {
        let jump = self.jump.take()?;
        let (Jump::Top(point) | Jump::Upper(point) | Jump::Reveal(point)) = jump;
        let point = point.min(text.len());
        let y = self.layout.y_of(ui, text, point);
        let line = self.layout.line();
        let offset = match jump {
            Jump::Top(_) => y,
            Jump::Upper(_) => y - height * UPPER,
            Jump::Reveal(_) if y < self.offset + line => y - line,
            Jump::Reveal(_) if y + 2.0 * line > self.offset + height => y + 2.0 * line - height,
            Jump::Reveal(_) => self.offset,
        };
        self.scroll(offset, height);
        Some(text.chunk_of(point))
    }

    /// Scrolls to `offset`, within the text.
    pub(super) fn scroll(&mut self, offset: f32, height: f32) {
        self.offset = offset.clamp(0.0, (self.layout.total() - height).max(0.0));
    }
}
