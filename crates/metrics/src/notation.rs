//! A formula as a row of tokens, from which `report` writes it with names or with the user's numbers.

use crate::{Constant, Expression, Figure, Metric, Term};

/// One token of a written formula.
#[derive(Clone, Copy, Debug)]
pub enum Token {
    /// A figure.
    Figure(&'static Figure),
    /// A metric.
    Metric(&'static Metric),
    /// A number.
    Constant(&'static Constant),
    /// `+`
    Plus,
    /// `−`
    Minus,
    /// `×`
    Times,
    /// `÷`
    DividedBy,
    /// `(`
    Open,
    /// `)`
    Close,
    /// The months of one window, by which a span of windows is multiplied.
    MonthsPerWindow,
    /// A bar, before and behind what is taken without its sign.
    Bar,
    /// What follows in parentheses is rounded up.
    RoundUp,
    /// What follows in parentheses is a factor of a year, taken to the window.
    FromYear,
    /// What follows in parentheses is summed over all windows of a horizon, each keeping the same share of the one before.
    SumOverWindows {
        /// Whether the sum has no end while it comes to something.
        endless: bool,
    },
    /// `,`, between what is summed and its horizon.
    Comma,
}

/// How tightly a node binds; a looser one inside a tighter one is put in parentheses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Divisor,
}

/// The formula of a metric as tokens, with parentheses only where they are needed.
///
/// ```
/// use plimsoll_metrics::{Token, metrics, notation};
/// let tokens = notation(&metrics::LTV_CAC.formula);
/// assert!(matches!(tokens.as_slice(), [Token::Metric(_), Token::DividedBy, Token::Metric(_)]));
/// ```
#[must_use]
pub fn notation(formula: &'static Expression) -> Vec<Token> {
    let mut tokens = Vec::new();
    write(formula, Binding::Sum, &mut tokens);
    tokens
}

fn write(expression: &'static Expression, place: Binding, tokens: &mut Vec<Token>) {
    let own = match expression {
        Expression::Sum(_) => Binding::Sum,
        Expression::Product(_) | Expression::Quotient { .. } | Expression::InMonths(_) => Binding::Product,
        Expression::Figure(leaf) => return tokens.push(Token::Figure(leaf)),
        Expression::Metric(leaf) => return tokens.push(Token::Metric(leaf)),
        Expression::Constant(leaf) => return tokens.push(Token::Constant(leaf)),
        Expression::WindowMonths => return tokens.push(Token::MonthsPerWindow),
        Expression::Absolute(part) => return write_between(Token::Bar, part, Token::Bar, tokens),
        Expression::RoundUp(part) => return write_call(Token::RoundUp, &[part], tokens),
        Expression::FromYear(factor) => return write_call(Token::FromYear, &[factor], tokens),
        Expression::GeometricSum { ratio, years, endless } => {
            return write_call(Token::SumOverWindows { endless: *endless }, &[ratio, years], tokens);
        }
    };
    let parentheses = own < place;
    if parentheses {
        tokens.push(Token::Open);
    }
    match expression {
        Expression::Sum(terms) => write_sum(terms, tokens),
        Expression::Product(factors) => write_product(factors, tokens),
        Expression::Quotient { over, under, .. } => {
            write(over, Binding::Product, tokens);
            tokens.push(Token::DividedBy);
            write(under, Binding::Divisor, tokens);
        }
        Expression::InMonths(span) => {
            write(span, Binding::Product, tokens);
            tokens.extend([Token::Times, Token::MonthsPerWindow]);
        }
        _ => {}
    }
    if parentheses {
        tokens.push(Token::Close);
    }
}

fn write_between(open: Token, part: &'static Expression, close: Token, tokens: &mut Vec<Token>) {
    tokens.push(open);
    write(part, Binding::Sum, tokens);
    tokens.push(close);
}

/// A name with what it is applied to in parentheses.
fn write_call(name: Token, parts: &[&'static Expression], tokens: &mut Vec<Token>) {
    tokens.extend([name, Token::Open]);
    for (position, part) in parts.iter().enumerate() {
        if position > 0 {
            tokens.push(Token::Comma);
        }
        write(part, Binding::Sum, tokens);
    }
    tokens.push(Token::Close);
}

fn write_sum(terms: &'static [Term], tokens: &mut Vec<Token>) {
    for (position, term) in terms.iter().enumerate() {
        match (position, term) {
            (_, Term::Minus(_)) => tokens.push(Token::Minus),
            (0, Term::Plus(_)) => {}
            (_, Term::Plus(_)) => tokens.push(Token::Plus),
        }
        let place = if term.is_minus() { Binding::Product } else { Binding::Sum };
        write(term.expression(), place, tokens);
    }
}

fn write_product(factors: &'static [Expression], tokens: &mut Vec<Token>) {
    for (position, factor) in factors.iter().enumerate() {
        if position > 0 {
            tokens.push(Token::Times);
        }
        write(factor, Binding::Product, tokens);
    }
}
