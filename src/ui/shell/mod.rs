//! The frame of the window: navigation at the left, the screen in the middle, reader and inspector at the right.

mod header;
mod menu;
mod navigation;
mod parts;
mod read_only;
mod right_pane;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Sense, Ui, UiBuilder};

use super::theme::{palette, size};
use super::{Cx, Screens, articles, cases, chronology, follow_ups, overview, parties, search, statements};
use super::{reading, timeline_screen, today};
use crate::command::{Command, Place, Tab};
use parts::Part;

pub use parts::Step;

pub use menu::{is_enabled, shortcut_words, why_not, words_of};
pub use navigation::case_at;

/// Draws everything but dialogs.
pub fn shell_ui(ui: &mut Ui, cx: &Cx<'_>, screens: &mut Screens, out: &mut Vec<Command>) {
    let p = palette(ui);
    let width = ui.available_width();
    let before = parts::Before::of(ui);
    let layer = ui.layer_id();
    let mut shown = Vec::with_capacity(3);
    let unfinished = screens.unfinished().is_some();
    let navigation = Panel::left("navigation")
        .exact_size(size::NAVIGATION)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new().fill(p.panel).inner_margin(Margin::symmetric(12, 12)))
        .show(ui, |ui| navigation::navigation_ui(ui, cx, unfinished, out));
    shown.push(Part { rect: navigation.response.rect, layer });
    if let Some(why) = &cx.data.read_only {
        read_only::read_only_bar(ui, why);
    }
    let wanted = right_pane::is_wanted(cx, screens);
    let narrow = width < size::NARROW;
    let mut right = None;
    if wanted && !narrow {
        let pane = Panel::right("right-pane")
            .default_size(size::INSPECTOR)
            .min_size(300.0)
            .max_size(width - size::NAVIGATION - 420.0)
            .frame(Frame::new().fill(p.background).inner_margin(Margin::symmetric(16, 12)))
            .show(ui, |ui| within(ui, |ui| right_pane::right_pane_ui(ui, cx, screens, out)));
        right = Some(Part { rect: pane.response.rect, layer });
    }
    let margin = Margin::symmetric(size::GAP_GROUP as i8, 12);
    let middle =
        CentralPanel::default().frame(Frame::new().fill(p.background).inner_margin(margin)).show(ui, |ui| {
            header::header_ui(ui, cx, out);
            screen_ui(ui, cx, screens, out);
        });
    shown.push(Part { rect: middle.response.rect, layer });
    if wanted && narrow {
        right = Some(right_pane::over_the_middle(ui, cx, screens, out));
    }
    shown.extend(right);
    let moved = screens.at.replace(cx.place).is_some_and(|at| at != cx.place);
    before.go_on(ui.ctx(), &shown, screens.step.take(), moved);
}

/// Whether there is no case yet.
fn is_first_run(cx: &Cx<'_>) -> bool {
    cx.data.library_is_read && cx.data.library.cases.is_empty()
}

/// Draws content that keeps to the room there is: a panel grows with what overflows it otherwise.
fn within(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let room = ui.available_rect_before_wrap();
    let mut child = ui.new_child(UiBuilder::new().max_rect(room));
    child.shrink_clip_rect(room.expand(size::FOCUS + 2.0));
    content(&mut child);
    ui.allocate_rect(room, Sense::hover());
}

/// Draws the screen in the middle.
fn screen_ui(ui: &mut Ui, cx: &Cx<'_>, screens: &mut Screens, out: &mut Vec<Command>) {
    match cx.place {
        Place::Today | Place::Cases if is_first_run(cx) => cases::first_run_ui(ui, cx, out),
        Place::Today => today::today_ui(ui, cx, &mut screens.today, out),
        Place::Search => search::search_ui(ui, cx, &mut screens.search, out),
        Place::Parties => parties::parties_ui(ui, cx, &mut screens.parties, out),
        Place::Cases => cases::cases_ui(ui, cx, &mut screens.dialog, out),
        Place::Case(_, tab) => {
            if let Some(article) = cx.reading {
                let around = cx.case().map_or((None, None), |case| screens.articles.around(case, article));
                reading::middle_ui(ui, cx, &mut screens.reading, around, &mut screens.draft, out);
                return;
            }
            match tab {
                Tab::Overview => {
                    overview::overview_ui(ui, cx, &mut screens.overview, &mut screens.filter, out);
                }
                Tab::Articles => articles::articles_ui(ui, cx, &mut screens.articles, out),
                Tab::Statements => {
                    statements::statements_ui(ui, cx, &mut screens.statements, &mut screens.filter, out);
                }
                Tab::Chronology => {
                    chronology::chronology_ui(ui, cx, &mut screens.chronology, &mut screens.filter, out);
                }
                Tab::Parties => parties::parties_ui(ui, cx, &mut screens.parties, out),
                Tab::FollowUps => follow_ups::follow_ups_ui(ui, cx, &mut screens.follow_ups, out),
                Tab::Timeline => {
                    timeline_screen::timeline_ui(ui, cx, &mut screens.timeline, &mut screens.filter, out);
                }
            }
        }
    }
}
