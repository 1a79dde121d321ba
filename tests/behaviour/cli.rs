//! The commands without a window, as a script meets them: the built program, its output and its exit codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use casefile::jobs::build_sample;
use casefile::store::{self, Library};
use serde_json::Value;
use tempfile::TempDir;

/// A folder of its own for a test: the library in it, and the person's data folder.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn library(&self) -> PathBuf {
        self.path("l.casefile")
    }

    fn with_sample(self) -> Self {
        build_sample(&mut Library::create(&self.library()).unwrap()).unwrap();
        self
    }

    /// Runs the program without a display.
    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_casefile"))
            .args(args)
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("settings"))
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .output()
            .unwrap()
    }

    /// Runs a command on the library of this place.
    fn on_library(&self, command: &str, args: &[&str]) -> Output {
        let library = self.library();
        self.run(&[&[command, "--library", library.to_str().unwrap()], args].concat())
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn json_lines(output: &Output) -> Vec<Value> {
    out(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[track_caller]
fn assert_ends(output: &Output, with: i32) {
    assert_eq!(code(output), with, "stdout: {}\nstderr: {}", out(output), err(output));
}

#[test]
fn files_and_folders_come_in_and_each_is_told() {
    let place = Place::new();
    let folder = place.path("articles");
    fs::create_dir_all(folder.join("deeper")).unwrap();
    fs::write(folder.join("a.txt"), "The pier reopens\n\nIt was closed for a year.").unwrap();
    fs::write(folder.join("b.txt"), "").unwrap();
    fs::write(folder.join("c.bin"), [0_u8, 159, 146, 150, 0, 1, 2, 3].repeat(40)).unwrap();
    fs::write(folder.join("deeper/d.txt"), "The pier reopens\n\nIt was closed for a year.").unwrap();
    let missing = place.path("missing.txt");
    let paths = [folder.to_str().unwrap(), missing.to_str().unwrap()];

    let run = place.on_library("import", &[&["--json", "--case", "The pier"], &paths[..]].concat());
    assert_ends(&run, 1);
    let lines = json_lines(&run);
    let told: Vec<(&str, &str)> = lines
        .iter()
        .map(|line| {
            let file = Path::new(line["file"].as_str().unwrap());
            (file.file_name().unwrap().to_str().unwrap(), line["status"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("a.txt", "added"),
            ("b.txt", "failed"),
            ("c.bin", "added"),
            ("d.txt", "duplicate"),
            ("missing.txt", "failed")
        ]
    );
    assert_eq!(lines[3]["id"], lines[0]["id"], "a duplicate names the article that is there");
    assert!(
        lines[1]["id"].is_null() && lines[1]["reason"].as_str().unwrap().contains("nothing in this file")
    );
    assert!(lines[2]["warnings"][0].as_str().unwrap().contains("not read yet"));
    assert!(err(&run).contains("missing.txt: ") && err(&run).contains("2 added, 1 there already, 2 failed"));

    let again = place.on_library("import", &["--case", "the PIER", paths[0]]);
    assert!(err(&again).contains("0 added, 3 there already, 1 failed"), "{}", err(&again));
    let library = Library::open(&place.library()).unwrap();
    assert_eq!(store::case::all(library.db()).unwrap().len(), 1, "the case is found by its title");
}

#[test]
fn what_came_in_is_found() {
    let place = Place::new().with_sample();
    let found =
        place.on_library("search", &["--json", "speaker:strake", "before:2024-09", "never", "pumped"]);
    assert_ends(&found, 0);
    let lines = json_lines(&found);
    let first = lines.first().unwrap_or_else(|| panic!("nothing found: {}", err(&found)));
    assert_eq!((first["kind"].as_str(), first["when"].as_str()), (Some("statement"), Some("certainly")));
    assert!(first["snippet"].as_str().unwrap().contains("never pumped"), "{first}");
    let id = first["article_id"].as_str().unwrap().parse().unwrap();
    let library = Library::open_read_only(&place.library()).unwrap();
    let versions = store::article::versions(library.db(), id).unwrap();
    let text = store::text(library.db(), versions[0].text_sha256.as_ref().unwrap()).unwrap();
    let start = first["start"].as_u64().unwrap() as usize;
    let at_place: String = text.chars().skip(start).take(25).collect();
    assert_eq!(at_place, "We have never pumped more", "offsets are code points of the article's text");

    let plain = place.on_library(
        "search",
        &["--case", "the sorrel ridge quarry and the wells of lower tarrow", "\"must cease\""],
    );
    assert_ends(&plain, 0);
    assert!(out(&plain).contains("A-2\t") && out(&plain).contains("must cease"), "{}", out(&plain));
    let nothing = place.on_library("search", &["zeppelin"]);
    assert_eq!((code(&nothing), out(&nothing)), (0, ""));
    let no_case = place.on_library("search", &["--case", "The pier", "well"]);
    assert_ends(&no_case, 2);
    assert!(err(&no_case).contains("no case “The pier”") && err(&no_case).contains("Sorrel Ridge"));
    let no_date = place.on_library("search", &["wells", "before:yesteryear"]);
    assert!(code(&no_date) == 0 && err(&no_date).contains("“yesteryear”"), "{}", err(&no_date));
}

#[test]
fn a_sound_library_passes_its_check_and_a_changed_one_does_not() {
    let place = Place::new().with_sample();
    let sound = place.on_library("check", &[]);
    assert_ends(&sound, 0);
    assert!(out(&sound).contains("All is as it was written: looked at 18 originals"), "{}", out(&sound));

    // Damage in the middle of the file: a byte of a text, or of a page SQLite looks at.
    let mut bytes = fs::read(place.library()).unwrap();
    let text = b"Somebody in Mardale has finally read the mail";
    let at = bytes.windows(text.len()).position(|window| window == text).unwrap();
    bytes[at] = b'N';
    fs::write(place.library(), bytes).unwrap();
    let changed = place.on_library("check", &[]);
    assert_ends(&changed, 1);
    assert!(!out(&changed).contains("All is as it was written"), "{}", out(&changed));
}

#[test]
fn a_backup_is_a_library() {
    let place = Place::new().with_sample();
    let copy = place.path("copy.casefile");
    assert_ends(&place.on_library("backup", &[copy.to_str().unwrap()]), 0);
    let library = Library::open(&copy).unwrap();
    assert_eq!(store::case::all(library.db()).unwrap().len(), 1);
    assert!(library.check().unwrap().problems.is_empty());

    let nowhere = place.path("no/such/folder/copy.casefile");
    let failed = place.on_library("backup", &[nowhere.to_str().unwrap()]);
    assert_ends(&failed, 1);
    assert!(err(&failed).contains("Hint: Make the folder first"), "{}", err(&failed));
}

#[test]
fn a_case_goes_out_as_data_page_and_document() {
    let place = Place::new().with_sample();
    let title = "The Sorrel Ridge quarry and the wells of Lower Tarrow";
    let export = |format: &str, out: &str| {
        place.on_library("export", &["--case", title, "--format", format, "-o", out])
    };
    let quote = "You should reduce pumping at the Sorrel Ridge pit";

    let data = export("json", "-");
    assert_ends(&data, 0);
    let case: Value = serde_json::from_str(out(&data)).unwrap();
    let statements = case["statements"].as_array().unwrap();
    assert_eq!(statements.len(), case_size());
    assert!(out(&data).contains(quote) && out(&data).contains("original_sha256"));

    let page = place.path("page.html");
    for _ in 0..2 {
        assert_ends(&export("html", page.to_str().unwrap()), 0);
    }
    assert!(fs::read_to_string(&page).unwrap().contains(quote));
    assert!(!place.path("page 2.html").exists(), "the file named is the file written");

    let secret = casefile::ops::sample::manifest().unwrap();
    let secrets = secret.statements.iter().map(|statement| &statement.confidential_note);
    for secret in secrets.chain(secret.parties.iter().map(|p| &p.confidential)).filter(|s| !s.is_empty()) {
        let start: String = secret.chars().take(30).collect();
        assert!(
            !out(&data).contains(&start) && !fs::read_to_string(&page).unwrap().contains(&start),
            "{start}"
        );
    }

    let document = export("docx", "-");
    assert_ends(&document, 0);
    assert!(document.stdout.starts_with(b"PK"), "a Word document is a zip");
    assert_ends(&export("pdf", "-"), 2);

    let library = Library::open(&place.library()).unwrap();
    let uses = statements.iter().filter_map(|statement| statement["id"].as_str()?.parse().ok());
    let noted = uses.filter(|id| !store::statement::uses(library.db(), *id).unwrap().is_empty()).count();
    assert_eq!(noted, statements.len(), "each wording that left is noted");
}

fn case_size() -> usize {
    casefile::ops::sample::manifest().unwrap().statements.len()
}

#[test]
fn wrong_usage_ends_with_two() {
    let place = Place::new();
    for args in
        [&["imprt"][..], &["import"], &["import", "--case", "X"], &["search"], &["backup"], &["--colour"]]
    {
        let run = place.run(args);
        assert_ends(&run, 2);
        assert!(err(&run).contains("error") && out(&run).is_empty(), "{args:?}: {}", err(&run));
    }
    assert!(err(&place.run(&["imprt"])).contains("neither a command nor a library"));
    let help = place.run(&["--help"]);
    assert!(code(&help) == 0 && out(&help).contains("backup"), "{}", err(&help));
}

#[test]
fn a_library_that_cannot_be_opened_ends_with_three() {
    let place = Place::new();
    let missing = place.on_library("search", &["wells"]);
    assert_ends(&missing, 3);
    assert!(err(&missing).contains("There is no library") && err(&missing).contains("Hint: "));
    fs::write(place.library(), "A letter, and no library. ".repeat(100)).unwrap();
    for (command, args) in [
        ("search", &["wells"][..]),
        ("check", &[]),
        ("backup", &["copy.casefile"]),
        ("import", &["--case", "X", "a.txt"]),
    ] {
        let run = place.on_library(command, args);
        assert_ends(&run, 3);
        assert!(err(&run).contains("not a Casefile library"), "{command}: {}", err(&run));
    }
    assert_eq!(fs::read_to_string(place.library()).unwrap().len(), 2600, "the file is left alone");
}

#[test]
fn a_library_that_may_only_be_read_says_so() {
    let place = Place::new().with_sample();
    let mut mode = fs::metadata(place.library()).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(place.library(), mode).unwrap();
    let article = place.path("a.txt");
    fs::write(&article, "The pier reopens").unwrap();
    let run = place.on_library("import", &["--case", "The pier", article.to_str().unwrap()]);
    assert_ends(&run, 3);
    assert!(err(&run).contains("Nothing can be written in this library"), "{}", err(&run));
    assert_ends(&place.on_library("search", &["wells"]), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_window_says_what_to_do() {
    let place = Place::new();
    let window = place.run(&[]);
    assert_ends(&window, 3);
    assert!(err(&window).contains("could not be opened") && err(&window).contains("casefile --help"));

    let demo = place.run(&["demo"]);
    assert_ends(&demo, 3);
    let made = place.path("data/casefile/sample.casefile");
    assert!(out(&demo).contains(made.to_str().unwrap()), "{}", out(&demo));
    assert!(err(&demo).contains("Hint: "), "{}", err(&demo));
    let library = Library::open(&made).unwrap();
    assert_eq!(store::case::all(library.db()).unwrap().len(), 1);
    assert!(out(&place.run(&["demo"])).contains("sample-2.casefile"), "each demo begins afresh");
}

#[test]
fn the_log_has_its_folder_and_no_word_of_a_record() {
    let place = Place::new().with_sample();
    let run = place.on_library("search", &["brochure"]);
    assert_eq!((code(&run), err(&run)), (0, ""), "nothing is complained about at the first start");
    let logs = place.path("data/casefile/logs");
    for file in fs::read_dir(logs).unwrap() {
        let logged = fs::read_to_string(file.unwrap().path()).unwrap();
        assert!(!logged.contains("brochure") && !logged.contains("Sorrel"), "{logged}");
    }
}
