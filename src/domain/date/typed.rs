//! What people type into a date field.

use super::phrase::Context;
use super::token::tokens;
use super::{DateError, Edtf};

/// Texts longer than this are not dates.
const LONGEST: usize = 200;

/// Reads a date as people write it, or EDTF. `today` is what "yesterday" and "last month" are taken from.
///
/// Nothing is guessed: a day without a year, `3/4/2011`, `7/9/11` and "winter 2011" are refused with the ways to
/// write what is meant.
///
/// ```
/// use casefile::domain::date::{Edtf, parse_typed};
///
/// let today = 15_224; // 7 Sep 2011
/// let read = |text: &str| parse_typed(text, today).map(|date| date.to_string());
/// assert_eq!(read("about Sept 2011")?, "2011-09~");
/// assert_eq!(read("before 7 Sep 2011")?, "../2011-09-06");
/// assert_eq!(read("between 3 and 9 May 2024")?, "2024-05-03/2024-05-09");
/// assert_eq!(read("last month")?, "2011-08");
/// assert!(read("3/4/2011").is_err());
/// # Ok::<(), casefile::domain::date::DateError>(())
/// ```
pub fn parse_typed(text: &str, today: i64) -> Result<Edtf, DateError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DateError::new("No date is written here.").with_hint("Write for example 7 Sep 2011."));
    }
    if text.len() > LONGEST {
        return Err(DateError::unread(text));
    }
    let edtf = match text.parse::<Edtf>() {
        Ok(date) => return Ok(date),
        Err(error) => error,
    };
    let unread = DateError::unread(text);
    match (Context { text, today }).phrase(&tokens(text)?) {
        Err(typed) if typed == unread && edtf.hint != unread.hint => Err(edtf),
        other => other,
    }
}
