//! The accounts, and one score taken apart.

use plimsoll_metrics::health::{Held, NoScore, NoWeights};
use plimsoll_metrics::{Exact, Unit};

use super::{Bench, words};
use crate::lab::Class;
use crate::lab::message::{AccountLine, OpenAccount, SortKey};
use crate::show::DASH;
use crate::view::lab::{AccountRow, ColumnHead, PartRow, PartsView, TableView};
use crate::view::{EntryView, SelectOption};

/// The part of the table that is there.
pub(super) fn show(bench: &Bench<'_>) -> TableView {
    let table = &bench.scored.table;
    let all: i64 = bench.scored.classes.iter().map(|(accounts, _)| *accounts).fold(0, i64::saturating_add);
    let caption = if i64::from(table.total) == all {
        bench.accounts(all)
    } else {
        [&bench.count(table.total), " of ", &bench.accounts(all)].concat()
    };
    TableView {
        caption,
        total: table.total,
        start: table.start,
        rows: table.rows.iter().map(|line| row(bench, line)).collect(),
        heads: heads(bench),
        filters: filters(bench),
        search: EntryView {
            key: "search".into(),
            text: bench.lab.looks.search.clone(),
            rest: "",
            prefix: String::new(),
            suffix: String::new(),
            problem: None,
        },
        parts: bench.scored.open.as_ref().map(|open| parts(bench, open)),
    }
}

fn heads(bench: &Bench<'_>) -> Vec<ColumnHead> {
    let looks = &bench.lab.looks;
    let head = |key: &str, label: &str, sort: Option<SortKey>, is_number| ColumnHead {
        key: key.into(),
        label: label.into(),
        sorted: sort.filter(|sort| looks.sort == *sort).map(|_| looks.descending),
        can_sort: sort.is_some(),
        is_number,
    };
    vec![
        head("name", "Account", Some(SortKey::Name), false),
        head("class", "Class", None, false),
        head("score", "Score", Some(SortKey::Score), true),
        head("coverage", "Coverage", None, true),
        head("change", "Change", Some(SortKey::Change), true),
        head("arr", "ARR", Some(SortKey::Arr), true),
        head("segment", "Segment", None, false),
        head("owner", "Owner", None, false),
    ]
}

fn row(bench: &Bench<'_>, line: &AccountLine) -> AccountRow {
    let change = line.score.zip(line.before).map(|(now, before)| {
        let exact = |hundredths: u16| Exact::percent(hundredths.into());
        bench.context.writer.difference(Unit::Score, &exact(before), &exact(now))
    });
    let arr = if bench.facts.arr.is_some() { bench.arr(line.arr) } else { DASH.into() };
    AccountRow {
        row: line.row,
        cells: vec![
            line.name.clone(),
            bench.score(line.score),
            line.coverage.map_or_else(|| DASH.into(), |of| bench.share(&hundredths_of_percent(of))),
            change.unwrap_or_else(|| DASH.into()),
            arr,
            segment(bench, line.segment),
            line.owner.map_or_else(|| DASH.into(), |owner| owner_name(bench, owner)),
        ],
        class: words::mark(line.class),
        is_open: bench.lab.looks.open == Some(line.row),
    }
}

/// Hundredths of a percent as a share.
fn hundredths_of_percent(of: u32) -> Exact {
    Exact::percent(of.into()).times(&Exact::percent(1))
}

fn segment(bench: &Bench<'_>, number: u16) -> String {
    bench.facts.segments.get(usize::from(number)).map_or_else(|| DASH.into(), |(name, _)| name.clone())
}

fn owner_name(bench: &Bench<'_>, number: u32) -> String {
    bench.facts.owners.get(number as usize).map_or_else(|| DASH.into(), |(name, _)| name.clone())
}

/// What narrows the table: each with its name in actions and its label.
fn filters(bench: &Bench<'_>) -> Vec<(&'static str, &'static str, Vec<SelectOption>)> {
    let looks = &bench.lab.looks;
    let class = |class: Class| SelectOption {
        value: class.slug().into(),
        label: words::mark(class).name.into(),
        selected: looks.class == Some(class),
    };
    let named = |named: &[(String, u32)], chosen: Option<usize>| -> Vec<SelectOption> {
        let there = named.iter().enumerate().filter(|(_, (_, count))| *count > 0);
        let options = there.map(|(place, (name, _))| SelectOption {
            value: name.clone(),
            label: name.clone(),
            selected: chosen == Some(place),
        });
        with_all(options.collect(), chosen.is_none())
    };
    let mut filters = vec![("class", "Class", with_all(Class::ALL.map(class).into(), looks.class.is_none()))];
    if !bench.facts.segments.is_empty() {
        filters.push((
            "table-segment",
            "Segment",
            named(&bench.facts.segments, looks.table_segment.map(usize::from)),
        ));
    }
    if !bench.facts.owners.is_empty() {
        filters.push(("owner", "Owner", named(&bench.facts.owners, looks.owner.map(|owner| owner as usize))));
    }
    filters
}

fn with_all(options: Vec<SelectOption>, is_all: bool) -> Vec<SelectOption> {
    let all = SelectOption { value: String::new(), label: "All".into(), selected: is_all };
    std::iter::once(all).chain(options).collect()
}

/// A score, taken apart by the exact way, which has to come to the same as the quick one.
fn parts(bench: &Bench<'_>, open: &OpenAccount) -> PartsView {
    let line = &open.line;
    let model = bench.model.read().unwrap_or_else(|_| empty_model());
    let segment_name = segment(bench, line.segment);
    let explained = model.explain(Some(&segment_name), &open.points);
    let writer = &bench.context.writer;
    let share = |share: &Exact| if share.is_zero() { DASH.into() } else { bench.share(share) };
    let rows = explained.parts.iter().zip(&open.values).map(|(part, value)| PartRow {
        name: part.indicator.term.clone(),
        value: bench.raw(value),
        points: match part.held {
            Held::Points(points) => bench.points(points),
            Held::Missing => "missing".into(),
            Held::Apart => "does not apply".into(),
        },
        weight: words::weight(part.weight),
        effective: share(&part.effective),
        adds: if part.effective.is_zero() { DASH.into() } else { writer.number(&part.contribution, 2) },
        is_missing: !matches!(part.held, Held::Points(_)),
    });
    let sum = match &explained.score {
        Ok(score) => [
            "Added up, the score is ",
            &writer.number(score, 2),
            " points: ",
            &words::mark(line.class).name.to_lowercase(),
            ".",
        ]
        .concat(),
        Err(NoScore::LeftOut) => "Something is missing, and the model gives no score then.".into(),
        Err(NoScore::Weights(NoWeights::AllZero)) => "All weights are zero, so there is no score.".into(),
        Err(NoScore::Weights(NoWeights::NothingPresent)) => {
            "Nothing that has weight is known of it, so there is no score.".into()
        }
    };
    PartsView {
        row: line.row,
        title: line.name.clone(),
        about: about(bench, open, &segment_name),
        parts: rows.collect(),
        sum,
        coverage: ["It rests on ", &bench.share(&explained.coverage), " of the weight that applies."]
            .concat(),
    }
}

fn empty_model() -> plimsoll_metrics::health::Model {
    plimsoll_metrics::health::Model {
        name: String::new(),
        indicators: Vec::new(),
        segments: Vec::new(),
        red_below: 0,
        green_from: 0,
        missing: plimsoll_columns::scores::Missing::GivesUpWeight,
    }
}

fn about(bench: &Bench<'_>, open: &OpenAccount, segment: &str) -> String {
    let line = &open.line;
    let arr = bench.facts.arr.map(|_| [&bench.arr(line.arr), " ARR"].concat());
    let segment = (segment != DASH).then(|| segment.to_owned());
    let owner = line.owner.map(|owner| ["looked after by ", &owner_name(bench, owner)].concat());
    let stands = ["line ", &bench.count(open.stands_in), " of the table"].concat();
    arr.into_iter().chain(segment).chain(owner).chain([stands]).collect::<Vec<_>>().join(", ")
}
