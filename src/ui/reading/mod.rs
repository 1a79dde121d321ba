//! The article in the reader: its head, its text, its marks.

mod decide;
mod head;
mod list;
mod marks;
mod middle;
mod versions;
mod without_text;

use std::sync::Arc;

use eframe::egui::{Label, Ui, UiBuilder};

use super::Cx;
use super::draft::{Draft, DraftKind};
use super::reader::{MakeKind, ReaderAction, ReaderState, ReaderText, column, reader_ui, whole_words};
use super::theme::{Type, palette, size};
use crate::command::Command;
use crate::domain::change::NewSource;
use crate::domain::id::Id;
use crate::domain::quote::Anchor;
use crate::domain::record::{Owner, Version};
use crate::domain::span::Span;
use crate::view::ArticleView;

pub(in crate::ui) use decide::{decided_by_keys, decision_buttons, letters_act};
pub use middle::middle_ui;

/// What the reader's pane remembers.
#[derive(Debug, Default)]
pub struct ReadingState {
    /// Words to scroll to once the article is there.
    pub show: Option<(Id, Option<Span>)>,
    /// Words to select once the article is there.
    pub select: Option<Span>,
    /// The record whose words were scrolled to last, so that a refresh does not scroll again.
    pub shown_for: Option<Owner>,
    /// The words that are selected, to be made a source of a record.
    pub selected: Option<NewSource>,
    /// The version of an article that was asked for in place of its newest: article and version.
    pub version: Option<(Id, Id)>,
    /// Whether the article's own fields show beside its text.
    pub details: bool,
    /// The text, by its version.
    text: Option<(Id, ReaderText)>,
    reader: ReaderState,
    marks: marks::Marks,
    /// The record being made of words selected here.
    drafted: Option<Id>,
}

/// Draws the article; making a record of selected words sets `draft`.
pub fn reading_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ReadingState,
    draft: &mut Option<Draft>,
    out: &mut Vec<Command>,
) {
    let view = cx.data.article.as_ref().filter(|view| cx.reading.is_none_or(|id| id == view.article.id));
    match view {
        Some(view) => {
            in_column(ui, |ui| head::head_ui(ui, cx, &view.article, state, out));
            if view.is_list() {
                in_column(ui, |ui| list::list_ui(ui, cx, view, out));
            }
            if versions::has_versions(view) {
                in_column(ui, |ui| versions::versions_ui(ui, cx, view, out));
            }
            text_ui(ui, cx, view, state, draft, out);
        }
        None => arriving_ui(ui, cx, state, out),
    }
}

/// The article while its text is on the way: what the list knows of it, set as it will stand.
fn arriving_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut ReadingState, out: &mut Vec<Command>) {
    let selected = match cx.selection {
        Some(Owner::Article(id)) => Some(id),
        _ => None,
    };
    let row = cx.reading.or(selected).and_then(|id| cx.case()?.article(id));
    let Some(row) = row else { return };
    in_column(ui, |ui| head::head_ui(ui, cx, &row.article, state, out));
    in_column(ui, |ui| ui.label(Type::Reading.text(&row.first_lines)));
}

fn text_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &Arc<ArticleView>,
    state: &mut ReadingState,
    draft: &mut Option<Draft>,
    out: &mut Vec<Command>,
) {
    let (Some(version), Some(text)) = (view.version_id, &view.text) else {
        state.selected = None;
        without_text::without_text_ui(ui, cx, view, out);
        return;
    };
    let text = match &state.text {
        Some((of, text)) if *of == version => text.clone(),
        _ => {
            let of_text = view.versions.iter().find(|of| of.id == version);
            let pages = of_text.map(|version| version.pages.clone()).unwrap_or_default();
            let text = ReaderText::with_pages(text.clone(), view.head, pages);
            state.text = Some((version, text.clone()));
            text
        }
    };
    by_ocr_ui(ui, view, version);
    state.follow(view, cx.selection, draft.as_ref());
    let marks = state.marks.of(view, cx.selection);
    for action in reader_ui(ui, &text, marks, &mut state.reader) {
        match action {
            ReaderAction::Open(id) => {
                if let Some(mark) = view.marks.iter().find(|mark| mark.of.id() == id) {
                    // The words are in view already.
                    state.shown_for = Some(mark.of);
                    out.push(Command::Select(mark.of));
                }
            }
            ReaderAction::Copy(words) => out.push(Command::CopyText(words)),
            ReaderAction::Make(kind, spans) if cx.can_write() => {
                let made = draft_of(view.article.id, version, kind, spans, &text);
                state.drafted = Some(made.id);
                *draft = Some(made);
            }
            ReaderAction::Make(..) => {}
        }
    }
    let spans = whole_words(&text, &state.reader.selection());
    state.selected = (!spans.is_empty()).then_some(NewSource { version_id: version, spans });
}

/// Says of words that an OCR program read that they are to be checked.
fn by_ocr_ui(ui: &mut Ui, view: &ArticleView, version: Id) {
    let version = view.versions.iter().find(|of| of.id == version);
    if let Some(version) = version.filter(|version| version.importer == Version::OCR) {
        let words = version.warnings.join(" ");
        let ink = palette(ui).disputed;
        in_column(ui, |ui| ui.add(Label::new(Type::Label.text(words).color(ink)).wrap()));
    }
}

impl ReadingState {
    /// Scrolls to and selects what it was asked to, and lets go of words of which a record was made.
    fn follow(&mut self, view: &ArticleView, selected: Option<Owner>, draft: Option<&Draft>) {
        if let Some((_, span)) = self.show.take_if(|(of, _)| *of == view.article.id) {
            self.reader.scroll_to(span.map_or(Span::new(0, 0), |span| placed(view, selected, span)));
        }
        if let Some(span) = self.select.take() {
            self.reader.select(&[span]);
        }
        if self.drafted.is_some() && draft.is_none() {
            self.reader.clear_selection();
            self.drafted = None;
        }
    }
}

/// Where words that a record rests on stand in the version shown; they may have been taken from another one.
fn placed(view: &ArticleView, selected: Option<Owner>, cited: Span) -> Span {
    let of_it = |mark: &&crate::view::Mark| mark.cited == cited;
    let mark = view.marks.iter().filter(of_it).find(|mark| Some(mark.of) == selected);
    mark.or_else(|| view.marks.iter().find(of_it)).map_or(cited, |mark| mark.span)
}

fn draft_of(article: Id, version_id: Id, kind: MakeKind, spans: Vec<Span>, text: &ReaderText) -> Draft {
    Draft {
        id: Id::new(),
        kind: match kind {
            MakeKind::Statement => DraftKind::Statement,
            MakeKind::Party => DraftKind::Party,
            MakeKind::Event => DraftKind::Event,
            MakeKind::FollowUp => DraftKind::FollowUp,
        },
        article: Some(article),
        quote: Anchor::new(text.text(), &spans).quote(),
        source: Some(NewSource { version_id, spans }),
    }
}

/// Draws something above or in place of the text, in the same column.
fn in_column<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let space = ui.available_rect_before_wrap();
    let column = column(ui, space);
    let drawn = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
        ui.set_width(column.width());
        ui.vertical(content).inner
    });
    ui.add_space(size::GAP);
    drawn.inner
}
