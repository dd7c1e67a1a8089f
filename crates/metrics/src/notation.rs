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
        Expression::Figure(_) | Expression::Metric(_) | Expression::Constant(_) => {}
    }
    if parentheses {
        tokens.push(Token::Close);
    }
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
