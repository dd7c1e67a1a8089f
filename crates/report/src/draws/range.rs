//! Ranges, as people write what they do not know: "30k to 45k", "2..4", "uniform 2 – 4", "2 to 3 to 6".

use plimsoll_forecast::uncertainty::{Distribution, double};
use plimsoll_intake::DecimalMark;
use plimsoll_metrics::{Exact, Unit};

use crate::read::{Problem, Typed, quantity};

/// How values are spread over a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "2 to 4": nine of ten lie between both, most in the middle.
    Bell,
    /// "uniform 2 to 4": each value between both is as likely as the others.
    Even,
    /// "lognormal 2 to 8": nine of ten lie between both, with a long way up.
    Skewed,
    /// "2 to 3 to 6": at least, most likely, at most.
    Corners(Exact),
}

/// A range, in the quantity's own terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ranged {
    /// How values are spread over it.
    pub(crate) form: Form,
    /// Its lower end.
    pub(crate) low: Exact,
    /// Its upper end.
    pub(crate) high: Exact,
}

/// What is wrong with a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RangeProblem {
    /// One of its numbers cannot be read, or is not accepted.
    Number(Problem),
    /// It does not begin with its smallest number.
    NotAscending,
    /// A log-normal range that does not begin above zero.
    SkewedFromZero,
    /// It has four numbers or more.
    TooMany,
    /// It is one number, which is what was entered already.
    OneNumber,
}

/// What parts two numbers. The two points can be typed on a pad of digits.
const BETWEEN: [&str; 7] = [" to ", "..", "…", ",,", "–", "—", "-"];

impl Ranged {
    /// The range as it is drawn.
    pub(crate) fn spread(&self) -> Option<Distribution> {
        let (low, high) = (double(&self.low)?, double(&self.high)?);
        Some(match &self.form {
            Form::Bell => Distribution::between(low, high),
            Form::Skewed => Distribution::between_skewed(low, high),
            Form::Even => Distribution::Uniform { low, high },
            Form::Corners(likeliest) => Distribution::Triangular { low, likeliest: double(likeliest)?, high },
        })
    }
}

/// Reads a text as a range of quantities of this unit, all of which must pass. Nothing where nothing was typed.
pub(crate) fn ranged(
    text: &str,
    mark: DecimalMark,
    unit: Unit,
    currency: &str,
    refuse: &dyn Fn(&Exact) -> Option<Problem>,
) -> Result<Option<Ranged>, RangeProblem> {
    let (form, body) = named(text.trim());
    let read = |part: &str| passed(quantity(part, mark, unit, currency), refuse);
    let parts = parts_of(body);
    let scale =
        parts.last().map_or("", |last| last.trim_start_matches(|letter: char| !letter.is_ascii_alphabetic()));
    let mut values: Vec<Exact> = Vec::new();
    for part in parts.iter().rev() {
        let fits = |value: &Exact| values.last().is_none_or(|above| value <= above);
        // "30 to 40k" is in thousands throughout, where that ascends.
        let scaled = (!values.is_empty()).then(|| read(&[*part, scale].concat()).ok().flatten()).flatten();
        let value = match scaled.filter(&fits) {
            Some(value) => Some(value),
            None => read(part).map_err(RangeProblem::Number)?,
        };
        match value {
            Some(value) if fits(&value) => values.push(value),
            Some(_) => return Err(RangeProblem::NotAscending),
            None => return Ok(None),
        }
    }
    let range =
        |form, low: &Exact, high: &Exact| Ok(Some(Ranged { form, low: low.clone(), high: high.clone() }));
    match (values.as_slice(), form) {
        ([_], _) => Err(RangeProblem::OneNumber),
        ([_, low], Form::Skewed) if low.is_zero() => Err(RangeProblem::SkewedFromZero),
        ([high, low], form) => range(form, low, high),
        ([high, likeliest, low], _) => range(Form::Corners(likeliest.clone()), low, high),
        _ => Err(RangeProblem::TooMany),
    }
}

fn passed(typed: Typed, refuse: &dyn Fn(&Exact) -> Option<Problem>) -> Result<Option<Exact>, Problem> {
    match typed.problem.or_else(|| typed.value.as_ref().and_then(refuse)) {
        Some(problem) => Err(problem),
        None => Ok(typed.value),
    }
}

/// The form that a text names, and the rest of it.
fn named(text: &str) -> (Form, &str) {
    let forms = [("uniform ", Form::Even), ("lognormal ", Form::Skewed), ("normal ", Form::Bell)];
    let named = forms.into_iter().find_map(|(name, form)| Some((form, text.strip_prefix(name)?)));
    named.unwrap_or((Form::Bell, text))
}

/// The numbers of a range, or all of the text. Before what parts them stands a digit, else it is a minus.
fn parts_of(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut has_digit) = (Vec::new(), 0, false);
    for (at, letter) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let between = BETWEEN.iter().find(|between| has_digit && rest.starts_with(**between));
        if let Some(between) = between.filter(|between| rest.trim() != between.trim()) {
            parts.push(text.get(start..at).unwrap_or_default());
            start = at.saturating_add(between.len());
            has_digit = false;
        }
        has_digit |= letter.is_ascii_digit();
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

#[cfg(test)]
mod tests {
    use plimsoll_metrics::Figure;
    use plimsoll_metrics::figures::{CHURNED_MRR, GROSS_MARGIN, START_CUSTOMERS};

    use super::*;
    use crate::read::refusal;

    fn range(figure: &'static Figure, text: &str) -> Result<Option<Ranged>, RangeProblem> {
        ranged(text, DecimalMark::Point, figure.unit, "USD", &|value| refusal(figure, value))
    }

    fn found(form: Form, low: Exact, high: Exact) -> Result<Option<Ranged>, RangeProblem> {
        Ok(Some(Ranged { form, low, high }))
    }

    fn whole(form: Form, low: i64, high: i64) -> Result<Option<Ranged>, RangeProblem> {
        found(form, Exact::from(low), Exact::from(high))
    }

    #[test]
    fn every_way_to_write_a_range_is_the_same_range() {
        for text in [
            "30000 to 45000",
            "30k..45k",
            "$30,000 – $45,000",
            " 30,000—45,000 ",
            "30-45k",
            "30 to 45k",
            "30k…45k",
            "30k,,45k",
            "30k - 45k",
            "normal $30k to 45000",
        ] {
            assert_eq!(range(&CHURNED_MRR, text), whole(Form::Bell, 30_000, 45_000), "{text}");
        }
    }

    #[test]
    fn forms_are_named_or_follow_from_three_numbers() {
        assert_eq!(range(&CHURNED_MRR, "uniform 2 to 4"), whole(Form::Even, 2, 4));
        assert_eq!(range(&CHURNED_MRR, "lognormal 2 to 8"), whole(Form::Skewed, 2, 8));
        let likeliest = Form::Corners(Exact::from(3_000));
        assert_eq!(range(&CHURNED_MRR, "2 to 3 to 6k"), whole(likeliest, 2_000, 6_000));
        assert_eq!(range(&CHURNED_MRR, "5..5"), whole(Form::Bell, 5, 5));
        assert_eq!(range(&CHURNED_MRR, "  "), Ok(None));
    }

    #[test]
    fn shares_and_counts_are_ranges_too() {
        for text in ["70 to 80", "70% to 80%", "70–80 %"] {
            let right = found(Form::Bell, Exact::percent(70), Exact::percent(80));
            assert_eq!(range(&GROSS_MARGIN, text), right, "{text}");
        }
        assert_eq!(range(&START_CUSTOMERS, "9 to 12"), whole(Form::Bell, 9, 12));
    }

    #[test]
    fn a_comma_may_be_the_decimal_mark() {
        let read = |text| ranged(text, DecimalMark::Comma, Unit::Percent, "EUR", &|_| None);
        let right = found(Form::Bell, Exact::per_mille(15), Exact::per_mille(25));
        assert_eq!((read("1,5 to 2,5"), read("1,5–2,5%")), (right.clone(), right));
    }

    /// A unit for the whole range may stand at its end; what is smaller without it stays as it is.
    #[test]
    fn thousands_at_the_end_count_throughout_only_where_that_ascends() {
        assert_eq!(range(&CHURNED_MRR, "900 to 1.1k"), whole(Form::Bell, 900, 1_100));
    }

    #[test]
    fn what_is_no_range_says_why() {
        use RangeProblem::{NotAscending, Number, OneNumber, SkewedFromZero, TooMany};
        for (figure, text, problem) in [
            (&CHURNED_MRR, "45000 to 30000", NotAscending),
            (&CHURNED_MRR, "2 to 9 to 6", NotAscending),
            (&CHURNED_MRR, "lognormal 0 to 8", SkewedFromZero),
            (&CHURNED_MRR, "-4 to 8", Number(Problem::NegativeFlow)),
            (&GROSS_MARGIN, "90 to 110%", Number(Problem::OutsideShare)),
            (&START_CUSTOMERS, "9.5 to 12", Number(Problem::Fraction)),
            (&CHURNED_MRR, "1..2..3..4", TooMany),
            (&CHURNED_MRR, "40000", OneNumber),
        ] {
            assert_eq!(range(figure, text), Err(problem), "{text}");
        }
        for text in ["2 to x", "2 to ", "5-", "about five"] {
            let unreadable = range(&CHURNED_MRR, text);
            assert!(matches!(unreadable, Err(Number(Problem::Unreadable(_)))), "{text}: {unreadable:?}");
        }
    }
}
