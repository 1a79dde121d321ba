//! What a party said, as lines that open.

use eframe::egui::{Label, Link, Ui};

use crate::command::{Command, Place, Tab};
use crate::domain::id::Id;
use crate::domain::record::Owner;
use crate::text::{Arg, t_with};
use crate::ui::theme::{Type, palette};
use crate::ui::widgets::section_heading;
use crate::view::StatementRow;

/// So many are shown; the list of statements has them all.
const SHOWN: usize = 40;

/// Adds the statements of one case under its heading, the latest first. `elsewhere` is the case to go to if it is not
/// the one that is open.
pub(super) fn said_ui<'a>(
    ui: &mut Ui,
    heading: &str,
    rows: impl DoubleEndedIterator<Item = &'a StatementRow> + ExactSizeIterator,
    elsewhere: Option<Id>,
    out: &mut Vec<Command>,
) {
    let more = rows.len().saturating_sub(SHOWN);
    if rows.len() == 0 {
        return;
    }
    section_heading(ui, heading);
    for row in rows.rev().take(SHOWN) {
        ui.push_id(row.statement.id, |ui| {
            let said = format!("{} · {}", row.key, row.said.words);
            let said = if row.said.words.is_empty() { &row.key } else { &said };
            ui.label(Type::Label.muted(ui, said.as_str()));
            let face = if row.quote.is_empty() { Type::Table } else { Type::QuoteRow };
            if ui.add(Link::new(face.text(row.line()).color(palette(ui).ink))).clicked() {
                if let Some(case) = elsewhere {
                    out.push(Command::Go(Place::Case(case, Tab::Statements)));
                }
                out.push(Command::Select(Owner::Statement(row.statement.id)));
            }
            ui.add_space(4.0);
        });
    }
    if more > 0 {
        let words = t_with("party-said-more", &[("n", Arg::from(more as i64))]);
        ui.add(Label::new(Type::Label.muted(ui, words)));
    }
}
