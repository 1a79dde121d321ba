//! Keeps the code in the shape the code map in `src/lib.rs` describes: which folder may import which,
//! where SQL and the window toolkit may appear, how long a file may be, what lies at the top level, and
//! that words people read come from `assets/text/en.ftl`.
//!
//! Each rule is a function from source text to complaints, tried below on small samples that break it.

#![allow(clippy::unwrap_used)] // a test may stop at the first thing that is not as it should be

#[path = "architecture/lex.rs"]
mod lex;

use std::fs;
use std::path::{Path, PathBuf};

use lex::{Kind, Token, is_path_sep, lex, without_tests};

/// What each part of the program may import from the rest of it. `error` and `text` may be imported
/// everywhere but in `domain`, which may import nothing.
const ALLOWED: &[(&str, &[&str])] = &[
    ("main", &["app", "cli"]),
    ("lib", &[]),
    ("error", &["domain"]),
    ("text", &["domain"]),
    ("domain", &[]),
    ("store", &["domain"]),
    ("import", &["domain"]),
    ("extract", &["domain"]),
    ("export", &["domain"]),
    ("timeline", &["domain"]),
    ("ops", &["domain", "store"]),
    ("view", &["domain", "store"]),
    ("jobs", &["domain", "export", "extract", "import", "ops", "store", "view"]),
    ("command", &["domain"]),
    ("ui", &["command", "domain", "timeline", "view"]),
    ("app", &["command", "domain", "jobs", "ops", "timeline", "ui", "view"]),
    (
        "cli",
        &["app", "command", "domain", "export", "extract", "import", "jobs", "ops", "store", "ui", "view"],
    ),
];

/// Parts that know nothing of the window toolkit.
const WITHOUT_EGUI: &[&str] =
    &["domain", "store", "import", "extract", "export", "timeline", "ops", "view", "error", "text"];

/// A source file may have this many lines.
const MAX_LINES: usize = 500;

/// What may lie at the top level, beside names that start with a dot.
const TOP_LEVEL: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "assets",
    "build.rs",
    "clippy.toml",
    "deny.toml",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "src",
    "target",
    "tests",
    "typos.toml",
];

/// Methods whose string arguments a person sees or hears.
const VISIBLE_METHODS: &[&str] = &[
    "button",
    "checkbox",
    "code",
    "collapsing",
    "colored_label",
    "heading",
    "hint_text",
    "hyperlink_to",
    "label",
    "link",
    "menu_button",
    "monospace",
    "on_disabled_hover_text",
    "on_hover_text",
    "on_hover_text_at_pointer",
    "prefix",
    "radio",
    "radio_value",
    "selectable_label",
    "selectable_value",
    "selected_text",
    "shortcut_text",
    "small",
    "small_button",
    "strong",
    "suffix",
    "text",
    "toggle_value",
    "weak",
];

/// Types whose constructor takes words a person sees.
const VISIBLE_TYPES: &[&str] =
    &["Button", "Checkbox", "CollapsingHeader", "Label", "Link", "RadioButton", "RichText", "Window"];

/// Methods and types through which a person reads what went wrong.
const TOLD_METHODS: &[&str] = &["with_hint"];
const TOLD_TYPES: &[&str] = &["Error"];

// --- the rules over the whole project ---

#[test]
fn imports_go_the_allowed_way() {
    assert_none(each_source(|file| forbidden_imports(&file.parts, &file.tokens)));
}

#[test]
fn only_the_store_speaks_sql() {
    assert_none(each_source(|file| {
        if file.area() == "store" { Vec::new() } else { mentions(&file.tokens, &["rusqlite"]) }
    }));
}

#[test]
fn what_is_not_window_knows_no_egui() {
    assert_none(each_source(|file| {
        let banned: &[&str] = &["egui", "eframe", "egui_extras", "epaint", "emath"];
        if WITHOUT_EGUI.contains(&file.area()) { mentions(&file.tokens, banned) } else { Vec::new() }
    }));
}

#[test]
fn files_are_short() {
    assert_none(each_source(|file| {
        if file.lines > MAX_LINES { vec![(1, format!("has {} lines", file.lines))] } else { Vec::new() }
    }));
}

#[test]
fn words_people_read_come_from_the_text_file() {
    assert_none(each_source(|file| {
        if ["ui", "app"].contains(&file.area()) { visible_literals(&file.tokens) } else { Vec::new() }
    }));
}

#[test]
fn errors_people_read_come_from_the_text_file() {
    assert_none(each_source(|file| {
        // What the domain refuses it says itself: it may import nothing.
        let exempt = file.area() == "domain" || file.parts.iter().any(|part| part == "tests");
        if exempt { Vec::new() } else { error_literals(&file.tokens) }
    }));
}

#[test]
fn the_top_level_holds_what_belongs_there() {
    let names = fs::read_dir(root()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    assert_eq!(strangers(names), Vec::<String>::new());
}

#[test]
fn every_part_has_its_row_in_the_table() {
    let parts = sources();
    let unknown: Vec<_> = parts.iter().map(Source::area).filter(|a| allowed(a).is_none()).collect();
    assert_eq!(unknown, Vec::<&str>::new(), "add them to ALLOWED and to the code map");
    assert!(parts.len() > 10, "the sources were not found");
}

// --- the rules themselves ---

/// A line and what is wrong there.
type Complaint = (usize, String);

/// Imports from parts of the program that `parts` (the module path of the file) may not import from.
fn forbidden_imports(parts: &[String], tokens: &[Token]) -> Vec<Complaint> {
    let area = parts[0].as_str();
    let may = allowed(area).unwrap_or_default();
    imported(parts, tokens)
        .into_iter()
        .filter(|(_, to)| {
            let everywhere = area != "domain" && ["error", "text"].contains(&to.as_str());
            to != area && allowed(to).is_some() && !may.contains(&to.as_str()) && !everywhere
        })
        .map(|(line, to)| (line, format!("{area} must not import {to}")))
        .collect()
}

/// The top-level modules that are named by `crate::…`, `casefile::…`, or enough `super::`.
fn imported(parts: &[String], tokens: &[Token]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let mut after = i;
        let from_root = if tokens[i].is_ident("crate") || tokens[i].is_ident("casefile") {
            after = i + 1;
            true
        } else {
            let mut up = 0;
            while tokens.get(after).is_some_and(|t| t.is_ident("super")) && is_path_sep(tokens, after + 1) {
                up += 1;
                after += 3;
            }
            after = after.saturating_sub(2).max(i);
            up >= parts.len()
        };
        if from_root && is_path_sep(tokens, after) {
            heads(tokens, after + 2, &mut found);
        }
        i = after.max(i + 1);
    }
    found
}

/// The first names of a path or of each path of a `{…}` group that starts at `at`.
fn heads(tokens: &[Token], at: usize, found: &mut Vec<(usize, String)>) {
    match tokens.get(at) {
        Some(Token { kind: Kind::Ident(name), line }) => found.push((*line, name.clone())),
        Some(Token { kind: Kind::Punct('{'), .. }) => {
            let mut depth = 0;
            for (j, token) in tokens.iter().enumerate().skip(at) {
                match token.kind {
                    Kind::Punct('{') => depth += 1,
                    Kind::Punct('}') => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
                let starts = matches!(tokens[j].kind, Kind::Punct('{' | ','));
                if let (1, true, Some(Kind::Ident(name))) =
                    (depth, starts, tokens.get(j + 1).map(|t| &t.kind))
                {
                    found.push((tokens[j + 1].line, name.clone()));
                }
            }
        }
        _ => {}
    }
}

/// Every place where one of `names` stands as a word of code.
fn mentions(tokens: &[Token], names: &[&str]) -> Vec<Complaint> {
    let hit = |t: &Token| names.iter().find(|n| t.is_ident(n)).map(|n| (t.line, format!("mentions {n}")));
    tokens.iter().filter_map(hit).collect()
}

/// String literals with letters that are handed straight (or through `format!`) to something visible.
/// Words handed to another call inside, such as `text::t("key")`, are that call's own business.
fn visible_literals(tokens: &[Token]) -> Vec<Complaint> {
    literals_in(tokens, VISIBLE_METHODS, VISIBLE_TYPES)
}

/// As [`visible_literals`], of what is handed to errors.
fn error_literals(tokens: &[Token]) -> Vec<Complaint> {
    literals_in(tokens, TOLD_METHODS, TOLD_TYPES)
}

fn literals_in(tokens: &[Token], methods: &[&str], types: &[&str]) -> Vec<Complaint> {
    let mut found = Vec::new();
    let mut visible = vec![false]; // for each open bracket: do literals directly in it get shown?
    for (i, token) in tokens.iter().enumerate() {
        let inside = *visible.last().unwrap_or(&false);
        match &token.kind {
            Kind::Punct('(') => visible.push(shows(tokens, i, inside, methods, types)),
            Kind::Punct('[') => visible.push(inside),
            // The body of a closure is a place of its own; that of an `if` gives the argument.
            Kind::Punct('{') => visible.push(inside && !(i > 0 && tokens[i - 1].kind == Kind::Punct('|'))),
            Kind::Punct(')' | ']' | '}') => {
                visible.pop();
            }
            Kind::Str(words) if inside && has_letters(words) => {
                found.push((token.line, format!("shows {words:?}")));
            }
            _ => {}
        }
    }
    found
}

/// Whether the `(` at `at` opens the arguments of something that shows its strings.
fn shows(tokens: &[Token], at: usize, inside: bool, methods: &[&str], types: &[&str]) -> bool {
    let before = |n: usize| at.checked_sub(n).map(|i| &tokens[i].kind);
    match (before(3), before(2), before(1)) {
        (_, Some(Kind::Punct('.')), Some(Kind::Ident(name))) => methods.contains(&name.as_str()),
        (Some(Kind::Punct(':')), Some(Kind::Punct(':')), Some(Kind::Ident(name))) if name == "new" => {
            matches!(before(4), Some(Kind::Ident(ty)) if types.contains(&ty.as_str()))
        }
        (_, Some(Kind::Ident(name)), Some(Kind::Punct('!'))) => inside && name == "format",
        (_, _, Some(Kind::Ident(name))) => inside && ["if", "match", "in"].contains(&name.as_str()),
        _ => inside,
    }
}

/// Whether a literal holds letters outside `{placeholders}`.
fn has_letters(literal: &str) -> bool {
    let mut depth = 0;
    literal.chars().any(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0 && c.is_alphabetic()
    })
}

/// Names that do not belong at the top level.
fn strangers(names: impl Iterator<Item = String>) -> Vec<String> {
    names.filter(|n| !n.starts_with('.') && !TOP_LEVEL.contains(&n.as_str())).collect()
}

fn allowed(area: &str) -> Option<&'static [&'static str]> {
    ALLOWED.iter().find(|(name, _)| *name == area).map(|(_, to)| *to)
}

// --- reading sources ---

/// A source file, its module path (`["store", "case"]`), its tokens without its test modules.
struct Source {
    path: PathBuf,
    parts: Vec<String>,
    lines: usize,
    tokens: Vec<Token>,
}

impl Source {
    fn area(&self) -> &str {
        &self.parts[0]
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let relative = path.strip_prefix(root().join("src")).unwrap().with_extension("");
                let mut parts: Vec<String> =
                    relative.iter().map(|p| p.to_str().unwrap().to_owned()).collect();
                parts.truncate(if parts.ends_with(&["mod".into()]) { parts.len() - 1 } else { parts.len() });
                found.push(Source {
                    lines: text.lines().count(),
                    tokens: without_tests(lex(&text)),
                    parts,
                    path,
                });
            }
        }
    }
    found
}

fn each_source(rule: impl Fn(&Source) -> Vec<Complaint>) -> Vec<String> {
    let say = |file: &Source| {
        let name = file.path.strip_prefix(root()).unwrap().display().to_string();
        rule(file).into_iter().map(move |(line, what)| format!("{name}:{line} {what}")).collect::<Vec<_>>()
    };
    sources().iter().flat_map(say).collect()
}

fn assert_none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

// --- each rule tried on code that breaks it ---

fn path(parts: &[&str]) -> Vec<String> {
    parts.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn check_imports(parts: &[&str], code: &str, expect: &[&str]) {
    let found: Vec<_> =
        forbidden_imports(&path(parts), &lex(code)).into_iter().map(|(_, what)| what).collect();
    assert_eq!(found, expect, "{code}");
}

#[test]
fn a_forbidden_import_is_found_in_every_guise() {
    let complaint = ["ui must not import store"];
    check_imports(&["ui", "shell"], "use crate::store::Library;", &complaint);
    check_imports(&["ui", "shell"], "use crate::{domain::id::Id, store::{self, case}};", &complaint);
    check_imports(&["ui", "shell"], "fn f() { crate::store::open(); }", &complaint);
    check_imports(&["ui", "shell"], "use super::super::store::open;", &complaint);
    check_imports(&["ui"], "use super::store::open;", &complaint);
    check_imports(&["main"], "use casefile::store::open;", &["main must not import store"]);
    check_imports(&["domain", "date"], "use crate::error::Error;", &["domain must not import error"]);
}

#[test]
fn an_allowed_import_is_let_be() {
    check_imports(&["ui", "shell"], "use crate::{view, command::Command, text};", &[]);
    check_imports(&["ui", "shell"], "use super::store::rows; // ui::store, not the store", &[]);
    check_imports(&["ui", "shell"], "/* crate::store */ let s = \"crate::store\";", &[]);
    check_imports(&["store"], "use crate::error::Result; use crate::domain::id::Id;", &[]);
}

#[track_caller]
fn check_literals(code: &str, expect: usize) {
    assert_eq!(visible_literals(&without_tests(lex(code))).len(), expect, "{code}");
}

#[test]
fn a_literal_that_people_would_read_is_found() {
    check_literals(r#"ui.label("Articles");"#, 1);
    check_literals(r##"ui.heading(r#"A "raw" one"#);"##, 1);
    check_literals(r#"ui.button(format!("{n} files"));"#, 1);
    check_literals(r#"ui.add(egui::Button::new("Open").small());"#, 1);
    check_literals(r#"ui.label(RichText::new("Open").strong());"#, 1);
    check_literals(r#"ui.checkbox(&mut on, "Key");"#, 1);
    check_literals(r#"ui.button(if on { "Stop" } else { "Go" }).on_hover_text("Why");"#, 3);
    check_literals(r#"ui.menu_button(text::t("file"), |ui| { ui.button("Quit"); });"#, 1);
}

#[test]
fn a_literal_in_an_error_is_found() {
    let found = |code: &str| error_literals(&without_tests(lex(code))).len();
    assert_eq!(found(r#"Err(Error::new("It broke.").with_hint(format!("Mend {name}.")))"#), 2);
    assert_eq!(found(r#"Err(Error::new(t("error-broke")).with_detail("line 3"))"#), 0);
}

#[test]
fn a_literal_that_nobody_reads_is_let_be() {
    check_literals(r#"ui.label(text::t("articles"));"#, 0);
    check_literals(r#"ui.label("·"); ui.label(format!("{key}: {n}"));"#, 0);
    check_literals(r#"ui.menu_button(text::t("file"), |ui| { let id = "menu"; });"#, 0);
    check_literals(r#"ui.push_id("row", |ui| {}); // ui.label("x")"#, 0);
    check_literals(r#"#[cfg(test)] mod tests { fn f() { ui.label("x"); } }"#, 0);
}

#[test]
fn a_stranger_at_the_top_level_is_named() {
    let names = ["src", "docs", ".ci", "Cargo.lock", "benches"].map(str::to_owned);
    assert_eq!(strangers(names.into_iter()), ["docs", "benches"]);
}
