//! A ledger to draw pictures of: what each customer pays each month, and the sums that follow from it. The sums are
//! taken one by one, as their definitions say; the product's own are much quicker.

use plimsoll_report::Currency;
use plimsoll_report::picture::{Cohort, Group, History, MonthSums};
use plimsoll_report::view::Month;

/// A customer: its group, and what it pays month by month, in minor units.
pub(crate) struct Customer {
    pub(crate) group: usize,
    pub(crate) paid: Vec<i64>,
}

/// The sums of these customers.
pub(crate) fn history(customers: &[Customer], groups: &[&str], months: usize) -> History {
    let group = |(number, name): (usize, &&str)| {
        let of_group: Vec<&Customer> = customers.iter().filter(|customer| customer.group == number).collect();
        let months = sums(&of_group, months);
        let year = months.get(months.len().saturating_sub(12)..).unwrap_or_default();
        Group { name: (*name).into(), sums: MonthSums::over(year) }
    };
    let all: Vec<&Customer> = customers.iter().collect();
    History {
        months: sums(&all, months),
        groups: groups.iter().enumerate().map(group).collect(),
        cohorts: (0..months).map(|first| cohort(&all, first, months)).collect(),
        ..History::empty(Currency::Usd, Month::from_year_month(2023, 9).unwrap_or_default())
    }
}

fn paid(customer: &Customer, month: usize) -> i64 {
    customer.paid.get(month).copied().unwrap_or(0)
}

fn first_paid(customer: &Customer) -> Option<usize> {
    customer.paid.iter().position(|paid| *paid > 0)
}

fn sums(customers: &[&Customer], months: usize) -> Vec<MonthSums> {
    (0..months).map(|month| month_sums(customers, month)).collect()
}

fn add(sum: &mut i64, amount: i64) {
    *sum = sum.saturating_add(amount);
}

fn month_sums(customers: &[&Customer], month: usize) -> MonthSums {
    let mut sums = MonthSums::default();
    for customer in customers {
        let now = paid(customer, month);
        add(&mut sums.end, now);
        add(&mut sums.end_logos, i64::from(now > 0));
        let Some(before) = month.checked_sub(1).map(|before| paid(customer, before)) else { continue };
        add(&mut sums.start, before);
        add(&mut sums.start_logos, i64::from(before > 0));
        let change = now.saturating_sub(before);
        match (before, now) {
            (0, 0) => {}
            (0, _) if first_paid(customer) == Some(month) => {
                add(&mut sums.new, now);
                add(&mut sums.new_logos, 1);
            }
            (0, _) => {
                add(&mut sums.reactivation, now);
                add(&mut sums.reactivation_logos, 1);
            }
            (_, 0) => {
                add(&mut sums.churn, before);
                add(&mut sums.churn_logos, 1);
            }
            _ if change > 0 => add(&mut sums.expansion, change),
            _ => add(&mut sums.contraction, change.saturating_abs()),
        }
        if let Some(then) = month.checked_sub(12).map(|then| paid(customer, then)).filter(|then| *then > 0) {
            add(&mut sums.base_12, then);
            add(&mut sums.now_12, now);
            add(&mut sums.kept_12, then.min(now));
            add(&mut sums.base_logos_12, 1);
            add(&mut sums.lost_logos_12, i64::from(now == 0));
        }
    }
    sums
}

fn cohort(customers: &[&Customer], first: usize, months: usize) -> Cohort {
    let members: Vec<&&Customer> =
        customers.iter().filter(|customer| first_paid(customer) == Some(first)).collect();
    let cell = |month: usize| {
        members.iter().fold((0_i64, 0_i64), |(logos, money), member| {
            let paid = paid(member, month);
            (logos.saturating_add(i64::from(paid > 0)), money.saturating_add(paid))
        })
    };
    Cohort { first, cells: (first..months).map(cell).collect() }
}

/// A business over so many months: it grows, loses some, wins some back. The same each time.
pub(crate) fn business(months: usize) -> History {
    let mut dice = Dice(42);
    let mut customers: Vec<Customer> = (0..160).map(|number| life(&mut dice, 0, months, number)).collect();
    for month in 1..months {
        let joined = dice.roll(9).saturating_add(4);
        for _ in 0..joined {
            let number = customers.len();
            customers.push(life(&mut dice, month, months, number));
        }
    }
    history(&customers, &["SMB", "Mid-market", "Enterprise", ""], months)
}

/// What a customer pays from its first month on.
fn life(dice: &mut Dice, first: usize, months: usize, number: usize) -> Customer {
    let group = match number % 10 {
        0 => 2,
        1..=3 => 1,
        9 if number % 40 == 39 => 3,
        _ => 0,
    };
    let usual = [40_000_i64, 220_000, 900_000, 30_000].get(group).copied().unwrap_or(0);
    let spread = i64::try_from(dice.roll(60)).unwrap_or(0).saturating_add(70);
    let mut price = usual.saturating_mul(spread).checked_div(100).unwrap_or(0);
    let leaves = if group == 0 { 45 } else { 90 };
    let mut away = 0_usize;
    let mut paid = vec![0; first];
    for month in first..months {
        if away > 0 {
            away = away.saturating_sub(1);
        } else if month > first && dice.roll(leaves) == 0 {
            away = if dice.roll(5) == 0 { 3 } else { months };
        } else if month > first && dice.roll(14) == 0 {
            price = price.saturating_mul(6).checked_div(5).unwrap_or(price);
        } else if month > first && dice.roll(40) == 0 {
            price = price.saturating_mul(4).checked_div(5).unwrap_or(price);
        }
        paid.push(if away > 0 { 0 } else { price });
    }
    Customer { group, paid }
}

/// Numbers that look thrown and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let sides = u64::try_from(sides).unwrap_or(1);
        usize::try_from(self.0.wrapping_shr(33).checked_rem(sides).unwrap_or(0)).unwrap_or(0)
    }
}
