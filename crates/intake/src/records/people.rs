//! Customers of rows that are kept, each once.

use super::Whose;
use crate::order::{Looks, Numbers};

/// Customers so far, by number.
#[derive(Default)]
pub(super) struct People {
    people: Vec<Whose>,
    numbers: Numbers,
    looks: Looks,
}

impl People {
    /// The number of a row's customer; and the earlier customer whose name looks like theirs, at first sight.
    pub(super) fn meet(&mut self, whose: Whose) -> (usize, Option<String>) {
        let (number, is_new) = self.numbers.meet(&whose.customer);
        let twin = if is_new { self.looks.meet(&whose.customer) } else { None };
        if is_new {
            self.people.push(whose);
        }
        (number, twin)
    }

    /// The earlier customer whose name looks like this one, where nothing else of them is kept.
    pub(super) fn meet_name(&mut self, name: &str) -> Option<String> {
        if self.numbers.meet(name).1 { self.looks.meet(name) } else { None }
    }

    /// Name and attributes of a customer.
    pub(super) fn person(&self, number: usize) -> Option<(&str, Vec<&str>)> {
        let person = self.people.get(number)?;
        Some((&person.customer, person.attributes.iter().map(String::as_str).collect()))
    }
}
