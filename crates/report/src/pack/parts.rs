//! A document as parts within parts, each of which knows where it stands.

use super::{Entries, Fault, Reason};

/// A part of a document: a text, or named parts.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Where it stands, as people write it.
    place: String,
    name: String,
    text: Option<String>,
    parts: Vec<Part>,
}

impl Part {
    /// The document of these entries.
    pub(super) fn of(entries: &Entries) -> Self {
        let mut document = Self::default();
        for (place, text) in entries {
            if let Some(part) = place.split('.').try_fold(&mut document, |part, name| part.enter(name)) {
                part.text = Some(text.clone());
            }
        }
        document
    }

    /// The part of this name, which begins to be where it was not. It is always there.
    fn enter(&mut self, name: &str) -> Option<&mut Self> {
        // Entries come in the order of the document, so it is the last one nearly always.
        let held = self.parts.iter().rposition(|part| part.name == name);
        if held.is_none() {
            self.parts.push(Self { place: below(&self.place, name), name: name.into(), ..Self::default() });
        }
        match held {
            Some(held) => self.parts.get_mut(held),
            None => self.parts.last_mut(),
        }
    }

    /// What is wrong here.
    pub(super) fn fault(&self, reason: Reason) -> Fault {
        Fault { place: self.place.clone(), reason }
    }

    /// What is wrong with the part of this name.
    pub(super) fn fault_at(&self, name: &str, reason: Reason) -> Fault {
        Fault { place: below(&self.place, name), reason }
    }

    /// Nothing but parts of these names.
    pub(super) fn only(&self, known: &'static [&'static str]) -> Result<(), Fault> {
        if self.text.is_some() {
            return Err(self.fault(Reason::NotParts));
        }
        let unknown = self.parts.iter().find(|part| !known.contains(&part.name.as_str()));
        unknown.map_or(Ok(()), |part| Err(part.fault(Reason::Unknown(known))))
    }

    /// The part of this name, where it is there.
    pub(super) fn part(&self, name: &str) -> Option<&Self> {
        self.parts.iter().find(|part| part.name == name)
    }

    /// The rows of the list of this name.
    pub(super) fn list(&self, name: &str, most: usize) -> Result<&[Self], Fault> {
        let list = self.part(name).ok_or_else(|| self.fault_at(name, Reason::Missing))?;
        let is_list = list.text.is_none()
            && list.parts.iter().all(|part| part.name.bytes().all(|byte| byte.is_ascii_digit()));
        if !is_list {
            return Err(list.fault(Reason::NotParts));
        }
        if list.parts.len() > most { Err(list.fault(Reason::TooMany(most))) } else { Ok(&list.parts) }
    }

    /// The text of this name, where it is there.
    pub(super) fn text(&self, name: &str, longest: usize) -> Result<Option<&str>, Fault> {
        let Some(part) = self.part(name) else { return Ok(None) };
        let text = part.text.as_deref().ok_or_else(|| part.fault(Reason::NotText))?.trim();
        if text.chars().any(char::is_control) {
            return Err(part.fault(Reason::Control));
        }
        if text.chars().nth(longest).is_some() {
            return Err(part.fault(Reason::TooLong(longest)));
        }
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// The text of this name.
    pub(super) fn needed(&self, name: &str, longest: usize) -> Result<&str, Fault> {
        self.text(name, longest)?.ok_or_else(|| self.fault_at(name, Reason::Missing))
    }

    /// The one of these whose name stands here; nothing where nothing stands here.
    pub(super) fn one_of<T: Copy>(
        &self,
        name: &str,
        all: impl Iterator<Item = T> + Clone,
        slug: impl Fn(T) -> &'static str,
    ) -> Result<Option<T>, Fault> {
        let Some(text) = self.text(name, usize::MAX)? else { return Ok(None) };
        let found = all.clone().find(|one| slug(*one) == text);
        let fault = || self.fault_at(name, Reason::NoneOf(all.map(&slug).collect()));
        found.map(Some).ok_or_else(fault)
    }
}

/// `scales[0].bands`: rows of a list stand in brackets.
fn below(place: &str, name: &str) -> String {
    let is_row = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
    match (place, is_row) {
        ("", _) => name.into(),
        (_, true) => [place, "[", name, "]"].concat(),
        (_, false) => [place, ".", name].concat(),
    }
}
