//! The sheet over the foot of the articles while files come in, and the list of what became of them.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{
    Align, AsIdSalt, CornerRadius, Frame, Label, Layout, Margin, Panel, ProgressBar, ScrollArea, Stroke, Ui,
};

use super::bulk::{edit_all, outlet_popup};
use super::import_line::{LINE, Outcome, line_ui};
use crate::command::Command;
use crate::domain::edit::ArticleEdit;
use crate::domain::id::Id;
use crate::text::{Arg, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Icon, icon_button, secondary};
use crate::ui::{Cx, ImportReport, Importing};
use crate::view::{ArticleRow, CaseView, ImportStatus};

/// What the sheet remembers.
#[derive(Debug, Default)]
pub(super) struct ImportSheetState {
    outlet: String,
    /// Dates typed and not set yet.
    dates: HashMap<Id, String>,
    made_of: Option<(Arc<ImportReport>, Arc<CaseView>)>,
    /// Whether all that came in was in the case when the lines were put in order.
    settled: bool,
    /// The lines in the order of the list.
    order: Vec<usize>,
    counts: HashMap<Outcome, usize>,
    /// The articles that came in and have no outlet.
    without_outlet: Vec<Id>,
    /// Those that are scans.
    scans: Vec<Id>,
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
        }
        if !self.settled {
            let outcome = |n: &usize| report.lines.get(*n).map(|line| Outcome::of(line, case, today));
            self.order = (0..report.lines.len()).collect();
            self.order.sort_by_key(outcome);
            self.settled = !self.order.iter().any(|n| outcome(n) == Some(Outcome::Gone));
        }
        self.counts.clear();
        for line in &report.lines {
            *self.counts.entry(Outcome::of(line, case, today)).or_default() += 1;
        }
        let added = report.lines.iter().filter_map(|line| match line.status {
            ImportStatus::Added(id) => case.article(id),
            _ => None,
        });
        let ids_of = |wanted: fn(&ArticleRow) -> bool| -> Vec<Id> {
            added.clone().filter(|row| wanted(row)).map(|row| row.article.id).collect()
        };
        self.without_outlet = ids_of(|row| row.article.outlet.is_empty());
        self.scans = ids_of(|row| row.is_scan);
        self.made_of = Some((report.clone(), case.clone()));
    }
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
        let room = ui.available_height();
        let wanted = 68.0 + LINE * report.lines.len() as f32;
        let height = wanted.clamp(112.0, (room * 0.5).max(112.0));
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

fn progress_ui(ui: &mut Ui, importing: &Importing, out: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let args = [("done", Arg::from(importing.done as i64)), ("total", Arg::from(importing.total as i64))];
        ui.label(Type::ControlMedium.text(t_with("import-progress", &args)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if secondary(ui, t("dialog-cancel")).on_hover_text(t("import-cancel-tip")).clicked() {
                out.push(Command::CancelImport(importing.import));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(Type::Table.muted(ui, &importing.file)).truncate());
            });
        });
    });
    let share = importing.done as f32 / importing.total.max(1) as f32;
    let fill = palette(ui).accent;
    ui.add(ProgressBar::new(share).fill(fill).desired_height(6.0).corner_radius(3));
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
        let title = if report.cancelled { t("import-stopped") } else { t("import-done") };
        ui.label(Type::ControlStrong.text(title));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, Icon::Close, t("import-close")).clicked() {
                out.push(Command::CloseImportList);
            }
            let count = state.without_outlet.len();
            if count > 0 {
                outlet_ui(ui, cx, count, state, out);
            }
            scans_ui(ui, cx, &state.scans, out);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(Type::Table.muted(ui, counts_words(&state.counts))).truncate());
            });
        });
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink([false, false]).show_rows(ui, LINE, state.order.len(), |ui, range| {
        for n in state.order.get(range).unwrap_or_default() {
            if let Some(line) = report.lines.get(*n) {
                ui.push_id(n, |ui| line_ui(ui, cx, case, line, &mut state.dates, out));
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

/// Sets the outlet of all that came in without one.
fn outlet_ui(ui: &mut Ui, cx: &Cx<'_>, count: usize, state: &mut ImportSheetState, out: &mut Vec<Command>) {
    let words = t_with("import-set-outlet", &[("count", Arg::from(count as i64))]);
    let button = ui.add_enabled_ui(cx.can_write(), |ui| secondary(ui, &words)).inner;
    if let Some(outlet) = outlet_popup(&button, &mut state.outlet) {
        out.push(edit_all(state.without_outlet.clone(), ArticleEdit::Outlet(outlet)));
    }
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
        words(Outcome::Duplicate, "import-count-duplicate"),
        words(Outcome::Failed, "import-count-failed"),
        words(Outcome::Gone, "import-count-gone"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
