//! Where a person is in a timeline.

use eframe::egui::Ui;

use super::TimelineData;
use crate::domain::id::Id;
use crate::timeline::Window;

/// How long a move to another window takes, in seconds.
const MOVE: f64 = 0.22;

/// Which replies are drawn as arrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Replies {
    /// Those of the selected statement.
    #[default]
    Selected,
    /// All.
    All,
    /// None.
    None,
}

/// The view of one case's timeline; kept while the case is open.
#[derive(Debug, Default)]
pub struct TimelineState {
    /// The time shown; none until there is something to show.
    pub window: Option<Window>,
    /// Which replies are drawn.
    pub replies: Replies,
    /// How far the lanes are scrolled, in points.
    pub(super) scroll: f32,
    moving: Option<Moving>,
    /// An item that is to get the keyboard focus once it is drawn.
    pub(super) focus: Option<Id>,
    /// What was selected in the last frame.
    selected: Option<Id>,
    /// What part of the overview's window is dragged.
    pub(super) grip: Option<Grip>,
}

/// A part of the window in the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grip {
    Start,
    Whole,
    End,
}

#[derive(Debug, Clone, Copy)]
struct Moving {
    from: Window,
    to: Window,
    /// When it began, in seconds of egui's clock; none before its first frame.
    since: Option<f64>,
}

impl TimelineState {
    /// Moves the view to a window, smoothly.
    pub fn go_to(&mut self, to: Window) {
        match self.window {
            Some(from) if from != to => self.moving = Some(Moving { from, to, since: None }),
            _ => self.window = Some(to),
        }
    }

    /// When the data is another: shows all of it if all was shown before, or nothing; else time stays as it is.
    pub fn follow(&mut self, old: &TimelineData, new: &TimelineData) {
        let all_was_shown = old.layout.fit_all().is_none_or(|all| self.target() == Some(all));
        if all_was_shown && new.layout.fit_all().is_some() {
            self.moving = None;
            self.window = None;
        }
    }

    /// Shows a window at once.
    pub(super) fn jump(&mut self, to: Window) {
        self.moving = None;
        self.window = Some(to);
    }

    /// Brings a record that was selected elsewhere into view.
    pub(super) fn reveal(&mut self, data: &TimelineData, selected: Option<Id>) {
        if std::mem::replace(&mut self.selected, selected) == selected {
            return;
        }
        let day = selected.and_then(|id| data.layout.index_of(id)).and_then(|item| data.layout.day_of(item));
        if let (Some(day), Some(window)) = (day, self.target())
            && !(window.start..window.end).contains(&day)
        {
            self.go_to(window.centred(day));
        }
    }

    /// The window that was asked for, which the view may still be moving to.
    pub(super) fn target(&self) -> Option<Window> {
        self.moving.map(|moving| moving.to).or(self.window)
    }

    /// The window of this frame; asks for another frame only while it moves.
    pub(super) fn window_now(&mut self, ui: &Ui, data: &TimelineData) -> Window {
        if let Some(moving) = &mut self.moving {
            let now = ui.input(|input| input.time);
            let since = *moving.since.get_or_insert(now);
            let part = ((now - since) / MOVE).clamp(0.0, 1.0);
            let eased = 1.0 - (1.0 - part).powi(3);
            self.window = Some(moving.from.towards(moving.to, eased));
            if part < 1.0 {
                ui.request_repaint();
            } else {
                self.window = Some(moving.to);
                self.moving = None;
            }
        }
        let today = data.today as f64;
        let whole = || data.layout.fit_all().unwrap_or(Window::fit(today - 180.0, today + 180.0));
        *self.window.get_or_insert_with(whole)
    }
}
