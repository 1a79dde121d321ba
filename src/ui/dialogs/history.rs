//! What was changed, when and by whom; what of it, field by field; and undo for the last change.

use std::sync::Arc;

use eframe::egui::{Align, Label, Layout, ScrollArea, Ui, vec2};

use super::history_words::{RowWords, row_words};
use super::panel::panel;
use crate::command::{Command, Question, UiCommand};
use crate::domain::date::{Edtf, clock, local_day};
use crate::domain::id::Id;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{Button, Column, Table, cell, cell_muted, rule, view_chip};
use crate::view::{EntryKind, HistoryEntry, Undoable};

/// The state of the library's history: what undo and redo would do, and the last write.
type Moment = (Option<Undoable>, Option<Undoable>, Option<i64>);

/// What is looked at of the history.
#[derive(Debug)]
pub struct History {
    /// The case it was opened in.
    case: Option<Id>,
    /// Whether only that case's changes are shown.
    only_case: bool,
    /// The entry that is open, by its number.
    open: Option<i64>,
    /// What it was asked for, and when.
    asked: Option<(Option<Id>, Moment)>,
    /// The words of the open entry, made once.
    words: Option<(i64, Vec<RowWords>)>,
}

impl History {
    /// The history as seen from a case, or from the library.
    pub(super) fn new(case: Option<Id>) -> Self {
        Self { case, only_case: case.is_some(), open: None, asked: None, words: None }
    }

    /// Asks for it when it is opened, and again after each change.
    fn ask(&mut self, cx: &Cx<'_>, out: &mut Vec<Command>) {
        let case = self.case.filter(|_| self.only_case);
        let moment = (cx.data.undo.clone(), cx.data.redo.clone(), cx.data.saved_at);
        if self.asked.as_ref().is_none_or(|(asked, then)| (*asked, then) != (case, &moment)) {
            out.push(Command::Ask(Question::History { case }));
            self.asked = Some((case, moment));
        }
    }
}

/// Draws it.
pub(super) fn history_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut History, out: &mut Vec<Command>) -> bool {
    state.ask(cx, out);
    let entries = cx.data.history.clone().unwrap_or_default();
    panel(ui.ctx(), "history", t("history-title"), vec2(920.0, 600.0), |ui| {
        scope_chip(ui, cx, state);
        let foot = 52.0;
        let details = if state.open.is_some() { 190.0 } else { 0.0 };
        let height = (ui.available_height() - foot - details).max(120.0);
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            table(ui, state, &entries);
        });
        // A line picked in this frame has its room in the next.
        let open = entries.iter().find(|entry| details > 0.0 && Some(entry.id) == state.open);
        if let Some(entry) = open {
            details_ui(ui, cx, state, entry, details);
        }
        foot_ui(ui, cx, out);
    })
}

fn scope_chip(ui: &mut Ui, cx: &Cx<'_>, state: &mut History) {
    let Some(case) = state.case else { return };
    let title = cx.data.library.cases.iter().find(|line| line.case.id == case);
    let title = title.map(|line| shortened(&line.case.title)).unwrap_or_default();
    let title = title.as_str();
    let words = if state.only_case {
        t_with("history-only-case", &[("case", Arg::from(title))])
    } else {
        t("history-all").to_owned()
    };
    let chip = view_chip(ui, &words);
    eframe::egui::Popup::menu(&chip).show(|ui| {
        let only = t_with("history-only-case", &[("case", Arg::from(title))]);
        ui.selectable_value(&mut state.only_case, true, only);
        ui.selectable_value(&mut state.only_case, false, t("history-all"));
    });
}

/// A title that is not wider than a chip may be.
fn shortened(title: &str) -> String {
    const MOST: usize = 48;
    match title.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", title[..at].trim_end()),
        None => title.to_owned(),
    }
}

fn table(ui: &mut Ui, state: &mut History, entries: &Arc<Vec<HistoryEntry>>) {
    let columns = [
        Column::new(t("history-when"), 150.0),
        Column::rest(t("history-what")),
        Column::new(t("history-who"), 130.0),
    ];
    if entries.is_empty() {
        ui.label(Type::Control.muted(ui, t("history-empty")));
        return;
    }
    let current = entries.iter().position(|entry| Some(entry.id) == state.open);
    let output = Table::new(t("history-title"), &columns, entries.len()).current(current).show(
        ui,
        |row| Some(row) == current,
        |row| entries.get(row).map(what).unwrap_or_default(),
        |ui, row, column| {
            let Some(entry) = entries.get(row) else { return };
            match column {
                0 => cell_muted(ui, &when(entry.at)),
                1 if entry.undone => cell_muted(ui, &what(entry)),
                1 => cell(ui, &what(entry)),
                _ => cell_muted(ui, author(entry)),
            };
        },
    );
    let picked = output.pick.map(|pick| pick.row).or(output.open).and_then(|row| entries.get(row));
    if let Some(entry) = picked {
        state.open = Some(entry.id);
    }
}

/// "Undone: Add statement S-0001".
fn what(entry: &HistoryEntry) -> String {
    let words = if entry.words.is_empty() { t("history-erased") } else { &entry.words };
    let with = |key: &str| t_with(key, &[("what", Arg::from(words))]);
    match entry.kind {
        EntryKind::Normal if entry.undone => with("history-was-undone"),
        EntryKind::Normal => words.to_owned(),
        EntryKind::Undo => with("history-undo"),
        EntryKind::Redo => with("history-redo"),
    }
}

fn author(entry: &HistoryEntry) -> &str {
    if entry.author.is_empty() { t("history-you") } else { &entry.author }
}

fn when(at: i64) -> String {
    format!("{}, {}", Edtf::day(local_day(at)).words(), clock(at))
}

/// What the entry changed, a line a field: what it was, and what it is.
fn details_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut History, entry: &HistoryEntry, height: f32) {
    if state.words.as_ref().is_none_or(|(id, _)| *id != entry.id) {
        let rows = entry.rows.iter().filter_map(|row| row_words(cx, row)).collect();
        state.words = Some((entry.id, rows));
    }
    rule(ui);
    let rows = state.words.as_ref().map_or(&[][..], |(_, rows)| rows);
    ui.allocate_ui(vec2(ui.available_width(), height - 16.0), |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            if rows.is_empty() {
                ui.label(Type::Table.muted(ui, t("history-no-fields")));
            }
            for row in rows {
                ui.label(Type::TableMedium.text(&row.heading));
                for field in &row.fields {
                    field_line(ui, field.name, &field.change);
                }
                ui.add_space(size::GAP / 2.0);
            }
        });
    });
}

fn field_line(ui: &mut Ui, name: &str, change: &str) {
    ui.horizontal_top(|ui| {
        let column = vec2(150.0, 18.0);
        ui.allocate_ui_with_layout(column, Layout::left_to_right(Align::Min), |ui| {
            ui.set_min_width(column.x);
            ui.add(Label::new(Type::Table.muted(ui, name)).truncate());
        });
        ui.vertical(|ui| ui.add(Label::new(Type::Table.text(change)).wrap()));
    });
}

fn foot_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Command>) {
    rule(ui);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let can = cx.can_write() && cx.data.undo.is_some();
            let undo = ui.add_enabled(can, Button::secondary(t("history-undo-last")));
            if undo.on_hover_text(crate::ui::shell::words_of(cx, UiCommand::Undo)).clicked() {
                out.push(Command::Ui(UiCommand::Undo));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(Type::Label.muted(ui, t("history-note"))).truncate());
            });
        });
    });
}
