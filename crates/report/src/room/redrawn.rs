//! How far retention hangs on which customers there are, in words.

use std::iter;

use rust_decimal::Decimal;

use crate::format::Formatter;
use crate::sentence::counted;
use crate::view::RedrawnView;
use crate::{Redrawn, RedrawnRate};

/// What was drawn, in words; without it, that it was lost.
///
/// ```
/// use plimsoll_report::{English, Redrawn, redrawn_view};
/// let few = Redrawn { customers: 7, fewest: 10, ..Redrawn::default() };
/// assert!(redrawn_view(Some(&few), &English).range.starts_with("7 customers are too few"));
/// ```
#[must_use]
pub fn redrawn_view(found: Option<&Redrawn>, formatter: &dyn Formatter) -> RedrawnView {
    let Some(found) = found else {
        return said("How sure NRR and GRR are could not be drawn. Everything else holds.");
    };
    let customers = counted(found.customers.into(), "customer", "customers", formatter);
    let Some([net, gross]) = &found.rates else {
        let verb = if found.customers == 1 { " is" } else { " are" };
        let fewest = formatter.number(found.fewest.into(), 0);
        return said(
            &[
                &customers,
                verb,
                " too few to say how sure NRR and GRR are. From ",
                &fewest,
                " on it is told here.",
            ]
            .concat(),
        );
    };
    let range = [
        "With other customers of the same kind, NRR would lie between ",
        &ends(net, formatter),
        " and GRR between ",
        &ends(gross, formatter),
        " in nine of ten cases (",
        &formatter.number(found.samples.into(), 0),
        " redraws of your ",
        &customers,
        ", seed ",
        &found.seed.to_string(),
        ").",
    ];
    let bands = [("NRR", net), ("GRR", gross)].into_iter().filter(|(_, rate)| !rate.bands.is_empty());
    RedrawnView {
        range: range.concat(),
        bands: bands.map(|(name, rate)| chances(name, rate, formatter)).collect(),
    }
}

/// Said while it is drawn.
pub(super) fn waiting() -> RedrawnView {
    said("How sure NRR and GRR are is being drawn.")
}

fn said(range: &str) -> RedrawnView {
    RedrawnView { range: range.into(), bands: Vec::new() }
}

/// "91.2% and 98.0%"
fn ends(rate: &RedrawnRate, formatter: &dyn Formatter) -> String {
    let [low, .., high] = rate.five;
    let percent = |share: f64| formatter.percent(Decimal::new((share * 1_000.0).round() as i64, 1), 1);
    [percent(low), percent(high)].join(" and ")
}

/// "Chance of each band for NRR: “Good” 62%, “Strong” 38%."
fn chances(name: &str, rate: &RedrawnRate, formatter: &dyn Formatter) -> String {
    let all = rate.bands.iter().fold(0_u32, |sum, (_, samples)| sum.saturating_add(*samples));
    let chance = |samples: u32| {
        let hundredths = f64::from(samples) / f64::from(all) * 100.0;
        if hundredths < 0.5 {
            "under 1%".into()
        } else {
            formatter.percent(Decimal::new(hundredths.round() as i64, 0), 0)
        }
    };
    let held = rate.bands.iter().filter(|(_, samples)| *samples > 0);
    let bands: Vec<String> =
        held.map(|(band, samples)| ["“", band, "” ", &chance(*samples)].concat()).collect();
    iter::once(["Chance of each band for ", name, ": "].concat())
        .chain([bands.join(", "), ".".into()])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{LedgerFigures, LedgerView, Told};
    use crate::{English, PageFacts, Room, RoomAction};

    #[test]
    fn what_was_drawn_is_said_as_a_board_reads_it() {
        let rate = |five, bands: &[(&str, u32)]| RedrawnRate {
            five,
            bands: bands.iter().map(|(name, samples)| ((*name).into(), *samples)).collect(),
        };
        let net = rate([0.91, 0.93, 0.95, 0.96, 0.980_4], &[("Low", 0), ("Good", 9_970), ("Strong", 30)]);
        let gross = rate([0.85, 0.87, 0.88, 0.9, 0.93], &[]);
        let found =
            Redrawn { customers: 1_090, samples: 10_000, fewest: 10, seed: 1, rates: Some([net, gross]) };
        let view = redrawn_view(Some(&found), &English);
        assert_eq!(
            view.range,
            "With other customers of the same kind, NRR would lie between 91.0% and 98.0% and GRR between 85.0% and 93.0% in nine \
             of ten cases (10,000 redraws of your 1,090 customers, seed 1)."
        );
        assert_eq!(view.bands, ["Chance of each band for NRR: “Good” 100%, “Strong” under 1%."]);
    }

    /// A ledger with figures over a quarter and a year, as the worker told it.
    fn ledger() -> Room {
        let figures = |window: &str| LedgerFigures {
            window: window.into(),
            group: String::new(),
            label: "All customers".into(),
            span: String::new(),
            lines: Vec::new(),
        };
        let view = LedgerView { figures: vec![figures("quarter"), figures("year")], ..LedgerView::default() };
        Room::default().after(&RoomAction::Told { by_store: true, message: Told::Ledger(view).into() })
    }

    #[test]
    fn what_was_drawn_goes_with_what_it_was_drawn_from() {
        let found = RedrawnView { range: "Between.".into(), bands: vec!["A band.".into()] };
        let drawn = ledger().after(&RoomAction::Redrawn(found.clone().into()));
        assert_eq!(drawn.view().redrawn, Some(found));
        let page = |window: &str| {
            RoomAction::PageChanged(PageFacts { window: window.into(), figures: vec!["1".into()] })
        };
        assert_eq!(
            drawn.clone().after(&page("year")).view().redrawn,
            drawn.view().redrawn,
            "the same window"
        );
        let quarter = drawn.clone().after(&page("quarter"));
        assert_ne!(quarter.redraw_request(), drawn.redraw_request());
        assert_eq!(quarter.view().redrawn, Some(waiting()));
        let annual = RedrawnView { range: "Between.".into(), bands: vec!["A band.".into()] };
        let bands =
            quarter.after(&RoomAction::Redrawn(annual.into())).view().redrawn.map(|view| view.bands.len());
        assert_eq!(bands, Some(0), "bands are annual");
        assert_eq!(drawn.after(&RoomAction::LedgerClosed).view().redrawn, None);
        assert_eq!(Room::default().redraw_request(), None);
    }

    #[test]
    fn one_customer_is_too_few_and_a_loss_is_said() {
        let one = Redrawn { customers: 1, fewest: 10, ..Redrawn::default() };
        assert_eq!(
            redrawn_view(Some(&one), &English).range,
            "1 customer is too few to say how sure NRR and GRR are. From 10 on it is told here."
        );
        assert!(redrawn_view(None, &English).range.contains("could not be drawn"));
    }
}
