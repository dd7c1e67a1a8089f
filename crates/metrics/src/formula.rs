//! Formulas as constant trees. From one tree come the value, the printed formula, the figures to ask for,
//! the reason why there is no value, and the kind, which the compiler checks.

use crate::{Book, Compounding, Exact, Figure, Kind, Metric, Outcome, Undefined, Window, rescale};

/// A number that stands in a formula.
#[derive(Debug, PartialEq, Eq)]
pub struct Constant {
    /// Its value, a whole number.
    pub value: i64,
    /// Its kind: a plain ratio, or months in a year.
    pub kind: Kind,
    /// Whether it is written as a percentage: the whole of which a share is kept.
    pub is_share: bool,
}

impl Constant {
    /// One.
    pub const ONE: Self = Self { value: 1, kind: Kind::RATIO, is_share: false };
    /// 100 %, the whole of which a share is kept or lost.
    pub const WHOLE: Self = Self { value: 1, kind: Kind::RATIO, is_share: true };
    /// The twelve months of a year.
    pub const MONTHS_PER_YEAR: Self = Self { value: 12, kind: Kind::MONTHS_PER_YEAR, is_share: false };

    /// A plain number.
    #[must_use]
    pub const fn number(value: i64) -> Self {
        Self { value, kind: Kind::RATIO, is_share: false }
    }
}

/// What it means when a divisor is zero (`conventions.md`, "Undefined").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenZero {
    /// There is nothing to measure against: no MRR at the start, no customers, no CAC.
    NoBase,
    /// Nobody left in the window, so a lifetime has no end.
    NoChurn,
    /// Nothing ever pays it back.
    Never,
    /// Nothing was lost in the window, so there is nothing to compare gains with.
    NoLosses,
}

/// One term of a sum.
#[derive(Debug, PartialEq, Eq)]
pub enum Term {
    /// Added.
    Plus(Expression),
    /// Taken away.
    Minus(Expression),
}

impl Term {
    /// The expression, whatever its sign.
    #[must_use]
    pub const fn expression(&self) -> &Expression {
        match self {
            Self::Plus(expression) | Self::Minus(expression) => expression,
        }
    }

    /// Whether it is taken away.
    #[must_use]
    pub const fn is_minus(&self) -> bool {
        matches!(self, Self::Minus(_))
    }
}

/// A node of a formula.
#[derive(Debug, PartialEq, Eq)]
pub enum Expression {
    /// A figure that a person enters.
    Figure(&'static Figure),
    /// Another metric; entered as known, it stands for its formula.
    Metric(&'static Metric),
    /// A number.
    Constant(Constant),
    /// A sum of terms, some taken away.
    Sum(&'static [Term]),
    /// A product.
    Product(&'static [Expression]),
    /// A quotient.
    Quotient {
        /// What is divided.
        over: &'static Expression,
        /// What it is divided by.
        under: &'static Expression,
        /// What it means when the divisor is zero.
        when_zero: WhenZero,
    },
    /// A span of windows, counted in months.
    InMonths(&'static Expression),
    /// How many months the window has.
    WindowMonths,
    /// The size of a value, whatever its sign.
    Absolute(&'static Expression),
    /// The next whole number.
    RoundUp(&'static Expression),
    /// A growth factor of a year, taken to the window by compounding.
    FromYear(&'static Expression),
    /// What all windows bring together, for each unit that the first one brings: 1 + q + q² + …, where every window keeps
    /// `ratio` of the one before it.
    GeometricSum {
        /// What a window keeps of the one before it.
        ratio: &'static Expression,
        /// After how many years the sum ends.
        years: &'static Expression,
        /// Whether it goes on without end while each window brings less than the one before it.
        endless: bool,
    },
}

impl Expression {
    /// The kind of the value, worked out from the parts. In a `const` a mismatch is a compile error, and so is
    /// a formula that rests on itself.
    #[allow(clippy::missing_panics_doc, reason = "runs in constants, where a panic is a compile error")]
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Figure(figure) => figure.kind,
            Self::Metric(metric) => metric.formula.kind(),
            Self::Constant(constant) => constant.kind,
            Self::Sum(terms) => sum_kind(terms),
            Self::Product(factors) => product_kind(factors),
            Self::Quotient { over, under, .. } => over.kind().quotient(under.kind()),
            Self::InMonths(span) => span.kind().in_months(),
            Self::WindowMonths => Kind::MONTHS,
            Self::Absolute(part) | Self::RoundUp(part) => part.kind(),
            Self::FromYear(factor) => factor.kind().from_year(),
            Self::GeometricSum { ratio, years, .. } => ratio.kind().geometric_sum(years.kind()),
        }
    }

    /// The value of the expression with a book's figures.
    ///
    /// # Errors
    ///
    /// The reason why there is no value: what a leaf says, or a divisor that is zero. Missing figures are gathered
    /// from all parts, so that everything to be asked for is asked for at once.
    pub fn evaluate(&'static self, book: &Book) -> Outcome {
        match self {
            Self::Figure(figure) => book.counted(figure).ok_or_else(|| Undefined::Missing(vec![figure])),
            Self::Metric(metric) => book.evaluate(metric),
            Self::Constant(constant) => Ok(Exact::from(constant.value)),
            Self::Sum(terms) => fold(
                terms.iter().map(|term| (term.expression(), term)),
                Exact::zero(),
                book,
                |sum, term, part| {
                    if term.is_minus() { sum.minus(part) } else { sum.plus(part) }
                },
            ),
            Self::Product(factors) => {
                fold(factors.iter().map(|factor| (factor, ())), Exact::one(), book, |product, (), part| {
                    product.times(part)
                })
            }
            Self::Quotient { over, under: divisor, when_zero } => {
                match (over.evaluate(book), divisor.evaluate(book)) {
                    (Ok(over), Ok(under)) => {
                        over.divided_by(&under).ok_or(Undefined::ZeroDivisor(*when_zero, divisor))
                    }
                    (Err(one), Err(other)) => Err(one.and(other)),
                    (Err(reason), _) | (_, Err(reason)) => Err(reason),
                }
            }
            Self::InMonths(span) => Ok(span.evaluate(book)?.times(&window_months(book))),
            Self::WindowMonths => Ok(window_months(book)),
            Self::Absolute(part) => Ok(part.evaluate(book)?.abs()),
            Self::RoundUp(part) => Ok(part.evaluate(book)?.round_up()),
            Self::FromYear(factor) => {
                rescale(&factor.evaluate(book)?, Compounding::Kept, Window::Year, book.window())
                    .ok_or(Undefined::Overflow)
            }
            Self::GeometricSum { ratio, years, endless } => {
                match (ratio.evaluate(book), years.evaluate(book)) {
                    (Ok(ratio), Ok(years)) => geometric_sum(&ratio, &years, *endless, book.window()),
                    (Err(one), Err(other)) => Err(one.and(other)),
                    (Err(reason), _) | (_, Err(reason)) => Err(reason),
                }
            }
        }
    }

    /// The parts of this node, in the order in which they are written.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Figure(_) | Self::Metric(_) | Self::Constant(_) | Self::WindowMonths => Vec::new(),
            Self::Sum(terms) => terms.iter().map(Term::expression).collect(),
            Self::Product(factors) => factors.iter().collect(),
            Self::Quotient { over, under, .. } => vec![over, under],
            Self::InMonths(part) | Self::Absolute(part) | Self::RoundUp(part) | Self::FromYear(part) => {
                vec![part]
            }
            Self::GeometricSum { ratio, years, .. } => vec![ratio, years],
        }
    }

    /// How often the figure stands in the formula, through the metrics it rests on.
    #[must_use]
    pub fn occurrences(&self, figure: &Figure) -> usize {
        match self {
            Self::Figure(leaf) => usize::from(*leaf == figure),
            Self::Metric(metric) => metric.formula.occurrences(figure),
            _ => self.parts().iter().map(|part| part.occurrences(figure)).fold(0, usize::saturating_add),
        }
    }

    /// The metric of which this formula is the complement: `1 − metric`.
    pub(crate) fn complement_of(&self) -> Option<&'static Metric> {
        let Self::Sum([Term::Plus(Self::Constant(constant)), Term::Minus(Self::Metric(metric))]) = self
        else {
            return None;
        };
        constant.is_share.then_some(*metric)
    }
}

fn window_months(book: &Book) -> Exact {
    Exact::from(i64::from(book.window().months()))
}

/// 1 + q + q² + … over so many years of windows, or without end where that comes to something.
fn geometric_sum(ratio: &Exact, years: &Exact, endless: bool, window: Window) -> Outcome {
    let left = ratio.complement();
    if endless && !left.is_negative() && !left.is_zero() {
        return Exact::one().divided_by(&left).ok_or(Undefined::Overflow);
    }
    let windows = years.times(&Exact::from(12)).divided_by(&Exact::from(i64::from(window.months())));
    let windows = windows.filter(|windows| windows.is_whole() && !windows.is_negative());
    let count = windows
        .as_ref()
        .and_then(|windows| windows.to_decimal(0))
        .and_then(|count| u32::try_from(count).ok());
    let (windows, count) = windows.zip(count).ok_or(Undefined::Overflow)?;
    if left.is_zero() {
        return Ok(windows);
    }
    ratio.power(count).complement().divided_by(&left).ok_or(Undefined::Overflow)
}

/// Combines all parts, or gathers the reasons of those that have no value.
fn fold<T>(
    parts: impl Iterator<Item = (&'static Expression, T)>,
    start: Exact,
    book: &Book,
    combine: impl Fn(&Exact, T, &Exact) -> Exact,
) -> Outcome {
    let mut total = Ok(start);
    for (part, how) in parts {
        total = match (total, part.evaluate(book)) {
            (Ok(so_far), Ok(value)) => Ok(combine(&so_far, how, &value)),
            (Err(one), Err(other)) => Err(one.and(other)),
            (Err(reason), _) | (_, Err(reason)) => Err(reason),
        };
    }
    total
}

#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "loops of a const fn; they run in constants, where an error is a compile error"
)]
const fn sum_kind(terms: &'static [Term]) -> Kind {
    let mut kind = terms[0].expression().kind();
    let mut next = 1;
    while next < terms.len() {
        kind = kind.sum(terms[next].expression().kind());
        next += 1;
    }
    kind
}

#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "loops of a const fn; they run in constants, where an error is a compile error"
)]
const fn product_kind(factors: &'static [Expression]) -> Kind {
    let mut kind = factors[0].kind();
    let mut next = 1;
    while next < factors.len() {
        kind = kind.product(factors[next].kind());
        next += 1;
    }
    kind
}
