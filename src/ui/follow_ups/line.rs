//! One follow-up as a line: tick, key, title, kind, who is waited for, when it is due.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, Color32, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::domain::id::Id;
use crate::domain::kind::Priority;
use crate::text::{Worded, t_with};
use crate::ui::theme::{Type, palette, size};
use crate::ui::widgets::Icon;
use crate::view::DueGroup;

/// Below this width the kind or case is left out.
const WIDE: f32 = 720.0;

/// What a line shows.
pub(crate) struct Line<'a> {
    /// The follow-up.
    pub(crate) id: Id,
    /// Its short key.
    pub(crate) key: &'a str,
    /// What is to be done.
    pub(crate) title: &'a str,
    /// What it asks for, or the case it is in; left out where there is little room.
    pub(crate) aside: &'a str,
    /// Who is waited for, or what came of it.
    pub(crate) beside: &'a str,
    /// When, in words.
    pub(crate) when: &'a str,
    /// Where it stands today; `None` if it is out of sight or closed.
    pub(crate) group: Option<DueGroup>,
    /// How pressing it is.
    pub(crate) priority: Priority,
    /// Whether it is closed.
    pub(crate) done: bool,
}

/// What a person did to a line.
#[derive(Debug, Default)]
pub(crate) struct LineOutput {
    /// Picked it: with Shift, with Ctrl.
    pub(crate) picked: Option<(bool, bool)>,
    /// Opened it by a double click.
    pub(crate) opened: bool,
    /// Pressed its tick.
    pub(crate) ticked: bool,
}

/// Where the columns of a line begin and end.
struct Columns {
    key: f32,
    title: f32,
    aside: Option<f32>,
    beside: f32,
    when: f32,
    end: f32,
}

impl Columns {
    fn of(rect: Rect) -> Self {
        let wide = rect.width() >= WIDE;
        let end = rect.right() - 4.0;
        // A third of what is over is for what stands beside the title.
        let over = (rect.width() - 1_000.0).clamp(0.0, 900.0);
        let aside = if rect.width() > 900.0 { 190.0 } else { 124.0 } + over * 0.06;
        let when = end - if wide { 132.0 } else { 116.0 } - over * 0.06;
        let beside = when - if wide { 168.0 } else { 112.0 } - size::GAP - over * 0.22;
        Self {
            key: rect.left() + 30.0,
            title: rect.left() + 74.0,
            aside: wide.then_some(beside - aside - size::GAP_GROUP),
            beside,
            when,
            end,
        }
    }
}

/// Adds a line across the width; one that is not in view only takes its room.
pub(crate) fn line_ui(ui: &mut Ui, line: &Line<'_>, chosen: bool, can_write: bool) -> LineOutput {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), size::ROW));
    if !ui.is_rect_visible(rect) {
        return LineOutput::default();
    }
    let p = palette(ui);
    let id = ui.make_persistent_id(("follow-up line", line.id));
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen, name_of(line)));
    if chosen || response.hovered() {
        let fill = if chosen { p.selection } else { p.hover };
        ui.painter().rect_filled(rect, size::RADIUS_CONTROL, fill);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, p.rule));
    let cut = paint(ui, rect, line);
    let ticked = can_write && tick_ui(ui, rect, line);
    let modifiers = ui.input(|input| input.modifiers);
    let output = LineOutput {
        picked: (response.clicked() && !ticked).then_some((modifiers.shift, modifiers.command)),
        opened: response.double_clicked() && !ticked,
        ticked,
    };
    if cut {
        response.on_hover_text(line.title);
    }
    output
}

/// "F-7 Call the yard, Overdue 3 days ago", for assistive technology.
fn name_of(line: &Line<'_>) -> String {
    let group = line.group.map_or("", DueGroup::words);
    let when = [group, line.when].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
    if when.is_empty() {
        format!("{} {}", line.key, line.title)
    } else {
        format!("{} {}, {when}", line.key, line.title)
    }
}

/// Paints the words; gives whether the title had to be cut.
fn paint(ui: &Ui, rect: Rect, line: &Line<'_>) -> bool {
    let p = palette(ui);
    let at = Columns::of(rect);
    let ink = if line.done { p.muted } else { p.ink };
    words(ui, line.key, Type::Label, p.muted, at.key, at.title - size::GAP, rect);
    let title_end = at.aside.unwrap_or(at.beside) - size::GAP_GROUP;
    let urgency = (line.priority != Priority::Normal && !line.done).then(|| line.priority.word());
    let room = urgency.map_or(0.0, |word| word.len() as f32 * 7.0 + size::GAP);
    let (cut, used) = words(ui, line.title, Type::Table, ink, at.title, title_end - room, rect);
    if let Some(word) = urgency {
        let colour = if line.priority == Priority::High { p.disputed } else { p.muted };
        let left = at.title + used + size::GAP;
        words(ui, word, Type::LabelMedium, colour, left, title_end, rect);
    }
    if let Some(aside) = at.aside {
        words(ui, line.aside, Type::Table, p.muted, aside, at.beside - size::GAP, rect);
    }
    words(ui, line.beside, Type::Table, ink, at.beside, at.when - size::GAP, rect);
    let colour = match line.group {
        Some(DueGroup::Overdue) => p.contradicted,
        Some(DueGroup::Silent) => p.disputed,
        Some(DueGroup::Today) => p.accent,
        _ => p.muted,
    };
    let sign = match line.group {
        Some(DueGroup::Overdue) => Some(Icon::Diamond),
        Some(DueGroup::Silent) => Some(Icon::DiamondHollow),
        _ => None,
    };
    if let Some(sign) = sign {
        let place = Rect::from_center_size(pos2(at.when + 6.0, rect.center().y), Vec2::splat(12.0));
        sign.paint(ui.painter(), place, colour);
    }
    words(ui, line.when, Type::Table, colour, at.when + 20.0, at.end, rect);
    cut
}

/// Paints words between two edges of a row; gives whether they were cut, and their width.
pub(crate) fn words(
    ui: &Ui,
    words: &str,
    face: Type,
    colour: Color32,
    left: f32,
    right: f32,
    row: Rect,
) -> (bool, f32) {
    if words.is_empty() || right <= left {
        return (false, 0.0);
    }
    let mut job = LayoutJob::simple_singleline(words.to_owned(), face.font(), colour);
    job.wrap = TextWrapping::truncate_at_width(right - left);
    let galley = ui.painter().layout_job(job);
    let at = Align2::LEFT_CENTER.anchor_size(pos2(left, row.center().y), galley.size()).min.round();
    let (cut, width) = (galley.elided, galley.size().x);
    ui.painter().galley(at, galley, colour);
    (cut, width)
}

/// The box that closes a follow-up or opens it again; gives whether it was pressed.
fn tick_ui(ui: &mut Ui, row: Rect, line: &Line<'_>) -> bool {
    let p = palette(ui);
    let around = Rect::from_min_max(row.min, pos2(row.left() + 28.0, row.bottom()));
    let tick = ui.interact(around, ui.make_persistent_id(("tick", line.id)), Sense::CLICK);
    let name = [("name", line.key.into())];
    let name =
        if line.done { t_with("followups-reopen-one", &name) } else { t_with("followups-close-one", &name) };
    tick.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, line.done, &name));
    let square = Rect::from_center_size(pos2(row.left() + 14.0, row.center().y), Vec2::splat(15.0));
    let (fill, edge) = if line.done { (p.accent, p.accent) } else { (p.card, p.outline) };
    let edge = if tick.hovered() { p.accent } else { edge };
    ui.painter().rect(square, 4, fill, Stroke::new(1.25, edge), StrokeKind::Inside);
    if line.done || tick.hovered() {
        let colour = if line.done { p.on_accent } else { p.accent };
        Icon::Check.paint(ui.painter(), square.shrink(3.0), colour);
    }
    tick.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name).clicked()
}
