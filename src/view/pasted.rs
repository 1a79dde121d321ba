//! A piece of a page that was copied in another program.

use std::sync::Arc;

/// A piece of a page, to become an article whose original it is: with its links and its marks.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedPage {
    /// The page as it was copied.
    pub html: Arc<[u8]>,
    /// What it calls itself; empty if nothing says so.
    pub title: String,
    /// Its words as they would be kept.
    pub text: String,
    /// The same as the other program gave it without marks; empty if it gave none.
    pub plain: String,
}
