//! The system's file dialogs and its file manager, on a thread of their own, behind a seam that tests replace.

use std::path::{Path, PathBuf};

use super::Events;
use super::event::JobEvent;
use crate::error::Error;
use crate::text::{Arg, t_with};

/// What files are chosen for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// Article files to import.
    Articles,
    /// A folder of article files to import.
    Folder,
    /// A folder whose new files are to come into this case.
    Watched(crate::domain::id::Id),
    /// A library to open.
    OpenLibrary,
    /// A new library.
    NewLibrary,
    /// Where to write a backup.
    Backup,
    /// Where to write an export; its ending is the format.
    Export(&'static str),
    /// Where to save the copy of an article's original, by the article's id; and its file name.
    Original(crate::domain::id::Id, String),
}

/// Shows a dialog and sends what was chosen as [`JobEvent::Picked`], or [`JobEvent::NoPicker`] where there is none to
/// show.
pub trait FilePicker: Send {
    /// Asks for files.
    fn pick(&self, pick: Pick, suggested: &str, events: &Events);

    /// Shows the folder that holds `file`; sends [`JobEvent::Failed`] where nothing can show it.
    fn show_folder_of(&self, file: &Path, events: &Events);
}

/// The desktop's own dialogs.
#[derive(Debug, Default)]
pub struct SystemPicker;

impl FilePicker for SystemPicker {
    fn pick(&self, pick: Pick, suggested: &str, events: &Events) {
        let (suggested, events) = (suggested.to_owned(), events.clone());
        std::thread::spawn(move || {
            if !has_dialogs() {
                events.send(JobEvent::NoPicker(pick));
                return;
            }
            let paths = show(&pick, &suggested);
            events.send(JobEvent::Picked { pick, paths });
        });
    }

    fn show_folder_of(&self, file: &Path, events: &Events) {
        let (folder, events) = (folder_of(file), events.clone());
        // It waits a moment to see whether the file manager starts.
        std::thread::spawn(move || {
            if let Err(error) = open::that_detached(&folder) {
                let name = Arg::from(folder.display().to_string());
                let words = t_with("error-folder-not-shown", &[("folder", name)]);
                events.send(JobEvent::Failed(Error::new(words).with_detail(error)));
            }
        });
    }
}

/// The folder a file is in, whole, so that it is the same for whatever shows it.
fn folder_of(file: &Path) -> PathBuf {
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    file.parent().map_or_else(|| file.clone(), Path::to_owned)
}

fn show(pick: &Pick, suggested: &str) -> Vec<PathBuf> {
    let dialog = rfd::FileDialog::new();
    let library = crate::text::t("library-file-kind");
    match pick {
        Pick::Articles => dialog.pick_files().unwrap_or_default(),
        Pick::Folder => dialog.pick_folders().unwrap_or_default(),
        Pick::Watched(_) => dialog.pick_folder().into_iter().collect(),
        Pick::OpenLibrary => dialog.add_filter(library, &["casefile"]).pick_file().into_iter().collect(),
        Pick::NewLibrary | Pick::Backup => dialog
            .add_filter(library, &["casefile"])
            .set_file_name(suggested)
            .save_file()
            .into_iter()
            .collect(),
        Pick::Export(ending) => {
            dialog.add_filter(*ending, &[ending]).set_file_name(suggested).save_file().into_iter().collect()
        }
        Pick::Original(_, name) => dialog.set_file_name(name).save_file().into_iter().collect(),
    }
}

/// Whether the system can show a file dialog. On Linux that takes a desktop portal or `zenity`; without either, asking
/// gives the same as a person who cancels, so it must be known before.
#[cfg(target_os = "linux")]
fn has_dialogs() -> bool {
    let in_path = |program: &str| {
        std::env::var_os("PATH")
            .is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(program).is_file()))
    };
    let portal = ["/usr/libexec/xdg-desktop-portal", "/usr/lib/xdg-desktop-portal"];
    in_path("zenity") || portal.iter().any(|file| std::path::Path::new(file).exists())
}

/// Everywhere else the system brings its own.
#[cfg(not(target_os = "linux"))]
fn has_dialogs() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_named_without_its_folder_is_in_the_one_the_program_runs_in() {
        assert_eq!(folder_of(Path::new("case.docx")), std::env::current_dir().unwrap());
        assert_eq!(folder_of(Path::new("/tmp/out/case.docx")), Path::new("/tmp/out"));
    }
}
