//! How early the score warns, how steady it is, and how it does within segments.

use plimsoll_forecast::validation::LEAST_OF_EACH;

use crate::lab::KeptModel;
use crate::lab::checked::{LeadTold, MovedTold, SegmentTold, StabilityTold, Verdict};
use crate::show::DASH;
use crate::show::lab::Bench;
use crate::view::lab::Numbers;

/// How long before leaving accounts turned red.
pub(super) fn lead(bench: &Bench<'_>, lead: Option<&LeadTold>) -> String {
    let Some(lead) = lead else {
        return "How early a warning comes is told by the days on which accounts left, two or more snapshots with days, and accounts \
                that were red before they left."
            .into();
    };
    let [low, middle, high] = lead.quartiles.map(|days| bench.days(days));
    let start = (lead.from_the_start > 0).then(|| {
        [
            " ",
            &bench.count(lead.from_the_start),
            " of them were red in their first snapshot already, so theirs is longer.",
        ]
        .concat()
    });
    [
        "Of ",
        &bench.accounts_of(lead.warned),
        " that were red before they left, half were so for ",
        &middle,
        " or longer; the middle half for ",
        &low,
        " to ",
        &high,
        ".",
        &start.unwrap_or_default(),
        " ",
        &bench.count(lead.never_red),
        " that left were never red. Snapshots lie up to ",
        &bench.days(lead.longest_gap),
        " apart, and nobody is seen in between.",
    ]
    .concat()
}

/// What moving each weight by five points changes.
pub(super) fn steady(
    bench: &Bench<'_>,
    found: Option<&StabilityTold>,
    model: &KeptModel,
) -> (String, Option<Numbers>) {
    let Some(found) = found else {
        return (
            "How steady it is, is worked out for one list of weights; here segments have their own.".into(),
            None,
        );
    };
    let changed = |of: &MovedTold| bench.part(of.changed, of.accounts);
    let most = found.moved.iter().filter_map(changed).max().map(|share| bench.share(&share));
    let areas = found.areas.map(|(low, high)| {
        [", and the area stays from ", &bench.hundredth(low), " to ", &bench.hundredth(high)].concat()
    });
    let finding = [
        "Five points more or less of one weight change the class of ",
        &most.unwrap_or_else(|| DASH.into()),
        " of accounts at the most",
        &areas.unwrap_or_default(),
    ]
    .concat();
    let cell = |place: usize, is_up: bool| {
        let moved =
            found.moved.iter().find(|of| usize::from(of.indicator) == place && (of.points > 0) == is_up);
        moved.map_or_else(
            || DASH.into(),
            |of| {
                let area = of.area.map(|area| [", ", &bench.hundredth(area)].concat()).unwrap_or_default();
                [changed(of).map(|share| bench.share(&share)).unwrap_or_else(|| DASH.into()), area].concat()
            },
        )
    };
    let rows = model
        .indicators
        .iter()
        .enumerate()
        .map(|(place, of)| vec![of.term.clone(), cell(place, false), cell(place, true)]);
    let numbers = Numbers {
        caption: "Accounts that change class when a weight moves, and the area then".into(),
        heads: vec!["Indicator", "Five points less", "Five points more"],
        rows: rows.collect(),
    };
    (finding, Some(numbers))
}

/// Each segment; nothing where there is one.
pub(super) fn segments(bench: &Bench<'_>, verdict: &Verdict) -> Option<(String, Numbers)> {
    (verdict.segments.len() > 1).then_some(())?;
    let row = |of: &SegmentTold| {
        let name =
            bench.facts.segments.get(usize::from(of.segment)).map_or("No segment", |(name, _)| name.as_str());
        let area = of.area.map_or_else(
            || ["fewer than ", &bench.count(LEAST_OF_EACH), " left or stayed"].concat(),
            |area| {
                [
                    bench.hundredth(area.millionths),
                    area.interval
                        .map(|ends| {
                            [" (", &bench.hundredth(ends.0), " to ", &bench.hundredth(ends.1), ")"].concat()
                        })
                        .unwrap_or_default(),
                ]
                .concat()
            },
        );
        vec![name.to_owned(), bench.count(of.counted.0), bench.count(of.counted.1), area]
    };
    let areas = || verdict.segments.iter().filter_map(|of| Some(of.area?.millionths));
    let finding = match areas().min().zip(areas().max()) {
        Some((low, high)) => ["Within each segment it does so ", &bench.between_in_100(low, high)].concat(),
        None => "No segment has enough accounts that left and stayed to be judged by itself".into(),
    };
    let numbers = Numbers {
        caption: "The same within each segment".into(),
        heads: vec!["Segment", "Left", "Stayed", "Area under the curve"],
        rows: verdict.segments.iter().map(row).collect(),
    };
    Some((finding, numbers))
}
