//! The three steps that show a newcomer what this is for. The card goes away by itself once they are taken.

use eframe::egui::{Align, Layout, Sense, Ui, Vec2};
use serde::{Deserialize, Serialize};

use crate::command::Command;
use crate::text::t;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Icon, icon_button};

/// Which of the first steps a person has taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FirstSteps {
    /// Made a statement.
    pub marked: bool,
    /// Went back to its words.
    pub found: bool,
    /// Copied a quote with its source.
    pub copied: bool,
    /// Closed the card.
    pub closed: bool,
}

impl FirstSteps {
    /// Whether the card has nothing left to say.
    #[must_use]
    pub fn is_done(self) -> bool {
        self.closed || (self.marked && self.copied)
    }
}

/// Draws the steps, those taken with a tick; `closable` adds the button that takes the card away.
pub fn first_steps_ui(ui: &mut Ui, steps: FirstSteps, closable: bool, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.horizontal(|ui| {
        ui.label(Type::LabelMedium.muted(ui, t("first-steps")));
        if closable {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button(ui, Icon::Close, t("first-steps-close")).clicked() {
                    out.push(Command::CloseFirstSteps);
                }
            });
        }
    });
    let ty = if closable { Type::Label } else { Type::Table };
    step(ui, ty, steps.marked, t("first-steps-mark"));
    step(ui, ty, steps.found, t("first-steps-find"));
    step(ui, ty, steps.copied, t("first-steps-copy"));
}

fn step(ui: &mut Ui, ty: Type, taken: bool, words: &str) {
    let p = palette(ui);
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(size::ICON), Sense::hover());
        if taken {
            Icon::Check.paint(ui.painter(), rect, p.supported);
        } else {
            ui.painter().circle_stroke(rect.center(), 4.5, (1.25, p.muted));
        }
        let words = if taken { ty.muted(ui, words) } else { ty.text(words) };
        ui.vertical(|ui| ui.label(words));
    });
}
