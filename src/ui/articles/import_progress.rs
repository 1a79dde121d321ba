//! How far an import is, and how long it will still take.

use eframe::egui::{Align, Label, Layout, ProgressBar, Ui};

use crate::command::Command;
use crate::text::{Arg, t, t_with};
use crate::ui::Importing;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::secondary;

/// Draws it, with the button that stops it.
pub(super) fn progress_ui(ui: &mut Ui, importing: &Importing, out: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.label(Type::ControlMedium.text(progress_words(importing)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if importing.stopping {
                ui.label(Type::Table.muted(ui, t("import-stopping")));
            } else if secondary(ui, t("dialog-cancel")).on_hover_text(t("import-cancel-tip")).clicked() {
                out.push(Command::CancelImport(importing.import));
            }
            if let Some(words) = pace_words(importing) {
                ui.label(Type::Table.muted(ui, words));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(Type::Table.muted(ui, &importing.file)).truncate());
            });
        });
    });
    let share = importing.done as f32 / importing.total.max(1) as f32;
    let fill = palette(ui).accent;
    ui.add(ProgressBar::new(share).fill(fill).desired_height(6.0).corner_radius(3));
}

/// "Bringing in 640 of 10,000".
pub(in crate::ui) fn progress_words(importing: &Importing) -> String {
    let args = [("done", Arg::from(importing.done as i64)), ("total", Arg::from(importing.total as i64))];
    t_with("import-progress", &args)
}

/// "1,500 files a second · about 10 seconds left"; nothing before that is steady.
fn pace_words(importing: &Importing) -> Option<String> {
    let rate = importing.rate.filter(|rate| *rate > 0.0)?;
    let left = importing.total.saturating_sub(importing.done) as f64 / rate;
    let files = if rate >= 1.0 {
        t_with("import-rate", &[("count", Arg::from(rate.round() as i64))])
    } else {
        t_with("import-slow-rate", &[("seconds", Arg::from((1.0 / rate).round() as i64))])
    };
    Some(format!("{files} · {}", left_words(left)))
}

/// How long so many seconds are, as a person would say it.
fn left_words(seconds: f64) -> String {
    let count = |key: &'static str, n: f64| t_with(key, &[("count", Arg::from(n as i64))]);
    match seconds {
        ..8.0 => t("import-left-moment").to_owned(),
        ..55.0 => count("import-left-seconds", (seconds / 10.0).ceil() * 10.0),
        ..3_300.0 => count("import-left-minutes", (seconds / 60.0).round().max(1.0)),
        _ => count("import-left-hours", (seconds / 3_600.0).round().max(1.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_said_as_a_person_would() {
        for (seconds, words) in [
            (0.0, "a few seconds left"),
            (11.0, "about 20 seconds left"),
            (70.0, "about a minute left"),
            (600.0, "about 10 minutes left"),
            (3_400.0, "about an hour left"),
            (9_000.0, "about 3 hours left"),
        ] {
            assert_eq!(left_words(seconds), words, "{seconds}");
        }
    }
}
