//! Pictures by hand: what each says, and where its marks lie.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it is surprised"
)]
#![allow(clippy::inconsistent_digit_grouping, reason = "the last two digits are cents")]

mod histories;

use histories::{flat, four_months, months, trailing};
use plimsoll_report::English;
use plimsoll_report::picture::{
    CohortMeasure, Group, History, MonthSums, Rate, Span, bridge, cohorts, movements, ranked, trend,
};
use plimsoll_report::view::{
    Behind, Drawing, Month, Movement, MovementsView, Picture, Place, Plain, RankedView, TrendView,
};

fn movements_of(picture: &Picture) -> &MovementsView {
    let Drawing::Movements(view) = &picture.drawing else { panic!("{picture:?}") };
    view
}

fn trend_of(picture: &Picture) -> &TrendView {
    let Drawing::Trend(view) = &picture.drawing else { panic!("{picture:?}") };
    view
}

fn ranked_of(picture: &Picture) -> &RankedView {
    let Drawing::Ranked(view) = &picture.drawing else { panic!("{picture:?}") };
    view
}

#[test]
fn a_bridge_goes_from_level_to_level() {
    let picture = bridge(&four_months(), None, &English);
    assert_eq!(
        picture.finding,
        "MRR grew 20.0% in three months, to $1,200: new customers brought $450.00, churn took $200.00."
    );
    assert_eq!(picture.about, "Monthly recurring revenue from January 2025 to April 2025");
    assert_eq!(picture.note, None);
    let Drawing::Bridge(view) = &picture.drawing else { panic!() };
    // 1,000 + 450 + 50 + 0 − 100 − 200 = 1,200, on an axis from 0 to 1,500.
    let ends: Vec<(u16, u16)> = view.bars.iter().map(|bar| (bar.from.0, bar.to.0)).collect();
    assert_eq!(
        ends,
        [
            (0, 6_667),
            (6_667, 9_667),
            (9_667, 10_000),
            (10_000, 10_000),
            (10_000, 9_333),
            (9_333, 8_000),
            (0, 8_000)
        ]
    );
    let values: Vec<&str> = view.bars.iter().map(|bar| bar.value.as_str()).collect();
    assert_eq!(values, ["$1,000", "+$450.00", "+$50.00", "$0.00", "−$100.00", "−$200.00", "$1,200"]);
    let ticks: Vec<&str> = view.axis.ticks.iter().map(|tick| tick.text.as_str()).collect();
    assert_eq!(ticks, ["$0", "$500", "$1,000", "$1,500"]);
    assert_eq!(view.bars[5].spot.name, "Churn: −$200.00, to $1,200");
    let churn = Behind::Movement {
        movement: Movement::Churn,
        from: Month::from_year_month(2025, 2).unwrap(),
        to: Month::from_year_month(2025, 4).unwrap(),
    };
    assert_eq!(view.bars[5].spot.behind, Some(churn));
    assert_eq!(picture.table.rows[5].cells[0].plain, Plain::Number("-200.00".into()));
    assert_eq!(picture.table.rows[2].cells[1].plain, Plain::Missing);
}

#[test]
fn a_bridge_of_a_chosen_span_begins_where_the_span_does() {
    let picture = bridge(&four_months(), Some(Span { first: 3, last: 99 }), &English);
    assert_eq!(
        picture.finding,
        "MRR fell 7.7% in one month, to $1,200: churn took $200.00, new customers brought $100.00."
    );
    let none = bridge(&four_months(), Some(Span { first: 7, last: 9 }), &English);
    assert_eq!(none.drawing, Drawing::Nothing);
}

#[test]
fn steps_that_would_not_be_seen_cut_the_axis_and_say_so() {
    let history =
        months(&[(100_000_00, &[]), (0, &[(Movement::Expansion, 100_00), (Movement::Churn, 300_00)])]);
    let picture = bridge(&history, None, &English);
    let Drawing::Bridge(view) = &picture.drawing else { panic!() };
    assert!(view.is_cut);
    assert_eq!(view.axis.zero, None);
    // From 99,600 to 100,200 in steps of 100: the lowest level is 99,800.
    assert_eq!(view.axis.ticks.first().map(|tick| tick.text.as_str()), Some("$99,600"));
    assert_eq!((view.bars[0].from, view.bars[6].from), (Place(0), Place(0)));
    let note =
        "The axis begins at $99,600 so that the steps can be seen; the first and the last bar are cut off.";
    assert_eq!(picture.note.as_deref(), Some(note));
    assert_eq!(
        picture.finding,
        "MRR fell 0.2% in one month, to $99,800: churn took $300.00, expansion brought $100.00."
    );
}

#[test]
fn little_or_nothing_is_said_to_be_so() {
    let empty = months(&[]);
    let one = months(&[(100_00, &[])]);
    assert_eq!(
        bridge(&empty, None, &English).finding,
        "There are no months yet, so there is no bridge to draw."
    );
    assert_eq!(
        bridge(&one, None, &English).finding,
        "One month is an opening balance and nothing more; the bridge begins with the second month."
    );
    assert_eq!(
        bridge(&flat(0, 5), None, &English).finding,
        "Nothing moved in four months: MRR stayed at $0.00."
    );
    assert_eq!(
        movements(&flat(500, 14), &English).finding,
        "Nothing came and nothing went in the last twelve months."
    );
    let from_nothing = months(&[(0, &[]), (0, &[(Movement::New, 5_00)])]);
    assert_eq!(
        bridge(&from_nothing, None, &English).finding,
        "MRR grew from nothing to $5.00 in one month: new customers brought $5.00."
    );
    for rate in Rate::ALL {
        assert_eq!(trend(&empty, rate, &English).drawing, Drawing::Nothing);
    }
    for measure in [CohortMeasure::Logos, CohortMeasure::Money] {
        assert_eq!(
            cohorts(&empty, measure, &English).finding,
            "Nobody has paid yet, so there are no cohorts."
        );
    }
    assert_eq!(ranked(&empty, "Segment", &English).finding, "There are no groups to compare.");
}

#[test]
fn movements_are_stacked_away_from_zero() {
    let picture = movements(&four_months(), &English);
    let view = movements_of(&picture);
    // February: +300 new, +50 expansion; March: +50 new, −100 contraction; April: +100 new, −200 churn.
    // So the axis goes from −200 to 400 in steps of 200, and zero lies at a third.
    assert_eq!(view.axis.zero, Some(Place(3_333)));
    let parts = |column: usize| -> Vec<(Movement, u16, u16)> {
        view.columns[column].parts.iter().map(|part| (part.movement, part.from.0, part.to.0)).collect()
    };
    assert_eq!(parts(0), [(Movement::New, 4_167, 9_167), (Movement::Expansion, 3_333, 4_167)]);
    assert_eq!(parts(1), [(Movement::New, 3_333, 4_167), (Movement::Contraction, 1_667, 3_333)]);
    assert_eq!(parts(2), [(Movement::New, 3_333, 5_000), (Movement::Churn, 0, 3_333)]);
    assert_eq!(view.columns[1].net, Place(2_500));
    assert_eq!(view.columns[2].parts[1].spot.name, "April 2025: churn −$200.00");
    assert_eq!(view.columns[2].spot.name, "April 2025: net −$100.00");
    assert_eq!(picture.drawing.spot(2, 5), Some(&view.columns[2].parts[1].spot));
    assert_eq!(picture.drawing.spot(2, 1), None);
    assert_eq!(picture.drawing.first_stop(), (2, 0));
    assert_eq!(
        picture.finding,
        "MRR shrank in 2 of the last three months, most in April 2025, by $100.00; on average it grew by $66.66 a month."
    );
}

#[test]
fn months_that_all_go_one_way_are_said_to() {
    let loss: &[(Movement, i64)] = &[(Movement::Churn, 10_00)];
    let gain: &[(Movement, i64)] = &[(Movement::New, 10_00)];
    let finding = |months: &History| movements(months, &English).finding;
    assert_eq!(
        finding(&months(&[(90_00, &[]), (0, loss), (0, loss)])),
        "MRR shrank in each of the last two months, by $10.00 a month on average."
    );
    assert_eq!(
        finding(&months(&[(90_00, &[]), (0, gain), (0, &[])])),
        "MRR never shrank in the last two months; on average it grew by $5.00 a month."
    );
    assert_eq!(finding(&months(&[(90_00, &[]), (0, loss)])), "MRR fell by $10.00 in February 2025.");
}

#[test]
fn a_month_without_rows_is_no_churn_in_silence() {
    let history = History { holes: vec![2], ..four_months() };
    let note = movements(&history, &English).note.unwrap();
    assert!(note.starts_with("The data have no row at all for March 2025."), "{note}");
    assert_eq!(bridge(&history, None, &English).note, Some(note));
    let monthly = trend(&history, Rate::MonthlyLogoChurn, &English);
    let values: Vec<bool> = trend_of(&monthly).nodes.iter().map(|node| node.value.is_some()).collect();
    assert_eq!(values, [true, false, false]);
    assert!(monthly.note.unwrap().ends_with(" 2 months have no value."));
}

#[test]
fn a_trend_lies_before_its_bands() {
    // Of 1,000 paid a year before: 1,082 a year ago, 1,014 now.
    let picture = trend(&trailing(&[(1_082, 900), (1_014, 850)]), Rate::Net, &English);
    assert_eq!(picture.finding, "NRR fell from 108.2% to 101.4% since January 2026, below the 110% target.");
    let view = trend_of(&picture);
    // Values and target span 101.4 % to 110 %; with a point of air that is 100 % to 112 % in steps of 5 points.
    let ticks: Vec<&str> = view.axis.ticks.iter().map(|tick| tick.text.as_str()).collect();
    assert_eq!(ticks, ["100%", "105%", "110%", "115%"]);
    let bands: Vec<(&str, u16, u16)> =
        view.bands.iter().map(|band| (band.name.as_str(), band.from.0, band.to.0)).collect();
    assert_eq!(bands, [("Acceptable", 0, 6_667), ("Good", 6_667, 10_000)]);
    assert_eq!(view.bands[0].span, "from 100% to below 110%");
    assert_eq!(
        view.target.as_ref().map(|mark| (mark.place.0, mark.label.as_str())),
        Some((6_667, "target: above 110%"))
    );
    assert_eq!(view.lines[0].points, [(Place(2_500), Place(5_467)), (Place(7_500), Place(933))]);
    assert_eq!(view.nodes[1].spot.name, "February 2026: NRR 101.4%, “Acceptable”");
    assert_eq!(picture.table.rows[1].cells[2].plain, Plain::Number("1.014".into()));
}

#[test]
fn a_trend_says_where_it_stands_to_its_target() {
    let finding = |rows: &[(i64, i64)], rate| trend(&trailing(rows), rate, &English).finding;
    assert_eq!(
        finding(&[(1_100, 900)], Rate::Net),
        "NRR is 110.0% in January 2026, on the line; the target is above 110%."
    );
    assert_eq!(
        finding(&[(1_000, 950), (1_000, 951)], Rate::Gross),
        "GRR rose from 95.0% to 95.1% since January 2026, above the 90% target."
    );
    assert_eq!(
        finding(&[(1_000, 950), (1_000, 950)], Rate::Net),
        "NRR has held at 100.0% since January 2026, below the 110% target."
    );
    // 109.99999 % must not be written as the 110 % that it misses.
    let close = trailing(&[(1_000_000, 900)]);
    let months = close.months.iter().map(|sums| MonthSums { base_12: 909_091, ..*sums }).collect();
    let close = trend(&History { months, ..close }, Rate::Net, &English).finding;
    assert_eq!(close, "NRR is 109.99999% in January 2026, below the 110% target.");
}

#[test]
fn monthly_churn_is_graded_by_what_it_comes_to_in_a_year() {
    let month = |lost| MonthSums { start_logos: 100, churn_logos: lost, ..MonthSums::default() };
    let history = History { months: vec![month(0), month(1), month(2)], ..months(&[]) };
    let picture = trend(&history, Rate::MonthlyLogoChurn, &English);
    assert_eq!(
        picture.finding,
        "Monthly logo churn rose from 1.0% to 2.0% since February 2025, 21.5% a year: “Concerning”."
    );
    assert!(picture.note.unwrap().contains("drawn at the monthly rates that compound to them"));
}

#[test]
fn too_short_a_history_has_no_trailing_rate() {
    assert_eq!(
        trend(&four_months(), Rate::Net, &English).finding,
        "NRR can be measured from 13 months on; there are 4 so far."
    );
    assert_eq!(
        trend(&flat(0, 14), Rate::Gross, &English).finding,
        "GRR cannot be measured in these months: nobody paid twelve months before any of them."
    );
}

#[test]
fn cohorts_are_followed_by_age() {
    let picture = cohorts(&histories::three_cohorts(), CohortMeasure::Logos, &English);
    assert_eq!(picture.finding, "After two months, 50.0% of the customers who joined still pay.");
    let Drawing::Heat(view) = &picture.drawing else { panic!() };
    let texts: Vec<Vec<&str>> =
        view.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
    // All: (3 + 5) of (4 + 5) after one month; the opening cohort is not among them.
    let expected: [&[&str]; 4] = [
        &["100%", "89%", "50%"],
        &["100%", "99.9%", "90%", "90%"],
        &["100%", "75%", "50%"],
        &["100%", "100%"],
    ];
    assert_eq!(texts, expected);
    assert_eq!(view.rows[1].label, "Jan 2025 or before");
    let levels: Vec<Option<u8>> = view.rows[2].cells.iter().map(|cell| cell.level).collect();
    assert_eq!(levels, [Some(7), Some(4), Some(2)]);
    assert_eq!(view.rows[2].cells[1].spot.name, "February 2025, after one month: 3 of 4 customers (75.0%)");
    let behind = Behind::Cohort { first: Month::from_year_month(2025, 2).unwrap(), age: 1 };
    assert_eq!(view.rows[2].cells[1].spot.behind, Some(behind));
    assert_eq!(view.levels.last().map(|level| level.span.as_str()), Some("100%"));
    assert!(
        picture.note.unwrap().starts_with("The customers of January 2025 may have joined at any time before")
    );
}

#[test]
fn cohorts_in_money_can_grow() {
    let picture = cohorts(&histories::three_cohorts(), CohortMeasure::Money, &English);
    assert_eq!(
        picture.finding,
        "After two months, cohorts pay 140.0% of what they paid in their first month."
    );
    let Drawing::Heat(view) = &picture.drawing else { panic!() };
    assert_eq!(view.rows[2].cells[2].level, Some(9));
    assert_eq!(view.levels.last().map(|level| level.span.as_str()), Some("from 130%"));
    assert_eq!(picture.table.columns[1].unit.as_deref(), Some("USD"));
}

fn groups(ends: &[(&str, i64)]) -> History {
    let group = |(name, end): &(&str, i64)| Group {
        name: (*name).into(),
        sums: MonthSums { end: *end, end_logos: 1, ..MonthSums::default() },
    };
    History { groups: ends.iter().map(group).collect(), ..months(&[(0, &[])]) }
}

#[test]
fn groups_are_ranked_by_what_they_bring_a_year() {
    let picture =
        ranked(&groups(&[("SMB", 250_00), ("Enterprise", 500_00), ("", 250_00)]), "Segment", &English);
    assert_eq!(picture.finding, "\u{2068}Enterprise\u{2069} brings 50.0% of ARR: $6,000 of $12,000.");
    let view = ranked_of(&picture);
    let rows: Vec<(&str, u16, u16)> =
        view.rows.iter().map(|row| (row.label.as_str(), row.from.0, row.to.0)).collect();
    assert_eq!(rows, [("Enterprise", 0, 10_000), ("No value", 0, 5_000), ("SMB", 0, 5_000)]);
    assert_eq!(view.rows[0].share.as_deref(), Some("50.0%"));
    assert_eq!(
        view.rows[2].spot.behind,
        Some(Behind::Group { group: 0, month: Month::from_year_month(2025, 1).unwrap() })
    );
}

#[test]
fn forty_groups_are_twelve_bars_and_forty_rows() {
    let names: Vec<String> = (0..40).map(|number| format!("Group {number:02}")).collect();
    let ends: Vec<(&str, i64)> = names.iter().map(|name| (name.as_str(), 100_00)).collect();
    let picture = ranked(&groups(&ends), "Segment", &English);
    let view = ranked_of(&picture);
    assert_eq!(view.rows.len(), 12);
    assert_eq!(
        view.rows.last().map(|row| (row.label.as_str(), row.value.as_str())),
        Some(("29 more", "$34,800"))
    );
    assert_eq!(picture.table.rows.len(), 40);
    assert!(
        picture.finding.starts_with("The three largest of 40 groups bring 7.5% of ARR;"),
        "{}",
        picture.finding
    );
}

#[test]
fn groups_below_zero_have_no_shares() {
    let picture = ranked(&groups(&[("Credits", -300_00), ("SMB", 100_00)]), "Segment", &English);
    let view = ranked_of(&picture);
    assert_eq!(view.zero, Place(7_500));
    assert_eq!(
        (view.rows[1].from, view.rows[1].to, view.rows[1].share.clone()),
        (Place(0), Place(7_500), None)
    );
    assert_eq!(
        picture.note.as_deref(),
        Some("The amounts add up to nothing or less, so there are no shares.")
    );
    let nobody = ranked(&groups(&[("SMB", 0)]), "Segment", &English);
    assert_eq!(nobody.finding, "Nobody pays in January 2025, so there is no ARR to compare.");
    assert_eq!(nobody.table.rows.len(), 1);
}
