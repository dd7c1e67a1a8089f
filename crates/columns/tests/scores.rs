//! Scores in columns against a naive path: one account at a time, in decimals.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]

use plimsoll_columns::scores::{
    APART, Accounts, BINS, Class, Key, MISSING, Missing, Portfolio, Scheme, View, Weighing,
};
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

/// A score and a class.
type One = (Option<Decimal>, Class);

/// Every account by itself.
fn one_by_one(accounts: &Accounts, scheme: &Scheme) -> Vec<One> {
    (0..accounts.count()).map(|row| naive(accounts, scheme, row)).collect()
}

/// An account by itself: its score and its class.
fn naive(accounts: &Accounts, scheme: &Scheme, row: usize) -> One {
    let weighing = &scheme.segments[usize::from(accounts.segments[row])];
    let (mut sum, mut weight) = (Decimal::ZERO, Decimal::ZERO);
    for (column, factor) in accounts.indicators.iter().zip(&weighing.weights) {
        let factor = Decimal::new((*factor).into(), 2);
        let points = match (column[row], scheme.missing) {
            (APART, _) | (MISSING, Missing::GivesUpWeight) => continue,
            (MISSING, Missing::LeavesOut) if factor.is_zero() => continue,
            (MISSING, Missing::LeavesOut) => return (None, Class::Unscored),
            (MISSING, Missing::CountsAsZero) => Decimal::ZERO,
            (points, _) => Decimal::new(points.into(), 2),
        };
        sum += points * factor;
        weight += factor;
    }
    if weight.is_zero() {
        return (None, Class::Unscored);
    }
    let score = sum / weight;
    let below = |line: u16| score < Decimal::new(line.into(), 2);
    let class = match (below(weighing.red_below), below(weighing.green_from)) {
        (true, _) => Class::Red,
        (_, true) => Class::Yellow,
        _ => Class::Green,
    };
    (Some(score.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)), class)
}

fn hundredths(score: Decimal) -> u16 {
    u16::try_from(score * Decimal::ONE_HUNDRED).unwrap()
}

/// Few values, so that scores land on edges and accounts on each other.
fn points() -> impl Strategy<Value = u16> {
    prop_oneof![
        6 => prop_oneof![Just(0), Just(4_000), Just(7_000), Just(10_000), 0..=10_000_u16],
        1 => Just(MISSING),
        1 => Just(APART),
    ]
}

fn accounts() -> impl Strategy<Value = Accounts> {
    // Blanks in so many of ten accounts: none, some, or in so many ways that runs are mixed.
    let sizes = (1..7_usize, 0..300_usize, 1..4_u16, 0..=10_u32);
    sizes.prop_flat_map(|(indicators, count, segment_count, full)| {
        let value = move || {
            (points(), 0..10_u32).prop_map(
                move |(points, dice)| {
                    if dice < full { points.min(10_000) } else { points }
                },
            )
        };
        let column = move || proptest::collection::vec(value(), count);
        (
            proptest::collection::vec(column(), indicators),
            proptest::collection::vec(0..segment_count, count),
            proptest::collection::vec(0..u32::try_from(count.clamp(1, 5)).unwrap(), count),
            proptest::collection::vec(proptest::collection::vec(-50..1_000_000_000_000_i64, count), 1..3),
        )
            .prop_map(move |(indicators, segments, owners, amounts)| Accounts {
                indicators,
                segments,
                segment_count,
                owners,
                amounts,
            })
    })
}

fn weighing(indicators: usize) -> impl Strategy<Value = Weighing> {
    let weight = prop_oneof![Just(0), Just(2_500), 1..33_000_u32];
    let thresholds = prop_oneof![Just((4_000, 7_000)), (0..5_000_u16, 5_000..=10_000_u16)];
    (proptest::collection::vec(weight, indicators), thresholds).prop_map(
        |(mut weights, (red_below, green_from))| {
            if weights.iter().all(|weight| *weight == 0) {
                weights[0] = 1;
            }
            Weighing { weights, red_below, green_from }
        },
    )
}

fn scheme(indicators: usize, segments: u16) -> impl Strategy<Value = Scheme> {
    let missing = prop_oneof![
        3 => Just(Missing::GivesUpWeight),
        1 => Just(Missing::LeavesOut),
        1 => Just(Missing::CountsAsZero),
    ];
    (proptest::collection::vec(weighing(indicators), usize::from(segments)), missing)
        .prop_map(|(segments, missing)| Scheme { segments, missing })
}

/// One weight, or one pair of thresholds, of one segment changes.
fn moves(scheme: &Scheme, numbers: &[(usize, usize, u32)]) -> Vec<Scheme> {
    let mut last = scheme.clone();
    let mut all = vec![last.clone()];
    for (segment, indicator, weight) in numbers {
        let count = last.segments.len();
        let weighing = &mut last.segments[segment % count];
        let place = indicator % (weighing.weights.len() + 1);
        if let Some(slot) = weighing.weights.get_mut(place) {
            *slot = *weight;
        } else {
            weighing.red_below = u16::try_from(weight % 5_000).unwrap();
        }
        if weighing.weights.iter().any(|weight| *weight > 0) {
            all.push(last.clone());
        }
    }
    all
}

fn case() -> impl Strategy<Value = (Accounts, Vec<Scheme>)> {
    accounts().prop_flat_map(|accounts| {
        let (indicators, segments) = (accounts.indicators.len(), accounts.segment_count);
        let numbers = proptest::collection::vec((0..8_usize, 0..8_usize, 0..33_000_u32), 0..5);
        let schemes = (scheme(indicators, segments), numbers, scheme(indicators, segments)).prop_map(
            |(first, numbers, last)| {
                let mut all = moves(&first, &numbers);
                all.push(last);
                all.retain(|scheme| {
                    scheme.segments.iter().all(|one| one.weights.iter().any(|weight| *weight > 0))
                });
                all
            },
        );
        (Just(accounts), schemes)
    })
}

fn check_accounts(portfolio: &Portfolio, one: &[One]) {
    for (row, (score, class)) in one.iter().enumerate() {
        let found = portfolio.account(row).unwrap();
        assert_eq!((found.score, found.class), (score.map(hundredths), *class), "row {row}");
    }
}

fn check_sums(portfolio: &Portfolio, accounts: &Accounts, one: &[One]) {
    let segments = (0..usize::from(accounts.segment_count)).map(Some).chain([None]);
    for segment in segments {
        for class in Class::ALL {
            let rows: Vec<_> = (0..accounts.count())
                .filter(|row| segment.is_none_or(|one| usize::from(accounts.segments[*row]) == one))
                .filter(|row| one[*row].1 == class)
                .collect();
            let found = portfolio.sums(class, segment);
            assert_eq!(found.accounts, i64::try_from(rows.len()).unwrap());
            for (sum, column) in found.amounts.iter().zip(&accounts.amounts) {
                assert_eq!(*sum, rows.iter().map(|row| column[*row]).sum::<i64>());
            }
        }
    }
}

fn check_spreads(portfolio: &mut Portfolio, accounts: &Accounts, scheme: &Scheme, one: &[One]) {
    let spreads = portfolio.spreads().unwrap();
    let scored: Vec<(usize, u16)> =
        (0..accounts.count()).filter_map(|row| one[row].0.map(|score| (row, hundredths(score)))).collect();
    let total = &spreads.total;
    assert_eq!(total.scored, i64::try_from(scored.len()).unwrap());
    assert_eq!(total.points, scored.iter().map(|(_, score)| i64::from(*score)).sum::<i64>());
    let arr = |row: usize| i128::from(accounts.amounts[0][row]);
    assert_eq!(i128::from(total.arr), scored.iter().map(|(row, _)| arr(*row)).sum::<i128>());
    let weighted = scored.iter().map(|(row, score)| arr(*row) * i128::from(*score));
    assert_eq!(total.points_by_arr, weighted.sum::<i128>());
    for bin in 0..BINS {
        let count = scored.iter().filter(|(_, score)| usize::from(score / 100) == bin).count();
        assert_eq!(total.bins[bin], u32::try_from(count).unwrap());
    }
    let (mut present, mut applying) = (0, 0);
    for row in 0..accounts.count() {
        let weights = &scheme.segments[usize::from(accounts.segments[row])].weights;
        for (column, weight) in accounts.indicators.iter().zip(weights) {
            applying += if column[row] == APART { 0 } else { u64::from(*weight) };
            present += if column[row] <= 10_000 { u64::from(*weight) } else { 0 };
        }
    }
    assert_eq!((total.weight_present, total.weight_applying), (present, applying));
}

/// Rows of a view, by comparing.
fn naive_view(accounts: &Accounts, one: &[One], view: &View) -> Vec<u32> {
    let arr = |row: usize| std::cmp::Reverse(accounts.amounts[0][row]);
    let key = |row: usize| match view.key {
        Key::Score => one[row].0.map(|score| i64::from(hundredths(score))),
        Key::Amount(number) => Some(accounts.amounts[number][row]),
        Key::Indicator(number) => {
            Some(accounts.indicators[number][row].into()).filter(|points| *points <= 10_000)
        }
        Key::Row | Key::Name => Some(i64::try_from(row).unwrap()),
        Key::Change => None,
    };
    let mut rows: Vec<_> = (0..accounts.count())
        .filter(|row| view.segment.is_none_or(|segment| segment == accounts.segments[*row]))
        .filter(|row| view.owner.is_none_or(|owner| owner == accounts.owners[*row]))
        .filter(|row| view.class.is_none_or(|class| class == one[*row].1))
        .filter(|row| view.found.as_ref().is_none_or(|found| found.contains(&u32::try_from(*row).unwrap())))
        .collect();
    rows.sort_by_key(|row| {
        let way = |key: i64| if view.descending { -key } else { key };
        (key(*row).is_none(), key(*row).map(way), arr(*row), *row)
    });
    rows.iter().map(|row| u32::try_from(*row).unwrap()).collect()
}

fn check_views(portfolio: &mut Portfolio, accounts: &Accounts, one: &[One]) {
    let keys =
        [Key::Row, Key::Score, Key::Amount(0), Key::Indicator(0), Key::Name, Key::Score, Key::Indicator(0)];
    portfolio.set_name_ranks((0..u32::try_from(accounts.count()).unwrap()).collect()).unwrap();
    for (number, key) in keys.into_iter().enumerate() {
        let all = View::all(key, [true, false].into_iter().cycle().nth(number).unwrap());
        let class = Some(Class::Yellow);
        let found = Some((0..).step_by(3).take(accounts.count() / 4).collect());
        for view in [
            View { class, ..all.clone() },
            View { segment: Some(0), owner: Some(1), ..all.clone() },
            View { found, ..all.clone() },
            all,
        ] {
            let wanted = naive_view(accounts, one, &view);
            // At first a glimpse, then the whole order.
            for start in [2, 90, 7] {
                let window = portfolio.window(&view, start, 30).unwrap();
                assert_eq!(window.total, wanted.len());
                let rows: Vec<_> = wanted.iter().copied().skip(start).take(30).collect();
                assert_eq!(window.rows, rows, "{view:?} from {start}");
            }
        }
    }
}

fn check_first(portfolio: &mut Portfolio, accounts: &Accounts, one: &[One]) {
    let view = View::all(Key::Score, false);
    let scored = |row: &u32| one[*row as usize].0.is_some();
    let wanted = naive_view(accounts, one, &view).into_iter().filter(scored).take(20);
    assert_eq!(portfolio.worst(20).unwrap(), wanted.collect::<Vec<_>>());
    for class in Class::ALL {
        for segment in [None, Some(0)] {
            let view = View { class: Some(class), segment, ..View::all(Key::Amount(0), true) };
            let wanted: Vec<_> = naive_view(accounts, one, &view).into_iter().take(7).collect();
            assert_eq!(portfolio.largest(class, segment.map(usize::from), 7).unwrap(), wanted);
        }
    }
}

fn check_moved(portfolio: &mut Portfolio, accounts: &Accounts, old: &[One], new: &[One]) {
    let class = |of: &[One], row: usize| of[row].1;
    let mut rows: Vec<_> = (0..accounts.count()).filter(|row| class(old, *row) != class(new, *row)).collect();
    let moved = portfolio.moved(5).unwrap();
    assert_eq!(moved.total as usize, rows.len());
    assert_eq!(moved.counts.iter().flatten().sum::<u32>(), moved.total);
    rows.sort_by_key(|row| (std::cmp::Reverse(accounts.amounts[0][*row]), *row));
    let found = moved.accounts.iter().map(|one| (one.row as usize, one.from, one.to));
    let wanted = rows.iter().take(5).map(|row| (*row, class(old, *row), class(new, *row)));
    assert_eq!(found.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
    check_before(portfolio, old);
}

fn check_before(portfolio: &Portfolio, old: &[One]) {
    let before: Vec<_> = (0..old.len()).map(|row| portfolio.baseline_score(row)).collect();
    assert_eq!(before, old.iter().map(|(score, _)| score.map(hundredths)).collect::<Vec<_>>());
}

fn check_medians(portfolio: &Portfolio, accounts: &Accounts) {
    for (column, median) in accounts.indicators.iter().zip(portfolio.medians(None).unwrap()) {
        let mut values: Vec<_> = column.iter().filter(|points| **points <= 10_000).collect();
        values.sort_unstable();
        let twice = |values: &[&u16]| u32::from(*values[(values.len() - 1) / 2] + *values[values.len() / 2]);
        assert_eq!(median.map(|median| median.twice), (!values.is_empty()).then(|| twice(&values)));
    }
}

fn check_median_score(portfolio: &mut Portfolio, accounts: &Accounts, one: &[One]) {
    for segment in (0..accounts.segment_count).map(Some).chain([None]) {
        let rows =
            (0..accounts.count()).filter(|row| segment.is_none_or(|own| own == accounts.segments[*row]));
        let mut scores: Vec<_> = rows.filter_map(|row| one[row].0.map(hundredths)).collect();
        scores.sort_unstable();
        let twice =
            |scores: &[u16]| u32::from(scores[(scores.len() - 1) / 2]) + u32::from(scores[scores.len() / 2]);
        let median = portfolio.median_score(segment.map(usize::from)).unwrap();
        assert_eq!(median.map(|median| median.twice), (!scores.is_empty()).then(|| twice(&scores)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn after_every_move_all_is_as_one_by_one((accounts, schemes) in case()) {
        let mut portfolio = Portfolio::new(accounts.clone()).unwrap();
        check_medians(&portfolio, &accounts);
        let mut last: Option<(&Scheme, Vec<One>)> = None;
        for scheme in &schemes {
            portfolio.score(scheme).unwrap();
            let one = one_by_one(&accounts, scheme);
            check_accounts(&portfolio, &one);
            check_sums(&portfolio, &accounts, &one);
            if let Some((_, last)) = &last {
                check_moved(&mut portfolio, &accounts, last, &one);
            }
            portfolio.keep_as_baseline().unwrap();
            last = Some((scheme, one));
        }
        let Some((scheme, one)) = last else { return Ok(()) };
        check_spreads(&mut portfolio, &accounts, scheme, &one);
        check_views(&mut portfolio, &accounts, &one);
        check_first(&mut portfolio, &accounts, &one);
        check_median_score(&mut portfolio, &accounts, &one);
    }

    #[test]
    fn a_replaced_column_is_as_if_it_had_always_been(
        (accounts, schemes) in case(),
        more in proptest::collection::vec(points(), 400),
        blanks_stay in any::<bool>(),
    ) {
        let Some(scheme) = schemes.first() else { return Ok(()) };
        let mut portfolio = Portfolio::new(accounts.clone()).unwrap();
        portfolio.score(scheme).unwrap();
        let mut accounts = accounts;
        for (points, new) in accounts.indicators[0].iter_mut().zip(&more) {
            *points = if blanks_stay && *points > 10_000 { *points }
                else if blanks_stay { (*new).min(10_000) }
                else { *new };
        }
        portfolio.replace(0, accounts.indicators[0].clone()).unwrap();
        portfolio.score(scheme).unwrap();
        let one = one_by_one(&accounts, scheme);
        check_accounts(&portfolio, &one);
        check_sums(&portfolio, &accounts, &one);
        check_spreads(&mut portfolio, &accounts, scheme, &one);
    }

    #[test]
    fn with_an_indicator_more_moves_are_counted_from_where_accounts_were(
        (accounts, schemes) in case(),
        more in proptest::collection::vec(points(), 300),
        weight in 1..10_000_u32,
    ) {
        let Some(scheme) = schemes.first() else { return Ok(()) };
        let mut before = Portfolio::new(accounts.clone()).unwrap();
        before.score(scheme).unwrap();
        before.keep_as_baseline().unwrap();
        let old = one_by_one(&accounts, scheme);
        let (mut accounts, mut scheme) = (accounts, scheme.clone());
        accounts.indicators.push(more.into_iter().take(accounts.count()).collect());
        scheme.segments.iter_mut().for_each(|weighing| weighing.weights.push(weight));
        let mut portfolio = Portfolio::new(accounts.clone()).unwrap();
        portfolio.take_baseline(&before).unwrap();
        portfolio.score(&scheme).unwrap();
        check_moved(&mut portfolio, &accounts, &old, &one_by_one(&accounts, &scheme));
    }
}
