//! What holds the window's state together: drains the jobs, holds the view data, runs the commands.

pub mod log;
