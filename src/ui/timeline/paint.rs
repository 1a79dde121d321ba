//! The shapes of marks. What is known exactly has firm edges, what is not fades.

use eframe::egui::epaint::CubicBezierShape;
use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Mesh, Painter, Pos2, Rect, Shape as Figure, Stroke, StrokeKind,
    Vec2, pos2, vec2,
};

use crate::domain::kind::RecordKind;
use crate::timeline::{Item, Shape, Tone};
use crate::ui::theme::{Palette, Type};

/// Half the width of a dot.
const RADIUS: f32 = 6.0;
/// Line of a hollow mark.
const LINE: f32 = 2.0;
/// Length of the head of an arrow.
const HEAD: f32 = 7.0;
/// Height of a bar.
const BAR: f32 = 11.0;
/// Height of a bar with words in it.
const WORDED_BAR: f32 = 19.0;
/// How much of a soft bar fades at either end, at most.
const FADE: f32 = 28.0;

/// The colour of an item.
pub(super) fn tone(p: &Palette, item: &Item) -> Color32 {
    match item.tone {
        Tone::Plain => p.muted,
        Tone::Side(side) => p.side(usize::from(side)),
        Tone::Due => p.disputed,
        Tone::Overdue => p.contradicted,
    }
}

/// Draws an item between two edges, around the middle `y` of its row; `worded` if words will stand in it.
pub(super) fn mark(
    painter: &Painter,
    p: &Palette,
    item: &Item,
    shape: Shape,
    (x0, x1): (f32, f32),
    y: f32,
    worded: bool,
) {
    let colour = tone(p, item);
    let approximate = item.when.is_some_and(|when| when.approximate);
    let middle = pos2(f32::midpoint(x0, x1), y);
    match shape {
        Shape::Dot if approximate => soft_dot(painter, middle, colour),
        Shape::Dot => dot(painter, p, item, middle, colour),
        Shape::Bar => {
            let height = if worded { WORDED_BAR } else { height(item) };
            bar(painter, p, item, Rect::from_center_size(middle, vec2(x1 - x0, height)), approximate, worded);
        }
        Shape::OpenLeft => open(painter, item, pos2(x1, y), x0 - x1, colour),
        Shape::OpenRight => open(painter, item, pos2(x0, y), x1 - x0, colour),
    }
    if item.when.is_some_and(|when| when.uncertain) {
        doubt(painter, p, item, shape, middle);
    }
}

/// Draws an item that has no date.
pub(super) fn undated(painter: &Painter, p: &Palette, item: &Item, middle: Pos2) {
    dot(painter, p, item, middle, tone(p, item));
}

/// Rings a mark: it is selected, or has the focus, or is under the pointer.
pub(super) fn ring(painter: &Painter, rect: Rect, stroke: Stroke) {
    let corner = CornerRadius::same((rect.height() / 2.0) as u8);
    painter.rect_stroke(rect, corner, stroke, StrokeKind::Middle);
}

/// A curve from the middle of a mark to another mark, with a head.
pub(super) fn arrow(painter: &Painter, from: Pos2, to: Pos2, sideways: bool, colour: Color32) {
    let down = if to.y > from.y { 1.0 } else { -1.0 };
    let start = from + vec2(0.0, down * (RADIUS + 2.0));
    let way = if sideways { vec2(if to.x >= from.x { 1.0 } else { -1.0 }, 0.0) } else { vec2(0.0, down) };
    let tip = if sideways { to - way * 2.0 } else { to - way * (RADIUS + 2.0) };
    let neck = tip - way * HEAD;
    let drop = ((neck.y - start.y).abs() * 0.6).clamp(8.0, 60.0) * down;
    let reach = ((neck.x - start.x).abs() * 0.6).clamp(8.0, 60.0);
    let end = if sideways { neck - way * reach } else { neck - way * drop.abs() };
    let curve = [start, start + vec2(0.0, drop), end, neck];
    headed(painter, curve, tip, way, colour);
}

/// The end of an arrow whose start does not show.
pub(super) fn arriving(painter: &Painter, from: Pos2, to: Pos2, colour: Color32) {
    let way = vec2(if to.x >= from.x { 1.0 } else { -1.0 }, 0.0);
    let tip = to - way * 2.0;
    let neck = tip - way * HEAD;
    let bend = (neck.x - from.x).abs() * 0.5 * way;
    headed(painter, [from, from + bend, neck - bend, neck], tip, way, colour);
}

fn headed(painter: &Painter, curve: [Pos2; 4], tip: Pos2, way: Vec2, colour: Color32) {
    let line = Stroke::new(1.5, colour);
    let neck = curve[3];
    painter.add(CubicBezierShape::from_points_stroke(curve, false, Color32::TRANSPARENT, line));
    let across = way.rot90() * HEAD * 0.5;
    painter.add(Figure::convex_polygon(vec![tip, neck + across, neck - across], colour, Stroke::NONE));
}

fn height(item: &Item) -> f32 {
    if item.kind == RecordKind::Article { BAR * 0.6 } else { BAR }
}

/// The shape says what it is: statement, event, article, follow-up.
fn dot(painter: &Painter, p: &Palette, item: &Item, middle: Pos2, colour: Color32) {
    let fill = if item.hollow { p.card } else { colour };
    let line = Stroke::new(LINE, colour);
    match item.kind {
        RecordKind::Article => {
            let size = vec2(3.0, if item.important { 20.0 } else { 13.0 });
            painter.rect_filled(Rect::from_center_size(middle, size), 1.5, colour);
        }
        RecordKind::FollowUp => {
            let r = RADIUS;
            let corners = [vec2(0.0, -r), vec2(r, 0.0), vec2(0.0, r), vec2(-r, 0.0)];
            painter.add(Figure::convex_polygon(corners.map(|corner| middle + corner).to_vec(), fill, line));
        }
        RecordKind::Event => {
            let square = Rect::from_center_size(middle, vec2(11.0, 11.0));
            painter.rect(square, 2.0, fill, line, StrokeKind::Inside);
        }
        _ if item.hollow => {
            painter.circle(middle, RADIUS - LINE / 2.0, fill, line);
        }
        _ => {
            painter.circle_filled(middle, RADIUS, colour);
        }
    }
}

/// A dot without an edge.
fn soft_dot(painter: &Painter, middle: Pos2, colour: Color32) {
    let rim = colour.gamma_multiply(0.0);
    let mut mesh = Mesh::default();
    mesh.colored_vertex(middle, colour);
    const SIDES: u32 = 20;
    let point = |at: u32, radius: f32| {
        let angle = at as f32 / SIDES as f32 * std::f32::consts::TAU;
        middle + vec2(angle.cos(), angle.sin()) * radius
    };
    for at in 0..SIDES {
        mesh.colored_vertex(point(at, 3.0), colour);
        mesh.colored_vertex(point(at, RADIUS + 3.0), rim);
    }
    for at in 0..SIDES {
        let (inner, next) = (1 + 2 * at, 1 + 2 * ((at + 1) % SIDES));
        mesh.add_triangle(0, inner, next);
        mesh.add_triangle(inner, inner + 1, next);
        mesh.add_triangle(next, inner + 1, next + 1);
    }
    painter.add(mesh);
}

/// A stretch of time; with `soft` edges if it is only about that.
fn bar(painter: &Painter, p: &Palette, item: &Item, rect: Rect, soft: bool, worded: bool) {
    let colour = tone(p, item);
    let inner = if item.hollow { p.card } else { tint(p, colour) };
    if soft {
        let fade = FADE.min(rect.width() * 0.4);
        let (left, right) = (rect.left() + fade, rect.right() - fade);
        let body = colour.gamma_multiply(if item.hollow || worded { 0.3 } else { 0.6 });
        let none = colour.gamma_multiply(0.0);
        blend(painter, Rect::from_x_y_ranges(rect.left()..=left, rect.y_range()), none, body);
        blend(painter, Rect::from_x_y_ranges(left..=right, rect.y_range()), body, body);
        blend(painter, Rect::from_x_y_ranges(right..=rect.right(), rect.y_range()), body, none);
    } else {
        let corner = CornerRadius::same((rect.height() / 2.0).min(6.0) as u8);
        painter.rect(rect, corner, inner, Stroke::new(1.5, colour), StrokeKind::Inside);
    }
}

/// A known end with a fading bar towards the unknown one, and a chevron that way.
fn open(painter: &Painter, item: &Item, end: Pos2, length: f32, colour: Color32) {
    let height = height(item);
    let way = length.signum();
    let far = end.x + length;
    let none = colour.gamma_multiply(0.0);
    let body = colour.gamma_multiply(if item.hollow { 0.3 } else { 0.75 });
    let reach =
        Rect::from_x_y_ranges(far.min(end.x)..=far.max(end.x), end.y - height / 2.0..=end.y + height / 2.0);
    let (left, right) = if way < 0.0 { (none, body) } else { (body, none) };
    blend(painter, reach, left, right);
    painter.vline(end.x - way, end.y - 6.5..=end.y + 6.5, Stroke::new(LINE, colour));
    let tip = pos2(far + way, end.y);
    let wings = vec![tip + vec2(-way * 4.0, -4.0), tip, tip + vec2(-way * 4.0, 4.0)];
    painter.add(Figure::line(wings, Stroke::new(1.5, colour)));
}

/// A question mark on a doubtful date.
fn doubt(painter: &Painter, p: &Palette, item: &Item, shape: Shape, middle: Pos2) {
    let font = FontId::new(10.0, Type::ControlStrong.font().family);
    let on_mark = shape == Shape::Dot && !item.hollow && item.kind != RecordKind::Article;
    let colour = if on_mark { p.card } else { tone(p, item) };
    let at = if item.kind == RecordKind::Article { middle + vec2(7.0, 0.0) } else { middle };
    painter.text(at, Align2::CENTER_CENTER, "?", font, colour);
}

/// A colour laid thinly on the card.
fn tint(p: &Palette, colour: Color32) -> Color32 {
    p.card.lerp_to_gamma(colour, 0.32)
}

/// A rectangle from one colour to another, left to right.
fn blend(painter: &Painter, rect: Rect, left: Color32, right: Color32) {
    let mut mesh = Mesh::default();
    mesh.colored_vertex(rect.left_top(), left);
    mesh.colored_vertex(rect.right_top(), right);
    mesh.colored_vertex(rect.right_bottom(), right);
    mesh.colored_vertex(rect.left_bottom(), left);
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    painter.add(mesh);
}
