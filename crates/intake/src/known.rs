//! Exports that are known by their headers, and what is known of them.
//!
//! A row settles what the project's notes on the export say, or what its headers say by their names (a total is for all
//! pieces). What that leaves open is asked, as for any table. That changes carry their sign is taken from the names of
//! their columns; a loss without a minus is left out with its reason, so a mistake here does not stay silent.

use crate::header;
use crate::mapping::{Basis, Quantity, Scale, Shape, Signs};
use crate::order::Listed as _;
use crate::role::Role;
use crate::text::{is_of_word, lower};

/// An export of a product that many people use.
#[derive(Debug)]
pub struct Export {
    /// The short name by which it is kept.
    pub slug: &'static str,
    /// The product and what it calls the export.
    pub name: &'static str,
    /// Headers that prove it, in small letters with words apart by one space: all of them stand in the table.
    pub(crate) proof: &'static [&'static str],
    /// What its rows stand for.
    pub(crate) shape: Shape,
    pub(crate) scale: Option<Scale>,
    pub(crate) basis: Option<Basis>,
    pub(crate) quantity: Option<Quantity>,
    pub(crate) signs: Option<Signs>,
    /// Columns that mean something else here than elsewhere.
    pub(crate) roles: &'static [(&'static str, Role)],
    /// Types of changes that are none of the money.
    pub(crate) no_money: &'static [&'static str],
}

/// The slug of an export in a message: whoever reads it takes that of their own table.
pub(crate) mod by_its_slug {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(slug: &Option<&'static str>, to: S) -> Result<S::Ok, S::Error> {
        slug.unwrap_or_default().serialize(to)
    }

    pub(crate) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Option<&'static str>, D::Error> {
        let slug = String::deserialize(from)?;
        Ok(super::by_slug(&slug).map(|export| export.slug))
    }
}

/// A row that says nothing yet but how it is known.
const fn export(
    slug: &'static str,
    name: &'static str,
    shape: Shape,
    proof: &'static [&'static str],
) -> Export {
    Export {
        slug,
        name,
        proof,
        shape,
        scale: None,
        basis: None,
        quantity: None,
        signs: None,
        roles: &[],
        no_money: &[],
    }
}

const MONTHLY: Option<Basis> = Some(Basis::Month);
const UNITS: Option<Scale> = Some(Scale::Units);
const MINOR: Option<Scale> = Some(Scale::Minor);
const WRITTEN: Option<Signs> = Some(Signs::Written);

/// The table. Where two rows fit, the first counts.
#[rustfmt::skip]
pub(crate) const EXPORTS: &[Export] = &[
    Export {
        scale: MINOR, basis: MONTHLY, signs: WRITTEN,
        ..export("stripe-changes", "Stripe, subscription item change events", Shape::Events,
            &["event timestamp", "event type", "mrr change", "customer id", "subscription item id"])
    },
    Export {
        scale: UNITS, basis: MONTHLY,
        ..export("stripe-monthly", "Stripe, MRR per subscriber per month", Shape::Wide,
            &["customer id", "customer", "customer email", "currency"])
    },
    Export {
        basis: Some(Basis::Row),
        // It ends when it has ended; a cancellation may wait for the end of what is paid.
        roles: &[("canceled at utc", Role::Ignored), ("id", Role::Subscription), ("current period start utc", Role::Ignored),
            ("current period end utc", Role::Ignored)],
        ..export("stripe-subscriptions", "Stripe, subscriptions", Shape::Intervals,
            &["id", "customer id", "interval", "amount", "status"])
    },
    Export {
        scale: MINOR, basis: MONTHLY, signs: WRITTEN,
        roles: &[("mrr", Role::Balance)],
        ..export("chartmogul-movements", "ChartMogul, MRR movements", Shape::Events,
            &["date", "mrr movement", "movement type", "customer uuid"])
    },
    Export {
        scale: MINOR, basis: MONTHLY, signs: WRITTEN,
        roles: &[("activity mrr", Role::Balance)],
        ..export("chartmogul-activities", "ChartMogul, activities", Shape::Events,
            &["date", "activity mrr movement", "customer uuid"])
    },
    export("chartmogul-subscriptions", "ChartMogul, subscriptions", Shape::Accounts,
        &["customer uuid", "mrr", "arr", "interval unit", "interval count"]),
    export("chartmogul-customers", "ChartMogul, customers to import", Shape::Accounts,
        &["name", "email", "external id", "lead created at"]),
    Export {
        scale: MINOR, basis: Some(Basis::Row),
        ..export("baremetrics-import", "Baremetrics, subscriptions to import", Shape::Intervals,
            &["plan oid", "plan amount", "plan interval", "customer oid", "subscription started at"])
    },
    Export {
        scale: UNITS, basis: Some(Basis::Row), quantity: Some(Quantity::All),
        ..export("recurly-history", "Recurly, subscription history", Shape::Intervals,
            &["version uuid", "version started at", "version total recurring amount", "account code"])
    },
    Export {
        scale: UNITS, quantity: Some(Quantity::All),
        // A cancelled subscription runs on to the day on which it expires.
        roles: &[("canceled at", Role::Ignored), ("unit amount", Role::Ignored), ("uuid", Role::Subscription)],
        ..export("recurly-subscriptions", "Recurly, subscriptions", Shape::Intervals,
            &["account code", "plan code", "total recurring amount", "activated at"])
    },
    Export {
        basis: MONTHLY,
        roles: &[("mrr previous billing currency", Role::Ignored)],
        ..export("chargebee-monthly", "Chargebee, MRR by subscription and month", Shape::Long,
            &["customer id", "reporting month", "mrr billing currency"])
    },
    export("chargebee-subscriptions", "Chargebee, subscriptions", Shape::Intervals,
        &["subscriptions id", "subscriptions status", "subscriptions plan id"]),
    Export {
        roles: &[("close date", Role::Day)],
        ..export("hubspot-deals", "HubSpot, deals", Shape::Accounts, &["record id", "deal name", "deal stage"])
    },
    // What HubSpot and Salesforce call annual revenue is what the customer earns, not what they pay.
    Export {
        roles: &[("annual revenue", Role::Ignored), ("create date", Role::Day), ("close date", Role::Day),
            ("lifecycle stage", Role::Attribute)],
        ..export("hubspot-companies", "HubSpot, companies", Shape::Accounts, &["record id", "company name", "company owner"])
    },
    Export {
        roles: &[("annual revenue", Role::Ignored), ("created date", Role::Day), ("type", Role::Attribute)],
        ..export("salesforce-accounts", "Salesforce, accounts", Shape::Accounts, &["account id", "account name", "account owner"])
    },
    Export {
        roles: &[("lifecycle stage", Role::Attribute), ("stage", Role::Attribute)],
        ..export("gainsight-company", "Gainsight, companies", Shape::Accounts, &["name", "gsid"])
    },
    Export {
        roles: &[("start date", Role::Day)],
        ..export("churnzero-accounts", "ChurnZero, accounts", Shape::Accounts, &["account external id", "next renewal date", "is active"])
    },
    Export {
        roles: &[("churned at", Role::Ended)],
        ..export("vitally-accounts", "Vitally, accounts", Shape::Accounts, &["name", "health score", "nps score", "churned at"])
    },
    Export {
        roles: &[("contract start date", Role::Day), ("create date", Role::Day), ("customer journey stage", Role::Attribute)],
        ..export("totango-accounts", "Totango, accounts", Shape::Accounts, &["account id", "success manager", "contract renewal date"])
    },
    Export {
        roles: &[("id", Role::CustomerId), ("phase", Role::Attribute), ("customer from", Role::Day), ("customer to", Role::Ended),
            ("h", Role::Indicator)],
        ..export("planhat-companies", "Planhat, companies", Shape::Accounts, &["name", "phase", "csm score"])
    },
    Export {
        basis: None, quantity: Some(Quantity::All),
        ..export("planhat-licenses", "Planhat, licenses", Shape::Intervals, &["company id", "from date", "value"])
    },
];

/// The labels of ProfitWell's changes. Its increase and decrease are of a plan's length, not of money.
pub(crate) const PROFITWELL: Export = Export {
    no_money: &["increase", "decrease"],
    ..export("profitwell-changes", "ProfitWell, changes", Shape::Events, &[])
};

/// Types that only ProfitWell writes.
pub(crate) const PROFITWELL_TYPES: [&str; 2] = ["new_cancelled", "churn_delinquent"];

/// The export that these headers prove, if one.
pub(crate) fn by_headers<'a>(headers: impl Iterator<Item = &'a str>) -> Option<&'static Export> {
    let names: Vec<String> = headers.map(|header| header::words(header).0.join(" ")).listed();
    let has = |header: &&str| names.iter().any(|name| name == header);
    EXPORTS.iter().find(|export| export.proof.iter().all(has))
}

/// The export of this slug.
///
/// ```
/// use plimsoll_intake::{export_by_slug, look};
/// let seen = look("Customer ID,Customer,Customer Email,Currency,2025-01\ncus_1,Acme,a@acme.example,usd,49.00\n");
/// let name = seen.mapping.export.and_then(export_by_slug).map(|export| export.name);
/// assert_eq!(name, Some("Stripe, MRR per subscriber per month"));
/// ```
#[must_use]
pub fn by_slug(slug: &str) -> Option<&'static Export> {
    EXPORTS.iter().chain([&PROFITWELL]).find(|export| export.slug == slug)
}

impl Export {
    /// What a header means in this export, where it differs.
    pub(crate) fn role(&self, header: &str) -> Option<Role> {
        let name = header::words(header).0.join(" ");
        self.roles.iter().find(|(listed, _)| *listed == name).map(|(_, role)| *role)
    }
}

/// What a status or type says, whatever it is written like: small letters, words apart by `_`.
pub(crate) fn word(text: &str) -> String {
    let word = lower(text.trim());
    word.split(|c: char| !is_of_word(c)).filter(|part| !part.is_empty()).listed().join("_")
}

/// What a status says about a subscription's money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Never paid: a trial, a draft, a start in the future.
    NotPaid,
    /// It has ended, so an end has to be known.
    Over,
}

/// Statuses that matter, as [`word`] writes them.
#[rustfmt::skip]
const STATUSES: &[(Standing, &[&str])] = &[
    (Standing::NotPaid, &["trialing", "trial", "in_trial", "incomplete", "incomplete_expired", "future", "draft", "pending",
        "transferred", "closed_lost", "closedlost", "lead"]),
    (Standing::Over, &["canceled", "cancelled", "expired", "ended", "churned", "inactive", "terminated", "closed"]),
];

/// What a status says, where it matters.
pub(crate) fn standing(status: &str) -> Option<Standing> {
    let status = word(status);
    STATUSES.iter().find(|(_, words)| words.contains(&status.as_str())).map(|(standing, _)| *standing)
}

/// What a column says about who has left, as [`word`] writes it: answers, then who has, then who has not.
const YES: &[&str] = &["yes", "y", "true", "t", "1", "ja", "oui"];
const NO: &[&str] = &["no", "n", "false", "f", "0", "nein", "non"];
#[rustfmt::skip]
const LEFT: &[&str] = &["churned", "churn", "lost", "cancelled", "canceled", "cancel", "inactive",
    "closed", "ended", "expired", "terminated", "gone", "left", "former", "ex_customer", "not_renewed", "non_renewed"];
#[rustfmt::skip]
const STAYED: &[&str] = &["active", "live", "current", "customer", "retained", "renewed", "paying",
    "open", "not_churned", "stayed", "existing", "ongoing", "subscribed", "in_trial", "coming", "free"];

/// Whether a cell of such a column says that they have left; none where it is not understood.
pub(crate) fn has_left(cell: &str) -> Option<bool> {
    let word = word(cell);
    said(&word, YES, NO).or_else(|| said(&word, LEFT, STAYED))
}

/// Whether a cell of a column of who is active says that they have left: yes and no the other way round, words as they are.
pub(crate) fn has_left_if_active(cell: &str) -> Option<bool> {
    let word = word(cell);
    said(&word, NO, YES).or_else(|| said(&word, LEFT, STAYED))
}

fn said(word: &str, yes: &[&str], no: &[&str]) -> Option<bool> {
    if yes.contains(&word) { Some(true) } else { no.contains(&word).then_some(false) }
}

/// Whether a type of change adds to what a customer pays or takes from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    Gain,
    Loss,
}

/// Types of changes, as [`word`] writes them: ChartMogul's, Stripe's, ProfitWell's, and what people write.
#[rustfmt::skip]
const TYPES: &[(Sense, &[&str])] = &[
    (Sense::Gain, &["new", "new_biz", "new_business", "new_mrr", "expansion", "upgrade", "upsell", "cross_sell",
        "reactivation", "reactivated", "win_back", "winback", "active_start", "active_upgrade", "increase", "start",
        "new_customer", "new_cancelled", "price_increase"]),
    (Sense::Loss, &["churn", "churned", "contraction", "downgrade", "downsell", "cancelled", "canceled", "cancellation",
        "active_end", "active_downgrade", "decrease", "churn_delinquent", "lost", "end", "price_decrease", "pause"]),
];

/// What a type says, where it is known.
pub(crate) fn sense(kind: &str) -> Option<Sense> {
    let kind = word(kind);
    TYPES.iter().find(|(_, words)| words.contains(&kind.as_str())).map(|(sense, _)| *sense)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slug_and_word_stands_once() {
        let slugs: Vec<&str> = EXPORTS.iter().map(|export| export.slug).collect();
        let words: Vec<&str> = STATUSES.iter().flat_map(|(_, words)| *words).copied().collect();
        let types: Vec<&str> = TYPES.iter().flat_map(|(_, words)| *words).copied().collect();
        for list in [&slugs, &words, &types] {
            for one in list {
                assert_eq!(list.iter().filter(|other| *other == one).count(), 1, "{one}");
            }
        }
        assert!(words.iter().chain(&types).all(|listed| word(listed) == *listed));
    }

    #[test]
    fn headers_prove_an_export_only_together() {
        let slug = |headers: &[&str]| by_headers(headers.iter().copied()).map(|export| export.slug);
        assert_eq!(
            slug(&["account_code", "plan_code", "total_recurring_amount", "activated_at"]),
            Some("recurly-subscriptions")
        );
        assert_eq!(slug(&["account_code", "plan_code", "activated_at"]), None);
        assert_eq!(slug(&["Customer", "Month", "MRR"]), None);
    }
}
