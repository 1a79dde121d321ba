//! The sample case's files, read as the program reads them, hold the words its records rest on.

use std::collections::BTreeMap;

use casefile::import;
use casefile::ops::sample;

use super::sample::{manifest, sources};

/// The extracted text of every file.
fn texts() -> BTreeMap<&'static str, String> {
    sample::files()
        .iter()
        .map(|&(name, bytes)| {
            let import::Parsed { article, warnings, .. } = import::read(bytes, name, &import::Ask::default());
            assert!(warnings.is_empty(), "{name}: {warnings:?}");
            (name, article.text.unwrap_or_else(|| panic!("{name} has no text")))
        })
        .collect()
}

#[test]
fn every_quoted_word_is_found_once_in_its_text() {
    let case = manifest();
    let texts = texts();
    let mut wrong = Vec::new();
    for (key, source) in sources(&case) {
        let text = &texts[source.file.as_str()];
        let mut from = 0;
        for segment in &source.segments {
            match text.matches(segment.as_str()).count() {
                1 => {}
                n => wrong.push(format!("{key}: {n} times in {}: {segment}", source.file)),
            }
            match text[from..].find(segment.as_str()) {
                Some(at) => from += at + segment.len(),
                None => wrong.push(format!("{key}: out of order in {}: {segment}", source.file)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_import_leaves_a_page_s_furniture_behind() {
    for (name, text) in texts() {
        for furniture in
            ["cookies", "Most read", "Accept all", "WATCH LIVE", "Subscribe for", "Related stories"]
        {
            assert!(!text.contains(furniture), "{name} still has “{furniture}”");
        }
    }
}

#[test]
fn files_tell_their_dates_or_the_manifest_does_and_one_has_none() {
    let case = manifest();
    let mut undated = Vec::new();
    for &(name, bytes) in sample::files() {
        let article = import::read(bytes, name, &import::Ask::default()).article;
        let entry = case.articles.iter().find(|a| a.file == name).expect("each file has its entry");
        assert!(!article.title.is_empty(), "{name} has no title");
        let day = article.published.map(|found| found.date.to_string()).or_else(|| entry.published.clone());
        match day {
            None => undated.push(name),
            Some(day) => assert!(day.starts_with("2024-") || day.starts_with("2025-"), "{name}: {day}"),
        }
    }
    assert_eq!(undated, ["valley6-quarry-letter.html"]);
}
