//! Records, ids, dates and spans: pure, without I/O, SQL or egui.

pub mod address;
pub mod change;
pub mod date;
pub mod difference;
pub mod edit;
pub mod hash;
pub mod head;
pub mod id;
pub mod kind;
pub mod likeness;
pub mod listing;
pub mod party_name;
pub mod quote;
pub mod quoted;
pub mod record;
pub mod revision;
pub mod said_by;
pub mod span;
