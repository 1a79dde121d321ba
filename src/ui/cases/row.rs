//! A case in the list: its title and question, where it stands, and what can be done with it.

use eframe::egui::{
    self, Align, Layout, Popup, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::command::{Command, Place, Tab};
use crate::text::{Arg, Worded as _, t, t_with};
use crate::ui::Cx;
use crate::ui::dialogs::OpenDialog;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Icon, icon_button};
use crate::view::CaseLine;

const HEIGHT: f32 = 58.0;
/// Where the columns at the right begin, counted from the right edge.
const COLUMNS: [f32; 3] = [356.0, 276.0, 176.0];

/// Draws it; a click opens the case.
pub(super) fn case_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    line: &CaseLine,
    dialog: &mut Option<OpenDialog>,
    out: &mut Vec<Command>,
) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &line.case.title));
    let p = palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), size::RADIUS_CONTROL, p.hover);
    }
    if response.has_focus() {
        let ring = Stroke::new(size::FOCUS, p.accent);
        ui.painter().rect_stroke(rect, size::RADIUS_CONTROL, ring, StrokeKind::Inside);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, p.rule));
    words(ui, rect, line);
    let more = Rect::from_center_size(pos2(rect.right() - 22.0, rect.center().y), vec2(28.0, 28.0));
    ui.scope_builder(UiBuilder::new().max_rect(more).layout(Layout::left_to_right(Align::Center)), |ui| {
        more_menu(ui, cx, line, dialog, out);
    });
    if response.clicked() {
        out.push(Command::Go(Place::Case(line.case.id, Tab::Overview)));
    }
}

fn words(ui: &Ui, rect: Rect, line: &CaseLine) {
    let p = palette(ui);
    let count = |key: &str, n: usize| t_with(key, &[("count", Arg::from(n as i64))]);
    let columns = [
        (line.case.status.word().to_owned(), p.muted),
        (count("cases-articles", line.contents.articles), p.muted),
        (count("cases-open", line.contents.open), if line.contents.open > 0 { p.ink } else { p.muted }),
    ];
    for ((words, ink), from_right) in columns.into_iter().zip(COLUMNS) {
        let galley = ui.painter().layout_no_wrap(words, Type::Table.font(), ink);
        let at = pos2(rect.right() - from_right, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at.round(), galley, ink);
    }
    let room = rect.width() - COLUMNS[0] - 24.0;
    let cut = |words: &str, ty: Type, ink| {
        let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), ty.font(), ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        ui.painter().layout_job(job)
    };
    let title = cut(&line.case.title, Type::ControlStrong, p.ink);
    let below = if line.case.kept_apart { t("cases-apart") } else { "" };
    let question = [below, line.case.question.as_str()].into_iter().filter(|words| !words.is_empty());
    let question = cut(&question.collect::<Vec<_>>().join(" · "), Type::Table, p.muted);
    let gap = if question.is_empty() { 0.0 } else { 3.0 };
    let height = title.size().y + if question.is_empty() { 0.0 } else { question.size().y + gap };
    let at = pos2(rect.left() + 8.0, rect.center().y - height / 2.0).round();
    let below = at + vec2(0.0, title.size().y + gap);
    ui.painter().galley(at, title, p.ink);
    ui.painter().galley(below, question, p.muted);
}

fn more_menu(
    ui: &mut Ui,
    cx: &Cx<'_>,
    line: &CaseLine,
    dialog: &mut Option<OpenDialog>,
    out: &mut Vec<Command>,
) {
    let name = t_with("cases-more", &[("case", Arg::from(line.case.title.as_str()))]);
    let button = icon_button(ui, Icon::More, &name);
    let id = line.case.id;
    Popup::menu(&button).width(180.0).show(|ui| {
        if item(ui, t("cases-open-case"), true) {
            out.push(Command::Go(Place::Case(id, Tab::Overview)));
        }
        if item(ui, t("command-case-settings"), cx.can_write()) {
            *dialog = Some(OpenDialog::case_settings(id));
        }
        if item(ui, t("command-delete-case"), cx.can_write()) {
            *dialog = Some(OpenDialog::delete_case(id));
        }
    });
}

fn item(ui: &mut Ui, words: &str, enabled: bool) -> bool {
    let button = egui::Button::new(Type::Control.text(words))
        .frame_when_inactive(false)
        .min_size(vec2(ui.available_width(), 26.0));
    let clicked = ui.add_enabled(enabled, button).clicked();
    if clicked {
        ui.close();
    }
    clicked
}
