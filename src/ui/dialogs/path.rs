//! A path, typed, where the system has no file dialog.

use std::path::{Path, PathBuf};

use eframe::egui::Ui;

use crate::command::{Command, ExportFormat, ExportRequest};
use crate::domain::id::Id;
use crate::text::t;
use crate::ui::Screens;
use crate::ui::widgets::{Answer, Dialog, TextField};

/// What a path is typed for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PathFor {
    Import,
    Watched(Id),
    OpenLibrary,
    NewLibrary,
    Backup,
    Export(&'static str),
    Original(Id),
}

/// A path being typed.
#[derive(Debug)]
pub struct PathDialog {
    /// What it is for, in words.
    words: &'static str,
    what: PathFor,
    typed: String,
    /// What is wrong with it, as of the last try.
    problem: Option<&'static str>,
}

impl PathDialog {
    pub(super) fn new(words: &'static str, what: PathFor) -> Self {
        Self { words, what, typed: String::new(), problem: None }
    }
}

/// Draws it.
pub(super) fn path_ui(
    ui: &mut Ui,
    screens: &mut Screens,
    state: &mut PathDialog,
    out: &mut Vec<Command>,
) -> bool {
    let ready = !state.typed.trim().is_empty();
    let dialog = Dialog::new("path", state.words, button(&state.what)).ready(ready);
    let answer = dialog.show(ui.ctx(), |ui, opened| {
        let field = TextField::new(t("path-field"))
            .hint(hint(&state.what))
            .note(Some(t("path-note")))
            .error(state.problem)
            .show(ui, &mut state.typed);
        if opened {
            field.request_focus();
        }
        if field.changed() {
            state.problem = None;
        }
    });
    match answer {
        None => true,
        Some(Answer::Cancelled) => false,
        Some(Answer::Confirmed) => {
            let path = as_path(&state.typed);
            // One look at the file system, at Enter only.
            state.problem = problem(&state.what, &path);
            if state.problem.is_none() {
                out.push(command(&state.what, path, screens));
            }
            state.problem.is_some()
        }
    }
}

fn button(what: &PathFor) -> &'static str {
    match what {
        PathFor::Import => t("path-do-import"),
        PathFor::Watched(_) => t("path-do-watch"),
        PathFor::OpenLibrary => t("path-do-open"),
        PathFor::NewLibrary => t("path-do-make"),
        PathFor::Backup | PathFor::Export(_) | PathFor::Original(_) => t("path-do-save"),
    }
}

fn hint(what: &PathFor) -> &'static str {
    match what {
        PathFor::Import => t("path-hint-import"),
        PathFor::Watched(_) => t("path-hint-watch"),
        PathFor::OpenLibrary | PathFor::NewLibrary | PathFor::Backup => t("path-hint-library"),
        PathFor::Export(_) | PathFor::Original(_) => t("path-hint-save"),
    }
}

/// The path meant: as copied from a file manager or a terminal too, with quotation marks, `file://`, `~`.
pub(super) fn as_path(typed: &str) -> PathBuf {
    let typed = typed.trim().trim_matches(['"', '\'']);
    if typed.starts_with("file://") {
        // Spaces and letters beyond ASCII are written as %20 in it, and a drive stands after a third slash.
        if let Some(path) = url::Url::parse(typed).ok().and_then(|url| url.to_file_path().ok()) {
            return path;
        }
    }
    match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    }
}

/// What stands in the way of using the path for this.
fn problem(what: &PathFor, path: &Path) -> Option<&'static str> {
    let folder = path.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.is_dir());
    match what {
        PathFor::Import | PathFor::Watched(_) | PathFor::OpenLibrary if !path.exists() => {
            Some(t("path-not-there"))
        }
        PathFor::Import => None,
        PathFor::Watched(_) => (!path.is_dir()).then(|| t("path-is-no-folder")),
        PathFor::OpenLibrary => path.is_dir().then(|| t("path-is-folder")),
        _ if path.is_dir() => Some(t("path-is-folder")),
        _ if path.exists() => Some(t("path-exists")),
        _ if !folder => Some(t("path-no-folder")),
        _ => None,
    }
}

fn command(what: &PathFor, path: PathBuf, screens: &mut Screens) -> Command {
    match what {
        PathFor::Import => Command::Import(vec![path]),
        PathFor::Watched(case) => Command::Watch { case: *case, folder: path },
        PathFor::OpenLibrary => Command::OpenLibrary(path),
        PathFor::NewLibrary => Command::CreateLibrary(path),
        PathFor::Backup => Command::BackUp(path),
        PathFor::Original(article) => Command::SaveOriginalTo(*article, path),
        PathFor::Export(ending) => {
            let format = match *ending {
                "docx" => ExportFormat::Docx,
                "json" => ExportFormat::Json,
                _ => ExportFormat::Html,
            };
            let to = if path.extension().is_some() { path } else { path.with_extension(ending) };
            let rows = std::mem::take(&mut screens.export_rows);
            Command::Export(ExportRequest { format, rows, to: Some(to), replace: false })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_may_come_with_what_file_managers_put_round_it() {
        let file = ["file:///tmp/a b.txt", "file:///tmp/a%20b.txt", "file://localhost/tmp/a%20b.txt"];
        for typed in ["/tmp/a b.txt", " \"/tmp/a b.txt\" ", "'/tmp/a b.txt'"].iter().chain(&file) {
            assert_eq!(as_path(typed), PathBuf::from("/tmp/a b.txt"), "{typed}");
        }
        let home = std::env::home_dir().unwrap_or_default();
        assert_eq!(as_path("~/x.txt"), home.join("x.txt"));
    }

    #[test]
    fn what_cannot_be_used_is_said_before() {
        let dir = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let file = dir.path().join("there.casefile");
        assert!(std::fs::write(&file, "x").is_ok());
        let missing = dir.path().join("missing.casefile");
        assert_eq!(problem(&PathFor::Import, &missing), Some(t("path-not-there")));
        assert_eq!(problem(&PathFor::Import, dir.path()), None, "a folder can be imported");
        assert_eq!(problem(&PathFor::OpenLibrary, dir.path()), Some(t("path-is-folder")));
        assert_eq!(problem(&PathFor::OpenLibrary, &file), None);
        assert_eq!(problem(&PathFor::NewLibrary, &file), Some(t("path-exists")));
        assert_eq!(problem(&PathFor::Backup, &missing), None);
        assert_eq!(problem(&PathFor::Backup, &missing.join("x")), Some(t("path-no-folder")));
    }
}
