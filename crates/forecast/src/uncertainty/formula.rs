//! A metric's formula as steps over draws: the tree that gives the exact value, walked once and written down.

use plimsoll_columns::draws::{Step, Tape};
use plimsoll_metrics::{
    Annualising, Book, Compounding, Expression, Figure, Metric, Undefined, WhenZero, Window, figures,
};

use super::{Limits, Subject, Uncertain, double};

/// A place on the tape, or why there is no value in any draw.
pub(super) type Place = Result<usize, Undefined>;

/// How a scenario moves an input.
#[derive(Clone, Copy, Debug)]
enum Moved {
    Not,
    Times(f64),
    Plus(f64),
}

/// Writes formulas on a tape. What rests on nothing uncertain is one number, from the exact evaluation.
pub(super) struct Writer<'a> {
    pub(super) book: &'a Book,
    uncertain: &'a [Uncertain],
    /// How a scenario has moved each input.
    moves: Vec<Moved>,
    pub(super) tape: Tape,
    /// What is written already: metrics rest on each other.
    written: Vec<(&'static Metric, Place)>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(book: &'a Book, uncertain: &'a [Uncertain]) -> Self {
        let moves = vec![Moved::Not; uncertain.len()];
        Self { book, uncertain, moves, tape: Tape::default(), written: Vec::new() }
    }

    /// Goes on with another book, to which a scenario has moved the first one. In every draw it moves an input by the factor
    /// by which it moves its middle; a middle of zero by what is added to it.
    pub(super) fn go_to(&mut self, start: &Book, book: &'a Book) {
        let value = |book: &Book, of: Subject| match of {
            Subject::Figure(figure) => double(book.figure(figure)?),
            Subject::Known(metric, _) => double(&book.known(metric)?.value),
        };
        for (moved, input) in self.moves.iter_mut().zip(self.uncertain) {
            *moved = match value(start, input.of).zip(value(book, input.of)) {
                Some((before, after)) if before == after => Moved::Not,
                Some((0.0, after)) => Moved::Plus(after),
                Some((before, after)) => Moved::Times(after / before),
                None => Moved::Not,
            };
        }
        self.book = book;
        self.written.clear();
    }

    /// An input as the book has it.
    fn drawn(&mut self, number: usize) -> usize {
        let input = self.tape.push(Step::Input(number));
        let (by, step): (f64, fn(usize, usize) -> Step) = match self.moves.get(number) {
            Some(Moved::Times(factor)) => (*factor, Step::Times),
            Some(Moved::Plus(more)) => (*more, Step::Plus),
            Some(Moved::Not) | None => return input,
        };
        let by = self.number(by);
        self.tape.push(step(input, by))
    }

    pub(super) fn finish(self) -> Tape {
        self.tape
    }

    /// Whether the value of a metric rests on something uncertain.
    pub(super) fn is_uncertain(&self, metric: &'static Metric) -> bool {
        if self.entered(metric).is_some() {
            return true;
        }
        self.book.stand_in(metric).is_none() && self.rests(&self.book.convention(metric).formula)
    }

    fn rests(&self, expression: &'static Expression) -> bool {
        match expression {
            Expression::Figure(figure) => self.input(figure).is_some(),
            Expression::Metric(metric) => self.is_uncertain(metric),
            _ => expression.parts().into_iter().any(|part| self.rests(part)),
        }
    }

    /// The number of the input that is this figure.
    pub(super) fn input(&self, figure: &'static Figure) -> Option<usize> {
        self.uncertain.iter().position(|input| input.of == Subject::Figure(figure))
    }

    /// The input that stands for a metric's formula: its number, the metric it was entered for, and over which window.
    /// As in the book, one for the metric itself goes before one for its complement.
    fn entered(&self, metric: &'static Metric) -> Option<(usize, &'static Metric, Window)> {
        let known = |wanted: &dyn Fn(&'static Metric) -> bool| {
            self.uncertain.iter().enumerate().find_map(|(number, input)| match input.of {
                Subject::Known(of, window) if wanted(of) => Some((number, of, window)),
                _ => None,
            })
        };
        known(&|of| of == metric).or_else(|| {
            known(&|of| of.complement_of() == Some(metric)).filter(|_| self.book.known(metric).is_none())
        })
    }

    /// What was entered, over a window, as the metric or as what is left of its complement.
    fn stand_in(&mut self, metric: &'static Metric, window: Window) -> Option<usize> {
        let (number, of, measured) = self.entered(metric)?;
        let input = self.drawn(number);
        let value = self.rescaled(input, of.compounding(), measured, window);
        Some(if of == metric { value } else { self.complement(value) })
    }

    /// The value of a metric over the book's window.
    pub(super) fn metric(&mut self, metric: &'static Metric) -> Place {
        if let Some((_, place)) = self.written.iter().find(|(written, _)| *written == metric) {
            return place.clone();
        }
        let place = self.write(metric);
        self.written.push((metric, place.clone()));
        place
    }

    fn write(&mut self, metric: &'static Metric) -> Place {
        if !self.is_uncertain(metric) {
            let value = self.book.evaluate(metric)?;
            return Ok(self.number(double(&value).ok_or(Undefined::Overflow)?));
        }
        let counts = self.book.convention(metric);
        let (value, range) = match self.stand_in(metric, self.book.window()) {
            Some(value) => (value, metric.range),
            None => (self.expression(&counts.formula)?, counts.range),
        };
        let Limits { low, high } = Limits::of(range);
        Ok(self.tape.push(Step::Within(value, low, high)))
    }

    /// The value of a metric over a year, as [`Book::annual`] has it.
    pub(super) fn annual(&mut self, metric: &'static Metric) -> Place {
        if !self.is_uncertain(metric) {
            let value = self.book.annual(metric)?;
            return Ok(self.number(double(&value).ok_or(Undefined::Overflow)?));
        }
        let value = self.metric(metric)?;
        if let Some(entered) = self.stand_in(metric, Window::Year) {
            return Ok(self.tape.push(Step::Where(entered, value)));
        }
        if let Some(other) = self.book.convention(metric).complement_of() {
            let other = self.annual(other)?;
            return Ok(self.complement(other));
        }
        let annual = self.annualised(value, metric.compounding());
        if self.book.annualising() == Annualising::Compounded {
            return Ok(annual);
        }
        let Limits { low, high } = Limits::of(metric.range);
        Ok(self.tape.push(Step::Within(annual, low, high)))
    }

    fn annualised(&mut self, value: usize, compounding: Compounding) -> usize {
        let window = self.book.window();
        match (self.book.annualising(), compounding) {
            (Annualising::TimesTwelve, Compounding::Lost) => self.simply(value, window, Window::Year),
            (Annualising::TimesTwelve, Compounding::Kept) => {
                let lost = self.complement(value);
                let lost = self.simply(lost, window, Window::Year);
                self.complement(lost)
            }
            _ => self.rescaled(value, compounding, window, Window::Year),
        }
    }

    /// Draws in which the figures contradict each other have no value: a part is larger than its whole. Nothing where no
    /// limit is in danger.
    pub(super) fn limits(&mut self) -> Option<usize> {
        let mut guard = None;
        for limit in figures::LIMITS {
            let all = limit.parts.iter().chain([&limit.whole]);
            if !all.clone().any(|figure| self.input(figure).is_some()) {
                continue;
            }
            let Ok(whole) = self.figure(limit.whole) else { continue };
            let parts: Vec<usize> = limit.parts.iter().filter_map(|part| self.figure(part).ok()).collect();
            // A hair of room, because parts that make up their whole exactly may not do so in binary.
            let room = self.number(1.0 + 1e-9);
            let start = self.tape.push(Step::Times(whole, room));
            let left = parts.into_iter().fold(start, |left, part| self.tape.push(Step::Minus(left, part)));
            let left = self.tape.push(Step::Within(left, 0.0, f64::MAX));
            guard = Some(guard.map_or(left, |guard| self.tape.push(Step::Where(guard, left))));
        }
        guard
    }

    /// A place without a value where the guard has none.
    pub(super) fn guarded(&mut self, place: usize, guard: Option<usize>) -> usize {
        guard.map_or(place, |guard| self.tape.push(Step::Where(place, guard)))
    }

    pub(super) fn figure(&mut self, figure: &'static Figure) -> Place {
        if let Some(number) = self.input(figure) {
            return Ok(self.drawn(number));
        }
        let value = self.book.counted(figure).ok_or_else(|| Undefined::Missing(vec![figure]))?;
        Ok(self.number(double(&value).ok_or(Undefined::Overflow)?))
    }

    fn expression(&mut self, expression: &'static Expression) -> Place {
        match expression {
            Expression::Figure(figure) => self.figure(figure),
            Expression::Metric(metric) => self.metric(metric),
            Expression::Constant(constant) => Ok(self.number(constant.value as f64)),
            Expression::Sum(terms) => {
                let signed = |is_minus| if is_minus { Step::Minus } else { Step::Plus };
                let terms = terms.iter().map(|term| (term.expression(), signed(term.is_minus())));
                self.all(0.0, terms)
            }
            Expression::Product(factors) => {
                let times: fn(usize, usize) -> Step = Step::Times;
                self.all(1.0, factors.iter().map(|factor| (factor, times)))
            }
            Expression::Quotient { over, under, when_zero } => self.quotient(over, under, *when_zero),
            Expression::InMonths(span) => {
                let span = self.expression(span)?;
                let months = self.window_months();
                Ok(self.tape.push(Step::Times(span, months)))
            }
            Expression::WindowMonths => Ok(self.window_months()),
            Expression::Absolute(part) => {
                let part = self.expression(part)?;
                Ok(self.tape.push(Step::Size(part)))
            }
            Expression::RoundUp(part) => {
                let part = self.expression(part)?;
                Ok(self.tape.push(Step::RoundUp(part)))
            }
            Expression::FromYear(factor) => {
                let factor = self.expression(factor)?;
                Ok(self.rescaled(factor, Compounding::Kept, Window::Year, self.book.window()))
            }
            Expression::GeometricSum { ratio, years, endless } => self.geometric_sum(ratio, years, *endless),
        }
    }

    /// Combines all parts in their order, or gathers the reasons of those that have no value.
    fn all(
        &mut self,
        start: f64,
        parts: impl Iterator<Item = (&'static Expression, fn(usize, usize) -> Step)>,
    ) -> Place {
        let mut total = Ok(self.number(start));
        for (part, step) in parts {
            total = match (total, self.expression(part)) {
                (Ok(so_far), Ok(part)) => Ok(self.tape.push(step(so_far, part))),
                (Err(one), Err(other)) => Err(one.and(other)),
                (Err(reason), _) | (_, Err(reason)) => Err(reason),
            };
        }
        total
    }

    fn quotient(
        &mut self,
        over: &'static Expression,
        divisor: &'static Expression,
        when_zero: WhenZero,
    ) -> Place {
        match (self.expression(over), self.expression(divisor)) {
            (Ok(_), Ok(under)) if self.tape.number(under) == Some(0.0) => {
                Err(Undefined::ZeroDivisor(when_zero, divisor))
            }
            (Ok(over), Ok(under)) => Ok(self.tape.push(Step::Over(over, under))),
            (Err(one), Err(other)) => Err(one.and(other)),
            (Err(reason), _) | (_, Err(reason)) => Err(reason),
        }
    }

    /// How many windows count is never uncertain: years are a choice.
    fn geometric_sum(
        &mut self,
        ratio: &'static Expression,
        years: &'static Expression,
        endless: bool,
    ) -> Place {
        let (ratio, years) = match (self.expression(ratio), self.expression(years)) {
            (Ok(ratio), Ok(years)) => (ratio, years),
            (Err(one), Err(other)) => return Err(one.and(other)),
            (Err(reason), _) | (_, Err(reason)) => return Err(reason),
        };
        let months = self.tape.number(years).map(|years| years * 12.0);
        let windows = months.map(|months| months / f64::from(self.book.window().months()));
        let windows = windows.filter(|count| count.fract() == 0.0 && (0.0..1e6).contains(count));
        let windows = windows.ok_or(Undefined::Overflow)?;
        Ok(self.tape.push(Step::GeometricSum(ratio, windows as u32, endless)))
    }

    pub(super) fn number(&mut self, value: f64) -> usize {
        self.tape.push(Step::Number(value))
    }

    fn window_months(&mut self) -> usize {
        self.number(f64::from(self.book.window().months()))
    }

    fn complement(&mut self, part: usize) -> usize {
        let whole = self.number(1.0);
        self.tape.push(Step::Minus(whole, part))
    }

    /// As [`plimsoll_metrics::rescale`].
    fn rescaled(&mut self, value: usize, compounding: Compounding, from: Window, to: Window) -> usize {
        if from == to {
            return value;
        }
        match compounding {
            Compounding::None => value,
            Compounding::Kept => self.kept(value, from.months(), to.months()),
            Compounding::Gained => self.simply(value, from, to),
            Compounding::Lost => {
                let kept = self.complement(value);
                let kept = self.kept(kept, from.months(), to.months());
                self.complement(kept)
            }
        }
    }

    fn simply(&mut self, value: usize, from: Window, to: Window) -> usize {
        let times = self.number(f64::from(to.months()) / f64::from(from.months()));
        self.tape.push(Step::Times(value, times))
    }

    /// A kept share over `from` months, over `to` months. A share below zero has no other window.
    pub(super) fn kept(&mut self, share: usize, from: u32, to: u32) -> usize {
        let share = self.tape.push(Step::Within(share, 0.0, f64::MAX));
        self.tape.push(match from.checked_div(to) {
            Some(degree @ (3 | 4 | 12)) => Step::Root(share, degree),
            _ => Step::Power(share, to.checked_div(from).unwrap_or(1)),
        })
    }
}
