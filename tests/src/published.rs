//! Medians, ranges, rules and tables as `bands.toml` states them once more.

use std::collections::{BTreeMap, BTreeSet};

use plimsoll_metrics::benchmarks::{
    Cell, Measure, Number, Opinion, PUBLISHED, Published, Segment, TABLES, Who,
};
use plimsoll_metrics::{Exact, Window};

use crate::bands::{Cases, about, segment};
use crate::cases::{exact, read};

/// A number as a case writes it.
fn number(number: Number) -> String {
    let (times, sign) = if number.measure == Measure::Percent { (100, "%") } else { (1, "") };
    let value = number.value().times(&Exact::from(times)).to_decimal(2).unwrap();
    format!("{value}{sign}")
}

/// A cell as a case writes it.
fn written(cell: Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) => text.to_owned(),
        Cell::Who(who) => who.label().to_owned(),
        Cell::Exactly(one) => number(one),
        Cell::About(one) => format!("about {}", number(one)),
        Cell::Above(one) => format!("> {}", number(one)),
        Cell::AtLeast(one) => format!(">= {}", number(one)),
        Cell::Below(one) => format!("< {}", number(one)),
        Cell::UpTo(one) => format!("<= {}", number(one)),
        Cell::Range(low, high) => format!("{} to {}", number(low), number(high)),
        Cell::RangeAndMore(low, high) => format!("{} to {} and more", number(low), number(high)),
        Cell::BelowEither(low, high) => format!("< {} to {}", number(low), number(high)),
        Cell::Stretch { from, to, .. } => format!("{from:?} to {to:?}"),
    }
}

fn row(line: &Published) -> [String; 4] {
    let window = if line.window == Window::Month { " a month" } else { "" };
    [
        line.who.label().to_owned(),
        line.who.segment().map_or("", Segment::slug).to_owned(),
        line.source.id.to_owned(),
        written(line.cell) + window,
    ]
}

/// The slugs of all metrics that a table speaks of.
fn slugs() -> BTreeSet<&'static str> {
    TABLES.iter().flat_map(|table| table.slugs()).collect()
}

#[test]
fn ranges_are_those_of_the_sources() {
    let cases: Cases = read("bands.toml");
    let ranges = slugs().into_iter().map(|slug| (slug.to_owned(), PUBLISHED.ranges(about(slug), None)));
    let ranges: BTreeMap<String, Vec<[String; 4]>> = ranges
        .map(|(slug, lines)| (slug, lines.iter().map(row).collect::<Vec<_>>()))
        .filter(|(_, lines)| !lines.is_empty())
        .collect();
    assert_eq!(ranges, cases.ranges);
    for (slug, rows) in &cases.ranges {
        for one in Segment::ALL {
            let own = PUBLISHED.ranges(about(slug), Some(*one)).iter().map(row).collect::<Vec<_>>();
            let stated = rows.iter().filter(|row| row[1].is_empty() || segment(&row[1]) == *one);
            assert_eq!(own, stated.cloned().collect::<Vec<_>>(), "{slug} for {one:?}");
        }
    }
}

/// A hundredth outside of each end is outside; the ends are inside, unless the sign says otherwise.
#[test]
fn both_ends_of_a_range_are_inside() {
    let cases: Cases = read("bands.toml");
    for (slug, rows) in &cases.ranges {
        for (line, row) in PUBLISHED.ranges(about(slug), None).iter().zip(rows) {
            let says = row[3].as_str();
            let hundredth = exact("0.01").times(&exact(if says.ends_with('%') { "1%" } else { "1" }));
            let holds = |end: &str, off: i64| {
                line.holds(&exact(end).plus(&hundredth.times(&Exact::from(off)))).unwrap()
            };
            let around = |end: &str| [-1, 0, 1].map(|off| holds(end, off));
            match (says.split_once(" to "), says.split_once(' ')) {
                (Some((low, high)), _) => {
                    assert_eq!(around(low), [false, true, true], "{slug}: {row:?}");
                    match high.strip_suffix(" and more") {
                        Some(high) => assert_eq!(around(high), [true; 3], "{slug}: {row:?}"),
                        None => assert_eq!(around(high), [true, true, false], "{slug}: {row:?}"),
                    }
                }
                (None, Some(("about", end))) => assert_eq!(line.holds(&exact(end)), None, "{slug}: {row:?}"),
                (None, Some(("<=", end))) => assert_eq!(around(end), [true, true, false], "{slug}: {row:?}"),
                (None, Some(("<", end))) => assert_eq!(around(end), [true, false, false], "{slug}: {row:?}"),
                (None, Some((">=", end))) => assert_eq!(around(end), [false, true, true], "{slug}: {row:?}"),
                (None, Some((sign, _))) => panic!("{slug}: {sign}"),
                (None, None) => assert_eq!(line.holds(&exact(says)), None, "{slug}: {row:?}"),
            }
        }
    }
}

#[test]
fn rules_are_those_of_the_sources() {
    let cases: Cases = read("bands.toml");
    let mut rules = BTreeMap::new();
    for slug in slugs() {
        let opinions = PUBLISHED.opinions(about(slug), None);
        let lines = opinions.iter().filter_map(|opinion| match opinion {
            Opinion::Line(line) => Some(row(line)),
            Opinion::Scale(..) | Opinion::Range(_) => None,
        });
        let lines: Vec<_> = lines.collect();
        if !lines.is_empty() {
            rules.insert(slug.to_owned(), lines);
        }
        for one in Segment::ALL {
            for opinion in PUBLISHED.opinions(about(slug), Some(*one)) {
                let (Opinion::Line(line) | Opinion::Range(line)) = opinion else { continue };
                assert!(line.who.segment().is_none_or(|own| own == *one), "{slug}: {:?}", line.who);
            }
        }
    }
    assert_eq!(rules, cases.rules);
}

/// The median, and the line of the best quarter where there is one.
fn median(slug: &str, segment: Option<Segment>) -> Option<(Who, Vec<Exact>)> {
    let median = PUBLISHED.median(about(slug), segment)?;
    Some((median.who, std::iter::once(median.value).chain(median.top).collect()))
}

fn lines(texts: &[String]) -> Vec<Exact> {
    texts.iter().map(|text| exact(text)).collect()
}

#[test]
fn medians_of_segments_are_those_of_the_sources() {
    let medians = read::<Cases>("bands.toml").medians;
    for slug in slugs() {
        for one in Segment::ALL {
            let own = medians.segment.get(slug).and_then(|row| row.get(one.slug()));
            let stated = own.or_else(|| medians.everyone.get(slug)).map(|texts| lines(texts));
            let found = median(slug, Some(*one));
            assert_eq!(found.as_ref().map(|(_, lines)| lines.clone()), stated, "{slug} for {one:?}");
            assert_eq!(found.and_then(|(who, _)| who.segment()), own.map(|_| *one), "{slug} for {one:?}");
        }
        let stated = medians.everyone.get(slug).or_else(|| medians.unsegmented.get(slug));
        assert_eq!(median(slug, None).map(|(_, lines)| lines), stated.map(|texts| lines(texts)), "{slug}");
    }
}

#[test]
fn tables_without_a_metric_say_what_their_sources_say() {
    let cases: Cases = read("bands.toml");
    for (slug, rows) in &cases.tables {
        let table = TABLES.iter().find(|table| table.slug == slug).unwrap();
        let shown: Vec<Vec<String>> =
            table.rows().into_iter().map(|row| row.into_iter().map(written).collect()).collect();
        assert_eq!(shown, *rows, "{slug}");
    }
    let text_only = ["churn-advice"];
    for table in TABLES.iter().filter(|table| table.slugs().next().is_none()) {
        let stated = cases.tables.contains_key(table.slug) || text_only.contains(&table.slug);
        assert!(stated, "{} has no case", table.slug);
    }
}
