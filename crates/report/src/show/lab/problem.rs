//! What is wrong with a model, in words.

use plimsoll_metrics::health::{ModelFault, RuleFault};

use crate::lab::keep::{Flaw, FlawKind, KeptModel};

/// What is wrong with the field of this key.
pub(super) fn of(flaws: &[Flaw], key: &str, model: &KeptModel) -> Option<String> {
    flaws.iter().find(|flaw| flaw.key == key).map(|flaw| sentence(flaw, model))
}

/// What is wrong with the whole: what has no field of its own; else that something has.
pub(super) fn whole(flaws: &[Flaw], model: &KeptModel) -> Option<String> {
    let own = flaws.iter().find(|flaw| flaw.key.is_empty()).map(|flaw| sentence(flaw, model));
    let other = || "Something above cannot be used; the results are still those of before.".to_owned();
    own.or_else(|| (!flaws.is_empty()).then(other))
}

/// What is wrong.
pub(super) fn sentence(flaw: &Flaw, model: &KeptModel) -> String {
    match &flaw.what {
        FlawKind::NoNumber => no_number(&flaw.key).into(),
        FlawKind::Fault(fault) => fault_words(fault, model),
    }
}

fn no_number(key: &str) -> &'static str {
    let is_points = ["red", "green"].contains(&key)
        || key.ends_with("/points")
        || key.ends_with("/below")
        || key.ends_with("/others");
    if is_points {
        "Points are a number from 0 to 100, with two decimals at the most."
    } else if key.contains("weight/") {
        "A weight is a number of 0 or more, with two decimals at the most."
    } else {
        "This needs a number, such as 12.5."
    }
}

fn fault_words(fault: &ModelFault, model: &KeptModel) -> String {
    let segment = |place: &Option<usize>| {
        let of = place.and_then(|place| model.segments.get(place));
        of.map(|of| [" of ", &of.segment].concat()).unwrap_or_default()
    };
    match fault {
        ModelFault::NoIndicators => "A score needs at least one indicator.".into(),
        ModelFault::TooManyIndicators => "A score rests on no more than 64 indicators. Remove some.".into(),
        ModelFault::SlugTwice(_) => "Two indicators have one name.".into(),
        ModelFault::Rule(_, fault) => rule(*fault).into(),
        ModelFault::Thresholds => "Green has to begin above the line of red, and at 100 at the latest.".into(),
        ModelFault::AllZero(place) => {
            ["All weights", &segment(place), " are zero, so there is nothing to score by. Give one of them some weight."].concat()
        }
        ModelFault::TooMuchWeight(place) => {
            ["The weights", &segment(place), " come to more than 2,000 together. Only their shares count: smaller ones do."].concat()
        }
        ModelFault::WeightCount(_) | ModelFault::SegmentTwice(_) => {
            "The weights of a segment do not fit the indicators. Take its own weights away, and set them anew.".into()
        }
    }
}

const fn rule(fault: RuleFault) -> &'static str {
    match fault {
        RuleFault::EqualEnds => "The values for 0 and for 100 points are the same. Make one of them larger.",
        RuleFault::NoCuts => "There is no step yet. Add one.",
        RuleFault::CutsNotAscending(_) => "Each step has to begin above the one before it.",
        RuleFault::PointsTooHigh(_) => "There are 100 points at the most.",
        RuleFault::TooManyPlaces => "There are more decimals than can be counted with.",
        RuleFault::NoTexts => "There is no text with points yet. Add one.",
        RuleFault::TextTwice(_) => "One text stands there twice. Capital and small letters are the same.",
        RuleFault::WrongColumn => "The column does not hold what this reads.",
    }
}
