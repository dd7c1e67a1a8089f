//! Pictures of a business, and of what is hard to draw.

use std::rc::Rc;

use plimsoll_report::English;
use plimsoll_report::picture::{
    CohortMeasure, Group, History, MonthSums, Rate, bridge, cohorts, movements, ranked, trend,
};
use plimsoll_report::view::Picture;
use plimsoll_ui::PictureCard;
use yew::{Callback, Html, html};

use super::ledger::{Customer, business, history};

/// Every picture of a history.
pub(crate) fn all(history: &History) -> Vec<Picture> {
    let trends = Rate::ALL.map(|rate| trend(history, rate, &English));
    let measures = [CohortMeasure::Logos, CohortMeasure::Money];
    let heat = measures.map(|measure| cohorts(history, measure, &English));
    let first = [bridge(history, None, &English), movements(history, &English)];
    first.into_iter().chain(trends).chain(heat).chain([ranked(history, "Segment", &English)]).collect()
}

/// A business of three years.
pub(crate) fn three_years() -> Vec<Picture> {
    all(&business(37))
}

/// Five years: many columns, a wide grid.
pub(crate) fn five_years() -> Vec<Picture> {
    all(&business(61))
}

/// A few months of few customers, all of them told by hand.
pub(crate) fn small() -> History {
    let customer = |group, paid: &[i64]| Customer { group, paid: paid.to_vec() };
    history(
        &[
            customer(0, &[100_000, 100_000, 120_000]),
            customer(1, &[50_000, 0, 0]),
            customer(0, &[0, 80_000, 60_000]),
        ],
        &["SMB", "Enterprise"],
        3,
    )
}

/// Forty groups whose names are long, run from right to left, or look like markup.
pub(crate) fn odd_names() -> History {
    let names = [
        "Very long names of segments that nobody would want to read to the end but that somebody will have typed in anyway, all of it in one go",
        "<b onclick=\"alert(1)\">Enterprise</b>",
        "עברית של שם ארוך (2025)",
        "\u{202e}desrever\u{202c} & =1+1",
        "",
        "Withoutanyblankinsideofitsothatitcannotbebrokenbetweenwordsbutmustbebrokensomewhere",
    ];
    let group = |number: usize| Group {
        name: names.get(number).map_or_else(|| format!("Segment {number}"), |name| (*name).to_owned()),
        sums: MonthSums {
            end: 9_000_000_i64.checked_div(i64::try_from(number).unwrap_or(0).saturating_add(1)).unwrap_or(0),
            end_logos: 3,
            ..MonthSums::default()
        },
    };
    let groups: Vec<Group> = (0..40).map(group).collect();
    let end = groups.iter().fold(0_i64, |sum, group| sum.saturating_add(group.sums.end));
    let months = vec![MonthSums { end, ..MonthSums::default() }];
    History { groups, months, cohorts: Vec::new(), ..business(1) }
}

/// A picture on the page, with its table open or closed.
pub(crate) fn shown(picture: Picture, starts_open: bool) -> Html {
    html! {
        <PictureCard picture={Rc::new(picture)} {starts_open} on_behind={Callback::noop()} on_take={Callback::noop()} />
    }
}

/// Pictures below each other, the table of the first one open.
pub(crate) fn room(all: Vec<Picture>) -> Html {
    let shown = all.into_iter().enumerate().map(|(position, picture)| shown(picture, position == 0));
    html! {
        <div class="ps-page"><main class="ps-pictures"><h1>{ "Pictures" }</h1><h2>{ "Of a history" }</h2>{ for shown }</main></div>
    }
}
