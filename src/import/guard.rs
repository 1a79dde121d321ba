//! Runs a parser so that a panic in it costs one file.

use std::thread;

/// Parsers recurse over nested elements; the nesting they see is limited, the room is ample.
const STACK: usize = 64 << 20;

/// What `work` gives, or `None` if it panicked or no thread could be had.
pub(super) fn run<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let name = "import".to_owned();
        let thread = thread::Builder::new().name(name).stack_size(STACK).spawn_scoped(scope, work);
        thread.ok()?.join().ok()
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_panic_stays_inside() {
        assert_eq!(super::run(|| 1), Some(1));
        assert_eq!(super::run(|| -> i32 { panic!("a parser's bug") }), None);
    }
}
