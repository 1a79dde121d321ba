//! A field for a date as people type it, with what it was understood as, or what is wrong, under it.

use eframe::egui::{Response, Ui};

use super::text_field::TextField;
use crate::domain::date::DateError;
use crate::ui::theme::{Type, palette};

/// A named field for a date.
#[must_use = "show it in a Ui"]
pub struct DateField<'a> {
    field: TextField<'a>,
}

impl<'a> DateField<'a> {
    /// A field with its name above it.
    pub const fn new(name: &'a str) -> Self {
        Self { field: TextField::new(name) }
    }

    /// Shows this, muted, while the field is empty.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.field = self.field.hint(hint);
        self
    }

    /// Leaves out the visible name, for fields that stand beside it (`value_row`).
    pub const fn name_hidden(mut self) -> Self {
        self.field = self.field.name_hidden();
        self
    }

    /// Shows it. `read` gives the date in plain words, which stand under the field (nothing, if they are empty),
    /// or what is wrong with it; it is not asked about an empty field. Gives the field and whether its text is empty or a date.
    pub fn show(
        self,
        ui: &mut Ui,
        text: &mut String,
        read: impl FnOnce(&str) -> Result<String, DateError>,
    ) -> (Response, bool) {
        let typed = text.trim();
        let understood = (!typed.is_empty()).then(|| read(typed));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let wrong = matches!(understood, Some(Err(_)));
            let response = self.field.wrong(wrong).show(ui, text);
            match understood {
                Some(Ok(words)) if words.is_empty() => {}
                Some(Ok(words)) => drop(ui.label(Type::Label.muted(ui, words))),
                Some(Err(error)) => {
                    drop(ui.label(Type::Label.text(error.to_string()).color(palette(ui).contradicted)));
                }
                None => {}
            }
            (response, !wrong)
        })
        .inner
    }
}
