//! The slope of a metric: its derivative with respect to one figure, from the formula itself.
//!
//! Value and slope of every node follow from those of its parts (forward differentiation), in exact fractions.

use plimsoll_metrics::{
    Book, Compounding, Exact, Expression, Figure, Metric, Outcome, Term, Undefined, Window, rescale,
};

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

/// Why there is no slope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSlope {
    /// The metric, or a part of its formula, has no value.
    Undefined(Undefined),
    /// The metric goes up in whole steps, flat in between: see what a step of the figure does instead.
    Steps,
    /// Here the metric has a corner, with another slope to either side.
    Corner,
}

impl From<Undefined> for NoSlope {
    fn from(reason: Undefined) -> Self {
        Self::Undefined(reason)
    }
}

/// A value, and how fast it grows with the figure.
struct Sloped {
    value: Exact,
    slope: Exact,
}

type Slope = Result<Sloped, NoSlope>;

/// How fast a metric over the book's window grows with a figure: its change for each unit of it, where that is small.
///
/// Zero where the metric does not rest on the figure, or only through a metric that was entered as known. Exact but for roots
/// of yearly factors, which keep twenty significant digits.
///
/// # Errors
///
/// See [`NoSlope`].
///
/// ```
/// use plimsoll_forecast::slope;
/// use plimsoll_metrics::{Book, Exact, Window, figures, metrics};
///
/// let mut book = Book::new(Window::Year);
/// book.set(&figures::START_CUSTOMERS, Exact::from(200));
/// book.set(&figures::LOST_CUSTOMERS, Exact::from(20));
/// // One more lost is half a point; one more to start with is 20 ÷ 200² less.
/// assert_eq!(slope(&book, &metrics::LOGO_CHURN, &figures::LOST_CUSTOMERS), Ok(Exact::per_mille(5)));
/// let at_start = slope(&book, &metrics::LOGO_CHURN, &figures::START_CUSTOMERS).unwrap();
/// assert_eq!(at_start.to_decimal(4).unwrap().to_string(), "-0.0005");
/// ```
pub fn slope(book: &Book, metric: &'static Metric, figure: &'static Figure) -> Result<Exact, NoSlope> {
    let slope = of_metric(book, metric, figure)?.slope;
    // Eight decimals can be written of everything that is not too large.
    if slope.to_decimal(8).is_none() { Err(Undefined::Overflow.into()) } else { Ok(slope) }
}

fn of_metric(book: &Book, metric: &'static Metric, figure: &'static Figure) -> Slope {
    let value = book.evaluate(metric)?;
    if book.stand_in(metric).is_some() {
        return Ok(level(value));
    }
    Ok(Sloped { value, slope: of(book, &book.convention(metric).formula, figure)?.slope })
}

/// What does not move with the figure.
fn level(value: Exact) -> Sloped {
    Sloped { value, slope: Exact::zero() }
}

fn fixed(value: Outcome) -> Slope {
    Ok(level(value?))
}

fn of(book: &Book, expression: &'static Expression, figure: &'static Figure) -> Slope {
    let part = |part: &'static Expression| of(book, part, figure);
    match expression {
        Expression::Figure(leaf) if *leaf == figure => {
            Ok(Sloped { value: expression.evaluate(book)?, slope: Exact::one() })
        }
        Expression::Figure(_) | Expression::Constant(_) | Expression::WindowMonths => {
            fixed(expression.evaluate(book))
        }
        Expression::Metric(metric) => of_metric(book, metric, figure),
        Expression::Sum(terms) => of_sum(terms, part),
        Expression::Product(factors) => of_product(factors, part),
        Expression::Quotient { over, under, when_zero } => {
            let (over, divisor) = (part(over)?, part(under)?);
            let zero = || Undefined::ZeroDivisor(*when_zero, under);
            let value = over.value.divided_by(&divisor.value).ok_or_else(zero)?;
            let rise = over.slope.minus(&value.times(&divisor.slope));
            Ok(Sloped { slope: rise.divided_by(&divisor.value).ok_or_else(zero)?, value })
        }
        Expression::InMonths(span) => {
            let (span, months) = (part(span)?, months(book.window()));
            Ok(Sloped { value: span.value.times(&months), slope: span.slope.times(&months) })
        }
        Expression::Absolute(inner) => {
            let inner = part(inner)?;
            if inner.value.is_zero() && !inner.slope.is_zero() {
                return Err(NoSlope::Corner);
            }
            let slope = if inner.value.is_negative() { negative(&inner.slope) } else { inner.slope };
            Ok(Sloped { value: inner.value.abs(), slope })
        }
        Expression::RoundUp(inner) => {
            let inner = part(inner)?;
            if inner.slope.is_zero() { Ok(level(inner.value.round_up())) } else { Err(NoSlope::Steps) }
        }
        Expression::FromYear(factor) => of_year(book, part(factor)?),
        Expression::GeometricSum { ratio, years, endless } => {
            let (ratio, years) = (part(ratio)?, part(years)?);
            of_geometric(book, &ratio, &years, *endless, expression.evaluate(book)?)
        }
    }
}

fn months(window: Window) -> Exact {
    Exact::from(i64::from(window.months()))
}

fn negative(value: &Exact) -> Exact {
    Exact::zero().minus(value)
}

fn of_sum(terms: &'static [Term], part: impl Fn(&'static Expression) -> Slope) -> Slope {
    let mut sum = level(Exact::zero());
    for term in terms {
        let one = part(term.expression())?;
        sum = if term.is_minus() {
            Sloped { value: sum.value.minus(&one.value), slope: sum.slope.minus(&one.slope) }
        } else {
            Sloped { value: sum.value.plus(&one.value), slope: sum.slope.plus(&one.slope) }
        };
    }
    Ok(sum)
}

fn of_product(factors: &'static [Expression], part: impl Fn(&'static Expression) -> Slope) -> Slope {
    let mut product = level(Exact::one());
    for factor in factors {
        let one = part(factor)?;
        product = Sloped {
            slope: product.slope.times(&one.value).plus(&product.value.times(&one.slope)),
            value: product.value.times(&one.value),
        };
    }
    Ok(product)
}

/// `f^(m ÷ 12)` grows with `m ÷ 12 × f^(m ÷ 12) ÷ f`.
fn of_year(book: &Book, factor: Sloped) -> Slope {
    let window = book.window();
    let value = rescale(&factor.value, Compounding::Kept, Window::Year, window).ok_or(Undefined::Overflow)?;
    if window == Window::Year || factor.slope.is_zero() {
        return Ok(Sloped { value, slope: factor.slope });
    }
    // The root of nothing goes up without end.
    let part = value.divided_by(&factor.value).ok_or(NoSlope::Corner)?;
    let share = months(window).times(&Exact::from(12).inverse());
    Ok(Sloped { slope: factor.slope.times(&part).times(&share), value })
}

/// `1 + q + … + q^(n−1)` grows with `(1 − n q^(n−1) + (n − 1) q^n) ÷ (1 − q)²`; without end, with `1 ÷ (1 − q)²`.
fn of_geometric(book: &Book, ratio: &Sloped, years: &Sloped, endless: bool, value: Exact) -> Slope {
    let left = ratio.value.complement();
    let is_endless = endless && !left.is_negative() && !left.is_zero();
    if !is_endless && !years.slope.is_zero() {
        return Err(NoSlope::Steps);
    }
    if ratio.slope.is_zero() {
        return Ok(level(value));
    }
    if endless && left.is_zero() {
        return Err(NoSlope::Corner);
    }
    let rise = if is_endless {
        value.times(&value)
    } else {
        let windows = years.value.times(&Exact::from(12)).divided_by(&months(book.window()));
        finite_rise(&ratio.value, &left, &windows.ok_or(Undefined::Overflow)?).ok_or(Undefined::Overflow)?
    };
    Ok(Sloped { value, slope: rise.times(&ratio.slope) })
}

fn finite_rise(ratio: &Exact, left: &Exact, windows: &Exact) -> Option<Exact> {
    let before = windows.minus(&Exact::one());
    if left.is_zero() {
        return windows.times(&before).divided_by(&Exact::from(2));
    }
    let power = ratio.power(u32::try_from(before.to_decimal(0)?).ok()?);
    let last = windows.times(&power).minus(&before.times(&power).times(ratio));
    Exact::one().minus(&last).divided_by(&left.times(left))
}
