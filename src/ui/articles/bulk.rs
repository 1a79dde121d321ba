//! What can be done with several articles at once.

use eframe::egui::{Align, Layout, Popup, PopupCloseBehavior, Response, Ui};

use super::ArticlesState;
use crate::command::Command;
use crate::domain::change::ArticleChange;
use crate::domain::date::{Dated, parse_typed};
use crate::domain::edit::ArticleEdit;
use crate::domain::id::Id;
use crate::domain::kind::ArticleKind;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{DateField, Icon, TextField, icon_button, primary, quiet, view_chip};

/// What was typed for several articles.
#[derive(Debug, Default)]
pub(super) struct BulkState {
    outlet: String,
    date: String,
}

/// Draws the bar.
pub(super) fn bulk_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut ArticlesState, out: &mut Vec<Command>) {
    let ids = state.chosen.targets(&state.rows, None);
    let mut edit = None;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let args = [("count", Arg::from(state.chosen.len() as i64))];
        ui.label(Type::ControlMedium.text(t_with("articles-chosen", &args)));
        ui.add_enabled_ui(cx.can_write(), |ui| {
            edit = outlet_ui(ui, &mut state.bulk).or(date_ui(ui, cx.today, &mut state.bulk)).or(kind_ui(ui));
            if quiet(ui, &t_with("articles-delete", &args)).clicked() {
                out.push(Command::Deselect);
                out.push(change(ArticleChange::Delete { ids: ids.clone() }));
                state.chosen.clear();
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, Icon::Close, t("articles-choose-none")).clicked() {
                state.chosen.clear();
            }
        });
    });
    if let Some(edit) = edit {
        out.push(edit_all(ids, edit));
    }
}

/// The command that sets one field of all these articles.
pub(super) fn edit_all(ids: Vec<Id>, edit: ArticleEdit) -> Command {
    change(ArticleChange::Edit { ids, edit })
}

fn change(change: ArticleChange) -> Command {
    Command::Change { change: change.into(), group: None }
}

fn outlet_ui(ui: &mut Ui, state: &mut BulkState) -> Option<ArticleEdit> {
    let chip = view_chip(ui, t("articles-set-outlet"));
    let outlet = outlet_popup(&chip, &mut state.outlet)?;
    Some(ArticleEdit::Outlet(outlet))
}

/// A list under a button in which an outlet is typed; gives it once it is set.
pub(super) fn outlet_popup(button: &Response, typed: &mut String) -> Option<String> {
    let opened = button.clicked();
    let mut set = false;
    Popup::from_toggle_button_response(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(
        |ui| {
            ui.set_width(280.0);
            let field = TextField::new(t("articles-outlet")).show(ui, typed);
            if opened {
                field.request_focus();
            }
            set = entered(ui, &field) | primary(ui, t("articles-set")).clicked();
            if set {
                ui.close();
            }
        },
    );
    set.then(|| std::mem::take(typed).trim().to_owned())
}

fn date_ui(ui: &mut Ui, today: i64, state: &mut BulkState) -> Option<ArticleEdit> {
    let chip = view_chip(ui, t("articles-set-date"));
    let opened = chip.clicked();
    let mut set = false;
    Popup::from_toggle_button_response(&chip).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(
        |ui| {
            ui.set_width(280.0);
            let read = |text: &str| parse_typed(text, today).map(|date| date.words());
            let (field, fits) = DateField::new(t("articles-published")).show(ui, &mut state.date, read);
            if opened {
                field.request_focus();
            }
            let pressed = ui.add_enabled_ui(fits, |ui| primary(ui, t("articles-set"))).inner.clicked();
            set = fits && (entered(ui, &field) || pressed);
            if set {
                ui.close();
            }
        },
    );
    if !set {
        return None;
    }
    let date = typed_date(&state.date, today)?;
    state.date.clear();
    Some(ArticleEdit::Published(date))
}

/// A date as typed; none if it is not one. Nothing typed is no date.
pub(super) fn typed_date(text: &str, today: i64) -> Option<Dated> {
    if text.trim().is_empty() { Some(Dated::default()) } else { Some(parse_typed(text, today).ok()?.into()) }
}

fn kind_ui(ui: &mut Ui) -> Option<ArticleEdit> {
    let chip = view_chip(ui, t("articles-set-kind"));
    let mut chosen = None;
    Popup::menu(&chip).show(|ui| {
        ui.set_width(160.0);
        for kind in ArticleKind::VALUES {
            if ui.selectable_label(false, kind.word()).clicked() {
                chosen = Some(*kind);
            }
        }
    });
    chosen.map(ArticleEdit::Kind)
}

/// Whether Enter ended the typing in a field of one line.
pub(super) fn entered(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter))
}
