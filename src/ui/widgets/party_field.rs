//! A field for parties, or for other records one or several can be chosen of: type, take from the list below, make
//! a new one on the spot; keyboard only if wanted.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Color32, EventFilter, Frame, Galley, Id, InputState, Key, Margin, Modifiers, Popup, PopupCloseBehavior,
    Rect, Response, Role, Sense, Stroke, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::chip::removable_chip;
use super::party_list::{fitting, has_name};
use crate::domain::party_name::guess_kind;
use crate::text::{Arg, Worded, t, t_with};
use crate::ui::theme::{Type, palette, size};

/// At most so many known parties are offered.
const OFFERED: usize = 7;

/// The least width of the text in a field for one.
const LEAST: f32 = 20.0;

/// A party that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyOption<Id> {
    /// Which one it is.
    pub id: Id,
    /// Its name, as the chip shows it.
    pub name: String,
    /// What tells it from others of like name: kind, role, another name. May be empty.
    pub hint: String,
}

/// A party that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen<Id> {
    /// One of the options.
    Known {
        /// Which one it is.
        id: Id,
        /// Its name.
        name: String,
    },
    /// One to be made, by the name that was typed.
    New(String),
}

impl<Id> Chosen<Id> {
    /// The name on the chip.
    pub fn name(&self) -> &str {
        match self {
            Self::Known { name, .. } | Self::New(name) => name,
        }
    }
}

/// The draft of a party field: kept by the view from frame to frame.
#[derive(Debug, Clone)]
pub struct PartyField<Id> {
    /// What was chosen, in order.
    pub chosen: Vec<Chosen<Id>>,
    typed: String,
    /// Whether the list is open.
    open: bool,
    /// The row of the list that Enter takes.
    marked: usize,
    list_hovered: bool,
    /// Whether one is the most; choosing another then replaces it.
    one: bool,
    /// What the row says that makes a new one of this name; `None` if none can be made.
    new_words: Option<fn(&str) -> String>,
    hint: String,
    /// Who it is while none is chosen: known from elsewhere.
    given: String,
}

/// What happened to a party field in this frame.
#[derive(Debug)]
pub struct PartyFieldOutput {
    /// The text field within it, for moving the focus.
    pub response: Response,
    /// Whether a party was chosen or taken away.
    pub changed: bool,
    /// Whether the one given from elsewhere was taken away.
    pub given_refused: bool,
}

/// A row of the list below the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offer {
    Known(usize),
    New,
}

impl<Id> Default for PartyField<Id> {
    fn default() -> Self {
        Self::with(Vec::new())
    }
}

impl<Id> PartyField<Id> {
    /// A field that starts with these parties chosen.
    pub const fn with(chosen: Vec<Chosen<Id>>) -> Self {
        Self {
            chosen,
            typed: String::new(),
            open: false,
            marked: 0,
            list_hovered: false,
            one: false,
            new_words: Some(new_party),
            hint: String::new(),
            given: String::new(),
        }
    }

    /// A field for one at most, out of what there is.
    pub fn one_of(chosen: Option<Chosen<Id>>) -> Self {
        Self { one: true, new_words: None, ..Self::with(chosen.into_iter().collect()) }
    }

    /// Makes it hold one at most; choosing another replaces it.
    #[must_use]
    pub const fn one(mut self) -> Self {
        self.one = true;
        self
    }

    /// Has it say this of a new one of the name that was typed.
    #[must_use]
    pub const fn new_words(mut self, words: fn(&str) -> String) -> Self {
        self.new_words = Some(words);
        self
    }

    /// Shows this, muted, while nothing is chosen.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Shows this, muted, while nothing is chosen; for fields whose hint changes.
    pub fn set_hint(&mut self, hint: &str) {
        if self.hint != hint {
            hint.clone_into(&mut self.hint);
        }
    }

    /// Shows this as chosen while nothing is: who it is by what is said elsewhere; nobody if empty.
    pub fn set_given(&mut self, given: &str) {
        if self.given != given {
            given.clone_into(&mut self.given);
        }
    }

    /// What is typed and not taken yet.
    pub fn typed(&self) -> &str {
        self.typed.trim()
    }

    /// Whether nothing is typed that was neither taken nor deleted.
    pub fn is_settled(&self) -> bool {
        self.typed.trim().is_empty()
    }
}

impl<PartyId: Copy + PartialEq> PartyField<PartyId> {
    /// Shows the field; `name` is its accessible name and is unique among the fields of a `Ui`.
    ///
    /// Arrow keys move in the list, Enter and Tab take its marked row, Esc closes it; Backspace in the empty
    /// field takes the last party away. Enter in the empty field is left to the dialog around it.
    pub fn show(&mut self, ui: &mut Ui, name: &str, options: &[PartyOption<PartyId>]) -> PartyFieldOutput {
        let id = ui.make_persistent_id(("party field", name));
        let before = self.chosen.len();
        let offers = self.offers(options);
        let focused = ui.memory(|memory| memory.has_focus(id));
        let refuses = |input: &mut InputState| input.consume_key(Modifiers::NONE, Key::Backspace);
        let shows_given = self.chosen.is_empty() && !self.given.is_empty();
        let mut given_refused = focused && shows_given && self.typed.is_empty() && ui.input_mut(refuses);
        let taken = focused && self.act_on_keys(ui, &offers, options);
        let mut changed = self.chosen.len() != before || taken;

        let frame = field_frame(ui, id);
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            // The line is as high as a chip, the whole field as a control.
            ui.spacing_mut().interact_size.y = size::CHIP;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
                changed |= self.chips(ui);
                given_refused |= shows_given && self.given_chip(ui);
                self.text_edit(ui, id, name)
            })
            .inner
        });
        let response = shown.inner;
        if response.changed() {
            self.open = !self.is_settled();
            self.marked = 0;
        }
        if self.one && response.clicked() {
            self.open = true;
        }
        changed |= self.list(ui, &response, shown.response.rect, options);
        if !self.is_settled() && !response.has_focus() {
            ui.label(Type::Label.text(t("party-not-kept")).color(palette(ui).disputed));
        }
        PartyFieldOutput { response, changed, given_refused }
    }

    /// Who it is by what is said elsewhere; gives whether that is refused.
    fn given_chip(&self, ui: &mut Ui) -> bool {
        let remove = t_with("party-remove", &[("name", self.given.as_str().into())]);
        let most = ui.max_rect().width() - LEAST - 12.0;
        removable_chip(ui, &self.given, &remove, most, Sense::CLICK).removed
    }

    fn offers(&self, options: &[PartyOption<PartyId>]) -> Vec<Offer> {
        if !self.open {
            return Vec::new();
        }
        let free = |place: &usize| options.get(*place).is_some_and(|option| !self.has(option.id));
        let known = fitting(&self.typed, options, OFFERED + self.chosen.len());
        let mut offers: Vec<Offer> = known.into_iter().filter(free).take(OFFERED).map(Offer::Known).collect();
        let typed = self.typed.trim();
        let makes_new = self.new_words.is_some() && !typed.is_empty();
        if makes_new && !has_name(typed, options) && !self.chosen.iter().any(|c| c.name() == typed) {
            offers.push(Offer::New);
        }
        offers
    }

    fn has(&self, wanted: PartyId) -> bool {
        self.chosen.iter().any(|chosen| matches!(chosen, Chosen::Known { id, .. } if *id == wanted))
    }

    /// Gives whether an offer was taken.
    fn act_on_keys(&mut self, ui: &Ui, offers: &[Offer], options: &[PartyOption<PartyId>]) -> bool {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let marked = offers.get(self.marked.min(offers.len().saturating_sub(1))).copied();
        if pressed(Key::ArrowDown) {
            self.marked = if self.open { (self.marked + 1).min(offers.len().saturating_sub(1)) } else { 0 };
            self.open = true;
        }
        if pressed(Key::ArrowUp) {
            self.marked = self.marked.saturating_sub(1);
        }
        if self.open && pressed(Key::Escape) {
            self.open = false;
        }
        if self.typed.is_empty() && pressed(Key::Backspace) {
            self.chosen.pop();
        }
        let Some(offer) = marked else { return false };
        // Tab takes too, and then moves on as it always does.
        let takes =
            pressed(Key::Enter) || (!self.is_settled() && ui.input(|input| input.key_pressed(Key::Tab)));
        if takes {
            self.take(offer, options);
        }
        takes
    }

    fn take(&mut self, offer: Offer, options: &[PartyOption<PartyId>]) {
        let taken = match offer {
            Offer::Known(place) => {
                let Some(option) = options.get(place) else { return };
                Chosen::Known { id: option.id, name: option.name.clone() }
            }
            Offer::New => Chosen::New(self.typed.trim().to_owned()),
        };
        if self.one {
            self.chosen.clear();
        }
        self.chosen.push(taken);
        self.typed.clear();
        self.open = false;
        self.marked = 0;
    }

    /// The chosen parties; gives whether one was taken away.
    fn chips(&mut self, ui: &mut Ui) -> bool {
        let mut gone = None;
        // Even the longest chip leaves room for the text on its line.
        let most = ui.max_rect().width() - LEAST - 12.0;
        for (place, chosen) in self.chosen.iter().enumerate() {
            let remove = t_with("party-remove", &[("name", chosen.name().into())]);
            // Tab goes past the chips to the text, where Backspace takes the last one away.
            if removable_chip(ui, chosen.name(), &remove, most, Sense::CLICK).removed {
                gone = Some(place);
            }
        }
        if let Some(place) = gone {
            self.chosen.remove(place);
        }
        gone.is_some()
    }

    fn text_edit(&mut self, ui: &mut Ui, id: Id, name: &str) -> Response {
        let keys =
            EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: self.open, tab: false };
        let room = ui.available_size_before_wrap().x;
        // Only while someone types does the text need a line of its own.
        let typing = !self.one && ui.memory(|memory| memory.has_focus(id));
        let width = if typing && room < 80.0 { ui.max_rect().width() } else { (room - 1.0).max(LEAST) };
        let hint = if self.chosen.is_empty() && self.given.is_empty() { self.hint.as_str() } else { "" };
        let edit = TextEdit::singleline(&mut self.typed)
            .id(id)
            .hint_text(Type::Control.muted(ui, hint))
            .frame(Frame::new().inner_margin(Margin::symmetric(4, 3)))
            .font(Type::Control.font())
            .event_filter(keys)
            .desired_width(width);
        ui.add(edit).accessible_name(name)
    }

    /// The list below the field; gives whether a party was taken from it by the pointer.
    fn list(&mut self, ui: &Ui, field: &Response, below: Rect, options: &[PartyOption<PartyId>]) -> bool {
        if !field.has_focus() && !self.list_hovered {
            self.open = false;
        }
        let offers = self.offers(options);
        if offers.is_empty() {
            self.list_hovered = false;
            return false;
        }
        self.marked = self.marked.min(offers.len() - 1);
        let mut taken = None;
        let popup = Popup::new(field.id.with("list"), ui.ctx().clone(), below, ui.layer_id())
            .open(true)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .gap(4.0)
            .width(below.width())
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (row, offer) in offers.iter().enumerate() {
                    if self.row(ui, *offer, row == self.marked, options).clicked() {
                        taken = Some(*offer);
                    }
                }
            });
        self.list_hovered = popup.is_some_and(|popup| popup.response.contains_pointer());
        if let Some(offer) = taken {
            self.take(offer, options);
            field.request_focus();
        }
        taken.is_some()
    }

    fn row(&self, ui: &mut Ui, offer: Offer, marked: bool, options: &[PartyOption<PartyId>]) -> Response {
        let p = palette(ui);
        let new = self.new_words.map_or_else(String::new, |words| words(self.typed.trim()));
        let (name, hint, ink) = match offer {
            Offer::Known(place) => {
                options.get(place).map_or(("", "", p.ink), |o| (&*o.name, &*o.hint, p.ink))
            }
            Offer::New => (&*new, "", p.accent),
        };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::CLICK);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, marked, name));
        if marked || response.hovered() {
            let fill = if marked { p.selection } else { p.hover };
            ui.painter().rect_filled(rect, size::RADIUS_CONTROL, fill);
        }
        let inner = rect.shrink2(vec2(10.0, 0.0));
        let name = cut_to(ui, name, Type::Table, ink, inner.width());
        // The name has the room it needs; what tells it from others has the rest.
        let hint = cut_to(ui, hint, Type::Label, p.muted, inner.width() - name.size().x - 12.0);
        let name_at = pos2(inner.left(), rect.center().y - name.size().y / 2.0);
        let hint_at = pos2(inner.right() - hint.size().x, rect.center().y - hint.size().y / 2.0);
        ui.painter().galley(name_at.round(), name, ink);
        ui.painter().galley(hint_at.round(), hint, p.muted);
        response
    }
}

fn new_party(name: &str) -> String {
    let kind = Arg::from(guess_kind(name).word());
    t_with("party-new", &[("name", name.into()), ("kind", kind)])
}

/// Words on one line, cut to this width; nothing where there is hardly any.
fn cut_to(ui: &Ui, words: &str, face: Type, ink: Color32, width: f32) -> Arc<Galley> {
    let words = if width < LEAST { "" } else { words };
    let mut job = LayoutJob::simple_singleline(words.to_owned(), face.font(), ink);
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}

/// The box around chips and text; ringed while the text has the focus.
fn field_frame(ui: &Ui, id: Id) -> Frame {
    let p = palette(ui);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let edge = if focused { Stroke::new(size::FOCUS, p.accent) } else { Stroke::new(1.0, p.outline) };
    let margin = if focused { 4 } else { 5 };
    Frame::new()
        .fill(p.card)
        .stroke(edge)
        .corner_radius(size::RADIUS_CONTROL)
        .inner_margin(Margin::same(margin))
}
