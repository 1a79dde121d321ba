//! The reader: a text, the marks in it, and the words a person selects there.
//!
//! A text is cut into chunks once ([`ReaderText`]); only the chunks that show are laid out, drawn and told
//! to a screen reader, so that a text of megabytes opens and scrolls like a short one. Places are code
//! points of the text, which is never changed. A paragraph longer than a chunk starts a new line where two
//! chunks meet.
//!
//! **Not there yet:** right-to-left text. The text engine shapes Arabic and Hebrew words but sets them from
//! left to right, and so does the reader; selecting and marking them works by their place in the text.

mod bar;
mod chunks;
mod keyboard;
mod layout;
mod marks;
mod pages;
mod pointer;
mod selection;
mod state;
mod words;

use eframe::egui::scroll_area::{DragScroll, ScrollSource};
use eframe::egui::text::CCursor;
use eframe::egui::text_selection::{CCursorRange, accesskit_text};
use eframe::egui::{
    Color32, CursorIcon, Id as WidgetId, Key, Margin, Modifiers, Rect, Response, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, accesskit, emath::TSTransform, vec2,
};

pub use chunks::{Chunk, MOST, ReaderText};
pub use layout::column;
pub use marks::{Mark, MarkKind};
pub use state::ReaderState;
pub use words::whole_words;

use crate::domain::id::Id;
use crate::domain::quote::Anchor;
use crate::domain::span::Span;
use crate::text::t;
use crate::ui::theme::{palette, size};
use layout::Placed;
use marks::Shown;
use state::{Flash, Jump};

/// What the person wants done, for the caller to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReaderAction {
    /// Open the record of a mark.
    Open(Id),
    /// Put this text on the clipboard: the selected words, with cuts marked.
    Copy(String),
    /// Make a record of these words: in the order of the text, whole, without white space at their ends, none empty.
    Make(MakeKind, Vec<Span>),
}

/// The records that can be made of selected words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MakeKind {
    /// Somebody said it.
    Statement,
    /// It names a party.
    Party,
    /// It happened.
    Event,
    /// It leaves something to do.
    FollowUp,
}

/// How long words that were scrolled to are lit, and how long they take to fade, in seconds.
const LIT: f64 = 0.9;
const FADING: f64 = 0.6;

/// Draws the text in all of the space there is and gives what the person did.
///
/// `marks` may overlap and come in any order. Give each reader of a window its own id scope
/// ([`Ui::push_id`]).
#[must_use]
pub fn reader_ui(
    ui: &mut Ui,
    text: &ReaderText,
    marks: &[Mark],
    state: &mut ReaderState,
) -> Vec<ReaderAction> {
    let mut actions = Vec::new();
    let id = ui.make_persistent_id("reader");
    let space = ui.available_rect_before_wrap();
    state.adopt(text);
    let column = pages::beside_labels(text, column(ui, space), space);
    if state.layout.fit(ui, text, column.width()) && state.jump.is_none() {
        state.jump = Some(Jump::Top(state.top));
    }
    keyboard::keys(ui, id, text, state, space.height(), &mut actions);
    let pin = state.follow_jump(ui, text, space.height());

    let scrolled = ScrollArea::vertical()
        .id_salt("reader-scroll")
        .auto_shrink(false)
        .content_margin(Margin::ZERO)
        .scroll_source(ScrollSource { drag: DragScroll::OnTouch, ..ScrollSource::ALL })
        .vertical_scroll_offset(state.offset)
        .show_viewport(ui, |ui, viewport| {
            let view = ui.clip_rect().intersect(space);
            let page = Page { text, marks, id, view, column, offset: viewport.top(), pin };
            page.show(ui, state, &mut actions)
        });
    state.offset = scrolled.state.unclamped_offset().y + scrolled.inner;
    actions
}

/// The text `spans` of `text` give when they are copied.
fn copied(text: &ReaderText, spans: &[Span]) -> String {
    match spans {
        [span] => text.slice(*span).to_owned(),
        spans => Anchor::new(text.text(), spans).quote(),
    }
}

/// One frame of the reader.
struct Page<'a> {
    text: &'a ReaderText,
    marks: &'a [Mark],
    id: WidgetId,
    /// The window on the text.
    view: Rect,
    /// What of it the text is set in.
    column: Rect,
    /// How far the text is scrolled down.
    offset: f32,
    /// A chunk that must stay in place.
    pin: Option<usize>,
}

impl Page<'_> {
    /// Draws what shows; gives by how much the scroll position must change.
    fn show(&self, ui: &mut Ui, state: &mut ReaderState, actions: &mut Vec<ReaderAction>) -> f32 {
        let (placed, correction) = state.layout.place(ui, self.text, self.column, self.offset, self.pin);
        ui.set_height(state.layout.total());
        ui.set_width(ui.available_width());

        let response = ui.interact(self.view, self.id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Document, ui.is_enabled(), t("reader-text")));
        let shown = marks::shown(self.marks, &placed, self.view);
        let pulled = pointer::select(ui, &response, self.text, &placed, self.view, state);
        self.paint(ui, &placed, &shown, state);
        pages::labels(ui, self.id, self.text, &placed, (self.view, self.column));
        self.announce(ui, &placed, state);
        self.marks(ui, &response, &shown, state, actions);
        if response.has_focus() && state.selection.caret().is_none() {
            let ring = Stroke::new(size::FOCUS, palette(ui).accent);
            ui.painter().rect_stroke(self.view, f32::from(size::RADIUS_CONTROL), ring, StrokeKind::Inside);
        }
        if !state.dragging && !state.selection.is_empty() {
            let caret = caret_rect(&placed, state.selection.caret().unwrap_or(0), self.view);
            bar::bar(ui, self.text, state, caret, self.view, actions);
        }
        if let Some(first) = placed.first() {
            state.top = first.point_at(self.column.left_top());
        }
        correction + pulled
    }

    /// Marks, selection and light behind the words, then the words, then the caret.
    fn paint(&self, ui: &Ui, placed: &[Placed], shown: &[Shown<'_>], state: &mut ReaderState) {
        let colours = palette(ui);
        let painter = ui.painter().with_clip_rect(self.view);
        marks::paint(&painter, colours, shown);
        let fill = |span: Span, colour: Color32| {
            for rect in placed.iter().flat_map(|chunk| chunk.rects_of(span, self.view)) {
                painter.rect_filled(rect, 1.0, colour);
            }
        };
        for span in state.selection.spans() {
            fill(span, ui.visuals().selection.bg_fill);
        }
        if let Some((span, light)) = light(ui, &mut state.flash) {
            fill(span, colours.accent.gamma_multiply(0.35 * light));
        }
        for chunk in placed {
            painter.galley(chunk.rect.min, chunk.galley.clone(), colours.ink);
        }
        if let (Some(caret), true) = (state.selection.caret(), ui.memory(|memory| memory.has_focus(self.id)))
        {
            let rect = caret_rect(placed, caret, self.view);
            painter.vline(rect.left(), rect.y_range().shrink(3.0), Stroke::new(1.5, colours.accent));
        }
    }

    /// Tells a screen reader the chunks that show and what is selected in them.
    fn announce(&self, ui: &Ui, placed: &[Placed], state: &ReaderState) {
        let spans = state.selection.spans();
        for chunk in placed {
            let id = self.id.with(("reader-chunk", chunk.chunk));
            let node = ui.interact(chunk.rect.intersect(self.view), id, Sense::empty());
            node.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text.lines_of(chunk.chunk)));
            let selected = spans.iter().find_map(|span| {
                let start = span.start.max(chunk.points.start);
                let end = span.end.min(chunk.points.end);
                (start < end).then(|| {
                    let within = |point: usize| CCursor::new(point - chunk.points.start);
                    CCursorRange::two(within(start), within(end))
                })
            });
            let to_screen = TSTransform::from_translation(chunk.rect.min.to_vec2());
            accesskit_text::update_accesskit_for_text_widget(
                ui.ctx(),
                id,
                selected,
                to_screen,
                &chunk.galley,
            );
        }
    }

    /// Hover, click and keyboard focus of marks.
    fn marks(
        &self,
        ui: &Ui,
        response: &Response,
        shown: &[Shown<'_>],
        state: &mut ReaderState,
        actions: &mut Vec<ReaderAction>,
    ) {
        if let Some(at) = response.hover_pos() {
            let under: Vec<&Mark> = marks::under(shown, at).collect();
            let opens = under.iter().find_map(|mark| mark.id);
            ui.set_cursor_icon(if opens.is_some() { CursorIcon::PointingHand } else { CursorIcon::Text });
            let labels: Vec<&str> =
                under.iter().map(|mark| mark.label.as_str()).filter(|l| !l.is_empty()).collect();
            if !labels.is_empty() && !state.dragging {
                response.clone().on_hover_text_at_pointer(labels.join("\n"));
            }
            let plain = ui.input(|input| input.modifiers.is_none());
            if let (Some(id), true, true, true) =
                (opens, response.clicked(), plain, state.selection.is_empty())
            {
                actions.push(ReaderAction::Open(id));
            }
        }
        state.mark_has_focus = false;
        for Shown { mark, rects } in shown {
            let (Some(record), Some(rect)) = (mark.id, rects.first()) else { continue };
            let id = self.id.with(("reader-mark", record, mark.kind, mark.span));
            let link = ui.interact(rect.intersect(self.view), id, Sense::focusable_noninteractive());
            link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &mark.label));
            let asked = ui.input(|input| input.has_accesskit_action_request(id, accesskit::Action::Click));
            if link.has_focus() {
                state.mark_has_focus = true;
                let ring = Stroke::new(size::FOCUS, palette(ui).accent);
                ui.painter().rect_stroke(*rect, 2.0, ring, StrokeKind::Outside);
            }
            let entered =
                link.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            if asked || entered {
                actions.push(ReaderAction::Open(record));
            }
        }
    }
}

/// The caret's place on the screen; at the nearest edge if its words do not show.
fn caret_rect(placed: &[Placed], caret: usize, view: Rect) -> Rect {
    let chunk = placed.iter().find(|chunk| caret <= chunk.points.end).or(placed.last());
    chunk.map_or(Rect::from_min_size(view.min, vec2(0.0, 0.0)), |chunk| chunk.caret_at(caret))
}

/// How strongly which words are lit in this frame, from 0 to 1.
fn light(ui: &Ui, flash: &mut Option<Flash>) -> Option<(Span, f32)> {
    let lit = flash.as_mut()?;
    let now = ui.input(|input| input.time);
    let age = now - *lit.since.get_or_insert(now);
    if age >= LIT + FADING {
        *flash = None;
        return None;
    }
    let wait = if age < LIT { LIT - age } else { 0.04 };
    ui.ctx().request_repaint_after_secs(wait as f32);
    Some((lit.span, (1.0 - (age - LIT) / FADING).min(1.0) as f32))
}
