#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it is surprised"
)]

use plimsoll_metrics::figures::{self, ACQUISITION_SPEND, CHURNED_MRR, GROSS_MARGIN, NEW_CUSTOMERS, NEW_MRR};
use plimsoll_metrics::metrics::{
    CAC_PAYBACK, CLOSING_CUSTOMERS, CLOSING_MRR, GROSS_REVENUE_RETENTION, NET_REVENUE_RETENTION,
};
use plimsoll_metrics::{Annualising, WhenZero, Window};
use proptest::prelude::*;

use super::*;
use crate::company::{book, going_concern, scenario};
use crate::lever::{Lever, LeverProblem};
use crate::scenario::{By, Move};

/// A month: 10,000 MRR of 100 customers; 1 % of MRR and 2 customers leave, half a point is cut back and one point bought.
fn company() -> Book {
    let mut book = book(
        Window::Month,
        &[
            (&START_MRR, 10_000),
            (&NEW_MRR, 500),
            (&figures::EXPANSION_MRR, 100),
            (&figures::CONTRACTION_MRR, 50),
            (&CHURNED_MRR, 100),
            (&START_CUSTOMERS, 100),
            (&NEW_CUSTOMERS, 5),
            (&figures::LOST_CUSTOMERS, 2),
            (&ACQUISITION_SPEND, 2_000),
        ],
    );
    book.set(&GROSS_MARGIN, Exact::percent(80));
    book
}

fn at_rest() -> Scenario {
    Scenario::default()
}

fn one(over: Movable, motion: Move) -> Scenario {
    Scenario { moves: [(over, motion)].into_iter().collect(), ..Scenario::default() }
}

fn closings(projection: &Projection) -> Vec<Exact> {
    projection.months.iter().map(|month| month.mrr.closing.clone()).collect()
}

fn hundredths(counts: [i64; 7]) -> [Exact; 7] {
    counts.map(|count| Exact::from(count).times(&Exact::percent(1)))
}

/// From 10,450 MRR: 104.50 leave, 52.25 are cut back, 104.50 bought, 500 join. From 103 customers 2 of 100 leave, 5 join.
#[test]
fn two_months_by_hand() {
    let Ok(ahead) = project(&company(), &at_rest(), 2, Opening::End) else { panic!("all is there") };
    let movements = |mrr: &MrrMovements| {
        let MrrMovements { opening, new, reactivated, expansion, contraction, churned, closing } =
            mrr.clone();
        [opening, new, reactivated, expansion, contraction, churned, closing]
    };
    let first = hundredths([1_045_000, 50_000, 0, 10_450, 5_225, 10_450, 1_089_775]);
    assert_eq!(movements(&ahead.months[0].mrr), first);
    let small = Exact::percent(1).times(&Exact::percent(1));
    // 10,897.75 × 0.995 + 500, and 105.94 × 0.98 + 5.
    let second = Exact::from(113_432_612).plus(&Exact::percent(50)).times(&small);
    assert_eq!(ahead.months[1].mrr.closing, second);
    assert_eq!(ahead.months[0].arr(), Exact::from(130_773));
    let customers = ahead.months.iter().filter_map(|month| Some(month.customers.as_ref()?.closing.clone()));
    let expected = [Exact::per_mille(105_940), Exact::from(1_088_212).times(&small)];
    assert_eq!(customers.collect::<Vec<_>>(), expected);
}

/// 21 % lost a year and nothing won: after a year what the year keeps, on the way there by equal shares.
#[test]
fn a_year_compounds() {
    let mut book = book(Window::Year, &[(&START_MRR, 10_000), (&NEW_MRR, 0), (&CHURNED_MRR, 2_100)]);
    book.set(&figures::EXPANSION_MRR, Exact::zero());
    book.set(&figures::CONTRACTION_MRR, Exact::zero());
    let ahead = project(&book, &at_rest(), 24, Opening::Start);
    let ahead = ahead.map(|ahead| {
        let at =
            |month: usize| ahead.months[month - 1].mrr.closing.to_decimal(6).unwrap_or_default().to_string();
        ([at(6), at(12), at(24)], ahead.no_customers)
    });
    // 0.79, its root 0.888819 and its square 0.6241.
    let expected = ["8888.194417", "7900", "6241"].map(String::from);
    let missing = Some(Undefined::Missing(vec![&START_CUSTOMERS]));
    assert_eq!(ahead, Ok((expected, missing)));
}

/// A tenth more on every price over two months: half of it is bought each month, on top of what customers buy.
#[test]
fn a_price_that_is_phased_in_counts_as_expansion() {
    let mut company = company();
    company.set(&figures::EXPANSION_MRR, Exact::zero());
    company.set(&figures::CONTRACTION_MRR, Exact::zero());
    company.set(&CHURNED_MRR, Exact::zero());
    let dearer = one(Movable::Lever(Lever::Price), Move::over(By::Percent(Exact::percent(10)), 2));
    let Ok(ahead) = project(&company, &dearer, 3, Opening::Start) else { panic!("all is there") };
    let bought: Vec<_> = ahead.months.iter().map(|month| month.mrr.expansion.clone()).collect();
    // 10,000 by 5 %; then 10,500 and 525 new ones by 10 % over 5 %.
    assert_eq!(bought, [Exact::from(500), Exact::from(525), Exact::zero()]);
    let new: Vec<_> = ahead.months.iter().map(|month| month.mrr.new.clone()).collect();
    assert_eq!(new, [Exact::from(525), Exact::from(550), Exact::from(550)]);
    let cheaper = one(Movable::Lever(Lever::Price), Move::at_once(By::Percent(Exact::percent(-10))));
    let Ok(ahead) = project(&company, &cheaper, 1, Opening::Start) else { panic!("all is there") };
    assert_eq!(ahead.months[0].mrr.contraction, Exact::from(1_000));
}

#[test]
fn what_cannot_go_on_says_why() {
    let company = company();
    for months in [0, 61] {
        assert_eq!(project(&company, &at_rest(), months, Opening::End), Err(NoProjection::Horizon(months)));
    }
    let empty = project(&Book::new(Window::Year), &at_rest(), 12, Opening::End);
    assert!(matches!(empty, Err(NoProjection::Undefined { month: 0, reason: Undefined::Missing(_), .. })));
    let mut nothing = company.clone();
    nothing.set(&START_MRR, Exact::zero());
    nothing.set(&CHURNED_MRR, Exact::zero());
    nothing.set(&figures::CONTRACTION_MRR, Exact::zero());
    let reason = project(&nothing, &at_rest(), 12, Opening::End);
    let no_base = Err(WhenZero::NoBase);
    let reason = match reason {
        Err(NoProjection::Undefined { month: 1, reason: Undefined::ZeroDivisor(when, _), .. }) => Err(when),
        other => Ok(other),
    };
    assert_eq!(reason.map(|_| ()), no_base);
    // Every month ten times as much.
    let mut wild = company;
    wild.set(&figures::EXPANSION_MRR, Exact::from(90_000));
    let overflow = project(&wild, &at_rest(), 60, Opening::End);
    assert_eq!(overflow, Err(NoProjection::TooLarge { month: 12 }));
}

#[test]
fn a_move_that_cannot_be_made_is_left_out_of_every_month() {
    let company = company();
    let Ok(base) = project(&company, &at_rest(), 12, Opening::End) else { panic!("all is there") };
    for (over, by, problem) in [
        (
            Movable::Lever(Lever::Churn),
            By::Points(Exact::percent(99)),
            MoveProblem::Lever(LeverProblem::ChurnAboveWhole),
        ),
        (Movable::Figure(&NEW_MRR), By::Percent(Exact::percent(-150)), MoveProblem::NotAccepted),
        (Movable::Figure(&START_MRR), By::Percent(Exact::percent(1)), MoveProblem::OpensProjection),
    ] {
        let Ok(ahead) = project(&company, &one(over, Move::over(by, 12)), 12, Opening::End) else {
            panic!("the rest is there")
        };
        assert_eq!(ahead.problems, [(over, problem)]);
        assert_eq!(ahead.months, base.months);
    }
}

/// Cut back and churned together cannot be more than there was; what is moved last is left out.
#[test]
fn more_than_all_cannot_be_lost() {
    let limit = figures::LIMITS.iter().find(|limit| limit.whole == &START_MRR);
    let problem = |over| limit.map(|limit| (over, MoveProblem::LargerThanWhole(limit)));
    for (over, by) in [
        (Movable::Lever(Lever::Contraction), By::To(Exact::one())),
        (Movable::Figure(&CHURNED_MRR), By::To(Exact::from(9_951))),
    ] {
        let found =
            project(&company(), &one(over, Move::over(by, 10)), 12, Opening::End).map(|found| found.problems);
        assert_eq!(found, Ok(problem(over).into_iter().collect()));
    }
    // On the way there it can still be so: half is cut back at once, and churn only goes down with time.
    let mut company = company();
    company.set(&CHURNED_MRR, Exact::from(9_000));
    let mut on_the_way = one(Movable::Lever(Lever::Contraction), Move::at_once(By::To(Exact::percent(50))));
    let less = Move::over(By::To(Exact::from(1_000)), 8);
    on_the_way.moves = std::iter::once((Movable::Figure(&CHURNED_MRR), less))
        .chain(on_the_way.moves.iter().map(|(over, motion)| (*over, motion.clone())))
        .collect();
    let reason = Undefined::OutOfRange(&GROSS_REVENUE_RETENTION);
    let found = project(&company, &on_the_way, 12, Opening::End);
    let moves = vec![Movable::Lever(Lever::Contraction)];
    assert_eq!(found, Err(NoProjection::Undefined { month: 1, reason, moves }));
}

/// A customer pays 101.46 on average, keeps 99.5 % of it, and costs 400 to win.
#[test]
fn milestones_by_hand() {
    let Ok(ahead) = project(&company(), &at_rest(), 12, Opening::End) else { panic!("all is there") };
    // 81.17, 80.76, 80.36, 79.95, 79.55: 322.23 after four, 401.79 after five.
    assert_eq!(ahead.breaks_even(), Ok(BreakEven::InMonth(5)));
    let earned = ahead.earned(5).unwrap_or_default();
    let earned: Vec<_> =
        earned.iter().filter_map(|sum| sum.to_decimal(2)).map(|sum| sum.to_string()).collect();
    assert_eq!(earned, ["81.17", "161.92", "242.28", "322.23", "401.79"]);
    assert_eq!(ahead.cost(), Ok(Exact::from(400)));
    assert_eq!(ahead.reaches_arr(&Exact::from(125_400)), ArrReached::InMonth(0));
    assert_eq!(ahead.reaches_arr(&Exact::from(130_773)), ArrReached::InMonth(1));
    assert_eq!(ahead.reaches_arr(&Exact::from(130_774)), ArrReached::InMonth(2));
    // 500 ÷ 0.005 × 12.
    let limit = Exact::from(1_200_000);
    assert_eq!(ahead.reaches_arr(&limit), ArrReached::Never { limit: limit.clone() });
    assert!(matches!(ahead.reaches_arr(&limit.minus(&Exact::from(3_000))), ArrReached::InMonth(1_000..)));
    assert_eq!(ahead.reaches_arr(&limit.minus(&Exact::one())), ArrReached::NotWithin(1_200));
    let mut dear = company();
    dear.set(&ACQUISITION_SPEND, Exact::from(100_000));
    let Ok(ahead) = project(&dear, &at_rest(), 12, Opening::End) else { panic!("all is there") };
    let Ok(BreakEven::Never { limit, cost }) = ahead.breaks_even() else { panic!("16,233 are not 20,000") };
    assert_eq!(
        (limit.to_decimal(0).map(|limit| limit.to_string()), cost),
        (Some("16233".into()), Exact::from(20_000))
    );
    dear.set(&ACQUISITION_SPEND, Exact::zero());
    let free = project(&dear, &at_rest(), 12, Opening::End).map(|ahead| ahead.breaks_even());
    assert_eq!(free, Ok(Ok(BreakEven::InMonth(0))));
    dear.set(&NEW_CUSTOMERS, Exact::zero());
    let nobody = project(&dear, &at_rest(), 12, Opening::End).map(|ahead| ahead.breaks_even());
    assert!(matches!(nobody, Ok(Err(Undefined::ZeroDivisor(WhenZero::NoBase, _)))));
}

/// 36,000 to win one who pays 50 a month on margin: 720 months. With nobody left after the first month, it is what that one pays.
#[test]
fn far_and_at_once() {
    let mut book = company();
    for figure in
        [&figures::EXPANSION_MRR, &figures::CONTRACTION_MRR, &CHURNED_MRR, &NEW_MRR, &figures::LOST_CUSTOMERS]
    {
        book.set(figure, Exact::zero());
    }
    book.set(&START_CUSTOMERS, Exact::from(160));
    book.set(&NEW_CUSTOMERS, Exact::from(40));
    book.set(&GROSS_MARGIN, Exact::one());
    book.set(&ACQUISITION_SPEND, Exact::from(1_440_000));
    let even = |book: &Book| project(book, &at_rest(), 1, Opening::Start).map(|ahead| ahead.breaks_even());
    assert_eq!(even(&book), Ok(Ok(BreakEven::InMonth(720))));
    book.set(&CHURNED_MRR, Exact::from(10_000));
    book.set(&NEW_MRR, Exact::from(10_000));
    book.set(&ACQUISITION_SPEND, Exact::from(2_000));
    assert_eq!(even(&book), Ok(Ok(BreakEven::InMonth(1))));
    book.set(&ACQUISITION_SPEND, Exact::from(2_001));
    assert!(matches!(even(&book), Ok(Ok(BreakEven::Never { .. }))));
}

fn is_near(one: &Exact, other: &Exact) -> bool {
    let off = one.minus(other).abs();
    off <= one.abs().plus(&Exact::one()).times(&Exact::from(10).power(11).inverse())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_month_closes_on_its_movements(book in going_concern(), scenario in scenario(24)) {
        let Ok(ahead) = project(&book, &scenario, 36, Opening::End) else { return Ok(()) };
        let mut opening = ahead.opening_mrr.clone();
        for month in &ahead.months {
            let mrr = &month.mrr;
            let closing = mrr.opening.plus(&mrr.new).plus(&mrr.reactivated).plus(&mrr.expansion);
            prop_assert_eq!(&closing.minus(&mrr.contraction).minus(&mrr.churned), &mrr.closing);
            prop_assert_eq!(&mrr.opening, &opening);
            opening = mrr.closing.clone();
            for amount in [&mrr.new, &mrr.reactivated, &mrr.expansion, &mrr.contraction, &mrr.churned, &mrr.closing] {
                prop_assert!(!amount.is_negative(), "{:?}", month);
            }
            let Some(there) = &month.customers else { continue };
            let closing = there.opening.plus(&there.new).plus(&there.reactivated).minus(&there.lost);
            prop_assert_eq!(&closing, &there.closing);
            prop_assert!(!there.lost.is_negative() && !there.closing.is_negative());
        }
    }

    #[test]
    fn without_losses_and_business_nothing_changes(book in going_concern(), months in 1..=60_u32) {
        let mut still = Book::new(book.window());
        for figure in figures::all() {
            if let Some(value) = book.figure(figure) {
                let stays = [&START_MRR, &START_CUSTOMERS, &GROSS_MARGIN].contains(&figure);
                still.set(figure, if stays { value.clone() } else { Exact::zero() });
            }
        }
        let Ok(ahead) = project(&still, &at_rest(), months, Opening::End) else {
            return Err(TestCaseError::fail("all is there"));
        };
        for month in &ahead.months {
            prop_assert_eq!(Some(&month.mrr.closing), still.figure(&START_MRR));
            let there = month.customers.as_ref().map(|there| &there.closing);
            prop_assert_eq!(there, still.figure(&START_CUSTOMERS));
        }
    }

    #[test]
    fn the_months_of_a_window_end_where_the_window_ends(book in going_concern(), scenario in scenario(0)) {
        let Ok(ahead) = project(&book, &scenario, book.window().months(), Opening::Start) else { return Ok(()) };
        let mut possible = scenario;
        ahead.problems.iter().for_each(|(over, _)| possible.moves.remove(over));
        let moved = possible.apply(&book).book;
        let Some(last) = ahead.months.last() else { return Err(TestCaseError::fail("a month")) };
        let closing = moved.evaluate(&CLOSING_MRR).unwrap_or_else(|_| Exact::zero());
        prop_assert!(is_near(&closing, &last.mrr.closing), "{:?} {:?}", closing, last.mrr);
        let Some(there) = &last.customers else { return Ok(()) };
        let closing = moved.evaluate(&CLOSING_CUSTOMERS).unwrap_or_else(|_| Exact::zero());
        prop_assert!(is_near(&closing, &there.closing), "{:?} {:?}", closing, there);
    }

    /// S g^n + f (g^n − 1) ÷ (g − 1), where a month's rates are those that were entered.
    #[test]
    fn sixty_months_are_as_by_the_closed_form(book in going_concern()) {
        let mut monthly = Book::new(Window::Month);
        for figure in figures::all() {
            book.figure(figure).into_iter().for_each(|value| monthly.set(figure, value.clone()));
        }
        let ahead = project(&monthly, &at_rest(), 60, Opening::Start);
        let (Ok(ahead), Ok(net)) = (ahead, monthly.evaluate(&NET_REVENUE_RETENTION)) else { return Ok(()) };
        let of = |figure| monthly.counted(figure).unwrap_or_else(Exact::zero);
        let joins = of(&NEW_MRR).plus(&of(&figures::REACTIVATED_MRR));
        for (month, closing) in (1..).zip(closings(&ahead)) {
            let grown = net.power(month);
            let months = grown.complement().divided_by(&net.complement()).unwrap_or_else(|| Exact::from(i64::from(month)));
            let expected = of(&START_MRR).times(&grown).plus(&joins.times(&months));
            let unit = Exact::from(10).power(12).inverse();
            let allowed = expected.times(&unit).plus(&grown.plus(&Exact::one()).times(&unit).times(&Exact::from(100)));
            prop_assert!(closing.minus(&expected).abs() <= allowed, "{}: {:?} {:?}", month, closing, expected);
        }
    }

    #[test]
    fn how_years_are_made_does_not_matter(book in going_concern()) {
        let mut other = book.clone();
        other.set_annualising(Annualising::TimesTwelve);
        let [one, other] = [book, other].map(|book| project(&book, &at_rest(), 12, Opening::End));
        prop_assert_eq!(one.map(|ahead| closings(&ahead)), other.map(|ahead| closings(&ahead)));
    }

    #[test]
    fn where_nothing_is_lost_break_even_is_payback(book in going_concern()) {
        let mut still = book;
        for figure in [&CHURNED_MRR, &figures::CONTRACTION_MRR, &figures::EXPANSION_MRR] {
            still.set(figure, Exact::zero());
        }
        let Ok(payback) = still.evaluate(&CAC_PAYBACK) else { return Ok(()) };
        let Ok(ahead) = project(&still, &at_rest(), 1, Opening::End) else { return Err(TestCaseError::fail("all is there")) };
        // Money is kept to twelve decimals, so next to a whole month either may be right.
        let whole = payback.round_up();
        if payback > Exact::from(1_199) || is_near(&payback, &whole) || is_near(&payback, &whole.minus(&Exact::one())) {
            return Ok(());
        }
        let months = whole.to_decimal(0).and_then(|months| u32::try_from(months).ok());
        prop_assert_eq!(Some(ahead.breaks_even()), months.map(|months| Ok(BreakEven::InMonth(months))));
    }

    #[test]
    fn a_target_is_reached_in_its_month_and_not_before(book in going_concern(), scenario in scenario(12), part in 1..=400_i64) {
        let Ok(ahead) = project(&book, &scenario, 60, Opening::End) else { return Ok(()) };
        let target = ahead.opening_mrr.times(&Exact::percent(part * 12)).plus(&Exact::one());
        let arr = |month: u32| match month {
            0 => ahead.opening_mrr.times(&Exact::from(12)),
            month => ahead.months[month as usize - 1].arr(),
        };
        let first = (0..=60).find(|month| arr(*month) >= target);
        match ahead.reaches_arr(&target) {
            ArrReached::InMonth(month) if month <= 60 => prop_assert_eq!(first, Some(month)),
            other => prop_assert_eq!(first, None, "{:?}", other),
        }
    }
}
