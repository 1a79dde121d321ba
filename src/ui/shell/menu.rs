//! The menu, from the one list of commands.

use eframe::egui::{Popup, Ui};

use crate::command::{Command, Menu, Place, UiCommand};
use crate::text::t;
use crate::ui::Cx;
use crate::ui::theme::Type;
use crate::ui::widgets::{Icon, icon_button, rule, section_heading};

/// The shortcut of a command as people read it; empty if it has none.
#[must_use]
pub fn shortcut_words(ui: &Ui, command: UiCommand) -> String {
    command.shortcut().map(|shortcut| ui.format_shortcut(&shortcut)).unwrap_or_default()
}

/// Whether a command can be given now.
#[must_use]
pub fn is_enabled(cx: &Cx<'_>, command: UiCommand) -> bool {
    why_not(cx, command).is_none()
}

/// Why a command cannot be given now; `None` if it can.
#[must_use]
pub fn why_not(cx: &Cx<'_>, command: UiCommand) -> Option<&'static str> {
    if can_be_given(cx, command) {
        return None;
    }
    Some(match command {
        UiCommand::Undo if cx.can_write() => t("notice-nothing-to-undo"),
        UiCommand::Redo if cx.can_write() => t("notice-nothing-to-redo"),
        UiCommand::CopyQuote => t("notice-select-statement"),
        _ if cx.data.path.is_none() => t("why-not-no-library"),
        UiCommand::DeleteRecord if cx.can_write() => t("why-not-no-record"),
        _ if matches!(cx.place, Place::Case(..)) || !needs_case(command) => t("why-not-read-only"),
        _ => t("why-not-no-case"),
    })
}

/// Whether a command is about the case that is open.
fn needs_case(command: UiCommand) -> bool {
    !matches!(
        command,
        UiCommand::Undo
            | UiCommand::Redo
            | UiCommand::DeleteRecord
            | UiCommand::NewCase
            | UiCommand::SampleCase
            | UiCommand::ImportFiles
            | UiCommand::ImportFolder
    )
}

fn can_be_given(cx: &Cx<'_>, command: UiCommand) -> bool {
    let in_case = matches!(cx.place, Place::Case(..));
    match command {
        UiCommand::Undo => cx.can_write() && cx.data.undo.is_some(),
        UiCommand::Redo => cx.can_write() && cx.data.redo.is_some(),
        UiCommand::CopyQuote => cx.selection.is_some(),
        UiCommand::DeleteRecord => cx.can_write() && cx.selection.is_some(),
        UiCommand::NewCase | UiCommand::SampleCase | UiCommand::ImportFiles | UiCommand::ImportFolder => {
            cx.can_write()
        }
        UiCommand::Backup | UiCommand::CheckLibrary => cx.data.path.is_some(),
        UiCommand::CaseSettings
        | UiCommand::DeleteCase
        | UiCommand::WatchFolder
        | UiCommand::PasteArticle
        | UiCommand::NewNote
        | UiCommand::NewFollowUp
        | UiCommand::NewEvent
        | UiCommand::NewStatement => in_case && cx.can_write(),
        UiCommand::ExportChronology
        | UiCommand::Overview
        | UiCommand::Articles
        | UiCommand::Statements
        | UiCommand::Chronology
        | UiCommand::CaseParties
        | UiCommand::FollowUps
        | UiCommand::Timeline => in_case,
        _ => true,
    }
}

/// The words of a command; undo and redo say what they would do.
#[must_use]
pub fn words_of(cx: &Cx<'_>, command: UiCommand) -> String {
    let what = match command {
        UiCommand::Undo => cx.data.undo.as_ref(),
        UiCommand::Redo => cx.data.redo.as_ref(),
        _ => None,
    };
    match what {
        // What was done in a case kept apart is said in that case only.
        Some(what) if what.apart && what.case_id != cx.place.case() => match command {
            UiCommand::Redo => t("command-redo-elsewhere").to_owned(),
            _ => t("command-undo-elsewhere").to_owned(),
        },
        Some(what) => format!("{}: {}", command.words(), what.words),
        None => command.words().to_owned(),
    }
}

/// The button that opens the menu.
pub(super) fn menu_button(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Command>) {
    let button = icon_button(ui, Icon::Menu, t("menu-open"));
    Popup::menu(&button).width(300.0).show(|ui| {
        // An area is 400 points high unless told; what is below would look as if it were not there.
        let room = ui.ctx().content_rect().height() - 80.0;
        ui.set_max_height(room);
        ui.spacing_mut().item_spacing.y = 2.0;
        eframe::egui::ScrollArea::vertical().max_height(room).show(ui, |ui| {
            for (n, menu) in Menu::ALL.iter().enumerate() {
                if n > 0 {
                    rule(ui);
                }
                section_heading(ui, menu.words());
                for command in UiCommand::ALL.iter().copied().filter(|command| command.menu() == *menu) {
                    let words = words_of(cx, command);
                    let item = eframe::egui::Button::new(Type::Control.text(words))
                        .frame_when_inactive(false)
                        .truncate()
                        .shortcut_text(shortcut_words(ui, command))
                        .min_size(eframe::egui::vec2(ui.available_width(), 26.0));
                    let item = ui.add_enabled(is_enabled(cx, command), item).on_hover_text(command.tip());
                    if item.clicked() {
                        out.push(Command::Ui(command));
                        ui.close();
                    }
                }
            }
        });
    });
}
