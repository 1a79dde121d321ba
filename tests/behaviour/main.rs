//! What the program does, driven through its public surface: one module a subject.
