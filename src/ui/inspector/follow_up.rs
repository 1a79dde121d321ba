//! A follow-up.

use eframe::egui::Ui;

use super::field::Edit;
use super::head::head;
use crate::domain::change::FollowUpChange;
use crate::domain::edit::FollowUpEdit;
use crate::domain::kind::RecordKind;
use crate::text::t;
use crate::view::FollowUpRow;

/// Draws a follow-up.
pub(super) fn follow_up_ui(ui: &mut Ui, row: &FollowUpRow, edit: &mut Edit<'_>) {
    head(ui, RecordKind::FollowUp, &row.key);
    let follow_up = &row.follow_up;
    let ids = vec![follow_up.id];
    let change = |edit| FollowUpChange::Edit { ids: ids.clone(), edit }.into();
    edit.line(ui, t("follow-up-title"), &follow_up.title, |v| change(FollowUpEdit::Title(v)));
    edit.choice(ui, t("follow-up-kind"), follow_up.kind, |v| change(FollowUpEdit::Kind(v)));
}
