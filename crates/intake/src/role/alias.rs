//! The table of aliases. A new one is a name in a row, or a row.

use super::{Role, Said, sign};
use crate::header;
use crate::issue::Field;
use crate::mapping::{Basis, Quantity, Scale};

/// Names of columns that mean the same.
struct Alias {
    role: Role,
    basis: Option<Basis>,
    quantity: Option<Quantity>,
    scale: Option<Scale>,
    /// Headers in small letters, words apart by one space, however the export writes them (`CustomerId`, `customer_id`).
    names: &'static [&'static str],
}

/// A row that says no more than the role.
const fn plain(role: Role, names: &'static [&'static str]) -> Alias {
    Alias { role, basis: None, quantity: None, scale: None, names }
}

/// A row of amounts.
const fn amount(basis: Option<Basis>, quantity: Option<Quantity>, names: &'static [&'static str]) -> Alias {
    Alias { role: Role::Amount, basis, quantity, scale: None, names }
}

/// A row of amounts in cents.
const fn cents(basis: Option<Basis>, quantity: Option<Quantity>, names: &'static [&'static str]) -> Alias {
    Alias { scale: Some(Scale::Minor), ..amount(basis, quantity, names) }
}

const MONTH: Option<Basis> = Some(Basis::Month);
const YEAR: Option<Basis> = Some(Basis::Year);
const ROW: Option<Basis> = Some(Basis::Row);
const ALL: Option<Quantity> = Some(Quantity::All);
const EACH: Option<Quantity> = Some(Quantity::Each);

/// The table. Of two columns of one role, the one whose name stands earlier here is read.
#[rustfmt::skip]
const ALIASES: &[Alias] = &[
    // Who. `uuid` and `oid` are ChartMogul's and Baremetrics' own, `account code` is Recurly's, `customers id` and
    // `subscriptions customer id` are Chargebee's, `company id` is Planhat's, `gsid` is Gainsight's.
    plain(Role::CustomerId, &[
        "customer uuid", "customer id", "customer oid", "customerid", "account code", "customers id",
        "subscriptions customer id", "company id", "account id", "client id", "subscriber id", "organization id",
        "organisation id", "tenant id", "workspace id", "gsid", "customer external id", "customer external ids",
        "customer number", "customer no", "customer key", "customer code", "account number", "customer ref",
        "customer reference", "sfdc account id", "account external id", "external id", "record id", "user id",
    ]),
    plain(Role::CustomerName, &[
        "customer name", "company name", "account name", "client name", "customers company", "customer", "company",
        "account", "client", "subscriber", "organization", "organisation", "name", "deal name", "kunde",
        "customer email", "customers email", "email",
    ]),
    plain(Role::Subscription, &[
        "subscription id", "subscription external id", "subscription uuid", "subscription oid", "subscriptions id",
        "subscription item id", "subscription", "license id", "contract id",
    ]),
    // What is paid. Recurly bills by its `total recurring amount`, Baremetrics by `plan amount`, both for a period.
    amount(MONTH, ALL, &[
        "mrr", "monthly recurring revenue", "cmrr", "mrr billing currency", "subscriptions mrr", "customer mrr",
        "total mrr", "current mrr", "monthly revenue", "monthly amount", "monthly value", "monthly price",
        "monthly fee", "mrr amount", "license mrr",
    ]),
    cents(MONTH, ALL, &["mrr cents", "mrr in cents"]),
    amount(ROW, ALL, &[
        "version total recurring amount", "total recurring amount", "recurring amount", "amount per interval",
        "amount per period",
    ]),
    amount(ROW, None, &["plan amount", "plan price"]),
    amount(ROW, EACH, &["unit amount", "unit price", "price per seat", "plan unit price"]),
    amount(YEAR, ALL, &[
        "arr", "annual recurring revenue", "carr", "acv", "annual contract value", "annual revenue", "annual amount",
        "annual value", "yearly amount", "yearly revenue", "arr amount", "current arr", "total arr",
    ]),
    cents(None, None, &["amount cents", "amount in cents"]),
    amount(None, None, &[
        "amount", "value", "revenue", "recurring revenue", "subscription amount", "price", "fee", "charge",
        "contract value", "total contract amount", "total contract value", "license value", "amount in company currency", "betrag", "montant", "importe",
    ]),
    plain(Role::Change, &[
        "mrr movement", "activity mrr movement", "mrr change", "change in mrr", "mrr delta", "delta mrr", "delta",
        "change", "movement", "amount change",
    ]),
    plain(Role::Balance, &["mrr after", "mrr after change", "resulting mrr"]),
    // When. Stripe's local time stands first: its own reports go by it.
    plain(Role::Date, &[
        "reporting month", "month", "period", "local event timestamp", "event timestamp", "event date", "date", "day",
        "effective date", "month start", "month end", "period start", "as of", "as of date", "snapshot date",
        "invoice month", "billing month", "timestamp", "monat", "mois", "mes", "datum", "occurred at", "close date",
    ]),
    plain(Role::Rank, &["rank", "sequence", "event rank"]),
    plain(Role::EventType, &[
        "movement type", "event type", "type", "activity type", "change type", "activity", "event", "movement kind",
    ]),
    plain(Role::From, &[
        "version started at", "subscription started at", "subscriptions started at", "activated at", "start date",
        "license start date", "start date utc", "subscriptions start date", "from date", "started at",
        "contract start", "contract start date", "subscription start", "subscription start date", "start utc",
        "service start", "starts on", "valid from", "subscriptions activated at", "subscription activated at",
        "original contract date", "starts at", "created utc", "subscriptions created at", "created at", "begin date",
    ]),
    plain(Role::Ended, &[
        "version ended at", "ended at", "ended at utc", "expired at", "subscription canceled at",
        "subscriptions cancelled at", "subscription cancelled at", "canceled at", "cancelled at", "canceled at utc",
        "cancellation date", "cancelled on", "canceled on", "churn date", "churned at", "churned on", "cancel date",
        "termination date", "churned date", "date churned", "date of churn", "lost date", "customer to", "deactivated at",
    ]),
    plain(Role::Until, &[
        "to date", "license end date", "end date", "contract end", "contract end date", "subscription end",
        "subscription end date", "service end", "valid to", "valid until", "ends on", "until", "expires at",
        "expiry date", "expiration date", "ends at",
    ]),
    plain(Role::TrialEnd, &["trial end utc", "trial end", "subscriptions trial end", "trial ends at", "trial ended at"]),
    plain(Role::Trial, &["version in trial", "in trial", "is trial", "trial"]),
    plain(Role::Status, &[
        "version state", "status", "state", "subscription status", "subscription state", "subscriptions status",
        "deal stage", "lifecycle stage",
    ]),
    plain(Role::Interval, &[
        "version plan interval unit", "plan interval unit", "plan interval", "interval unit", "interval",
        "billing interval", "billing period", "billing period unit", "billing frequency", "billing cycle",
        "frequency", "subscriptions billing period unit", "plan period unit", "payment frequency",
    ]),
    plain(Role::IntervalCount, &[
        "version plan interval length", "plan interval length", "plan interval count", "interval count",
        "interval length", "subscriptions billing period", "billing period count",
    ]),
    plain(Role::Quantity, &[
        "quantity", "subscription quantity", "plan quantity", "subscriptions plan quantity", "units", "qty",
    ]),
    plain(Role::Currency, &[
        "currency", "currency code", "billing currency code", "billing currency", "plan currency",
        "subscription currency", "subscriptions currency code", "ccy",
    ]),
    plain(Role::Owner, &[
        "owner", "account owner", "csm", "customer success manager", "deal owner", "company owner",
        "account manager", "success manager", "csm name", "owner user account", "customer success owner", "csm email",
    ]),
    plain(Role::Renewal, &[
        "renewal date", "renewal", "next renewal", "next renewal date", "contract renewal date", "renews on", "renews at",
        "contract renewal",
    ]),
    plain(Role::Seats, &[
        "seats", "licenses", "licences", "seat count", "license count", "seats purchased", "seats bought", "licensed seats",
        "licensed users", "total seats", "seats total", "contracted seats", "purchased seats", "licenses purchased", "seat limit",
    ]),
    plain(Role::SeatsUsed, &[
        "seats used", "used seats", "active seats", "seats active", "licenses used", "active users", "assigned seats",
        "seats assigned", "seats in use", "monthly active users", "active licenses", "users count", "mau", "users",
    ]),
    // ChurnZero and Salesforce say who is active, not who has left.
    plain(Role::Churned, &[
        "churned", "is churned", "has churned", "churn", "churn status", "churn flag", "churned flag", "is lost", "lost",
        "left", "cancelled", "canceled", "is cancelled", "is canceled",
    ]),
    plain(Role::Active, &["active", "is active", "is customer", "current customer", "active customer", "retained", "renewed"]),
    plain(Role::Attribute, &[
        "segment", "tier", "plan", "plan name", "product", "country", "region", "industry", "customer country",
        "plan code", "plan id", "managed as", "deal type", "pipeline", "channel", "market", "category", "edition",
        "package", "plan external id", "product id", "subscriptions plan id", "size", "vertical", "source",
    ]),
];

/// What a header says. What the table does not have is understood by its words ("MRR at start", "Customer segment").
pub(crate) fn says(header: &str) -> Option<Said> {
    let name = header::words(header).0.join(" ");
    let listed = ALIASES.iter().enumerate().find_map(|(row, alias)| {
        let place = alias.names.iter().position(|listed| *listed == name)?;
        let rank = row.saturating_mul(100).saturating_add(place);
        let Alias { role, basis, quantity, scale, .. } = *alias;
        Some(Said { role, rank, basis, quantity, scale })
    });
    listed.or_else(|| by_sign(header)).or_else(|| by_words(header))
}

/// What has a name among the signs of health.
fn by_sign(header: &str) -> Option<Said> {
    /// After every row of the table.
    const AFTER: usize = 50_000;
    let (_, place) = sign::named(header)?;
    let rank = AFTER.saturating_add(place);
    Some(Said { role: Role::Indicator, rank, basis: None, quantity: None, scale: None })
}

fn by_words(header: &str) -> Option<Said> {
    /// After every listed name.
    const LAST: usize = 100_000;
    let heading = header::heading(header)?;
    let role = match heading.field {
        Field::Name if heading.is_id() => Role::CustomerId,
        Field::Name => Role::CustomerName,
        Field::Start => Role::StartAmount,
        Field::End => Role::EndAmount,
        Field::Segment => Role::Attribute,
        Field::Currency => Role::Currency,
    };
    let basis = matches!(role, Role::StartAmount | Role::EndAmount).then_some(if heading.annual {
        Basis::Year
    } else {
        Basis::Month
    });
    Some(Said { role, rank: LAST.saturating_add(heading.rank), basis, quantity: None, scale: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_in_two_rows_and_all_are_as_headers_are_compared() {
        let names: Vec<&str> = ALIASES.iter().flat_map(|alias| alias.names).copied().collect();
        for name in &names {
            assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
            assert_eq!(header::words(name).0.join(" "), *name);
        }
    }

    #[test]
    fn headers_are_compared_by_their_words() {
        let role = |header| says(header).map(|said| said.role);
        assert_eq!(role("CUSTOMER_UUID"), Some(Role::CustomerId));
        assert_eq!(role("subscriptions.start_date"), Some(Role::From));
        assert_eq!(role("Start Date (UTC)"), Some(Role::From));
        assert_eq!(role("companyId"), Some(Role::CustomerId));
        assert_eq!(role("MRR at start"), Some(Role::StartAmount));
        assert_eq!(role("Customer segment"), Some(Role::Attribute));
        assert_eq!(role("MRR (EUR)"), Some(Role::Amount));
        assert_eq!(role("Shoe size in summer"), None);
        assert!(says("mrr").map(|said| said.rank) < says("arr").map(|said| said.rank));
    }
}
