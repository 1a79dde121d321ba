//! An article's own fields.

use eframe::egui::Ui;

use super::field::Edit;
use super::head::head;
use crate::domain::change::ArticleChange;
use crate::domain::edit::ArticleEdit;
use crate::domain::kind::RecordKind;
use crate::text::t;
use crate::view::ArticleRow;

/// Draws the fields of an article.
pub(super) fn article_ui(ui: &mut Ui, row: &ArticleRow, edit: &mut Edit<'_>) {
    head(ui, RecordKind::Article, &row.key);
    let article = &row.article;
    let ids = vec![article.id];
    let change = |edit| ArticleChange::Edit { ids: ids.clone(), edit }.into();
    edit.line(ui, t("article-title"), &article.title, |v| change(ArticleEdit::Title(v)));
    edit.line(ui, t("article-outlet"), &article.outlet, |v| change(ArticleEdit::Outlet(v)));
    edit.date(ui, t("article-published"), &article.published, None, |v| change(ArticleEdit::Published(v)));
}
