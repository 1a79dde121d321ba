//! Files made to break the programs that read them: each costs itself at most, and every one is kept.

#[path = "../made/mod.rs"]
mod made;

use std::time::Duration;

use casefile::domain::change::CaseChange;
use casefile::import::Ask;
use casefile::jobs::{Readers, import_files};
use casefile::ops;
use casefile::store::Library;
use casefile::view::ImportStatus;

/// What a reader has for each file here: less than in the program, so that this test ends soon on a slow machine too.
const PATIENCE: Duration = Duration::from_secs(10);

#[test]
fn files_that_kill_parsers_cost_themselves_at_most() {
    let readers = Readers::of(Some(env!("CARGO_BIN_EXE_casefile").into()), PATIENCE);
    for (name, bytes) in made::killers() {
        let parsed = readers.read(&bytes.into(), &name, &Ask::default());
        let told = parsed.article.text.is_some() || !parsed.warnings.is_empty() || parsed.wrapper;
        assert!(told, "{name}: neither text nor a word about it");
        // The readers go on: the next file is read as ever.
        let next = readers.read(&b"Words."[..].into(), "a.txt", &Ask::default());
        assert_eq!(next.article.text.as_deref(), Some("Words."), "after {name}");
    }
}

#[test]
fn every_format_is_read_in_a_process_and_mutations_of_it_are_survived() {
    let readers = Readers::of(Some(env!("CARGO_BIN_EXE_casefile").into()), PATIENCE);
    for (name, bytes) in made::whole() {
        for seed in 0..6 {
            let mutated = made::mutated(&bytes, seed);
            let parsed = readers.read(&mutated.into(), name, &Ask::default());
            assert!(!parsed.article.title.is_empty() || parsed.wrapper, "{name}, mutation {seed}");
        }
    }
}

#[test]
fn a_folder_of_such_files_comes_in_beside_good_ones() {
    let folder = tempfile::tempdir().unwrap();
    let press = folder.path().join("press");
    std::fs::create_dir(&press).unwrap();
    std::fs::write(press.join("1 good.txt"), "Bridge shut\n\nThe bridge is shut.\n").unwrap();
    std::fs::write(press.join("2 deep.html"), format!("<html>{}The words.", "<b>".repeat(20_000))).unwrap();
    std::fs::write(press.join("3 empty.txt"), "").unwrap();
    // A gigabyte of nothing: a hole in the file system, no bytes on the disk.
    std::fs::File::create(press.join("4 large.txt")).unwrap().set_len(1 << 30).unwrap();
    std::fs::write(press.join("5 good.txt"), "Bridge open\n\nThe bridge is open again.\n").unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        std::os::unix::fs::symlink(&press, press.join("6 itself")).unwrap();
        let name = std::ffi::OsStr::from_bytes(b"7 caf\xe9 \xff.txt");
        std::fs::write(press.join(name), "Cafe shut\n\nThe cafe is shut.\n").unwrap();
    }
    let mut library = Library::create(&folder.path().join("a.casefile")).unwrap();
    let case = CaseChange::New { title: "Bridge".into() }.into();
    let (_, case) = ops::apply(&mut library, None, None, case).unwrap().made.unwrap();
    let mut lines = Vec::new();
    import_files(&mut library, case, &[press], false, &mut |batch, _, _| lines.extend_from_slice(batch));
    let added = lines.iter().filter(|line| matches!(line.status, ImportStatus::Added(_))).count();
    let failed = lines.iter().filter(|line| matches!(line.status, ImportStatus::Failed(_))).count();
    assert_eq!((added, failed), (if cfg!(unix) { 4 } else { 3 }, 2), "{lines:#?}");
}
