//! Why a move of a scenario could not be made, and why nothing can be projected.

use plimsoll_forecast::{Movable, MoveProblem, NoProjection};
use plimsoll_metrics::Figure;

use super::{inline, lever_label, lever_problem, list, undefined};

/// Why a move could not be made.
pub(crate) fn move_problem(problem: &MoveProblem) -> String {
    match problem {
        MoveProblem::Lever(problem) => lever_problem(problem),
        MoveProblem::NotInPoints => {
            "Points mean nothing here: say it in percent, or the value itself.".into()
        }
        MoveProblem::NothingToScale => {
            "It is zero, and no percent of zero is anything else: say the value itself.".into()
        }
        MoveProblem::NotAccepted => "The figure cannot have that value.".into(),
        MoveProblem::LargerThanWhole(limit) => {
            let parts: Vec<String> = limit.parts.iter().map(|part| inline(part.term)).collect();
            ["That would make ", &list(&parts), " more than the ", &inline(limit.whole.term), "."].concat()
        }
        MoveProblem::PhaseInTooLong => "It cannot take more than 60 months.".into(),
        MoveProblem::OpensProjection => {
            "A projection opens with what there is: change the figure itself.".into()
        }
    }
}

/// What is moved, at the start of a sentence.
pub(crate) fn movable_label(movable: Movable) -> &'static str {
    match movable {
        Movable::Lever(lever) => lever_label(lever),
        Movable::Figure(figure) => figure.term,
    }
}

/// "Price: there is nothing to move yet."
pub(crate) fn left_out((movable, problem): &(Movable, MoveProblem)) -> String {
    [movable_label(*movable), ": ", &inline(&move_problem(problem))].concat()
}

/// Why nothing can be projected.
pub(crate) fn no_projection(reason: &NoProjection, unread: impl Fn(&'static Figure) -> bool) -> String {
    match reason {
        NoProjection::Horizon(_) => "A projection spans 1 to 60 months.".into(),
        NoProjection::Undefined { month: 0, reason, .. } => undefined(reason, unread),
        NoProjection::Undefined { month, reason, moves } => {
            let moved: Vec<String> = moves.iter().map(|over| inline(movable_label(*over))).collect();
            let what = if moved.is_empty() { "the phase-in".into() } else { list(&moved) };
            let when = ["In month ", &month.to_string(), " of ", &what, ": "].concat();
            [when, inline(&undefined(reason, unread))].concat()
        }
        NoProjection::TooLarge { month } => {
            ["From month ", &month.to_string(), " on, the amounts are too large to write."].concat()
        }
    }
}

#[cfg(test)]
mod tests {
    use plimsoll_forecast::{Lever, LeverProblem};
    use plimsoll_metrics::Undefined;
    use plimsoll_metrics::figures::{LIMITS, START_MRR};

    use super::*;

    #[test]
    fn every_reason_says_what_helps() {
        for (problem, words) in [
            (MoveProblem::Lever(LeverProblem::ChurnAboveWhole), "churn cannot pass 100%"),
            (MoveProblem::NotInPoints, "in percent"),
            (MoveProblem::NothingToScale, "the value itself"),
            (MoveProblem::NotAccepted, "cannot have that value"),
            (MoveProblem::PhaseInTooLong, "60 months"),
            (MoveProblem::OpensProjection, "opens with what there is"),
        ] {
            assert!(move_problem(&problem).contains(words), "{problem:?}: {}", move_problem(&problem));
        }
        for limit in LIMITS {
            assert!(move_problem(&MoveProblem::LargerThanWhole(limit)).contains(" more than the "));
        }
        let both = (Movable::Lever(Lever::Price), MoveProblem::NotInPoints);
        assert!(left_out(&both).starts_with("Price: points mean nothing"));
    }

    #[test]
    fn a_projection_says_what_it_lacks_and_when() {
        let missing = || Undefined::Missing(vec![&START_MRR]);
        let words = |reason| no_projection(&reason, |_| false);
        let in_month = |month, moves| words(NoProjection::Undefined { month, reason: missing(), moves });
        assert_eq!(in_month(0, vec![]), "Needs MRR at the start.");
        assert_eq!(in_month(4, vec![]), "In month 4 of the phase-in: needs MRR at the start.");
        let both = vec![Movable::Lever(Lever::Churn), Movable::Lever(Lever::Price)];
        assert_eq!(in_month(4, both), "In month 4 of churn and price: needs MRR at the start.");
        assert!(words(NoProjection::TooLarge { month: 7 }).starts_with("From month 7 on"));
    }
}
