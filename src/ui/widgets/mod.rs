//! The parts all screens are made of: focusable, named for assistive technology, styled by the theme.

mod badge;
mod button;
mod chip;
mod choice;
mod date_field;
mod dialog;
mod empty;
mod heading;
mod icon;
mod notice;
mod option_row;
mod party_field;
mod party_list;
mod table;
mod table_column;
mod text_field;
mod value_row;

pub use badge::{check_badge, count_badge, dot, side_dot};
pub use button::{Button, icon_button, primary, quiet, secondary};
pub use chip::{FilterChip, filter_chip, filter_chip_width, view_chip};
pub use choice::{Choice, choice_field};
pub use date_field::DateField;
pub use dialog::{Answer, Dialog};
pub use empty::empty_state;
pub use heading::{card, rule, screen_title, section_heading};
pub use icon::Icon;
pub use notice::{Notice, NoticeAnswer, Notices};
pub use option_row::OptionRow;
pub use party_field::{Chosen, PartyField, PartyFieldOutput, PartyOption};
pub(crate) use party_list::{fitting, fold};
pub use table::{Pick, RowMenu, Table, TableOutput};
pub(crate) use table_column::shared;
pub use table_column::{Column, Direction, Sort, cell, cell_muted, cell_number, cell_quote, most_letters};
pub use text_field::{TextField, leads_down};
pub use value_row::{value_link, value_row, value_text};

use eframe::egui::{Context, Id, Memory, Rect, Response, Stroke, StrokeKind, Ui};

use super::theme::{palette, size};

/// Has letters be this widget's while it has the focus: no command of the screen behind acts on them.
pub(in crate::ui) fn claim_letters(ui: &Ui, id: Id) {
    if ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.insert_temp(letters_claimed(), id));
    }
}

/// Whether the widget that has the focus is one that letters belong to.
pub(in crate::ui) fn letters_are_claimed(ctx: &Context) -> bool {
    let focused = ctx.memory(Memory::focused);
    focused.is_some() && ctx.data(|data| data.get_temp::<Id>(letters_claimed())) == focused
}

fn letters_claimed() -> Id {
    Id::unique("letters-claimed")
}

/// Rings a widget that has the keyboard focus.
fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        let ring = Stroke::new(size::FOCUS, palette(ui).accent);
        ui.painter().rect_stroke(rect.expand(4.0), radius + 4, ring, StrokeKind::Inside);
    }
}
