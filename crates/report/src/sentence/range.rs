//! What is wrong with a range.

use super::problem;
use crate::draws::RangeProblem;

/// What is wrong with a range, for people.
pub(crate) fn range_problem(wrong: &RangeProblem, currency: &str) -> String {
    match wrong {
        RangeProblem::Number(number) => problem(number, currency, None),
        RangeProblem::NotAscending => "A range begins with its smallest number.".into(),
        RangeProblem::SkewedFromZero => "A log-normal range begins above zero.".into(),
        RangeProblem::TooMany => "A range has two numbers, or three with the likeliest between.".into(),
        RangeProblem::OneNumber => {
            "That is one number. A range has two, as in “30k to 45k”; leave it empty where you are certain."
                .into()
        }
    }
}
