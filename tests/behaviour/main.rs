//! What the program does, driven through its public surface: one module a subject.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first thing that is not as it should be

mod chronology;
mod cli;
mod copies;
mod dates;
mod export;
mod hits;
mod hostile;
mod import;
mod import_run;
mod kept_apart;
mod libraries;
mod library;
mod lists;
mod log;
mod originals;
mod pages;
mod reader_life;
mod readers;
mod records;
mod sample;
mod sample_build;
mod sample_words;
mod statements;
mod timeline;
mod waiting;
