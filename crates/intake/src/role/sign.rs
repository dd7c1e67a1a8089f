//! Which sign of health a column is, by its header. It names the column for whoever scores it, and says what its numbers
//! cannot be.

use crate::header;
use crate::named::named;

named! {
    /// A sign of how an account fares, as far as its header tells.
    pub enum Sign {
        /// A health score as a program gives it.
        Health "health",
        /// How much the product is used.
        Usage "usage",
        /// How much of the product is used.
        Adoption "adoption",
        /// How often somebody logs in.
        Logins "logins",
        /// When somebody last did.
        LastLogin "last-login",
        /// Net promoter score: −100 to 100, or one answer of 0 to 10.
        Nps "nps",
        /// Customer satisfaction.
        Csat "csat",
        /// Customer effort.
        Effort "effort",
        /// Tickets of support.
        Tickets "tickets",
        /// Tickets that were escalated.
        Escalations "escalations",
        /// How long tickets take.
        Resolution "resolution-time",
        /// What the one who looks after the account thinks of it.
        Sentiment "sentiment",
        /// How much the account takes part: meetings, answers.
        Engagement "engagement",
        /// When somebody last spoke to them.
        LastContact "last-contact",
        /// How far they are set up.
        Onboarding "onboarding",
        /// Whether they pay on time.
        Payment "payment",
        /// Which share of the seats bought is used.
        SeatActivation "seat-activation",
        /// Since when they are a customer.
        Since "customer-since",
    }
}

/// Names of headers, as in the table of aliases. Of two columns of one sign both are read.
#[rustfmt::skip]
const NAMES: &[(Sign, &[&str])] = &[
    (Sign::Health, &["health score", "health", "current score", "score", "overall score", "customer health", "account health",
        "churn score", "customer health score", "primary churn score", "company health", "health status", "customer health status"]),
    (Sign::Usage, &["usage", "usage percent", "product usage", "usage score", "usage frequency", "active days", "sessions",
        "time in app", "events"]),
    (Sign::Adoption, &["adoption", "adoption percent", "feature adoption", "adoption rate", "adoption score", "features used",
        "feature adoption percent", "feature adoption rate", "module adoption"]),
    (Sign::Logins, &["logins", "login count", "logins per week", "weekly logins", "monthly logins", "login frequency", "logins 30 d",
        "logins last 30 days", "number of logins"]),
    (Sign::LastLogin, &["last login", "last seen", "last seen at", "last active", "last active at", "last login date",
        "last activity in app", "last seen timestamp"]),
    (Sign::Nps, &["nps", "nps r", "nps score", "nps rating", "latest nps score", "net promoter score", "last nps"]),
    (Sign::Csat, &["csat", "csat score", "csat rating", "customer satisfaction", "satisfaction", "csat percent"]),
    (Sign::Effort, &["ces", "customer effort", "customer effort score", "effort"]),
    (Sign::Tickets, &["support tickets", "open tickets", "tickets", "ticket count", "open ticket count", "tickets last 30 days",
        "number of tickets", "open cases", "cases"]),
    (Sign::Escalations, &["escalations", "open escalations", "escalated tickets", "p1 tickets"]),
    (Sign::Resolution, &["resolution time", "average resolution time", "avg resolution time", "time to resolution",
        "resolution hours", "average resolution hours"]),
    (Sign::Sentiment, &["sentiment", "csm sentiment", "csm pulse", "pulse", "csm score", "support sentiment", "csm risk rate",
        "risk", "risk level"]),
    (Sign::Engagement, &["engagement", "engagement score", "responsiveness", "meetings", "meetings last 90 days"]),
    (Sign::LastContact, &["last contact", "last contacted", "last touch", "last activity", "last activity date", "last touchpoint",
        "last meeting", "last contact date", "last executive contact", "last exec contact date", "last contacted at",
        "last outbound message timestamp", "last inbound message timestamp", "last qbr", "last qbr date"]),
    (Sign::Onboarding, &["onboarding", "onboarding completion", "onboarding percent", "onboarding complete", "onboarded",
        "onboarding progress", "implementation progress", "setup progress"]),
    (Sign::Payment, &["payment health", "payment status", "days overdue", "overdue", "overdue invoices", "outstanding balance",
        "failed payments", "days past due"]),
    (Sign::SeatActivation, &["seat activation", "seat utilization", "seat utilisation", "license utilization", "licence utilisation",
        "seat usage", "license usage", "seats used percent"]),
    (Sign::Since, &["customer since", "customer from", "first seen", "first seen at", "original contract date"]),
];

/// Words that tell it where the whole header is in no list.
#[rustfmt::skip]
const WORDS: &[(Sign, &[&str])] = &[
    (Sign::Nps, &["nps", "promoter"]),
    (Sign::Csat, &["csat", "satisfaction"]),
    (Sign::Effort, &["ces", "effort"]),
    (Sign::Escalations, &["escalation", "escalations", "escalated"]),
    (Sign::Resolution, &["resolution"]),
    (Sign::Tickets, &["ticket", "tickets", "cases"]),
    (Sign::Onboarding, &["onboarding", "onboarded"]),
    (Sign::Adoption, &["adoption"]),
    (Sign::Logins, &["logins", "login"]),
    (Sign::Sentiment, &["sentiment", "pulse"]),
    (Sign::Health, &["health"]),
    (Sign::Engagement, &["engagement"]),
    (Sign::Payment, &["overdue", "payment", "payments"]),
    (Sign::Usage, &["usage"]),
];

/// The sign that a header names, and its place among the names.
pub(super) fn named(header: &str) -> Option<(Sign, usize)> {
    let name = header::words(header).0.join(" ");
    NAMES
        .iter()
        .find_map(|(sign, names)| names.iter().position(|listed| *listed == name).map(|at| (*sign, at)))
}

impl Sign {
    /// The sign that a header tells of, if it tells of one.
    ///
    /// ```
    /// use plimsoll_intake::Sign;
    /// assert_eq!(Sign::of_header("NPS(R)"), Some(Sign::Nps));
    /// assert_eq!(Sign::of_header("Open P2 tickets"), Some(Sign::Tickets));
    /// assert_eq!(Sign::of_header("Shoe size"), None);
    /// ```
    #[must_use]
    pub fn of_header(header: &str) -> Option<Self> {
        let words = header::words(header).0;
        let by_word = || {
            let told = |listed: &[&str]| words.iter().any(|word| listed.contains(&word.as_str()));
            WORDS.iter().find(|(_, listed)| told(listed)).map(|(sign, _)| *sign)
        };
        named(header).map(|(sign, _)| sign).or_else(by_word)
    }

    /// Whether a number of it is a share of a whole, which cannot be more.
    pub(crate) const fn is_share(self) -> bool {
        matches!(self, Self::Adoption | Self::Onboarding)
    }

    /// The least and the most that its numbers can be.
    pub(crate) const fn range(self) -> (Option<i64>, Option<i64>) {
        match self {
            Self::Health | Self::Csat => (Some(0), Some(100)),
            Self::Nps => (Some(-100), Some(100)),
            Self::Effort => (Some(0), Some(10)),
            Self::Sentiment => (Some(-100), Some(100)),
            Self::Usage
            | Self::Adoption
            | Self::Logins
            | Self::Tickets
            | Self::Escalations
            | Self::Resolution
            | Self::Engagement
            | Self::Onboarding
            | Self::SeatActivation => (Some(0), None),
            Self::Payment | Self::LastLogin | Self::LastContact | Self::Since => (None, None),
        }
    }

    /// The least and the most that its percentages can be: use can be more than what was agreed, and payment or a sign that
    /// nobody knows can be a change.
    pub(crate) const fn percent_range(self) -> (Option<i64>, Option<i64>) {
        match self {
            Self::Usage | Self::SeatActivation => (Some(0), None),
            Self::Payment | Self::Logins | Self::Tickets | Self::Escalations | Self::Resolution => {
                (None, None)
            }
            Self::Nps => (Some(-100), Some(100)),
            _ => (Some(0), Some(100)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_twice_and_all_are_as_headers_are_compared() {
        let names: Vec<&str> = NAMES.iter().flat_map(|(_, names)| *names).copied().collect();
        for name in &names {
            assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
            assert_eq!(header::words(name).0.join(" "), *name);
        }
    }
}
