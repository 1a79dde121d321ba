//! Which files an import is about.

use std::path::{Path, PathBuf};

/// The files in `paths`: folders are gone through, hidden files and links that lead in circles left out. In order of
/// their names. What lies within a file, named by a path that goes on from the file's, stands for that file.
#[must_use]
pub fn list_files(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        let on_disk = path.ancestors().find(|path| path.symlink_metadata().is_ok());
        if let Some(outer) = on_disk.filter(|outer| *outer != path && outer.is_file()) {
            if !files.iter().any(|file| file == outer) {
                files.push(outer.to_owned());
            }
        } else if path.is_dir() {
            list_folder(path, &mut files);
        } else {
            files.push(path.clone());
        }
    }
    files
}

fn list_folder(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        // It is reported as a file that cannot be read.
        files.push(folder.to_owned());
        return;
    };
    let mut entries: Vec<std::fs::DirEntry> = entries.flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        match entry.file_type() {
            _ if hidden => {}
            // Links to folders are not followed: one could contain itself.
            Ok(kind) if kind.is_dir() => list_folder(&entry.path(), files),
            Ok(kind) if kind.is_symlink() && entry.path().is_dir() => {}
            _ => files.push(entry.path()),
        }
    }
}
