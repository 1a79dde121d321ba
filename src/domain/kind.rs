//! The closed lists of words a record can carry: each has a code (stored, exported, and the key of its
//! window word in `assets/text/en.ftl`).

/// What every closed list can do, for code that works on any of them.
pub trait Coded: Copy + Eq + 'static {
    /// Every value, in the order lists show them.
    const ALL: &'static [Self];
    /// The stored word.
    fn code(self) -> &'static str;
    /// The value of a stored word, if it is one.
    fn from_code(code: &str) -> Option<Self>;
}

/// Makes an enum whose variants have stable codes.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[allow(missing_docs)] // the variants are the field's own words
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every value, in the order lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stored word.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value of a stored word, if it is one.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl Coded for $name {
            const ALL: &'static [Self] = $name::ALL;

            fn code(self) -> &'static str {
                $name::code(self)
            }

            fn from_code(code: &str) -> Option<Self> {
                $name::from_code(code)
            }
        }
    };
}

coded! {
    /// Where a case stands.
    CaseStatus { Open = "open", Dormant = "dormant", Closed = "closed" }
}
coded! {
    /// What sort of document an article is.
    ArticleKind {
        News = "news", Letter = "letter", Filing = "filing", PressRelease = "press_release",
        Transcript = "transcript", Email = "email", Report = "report", Post = "post",
        Interview = "interview", Opinion = "opinion", Other = "other",
    }
}
coded! {
    /// A field that a column of a list can fill.
    ListField {
        Title = "title", Byline = "byline", Outlet = "outlet", Published = "published", Received = "received",
        Url = "url", Language = "language", Text = "text",
    }
}
coded! {
    /// What a person decided about an article.
    Reading { Unread = "unread", Keep = "keep", Later = "later", NotRelevant = "not_relevant", Done = "done" }
}
coded! {
    /// What a party is.
    PartyKind {
        Person = "person", Organisation = "organisation", Agency = "agency", Office = "office",
        Outlet = "outlet", Group = "group", Unnamed = "unnamed",
    }
}
coded! {
    /// What an other name of a party is.
    AliasKind { Name = "name", Title = "title", FormerName = "former_name", Misspelling = "misspelling" }
}
coded! {
    /// How one party stands to another.
    RelationKind {
        WorksFor = "works_for", SpeaksFor = "speaks_for", HoldsOffice = "holds_office", PartOf = "part_of",
        Owns = "owns", Represents = "represents", FormerlyKnownAs = "formerly_known_as",
    }
}
coded! {
    /// Where words were said or sent.
    OccasionKind {
        Letter = "letter", Interview = "interview", PressConference = "press_conference", Filing = "filing",
        Hearing = "hearing", Post = "post", Statement = "statement", Email = "email", Call = "call",
        Meeting = "meeting", Report = "report", Speech = "speech", Other = "other",
    }
}
coded! {
    /// How a party takes part in an occasion.
    OccasionRole { From = "from", Behalf = "behalf", To = "to" }
}
coded! {
    /// Whether an article is the occasion's own document or tells of it.
    Holding { Holds = "holds", Reports = "reports" }
}
coded! {
    /// Whose words the quote is.
    Form { Verbatim = "verbatim", Paraphrase = "paraphrase", Narration = "narration" }
}
coded! {
    /// What a statement does.
    StatementKind {
        Claim = "claim", Denial = "denial", Demand = "demand", Promise = "promise", Admission = "admission",
        Position = "position", Question = "question", Opinion = "opinion", Prediction = "prediction",
    }
}
coded! {
    /// How a party takes part in a statement or event.
    PartyRole { Speaker = "speaker", Behalf = "behalf", Audience = "audience", About = "about" }
}
coded! {
    /// How one statement answers another.
    LinkKind {
        Answers = "answers", Denies = "denies", Concedes = "concedes", Evades = "evades", Repeats = "repeats",
        Revises = "revises", Supports = "supports", Contradicts = "contradicts", Corrects = "corrects",
        Withdraws = "withdraws",
    }
}
coded! {
    /// How far a claim has been checked.
    CheckStatus {
        NotChecked = "not_checked", Checking = "checking", Supported = "supported", Partly = "partly",
        Unsupported = "unsupported", Contradicted = "contradicted",
    }
}
coded! {
    /// What a follow-up asks for.
    FollowUpKind {
        Question = "question", Call = "call", Verify = "verify", Watch = "watch", Deadline = "deadline",
        Correction = "correction", Document = "document", Records = "records", Comment = "comment",
    }
}
coded! {
    /// Where a follow-up stands.
    FollowUpStatus { Open = "open", Closed = "closed", Dropped = "dropped" }
}
coded! {
    /// How pressing a follow-up is.
    Priority { Low = "low", Normal = "normal", High = "high" }
}
coded! {
    /// The kinds of record a person can point at; each has a letter for its short key.
    RecordKind {
        Case = "case", Article = "article", Party = "party", Occasion = "occasion", Statement = "statement",
        Event = "event", FollowUp = "follow_up", Topic = "topic", Note = "note",
    }
}
coded! {
    /// The state of a source against the text it cites.
    SourceState { Exact = "exact", Moved = "moved", Ambiguous = "ambiguous", NotFound = "not_found" }
}
coded! {
    /// The file format of an export; the code is the ending of the file.
    ExportFormat { Docx = "docx", Html = "html", Json = "json" }
}

impl StatementKind {
    /// Whether a statement of this kind can be checked against evidence.
    #[must_use]
    pub const fn can_be_checked(self) -> bool {
        matches!(self, Self::Claim | Self::Denial | Self::Prediction)
    }
}

impl LinkKind {
    /// How a statement of this kind most often replies.
    #[must_use]
    pub const fn usual_of(kind: StatementKind) -> Self {
        match kind {
            StatementKind::Denial => Self::Denies,
            StatementKind::Admission => Self::Concedes,
            _ => Self::Answers,
        }
    }

    /// Whether it takes up what was said, so that it no longer waits for an answer. To say the same again, or something
    /// that supports or contradicts it elsewhere, is no answer.
    #[must_use]
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Answers | Self::Denies | Self::Concedes | Self::Evades)
    }
}

impl RecordKind {
    /// The short key people cite: `S-0142`, `A-12`, `F-7`. Empty for kinds that have none.
    #[must_use]
    pub fn short_key(self, number: i64) -> String {
        match self {
            Self::Statement => format!("S-{number:04}"),
            Self::Article => format!("A-{number}"),
            Self::Occasion => format!("O-{number}"),
            Self::Event => format!("E-{number}"),
            Self::FollowUp => format!("F-{number}"),
            Self::Party => format!("P-{number}"),
            Self::Case | Self::Topic | Self::Note => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_names_one_value() {
        for kind in StatementKind::ALL {
            assert_eq!(StatementKind::from_code(kind.code()), Some(*kind));
        }
        assert_eq!(StatementKind::from_code("verdict"), None);
    }

    #[test]
    fn short_keys_are_as_people_cite_them() {
        assert_eq!(RecordKind::Statement.short_key(142), "S-0142");
        assert_eq!(RecordKind::FollowUp.short_key(7), "F-7");
    }
}
