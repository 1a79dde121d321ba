//! Several names of one party, chosen in a list: which stays, and what becomes of the others.

use eframe::egui::{RadioButton, Ui};

use super::merge_party::{Shown, all, kinds_ui};
use super::side::{aside, remark};
use crate::command::Command;
use crate::domain::change::PartyChange;
use crate::domain::id::Id;
use crate::domain::kind::PartyKind;
use crate::domain::record::Owner;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::Type;
use crate::ui::widgets::{Answer, Dialog};

/// Parties that may be merged.
#[derive(Debug)]
pub struct MergeParties {
    ids: Vec<Id>,
    keep: Option<Id>,
}

impl MergeParties {
    pub(super) fn new(ids: Vec<Id>) -> Self {
        Self { ids, keep: None }
    }
}

/// Draws it; a merge of however many is one step for undo.
pub(super) fn merge_parties_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut MergeParties,
    out: &mut Vec<Command>,
) -> bool {
    let all = all(cx);
    let find = |id: &Id| all.iter().copied().find(|shown| shown.party.id == *id);
    let shown: Vec<Shown<'_>> = state.ids.iter().filter_map(find).collect();
    // The one with most to say stays, unless another is chosen.
    let most = shown.iter().rev().max_by_key(|shown| shown.statements);
    let keep = state.keep.as_ref().and_then(find).or(most.copied());
    let (Some(keep), true) = (keep, shown.len() > 1) else { return false };
    let gone: Vec<Shown<'_>> = shown.iter().copied().filter(|one| one.party.id != keep.party.id).collect();
    let unnamed = shown.iter().any(|shown| shown.party.kind == PartyKind::Unnamed);
    let title = t_with("merge-parties-title", &[("count", Arg::from(shown.len() as i64))]);
    let names = [
        ("keep", Arg::from(keep.party.name.as_str())),
        ("gone", Arg::from(gone.iter().map(|one| one.party.name.as_str()).collect::<Vec<_>>().join(", "))),
        ("count", Arg::from(gone.len() as i64)),
    ];
    let confirm = t_with("merge-parties-confirm", &names);
    let dialog = Dialog::new("merge-parties", &title, &confirm).ready(!unnamed && cx.can_write());
    let answer = dialog.width(600.0).show(ui.ctx(), |ui, _| {
        if unnamed {
            remark(ui, t("error-merge-unnamed"));
            aside(ui, t("error-merge-unnamed-hint"));
            return;
        }
        aside(ui, t("merge-party-not-relations"));
        for one in &shown {
            choice_ui(ui, one, one.party.id == keep.party.id, &mut state.keep);
        }
        for one in &gone {
            kinds_ui(ui, keep.party, one.party);
        }
        remark(ui, &t_with("merge-parties-moves", &names));
        aside(ui, t("merge-parties-kept"));
        aside(ui, t("merge-undo"));
    });
    if answer == Some(Answer::Confirmed) {
        let (keep, gone) = (keep.party.id, gone.iter().map(|one| one.party.id).collect());
        out.push(Command::Change { change: PartyChange::Merge { keep, gone }.into(), group: None });
        out.push(Command::Select(Owner::Party(keep)));
    }
    answer.is_none()
}

/// One of them, what tells it from the others, and whether it stays.
fn choice_ui(ui: &mut Ui, one: &Shown<'_>, kept: bool, keep: &mut Option<Id>) {
    ui.horizontal_wrapped(|ui| {
        let words = t_with("merge-keep", &[("name", Arg::from(one.party.name.as_str()))]);
        if ui.add(RadioButton::new(kept, Type::TableMedium.text(words))).clicked() {
            *keep = Some(one.party.id);
        }
        let mut told = vec![one.party.kind.word().to_owned()];
        if let Some(count) = one.statements {
            told.push(t_with("statements-count", &[("count", Arg::from(count as i64))]));
        }
        told.extend(one.aliases.iter().cloned());
        ui.label(Type::Table.muted(ui, told.join(" · ")));
    });
}
