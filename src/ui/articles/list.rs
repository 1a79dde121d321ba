//! The table of articles and its keys.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Key, Label, Modifiers, Role, Ui, WidgetInfo};

use super::ArticlesState;
use super::rows::By;
use crate::command::Command;
use crate::domain::change::ArticleChange;
use crate::domain::edit::ArticleEdit;
use crate::domain::id::Id;
use crate::domain::kind::Reading;
use crate::domain::record::Owner;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::Cx;
use crate::ui::reading::{decided_by_keys, letters_act};
use crate::ui::theme::{Type, palette};
use crate::ui::widgets::{Column, Sort, Table, cell, cell_muted, cell_number};
use crate::view::{ArticleRow, CaseView, NearCopies};

/// The list leaves key and kind out rather than the title's words: both are in the head and fields of the reader.
const ROOM_FOR_ALL: f32 = 760.0;

/// "about September 2024" is whole in so many letters.
const WHOLE_DATE: usize = 20;
/// "interview notes" is.
const KIND: usize = 16;

/// Draws the table and acts on its keys.
pub(super) fn list_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    case: &CaseView,
    state: &mut ArticlesState,
    out: &mut Vec<Command>,
) {
    let current = current(cx);
    act_on_keys(ui, cx, state, current, out);
    let columns: Vec<(By, Column<'_>)> =
        columns(ui.available_width() >= ROOM_FOR_ALL, state.rows.outlet_letters);
    let shown: Vec<Column<'_>> = columns.iter().map(|(_, column)| *column).collect();
    let (by, direction) = state.rows.order;
    let sorted = columns.iter().position(|(column, _)| *column == by);
    let rows = state.rows.ids();
    let row = |n: usize| rows.get(n).and_then(|id| case.article(*id));
    let output = Table::new(t("articles-table"), &shown, rows.len())
        .current(current.and_then(|id| state.rows.place(id)))
        .sort(sorted.map(|column| Sort { column, direction }))
        .main()
        .show(
            ui,
            |n| {
                rows.get(n).is_some_and(|id| {
                    if state.chosen.is_several() { state.chosen.contains(*id) } else { current == Some(*id) }
                })
            },
            |n| row(n).map_or_else(String::new, |row| format!("{} {}", row.key, row.article.title)),
            |ui, n, column| {
                if let (Some(row), Some((by, _))) = (row(n), columns.get(column)) {
                    cell_ui(ui, row, *by);
                }
            },
        );
    if let Some(id) = output.open.and_then(|n| rows.get(n)) {
        out.push(Command::Select(Owner::Article(*id)));
        out.push(Command::Read(Some(*id)));
    }
    if let Some(pick) = output.pick {
        state.chosen.pick(&state.rows, pick, current);
        out.extend(rows.get(pick.row).map(|id| Command::Select(Owner::Article(*id))));
    }
    if let Some((by, _)) = output.sort.and_then(|sort| columns.get(sort.column)) {
        state.rows.order = (*by, output.sort.map_or(direction, |sort| sort.direction));
    }
}

/// The article that is selected.
pub(super) fn current(cx: &Cx<'_>) -> Option<Id> {
    match cx.selection {
        Some(Owner::Article(id)) => Some(id),
        _ => None,
    }
}

fn columns(wide: bool, outlet: usize) -> Vec<(By, Column<'static>)> {
    let mut columns = vec![
        (By::Date, Column::new(t("articles-date"), 92.0).letters(WHOLE_DATE).sortable()),
        (
            By::Outlet,
            Column::new(t("articles-outlet"), if wide { 140.0 } else { 112.0 }).letters(outlet).sortable(),
        ),
        (By::Title, Column::rest(t("articles-title")).sortable()),
        (By::Statements, Column::new(t("articles-statements"), 68.0).sortable().right()),
        (By::Reading, Column::new(t("articles-reading"), 84.0).sortable()),
    ];
    if wide {
        columns.insert(0, (By::Key, Column::new(t("articles-key"), 44.0).sortable()));
        columns.insert(4, (By::Kind, Column::new(t("articles-kind"), 92.0).letters(KIND).sortable()));
    }
    columns
}

/// One cell; all of what is not relevant steps back.
fn cell_ui(ui: &mut Ui, row: &ArticleRow, by: By) {
    let article = &row.article;
    if article.reading == Reading::NotRelevant {
        let muted = palette(ui).muted;
        ui.visuals_mut().override_text_color = Some(muted);
    }
    match by {
        By::Key => drop(cell_muted(ui, &row.key)),
        By::Date if row.published.words.is_empty() => drop(cell_muted(ui, t("articles-no-date"))),
        By::Date => drop(cell(ui, &row.published.words)),
        By::Outlet if article.outlet.is_empty() => drop(cell_muted(ui, t("articles-no-outlet"))),
        By::Outlet => drop(cell(ui, &article.outlet)),
        By::Title => title_ui(ui, row),
        By::Kind => drop(cell(ui, article.kind.word())),
        By::Statements if row.statements > 0 => drop(cell_number(ui, row.statements as i64)),
        By::Statements => {}
        By::Reading if article.reading == Reading::Unread => drop(cell_muted(ui, article.reading.word())),
        By::Reading => drop(cell(ui, article.reading.word())),
    }
}

/// The title, firmer while nothing is decided, and where there is room the first words of the text.
fn title_ui(ui: &mut Ui, row: &ArticleRow) {
    let p = palette(ui);
    let article = &row.article;
    let (face, ink) = match article.reading {
        Reading::Unread => (Type::TableMedium, p.ink),
        Reading::NotRelevant => (Type::Table, p.muted),
        _ => (Type::Table, p.ink),
    };
    let mut job = LayoutJob::default();
    job.append(&article.title, 0.0, TextFormat::simple(face.font(), ink));
    let muted = TextFormat::simple(Type::Table.font(), p.muted);
    let near = row.near.as_ref().map(near_words).unwrap_or_default();
    if !near.is_empty() {
        job.append(&near, 10.0, TextFormat::simple(Type::LabelMedium.font(), p.accent));
    }
    let after = if row.has_text {
        opening(&row.first_lines, &article.title)
    } else {
        t("articles-no-text").to_owned()
    };
    job.append(&after, 10.0, muted);
    let label = ui.add(Label::new(job).truncate());
    // Read aloud, title and first words would run into one another.
    let told = if near.is_empty() { String::new() } else { format!(" {near}.") };
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}.{told} {after}", article.title)));
}

/// How many outlets print the story; how many articles do, where the outlets are not known or are one.
fn near_words(near: &NearCopies) -> String {
    if near.outlets > 1 {
        t_with("articles-in-outlets", &[("count", Arg::from(near.outlets as i64))])
    } else {
        t_with("articles-near-copies", &[("count", Arg::from(near.articles as i64))])
    }
}

/// The first words of a text after its title and the lines of a header such as "Published: 2024-08-14".
fn opening(text: &str, title: &str) -> String {
    let is_header = |line: &str| {
        line.split_once(": ")
            .is_some_and(|(name, _)| name.len() < 16 && name.chars().all(char::is_alphabetic))
    };
    let lines = text.lines().map(str::trim);
    let lines = lines.skip_while(|line| line.is_empty() || *line == title || is_header(line));
    lines.flat_map(str::split_whitespace).take(24).collect::<Vec<_>>().join(" ")
}

fn act_on_keys(ui: &Ui, cx: &Cx<'_>, state: &mut ArticlesState, current: Option<Id>, out: &mut Vec<Command>) {
    if !letters_act(ui) {
        return;
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
        state.chosen.all(&state.rows);
    }
    if state.chosen.is_several() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        state.chosen.clear();
    }
    if cx.can_write() {
        let mut current = current;
        for reading in decided_by_keys(ui) {
            current = decide(state, current, reading, out);
        }
    }
}

/// Decides about the articles chosen and goes on to the one after them, if any; gives where it is then.
pub(super) fn decide(
    state: &mut ArticlesState,
    current: Option<Id>,
    reading: Reading,
    out: &mut Vec<Command>,
) -> Option<Id> {
    let ids = state.chosen.targets(&state.rows, current);
    let next = match ids.last() {
        Some(last) => state.rows.place(*last).and_then(|place| state.rows.ids().get(place + 1)),
        None => state.rows.ids().first(),
    };
    let next = next.copied();
    out.extend(next.map(|id| Command::Select(Owner::Article(id))));
    if !ids.is_empty() {
        let change = ArticleChange::Edit { ids, edit: ArticleEdit::Reading(reading) };
        out.push(Command::Change { change: change.into(), group: None });
        state.chosen.clear();
    }
    next.or(current)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_come_after_title_and_header_lines() {
        let text =
            "Wells run dry\n\nOutlet: The Courier\nPublished: 2024-03-11\n\nNeighbors say: no water.\nMore.";
        assert_eq!(opening(text, "Wells run dry"), "Neighbors say: no water. More.");
        assert_eq!(opening("No title here", "Filing"), "No title here");
    }
}
