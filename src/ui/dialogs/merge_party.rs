//! Two names of one party: which stays, and what becomes of the other.

use eframe::egui::{Label, Ui};

use super::picker::Picker;
use super::side::{aside, keep_button, remark, side_by_side, warn};
use crate::command::Command;
use crate::domain::change::PartyChange;
use crate::domain::id::Id;
use crate::domain::kind::PartyKind;
use crate::domain::record::{Owner, Party};
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::Cx;
use crate::ui::inspector::relation_words;
use crate::ui::theme::Type;
use crate::ui::widgets::{Answer, Dialog, PartyOption, quiet};
use crate::view::RelationView;

/// Two parties that may be merged.
#[derive(Debug)]
pub struct MergeParty {
    id: Id,
    other: Option<Id>,
    /// Whether the other one stays.
    keep_other: bool,
    picker: Option<Picker>,
}

impl MergeParty {
    pub(super) fn new(id: Id) -> Self {
        Self { id, other: None, keep_other: false, picker: None }
    }
}

/// What is known of a party here.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) party: &'a Party,
    pub(super) aliases: &'a [String],
    /// How many statements it speaks in here; `None` if it is not in the case that is open.
    pub(super) statements: Option<usize>,
}

/// The parties that can be seen from here: those of the case, then the library's others.
pub(super) fn all<'a>(cx: &Cx<'a>) -> Vec<Shown<'a>> {
    let case = cx.data.case.as_deref();
    let own = case.into_iter().flat_map(|case| &case.parties);
    let mut all: Vec<Shown<'a>> = own
        .map(|row| Shown { party: &row.party, aliases: &row.aliases, statements: Some(row.statements) })
        .collect();
    let others = cx.data.library.parties.iter();
    let others = others.filter(|line| case.is_none_or(|case| case.party(line.party.id).is_none()));
    all.extend(others.map(|line| Shown { party: &line.party, aliases: &line.aliases, statements: None }));
    all
}

/// Draws it; a merge is one step for undo.
pub(super) fn merge_party_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut MergeParty,
    out: &mut Vec<Command>,
) -> bool {
    let all = all(cx);
    let find = |id: Id| all.iter().copied().find(|shown| shown.party.id == id);
    let Some(one) = find(state.id) else { return false };
    let other = state.other.and_then(find);
    let unnamed = one.party.kind == PartyKind::Unnamed;
    // While one is being looked for, the marked row is the chosen one.
    let marked = state.picker.as_ref().and_then(Picker::marked).and_then(find);
    let chosen = other.or(marked);
    let ready = chosen.is_some() && !unnamed && cx.can_write();
    let title = t_with("merge-party-title", &[("name", Arg::from(one.party.name.as_str()))]);
    let dialog = Dialog::new("merge-party", &title, t("merge-confirm")).ready(ready).width(600.0);
    let answer = dialog.show(ui.ctx(), |ui, opened| match other {
        _ if unnamed => {
            remark(ui, t("error-merge-unnamed"));
            aside(ui, t("error-merge-unnamed-hint"));
        }
        Some(other) => both_ui(ui, cx, state, one, other),
        None => {
            choose_ui(ui, state, &all, opened);
            if let Some(other) = marked {
                outcome_ui(ui, cx, state, one, other);
            }
        }
    });
    if let (Some(Answer::Confirmed), Some(other)) = (answer, chosen) {
        let (keep, gone) =
            if state.keep_other { (other.party.id, state.id) } else { (state.id, other.party.id) };
        out.push(Command::Change {
            change: PartyChange::Merge { keep, gone: vec![gone] }.into(),
            group: None,
        });
        out.push(Command::Select(Owner::Party(keep)));
    }
    answer.is_none()
}

fn choose_ui(ui: &mut Ui, state: &mut MergeParty, all: &[Shown<'_>], opened: bool) {
    aside(ui, t("merge-party-not-relations"));
    let id = state.id;
    let picker = state.picker.get_or_insert_with(|| {
        let others = all.iter().filter(|shown| shown.party.id != id);
        let named = others.filter(|shown| shown.party.kind != PartyKind::Unnamed);
        let option = |shown: &Shown<'_>| PartyOption {
            id: shown.party.id,
            name: shown.party.name.clone(),
            hint: [&[shown.party.kind.word().to_owned()], shown.aliases].concat().join(" · "),
        };
        Picker::new(named.map(option).collect()).choosing()
    });
    let taken = picker.show(ui, t("merge-party-choose"), t("picker-party-hint"), opened);
    state.other = taken.or(state.other);
}

fn both_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut MergeParty, one: Shown<'_>, other: Shown<'_>) {
    side_by_side(ui, |ui, column| {
        let (shown, is_other) = if column == 0 { (one, false) } else { (other, true) };
        if keep_button(ui, state.keep_other == is_other, &shown.party.name) {
            state.keep_other = is_other;
        }
        ui.label(Type::Table.muted(ui, shown.party.kind.word()));
        if !shown.aliases.is_empty() {
            let names = Arg::from(shown.aliases.join(", "));
            ui.add(Label::new(Type::Table.text(t_with("merge-party-aliases", &[("names", names)]))).wrap());
        }
        if let Some(count) = shown.statements {
            let count = Arg::from(count as i64);
            ui.label(Type::Table.text(t_with("statements-count", &[("count", count)])));
        }
    });
    outcome_ui(ui, cx, state, one, other);
    aside(ui, t("merge-undo"));
    if quiet(ui, t("merge-choose-other")).clicked() {
        state.other = None;
    }
}

/// What becomes of the two, and what is to be thought of before.
fn outcome_ui(ui: &mut Ui, cx: &Cx<'_>, state: &MergeParty, one: Shown<'_>, other: Shown<'_>) {
    let (keep, gone) = if state.keep_other { (other.party, one.party) } else { (one.party, other.party) };
    let names = [("keep", Arg::from(keep.name.as_str())), ("gone", Arg::from(gone.name.as_str()))];
    kinds_ui(ui, keep, gone);
    let lost: Vec<String> = relations(cx, one.party.id)
        .iter()
        .filter(|relation| relation.other_id == other.party.id)
        .map(|relation| relation_words(&one.party.name, relation))
        .collect();
    if !lost.is_empty() {
        warn(ui, &t_with("merge-party-lost", &[("relations", Arg::from(lost.join("; ")))]));
    }
    remark(ui, &t_with("merge-party-moves", &names));
}

/// That the two are of different kinds, if they are.
pub(super) fn kinds_ui(ui: &mut Ui, keep: &Party, gone: &Party) {
    if keep.kind != gone.kind {
        let kinds = [
            ("keep", Arg::from(keep.name.as_str())),
            ("gone", Arg::from(gone.name.as_str())),
            ("kept-kind", Arg::from(keep.kind.code())),
            ("gone-kind", Arg::from(gone.kind.code())),
        ];
        warn(ui, &t_with("merge-party-kinds", &kinds));
    }
}

/// How the party stands to others, as far as it is shown beside the dialog.
fn relations<'a>(cx: &Cx<'a>, id: Id) -> &'a [RelationView] {
    match (&cx.data.detail, &cx.data.party) {
        (Some((of, detail)), _) if *of == Owner::Party(id) => &detail.relations,
        (_, Some(view)) if view.party.id == id => &view.relations,
        _ => &[],
    }
}
