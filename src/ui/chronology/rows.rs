//! The rows of the chronology and the room each takes. Built when the case, the filter or the width changes, never in
//! a frame.

use std::sync::Arc;

use eframe::egui::Ui;

use crate::domain::record::Owner;
use crate::text::t;
use crate::ui::theme::{Type, palette, size};
use crate::view::{CaseView, ChronologyRow, Filter, Include, chronology, hidden_count};

/// Above and below the words of a row.
pub(super) const PAD: f32 = 8.0;
/// A line of what was said.
pub(super) const LINE: f32 = 21.0;
/// The line under it, or a second line of a date.
pub(super) const SMALL_LINE: f32 = 17.0;
/// A heading.
const HEADING: f32 = 34.0;
/// A row shows this many lines of what was said at most; the inspector shows all.
const MOST_LINES: usize = 4;
/// From this width on who, source and answer have columns of their own.
const WIDE: f32 = 860.0;

/// What stands in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// A heading over the rows that follow.
    Heading(&'static str),
    /// A row, by its place.
    Row(usize),
}

/// One entry with its place in the list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) entry: Entry,
    /// Its upper edge, in points from the top of the list.
    pub(super) top: f32,
    pub(super) height: f32,
    /// How many lines of what was said are shown.
    pub(super) lines: usize,
    /// Whether it is the first under its date.
    pub(super) first_of_date: bool,
    /// Whether the next one stands under another date.
    pub(super) last_of_date: bool,
}

/// Where the columns stand, in points from the left edge of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Columns {
    pub(super) wide: bool,
    pub(super) date: f32,
    pub(super) date_width: f32,
    pub(super) what: f32,
    pub(super) what_width: f32,
    /// Only where it is wide; so the two below.
    pub(super) who: f32,
    pub(super) source: f32,
    pub(super) answered: f32,
    pub(super) width: f32,
}

pub(super) const WHO: f32 = 160.0;
pub(super) const SOURCE: f32 = 176.0;
pub(super) const ANSWERED: f32 = 112.0;

impl Columns {
    fn new(width: f32) -> Self {
        let wide = width >= WIDE;
        let date = size::GAP;
        let date_width = if wide { 128.0 } else { 108.0 };
        let what = date + date_width + size::GAP_GROUP;
        let answered = width - ANSWERED;
        let source = answered - SOURCE - size::GAP_GROUP;
        let who = source - WHO - size::GAP_GROUP;
        let end = if wide { who - size::GAP_GROUP } else { width - size::GAP };
        Self {
            wide,
            date,
            date_width,
            what,
            what_width: (end - what).max(80.0),
            who,
            source,
            answered,
            width,
        }
    }
}

/// The rows for one case, filter and choice of what is included.
#[derive(Debug)]
pub(super) struct Built {
    case: Arc<CaseView>,
    filter: Filter,
    include: Include,
    pub(super) rows: Vec<ChronologyRow>,
    /// How many that the filter finds were left out by the person.
    pub(super) hidden: usize,
    entries: Vec<Entry>,
    /// For the width below.
    pub(super) placed: Vec<Placed>,
    pub(super) columns: Columns,
}

impl Built {
    pub(super) fn new(case: &Arc<CaseView>, filter: &Filter, include: Include) -> Self {
        let rows = chronology(case, filter, include);
        Self {
            hidden: hidden_count(case, filter),
            entries: entries(&rows, filter),
            rows,
            case: Arc::clone(case),
            filter: filter.clone(),
            include,
            placed: Vec::new(),
            columns: Columns::new(0.0),
        }
    }

    pub(super) fn is_of(&self, case: &Arc<CaseView>, filter: &Filter, include: Include) -> bool {
        Arc::ptr_eq(&self.case, case) && self.filter == *filter && self.include == include
    }

    /// Whether rows the person left out are among them.
    pub(super) fn shows_hidden(&self) -> bool {
        self.include.hidden
    }

    /// The place of a record among the rows.
    pub(super) fn place_of(&self, of: Owner) -> Option<usize> {
        self.rows.iter().position(|row| row.of == of)
    }

    /// Places the entries for a list of this width, unless they are.
    pub(super) fn place(&mut self, ui: &Ui, width: f32) {
        if self.placed.len() == self.entries.len() && (self.columns.width - width).abs() < 0.5 {
            return;
        }
        let columns = Columns::new(width);
        let letter = mean_letter(ui);
        let mut top = 0.0;
        self.placed.clear();
        for (at, entry) in self.entries.iter().enumerate() {
            let same_date = |other: Option<&Entry>| match (entry, other) {
                (Entry::Row(a), Some(Entry::Row(b))) => self.rows[*a].same_date(&self.rows[*b]),
                _ => false,
            };
            let first_of_date = !same_date(at.checked_sub(1).and_then(|before| self.entries.get(before)));
            let last_of_date = !same_date(self.entries.get(at + 1));
            let (height, lines) = match entry {
                Entry::Heading(_) => (HEADING, 0),
                Entry::Row(row) => height(&self.rows[*row], &columns, letter, first_of_date),
            };
            self.placed.push(Placed { entry: *entry, top, height, lines, first_of_date, last_of_date });
            top += height;
        }
        self.columns = columns;
    }

    /// The height of the whole list.
    pub(super) fn height(&self) -> f32 {
        self.placed.last().map_or(0.0, |last| last.top + last.height)
    }

    /// The entries that show between two heights.
    pub(super) fn between(&self, from: f32, until: f32) -> &[Placed] {
        let first = self.placed.partition_point(|entry| entry.top + entry.height < from);
        let end = self.placed.partition_point(|entry| entry.top <= until);
        self.placed.get(first..end.max(first)).unwrap_or_default()
    }
}

/// The rows under the headings they need: what only possibly fits a question, and what has no date.
fn entries(rows: &[ChronologyRow], filter: &Filter) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(rows.len() + 2);
    let mut under = None;
    for (at, row) in rows.iter().enumerate() {
        let heading = if filter.date.is_some() {
            Some(if row.possibly { t("chronology-possibly") } else { t("chronology-certainly") })
        } else {
            row.when.first.is_none().then(|| t("chronology-no-date"))
        };
        if heading != under {
            entries.extend(heading.map(Entry::Heading));
            under = heading;
        }
        entries.push(Entry::Row(at));
    }
    entries
}

/// The height of a row and how many lines of what was said it shows. The lines are reckoned, not laid out: that would
/// take too long for rows that do not show.
fn height(row: &ChronologyRow, columns: &Columns, letter: f32, first_of_date: bool) -> (f32, usize) {
    let lines_of = |letters: usize, letter: f32, width: f32| {
        // A line loses part of a word at its end.
        let (words, one) = (letters as f32 * letter, width * 0.98);
        if words <= one { 1 } else { (words / (width - 5.0 * letter).max(letter)).ceil() as usize }
    };
    let letters: usize = row.what.iter().map(|piece| piece.text.chars().count() + 2).sum();
    let lines = lines_of(letters, letter, columns.what_width).min(MOST_LINES);
    let what = lines as f32 * LINE;
    let date_lines = lines_of(row.when.words.chars().count(), letter, columns.date_width).min(3);
    let date = if first_of_date { date_lines as f32 * SMALL_LINE + 3.0 } else { 0.0 };
    let beside = if columns.wide { what.max(2.0 + 2.0 * SMALL_LINE) } else { what + 3.0 + SMALL_LINE };
    (beside.max(date) + 2.0 * PAD, lines)
}

/// The mean width of a letter of a quotation.
fn mean_letter(ui: &Ui) -> f32 {
    let words = t("chronology-measure");
    let galley = ui.painter().layout_no_wrap(words.to_owned(), Type::QuoteRow.font(), palette(ui).ink);
    galley.size().x.max(1.0) / words.chars().count().max(1) as f32
}
