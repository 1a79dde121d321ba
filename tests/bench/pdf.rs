//! How much of a text comes back from PDFs made of it: word F1 of this program and, where it is installed, of
//! poppler's `pdftotext`, on the same files. `cargo bench --bench pdf`
//!
//! Texts of the sample case are set in two columns here. `PDF_CORPUS=FOLDER` adds the PDFs of a folder that have a
//! text of the same name beside them, a line a kind (the first letter of the name); `PDF_EACH=1` prints each file.

#![allow(clippy::expect_used)] // without its files there is nothing to measure

#[path = "../support/pdf_writer.rs"]
mod pdf_writer;

use std::collections::{BTreeMap, HashMap};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use casefile::import::{Ask, read};

/// The sum of scores of files of one kind.
#[derive(Default)]
struct Sum {
    files: usize,
    /// Of words wherever they stand, and of words in their order.
    ours: [f64; 2],
    theirs: Option<[f64; 2]>,
    took: Duration,
    pages: usize,
}

fn main() {
    let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
    for (bytes, text) in sample() {
        score(sums.entry("set here".into()).or_default(), &bytes, &text, "sample");
    }
    if let Some(folder) = std::env::var_os("PDF_CORPUS") {
        for (kind, bytes, text, name) in corpus(Path::new(&folder)) {
            score(sums.entry(kind).or_default(), &bytes, &text, &name);
        }
    }
    println!(
        "{:<12}{:>6}{:>10}{:>10}{:>13}{:>10}{:>10}",
        "kind", "files", "words", "in order", "pdftotext", "in order", "ms/page"
    );
    for (kind, sum) in &sums {
        let n = sum.files as f64;
        let theirs = sum
            .theirs
            .map_or(["-".to_owned(), "-".to_owned()], |theirs| theirs.map(|sum| format!("{:.4}", sum / n)));
        println!(
            "{kind:<12}{:>6}{:>10.4}{:>10.4}{:>13}{:>10}{:>10.1}",
            sum.files,
            sum.ours[0] / n,
            sum.ours[1] / n,
            theirs[0],
            theirs[1],
            sum.took.as_secs_f64() * 1e3 / sum.pages.max(1) as f64
        );
    }
}

/// The texts of the sample case in two columns.
fn sample() -> Vec<(Vec<u8>, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("the sample").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let texts =
        paths.iter().filter(|path| path.extension().is_some_and(|end| end != "json")).filter_map(|path| {
            let bytes = std::fs::read(path).ok()?;
            let article = read(&bytes, &path.to_string_lossy(), &Ask::default()).article;
            Some((article.title, article.text?))
        });
    texts
        .map(|(title, text)| {
            let paragraphs: Vec<&str> =
                text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
            let writer = pdf_writer::two_columns(&title, &paragraphs, 48, "The sample case");
            (writer.finish(), format!("{title}\n\n{text}"))
        })
        .collect()
}

fn corpus(folder: &Path) -> Vec<(String, Vec<u8>, String, String)> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let files = paths.iter().filter(|path| path.extension().is_some_and(|end| end == "pdf"));
    files
        .filter_map(|path| {
            let text = std::fs::read_to_string(path.with_extension("txt")).ok()?;
            let name = path.file_name()?.to_string_lossy().into_owned();
            Some((name.chars().take(1).collect(), std::fs::read(path).ok()?, text, name))
        })
        .collect()
}

fn score(sum: &mut Sum, bytes: &[u8], text: &str, name: &str) {
    let began = Instant::now();
    let article = read(bytes, name, &Ask::default()).article;
    sum.took += began.elapsed();
    sum.pages += article.pages.len();
    sum.files += 1;
    let ours = scores(text, article.text.as_deref().unwrap_or_default());
    let theirs = pdftotext(bytes).map(|read| scores(text, &read));
    if std::env::var_os("PDF_EACH").is_some() {
        println!("{name} {ours:.4?} {theirs:.4?}");
    }
    for (n, score) in ours.iter().enumerate() {
        sum.ours[n] += score;
    }
    if let Some(theirs) = theirs {
        let all = sum.theirs.get_or_insert([0.0; 2]);
        all.iter_mut().zip(theirs).for_each(|(sum, score)| *sum += score);
    }
}

fn pdftotext(bytes: &[u8]) -> Option<String> {
    let mut program = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    program.stdin.take()?.write_all(bytes).ok()?;
    Some(String::from_utf8_lossy(&program.wait_with_output().ok()?.stdout).into_owned())
}

/// Word F1 wherever words stand, and of the longest run of words in one order.
fn scores(gold: &str, read: &str) -> [f64; 2] {
    let (gold, read): (Vec<&str>, Vec<&str>) =
        (gold.split_whitespace().collect(), read.split_whitespace().collect());
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in &gold {
        *counts.entry(word).or_default() += 1;
    }
    let mut found = 0;
    for word in &read {
        if let Some(count) = counts.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            found += 1;
        }
    }
    let f1 = |matched: usize| 2.0 * matched as f64 / (gold.len() + read.len()).max(1) as f64;
    [f1(found), f1(in_order(&gold, &read))]
}

/// How many words two texts have in common, in one order.
fn in_order(a: &[&str], b: &[&str]) -> usize {
    let mut row = vec![0_usize; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (n, other) in b.iter().enumerate() {
            let above = row[n + 1];
            row[n + 1] = if word == other { diagonal + 1 } else { above.max(row[n]) };
            diagonal = above;
        }
    }
    row[b.len()]
}
