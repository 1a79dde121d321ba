//! A list whose rows become articles: which column holds what, and what would come of it.

use eframe::egui::{Checkbox, Label, RadioButton, ScrollArea, Ui};

use super::side::remark;
use crate::command::{Command, Question};
use crate::domain::id::Id;
use crate::domain::kind::ListField;
use crate::domain::listing::Mapping;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Answer, Choice, Dialog};
use crate::view::{AmbiguousDate, ListRow, ListView};

/// How wide the name of a field stands before its column.
const NAME: f32 = 84.0;

/// A list, and what its columns were said to hold; `None` until it was read.
#[derive(Debug)]
pub struct ListRows {
    article: Id,
    mapping: Option<Mapping>,
}

impl ListRows {
    pub(super) fn new(article: Id) -> Self {
        Self { article, mapping: None }
    }
}

/// Draws it; Enter makes the articles.
pub(super) fn list_rows_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut ListRows, out: &mut Vec<Command>) -> bool {
    let view = cx.data.list.as_deref().filter(|view| view.article == state.article);
    let title = view.map_or_else(
        || t("rows-reading").to_owned(),
        |view| t_with("rows-title", &[("name", Arg::from(view.name.as_str()))]),
    );
    let count = view.map_or(0, |view| view.total);
    let confirm = t_with("rows-make", &[("count", Arg::from(count as i64))]);
    // What is made is what is shown: not while the list is read as another mapping says.
    let read = view.is_some_and(|view| state.mapping.as_ref().is_none_or(|mapping| *mapping == view.mapping));
    let ready = read && count > 0 && view.is_some_and(|view| !view.mapping.is_empty()) && cx.can_write();
    let dialog = Dialog::new("list-rows", &title, &confirm).ready(ready).width(720.0);
    let answer = dialog.show(ui.ctx(), |ui, _| {
        let Some(view) = view else { return };
        let mapping = state.mapping.get_or_insert_with(|| view.mapping.clone());
        if mapping_ui(ui, view, mapping) {
            let mapping = Some(mapping.clone());
            out.push(Command::Ask(Question::List { article: view.article, mapping }));
        }
        rows_ui(ui, view);
        counts_ui(ui, view);
    });
    if let (Some(Answer::Confirmed), Some(view)) = (answer, view) {
        out.push(Command::MakeRows { article: view.article, mapping: view.mapping.clone() });
    }
    answer.is_none()
}

/// The columns; gives whether anything was changed.
fn mapping_ui(ui: &mut Ui, view: &ListView, mapping: &mut Mapping) -> bool {
    let before = mapping.clone();
    if let Some(sheet) = &view.sheet {
        remark(ui, &t_with("rows-sheet", &[("sheet", Arg::from(sheet.as_str()))]));
    }
    let half = ListField::ALL.len().div_ceil(2);
    ui.spacing_mut().item_spacing.y = 6.0;
    for n in 0..half {
        ui.horizontal(|ui| {
            for field in [ListField::ALL.get(n), ListField::ALL.get(n + half)].into_iter().flatten() {
                column_ui(ui, view, mapping, *field);
                ui.add_space(size::GAP_GROUP);
            }
        });
    }
    ui.add(Checkbox::new(&mut mapping.header, Type::Table.text(t("rows-header"))));
    if let Some(example) = &view.example {
        order_ui(ui, view, example, &mut mapping.day_first);
    }
    *mapping != before
}

fn column_ui(ui: &mut Ui, view: &ListView, mapping: &mut Mapping, field: ListField) {
    let name = field.word();
    ui.allocate_ui_with_layout(
        eframe::egui::vec2(NAME, size::CONTROL),
        eframe::egui::Layout::left_to_right(eframe::egui::Align::Center),
        |ui| {
            ui.set_min_width(NAME);
            ui.label(Type::Table.muted(ui, name));
        },
    );
    let mut column = mapping.column(field);
    let accessible = t_with("rows-column-of", &[("field", Arg::from(name))]);
    let choice = Choice::new(&accessible).width(230.0);
    if choice.show_names(ui, t("rows-leave-out"), &view.columns, &mut column) {
        mapping.set(field, column);
    }
}

/// Which way round dates are that could be two days.
fn order_ui(ui: &mut Ui, view: &ListView, example: &AmbiguousDate, day_first: &mut Option<bool>) {
    let args = [("count", Arg::from(view.ambiguous as i64)), ("words", Arg::from(example.words.as_str()))];
    let ink = palette(ui).disputed;
    ui.add(Label::new(Type::TableMedium.text(t_with("rows-ambiguous", &args)).color(ink)).wrap());
    if let Some((first, words)) = &view.shown {
        let key = if *first { "rows-shows-day-first" } else { "rows-shows-month-first" };
        remark(ui, &t_with(key, &[("words", Arg::from(words.as_str()))]));
    }
    ui.horizontal_wrapped(|ui| {
        let date = |key: &str, date: &str| t_with(key, &[("date", Arg::from(date))]);
        for (order, words) in [
            (Some(true), date("rows-day-first", &example.day_first)),
            (Some(false), date("rows-month-first", &example.month_first)),
            (None, t("rows-no-date").to_owned()),
        ] {
            if ui.add(RadioButton::new(*day_first == order, Type::Table.text(words))).clicked() {
                *day_first = order;
            }
        }
    });
}

/// The first rows as articles.
fn rows_ui(ui: &mut Ui, view: &ListView) {
    let args = [("shown", Arg::from(view.rows.len() as i64)), ("count", Arg::from(view.total as i64))];
    ui.label(Type::LabelMedium.muted(ui, t_with("rows-first", &args)));
    ScrollArea::vertical().auto_shrink([false, true]).max_height(190.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (n, row) in view.rows.iter().enumerate() {
            ui.push_id(n, |ui| row_ui(ui, row));
            ui.add_space(6.0);
        }
    });
}

fn row_ui(ui: &mut Ui, row: &ListRow) {
    ui.add(Label::new(Type::TableMedium.text(&row.title)).truncate());
    let text = if row.text.is_empty() { t("rows-only-reference") } else { &row.text };
    let parts = [row.about.as_str(), row.url.as_str(), text];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    ui.add(Label::new(Type::Label.muted(ui, parts.join(" · "))).truncate());
}

/// How many lack what.
fn counts_ui(ui: &mut Ui, view: &ListView) {
    let count = |key: &str, n: usize| (n > 0).then(|| t_with(key, &[("count", Arg::from(n as i64))]));
    let lacking = [
        count("rows-without-title", view.without_title),
        count("rows-without-date", view.without_date),
        count("rows-without-text", view.without_text),
    ];
    let lacking: Vec<String> = lacking.into_iter().flatten().collect();
    if !lacking.is_empty() {
        remark(ui, &lacking.join(" · "));
    }
}
