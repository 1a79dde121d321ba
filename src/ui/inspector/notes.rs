//! Notes on a record: those there are, and room for another.

use std::collections::HashMap;

use eframe::egui::{Response, Ui};

use super::field::Edit;
use crate::command::Command;
use crate::domain::change::NoteChange;
use crate::domain::date::{Edtf, local_day};
use crate::domain::id::Id;
use crate::domain::record::{Note, Owner};
use crate::text::{Arg, t, t_with};
use crate::ui::theme::Type;
use crate::ui::widgets::{Icon, TextField, icon_button, section_heading};

/// Notes that are being typed and are not there yet.
#[derive(Debug, Default)]
pub(super) struct NewNotes {
    of: HashMap<Owner, NewNote>,
}

#[derive(Debug)]
struct NewNote {
    case_id: Id,
    body: String,
    seen: u64,
}

impl NewNotes {
    /// Draws the field for another note; it is made when the field is left.
    fn field(&mut self, ui: &mut Ui, case_id: Id, of: Owner, out: &mut Vec<Command>) {
        let new = self.of.entry(of).or_insert_with(|| NewNote { case_id, body: String::new(), seen: 0 });
        new.seen = ui.cumulative_pass_nr();
        let field = TextField::new(t("note-add")).rows(2).hint(t("note-add-hint")).name_hidden();
        let response: Response = ui.push_id(("new note", of), |ui| field.show(ui, &mut new.body)).inner;
        if response.lost_focus() {
            make(of, new, out);
        }
    }

    /// Makes all notes that are typed.
    pub(super) fn write_all(&mut self, out: &mut Vec<Command>) {
        self.of.iter_mut().for_each(|(of, new)| make(*of, new, out));
    }

    /// Makes the notes whose fields are not shown any more, and all when the window is about to close.
    pub(super) fn flush(&mut self, ui: &Ui, out: &mut Vec<Command>) {
        let pass = ui.cumulative_pass_nr();
        let closing = ui.input(|input| input.viewport().close_requested());
        self.of.retain(|of, new| {
            let gone = new.seen != pass;
            if gone || closing {
                make(*of, new, out);
            }
            !gone
        });
    }
}

fn make(of: Owner, new: &mut NewNote, out: &mut Vec<Command>) {
    let body = std::mem::take(&mut new.body).trim().to_owned();
    if !body.is_empty() {
        let change = NoteChange::New { case_id: new.case_id, of, body };
        out.push(Command::Change { change: change.into(), group: None });
    }
}

impl Edit<'_> {
    /// The notes on a record, each edited where it stands, and a field for another.
    pub fn notes(&mut self, ui: &mut Ui, of: Owner) {
        let Some(case_id) = self.cx.data.case.as_ref().map(|case| case.case.id) else { return };
        section_heading(ui, t("note-heading"));
        let notes = self.cx.detail(of).map_or(&[][..], |detail| &detail.notes);
        for note in notes {
            ui.push_id(note.id, |ui| self.note(ui, note));
        }
        if self.cx.can_write() {
            self.fields.notes.field(ui, case_id, of, self.out);
        }
    }

    fn note(&mut self, ui: &mut Ui, note: &Note) {
        let id = note.id;
        ui.horizontal(|ui| {
            let made = Edtf::day(local_day(note.created_at)).words();
            ui.label(Type::Label.muted(ui, t_with("note-made", &[("date", Arg::from(made))])));
            if self.cx.can_write() && icon_button(ui, Icon::Close, t("note-delete")).clicked() {
                self.push(NoteChange::Delete { id }.into());
            }
        });
        let name = t("note-body");
        let rows = note.body.lines().count().clamp(2, 8);
        let show =
            |ui: &mut Ui, text: &mut String| TextField::new(name).rows(rows).name_hidden().show(ui, text);
        let change = |text: &str| Some(NoteChange::Edit { id, body: text.to_owned() }.into());
        self.text(ui, (id, name), &note.body, show, change);
    }
}
