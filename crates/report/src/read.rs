//! From what was typed to what it is worth: the book of figures, and what is wrong with each field.

use plimsoll_forecast::{ChurnScope, Lever, Levers, Scale};
use plimsoll_intake::{CurrencyMark, DecimalMark, NumberProblem, Unit as Seen, read_number};
use plimsoll_metrics::{
    Accepts, Annualising, Book, Exact, Few, Figure, Known, Limit, Metric, Nature, Range, Unit, all_metrics,
    figures, find_metric,
};
use rust_decimal::Decimal;

use crate::choices::{self, Choices};
use crate::state::{Inputs, TIMES_TWELVE, scope_slug};

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// It cannot be read as a number.
    Unreadable(NumberProblem),
    /// It is below zero.
    Negative,
    /// It is below zero, and might be a loss, which is entered positive.
    NegativeFlow,
    /// It is a fraction where only whole numbers are.
    Fraction,
    /// It is not between 0 % and 100 %.
    OutsideShare,
    /// It is not between these two.
    Outside(i64, i64),
    /// Its currency is not the page's.
    OtherCurrency(CurrencyMark),
    /// It has a percent sign and is no share.
    PercentSign,
    /// It has a currency sign and is no amount.
    CurrencySign,
    /// Parts are larger than their whole.
    OverLimit(&'static Limit),
}

/// A text, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    /// Its value in the quantity's own terms: a share for a percentage.
    pub(crate) value: Option<Exact>,
    /// The number as it was read, where the text could be taken for another one.
    pub(crate) echo: Option<Decimal>,
    /// What is wrong with it.
    pub(crate) problem: Option<Problem>,
}

/// All inputs, read.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    pub(crate) choices: Choices,
    /// The decimal mark that decides where a number can be read two ways.
    pub(crate) mark: DecimalMark,
    pub(crate) book: Book,
    pub(crate) figures: Few<&'static Figure, Typed>,
    pub(crate) known: Few<&'static Metric, Typed>,
    pub(crate) levers: Levers,
    pub(crate) lever_problems: Few<Lever, Problem>,
}

/// Reads all inputs. Never fails: what cannot be read counts for nothing and says why.
pub(crate) fn inputs(inputs: &Inputs) -> Read {
    let choices = choices::read(inputs);
    let mark = inputs.decimal_mark();
    let mut read = Read {
        choices,
        mark,
        book: Book::new(choices.window),
        figures: Few::new(),
        known: Few::new(),
        levers: Levers { churn_scope: scope(&inputs.churn_scope), ..Levers::default() },
        lever_problems: Few::new(),
    };
    for (_, slug) in inputs.conventions.iter() {
        if let Some(convention) = find_metric(slug) {
            read.book.choose(convention);
        }
    }
    if inputs.annualising == TIMES_TWELVE {
        read.book.set_annualising(Annualising::TimesTwelve);
    }
    for figure in figures::all() {
        let Some(text) = inputs.figure(figure) else { continue };
        let typed = quantity(text, mark, figure.unit, choices.currency.code())
            .checked(|value| refusal(figure, value));
        match &typed.value {
            Some(value) => read.book.set(figure, value.clone()),
            None if typed.problem.is_some() => read.book.refuse(figure),
            None => {}
        }
        read.figures.set(figure, typed);
    }
    for metric in all_metrics() {
        let Some(known) = inputs.known(metric) else { continue };
        let typed = quantity(known, mark, metric.unit, choices.currency.code()).within(metric.range);
        if let Some(value) = typed.value.clone() {
            let window = if metric.depends_on_window() {
                choices::window(inputs.known_window(metric))
            } else {
                choices.window
            };
            read.book.set_known(metric, Known { value, window });
        }
        read.known.set(metric, typed);
    }
    mark_broken_limits(&mut read);
    read_levers(inputs, mark, &mut read);
    read
}

impl Typed {
    fn checked(mut self, refuse: impl Fn(&Exact) -> Option<Problem>) -> Self {
        if let Some(problem) = self.value.as_ref().and_then(refuse) {
            self.value = None;
            self.problem = Some(problem);
        }
        self
    }

    /// Refused where a metric of this range cannot have the value.
    pub(crate) fn within(self, range: Range) -> Self {
        self.checked(|value| outside(range, value))
    }

    fn refused(problem: Problem) -> Self {
        Self { problem: Some(problem), ..Self::default() }
    }
}

/// Reads a text as a quantity of this unit. Empty text is no value and no problem.
pub(crate) fn quantity(text: &str, mark: DecimalMark, unit: Unit, currency: &str) -> Typed {
    let reading = match read_number(text, mark) {
        Ok(reading) => reading,
        Err(NumberProblem::Empty) => return Typed::default(),
        Err(problem) => return Typed::refused(Problem::Unreadable(problem)),
    };
    match reading.unit {
        Some(Seen::Percent) if unit != Unit::Percent => return Typed::refused(Problem::PercentSign),
        Some(Seen::Currency(_)) if !unit.is_money() => return Typed::refused(Problem::CurrencySign),
        Some(Seen::Currency(sign)) if !sign.stands_for(currency) => {
            return Typed::refused(Problem::OtherCurrency(sign));
        }
        _ => {}
    }
    let value = Exact::from(reading.value);
    let value = if unit == Unit::Percent { value.times(&Exact::percent(1)) } else { value };
    let small_share = unit == Unit::Percent && value < Exact::percent(1) && value > Exact::zero();
    let echoes =
        reading.ambiguous || small_share || text.chars().any(|c| c.is_ascii_alphabetic() || c == '(');
    Typed { value: Some(value), echo: echoes.then_some(reading.value), problem: None }
}

/// Why a figure does not accept a value.
pub(crate) fn refusal(figure: &Figure, value: &Exact) -> Option<Problem> {
    if figure.accepts(value) {
        return None;
    }
    Some(match figure.accepts {
        Accepts::Share => Problem::OutsideShare,
        Accepts::Score => Problem::Outside(0, 100),
        Accepts::Horizon if value.is_whole() => Problem::Outside(1, 50),
        _ if value.is_negative() && figure.kind.nature() == Nature::Flow => Problem::NegativeFlow,
        _ if value.is_negative() => Problem::Negative,
        Accepts::Amount => Problem::Negative,
        Accepts::Whole | Accepts::Horizon => Problem::Fraction,
    })
}

/// Why a metric of this range cannot have a value.
pub(crate) fn outside(range: Range, value: &Exact) -> Option<Problem> {
    (!range.holds(value)).then(|| match range {
        Range::Between(least, most) => Problem::Outside(least, most),
        _ if value.is_negative() => Problem::Negative,
        _ => Problem::OutsideShare,
    })
}

/// Marks the parts of a broken limit. Their values still count: what can be computed is.
fn mark_broken_limits(read: &mut Read) {
    for limit in figures::LIMITS {
        if !limit.is_broken(|figure| read.book.figure(figure).cloned()) {
            continue;
        }
        for part in limit.parts {
            let counts = read.book.figure(part).is_some_and(|value| !value.is_zero());
            if let Some(typed) = read.figures.get_mut(part).filter(|_| counts) {
                typed.problem = Some(Problem::OverLimit(limit));
            }
        }
    }
}

fn read_levers(inputs: &Inputs, mark: DecimalMark, read: &mut Read) {
    for lever in Lever::ALL {
        let Some(text) = inputs.lever(lever) else { continue };
        // Both points and percent are hundredths.
        debug_assert!(matches!(lever.scale(), Scale::Points | Scale::Percent));
        let typed = quantity(text, mark, Unit::Percent, "");
        if let Some(amount) = typed.value {
            read.levers.moves.set(lever, amount);
        }
        if let Some(problem) = typed.problem {
            read.lever_problems.set(lever, problem);
        }
    }
}

fn scope(slug: &str) -> ChurnScope {
    [ChurnScope::Customers, ChurnScope::Revenue]
        .into_iter()
        .find(|scope| scope_slug(*scope) == slug)
        .unwrap_or_default()
}

/// The metric's problem, where it was entered as known and could not be read.
pub(crate) fn known_problem<'a>(read: &'a Read, metric: &'static Metric) -> Option<&'a Problem> {
    read.known.get(&metric)?.problem.as_ref()
}
