//! The arguments of a command: a few flags and options, each asked for by name.

use crate::trouble::{Outcome, Trouble};
use std::collections::VecDeque;
use std::env;

/// What is left of the command line.
pub(crate) struct Args {
    left: VecDeque<String>,
}

impl Args {
    /// The arguments of this process, without the program's name.
    pub(crate) fn of_this_process() -> Self {
        Self { left: env::args().skip(1).collect() }
    }

    /// Takes the first word, which names the command.
    pub(crate) fn command(&mut self) -> Option<String> {
        self.left.pop_front()
    }

    /// Takes a flag such as `--release`; answers whether it was there.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.left.len();
        self.left.retain(|word| word != name);
        self.left.len() < before
    }

    /// Takes an option such as `--port 8080` or `--port=8080`.
    ///
    /// # Errors
    /// The option stands last, without its value.
    pub(crate) fn option(&mut self, name: &str) -> Outcome<Option<String>> {
        let Some(at) = self.left.iter().position(|word| word.split('=').next() == Some(name)) else {
            return Ok(None);
        };
        let word = self.left.remove(at).unwrap_or_default();
        if let Some((_, value)) = word.split_once('=') {
            return Ok(Some(value.to_owned()));
        }
        match self.left.remove(at) {
            Some(value) => Ok(Some(value)),
            None => Err(Trouble::new(format!("{name} wants a value after it"))),
        }
    }

    /// Takes the next word that belongs to no option.
    pub(crate) fn word(&mut self) -> Option<String> {
        self.left.pop_front()
    }

    /// Refuses what nobody asked for, so that a misspelt option is never ignored.
    ///
    /// # Errors
    /// There is a word left.
    pub(crate) fn end(self) -> Outcome {
        match self.left.front() {
            None => Ok(()),
            Some(word) => Err(Trouble::new(format!("`{word}` means nothing here")).next("./dev help")),
        }
    }
}
