//! Tables: one line a row, of which only those in view are laid out; pointer and keyboard.

use eframe::egui::{
    Align, CursorIcon, EventFilter, Id, Key, Layout, Modifiers, Rect, Response, Role, Sense, Stroke, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};
use egui_extras::{TableBuilder, TableRow};

use super::table_column::{Column, Direction, Sort, shared};
use super::{Icon, focus_ring};
use crate::ui::theme::{Type, palette, size};

/// The part of a table's width that others do not take from the column that has the rest.
const REST: f32 = 0.45;

/// A row that was picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Its place, counted from 0.
    pub row: usize,
    /// With Shift: all from the current row to this one.
    pub extend: bool,
    /// With Ctrl: this one in addition, or no more.
    pub toggle: bool,
}

/// Draws the menu of a row.
pub type RowMenu<'a> = dyn FnMut(&mut Ui, usize) + 'a;

/// What a person did to a table in this frame.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TableOutput {
    /// Picked a row, by click or keys.
    pub pick: Option<Pick>,
    /// Opened a row, by double click or Enter.
    pub open: Option<usize>,
    /// Asked for another order.
    pub sort: Option<Sort>,
}

/// A table whose rows come from closures over view data.
#[must_use = "show it in a Ui"]
pub struct Table<'a> {
    name: &'a str,
    columns: &'a [Column<'a>],
    rows: usize,
    current: Option<usize>,
    sort: Option<Sort>,
    main: bool,
}

impl<'a> Table<'a> {
    /// A table; `name` is its accessible name and is unique among the tables of a `Ui`.
    pub const fn new(name: &'a str, columns: &'a [Column<'a>], rows: usize) -> Self {
        Self { name, columns, rows, current: None, sort: None, main: false }
    }

    /// The row the keyboard is at; the table scrolls to it when it changes.
    pub const fn current(mut self, current: Option<usize>) -> Self {
        self.current = current;
        self
    }

    /// The order the rows are in, for the arrow in the header.
    pub const fn sort(mut self, sort: Option<Sort>) -> Self {
        self.sort = sort;
        self
    }

    /// The keys are its own also while nothing has the focus.
    pub const fn main(mut self) -> Self {
        self.main = true;
        self
    }

    /// Shows it in the room there is.
    ///
    /// `selected` says whether a row is selected, `row_name` what assistive technology calls it, `cell` draws
    /// row and column.
    pub fn show(
        self,
        ui: &mut Ui,
        selected: impl Fn(usize) -> bool,
        row_name: impl Fn(usize) -> String,
        cell: impl FnMut(&mut Ui, usize, usize),
    ) -> TableOutput {
        self.show_rows(ui, selected, row_name, cell, None)
    }

    /// As [`Table::show`]; `menu` draws the menu a row has for the other button of the pointer, which also picks
    /// the row unless it is selected.
    pub fn show_with_menu(
        self,
        ui: &mut Ui,
        selected: impl Fn(usize) -> bool,
        row_name: impl Fn(usize) -> String,
        cell: impl FnMut(&mut Ui, usize, usize),
        menu: &mut RowMenu<'_>,
    ) -> TableOutput {
        self.show_rows(ui, selected, row_name, cell, Some(menu))
    }

    fn show_rows(
        self,
        ui: &mut Ui,
        selected: impl Fn(usize) -> bool,
        row_name: impl Fn(usize) -> String,
        mut cell: impl FnMut(&mut Ui, usize, usize),
        mut menu: Option<&mut RowMenu<'_>>,
    ) -> TableOutput {
        let id = ui.make_persistent_id(("table", self.name));
        let area = ui.available_rect_before_wrap();
        let whole = ui.interact(area, id, Sense::focusable_noninteractive());
        whole.widget_info(|| WidgetInfo::labeled(Role::Table, true, self.name));
        let mut output = TableOutput::default();
        self.act_on_keys(ui, &whole, area, &mut output);

        let p = palette(ui);
        let focused = whole.has_focus();
        let current = self.current;
        let ruler = ui.painter().clone();
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing = vec2(size::GAP_GROUP, 0.0);
            // The edges by which columns are dragged show under the pointer only.
            ui.visuals_mut().widgets.noninteractive.bg_stroke = Stroke::NONE;
            let table = self.builder(ui, id).header(size::HEADER, |row| self.header(row, &mut output));
            table.body(|mut body| {
                let across = body.max_rect().x_range();
                let painter = body.ui_mut().painter().clone();
                ruler.hline(across, area.top() + size::HEADER - 0.5, (1.0, p.rule));
                body.rows(size::ROW, self.rows, |mut row| {
                    let n = row.index();
                    let chosen = selected(n);
                    row.set_selected(chosen);
                    for column in 0..self.columns.len() {
                        row.col(|ui| {
                            prepare_cell(ui);
                            cell(ui, n, column);
                        });
                    }
                    let response = row.response();
                    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen, row_name(n)));
                    painter.hline(across, response.rect.bottom() - 0.5, (1.0, p.rule));
                    if focused && current == Some(n) {
                        let bar =
                            Rect::from_min_size(response.rect.min - vec2(8.0, 0.0), vec2(3.0, size::ROW));
                        painter.rect_filled(bar, 1, p.accent);
                    }
                    if response.clicked() {
                        let modifiers = response.ctx.input(|input| input.modifiers);
                        output.pick =
                            Some(Pick { row: n, extend: modifiers.shift, toggle: modifiers.command });
                        whole.request_focus();
                    }
                    if response.double_clicked() {
                        output.open = Some(n);
                    }
                    if let Some(menu) = menu.as_deref_mut() {
                        if response.secondary_clicked() && !chosen {
                            output.pick = Some(Pick { row: n, extend: false, toggle: false });
                        }
                        response.context_menu(|ui| menu(ui, n));
                    }
                });
            });
        });
        if current.is_none() {
            focus_ring(ui, &whole, area.shrink(3.0), size::RADIUS_CONTROL);
        }
        output
    }

    fn builder<'u>(&self, ui: &'u mut Ui, id: Id) -> TableBuilder<'u> {
        let target = self.current.filter(|row| has_moved(ui, id, *row));
        let widths = self.widths(ui.available_width());
        let changed = have_changed(ui, id.with("widths"), &widths);
        let mut builder = TableBuilder::new(ui)
            .id_salt(id)
            .striped(false)
            .sense(Sense::CLICK)
            .auto_shrink([false, false])
            .min_scrolled_height(0.0)
            .cell_layout(Layout::left_to_right(Align::Center));
        if changed {
            builder.reset();
        }
        for (column, width) in self.columns.iter().zip(widths) {
            builder = builder.column(match column.width {
                Some(_) => egui_extras::Column::initial(width).at_least(40.0).resizable(true).clip(true),
                None => egui_extras::Column::remainder().at_least(120.0).clip(true),
            });
        }
        match target {
            Some(row) => builder.scroll_to_row(row, None),
            None => builder,
        }
    }

    /// The widths there is room for: the last of it is for the column that takes the rest.
    fn widths(&self, room: f32) -> Vec<f32> {
        let least = |column: &Column<'_>| column.width.unwrap_or_default();
        let fixed: f32 = self.columns.iter().map(|column| least(column) + size::GAP_GROUP).sum();
        let columns: Vec<_> = self.columns.iter().map(|column| (least(column), column.wanted)).collect();
        shared(room - fixed - (room * REST).max(120.0), &columns)
    }

    fn header(&self, mut row: TableRow<'_, '_>, output: &mut TableOutput) {
        for (n, column) in self.columns.iter().enumerate() {
            row.col(|ui| {
                let direction = self.sort.filter(|sort| sort.column == n).map(|sort| sort.direction);
                if header_cell(ui, column, direction) {
                    output.sort = Some(Sort::after_click(self.sort, n));
                }
            });
        }
    }

    fn act_on_keys(&self, ui: &Ui, whole: &Response, area: Rect, output: &mut TableOutput) {
        let free = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
        let rests = has_rested(ui, whole.id.with("rests"), free);
        if self.rows == 0 || !(whole.has_focus() || (self.main && free)) {
            return;
        }
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(whole.id, filter));
        let last = self.rows - 1;
        let page = ((area.height() / size::ROW) as usize).saturating_sub(2).max(1);
        let at = |step: fn(usize, usize) -> usize, by: usize| {
            self.current.map_or(0, |row| step(row, by).min(last))
        };
        let moves = [
            (Key::ArrowDown, at(usize::saturating_add, 1)),
            (Key::ArrowUp, at(usize::saturating_sub, 1)),
            (Key::PageDown, at(usize::saturating_add, page)),
            (Key::PageUp, at(usize::saturating_sub, page)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        for (key, row) in moves {
            let extend = ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key));
            if extend || ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                output.pick = Some(Pick { row, extend, toggle: false });
            }
        }
        // Enter that ended the typing in a field is not for the table.
        let enters = self.current.is_some() && (whole.has_focus() || rests);
        if enters && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            output.open = self.current;
        }
    }
}

/// Whether nothing had the focus in the frame before this one either. A frame may be drawn in several passes.
fn has_rested(ui: &Ui, id: Id, free: bool) -> bool {
    let frame = ui.cumulative_frame_nr();
    ui.data_mut(|data| {
        if !free {
            data.insert_temp(id, frame);
        }
        data.get_temp::<u64>(id).is_none_or(|busy| busy + 1 < frame)
    })
}

/// Whether the current row is another than in the last frame.
fn has_moved(ui: &Ui, id: Id, row: usize) -> bool {
    ui.data_mut(|data| {
        let moved = data.get_temp::<usize>(id) != Some(row);
        data.insert_temp(id, row);
        moved
    })
}

/// Whether columns have other widths by themselves than in the last frame; then what was dragged is forgotten.
fn have_changed(ui: &Ui, id: Id, widths: &[f32]) -> bool {
    ui.data_mut(|data| {
        let before = data.get_temp::<Vec<f32>>(id);
        let changed = before.as_ref().is_some_and(|before| before != widths);
        if before.is_none() || changed {
            data.insert_temp(id, widths.to_vec());
        }
        changed
    })
}

/// Text in cells keeps its ink also in a selected row.
fn prepare_cell(ui: &mut Ui) {
    ui.spacing_mut().item_spacing = Vec2::splat(size::GAP);
    ui.visuals_mut().widgets.noninteractive.bg_stroke = Stroke::new(1.0, palette(ui).rule);
    ui.visuals_mut().override_text_color = Some(palette(ui).ink);
}

/// Draws a header; gives whether it was pressed.
fn header_cell(ui: &mut Ui, column: &Column<'_>, direction: Option<Direction>) -> bool {
    let p = palette(ui);
    let rect = ui.max_rect();
    let sense = if column.sortable { Sense::click() } else { Sense::hover() };
    let response = ui.allocate_rect(rect, sense);
    let role = if column.sortable { Role::Button } else { Role::ColumnHeader };
    response.widget_info(|| WidgetInfo::labeled(role, true, column.title));

    let lit = direction.is_some() || (column.sortable && response.hovered());
    let ink = if lit { p.ink } else { p.muted };
    let words = ui.painter().layout_no_wrap(column.title.to_owned(), Type::LabelMedium.font(), ink);
    let sign = if direction.is_some() { 14.0 } else { 0.0 };
    let left = if column.right { rect.right() - words.size().x - sign } else { rect.left() };
    let words_end = left + words.size().x;
    ui.painter().galley(pos2(left, rect.center().y - words.size().y / 2.0).round(), words, ink);
    if let Some(direction) = direction {
        let icon = if direction == Direction::Up { Icon::ChevronUp } else { Icon::ChevronDown };
        let place = Rect::from_center_size(pos2(words_end + 9.0, rect.center().y), Vec2::splat(10.0));
        icon.paint(ui.painter(), place, ink);
    }
    focus_ring(ui, &response, rect.shrink2(vec2(-2.0, 4.0)), size::RADIUS_CONTROL);
    column.sortable && response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
