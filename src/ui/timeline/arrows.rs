//! Replies, as arrows from the statement answered to the one that answers.

use eframe::egui::{Color32, Ui, pos2};

use super::{Replies, Reply, Scene, paint};
use crate::domain::id::Id;
use crate::domain::kind::LinkKind;
use crate::timeline::{Course, Point};
use crate::ui::theme::{Palette, palette};

/// Draws those replies that are asked for.
pub(super) fn draw(ui: &Ui, scene: &Scene<'_>, which: Replies) {
    let wanted = |reply: &&Reply| match which {
        Replies::All => true,
        Replies::None => false,
        Replies::Selected => scene.selected.is_some_and(|id| reply.to == id || reply.by == id),
    };
    let replies: Vec<&Reply> = scene.data.replies.iter().filter(wanted).collect();
    let pairs: Vec<(Id, Id)> = replies.iter().map(|reply| (reply.to, reply.by)).collect();
    let p = palette(ui);
    let painter = ui.painter_at(scene.canvas.plot);
    let place = |point: Point| pos2(point.x, point.y) + scene.canvas.plot.min.to_vec2();
    for arrow in scene.frame.arrows(&scene.data.layout, &pairs) {
        let colour = replies.get(arrow.pair).map_or(p.muted, |reply| colour(p, reply.kind));
        let (from, to) = (place(arrow.from), place(arrow.to));
        if arrow.course == Course::Arrives {
            paint::arriving(&painter, from, to, colour);
        } else {
            paint::arrow(&painter, from, to, arrow.sideways, colour);
        }
    }
}

/// What goes against a statement is red; the words of the reply are on hover of either end.
fn colour(p: &Palette, kind: LinkKind) -> Color32 {
    match kind {
        LinkKind::Denies | LinkKind::Contradicts | LinkKind::Corrects | LinkKind::Withdraws => p.contradicted,
        LinkKind::Supports | LinkKind::Concedes => p.supported,
        LinkKind::Answers | LinkKind::Evades | LinkKind::Repeats | LinkKind::Revises => p.muted,
    }
}
