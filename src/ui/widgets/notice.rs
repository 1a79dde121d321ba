//! Notices: one line at the foot of the window on what was done, with a way back.

use std::time::Duration;

use eframe::egui::{Align2, Area, Context, Frame, Id, Link, Margin, Order, Role, Ui, WidgetInfo, vec2};

use super::Icon;
use super::button::icon_button;
use crate::command::Command;
use crate::text::t;
use crate::ui::theme::{DARK, LIGHT, Palette, Type, palette, size};

/// Seconds a notice stays while the pointer is not on it.
const STAY: f64 = 8.0;

/// What was done, in one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// The sentence.
    pub message: String,
    /// What the button says, if there is something to press: `Undo`.
    pub action: Option<String>,
    /// What the button does, where it is not the same for all notices that have it.
    pub command: Option<Command>,
}

/// What a person did with a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeAnswer {
    /// Pressed its button.
    Acted,
    /// Closed it.
    Closed,
}

/// The notice that is up, if any: a newer one takes the place of an older one.
#[derive(Debug, Clone, Default)]
pub struct Notices {
    current: Option<Notice>,
    /// When it goes, in seconds of the window's clock; set when it is first drawn.
    until: Option<f64>,
    /// Whether it stays until it is answered.
    lasting: bool,
}

impl Notices {
    /// Puts a notice up.
    pub fn put(&mut self, message: impl Into<String>, action: Option<&str>) {
        let action = action.map(str::to_owned);
        self.current = Some(Notice { message: message.into(), action, command: None });
        self.until = None;
        self.lasting = false;
    }

    /// Puts a notice up whose button does this.
    pub fn put_offering(&mut self, message: impl Into<String>, action: &str, command: Command) {
        self.put(message, Some(action));
        if let Some(notice) = &mut self.current {
            notice.command = Some(command);
        }
    }

    /// Puts a notice up that stays until it is answered.
    pub fn put_lasting(&mut self, message: impl Into<String>, action: Option<&str>) {
        self.put(message, action);
        self.lasting = true;
    }

    /// The notice that is up.
    pub const fn current(&self) -> Option<&Notice> {
        self.current.as_ref()
    }

    /// Draws the notice that is up, and takes it down when its time is over or it was answered.
    pub fn show(&mut self, ctx: &Context) -> Option<NoticeAnswer> {
        let notice = self.current.as_ref()?;
        let now = ctx.input(|input| input.time);
        let until = *self.until.get_or_insert(now + STAY);
        let area = Area::new(Id::unique("notice"))
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -24.0))
            .order(Order::Foreground)
            .show(ctx, |ui| bar(ui, notice));
        let mut answer = area.inner;
        if self.lasting || area.response.contains_pointer() {
            self.until = None;
        } else if now >= until {
            answer = answer.or(Some(NoticeAnswer::Closed));
        } else {
            ctx.request_repaint_after(Duration::from_secs_f64(until - now));
        }
        if answer.is_some() {
            *self = Self::default();
        }
        answer
    }
}

/// Draws the bar in the colours of the other mode, so that it stands out without a shadow.
fn bar(ui: &mut Ui, notice: &Notice) -> Option<NoticeAnswer> {
    let inverse: &Palette = if ui.visuals().dark_mode { &LIGHT } else { &DARK };
    let mut answer = None;
    let fill = inverse.card;
    let frame =
        Frame::new().fill(fill).corner_radius(size::RADIUS_CARD).inner_margin(Margin::symmetric(16, 6));
    let shown = frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::GAP_GROUP;
            let message = ui.label(Type::Control.text(&notice.message).color(inverse.ink));
            message.widget_info(|| WidgetInfo::labeled(Role::Status, true, &notice.message));
            if let Some(action) = &notice.action {
                let words = Type::ControlStrong.text(action).color(inverse.accent);
                if ui.add(Link::new(words)).clicked() {
                    answer = Some(NoticeAnswer::Acted);
                }
            }
            ui.visuals_mut().dark_mode = !ui.visuals().dark_mode;
            if icon_button(ui, Icon::Close, t("notice-close")).clicked() {
                answer = Some(NoticeAnswer::Closed);
            }
        });
    });
    ui.painter().rect_stroke(
        shown.response.rect,
        size::RADIUS_CARD,
        (1.0, palette(ui).rule),
        eframe::egui::StrokeKind::Inside,
    );
    answer
}
