//! What is due in all cases, and what is new: articles nobody has sorted yet.

use std::sync::Arc;

use eframe::egui::{CursorIcon, Link, ScrollArea, Ui};

use super::follow_ups::{Acting, ListLine, Listed, line_of, list_ui};
use super::{Cx, Seen};
use crate::command::{Command, Place, Tab};
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::{Arg, t, t_with};
use crate::ui::theme::{Type, palette};
use crate::view::{CaseLine, DueGroup, DueLine, LibraryView, grouped};

/// The page is no wider than this, so that a line can be read across.
const PAGE: f32 = 960.0;

/// What this screen remembers.
#[derive(Debug, Default)]
pub struct TodayState {
    acting: Acting,
    listed: Option<Listing>,
}

/// The lines shown, and what they were made from.
#[derive(Debug)]
struct Listing {
    library: Seen<LibraryView>,
    today: i64,
    lines: Arc<Vec<ListLine>>,
    /// Whether anything asks for something today.
    pressing: bool,
}

/// Draws it.
pub fn today_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut TodayState, out: &mut Vec<Command>) {
    let library = &cx.data.library;
    if library.cases.is_empty() {
        return;
    }
    let (lines, pressing) = state.lines(cx);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width().min(PAGE));
        new_ui(ui, &library.cases, out);
        if !pressing {
            ui.label(Type::Control.muted(ui, t("today-nothing-due")));
        }
        let output = list_ui(
            ui,
            cx,
            t("nav-today"),
            &lines,
            &mut state.acting,
            |listed| {
                let due = library.follow_ups.get(listed.place)?;
                let mut line = line_of(&due.row, listed);
                line.aside = &due.case_title;
                Some(line)
            },
            out,
        );
        let opened =
            output.opened.and_then(|id| library.follow_ups.iter().find(|l| l.row.follow_up.id == id));
        if let Some(line) = opened {
            open(line, out);
        }
    });
}

impl TodayState {
    /// The lines, made anew when the library or the day changed; and whether anything presses.
    fn lines(&mut self, cx: &Cx<'_>) -> (Arc<Vec<ListLine>>, bool) {
        let library = &cx.data.library;
        match &self.listed {
            Some(listed) if listed.today == cx.today && listed.library.is(library) => {
                (Arc::clone(&listed.lines), listed.pressing)
            }
            _ => {
                let (lines, pressing) = lines_of(library, cx.today);
                let lines = Arc::new(lines);
                self.listed = Some(Listing {
                    library: Seen::of(library),
                    today: cx.today,
                    lines: Arc::clone(&lines),
                    pressing,
                });
                (lines, pressing)
            }
        }
    }
}

fn lines_of(library: &LibraryView, today: i64) -> (Vec<ListLine>, bool) {
    let groups = grouped(library.follow_ups.iter().map(|line| &line.row), today);
    let pressing = groups.iter().any(|(group, _)| DueGroup::is_pressing(*group));
    let mut lines = Vec::new();
    for (group, members) in groups {
        lines.push(ListLine::Heading { words: group.words().to_owned(), count: members.len() });
        lines.extend(members.into_iter().filter_map(|(place, due)| {
            let id = library.follow_ups.get(place)?.row.follow_up.id;
            Some(ListLine::Row(Listed { id, place, group: Some(group), when: due.words }))
        }));
    }
    (lines, pressing)
}

/// Goes to a follow-up in its case.
fn open(line: &DueLine, out: &mut Vec<Command>) {
    out.push(Command::Go(Place::Case(line.case_id, Tab::FollowUps)));
    out.push(Command::Select(Owner::FollowUp(line.row.follow_up.id)));
}

/// Articles to sort, by case, and cases kept apart, which say only that they have something open.
fn new_ui(ui: &mut Ui, cases: &[CaseLine], out: &mut Vec<Command>) {
    let of = |key: &str, n: usize, line: &CaseLine| {
        t_with(key, &[("n", Arg::from(n as i64)), ("case", Arg::from(line.case.title.as_str()))])
    };
    for line in cases {
        let id = line.case.id;
        if line.contents.unread > 0 && link(ui, id, &of("today-to-sort", line.contents.unread, line)) {
            out.push(Command::Go(Place::Case(id, Tab::Articles)));
        }
        if line.case.kept_apart
            && line.contents.open > 0
            && link(ui, id, &of("today-kept-apart", line.contents.open, line))
        {
            out.push(Command::Go(Place::Case(id, Tab::FollowUps)));
        }
    }
}

fn link(ui: &mut Ui, id: Id, words: &str) -> bool {
    ui.push_id((id, words), |ui| {
        let colour = palette(ui).accent;
        ui.add(Link::new(Type::Control.text(words).color(colour)))
            .on_hover_cursor(CursorIcon::PointingHand)
            .clicked()
    })
    .inner
}
