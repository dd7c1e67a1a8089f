//! The ledger as it is shown.

use plimsoll_intake::{Grown as _, Listed as _};
use plimsoll_metrics::Window;

use super::Store;
use crate::format::Formatter;
use crate::picture::{CohortMeasure, History, Rate, bridge, cohorts, movements, ranked, survival, trend};
use crate::sentence::counted;
use crate::view::{LedgerView, Picture, SelectOption};

impl Store {
    /// The ledger up to a month, with customers told apart by an attribute where one is chosen.
    pub(super) fn view(&self, month: &str, grouping: &str, formatter: &dyn Formatter) -> LedgerView {
        let Some(end) = self.end(month) else { return self.empty() };
        let attribute = self.attribute(grouping);
        let pictures = || {
            let by = attribute.and_then(|attribute| self.attributes.get(attribute)).map(String::as_str);
            let mut all = pictures(&self.history(end, attribute), by, formatter);
            all.push(survival(&self.lives(), formatter));
            all
        };
        let mut notes = self.notes.clone();
        notes.grow_by(self.windows_note(end));
        notes.grow_by(self.churn_notes(end, formatter));
        LedgerView {
            name: self.name.clone(),
            summary: self.summary(formatter),
            months: if self.of_two_dates { Vec::new() } else { self.months(end) },
            groupings: self.groupings(attribute),
            pictures: if self.of_two_dates {
                Vec::new()
            } else {
                pictures().into_iter().map(Into::into).listed()
            },
            figures: self.figures(end, attribute, formatter),
            notes,
            currency: self.currency.code().into(),
        }
    }

    fn empty(&self) -> LedgerView {
        LedgerView {
            name: self.name.clone(),
            summary: "There is no customer and month in it that anybody paid for.".into(),
            currency: self.currency.code().into(),
            ..LedgerView::default()
        }
    }

    /// "1,204 customers, January 2023 to December 2025, amounts in USD."
    fn summary(&self, formatter: &dyn Formatter) -> String {
        let count = u64::try_from(self.ledger.customer_count()).unwrap_or(u64::MAX);
        let last = self.ledger.month_count().saturating_sub(1);
        [
            counted(count, "customer", "customers", formatter).as_str(),
            if self.of_two_dates { ", from " } else { ", " },
            &if last == 0 { self.month_name(0) } else { self.span(0, last) },
            ", monthly amounts in ",
            self.currency.code(),
            ".",
        ]
        .concat()
    }

    /// The months that results can end in, newest first.
    fn months(&self, end: usize) -> Vec<SelectOption> {
        let option = |place| SelectOption {
            value: self.month(place).0.to_string(),
            label: self.month_name(place),
            selected: place == end,
        };
        (0..self.ledger.month_count()).rev().map(option).listed()
    }

    fn groupings(&self, chosen: Option<usize>) -> Vec<SelectOption> {
        let none = SelectOption {
            value: String::new(),
            label: "Nothing: all together".into(),
            selected: chosen.is_none(),
        };
        let each = self.attributes.iter().enumerate().map(|(place, name)| SelectOption {
            value: place.to_string(),
            label: name.clone(),
            selected: chosen == Some(place),
        });
        let mut all = vec![none];
        all.grow_by(each);
        all
    }

    /// What cannot be told because the ledger does not reach back so far.
    fn windows_note(&self, end: usize) -> Option<String> {
        if self.of_two_dates {
            return Some(
                "The data does not say when its two dates were: they are taken for the start and the end of the page's window. \
                 Pictures by month need a table with months."
                    .into(),
            );
        }
        let out_of_reach = Window::ALL.into_iter().find(|window| self.start_of(*window, end).is_none())?;
        let what = match out_of_reach {
            Window::Month => "There is one month only, so nothing can be compared yet.",
            Window::Quarter => {
                "The ledger does not reach back a quarter from here: only results over a month can be told."
            }
            Window::Year => {
                "The ledger does not reach back a year from here: annual retention cannot be measured yet."
            }
        };
        Some(what.into())
    }
}

/// The pictures in the order in which they are read: what happened, how well it holds, who stayed, who it comes from.
fn pictures(history: &History, by: Option<&str>, formatter: &dyn Formatter) -> Vec<Picture> {
    let mut pictures = vec![bridge(history, None, formatter), movements(history, formatter)];
    pictures.grow_by(Rate::ALL.into_iter().map(|rate| trend(history, rate, formatter)));
    pictures.grow_by(
        [CohortMeasure::Logos, CohortMeasure::Money]
            .into_iter()
            .map(|measure| cohorts(history, measure, formatter)),
    );
    pictures.grow_by(by.map(|by| ranked(history, by, formatter)));
    pictures
}
