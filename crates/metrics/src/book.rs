//! One set of figures for one window, and what follows from it.

use std::cell::RefCell;

use crate::{Annualising, Exact, Few, Figure, Metric, Undefined, Window, annualise};

/// The value of a metric, or the reason why there is none.
pub type Outcome = Result<Exact, Undefined>;

/// A metric entered as known: it stands for its formula wherever another metric rests on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its value over its own window.
    pub value: Exact,
    /// The window it was measured over. Another window than the book's is reached by compounding.
    pub window: Window,
}

/// Figures and known metrics for one window: all that an evaluation needs.
#[derive(Clone, Debug)]
pub struct Book {
    window: Window,
    figures: Few<&'static Figure, Exact>,
    /// Figures for which something was entered that does not count.
    refused: Vec<&'static Figure>,
    known: Few<&'static Metric, Known>,
    /// Which convention stands in a metric's place.
    conventions: Few<&'static Metric, &'static Metric>,
    annualising: Annualising,
    /// What was worked out since the last change. Metrics rest on each other, and a page asks for each many times.
    worked_out: RefCell<Few<&'static Metric, Outcome>>,
    /// The same over a year.
    worked_out_annually: RefCell<Few<&'static Metric, Outcome>>,
}

impl PartialEq for Book {
    fn eq(&self, other: &Self) -> bool {
        self.window == other.window
            && self.figures == other.figures
            && self.refused == other.refused
            && self.known == other.known
            && self.conventions == other.conventions
            && self.annualising == other.annualising
    }
}

impl Eq for Book {}

impl Book {
    /// An empty book for this window.
    #[must_use]
    pub const fn new(window: Window) -> Self {
        Self {
            window,
            figures: Few::new(),
            refused: Vec::new(),
            known: Few::new(),
            conventions: Few::new(),
            annualising: Annualising::Compounded,
            worked_out: RefCell::new(Few::new()),
            worked_out_annually: RefCell::new(Few::new()),
        }
    }

    /// The window that the flows were counted over.
    #[must_use]
    pub const fn window(&self) -> Window {
        self.window
    }

    /// Sets a figure.
    pub fn set(&mut self, figure: &'static Figure, value: Exact) {
        self.figures.set(figure, value);
        self.start_over();
    }

    /// The value that was set for a figure.
    #[must_use]
    pub fn figure(&self, figure: &'static Figure) -> Option<&Exact> {
        self.figures.get(&figure)
    }

    /// The value with which a figure counts: what was set, or what is assumed while nothing was entered.
    #[must_use]
    pub fn counted(&self, figure: &'static Figure) -> Option<Exact> {
        let assumed = || figure.assumed().filter(|_| !self.refused.contains(&figure));
        self.figure(figure).cloned().or_else(assumed)
    }

    /// Notes that something was entered for a figure that does not count, so that nothing is assumed in its place.
    pub fn refuse(&mut self, figure: &'static Figure) {
        self.refused.push(figure);
        self.start_over();
    }

    /// Has one of a metric's conventions stand in its place, wherever it is asked for. A metric that is no convention
    /// brings back its own formula.
    ///
    /// ```
    /// use plimsoll_metrics::{Book, Exact, Window, figures, metrics};
    /// let mut book = Book::new(Window::Year);
    /// book.set(&figures::START_CUSTOMERS, Exact::from(80));
    /// book.set(&figures::NEW_CUSTOMERS, Exact::from(20));
    /// book.set(&figures::LOST_CUSTOMERS, Exact::from(8));
    /// assert_eq!(book.evaluate(&metrics::LOGO_CHURN), Ok(Exact::percent(10)));
    /// book.choose(&metrics::LOGO_CHURN_WITH_JOINERS);
    /// assert_eq!(book.evaluate(&metrics::LOGO_CHURN), Ok(Exact::percent(8)));
    /// ```
    pub fn choose(&mut self, convention: &'static Metric) {
        let head = convention.head();
        if head == convention {
            self.conventions.remove(&head);
        } else {
            self.conventions.set(head, convention);
        }
        self.start_over();
    }

    /// The metric whose formula counts for this one: the convention that was chosen, or itself.
    #[must_use]
    pub fn convention(&self, metric: &'static Metric) -> &'static Metric {
        self.conventions.get(&metric).copied().unwrap_or(metric)
    }

    /// Chooses how shorter windows become years.
    pub fn set_annualising(&mut self, annualising: Annualising) {
        self.annualising = annualising;
        self.start_over();
    }

    /// How shorter windows become years.
    #[must_use]
    pub const fn annualising(&self) -> Annualising {
        self.annualising
    }

    /// Enters a metric as known.
    pub fn set_known(&mut self, metric: &'static Metric, known: Known) {
        self.known.set(metric, known);
        self.start_over();
    }

    /// Forgets a metric entered as known, so that its formula counts again.
    pub fn forget(&mut self, metric: &'static Metric) {
        self.known.remove(&metric);
        self.start_over();
    }

    fn start_over(&mut self) {
        *self.worked_out.get_mut() = Few::new();
        *self.worked_out_annually.get_mut() = Few::new();
    }

    /// What was entered for a metric itself, over its own window.
    #[must_use]
    pub fn known(&self, metric: &'static Metric) -> Option<&Known> {
        self.known.get(&metric)
    }

    /// Every metric entered as known.
    pub fn all_known(&self) -> impl Iterator<Item = (&'static Metric, &Known)> {
        self.known.iter().map(|(metric, known)| (*metric, known))
    }

    /// The value that stands for the metric's formula over the book's window: entered for the metric itself, or
    /// for its complement (churn, where retention was entered).
    #[must_use]
    pub fn stand_in(&self, metric: &'static Metric) -> Option<Outcome> {
        self.stand_in_over(metric, self.window)
    }

    fn stand_in_over(&self, metric: &'static Metric, window: Window) -> Option<Outcome> {
        let own = |metric: &'static Metric| {
            let known = self.known(metric)?;
            let rescaled = metric.rescale(&known.value, known.window, window);
            Some(rescaled.ok_or(Undefined::OutOfRange(metric)))
        };
        let complement = || {
            let other = self
                .all_known()
                .map(|(other, _)| other)
                .find(|other| other.complement_of() == Some(metric))?;
            own(other).map(|value| value.map(|value| value.complement()))
        };
        own(metric).or_else(complement)
    }

    /// The value of a metric over the book's window.
    ///
    /// # Errors
    ///
    /// The reason why there is no value: figures that are missing, a divisor that is zero, a value outside of
    /// what the metric can be.
    pub fn evaluate(&self, metric: &'static Metric) -> Outcome {
        remembered(&self.worked_out, metric, || match self.stand_in(metric) {
            Some(outcome) => in_range(metric, outcome?),
            None => self.by_formula(metric),
        })
    }

    /// The value that the formula gives, whatever was entered as known for the metric itself.
    ///
    /// # Errors
    ///
    /// As for [`Book::evaluate`].
    pub fn by_formula(&self, metric: &'static Metric) -> Outcome {
        let counts = self.convention(metric);
        in_range(counts, counts.formula.evaluate(self)?)
    }

    /// The value of a metric over a year, as the benchmarks are. A shorter window is compounded.
    ///
    /// # Errors
    ///
    /// As for [`Book::evaluate`].
    pub fn annual(&self, metric: &'static Metric) -> Outcome {
        remembered(&self.worked_out_annually, metric, || {
            let value = self.evaluate(metric)?;
            // A root is rounded: what was entered for a year must not go by way of a shorter window and come back.
            if let Some(outcome) = self.stand_in_over(metric, Window::Year) {
                return outcome;
            }
            if let Some(other) = self.convention(metric).complement_of() {
                return self.annual(other).map(|other| other.complement());
            }
            let annual = annualise(&value, metric.compounding(), self.window, self.annualising);
            // Times twelve, more than everything may be lost; compounded it cannot.
            annual
                .filter(|annual| self.annualising == Annualising::Compounded || metric.range.holds(annual))
                .ok_or(Undefined::OutOfRange(metric))
        })
    }
}

/// What was worked out before, or what is now.
fn remembered(
    memory: &RefCell<Few<&'static Metric, Outcome>>,
    metric: &'static Metric,
    work_out: impl FnOnce() -> Outcome,
) -> Outcome {
    if let Some(outcome) = memory.borrow().get(&metric) {
        return outcome.clone();
    }
    let outcome = work_out();
    memory.borrow_mut().set(metric, outcome.clone());
    outcome
}

fn in_range(metric: &'static Metric, value: Exact) -> Outcome {
    // Eight decimals are more than is ever shown; what does not fit cannot be written at all.
    if !value.is_writable(8) {
        return Err(Undefined::Overflow);
    }
    if metric.range.holds(&value) { Ok(value) } else { Err(Undefined::OutOfRange(metric)) }
}
