//! Records, ids, dates and spans: pure, without I/O, SQL or egui.

pub mod change;
pub mod date;
pub mod difference;
pub mod edit;
pub mod hash;
pub mod head;
pub mod id;
pub mod kind;
pub mod listing;
pub mod party_name;
pub mod quote;
pub mod quoted;
pub mod record;
pub mod said_by;
pub mod span;
