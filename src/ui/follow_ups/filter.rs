//! Which follow-ups of a case are listed: open, put off or closed; of one kind; waiting on one party.

use eframe::egui::{Button, Popup, Response, Ui, vec2};

use super::asking::until_words;
use super::list::{ListLine, Listed};
use crate::domain::date::local_day;
use crate::domain::id::Id;
use crate::domain::kind::{FollowUpKind, FollowUpStatus};
use crate::text::{Worded, t, t_with};
use crate::ui::theme::Type;
use crate::ui::widgets::{filter_chip, view_chip};
use crate::view::{CaseView, FollowUpRow, day_words, grouped, is_snoozed};

/// Which of them by where they stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Standing {
    /// Open and in sight.
    #[default]
    Open,
    /// Put off to a later day.
    PutOff,
    /// Closed or dropped.
    Closed,
}

impl Standing {
    const ALL: [Self; 3] = [Self::Open, Self::PutOff, Self::Closed];

    fn words(self) -> &'static str {
        match self {
            Self::Open => t("followups-open"),
            Self::PutOff => t("followups-put-off"),
            Self::Closed => t("followups-closed"),
        }
    }

    fn fits(self, row: &FollowUpRow, today: i64) -> bool {
        let open = row.follow_up.status == FollowUpStatus::Open;
        match self {
            Self::Open => open && !is_snoozed(row, today),
            Self::PutOff => open && is_snoozed(row, today),
            Self::Closed => !open,
        }
    }
}

/// What is listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ListFilter {
    pub(super) standing: Standing,
    pub(super) kind: Option<FollowUpKind>,
    pub(super) waiting_on: Option<Id>,
}

impl ListFilter {
    /// The lines it leaves of a case.
    pub(super) fn lines(&self, case: &CaseView, today: i64) -> Vec<ListLine> {
        let fits = |row: &FollowUpRow| {
            self.kind.is_none_or(|kind| row.follow_up.kind == kind)
                && self.waiting_on.is_none_or(|party| row.follow_up.waiting_on == Some(party))
                && self.standing.fits(row, today)
        };
        let places: Vec<usize> = (0..case.follow_ups.len())
            .filter(|place| case.follow_ups.get(*place).is_some_and(&fits))
            .collect();
        match self.standing {
            Standing::Open => in_groups(case, &places, today),
            Standing::PutOff => by_day(case, &places, |row| {
                let day = row.follow_up.snoozed_until.unwrap_or(today);
                (day, until_words(day, today))
            }),
            Standing::Closed => by_day(case, &places, |row| {
                let day = row.follow_up.closed_at.map_or(today, local_day);
                (-day, day_words(day, today))
            }),
        }
    }

    /// How many of a case stand so, whatever else is asked.
    fn count(case: &CaseView, standing: Standing, today: i64) -> usize {
        case.follow_ups.iter().filter(|row| standing.fits(row, today)).count()
    }

    /// The chips that change it.
    pub(super) fn chips_ui(&mut self, ui: &mut Ui, case: &CaseView, today: i64) {
        let standing = view_chip(ui, self.standing.words());
        choices(&standing, |ui| {
            for one in Standing::ALL {
                let count = Self::count(case, one, today);
                let words = t_with(
                    "followups-standing-count",
                    &[("standing", one.words().into()), ("n", (count as i64).into())],
                );
                if choice(ui, &words, self.standing == one) {
                    self.standing = one;
                }
            }
        });
        self.kind_chip(ui);
        self.waiting_chip(ui, case);
    }

    fn kind_chip(&mut self, ui: &mut Ui) {
        let response = match self.kind {
            Some(kind) => {
                let words = t_with("followups-kind-is", &[("kind", kind.word().into())]);
                let chip = filter_chip(ui, &words);
                if chip.removed {
                    self.kind = None;
                }
                chip.response
            }
            None => view_chip(ui, t("followups-any-kind")),
        };
        choices(&response, |ui| {
            for kind in FollowUpKind::ALL {
                if choice(ui, kind.word(), self.kind == Some(*kind)) {
                    self.kind = Some(*kind);
                }
            }
        });
    }

    fn waiting_chip(&mut self, ui: &mut Ui, case: &CaseView) {
        let mut waited: Vec<(&str, Id)> = case
            .follow_ups
            .iter()
            .filter_map(|row| row.follow_up.waiting_on.map(|id| (row.waiting_on.as_str(), id)))
            .collect();
        waited.sort_unstable();
        waited.dedup();
        if waited.is_empty() {
            return;
        }
        let response = match self.waiting_on {
            Some(party) => {
                let words =
                    t_with("followups-waiting-is", &[("party", case.party_name(party).to_owned().into())]);
                let chip = filter_chip(ui, &words);
                if chip.removed {
                    self.waiting_on = None;
                }
                chip.response
            }
            None => view_chip(ui, t("followups-anyone")),
        };
        choices(&response, |ui| {
            for (name, party) in waited {
                if choice(ui, name, self.waiting_on == Some(party)) {
                    self.waiting_on = Some(party);
                }
            }
        });
    }
}

fn in_groups(case: &CaseView, places: &[usize], today: i64) -> Vec<ListLine> {
    let rows = places.iter().filter_map(|place| case.follow_ups.get(*place));
    let mut lines = Vec::new();
    for (group, members) in grouped(rows, today) {
        lines.push(ListLine::Heading { words: group.words().to_owned(), count: members.len() });
        for (n, due) in members {
            let Some((place, row)) =
                places.get(n).and_then(|place| Some((*place, case.follow_ups.get(*place)?)))
            else {
                continue;
            };
            lines.push(ListLine::Row(Listed {
                id: row.follow_up.id,
                place,
                group: Some(group),
                when: due.words,
            }));
        }
    }
    lines
}

fn by_day(case: &CaseView, places: &[usize], day: impl Fn(&FollowUpRow) -> (i64, String)) -> Vec<ListLine> {
    let mut rows: Vec<(i64, Listed)> = places
        .iter()
        .filter_map(|place| {
            let row = case.follow_ups.get(*place)?;
            let (key, when) = day(row);
            Some((key, Listed { id: row.follow_up.id, place: *place, group: None, when }))
        })
        .collect();
    rows.sort_by_key(|(key, _)| *key);
    rows.into_iter().map(|(_, listed)| ListLine::Row(listed)).collect()
}

/// A list of choices under a chip.
pub(crate) fn choices(chip: &Response, content: impl FnOnce(&mut Ui)) {
    Popup::menu(chip).width(200.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        content(ui);
    });
}

/// One of the choices; gives whether it was taken.
pub(crate) fn choice(ui: &mut Ui, words: &str, current: bool) -> bool {
    let face = if current { Type::ControlMedium } else { Type::Control };
    let button = Button::new(face.text(words))
        .frame_when_inactive(false)
        .selected(current)
        .min_size(vec2(ui.available_width(), 28.0));
    let clicked = ui.add(button).clicked();
    if clicked {
        ui.close();
    }
    clicked
}
