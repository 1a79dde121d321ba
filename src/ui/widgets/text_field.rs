//! A field for text with its name above or beside it, and what is wrong with it below.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Id, Key, Margin, Modifiers, Response, TextEdit, Ui};

use crate::ui::theme::{Type, palette};

/// A named field of one or more lines.
#[must_use = "show it in a Ui"]
pub struct TextField<'a> {
    name: &'a str,
    hint: &'a str,
    error: Option<&'a str>,
    note: Option<&'a str>,
    rows: usize,
    width: Option<f32>,
    password: bool,
    name_hidden: bool,
    wrong: bool,
    id: Option<Id>,
    /// For text put in beforehand: whether the field is to take the focus now.
    prefilled: Option<bool>,
}

impl<'a> TextField<'a> {
    /// A field of one line with its name above it. Of several of one name in a `Ui` each needs a `push_id` around it.
    pub const fn new(name: &'a str) -> Self {
        Self {
            name,
            hint: "",
            error: None,
            note: None,
            rows: 1,
            width: None,
            password: false,
            name_hidden: false,
            wrong: false,
            id: None,
            prefilled: None,
        }
    }

    /// Shows this, muted, while the field is empty.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Shows what is wrong with the text.
    pub const fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Shows a muted remark under the field when nothing is wrong.
    pub const fn note(mut self, note: Option<&'a str>) -> Self {
        self.note = note;
        self
    }

    /// Makes it a field of several lines, in which Enter starts a new one.
    pub const fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Makes it this wide, in points; otherwise it takes the width there is.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Shows dots for what is typed.
    pub const fn password(mut self) -> Self {
        self.password = true;
        self
    }

    /// Leaves out the visible name, for fields that stand beside it (`value_row`) or say it by their hint.
    pub const fn name_hidden(mut self) -> Self {
        self.name_hidden = true;
        self
    }

    /// Edges the field as wrong, where what is wrong is said elsewhere.
    pub(super) const fn wrong(mut self, wrong: bool) -> Self {
        self.wrong = wrong;
        self
    }

    /// Gives the field an id of its own, to move the focus to it.
    pub const fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Says that its text was put in beforehand: it is selected when the field gets the focus by the keyboard, or now
    /// if `focus`, so that typing replaces it.
    pub const fn prefilled(mut self, focus: bool) -> Self {
        self.prefilled = Some(focus);
        self
    }

    /// Shows it. While a field of several lines has the focus it takes the Enter key.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> Response {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let label = (!self.name_hidden).then(|| ui.label(Type::Label.muted(ui, self.name)));
            let response = self.field(ui, text);
            let response = match label {
                Some(label) => response.labelled_by(label.id),
                None => response.accessible_name(self.name),
            };
            if let Some(error) = self.error {
                ui.label(Type::Label.text(error).color(palette(ui).contradicted));
            } else if let Some(note) = self.note {
                ui.label(Type::Label.muted(ui, note));
            }
            response
        })
        .inner
    }

    fn field(&self, ui: &mut Ui, text: &mut String) -> Response {
        let p = palette(ui);
        if self.wrong || self.error.is_some() {
            ui.visuals_mut().widgets.inactive.bg_stroke.color = p.contradicted;
            ui.visuals_mut().widgets.hovered.bg_stroke.color = p.contradicted;
        }
        let many = self.rows > 1;
        let field =
            if many { TextEdit::multiline(text).desired_rows(self.rows) } else { TextEdit::singleline(text) };
        let mut field = field
            .hint_text(Type::Control.muted(ui, self.hint))
            .margin(Margin::symmetric(10, 8))
            .font(Type::Control.font())
            .password(self.password)
            .desired_width(self.width.unwrap_or_else(|| ui.available_width()));
        // Not counted from what is drawn before it: something that comes in there must not take the focus away, and
        // with it the keys that are typed on.
        field = match self.id {
            Some(id) => field.id(id),
            None => field.id_salt(("field", self.name)),
        };
        let response = ui.add(field);
        if let Some(focus) = self.prefilled {
            if focus {
                response.request_focus();
            }
            if response.gained_focus() && !response.is_pointer_button_down_on() && !response.clicked() {
                select_all(ui, response.id, text);
            }
        }
        if many && response.has_focus() {
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        }
        response
    }
}

/// Has Down lead from a field of one line to the rows below it, which are drawn after it and take the key.
pub fn leads_down(ui: &Ui, field: &Response) {
    if field.has_focus() && ui.input(|input| input.modifiers.is_none() && input.key_pressed(Key::ArrowDown)) {
        field.surrender_focus();
    }
}

fn select_all(ui: &Ui, field: Id, text: &str) {
    let Some(mut state) = TextEditState::load(ui.ctx(), field) else { return };
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), field);
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, Event, RawInput};

    use super::*;

    #[test]
    fn what_comes_in_above_a_field_takes_neither_its_focus_nor_its_keys() {
        let ctx = Context::default();
        crate::ui::theme::apply(&ctx, crate::ui::theme::Mode::Light);
        let mut text = String::new();
        let mut frame = |above: usize, focus: bool, typed: &str| {
            let events = (!typed.is_empty()).then(|| Event::Text(typed.to_owned())).into_iter().collect();
            let input = RawInput { events, ..RawInput::default() };
            ctx.run_ui(input, |ui| {
                (0..above).for_each(|n| drop(ui.label(n.to_string())));
                let field = TextField::new("Detail").show(ui, &mut text);
                if focus {
                    field.request_focus();
                }
            })
            .drop_without_applying_deltas();
        };
        frame(0, true, "");
        frame(0, false, "at ");
        frame(1, false, "night");
        frame(3, false, "fall");
        assert_eq!(text, "at nightfall");
    }
}
