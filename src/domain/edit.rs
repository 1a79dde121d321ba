//! Changes to one field of a record. A field at a time, so that two windows never overwrite each other's work.

use super::date::Dated;
use super::id::Id;
use super::kind::{
    ArticleKind, CaseStatus, FollowUpKind, Form, OccasionKind, PartyKind, Priority, Reading, StatementKind,
};

/// A new value for a field of a case.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // each names the field of the record it sets; so throughout this file
pub enum CaseEdit {
    Title(String),
    Question(String),
    Status(CaseStatus),
    KeptApart(bool),
    Hold(bool),
}

/// A new value for a field of an article.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum ArticleEdit {
    Title(String),
    Byline(String),
    Outlet(String),
    Url(String),
    Language(String),
    Kind(ArticleKind),
    Published(Dated),
    Received(Dated),
    ObtainedFrom(String),
    ObtainedHow(String),
    ArchiveLink(String),
    Reference(String),
    Privileged(bool),
    Reading(Reading),
    Important(bool),
}

/// A new value for a field of a party.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum PartyEdit {
    Name(String),
    Kind(PartyKind),
    Confidential(String),
}

/// A new value for a field of a party's place in a case.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum CasePartyEdit {
    Role(String),
    Side(Option<u8>),
}

/// A new value for a field of an occasion.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum OccasionEdit {
    Kind(OccasionKind),
    Title(String),
    Date(Dated),
}

/// A new value for a field of a statement.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum StatementEdit {
    Occasion(Option<Id>),
    NestedIn(Option<Id>),
    Form(Form),
    Kind(StatementKind),
    Gist(String),
    Unsourced(String),
    ReliedOn(Option<Id>),
    Sic(bool),
    Important(bool),
    ConfidentialNote(String),
    Date(Dated),
    DayOrder(i64),
    Hidden(bool),
}

/// A new value for a field of an event.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum EventEdit {
    Title(String),
    Detail(String),
    Date(Dated),
    DayOrder(i64),
    Hidden(bool),
}

/// A new value for a field of a follow-up.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum FollowUpEdit {
    Kind(FollowUpKind),
    Title(String),
    Detail(String),
    PutToThem(String),
    Means(String),
    WaitingOn(Option<Id>),
    Owner(String),
    Asked(Dated),
    Sent(Dated),
    Due(Dated),
    Expected(Dated),
    SnoozedUntil(Option<i64>),
    WatchPhrase(String),
    Priority(Priority),
}
