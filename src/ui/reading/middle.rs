//! The article with the whole middle for itself: a bar to go back, on, and to decide about it.

use eframe::egui::{Key, Modifiers, Ui};

use super::{ReadingState, decided_by_keys, decision_buttons, letters_act, reading_ui};
use crate::command::Command;
use crate::domain::change::ArticleChange;
use crate::domain::edit::ArticleEdit;
use crate::domain::id::Id;
use crate::domain::kind::Reading;
use crate::domain::record::Owner;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::draft::Draft;
use crate::ui::theme::size;
use crate::ui::widgets::{Button, Icon, icon_button, rule};

/// Draws the article and its bar. `around` are the articles before and after it in the list it was opened from.
pub fn middle_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ReadingState,
    around: (Option<Id>, Option<Id>),
    draft: &mut Option<Draft>,
    out: &mut Vec<Command>,
) {
    let Some(article) = cx.reading else { return };
    bar_ui(ui, cx, article, around, out);
    rule(ui);
    ui.add_space(size::GAP);
    reading_ui(ui, cx, state, draft, out);
    if cx.can_write()
        && let Some(reading) = decided_by_keys(ui).pop()
    {
        decide(article, reading, out);
    }
    // After the text, which takes Esc to let go of a selection.
    if letters_act(ui) && draft.is_none() {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::ALT, Key::ArrowUp) {
            go_to(around.0, out);
        }
        if pressed(Modifiers::ALT, Key::ArrowDown) {
            go_to(around.1, out);
        }
        if pressed(Modifiers::NONE, Key::Escape) {
            if state.selected.is_some() {
                state.reader.clear_selection();
            } else {
                out.push(Command::Read(None));
            }
        }
    }
}

fn bar_ui(ui: &mut Ui, cx: &Cx<'_>, article: Id, around: (Option<Id>, Option<Id>), out: &mut Vec<Command>) {
    let reading = cx.case().and_then(|case| case.article(article)).map(|row| row.article.reading);
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let back = Button::quiet(t("reading-back")).icon(Icon::ChevronLeft).shortcut(t("key-esc"));
        if ui.add(back).on_hover_text(t("reading-back-tip")).clicked() {
            out.push(Command::Read(None));
        }
        for (to, icon, name) in [
            (around.0, Icon::ChevronUp, t("reading-previous")),
            (around.1, Icon::ChevronDown, t("reading-next")),
        ] {
            if ui.add_enabled_ui(to.is_some(), |ui| icon_button(ui, icon, name)).inner.clicked() {
                go_to(to, out);
            }
        }
        ui.add_space(size::GAP);
        ui.add_enabled_ui(cx.can_write(), |ui| {
            if let Some(reading) = decision_buttons(ui, reading) {
                decide(article, reading, out);
            }
        });
    });
}

fn go_to(article: Option<Id>, out: &mut Vec<Command>) {
    if let Some(article) = article {
        out.push(Command::Read(Some(article)));
        out.push(Command::Select(Owner::Article(article)));
    }
}

fn decide(article: Id, reading: Reading, out: &mut Vec<Command>) {
    let change = ArticleChange::Edit { ids: vec![article], edit: ArticleEdit::Reading(reading) };
    out.push(Command::Change { change: change.into(), group: None });
}
