//! Every picture as markup: of a few customers, told by hand, and where there is nothing to draw.

mod markup;
mod sample;

use markup::pretty;
use plimsoll_report::English;
use plimsoll_report::picture::{CohortMeasure, History, Rate, bridge, cohorts, movements, ranked, trend};
use plimsoll_report::view::Picture;
use sample::ledger::business;
use sample::pictures::{odd_names, shown, small};
use sample::render::to_markup;

fn golden(name: &str, picture: Picture, starts_open: bool) {
    insta::assert_snapshot!(name, pretty(&to_markup(shown(picture, starts_open))));
}

#[test]
fn the_bridge() {
    golden("picture_bridge", bridge(&small(), None, &English), true);
    golden("picture_bridge_cut", bridge(&cut(), None, &English), false);
}

/// Large amounts that hardly move.
fn cut() -> History {
    let history = small();
    let months = history.months.iter().map(|sums| {
        let large = |amount: i64| amount.saturating_add(500_000_000);
        plimsoll_report::picture::MonthSums { start: large(sums.start), end: large(sums.end), ..*sums }
    });
    History { months: months.collect(), ..history }
}

#[test]
fn the_movements() {
    golden("picture_movements", movements(&small(), &English), false);
}

#[test]
fn the_trends() {
    golden("picture_trend", trend(&business(15), Rate::Net, &English), true);
    golden("picture_trend_monthly", trend(&small(), Rate::MonthlyLogoChurn, &English), false);
    golden("picture_trend_too_short", trend(&small(), Rate::Gross, &English), false);
}

#[test]
fn the_cohorts() {
    golden("picture_cohorts_in_customers", cohorts(&small(), CohortMeasure::Logos, &English), false);
    golden("picture_cohorts_in_money", cohorts(&small(), CohortMeasure::Money, &English), true);
}

#[test]
fn the_groups() {
    golden("picture_groups", ranked(&small(), "Segment", &English), false);
    golden("picture_groups_odd", ranked(&odd_names(), "Segment", &English), false);
}
