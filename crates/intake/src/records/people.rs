//! Customers of rows that are kept, each once.

use std::collections::BTreeMap;

use super::Whose;
use crate::text::look;

/// Customers so far, by number.
#[derive(Default)]
pub(super) struct People {
    people: Vec<Whose>,
    numbers: BTreeMap<String, usize>,
    /// The first name of each look.
    looks: BTreeMap<String, String>,
}

impl People {
    /// The number of a row's customer; and the earlier customer whose name looks like theirs, at first sight.
    pub(super) fn meet(&mut self, whose: Whose) -> (usize, Option<String>) {
        if let Some(number) = self.numbers.get(&whose.customer) {
            return (*number, None);
        }
        let twin = self.twin(&whose.customer);
        let number = self.people.len();
        self.numbers.insert(whose.customer.clone(), number);
        self.people.push(whose);
        (number, twin)
    }

    /// The earlier customer whose name looks like this one, where nothing else of them is kept.
    pub(super) fn meet_name(&mut self, name: &str) -> Option<String> {
        if self.numbers.contains_key(name) {
            return None;
        }
        self.numbers.insert(name.to_owned(), 0);
        self.twin(name)
    }

    fn twin(&mut self, name: &str) -> Option<String> {
        let look = look(name);
        match self.looks.get(&look) {
            Some(first) => Some(first.clone()),
            None => {
                self.looks.insert(look, name.to_owned());
                None
            }
        }
    }

    /// Name and attributes of a customer.
    pub(super) fn person(&self, number: usize) -> Option<(&str, Vec<&str>)> {
        let person = self.people.get(number)?;
        Some((&person.customer, person.attributes.iter().map(String::as_str).collect()))
    }
}
