//! One line of the result list: what became of a file, and what to do about it.

use std::collections::HashMap;

use eframe::egui::{
    Align, Align2, Color32, CursorIcon, Key, Label, Layout, Modifiers, Sense, TextEdit, Tooltip, Ui, vec2,
};

use super::bulk::{entered, typed_date};
use crate::command::Command;
use crate::domain::change::ArticleChange;
use crate::domain::date::is_in_future;
use crate::domain::edit::ArticleEdit;
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::quiet;
use crate::view::{ArticleRow, CaseView, ImportLine, ImportStatus};

/// What a line comes to, as the case is now. In the order of the list: what needs the person first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Outcome {
    /// Could not be read at all.
    Failed,
    /// Is there, but something is missing or was not clean.
    NeedsALook,
    /// The case had it already.
    Duplicate,
    /// Is there with all it needs.
    Added,
    /// Was added and is not there any more.
    Gone,
}

impl Outcome {
    /// What became of `line`, as seen on the day `today`.
    pub(super) fn of(line: &ImportLine, case: &CaseView, today: i64) -> Self {
        match &line.status {
            ImportStatus::Failed(_) => Self::Failed,
            ImportStatus::Duplicate(id) if case.article(*id).is_some() => Self::Duplicate,
            ImportStatus::Added(id) => match case.article(*id) {
                Some(row) if is_complete(row, today) && line.warnings.is_empty() => Self::Added,
                Some(_) => Self::NeedsALook,
                None => Self::Gone,
            },
            ImportStatus::Duplicate(_) => Self::Gone,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Failed => t("import-failed-word"),
            Self::NeedsALook => t("import-needs-word"),
            Self::Duplicate => t("import-duplicate-word"),
            Self::Added => t("import-added-word"),
            Self::Gone => t("import-gone-word"),
        }
    }

    fn ink(self, ui: &Ui) -> Color32 {
        let p = palette(ui);
        match self {
            Self::Failed => p.contradicted,
            Self::NeedsALook => p.disputed,
            Self::Added => p.supported,
            Self::Duplicate | Self::Gone => p.muted,
        }
    }
}

fn is_complete(row: &ArticleRow, today: i64) -> bool {
    !is_in_future(&row.article.published, today)
        && row.has_text
        && !row.article.outlet.is_empty()
        && row.article.published.edtf.is_some()
}

/// Draws a line.
pub(super) fn line_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    case: &CaseView,
    line: &ImportLine,
    dates: &mut HashMap<Id, String>,
    out: &mut Vec<Command>,
) {
    let outcome = Outcome::of(line, case, cx.today);
    let row = match &line.status {
        ImportStatus::Added(id) | ImportStatus::Duplicate(id) => case.article(*id),
        ImportStatus::Failed(_) => None,
    };
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), LINE),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.set_min_height(LINE);
            let word = Type::TableMedium.text(outcome.word()).color(outcome.ink(ui));
            fixed(ui, 92.0, |ui| ui.add(Label::new(word).truncate()));
            let room = ui.available_width();
            fixed(ui, room * 0.42, |ui| title_ui(ui, line, row, out));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(row) = row.filter(|_| line.is_list) {
                    rows_ui(ui, cx, row, out);
                } else if let Some(row) = row.filter(|row| row.article.published.edtf.is_none()) {
                    date_ui(ui, cx, row, dates, out);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let remark = remark(line, outcome, row, cx.today);
                    ui.add(Label::new(Type::Table.muted(ui, remark.as_str())).truncate());
                });
            });
        },
    );
}

/// The way to make articles of the rows of a list.
fn rows_ui(ui: &mut Ui, cx: &Cx<'_>, row: &ArticleRow, out: &mut Vec<Command>) {
    let button = ui.add_enabled_ui(cx.can_write(), |ui| quiet(ui, t("rows-offer"))).inner;
    if button.on_hover_text(t("rows-offer-tip")).clicked() {
        out.push(Command::OpenRows(row.article.id));
    }
}

/// The height of a line: a field fits into it.
pub(super) const LINE: f32 = size::CONTROL;

fn fixed<R>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> R) {
    ui.allocate_ui_with_layout(vec2(width, LINE), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(width);
        content(ui);
    });
}

/// The title, which opens the article; a file that failed has its name.
fn title_ui(ui: &mut Ui, line: &ImportLine, row: Option<&ArticleRow>, out: &mut Vec<Command>) {
    let file = line.file.display().to_string();
    match row {
        Some(row) => {
            let words = format!("{} {}", row.key, row.article.title);
            let ink = palette(ui).accent;
            let label = Label::new(Type::Table.text(words).color(ink)).truncate().sense(Sense::click());
            let response = ui.add(label);
            if response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(file).clicked() {
                out.push(Command::Select(Owner::Article(row.article.id)));
            }
        }
        None => {
            ui.add(Label::new(Type::Table.text(&line.title)).truncate()).on_hover_text(file);
        }
    }
}

/// What is to be said about it, in one line.
fn remark(line: &ImportLine, outcome: Outcome, row: Option<&ArticleRow>, today: i64) -> String {
    match (&line.status, outcome) {
        (ImportStatus::Failed(why), _) => t_with("import-failed-line", &[("why", Arg::from(why.clone()))]),
        (_, Outcome::Duplicate) => {
            let key = row.map_or_else(String::new, |row| row.key.clone());
            t_with("import-duplicate-line", &[("key", Arg::from(key))])
        }
        (_, Outcome::NeedsALook) => {
            let mut remarks: Vec<&str> = Vec::new();
            if row.is_some_and(|row| row.article.outlet.is_empty()) {
                remarks.push(t("import-no-outlet"));
            }
            if row.is_some_and(|row| row.article.published.edtf.is_none()) {
                remarks.push(t("import-no-date"));
            }
            if row.is_some_and(|row| is_in_future(&row.article.published, today)) {
                remarks.push(t("date-in-future"));
            }
            remarks.extend(line.warnings.iter().map(String::as_str));
            remarks.join(" · ")
        }
        _ => String::new(),
    }
}

/// A field for the date of publication that was not found.
fn date_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    row: &ArticleRow,
    dates: &mut HashMap<Id, String>,
    out: &mut Vec<Command>,
) {
    let id = row.article.id;
    let typed = dates.entry(id).or_default();
    let date = typed_date(typed, cx.today);
    let wrong = date.is_none();
    if wrong {
        let ink = palette(ui).contradicted;
        ui.visuals_mut().widgets.inactive.bg_stroke.color = ink;
    }
    let field = TextEdit::singleline(typed)
        .id_salt(("date", id))
        .hint_text(Type::Table.muted(ui, t("import-set-date")))
        .font(Type::Table.font())
        .margin(eframe::egui::Margin::symmetric(8, 4))
        .min_size(vec2(112.0, size::CHIP))
        .align(Align2::LEFT_CENTER)
        .desired_width(112.0);
    ui.spacing_mut().interact_size.y = size::CHIP;
    let name = t_with("import-date-of", &[("key", Arg::from(row.key.clone()))]);
    let field = ui.add_enabled(cx.can_write(), field).accessible_name(name);
    if field.changed() {
        // What is wrong with it was looked at before it was typed.
        ui.request_repaint();
    }
    let entered = entered(ui, &field);
    if entered {
        // Nothing behind the field acts on it.
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    }
    if wrong {
        if entered {
            field.request_focus();
        }
        Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), field.id, &field).show(|ui| {
            ui.label(Type::Label.text(t("import-date-wrong")).color(palette(ui).contradicted));
        });
    }
    if let Some(date) = date.filter(|date| entered && date.edtf.is_some()) {
        dates.remove(&id);
        let change = ArticleChange::Edit { ids: vec![id], edit: ArticleEdit::Published(date) };
        out.push(Command::Change { change: change.into(), group: None });
    }
}
