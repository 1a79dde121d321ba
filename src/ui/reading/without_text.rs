//! An article without a text: a scan, or what is not read yet; why, and what can be done.

use eframe::egui::{Align, Layout, Ui};

use crate::command::Command;
use crate::domain::id::Id;
use crate::domain::record::Version;
use crate::text::{Arg, ocr_install_words, t, t_with};
use crate::ui::Cx;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::{primary, secondary};
use crate::view::ArticleView;

/// Says so in place of the text.
pub(super) fn without_text_ui(ui: &mut Ui, cx: &Cx<'_>, view: &ArticleView, out: &mut Vec<Command>) {
    let article = view.article.id;
    ui.add_space(size::MARGIN);
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.set_max_width(ui.available_width().min(420.0));
        ui.spacing_mut().item_spacing.y = 12.0;
        if view.versions.first().is_some_and(Version::is_scan) {
            scan_ui(ui, cx, article, out);
        } else {
            unread_ui(ui, cx, view, out);
        }
        if secondary(ui, t("reading-save-original")).clicked() {
            out.push(Command::SaveOriginal(article));
        }
    });
}

fn unread_ui(ui: &mut Ui, cx: &Cx<'_>, view: &ArticleView, out: &mut Vec<Command>) {
    ui.label(Type::ControlStrong.text(t("reading-not-read")));
    for why in view.versions.iter().take(1).flat_map(|version| &version.warnings) {
        ui.label(Type::Table.muted(ui, why));
    }
    ui.label(Type::Table.muted(ui, t("reading-kept")));
    if ui.add_enabled_ui(cx.can_write(), |ui| primary(ui, t("reading-read-again"))).inner.clicked() {
        out.push(Command::ReadAgain(vec![view.article.id]));
    }
}

/// A scan: its words can be read if the program for it is there.
fn scan_ui(ui: &mut Ui, cx: &Cx<'_>, article: Id, out: &mut Vec<Command>) {
    ui.label(Type::ControlStrong.text(t("reading-scan")));
    ui.label(Type::Table.muted(ui, t("reading-scan-kept")));
    let ocr = &cx.data.ocr;
    if ocr.asked.contains(&article) {
        let words = match ocr.reading.filter(|reading| reading.article == article) {
            Some(reading) => {
                let page = Arg::from((reading.page + 1) as i64);
                t_with("reading-ocr-page", &[("page", page), ("pages", Arg::from(reading.pages as i64))])
            }
            None => t("reading-ocr-waits").to_owned(),
        };
        ui.label(Type::Table.text(words));
        if secondary(ui, t("reading-ocr-stop")).clicked() {
            out.push(Command::CancelOcr);
        }
    } else if ocr.there {
        let read = ui.add_enabled_ui(cx.can_write(), |ui| primary(ui, t("reading-ocr"))).inner;
        if read.on_hover_text(t("reading-ocr-tip")).clicked() {
            out.push(Command::ReadWithOcr(vec![article]));
        }
    } else {
        ui.label(Type::Table.muted(ui, t("reading-ocr-missing")));
        ui.label(Type::Table.muted(ui, ocr_install_words()));
    }
}
