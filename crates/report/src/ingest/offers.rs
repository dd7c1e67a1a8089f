//! How a table was understood, as settings that can be changed: for each, the readings there are and the one that holds.

use plimsoll_intake::{
    Basis, Choice, DateOrder, DayCount, DecimalMark, Duplicates, IssueKind, Mapping, Month, PercentScale,
    Quantity, Role, Scale, Shape, Signs, Spikes, Tallied,
};

use plimsoll_intake::{Grown as _, Listed as _};

use super::settings;
use crate::view::{SelectOption, Setting};

/// How many months before the last one are offered as the end of what has none.
const EARLIER: i32 = 24;

/// A setting's label, its readings, and the one that holds; none where the data gives no reason to decide.
type Offer = (&'static str, Vec<Choice>, Option<Choice>);

/// The settings of a table.
pub(super) fn offers(mapping: &Mapping) -> Vec<Offer> {
    fn of<T: Copy>(label: &'static str, all: &[T], chosen: Option<T>, choice: fn(T) -> Choice) -> Offer {
        (label, all.iter().copied().map(choice).listed(), chosen.map(choice))
    }
    let counts = mapping.column(Role::Quantity).and(mapping.quantity);
    let changes = mapping.signs.filter(|_| mapping.shape == Some(Shape::Events));
    vec![
        of("Cells are apart by", &[',', ';', '\t', '|'], Some(mapping.delimiter), Choice::Delimiter),
        of("A row stands for", Shape::ALL, mapping.shape, Choice::Shape),
        of("Decimals begin with", DecimalMark::ALL, mapping.mark, Choice::Mark),
        of("Dates like 03/04/2025", DateOrder::ALL, mapping.order, Choice::Order),
        of("Bare numbers as dates count", DayCount::ALL, mapping.count, Choice::Count),
        of("Amounts are in", Scale::ALL, mapping.scale, Choice::Scale),
        of("Amounts are for", Basis::ALL, mapping.basis, Choice::Basis),
        of("Amounts beside a quantity are", Quantity::ALL, counts, Choice::Quantity),
        of("Paying less is told", Signs::ALL, changes, Choice::Signs),
        of("Percentages are", PercentScale::ALL, mapping.percent, Choice::Percent),
        of("Large amounts among small: a year's?", Spikes::ALL, mapping.spikes, Choice::Spikes),
    ]
}

/// Up to which month counts what has no end, where something was counted so.
pub(super) fn until(tallied: &Tallied) -> Option<Offer> {
    let last = tallied.until.filter(|_| tallied.running > 0)?;
    let earlier = |months: i32| Choice::Until(Month(last.0.saturating_sub(months)));
    Some(("Without an end, counted up to", (0..=EARLIER).map(earlier).listed(), Some(Choice::Until(last))))
}

/// Which of several rows of an account counts, where there were some: the first, unless something else was said.
pub(super) fn duplicates(mapping: &Mapping, tallied: Option<&Tallied>) -> Option<Offer> {
    let mut issues = tallied.into_iter().flat_map(|tallied| &tallied.issues).flat_map(|group| &group.first);
    let any = issues.any(|issue| matches!(issue.kind, IssueKind::Twice { .. }));
    let chosen = mapping.duplicates.or(any.then_some(Duplicates::First))?;
    let all = Duplicates::ALL.iter().copied().map(Choice::Duplicates).listed();
    Some(("Of several rows of an account", all, Some(Choice::Duplicates(chosen))))
}

/// An offer as a setting.
pub(super) fn offer(
    label: &str,
    choices: &[Choice],
    chosen: &Choice,
    option: impl Fn(&Choice, bool) -> SelectOption,
) -> Setting {
    let extra = (!choices.contains(chosen)).then_some(chosen);
    let mut options = choices.iter().map(|choice| option(choice, choice == chosen)).listed();
    options.grow_by(extra.map(|choice| option(choice, true)));
    Setting { slug: settings::carried(chosen).0, label: label.into(), options, question: None }
}
