//! One line of the result list: what became of a file, and what to do about it.

use std::collections::HashMap;

use eframe::egui::{
    Align, Align2, Color32, CursorIcon, Key, Label, Layout, Link, Modifiers, Popup, PopupCloseBehavior, Role,
    Sense, TextEdit, Tooltip, Ui, WidgetInfo, vec2,
};

use super::bulk::{entered, typed_date};
use crate::command::Command;
use crate::domain::change::ArticleChange;
use crate::domain::date::is_in_future;
use crate::domain::edit::ArticleEdit;
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::{Arg, t, t_with};
use crate::ui::basis::found_lines;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::quiet;
use crate::ui::{Cx, ImportReport};
use crate::view::{ArticleRow, CaseView, ImportLine, ImportStatus};

/// What a line comes to, as the case is now. In the order of the list: what needs the person first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Outcome {
    /// Could not be read at all.
    Failed,
    /// Is there, but something is missing or was not clean.
    NeedsALook,
    /// A new version of an article the case had.
    Version,
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
            ImportStatus::Version { id, .. } if case.article(*id).is_some() => Self::Version,
            ImportStatus::Duplicate(id) if case.article(*id).is_some() => Self::Duplicate,
            ImportStatus::Added(id) => match case.article(*id) {
                Some(row) if is_complete(row, today) && line.warnings.is_empty() => Self::Added,
                Some(_) => Self::NeedsALook,
                None => Self::Gone,
            },
            ImportStatus::Duplicate(_) | ImportStatus::Version { .. } => Self::Gone,
        }
    }

    /// What it comes to while its article is not in the case yet.
    pub(super) fn as_added(line: &ImportLine) -> Self {
        let lacks = line.without_outlet || line.without_date || !line.warnings.is_empty();
        match line.status {
            ImportStatus::Failed(_) => Self::Failed,
            ImportStatus::Duplicate(_) => Self::Duplicate,
            ImportStatus::Version { .. } => Self::Version,
            ImportStatus::Added(_) if lacks => Self::NeedsALook,
            ImportStatus::Added(_) => Self::Added,
        }
    }

    /// The word for it, which heads its lines.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Failed => t("import-failed-word"),
            Self::NeedsALook => t("import-needs-word"),
            Self::Version => t("import-version-word"),
            Self::Duplicate => t("import-duplicate-word"),
            Self::Added => t("import-added-word"),
            Self::Gone => t("import-gone-word"),
        }
    }

    /// The colour of that word.
    pub(super) fn ink(self, ui: &Ui) -> Color32 {
        let p = palette(ui);
        match self {
            Self::Failed => p.contradicted,
            Self::NeedsALook => p.disputed,
            Self::Version => p.accent,
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

/// A line of the list, and what it stands under.
pub(super) struct Line<'a> {
    pub(super) report: &'a ImportReport,
    pub(super) of: &'a ImportLine,
    /// What it came to when the lines were put in order.
    pub(super) under: Outcome,
    /// Whether all that came in was in the case since.
    pub(super) settled: bool,
}

/// Draws a line.
pub(super) fn line_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    case: &CaseView,
    Line { report, of: line, under, settled }: &Line<'_>,
    dates: &mut HashMap<Id, String>,
    out: &mut Vec<Command>,
) {
    let row = match &line.status {
        ImportStatus::Added(id) | ImportStatus::Duplicate(id) | ImportStatus::Version { id, .. } => {
            case.article(*id)
        }
        ImportStatus::Failed(_) => None,
    };
    let outcome = match Outcome::of(line, case, cx.today) {
        // It is not in the case yet.
        Outcome::Gone if !settled => *under,
        outcome => outcome,
    };
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), LINE),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.set_min_height(LINE);
            let room = ui.available_width();
            fixed(ui, room * 0.46, |ui| title_ui(ui, line, row, out));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if outcome == Outcome::Failed && cx.can_write() && quiet(ui, t("notice-try-again")).clicked()
                {
                    let files = vec![line.file.clone()];
                    out.push(Command::ImportAgain { import: report.import, files });
                }
                if let Some(row) = row.filter(|_| line.is_list) {
                    rows_ui(ui, cx, row, out);
                } else if let Some(row) = row.filter(|row| row.article.published.edtf.is_none()) {
                    date_ui(ui, cx, row, dates, out);
                }
                if let (Outcome::Version, ImportStatus::Version { id, n, .. }) = (outcome, &line.status) {
                    let link =
                        Link::new(Type::Table.text(t("versions-what-changed")).color(palette(ui).accent));
                    if ui.add(link).on_hover_cursor(CursorIcon::PointingHand).clicked() {
                        out.push(Command::WhatChanged { article: *id, between: Some((*n - 1, *n)) });
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if outcome != *under {
                        // It was mended, or taken back, since it was put here.
                        ui.label(Type::TableMedium.text(outcome.word()).color(outcome.ink(ui)));
                    }
                    remarks_ui(ui, &remarks(case, line, outcome, row, cx.today));
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
            let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| {
                ui.set_max_width(420.0);
                ui.label(Type::Label.muted(ui, &file));
                for words in found_lines(&row.article, &line.found) {
                    ui.label(Type::Table.text(words));
                }
            });
            if response.clicked() {
                out.push(Command::Select(Owner::Article(row.article.id)));
            }
        }
        None => {
            ui.add(Label::new(Type::Table.text(&line.title)).truncate()).on_hover_text(file);
        }
    }
}

/// What is to be said about it.
fn remarks(
    case: &CaseView,
    line: &ImportLine,
    outcome: Outcome,
    row: Option<&ArticleRow>,
    today: i64,
) -> Vec<String> {
    let key = || Arg::from(row.map_or_else(String::new, |row| row.key.clone()));
    let mut remarks: Vec<String> = Vec::new();
    match (&line.status, outcome) {
        (ImportStatus::Failed(why), _) => {
            return vec![t_with("import-failed-line", &[("why", Arg::from(why.clone()))])];
        }
        (ImportStatus::Version { paragraphs, headline, date, .. }, Outcome::Version) => {
            let args = [("key", key()), ("count", Arg::from(*paragraphs as i64))];
            remarks.push(t_with("import-version-line", &args));
            remarks.extend(headline.then(|| t("import-version-headline").to_owned()));
            remarks.extend(date.then(|| t("import-version-date").to_owned()));
        }
        (_, Outcome::Duplicate) => remarks.push(t_with("import-duplicate-line", &[("key", key())])),
        (_, Outcome::NeedsALook) => {
            // What the file did not say, until its article is there and tells.
            if row.map_or(line.without_outlet, |row| row.article.outlet.is_empty()) {
                remarks.push(t("import-no-outlet").to_owned());
            }
            if row.map_or(line.without_date, |row| row.article.published.edtf.is_none()) {
                remarks.push(t("import-no-date").to_owned());
            } else if row.is_some_and(|row| is_in_future(&row.article.published, today)) {
                remarks.push(t("date-in-future").to_owned());
            }
        }
        _ => {}
    }
    if outcome != Outcome::Gone {
        remarks.extend(near_remark(case, line));
        let also = |title: &String| t_with("import-also-in", &[("case", Arg::from(title.clone()))]);
        remarks.extend(line.also_in.iter().map(also));
    }
    if matches!(outcome, Outcome::NeedsALook | Outcome::Version) {
        remarks.extend(line.warnings.iter().cloned());
    }
    remarks
}

/// Of which article it is a near copy, while that is there.
fn near_remark(case: &CaseView, line: &ImportLine) -> Option<String> {
    let (id, percent) = line.near?;
    let row = case.article(id)?;
    let args = [
        ("key", Arg::from(row.key.as_str())),
        ("title", Arg::from(row.article.title.as_str())),
        ("percent", Arg::from(i64::from(percent))),
    ];
    Some(t_with("import-near-line", &args))
}

/// The remarks in one line; a press shows them whole.
fn remarks_ui(ui: &mut Ui, remarks: &[String]) {
    if remarks.is_empty() {
        return;
    }
    let words = remarks.join(" · ");
    let label = Label::new(Type::Table.muted(ui, words.as_str())).truncate().sense(Sense::click());
    let response = ui.add(label).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let popup = Popup::from_toggle_button_response(&response);
    popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(380.0);
        for remark in remarks {
            ui.add(Label::new(Type::Control.text(remark)).wrap());
        }
    });
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
