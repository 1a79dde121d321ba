//! The occasions, statements, events, follow-ups and notes of the sample case.

use super::{Builder, broken, made, sure};
use crate::domain::change::{
    EventChange, FollowUpChange, NewFollowUp, NewSource, NewStatement, NoteChange, OccasionChange,
    OccasionRef, PartyRef, StatementChange,
};
use crate::domain::date::{Dated, Edtf};
use crate::domain::edit::StatementEdit;
use crate::domain::id::Id;
use crate::domain::kind::{FollowUpStatus, OccasionRole, Priority};
use crate::domain::record::{Attempt, Owner};
use crate::domain::span::{Span, char_at};
use crate::error::Result;
use crate::ops;
use crate::ops::sample::{FollowUp, Source, Statement};
use crate::store;

/// Milliseconds of a day, and of its first half.
const DAY: i64 = 24 * 60 * 60 * 1000;
const NOON: i64 = DAY / 2;

impl Builder<'_> {
    pub(super) fn occasions(&mut self) -> Result<()> {
        let case_id = self.case_id;
        for occasion in &self.manifest.occasions {
            let first = occasion.articles.first().map(|article| article.file.as_str());
            let date = self.dated(occasion.date.as_deref(), occasion.date_words.as_deref(), first)?;
            let (from, to) = (self.refs(&occasion.from)?, self.refs(&occasion.to)?);
            let (kind, title) = (occasion.kind, occasion.title.clone());
            let id = made(self.tx, OccasionChange::New { case_id, kind, title, date, from, to })?;
            self.records.insert(&occasion.key, Owner::Occasion(id));
            if !occasion.behalf.is_empty() {
                let parties = self.refs(&occasion.behalf)?;
                self.run(OccasionChange::SetParties { id, role: OccasionRole::Behalf, parties })?;
            }
            for article in &occasion.articles {
                let article_id = self.article(&article.file)?.id;
                self.run(OccasionChange::SetArticle { id, article_id, how: Some(article.how) })?;
            }
        }
        Ok(())
    }

    pub(super) fn statements(&mut self) -> Result<()> {
        for statement in &self.manifest.statements {
            let draft = Box::new(self.draft(statement)?);
            let id = made(self.tx, StatementChange::New { case_id: self.case_id, draft })?;
            self.records.insert(&statement.key, Owner::Statement(id));
            for source in statement.sources.iter().skip(1) {
                let source = self.source(source)?;
                self.run(StatementChange::AddSource { id, source })?;
            }
            self.marks(id, statement)?;
            for check in &statement.check {
                let at = check.day.parse::<Edtf>()?.first_day() * DAY + NOON;
                ops::check_on(self.tx, id, check.status, &check.reason, at)?;
            }
            for party in self.refs(&statement.disputed_by)? {
                let (of, note) = (Owner::Statement(id), String::new());
                self.run(StatementChange::Dispute { of, party, note })?;
            }
        }
        Ok(())
    }

    fn draft(&self, statement: &Statement) -> Result<NewStatement> {
        let first = statement.sources.first().ok_or_else(|| broken(&statement.key))?;
        let occasion = match &statement.occasion {
            Some(key) => OccasionRef::Known(self.id(key)?),
            None => OccasionRef::None,
        };
        let told = self.manifest.occasions.iter().find(|o| Some(&o.key) == statement.occasion.as_ref());
        // What the occasion tells is left to it.
        let own = |keys: &[String], told: Option<&Vec<String>>| {
            if told.is_some_and(|told| told == keys) { Ok(Vec::new()) } else { self.refs(keys) }
        };
        Ok(NewStatement {
            source: Some(self.source(first)?),
            speakers: own(&statement.speakers, told.map(|o| &o.from))?,
            behalf: own(&statement.behalf, told.map(|o| &o.behalf))?,
            audience: own(&statement.audience, told.map(|o| &o.to))?,
            about: self.refs(&statement.about)?,
            occasion,
            form: statement.form,
            kind: statement.kind,
            gist: statement.gist.clone(),
            sic: statement.sic,
            date: self.dated(
                statement.date.as_deref(),
                statement.date_words.as_deref(),
                Some(&first.file),
            )?,
            ..NewStatement::default()
        })
    }

    /// What a statement gets after it was made.
    fn marks(&self, id: Id, statement: &Statement) -> Result<()> {
        let mut edits = Vec::new();
        if statement.important {
            edits.push(StatementEdit::Important(true));
        }
        if !statement.confidential_note.is_empty() {
            edits.push(StatementEdit::ConfidentialNote(statement.confidential_note.clone()));
        }
        if statement.sources.len() > 1 {
            let sources = store::citation::of(self.tx, Owner::Statement(id))?;
            let relied_on = sources.get(statement.relied_on).ok_or_else(|| broken(&statement.key))?;
            edits.push(StatementEdit::ReliedOn(Some(relied_on.id)));
        }
        edits.into_iter().try_for_each(|edit| self.run(StatementChange::Edit { ids: vec![id], edit }))
    }

    /// Once all statements are there: one may be nested in a later one.
    pub(super) fn nesting(&self) -> Result<()> {
        for statement in &self.manifest.statements {
            if let Some(outer) = &statement.nested_in {
                let edit = StatementEdit::NestedIn(Some(self.id(outer)?));
                self.run(StatementChange::Edit { ids: vec![self.id(&statement.key)?], edit })?;
            }
        }
        Ok(())
    }

    pub(super) fn links(&self) -> Result<()> {
        for link in &self.manifest.links {
            let (from, to) = (self.id(&link.from)?, self.id(&link.to)?);
            self.run(StatementChange::Link { from, to, kind: link.kind, note: link.note.clone() })?;
        }
        Ok(())
    }

    pub(super) fn events(&mut self) -> Result<()> {
        let case_id = self.case_id;
        for event in &self.manifest.events {
            let first = event.sources.first();
            let file = first.map(|source| source.file.as_str());
            let date = self.dated(Some(&event.date), event.date_words.as_deref(), file)?;
            let source = first.map(|source| self.source(source)).transpose()?;
            let (title, parties) = (event.title.clone(), self.refs(&event.parties)?);
            let id = made(self.tx, EventChange::New { case_id, title, date, parties, source })?;
            self.records.insert(&event.key, Owner::Event(id));
            for source in event.sources.iter().skip(1) {
                let source = self.source(source)?;
                self.run(EventChange::AddSource { id, source })?;
            }
        }
        Ok(())
    }

    pub(super) fn follow_ups(&mut self) -> Result<()> {
        for follow_up in &self.manifest.follow_ups {
            let draft = Box::new(self.follow_up_draft(follow_up)?);
            let id = made(self.tx, FollowUpChange::New { case_id: self.case_id, draft })?;
            self.records.insert(&follow_up.key, Owner::FollowUp(id));
            for attempt in &follow_up.attempts {
                let day = self.day(attempt.day.as_deref(), attempt.in_days)?.edtf;
                let day = day.ok_or_else(|| broken(&follow_up.key))?.first_day();
                let (means, note) = (attempt.means.clone(), attempt.note.clone());
                self.run(FollowUpChange::AddAttempt {
                    id,
                    attempt: Attempt { id: Id::new(), day, means, note },
                })?;
            }
            if follow_up.status != FollowUpStatus::Open {
                let (status, outcome) = (follow_up.status, follow_up.outcome.clone());
                let statement = follow_up.outcome_statement.as_deref().map(|key| self.id(key)).transpose()?;
                self.run(FollowUpChange::SetStatus { ids: vec![id], status, outcome, statement })?;
            }
        }
        Ok(())
    }

    fn follow_up_draft(&self, follow_up: &FollowUp) -> Result<NewFollowUp> {
        let waiting_on = follow_up.waiting_on.as_deref().map(|key| self.id(key).map(PartyRef::Known));
        Ok(NewFollowUp {
            kind: follow_up.kind,
            title: follow_up.title.clone(),
            detail: follow_up.detail.clone(),
            put_to_them: follow_up.put_to_them.clone(),
            means: follow_up.means.clone(),
            waiting_on: waiting_on.transpose()?,
            sent: self.day(follow_up.sent.as_deref(), follow_up.sent_in_days)?,
            due: self.day(follow_up.due.as_deref(), follow_up.due_in_days)?,
            expected: self.day(follow_up.expected.as_deref(), follow_up.expected_in_days)?,
            priority: follow_up.priority.unwrap_or(Priority::Normal),
            source: None,
            origins: follow_up.origins.iter().map(|key| self.record(key)).collect::<Result<_>>()?,
        })
    }

    pub(super) fn notes(&self) -> Result<()> {
        let on_statements = self.manifest.statements.iter().filter_map(|s| Some((&s.key, s.note.as_ref()?)));
        let others = self.manifest.notes.iter().map(|note| (&note.on, &note.body));
        for (on, body) in on_statements.chain(others) {
            let of = self.record(on)?;
            self.run(NoteChange::New { case_id: self.case_id, of, body: body.clone() })?;
        }
        Ok(())
    }

    /// A day, or one counted from today.
    fn day(&self, day: Option<&str>, in_days: Option<i64>) -> Result<Dated> {
        match in_days {
            Some(days) => Ok(Dated::sure(Edtf::day(self.today + days))),
            None => sure(day),
        }
    }

    /// Where the words of a source stand in the article's text.
    fn source(&self, source: &Source) -> Result<NewSource> {
        let article = self.article(&source.file)?;
        let span = |words: &String| {
            let mut found = article.text.match_indices(words.as_str());
            let (byte, _) = found.next().filter(|_| found.next().is_none()).ok_or_else(|| broken(words))?;
            let start = char_at(article.text, byte);
            Ok(Span::new(start, start + words.chars().count()))
        };
        let spans = source.segments.iter().map(span).collect::<Result<_>>()?;
        Ok(NewSource { version_id: article.version_id, spans })
    }
}
