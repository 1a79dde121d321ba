//! The parties: those of a case with their part in it, those of the library with the cases they are in.

mod bulk;
mod rows;
mod side;

use std::sync::Arc;

use eframe::egui::{Align, Key, Layout, Modifiers, Ui};

use super::chosen::Chosen;
use super::{Cx, Seen};
use crate::command::{Command, Place};
use crate::domain::change::PartyChange;
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::{Arg, Worded, number, t, t_with};
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{
    Button, Column, Direction, Icon, Sort, Table, TableOutput, TextField, cell, cell_muted, cell_number,
    empty_state, most_letters, side_dot,
};
use crate::view::{CaseView, LibraryView, PartyLine};

use rows::{Field, Order};
pub(crate) use side::{SIDES, side_choice, side_name, side_words};

/// Below this width kind and role are left out.
const WIDE: f32 = 760.0;

/// What this screen remembers.
#[derive(Debug)]
pub struct PartiesState {
    typed: String,
    order: Order,
    chosen: Chosen,
    form: Option<bulk::Form>,
    of_case: Option<Rows<CaseView>>,
    of_library: Option<Rows<LibraryView>>,
}

impl Default for PartiesState {
    fn default() -> Self {
        Self {
            typed: String::new(),
            order: (Field::Name, Direction::Up),
            chosen: Chosen::default(),
            form: None,
            of_case: None,
            of_library: None,
        }
    }
}

/// The places of the rows shown, and what they were made from.
#[derive(Debug)]
struct Rows<T> {
    from: Seen<T>,
    asked: (String, Order),
    places: Arc<Vec<usize>>,
}

/// Draws it.
pub fn parties_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut PartiesState, out: &mut Vec<Command>) {
    let selected = selected(cx);
    state.chosen.follow(selected);
    let alone = !ui.text_edit_focused() && ui.memory(|memory| memory.allows_interaction(ui.layer_id()));
    if alone && state.is_several() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        state.chosen.only(selected);
    }
    match cx.place {
        Place::Parties => library_ui(ui, cx, state, out),
        _ => case_ui(ui, cx, state, out),
    }
}

/// The selected party.
fn selected(cx: &Cx<'_>) -> Option<Id> {
    match cx.selection {
        Some(Owner::Party(id)) => Some(id),
        _ => None,
    }
}

fn case_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut PartiesState, out: &mut Vec<Command>) {
    let (Some(case), Some(shared)) = (cx.case(), &cx.data.case) else { return };
    let places = state.places(shared, |state| &mut state.of_case, rows::of_case);
    state.chosen.keep(|id| case.party(id).is_some());
    tools_ui(ui, cx, state, places.len(), case.parties.len(), out);
    if case.parties.is_empty() {
        empty_state(ui, t("parties-empty"), None, t("parties-empty-quicker"));
        return;
    }
    let fields: &[Field] = if ui.available_width() >= WIDE {
        &[Field::Name, Field::Kind, Field::Role, Field::Side, Field::Statements, Field::LastSaid]
    } else {
        &[Field::Name, Field::Side, Field::Statements, Field::LastSaid]
    };
    let letters = |field| match field {
        Field::Role => most_letters(case.parties.iter().map(|row| row.place.role.as_str())),
        Field::LastSaid => most_letters(case.parties.iter().map(|row| row.last_said.as_str())),
        _ => 0,
    };
    let rows = Shown { fields, name: t("tab-parties"), count: places.len(), letters: &letters };
    let row = |n: usize| places.get(n).and_then(|place| case.parties.get(*place));
    let id = |n: usize| row(n).map(|row| row.party.id);
    let output = rows.table(
        ui,
        cx,
        state,
        id,
        |n| row(n).map_or_else(String::new, |row| row.party.name.clone()),
        |ui, n, field| {
            let Some(row) = row(n) else { return };
            match field {
                Field::Name => drop(cell(ui, &row.party.name).on_hover_text(row.aliases.join(" · "))),
                Field::Kind => drop(cell_muted(ui, row.party.kind.word())),
                Field::Role => drop(cell(ui, &row.place.role)),
                Field::Side => side_cell(ui, case, row.place.side),
                Field::Statements => drop(cell_number(ui, row.statements as i64)),
                Field::LastSaid => drop(cell_muted(ui, &row.last_said)),
                Field::OtherNames | Field::Cases => {}
            }
        },
    );
    let ids: Vec<Option<Id>> = (0..places.len()).map(id).collect();
    state.act(output, fields, &ids, out);
}

fn library_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut PartiesState, out: &mut Vec<Command>) {
    let library = &cx.data.library;
    if library.parties.is_empty() {
        empty_state(ui, t("parties-library-empty"), None, t("parties-library-empty-quicker"));
        return;
    }
    let places = state.places(library, |state| &mut state.of_library, rows::of_library);
    state.chosen.keep(|id| library.parties.iter().any(|line| line.party.id == id));
    tools_ui(ui, cx, state, places.len(), library.parties.len(), out);
    let fields: &[Field] = &[Field::Name, Field::Kind, Field::OtherNames, Field::Cases];
    let letters = |field| match field {
        Field::OtherNames => {
            let of = |line: &PartyLine| line.aliases.iter().map(|name| name.chars().count() + 3).sum();
            library.parties.iter().map(of).max().unwrap_or_default()
        }
        _ => 0,
    };
    let rows = Shown { fields, name: t("nav-parties"), count: places.len(), letters: &letters };
    let line = |n: usize| places.get(n).and_then(|place| library.parties.get(*place));
    let id = |n: usize| line(n).map(|line| line.party.id);
    let output = rows.table(
        ui,
        cx,
        state,
        id,
        |n| line(n).map_or_else(String::new, |line| line.party.name.clone()),
        |ui, n, field| {
            let Some(line) = line(n) else { return };
            match field {
                Field::Name => drop(cell(ui, &line.party.name)),
                Field::Kind => drop(cell_muted(ui, line.party.kind.word())),
                Field::OtherNames => drop(cell_muted(ui, &line.aliases.join(" · "))),
                Field::Cases => drop(cell_number(ui, line.cases as i64)),
                Field::Role | Field::Side | Field::Statements | Field::LastSaid => {}
            }
        },
    );
    let ids: Vec<Option<Id>> = (0..places.len()).map(id).collect();
    state.act(output, fields, &ids, out);
}

/// The columns of a list, and how many rows it has.
struct Shown<'a> {
    fields: &'a [Field],
    name: &'a str,
    count: usize,
    /// How many letters the longest words of a column have, where it can get wider for them.
    letters: &'a dyn Fn(Field) -> usize,
}

impl Shown<'_> {
    fn table(
        &self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        state: &PartiesState,
        id: impl Fn(usize) -> Option<Id>,
        name: impl Fn(usize) -> String,
        mut cell: impl FnMut(&mut Ui, usize, Field),
    ) -> TableOutput {
        let letters = |field: &Field| column(*field).letters((self.letters)(*field));
        let columns: Vec<Column<'_>> = self.fields.iter().map(letters).collect();
        let (order, chosen) = (state.order, &state.chosen);
        let current = selected(cx).and_then(|wanted| (0..self.count).find(|n| id(*n) == Some(wanted)));
        let sort = self
            .fields
            .iter()
            .position(|field| *field == order.0)
            .map(|column| Sort { column, direction: order.1 });
        let table = Table::new(self.name, &columns, self.count).current(current).sort(sort).main();
        // Widths are kept by place: lists with other columns keep their own.
        let columns_id = (cx.place.case().is_some(), self.fields.len());
        ui.push_id(columns_id, |ui| {
            table.show(
                ui,
                |n| id(n).is_some_and(|id| chosen.has(id)),
                name,
                |ui, n, column| {
                    if let Some(field) = self.fields.get(column) {
                        cell(ui, n, *field);
                    }
                },
            )
        })
        .inner
    }
}

fn column(field: Field) -> Column<'static> {
    match field {
        Field::Name => Column::rest(t("parties-name")),
        Field::Kind => Column::new(t("parties-kind"), 110.0),
        Field::Role => Column::new(t("parties-role"), 190.0),
        Field::Side => Column::new(t("parties-side"), 132.0),
        Field::Statements => Column::new(t("parties-statements"), 84.0).right(),
        Field::LastSaid => Column::new(t("parties-last-said"), 172.0),
        Field::OtherNames => Column::new(t("parties-other-names"), 200.0),
        Field::Cases => Column::new(t("parties-cases"), 72.0).right(),
    }
    .sortable()
}

fn side_cell(ui: &mut Ui, case: &CaseView, side: Option<u8>) {
    if let Some(side) = side {
        ui.spacing_mut().item_spacing.x = 6.0;
        let words = side_name(Some(case), Some(side));
        side_dot(ui, usize::from(side), &words);
        cell_muted(ui, &words);
    }
}

/// The field that narrows the list; a name that is not in it can be added on the spot. While several are selected, what
/// can be done to them stands there.
fn tools_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut PartiesState,
    found: usize,
    all: usize,
    out: &mut Vec<Command>,
) {
    if state.is_several() {
        let case = cx.case().map(|case| case.case.id);
        if bulk::bulk_ui(ui, cx, case, state.chosen.ids(), &mut state.form, out) {
            state.chosen.only(selected(cx));
        }
        ui.add_space(size::GAP);
        return;
    }
    state.form = None;
    ui.horizontal(|ui| {
        let words = if cx.case().is_some() { t("parties-find") } else { t("parties-find-all") };
        let field = TextField::new(words).hint(words).name_hidden().width(280.0);
        let response = field.show(ui, &mut state.typed);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let name = state.typed.trim().to_owned();
        if let (Some(case), true, true) = (cx.case(), cx.can_write(), !name.is_empty() && found == 0) {
            let words = t_with("party-new", &[("name", Arg::from(name.as_str()))]);
            if ui.add(Button::secondary(&words).icon(Icon::Plus)).clicked() || entered {
                out.push(Command::Make(PartyChange::New { case_id: case.case.id, name, kind: None }.into()));
                state.typed.clear();
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if found < all {
                let of = [("n", number(found as i64).into()), ("all", number(all as i64).into())];
                ui.label(Type::Label.muted(ui, t_with("parties-found", &of)));
            }
        });
    });
    ui.add_space(size::GAP);
}

impl PartiesState {
    fn is_several(&self) -> bool {
        self.chosen.ids().len() > 1
    }

    /// The places of the rows, made anew when the data, the words or the order changed.
    fn places<T>(
        &mut self,
        data: &Arc<T>,
        kept: impl Fn(&mut Self) -> &mut Option<Rows<T>>,
        make: impl Fn(&T, &str, Order) -> Vec<usize>,
    ) -> Arc<Vec<usize>> {
        let asked = (self.typed.clone(), self.order);
        if let Some(rows) = kept(self)
            && rows.asked == asked
            && rows.from.is(data)
        {
            return Arc::clone(&rows.places);
        }
        let places = Arc::new(make(data, &asked.0, asked.1));
        *kept(self) = Some(Rows { from: Seen::of(data), asked, places: Arc::clone(&places) });
        places
    }

    fn act(&mut self, output: TableOutput, fields: &[Field], ids: &[Option<Id>], out: &mut Vec<Command>) {
        if let Some((sort, field)) = output.sort.and_then(|sort| Some((sort, *fields.get(sort.column)?))) {
            self.order = (field, sort.direction);
        }
        let picked = output.pick.and_then(|pick| self.chosen.pick(pick, ids));
        let opened = output.open.and_then(|row| ids.get(row).copied().flatten());
        if let Some(id) = picked.or(opened) {
            out.push(Command::Select(Owner::Party(id)));
        }
    }
}
