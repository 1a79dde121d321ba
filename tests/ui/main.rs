//! The window, driven by the labels a person reads: one module a screen.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may stop at the first thing that is not as it should be

mod articles;
mod chronology;
mod dialogs;
mod follow_ups;
mod gallery;
mod imports;
mod inspect;
mod libraries;
mod list_rows;
mod parties;
mod program;
mod reader;
mod reading;
mod screens;
mod search;
mod statements;
mod support;
mod timeline;
mod timeline_screen;
mod versions;
