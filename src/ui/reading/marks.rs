//! The marks of an article as the reader draws them.

use std::sync::Arc;

use crate::domain::record::Owner;
use crate::ui::reader::{Mark, MarkKind};
use crate::view::ArticleView;

/// The marks of the article shown last, made anew when it or the selected record changes.
#[derive(Debug, Default)]
pub(super) struct Marks {
    of: Option<(Arc<ArticleView>, Option<Owner>)>,
    marks: Vec<Mark>,
}

impl Marks {
    /// The marks of `view`, those of `selected` outlined.
    pub(super) fn of(&mut self, view: &Arc<ArticleView>, selected: Option<Owner>) -> &[Mark] {
        let same = |of: &(Arc<ArticleView>, Option<Owner>)| Arc::ptr_eq(&of.0, view) && of.1 == selected;
        if !self.of.as_ref().is_some_and(same) {
            self.marks = marks(view, selected);
            self.of = Some((view.clone(), selected));
        }
        &self.marks
    }
}

fn marks(view: &ArticleView, selected: Option<Owner>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = view
        .marks
        .iter()
        .map(|mark| Mark {
            span: mark.span,
            kind: kind(mark.of),
            id: Some(mark.of.id()),
            label: mark.label.clone(),
        })
        .collect();
    let current = view.marks.iter().filter(|mark| Some(mark.of) == selected);
    marks.extend(current.map(|mark| Mark {
        span: mark.span,
        kind: MarkKind::Current,
        id: None,
        label: String::new(),
    }));
    marks
}

fn kind(of: Owner) -> MarkKind {
    match of {
        Owner::Statement(_) | Owner::Occasion(_) => MarkKind::Statement,
        Owner::Event(_) => MarkKind::Event,
        Owner::FollowUp(_) => MarkKind::OpenQuestion,
        Owner::Party(_) | Owner::Article(_) => MarkKind::Party,
    }
}
