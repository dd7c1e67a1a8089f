//! The ledger as it is shown: made of what its store tells.

mod churn;
mod figures;
mod rows;

use plimsoll_forecast::AgeOfLife;
use plimsoll_intake::{Grown as _, Listed as _};
use plimsoll_metrics::{Currency, Exact, Window};
use rust_decimal::Decimal;

use crate::format::Formatter;
use crate::picture::{
    CohortMeasure, History, Rate, bridge, by_group, cohorts, movements, ranked, survival, trend,
};
use crate::sentence::{counted, month_name};
use crate::told::{Calendar, LedgerFacts};
use crate::view::{LedgerView, Picture, SelectOption};

pub(crate) use rows::rows_view;

/// The ledger in the light that it was asked for.
pub(crate) fn view(ledger: &LedgerFacts, formatter: &dyn Formatter) -> LedgerView {
    let currency = ledger.currency.code().to_owned();
    let Some(end) = ledger.end else {
        return LedgerView {
            name: ledger.name.clone(),
            summary: "There is no customer and month in it that anybody paid for.".into(),
            currency,
            ..LedgerView::default()
        };
    };
    let mut notes = crate::ingest::notes(&ledger.tallied);
    notes.grow_by(windows_note(&ledger.calendar, end));
    notes.grow_by(churn::notes(ledger, end, formatter));
    let of_two_dates = ledger.calendar.of_two_dates;
    LedgerView {
        name: ledger.name.clone(),
        summary: summary(ledger, formatter),
        months: if of_two_dates { Vec::new() } else { months(&ledger.calendar, end) },
        groupings: groupings(ledger),
        win_backs: if of_two_dates { Vec::new() } else { win_backs(ledger.light.win_back) },
        light: ledger.light.clone(),
        pictures: if of_two_dates { Vec::new() } else { pictures(ledger, formatter) },
        figures: figures::figures(ledger, end, formatter),
        notes,
        currency,
    }
}

/// The ledger's months in words.
struct Months<'a>(&'a Calendar);

impl Months<'_> {
    /// A month in words.
    fn name(&self, place: usize) -> String {
        match place {
            0 if self.0.of_two_dates => "the start".into(),
            _ if self.0.of_two_dates => "the end".into(),
            _ => month_name(self.0.month(place)),
        }
    }

    /// "March 2024 to March 2025"
    fn span(&self, start: usize, end: usize) -> String {
        [self.name(start), self.name(end)].join(" to ")
    }
}

/// Minor units as an amount. What is beyond a decimal is far beyond what a ledger takes.
fn amount(minor: i64, currency: Currency) -> Decimal {
    Decimal::try_from_i128_with_scale(minor.into(), currency.decimals()).unwrap_or(Decimal::MAX)
}

/// An amount as it is written: without decimals where they are all zero.
pub(crate) fn money(minor: i64, currency: Currency, formatter: &dyn Formatter) -> String {
    let value = amount(minor, currency);
    let decimals = if Exact::from(value).is_whole() { 0 } else { currency.decimals() };
    formatter.money(value, currency, decimals)
}

/// "1,204 customers, January 2023 to December 2025, amounts in USD."
fn summary(ledger: &LedgerFacts, formatter: &dyn Formatter) -> String {
    let months = Months(&ledger.calendar);
    let count = u64::try_from(ledger.customers).unwrap_or(u64::MAX);
    let last = ledger.calendar.months.saturating_sub(1);
    [
        counted(count, "customer", "customers", formatter).as_str(),
        if ledger.calendar.of_two_dates { ", from " } else { ", " },
        &if last == 0 { months.name(0) } else { months.span(0, last) },
        ", monthly amounts in ",
        ledger.currency.code(),
        ".",
    ]
    .concat()
}

/// The months that results can end in, newest first.
fn months(calendar: &Calendar, end: usize) -> Vec<SelectOption> {
    let option = |place| SelectOption {
        value: calendar.month(place).0.to_string(),
        label: Months(calendar).name(place),
        selected: place == end,
    };
    (0..calendar.months).rev().map(option).listed()
}

fn groupings(ledger: &LedgerFacts) -> Vec<SelectOption> {
    let none = SelectOption {
        value: String::new(),
        label: "Nothing: all together".into(),
        selected: ledger.by.is_none(),
    };
    let each = ledger.attributes.iter().enumerate().map(|(place, name)| SelectOption {
        value: place.to_string(),
        label: name.clone(),
        selected: ledger.by == Some(place),
    });
    let mut all = vec![none];
    all.grow_by(each);
    all
}

/// For how long a pause is none, as it is offered: never, or as the SaaS Metrics Standards Board has it.
fn win_backs(chosen: u8) -> Vec<SelectOption> {
    let offers = [
        (0, "Any return is a reactivation"),
        (1, "Back within a month: never left"),
        (3, "Back within 3 months: never left"),
        (6, "Back within 6 months: never left"),
    ];
    let option = |(months, label): (u8, &str)| SelectOption {
        value: months.to_string(),
        label: label.into(),
        selected: months == chosen,
    };
    offers.map(option).to_vec()
}

/// What cannot be told because the ledger does not reach back so far.
fn windows_note(calendar: &Calendar, end: usize) -> Option<String> {
    if calendar.of_two_dates {
        return Some(
            "The data does not say when its two dates were: they are taken for the start and the end of the page's window. \
             Pictures by month need a table with months."
                .into(),
        );
    }
    let out_of_reach = Window::ALL.into_iter().find(|window| calendar.start_of(*window, end).is_none())?;
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

/// The pictures in the order in which they are read: what happened, how well it holds, who stayed, who it comes from.
fn pictures(ledger: &LedgerFacts, formatter: &dyn Formatter) -> Vec<std::rc::Rc<Picture>> {
    let history: &History = &ledger.history;
    let by = ledger.by.and_then(|by| ledger.attributes.get(by));
    let mut pictures = vec![bridge(history, None, formatter), movements(history, formatter)];
    pictures.grow_by(Rate::ALL.into_iter().map(|rate| trend(history, rate, formatter)));
    pictures.grow_by(
        [CohortMeasure::Logos, CohortMeasure::Money]
            .into_iter()
            .map(|measure| cohorts(history, measure, formatter)),
    );
    pictures.grow_by(by.map(|by| ranked(history, by, formatter)));
    pictures.grow_by(by.map(|by| by_group(history, by, formatter)));
    let lives = ledger.lives.iter().map(|(at_risk, left)| AgeOfLife { at_risk: *at_risk, left: *left });
    pictures.push(survival(&lives.listed(), formatter));
    pictures.into_iter().map(Into::into).listed()
}
