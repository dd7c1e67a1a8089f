//! The pace of one month: what is kept, lost and won in it, by a window's figures.

use plimsoll_metrics::figures::{
    CHURNED_MRR, CONTRACTION_MRR, GROSS_MARGIN, NEW_CUSTOMERS, NEW_MRR, REACTIVATED_CUSTOMERS,
    REACTIVATED_MRR, START_MRR,
};
use plimsoll_metrics::metrics::{GROSS_REVENUE_RETENTION, LOGO_CHURN, NET_REVENUE_RETENTION};
use plimsoll_metrics::{Book, Compounding, Exact, Figure, Outcome, Undefined, Window, rescale};

use super::both;

/// Decimals of a rate.
const RATE: u32 = 18;
/// Decimals of an amount, or of a number of customers.
const AMOUNT: u32 = 12;

/// What a month does to MRR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pace {
    /// What is kept of the opening MRR without expansion.
    pub(super) gross: Exact,
    /// What is kept with it.
    pub(super) net: Exact,
    /// Which part of what is lost is churn; the rest is contraction.
    pub(super) churned: Exact,
    /// MRR that joins.
    pub(super) new: Exact,
    /// MRR that comes back.
    pub(super) reactivated: Exact,
    /// How prices stand to those of the book without a scenario.
    pub(super) price: Exact,
    /// Gross margin.
    pub(super) margin: Outcome,
    /// The same for customers.
    pub(super) customers: Result<CustomerPace, Undefined>,
}

/// What a month does to customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CustomerPace {
    pub(super) kept: Exact,
    pub(super) new: Exact,
    pub(super) reactivated: Exact,
}

/// Rounded to the decimals of an amount.
pub(super) fn amount(value: &Exact) -> Outcome {
    rounded(value, AMOUNT)
}

fn rounded(value: &Exact, places: u32) -> Outcome {
    value.to_decimal(places).map(Exact::from).ok_or(Undefined::Overflow)
}

impl Pace {
    /// The pace by a book; `base` is the book without the scenario.
    pub(super) fn of(book: &Book, base: &Book) -> Result<Self, Undefined> {
        let rates = both(book.evaluate(&GROSS_REVENUE_RETENTION), book.evaluate(&NET_REVENUE_RETENTION));
        let flows = both(counted(book, &NEW_MRR), counted(book, &REACTIVATED_MRR));
        let ((gross, net), (new, reactivated)) = match (rates, flows) {
            (Ok(rates), Ok(flows)) => (rates, flows),
            (Err(one), Err(other)) => return Err(one.and(other)),
            (Err(reason), _) | (_, Err(reason)) => return Err(reason),
        };
        // Only where both were entered as known can they contradict each other so.
        if net < gross {
            return Err(Undefined::OutOfRange(&NET_REVENUE_RETENTION));
        }
        let (gross, net) = (monthly(&gross, book.window())?, monthly(&net, book.window())?);
        let months = kept_of_each_month(&net, book.window())?;
        Ok(Self {
            churned: churned_part(book)?,
            new: a_month(&new, &months)?,
            reactivated: a_month(&reactivated, &months)?,
            price: price(book, base)?,
            margin: counted(book, &GROSS_MARGIN),
            customers: customers(book),
            gross,
            net,
        })
    }
}

fn counted(book: &Book, figure: &'static Figure) -> Outcome {
    book.counted(figure).ok_or_else(|| Undefined::Missing(vec![figure]))
}

/// What a month keeps where a window keeps this.
fn monthly(kept: &Exact, window: Window) -> Outcome {
    let monthly = rescale(kept, Compounding::Kept, window, Window::Month).ok_or(Undefined::Overflow)?;
    rounded(&monthly, RATE)
}

/// What the months of a window bring together by its end, for each unit that one of them brings: 1 + g + g² + ….
fn kept_of_each_month(net: &Exact, window: Window) -> Outcome {
    let (mut sum, mut kept) = (Exact::zero(), Exact::one());
    for _ in 0..window.months() {
        sum = sum.plus(&kept);
        kept = rounded(&kept.times(net), RATE)?;
    }
    Ok(sum)
}

/// How much a month brings where this is there of all months by the end of the window.
fn a_month(flow: &Exact, months: &Exact) -> Outcome {
    amount(&flow.divided_by(months).ok_or(Undefined::Overflow)?)
}

/// Which part of the losses is churn: as in the figures, or all of it where they say nothing.
fn churned_part(book: &Book) -> Outcome {
    let of = |figure| book.counted(figure).unwrap_or_else(Exact::zero);
    let churned = of(&CHURNED_MRR);
    let part = churned.divided_by(&churned.plus(&of(&CONTRACTION_MRR)));
    rounded(&part.unwrap_or_else(Exact::one), RATE)
}

/// Nothing but a price moves what there was at the start.
fn price(book: &Book, base: &Book) -> Outcome {
    let start = book.figure(&START_MRR).zip(base.figure(&START_MRR));
    let price = start.and_then(|(moved, start)| moved.divided_by(start));
    rounded(&price.unwrap_or_else(Exact::one), RATE)
}

/// Customers are kept by their share of those at the start, whichever convention churn is shown by.
fn customers(book: &Book) -> Result<CustomerPace, Undefined> {
    let mut own = book.clone();
    own.choose(&LOGO_CHURN);
    let flows = both(counted(book, &NEW_CUSTOMERS), counted(book, &REACTIVATED_CUSTOMERS));
    let (churn, (new, reactivated)) = match (own.evaluate(&LOGO_CHURN), flows) {
        (Ok(churn), Ok(flows)) => (churn, flows),
        (Err(one), Err(other)) => return Err(one.and(other)),
        (Err(reason), _) | (_, Err(reason)) => return Err(reason),
    };
    let kept = monthly(&churn.complement(), book.window())?;
    let months = kept_of_each_month(&kept, book.window())?;
    Ok(CustomerPace { new: a_month(&new, &months)?, reactivated: a_month(&reactivated, &months)?, kept })
}
