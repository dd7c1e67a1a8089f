//! The team: what each owner looks after, as figures for the metrics that there are.

use plimsoll_columns::scores::{Class, OwnerSums};

use super::money::set_money;
use crate::{Book, Exact, Figure, Window, figures};

/// What a table can say of each account's care, as a column whose sum is a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Business reviews scheduled.
    ReviewsScheduled,
    /// Of those, how many took place.
    ReviewsCompleted,
    /// 1 where there should be a review, scheduled or not; else 0.
    ReviewDue,
    /// Of those, 1 where there was one.
    Reviewed,
    /// 1 where there is an active executive sponsor; else 0.
    Sponsored,
    /// People with whom the team is in touch.
    Contacts,
    /// Meetings that were agreed on.
    MeetingsScheduled,
    /// Of those, how many the customer came to.
    MeetingsAttended,
}

impl Care {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::ReviewsScheduled,
        Self::ReviewsCompleted,
        Self::ReviewDue,
        Self::Reviewed,
        Self::Sponsored,
        Self::Contacts,
        Self::MeetingsScheduled,
        Self::MeetingsAttended,
    ];

    /// The figure that the sum of such a column is.
    const fn figure(self) -> &'static Figure {
        match self {
            Self::ReviewsScheduled => &figures::REVIEWS_SCHEDULED,
            Self::ReviewsCompleted => &figures::REVIEWS_COMPLETED,
            Self::ReviewDue => &figures::REVIEW_ELIGIBLE,
            Self::Reviewed => &figures::REVIEWED_CUSTOMERS,
            Self::Sponsored => &figures::SPONSORED_CUSTOMERS,
            Self::Contacts => &figures::ENGAGED_CONTACTS,
            Self::MeetingsScheduled => &figures::MEETINGS_SCHEDULED,
            Self::MeetingsAttended => &figures::MEETINGS_ATTENDED,
        }
    }
}

/// The time of the team, where it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// Working hours of a manager in a month.
    pub hours_per_manager: Option<Exact>,
    /// Hours that an account takes in a month.
    pub hours_per_account: Option<Exact>,
}

/// A team: a book for each owner, by the owner's number, and one for all of them. What it sets is what
/// [`crate::metrics::ACCOUNTS_PER_CSM`], [`crate::metrics::ARR_PER_CSM`], [`crate::metrics::QBR_COMPLETION`],
/// [`crate::metrics::SPONSOR_COVERAGE`], [`crate::metrics::CONTACT_COVERAGE`], [`crate::metrics::AT_RISK_RATE`],
/// [`crate::metrics::HEALTH_COVERAGE`], [`crate::metrics::CSM_CAPACITY`] and [`crate::metrics::CAPACITY_USED`] rest on; so the published
/// ranges hold for each owner as for the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// By owner. Each is one manager.
    pub owners: Vec<Book>,
    /// All of them; as many managers as have accounts.
    pub whole: Book,
}

impl Team {
    /// The books of what [`plimsoll_columns::scores::Portfolio::by_owner`] adds up, where the further columns were those of `care`.
    /// `window` is that over which reviews were counted, `decimals` are those of the currency.
    #[must_use]
    pub fn of(sums: &[OwnerSums], care: &[Care], time: &Time, window: Window, decimals: u32) -> Self {
        let book = |sums: &OwnerSums, managers: i64| {
            let mut book = Book::new(window);
            fill(&mut book, sums, decimals);
            book.set(&figures::MANAGERS, Exact::from(managers));
            for (care, sum) in care.iter().zip(&sums.more) {
                book.set(care.figure(), Exact::from(*sum));
            }
            let time = [
                (&figures::HOURS_PER_MANAGER, &time.hours_per_manager),
                (&figures::HOURS_PER_ACCOUNT, &time.hours_per_account),
            ];
            for (figure, hours) in time {
                if let Some(hours) = hours {
                    book.set(figure, hours.clone());
                }
            }
            book
        };
        let with_accounts = sums.iter().filter(|owner| owner.accounts.iter().any(|count| *count > 0)).count();
        let mut whole = OwnerSums { more: vec![0; care.len()], ..OwnerSums::default() };
        sums.iter().for_each(|owner| add(&mut whole, owner));
        let managers = i64::try_from(with_accounts).unwrap_or(i64::MAX);
        Self { owners: sums.iter().map(|owner| book(owner, 1)).collect(), whole: book(&whole, managers) }
    }
}

/// Adds an owner's sums. Each is a part of a sum that fits; a column of counts that did not would stay at the largest number.
fn add(whole: &mut OwnerSums, owner: &OwnerSums) {
    let pairs = whole.accounts.iter_mut().zip(&owner.accounts).chain(whole.arr.iter_mut().zip(&owner.arr));
    for (sum, more) in pairs.chain(whole.more.iter_mut().zip(&owner.more)) {
        *sum = sum.saturating_add(*more);
    }
}

/// Accounts by class and ARR.
fn fill(book: &mut Book, sums: &OwnerSums, decimals: u32) {
    let [red, yellow, green, unscored] = sums.accounts;
    let scored = red.saturating_add(yellow).saturating_add(green);
    let counts = [
        (&figures::RED_CUSTOMERS, red),
        (&figures::YELLOW_CUSTOMERS, yellow),
        (&figures::GREEN_CUSTOMERS, green),
        (&figures::SCORED_CUSTOMERS, scored),
        (&figures::MANAGED_CUSTOMERS, scored.saturating_add(unscored)),
    ];
    for (figure, count) in counts {
        book.set(figure, Exact::from(count));
    }
    let arr = sums.arr.iter().fold(0_i64, |sum, class| sum.saturating_add(*class));
    set_money(book, &figures::MANAGED_ARR, Some(arr), decimals);
    let by_class = [
        (&figures::RED_ARR, Class::Red),
        (&figures::YELLOW_ARR, Class::Yellow),
        (&figures::GREEN_ARR, Class::Green),
    ];
    for (figure, class) in by_class {
        set_money(book, figure, sums.arr.get(class as usize).copied(), decimals);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::{Model, health_models};
    use crate::{Metric, Undefined, metrics};
    use plimsoll_columns::scores::{Accounts, MISSING, Portfolio};

    /// Three accounts of the first owner, none of the second, one of the third.
    fn team(care: &[(Care, &[i64])]) -> Option<Team> {
        let accounts = Accounts {
            indicators: vec![vec![3_000, 8_000, MISSING, 5_000]; 4],
            segments: vec![0; 4],
            segment_count: 1,
            owners: vec![0, 0, 0, 2],
            amounts: vec![vec![100_000_000, 50_000_000, 30_000_000, 20_000_000]],
        };
        let mut portfolio = Portfolio::new(accounts).ok()?;
        portfolio.score(&Model::of(&health_models::FOUR_DIMENSIONS).scheme(&[""])).ok()?;
        let time =
            Time { hours_per_manager: Some(Exact::from(150)), hours_per_account: Some(Exact::from(50)) };
        let (care, columns): (Vec<Care>, Vec<&[i64]>) = care.iter().copied().unzip();
        Some(Team::of(&portfolio.by_owner(&columns).ok()?, &care, &time, Window::Quarter, 2))
    }

    #[test]
    fn each_owner_and_the_team_are_as_worked_out_by_hand() {
        let care: [(Care, &[i64]); 4] = [
            (Care::ReviewsScheduled, &[2, 1, 1, 1]),
            (Care::ReviewsCompleted, &[2, 0, 1, 0]),
            (Care::Sponsored, &[1, 0, 1, 0]),
            (Care::Contacts, &[5, 3, 1, 2]),
        ];
        let team = team(&care);
        let share =
            |one: i64, of: i64| Exact::from(one).divided_by(&Exact::from(of)).unwrap_or_else(Exact::zero);
        let check = |book: Option<&Book>, wanted: &[(&'static Metric, Exact)]| {
            for (metric, value) in wanted {
                assert_eq!(
                    book.map(|book| book.evaluate(metric)),
                    Some(Ok(value.clone())),
                    "{}",
                    metric.slug
                );
            }
        };
        let first = [
            (&metrics::ACCOUNTS_PER_CSM, Exact::from(3)),
            (&metrics::ARR_PER_CSM, Exact::from(1_800_000)),
            (&metrics::QBR_COMPLETION, Exact::percent(75)),
            (&metrics::SPONSOR_COVERAGE, share(2, 3)),
            (&metrics::CONTACT_COVERAGE, Exact::from(3)),
            (&metrics::AT_RISK_RATE, Exact::percent(50)),
            (&metrics::HEALTH_COVERAGE, share(2, 3)),
            (&metrics::CSM_CAPACITY, Exact::from(2)),
            (&metrics::CAPACITY_USED, Exact::percent(150)),
            (&metrics::AT_RISK_ARR_SHARE, share(2, 3)),
        ];
        check(team.as_ref().and_then(|team| team.owners.first()), &first);
        let whole = [
            (&metrics::ACCOUNTS_PER_CSM, Exact::from(2)),
            (&metrics::ARR_PER_CSM, Exact::from(1_000_000)),
            (&metrics::QBR_COMPLETION, Exact::percent(60)),
            (&metrics::CAPACITY_USED, Exact::percent(100)),
        ];
        check(team.as_ref().map(|team| &team.whole), &whole);
        assert_eq!(team.map(|team| team.owners.len()), Some(3));
    }

    #[test]
    fn what_the_table_does_not_say_is_missing() {
        let team = team(&[]);
        let completion = team.as_ref().map(|team| team.whole.evaluate(&metrics::QBR_COMPLETION));
        assert!(matches!(completion, Some(Err(Undefined::Missing(_)))), "{completion:?}");
    }
}
