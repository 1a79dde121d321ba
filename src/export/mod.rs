//! Chronologies and whole cases for others: word-processor file, page, JSON.
//!
//! The types here are an export's own, made to be kept and read elsewhere, and filled by the caller, so that
//! records can change without a change of what was handed out.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `chronology` | the rows and numbered sources that the two documents show |
//! | `docx`, `html` | a chronology as a word-processor file and as a page that needs nothing else |
//! | `quote_check` | the quotations that are not in their article as written |
//! | `json` | a whole case as data |

pub mod chronology;
pub mod docx;
pub mod html;
pub mod json;
pub mod quote_check;

pub use chronology::{Chronology, Piece, Row, Source};
pub use quote_check::QuoteProblem;
