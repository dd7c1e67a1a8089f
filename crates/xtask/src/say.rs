//! What the commands print: steps with the time they took, and troubles with a next step.

use crate::trouble::Trouble;
use std::time::Instant;

/// A line, or several, as they are.
pub(crate) fn plain(text: &str) {
    println!("{text}");
}

/// A remark that belongs to the step that is under way.
pub(crate) fn note(text: &str) {
    println!("   {text}");
}

/// A remark that nobody should overlook.
pub(crate) fn warn(text: &str) {
    println!(" ! {text}");
}

/// A reason to stop, with the next step when there is one.
pub(crate) fn trouble(trouble: &Trouble) {
    println!("\n X {}", trouble.what);
    if let Some(next) = &trouble.next {
        println!("   Next: {next}");
    }
}

/// A step that has begun. It says so at once, because a step may take a minute.
pub(crate) struct Step {
    what: String,
    began: Instant,
}

impl Step {
    /// Begins a step.
    pub(crate) fn begin(what: &str) -> Self {
        println!("-- {what}");
        Self { what: what.to_owned(), began: Instant::now() }
    }

    /// Ends the step and says how long it took.
    pub(crate) fn done(self) {
        println!("   {:.1} s: {}", self.began.elapsed().as_secs_f64(), self.what);
    }
}
