//! An article that is typed or pasted: interview notes, a phone call, a text from the clipboard.

use std::collections::HashMap;

use eframe::egui::{ScrollArea, Ui, ViewportCommand};

use crate::command::Command;
use crate::domain::change::ArticleChange;
use crate::domain::date::{DateError, read_given};
use crate::domain::id::Id;
use crate::domain::kind::ArticleKind;
use crate::text::t;
use crate::ui::Cx;
use crate::ui::widgets::{Answer, Choice, DateField, Dialog, TextField};

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
}

impl Written {
    fn new(what: Writing) -> Self {
        let kind = match what {
            Writing::Pasted => ArticleKind::News,
            Writing::Note => ArticleKind::Interview,
        };
        Self { title: String::new(), kind, date: String::new(), text: String::new() }
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
    let published = read_given(&written.date, cx.today, None);
    let ready = published.is_ok() && !written.text.trim().is_empty();
    let dialog = Dialog::new("write-article", title, save).ready(ready).width(620.0);
    let answer = dialog.show(ui.ctx(), |ui, opened| form_ui(ui, cx, what, written, opened));
    match (answer, published) {
        (None, _) => true,
        (Some(Answer::Confirmed), Ok(published)) => {
            let (title, kind, text) = (written.title.clone(), written.kind, written.text.clone());
            out.push(Command::Make(ArticleChange::Write { case_id, title, kind, published, text }.into()));
            unsaved.saving = Some((case_id, what));
            false
        }
        (Some(_), _) => false,
    }
}

fn form_ui(ui: &mut Ui, cx: &Cx<'_>, what: Writing, written: &mut Written, opened: bool) {
    let hint = match what {
        Writing::Pasted => t("paste-title-hint"),
        Writing::Note => t("note-title-hint"),
    };
    let title = TextField::new(t("article-title")).hint(hint).show(ui, &mut written.title);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(190.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.label(crate::ui::theme::Type::Label.muted(ui, t("article-kind")));
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
    let text = ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        TextField::new(t("write-text")).note(Some(t("write-text-note"))).rows(12).show(ui, &mut written.text)
    });
    if !opened {
        return;
    }
    match what {
        Writing::Note => title.request_focus(),
        Writing::Pasted => {
            text.inner.request_focus();
            if written.text.is_empty() {
                ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
            }
        }
    }
}
