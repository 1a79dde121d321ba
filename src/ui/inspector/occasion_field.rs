//! A field for the occasion of a statement: one of the case, or a new one made on the spot.

use eframe::egui::{Key, Response, Ui};

use super::choices::{Choices, OccasionPick};
use super::field::{date_note, read_in_article};
use super::parties::known;
use crate::domain::change::OccasionRef;
use crate::domain::date::{parse_typed, read_given};
use crate::domain::id::Id;
use crate::domain::kind::OccasionKind;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::Cx;
use crate::ui::widgets::{DateField, PartyField, PartyOption, TextField, fitting, fold, value_row};
use crate::view::{CaseView, OccasionRow};

/// What is chosen or typed for an occasion.
#[derive(Debug)]
pub(super) struct OccasionField {
    pick: PartyField<OccasionPick>,
    title: String,
    date: String,
}

/// What was done in the field.
pub(super) struct OccasionOutput {
    /// Whether another occasion, or none, was chosen.
    pub(super) picked: bool,
    /// Whether the fields of a new one were typed in.
    pub(super) typed: bool,
    /// Whether one of those fields was left by Enter.
    pub(super) left_by_enter: bool,
}

impl OccasionField {
    /// A field that starts with this occasion chosen, or none.
    pub(super) fn with(case: &CaseView, id: Option<Id>) -> Self {
        let row = id.and_then(|id| case.occasion(id));
        let chosen = row.map(|row| known(OccasionPick::Known(row.occasion.id), row.label.clone()));
        let pick = PartyField::one_of(chosen).hint(t("occasion-none-known"));
        Self { pick, title: String::new(), date: String::new() }
    }

    /// Chooses none.
    pub(super) fn clear(&mut self) {
        self.pick.chosen.clear();
    }

    /// The occasion chosen, if it is one of the case.
    pub(super) fn known(&self) -> Option<Id> {
        match self.picked()? {
            OccasionPick::Known(id) => Some(id),
            OccasionPick::New(_) => None,
        }
    }

    /// The kind of the new occasion, if one is to be made.
    pub(super) fn new_kind(&self) -> Option<OccasionKind> {
        match self.picked()? {
            OccasionPick::New(kind) => Some(kind),
            OccasionPick::Known(_) => None,
        }
    }

    /// Whether nothing is typed in it that was neither taken nor deleted.
    pub(super) fn is_settled(&self) -> bool {
        self.pick.is_settled()
    }

    /// Whether a new one is being described, or its name is half typed.
    pub(super) fn is_unfinished(&self) -> bool {
        self.new_kind().is_some() || !self.is_settled()
    }

    fn picked(&self) -> Option<OccasionPick> {
        self.pick.chosen.first().and_then(super::parties::id_of)
    }

    /// Draws it as a row, with the fields of a new occasion under it. A date is read in the words of `read_in`.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        choices: &Choices,
        read_in: Option<Id>,
    ) -> OccasionOutput {
        let options = cx.data.case.as_ref().map(|case| choices.occasions(case)).unwrap_or_default();
        let name = t("statement-occasion");
        let named = Named::read(self.pick.typed(), cx.today).filter(|_| {
            // As long as it may be one there is, or only a kind is typed, that is what is meant.
            fitting(self.pick.typed(), &options, 1).is_empty()
        });
        let output = match &named {
            Some(named) => {
                let new = named.options();
                value_row(ui, name, |ui| self.pick.show(ui, name, &new))
            }
            None => value_row(ui, name, |ui| self.pick.show(ui, name, &options)),
        };
        if output.response.changed() {
            // What the list offers is made of what is typed by now.
            ui.request_repaint();
        }
        if let (true, Some(named), Some(_)) = (output.changed, named, self.new_kind()) {
            self.title = named.title;
            self.date = named.date;
        }
        let (mut typed, mut left_by_enter) = (false, false);
        let mut take = |ui: &Ui, response: &Response| {
            typed |= response.changed();
            left_by_enter |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        };
        if self.new_kind().is_some() {
            let note = |text: &str| date_note(cx, text, read_in);
            let name = t("occasion-date");
            value_row(ui, name, |ui| {
                let field = DateField::new(name).hint(t("occasion-date-hint")).name_hidden();
                let response = field.show(ui, &mut self.date, note).0;
                take(ui, &response);
            });
            let name = t("occasion-title");
            value_row(ui, name, |ui| {
                let field = TextField::new(name).hint(t("occasion-title-hint")).name_hidden();
                let response = field.show(ui, &mut self.title);
                take(ui, &response);
            });
        }
        OccasionOutput { picked: output.changed, typed, left_by_enter }
    }

    /// The occasion as a change names it; `None` while its date cannot be read.
    pub(super) fn value(&self, cx: &Cx<'_>, read_in: Option<Id>) -> Option<OccasionRef> {
        let case = cx.data.case.as_deref();
        match self.picked() {
            None => Some(OccasionRef::None),
            Some(OccasionPick::Known(id)) => Some(OccasionRef::Known(id)),
            Some(OccasionPick::New(kind)) => {
                let date =
                    read_given(&self.date, cx.today, read_in.map(|id| read_in_article(case, id))).ok()?;
                Some(OccasionRef::New { kind, title: self.title.trim().to_owned(), date })
            }
        }
    }
}

/// A new occasion as a person names it in one go: "Letter of 3 Aug 2024 to Kestrel".
#[derive(Debug, PartialEq, Eq)]
struct Named {
    typed: String,
    /// The name without the date; empty if it is only the kind.
    title: String,
    /// The date in it as typed; empty if there is none.
    date: String,
    /// The kinds it may be, the likeliest first; the only one if its first word is one.
    kinds: Vec<OccasionKind>,
}

impl Named {
    /// Reads a name; `None` of nothing. Days are seen from `today`.
    fn read(typed: &str, today: i64) -> Option<Self> {
        let words: Vec<&str> = typed.split_whitespace().collect();
        let first = fold(words.first()?.trim_end_matches(','));
        let begins = |kind: &OccasionKind| fold(kind.word()).split(' ').next() == Some(first.as_str());
        let kinds = if let Some(kind) = OccasionKind::ALL.iter().copied().find(begins) {
            vec![kind]
        } else {
            let folded = fold(typed);
            let is_in = |kind: &OccasionKind| !folded.contains(&fold(kind.word()));
            let mut kinds = OccasionKind::ALL.to_vec();
            kinds.sort_by_key(is_in);
            kinds
        };
        let found = date_in(&words, today);
        let date = found.clone().and_then(|range| words.get(range)).unwrap_or_default().join(" ");
        let mut rest = words.clone();
        if let Some(range) = found {
            let leads = |place: &usize| {
                rest.get(*place).is_some_and(|word| DATE_LEADS.contains(&word.to_lowercase().as_str()))
            };
            let start = range.start.checked_sub(1).filter(leads).unwrap_or(range.start);
            rest.drain(start..range.end);
        }
        let rest = rest.join(" ").trim_end_matches(',').to_owned();
        let is_kind = kinds.iter().any(|kind| fold(kind.word()) == fold(&rest));
        let title = if is_kind { String::new() } else { rest };
        Some(Self { typed: typed.to_owned(), title, date, kinds })
    }

    /// What the list offers to make of it.
    fn options(&self) -> Vec<PartyOption<OccasionPick>> {
        let option = |kind: &OccasionKind| {
            let words = [("kind", Arg::from(kind.word())), ("name", Arg::from(&*self.typed))];
            let name = t_with("occasion-new-named", &words);
            PartyOption { id: OccasionPick::New(*kind), name, hint: String::new() }
        };
        self.kinds.iter().map(option).collect()
    }
}

/// The words before a date that belong to it.
const DATE_LEADS: [&str; 4] = ["of", "on", "from", "dated"];
/// At most so many words are a date: "7 Sep 2011 14:00".
const DATE_WORDS: usize = 4;

/// Where in these words a date stands: the longest run with a figure in it that can be read as one.
fn date_in(words: &[&str], today: i64) -> Option<std::ops::Range<usize>> {
    let is_date = |range: &std::ops::Range<usize>| {
        let Some(words) = words.get(range.clone()) else { return false };
        let begins = words.first().is_some_and(|word| !DATE_LEADS.contains(&word.to_lowercase().as_str()));
        let has_figure = words.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
        // A bare number is a number: "Letter 12".
        let is_long = words.len() > 1 || words.first().is_some_and(|word| word.len() >= 4);
        begins && has_figure && is_long && parse_typed(&words.join(" "), today).is_ok()
    };
    (1..=DATE_WORDS.min(words.len()))
        .rev()
        .find_map(|count| (0..=words.len() - count).map(|at| at..at + count).find(is_date))
}

/// What stands for the speaker of a statement while none is named: "Ruth Calder (from the interview)"; nothing if
/// nobody is known to have sent or said what is in `row`.
pub(super) fn from_occasion(names: &[&str], row: &OccasionRow) -> String {
    if names.is_empty() {
        return String::new();
    }
    let (name, kind) = (Arg::from(names.join(", ")), Arg::from(row.occasion.kind.word()));
    t_with("statement-speaker-from", &[("name", name), ("kind", kind)])
}

/// What a field says of parties that are those of the occasion: "Harbor Line, as in the letter"; nothing of none.
pub(super) fn as_in_occasion(names: &[&str], row: &OccasionRow) -> String {
    if names.is_empty() {
        return String::new();
    }
    let (name, kind) = (Arg::from(names.join(", ")), Arg::from(row.occasion.kind.word()));
    t_with("statement-party-of-occasion", &[("name", name), ("kind", kind)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(typed: &str) -> (String, String, Vec<OccasionKind>) {
        let named = Named::read(typed, 20_000).unwrap();
        (named.title, named.date, named.kinds)
    }

    #[test]
    fn a_letter_named_in_one_go_has_its_kind_and_date() {
        let letter = vec![OccasionKind::Letter];
        let of = |title: &str, date: &str| (title.to_owned(), date.to_owned(), letter.clone());
        assert_eq!(named("Letter of 3 Aug 2024 to Kestrel"), of("Letter to Kestrel", "3 Aug 2024"));
        assert_eq!(named("letter, 2024-08-03"), of("", "2024-08-03"));
        assert_eq!(named("Letter 2024-08-03"), of("", "2024-08-03"));
        assert_eq!(named("Letter 12 to the board"), of("Letter 12 to the board", ""));
    }

    #[test]
    fn a_name_without_a_kind_can_be_of_any_the_one_in_it_first() {
        let (title, date, kinds) = named("Ada’s letter");
        assert_eq!((title.as_str(), date.as_str()), ("Ada’s letter", ""));
        assert_eq!(kinds.len(), OccasionKind::ALL.len());
        assert_eq!(kinds[0], OccasionKind::Letter);
        assert!(Named::read("  ", 20_000).is_none());
    }
}
