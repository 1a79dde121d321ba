//! Test that the words in use and the words in the file are the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::words::word_keys;
use super::{ENGLISH, keys};

/// All Rust sources of the program, without their comment lines.
fn sources(folder: &Path, out: &mut String) {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            out.extend(
                text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|l| [l, "\n"]),
            );
        }
    }
}

/// The literals that calls of `function` start with, where its name stands whole.
fn literals_of<'a>(source: &'a str, function: &str, out: &mut BTreeSet<&'a str>) {
    for (at, _) in source.match_indices(function) {
        let whole = !source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.');
        let literal = source[at + function.len()..]
            .strip_prefix('(')
            .and_then(|rest| rest.trim_start().strip_prefix('"'))
            .and_then(|rest| rest.split_once('"'));
        if let (true, Some((key, _))) = (whole, literal) {
            out.insert(key);
        }
    }
}

#[test]
fn every_key_in_use_has_words_and_none_is_idle() {
    let mut source = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let mut used = BTreeSet::new();
    for function in ["t", "t_with"] {
        literals_of(&source, function, &mut used);
    }
    let there: BTreeSet<&str> = keys(ENGLISH).collect();
    let without_words: Vec<_> = used.difference(&there).collect();
    assert!(without_words.is_empty(), "not in en.ftl: {without_words:#?}");

    let coded: BTreeSet<String> = word_keys().into_iter().collect();
    let idle: Vec<_> = there
        .iter()
        .filter(|key| !coded.contains(**key) && !source.contains(&format!("\"{key}\"")))
        .collect();
    assert!(idle.is_empty(), "in en.ftl, but no source names them: {idle:#?}");
}
