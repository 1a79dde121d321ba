//! The page of an occasion: what it was, the articles that hold or report it, and every quotation from it side by
//! side.

use eframe::egui::{CursorIcon, Label, Link, Sense, Ui};

use super::choices::OccasionPick;
use super::field::Edit;
use super::head::head;
use super::parties::id_of;
use super::sources::wording;
use crate::command::{Command, UiCommand};
use crate::domain::change::{Change, OccasionChange};
use crate::domain::edit::OccasionEdit;
use crate::domain::id::Id;
use crate::domain::kind::{Holding, OccasionRole, RecordKind};
use crate::domain::record::Owner;
use crate::text::{Arg, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Button, Choice, Icon, PartyField, icon_button, rule, section_heading, value_row};
use crate::view::{CaseView, OccasionRow, StatementRow};

/// The occasion another one is being merged into, while it is chosen.
#[derive(Debug, Default)]
pub(super) struct MergeForm {
    open: Option<(Id, PartyField<OccasionPick>)>,
}

/// Draws the page of an occasion.
pub(super) fn occasion_ui(
    ui: &mut Ui,
    case: &CaseView,
    row: &OccasionRow,
    merge: &mut MergeForm,
    edit: &mut Edit<'_>,
) {
    let occasion = &row.occasion;
    let id = occasion.id;
    let set = |edit| -> Change { OccasionChange::Edit { id, edit }.into() };
    head(ui, RecordKind::Occasion, &row.key);
    ui.add(Label::new(Type::ControlStrong.text(&row.label)).wrap());
    ui.add_space(4.0);
    edit.choice(ui, t("occasion-kind"), occasion.kind, |kind| set(OccasionEdit::Kind(kind)));
    let title = &occasion.title;
    edit.line_hinted(ui, t("occasion-title"), t("occasion-title-hint"), title, |v| {
        set(OccasionEdit::Title(v))
    });
    role_field(ui, row, OccasionRole::From, t("occasion-from"), edit);
    role_field(ui, row, OccasionRole::Behalf, t("occasion-behalf"), edit);
    role_field(ui, row, OccasionRole::To, t("occasion-to"), edit);
    let article = occasion.articles.first().map(|(_, id)| *id);
    edit.date(ui, t("occasion-date"), &occasion.date, article, |date| set(OccasionEdit::Date(date)));
    actions(ui, case, id, merge, edit);
    rule(ui);
    articles_ui(ui, case, row, edit);
    rule(ui);
    quotations_ui(ui, case, row, edit);
    rule(ui);
    edit.notes(ui, Owner::Occasion(id));
}

fn role_field(ui: &mut Ui, row: &OccasionRow, role: OccasionRole, name: &'static str, edit: &mut Edit<'_>) {
    let id = row.occasion.id;
    let parties = row.occasion.parties.iter().filter(|(r, _)| *r == role);
    let parties: Vec<Id> = parties.map(|(_, party)| *party).collect();
    edit.parties(ui, name, &parties, |parties| OccasionChange::SetParties { id, role, parties }.into());
}

fn actions(ui: &mut Ui, case: &CaseView, id: Id, merge: &mut MergeForm, edit: &mut Edit<'_>) {
    let is_open = merge.open.as_ref().is_some_and(|(of, _)| *of == id);
    if is_open {
        merge_ui(ui, case, id, merge, edit);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        if !edit.cx.can_write() {
            ui.disable();
        }
        if ui.add(Button::secondary(t("occasion-merge"))).clicked() {
            merge.open = Some((id, PartyField::one_of(None).hint(t("occasion-merge-hint"))));
        }
        let delete = Button::quiet(UiCommand::DeleteRecord.words());
        if ui.add(delete).on_hover_text(UiCommand::DeleteRecord.tip()).clicked() {
            edit.out.push(Command::Ui(UiCommand::DeleteRecord));
        }
    });
}

/// The field for the occasion this one is merged into.
fn merge_ui(ui: &mut Ui, case: &CaseView, id: Id, merge: &mut MergeForm, edit: &mut Edit<'_>) {
    let (Some((_, field)), Some(shared)) = (&mut merge.open, edit.cx.data.case.as_ref()) else { return };
    let options = edit.fields.choices.of(shared).occasions(case);
    let is_other = |pick: &OccasionPick| matches!(pick, OccasionPick::Known(other) if *other != id);
    let others: Vec<_> = options.iter().filter(|option| is_other(&option.id)).cloned().collect();
    let name = t("occasion-merge-into");
    value_row(ui, name, |ui| field.show(ui, name, &others));
    let into = match field.chosen.first().and_then(id_of) {
        Some(OccasionPick::Known(keep)) => Some(keep),
        _ => None,
    };
    let done = value_row(ui, "", |ui| {
        ui.horizontal(|ui| {
            let merge = ui.add_enabled(into.is_some(), Button::primary(t("occasion-merge-do")));
            if let (true, Some(keep)) = (merge.clicked(), into) {
                edit.push(OccasionChange::Merge { keep, gone: id }.into());
                edit.out.push(Command::Select(Owner::Occasion(keep)));
                return true;
            }
            ui.add(Button::quiet(t("dialog-cancel"))).clicked()
        })
        .inner
    });
    if done {
        merge.open = None;
    }
}

/// The articles that are its own document or tell of it.
fn articles_ui(ui: &mut Ui, case: &CaseView, row: &OccasionRow, edit: &mut Edit<'_>) {
    section_heading(ui, t("occasion-articles"));
    let id = row.occasion.id;
    for (how, article_id) in &row.occasion.articles {
        let Some(article) = case.article(*article_id) else { continue };
        let article_id = *article_id;
        ui.push_id(article_id, |ui| {
            let words = format!("{} {}", article.key, article.article.title);
            let link = Label::new(Type::Table.text(words).color(palette(ui).accent))
                .truncate()
                .sense(Sense::click());
            if ui.add(link).on_hover_cursor(CursorIcon::PointingHand).clicked() {
                edit.out.push(Command::ShowInArticle { article: article_id, span: None });
            }
            ui.horizontal(|ui| {
                if !edit.cx.can_write() {
                    ui.disable();
                }
                let mut holding = *how;
                if Choice::new(t("occasion-holding")).width(140.0).show(ui, &mut holding) {
                    edit.push(OccasionChange::SetArticle { id, article_id, how: Some(holding) }.into());
                }
                if icon_button(ui, Icon::Close, t("occasion-article-remove")).clicked() {
                    edit.push(OccasionChange::SetArticle { id, article_id, how: None }.into());
                }
            });
        });
    }
    let Some(shared) = edit.cx.data.case.as_ref() else { return };
    let options = edit.fields.choices.of(shared).articles(case);
    let name = t("occasion-article-add");
    let make = |_| PartyField::one_of(None);
    let hint = t("occasion-article-add-hint");
    let picked = edit.chosen_field(ui, name, &[], &options, hint, make);
    if let Some(article_id) = picked.and_then(|picked| picked.first().and_then(id_of)) {
        let there = row.occasion.articles.iter().any(|(_, there)| *there == article_id);
        edit.fields.chosen.empty((id, name));
        if !there {
            edit.push(OccasionChange::SetArticle { id, article_id, how: Some(Holding::Reports) }.into());
        }
    }
}

/// Every quotation from it, in each outlet's wording.
fn quotations_ui(ui: &mut Ui, case: &CaseView, row: &OccasionRow, edit: &mut Edit<'_>) {
    let count = Arg::from(row.statements.len() as i64);
    section_heading(ui, &t_with("occasion-quotations", &[("count", count)]));
    let statements = || row.statements.iter().filter_map(|id| case.statement(*id));
    if statements().any(|statement| statement.sources.len() > 1) {
        ui.label(Type::Label.muted(ui, t("source-marked")));
    }
    for statement in statements() {
        ui.push_id(statement.statement.id, |ui| quotation_ui(ui, statement, edit));
    }
}

fn quotation_ui(ui: &mut Ui, row: &StatementRow, edit: &mut Edit<'_>) {
    let accent = palette(ui).accent;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CHIP);
        let words = format!("{} {}", row.key, row.speaker);
        let link = ui.add(Link::new(Type::TableMedium.text(words).color(accent)));
        if link.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            edit.out.push(Command::Select(Owner::Statement(row.statement.id)));
        }
    });
    if row.sources.is_empty() {
        ui.add(Label::new(Type::QuoteRow.text(row.line())).wrap());
    }
    for (n, source) in row.sources.iter().enumerate() {
        wording(ui, source, row.sources.first().filter(|_| n > 0));
        let link = Link::new(Type::Label.text(&source.label).color(accent));
        if ui.add(link).on_hover_cursor(CursorIcon::PointingHand).clicked() {
            edit.out.push(Command::ShowInArticle { article: source.article_id, span: source.span });
        }
    }
    ui.add_space(size::GAP);
}
