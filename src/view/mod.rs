//! Plain data for the screens, built off the UI thread. One [`CaseView`] holds all rows of a case: screens filter
//! and sort it, none of them asks the library again.

mod article;
mod build;
mod case;
mod chronology;
mod detail;
mod difference;
mod due;
mod encodings;
mod filter;
mod hits;
mod import_line;
mod library;
mod list_rows;
mod near;
mod outlets;
mod pasted;
mod quote_check;
mod rows;
mod waiting;
mod wording;

pub use crate::store::case::CaseContents;
pub use crate::store::search::SnippetPart;
pub use crate::store::{EntryKind, FieldChange, HistoryEntry, HistoryRow, Sign, Undoable, Undone};
pub use article::{ArticleView, Elsewhere, Mark, MarkOf, article, article_version};
pub use case::{CaseView, OccasionRow, PartyRow, case};
pub use chronology::{
    Answered, ChronologyRow, Include, Piece, chronology, hidden_count, listed, move_within_day,
    statement_pieces,
};
pub use detail::{DetailView, RelationView, SourceView, detail};
pub use difference::{DifferenceView, Side, difference};
pub use due::{Due, DueGroup, day_words, due, due_count, due_words, grouped, is_snoozed};
pub use encodings::{EncodingPreview, EncodingsView};
pub use filter::{DateQuestion, Filter, Found};
pub use hits::{HitLine, HitsView, hits};
pub use import_line::{ImportLine, ImportStatus};
pub use library::{CaseLine, DueLine, LibraryView, PartyLine, PartyView, library, party};
pub use list_rows::{AmbiguousDate, ListRow, ListView};
pub use outlets::{Outlets, outlets, site_of};
pub use pasted::PastedPage;
pub use quote_check::{QuoteCheck, QuoteLine};
pub use rows::{
    ArticleRow, DateFrom, EventRow, FollowUpRow, NearCopies, ReplyRow, Shown, SourceRow, StatementRow,
    bare_quote,
};
pub use wording::{WordingDifference, differing_words};
