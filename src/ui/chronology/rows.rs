//! The rows of the chronology and the room each takes. Built when the case, the filter or the width changes, never in
//! a frame.

use std::sync::Arc;

use eframe::egui::Ui;

use crate::domain::record::Owner;
use crate::text::t;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{most_letters, shared};
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
    pub(super) who_width: f32,
    pub(super) source_width: f32,
    pub(super) width: f32,
}

const WHO: f32 = 160.0;
const SOURCE: f32 = 176.0;
pub(super) const ANSWERED: f32 = 112.0;
/// A letter beside the words, about.
const LETTER: f32 = 7.0;
/// What was said is not made narrower than this for the columns beside it.
const WHAT: f32 = 560.0;

/// How many letters the longest words beside what was said have.
#[derive(Debug, Clone, Copy, Default)]
struct Beside {
    date: usize,
    who: usize,
    source: usize,
}

impl Beside {
    fn of(rows: &[ChronologyRow]) -> Self {
        Self {
            date: most_letters(rows.iter().map(|row| row.when.words.as_str())),
            // The dot of a side stands before the name.
            who: most_letters(rows.iter().flat_map(|row| [row.who.as_str(), row.occasion.as_str()])) + 2,
            source: most_letters(rows.iter().filter_map(|row| row.sources.first()).map(String::as_str)),
        }
    }
}

impl Columns {
    fn new(width: f32, beside: Beside) -> Self {
        let wide = width >= WIDE;
        let date = size::GAP;
        let letters = |count: usize| count as f32 * LETTER + size::GAP;
        let fixed = 128.0 + WHO + SOURCE + ANSWERED + WHAT + 4.0 * size::GAP_GROUP;
        let columns =
            [(128.0, letters(beside.date)), (WHO, letters(beside.who)), (SOURCE, letters(beside.source))];
        let shared = shared(width - fixed, &columns);
        let (date_width, who_width, source_width) = match shared[..] {
            [date, who, source] if wide => (date, who, source),
            _ => (108.0, WHO, SOURCE),
        };
        let what = date + date_width + size::GAP_GROUP;
        let answered = width - ANSWERED;
        let source = answered - source_width - size::GAP_GROUP;
        let who = source - who_width - size::GAP_GROUP;
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
            who_width,
            source_width,
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
    beside: Beside,
}

impl Built {
    pub(super) fn new(case: &Arc<CaseView>, filter: &Filter, include: Include) -> Self {
        let rows = chronology(case, filter, include);
        let beside = Beside::of(&rows);
        Self {
            hidden: hidden_count(case, filter),
            entries: entries(&rows, filter),
            rows,
            case: Arc::clone(case),
            filter: filter.clone(),
            include,
            placed: Vec::new(),
            columns: Columns::new(0.0, Beside::default()),
            beside,
        }
    }

    /// Whether it answers another question than this.
    pub(super) fn asks_other(&self, filter: &Filter) -> bool {
        self.filter != *filter
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
        let columns = Columns::new(width, self.beside);
        let letters = Letters::new(ui);
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
                Entry::Row(row) => height(&self.rows[*row], &columns, &letters, first_of_date),
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

/// The height of a row and how many lines of what was said it shows. The lines are reckoned from the widths of letters,
/// not laid out: that would take too long for rows that do not show.
fn height(row: &ChronologyRow, columns: &Columns, letters: &Letters, first_of_date: bool) -> (f32, usize) {
    let line = row.line();
    let lines = letters.lines(&line, columns.what_width).clamp(1, MOST_LINES);
    let what = lines as f32 * LINE;
    let date_lines = letters.lines(&row.when.words, columns.date_width).min(3);
    let date = if first_of_date { date_lines as f32 * SMALL_LINE + 3.0 } else { 0.0 };
    let beside = if columns.wide {
        let source = row.sources.first().map_or(0, |label| letters.lines(label, columns.source_width).min(2));
        let sources = source + usize::from(row.sources.len() > 1);
        what.max(3.0 + sources.max(2) as f32 * SMALL_LINE)
    } else {
        what + 3.0 + SMALL_LINE
    };
    (beside.max(date) + 2.0 * PAD, lines)
}

/// How wide the letters of a quotation are; those of the interface are about as wide.
struct Letters {
    /// Of the ASCII letters.
    plain: [f32; 128],
    /// Of quotation marks.
    mark: f32,
    /// Of all others.
    other: f32,
}

impl Letters {
    fn new(ui: &Ui) -> Self {
        let font = Type::QuoteRow.font();
        let mut plain = [0.0; 128];
        let (mark, other) = ui.fonts_mut(|fonts| {
            for (letter, width) in
                (0_u8..128).zip(&mut plain).filter(|(letter, _)| !letter.is_ascii_control())
            {
                *width = fonts.glyph_width(&font, char::from(letter));
            }
            (fonts.glyph_width(&font, '“'), fonts.glyph_width(&font, 'n'))
        });
        Self { plain, mark, other }
    }

    /// How many lines of this width the words take, broken between words.
    fn lines(&self, words: &str, width: f32) -> usize {
        let (mut lines, mut line) = (1, 0.0);
        for word in words.split_inclusive(char::is_whitespace) {
            let of = |c: char| match c {
                '“' | '”' | '‘' | '’' => self.mark,
                c => self.plain.get(c as usize).copied().unwrap_or(self.other),
            };
            let long: f32 = word.chars().map(of).sum();
            let bare: f32 = word.trim_end().chars().map(of).sum();
            if line > 0.0 && line + bare > width {
                lines += 1;
                line = 0.0;
            }
            line += long;
            // A word longer than a line is broken within.
            while line > width && bare > width {
                lines += 1;
                line -= width;
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_within_one_that_is_too_long() {
        let letters = Letters { plain: [10.0; 128], mark: 10.0, other: 10.0 };
        for (words, lines) in
            [("", 1), ("one two", 1), ("one two three", 2), ("aaaaaaaaaaaaaaaaaaaaaaaaa", 3), ("ä ö ü é", 1)]
        {
            assert_eq!(letters.lines(words, 100.0), lines, "{words}");
        }
    }
}
