//! The filter that Statements, Chronology and Timeline share: one field to ask in, and a chip for each thing asked.
//!
//! Three short words and Enters ask "what did Harbor Line say about the attorney general before September": typing
//! `har` offers *Speaker: Harbor Line* first, the next party typed is first offered as the one spoken of, `<sep`
//! offers *Before September 2024*.

mod asked;
mod known;
mod list;
mod offers;
mod typed_date;

use std::sync::Arc;

use eframe::egui::{
    Align, CursorIcon, Event, EventFilter, Frame, Id, Key, Layout, Link, Margin, Modifiers, Rect, Response,
    Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, pos2, vec2,
};

pub use asked::{date_words, filter_words};

use self::asked::{Asked, Group};
use self::known::Known;
use self::offers::{Offer, offers};
use super::Cx;
use crate::text::t;
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::{Icon, filter_chip};
use crate::view::{CaseView, Filter};

/// How wide the field is.
const FIELD: f32 = 236.0;
/// How high the field is.
const HEIGHT: f32 = 30.0;

/// What was typed and is not taken yet; kept by egui, so that it is the same on every screen.
#[derive(Clone, Default)]
struct Entry {
    typed: String,
    /// Whether the list is open.
    open: bool,
    /// The row of the list that Enter takes.
    marked: usize,
    list_hovered: bool,
    /// What the case can be asked for, and the view it was read from.
    known: Option<(Arc<CaseView>, Arc<Known>)>,
}

/// Shows field and chips in as many lines as they need. `/` moves to the field, Enter takes the marked row of its
/// list, Backspace in the empty field takes the last chip away. Gives whether the filter was changed.
pub fn filter_bar_ui(ui: &mut Ui, cx: &Cx<'_>, filter: &mut Filter) -> bool {
    let (Some(_), Some(case)) = (cx.case(), &cx.data.case) else { return false };
    let id = Id::unique("filter bar");
    let before = filter.clone();
    let mut entry: Entry = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    let known = entry.known(case);
    if slash_pressed(ui) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if ui.memory(|memory| memory.has_focus(id)) {
        let offered = entry.offers(filter, case, &known, cx.today);
        entry.act_on_keys(ui, id, &offered, filter);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::GAP, 6.0);
        let (field, rect) = entry.field(ui, id);
        if field.gained_focus() {
            entry.open = true;
        }
        if field.changed() {
            entry.open = true;
            entry.marked = 0;
        }
        entry.chips(ui, id, case, filter);
        entry.list(ui, &field, rect, filter, case, &known, cx.today);
    });
    ui.data_mut(|data| data.insert_temp(id, entry));
    *filter != before
}

impl Entry {
    /// What the case can be asked for, read anew when the case has changed.
    fn known(&mut self, case: &Arc<CaseView>) -> Arc<Known> {
        if let Some((of, known)) = &self.known
            && Arc::ptr_eq(of, case)
        {
            return Arc::clone(known);
        }
        let known = Arc::new(Known::of(case));
        self.known = Some((Arc::clone(case), Arc::clone(&known)));
        known
    }

    fn offers(&self, filter: &Filter, case: &CaseView, known: &Known, today: i64) -> Vec<Offer> {
        if self.open { offers(&self.typed, filter, case, known, today) } else { Vec::new() }
    }

    fn act_on_keys(&mut self, ui: &Ui, id: Id, offers: &[Offer], filter: &mut Filter) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = offers.len().saturating_sub(1);
        if pressed(Key::ArrowDown) {
            self.marked = if self.open { (self.marked + 1).min(last) } else { 0 };
            self.open = true;
        }
        if pressed(Key::ArrowUp) {
            self.marked = self.marked.saturating_sub(1);
        }
        if self.open && pressed(Key::Escape) {
            self.open = false;
        }
        if self.typed.is_empty()
            && pressed(Key::Backspace)
            && let Some(asked) = Asked::all(filter).last()
        {
            asked.take_out_of(filter);
        }
        if let Some(offer) = offers.get(self.marked.min(last))
            && pressed(Key::Enter)
        {
            self.take(offer.clone(), filter);
        }
        // Enter with nothing to take goes on to the list, and opens nothing there.
        if offers.is_empty() && pressed(Key::Enter) {
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
    }

    fn take(&mut self, offer: Offer, filter: &mut Filter) {
        self.marked = 0;
        match offer {
            Offer::Ask { asked, .. } => {
                asked.put_into(filter);
                self.typed.clear();
                self.open = false;
            }
            Offer::Choose(group) => self.choose(group),
            Offer::TypeADate => {}
        }
    }

    /// Lists what a group has.
    fn choose(&mut self, group: Group) {
        self.typed = format!("{}: ", group.word());
        self.marked = 0;
        self.open = true;
    }

    /// The field with its sign; gives it and the box around it.
    fn field(&mut self, ui: &mut Ui, id: Id) -> (Response, Rect) {
        let p = palette(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(FIELD, HEIGHT), Sense::hover());
        let focused = ui.memory(|memory| memory.has_focus(id));
        let edge = if focused { Stroke::new(size::FOCUS, p.accent) } else { Stroke::new(1.0, p.outline) };
        ui.painter().rect(rect, size::RADIUS_CONTROL, p.card, edge, StrokeKind::Inside);
        let sign = Rect::from_center_size(
            pos2(rect.left() + 10.0 + size::ICON / 2.0, rect.center().y),
            vec2(size::ICON, size::ICON),
        );
        Icon::Search.paint(ui.painter(), sign, p.muted);
        let words = Rect::from_min_max(pos2(sign.right() + 6.0, rect.top()), rect.max - vec2(6.0, 0.0));
        let builder = UiBuilder::new().max_rect(words).layout(Layout::left_to_right(Align::Center));
        let mut inner = ui.new_child(builder);
        inner.spacing_mut().interact_size.y = 0.0;
        let keys =
            EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: self.open, tab: false };
        let edit = TextEdit::singleline(&mut self.typed)
            .id(id)
            .frame(Frame::new().inner_margin(Margin::symmetric(0, 3)))
            .font(Type::Table.font())
            .hint_text(Type::Table.muted(&inner, t("filter-hint")))
            .event_filter(keys)
            .desired_width(words.width());
        (inner.add(edit).accessible_name(t("filter-name")).on_hover_text(t("filter-tip")), rect)
    }

    fn chips(&mut self, ui: &mut Ui, id: Id, case: &CaseView, filter: &mut Filter) {
        let all = Asked::all(filter);
        for asked in &all {
            // Not within an id of their own: what is in a scope does not go to the next line.
            let chip = filter_chip(ui, &asked.label(case));
            if chip.removed {
                asked.take_out_of(filter);
            } else if chip.response.clicked() {
                self.change(asked, filter);
                ui.memory_mut(|memory| memory.request_focus(id));
            }
        }
        let clear = Link::new(Type::Table.text(t("filter-clear")).color(palette(ui).accent));
        if all.len() > 1 && ui.add(clear).on_hover_cursor(CursorIcon::PointingHand).clicked() {
            *filter = Filter::default();
        }
    }

    /// Has the person choose another value for what is asked.
    fn change(&mut self, asked: &Asked, filter: &mut Filter) {
        if let Some(group) = asked.group() {
            self.choose(group);
        } else if let Asked::Words(words) = asked {
            self.typed.clone_from(words);
            asked.take_out_of(filter);
        }
    }

    fn list(
        &mut self,
        ui: &Ui,
        field: &Response,
        below: Rect,
        filter: &mut Filter,
        case: &CaseView,
        known: &Known,
        today: i64,
    ) {
        if !field.has_focus() && !self.list_hovered {
            self.open = false;
        }
        let offered = self.offers(filter, case, known, today);
        if offered.is_empty() {
            self.list_hovered = false;
            return;
        }
        self.marked = self.marked.min(offered.len() - 1);
        let shown = list::list_ui(ui, field, below, case, &offered, self.marked);
        self.list_hovered = shown.hovered;
        if let Some(offer) = shown.taken.and_then(|place| offered.into_iter().nth(place)) {
            self.take(offer, filter);
            field.request_focus();
        }
    }
}

/// Whether `/` was pressed while no field has the focus; it is typed nowhere then.
fn slash_pressed(ui: &Ui) -> bool {
    let is_slash = |event: &Event| matches!(event, Event::Text(text) if text == "/");
    if ui.text_edit_focused() || !ui.memory(|memory| memory.allows_interaction(ui.layer_id())) {
        return false;
    }
    ui.input_mut(|input| {
        let pressed = input.events.iter().any(is_slash);
        input.events.retain(|event| !is_slash(event));
        pressed
    })
}
