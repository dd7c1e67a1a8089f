//! What a bare number in a column of percentages means: of a hundred, or of one.

use rust_decimal::Decimal;

use super::settle::{Seen, ask};
use super::{Choice, Data, Example, Question, Setting};
use crate::ballot::Votes;
use crate::mapping::{Mapping, PercentScale};
use crate::number::{DecimalMark, Reading, Unit, read_number};
use crate::order::{Grown as _, Listed as _};
use crate::role::Role;

/// Numbers in a column of percentages.
#[derive(Default)]
struct Percentages {
    /// Those without a sign that are one at most: a part of one, or of a hundred.
    small: Votes<Example>,
    /// Those without a sign that are more than one.
    beyond: Votes<Example>,
    /// Whether one is far beyond what is likely many times over.
    far: bool,
}

impl Percentages {
    fn of(mapping: &Mapping, data: &Data<'_>, place: usize) -> Self {
        let mut found = Self::default();
        for (row, cell) in data.cells(place) {
            if let Ok(read) = read_number(cell, mapping.mark.unwrap_or(DecimalMark::Point)) {
                found.count(read, || mapping.example(row, place, cell));
            }
        }
        found
    }

    fn count(&mut self, read: Reading, example: impl FnOnce() -> Example) {
        let size = read.value.abs();
        if read.unit == Some(Unit::Percent) || size.is_zero() {
            return;
        }
        if size > Decimal::ONE {
            self.far |= size > Decimal::from(20);
            self.beyond.cast(example);
        } else {
            self.small.cast(example);
        }
    }

    /// Settled where signs of percent stand beside every number, or where some number is far beyond one and none a part of it.
    const fn is_open(&self) -> bool {
        self.small.count > 0 || (self.beyond.count > 0 && !self.far)
    }
}

/// Settles each column of percentages by its own numbers, and asks once for all whose numbers leave it open.
pub(super) fn percent(mapping: &mut Mapping, seen: &Seen<'_>, choices: &[Choice]) -> Option<Question> {
    let chosen =
        |place: usize| choices.iter().any(|choice| matches!(choice, Choice::Role(of, _) if *of == place));
    let columns = mapping.columns.iter().enumerate();
    let columns = columns.filter(|(place, column)| column.role == Role::Percent && !chosen(*place));
    let places: Vec<usize> = columns.map(|(place, _)| place).listed();
    let mut open = Vec::new();
    let (mut small, mut beyond) = (Votes::default(), Votes::default());
    for &place in &places {
        let found = Percentages::of(mapping, seen.data, place);
        if found.is_open() {
            open.push(place);
            join(&mut small, found.small);
            join(&mut beyond, found.beyond);
        }
    }
    if let Some(scale) = mapping.percent {
        let of_one = if open.is_empty() { &places } else { &open };
        of_one.iter().filter(|_| scale == PercentScale::OfOne).for_each(|place| share(mapping, *place));
        return None;
    }
    if open.is_empty() {
        let any = mapping.column(Role::Percent).is_some();
        mapping.percent = any.then_some(PercentScale::OfHundred);
        return None;
    }
    let likely = match (small.count, beyond.count) {
        (_, 0) => Some(1),
        (0, _) => Some(0),
        _ => None,
    };
    let cells = if beyond.count > 0 { beyond } else { small };
    let mut answers = Vec::new();
    answers.grow_by(PercentScale::ALL.iter().copied().map(Choice::Percent));
    Some(ask(Setting::Percent, answers, likely, cells))
}

fn join(all: &mut Votes<Example>, more: Votes<Example>) {
    all.count = all.count.saturating_add(more.count);
    all.first = all.first.take().or(more.first);
}

/// Takes a column for one of parts of one.
fn share(mapping: &mut Mapping, place: usize) {
    if let Some(column) = mapping.columns.get_mut(place) {
        column.role = Role::Share;
    }
}
