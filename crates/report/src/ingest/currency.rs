//! Which currency amounts are in.

use plimsoll_intake::CurrencyMark;
use plimsoll_metrics::Currency;

/// The currency that a table's mark stands for: the page's where it can be, and where there is no mark. Nothing for one
/// that the page does not offer: amounts are never taken for those of another currency.
pub(super) fn currency_of(page: &str, seen: Option<CurrencyMark>) -> Option<Currency> {
    let page = Currency::from_code(page).unwrap_or(Currency::Usd);
    let Some(mark) = seen.filter(|mark| !mark.stands_for(page.code())) else { return Some(page) };
    Currency::ALL.iter().copied().find(|currency| mark.stands_for(currency.code()))
}
