//! What an edit of one field is called in the history: the key of its phrase, in which `$name` is the record.

use crate::domain::edit::{
    ArticleEdit, CaseEdit, CasePartyEdit, EventEdit, FollowUpEdit, OccasionEdit, PartyEdit, StatementEdit,
};
use crate::domain::kind::{PartyRole, Reading};

pub(super) const fn of_case(edit: &CaseEdit) -> &'static str {
    match edit {
        CaseEdit::Title(_) => "op-edit-title",
        CaseEdit::Question(_) => "op-edit-question",
        CaseEdit::Status(_) => "op-edit-status",
        CaseEdit::KeptApart(true) => "op-keep-apart",
        CaseEdit::KeptApart(false) => "op-keep-apart-no-more",
        CaseEdit::Hold(true) => "op-hold",
        CaseEdit::Hold(false) => "op-hold-no-more",
    }
}

pub(super) const fn of_article(edit: &ArticleEdit) -> &'static str {
    match edit {
        ArticleEdit::Title(_) => "op-edit-title",
        ArticleEdit::Byline(_) => "op-edit-byline",
        ArticleEdit::Outlet(_) => "op-edit-outlet",
        ArticleEdit::Url(_) => "op-edit-address",
        ArticleEdit::Language(_) => "op-edit-language",
        ArticleEdit::Kind(_) => "op-edit-kind",
        ArticleEdit::Published(_) => "op-edit-date",
        ArticleEdit::Received(_) => "op-edit-received",
        ArticleEdit::ObtainedFrom(_) | ArticleEdit::ObtainedHow(_) => "op-edit-obtained",
        ArticleEdit::ArchiveLink(_) => "op-edit-archive",
        ArticleEdit::Reference(_) => "op-edit-reference",
        ArticleEdit::Privileged(true) => "op-privileged",
        ArticleEdit::Privileged(false) => "op-privileged-no-more",
        ArticleEdit::Reading(Reading::Unread) => "op-reading-unread",
        ArticleEdit::Reading(Reading::Keep) => "op-reading-keep",
        ArticleEdit::Reading(Reading::Later) => "op-reading-later",
        ArticleEdit::Reading(Reading::NotRelevant) => "op-reading-not-relevant",
        ArticleEdit::Reading(Reading::Done) => "op-reading-done",
        ArticleEdit::Important(yes) => important(*yes),
    }
}

pub(super) const fn of_party(edit: &PartyEdit) -> &'static str {
    match edit {
        PartyEdit::Name(_) => "op-edit-name",
        PartyEdit::Kind(_) => "op-edit-kind",
        PartyEdit::Confidential(_) => "op-edit-confidential",
    }
}

pub(super) const fn of_place(edit: &CasePartyEdit) -> &'static str {
    match edit {
        CasePartyEdit::Role(_) => "op-edit-role",
        CasePartyEdit::Side(_) => "op-edit-side",
    }
}

pub(super) const fn of_occasion(edit: &OccasionEdit) -> &'static str {
    match edit {
        OccasionEdit::Kind(_) => "op-edit-kind",
        OccasionEdit::Title(_) => "op-edit-title",
        OccasionEdit::Date(_) => "op-edit-date",
    }
}

pub(super) const fn of_statement(edit: &StatementEdit) -> &'static str {
    match edit {
        StatementEdit::Occasion(_) => "op-edit-occasion",
        StatementEdit::NestedIn(_) => "op-edit-nested",
        StatementEdit::Form(_) => "op-edit-form",
        StatementEdit::Kind(_) => "op-edit-kind",
        StatementEdit::Gist(_) => "op-edit-gist",
        StatementEdit::Unsourced(_) => "op-edit-words",
        StatementEdit::ReliedOn(_) => "op-edit-relied-on",
        StatementEdit::Sic(_) => "op-edit-sic",
        StatementEdit::Important(yes) => important(*yes),
        StatementEdit::ConfidentialNote(_) => "op-edit-confidential",
        StatementEdit::Date(_) => "op-edit-date",
        StatementEdit::DayOrder(_) => "op-edit-order",
        StatementEdit::Hidden(yes) => hidden(*yes),
    }
}

/// The parties of a statement in one role.
pub(super) const fn of_parties(role: PartyRole) -> &'static str {
    match role {
        PartyRole::Speaker => "op-edit-speaker",
        PartyRole::Behalf => "op-edit-behalf",
        PartyRole::Audience => "op-edit-audience",
        PartyRole::About => "op-edit-about",
    }
}

pub(super) const fn of_event(edit: &EventEdit) -> &'static str {
    match edit {
        EventEdit::Title(_) => "op-edit-title",
        EventEdit::Detail(_) => "op-edit-detail",
        EventEdit::Date(_) => "op-edit-date",
        EventEdit::DayOrder(_) => "op-edit-order",
        EventEdit::Hidden(yes) => hidden(*yes),
    }
}

pub(super) const fn of_follow_up(edit: &FollowUpEdit) -> &'static str {
    match edit {
        FollowUpEdit::Kind(_) => "op-edit-kind",
        FollowUpEdit::Title(_) => "op-edit-title",
        FollowUpEdit::Detail(_) => "op-edit-detail",
        FollowUpEdit::PutToThem(_) => "op-edit-put",
        FollowUpEdit::Means(_) => "op-edit-means",
        FollowUpEdit::WaitingOn(_) => "op-edit-waiting",
        FollowUpEdit::Owner(_) => "op-edit-owner",
        FollowUpEdit::Asked(_) => "op-edit-asked",
        FollowUpEdit::Sent(_) => "op-edit-sent",
        FollowUpEdit::Due(_) => "op-edit-due",
        FollowUpEdit::Expected(_) => "op-edit-expected",
        FollowUpEdit::SnoozedUntil(Some(_)) => "op-put-off",
        FollowUpEdit::SnoozedUntil(None) => "op-put-off-no-more",
        FollowUpEdit::WatchPhrase(_) => "op-edit-watch",
        FollowUpEdit::Priority(_) => "op-edit-priority",
    }
}

const fn important(yes: bool) -> &'static str {
    if yes { "op-important" } else { "op-important-no-more" }
}

const fn hidden(yes: bool) -> &'static str {
    if yes { "op-leave-out" } else { "op-take-in" }
}
