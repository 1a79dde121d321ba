//! The window, driven by the labels a person reads: one module a screen.
