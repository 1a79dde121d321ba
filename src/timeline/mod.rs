//! The timeline as pure geometry: dated items and a window of time in; lanes, marks, clusters, arrows and
//! ticks out. No egui, no store.
//!
//! [`Layout`] is built once when the data changes. For each step of zoom it keeps a packed *level* (which
//! row each item has, which items share a cluster), so a frame visits only what its window shows, and rows
//! and clusters stay what they are while a person pans.
//!
//! What is known of a date is never made more exact: a day is a dot, a longer time a bar of its width, an
//! open end is drawn open from its known end, and what has no date is on the shelf.

mod arrows;
mod calendar;
mod frame;
mod item;
mod label;
mod layout;
mod level;
mod ticks;
mod walk;
mod window;

pub use arrows::{Arrow, Course, Point};
pub use frame::{Cluster, Frame, Hit, Label, Mark, Measure, Plot, ROW_HEIGHT, Shape, lay_out};
pub use item::{Item, Lane, Tone, When};
pub use label::{fit_words, shorten};
pub use layout::{Gap, Layout};
pub use ticks::{Names, TICK_INSET, Tick, ticks, years_of};
pub use walk::Step;
pub use window::Window;
