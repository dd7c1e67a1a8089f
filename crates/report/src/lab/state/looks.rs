//! What is looked at: none of it is kept, and none of it is a step.

use super::super::message::{Class, Facts, SortKey, TableAsk};

/// How many rows of the table are asked for at a time.
const ROWS: u32 = 40;

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Looks {
    /// The segment whose weights are shown; empty is everybody.
    pub(crate) segment: String,
    /// The indicator whose measure is open.
    pub(crate) measure: Option<String>,
    pub(crate) sort: SortKey,
    pub(crate) descending: bool,
    pub(crate) class: Option<Class>,
    pub(crate) table_segment: Option<u16>,
    pub(crate) owner: Option<u32>,
    pub(crate) search: String,
    /// The first row of the table that is asked for.
    pub(crate) start: u32,
    /// The account that is taken apart.
    pub(crate) open: Option<u32>,
    /// The open sheet.
    pub(crate) sheet: String,
    /// The snapshot by which scores are checked, by its place; nothing where none was chosen.
    pub(crate) checked: Option<u16>,
}

impl Default for Looks {
    /// The lowest scores first, and what health is worth.
    fn default() -> Self {
        Self {
            segment: String::new(),
            measure: None,
            sort: SortKey::Score,
            descending: false,
            class: None,
            table_segment: None,
            owner: None,
            search: String::new(),
            start: 0,
            open: None,
            sheet: "money".into(),
            checked: None,
        }
    }
}

impl Looks {
    /// Looks at something else.
    pub(super) fn look(&mut self, what: &str, at: &str, facts: Option<&Facts>) {
        match what {
            "segment" => at.clone_into(&mut self.segment),
            "measure" => self.measure = (self.measure.as_deref() != Some(at)).then(|| at.to_owned()),
            "sheet" => at.clone_into(&mut self.sheet),
            "checked" => self.checked = at.parse().ok(),
            "sort" => self.sort_by(at),
            "class" => self.class = Class::find(at),
            "table-segment" => self.table_segment = place(at, facts.map(|facts| facts.segments.as_slice())),
            "owner" => self.owner = place(at, facts.map(|facts| facts.owners.as_slice())),
            "search" => at.clone_into(&mut self.search),
            _ => {}
        }
        if matches!(what, "sort" | "class" | "table-segment" | "owner" | "search") {
            self.start = 0;
        }
    }

    /// By a column, or where it is sorted by it already, the other way round. Numbers begin with the largest, but for scores, of
    /// which the lowest matter most.
    fn sort_by(&mut self, key: &str) {
        let sort = match key {
            "name" => SortKey::Name,
            "change" => SortKey::Change,
            "arr" => SortKey::Arr,
            _ => SortKey::Score,
        };
        self.descending = if self.sort == sort { !self.descending } else { sort == SortKey::Arr };
        self.sort = sort;
    }

    /// The part of the table that is shown.
    pub(super) fn table(&self) -> TableAsk {
        TableAsk {
            sort: self.sort,
            descending: self.descending,
            segment: self.table_segment,
            owner: self.owner,
            class: self.class,
            search: self.search.clone(),
            start: self.start,
            count: ROWS,
        }
    }
}

/// The place of a name; nothing for none.
fn place<T: TryFrom<usize>>(name: &str, named: Option<&[(String, u32)]>) -> Option<T> {
    let place = named?.iter().position(|(of, _)| of == name && !name.is_empty())?;
    T::try_from(place).ok()
}
