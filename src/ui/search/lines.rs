//! The lines of an answer: hits by kind, and first by how surely their dates fit where days were asked for.

use crate::domain::date::Match;
use crate::domain::kind::RecordKind;
use crate::view::HitsView;

/// A line of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// Those whose dates fit this surely, and how many they are.
    When(Match, usize),
    /// Those of this kind, and how many they are.
    Kind(RecordKind, usize),
    /// A hit, by its place in the answer.
    Hit(usize),
    /// That there may be more.
    Cut,
}

impl Line {
    /// The hit, if it is one.
    pub(super) fn hit(&self) -> Option<usize> {
        match self {
            Self::Hit(at) => Some(*at),
            _ => None,
        }
    }
}

/// In which order the kinds come.
const KINDS: [RecordKind; 7] = [
    RecordKind::Statement,
    RecordKind::Article,
    RecordKind::Event,
    RecordKind::FollowUp,
    RecordKind::Party,
    RecordKind::Occasion,
    RecordKind::Note,
];

/// The lines of an answer; within a kind the best come first.
pub(super) fn lines(hits: &HitsView) -> Vec<Line> {
    let mut lines = Vec::new();
    let groups: &[Match] = &[Match::Certainly, Match::Possibly];
    for when in groups {
        let of_group = |at: &usize| hits.lines.get(*at).is_some_and(|line| line.when == *when);
        let group: Vec<usize> = (0..hits.lines.len()).filter(of_group).collect();
        if group.is_empty() {
            continue;
        }
        if hits.dated {
            lines.push(Line::When(*when, group.len()));
        }
        for kind in KINDS {
            let of_kind = |at: &usize| hits.lines.get(*at).is_some_and(|line| line.kind == kind);
            let found: Vec<usize> = group.iter().copied().filter(of_kind).collect();
            if !found.is_empty() {
                lines.push(Line::Kind(kind, found.len()));
                lines.extend(found.into_iter().map(Line::Hit));
            }
        }
    }
    if hits.is_cut {
        lines.push(Line::Cut);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::record::Owner;
    use crate::view::HitLine;

    fn hit(kind: RecordKind, when: Match) -> HitLine {
        HitLine {
            kind,
            of: Owner::Statement(Id(1)),
            case_id: Some(Id(2)),
            case_title: String::new(),
            title: String::new(),
            about: String::new(),
            snippet: Vec::new(),
            words: None,
            when,
        }
    }

    #[test]
    fn hits_stand_under_their_kind_and_how_surely_they_fit() {
        let found = vec![
            hit(RecordKind::Article, Match::Certainly),
            hit(RecordKind::Statement, Match::Certainly),
            hit(RecordKind::Statement, Match::Possibly),
        ];
        let mut hits = HitsView { lines: found, dated: true, ..HitsView::default() };
        let certainly = [
            Line::Kind(RecordKind::Statement, 1),
            Line::Hit(1),
            Line::Kind(RecordKind::Article, 1),
            Line::Hit(0),
        ];
        let possibly = [Line::When(Match::Possibly, 1), Line::Kind(RecordKind::Statement, 1), Line::Hit(2)];
        let mut expected = vec![Line::When(Match::Certainly, 2)];
        expected.extend(certainly);
        expected.extend(possibly);
        assert_eq!(lines(&hits), expected);
        hits.dated = false;
        assert!(!lines(&hits).iter().any(|line| matches!(line, Line::When(..))));
    }
}
