//! The table of statements.

use eframe::egui::Ui;

use super::lines::Line;
use super::{StatementsState, menu, row};
use crate::command::Command;
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::widgets::{Direction, Pick, Sort, Table};
use crate::view::CaseView;

/// Draws the table in the room there is.
pub(super) fn list_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    case: &CaseView,
    state: &mut StatementsState,
    out: &mut Vec<Command>,
) {
    let across = ui.available_rect_before_wrap();
    let shown = row::columns(across.width());
    let narrow = !shown.contains(&super::lines::By::Kind);
    let columns: Vec<_> = shown.iter().map(|by| row::column(*by, narrow, state.speaker_letters())).collect();
    let lines = state.lines();
    let ids = state.ids();
    let row_of = |line: usize| match lines.get(line) {
        Some(Line::Row(place)) => case.statements.get(*place),
        _ => None,
    };
    let current = state.chosen.line(super::selected(cx), &ids);
    let sort = state.order.and_then(|(by, direction)| {
        Some(Sort { column: shown.iter().position(|other| *other == by)?, direction })
    });
    let chosen = &state.chosen;
    let mut thread = None;
    let output = Table::new(t("statements-table"), &columns, lines.len())
        .current(current)
        .sort(sort)
        .main()
        .show_with_menu(
            ui,
            |line| row_of(line).is_some_and(|row| chosen.has(row.statement.id)),
            |line| match lines.get(line) {
                Some(Line::Part(words) | Line::Group(words)) => words.clone(),
                _ => row_of(line).map(row::name).unwrap_or_default(),
            },
            |ui, line, column| match (lines.get(line), shown.get(column)) {
                (Some(Line::Row(place)), Some(by)) => {
                    if let Some(row) = case.statements.get(*place) {
                        row::cell_ui(ui, row, *by);
                    }
                }
                (Some(line @ (Line::Part(words) | Line::Group(words))), _) if column + 1 == shown.len() => {
                    row::heading_ui(ui, words, matches!(line, Line::Part(_)), across);
                }
                _ => {}
            },
            &mut |ui, line| match row_of(line) {
                Some(row) if menu::menu_ui(ui, cx, row, out) => thread = Some(row.statement.id),
                Some(_) => {}
                None => ui.close(),
            },
        );

    let open = output.open.and_then(row_of);
    if let Some(source) = open.and_then(|row| row.sources.first()) {
        out.push(Command::Read(Some(source.article_id)));
        out.push(Command::ShowInArticle { article: source.article_id, span: source.span });
    }
    if let Some(pick) = output.pick {
        take_pick(state, pick, &ids, out);
    }
    if let Some(sort) = output.sort {
        state.order = shown.get(sort.column).map(|by| (*by, sort.direction));
        // By date, earliest first, is how it is without being asked.
        state.order = state.order.filter(|order| *order != (super::lines::By::Said, Direction::Up));
    }
    if let Some(id) = thread {
        state.show_thread(id, out);
    }
}

fn take_pick(state: &mut StatementsState, pick: Pick, ids: &[Option<Id>], out: &mut Vec<Command>) {
    if let Some(id) = state.chosen.pick(pick, ids) {
        out.push(Command::Select(Owner::Statement(id)));
    }
}
