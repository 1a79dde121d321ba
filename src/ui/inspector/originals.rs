//! An article's versions and originals: what read them, what changed, and what can be done with the files.

use eframe::egui::{Label, Ui};

use super::field::Edit;
use crate::command::Command;
use crate::domain::record::Version;
use crate::text::{Arg, t, t_with};
use crate::ui::basis::found_lines;
use crate::ui::theme::Type;
use crate::ui::widgets::{quiet, secondary, section_heading, value_link, value_text};
use crate::view::{ArticleRow, ArticleView};

/// How much of a hash is shown.
const SHORT_HASH: usize = 12;

/// Draws the versions, newest first, each with its original; known once the article is in the reader.
pub(super) fn originals_ui(ui: &mut Ui, row: &ArticleRow, edit: &mut Edit<'_>) {
    let id = row.article.id;
    let view = edit.cx.article().filter(|view| view.article.id == id);
    let versions = view.map_or(&[] as &[Version], |view| &view.versions);
    if versions.len() > 1 {
        ui.horizontal(|ui| {
            let count = t_with("versions-count", &[("count", Arg::from(versions.len() as i64))]);
            ui.label(Type::Table.text(count));
            if versions.iter().filter(|version| version.text_sha256.is_some()).count() > 1
                && quiet(ui, t("versions-what-changed")).clicked()
            {
                edit.out.push(Command::WhatChanged { article: id, between: None });
            }
        });
    }
    for (n, version) in versions.iter().enumerate() {
        if versions.len() > 1 {
            section_heading(ui, &t_with("article-version", &[("n", Arg::from(version.n.to_string()))]));
        }
        let size = view.and_then(|view| view.size).filter(|_| n == 0);
        ui.push_id(version.id, |ui| version_ui(ui, version, size, edit));
    }
    if let Some(newest) = versions.first() {
        for words in found_lines(&row.article, &newest.found) {
            ui.label(Type::Label.muted(ui, words));
        }
    }
    actions_ui(ui, row, view, edit);
}

fn version_ui(ui: &mut Ui, version: &Version, size: Option<u64>, edit: &mut Edit<'_>) {
    if !version.file_name.is_empty() {
        value_text(ui, t("article-file"), &version.file_name);
    }
    if let Some(size) = size {
        value_text(ui, t("article-size"), &size_words(size));
    }
    let hash = &version.original_sha256;
    let short = hash.get(..SHORT_HASH).unwrap_or(hash);
    let tip = t_with("article-hash-copy", &[("hash", Arg::from(hash.clone()))]);
    if value_link(ui, t("article-hash"), &format!("{short}…")).on_hover_text(tip).clicked() {
        edit.out.push(Command::CopyText(hash.clone()));
    }
    if !version.encoding.is_empty() {
        value_text(ui, t("article-encoding"), &version.encoding);
    }
    // What was typed here was read by nobody.
    if !version.file_name.is_empty() {
        let reader = [
            ("name", Arg::from(version.importer.clone())),
            ("version", Arg::from(version.importer_version.to_string())),
        ];
        value_text(ui, t("article-read-by"), &t_with("article-importer", &reader));
    }
    for warning in &version.warnings {
        ui.add(Label::new(Type::Label.muted(ui, warning)).wrap());
    }
}

fn actions_ui(ui: &mut Ui, row: &ArticleRow, view: Option<&ArticleView>, edit: &mut Edit<'_>) {
    let id = row.article.id;
    let newest = view.and_then(|view| view.versions.first());
    let is_file = newest.is_some_and(|version| !version.file_name.is_empty());
    ui.horizontal_wrapped(|ui| {
        if is_file && secondary(ui, t("original-open")).clicked() {
            edit.out.push(Command::OpenOriginal(id));
        }
        if secondary(ui, t("reading-save-original")).clicked() {
            edit.out.push(Command::SaveOriginal(id));
        }
        if secondary(ui, t("original-verify")).on_hover_text(t("original-verify-tip")).clicked() {
            edit.out.push(Command::VerifyOriginal(id));
        }
        let newer = edit.cx.case().is_some_and(|case| case.to_read_again.contains(&id));
        if (!row.has_text || newer) && edit.cx.can_write() && secondary(ui, t("reading-read-again")).clicked()
        {
            edit.out.push(Command::ReadAgain(vec![id]));
        }
    });
    let decoded = newest.is_some_and(|version| !version.encoding.is_empty());
    if is_file && decoded && edit.cx.can_write() && quiet(ui, t("encoding-ask")).clicked() {
        edit.out.push(Command::ChooseEncoding(id));
    }
}

/// "12 KB", counted in thousands as file managers do.
fn size_words(bytes: u64) -> String {
    let n = |value: u64| Arg::from(i64::try_from(value).unwrap_or(i64::MAX));
    match bytes {
        0..1_000 => t_with("size-bytes", &[("n", n(bytes))]),
        1_000..1_000_000 => t_with("size-kilobytes", &[("n", n(bytes.div_ceil(1_000)))]),
        _ => t_with("size-megabytes", &[("n", n(bytes.div_ceil(1_000_000)))]),
    }
}
