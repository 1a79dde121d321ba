//! Search: one field, what it finds as you type, grouped by kind; the record at the right while you look through.

mod lines;
mod row;

use eframe::egui::{Align, Id as UiId, Key, Layout, Link, Modifiers, Popup, ScrollArea, Ui, vec2};

use self::lines::{Line, lines};
use super::Cx;
use super::theme::{Type, palette, size};
use super::widgets::{TextField, empty_state, secondary, view_chip};
use crate::command::{Command, Place, Question, Tab};
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::{Arg, t, t_with};
use crate::view::{HitLine, HitsView};

/// How long after the last key the library is asked, in seconds.
const PAUSE: f64 = 0.12;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct SearchState {
    typed: String,
    /// The case to search; all cases if `None`.
    scope: Option<Id>,
    /// Whether the field is to get the focus.
    focus: bool,
    /// When to ask, in seconds of the window's clock.
    ask_at: Option<f64>,
    /// The hit the arrow keys are at, as its place in the answer's lines.
    current: Option<usize>,
    /// The lines of the answer with this address.
    lines: (usize, Vec<Line>),
}

impl SearchState {
    /// The screen is gone to, from a case or from elsewhere: the case is what is searched.
    pub fn open(&mut self, from: Option<Id>) {
        self.focus = true;
        self.current = None;
        self.ask_at = Some(0.0);
        if from.is_some() {
            self.scope = from;
        }
    }

    fn search(&mut self, now: f64) {
        self.ask_at = Some(now);
        self.current = None;
    }
}

/// Draws it.
pub fn search_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut SearchState, out: &mut Vec<Command>) {
    let hits = cx.data.hits.clone().unwrap_or_default();
    let address = std::sync::Arc::as_ptr(&hits).addr();
    if state.lines.0 != address {
        state.lines = (address, lines(&hits));
        state.current = state.current.filter(|at| *at < hits.lines.len());
    }
    let field = field_id();
    let free = ui.memory(|memory| {
        memory.top_modal_layer().is_none() && memory.focused().is_none_or(|focused| focused == field)
    });
    let moved = free && move_by_keys(ui, state, &hits, out);
    field_ui(ui, cx, state, field);
    operators_ui(ui, state);
    ask(ui, state, out);
    for unread in &hits.unread {
        let words = t_with("search-unread", &[("words", Arg::from(unread.as_str()))]);
        ui.label(Type::Table.text(words).color(palette(ui).disputed));
    }
    ui.add_space(size::GAP);
    if state.typed.trim().is_empty() {
        empty_state(ui, t("search-empty"), None, t("search-empty-quicker"));
    } else if hits.lines.is_empty() {
        if hits.typed == state.typed {
            nothing_ui(ui, cx, state);
        }
    } else {
        results_ui(ui, state, &hits, moved, out);
    }
}

fn field_id() -> UiId {
    UiId::unique("search-field")
}

/// The field with the chip that says where is searched.
fn field_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut SearchState, id: UiId) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            scope_ui(ui, cx, state);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let field = TextField::new(t("search-field"))
                    .hint(t("search-hint"))
                    .name_hidden()
                    .id(id)
                    .show(ui, &mut state.typed);
                if std::mem::take(&mut state.focus) {
                    field.request_focus();
                }
                if field.changed() {
                    state.search(ui.input(|input| input.time) + PAUSE);
                }
            });
        });
    });
}

/// The chip that says where is searched, and its list.
fn scope_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut SearchState) {
    let cases = &cx.data.library.cases;
    let here = cases.iter().find(|line| Some(line.case.id) == state.scope);
    let words = here.map_or(t("search-all-cases"), |line| &line.case.title);
    let words: String = if words.chars().count() > 28 {
        words.chars().take(27).chain(['…']).collect()
    } else {
        words.to_owned()
    };
    let chip = view_chip(ui, &words).on_hover_text(t("search-scope"));
    let before = state.scope;
    Popup::menu(&chip).width(260.0).show(|ui| {
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            ui.selectable_value(&mut state.scope, None, t("search-all-cases"));
            for line in cases {
                let id = Some(line.case.id);
                ui.push_id(line.case.id, |ui| ui.selectable_value(&mut state.scope, id, &line.case.title));
            }
        });
    });
    if state.scope != before {
        state.search(0.0);
    }
}

/// The words that narrow a search; a click puts one into the field.
fn operators_ui(ui: &mut Ui, state: &mut SearchState) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 2.0);
        ui.label(Type::Label.muted(ui, t("search-narrow")));
        let operators = [
            (t("search-speaker"), t("search-speaker-tip")),
            (t("search-about"), t("search-about-tip")),
            (t("search-to"), t("search-to-tip")),
            (t("search-before"), t("search-before-tip")),
            (t("search-after"), t("search-after-tip")),
        ];
        for (operator, tip) in operators {
            let link = Link::new(Type::Label.text(operator).color(palette(ui).accent));
            if ui.add(link).on_hover_text(tip).clicked() {
                let gap = if state.typed.is_empty() || state.typed.ends_with(' ') { "" } else { " " };
                state.typed = format!("{}{gap}{operator}", state.typed);
                state.focus = true;
            }
        }
        ui.label(Type::Label.muted(ui, t("search-phrase")));
    });
}

/// Asks the library once the keys have rested.
fn ask(ui: &Ui, state: &mut SearchState, out: &mut Vec<Command>) {
    let now = ui.input(|input| input.time);
    let Some(at) = state.ask_at else { return };
    if now < at {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(at - now));
        return;
    }
    state.ask_at = None;
    if !state.typed.trim().is_empty() {
        out.push(Command::Ask(Question::Search { typed: state.typed.clone(), scope: state.scope }));
    }
}

/// Moves through the hits by arrow keys, opens one by Enter; gives whether it moved.
fn move_by_keys(ui: &Ui, state: &mut SearchState, hits: &HitsView, out: &mut Vec<Command>) -> bool {
    let places: Vec<usize> = state.lines.1.iter().filter_map(Line::hit).collect();
    let Some(last) = places.len().checked_sub(1) else { return false };
    let at = state.current.and_then(|current| places.iter().position(|place| *place == current));
    let key = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let to = if key(Key::ArrowDown) {
        Some(at.map_or(0, |at| (at + 1).min(last)))
    } else if key(Key::ArrowUp) {
        at.map(|at| at.saturating_sub(1))
    } else {
        None
    };
    if let Some(hit) = to.and_then(|to| places.get(to)) {
        state.current = Some(*hit);
        preview(hits.lines.get(*hit), hits.scope, out);
    }
    if key(Key::Enter) {
        let first = places.first().copied();
        open(state.current.or(first).and_then(|at| hits.lines.get(at)), hits.scope, out);
    }
    to.is_some()
}

/// Shows a hit at the right, its words in view.
fn preview(line: Option<&HitLine>, scope: Option<Id>, out: &mut Vec<Command>) {
    let Some(line) = line else { return };
    out.push(Command::Preview { case: line.case_id.or(scope), of: line.of });
    if let Some((article, span)) = line.words {
        out.push(Command::ShowInArticle { article, span: Some(span) });
    }
}

/// Goes to a hit in its case, its words in view.
fn open(line: Option<&HitLine>, scope: Option<Id>, out: &mut Vec<Command>) {
    let Some(line) = line else { return };
    let tab = match line.of {
        Owner::Article(_) => Tab::Articles,
        Owner::Party(_) => Tab::Parties,
        Owner::Occasion(_) | Owner::Statement(_) => Tab::Statements,
        Owner::Event(_) => Tab::Chronology,
        Owner::FollowUp(_) => Tab::FollowUps,
    };
    let place = line.case_id.or(scope).map_or(Place::Parties, |case| Place::Case(case, tab));
    out.push(Command::Go(place));
    out.push(Command::Select(line.of));
    if let Some((article, span)) = line.words {
        out.push(Command::ShowInArticle { article, span: Some(span) });
    }
}

/// Says that there is nothing, and what to try.
fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut SearchState) {
    let case = cx.data.library.cases.iter().find(|line| Some(line.case.id) == state.scope);
    let words = match case {
        Some(line) => t_with("search-nothing-here", &[("case", Arg::from(line.case.title.as_str()))]),
        None => t("search-nothing").to_owned(),
    };
    ui.add_space(size::MARGIN);
    ui.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        ui.label(Type::Control.text(words));
        ui.label(Type::Table.muted(ui, t("search-nothing-try")));
        if case.is_some() && secondary(ui, t("search-all-cases-instead")).clicked() {
            state.scope = None;
            state.search(0.0);
        }
    });
}

fn results_ui(ui: &mut Ui, state: &mut SearchState, hits: &HitsView, moved: bool, out: &mut Vec<Command>) {
    let many = hits.scope.is_none();
    ScrollArea::vertical().auto_shrink([false, false]).show_viewport(ui, |ui, viewport| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (left, width) = (ui.max_rect().left(), ui.available_width());
        ui.set_height(state.lines.1.iter().map(|line| row::height(line, hits, width)).sum());
        let mut y = ui.max_rect().top();
        let top = y;
        for line in &state.lines.1 {
            let height = row::height(line, hits, width);
            let rect = eframe::egui::Rect::from_min_size(eframe::egui::pos2(left, y), vec2(width, height));
            y += height;
            let is_current = line.hit().is_some() && line.hit() == state.current;
            if is_current && moved {
                ui.scroll_to_rect(rect.expand2(vec2(0.0, 40.0)), None);
            }
            let shown = rect.bottom() - top >= viewport.top() && rect.top() - top <= viewport.bottom();
            if shown && row::line_ui(ui, rect, line, hits, many, is_current) {
                open(line.hit().and_then(|at| hits.lines.get(at)), hits.scope, out);
            }
        }
    });
}
