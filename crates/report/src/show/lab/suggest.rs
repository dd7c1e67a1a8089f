//! Weights that the accounts suggest, in words.

use plimsoll_forecast::validation::{LEAST_OF_EACH, LEFT_PER_INDICATOR, MOST_INDICATORS, MOST_TRAINED};
use plimsoll_metrics::Exact;

use super::shares::place;
use super::{Bench, check, refused, words};
use crate::lab::KeptModel;
use crate::lab::checked::{Aside, CheckAsk, NoSuggestion, SEED, SuggestedTold, WeightTold};
use crate::show::DASH;
use crate::view::lab::{SuggestView, SuggestedRow, SuggestedView, WayOut};

/// All weights together, in hundredths of a point.
const ALL: u32 = 10_000;

/// The question, and its answer once it is there.
pub(super) fn show(bench: &Bench<'_>) -> SuggestView {
    let asked = &bench.lab.suggested;
    let is_tried = bench.lab.document.before_suggestion.is_some();
    let answered = asked.answered();
    let found = answered.and_then(|(answer, ask)| Some((answer.as_ref().ok()?, ask)));
    SuggestView {
        about: "Weights are learnt from who left, by logistic regression with no weight below zero, and tested on accounts that were \
                kept back. It is a suggestion: it knows this table only, not what you plan or want an indicator to encourage.",
        ask: if answered.is_some() { "Suggest again" } else { "Suggest weights" },
        progress: asked.progress().map(|steps| check::progress(bench, steps)),
        stale: answered.filter(|(_, ask)| !is_of_now(bench, ask)).map(|_| check::STALE),
        answer: found.map(|(told, ask)| answer(bench, told, &ask.model)),
        refusal: answered.and_then(|(answer, ask)| Some(refusal(bench, answer.as_ref().err()?, &ask.model))),
        is_tried,
    }
}

/// Whether an answer is of the model as it is, or as it was before the suggestion was tried.
fn is_of_now(bench: &Bench<'_>, ask: &CheckAsk) -> bool {
    let now = bench.lab.check_ask();
    let before =
        bench.lab.document.before_suggestion.as_ref().map(|before| CheckAsk::new(before, now.snapshot));
    *ask == now || before.is_some_and(|before| *ask == before && is_tried(bench))
}

/// Whether the weights that count are the suggested ones.
fn is_tried(bench: &Bench<'_>) -> bool {
    let Some((Ok(told), _)) = bench.lab.suggested.answered() else { return false };
    let model = &bench.lab.document.model;
    let of_model =
        model.indicators.iter().map(|of| (of.slug.as_str(), crate::lab::typed::weight(&of.weight)));
    model.segments.is_empty()
        && of_model.eq(told.weights.iter().map(|(slug, _, of)| (slug.as_str(), Some(hundredths(of)))))
}

const fn hundredths(of: &Result<WeightTold, Aside>) -> u32 {
    match of {
        Ok(weight) => weight.hundredths,
        Err(_) => 0,
    }
}

fn answer(bench: &Bench<'_>, told: &SuggestedTold, model: &KeptModel) -> SuggestedView {
    let slugs = bench.lab.document.model.indicators.iter().map(|of| of.slug.as_str());
    let is_same = slugs.eq(told.weights.iter().map(|(slug, ..)| slug.as_str()));
    SuggestedView {
        finding: finding(bench, told),
        about: about(bench, told),
        cautions: cautions(bench, told, model),
        rows: rows(bench, told, model),
        can_try: is_same && !is_tried(bench),
    }
}

/// What it gains on accounts that it was not made from.
fn finding(bench: &Bench<'_>, told: &SuggestedTold) -> String {
    let [suggested, current] = [told.suggested, told.current].map(|area| bench.times_in_100(area.millionths));
    let pairs = [
        "Of two accounts that it did not learn from, the suggestion puts the one that left lower ",
        &suggested,
        ", your weights ",
        &current,
    ]
    .concat();
    let verdict = match told.difference {
        (_, Some((low, _))) if low > 0 => ": it is better by more than chance.",
        (_, Some((_, high))) if high < 0 => ": your weights are better by more than chance.",
        _ => ": that may be chance.",
    };
    [pairs.as_str(), verdict].concat()
}

fn about(bench: &Bench<'_>, told: &SuggestedTold) -> Vec<String> {
    let seed = SEED.to_string();
    let seed =
        ["Chance comes from a fixed seed, ", &seed, ", so the same accounts give the same suggestion."];
    vec![areas(bench, told), learnt_and_tested(bench, told), seed.concat()]
}

fn areas(bench: &Bench<'_>, told: &SuggestedTold) -> String {
    let signed = |share: i32| {
        let sign = if share < 0 { "−" } else { "+" };
        [sign, &bench.thousandth(share.unsigned_abs())].concat()
    };
    let (difference, ends) = told.difference;
    let ends = ends.map(|(low, high)| {
        [", from ", &signed(low), " to ", &signed(high), " with 95% confidence (DeLong)"].concat()
    });
    let [suggested, current] = [told.suggested, told.current].map(|area| bench.hundredth(area.millionths));
    let (difference, ends) = (signed(difference), ends.unwrap_or_default());
    ["Areas under the curve: ", &suggested, " and ", &current, ", a difference of ", &difference, &ends, "."]
        .concat()
}

fn learnt_and_tested(bench: &Bench<'_>, told: &SuggestedTold) -> String {
    let (left, stayed) = told.learnt;
    let (all, left) = (bench.accounts_of(left.saturating_add(stayed)), bench.count(left));
    let tested = check::tested_on(bench, &told.basis, told.tested);
    let Some((earlier, later)) = told.apart else {
        let learnt = ["Learnt from ", &all, ", of which ", &left, " left; tested on ", &tested];
        return [&learnt.concat(), ", which chance kept back."].concat();
    };
    let (earlier, later) = (words::day_written(earlier), words::day_written(later));
    let learnt = ["Learnt from ", &all, " as of ", &earlier, ", of which ", &left, " had left by ", &later];
    [&learnt.concat(), "; tested on ", &tested, "."].concat()
}

fn cautions(bench: &Bench<'_>, told: &SuggestedTold, model: &KeptModel) -> Vec<String> {
    let mut cautions = check::cautions(bench, &told.basis, told.tested);
    if told.apart.is_none() {
        cautions.push("Both are of one time: whether it holds in another one has not been tested.".into());
    }
    if told.not_used > 0 {
        let most = bench.count(MOST_TRAINED as u64);
        cautions.push(
            [
                &bench.accounts_of(told.not_used),
                " were not learnt from: a part by chance is, where there are more than ",
                &most,
                ".",
            ]
            .concat(),
        );
    }
    if !model.segments.is_empty() {
        cautions.push("It is one list of weights for all, compared with your weights for all. Trying it takes the weights of segments away.".into());
    }
    cautions.push(
        "A weight of zero means that the others tell as much without it, not that it does not matter.".into(),
    );
    cautions
}

fn rows(bench: &Bench<'_>, told: &SuggestedTold, model: &KeptModel) -> Vec<SuggestedRow> {
    let sum = told.weights.iter().map(|(_, now, _)| *now).fold(0, u32::saturating_add);
    let share = |now: u32| {
        u64::from(now)
            .saturating_mul(ALL.into())
            .checked_div(sum.into())
            .and_then(|of| u32::try_from(of).ok())
            .unwrap_or(0)
    };
    let highest = told.weights.iter().map(|(_, now, of)| of.map_or(0, |of| of.interval.1).max(share(*now)));
    let most = highest.max().unwrap_or(0).max(1);
    let written = |hundredths: u32| bench.context.writer.number(&Exact::percent(hundredths.into()), 1);
    let row = |(slug, now, of): &(String, u32, Result<WeightTold, Aside>)| {
        let now = share(*now);
        SuggestedRow {
            name: name(model, slug),
            now: written(now),
            suggested: written(hundredths(of)),
            interval: of.map_or_else(
                |_| DASH.into(),
                |of| [&written(of.interval.0), " to ", &written(of.interval.1)].concat(),
            ),
            places: of.ok().map(|of| {
                [now, of.hundredths, of.interval.0, of.interval.1].map(|weight| place(weight, most))
            }),
            note: match of {
                Err(why) => Some(["Left out: ", &aside(bench, *why, model), "."].concat()),
                Ok(of) => missing(bench, of),
            },
        }
    };
    told.weights.iter().map(row).collect()
}

fn missing(bench: &Bench<'_>, of: &WeightTold) -> Option<String> {
    let (present, all) = of.present;
    let missing = all.saturating_sub(present);
    (missing > 0)
        .then(|| ["Not known of ", &bench.accounts_of(missing), ", for which its mean stood in."].concat())
}

fn aside(bench: &Bench<'_>, why: Aside, model: &KeptModel) -> String {
    match why {
        Aside::Constant(value) => ["the same value everywhere, ", &bench.points(value), " points"].concat(),
        Aside::MostlyMissing(0, _) => "known of no account".into(),
        Aside::MostlyMissing(present, all) => {
            ["known of only ", &bench.count(present), " of ", &bench.accounts_of(all)].concat()
        }
        Aside::SameAs(place) => {
            let other =
                model.indicators.get(usize::from(place)).map_or("another indicator", |of| of.term.as_str());
            ["the same as ", other, " everywhere"].concat()
        }
    }
}

fn name(model: &KeptModel, slug: &str) -> String {
    model.indicator(slug).map_or_else(|| slug.to_owned(), |(_, of)| of.term.clone())
}

fn refusal(bench: &Bench<'_>, why: &NoSuggestion, model: &KeptModel) -> WayOut {
    let (what, way_out) = match why {
        NoSuggestion::NoOutcomes => return check::no_outcomes(),
        NoSuggestion::NobodyLeft => ("Nobody is known to have left after this snapshot.".into(), check::more_churn().into()),
        NoSuggestion::NobodyStayed => return check::nobody_stayed(),
        NoSuggestion::TooFewToLearn(left, stayed, needed) => too_few_to_learn(bench, *left, *stayed, *needed),
        NoSuggestion::TooFewToTest(left, stayed) => (
            [
                "Of the accounts kept back for the test ", &bench.count(*left), " left and ", &bench.count(*stayed), " stayed. It takes ",
                &bench.count(LEAST_OF_EACH), " of each to test a suggestion.",
            ]
            .concat(),
            check::more_churn().into(),
        ),
        NoSuggestion::NoneUsable(reasons) => {
            let told = reasons.iter().map(|(slug, why)| [&name(model, slug), " is ", &aside(bench, *why, model)].concat());
            (
                ["No indicator can be learnt from: ", &told.collect::<Vec<_>>().join("; "), "."].concat(),
                "Choose columns that are filled and differ between accounts, under “How it counts”.".into(),
            )
        }
        NoSuggestion::NothingTells => (
            "No indicator is lower for those who left, so no weight above zero would help.".into(),
            "See under “How it counts” whether the better end of each indicator is the one that gives 100 points.".into(),
        ),
        NoSuggestion::TooManyIndicators => (
            ["Weights are learnt for ", &bench.count(MOST_INDICATORS as u64), " indicators at the most."].concat(),
            "Remove some of them.".into(),
        ),
        NoSuggestion::Refused(refusal) => {
            let (what, way_out) = refused(*refusal);
            (what.into(), way_out.into())
        }
    };
    WayOut { what, way_out }
}

fn too_few_to_learn(bench: &Bench<'_>, left: u64, stayed: u64, needed: u64) -> (String, String) {
    let what = [
        "Among the accounts to learn from ",
        &bench.count(left),
        " left and ",
        &bench.count(stayed),
        " stayed. It takes ",
        &bench.count(needed),
        " of each, ",
        &bench.count(LEFT_PER_INDICATOR),
        " for every indicator, to learn weights that mean something.",
    ]
    .concat();
    (what, [check::more_churn(), " Fewer indicators need fewer, too."].concat())
}
