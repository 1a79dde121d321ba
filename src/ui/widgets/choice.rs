//! A field for one value out of a closed list.

use eframe::egui::{ComboBox, Rect, Response, Ui, vec2};

use super::Icon;
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

    fn list(self, ui: &mut Ui, shown: &str, choices: impl FnOnce(&mut Ui)) -> Response {
        ComboBox::from_id_salt(self.name)
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
            .accessible_name(self.name)
    }
}
