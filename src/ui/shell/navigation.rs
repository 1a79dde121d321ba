//! The navigation: library-wide screens, the cases, and when the last change was written.

use eframe::egui::{
    Align, Context, Frame, Id as WidgetId, Layout, Margin, Pos2, Rect, Response, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{menu, parts};
use crate::command::{Command, Place, Tab, UiCommand};
use crate::domain::id::Id;
use crate::text::{Arg, number, t, t_with};
use crate::ui::Cx;
use crate::ui::articles::progress_words;
use crate::ui::cases::first_steps_ui;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Icon, icon_button, rule, section_heading};

/// So many imports have a line here.
const IMPORTS: usize = 3;
/// The height of the card of first steps.
const STEPS: f32 = 176.0;

/// Draws it; `unfinished` is whether something typed is not kept yet.
pub(super) fn navigation_ui(ui: &mut Ui, cx: &Cx<'_>, unfinished: bool, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.horizontal(|ui| {
        ui.add_space(6.0);
        ui.label(Type::DialogTitle.text(t("app-name")));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| menu::menu_button(ui, cx, out));
    });
    ui.add_space(size::GAP);
    let due = crate::view::due_count(&cx.data.library, cx.today);
    let library = &cx.data.library;
    go(ui, cx, Place::Today, t("nav-today"), Some(due), due > 0, out);
    go(ui, cx, Place::Search, t("nav-search"), None, false, out);
    go(ui, cx, Place::Parties, t("nav-parties"), Some(library.parties.len()), false, out);
    go(ui, cx, Place::Cases, t("nav-cases"), Some(library.cases.len()), false, out);
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        section_heading(ui, t("nav-cases-heading"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if cx.can_write() && icon_button(ui, Icon::Plus, UiCommand::NewCase.words()).clicked() {
                out.push(Command::Ui(UiCommand::NewCase));
            }
        });
    });
    let steps = cx.data.steps;
    let guides = cx.can_write() && !library.cases.is_empty() && !steps.is_done();
    let going = cx.data.importing.len().min(IMPORTS) as f32 * (size::ROW + 2.0);
    let foot = going + if guides { 44.0 + STEPS } else { 44.0 };
    ScrollArea::vertical().max_height(ui.available_height() - foot).auto_shrink([false, true]).show(
        ui,
        |ui| {
            let mut cases = Vec::with_capacity(library.cases.len());
            for line in &library.cases {
                let here = cx.place.case() == Some(line.case.id);
                let place = match cx.place {
                    Place::Case(_, tab) if !here => Place::Case(line.case.id, tab),
                    _ => Place::Case(line.case.id, Tab::Overview),
                };
                let entry = ui
                    .push_id(line.case.id, |ui| {
                        entry(ui, &line.case.title, Some(line.contents.articles), here, false)
                    })
                    .inner;
                cases.push((line.case.id, entry.rect.intersect(ui.clip_rect())));
                if entry.clicked() {
                    out.push(Command::Go(place));
                }
            }
            ui.data_mut(|data| data.insert_temp(case_places(), cases));
        },
    );
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        foot_ui(ui, cx, unfinished);
        imports_ui(ui, cx, out);
        if guides {
            let size = vec2(ui.available_width(), STEPS - 8.0);
            ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                rule(ui);
                let margin = Margin { left: 8, right: 0, top: 4, bottom: 0 };
                Frame::new().inner_margin(margin).show(ui, |ui| first_steps_ui(ui, steps, true, out));
            });
        }
    });
}

fn go(
    ui: &mut Ui,
    cx: &Cx<'_>,
    place: Place,
    words: &str,
    count: Option<usize>,
    urgent: bool,
    out: &mut Vec<Command>,
) {
    if entry(ui, words, count, cx.place == place, urgent).clicked() {
        out.push(Command::Go(place));
    }
}

/// The case in the navigation that this place of the window is on.
#[must_use]
pub fn case_at(ctx: &Context, place: Pos2) -> Option<Id> {
    let cases: Vec<(Id, Rect)> = ctx.data(|data| data.get_temp(case_places()))?;
    cases.into_iter().find(|(_, rect)| rect.contains(place)).map(|(case, _)| case)
}

fn case_places() -> WidgetId {
    WidgetId::unique("places-of-cases")
}

/// The imports that go on, wherever they were begun.
fn imports_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Command>) {
    for importing in cx.data.importing.iter().take(IMPORTS) {
        ui.push_id(importing.import, |ui| {
            if entry(ui, &progress_words(importing), None, false, false).clicked() {
                out.push(Command::Go(Place::Case(importing.case_id, Tab::Articles)));
            }
        });
    }
}

/// One line of the navigation.
fn entry(ui: &mut Ui, words: &str, count: Option<usize>, current: bool, urgent: bool) -> Response {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, current, words));
    if current {
        parts::note_here(ui, response.id);
    }
    if current || response.hovered() {
        let fill = if current { p.selection } else { p.hover };
        ui.painter().rect_filled(rect, size::RADIUS_CONTROL, fill);
    }
    if response.has_focus() {
        let ring = Stroke::new(size::FOCUS, p.accent);
        ui.painter().rect_stroke(rect, size::RADIUS_CONTROL, ring, StrokeKind::Inside);
    }
    let mut right = rect.right() - 10.0;
    if let Some(count) = count.filter(|count| *count > 0) {
        let ink = if urgent { p.contradicted } else { p.muted };
        let galley = ui.painter().layout_no_wrap(number(count as i64), Type::Label.font(), ink);
        right -= galley.size().x;
        ui.painter().galley(pos2(right, rect.center().y - galley.size().y / 2.0), galley, ink);
    }
    let ink = if current { p.accent } else { p.ink };
    let font = if current { Type::ControlMedium } else { Type::Control }.font();
    let room = right - rect.left() - 18.0;
    let mut job = eframe::egui::text::LayoutJob::simple_singleline(words.to_owned(), font, ink);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(room);
    let galley = ui.painter().layout_job(job);
    let at =
        Rect::from_min_size(pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0), galley.size());
    let cut = galley.elided;
    ui.painter().galley(at.min, galley, ink);
    if cut { response.on_hover_text(words) } else { response }
}

/// Which library it is, and when the last change was written.
fn foot_ui(ui: &mut Ui, cx: &Cx<'_>, unfinished: bool) {
    ui.add_space(2.0);
    let path = cx.data.path.as_deref();
    let name = path
        .and_then(std::path::Path::file_stem)
        .map_or_else(String::new, |name| name.to_string_lossy().into());
    let state = match (&cx.data.read_only, cx.data.saved_at) {
        (Some(_), _) => t("foot-read-only").to_owned(),
        (None, _) if unfinished => t("foot-not-all-kept").to_owned(),
        (None, Some(at)) => t_with("foot-saved", &[("time", Arg::from(crate::domain::date::clock(at)))]),
        (None, None) if path.is_none() => String::new(),
        (None, None) => t("foot-all-saved").to_owned(),
    };
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        let words = ui.label(Type::Label.muted(ui, state));
        if let Some(why) = &cx.data.read_only {
            words.on_hover_text(why);
        }
    });
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        let label = ui.add(eframe::egui::Label::new(Type::Label.muted(ui, name)).truncate());
        if let Some(path) = path {
            label.on_hover_text(path.display().to_string());
        }
    });
}
