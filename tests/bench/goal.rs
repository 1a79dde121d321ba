//! One line a figure: what was measured, beside the goal it has in this same run.

/// Counts what was held against a goal, and says so at the end.
#[derive(Default)]
pub(crate) struct Goals {
    held: usize,
    missed: Vec<String>,
}

impl Goals {
    /// A figure that must not be above its goal.
    pub(crate) fn at_most(&mut self, what: &str, measured: f64, unit: &str, goal: f64) {
        self.hold(what, measured, unit, goal, measured <= goal);
    }

    /// A figure that must not be below its goal.
    #[allow(dead_code)] // each bench has goals of its own
    pub(crate) fn at_least(&mut self, what: &str, measured: f64, unit: &str, goal: f64) {
        self.hold(what, measured, unit, goal, measured >= goal);
    }

    fn hold(&mut self, what: &str, measured: f64, unit: &str, goal: f64, met: bool) {
        let verdict = if met { "met" } else { "MISSED" };
        println!("{what:<62}{measured:>9.2} {unit:<6} goal {goal:>6} {unit:<6} {verdict}");
        self.held += 1;
        if !met {
            self.missed.push(what.to_owned());
        }
    }

    /// Says whether all goals were met, and which were not. The bench ends well all the same, so that those after it
    /// run too.
    pub(crate) fn tell(self) {
        if cfg!(debug_assertions) {
            println!("built without optimisation: `cargo bench` measures what people run");
        }
        if self.missed.is_empty() {
            println!("all {} goals met\n", self.held);
        } else {
            println!("{} of {} goals MISSED: {}\n", self.missed.len(), self.held, self.missed.join("; "));
        }
    }
}

/// A figure that has no goal of its own and stands beside those that do.
pub(crate) fn shown(what: &str, measured: f64, unit: &str) {
    println!("{what:<62}{measured:>9.2} {unit}");
}
