//! Casefile keeps the articles, parties, statements and follow-ups of a dispute in one local file.
//!
//! # Code map
//!
//! | folder | what it is for |
//! | --- | --- |
//! | `domain` | records, ids, dates, spans: pure, no I/O, no SQL, no egui |
//! | `store` | the only user of `rusqlite`: open, migrate, journal, backup, search; a folder a record kind |
//! | `import` | bytes to an article's text and metadata; one file a format |
//! | `export` | chronologies and data files, with serde types of their own |
//! | `timeline` | dated items to lanes, bins and ticks: pure geometry, no egui |
//! | `ops` | the use cases; every change goes through one gate |
//! | `view` | plain data for the screens, built off the UI thread |
//! | `jobs` | the store thread, the readers, the import workers |
//! | `command` | what a person can do: its name, shortcut, tooltip in one place |
//! | `app` | drains the jobs, holds the view data, runs the commands |
//! | `ui` | what is drawn |
//! | `cli` | the commands without a window |
//!
//! # What never happens here
//!
//! - No view writes, queries or blocks: it draws view data and pushes commands.
//! - No change to a record goes round `ops::transact`, so each has its journal entry and can be undone.
//! - No text of an article is changed after it was imported; offsets into it are code points.
//! - No day is invented: what is not dated has no date, what is open has an open end.
//! - No record text reaches a log.

pub mod app;
pub mod cli;
pub mod command;
pub mod domain;
pub mod error;
pub mod export;
pub mod import;
pub mod jobs;
pub mod ops;
pub mod store;
pub mod text;
pub mod timeline;
pub mod ui;
pub mod view;
