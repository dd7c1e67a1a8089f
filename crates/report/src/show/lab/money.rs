//! What health is worth, in words.

use plimsoll_metrics::benchmarks::Grade;
use plimsoll_metrics::health::{MoneySums, money_book};
use plimsoll_metrics::{Book, Exact, Figure, Metric, Outcome, figures, metrics};

use super::{Bench, words};
use crate::lab::message::{ChancesTold, MoneyTold};
use crate::lab::{Class, moments, typed};
use crate::sentence::undefined;
use crate::show::DASH;
use crate::view::EntryView;
use crate::view::lab::{LossRow, MoneyView, StatView, WayOut};

/// So many accounts of a class at the least, before the share that left is proposed as a chance.
const ENOUGH: u32 = 10;

/// A number about retention: the metric, and the one whose bands hold for it.
struct Rate {
    slug: &'static str,
    label: &'static str,
    metric: &'static Metric,
    graded_as: &'static Metric,
}

/// Retention over the year that has passed.
static OVER_A_YEAR: [Rate; 6] = [
    Rate { slug: "nrr", label: "NRR of these accounts", metric: &metrics::NRR_OF_ACCOUNTS, graded_as: NET },
    Rate {
        slug: "nrr-without",
        label: "NRR without the red ones",
        metric: &metrics::NRR_WITHOUT_RED,
        graded_as: NET,
    },
    Rate {
        slug: "nrr-saved",
        label: "NRR with those you save",
        metric: &metrics::NRR_WITH_SAVED,
        graded_as: NET,
    },
    Rate { slug: "grr", label: "GRR of these accounts", metric: &metrics::GRR_OF_ACCOUNTS, graded_as: GROSS },
    Rate {
        slug: "grr-without",
        label: "GRR without the red ones",
        metric: &metrics::GRR_WITHOUT_RED,
        graded_as: GROSS,
    },
    Rate {
        slug: "grr-saved",
        label: "GRR with those you save",
        metric: &metrics::GRR_WITH_SAVED,
        graded_as: GROSS,
    },
];

/// Retention of what is paid today, which looks ahead.
static AHEAD: [Rate; 2] = [
    Rate {
        slug: "grr-without",
        label: "GRR if every red account left",
        metric: &metrics::GRR_WITHOUT_RED,
        graded_as: GROSS,
    },
    Rate {
        slug: "grr-saved",
        label: "GRR if all but those you save left",
        metric: &metrics::GRR_WITH_SAVED,
        graded_as: GROSS,
    },
];

const NET: &Metric = &metrics::NET_REVENUE_RETENTION;
const GROSS: &Metric = &metrics::GROSS_REVENUE_RETENTION;

/// The three classes that have a chance of leaving, each with its figure and what follows from it.
static CLASSES: [(Class, &Figure, &Metric); 3] = [
    (Class::Red, &figures::RED_CHANCE, &metrics::EXPECTED_RED_LOSS),
    (Class::Yellow, &figures::YELLOW_CHANCE, &metrics::EXPECTED_YELLOW_LOSS),
    (Class::Green, &figures::GREEN_CHANCE, &metrics::EXPECTED_GREEN_LOSS),
];

/// The sheet; where no account has an amount, why there is none.
pub(super) fn show(bench: &Bench<'_>) -> Result<MoneyView, WayOut> {
    if bench.facts.arr.is_none() {
        return Err(WayOut {
            what: "No column says what accounts pay, so health cannot be told in money.".into(),
            way_out:
                "Add a column with the ARR or MRR of each account, or name it in the review of the table."
                    .into(),
        });
    }
    let told = bench.scored.money.clone().unwrap_or_default();
    let sums = sums(&told);
    let is_ahead = !sums.classes.iter().any(|amounts| amounts.len() > 1);
    let decimals = bench.context.writer.currency.decimals();
    let mut book = money_book(&if is_ahead { sums.ahead() } else { sums }, decimals);
    let chances = CLASSES.map(|(class, figure, _)| {
        let chance = chance(bench, class);
        if let Some(share) = chance.share() {
            book.set(figure, share.clone());
        }
        chance
    });
    let rates: &[Rate] = if is_ahead { &AHEAD } else { &OVER_A_YEAR };
    Ok(MoneyView {
        finding: finding(bench, &book, is_ahead),
        notes: notes(bench, is_ahead),
        stats: rates.iter().map(|rate| stat(bench, &book, rate)).collect(),
        losses: CLASSES
            .iter()
            .zip(&chances)
            .map(|((class, _, loss), chance)| row(bench, &told, &book, (*class, chance, loss)))
            .collect(),
        proposed: chances
            .iter()
            .any(|chance| matches!(chance, Chance::Proposed(_)))
            .then(|| proposal(bench))
            .flatten(),
        total: total(bench, &book),
        save: save(bench),
        saved: saved(bench, &told, &book),
    })
}

fn sums(told: &MoneyTold) -> MoneySums {
    let MoneyTold { accounts, classes, saved_accounts, saved, gone } = told.clone();
    MoneySums { accounts, classes, saved_accounts, saved, gone }
}

/// The chance that an account of a class leaves within a year.
enum Chance {
    Typed(Exact),
    Proposed(Exact),
    Wrong,
    Unknown,
}

impl Chance {
    const fn share(&self) -> Option<&Exact> {
        match self {
            Self::Typed(share) | Self::Proposed(share) => Some(share),
            Self::Wrong | Self::Unknown => None,
        }
    }
}

fn chance(bench: &Bench<'_>, class: Class) -> Chance {
    let text = bench.lab.document.chances.get(class as usize).map_or("", |text| text.trim());
    if text.is_empty() {
        return bench
            .lab
            .chances
            .as_ref()
            .and_then(|told| proposed(told, class))
            .map_or(Chance::Unknown, Chance::Proposed);
    }
    let share = typed::points(text)
        .and_then(|hundredths| Exact::from(i64::from(hundredths)).divided_by(&Exact::from(10_000)));
    share.map_or(Chance::Wrong, Chance::Typed)
}

/// The share of a class that left, compounded to a year; nothing where too few tell.
fn proposed(told: &ChancesTold, class: Class) -> Option<Exact> {
    let (left, stayed) = *told.counts.get(class as usize)?;
    let all = left.saturating_add(stayed);
    let kept = Exact::from(i64::from(stayed)).divided_by(&Exact::from(i64::from(all)))?;
    (all >= ENOUGH).then(|| kept.power(told.times).complement())
}

/// Where the proposed chances are from.
fn proposal(bench: &Bench<'_>) -> Option<String> {
    let told = bench.lab.chances.as_ref()?;
    let day = |place: u16| {
        bench.facts.snapshots.get(usize::from(place)).and_then(|(day, _)| *day).map(words::day_written)
    };
    let counts = CLASSES.iter().zip(told.counts).map(|((class, ..), (left, stayed))| {
        let all = bench.count(left.saturating_add(stayed));
        [&bench.count(left), " of ", &all, " ", &words::mark(*class).name.to_lowercase()].concat()
    });
    let counts = counts.collect::<Vec<_>>().join(", ");
    let compounded = if told.times > 1 {
        [" That time fits ", &bench.count(told.times), " times into a year, so the shares are compounded."]
            .concat()
    } else {
        String::new()
    };
    Some(
        [
            "Proposed from your accounts: by this model, of those of ",
            &day(told.from)?,
            " had left by ",
            &day(told.to)?,
            ": ",
            &counts,
            ".",
            &compounded,
            " Type a number to replace a proposal.",
        ]
        .concat(),
    )
}

fn finding(bench: &Bench<'_>, book: &Book, is_ahead: bool) -> String {
    let (rate, of) = if is_ahead {
        (&metrics::GRR_WITHOUT_RED, "gross retention of today's ARR")
    } else {
        (&metrics::NRR_WITHOUT_RED, "net revenue retention over the year")
    };
    match book.evaluate(rate) {
        Ok(value) => ["If every red account left, ", of, " would be ", &bench.share(&value), "."].concat(),
        Err(_) => "Nobody paid anything a year ago, so there is no retention to count.".into(),
    }
}

/// What retention counts, and why there is no more of it.
fn notes(bench: &Bench<'_>, is_ahead: bool) -> Vec<String> {
    let days: Vec<Option<i32>> = bench.facts.snapshots.iter().map(|(day, _)| *day).collect();
    let now = bench.lab.snapshot();
    let day = |place: u16| days.get(usize::from(place)).copied().flatten().map(words::day_written);
    let base = moments::year_before(&days, now).and_then(|place| Some([day(place)?, day(now)?]));
    let mut notes = match base {
        Some([then, now]) if !is_ahead => vec![
            ["Retention is of who paid on ", &then, ", by what they pay on ", &now, "; without the red ones, those pay nothing."].concat(),
        ],
        _ => vec![
            "It looks ahead from today's ARR: nothing is sold to anybody, and nobody but the red accounts leaves.".into(),
            "Net retention (NRR) needs what each account paid a year ago. Open a table with two snapshots about a year apart, and it is counted.".into(),
        ],
    };
    if bench.facts.left.0 > 0 {
        notes.push("Accounts that are marked as left pay nothing here.".into());
    }
    notes
}

fn stat(bench: &Bench<'_>, book: &Book, rate: &Rate) -> StatView {
    let scale = bench.context.scale(rate.graded_as);
    let writer = &bench.context.writer;
    let outcome = book.evaluate(rate.metric);
    let (value, verdict) = match (&outcome, &scale) {
        (Ok(value), Some(scale)) => {
            let verdict =
                scale.grade(value).map(|Grade { band, .. }| (band.name.into_owned(), band.standing));
            (writer.graded(rate.metric.unit, value, scale).0, verdict)
        }
        (Ok(value), None) => (writer.value(rate.metric.unit, value), None),
        (Err(reason), _) => (undefined(reason, |_| false), None),
    };
    StatView { slug: rate.slug, label: rate.label, value, change: None, verdict, about: String::new() }
}

fn row(
    bench: &Bench<'_>,
    told: &MoneyTold,
    book: &Book,
    (class, chance, loss): (Class, &Chance, &'static Metric),
) -> LossRow {
    let at = class as usize;
    let text = bench.lab.document.chances.get(at).cloned().unwrap_or_default();
    let arr = told.classes.get(at).and_then(|amounts| amounts.first()).copied().unwrap_or(0);
    let wrong = || "A chance is a number from 0 to 100, with two decimals at the most.".to_owned();
    LossRow {
        class: words::mark(class),
        accounts: bench.count(told.accounts.get(at).copied().unwrap_or(0)),
        arr: bench.arr(arr),
        chance: entry(
            ["chance/", class.slug()].concat(),
            text,
            "%",
            matches!(chance, Chance::Wrong).then(wrong),
        ),
        proposed: match chance {
            Chance::Proposed(share) => Some(["proposed: ", &bench.share(share)].concat()),
            _ => None,
        },
        loss: money(bench, &book.evaluate(loss)),
    }
}

fn entry(key: String, text: String, suffix: &str, problem: Option<String>) -> EntryView {
    EntryView { key, text, rest: "", prefix: String::new(), suffix: suffix.into(), problem }
}

fn money(bench: &Bench<'_>, outcome: &Outcome) -> String {
    outcome
        .as_ref()
        .map_or_else(|_| DASH.into(), |value| bench.context.writer.value(metrics::EXPECTED_LOSS.unit, value))
}

fn total(bench: &Bench<'_>, book: &Book) -> String {
    match (book.evaluate(&metrics::EXPECTED_LOSS), book.evaluate(&metrics::EXPECTED_LOSS_SHARE)) {
        (Ok(loss), Ok(share)) => {
            let loss = bench.context.writer.value(metrics::EXPECTED_LOSS.unit, &loss);
            ["In all, ", &loss, " of ARR is expected to be lost within a year: ", &bench.share(&share), " of what scored accounts pay."].concat()
        }
        _ => "Type for each class how many of a hundred accounts leave within a year, and see what is expected to be lost.".into(),
    }
}

fn save(bench: &Bench<'_>) -> EntryView {
    let text = bench.lab.document.save.clone();
    let is_wrong = !text.trim().is_empty() && text.trim().parse::<u32>().is_err();
    entry(
        "save".into(),
        text,
        "accounts",
        is_wrong.then(|| "This is a whole number of accounts, such as 10.".into()),
    )
}

fn saved(bench: &Bench<'_>, told: &MoneyTold, book: &Book) -> String {
    let arr = bench.arr(told.saved.first().copied().unwrap_or(0));
    let (who, pay) = match told.saved_accounts {
        0 => return "No red account is to be saved.".into(),
        1 => ("The red account with the most ARR".to_owned(), " pays "),
        count => (["The ", &bench.count(count), " red accounts with the most ARR"].concat(), " pay "),
    };
    let worth = match book.evaluate(&metrics::VALUE_OF_SAVING) {
        Ok(value) => {
            let value = bench.context.writer.value(metrics::VALUE_OF_SAVING.unit, &value);
            let them =
                if told.saved_accounts == 1 { " Saving it is worth " } else { " Saving them is worth " };
            [them, &value, " a year: that times the chance that a red account leaves."].concat()
        }
        Err(_) => " What saving them is worth follows from the chance that a red account leaves.".into(),
    };
    [&who, pay, &arr, " a year.", &worth].concat()
}
