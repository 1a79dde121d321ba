//! The timeline of a case: lanes, axis, marks, replies, overview. Geometry is `crate::timeline`'s; here it is
//! painted and moved.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `data`, `of_case`, `lanes_by`, `state` | what is shown; how it comes from a case; what the person did to the view of it |
//! | `canvas` | how the card is divided into axis, lanes, shelf and overview |
//! | `axis`, `lanes`, `marks`, `clusters`, `arrows`, `shelf`, `overview`, `legend` | one thing drawn each |
//! | `paint` | the shapes of marks |
//! | `card` | what is said of an item on hover |
//! | `pointer`, `keyboard` | moving about |
//! | `tools` | Fit, year, month, day, replies: for the line of chips above |

mod arrows;
mod axis;
mod canvas;
mod card;
mod clusters;
mod data;
mod keyboard;
mod lanes;
mod lanes_by;
mod legend;
mod marks;
mod of_case;
mod overview;
mod paint;
mod pointer;
mod shelf;
mod state;
mod tools;

use eframe::egui::{Sense, Stroke, StrokeKind, Ui, vec2};

pub use data::{Detail, Reply, TimelineData};
pub use lanes_by::LanesBy;
pub(crate) use of_case::basis_words;
pub use state::{Replies, TimelineState};
pub use tools::timeline_tools;

use crate::domain::id::Id;
use crate::domain::kind::RecordKind;
use crate::timeline::{Frame, Item, Measure, Plot, lay_out};
use crate::ui::theme::{Type, palette, size};
use canvas::Canvas;

/// What a person asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineAction {
    /// Show this record beside the timeline.
    Select(RecordKind, Id),
    /// Go to this record.
    Open(RecordKind, Id),
}

/// One frame of the timeline, as all its parts see it.
struct Scene<'a> {
    data: &'a TimelineData,
    canvas: Canvas,
    frame: Frame,
    /// The record shown beside the timeline.
    selected: Option<Id>,
    /// What the keyboard acts on: the selected item, else the first that shows.
    current: Option<u32>,
}

/// Draws the timeline over the width and height that are left; gives what the person asked for.
pub fn timeline_ui(
    ui: &mut Ui,
    data: &TimelineData,
    selected: Option<Id>,
    state: &mut TimelineState,
) -> Vec<TimelineAction> {
    let mut actions = Vec::new();
    let legend = legend::height();
    let card = vec2(ui.available_width(), (ui.available_height() - legend).max(canvas::LEAST_HEIGHT));
    let lanes = data.layout.lanes().len();
    let height = Canvas::height(lanes, card.y);
    let (rect, _) = ui.allocate_exact_size(vec2(card.x, height), Sense::hover());
    let canvas = Canvas::new(rect, lanes, data.layout.undated().is_empty());
    let p = palette(ui);
    ui.painter().rect(rect, size::RADIUS_CARD, p.card, Stroke::new(1.0, p.rule), StrokeKind::Inside);

    state.reveal(data, selected);
    let window = state.window_now(ui, data);
    state.scroll = state.scroll.clamp(0.0, canvas.hidden_height());
    let plot = Plot {
        window,
        width: canvas.plot.width(),
        height: canvas.plot.height(),
        lane_height: canvas.lane_height,
        scroll: state.scroll,
    };
    let frame = lay_out(&data.layout, plot, &measure(ui));
    let current = selected
        .and_then(|id| data.layout.index_of(id))
        .or_else(|| frame.marks.first().map(|mark| mark.item));
    let scene = Scene { data, canvas, frame, selected, current };

    pointer::act(ui, &scene, state);
    lanes::draw(ui, &scene);
    axis::draw(ui, &scene);
    axis::draw_today(ui, &scene);
    arrows::draw(ui, &scene, state.replies);
    clusters::draw(ui, &scene, state, &mut actions);
    marks::draw(ui, &scene, state, &mut actions);
    shelf::draw(ui, &scene, &mut actions);
    overview::draw(ui, &scene, state);
    keyboard::act(ui, &scene, state, &mut actions);
    legend::draw(ui, data);
    actions
}

/// The width of a label as it will be painted.
fn measure(ui: &Ui) -> Box<Measure<'static>> {
    let painter = ui.painter().clone();
    Box::new(move |item, words| {
        painter
            .layout_no_wrap(words.to_owned(), label_type(item).font(), eframe::egui::Color32::PLACEHOLDER)
            .size()
            .x
    })
}

/// Quotations are set in the typeface of what people read.
fn label_type(item: &Item) -> Type {
    if item.quoted { Type::QuoteRow } else { Type::Table }
}
