//! The head of a case: its title, its question, what can always be done, and the tabs.

use eframe::egui::{Align, Label, Layout, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::command::{Command, Place, Tab, UiCommand};
use crate::domain::id::Id;
use crate::domain::kind::FollowUpStatus;
use crate::text::{number, t};
use crate::ui::Cx;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Button, Icon, rule, screen_title};
use crate::view::CaseView;

/// Draws the head of the screen.
pub(super) fn header_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Command>) {
    match cx.place {
        Place::Case(id, tab) => case_header(ui, cx, id, tab, out),
        Place::Today => plain_header(ui, t("nav-today")),
        Place::Search => plain_header(ui, t("nav-search")),
        Place::Parties => plain_header(ui, t("nav-parties")),
        Place::Cases => plain_header(ui, t("nav-cases")),
    }
}

fn plain_header(ui: &mut Ui, title: &str) {
    screen_title(ui, title);
    ui.add_space(size::GAP);
}

fn case_header(ui: &mut Ui, cx: &Cx<'_>, id: Id, tab: Tab, out: &mut Vec<Command>) {
    let title = cx.data.library.cases.iter().find(|line| line.case.id == id);
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let words = title.map_or("", |line| &line.case.title);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let import = Button::primary(t("command-import")).icon(Icon::Plus);
            if ui.add_enabled(cx.can_write(), import).on_hover_text(UiCommand::ImportFiles.tip()).clicked() {
                out.push(Command::Ui(UiCommand::ImportFiles));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                screen_title(ui, words);
                let question = title.map_or("", |line| &line.case.question);
                if !question.is_empty() && tab != Tab::Overview && ui.available_width() > 160.0 {
                    ui.add_space(size::GAP);
                    ui.add(Label::new(Type::Table.muted(ui, question)).truncate()).on_hover_text(question);
                }
            });
        });
    });
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        for one in Tab::ALL {
            if tab_button(ui, tab_words(*one), cx.case().and_then(|case| count(case, *one)), *one == tab) {
                out.push(Command::Go(Place::Case(id, *one)));
            }
        }
    });
    rule(ui);
    ui.add_space(size::GAP);
}

fn tab_words(tab: Tab) -> &'static str {
    match tab {
        Tab::Overview => t("tab-overview"),
        Tab::Articles => t("tab-articles"),
        Tab::Statements => t("tab-statements"),
        Tab::Chronology => t("tab-chronology"),
        Tab::Parties => t("tab-parties"),
        Tab::FollowUps => t("tab-follow-ups"),
        Tab::Timeline => t("tab-timeline"),
    }
}

fn count(case: &CaseView, tab: Tab) -> Option<usize> {
    match tab {
        Tab::Articles => Some(case.articles.len()),
        Tab::Statements => Some(case.statements.len()),
        Tab::Parties => Some(case.parties.len()),
        Tab::FollowUps => {
            Some(case.follow_ups.iter().filter(|row| row.follow_up.status == FollowUpStatus::Open).count())
        }
        Tab::Overview | Tab::Chronology | Tab::Timeline => None,
    }
}

/// A tab with its count; says whether it was pressed.
fn tab_button(ui: &mut Ui, words: &str, count: Option<usize>, current: bool) -> bool {
    let p = palette(ui);
    let font = if current { Type::ControlStrong } else { Type::ControlMedium }.font();
    let ink = if current { p.accent } else { p.muted };
    let name = ui.painter().layout_no_wrap(words.to_owned(), font, ink);
    let count =
        count.map(|count| ui.painter().layout_no_wrap(number(count as i64), Type::Label.font(), p.muted));
    let count_width = count.as_ref().map_or(0.0, |count| count.size().x + 6.0);
    let (rect, response) = ui.allocate_exact_size(vec2(name.size().x + count_width, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, current, words));
    let middle = rect.center().y - 1.0;
    let name_width = name.size().x;
    let name_at = pos2(rect.left(), middle - name.size().y / 2.0);
    let under = if current { p.accent } else { p.rule };
    if response.hovered() || current || response.has_focus() {
        let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 2.0), rect.max);
        ui.painter().rect_filled(line, 1, under);
    }
    ui.painter().galley(name_at, name, ink);
    if let Some(count) = count {
        let at = pos2(rect.left() + name_width + 6.0, middle - count.size().y / 2.0);
        ui.painter().galley(at, count, p.muted);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand2(vec2(6.0, 0.0)),
            size::RADIUS_CONTROL,
            Stroke::new(size::FOCUS, p.accent),
            eframe::egui::StrokeKind::Inside,
        );
    }
    response.clicked()
}
