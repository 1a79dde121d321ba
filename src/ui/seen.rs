//! What rows were made from, to make them anew only when it changed.

use std::sync::{Arc, Weak};

/// Remembers view data without keeping it. The address of an `Arc` alone would not do: once it is freed, newer data
/// may come to lie there; a `Weak` keeps the place taken.
#[derive(Debug)]
pub(crate) struct Seen<T>(Weak<T>);

impl<T> Seen<T> {
    /// Remembers this.
    pub(crate) fn of(data: &Arc<T>) -> Self {
        Self(Arc::downgrade(data))
    }

    /// Whether it is this.
    pub(crate) fn is(&self, data: &Arc<T>) -> bool {
        std::ptr::eq(self.0.as_ptr(), Arc::as_ptr(data))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_data_is_never_taken_for_older() {
        let mut data = Arc::new(1);
        let seen = Seen::of(&data);
        assert!(seen.is(&data));
        for _ in 0..64 {
            data = Arc::new(1);
            assert!(!seen.is(&data));
        }
    }
}
