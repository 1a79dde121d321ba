//! What is typed into the fields of records, from the moment a field gets the focus until its change is written
//! and has come back.

use std::collections::HashMap;

use eframe::egui::{Response, Ui};

use crate::command::Command;
use crate::domain::change::Change;
use crate::domain::id::Id;

/// Seconds after the last key until what was typed is written.
const REST: f64 = 0.8;

/// Seconds in which a written change has to come back before the field shows the record again: long, since an import
/// may be written before it, and what is typed into a field that shows the record of before would write over it.
const RETURN: f64 = 60.0;

/// A field of a record: the record and the field's name.
pub(super) type Key = (Id, &'static str);

/// The text of one field while it is worked on.
#[derive(Debug)]
struct Visit {
    text: String,
    /// The text that is written, or on its way.
    written: String,
    /// The record's text when it was last written or looked at.
    value: String,
    /// The change to write; `None` if there is none, or the text cannot be read.
    pending: Option<Change>,
    changed_at: f64,
    written_at: Option<f64>,
    /// All changes of one visit are undone together.
    group: Id,
    focused: bool,
    /// The pass of the window it was drawn in last.
    seen: u64,
}

impl Visit {
    fn new(value: &str) -> Self {
        Self {
            text: value.to_owned(),
            written: value.to_owned(),
            value: value.to_owned(),
            pending: None,
            changed_at: 0.0,
            written_at: None,
            group: Id::new(),
            focused: false,
            seen: 0,
        }
    }

    /// Whether something is typed that no change can be made of, such as half a date.
    fn is_unreadable(&self) -> bool {
        self.pending.is_none() && self.text != self.written
    }

    fn write(&mut self, value: &str, now: f64, out: &mut Vec<Command>) {
        let Some(change) = self.pending.take() else { return };
        out.push(Command::Change { change, group: Some(self.group) });
        self.written.clone_from(&self.text);
        value.clone_into(&mut self.value);
        self.written_at = Some(now);
    }

    /// Whether the field can show the record's text again.
    fn is_over(&self, value: &str, now: f64) -> bool {
        if self.focused || self.pending.is_some() || self.is_unreadable() {
            return false;
        }
        match self.written_at {
            Some(at) => value == self.text || value != self.value || now - at > RETURN,
            None => true,
        }
    }
}

/// The visits to all fields.
#[derive(Debug, Default)]
pub(super) struct Visits {
    of: HashMap<Key, Visit>,
}

impl Visits {
    /// Draws a field and keeps its text: `show` is given the text, `change` makes a change of it if it can.
    pub(super) fn field(
        &mut self,
        ui: &mut Ui,
        key: Key,
        value: &str,
        show: impl FnOnce(&mut Ui, &mut String) -> Response,
        change: impl FnOnce(&str) -> Option<Change>,
        out: &mut Vec<Command>,
    ) {
        let now = ui.input(|input| input.time);
        let mut text = self.text(key, value, now);
        let response = show(ui, &mut text);
        let has_focus = response.has_focus();
        if !has_focus && !response.changed() && !self.of.contains_key(&key) {
            return;
        }
        let visit = self.of.entry(key).or_insert_with(|| Visit::new(value));
        if has_focus && !visit.focused && visit.pending.is_none() {
            // Coming back is another visit: a step of its own to undo.
            visit.group = Id::new();
        }
        visit.focused = has_focus;
        visit.seen = ui.cumulative_pass_nr();
        if response.changed() {
            visit.pending = if text == visit.written { None } else { change(&text) };
            visit.changed_at = now;
        }
        visit.text = text;
        if visit.pending.is_some() {
            let left = REST - (now - visit.changed_at);
            if !has_focus || left <= 0.0 {
                visit.write(value, now, out);
            } else {
                ui.request_repaint_after_secs(left as f32 + 0.02);
            }
        }
    }

    /// The text a field shows: what is typed, else the record's.
    fn text(&mut self, key: Key, value: &str, now: f64) -> String {
        let Some(visit) = self.of.get_mut(&key) else { return value.to_owned() };
        if visit.is_over(value, now) {
            self.of.remove(&key);
            return value.to_owned();
        }
        // Changed elsewhere while nothing was typed here.
        if visit.written_at.is_none() && visit.text == visit.written && visit.value != value {
            for text in [&mut visit.text, &mut visit.written, &mut visit.value] {
                value.clone_into(text);
            }
        }
        visit.text.clone()
    }

    /// A field in which something is typed of which no change can be made.
    pub(super) fn unfinished(&self) -> Option<Key> {
        self.of.iter().find(|(_, visit)| visit.is_unreadable()).map(|(key, _)| *key)
    }

    /// Writes everything that can be written, at `now` of the window's clock.
    pub(super) fn write_all(&mut self, now: f64, out: &mut Vec<Command>) {
        for visit in self.of.values_mut() {
            let value = visit.value.clone();
            visit.write(&value, now, out);
        }
    }

    /// To be called once the window is drawn: writes what was typed into fields that are not shown any more, and
    /// everything when the window is about to close. What cannot be read stays for when its field comes back.
    pub(super) fn flush(&mut self, ui: &Ui, out: &mut Vec<Command>) {
        let pass = ui.cumulative_pass_nr();
        let closing = ui.input(|input| input.viewport().close_requested());
        let now = ui.input(|input| input.time);
        if closing {
            self.write_all(now, out);
        }
        self.of.retain(|_, visit| {
            let gone = visit.seen != pass;
            if gone {
                let value = visit.value.clone();
                visit.write(&value, now, out);
            }
            !gone || visit.is_unreadable()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::PartyChange;
    use crate::domain::edit::PartyEdit;
    use crate::ui::widgets::TextField;
    use eframe::egui::{Context, Event, Key as Press, Modifiers, RawInput};

    const RECORD: Id = Id(7);

    /// A window of one or no field of a record, driven by events.
    #[derive(Default)]
    struct Window {
        ctx: Context,
        visits: Visits,
        time: f64,
    }

    impl Window {
        /// Draws one frame and gives the names written in it, with their groups, and what the field shows.
        fn frame(
            &mut self,
            value: Option<&str>,
            after: f64,
            events: Vec<Event>,
        ) -> (Vec<(String, Id)>, String) {
            self.time += after;
            let input = RawInput { time: Some(self.time), events, ..RawInput::default() };
            let (mut out, mut shown) = (Vec::new(), String::new());
            let visits = &mut self.visits;
            self.ctx
                .run_ui(input, |ui| {
                    if let Some(value) = value {
                        let show = |ui: &mut Ui, text: &mut String| {
                            let response = TextField::new("Name").id(field_id()).show(ui, text);
                            shown.clone_from(text);
                            response
                        };
                        let change = |text: &str| (text != "?").then(|| rename(text));
                        visits.field(ui, (RECORD, "name"), value, show, change, &mut out);
                    }
                    visits.flush(ui, &mut out);
                })
                .drop_without_applying_deltas();
            (out.into_iter().map(name_of).collect(), shown)
        }

        fn focused(value: &str) -> Self {
            let mut window = Self::default();
            crate::ui::theme::apply(&window.ctx, crate::ui::theme::Mode::Light);
            window.frame(Some(value), 0.0, Vec::new());
            window.ctx.memory_mut(|memory| memory.request_focus(field_id()));
            window.frame(Some(value), 0.0, Vec::new());
            window
        }
    }

    fn field_id() -> eframe::egui::Id {
        eframe::egui::Id::unique("field under test")
    }

    fn rename(text: &str) -> Change {
        PartyChange::Edit { ids: vec![RECORD], edit: PartyEdit::Name(text.to_owned()) }.into()
    }

    fn name_of(command: Command) -> (String, Id) {
        match command {
            Command::Change {
                change: Change::Party(PartyChange::Edit { edit: PartyEdit::Name(name), .. }),
                group: Some(group),
            } => (name, group),
            other => panic!("{other:?}"),
        }
    }

    fn typed(text: &str) -> Vec<Event> {
        vec![Event::Text(text.to_owned())]
    }

    fn enter() -> Vec<Event> {
        let key = |pressed| Event::Key {
            key: Press::Enter,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        vec![key(true), key(false)]
    }

    #[test]
    fn what_is_typed_is_written_after_a_rest_and_on_leaving_as_one_step() {
        let mut window = Window::focused("Harbor");
        assert!(window.frame(Some("Harbor"), 0.1, typed(" Line")).0.is_empty());
        assert!(window.frame(Some("Harbor"), 0.5, Vec::new()).0.is_empty(), "still typing");
        let (first, _) = window.frame(Some("Harbor"), 0.5, Vec::new());
        assert_eq!(first[0].0, "Harbor Line");
        window.frame(Some("Harbor Line"), 0.1, typed(" Ltd"));
        let (second, _) = window.frame(Some("Harbor Line"), 0.1, enter());
        assert_eq!(second, [("Harbor Line Ltd".to_owned(), first[0].1)], "the same visit");
        let (rest, shown) = window.frame(Some("Harbor Line"), 0.1, Vec::new());
        assert_eq!((rest.len(), shown.as_str()), (0, "Harbor Line Ltd"), "until it has come back");
        assert_eq!(window.frame(Some("Elsewhere"), 0.1, Vec::new()).1, "Elsewhere");
    }

    #[test]
    fn nothing_typed_is_lost_when_the_field_goes_away() {
        let mut window = Window::focused("Harbor");
        window.frame(Some("Harbor"), 0.1, typed(" Line"));
        let (written, _) = window.frame(None, 0.1, Vec::new());
        assert_eq!(written[0].0, "Harbor Line");
        assert!(window.frame(None, 0.1, Vec::new()).0.is_empty(), "once");
    }

    #[test]
    fn what_cannot_be_read_is_kept_and_not_written() {
        let mut window = Window::focused("");
        window.frame(Some(""), 0.1, typed("?"));
        assert!(window.frame(Some(""), 0.1, enter()).0.is_empty());
        assert!(window.frame(None, 0.1, Vec::new()).0.is_empty());
        assert_eq!(window.frame(Some(""), 9.0, Vec::new()).1, "?");
    }

    #[test]
    fn without_typing_the_field_follows_the_record_and_writes_nothing() {
        let mut window = Window::focused("Harbor");
        let (written, shown) = window.frame(Some("Harbour"), 0.1, Vec::new());
        assert_eq!((written.len(), shown.as_str()), (0, "Harbour"));
        assert!(window.frame(Some("Harbour"), 0.1, enter()).0.is_empty());
    }
}
