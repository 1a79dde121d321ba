//! Mails: what their headers say, their words, and what is attached to them.
//!
//! The text of a mail is what a person sees who prints it: who wrote to whom, when and about what, then the words,
//! earlier mails quoted in them included. Attachments that can be articles become articles of their own.

mod attached;
mod body;
mod eml;
mod head;
mod letter;
mod mbox;
mod msg;
mod rtf;

pub(super) use eml::Eml;
pub(super) use mbox::Mbox;
pub(super) use msg::Msg;

#[cfg(test)]
mod tests;
