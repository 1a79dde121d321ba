//! Records, ids, dates and spans: pure, without I/O, SQL or egui.

pub mod date;
pub mod id;
pub mod kind;
pub mod quote;
pub mod span;
