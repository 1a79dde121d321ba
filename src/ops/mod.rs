//! The use cases; every change goes through one gate.

pub mod sample;
