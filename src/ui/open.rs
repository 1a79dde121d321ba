//! Opening a record: it is selected, and the reader goes to the words it rests on.

use crate::command::Command;
use crate::domain::record::Owner;
use crate::view::{CaseView, SourceRow};

/// What opens a record; an article is given the middle to be read.
pub(super) fn commands(case: &CaseView, of: Owner) -> Vec<Command> {
    let sources: &[SourceRow] = match of {
        Owner::Statement(id) => case.statement(id).map_or(&[], |row| &row.sources),
        Owner::Event(id) => case.event(id).map_or(&[], |row| &row.sources),
        Owner::FollowUp(id) => case.follow_up(id).map_or(&[], |row| &row.sources),
        Owner::Article(_) | Owner::Party(_) | Owner::Occasion(_) => &[],
    };
    let mut commands = vec![Command::Select(of)];
    if let Owner::Article(id) = of {
        commands.push(Command::Read(Some(id)));
    } else if let Some(source) = sources.first() {
        commands.push(Command::ShowInArticle { article: source.article_id, span: source.span });
    }
    commands
}
