//! What is drawn: views get view data, keep drafts and selection, push commands.

pub mod reader;
pub mod theme;
pub mod widgets;
