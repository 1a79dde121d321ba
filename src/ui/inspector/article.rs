//! An article's own fields: what it is, when and whence it came, its versions and original.

use eframe::egui::{Context, Id as WidgetId, Ui};

use super::field::{Edit, date_note};
use super::head::head;
use super::{near, originals};
use crate::command::Command;
use crate::domain::change::ArticleChange;
use crate::domain::date::{Dated, is_in_future, read_given};
use crate::domain::edit::ArticleEdit;
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::domain::record::Owner;
use crate::text::{Arg, t, t_with};
use crate::ui::basis::basis_words;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{DateField, quiet, section_heading, value_row};
use crate::view::{ArticleRow, CaseView};

/// Draws the fields of an article.
pub(super) fn article_ui(ui: &mut Ui, case: &CaseView, row: &ArticleRow, edit: &mut Edit<'_>) {
    head(ui, RecordKind::Article, &row.key);
    main_ui(ui, row, edit);
    ui.add_space(size::GAP);
    section_heading(ui, t("article-provenance"));
    provenance_ui(ui, row, edit);
    ui.add_space(size::GAP);
    if let Some(near) = &row.near {
        near::near_ui(ui, case, near, edit);
        ui.add_space(size::GAP);
    }
    section_heading(ui, t("article-original"));
    originals::originals_ui(ui, row, edit);
    ui.add_space(size::GAP);
    edit.notes(ui, Owner::Article(row.article.id));
    ui.add_space(size::GAP);
    if edit.cx.can_write() && quiet(ui, t("article-delete")).on_hover_text(t("article-delete-tip")).clicked()
    {
        edit.out.push(Command::Deselect);
        edit.push(ArticleChange::Delete { ids: vec![row.article.id] }.into());
    }
}

fn set(id: Id, edit: ArticleEdit) -> crate::domain::change::Change {
    ArticleChange::Edit { ids: vec![id], edit }.into()
}

fn main_ui(ui: &mut Ui, row: &ArticleRow, edit: &mut Edit<'_>) {
    let article = &row.article;
    let id = article.id;
    edit.line(ui, t("article-title"), &article.title, |v| set(id, ArticleEdit::Title(v)));
    edit.line(ui, t("article-outlet"), &article.outlet, |v| set(id, ArticleEdit::Outlet(v)));
    published_ui(ui, row, edit);
    basis_ui(ui, &article.published);
    edit.line(ui, t("article-byline"), &article.byline, |v| set(id, ArticleEdit::Byline(v)));
    edit.choice(ui, t("article-kind"), article.kind, |v| set(id, ArticleEdit::Kind(v)));
    edit.choice(ui, t("article-reading"), article.reading, |v| set(id, ArticleEdit::Reading(v)));
    value_row(ui, t("article-marks"), |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            edit.check(ui, t("article-important"), article.important, |v| set(id, ArticleEdit::Important(v)));
            edit.check(ui, t("article-privileged"), article.privileged, |v| {
                set(id, ArticleEdit::Privileged(v))
            });
        });
    });
    edit.topics(ui, Owner::Article(id), &row.topics);
}

/// The date of publication; the focus goes there when the reader's head asks for it.
fn published_ui(ui: &mut Ui, row: &ArticleRow, edit: &mut Edit<'_>) {
    let (cx, id, name) = (edit.cx, row.article.id, t("article-published"));
    let asked = ui.data_mut(|data| data.remove_temp::<bool>(published_is_asked())).is_some();
    let show = |ui: &mut Ui, text: &mut String| {
        let field = DateField::new(name).name_hidden();
        let response = field.show(ui, text, |typed| date_note(cx, typed, None)).0;
        if read_given(text, cx.today, None).is_ok_and(|date| is_in_future(&date, cx.today)) {
            ui.label(Type::Label.text(t("date-in-future")).color(palette(ui).disputed));
        }
        if asked {
            response.request_focus();
        }
        response
    };
    let change = |text: &str| {
        let date = read_given(text, cx.today, None).ok()?;
        Some(set(id, ArticleEdit::Published(date)))
    };
    let typed = row.article.published.as_typed();
    value_row(ui, name, |ui| edit.text(ui, (id, name), &typed, show, change));
}

/// Has the date of publication take the focus when an article's fields are drawn next.
pub fn focus_published(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(published_is_asked(), true));
}

fn published_is_asked() -> WidgetId {
    WidgetId::unique("published-is-asked")
}

fn provenance_ui(ui: &mut Ui, row: &ArticleRow, edit: &mut Edit<'_>) {
    let article = &row.article;
    let id = article.id;
    edit.date(ui, t("article-received"), &article.received, None, |v| set(id, ArticleEdit::Received(v)));
    basis_ui(ui, &article.received);
    edit.line(ui, t("article-url"), &article.url, |v| set(id, ArticleEdit::Url(v)));
    edit.line(ui, t("article-obtained-from"), &article.obtained_from, |v| {
        set(id, ArticleEdit::ObtainedFrom(v))
    });
    edit.line_hinted(
        ui,
        t("article-obtained-how"),
        t("article-obtained-how-hint"),
        &article.obtained_how,
        |v| set(id, ArticleEdit::ObtainedHow(v)),
    );
    edit.line(ui, t("article-archive"), &article.archive_link, |v| set(id, ArticleEdit::ArchiveLink(v)));
    edit.line_hinted(ui, t("article-reference"), t("article-reference-hint"), &article.reference, |v| {
        set(id, ArticleEdit::Reference(v))
    });
    edit.line(ui, t("article-language"), &article.language, |v| set(id, ArticleEdit::Language(v)));
}

/// Where a date was found, in plain words, under its field; nothing for one that was typed.
fn basis_ui(ui: &mut Ui, date: &Dated) {
    let Some(words) = date.edtf.as_ref().and(date.basis.as_deref()).and_then(basis_words) else { return };
    ui.horizontal(|ui| {
        // Close under the field it belongs to.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.add_space(size::LABEL_COLUMN);
        let label = ui.label(Type::Label.muted(ui, words));
        if let Some(found) = &date.words {
            label.on_hover_text(t_with("basis-as-found", &[("words", Arg::from(found.clone()))]));
        }
    });
}
