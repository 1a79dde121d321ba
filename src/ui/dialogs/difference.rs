//! What changed between two versions of an article: old at the left and new at the right, or one under the other in a
//! narrow window.

use std::collections::HashSet;

use eframe::egui::{Align, Key, Label, Layout, Modifiers, Popup, Rect, ScrollArea, Stroke, Ui, pos2, vec2};

use super::difference_row::{Look, SIGN, change_ui, columns, same_ui};
use super::panel::panel;
use crate::command::{Command, Question};
use crate::domain::date::{Edtf, local_day};
use crate::domain::id::Id;
use crate::domain::revision::{Change, Piece};
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Icon, icon_button, quiet, rule, view_chip};
use crate::view::{DifferenceView, Side};

/// Two columns need this much room.
const ROOM_FOR_TWO: f32 = 720.0;
/// So many unchanged paragraphs in a row are shown; of more the first and the last.
const FEW: usize = 3;

/// What is looked at of a difference.
#[derive(Debug)]
pub struct Difference {
    article: Id,
    between: Option<(i64, i64)>,
    asked: bool,
    /// Which change the person is at.
    at: usize,
    /// Whether to scroll there.
    goes: bool,
    /// Runs of unchanged paragraphs that are opened, by their first.
    opened: HashSet<usize>,
}

impl Difference {
    pub(super) fn new(article: Id, between: Option<(i64, i64)>) -> Self {
        Self { article, between, asked: false, at: 0, goes: false, opened: HashSet::new() }
    }

    fn go(&mut self, to: usize) {
        self.at = to;
        self.goes = true;
    }
}

/// Draws it.
pub(super) fn difference_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut Difference,
    out: &mut Vec<Command>,
) -> bool {
    if !state.asked {
        state.asked = true;
        out.push(Command::Ask(Question::Difference { article: state.article, between: state.between }));
    }
    let view = cx.data.difference.clone().filter(|view| {
        view.article == state.article
            && state.between.is_none_or(|between| between == (view.old.n, view.new.n))
    });
    panel(ui.ctx(), "difference", t("difference-title"), vec2(1060.0, 700.0), |ui| match view {
        Some(view) => {
            act_on_keys(ui, state, &view);
            bar_ui(ui, state, &view);
            rule(ui);
            body_ui(ui, state, &view);
        }
        None => drop(ui.label(Type::Control.muted(ui, t("difference-reading")))),
    })
}

fn act_on_keys(ui: &Ui, state: &mut Difference, view: &DifferenceView) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::J) && state.at + 1 < view.count {
        state.go(state.at + 1);
    }
    if pressed(Key::K) && state.at > 0 {
        state.go(state.at - 1);
    }
}

/// How much changed, the way from change to change, and which versions.
fn bar_ui(ui: &mut Ui, state: &mut Difference, view: &DifferenceView) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let count = t_with("difference-count", &[("count", Arg::from(view.count as i64))]);
        ui.label(Type::ControlMedium.text(count));
        if view.headline_changed {
            ui.label(Type::Control.muted(ui, t("difference-headline")));
        }
        if view.date_changed {
            ui.label(Type::Control.muted(ui, t("difference-date")));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let last = view.count.saturating_sub(1);
            let steps = [
                (Icon::ChevronDown, t("difference-next"), state.at < last, state.at + 1),
                (Icon::ChevronUp, t("difference-previous"), state.at > 0, state.at.saturating_sub(1)),
            ];
            for (icon, name, there, to) in steps {
                if ui.add_enabled_ui(there, |ui| icon_button(ui, icon, name)).inner.clicked() {
                    state.go(to);
                }
            }
            if view.versions.len() > 2 {
                versions_ui(ui, state, view);
            }
        });
    });
}

/// Which two versions are compared.
fn versions_ui(ui: &mut Ui, state: &mut Difference, view: &DifferenceView) {
    let (old, new) = (view.old.n, view.new.n);
    let args = [("old", Arg::from(old.to_string())), ("new", Arg::from(new.to_string()))];
    let chip = view_chip(ui, &t_with("difference-between", &args));
    let mut chosen = None;
    Popup::menu(&chip).show(|ui| {
        for (n, later) in view.versions.iter().enumerate().rev() {
            for earlier in view.versions.get(..n).unwrap_or_default().iter().rev() {
                let args = [("old", Arg::from(earlier.to_string())), ("new", Arg::from(later.to_string()))];
                let words = t_with("difference-between", &args);
                if ui.selectable_label((*earlier, *later) == (old, new), words).clicked() {
                    chosen = Some((*earlier, *later));
                }
            }
        }
    });
    if let Some(between) = chosen.filter(|between| *between != (old, new)) {
        *state = Difference::new(view.article, Some(between));
    }
}

fn body_ui(ui: &mut Ui, state: &mut Difference, view: &DifferenceView) {
    let look = if ui.available_width() >= ROOM_FOR_TWO { Look::Columns } else { Look::Inline };
    ScrollArea::vertical().id_salt("difference").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 12.0);
        heads_ui(ui, look, view);
        let mut changed = 0;
        let mut at = 0;
        while let Some(change) = view.changes.get(at) {
            if change.is_one() {
                let current = changed == state.at;
                let row = ui.scope(|ui| change_ui(ui, look, change)).response.rect;
                mark_ui(ui, row, current);
                if current && std::mem::take(&mut state.goes) {
                    ui.scroll_to_rect(row, Some(Align::Center));
                }
                (at, changed) = (at + 1, changed + 1);
            } else {
                let run = view.changes.get(at..).unwrap_or_default();
                let run = run.iter().take_while(|change| !change.is_one()).count();
                run_ui(ui, look, state, view.changes.get(at..at + run).unwrap_or_default(), at);
                at += run;
            }
        }
    });
}

/// A bar before the change the person is at.
fn mark_ui(ui: &Ui, row: Rect, current: bool) {
    let p = palette(ui);
    let ink = if current { p.accent } else { p.rule };
    let x = row.left() + 1.0;
    ui.painter().line_segment([pos2(x, row.top()), pos2(x, row.bottom())], Stroke::new(3.0, ink));
}

/// Paragraphs that did not change: all of a few, the first and last of many until they are opened.
fn run_ui(ui: &mut Ui, look: Look, state: &mut Difference, run: &[Change], at: usize) {
    let all = run.len() <= FEW || state.opened.contains(&at);
    for (n, change) in run.iter().enumerate() {
        let Change::Same(text) = change else { continue };
        if all || n == 0 || n + 1 == run.len() {
            same_ui(ui, look, text);
        } else if n == 1 {
            let count = t_with("difference-unchanged", &[("count", Arg::from(run.len() as i64 - 2))]);
            if quiet(ui, &count).clicked() {
                state.opened.insert(at);
            }
        }
    }
}

/// Which version each side is, and its headline.
fn heads_ui(ui: &mut Ui, look: Look, view: &DifferenceView) {
    let head = |ui: &mut Ui, side: &Side| {
        let day = Edtf::day(local_day(side.at)).words();
        let args = [
            ("n", Arg::from(side.n.to_string())),
            ("day", Arg::from(day)),
            ("file", Arg::from(side.file_name.clone())),
        ];
        ui.horizontal(|ui| {
            ui.add_space(SIGN);
            ui.vertical(|ui| {
                let words = t_with("difference-version", &args);
                ui.add(Label::new(Type::LabelMedium.muted(ui, words)).truncate());
                if !side.published.is_empty() {
                    let args = [("date", Arg::from(side.published.clone()))];
                    ui.label(Type::Label.muted(ui, t_with("difference-published", &args)));
                }
            });
        });
    };
    match look {
        Look::Columns => columns(ui, |ui, column| head(ui, if column == 0 { &view.old } else { &view.new })),
        Look::Inline => [&view.old, &view.new].into_iter().for_each(|side| head(ui, side)),
    }
    ui.add_space(size::GAP);
    if view.headline_changed {
        let all = |pieces: &[Piece]| pieces.to_vec();
        change_ui(ui, look, &Change::Altered { old: all(&view.old.headline), new: all(&view.new.headline) });
    }
}
