//! An article that is typed or pasted: interview notes, a phone call, a text from the clipboard.

use std::collections::HashMap;

use eframe::egui::{Checkbox, Frame, Label, Margin, ScrollArea, Ui};

use crate::command::Command;
use crate::domain::change::ArticleChange;
use crate::domain::date::{DateError, read_given};
use crate::domain::id::Id;
use crate::domain::kind::ArticleKind;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Answer, Choice, DateField, Dialog, TextField};
use crate::view::PastedPage;

/// So many characters of a pasted page are shown: enough to see that it is the right one.
const SHOWN: usize = 3_000;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Writing {
    /// A text from the clipboard.
    Pasted,
    /// Notes of one's own.
    Note,
}

/// What was typed and not saved: it is there when the dialog is opened again, for each case its own.
#[derive(Debug, Default)]
pub struct Unsaved {
    of: HashMap<(Id, Writing), Written>,
    /// The one that is being saved: it goes once its article is there.
    saving: Option<(Id, Writing)>,
}

impl Unsaved {
    /// Takes in a text from the clipboard, unless something was typed already.
    pub fn paste(&mut self, case: Id, text: &str) {
        let written = self.of.entry((case, Writing::Pasted)).or_insert_with(|| Written::new(Writing::Pasted));
        if written.text.is_empty() {
            text.clone_into(&mut written.text);
        }
    }

    /// Whether there is text that is not an article yet.
    #[must_use]
    pub fn has_text(&self) -> bool {
        self.of.values().any(|written| !written.text.trim().is_empty())
    }

    /// The article saved last was made: what was typed is in it.
    pub fn made(&mut self) {
        if let Some(saved) = self.saving.take() {
            self.of.remove(&saved);
        }
    }
}

/// An article that is being written.
#[derive(Debug)]
struct Written {
    title: String,
    kind: ArticleKind,
    date: String,
    text: String,
    /// Whether the piece of a page that was pasted is not to be kept as it is, only its words.
    as_words: bool,
}

impl Written {
    fn new(what: Writing) -> Self {
        let kind = match what {
            Writing::Pasted => ArticleKind::News,
            Writing::Note => ArticleKind::Interview,
        };
        Self { title: String::new(), kind, date: String::new(), text: String::new(), as_words: false }
    }
}

/// Draws it; Ctrl+Enter saves, Esc keeps what was typed for the next time. Gives whether it stays open.
pub(super) fn write_article_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    what: Writing,
    unsaved: &mut Unsaved,
    out: &mut Vec<Command>,
) -> bool {
    let Some(case_id) = cx.place.case() else { return false };
    let written = unsaved.of.entry((case_id, what)).or_insert_with(|| Written::new(what));
    let (title, save) = match what {
        Writing::Pasted => (t("paste-title"), t("paste-save")),
        Writing::Note => (t("note-title"), t("note-save")),
    };
    let page = page(cx, case_id, what);
    let kept = page.filter(|_| !written.as_words);
    let published = read_given(&written.date, cx.today, None);
    let ready = published.is_ok() && (kept.is_some() || !written.text.trim().is_empty());
    let dialog = Dialog::new("write-article", title, save).ready(ready).width(620.0);
    let answer = dialog.show(ui.ctx(), |ui, opened| form_ui(ui, cx, what, written, page, opened, out));
    match (answer, published) {
        (None, _) => true,
        (Some(Answer::Confirmed), Ok(published)) => {
            let (title, kind, text) = (written.title.clone(), written.kind, written.text.clone());
            out.push(if kept.is_some() {
                Command::KeepPage { title, kind, published }
            } else {
                Command::Make(ArticleChange::Write { case_id, title, kind, published, text }.into())
            });
            unsaved.saving = Some((case_id, what));
            false
        }
        (Some(_), _) => {
            // It is still in the clipboard; what was typed about it stays.
            out.push(Command::DropPage);
            false
        }
    }
}

/// The piece of a page that was pasted here.
fn page<'a>(cx: &Cx<'a>, case: Id, what: Writing) -> Option<&'a PastedPage> {
    let (of, page) = cx.data.pasted.as_ref().filter(|_| what == Writing::Pasted)?;
    (*of == case).then_some(page.as_ref())
}

fn form_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    what: Writing,
    written: &mut Written,
    page: Option<&PastedPage>,
    opened: bool,
    out: &mut Vec<Command>,
) {
    let hint = match (what, page) {
        (_, Some(page)) if !page.title.is_empty() => page.title.as_str(),
        (Writing::Pasted, _) => t("paste-title-hint"),
        (Writing::Note, _) => t("note-title-hint"),
    };
    let title = TextField::new(t("article-title")).hint(hint).show(ui, &mut written.title);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(190.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.label(Type::Label.muted(ui, t("article-kind")));
            Choice::new(t("article-kind")).width(190.0).show(ui, &mut written.kind);
        });
        ui.vertical(|ui| {
            let (name, hint) = match what {
                Writing::Pasted => (t("article-published"), t("paste-date-hint")),
                Writing::Note => (t("note-date"), t("note-date-hint")),
            };
            let read = |typed: &str| -> Result<String, DateError> {
                let dated = read_given(typed, cx.today, None)?;
                Ok(dated.edtf.map(|date| date.words()).unwrap_or_default())
            };
            DateField::new(name).hint(hint).show(ui, &mut written.date, read);
        });
    });
    if let Some(page) = page {
        page_ui(ui, page, written);
        if !written.as_words {
            return;
        }
    }
    let text = ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        let nothing = cx.data.not_pasted && what == Writing::Pasted && written.text.is_empty();
        let note = Some(if nothing { t("paste-nothing") } else { t("write-text-note") });
        TextField::new(t("write-text")).note(note).rows(12).show(ui, &mut written.text)
    });
    if !opened {
        return;
    }
    match what {
        Writing::Note => title.request_focus(),
        Writing::Pasted => {
            text.inner.request_focus();
            if written.text.is_empty() {
                out.push(Command::LookAtClipboard);
            }
        }
    }
}

/// The piece of a page: whether it is kept as it is, and how it begins.
fn page_ui(ui: &mut Ui, page: &PastedPage, written: &mut Written) {
    let mut keep = !written.as_words;
    let tick = ui.add(Checkbox::new(&mut keep, Type::Control.text(t("paste-keep-page"))));
    if tick.on_hover_text(t("paste-keep-page-tip")).changed() {
        written.as_words = !keep;
        if written.as_words && written.text.is_empty() {
            let words = if page.plain.is_empty() { &page.text } else { &page.plain };
            words.clone_into(&mut written.text);
        }
    }
    if written.as_words {
        return;
    }
    Frame::new()
        .fill(palette(ui).panel)
        .inner_margin(Margin::same(12))
        .corner_radius(size::RADIUS_CONTROL)
        .show(ui, |ui| {
            ScrollArea::vertical().max_height(240.0).auto_shrink([false, true]).show(ui, |ui| {
                let end = page.text.char_indices().nth(SHOWN);
                let (begins, cut) = end.map_or((page.text.as_str(), ""), |(end, _)| (&page.text[..end], "…"));
                ui.add(Label::new(Type::Reading.text(format!("{begins}{cut}"))).wrap());
            });
        });
}
