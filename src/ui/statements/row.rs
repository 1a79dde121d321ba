//! The columns of the list and what stands in their cells.

use eframe::egui::{Label, Rect, Sense, Ui, pos2, vec2};

use super::lines::By;
use crate::domain::kind::CheckStatus;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Column, cell, cell_muted, cell_number, cell_quote, check_badge, dot};
use crate::view::StatementRow;

/// Below this width the kind and the replies are left to the inspector.
const NARROW: f32 = 800.0;
/// Below this width the check is left to it too.
const NARROWEST: f32 = 540.0;

/// "on or before 27 Sep 2024" and the like are whole in so many letters.
const WHOLE_DATE: usize = 26;
/// "contradicted by evidence", and that it is disputed.
const CHECK: usize = 34;
/// Dates longer than this are shown short, whole on hover.
const LONGEST_DATE: usize = 15;

/// The columns there is room for.
pub(super) fn columns(width: f32) -> &'static [By] {
    if width < NARROWEST {
        &[By::Said, By::Speaker, By::Statement]
    } else if width < NARROW {
        &[By::Said, By::Speaker, By::Statement, By::Check]
    } else {
        &[By::Said, By::Speaker, By::Statement, By::Kind, By::Check, By::Replies]
    }
}

/// A column with its header.
pub(super) fn column(by: By, narrow: bool, speaker: usize) -> Column<'static> {
    match by {
        By::Said => Column::new(t("statements-column-said"), 100.0).letters(WHOLE_DATE).sortable(),
        By::Speaker if narrow => {
            Column::new(t("statements-column-speaker"), 108.0).letters(speaker).sortable()
        }
        By::Speaker => Column::new(t("statements-column-speaker"), 140.0).letters(speaker).sortable(),
        By::Statement => Column::rest(t("statements-column-statement")).sortable(),
        By::Kind => Column::new(t("statements-column-kind"), 84.0).sortable(),
        By::Check if narrow => Column::new(t("statements-column-check"), 150.0).sortable(),
        By::Check => Column::new(t("statements-column-check"), 176.0).letters(CHECK).sortable(),
        By::Replies => Column::new(t("statements-column-replies"), 58.0).sortable().right(),
    }
}

/// What assistive technology calls a row.
pub(super) fn name(row: &StatementRow) -> String {
    t_with(
        "statements-row",
        &[
            ("said", Arg::from(row.said.words.as_str())),
            ("speaker", Arg::from(row.speaker.as_str())),
            ("words", Arg::from(row.line())),
        ],
    )
}

/// Draws a cell.
pub(super) fn cell_ui(ui: &mut Ui, row: &StatementRow, by: By) {
    match by {
        By::Said => said(ui, row),
        By::Speaker => drop(cell(ui, &row.speaker)),
        By::Statement if row.quote.is_empty() => drop(cell(ui, &row.statement.gist)),
        By::Statement => drop(cell_quote(ui, &row.line())),
        By::Kind => drop(cell_muted(ui, row.statement.kind.word())),
        By::Check => check(ui, row),
        By::Replies => {
            if !row.answered_by.is_empty() {
                cell_number(ui, row.answered_by.len() as i64);
            }
        }
    }
}

fn said(ui: &mut Ui, row: &StatementRow) {
    match &row.said.date.edtf {
        None => drop(cell_muted(ui, t("statements-undated"))),
        Some(date) if row.said.words.chars().count() > LONGEST_DATE && ui.available_width() < 190.0 => {
            cell(ui, &date.short()).on_hover_text(&row.said.words);
        }
        Some(_) => drop(cell(ui, &row.said.words)),
    }
}

/// How far it is checked, and beside it whether anyone disputes it.
fn check(ui: &mut Ui, row: &StatementRow) {
    let disputed = !row.disputed_by.is_empty();
    let told = row.check != CheckStatus::NotChecked;
    // The edge of the cell would cut a hollow dot.
    ui.add_space(1.0);
    if told || (row.statement.kind.can_be_checked() && !disputed) {
        check_badge(ui, row.check);
    }
    if disputed {
        let p = palette(ui);
        if !told {
            let (rect, _) = ui.allocate_exact_size(vec2(size::DOT, size::DOT), Sense::hover());
            dot(ui, rect.center(), p.disputed, true);
        }
        let words = Type::Table.text(t("statements-disputed")).color(p.disputed);
        let by = Arg::from(row.disputed_by.join(", "));
        ui.add(Label::new(words).truncate())
            .on_hover_text(t_with("statements-disputed-by", &[("names", by)]));
    }
}

/// Draws the words of a heading across its whole line. To be called in the last cell: the cells before it would
/// paint their ground over the words.
pub(super) fn heading_ui(ui: &Ui, words: &str, part: bool, across: Rect) {
    let p = palette(ui);
    let (font, ink) = if part { (Type::TableStrong, p.ink) } else { (Type::TableMedium, p.muted) };
    let clip = Rect::from_x_y_ranges(across.x_range(), ui.clip_rect().y_range());
    let mut painter = ui.painter().clone();
    painter.set_clip_rect(clip);
    let cell = ui.max_rect();
    let mut job = eframe::egui::text::LayoutJob::simple_singleline(words.to_owned(), font.font(), ink);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(across.width() - size::GAP);
    let words = painter.layout_job(job);
    let at = pos2(across.left(), cell.bottom() - 5.0 - words.size().y);
    painter.galley(at.round(), words, ink);
}
