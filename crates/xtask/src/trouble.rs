//! Why a command stopped, and what the reader can do next.

use std::fmt::Display;

/// What every step answers: a value, or a sentence that says what went wrong.
pub(crate) type Outcome<T = ()> = Result<T, Trouble>;

/// A reason to stop. `what` is for understanding, `next` is for doing.
#[derive(Debug)]
pub(crate) struct Trouble {
    /// What went wrong, as one sentence.
    pub(crate) what: String,
    /// What to do about it, when there is something to do.
    pub(crate) next: Option<String>,
}

impl Trouble {
    /// A reason without advice.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), next: None }
    }

    /// The same reason with the next step for the reader.
    pub(crate) fn next(self, next: impl Into<String>) -> Self {
        Self { next: Some(next.into()), ..self }
    }
}

/// Says what was being done when the system answered with an error.
pub(crate) trait Doing<T> {
    /// Turns the system's error into a [`Trouble`] that begins with `what`.
    fn doing(self, what: impl Display) -> Outcome<T>;
}

impl<T, E: Display> Doing<T> for Result<T, E> {
    fn doing(self, what: impl Display) -> Outcome<T> {
        self.map_err(|error| Trouble::new(format!("{what}: {error}")))
    }
}
