//! Cohorts by age: who is still there, and what they pay.

use plimsoll_intake::put_in_order;
use plimsoll_intake::{Grown as _, Listed as _};
use plimsoll_metrics::{Exact, Unit};

use super::pen::{Pen, column, missing, months, share};
use super::{Cohort, History, nothing};
use crate::format::Formatter;
use crate::view::{
    Behind, Cell, Drawing, HeatCell, HeatLevel, HeatRow, HeatView, Picture, PictureTable, Plain, Spot,
    TableRow,
};

/// Where the ramp's steps begin, in percent of what the cohort was at first. They are the same for every history,
/// so that two pictures can be compared.
const STEPS: [i64; 9] = [20, 40, 60, 70, 80, 90, 100, 110, 130];

/// What is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CohortMeasure {
    /// How many customers pay.
    Logos,
    /// How much they pay.
    Money,
}

impl CohortMeasure {
    const fn slug(self) -> &'static str {
        match self {
            Self::Logos => "cohorts-in-customers",
            Self::Money => "cohorts-in-money",
        }
    }

    const fn about(self) -> &'static str {
        match self {
            Self::Logos => "The share of a cohort's customers who pay, by months since their first payment",
            Self::Money => "What a cohort pays, as a share of its first month, by months since then",
        }
    }

    const fn of(self, (logos, money): (i64, i64)) -> i128 {
        match self {
            Self::Logos => logos as i128,
            Self::Money => money as i128,
        }
    }
}

/// The cohorts as they are drawn.
struct Cohorts<'a> {
    pen: Pen<'a>,
    history: &'a History,
    measure: CohortMeasure,
    /// Those that have a customer, earliest first.
    cohorts: Vec<&'a Cohort>,
}

/// Customers by the month of their first payment, followed over time.
#[must_use]
pub fn cohorts(history: &History, measure: CohortMeasure, formatter: &dyn Formatter) -> Picture {
    let mut kept: Vec<&Cohort> = history.cohorts.iter().listed();
    kept.retain(|cohort| cohort.cells.first().is_some_and(|first| measure.of(*first) > 0));
    put_in_order(&mut kept, |one, other| one.first.cmp(&other.first));
    if kept.is_empty() {
        let finding = "Nobody has paid yet, so there are no cohorts.".into();
        return nothing(measure.slug(), finding, measure.about().into());
    }
    let cohorts = Cohorts { pen: Pen::new(formatter, history.currency), history, measure, cohorts: kept };
    Picture {
        slug: measure.slug().into(),
        finding: cohorts.finding(),
        about: measure.about().into(),
        drawing: Drawing::Heat(cohorts.draw()),
        table: cohorts.table(),
        note: cohorts.note(),
    }
}

impl Cohorts<'_> {
    /// The largest age there is, in months.
    fn oldest(&self) -> usize {
        self.cohorts.iter().map(|cohort| cohort.cells.len()).max().unwrap_or(0).saturating_sub(1)
    }

    /// Those that are averaged: without the opening one, of which nobody knows when it began, unless it is the only one.
    fn averaged(&self) -> impl Iterator<Item = &Cohort> {
        let is_only = self.cohorts.len() == 1;
        self.cohorts.iter().copied().filter(move |cohort| is_only || cohort.first > 0)
    }

    /// All averaged cohorts that are old enough, at an age: what is left, and what they were at first.
    fn together(&self, age: usize) -> (i128, i128) {
        let reached =
            self.averaged().filter_map(|cohort| Some((cohort.cells.get(age)?, cohort.cells.first()?)));
        reached.fold((0, 0), |(left, at_first), (cell, first)| {
            (left.saturating_add(self.measure.of(*cell)), at_first.saturating_add(self.measure.of(*first)))
        })
    }

    fn name(&self, cohort: &Cohort, is_short: bool) -> String {
        let month = self.history.month(cohort.first);
        let month = if is_short { self.pen.short_month(month) } else { self.pen.month(month) };
        if cohort.first == 0 { [&month, " or before"].concat() } else { month }
    }

    fn amount(&self, amount: i128) -> String {
        match self.measure {
            CohortMeasure::Logos => self.pen.count(i64::try_from(amount).unwrap_or(i64::MAX)),
            CohortMeasure::Money => self.pen.money(amount),
        }
    }

    /// "42 of 50 customers (84.0%)", "$4,200 of $5,000 (84.0%)".
    fn left(&self, left: i128, at_first: i128) -> String {
        let percent = share(left, at_first).map(|share| [" (", &self.pen.percent(&share), ")"].concat());
        let unit = if self.measure == CohortMeasure::Logos { " customers" } else { "" };
        [&self.amount(left), " of ", &self.amount(at_first), unit, &percent.unwrap_or_default()].concat()
    }

    fn draw(&self) -> HeatView {
        let ages = 0..=self.oldest();
        let mut rows = Vec::new();
        rows.grow_by((self.averaged().count() > 1).then(|| self.summary()));
        rows.grow_by(self.cohorts.iter().map(|cohort| self.row(cohort)));
        HeatView {
            corner: "First payment".into(),
            size: match self.measure {
                CohortMeasure::Logos => "Customers".into(),
                CohortMeasure::Money => "MRR at first".into(),
            },
            across: "Months since the first payment".into(),
            ages: ages.map(|age| age.to_string()).listed(),
            rows,
            levels: self.levels(),
        }
    }

    fn summary(&self) -> HeatRow {
        let cells =
            (0..=self.oldest()).map(|age| self.together(age)).take_while(|(_, at_first)| *at_first > 0);
        let cells = cells.enumerate().map(|(age, (left, at_first))| {
            let name =
                ["All cohorts that are old enough, ", &after(age), ": ", &self.left(left, at_first)].concat();
            self.cell(left, at_first, Spot { name, behind: None })
        });
        HeatRow {
            label: "All".into(),
            size: self.amount(self.together(0).1),
            is_summary: true,
            cells: cells.listed(),
        }
    }

    fn row(&self, cohort: &Cohort) -> HeatRow {
        let at_first = cohort.cells.first().map_or(0, |first| self.measure.of(*first));
        let month = self.name(cohort, false);
        let cells = cohort.cells.iter().enumerate().map(|(age, cell)| {
            let left = self.measure.of(*cell);
            let name = [&month, ", ", &after(age), ": ", &self.left(left, at_first)].concat();
            let first = self.history.month(cohort.first);
            let behind = u16::try_from(age).ok().map(|age| Behind::Cohort { first, age });
            self.cell(left, at_first, Spot { name, behind })
        });
        HeatRow {
            label: self.name(cohort, true),
            size: self.amount(at_first),
            is_summary: false,
            cells: cells.listed(),
        }
    }

    fn cell(&self, left: i128, at_first: i128, spot: Spot) -> HeatCell {
        let share = share(left, at_first);
        let text = share.as_ref().map_or_else(|| missing().text, |share| self.short_percent(share));
        HeatCell { text, level: share.as_ref().map(level), spot }
    }

    /// A percentage without decimals, unless that would make almost all of it all, or a little nothing.
    fn short_percent(&self, share: &Exact) -> String {
        let text = self.pen.writer.whole(Unit::Percent, share);
        let seems = |percent: i64| {
            let edge = Exact::percent(percent);
            *share != edge && text == self.pen.writer.whole(Unit::Percent, &edge)
        };
        if seems(0) || seems(100) { self.pen.percent(share) } else { text }
    }

    /// What the colours mean. Customers cannot become more than they were; money can.
    fn levels(&self) -> Vec<HeatLevel> {
        let percent = |percent: i64| self.pen.writer.whole(Unit::Percent, &Exact::percent(percent));
        let last = if self.measure == CohortMeasure::Logos { 7 } else { STEPS.len() };
        let span = |step: usize| match step.checked_sub(1).and_then(|before| STEPS.get(before)) {
            None => ["below ", &percent(STEPS.first().copied().unwrap_or(0))].concat(),
            Some(100) if last == 7 => percent(100),
            Some(from) => ["from ", &percent(*from)].concat(),
        };
        let step = |step: usize| Some(HeatLevel { level: u8::try_from(step).ok()?, span: span(step) });
        (0..=last).filter_map(step).listed()
    }

    /// "After twelve months, 84.0% of the customers who joined still pay; March 2024 kept the fewest (61.0%)."
    fn finding(&self) -> String {
        let reached = |age: &usize| self.together(*age).1 > 0;
        let age = (1..=self.oldest().min(12)).rev().find(reached);
        let Some((age, (left, at_first))) = age.map(|age| (age, self.together(age))) else {
            return "Every cohort is in its first month; what becomes of it can be seen from the next one on.".into();
        };
        let kept = share(left, at_first).map(|share| self.pen.percent(&share)).unwrap_or_default();
        let over = months(age);
        let main = match self.measure {
            CohortMeasure::Logos => format!("After {over}, {kept} of the customers who joined still pay"),
            CohortMeasure::Money => {
                format!("After {over}, cohorts pay {kept} of what they paid in their first month")
            }
        };
        let at_age = self.averaged().filter_map(|cohort| {
            Some((
                cohort,
                share(self.measure.of(*cohort.cells.get(age)?), self.measure.of(*cohort.cells.first()?))?,
            ))
        });
        let at_age: Vec<(&Cohort, Exact)> = at_age.listed();
        let least = at_age.iter().min_by(|one, other| one.1.cmp(&other.1)).filter(|_| at_age.len() > 1);
        let least = least.map(|(cohort, share)| {
            let what = if self.measure == CohortMeasure::Logos { "fewest" } else { "least" };
            format!("; {} kept the {what} ({})", self.name(cohort, false), self.pen.percent(share))
        });
        [&main, least.as_deref().unwrap_or_default(), "."].concat()
    }

    fn note(&self) -> Option<String> {
        let opening = self.cohorts.first().filter(|cohort| cohort.first == 0)?;
        let all = if self.averaged().count() > 1 { " They are not in the row of all cohorts." } else { "" };
        let month = self.pen.month(self.history.month(opening.first));
        Some(
            [
                "The customers of ",
                &month,
                " may have joined at any time before; it is the first month of the data.",
                all,
            ]
            .concat(),
        )
    }

    fn table(&self) -> PictureTable {
        let amount = |amount: i128| match self.measure {
            CohortMeasure::Logos => self.pen.count_cell(i64::try_from(amount).unwrap_or(i64::MAX)),
            CohortMeasure::Money => self.pen.money_cell(amount),
        };
        let blank = || Cell { text: String::new(), plain: Plain::Missing };
        let rows = self.cohorts.iter().map(|cohort| {
            let cell = |age: usize| cohort.cells.get(age).map(|cell| amount(self.measure.of(*cell)));
            TableRow {
                header: Cell {
                    text: self.name(cohort, false),
                    ..self.pen.month_cell(self.history.month(cohort.first))
                },
                cells: (0..=self.oldest()).map(|age| cell(age).unwrap_or_else(blank)).listed(),
            }
        });
        let heading = |age: usize| {
            let label = ["Month ", &age.to_string()].concat();
            if self.measure == CohortMeasure::Money { self.pen.money_column(&label) } else { column(&label) }
        };
        let mut columns = vec![column("First payment")];
        columns.grow_by((0..=self.oldest()).map(heading));
        PictureTable {
            caption: match self.measure {
                CohortMeasure::Logos => "Customers who pay, by months since their first payment".into(),
                CohortMeasure::Money => "MRR, by months since the first payment".into(),
            },
            columns,
            rows: rows.listed(),
        }
    }
}

/// The step of the ramp for a share.
fn level(share: &Exact) -> u8 {
    let reached = STEPS.iter().filter(|step| *share >= Exact::percent(**step)).count();
    u8::try_from(reached).unwrap_or(0)
}

/// "in the first month", "after a month", "after 5 months".
fn after(age: usize) -> String {
    match age {
        0 => "in the first month".into(),
        1 => "after one month".into(),
        _ => ["after ", &age.to_string(), " months"].concat(),
    }
}
