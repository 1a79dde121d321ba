//! The window words of coded values: the key is the name of the list, a dash, and the code with dashes.

use std::sync::LazyLock;

use crate::domain::kind::{
    AliasKind, ArticleKind, CaseStatus, CheckStatus, ExportFormat, FollowUpKind, FollowUpStatus, Form,
    Holding, LinkKind, ListField, OccasionKind, OccasionRole, PartyKind, PartyRole, Priority, Reading,
    RecordKind, RelationKind, SourceState, StatementKind,
};

use super::t;

/// A value from a closed list that has a word in the window.
pub trait Worded: Copy + PartialEq + Sized + 'static {
    /// Every value, in the order lists show them.
    const VALUES: &'static [Self];

    /// The word as it stands within a line, lower case: `not checked`.
    fn word(self) -> &'static str;
}

/// Gives the lists their words, looked up once.
macro_rules! worded {
    ($($name:ident: $prefix:literal,)+) => {
        $(impl Worded for $name {
            const VALUES: &'static [Self] = Self::ALL;

            fn word(self) -> &'static str {
                static WORDS: LazyLock<Vec<&'static str>> =
                    LazyLock::new(|| $name::ALL.iter().map(|value| look_up($prefix, value.code())).collect());
                WORDS.get(self as usize).copied().unwrap_or_else(|| self.code())
            }
        })+

        /// The keys of the words of all lists.
        #[cfg(test)]
        pub(super) fn word_keys() -> Vec<String> {
            let mut keys = Vec::new();
            $(keys.extend($name::ALL.iter().map(|value| key($prefix, value.code())));)+
            keys
        }
    };
}

worded! {
    CaseStatus: "case-status",
    ArticleKind: "article-kind",
    ListField: "list-field",
    Reading: "reading",
    PartyKind: "party-kind",
    AliasKind: "alias-kind",
    RelationKind: "relation-kind",
    OccasionKind: "occasion-kind",
    OccasionRole: "occasion-role",
    Holding: "holding",
    Form: "form",
    StatementKind: "statement-kind",
    PartyRole: "party-role",
    LinkKind: "link-kind",
    CheckStatus: "check-status",
    FollowUpKind: "follow-up-kind",
    FollowUpStatus: "follow-up-status",
    Priority: "priority",
    RecordKind: "record-kind",
    SourceState: "source-state",
    ExportFormat: "export-format",
}

fn key(prefix: &str, code: &str) -> String {
    format!("{prefix}-{}", code.replace('_', "-"))
}

/// Leaks one key a value, once: the words live as long as the program.
fn look_up(prefix: &str, code: &str) -> &'static str {
    t(key(prefix, code).leak())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_coded_value_has_a_word() {
        for key in word_keys() {
            assert_ne!(t(&key), key, "no word for it in en.ftl");
        }
    }

    #[test]
    fn words_are_those_of_the_trade() {
        assert_eq!(StatementKind::Position.word(), "legal position");
        assert_eq!(Reading::NotRelevant.word(), "not relevant");
        let checks: Vec<&str> = CheckStatus::VALUES.iter().map(|status| status.word()).collect();
        assert_eq!(
            checks,
            [
                "not checked",
                "checking",
                "supported",
                "partly supported",
                "unsupported",
                "contradicted by evidence"
            ]
        );
    }
}
