//! The form of a record being made: what it rests on, its fields, and the two ways out. Enter saves, Esc leaves;
//! what was typed is then set aside, not lost.

use std::sync::Arc;

use eframe::egui::{Key, Memory, Modifiers, Popup, Ui};

use super::choices::Choices;
use super::draft_event::EventForm;
use super::draft_follow_up::FollowUpForm;
use super::draft_party::PartyForm;
use super::draft_statement::StatementForm;
use super::head::{kind_word, quote_block};
use crate::command::Command;
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::draft::{Draft, DraftKind};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Button, claim_letters, rule};
use crate::view::CaseView;

/// What the fields of a form are drawn from.
pub(super) struct Form<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) case: &'a Arc<CaseView>,
    pub(super) choices: &'a Choices,
    pub(super) draft: &'a Draft,
    /// Whether it is drawn for the first time, so that the first field takes the focus.
    pub(super) opened: bool,
}

/// The fields of a record being made.
pub(super) trait DraftFields {
    /// Draws them; gives whether something was typed or chosen.
    fn show(&mut self, ui: &mut Ui, form: &Form<'_>) -> bool;

    /// What makes the record; else what is missing or cannot be read, in words.
    fn save(&self, form: &Form<'_>) -> Result<Vec<Command>, String>;
}

/// Words that say that a field is empty which must not be.
pub(super) fn is_empty(field: &str) -> String {
    t_with("draft-why-empty", &[("field", Arg::from(field))])
}

/// Words that say that there is no date in a field.
pub(super) fn is_no_date(field: &str) -> String {
    t_with("draft-why-date", &[("field", Arg::from(field))])
}

/// Fails with words about the first field in which something is half typed, of fields and whether they are settled.
pub(super) fn all_settled(fields: &[(&str, bool)]) -> Result<(), String> {
    match fields.iter().find(|(_, is_settled)| !is_settled) {
        Some((field, _)) => Err(t_with("draft-why-half", &[("field", Arg::from(*field))])),
        None => Ok(()),
    }
}

/// A form with what is typed in it.
struct Filled {
    draft: Draft,
    case_id: Id,
    fields: Box<dyn DraftFields>,
    touched: bool,
    drawn: bool,
}

/// The form that is open, and those that were left with something in them.
#[derive(Default)]
pub(super) struct Drafts {
    open: Option<Filled>,
    /// The form saved last, until it is known that its record was made.
    saving: Option<Filled>,
    aside: Vec<Filled>,
}

impl std::fmt::Debug for Drafts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Drafts")
            .field("open", &self.open.is_some())
            .field("saving", &self.saving.is_some())
            .field("aside", &self.aside.len())
            .finish()
    }
}

/// How a form was left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Save,
    Leave,
}

impl Drafts {
    /// Draws the form of `draft`; gives whether it was saved. Leaving it in any way empties `draft`.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        case: &Arc<CaseView>,
        choices: &mut Choices,
        draft: &mut Option<Draft>,
        out: &mut Vec<Command>,
    ) -> bool {
        self.follow(cx, case, draft);
        let Some(filled) = &mut self.open else { return false };
        let choices = choices.of(case);
        let form = Form { cx, case, choices, draft: &filled.draft, opened: !filled.drawn };
        filled.drawn = true;
        let keys_are_ours = keys_are_ours(ui);
        head(ui, case, &filled.draft);
        filled.touched |= ui.push_id(filled.draft.id, |ui| filled.fields.show(ui, &form)).inner;
        ui.add_space(size::GAP);
        let saves = filled.fields.save(&form);
        let mut way = buttons(ui, saves.as_ref().err().map(String::as_str));
        // Also a box to tick or a button of the form that has the focus.
        if let Some(focused) = ui.memory(Memory::focused)
            && let Some(response) = ui.read_response(focused)
            && response.layer_id == ui.layer_id()
            && ui.min_rect().contains(response.rect.center())
        {
            claim_letters(ui, focused);
        }
        if keys_are_ours {
            way = way.or_else(|| key_pressed(ui));
        }
        match (way, saves) {
            (Some(Way::Save), Ok(commands)) => {
                out.extend(commands);
                self.saving = self.open.take();
                *draft = None;
                true
            }
            (Some(Way::Leave), _) => {
                self.set_aside();
                *draft = None;
                ui.request_repaint();
                false
            }
            (Some(Way::Save) | None, _) => false,
        }
    }

    /// The record of the form saved last was made: what was typed is in it.
    pub(super) fn made(&mut self) {
        self.saving = None;
    }

    /// The record of the form saved last was not made: the form opens again as it was.
    pub(super) fn not_made(&mut self, draft: &mut Option<Draft>) {
        let Some(mut filled) = self.saving.take() else { return };
        filled.drawn = false;
        filled.touched = true;
        if draft.is_some() {
            // Another form was begun meanwhile: this one waits beside it.
            self.aside.push(filled);
        } else {
            *draft = Some(filled.draft.clone());
            self.open = Some(filled);
        }
    }

    /// Opens the form of a new draft; sets the one before aside.
    fn follow(&mut self, cx: &Cx<'_>, case: &Arc<CaseView>, draft: &mut Option<Draft>) {
        let case_id = case.case.id;
        if self.open.as_ref().is_some_and(|open| open.case_id != case_id) {
            // Another case was gone to: the words it rests on are not here.
            *draft = None;
        }
        if self.open.as_ref().map(|open| open.draft.id) == draft.as_ref().map(|draft| draft.id) {
            return;
        }
        self.set_aside();
        let Some(draft) = draft else { return };
        let fields: Box<dyn DraftFields> = match draft.kind {
            DraftKind::Statement => Box::new(StatementForm::new(cx, case, draft)),
            DraftKind::Party => Box::new(PartyForm::new(draft)),
            DraftKind::Event => Box::new(EventForm::new(draft)),
            DraftKind::FollowUp => Box::new(FollowUpForm::new(cx, draft)),
        };
        self.open = Some(Filled { draft: draft.clone(), case_id, fields, touched: false, drawn: false });
    }

    /// Puts the open form aside if anything was typed in it.
    fn set_aside(&mut self) {
        if let Some(mut left) = self.open.take().filter(|open| open.touched) {
            left.drawn = false;
            self.aside.push(left);
        }
    }

    /// What a form makes in which something is typed and that is not a record yet.
    pub(super) fn unfinished(&self) -> Option<RecordKind> {
        let open = self.open.as_ref().filter(|open| open.touched);
        let form = open.or(self.saving.as_ref()).or(self.aside.last())?;
        Some(record_kind(form.draft.kind))
    }

    /// Whether a form of this case was left with something in it.
    pub(super) fn has_aside(&self, case: Id) -> bool {
        self.aside.iter().any(|left| left.case_id == case)
    }

    /// Draws the offer to go on with the form left last.
    pub(super) fn aside_ui(&mut self, ui: &mut Ui, case: Id, draft: &mut Option<Draft>) {
        let Some(place) = self.aside.iter().rposition(|left| left.case_id == case) else { return };
        let Some(left) = self.aside.get(place) else { return };
        let kind = Arg::from(kind_word(record_kind(left.draft.kind)).to_lowercase());
        ui.horizontal_wrapped(|ui| {
            ui.label(Type::Table.muted(ui, t_with("draft-aside", &[("kind", kind)])));
            let on = ui.add(Button::quiet(t("draft-go-on"))).clicked();
            if ui.add(Button::quiet(t("draft-discard"))).clicked() {
                self.aside.remove(place);
            } else if on {
                let left = self.aside.remove(place);
                *draft = Some(left.draft.clone());
                self.open = Some(left);
            }
        });
        rule(ui);
    }
}

fn record_kind(kind: DraftKind) -> RecordKind {
    match kind {
        DraftKind::Statement => RecordKind::Statement,
        DraftKind::Party => RecordKind::Party,
        DraftKind::Event => RecordKind::Event,
        DraftKind::FollowUp => RecordKind::FollowUp,
    }
}

/// What is being made, and the words it rests on.
fn head(ui: &mut Ui, case: &CaseView, draft: &Draft) {
    let title = match draft.kind {
        DraftKind::Statement => t("draft-statement"),
        DraftKind::Party => t("draft-party"),
        DraftKind::Event => t("draft-event"),
        DraftKind::FollowUp => t("draft-follow-up"),
    };
    ui.horizontal(|ui| {
        ui.set_min_height(size::CHIP);
        ui.label(Type::ControlStrong.text(title));
        if let Some(row) = draft.article.and_then(|id| case.article(id)) {
            let outlet = if row.article.outlet.is_empty() { &row.article.title } else { &row.article.outlet };
            let words =
                t_with("draft-from", &[("key", Arg::from(&*row.key)), ("outlet", Arg::from(&**outlet))]);
            ui.add(eframe::egui::Label::new(Type::Label.muted(ui, words)).truncate());
        }
    });
    if !draft.quote.is_empty() {
        quote_block(ui, &draft.quote);
    }
}

/// The two ways out, and why there is only one.
fn buttons(ui: &mut Ui, why_not: Option<&str>) -> Option<Way> {
    let way = ui.horizontal(|ui| {
        let save = Button::primary(t("draft-save")).shortcut(t("key-enter")).min_width(120.0);
        if ui.add_enabled(why_not.is_none(), save).clicked() {
            return Some(Way::Save);
        }
        let leave = Button::quiet(t("draft-leave")).shortcut(t("key-esc"));
        ui.add(leave).clicked().then_some(Way::Leave)
    });
    if let Some(why) = why_not {
        ui.label(Type::Label.text(why).color(palette(ui).disputed));
    }
    way.inner
}

/// Whether Enter and Esc mean the form: a list, a dialog or a button that has the focus takes them itself.
fn keys_are_ours(ui: &Ui) -> bool {
    let free = ui.memory(|memory| memory.top_modal_layer().is_none() && memory.focused().is_none());
    let in_field = ui.text_edit_focused() && ui.memory(|memory| memory.top_modal_layer().is_none());
    (free || in_field) && !Popup::is_any_open(ui.ctx())
}

fn key_pressed(ui: &Ui) -> Option<Way> {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::COMMAND, Key::Enter) || pressed(Modifiers::NONE, Key::Enter) {
        Some(Way::Save)
    } else if pressed(Modifiers::NONE, Key::Escape) {
        Some(Way::Leave)
    } else {
        None
    }
}
