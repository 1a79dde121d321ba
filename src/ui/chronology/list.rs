//! The rows that show, in a list that scrolls; a click or a key selects one.

use eframe::egui::style::ScrollAnimation;
use eframe::egui::{
    Align, EventFilter, Id, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::row;
use super::rows::{Built, Entry, PAD, Placed, SMALL_LINE};
use crate::command::Command;
use crate::domain::record::Owner;
use crate::text::t;
use crate::ui::theme::{Type, palette, size};
use crate::ui::timeline::basis_words;
use crate::ui::widgets::rule;
use crate::ui::{Cx, open};

/// What the list last scrolled to.
#[derive(Debug, Default)]
pub(super) struct Scroll {
    to: Option<Owner>,
    /// The width of the list then: with another one the rows stand elsewhere.
    width: f32,
    /// Whether the list is to start at its top, as the rows answer another question.
    top: bool,
}

impl Scroll {
    /// A list that starts at its top, or at the selected row.
    pub(super) fn at_top() -> Self {
        Self { top: true, ..Self::default() }
    }

    /// The row that must come into view, if any. What comes from elsewhere is shown in the middle; a step of the keys
    /// moves the list no more than it must.
    fn wanted(&mut self, selection: Option<Owner>, width: f32) -> Option<(Owner, Option<Align>)> {
        let resized = (self.width - width).abs() > 0.5;
        let wanted = selection.filter(|of| resized || self.to != Some(*of));
        let align = (resized || self.to.is_none()).then_some(Align::Center);
        *self = Self { to: selection, width, top: false };
        wanted.map(|of| (of, align))
    }
}

/// Draws the list over the room there is.
pub(super) fn list_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    built: &mut Built,
    scroll: &mut Scroll,
    out: &mut Vec<Command>,
) {
    let area = ui.available_rect_before_wrap();
    let whole = ui.interact(area, Id::unique("chronology list"), Sense::focusable_noninteractive());
    whole.widget_info(|| WidgetInfo::labeled(Role::List, true, t("tab-chronology")));
    let bar = ui.spacing().scroll.bar_width + size::GAP;
    built.place(ui, area.width() - bar);
    if built.columns.wide {
        header(ui, built);
    } else {
        rule(ui);
    }
    act_on_keys(ui, cx, built, &whole, area, out);
    let focused = whole.has_focus();
    let top = std::mem::take(&mut scroll.top);
    let wanted = scroll.wanted(cx.selection, built.columns.width);
    let built = &*built;
    let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("chronology");
    if top {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show_viewport(ui, |ui, viewport| {
        let origin = ui.max_rect().min;
        ui.set_min_size(vec2(built.columns.width, built.height()));
        if let Some((rect, align)) = wanted.and_then(|(of, align)| Some((rect_of(built, of)?, align))) {
            let rect = rect.translate(origin.to_vec2()).expand2(vec2(0.0, size::GAP_GROUP));
            ui.scroll_to_rect_animation(rect, align, ScrollAnimation::none());
        }
        let shown = built.between(viewport.top(), viewport.bottom());
        let pinned = pinned_date(shown, viewport.top());
        for placed in shown {
            let rect = rect(built, placed).translate(origin.to_vec2());
            let placed = &match pinned {
                Some((at, _)) if placed.entry == Entry::Row(at) => Placed { first_of_date: false, ..*placed },
                _ => *placed,
            };
            match placed.entry {
                Entry::Heading(words) => heading(ui, words, rect),
                Entry::Row(at) => {
                    let response = row_ui(ui, cx, built, placed, at, rect, focused);
                    let of = built.rows[at].of;
                    if response.clicked() {
                        whole.request_focus();
                        out.push(Command::Select(of));
                    }
                    if response.double_clicked() {
                        out.extend(cx.case().into_iter().flat_map(|case| open::commands(case, of)));
                    }
                }
            }
        }
        if let Some((at, y)) = pinned {
            let columns = &built.columns;
            row::draw_date(ui, &built.rows[at], columns, origin + vec2(columns.date, y));
        }
    });
}

/// The row cut by the upper edge of what shows, and where its date stands: at that edge, until its rows have gone by.
fn pinned_date(shown: &[Placed], edge: f32) -> Option<(usize, f32)> {
    let mut rows = shown.iter().skip_while(|placed| placed.top + placed.height <= edge);
    let first = rows.next().filter(|first| first.top < edge)?;
    let Entry::Row(at) = first.entry else { return None };
    let last = std::iter::once(first).chain(rows).find(|placed| placed.last_of_date);
    let end = last.map_or(f32::INFINITY, |last| last.top + last.height - PAD - SMALL_LINE);
    let own = if first.first_of_date { first.top + PAD + 2.0 } else { f32::NEG_INFINITY };
    Some((at, (edge + PAD).min(end).max(own)))
}

fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    built: &Built,
    placed: &Placed,
    at: usize,
    rect: Rect,
    focused: bool,
) -> Response {
    let row = &built.rows[at];
    let selected = cx.selection == Some(row.of);
    let mut ui = ui.new_child(UiBuilder::new().id_salt(row.of).max_rect(rect));
    let response = ui.interact(rect, ui.scope_id(), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, selected, row::name(row)));
    let p = palette(&ui);
    if selected || response.hovered() {
        let fill = if selected { p.selection } else { p.hover };
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 0.5)), size::RADIUS_CONTROL, fill);
    }
    if selected && focused {
        let bar = Rect::from_min_size(rect.min + vec2(0.0, 4.0), vec2(3.0, rect.height() - 8.0));
        ui.painter().rect_filled(bar, 1, p.accent);
    }
    row::draw(&mut ui, row, placed, &built.columns, rect);
    let date = Rect::from_x_y_ranges(
        rect.left()..=rect.left() + built.columns.date + built.columns.date_width,
        rect.y_range(),
    );
    let basis = cx.case().filter(|_| ui.rect_contains_pointer(date)).map(|case| basis_words(case, &row.when));
    match basis.filter(|basis| !basis.is_empty()) {
        Some(basis) => response.on_hover_text(basis),
        None => response,
    }
}

fn rect(built: &Built, placed: &Placed) -> Rect {
    Rect::from_min_size(pos2(0.0, placed.top), vec2(built.columns.width, placed.height))
}

fn rect_of(built: &Built, of: Owner) -> Option<Rect> {
    let at = built.place_of(of)?;
    built.placed.iter().find(|placed| placed.entry == Entry::Row(at)).map(|placed| rect(built, placed))
}

fn heading(ui: &Ui, words: &str, rect: Rect) {
    let p = palette(ui);
    let words = ui.painter().layout_no_wrap(words.to_owned(), Type::LabelMedium.font(), p.muted);
    let at = pos2(rect.left() + size::GAP, rect.bottom() - words.size().y - 6.0);
    let line = rect.bottom() - 0.5;
    ui.painter().galley(at.round(), words, p.muted);
    ui.painter().hline(rect.x_range(), line, (1.0, p.rule));
}

/// The names of the columns.
fn header(ui: &mut Ui, built: &Built) {
    let (rect, _) = ui.allocate_exact_size(vec2(built.columns.width, size::HEADER), Sense::hover());
    let p = palette(ui);
    let columns = &built.columns;
    let names = [
        (columns.date, t("export-date")),
        (columns.what, t("export-what")),
        (columns.who, t("export-who")),
        (columns.source, t("export-source")),
        (columns.answered, t("chronology-answer")),
    ];
    for (x, name) in names {
        let words = ui.painter().layout_no_wrap(name.to_owned(), Type::LabelMedium.font(), p.muted);
        let at = pos2(rect.left() + x, rect.center().y - words.size().y / 2.0);
        ui.painter().galley(at.round(), words, p.muted);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, p.rule));
}

/// Arrows, page and end keys move the selection; Enter opens. They are the list's own while nothing has the focus.
fn act_on_keys(ui: &Ui, cx: &Cx<'_>, built: &Built, whole: &Response, area: Rect, out: &mut Vec<Command>) {
    // To egui Alt+Up is an Up as well; here it moves the row.
    let alt = ui.input(|input| input.modifiers.alt);
    if alt || !super::keys::are_ours(ui, whole) || built.rows.is_empty() {
        return;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(whole.id, filter));
    let current = cx.selection.and_then(|of| built.place_of(of));
    let last = built.rows.len() - 1;
    let mean = (built.height() / built.rows.len() as f32).max(1.0);
    let page = ((area.height() / mean) as usize).saturating_sub(1).max(1);
    let down = |by: usize| current.map_or(0, |at| at.saturating_add(by).min(last));
    let up = |by: usize| current.map_or(0, |at| at.saturating_sub(by));
    let moves = [
        (Key::ArrowDown, down(1)),
        (Key::ArrowUp, up(1)),
        (Key::PageDown, down(page)),
        (Key::PageUp, up(page)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    for (key, at) in moves {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            out.push(Command::Select(built.rows[at].of));
        }
    }
    if let (Some(at), Some(case)) = (current, cx.case())
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
    {
        out.extend(open::commands(case, built.rows[at].of));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stays_at_the_edge_until_its_rows_have_gone_by() {
        let placed = |row: usize, last_of_date: bool| Placed {
            entry: Entry::Row(row),
            top: row as f32 * 60.0,
            height: 60.0,
            lines: 1,
            first_of_date: row == 0,
            last_of_date,
        };
        let rows = [placed(0, false), placed(1, true)];
        assert_eq!(pinned_date(&rows, 0.0), None, "nothing is cut");
        assert_eq!(pinned_date(&rows, 70.0), Some((1, 70.0 + PAD)));
        assert_eq!(
            pinned_date(&rows, 110.0),
            Some((1, 120.0 - PAD - SMALL_LINE)),
            "it goes with its last row"
        );
    }
}
