#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it is surprised"
)]

use super::*;
use crate::format::English;

fn text(text: &str) -> String {
    text.to_owned()
}

fn example() -> Given {
    Given { inputs: Inputs::example().entries(), ..Given::default() }
}

fn moving(lever: &str, figure: &str, by: &str, amount: &str, months: u32) -> MoveGiven {
    MoveGiven { lever: text(lever), figure: text(figure), by: text(by), amount: text(amount), months }
}

fn decimal(quantity: Option<&Quantity>) -> &str {
    &quantity.unwrap().decimal
}

/// What a card of the page says of its neighbours, and the report in numbers.
#[test]
fn neighbours_are_those_of_the_card() {
    let report = evaluate(&Inputs::example(), &English);
    let retention = report.metric("net-revenue-retention").unwrap();
    let [segment, stage] = retention.neighbours.as_slice() else { panic!("{:?}", retention.neighbours) };
    assert_eq!((segment.kind, segment.who.as_str()), (NeighbourKind::Segment, "SMB"));
    assert_eq!(segment.reading, Some(Reading::Worse));
    assert!(segment.quarter.is_some() && segment.bottom.is_some());
    assert_eq!(stage.kind, NeighbourKind::Stage);
    let page = crate::page(&crate::State::from(Inputs::example()), &English);
    let cards = page.panels.iter().flat_map(|panel| &panel.cards);
    let card = cards.into_iter().find(|card| card.slug == "net-revenue-retention").unwrap();
    let words: Vec<_> = card.comparisons.iter().map(|comparison| comparison.standing.as_str()).collect();
    assert_eq!(words, [segment.printed.as_str(), stage.printed.as_str()]);
}

#[test]
fn moves_are_counted_in_their_order() {
    let given = Given {
        moves: vec![moving("churn", "", "points", "-2%", 6), moving("", "new-mrr", "to", "80000", 0)],
        ..example()
    };
    let report = report(given, &English);
    assert_eq!(decimal(report.metric("logo-churn").unwrap().value.as_ref()), "0.18");
    assert_eq!(report.problems, []);
}

#[test]
fn a_move_that_cannot_be_made_says_so() {
    let moves = vec![
        moving("price", "", "points", "2%", 0),
        moving("churn", "", "points", "a lot", 0),
        moving("churn", "", "points", "-200%", 0),
    ];
    let report = report(Given { moves, ..example() }, &English);
    let fields: Vec<_> = report.problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["moves[1]", "moves.price"]);
}

#[test]
fn own_benchmarks_stand_before_the_published_ones() {
    let pack = |standing: &str| {
        [
            ("version", "1"),
            ("name", "Ours"),
            ("sources.0.id", "board"),
            ("sources.0.title", "Board"),
            ("sources.0.publisher", "Us"),
            ("sources.0.date", "2026"),
            ("sources.0.evidence", "own-data"),
            ("scales.0.metric", "logo-churn"),
            ("scales.0.source", "board"),
            ("scales.0.bands.0.name", "Calm"),
            ("scales.0.bands.0.standing", standing),
            ("scales.0.bands.1.name", "Leaking"),
            ("scales.0.bands.1.standing", "concerning"),
            ("scales.0.bands.1.from", "25"),
        ]
        .map(|(place, part)| (text(place), text(part)))
        .to_vec()
    };
    let good = report(Given { pack: pack("good"), ..example() }, &English);
    let band = good.metric("logo-churn").unwrap().band.clone().unwrap();
    assert_eq!(
        (band.name.as_str(), decimal(band.worse.as_ref().map(|worse| &worse.distance))),
        ("Calm", "0.05")
    );
    let bad = report(Given { pack: pack("splendid"), ..example() }, &English);
    assert_eq!(bad.problems[0].field, "pack.scales[0].bands[0].standing");
    assert_ne!(bad.metric("logo-churn").unwrap().band.as_ref().unwrap().name, "Calm");
}

#[test]
fn a_value_is_graded_by_itself() {
    let grade = |value: &str| grade(Given::default(), "logo-churn", value, &English).unwrap();
    let on_the_line = grade("12%").band.unwrap();
    let better = on_the_line.better.unwrap();
    assert_eq!((decimal(Some(&better.distance)), better.includes_line), ("0", false));
    assert!(on_the_line.worse.unwrap().includes_line);
    let unread = grade("lots");
    assert!(unread.value.is_none() && unread.reason.unwrap().sentence.contains("not part of a number"));
}

#[test]
fn a_goal_is_reached_or_says_why_not() {
    let goal = |band: &str, value: &str, lever: &str, figure: &str| GoalGiven {
        metric: text("logo-churn"),
        band: text(band),
        value: text(value),
        lever: text(lever),
        figure: text(figure),
    };
    let solve = |goal: &GoalGiven| solve(example(), goal, &English).unwrap();
    let reached = solve(&goal("", "5%", "", "lost-customers"));
    assert_eq!(
        (reached.is_reachable, decimal(reached.at.as_ref()), decimal(reached.exact.as_ref())),
        (true, "12", "12.5")
    );
    assert_eq!(
        reached.sentence,
        "Customers lost from 50 to 12, 38 fewer, take logo churn to 4.8% a year, into “Best-in-class”."
    );
    assert!(solve(&goal("acceptable", "", "churn", "")).is_reachable);
    let not = solve(&goal("good", "", "price", ""));
    assert_eq!((not.is_reachable, not.why_not), (false, Some(WhyNotReached::NoEffect)));
    assert_eq!(solve(&goal("splendid", "", "churn", "")).why_not, Some(WhyNotReached::NoSuchLine));
    let unread = solve(&goal("", "lots", "churn", ""));
    assert_eq!(unread.problems[0].field, "goal.value");
    assert_eq!(super::solve(example(), &goal("good", "", "", ""), &English), None);
}

#[test]
fn months_close_and_a_missing_figure_is_named() {
    let ahead = Ahead { months: 12, arr: text("6000000"), ..Ahead::default() };
    let course = project(example(), &ahead, &English);
    assert_eq!(course.months.len(), 12);
    assert_eq!(course.opening_mrr.as_ref(), course.months[0].mrr.opening.as_ref());
    assert!(course.months[0].customers.is_some() && course.arr.unwrap().month.is_some());
    let nothing = project(Given::default(), &ahead, &English);
    assert_eq!((nothing.months.len(), nothing.reason.unwrap().code), (0, ReasonCode::Missing));
}

#[test]
fn scores_are_the_mean_of_what_is_there() {
    let pair = |slug: &str, value: &str| (text(slug), text(value));
    let accounts = Accounts {
        weights: vec![pair("usage", "3"), pair("support", "1")],
        accounts: vec![
            vec![pair("usage", "40"), pair("support", "80")],
            vec![pair("support", "39.995"), pair("color", "1")],
            vec![pair("usage", "120")],
        ],
        ..Accounts::default()
    };
    let health = score(Given::default(), &accounts, &English);
    let [both, one, none] = health.scores.as_slice() else { panic!("three accounts") };
    assert_eq!((decimal(both.score.as_ref()), both.band.as_deref()), ("50", Some("Needs attention")));
    let contributed: Vec<_> = both.parts.iter().map(|part| decimal(part.points.as_ref())).collect();
    assert_eq!(contributed, ["30", "20"]);
    // Rounded to a hundredth first, which makes it 40 and no longer at risk.
    assert_eq!((decimal(one.score.as_ref()), one.band.as_deref()), ("40", Some("Needs attention")));
    assert_eq!(
        (decimal(one.weight_present.as_ref()), one.missing.as_slice()),
        ("0.25", &[text("usage")][..])
    );
    assert_eq!((none.score.as_ref(), none.printed.as_str()), (None, "–"));
    assert_eq!(health.problems[0].field, "accounts[2].usage");
    let counted: Vec<u32> = health.bands.iter().map(|band| band.accounts).collect();
    assert_eq!(counted, [0, 2, 0]);
    let nothing =
        score(Given::default(), &Accounts { weights: vec![pair("usage", "0")], ..accounts }, &English);
    assert_eq!(nothing.problems[0].field, "weights");
}

#[test]
fn text_is_read_as_people_type_it() {
    let read = |typed: &str, mark: &str, figure: &str| {
        let given =
            TextGiven { text: text(typed), mark: text(mark), currency: text("USD"), figure: text(figure) };
        parse(&given, &English)
    };
    let number = |text: &str, mark: &str, figure: &str| match read(text, mark, figure) {
        Parsed::Number { value, is_percent, .. } => Ok((value.decimal, is_percent)),
        Parsed::Unreadable { sentence } => Err(sentence),
        Parsed::Table { summary, .. } => Err(summary),
    };
    assert_eq!(number("12.5k", "", ""), Ok((text("12500"), false)));
    assert_eq!(number("2 %", ".", ""), Ok((text("0.02"), true)));
    assert_eq!(number("1.234,5", ",", ""), Ok((text("1234.5"), false)));
    assert_eq!(number("78", ".", "gross-margin"), Ok((text("0.78"), true)));
    assert!(number("178", ".", "gross-margin").unwrap_err().contains("between 0% and 100%"));
    assert!(number("", ".", "").is_err() && number("many", ".", "").is_err());
    let Parsed::Table { segments, .. } = read("Customer,Start,End\nAcme,100,130\n", "", "") else {
        panic!("it is a table")
    };
    assert_eq!((segments[0].figures["startMrr"].as_str(), segments[0].is_all), ("100", true));
}

#[test]
fn names_are_keys() {
    let listing = listing(&English);
    let find = |slug: &str| listing.figures.iter().find(|figure| figure.slug == slug).unwrap();
    assert_eq!((find("start-mrr").name.as_str(), find("rated-1").name.as_str()), ("startMrr", "rated1"));
    let mut names: Vec<_> = listing.figures.iter().map(|figure| &figure.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), listing.figures.len());
    assert_eq!(
        published(Given::default(), &English).iter().filter(|one| one.metric == "logo-churn").count(),
        1
    );
}
