//! The palette: everything a person can do or go to, found by a few letters of it.

use eframe::egui::{
    Align2, Context, Frame, Id, Key, Margin, Modal, Modifiers, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo,
    pos2, vec2,
};

use super::palette_entries::{Entry, entries};
use crate::command::Command;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::theme::{DARK, LIGHT, Type, palette, size};
use crate::ui::widgets::TextField;

const WIDTH: f32 = 600.0;
const ROW: f32 = 34.0;

/// What is typed and what it finds.
#[derive(Debug, Default)]
pub struct Palette {
    typed: String,
    /// The line Enter runs.
    current: usize,
    found: Vec<Entry>,
    /// What `found` was made for: the words, and the data they were looked for in.
    made_for: Option<(String, usize, usize)>,
    was_shown: bool,
}

impl Palette {
    fn find(&mut self, ui: &Ui, cx: &Cx<'_>) {
        let library = std::sync::Arc::as_ptr(&cx.data.library).addr();
        let case = cx.data.case.as_ref().map_or(0, |case| std::sync::Arc::as_ptr(case).addr());
        let key = (self.typed.clone(), library, case);
        if self.made_for.as_ref() != Some(&key) {
            self.found = entries(ui, cx, &self.typed);
            self.current = 0;
            self.made_for = Some(key);
        }
    }

    /// Moves the current line by the arrow keys, which the field does not get.
    fn move_by_keys(&mut self, ui: &Ui) -> bool {
        let last = self.found.len().saturating_sub(1);
        let key = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let moves = [
            (Key::ArrowDown, self.current.saturating_add(1)),
            (Key::ArrowUp, self.current.saturating_sub(1)),
            (Key::PageDown, self.current.saturating_add(8)),
            (Key::PageUp, self.current.saturating_sub(8)),
        ];
        let mut moved = false;
        for (arrow, to) in moves {
            if key(arrow) {
                self.current = to.min(last);
                moved = true;
            }
        }
        moved
    }
}

/// Draws it; Enter or a click runs a line.
pub(super) fn palette_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut Palette, out: &mut Vec<Command>) -> bool {
    let ctx = ui.ctx().clone();
    let opened = !std::mem::replace(&mut state.was_shown, true);
    let moved = state.move_by_keys(ui);
    let enter = !opened && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut run = None;
    let open = modal(&ctx, |ui| {
        let field = TextField::new(t("palette-field"))
            .hint(t("palette-hint"))
            .name_hidden()
            .show(ui, &mut state.typed);
        if opened {
            field.request_focus();
        }
        state.find(ui, cx);
        if enter {
            run = Some(state.current);
        }
        if state.found.is_empty() {
            ui.add_space(size::GAP);
            ui.label(Type::Control.muted(ui, t("palette-nothing")));
        }
        let height = ROW * 11.0;
        // As high as ever: what is found next needs the room again.
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(
                ui,
                |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for (n, entry) in state.found.iter().enumerate() {
                        if line(ui, entry, n == state.current, moved) {
                            run = Some(n);
                        }
                    }
                },
            );
        });
    });
    let chosen = run.and_then(|n| state.found.get(n));
    if let Some(entry) = chosen {
        out.extend(entry.commands.iter().cloned());
    }
    open && chosen.is_none()
}

/// The frame of the palette, at the top of the window; gives whether it stays open.
fn modal(ctx: &Context, body: impl FnOnce(&mut Ui)) -> bool {
    let style = ctx.global_style();
    let backdrop = if style.visuals.dark_mode { DARK.backdrop } else { LIGHT.backdrop };
    let id = Id::unique("palette");
    let modal = Modal::new(id)
        .area(Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 64.0)))
        .frame(Frame::window(&style).inner_margin(Margin::same(12)))
        .backdrop_color(backdrop)
        .show(ctx, |ui| {
            ui.set_width(WIDTH.min(ctx.content_rect().width() - 64.0));
            body(ui);
        });
    !modal.should_close()
}

/// One line: its words, what it is, its shortcut. Gives whether it was pressed.
fn line(ui: &mut Ui, entry: &Entry, current: bool, moved: bool) -> bool {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, entry.enabled, current, &entry.words));
    if current && moved {
        ui.scroll_to_rect(rect, None);
    }
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    if current || response.hovered() {
        let fill = if current { p.selection } else { p.hover };
        ui.painter().rect_filled(rect, size::RADIUS_CONTROL, fill);
    }
    let shortcut = ui.painter().layout_no_wrap(entry.shortcut.clone(), Type::Label.font(), p.muted);
    let kind = cut(ui, &entry.hint, Type::Label, p.muted, 190.0);
    let right = rect.right() - 10.0;
    let kind_at = if entry.shortcut.is_empty() { right } else { right - shortcut.size().x.max(86.0) - 12.0 };
    let room = kind_at - kind.size().x - rect.left() - 26.0;
    let ink = if entry.enabled { p.ink } else { p.muted };
    let words = cut(ui, &entry.words, Type::Control, ink, room);
    let place = |x: f32, height: f32| pos2(x, rect.center().y - height / 2.0).round();
    ui.painter().galley(place(rect.left() + 10.0, words.size().y), words, ink);
    ui.painter().galley(place(kind_at - kind.size().x, kind.size().y), kind, p.muted);
    ui.painter().galley(place(right - shortcut.size().x, shortcut.size().y), shortcut, p.muted);
    if response.has_focus() {
        let ring = Rect::from_min_max(rect.min, rect.max);
        let stroke = (size::FOCUS, p.accent);
        ui.painter().rect_stroke(ring, size::RADIUS_CONTROL, stroke, eframe::egui::StrokeKind::Inside);
    }
    response.clicked()
}

fn cut(
    ui: &Ui,
    words: &str,
    ty: Type,
    ink: eframe::egui::Color32,
    room: f32,
) -> std::sync::Arc<eframe::egui::Galley> {
    let mut job = eframe::egui::text::LayoutJob::simple_singleline(words.to_owned(), ty.font(), ink);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(room.max(40.0));
    ui.painter().layout_job(job)
}
