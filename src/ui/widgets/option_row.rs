//! A row of a typing list: what it is, and at the right what tells it from others.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{FontId, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{Type, palette, size};

/// Beside the words and between them and the hint, in points.
const PADDING: f32 = 10.0;
/// The part of the row that is the words' own, if they need it.
const WORDS: f32 = 0.68;

/// A row of a typing list.
#[derive(Debug)]
#[must_use = "show it in a Ui"]
pub struct OptionRow<'a> {
    words: &'a str,
    hint: &'a str,
    font: Type,
    marked: bool,
    takes: bool,
}

impl<'a> OptionRow<'a> {
    /// A row that says this; `marked` if Enter would take it.
    pub const fn new(words: &'a str, hint: &'a str, marked: bool) -> Self {
        Self { words, hint, font: Type::Table, marked, takes: true }
    }

    /// Its words are a quotation.
    pub const fn quote(mut self) -> Self {
        self.font = Type::QuoteRow;
        self
    }

    /// It only says something.
    pub const fn remark(mut self) -> Self {
        self.takes = false;
        self
    }

    /// Shows it across the width; a click is to take it. It never has the focus: that stays in the field.
    pub fn show(self, ui: &mut Ui) -> Response {
        let p = palette(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::CLICK);
        response
            .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, self.takes, self.marked, self.words));
        if self.takes && (self.marked || response.hovered()) {
            let fill = if self.marked { p.selection } else { p.hover };
            ui.painter().rect_filled(rect, size::RADIUS_CONTROL, fill);
        }
        let cut = |words: &str, font: FontId, ink, room: f32| {
            let mut job = LayoutJob::simple_singleline(words.to_owned(), font, ink);
            job.wrap = TextWrapping::truncate_at_width(room.max(0.0));
            ui.painter().layout_job(job)
        };
        let room = rect.width() - 2.0 * PADDING;
        let ink = if self.takes { p.ink } else { p.muted };
        let hint = cut(self.hint, Type::Label.font(), p.muted, room);
        let beside = if self.hint.is_empty() { 0.0 } else { hint.size().x + PADDING };
        let words = cut(self.words, self.font.font(), ink, (room - beside).max(room * WORDS));
        let hint = cut(self.hint, Type::Label.font(), p.muted, room - words.size().x - PADDING);
        let middle = rect.center().y;
        let at = pos2(rect.left() + PADDING, middle - words.size().y / 2.0);
        ui.painter().galley(at.round(), words, ink);
        let at = pos2(rect.right() - PADDING - hint.size().x, middle - hint.size().y / 2.0);
        ui.painter().galley(at.round(), hint, p.muted);
        response
    }
}
