//! The sources of a statement or event: where each stands, in which wording, and whether it is found there.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{CursorIcon, Label, Link, RadioButton, Ui};

use super::field::Edit;
use super::head::source_state;
use crate::command::Command;
use crate::domain::change::{EventChange, NewSource, StatementChange};
use crate::domain::edit::StatementEdit;
use crate::domain::id::Id;
use crate::domain::kind::SourceState;
use crate::domain::record::Owner;
use crate::domain::span::byte_at;
use crate::text::{Arg, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Button, Icon, icon_button, section_heading};
use crate::view::{SourceRow, differing_words};

/// Draws the sources of a statement or event. `relied_on` is the source whose wording is relied on, for a statement;
/// `selected` are words marked in the reader, which can be added as a source. Pages are shown where there are some,
/// and asked for if `shows_page`.
pub(super) fn sources_ui(
    ui: &mut Ui,
    of: Owner,
    sources: &[SourceRow],
    selected: Option<&NewSource>,
    shows_page: bool,
    edit: &mut Edit<'_>,
) {
    section_heading(ui, t("source-heading"));
    let relied_on = sources.first();
    if sources.len() > 1 {
        ui.label(Type::Label.muted(ui, t("source-marked")));
    }
    for source in sources {
        let first = relied_on.filter(|first| first.citation_id != source.citation_id);
        ui.push_id(source.citation_id, |ui| {
            source_ui(ui, of, source, first, sources.len(), shows_page, edit);
        });
    }
    if sources.is_empty() {
        ui.label(Type::Table.muted(ui, t("source-none")));
    }
    let change = selected.cloned().and_then(|source| match of {
        Owner::Statement(id) => Some(StatementChange::AddSource { id, source }.into()),
        Owner::Event(id) => Some(EventChange::AddSource { id, source }.into()),
        _ => None,
    });
    match change {
        Some(change) => {
            let add = Button::secondary(t("source-add")).icon(Icon::Plus);
            if ui.add_enabled(edit.cx.can_write(), add).clicked() {
                edit.push(change);
            }
        }
        None => drop(ui.label(Type::Label.muted(ui, t("source-add-hint")))),
    }
}

/// Draws one source; `relied_on` is the other one whose wording it is compared with.
fn source_ui(
    ui: &mut Ui,
    of: Owner,
    source: &SourceRow,
    relied_on: Option<&SourceRow>,
    count: usize,
    shows_page: bool,
    edit: &mut Edit<'_>,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = size::CHIP;
        let link = Link::new(Type::TableMedium.text(&source.label).color(palette(ui).accent));
        if ui.add(link).on_hover_text(t("source-show")).on_hover_cursor(CursorIcon::PointingHand).clicked() {
            edit.out.push(Command::ShowInArticle { article: source.article_id, span: source.span });
        }
        if let Some(state) = state_of(of, source.citation_id, edit) {
            source_state(ui, state);
        }
        // What happened can stand without a source; a statement has its words from one.
        if let Owner::Event(id) = of
            && edit.cx.can_write()
            && icon_button(ui, Icon::Close, t("source-remove")).clicked()
        {
            edit.push(EventChange::RemoveSource { id, citation_id: source.citation_id }.into());
        }
    });
    if count > 1 || matches!(of, Owner::Event(_)) {
        wording(ui, source, relied_on);
    }
    let Owner::Statement(id) = of else { return };
    if count > 1 {
        ui.horizontal(|ui| relied_on_row(ui, id, source, relied_on.is_none(), edit));
    }
    if !shows_page && source.page.is_empty() {
        return;
    }
    let citation_id = source.citation_id;
    let mut of_source = Edit { cx: edit.cx, of: citation_id, fields: edit.fields, out: edit.out };
    let change = |page| StatementChange::SetPage { citation_id, page }.into();
    of_source.line_hinted(ui, t("source-page"), t("source-page-hint"), &source.page, change);
}

/// Whether its wording is relied on, and taking it away.
fn relied_on_row(ui: &mut Ui, id: Id, source: &SourceRow, relied_on: bool, edit: &mut Edit<'_>) {
    if !edit.cx.can_write() {
        ui.disable();
    }
    let radio = RadioButton::new(relied_on, Type::Table.text(t("source-relied-on")));
    if ui.add(radio).clicked() && !relied_on {
        let set = StatementEdit::ReliedOn(Some(source.citation_id));
        edit.push(StatementChange::Edit { ids: vec![id], edit: set }.into());
    }
    if icon_button(ui, Icon::Close, t("source-remove")).clicked() {
        edit.push(StatementChange::RemoveSource { id, citation_id: source.citation_id }.into());
    }
}

/// The words in this source, with those marked that the wording relied on does not have, and those told that it has and
/// this one leaves out.
pub(super) fn wording(ui: &mut Ui, source: &SourceRow, relied_on: Option<&SourceRow>) {
    let p = palette(ui);
    let plain = TextFormat { font_id: Type::QuoteRow.font(), color: p.ink, ..TextFormat::default() };
    let marked = TextFormat { background: p.mark_statement, ..plain.clone() };
    let compared = relied_on.map(|first| differing_words(&first.quote, &source.quote)).unwrap_or_default();
    let mut job = LayoutJob::default();
    let mut at = 0;
    for span in compared.other_words {
        let (start, end) = (byte_at(&source.quote, span.start), byte_at(&source.quote, span.end));
        job.append(source.quote.get(at..start).unwrap_or_default(), 0.0, plain.clone());
        job.append(source.quote.get(start..end).unwrap_or_default(), 0.0, marked.clone());
        at = end;
    }
    job.append(source.quote.get(at..).unwrap_or_default(), 0.0, plain);
    ui.add(Label::new(job).wrap());
    if !compared.left_out.is_empty() {
        let words: Vec<String> = compared.left_out.iter().map(|words| format!("“{words}”")).collect();
        let line = t_with("source-leaves-out", &[("words", Arg::from(words.join(", ")))]);
        ui.add(Label::new(Type::Label.text(line).color(p.disputed)).wrap());
    }
}

fn state_of(of: Owner, citation: Id, edit: &Edit<'_>) -> Option<SourceState> {
    let detail = edit.cx.detail(of)?;
    detail.sources.iter().find(|source| source.citation_id == citation).map(|source| source.state)
}
