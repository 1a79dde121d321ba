//! Files read in processes of their own.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use casefile::import::{self, Ask, Parsed};
use casefile::jobs::Readers;

fn program() -> PathBuf {
    env!("CARGO_BIN_EXE_casefile").into()
}

fn bytes(text: &str) -> Arc<[u8]> {
    text.as_bytes().into()
}

#[test]
fn a_process_reads_as_the_program_itself_does() {
    let readers = Readers::of(Some(program()), Duration::from_mins(1));
    let page = "<html lang=en><title>Bridge shut</title><article><h1>Bridge shut</h1>\
                <p>“It stays shut,” said Ana Ruiz of the harbour office on Monday.</p></article></html>";
    for (text, name) in
        [("The bridge stays shut.\n", "a.txt"), (page, "b.html"), ("# Head\n\nWords.", "c.md")]
    {
        let there = readers.read(&bytes(text), name, &Ask::default());
        assert_eq!(there, import::read(text.as_bytes(), name, &Ask::default()), "{name}");
        assert!(there.article.text.is_some_and(|text| !text.is_empty()));
    }
}

#[test]
fn many_files_at_once_each_get_their_own_answer() {
    let readers = Readers::of(Some(program()), Duration::from_mins(1));
    std::thread::scope(|scope| {
        for worker in 0..3 {
            let readers = &readers;
            scope.spawn(move || {
                for n in 0..40 {
                    let text = format!("Article {n} of {worker}.\n");
                    let parsed = readers.read(&bytes(&text), "a.txt", &Ask::default());
                    assert_eq!(parsed.article.text, Some(text));
                }
            });
        }
    });
}

#[test]
fn the_encoding_asked_for_reaches_the_process() {
    let readers = Readers::of(Some(program()), Duration::from_mins(1));
    let ask = Ask { encoding: Some("iso-8859-2".into()), ..Ask::default() };
    let parsed = readers.read(&Arc::from(&b"The caf\xe9 owes \xb3 400"[..]), "a.txt", &ask);
    assert_eq!(parsed.article.text.as_deref(), Some("The café owes ł 400"));
}

fn is_kept_without_text(parsed: &Parsed) -> bool {
    parsed.article.text.is_none() && parsed.article.title == "Letter" && parsed.warnings.len() == 1
}

#[test]
fn a_process_that_ends_costs_its_file_the_text_and_nothing_else() {
    let gone = Readers::of(Some("no/such/program".into()), Duration::from_mins(1));
    assert!(is_kept_without_text(&gone.read(&bytes("Words."), "letter.txt", &Ask::default())));
}

#[cfg(unix)]
#[test]
fn a_process_that_hangs_is_ended() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    for script in ["#!/bin/sh\nexec sleep 600\n", "#!/bin/sh\nexit 0\n", "#!/bin/sh\necho no answer at all\n"]
    {
        let path = folder.path().join("reader");
        std::fs::write(&path, script).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        let readers = Readers::of(Some(path), Duration::from_millis(300));
        assert!(
            is_kept_without_text(&readers.read(&bytes("Words."), "letter.txt", &Ask::default())),
            "{script}"
        );
    }
}

/// What a reader can do is what its limits leave it: on Linux it is asked through its `/proc` entry.
#[cfg(target_os = "linux")]
#[test]
fn a_reader_can_open_no_file_and_no_connection() {
    use std::process::{Command, Stdio};
    let mut reader = Command::new(program())
        .arg("read-files")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut into = reader.stdin.take().unwrap();
    import::wire::send(&mut into, b"Words.", "a.txt", &Ask::default()).unwrap();
    // Once it has answered its limits stand.
    let parsed = import::wire::receive(reader.stdout.as_mut().unwrap(), 1 << 20).unwrap();
    assert_eq!(parsed.article.text.as_deref(), Some("Words."));
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", reader.id())).unwrap();
    let limit = |name: &str| {
        let line = limits.lines().find(|line| line.starts_with(name)).unwrap();
        line[name.len()..].split_whitespace().nth(1).unwrap().to_owned()
    };
    assert_eq!(limit("Max open files"), "3");
    assert_eq!(limit("Max file size"), "0");
    assert_eq!(limit("Max core file size"), "0");
    assert_eq!(limit("Max address space"), (3u64 << 30).to_string());
    drop(into);
    assert!(reader.wait().unwrap().success());
}
