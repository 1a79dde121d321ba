//! The lists of the overview.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{CursorIcon, Galley, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::digest::Digest;
use super::section::{heading_ui, line_ui};
use crate::command::{Command, Place, Tab};
use crate::domain::date::Edtf;
use crate::domain::record::Owner;
use crate::text::{number, t};
use crate::ui::Cx;
use crate::ui::filter_bar::Asking;
use crate::ui::follow_ups::words;
use crate::ui::parties::side_words;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Icon, dot};
use crate::view::{CaseView, DueGroup, Filter, PartyRow, Shown, StatementRow};

/// Width of the column of dates.
const DATE: f32 = 112.0;

/// What was said last.
pub(super) fn statements_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    case: &CaseView,
    digest: &Digest,
    filter: &mut Asking,
    out: &mut Vec<Command>,
) {
    if digest.statements.is_empty() {
        return;
    }
    if heading_ui(ui, t("overview-statements"), case.statements.len()) {
        filter.ask(Filter::default());
        out.push(Command::Go(Place::Case(case.case.id, Tab::Statements)));
    }
    for row in digest.statements.iter().filter_map(|place| case.statements.get(*place)) {
        let of = Owner::Statement(row.statement.id);
        ui.push_id(row.statement.id, |ui| {
            let name = format!("{} {}", row.key, row.line());
            let chosen = cx.selection == Some(of);
            let line = line_ui(ui, &name, chosen, &row.line(), |ui, rect| paint_statement(ui, rect, row));
            if line.clicked() {
                out.push(Command::Select(of));
            }
        });
    }
}

fn paint_statement(ui: &Ui, rect: Rect, row: &StatementRow) -> bool {
    let p = palette(ui);
    let (date, who) = (rect.left() + 4.0, rect.left() + DATE + 14.0);
    let said = rect.left() + DATE + 150.0;
    words(ui, &short(&row.said), Type::Table, p.muted, date, who - 14.0 - size::GAP, rect);
    if let Some(side) = row.side {
        dot(ui, pos2(who - 8.0, rect.center().y), p.side(usize::from(side)), true);
    }
    words(ui, &row.speaker, Type::Table, p.ink, who, said - size::GAP, rect);
    let face = if row.quote.is_empty() { Type::Table } else { Type::QuoteRow };
    words(ui, &row.line(), face, p.ink, said, rect.right() - 4.0, rect).0
}

/// A date as a label: "≤ 7 Sep 2011".
fn short(shown: &Shown) -> String {
    shown.date.edtf.as_ref().map(Edtf::short).unwrap_or_default()
}

/// The newest articles.
pub(super) fn articles_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    case: &CaseView,
    digest: &Digest,
    out: &mut Vec<Command>,
) {
    if digest.articles.is_empty() {
        return;
    }
    if heading_ui(ui, t("overview-articles"), case.articles.len()) {
        out.push(Command::Go(Place::Case(case.case.id, Tab::Articles)));
    }
    for row in digest.articles.iter().filter_map(|place| case.articles.get(*place)) {
        let of = Owner::Article(row.article.id);
        ui.push_id(row.article.id, |ui| {
            let name = format!("{} {}", row.key, row.article.title);
            let chosen = cx.selection == Some(of);
            let line = line_ui(ui, &name, chosen, &row.article.title, |ui, rect| {
                let p = palette(ui);
                let (outlet, title) = (rect.left() + DATE + 14.0, rect.left() + DATE + 150.0);
                let date = rect.left() + 4.0;
                words(ui, &short(&row.published), Type::Table, p.muted, date, outlet - size::GAP, rect);
                words(ui, &row.article.outlet, Type::Table, p.muted, outlet, title - size::GAP, rect);
                words(ui, &row.article.title, Type::Table, p.ink, title, rect.right() - 4.0, rect).0
            });
            if line.clicked() {
                out.push(Command::Select(of));
            }
        });
    }
}

/// The follow-ups that ask most.
pub(super) fn follow_ups_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    case: &CaseView,
    digest: &Digest,
    out: &mut Vec<Command>,
) {
    if digest.follow_ups.is_empty() {
        return;
    }
    if heading_ui(ui, t("overview-follow-ups"), digest.open) {
        out.push(Command::Go(Place::Case(case.case.id, Tab::FollowUps)));
    }
    for listed in &digest.follow_ups {
        let Some(row) = case.follow_ups.get(listed.place) else { continue };
        let of = Owner::FollowUp(listed.id);
        ui.push_id(listed.id, |ui| {
            let group = listed.group.map_or("", DueGroup::words);
            let name = format!("{} {}, {group} {}", row.key, row.follow_up.title, listed.when);
            let chosen = cx.selection == Some(of);
            let line = line_ui(ui, &name, chosen, &row.follow_up.title, |ui, rect| {
                paint_follow_up(ui, rect, &row.follow_up.title, listed.group, &listed.when)
            });
            if line.clicked() {
                out.push(Command::Select(of));
            }
        });
    }
}

/// When first, then what; what is late also says so by a diamond and its group.
fn paint_follow_up(ui: &Ui, rect: Rect, title: &str, group: Option<DueGroup>, when: &str) -> bool {
    let p = palette(ui);
    let (colour, sign) = match group {
        Some(DueGroup::Overdue) => (p.contradicted, Some(Icon::Diamond)),
        Some(DueGroup::Silent) => (p.disputed, Some(Icon::DiamondHollow)),
        Some(DueGroup::Today) => (p.accent, None),
        _ => (p.muted, None),
    };
    if let Some(sign) = sign {
        let place = Rect::from_center_size(pos2(rect.left() + 10.0, rect.center().y), vec2(12.0, 12.0));
        sign.paint(ui.painter(), place, colour);
    }
    let title_at = rect.left() + 124.0;
    let said = match group {
        Some(DueGroup::NoDate) => t("due-no-date"),
        _ => when,
    };
    words(ui, said, Type::Table, colour, rect.left() + 24.0, title_at - size::GAP, rect);
    words(ui, title, Type::Table, p.ink, title_at, rect.right() - 4.0, rect).0
}

/// Who is in the case, by side, with how much each said.
pub(super) fn parties_ui(ui: &mut Ui, case: &CaseView, digest: &Digest, out: &mut Vec<Command>) {
    if digest.sides.is_empty() {
        return;
    }
    if heading_ui(ui, t("overview-parties"), case.parties.len()) {
        out.push(Command::Go(Place::Case(case.case.id, Tab::Parties)));
    }
    ui.add_space(4.0);
    for (side, places) in &digest.sides {
        ui.horizontal_top(|ui| {
            // Lines as high as the names in them.
            ui.spacing_mut().interact_size.y = size::CHIP;
            side_ui(ui, *side);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
                for row in places.iter().filter_map(|place| case.parties.get(*place)) {
                    if party_ui(ui, row) {
                        out.push(Command::Select(Owner::Party(row.party.id)));
                    }
                }
            });
        });
        ui.add_space(4.0);
    }
}

/// The side before its parties: dot and word.
fn side_ui(ui: &mut Ui, side: Option<u8>) {
    let p = palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(72.0, size::CHIP), Sense::hover());
    if let Some(side) = side {
        dot(ui, pos2(rect.left() + 10.0, rect.center().y), p.side(usize::from(side)), true);
    }
    words(ui, side_words(side), Type::Label, p.muted, rect.left() + 20.0, rect.right(), rect);
}

/// A party's name with how many statements it made, kept on one line; gives whether it was pressed.
fn party_ui(ui: &mut Ui, row: &PartyRow) -> bool {
    let p = palette(ui);
    let most = ui.max_rect().width() - 40.0;
    let mut job = LayoutJob::simple_singleline(row.party.name.clone(), Type::Table.font(), p.ink);
    job.wrap = TextWrapping::truncate_at_width(most);
    let name = ui.painter().layout_job(job);
    let count = if row.statements > 0 { number(row.statements as i64) } else { String::new() };
    let count = ui.painter().layout_no_wrap(count, Type::Label.font(), p.muted);
    let width = name.size().x + 4.0 + count.size().x + 12.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CHIP), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &row.party.name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, size::RADIUS_CONTROL, p.hover);
    }
    let middle = |galley: &Galley| rect.center().y - galley.size().y / 2.0;
    let count_at = pos2(rect.left() + 8.0 + name.size().x, middle(&count)).round();
    ui.painter().galley(pos2(rect.left() + 4.0, middle(&name)).round(), name, p.ink);
    ui.painter().galley(count_at, count, p.muted);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
