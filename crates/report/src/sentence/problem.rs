//! What is wrong with a field, and what would be right. Each has its own words.

use plimsoll_forecast::LeverProblem;
use plimsoll_intake::NumberProblem;
use plimsoll_metrics::metrics::GROSS_REVENUE_RETENTION;
use plimsoll_metrics::{Figure, Limit, Metric};

use super::{inline, list};
use crate::read::Problem;

/// What is wrong with a figure's or metric's field, for people.
pub(crate) fn problem(problem: &Problem, currency: &str, metric: Option<&Metric>) -> String {
    match problem {
        Problem::Unreadable(problem) => unreadable(*problem),
        Problem::Negative => "It cannot be below zero.".into(),
        Problem::NegativeFlow => "It cannot be below zero. Losses are entered as positive numbers.".into(),
        Problem::Fraction => "This is counted whole: leave out the fraction.".into(),
        Problem::OutsideShare if metric == Some(&GROSS_REVENUE_RETENTION) => {
            "It cannot be above 100%: gross retention leaves expansion out. Did some get in?".into()
        }
        Problem::OutsideShare => "It must lie between 0% and 100%.".into(),
        Problem::Outside(least, most) => {
            ["It must lie between ", &signed(*least), " and ", &signed(*most), "."].concat()
        }
        Problem::OtherCurrency(sign) => format!(
            "This is in {sign}, the page is in {currency}. Choose the currency above, or enter the amount in {currency}."
        ),
        Problem::PercentSign => "This is not a percentage: leave out the percent sign.".into(),
        Problem::CurrencySign => "This is not an amount of money: leave out the currency.".into(),
        Problem::OverLimit(limit) => over_limit(limit),
    }
}

/// A whole number with a minus sign where it is below zero.
fn signed(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    if number < 0 { ["−", &digits].concat() } else { digits }
}

fn over_limit(limit: &Limit) -> String {
    let parts: Vec<String> = limit.parts.iter().map(|part| inline(part.term)).collect();
    match parts.as_slice() {
        [_] => format!("That is more than the {}.", inline(limit.whole.term)),
        _ => format!("Together, {} are more than the {}.", list(&parts), inline(limit.whole.term)),
    }
}

/// Why a text is not a number, for people. Places count from 1, as people do.
pub(crate) fn unreadable(problem: NumberProblem) -> String {
    match problem {
        NumberProblem::Empty => "There is nothing here.".into(),
        NumberProblem::NotANumber { at, found } => {
            format!(
                "“{}” at place {at} is not part of a number. Write it like 12,500 or 12.5k.",
                visible(found)
            )
        }
        NumberProblem::NotPlainDigits { at, found } => {
            format!("“{}” at place {at} is not a plain digit. Use the digits 0 to 9.", visible(found))
        }
        NumberProblem::TwoDecimalMarks { at } => {
            format!("There is a second decimal mark at place {at}. Keep one.")
        }
        NumberProblem::MisplacedGroup { at } => {
            format!(
                "The separator at place {at} does not set off three digits. Leave it out, or check the number."
            )
        }
        NumberProblem::TooManyDigits { digits, limit } => {
            format!("It has {digits} digits; up to {limit} are kept exactly. Leave some out.")
        }
        NumberProblem::TooLong { chars, limit } => {
            format!("It has {chars} characters; a number has {limit} at most.")
        }
    }
}

/// A character as it can be shown: control and direction marks by their code.
fn visible(c: char) -> String {
    let hidden = c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    if hidden { format!("U+{:04X}", u32::from(c)) } else { c.to_string() }
}

/// Why a lever could not be moved as asked.
pub(crate) fn lever_problem(problem: &LeverProblem) -> String {
    match problem {
        LeverProblem::ChurnAboveWhole => {
            "That would lose more than everything: churn cannot pass 100%.".into()
        }
        LeverProblem::MarginOutside => "That would take the gross margin out of 0% to 100%.".into(),
        LeverProblem::BelowZero => "It cannot fall below zero: −100% is the least.".into(),
        LeverProblem::NothingToMove(figures) => {
            let terms: Vec<String> = figures.iter().map(|figure: &&Figure| inline(figure.term)).collect();
            format!("There is nothing to move yet. Enter {}.", list(&terms))
        }
    }
}
