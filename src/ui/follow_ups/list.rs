//! A list of follow-ups in groups: picking one or several, and acting on them by keys or tick.

use std::collections::{BTreeSet, HashSet};

use eframe::egui::{EventFilter, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::asking::{Asking, Ended, What, push};
use super::line::{Line, line_ui};
use crate::command::Command;
use crate::domain::change::FollowUpChange;
use crate::domain::id::Id;
use crate::domain::kind::FollowUpStatus;
use crate::text::number;
use crate::ui::Cx;
use crate::ui::theme::{Type, palette, size};
use crate::view::DueGroup;

/// A line of a list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ListLine {
    /// The heading of a group, with how many are in it.
    Heading {
        /// Its words.
        words: String,
        /// How many are in it.
        count: usize,
    },
    /// A follow-up.
    Row(Listed),
}

/// A follow-up in a list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Listed {
    /// The follow-up.
    pub(crate) id: Id,
    /// Its place in the view's list.
    pub(crate) place: usize,
    /// Where it stands today.
    pub(crate) group: Option<DueGroup>,
    /// When, in words.
    pub(crate) when: String,
}

/// What a person is at in a list of follow-ups.
#[derive(Debug, Default)]
pub(crate) struct Acting {
    /// The row the keys act on.
    pub(crate) current: Option<Id>,
    /// The rows chosen together; empty or one while only the current one is meant.
    chosen: BTreeSet<Id>,
    /// Where a choice with Shift began.
    anchor: Option<Id>,
    pub(super) asking: Option<Asking>,
    /// Whether the current row is to be scrolled into view.
    moved: bool,
}

/// What a person did in a list in this frame.
#[derive(Debug, Default)]
pub(crate) struct ListOutput {
    /// Made this row the current one.
    pub(crate) picked: Option<Id>,
    /// Opened this one, by Enter or double click.
    pub(crate) opened: Option<Id>,
    /// Took the current rows out of the list; the next one, if any is left, is current.
    pub(crate) went_on: bool,
}

impl Acting {
    /// Makes this the only row acted on.
    pub(crate) fn take(&mut self, id: Option<Id>) {
        self.current = id;
        self.anchor = id;
        self.chosen = id.into_iter().collect();
    }

    /// The rows an action is for.
    pub(super) fn ids(&self) -> Vec<Id> {
        if self.chosen.is_empty() {
            self.current.into_iter().collect()
        } else {
            self.chosen.iter().copied().collect()
        }
    }

    /// Asks something about the rows chosen.
    pub(super) fn ask(&mut self, what: What) {
        let ids = self.ids();
        if !ids.is_empty() {
            self.asking = Some(Asking::new(what, ids));
        }
    }

    /// How many rows are chosen.
    pub(super) fn count(&self) -> usize {
        self.chosen.len()
    }

    /// Shows what is asked about several rows, above the list.
    pub(super) fn ask_several(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Command>) {
        if self.asking.as_ref().is_some_and(|asking| asking.ids.len() > 1) {
            ask_ui(ui, cx, self, &[], &mut ListOutput::default(), out);
        }
    }

    /// Forgets rows that are not in the list any more.
    fn keep_only(&mut self, order: &[Id]) {
        if !self.chosen.is_empty() {
            let here: HashSet<Id> = order.iter().copied().collect();
            self.chosen.retain(|id| here.contains(id));
        }
        if self.current.is_some_and(|id| !order.contains(&id)) {
            self.current = None;
        }
        if self.asking.as_ref().is_some_and(|asking| !asking.ids.iter().all(|id| order.contains(id))) {
            self.asking = None;
        }
    }

    /// Makes a row the current one: with Shift all from the first chosen to it, with Ctrl it in addition or no more.
    fn pick(&mut self, id: Id, (extend, toggle): (bool, bool), order: &[Id]) {
        let place = |id: Id| order.iter().position(|one| *one == id);
        match (extend, self.anchor.and_then(place), place(id)) {
            (true, Some(a), Some(b)) => {
                self.chosen = order.iter().skip(a.min(b)).take(a.abs_diff(b) + 1).copied().collect();
                self.current = Some(id);
            }
            _ if toggle => {
                if !self.chosen.remove(&id) {
                    self.chosen.insert(id);
                }
                self.current = Some(id);
                self.anchor = Some(id);
            }
            _ => self.take(Some(id)),
        }
    }
}

/// The rows of a list in their order.
pub(crate) fn order_of(lines: &[ListLine]) -> Vec<Id> {
    lines
        .iter()
        .filter_map(|line| match line {
            ListLine::Row(listed) => Some(listed.id),
            ListLine::Heading { .. } => None,
        })
        .collect()
}

/// Shows the lines one under the other. `line_of` gives what a row shows; `name` is the accessible name of the list.
pub(crate) fn list_ui<'a>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &str,
    lines: &'a [ListLine],
    acting: &mut Acting,
    line_of: impl Fn(&'a Listed) -> Option<Line<'a>>,
    out: &mut Vec<Command>,
) -> ListOutput {
    let order = order_of(lines);
    acting.keep_only(&order);
    let top = ui.cursor().min;
    let area = Rect::from_min_size(top, vec2(ui.available_width(), lines.len() as f32 * size::ROW));
    let whole =
        ui.interact(area, ui.make_persistent_id(("follow-ups", name)), Sense::focusable_noninteractive());
    whole.widget_info(|| WidgetInfo::labeled(Role::List, true, name));
    let mut output = ListOutput::default();
    if acting.asking.is_none() && (whole.has_focus() || ui.memory(|memory| memory.focused().is_none())) {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(whole.id, filter));
        act_on_keys(ui, cx, &order, acting, &mut output, out);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for (n, line) in lines.iter().enumerate() {
        match line {
            ListLine::Heading { words, count } => heading_ui(ui, words, *count, n == 0),
            ListLine::Row(listed) => {
                let Some(line) = line_of(listed) else { continue };
                ui.push_id(listed.id, |ui| {
                    row_ui(ui, cx, listed, &line, acting, &order, &mut output, out);
                });
            }
        }
    }
    output
}

/// One row, and what is asked about it below it.
fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    listed: &Listed,
    line: &Line<'_>,
    acting: &mut Acting,
    order: &[Id],
    output: &mut ListOutput,
    out: &mut Vec<Command>,
) {
    let top = ui.cursor().min;
    let chosen = acting.current == Some(listed.id) || acting.chosen.contains(&listed.id);
    let done = line_ui(ui, line, chosen, cx.can_write());
    if let Some(how) = done.picked {
        acting.pick(listed.id, how, order);
        output.picked = Some(listed.id);
    }
    if done.opened {
        output.opened = Some(listed.id);
    }
    if done.ticked {
        acting.take(Some(listed.id));
        if line.done {
            push(vec![reopen(vec![listed.id])], out);
        } else {
            acting.ask(What::Outcome);
        }
    }
    if acting.current == Some(listed.id) && std::mem::take(&mut acting.moved) {
        ui.scroll_to_rect(Rect::from_min_size(top, vec2(1.0, size::ROW)), None);
    }
    let asks_here = acting.asking.as_ref().is_some_and(|asking| asking.ids == [listed.id]);
    if asks_here {
        ask_ui(ui, cx, acting, order, output, out);
    }
}

/// Shows what is asked, and goes on to the next row once it takes the rows out of the list.
fn ask_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    acting: &mut Acting,
    order: &[Id],
    output: &mut ListOutput,
    out: &mut Vec<Command>,
) {
    let Some(asking) = &mut acting.asking else { return };
    let Some(ended) = asking.show(ui, cx.today, out) else { return };
    let goes_on = ended == Ended::Answered && asking.takes_away();
    let gone = std::mem::take(&mut asking.ids);
    acting.asking = None;
    if goes_on {
        let last = gone.iter().filter_map(|id| order.iter().position(|one| one == id)).max().unwrap_or(0);
        let stays = |id: &&Id| !gone.contains(id);
        let next = order.iter().skip(last).find(stays).or_else(|| order.iter().take(last).rev().find(stays));
        acting.take(next.copied());
        output.went_on = true;
    }
}

fn heading_ui(ui: &mut Ui, words: &str, count: usize, first: bool) {
    ui.add_space(if first { 4.0 } else { 14.0 });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(4.0);
        ui.label(Type::TableStrong.text(words).color(palette(ui).ink));
        ui.label(Type::Label.muted(ui, number(count as i64)));
    });
    ui.add_space(2.0);
}

fn act_on_keys(
    ui: &Ui,
    cx: &Cx<'_>,
    order: &[Id],
    acting: &mut Acting,
    output: &mut ListOutput,
    out: &mut Vec<Command>,
) {
    let Some(last) = order.len().checked_sub(1) else { return };
    let key = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let at = acting.current.and_then(|id| order.iter().position(|one| *one == id));
    let moves = [
        (Key::ArrowDown, at.map_or(0, |at| (at + 1).min(last))),
        (Key::ArrowUp, at.map_or(0, |at| at.saturating_sub(1))),
        (Key::Home, 0),
        (Key::End, last),
    ];
    for (arrow, to) in moves {
        let extend = key(Modifiers::SHIFT, arrow);
        if extend || key(Modifiers::NONE, arrow) {
            acting.pick(order[to], (extend, false), order);
            acting.moved = true;
            output.picked = Some(order[to]);
        }
    }
    if key(Modifiers::COMMAND, Key::A) {
        acting.chosen = order.iter().copied().collect();
    }
    if acting.current.is_none() {
        return;
    }
    if key(Modifiers::NONE, Key::Enter) {
        output.opened = acting.current;
    }
    if !cx.can_write() {
        return;
    }
    let asks = [
        (Key::C, What::Outcome),
        (Key::Space, What::Outcome),
        (Key::Z, What::Snooze),
        (Key::A, What::Attempt),
    ];
    for (letter, what) in asks {
        if key(Modifiers::NONE, letter) {
            acting.ask(what);
        }
    }
    if key(Modifiers::NONE, Key::R) {
        push(vec![reopen(acting.ids())], out);
    }
    if key(Modifiers::NONE, Key::Delete) {
        push(vec![FollowUpChange::Delete { ids: acting.ids() }], out);
    }
}

/// Opens follow-ups again, also those put off.
fn reopen(ids: Vec<Id>) -> FollowUpChange {
    FollowUpChange::SetStatus { ids, status: FollowUpStatus::Open, outcome: String::new(), statement: None }
}
