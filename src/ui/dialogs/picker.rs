//! Choosing one record out of many by typing: a field and the list of what fits.

use eframe::egui::{EventFilter, Key, Modifiers, ScrollArea, Ui};

use crate::domain::id::Id;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{OptionRow, PartyOption, TextField, fitting};
use crate::view::{CaseView, StatementRow};

/// At most so many records are listed: typing narrows.
const MOST: usize = 40;
/// So many lines of the list are seen at once.
const LINES: f32 = 6.0;

/// What is typed to find a record, and what fits.
#[derive(Debug)]
pub(super) struct Picker {
    options: Vec<PartyOption<Id>>,
    typed: String,
    fits: Vec<usize>,
    marked: usize,
    quotes: bool,
    /// Whether the marked row counts as chosen, and Enter is left to the dialog; no row is marked then before something
    /// is typed or a key moves there.
    chooses: bool,
    moved: bool,
}

impl Picker {
    /// A list of these.
    pub(super) fn new(options: Vec<PartyOption<Id>>) -> Self {
        let fits = fitting("", &options, MOST);
        Self { options, typed: String::new(), fits, marked: 0, quotes: false, chooses: false, moved: false }
    }

    /// Has the marked row count as chosen, so that Enter is the dialog's. No row is marked before something is typed or
    /// an arrow key is pressed, lest the first one be chosen by nobody.
    pub(super) fn choosing(self) -> Self {
        Self { chooses: true, ..self }
    }

    /// What is marked.
    pub(super) fn marked(&self) -> Option<Id> {
        let place = self.fits.get(self.marked).filter(|_| self.marks())?;
        Some(self.options.get(*place)?.id)
    }

    fn marks(&self) -> bool {
        !self.chooses || self.moved || !self.typed.trim().is_empty()
    }

    /// A list of statements of the case, those with the lowest `rank` first.
    pub(super) fn of_statements<R: Ord>(
        case: &CaseView,
        rank: impl Fn(usize, &StatementRow) -> Option<R>,
    ) -> Self {
        let rows = case.statements.iter().enumerate();
        let mut rows: Vec<(R, &StatementRow)> =
            rows.filter_map(|(place, row)| Some((rank(place, row)?, row))).collect();
        rows.sort_by(|(a, _), (b, _)| a.cmp(b));
        let option = |(_, row): (R, &StatementRow)| PartyOption {
            id: row.statement.id,
            name: numbered_line(row),
            hint: String::new(),
        };
        Self { quotes: true, ..Self::new(rows.into_iter().map(option).collect()) }
    }

    /// Shows field and list; gives the record that was taken by a click or Enter. The field has the focus.
    pub(super) fn show(&mut self, ui: &mut Ui, name: &str, hint: &str, opened: bool) -> Option<Id> {
        let id = ui.make_persistent_id(name);
        let mut taken = None;
        if ui.memory(|memory| memory.has_focus(id)) {
            taken = self.act_on_keys(ui);
        }
        let field = TextField::new(name).hint(hint).id(id).show(ui, &mut self.typed);
        let keys = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keys));
        if opened {
            field.request_focus();
        }
        if field.changed() {
            self.fits = fitting(&self.typed, &self.options, MOST);
            self.marked = 0;
        }
        ui.push_id("list", |ui| {
            ScrollArea::vertical().auto_shrink(false).max_height(LINES * size::ROW).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                taken = self.rows(ui).or(taken);
            });
        });
        taken
    }

    fn act_on_keys(&mut self, ui: &Ui) -> Option<Id> {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            let next = if self.marks() { self.marked + 1 } else { 0 };
            self.marked = next.min(self.fits.len().saturating_sub(1));
            self.moved = true;
        }
        if pressed(Key::ArrowUp) {
            self.marked = self.marked.saturating_sub(1);
        }
        let marked = self.marked().filter(|_| !self.chooses)?;
        pressed(Key::Enter).then_some(marked)
    }

    fn rows(&self, ui: &mut Ui) -> Option<Id> {
        let mut taken = None;
        for (line, option) in self.fits.iter().filter_map(|place| self.options.get(*place)).enumerate() {
            let marked = self.marks() && line == self.marked;
            let row = OptionRow::new(&option.name, &option.hint, marked);
            let row = if self.quotes { row.quote() } else { row };
            let response = row.show(ui);
            if marked {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                taken = Some(option.id);
            }
        }
        if self.fits.is_empty() {
            ui.label(Type::Table.muted(ui, crate::text::t("picker-none-fit")));
        }
        taken
    }
}

/// Number, speaker and date, then the words, which are cut where the room ends.
fn numbered_line(row: &StatementRow) -> String {
    let parts = [row.key.as_str(), row.speaker.as_str(), row.said.words.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}: {}", parts.join(" · "), row.line())
}
