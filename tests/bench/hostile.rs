//! Byte-mutated files of every format, read in processes of their own: none may end the import, take longer than it
//! is allowed, or keep the next file from being read. `cargo bench --bench hostile`

#[path = "../made/mod.rs"]
mod made;

mod goal;

use std::time::{Duration, Instant};

use casefile::import::Ask;
use casefile::jobs::Readers;
use goal::{Goals, shown};

/// Mutations of each format.
const EACH: u64 = 150;
/// What the program allows for a small file, read once and then once more by simple means; starting a process apart.
const LIMIT: f64 = 2.0 * 20.0 + 1.0;

fn main() {
    let readers = Readers::of(Some(env!("CARGO_BIN_EXE_casefile").into()), Duration::from_secs(20));
    let mut goals = Goals::default();
    let (mut count, mut broken, mut worst) = (0, 0, (0.0, String::new()));
    let mut check = |name: &str, bytes: Vec<u8>| {
        let began = Instant::now();
        let parsed = readers.read(&bytes.into(), name, &Ask::default());
        let took = began.elapsed().as_secs_f64();
        if took > worst.0 {
            worst = (took, name.to_owned());
        }
        count += 1;
        broken += usize::from(parsed.warnings.iter().any(|warning| warning.code == "parser_failed"));
    };
    for (name, bytes) in made::whole() {
        for seed in 0..EACH {
            check(name, made::mutated(&bytes, seed));
        }
    }
    for (name, bytes) in made::killers() {
        check(&name, bytes);
    }
    let next = readers.read(&b"Words."[..].into(), "a.txt", &Ask::default());
    goals.at_most(
        "files after which nothing could be read",
        f64::from(u8::from(next.article.text.is_none())),
        "",
        0.0,
    );
    goals.at_most(&format!("longest of {count} files ({})", worst.1), worst.0, "s", LIMIT);
    shown("files that cost their parser its life or its patience", f64::from(broken as u32), "");
    goals.tell();
}
