//! A field for one value out of a closed list.

use eframe::egui::{ComboBox, Event, Id, IdSalt, Key, Modifiers, Rect, Ui, vec2};

use super::{Icon, claim_letters};
use crate::text::{Worded, t};
use crate::ui::theme::{Type, palette, size};

/// Adds a list to choose one coded value from; `name` is its accessible name. Gives whether it was changed.
pub fn choice_field<T: Worded>(ui: &mut Ui, name: &str, value: &mut T) -> bool {
    Choice::new(name).show(ui, value)
}

/// A list to choose a coded value from.
#[must_use = "show it in a Ui"]
pub struct Choice<'a> {
    name: &'a str,
    width: f32,
}

impl<'a> Choice<'a> {
    /// A list of usual width.
    pub const fn new(name: &'a str) -> Self {
        Self { name, width: 168.0 }
    }

    /// Makes it this wide, in points.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows it; gives whether the value was changed.
    pub fn show<T: Worded>(self, ui: &mut Ui, value: &mut T) -> bool {
        let before = *value;
        if let Some(next) = self.typed_at(ui, T::VALUES, |choice| *choice == before, |choice| choice.word()) {
            *value = next;
        }
        self.list(ui, value.word(), |ui| {
            for choice in T::VALUES {
                ui.selectable_value(value, *choice, choice.word());
            }
        });
        *value != before
    }

    /// Shows it with “not set” as the first choice; gives whether the value was changed.
    pub fn show_optional<T: Worded>(self, ui: &mut Ui, value: &mut Option<T>) -> bool {
        let before = *value;
        let is_it = |choice: &T| Some(*choice) == before;
        if let Some(next) = self.typed_at(ui, T::VALUES, is_it, |choice| choice.word()) {
            *value = Some(next);
        }
        self.list(ui, value.map_or(t("choice-none"), Worded::word), |ui| {
            ui.selectable_value(value, None, t("choice-none"));
            for choice in T::VALUES {
                ui.selectable_value(value, Some(*choice), choice.word());
            }
        });
        *value != before
    }

    /// Shows it with values that are known only now, by their place in `names`, and `none` as the first choice; gives
    /// whether the value was changed.
    pub fn show_names(self, ui: &mut Ui, none: &str, names: &[String], value: &mut Option<usize>) -> bool {
        let before = *value;
        let shown = value.and_then(|at| names.get(at)).map_or(none, String::as_str);
        self.list(ui, shown, |ui| {
            ui.selectable_value(value, None, none);
            for (at, name) in names.iter().enumerate() {
                ui.push_id(at, |ui| ui.selectable_value(value, Some(at), name));
            }
        });
        *value != before
    }

    /// What a letter typed while the field has the focus, or its list is open, goes to: the next value after the
    /// one shown that begins with it.
    fn typed_at<T: Copy>(
        &self,
        ui: &Ui,
        values: &[T],
        is_shown: impl Fn(&T) -> bool,
        word: impl Fn(&T) -> &'static str,
    ) -> Option<T> {
        let id = self.id(ui);
        if !ui.is_enabled() || !(ui.memory(|memory| memory.has_focus(id)) || ComboBox::is_open(ui.ctx(), id))
        {
            return None;
        }
        let mut at = values.iter().position(is_shown);
        let mut found = None;
        for letter in letters_typed(ui) {
            let from = at.map_or(0, |at| at + 1);
            let begins =
                |place: &usize| values.get(*place).is_some_and(|value| begins_with(word(value), letter));
            if let Some(place) = (from..values.len()).chain(0..from).find(begins) {
                at = Some(place);
                found = values.get(place).copied();
            }
        }
        found
    }

    /// As the combo box makes it of its salt.
    fn id(&self, ui: &Ui) -> Id {
        ui.make_persistent_id(IdSalt::new(self.name))
    }

    fn list(self, ui: &mut Ui, shown: &str, choices: impl FnOnce(&mut Ui)) {
        let response = ComboBox::from_id_salt(self.name)
            .width(self.width)
            .height(360.0)
            .selected_text(Type::Control.text(shown))
            .icon(|ui, rect, _, _| {
                let place = Rect::from_center_size(rect.center(), vec2(size::ICON, size::ICON) * 0.8);
                Icon::ChevronDown.paint(ui.painter(), place, palette(ui).muted);
            })
            .show_ui(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.spacing_mut().interact_size.y = 28.0;
                ui.spacing_mut().button_padding = vec2(8.0, 5.0);
                choices(ui);
            })
            .response
            .accessible_name(self.name);
        claim_letters(ui, response.id);
    }
}

/// Whether a word begins with this letter, whatever the case.
fn begins_with(word: &str, letter: char) -> bool {
    word.chars().next().is_some_and(|first| first.to_lowercase().eq(letter.to_lowercase()))
}

/// The letters typed in this frame, which nothing else gets then.
fn letters_typed(ui: &Ui) -> Vec<char> {
    ui.input_mut(|input| {
        let mut typed = Vec::new();
        input.events.retain(|event| match event {
            Event::Text(text) if text.chars().all(char::is_alphanumeric) => {
                typed.extend(text.chars());
                false
            }
            Event::Key { key, modifiers, .. } => !(is_letter(*key) && *modifiers == Modifiers::NONE),
            _ => true,
        });
        typed
    })
}

fn is_letter(key: Key) -> bool {
    (Key::A..=Key::Z).contains(&key)
}
