//! The rows behind a number: which customers it is made of, and what each paid.

use plimsoll_intake::put_in_order;
use plimsoll_intake::{Grown as _, Listed as _};
use plimsoll_metrics::{Exact, Figure, Unit, Window, figures};

use super::Store;
use super::figures::amount;
use super::pair::Paid;
use crate::format::Formatter;
use crate::paste::PASTED;
use crate::sentence::counted;
use crate::view::{Behind, Month, Movement, RowsView};

/// How many rows are shown.
const SHOWN: usize = 100;

/// What was asked of one of the calculator's figures.
pub(super) struct Asked<'a> {
    pub(super) window: &'a str,
    pub(super) group: &'a str,
    pub(super) figure: &'a str,
    pub(super) month: &'a str,
    pub(super) grouping: &'a str,
}

/// A customer among the rows, what it paid in the two months that count, and by how much it moved what is asked about.
struct Line {
    customer: usize,
    paid: Paid,
    moved: i64,
}

/// Between which two months customers are shown, and what the amounts in the last column are.
struct Frame {
    then: usize,
    now: usize,
    moved: &'static str,
}

impl Frame {
    const fn change(then: usize, now: usize) -> Self {
        Self { then, now, moved: "Change" }
    }
}

impl Store {
    /// The rows behind one of the calculator's figures.
    pub(super) fn rows_of_figure(&self, asked: &Asked<'_>, formatter: &dyn Formatter) -> RowsView {
        let found = || {
            let figure: &'static Figure = PASTED.into_iter().find(|figure| figure.slug == asked.figure)?;
            let window = Window::ALL.into_iter().find(|window| window.slug() == asked.window)?;
            let end = self.end(asked.month)?;
            Some((figure, self.start_of(window, end)?, end))
        };
        let Some((figure, start, end)) = found() else { return nothing() };
        let attribute = self.attribute(asked.grouping);
        let value = asked.group.strip_prefix('=');
        let group = attribute.zip(value).map(|(attribute, value)| {
            (attribute, self.values(attribute).iter().position(|name| name == value))
        });
        let in_group = |customer| {
            group.is_none_or(|(attribute, place)| Some(self.ledger.value_of(attribute, customer)) == place)
        };
        let lines = self.lines(start, end, &|customer, paid| in_group(customer) && counts(figure, paid));
        let span = self.span(start, end);
        self.rows(&[figure.term, ", ", &span].concat(), &Frame::change(start, end), &lines, formatter)
    }

    /// The rows behind a mark of a picture.
    pub(super) fn rows_behind(
        &self,
        behind: Behind,
        attribute: Option<usize>,
        formatter: &dyn Formatter,
    ) -> RowsView {
        match behind {
            Behind::Movement { movement, from, to } => self.of_movement(movement, from, to, formatter),
            Behind::Paying { month } => self.at(month, formatter, &|_, paid| paid.now > 0, "Customers in "),
            Behind::Kept { month } => {
                let Some(end) = self.place(month) else { return nothing() };
                let Some(start) = end.checked_sub(12) else { return nothing() };
                let lines = self.lines(start, end, &|_, paid| paid.then > 0);
                let title =
                    ["Customers of ", &self.month_name(start), ", measured in ", &self.month_name(end)];
                self.rows(&title.concat(), &Frame::change(start, end), &lines, formatter)
            }
            Behind::Cohort { first, age } => {
                let places = self.place(first).zip(self.place(first.plus(i32::from(age))));
                let Some((first, now)) = places else { return nothing() };
                let lines = self.lines(first, now, &|customer, paid| {
                    paid.then > 0 && (0..first).all(|month| self.ledger.paid(customer, month) == 0)
                });
                let title =
                    ["First paid in ", &self.month_name(first), ", measured in ", &self.month_name(now)];
                self.rows(&title.concat(), &Frame::change(first, now), &lines, formatter)
            }
            Behind::Group { group, month } => {
                let Some(attribute) = attribute else { return nothing() };
                let group = usize::try_from(group).unwrap_or(usize::MAX);
                let name = self.values(attribute).get(group).cloned().unwrap_or_default();
                let title = [&name, " in "].concat();
                let holds =
                    |customer, paid: Paid| paid.now > 0 && self.ledger.value_of(attribute, customer) == group;
                self.at(month, formatter, &holds, &title)
            }
        }
    }

    /// One movement, month by month over a span, each customer with all that it moved: so the rows add up to the bar, also
    /// where a customer left, came back and left again.
    fn of_movement(&self, movement: Movement, from: Month, to: Month, formatter: &dyn Formatter) -> RowsView {
        let Some((from, to)) = self.place(from).zip(self.place(to)) else { return nothing() };
        let start = from.saturating_sub(1);
        let line = |customer| {
            let months = (from..=to).filter(|month| self.moves(customer, *month) == Some(movement));
            let moved = months.map(|month| {
                let Paid { then, now } = Paid::of(&self.ledger, customer, month.saturating_sub(1), month);
                now.saturating_sub(then)
            });
            let moved = moved.fold(0, i64::saturating_add);
            (moved != 0).then(|| Line { customer, paid: Paid::of(&self.ledger, customer, start, to), moved })
        };
        let lines = sorted((0..self.ledger.customer_count()).filter_map(line));
        let span = if from == to { self.month_name(to) } else { self.span(from, to) };
        let frame = Frame { then: start, now: to, moved: movement.name() };
        self.rows(&[movement.name(), ", ", &span].concat(), &frame, &lines, formatter)
    }

    /// What a customer did in a month; nothing in the first, which is the opening balance.
    fn moves(&self, customer: usize, month: usize) -> Option<Movement> {
        let before = month.checked_sub(1)?;
        let Paid { then, now } = Paid::of(&self.ledger, customer, before, month);
        let paid_ever = || (0..before).any(|month| self.ledger.paid(customer, month) > 0);
        match (then > 0, now > 0) {
            (false, true) if paid_ever() => Some(Movement::Reactivation),
            (false, true) => Some(Movement::New),
            (true, false) => Some(Movement::Churn),
            _ if now > then => Some(Movement::Expansion),
            _ if now < then => Some(Movement::Contraction),
            _ => None,
        }
    }

    /// Customers in one month, beside the month before.
    fn at(
        &self,
        month: Month,
        formatter: &dyn Formatter,
        holds: &dyn Fn(usize, Paid) -> bool,
        title: &str,
    ) -> RowsView {
        let Some(end) = self.place(month) else { return nothing() };
        let start = end.saturating_sub(1);
        let lines = self.lines(start, end, holds);
        self.rows(&[title, &self.month_name(end)].concat(), &Frame::change(start, end), &lines, formatter)
    }

    fn lines(&self, then: usize, now: usize, holds: &dyn Fn(usize, Paid) -> bool) -> Vec<Line> {
        let line = |customer| {
            let paid = Paid::of(&self.ledger, customer, then, now);
            Line { customer, paid, moved: paid.now.saturating_sub(paid.then) }
        };
        sorted((0..self.ledger.customer_count()).map(line).filter(|line| holds(line.customer, line.paid)))
    }

    fn place(&self, month: Month) -> Option<usize> {
        let first = self.ledger.first_month()?;
        let place = usize::try_from(month.0.checked_sub(first.0)?).ok()?;
        (place < self.ledger.month_count()).then_some(place)
    }

    fn rows(&self, title: &str, frame: &Frame, lines: &[Line], formatter: &dyn Formatter) -> RowsView {
        let money = |minor: i64| {
            let value = Exact::from(amount(minor.into(), self.currency));
            let decimals = self.currency.decimals();
            let written =
                value.to_decimal(decimals).map(|value| formatter.money(value, self.currency, decimals));
            written.unwrap_or_default()
        };
        let row = |line: &Line| {
            let values = (0..self.attributes.len()).map(|attribute| {
                let value = self.ledger.values(attribute).get(self.ledger.value_of(attribute, line.customer));
                value.map(|value| String::from_utf8_lossy(value).into_owned()).unwrap_or_default()
            });
            let Paid { then, now } = line.paid;
            let amounts = [money(then), money(now), money(line.moved)];
            let mut cells = vec![self.customer(line.customer)];
            cells.grow_by(values);
            cells.grow_by(amounts);
            cells
        };
        let more = lines.len().saturating_sub(SHOWN);
        let count = |number: usize| {
            counted(u64::try_from(number).unwrap_or(u64::MAX), "customer", "customers", formatter)
        };
        let mut columns = vec!["Customer".to_owned()];
        columns.grow_by(self.attributes.iter().cloned());
        columns.grow_by([self.month_name(frame.then), self.month_name(frame.now), frame.moved.into()]);
        RowsView {
            title: [title, ": ", &count(lines.len())].concat(),
            columns,
            numbers: 3,
            rows: lines.iter().take(SHOWN).map(row).listed(),
            more: if more == 0 { String::new() } else { ["and ", &count(more), " more"].concat() },
        }
    }
}

/// The largest movement first, then the largest amount, then as the data has them.
fn sorted(lines: impl Iterator<Item = Line>) -> Vec<Line> {
    let weight = |line: &Line| (line.moved.unsigned_abs(), line.paid.then.max(line.paid.now));
    let mut lines: Vec<Line> = lines.listed();
    put_in_order(&mut lines, |one, other| weight(other).cmp(&weight(one)));
    lines
}

/// Whether a customer is among those that a figure counts.
fn counts(figure: &Figure, paid: Paid) -> bool {
    match figure.slug {
        slug if slug == figures::NEW_MRR.slug || slug == figures::NEW_CUSTOMERS.slug => paid.is_new(),
        slug if slug == figures::EXPANSION_MRR.slug => paid.change() > 0,
        slug if slug == figures::CONTRACTION_MRR.slug => paid.change() < 0,
        slug if slug == figures::CHURNED_MRR.slug || slug == figures::LOST_CUSTOMERS.slug => paid.is_lost(),
        _ => paid.then > 0 && matches!(figure.unit, Unit::MoneyPerMonth | Unit::Customers),
    }
}

/// The answer to a question about something that is not there any more.
fn nothing() -> RowsView {
    RowsView {
        title: "There are no rows behind this any more.".into(),
        columns: Vec::new(),
        numbers: 0,
        rows: Vec::new(),
        more: String::new(),
    }
}
