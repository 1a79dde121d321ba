//! Whether to delete a case: what goes with it, and that undo brings it back.

use eframe::egui::Ui;

use crate::command::Command;
use crate::domain::change::CaseChange;
use crate::domain::id::Id;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, palette};
use crate::ui::widgets::{Answer, Dialog};
use crate::view::CaseLine;

/// A case that may be deleted.
#[derive(Debug)]
pub struct DeleteCase {
    pub(super) id: Id,
}

/// Draws it.
pub(super) fn delete_case_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut DeleteCase,
    out: &mut Vec<Command>,
) -> bool {
    let Some(line) = cx.data.library.cases.iter().find(|line| line.case.id == state.id) else { return false };
    let title = t_with("delete-case-title", &[("case", Arg::from(line.case.title.as_str()))]);
    let ready = !line.case.hold && cx.can_write();
    let answer =
        Dialog::new("delete-case", &title, t("delete-case-delete")).ready(ready).show(ui.ctx(), |ui, _| {
            if line.case.hold {
                let colour = palette(ui).contradicted;
                ui.label(Type::Control.text(t("error-case-on-hold")).color(colour));
                ui.label(Type::Table.muted(ui, t("delete-case-hold")));
            } else {
                ui.label(Type::Control.text(contents(line)));
                ui.label(Type::Table.muted(ui, t("delete-case-undo")));
            }
        });
    if answer == Some(Answer::Confirmed) {
        out.push(Command::Change { change: CaseChange::Delete { id: state.id }.into(), group: None });
    }
    answer.is_none()
}

/// "In it are 14 articles, 29 statements, 11 parties, 9 events and 7 follow-ups."
fn contents(line: &CaseLine) -> String {
    let n = |count: usize| Arg::from(count as i64);
    let counts = &line.contents;
    t_with(
        "delete-case-contents",
        &[
            ("articles", n(line.contents.articles)),
            ("statements", n(counts.statements)),
            ("parties", n(counts.parties)),
            ("events", n(counts.events)),
            ("follow-ups", n(counts.follow_ups)),
        ],
    )
}
