//! Icons as shapes, since the typefaces do not have them.

use eframe::egui::{Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, pos2};

use crate::ui::theme::size;

/// A sign drawn with lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A magnifying glass.
    Search,
    /// Make another.
    Plus,
    /// Take away, close.
    Close,
    /// Opens downwards; sorted with the largest first.
    ChevronDown,
    /// Sorted with the smallest first.
    ChevronUp,
    /// On, the next.
    ChevronRight,
    /// Back.
    ChevronLeft,
    /// A follow-up that is overdue.
    Diamond,
    /// A follow-up.
    DiamondHollow,
    /// Done, chosen.
    Check,
    /// More commands.
    More,
    /// The menu.
    Menu,
}

impl Icon {
    /// Draws the icon in the middle of `rect`, as large as its shorter side.
    pub fn paint(self, painter: &Painter, rect: Rect, colour: Color32) {
        let side = rect.width().min(rect.height());
        let square = Rect::from_center_size(rect.center(), Vec2::splat(side));
        // Coordinates are given in a square of 16.
        let at = |x: f32, y: f32| pos2(square.left() + x * side / 16.0, square.top() + y * side / 16.0);
        let stroke = Stroke::new((side / 9.0).max(1.25), colour);
        let line = |points: &[Pos2]| painter.add(Shape::line(points.to_vec(), stroke));
        match self {
            Self::Search => {
                painter.circle_stroke(at(7.0, 7.0), side * 4.5 / 16.0, stroke);
                line(&[at(10.3, 10.3), at(14.0, 14.0)]);
            }
            Self::Menu => {
                for y in [4.0, 8.0, 12.0] {
                    line(&[at(2.5, y), at(13.5, y)]);
                }
            }
            Self::Plus => {
                line(&[at(8.0, 2.5), at(8.0, 13.5)]);
                line(&[at(2.5, 8.0), at(13.5, 8.0)]);
            }
            Self::Close => {
                line(&[at(4.0, 4.0), at(12.0, 12.0)]);
                line(&[at(12.0, 4.0), at(4.0, 12.0)]);
            }
            Self::ChevronDown => {
                line(&[at(4.0, 6.0), at(8.0, 10.5), at(12.0, 6.0)]);
            }
            Self::ChevronUp => {
                line(&[at(4.0, 10.0), at(8.0, 5.5), at(12.0, 10.0)]);
            }
            Self::ChevronRight => {
                line(&[at(6.0, 4.0), at(10.5, 8.0), at(6.0, 12.0)]);
            }
            Self::ChevronLeft => {
                line(&[at(10.0, 4.0), at(5.5, 8.0), at(10.0, 12.0)]);
            }
            Self::Diamond | Self::DiamondHollow => {
                let corners = vec![at(8.0, 2.0), at(14.0, 8.0), at(8.0, 14.0), at(2.0, 8.0)];
                let fill = if self == Self::Diamond { colour } else { Color32::TRANSPARENT };
                painter.add(Shape::convex_polygon(corners, fill, stroke));
            }
            Self::Check => {
                line(&[at(3.0, 8.5), at(6.5, 12.0), at(13.0, 4.5)]);
            }
            Self::More => {
                for x in [3.5, 8.0, 12.5] {
                    painter.circle_filled(at(x, 8.0), side * 1.3 / 16.0, colour);
                }
            }
        }
    }

    /// Puts the icon in the flow of a line, for looking at only.
    pub fn show(self, ui: &mut Ui, colour: Color32) {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(size::ICON), Sense::hover());
        self.paint(ui.painter(), rect, colour);
    }
}
