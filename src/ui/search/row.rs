//! A line of the results, drawn.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Color32, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::lines::Line;
use crate::domain::date::Match;
use crate::domain::kind::RecordKind;
use crate::text::{Arg, number, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::view::{HitLine, HitsView};

/// How high a line is, in points.
pub(super) fn height(line: &Line, hits: &HitsView, width: f32) -> f32 {
    match line {
        Line::When(..) => 52.0,
        Line::Kind(..) => 34.0,
        Line::Cut => 44.0,
        Line::Hit(at) => match hits.lines.get(*at) {
            Some(hit) if !hit.snippet.is_empty() => 38.0 + 19.0 * rows(hit, width - 16.0) as f32,
            _ => 36.0,
        },
    }
}

/// On how many lines its words are shown: on one where they surely fit, else on two.
fn rows(hit: &HitLine, width: f32) -> usize {
    const WIDEST: f32 = 7.6;
    let letters: usize = hit.snippet.iter().map(|part| part.text.chars().count()).sum();
    if letters as f32 * WIDEST < width { 1 } else { 2 }
}

/// Draws a line; gives whether it was pressed. `many`: hits of several cases, each says which.
pub(super) fn line_ui(
    ui: &mut Ui,
    rect: Rect,
    line: &Line,
    hits: &HitsView,
    many: bool,
    current: bool,
) -> bool {
    match line {
        Line::When(when, count) => {
            let (words, note) = match when {
                Match::Possibly => (t("search-possibly"), t("search-possibly-note")),
                _ => (t("search-certainly"), t("search-certainly-note")),
            };
            let p = palette(ui);
            let name = put(ui, pos2(rect.left(), rect.top() + 22.0), words, Type::DialogTitle, p.ink);
            let number =
                put(ui, pos2(name + 8.0, rect.top() + 25.0), &number(*count as i64), Type::Label, p.muted);
            put(ui, pos2(number + 12.0, rect.top() + 25.0), note, Type::Label, p.muted);
            named(ui, rect, words);
            false
        }
        Line::Kind(kind, count) => {
            let p = palette(ui);
            let words = kind_words(*kind);
            let name = put(ui, pos2(rect.left(), rect.top() + 14.0), words, Type::LabelMedium, p.muted);
            put(ui, pos2(name + 6.0, rect.top() + 14.0), &number(*count as i64), Type::Label, p.muted);
            named(ui, rect, &format!("{words} {}", number(*count as i64)));
            false
        }
        Line::Cut => {
            let words = t_with("search-cut", &[("count", Arg::from(hits.lines.len() as i64))]);
            put(ui, pos2(rect.left(), rect.top() + 14.0), &words, Type::Label, palette(ui).muted);
            false
        }
        Line::Hit(at) => match hits.lines.get(*at) {
            Some(hit) => {
                ui.push_id((hit.kind, hit.of.id(), *at), |ui| hit_ui(ui, rect, hit, many, current)).inner
            }
            None => false,
        },
    }
}

/// The heading of a kind.
fn kind_words(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Statement => t("search-statements"),
        RecordKind::Article => t("search-articles"),
        RecordKind::Event => t("search-events"),
        RecordKind::FollowUp => t("search-follow-ups"),
        RecordKind::Party => t("search-parties"),
        RecordKind::Occasion => t("search-occasions"),
        RecordKind::Note => t("search-notes"),
        RecordKind::Case | RecordKind::Topic => "",
    }
}

fn hit_ui(ui: &mut Ui, rect: Rect, hit: &HitLine, many: bool, current: bool) -> bool {
    let p = palette(ui);
    let response = ui.interact(rect, ui.scope_id().with("hit"), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, current, &hit.title));
    if current || response.hovered() {
        let fill = if current { p.selection } else { p.hover };
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), size::RADIUS_CONTROL, fill);
    }
    if response.has_focus() {
        let ring = Stroke::new(size::FOCUS, p.accent);
        ui.painter().rect_stroke(rect, size::RADIUS_CONTROL, ring, StrokeKind::Inside);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, p.rule));
    let (left, right) = (rect.left() + 8.0, rect.right() - 8.0);
    let top = rect.top() + 9.0;

    let mut meta = hit.about.clone();
    if many && !hit.case_title.is_empty() {
        let gap = if meta.is_empty() { "" } else { " · " };
        meta = format!("{meta}{gap}{}", hit.case_title);
    }
    let meta = cut(ui, &meta, Type::Label, p.muted, (right - left) * 0.5);
    let room = right - left - meta.size().x - 16.0;
    let title = cut(ui, &hit.title, Type::TableMedium, p.ink, room);
    ui.painter().galley(pos2(right - meta.size().x, top + 2.0).round(), meta, p.muted);
    ui.painter().galley(pos2(left, top).round(), title, p.ink);
    if !hit.snippet.is_empty() {
        let galley = ui.painter().layout_job(snippet(hit, p.ink, p.mark_statement, right - left));
        ui.painter().galley(pos2(left, top + 22.0).round(), galley, p.ink);
    }
    response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand).clicked()
}

/// Some lines of the record with the words that match marked.
fn snippet(hit: &HitLine, ink: Color32, mark: Color32, width: f32) -> LayoutJob {
    let wrap = TextWrapping { max_width: width, max_rows: rows(hit, width), ..TextWrapping::default() };
    let mut job = LayoutJob { wrap, ..LayoutJob::default() };
    for part in &hit.snippet {
        let mut format = TextFormat::simple(Type::QuoteRow.font(), ink);
        format.line_height = Some(19.0);
        if part.matched {
            format.background = mark;
        }
        job.append(&part.text, 0.0, format);
    }
    job
}

fn cut(ui: &Ui, words: &str, ty: Type, ink: Color32, room: f32) -> std::sync::Arc<eframe::egui::Galley> {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), ty.font(), ink);
    job.wrap = TextWrapping::truncate_at_width(room.max(60.0));
    ui.painter().layout_job(job)
}

/// Paints words and gives where they end.
fn put(ui: &Ui, at: eframe::egui::Pos2, words: &str, ty: Type, ink: Color32) -> f32 {
    let galley = ui.painter().layout_no_wrap(words.to_owned(), ty.font(), ink);
    let end = at.x + galley.size().x;
    ui.painter().galley(at.round(), galley, ink);
    end
}

/// Names painted words for assistive technology.
fn named(ui: &Ui, rect: Rect, words: &str) {
    let response = ui.interact(rect, ui.scope_id().with(("heading", words)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
}
