//! A whole reply thread as a ladder of cards: who, when, in what, the words; between them how they answer.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Frame, Id as UiId, Key, Label, Margin, Modifiers, Pos2, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::row;
use super::threads::thread_of;
use crate::command::Command;
use crate::domain::id::Id;
use crate::domain::kind::{CheckStatus, LinkKind};
use crate::domain::record::Owner;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Button, Icon, check_badge, dot, quiet};
use crate::view::{CaseView, StatementRow};

/// The width of the ladder's rail, left of the cards.
const RAIL: f32 = 28.0;
/// Between two cards, where the kind of reply stands.
const STEP: f32 = 30.0;
/// Where the rail's dot is, below the upper edge of a card.
const DOT_DOWN: f32 = 24.0;

/// Draws the thread of a statement; gives whether the list is to come back.
pub(super) fn thread_ui(ui: &mut Ui, case: &CaseView, id: Id, out: &mut Vec<Command>) -> bool {
    let thread = thread_of(case, id);
    let rows: Vec<&StatementRow> = thread.iter().filter_map(|place| case.statements.get(*place)).collect();
    let mut back = false;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let button = Button::quiet(t("statements-back")).icon(Icon::ChevronLeft);
        back = ui.add(button).clicked();
        let count = Arg::from(rows.len() as i64);
        ui.label(Type::Table.muted(ui, t_with("statements-thread-count", &[("count", count)])));
    });
    let moved = step_by_key(ui, &rows, id);
    if let Some(to) = moved {
        out.push(Command::Select(Owner::Statement(to)));
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_max_width(ui.available_width().min(760.0));
        ui.add_space(4.0);
        let mut rail: Option<Pos2> = None;
        for (place, row) in rows.iter().enumerate() {
            if place > 0 {
                step_ui(ui, case, row, rows.get(..place).unwrap_or_default());
            }
            let card = card_ui(ui, row, row.statement.id == id);
            let here = pos2(card.rect.left() - RAIL + 8.0, card.rect.top() + DOT_DOWN);
            rail_ui(ui, rail, here, row);
            rail = Some(here);
            if card.clicked() {
                out.push(Command::Select(Owner::Statement(row.statement.id)));
            }
            if moved == Some(row.statement.id) {
                card.scroll_to_me(None);
            }
        }
        if rows.len() == 1 {
            ui.add_space(size::GAP);
            ui.horizontal(|ui| {
                ui.add_space(RAIL - size::GAP);
                ui.label(Type::Table.muted(ui, t("statements-thread-alone")));
                if quiet(ui, t("statements-reply")).clicked() {
                    out.push(Command::LinkStatement(id));
                }
            });
        }
        ui.add_space(size::GAP_GROUP);
    });
    back
}

/// The statement the arrow keys go to.
fn step_by_key(ui: &Ui, rows: &[&StatementRow], id: Id) -> Option<Id> {
    if ui.memory(|memory| memory.focused().is_some()) || !super::keys_are_ours(ui) {
        return None;
    }
    let at = rows.iter().position(|row| row.statement.id == id)?;
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let to = if pressed(Key::ArrowDown) {
        at + 1
    } else if pressed(Key::ArrowUp) {
        at.checked_sub(1)?
    } else {
        return None;
    };
    rows.get(to).map(|row| row.statement.id)
}

/// The room between two cards, with what the lower one does to earlier ones.
fn step_ui(ui: &mut Ui, case: &CaseView, row: &StatementRow, above: &[&StatementRow]) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), STEP), Sense::hover());
    let words = replies_words(case, row, above);
    if words.is_empty() {
        return;
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let p = palette(ui);
    let mut job = LayoutJob::simple_singleline(words, Type::LabelMedium.font(), p.muted);
    job.wrap = TextWrapping::truncate_at_width(rect.width() - RAIL);
    let words = ui.painter().layout_job(job);
    let at = pos2(rect.left() + RAIL, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(at.round(), words, p.muted);
}

/// "denies", with whom it answers where that is not the card above; and which cards above answer it, where dates
/// do not have the order of the replies.
fn replies_words(case: &CaseView, row: &StatementRow, above: &[&StatementRow]) -> String {
    let is_above = |id: Id| above.iter().any(|other| other.statement.id == id);
    let just_above = above.last().map(|other| other.statement.id);
    let mut words: Vec<String> = Vec::new();
    for reply in row.answers.iter().filter(|reply| is_above(reply.other)) {
        match case.statement(reply.other).filter(|_| Some(reply.other) != just_above) {
            Some(other) => words.push(reply_words("statements-thread-reply", reply.kind, other)),
            None => words.push(reply.kind.word().to_owned()),
        }
    }
    for other in above {
        let to_this = other.answers.iter().filter(|reply| reply.other == row.statement.id);
        words.extend(to_this.map(|reply| reply_words("statements-thread-reply-to-this", reply.kind, other)));
    }
    words.join(" · ")
}

fn reply_words(key: &str, kind: LinkKind, other: &StatementRow) -> String {
    t_with(
        key,
        &[
            ("kind", Arg::from(kind.word())),
            ("speaker", Arg::from(other.speaker.as_str())),
            ("said", Arg::from(other.said.words.as_str())),
            ("has-said", Arg::from(if other.said.words.is_empty() { "no" } else { "yes" })),
        ],
    )
}

/// The rail from the card above, and this card's dot in the colour of the speaker's side.
fn rail_ui(ui: &Ui, above: Option<Pos2>, here: Pos2, row: &StatementRow) {
    let p = palette(ui);
    if let Some(above) = above {
        let gap = vec2(0.0, size::DOT);
        ui.painter().line_segment([above + gap, here - gap], Stroke::new(1.5, p.outline));
    }
    let colour = row.side.map_or(p.muted, |side| p.side(usize::from(side)));
    dot(ui, here, colour, true);
}

fn card_ui(ui: &mut Ui, row: &StatementRow, selected: bool) -> Response {
    let p = palette(ui);
    let id = UiId::unique(("thread card", row.statement.id));
    let hovered = ui.ctx().read_response(id).is_some_and(|response| response.hovered());
    let fill = if selected { p.selection } else { p.card };
    let edge = if selected {
        p.accent
    } else if hovered {
        p.outline
    } else {
        p.rule
    };
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(RAIL);
        Frame::new()
            .fill(fill)
            .stroke(Stroke::new(1.0, edge))
            .corner_radius(size::RADIUS_CARD)
            .inner_margin(Margin::symmetric(16, 12))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.vertical(|ui| content_ui(ui, row));
            })
            .response
            .rect
    });
    let response = ui.interact(shown.inner, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, row::name(row)));
    if response.has_focus() {
        let ring = Stroke::new(size::FOCUS, p.accent);
        ui.painter().rect_stroke(shown.inner, size::RADIUS_CARD, ring, StrokeKind::Inside);
    }
    response
}

fn content_ui(ui: &mut Ui, row: &StatementRow) {
    ui.spacing_mut().item_spacing = vec2(size::GAP, 6.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(Type::TableMedium.text(&row.speaker));
        let occasion = [row.said.words.as_str(), row.occasion.as_str()];
        // The occasion's words have its date already.
        let told = if row.occasion.ends_with(&row.said.words) { &occasion[1..] } else { &occasion[..] };
        let told: Vec<&str> = told.iter().copied().filter(|words| !words.is_empty()).collect();
        ui.label(Type::Table.muted(ui, told.join(" · ")));
    });
    let words = if row.quote.is_empty() {
        Type::Control.text(&row.statement.gist)
    } else {
        Type::Reading.text(row.line())
    };
    ui.add(Label::new(words).wrap());
    ui.horizontal_wrapped(|ui| {
        ui.label(Type::Label.muted(ui, &row.key));
        ui.label(Type::Label.muted(ui, row.statement.kind.word()));
        if row.check != CheckStatus::NotChecked {
            check_badge(ui, row.check);
        }
        if !row.disputed_by.is_empty() {
            let by = Arg::from(row.disputed_by.join(", "));
            let words = t_with("statements-disputed-by", &[("names", by)]);
            ui.label(Type::Label.text(words).color(palette(ui).disputed));
        }
    });
}
