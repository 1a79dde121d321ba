//! One row: date, what was said or happened, who, source, answered.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align, Color32, Galley, Pos2, Rect, Ui, pos2, vec2};

use super::rows::{ANSWERED, Columns, LINE, PAD, Placed, SMALL_LINE};
use crate::text::{Arg, t, t_with};
use crate::ui::theme::{Palette, Type, palette, size};
use crate::ui::widgets::dot;
use crate::view::{Answered, ChronologyRow};

/// A short key is no wider than this.
const KEY: f32 = 72.0;

/// What assistive technology calls a row.
pub(super) fn name(row: &ChronologyRow) -> String {
    let date = if row.when.words.is_empty() { t("chronology-no-date") } else { &row.when.words };
    let parts = [date, &row.who, &row.line(), answered_words(row.answered)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Draws the words of a row over `rect`; its date only where it is the first under it.
pub(super) fn draw(ui: &mut Ui, row: &ChronologyRow, placed: &Placed, columns: &Columns, rect: Rect) {
    let p = palette(ui);
    let ink = if row.hidden { p.muted } else { p.ink };
    let top = rect.top() + PAD;
    if placed.first_of_date {
        draw_date(ui, row, columns, pos2(rect.left() + columns.date, top + 2.0));
    }
    let what = what(ui, row, placed.lines, columns.what_width, ink);
    let below = top + what.size().y + 3.0;
    ui.painter().galley(pos2(rect.left() + columns.what, top).round(), what, ink);
    if columns.wide {
        draw_columns(ui, row, columns, rect, ink);
    } else {
        draw_line(ui, row, columns, pos2(rect.left() + columns.what, below), ink);
    }
    let from = if placed.last_of_date { rect.left() } else { rect.left() + columns.what };
    ui.painter().hline(from..=rect.right(), rect.bottom() - 0.5, (1.0, p.rule));
}

/// Draws the date of a row.
pub(super) fn draw_date(ui: &Ui, row: &ChronologyRow, columns: &Columns, at: Pos2) {
    let p = palette(ui);
    let exact = row.when.first.is_some() && row.when.first == row.when.last;
    let (words, ty, ink) = match (row.when.words.as_str(), exact) {
        ("", _) => (row.when.date.words.as_deref().unwrap_or(t("chronology-no-date")), Type::Table, p.muted),
        (words, true) => (words, Type::TableMedium, p.ink),
        (words, false) => (words, Type::Table, p.ink),
    };
    let galley = words_in(ui, words, ty, ink, columns.date_width, 3);
    ui.painter().galley(at.round(), galley, ink);
}

/// What was said in the face of what people read, what was done in that of the interface.
fn what(ui: &Ui, row: &ChronologyRow, lines: usize, width: f32, ink: Color32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for piece in &row.what {
        let ty = if piece.quoted { Type::QuoteRow } else { Type::Control };
        let format = TextFormat {
            font_id: ty.font(),
            color: ink,
            line_height: Some(LINE),
            valign: Align::Center,
            ..TextFormat::default()
        };
        let words = if piece.quoted { format!("“{}”", piece.text) } else { piece.text.clone() };
        job.append(&one_line(&words), 0.0, format);
    }
    job.wrap = TextWrapping { max_width: width, max_rows: lines.max(1), ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

/// Line breaks of a source as spaces: a row is no place for its layout.
fn one_line(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Who, source and answer in columns of their own.
fn draw_columns(ui: &Ui, row: &ChronologyRow, columns: &Columns, rect: Rect, ink: Color32) {
    let p = palette(ui);
    let (top, second) = (rect.top() + PAD + 2.0, rect.top() + PAD + 2.0 + SMALL_LINE + 1.0);
    let mut x = rect.left() + columns.who;
    if let Some(side) = row.side {
        dot(ui, pos2(x + size::DOT / 2.0, top + 8.5), p.side(usize::from(side)), true);
        x += size::DOT + 7.0;
    }
    let room = rect.left() + columns.who + columns.who_width - x;
    put(ui, &row.who, Type::Table, ink, room, pos2(x, top));
    put(ui, &row.occasion, Type::Label, p.muted, room, pos2(x, second));
    let x = rect.left() + columns.source;
    let source = row.sources.first().map_or("", String::as_str);
    let source = words_in(ui, source, Type::Table, p.muted, columns.source_width, 2);
    let below = pos2(x, top + source.size().y + 1.0);
    ui.painter().galley(pos2(x, top).round(), source, p.muted);
    put(ui, &more_sources(row), Type::Label, p.muted, columns.source_width, below);
    let at = pos2(rect.left() + columns.answered, top);
    draw_answered(ui, row, p, Type::Table, ANSWERED, at);
    let key = if row.hidden { t("chronology-left-out") } else { &row.key };
    // Never where an answer would stand: a number there would be taken for that of the answer.
    put(ui, key, Type::Label, p.muted, ANSWERED, pos2(at.x, second));
}

/// Who, source and answer in one quiet line under the words.
fn draw_line(ui: &Ui, row: &ChronologyRow, columns: &Columns, at: Pos2, ink: Color32) {
    let p = palette(ui);
    let mut x = at.x;
    let key = words_in(ui, &row.key, Type::Label, p.muted, KEY, 1);
    let end = at.x + columns.what_width - key.size().x - size::GAP_GROUP;
    ui.painter().galley(pos2(end + size::GAP_GROUP, at.y).round(), key, p.muted);
    if let Some(side) = row.side {
        dot(ui, pos2(x + size::DOT / 2.0, at.y + 8.0), p.side(usize::from(side)), true);
        x += size::DOT + 6.0;
    }
    let answered = answered_words(row.answered);
    let kept = if answered.is_empty() { 0.0 } else { 118.0 };
    let rest = [row.occasion.as_str(), row.sources.first().map_or("", String::as_str)];
    let mut parts: Vec<&str> = rest.into_iter().filter(|part| !part.is_empty()).collect();
    let more = more_sources(row);
    parts.extend((!more.is_empty()).then_some(more.as_str()));
    parts.extend(row.hidden.then(|| t("chronology-left-out")));
    let who = put(
        ui,
        &row.who,
        Type::LabelMedium,
        ink,
        (end - kept - x).min(columns.what_width * 0.5),
        pos2(x, at.y),
    );
    if who > 0.0 {
        x += who;
    }
    let mut line = parts.join("  ·  ");
    if who > 0.0 && !line.is_empty() {
        line.insert_str(0, "  ·  ");
    }
    x += put(ui, &line, Type::Label, p.muted, end - kept - x, pos2(x, at.y));
    if !answered.is_empty() {
        let gap = if x > at.x { size::GAP_GROUP } else { 0.0 };
        draw_answered(ui, row, p, Type::Label, end - x - gap, pos2(x + gap, at.y));
    }
}

fn draw_answered(ui: &Ui, row: &ChronologyRow, p: &Palette, ty: Type, width: f32, at: Pos2) {
    let words = answered_words(row.answered);
    if words.is_empty() {
        return;
    }
    let waits = row.answered == Answered::NotYet;
    let (colour, ink) = if waits { (p.disputed, p.disputed) } else { (p.supported, p.muted) };
    dot(ui, pos2(at.x + size::DOT / 2.0, at.y + 8.0), colour, !waits);
    put(ui, words, ty, ink, width - size::DOT - 6.0, at + vec2(size::DOT + 6.0, 0.0));
}

/// The words for whether a row is answered; empty where it asks for no answer.
fn answered_words(answered: Answered) -> &'static str {
    match answered {
        Answered::NotAsked => "",
        Answered::Yes => t("chronology-answered"),
        Answered::NotYet => t("chronology-no-answer"),
    }
}

fn more_sources(row: &ChronologyRow) -> String {
    match row.sources.len() {
        0 | 1 => String::new(),
        n => t_with("chronology-more-sources", &[("count", Arg::from(n as i64 - 1))]),
    }
}

/// Puts words on one line, cut at `width`; gives how wide they are.
fn put(ui: &Ui, words: &str, ty: Type, ink: Color32, width: f32, at: Pos2) -> f32 {
    if words.is_empty() || width < 12.0 {
        return 0.0;
    }
    let galley = words_in(ui, words, ty, ink, width, 1);
    let taken = galley.size().x;
    ui.painter().galley(at.round(), galley, ink);
    taken
}

fn words_in(ui: &Ui, words: &str, ty: Type, ink: Color32, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    let format =
        TextFormat { font_id: ty.font(), color: ink, line_height: Some(SMALL_LINE), ..TextFormat::default() };
    job.append(&one_line(words), 0.0, format);
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: rows,
        break_anywhere: rows == 1,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}
