//! One line that says what the marks are; only those that occur.

use eframe::egui::{Align2, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::data::Sign;
use super::{TimelineData, paint};
use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::text::t;
use crate::timeline::{Item, Shape, Tone, When};
use crate::ui::theme::{Type, palette};

const HEIGHT: f32 = 20.0;

/// The height it takes, with the space above it.
pub(super) fn height() -> f32 {
    HEIGHT + 10.0
}

/// A sign and its words.
struct Entry {
    item: Item,
    shape: Shape,
    width: f32,
    words: &'static str,
}

/// Draws the line.
pub(super) fn draw(ui: &mut Ui, data: &TimelineData) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let entries: Vec<Entry> = data.signs().iter().map(|sign| entry(*sign)).collect();
    let said = || entries.iter().map(|entry| entry.words).collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said()));
    let p = palette(ui);
    let mut x = rect.left() + 8.0;
    for entry in &entries {
        let words = ui.painter().layout_no_wrap(entry.words.to_owned(), Type::Label.font(), p.muted);
        if x + entry.width + 6.0 + words.size().x > rect.right() {
            break;
        }
        paint::mark(ui.painter(), p, &entry.item, entry.shape, (x, x + entry.width), rect.center().y, false);
        let at = Align2::LEFT_CENTER.anchor_size(pos2(x + entry.width + 6.0, rect.center().y), words.size());
        x = at.right() + 14.0;
        ui.painter().galley(at.min.round(), words, p.muted);
    }
    response.on_hover_text(said());
}

/// A sign as an item that has it.
fn entry(sign: Sign) -> Entry {
    use RecordKind::{Article, Event, FollowUp, Statement};
    let (kind, shape, width, words) = match sign {
        Sign::Statement => (Statement, Shape::Dot, 12.0, t("timeline-legend-statement")),
        Sign::Hollow => (Statement, Shape::Dot, 12.0, t("timeline-legend-hollow")),
        Sign::Event => (Event, Shape::Dot, 12.0, t("timeline-legend-event")),
        Sign::Article => (Article, Shape::Dot, 4.0, t("timeline-legend-article")),
        Sign::FollowUp => (FollowUp, Shape::Dot, 12.0, t("timeline-legend-follow-up")),
        Sign::Overdue => (FollowUp, Shape::Dot, 12.0, t("timeline-legend-overdue")),
        Sign::Range => (Statement, Shape::Bar, 26.0, t("timeline-legend-range")),
        Sign::About => (Statement, Shape::Bar, 30.0, t("timeline-legend-about")),
        Sign::Open => (Statement, Shape::OpenLeft, 24.0, t("timeline-legend-open")),
        Sign::Doubtful => (Statement, Shape::Dot, 12.0, t("timeline-legend-doubtful")),
    };
    let tone = match sign {
        Sign::FollowUp => Tone::Due,
        Sign::Overdue => Tone::Overdue,
        _ => Tone::Plain,
    };
    let when =
        When { approximate: sign == Sign::About, uncertain: sign == Sign::Doubtful, ..When::days(0, 0) };
    let hollow = matches!(sign, Sign::Hollow | Sign::FollowUp);
    let item = Item {
        id: Id(0),
        kind,
        lane: 0,
        when: Some(when),
        label: String::new(),
        quoted: false,
        hollow,
        important: false,
        tone,
    };
    Entry { item, shape, width, words }
}
