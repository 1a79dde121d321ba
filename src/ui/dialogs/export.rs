//! Export of the chronology: the format, what will be in it, which quotations are not as written, and the file.

use std::path::{Path, PathBuf};

use eframe::egui::{Label, ScrollArea, Sense, Ui, vec2};

use super::path::as_path;
use crate::command::{Command, ExportFormat, ExportRequest, Question};
use crate::domain::record::Owner;
use crate::text::{Arg, t, t_with};
use crate::ui::filter_bar::filter_words;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Answer, Button, Choice, Dialog, TextField, dot, quiet, value_row};
use crate::ui::{Cx, Screens};
use crate::view::{QuoteCheck, QuoteLine, bare_quote};

/// How high the list of quotations may be.
const LIST: f32 = 150.0;

/// An export that is being asked for.
#[derive(Debug)]
pub struct Export {
    format: ExportFormat,
    /// The folder it goes into, unless another is typed with the file.
    folder: PathBuf,
    /// The file, as typed: its name, or a whole path.
    path: String,
    /// The rows of the chronology as it is shown; `None` until the dialog is first drawn.
    rows: Option<Vec<Owner>>,
}

impl Export {
    /// An export to a file in this folder, named `name` without its ending.
    pub(super) fn new(folder: &Path, name: &str) -> Self {
        let format = ExportFormat::Docx;
        Self { format, folder: folder.to_owned(), path: with_ending(name, format), rows: None }
    }
}

/// Draws it; Enter writes the file that is named.
pub(super) fn export_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    screens: &Screens,
    state: &mut Export,
    out: &mut Vec<Command>,
) -> bool {
    let Some(case) = cx.case() else { return false };
    let rows = state.rows.get_or_insert_with(|| {
        let rows = screens.chronology.shown(case, screens.filter.shown());
        out.push(Command::Ask(Question::Quotes(rows.clone())));
        rows
    });
    let (rows, whole_case) = (&*rows, state.format == ExportFormat::Json);
    let ready = !state.path.trim().is_empty() && (whole_case || !rows.is_empty());
    let mut shown = None;
    let mut save_as = false;
    let dialog = Dialog::new("export", t("export-dialog"), t("export-do")).ready(ready).width(560.0);
    let answer = dialog.show(ui.ctx(), |ui, opened| {
        value_row(ui, t("export-format"), |ui| {
            if Choice::new(t("export-format")).width(260.0).show(ui, &mut state.format) {
                state.path = with_ending(&state.path, state.format);
            }
        });
        value_row(ui, t("export-contents"), |ui| {
            let words = if whole_case { t("export-whole-case").to_owned() } else { contents(rows) };
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(8.0);
            ui.add(Label::new(Type::Control.text(words)).wrap());
            if !whole_case {
                ui.add(Label::new(Type::Table.muted(ui, asked(cx, screens))).wrap());
            }
        });
        if !whole_case {
            value_row(ui, t("export-quotations"), |ui| {
                let check = cx.data.quotes.as_deref().filter(|check| check.rows == *rows);
                shown = quotations(ui, check);
            });
        }
        value_row(ui, t("export-file"), |ui| {
            let folder = t_with("export-folder", &[("folder", state.folder.display().to_string().into())]);
            let own = as_path(&state.path).parent().is_none_or(|typed| typed.as_os_str().is_empty());
            let field = TextField::new(t("export-file")).name_hidden().note(own.then_some(folder.as_str()));
            let field = field.show(ui, &mut state.path);
            if opened {
                field.request_focus();
            }
            save_as = ui.add_enabled(ready, Button::secondary(t("export-save-as"))).clicked();
        });
    });
    if let Some(of) = shown {
        out.push(Command::Select(of));
        return false;
    }
    if save_as || answer == Some(Answer::Confirmed) {
        let to = (!save_as).then(|| state.folder.join(as_path(&state.path)));
        let request = ExportRequest { format: state.format, rows: rows.clone(), to, replace: false };
        out.push(Command::Export(request));
        return false;
    }
    answer.is_none()
}

/// How many rows of what.
fn contents(rows: &[Owner]) -> String {
    let count = |is: fn(&Owner) -> bool| Arg::from(rows.iter().filter(|of| is(of)).count() as i64);
    t_with(
        "export-rows",
        &[
            ("rows", Arg::from(rows.len() as i64)),
            ("statements", count(|of| matches!(of, Owner::Statement(_)))),
            ("events", count(|of| matches!(of, Owner::Event(_)))),
            ("others", count(|of| matches!(of, Owner::Article(_) | Owner::FollowUp(_)))),
        ],
    )
}

/// What the filter asks, in words.
fn asked(cx: &Cx<'_>, screens: &Screens) -> String {
    match cx.case().filter(|_| !screens.filter.shown().is_empty()) {
        Some(case) => {
            t_with("export-filter", &[("filter", filter_words(case, screens.filter.shown()).into())])
        }
        None => t("export-no-filter").to_owned(),
    }
}

/// What the check of quotations found; gives the record that is to be shown.
fn quotations(ui: &mut Ui, check: Option<&QuoteCheck>) -> Option<Owner> {
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.add_space(8.0);
    let p = palette(ui);
    let Some(check) = check else {
        ui.label(Type::Control.muted(ui, t("export-checking")));
        return None;
    };
    let counts =
        [("checked", Arg::from(check.checked as i64)), ("wrong", Arg::from(check.problems.len() as i64))];
    let fine = check.problems.is_empty();
    let words =
        if fine { t_with("export-quotes-fine", &counts) } else { t_with("export-quotes-wrong", &counts) };
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(size::DOT, 18.0), Sense::hover());
        dot(ui, rect.center(), if fine { p.supported } else { p.disputed }, fine);
        ui.add(Label::new(Type::Control.text(words)).wrap());
    });
    if fine {
        return None;
    }
    let mut shown = None;
    ScrollArea::vertical().max_height(LIST).auto_shrink([false, true]).id_salt("quotations").show(ui, |ui| {
        for (n, line) in check.problems.iter().enumerate() {
            ui.push_id((line.of, n), |ui| {
                if quotation(ui, line) {
                    shown = Some(line.of);
                }
            });
        }
    });
    shown
}

/// A quotation that is not as written; says whether it is to be shown.
fn quotation(ui: &mut Ui, line: &QuoteLine) -> bool {
    let mut show = false;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.set_width(ui.available_width() - 84.0);
            ui.add(
                Label::new(Type::QuoteRow.text(format!("“{}”", bare_quote(&line.quote))))
                    .wrap()
                    .selectable(true),
            );
            let why = t_with(
                "export-quote-problem",
                &[("key", line.key.as_str().into()), ("problem", line.problem.as_str().into())],
            );
            ui.add(Label::new(Type::Label.muted(ui, why)).wrap());
        });
        show = quiet(ui, t("export-show")).clicked();
    });
    show
}

/// The path with the ending of the format in place of another format's.
fn with_ending(path: &str, format: ExportFormat) -> String {
    let other = ExportFormat::ALL.iter().find_map(|other| path.strip_suffix(&format!(".{}", other.code())));
    format!("{}.{}", other.unwrap_or(path), format.code())
}

/// The name of the file an export is offered under: the case's title without what file names cannot hold.
#[must_use]
pub fn export_name(title: &str) -> String {
    let kept = |c: char| if c.is_control() || "/\\:*?\"<>|".contains(c) { '-' } else { c };
    let title: String = title.trim().chars().map(kept).take(80).collect();
    t_with("export-file-name", &[("case", Arg::from(title.trim().to_owned()))])
}

/// A dialog for the export of a case with this title, to be saved in this folder.
#[must_use]
pub fn export_dialog(folder: PathBuf, title: &str) -> super::OpenDialog {
    super::OpenDialog::Export(Export::new(&folder, &export_name(title)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_holds_what_file_names_can() {
        assert_eq!(export_name(" Harbor Line: what/when? "), "Harbor Line- what-when-, chronology");
    }

    #[test]
    fn another_format_takes_another_ending() {
        assert_eq!(with_ending("/a/b.c", ExportFormat::Docx), "/a/b.c.docx");
        assert_eq!(with_ending("/a/b.docx", ExportFormat::Html), "/a/b.html");
    }
}
