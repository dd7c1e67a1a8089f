//! What health means in money: the sums of a portfolio as figures, for the metrics of [`crate::PORTFOLIO_PANEL`].

use plimsoll_columns::scores::{Class, Portfolio, Refusal};

use crate::{Book, Exact, Figure, Window, figures};

/// The columns of amounts that a portfolio needs for all of it, in this order. The first alone is enough for what does not look back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// ARR now.
    Arr,
    /// ARR a year ago.
    Base,
    /// ARR now of those who paid a year ago.
    BaseNow,
    /// The smaller of both.
    BaseKept,
}

/// The columns of amounts, from the ARR of each account now and, where the table has it, a year ago. Who paid nothing then is new, and is in
/// no retention.
///
/// ```
/// use plimsoll_metrics::health::amount_columns;
/// let columns = amount_columns(&[500, 70, 0], Some(&[400, 0, 90]));
/// assert_eq!(columns, [[500, 70, 0], [400, 0, 90], [500, 0, 0], [400, 0, 0]]);
/// ```
#[must_use]
pub fn amount_columns(now: &[i64], then: Option<&[i64]>) -> Vec<Vec<i64>> {
    let Some(then) = then else { return vec![now.to_vec()] };
    let pairs = || now.iter().zip(then);
    let of_base = |now: i64, then: i64| if then > 0 { now } else { 0 };
    vec![
        now.to_vec(),
        then.to_vec(),
        pairs().map(|(now, then)| of_base(*now, *then)).collect(),
        pairs().map(|(now, then)| of_base(*now.min(then), *then)).collect(),
    ]
}

/// What accounts pay by class, and what the so many largest red ones of them do, in minor units: plain numbers, as one program hands
/// them to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoneySums {
    /// How many accounts, by class in the order of [`Class::ALL`].
    pub accounts: [i64; 4],
    /// What they pay, likewise: each column of amounts in the order of [`Amount`].
    pub classes: [Vec<i64>; 4],
    /// How many are to be saved: as many as were asked for, where so many are red.
    pub saved_accounts: u32,
    /// What those pay.
    pub saved: Vec<i64>,
    /// What accounts paid a year ago that are in the table no longer. They are part of the base, and of nothing else.
    pub gone: i64,
}

impl MoneySums {
    /// Adds up a portfolio. The rows in `left`, ascending, are of accounts that have left: what they pay now counts nowhere, and they
    /// are not to be saved. What they paid a year ago is part of the base. Who is gone from the portfolio is for the caller to add.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoMemory`], and [`Refusal::TooLarge`] where the amounts of those to be saved do not fit together.
    pub fn of(
        portfolio: &mut Portfolio,
        segment: Option<usize>,
        save: usize,
        left: &[u32],
    ) -> Result<Self, Refusal> {
        let mut sums = Self::default();
        let classes = sums.accounts.iter_mut().zip(&mut sums.classes).zip(Class::ALL);
        for ((accounts, amounts), class) in classes {
            let of = portfolio.sums(class, segment);
            (*accounts, *amounts) = (of.accounts, of.amounts);
        }
        let mut left_red = 0_usize;
        for row in left {
            let Some(account) = portfolio.account(*row as usize) else { continue };
            if segment.is_some_and(|segment| usize::from(account.segment) != segment) {
                continue;
            }
            left_red = left_red.saturating_add(usize::from(account.class == Class::Red));
            sums.leave_out(account.class, portfolio.amounts(*row as usize).first().copied().unwrap_or(0));
        }
        let rows = portfolio.largest(Class::Red, segment, save.saturating_add(left_red))?;
        let rows: Vec<u32> =
            rows.into_iter().filter(|row| left.binary_search(row).is_err()).take(save).collect();
        sums.saved_accounts = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        sums.saved = vec![0; sums.classes.first().map_or(0, Vec::len)];
        for row in rows {
            for (amounts, (sum, amount)) in
                sums.saved.iter_mut().zip(portfolio.amounts(row as usize)).enumerate()
            {
                *sum = sum.checked_add(*amount).ok_or(Refusal::TooLarge { amounts })?;
            }
        }
        Ok(sums)
    }

    fn leave_out(&mut self, class: Class, arr: i64) {
        let (accounts, amounts) =
            (self.accounts.get_mut(class as usize), self.classes.get_mut(class as usize));
        if let (Some(accounts), Some(amount)) = (accounts, amounts.and_then(|amounts| amounts.first_mut())) {
            *accounts = accounts.saturating_sub(1);
            *amount = amount.saturating_sub(arr);
        }
    }

    /// The same with today in the place of a year ago: retention of what is paid today, which looks ahead.
    ///
    /// ```
    /// use plimsoll_metrics::health::{MoneySums, money_book};
    /// use plimsoll_metrics::{Exact, metrics};
    /// let sums = MoneySums { classes: [vec![200], vec![0], vec![700], vec![100]], ..MoneySums::default() };
    /// assert_eq!(money_book(&sums.ahead(), 0).evaluate(&metrics::GRR_WITHOUT_RED), Ok(Exact::percent(80)));
    /// ```
    #[must_use]
    pub fn ahead(&self) -> Self {
        let repeated = |amounts: &Vec<i64>| vec![amounts.first().copied().unwrap_or(0); 4];
        let [red, yellow, green, unscored] = &self.classes;
        let classes = [red, yellow, green, unscored].map(repeated);
        Self { classes, saved: repeated(&self.saved), gone: 0, ..self.clone() }
    }
}

/// A book of what accounts pay by class: figures for the metrics of [`crate::PORTFOLIO_PANEL`]. `decimals` are those of the currency. How
/// likely accounts of each class leave is for the caller to set ([`figures::RED_CHANCE`] and its neighbours).
#[must_use]
pub fn money_book(sums: &MoneySums, decimals: u32) -> Book {
    let [red, yellow, green, unscored] = &sums.classes;
    let of = |amounts: &[i64], amount: Amount| amounts.get(amount as usize).copied();
    // Those without a score are customers all the same: they are part of retention, and of no class.
    let all = |amount: Amount| {
        let classes = [red, yellow, green, unscored].map(|amounts| of(amounts, amount));
        classes.into_iter().try_fold(0_i64, |sum, part| sum.checked_add(part?))
    };
    let values = [
        (&figures::RED_ARR, of(red, Amount::Arr)),
        (&figures::YELLOW_ARR, of(yellow, Amount::Arr)),
        (&figures::GREEN_ARR, of(green, Amount::Arr)),
        (&figures::BASE_ARR, all(Amount::Base).and_then(|base| base.checked_add(sums.gone))),
        (&figures::BASE_ARR_NOW, all(Amount::BaseNow)),
        (&figures::BASE_ARR_KEPT, all(Amount::BaseKept)),
        (&figures::RED_BASE_ARR_NOW, of(red, Amount::BaseNow)),
        (&figures::RED_BASE_ARR_KEPT, of(red, Amount::BaseKept)),
        (&figures::SAVED_ARR, of(&sums.saved, Amount::Arr)),
        (&figures::SAVED_BASE_ARR_NOW, of(&sums.saved, Amount::BaseNow)),
        (&figures::SAVED_BASE_ARR_KEPT, of(&sums.saved, Amount::BaseKept)),
    ];
    let mut book = Book::new(Window::Year);
    for (figure, minor) in values {
        set_money(&mut book, figure, minor, decimals);
    }
    book
}

/// Sets a figure to an amount of minor units, where there is one.
pub(super) fn set_money(book: &mut Book, figure: &'static Figure, minor: Option<i64>, decimals: u32) {
    let one = (0..decimals).fold(Exact::one(), |unit, _| unit.times(&Exact::from(10)));
    if let Some(value) = minor.and_then(|minor| Exact::from(minor).divided_by(&one)) {
        book.set(figure, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::{Model, health_models};
    use crate::{Metric, Undefined, metrics};
    use plimsoll_columns::scores::{Accounts, MISSING};

    /// Four accounts by hand, in cents: a large and a small red one, a green one that grew, a new yellow one, and one without a score.
    fn portfolio(then: Option<&[i64]>) -> Option<Portfolio> {
        let now = [20_000_000, 5_000_000, 30_000_000, 4_000_000, 1_000_000];
        let score = [3_000, 1_000, 9_000, 5_000, MISSING];
        let accounts = Accounts {
            indicators: vec![score.to_vec(); 4],
            segments: vec![0, 1, 0, 1, 1],
            segment_count: 2,
            owners: vec![0; 5],
            amounts: amount_columns(&now, then),
        };
        let mut portfolio = Portfolio::new(accounts).ok()?;
        portfolio.score(&Model::of(&health_models::FOUR_DIMENSIONS).scheme(&["A", "B"])).ok()?;
        Some(portfolio)
    }

    const THEN: [i64; 5] = [25_000_000, 5_000_000, 20_000_000, 0, 0];

    fn book(then: Option<&[i64]>, segment: Option<usize>, saved: usize) -> Option<Book> {
        let sums = MoneySums::of(&mut portfolio(then)?, segment, saved, &[]).ok()?;
        let mut book = money_book(&sums, 2);
        book.set(&figures::RED_CHANCE, Exact::percent(40));
        book.set(&figures::YELLOW_CHANCE, Exact::percent(10));
        book.set(&figures::GREEN_CHANCE, Exact::percent(1));
        Some(book)
    }

    fn check(book: Option<&Book>, wanted: &[(&'static Metric, Exact)]) {
        for (metric, value) in wanted {
            assert_eq!(book.map(|book| book.evaluate(metric)), Some(Ok(value.clone())), "{}", metric.slug);
        }
    }

    #[test]
    fn money_is_as_worked_out_by_hand() {
        let wanted = [
            (
                &metrics::AT_RISK_ARR_SHARE,
                Exact::from(250).divided_by(&Exact::from(590)).unwrap_or_else(Exact::zero),
            ),
            (&metrics::NRR_OF_ACCOUNTS, Exact::percent(110)), // 550 of 500
            (&metrics::GRR_OF_ACCOUNTS, Exact::percent(90)),  // 200 + 50 + 200
            (&metrics::NRR_WITHOUT_RED, Exact::percent(60)),  // 300
            (&metrics::GRR_WITHOUT_RED, Exact::percent(40)),  // 200
            (&metrics::NRR_WITH_SAVED, Exact::percent(100)),  // 300 + 200
            (&metrics::GRR_WITH_SAVED, Exact::percent(80)),
            (&metrics::EXPECTED_RED_LOSS, Exact::from(100_000)),
            (&metrics::EXPECTED_YELLOW_LOSS, Exact::from(4_000)),
            (&metrics::EXPECTED_GREEN_LOSS, Exact::from(3_000)),
            (&metrics::EXPECTED_LOSS, Exact::from(107_000)),
            (&metrics::VALUE_OF_SAVING, Exact::from(80_000)),
        ];
        check(book(Some(&THEN), None, 1).as_ref(), &wanted);
    }

    #[test]
    fn a_segment_has_its_own() {
        let wanted = [
            (&metrics::NRR_OF_ACCOUNTS, Exact::percent(100)),
            (&metrics::NRR_WITHOUT_RED, Exact::zero()),
            (&metrics::NRR_WITH_SAVED, Exact::percent(100)),
            (&metrics::VALUE_OF_SAVING, Exact::from(20_000)),
        ];
        check(book(Some(&THEN), Some(1), 9).as_ref(), &wanted);
    }

    #[test]
    fn who_is_gone_is_part_of_the_base() {
        let sums =
            portfolio(Some(&THEN)).and_then(|mut portfolio| MoneySums::of(&mut portfolio, None, 0, &[]).ok());
        let book = sums.map(|sums| money_book(&MoneySums { gone: 50_000_000, ..sums }, 2));
        let wanted = [
            (&metrics::NRR_OF_ACCOUNTS, Exact::percent(55)),
            (&metrics::GRR_OF_ACCOUNTS, Exact::percent(45)),
        ];
        check(book.as_ref(), &wanted); // 550 and 450 of 1,000
    }

    #[test]
    fn who_has_left_pays_nothing_and_is_not_to_be_saved() {
        let sums =
            portfolio(None).and_then(|mut portfolio| MoneySums::of(&mut portfolio, None, 1, &[0, 4]).ok());
        let classes = [5_000_000, 4_000_000, 30_000_000, 0].map(|amount| vec![amount]);
        let wanted =
            MoneySums { accounts: [1, 1, 1, 0], classes, saved_accounts: 1, saved: vec![5_000_000], gone: 0 };
        assert_eq!(sums, Some(wanted));
    }

    #[test]
    fn without_a_year_ago_there_is_a_reason() {
        let book = book(None, None, 1);
        let missing = book.as_ref().map(|book| book.evaluate(&metrics::NRR_WITHOUT_RED));
        assert!(matches!(missing, Some(Err(Undefined::Missing(_)))), "{missing:?}");
        check(book.as_ref(), &[(&metrics::EXPECTED_LOSS, Exact::from(107_000))]);
    }
}
