//! Scales with values on them.

use plimsoll_report::view::{Divider, LinesView, Mark, Place, ScaleView, Standing, Stretch};

const LADDER: [(&str, Standing); 6] = [
    ("Concerning", Standing::Concerning),
    ("Below target", Standing::BelowTarget),
    ("Acceptable", Standing::Acceptable),
    ("Good", Standing::Good),
    ("Excellent", Standing::Excellent),
    ("Best-in-class", Standing::BestInClass),
];

pub(crate) fn mark(place: u16, label: &str) -> Mark {
    Mark { place: Place(place), label: label.into() }
}

/// A scale of equally long bands over these names and cuts, with the value in the band at a position.
pub(crate) fn over(names: &[(&'static str, Standing)], cuts: &[&str], current: Option<usize>) -> ScaleView {
    let count = u32::try_from(names.len()).unwrap_or(1);
    let place = |index: usize| {
        let index = u32::try_from(index).unwrap_or(0);
        Place(u16::try_from(index.saturating_mul(10_000).checked_div(count).unwrap_or(0)).unwrap_or(0))
    };
    let stretches = names.iter().enumerate().map(|(index, (name, standing))| {
        let low = index.checked_sub(1).and_then(|before| cuts.get(before));
        let high = cuts.get(index);
        Stretch {
            name: (*name).into(),
            standing: *standing,
            from: place(index),
            to: place(index.saturating_add(1)),
            cut: low.map(ToString::to_string),
            span: match (low, high) {
                (None, Some(high)) => format!("below {high}"),
                (Some(low), Some(high)) => format!("from {low} to below {high}"),
                (Some(low), None) => format!("from {low}"),
                (None, None) => String::new(),
            },
            is_current: Some(index) == current,
        }
    });
    ScaleView {
        stretches: stretches.collect(),
        value: None,
        before: None,
        target: None,
        median: None,
        quartiles: None,
        summary: "A scale of bands.".into(),
    }
}

pub(crate) fn nrr() -> ScaleView {
    ScaleView {
        value: Some(mark(2_250, "93.5 %")),
        target: Some(mark(5_000, "target: above 110 %")),
        median: Some(mark(2_500, "SMB median 95 %")),
        quartiles: Some((mark(1_574, "85 %"), mark(4_167, "105 %"))),
        summary: "93.5 % lies in Below target, from 90 % to below 100 %. The target is above 110 %. \
                  Half of SMB companies lie between 85 % and 105 %, the median is 95 %."
            .into(),
        ..over(&LADDER, &["90 %", "100 %", "110 %", "120 %", "130 %"], Some(1))
    }
}

pub(crate) fn grr() -> ScaleView {
    ScaleView {
        value: Some(mark(2_167, "81.5 %")),
        target: Some(mark(5_000, "target: above 90 %")),
        median: Some(mark(2_333, "SMB median 82 %")),
        quartiles: Some((mark(1_562, "75 %"), mark(5_000, "90 %"))),
        summary: "81.5 % lies in Below target, from 80 % to below 85 %. The target is above 90 %.".into(),
        ..over(&LADDER, &["80 %", "85 %", "90 %", "92 %", "95 %"], Some(1))
    }
}

pub(crate) fn churn() -> ScaleView {
    let mut names = LADDER;
    names.reverse();
    ScaleView {
        value: Some(mark(8_333, "20.0 %")),
        target: None,
        median: Some(mark(8_333, "SMB median 20 %")),
        quartiles: Some((mark(5_000, "12 %"), mark(9_300, "35 %"))),
        summary: "20.0 % lies in Below target, from 15 % to 20 %. Lower is better.".into(),
        ..over(&names, &["5 %", "8 %", "12 %", "15 %", "20 %"], Some(4))
    }
}

pub(crate) fn ltv_cac() -> ScaleView {
    ScaleView {
        value: Some(mark(4_500, "2.8 : 1")),
        target: Some(mark(5_000, "target: 3 : 1 or more")),
        summary: "2.8 : 1 lies in Below target, from 1 : 1 to below 3 : 1. The target is 3 : 1 or more."
            .into(),
        ..over(
            &[
                ("Concerning", Standing::Concerning),
                ("Below target", Standing::BelowTarget),
                ("Good", Standing::Good),
                ("Excellent", Standing::Excellent),
            ],
            &["1 : 1", "3 : 1", "5 : 1"],
            Some(1),
        )
    }
}

/// The marks as near to each other and to the ends as they come.
pub(crate) fn crowded() -> Vec<ScaleView> {
    let scale = |place, current, target| ScaleView {
        value: Some(mark(place, "a value")),
        before: Some(mark(place.saturating_add(300).min(10_000), "before")),
        target: Some(mark(target, "target: above 110 %")),
        median: Some(mark(place, "median")),
        quartiles: Some((
            mark(place.saturating_sub(600), "low"),
            mark(place.saturating_add(600).min(10_000), "high"),
        )),
        ..over(&LADDER, &["90 %", "100 %", "110 %", "120 %", "130 %"], Some(current))
    };
    vec![scale(0, 0, 1_667), scale(4_990, 2, 5_000), scale(5_010, 3, 5_010), scale(10_000, 5, 8_333)]
}

/// Lines that are ready to be moved, one of them moved.
pub(crate) fn lines() -> LinesView {
    let divider = |position, place, label: &str, value: &str| Divider {
        position,
        place: Place(place),
        label: label.into(),
        value: value.into(),
    };
    LinesView {
        is_open: true,
        stretches: vec![
            (Standing::Concerning, Place(0), Place(3_000)),
            (Standing::Good, Place(3_000), Place(7_000)),
            (Standing::Excellent, Place(7_000), Place::END),
        ],
        dividers: vec![
            divider(0, 3_000, "Divider between Concerning and Good", "2.5 : 1"),
            divider(1, 7_000, "Divider between Good and Excellent", "5 : 1"),
        ],
        note: "Your own lines, adapted from a survey.".into(),
        back: "Back to the published lines",
    }
}
