//! Which version of an article is read, what changed since the one before, and whose words are in another one.

use eframe::egui::{Ui, vec2};

use super::head::small_link;
use crate::command::Command;
use crate::domain::record::Version;
use crate::text::{Arg, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, palette};
use crate::view::ArticleView;

/// Whether there is anything to say of versions.
pub(super) fn has_versions(view: &ArticleView) -> bool {
    view.versions.iter().filter(|version| version.text_sha256.is_some()).count() > 1
}

/// Draws it, where the article has several versions.
pub(super) fn versions_ui(ui: &mut Ui, cx: &Cx<'_>, view: &ArticleView, out: &mut Vec<Command>) {
    let with_text: Vec<&Version> =
        view.versions.iter().filter(|version| version.text_sha256.is_some()).collect();
    let Some(newest) = with_text.first() else { return };
    let Some(shown) = with_text.iter().find(|version| Some(version.id) == view.version_id) else { return };
    let article = view.article.id;
    ui.spacing_mut().item_spacing = vec2(10.0, 4.0);
    ui.horizontal_wrapped(|ui| {
        let args = [("n", Arg::from(shown.n.to_string())), ("newest", Arg::from(newest.n.to_string()))];
        ui.label(Type::LabelMedium.text(t_with("versions-shown", &args)));
        if small_link(ui, t("versions-what-changed")).clicked() {
            // From the version shown, if it is not the newest, to the newest.
            let between = (shown.n < newest.n).then_some((shown.n, newest.n));
            out.push(Command::WhatChanged { article, between });
        }
        for version in with_text.iter().filter(|version| version.id != shown.id) {
            let args = [("n", Arg::from(version.n.to_string()))];
            if small_link(ui, &t_with("versions-show", &args)).clicked() {
                let version = (version.id != newest.id).then_some(version.id);
                out.push(Command::ShowVersion { article, version });
            }
        }
    });
    for missing in &view.elsewhere {
        // All of them where the article itself is looked at, else that of the record that is.
        if cx.selection.is_some_and(|of| of != missing.of && of.id() != article) {
            continue;
        }
        ui.horizontal_wrapped(|ui| {
            let args =
                [("record", Arg::from(missing.label.clone())), ("n", Arg::from(missing.n.to_string()))];
            let words = match missing.state {
                crate::domain::kind::SourceState::Ambiguous => t_with("versions-ambiguous", &args),
                _ => t_with("versions-not-found", &args),
            };
            ui.label(Type::Label.text(words).color(palette(ui).disputed));
            let args = [("n", Arg::from(missing.n.to_string()))];
            if small_link(ui, &t_with("versions-show", &args)).clicked() {
                out.push(Command::ShowVersion { article, version: Some(missing.version_id) });
                out.push(Command::Select(missing.of));
            }
        });
    }
}
