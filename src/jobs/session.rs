//! Which opening of a library a piece of work belongs to.

/// Which opening of a library: the first that is asked for has the lowest number. Work is done on the library it was
/// asked on, or not at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Session(u64);

impl Session {
    /// The one asked for after this one.
    #[must_use]
    pub(super) fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
