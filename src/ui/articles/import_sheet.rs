//! The sheet over the foot of the articles while files come in, and the list of what became of them.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{
    Align, AsIdSalt, CornerRadius, Frame, Label, Layout, Margin, Panel, ScrollArea, Stroke, Ui,
};

use super::import_line::{LINE, Line, Outcome, line_ui};
use super::import_progress::progress_ui;
use super::missing::{Missing, MissingState, missing_ui};
use crate::command::{Command, Question};
use crate::domain::id::Id;
use crate::text::{Arg, number, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Icon, icon_button, quiet, secondary};
use crate::ui::{Cx, ImportReport};
use crate::view::{CaseView, ImportLine, ImportStatus};

/// What the sheet remembers.
#[derive(Debug, Default)]
pub(super) struct ImportSheetState {
    /// Dates typed and not set yet.
    dates: HashMap<Id, String>,
    made_of: Option<(Arc<ImportReport>, Arc<CaseView>)>,
    /// How many views of the case came since the report: the first ones may be older than it.
    views: usize,
    /// Whether all that came in was in the case when the lines were put in order.
    settled: bool,
    /// The list from above.
    rows: Vec<Row>,
    counts: HashMap<Outcome, usize>,
    /// The articles that came in and are scans.
    scans: Vec<Id>,
    missing: Missing,
    filling: MissingState,
    /// The import for which the outlets of the case were asked for.
    asked: Option<Id>,
}

/// A row of the list.
#[derive(Debug, Clone, Copy)]
enum Row {
    /// The head of lines that came to the same, and how many.
    Head(Outcome, usize),
    /// A line, and under which head it is.
    Line(usize, Outcome),
}

impl ImportSheetState {
    /// Makes the list anew for another import or a changed case. Once all articles are there the order stays, so that
    /// a line does not jump away from under the hand that mends it.
    fn refresh(&mut self, report: &Arc<ImportReport>, case: &Arc<CaseView>, today: i64) {
        let (same_report, same_case) = self
            .made_of
            .as_ref()
            .map_or((false, false), |(of, in_case)| (Arc::ptr_eq(of, report), Arc::ptr_eq(in_case, case)));
        if same_report && same_case {
            return;
        }
        if !same_report {
            self.dates.clear();
            self.settled = false;
            self.views = 0;
        }
        self.views += 1;
        let outcomes: Vec<Outcome> =
            report.lines.iter().map(|line| self.outcome(line, case, today)).collect();
        if !self.settled {
            self.rows = rows(&outcomes);
            let all_there = !report.lines.iter().any(|line| Outcome::of(line, case, today) == Outcome::Gone);
            self.settled = all_there || self.views > LATE_VIEWS;
        }
        self.counts.clear();
        for outcome in outcomes {
            *self.counts.entry(outcome).or_default() += 1;
        }
        self.missing = Missing::of(report.lines.iter().filter_map(|line| match line.status {
            ImportStatus::Added(id) => Some((line, case.article(id)?)),
            _ => None,
        }));
        let scans = report.lines.iter().filter_map(|line| match line.status {
            ImportStatus::Added(id) => case.article(id).filter(|row| row.is_scan).map(|_| id),
            _ => None,
        });
        self.scans = scans.collect();
        self.made_of = Some((report.clone(), case.clone()));
    }

    /// What a line comes to. An article that is not in the case yet counts as what it was added as.
    fn outcome(&self, line: &ImportLine, case: &CaseView, today: i64) -> Outcome {
        match Outcome::of(line, case, today) {
            Outcome::Gone if !self.settled && self.views <= LATE_VIEWS => Outcome::as_added(line),
            outcome => outcome,
        }
    }
}

/// So many views of the case may have been on their way when an import ended.
const LATE_VIEWS: usize = 2;

/// The lines under heads, what needs the person first.
fn rows(outcomes: &[Outcome]) -> Vec<Row> {
    let mut order: Vec<(Outcome, usize)> = outcomes.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let mut rows = Vec::with_capacity(order.len() + 5);
    for lines in order.chunk_by(|(a, _), (b, _)| a == b) {
        if let Some((outcome, _)) = lines.first() {
            rows.push(Row::Head(*outcome, lines.len()));
        }
        rows.extend(lines.iter().map(|(outcome, n)| Row::Line(*n, *outcome)));
    }
    rows
}

/// Draws the sheet at the bottom of the room there is, while there is something to tell.
pub(super) fn import_sheet_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ImportSheetState,
    out: &mut Vec<Command>,
) {
    let here = cx.place.case();
    let mut goes_on = false;
    for importing in cx.data.importing.iter().filter(|job| Some(job.case_id) == here) {
        goes_on = true;
        sheet(ui, ("import-progress", importing.import), None, |ui| progress_ui(ui, importing, out));
    }
    if goes_on {
        return;
    }
    let report = cx.data.imported.iter().find(|report| Some(report.case_id) == here);
    let case = cx.data.case.as_ref().filter(|case| Some(case.case.id) == here);
    if let (Some(report), Some(case)) = (report, case) {
        state.refresh(report, case, cx.today);
        if state.asked != Some(report.import) && !state.missing.is_empty() {
            state.asked = Some(report.import);
            out.push(Command::Ask(Question::Outlets(case.case.id)));
        }
        let room = ui.available_height();
        let asks = if state.missing.is_empty() { 0.0 } else { size::CONTROL + 4.0 };
        let wanted = 68.0 + asks + LINE * state.rows.len() as f32;
        let height = wanted.clamp(112.0, (room * 0.6).max(112.0));
        sheet(ui, "import-result", Some(height), |ui| result_ui(ui, cx, report, case, state, out));
    }
}

fn sheet(ui: &mut Ui, id: impl AsIdSalt, height: Option<f32>, content: impl FnOnce(&mut Ui)) {
    let p = palette(ui);
    let top = CornerRadius { nw: size::RADIUS_CARD, ne: size::RADIUS_CARD, sw: 0, se: 0 };
    let frame = Frame::new()
        .fill(p.card)
        .stroke(Stroke::new(1.0, p.rule))
        .corner_radius(top)
        .inner_margin(Margin { left: 16, right: 12, top: 8, bottom: 8 });
    let panel = Panel::bottom(id).resizable(false).show_separator_line(false).frame(frame);
    match height {
        Some(height) => panel.exact_size(height).show(ui, content),
        None => panel.show(ui, content),
    };
}

fn result_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    report: &ImportReport,
    case: &CaseView,
    state: &mut ImportSheetState,
    out: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.label(Type::ControlStrong.text(title(report)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, Icon::Close, t("import-close")).clicked() {
                out.push(Command::CloseImportList);
            }
            scans_ui(ui, cx, &state.scans, out);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(Type::Table.muted(ui, counts_words(&state.counts))).truncate());
            });
        });
    });
    if !state.missing.is_empty() {
        missing_ui(ui, cx, &state.missing, &mut state.filling, out);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink([false, false]).show_rows(ui, LINE, state.rows.len(), |ui, range| {
        for row in state.rows.get(range).unwrap_or_default() {
            match *row {
                Row::Head(outcome, count) => head_ui(ui, cx, report, outcome, count, out),
                Row::Line(n, under) => {
                    if let Some(line) = report.lines.get(n) {
                        let line = Line { report, of: line, under, settled: state.settled };
                        ui.push_id(n, |ui| line_ui(ui, cx, case, &line, &mut state.dates, out));
                    }
                }
            }
        }
    });
}

/// Offers to read the scans that came in, where there is a program for it.
fn scans_ui(ui: &mut Ui, cx: &Cx<'_>, scans: &[Id], out: &mut Vec<Command>) {
    let ocr = &cx.data.ocr;
    let (waiting, left): (Vec<Id>, Vec<Id>) = scans.iter().partition(|id| ocr.asked.contains(id));
    if !waiting.is_empty() {
        let words = t_with("ocr-progress", &[("count", Arg::from(waiting.len() as i64))]);
        if secondary(ui, t("reading-ocr-stop")).clicked() {
            out.push(Command::CancelOcr);
        }
        ui.label(Type::Table.muted(ui, words));
    } else if ocr.there && !left.is_empty() {
        let words = t_with("ocr-offer", &[("count", Arg::from(left.len() as i64))]);
        let read = ui.add_enabled_ui(cx.can_write(), |ui| secondary(ui, &words)).inner;
        if read.on_hover_text(t("reading-ocr-tip")).clicked() {
            out.push(Command::ReadWithOcr(left));
        }
    }
}

fn title(report: &ImportReport) -> String {
    if report.is_cut_short() {
        let args = [("done", Arg::from(report.done as i64)), ("total", Arg::from(report.total as i64))];
        return t_with("import-stopped", &args);
    }
    if report.watched { t("import-came-in").to_owned() } else { t("import-done").to_owned() }
}

/// The head of lines that came to the same; those that failed can all be tried again from here.
fn head_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    report: &ImportReport,
    outcome: Outcome,
    count: usize,
    out: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        ui.set_height(LINE);
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(Type::TableStrong.text(outcome.word()).color(outcome.ink(ui)));
        ui.label(Type::Label.muted(ui, number(count as i64)));
        if outcome != Outcome::Failed || count < 2 || !cx.can_write() {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if quiet(ui, t("import-all-again")).clicked() {
                let failed =
                    report.lines.iter().filter(|line| matches!(line.status, ImportStatus::Failed(_)));
                let files = failed.map(|line| line.file.clone()).collect();
                out.push(Command::ImportAgain { import: report.import, files });
            }
        });
    });
}

/// "12 added · 2 already here · 3 need a look", only of what there is.
fn counts_words(counts: &HashMap<Outcome, usize>) -> String {
    let words = |outcome: Outcome, key: &str| {
        let count = counts.get(&outcome).copied().filter(|count| *count > 0)?;
        Some(t_with(key, &[("count", Arg::from(count as i64))]))
    };
    let parts = [
        words(Outcome::Added, "import-count-added"),
        words(Outcome::NeedsALook, "import-count-needs"),
        words(Outcome::Version, "import-count-version"),
        words(Outcome::Duplicate, "import-count-duplicate"),
        words(Outcome::Failed, "import-count-failed"),
        words(Outcome::Gone, "import-count-gone"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
