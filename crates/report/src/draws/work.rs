//! The draws themselves, piece by piece, so that whoever has them drawn can stop at any moment.

use plimsoll_forecast::uncertainty::{
    AheadDraws, Estimate, FigureDraws, Influence, Spread, Subject, Uncertain, double,
};
use plimsoll_metrics::benchmarks::Segment;
use plimsoll_metrics::{Metric, PANELS};

use super::ask::{metric, seed, slug, uncertain};
use super::{Drawn, DrawnFan, DrawnMetric, Five, Weight};
use crate::pack::Lines;
use crate::read::{self, Read};
use crate::scenarios::{self, Named};
use crate::show::{asked_target, heads, projected_months};
use crate::state::Inputs;

/// How many draws a piece has.
const PIECE: usize = 1_024;

/// How many draws there are when something is said. The first is there within a moment, and already right to a percent; from
/// the second on, each scenario is drawn to its end before the next one, so that only one holds many.
const STAGES: [usize; 3] = [2_048, 10_240, 100_032];

/// The work on one set of inputs.
#[derive(Debug)]
pub struct Draws {
    lines: Lines,
    segment: Option<Segment>,
    figures: Option<FigureDraws>,
    /// The metric that was asked about.
    asked: Option<&'static Metric>,
    target: Option<f64>,
    /// The scenarios whose months are uncertain.
    ahead: Vec<Ahead>,
    found: Drawn,
    /// What is done next.
    stage: usize,
    turn: usize,
}

/// One scenario while it is drawn; its draws are let go once there are as many as are wanted.
#[derive(Debug)]
struct Ahead {
    scenario: String,
    draws: Option<AheadDraws>,
}

impl Draws {
    /// Nothing drawn yet.
    ///
    /// ```
    /// use plimsoll_report::{Action, Draws, State};
    /// let asked = Action::Asked { what: "range.churned-mrr".into(), text: "30k to 45k".into() };
    /// let mut draws = Draws::new(State::default().after(&asked).inputs());
    /// let first = loop {
    ///     if let Some(found) = draws.advance() { break found.clone() }
    /// };
    /// assert_eq!((first.draws, first.goal), (2_048, 100_032));
    /// assert_eq!(first.fans[0].scenario, "base");
    /// ```
    #[must_use]
    pub fn new(inputs: &Inputs) -> Self {
        let read = read::inputs(inputs);
        let uncertain = uncertain(inputs, &read);
        let seed = seed(inputs).unwrap_or_default();
        let wanted: Vec<&'static Metric> = PANELS.iter().flat_map(|panel| heads(panel)).collect();
        let mut found = Drawn { goal: goal(), ..Drawn::default() };
        let figures = FigureDraws::new(&read.book, &uncertain, &wanted, seed);
        let refused = figures.as_ref().err().and_then(|(place, _)| uncertain.get(*place));
        found.refused = refused.map(|input| slug(input.of));
        let all = scenarios::all(inputs, read.mark, read.levers.churn_scope);
        let ahead =
            all.into_iter().filter_map(|named| ahead(&read, &uncertain, inputs, named, seed)).collect();
        let figures = figures.ok();
        Self {
            lines: Lines::read(inputs),
            segment: read.choices.segment,
            asked: metric(inputs),
            target: asked_target(&read, inputs).and_then(|target| double(&target)),
            ahead: if figures.is_some() { ahead } else { Vec::new() },
            stage: if figures.is_some() { 0 } else { STAGES.len() },
            turn: 0,
            found,
            figures,
        }
    }

    /// Whether there is nothing left to draw.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.stage >= STAGES.len()
    }

    /// Draws one more piece, of about a millisecond. What was found so far, where there is something new to say.
    pub fn advance(&mut self) -> Option<&Drawn> {
        let wanted = *STAGES.get(self.stage)?;
        let is_last = wanted == goal() as usize;
        let told = match self.turn.checked_sub(1).map(|place| self.ahead.get_mut(place)) {
            // First the figures, then each scenario.
            None => {
                let figures = self.figures.as_mut()?;
                if figures.draws() < wanted {
                    figures.make_room(wanted);
                    figures.advance(PIECE.min(wanted.saturating_sub(figures.draws())));
                    return None;
                }
                self.tell_figures();
                is_last
            }
            Some(Some(ahead)) => {
                let draws = ahead.draws.as_mut()?;
                if draws.draws() < wanted {
                    draws.make_room(wanted);
                    draws.advance(PIECE.min(wanted.saturating_sub(draws.draws())));
                    return None;
                }
                let fan = fan(&ahead.scenario, draws, self.target);
                if is_last {
                    ahead.draws = None;
                }
                self.tell_fan(fan);
                is_last
            }
            Some(None) => {
                self.stage = self.stage.saturating_add(1);
                self.turn = 0;
                return (!is_last).then_some(&self.found);
            }
        };
        self.turn = self.turn.saturating_add(1);
        told.then_some(&self.found)
    }

    fn tell_figures(&mut self) {
        let Some(figures) = &mut self.figures else { return };
        let metrics: Vec<&'static Metric> = figures.metrics().collect();
        self.found.draws = count(figures.draws());
        self.found.contradictions = count(figures.contradictions());
        self.found.metrics.clear();
        for metric in metrics {
            // What has no value whatever is drawn is said by its card.
            let [window, annual] = figures.estimates(metric);
            if matches!(window, Estimate::Undefined(_) | Estimate::Certain) {
                continue;
            }
            let chances = self
                .lines
                .benchmarks
                .scale(metric, self.segment)
                .and_then(|scale| figures.chances(metric, &scale));
            self.found.metrics.push(DrawnMetric {
                slug: metric.slug.into(),
                counted: if let Estimate::Spread(spread) = &window { count(spread.draws) } else { 0 },
                window: five(&window),
                annual: five(&annual),
                bands: chances
                    .map(|chances| chances.bands.into_iter().map(count).collect())
                    .unwrap_or_default(),
            });
        }
        let about = self.found.about(self.asked);
        self.found.weights = about.map(|metric| weights(figures.influence(metric))).unwrap_or_default();
    }

    fn tell_fan(&mut self, fan: DrawnFan) {
        match self.found.fans.iter_mut().find(|held| held.scenario == fan.scenario) {
            Some(held) => *held = fan,
            None => self.found.fans.push(fan),
        }
    }
}

/// How many draws there are in the end.
fn goal() -> u32 {
    let [.., last] = STAGES;
    count(last)
}

pub(super) fn count(draws: usize) -> u32 {
    u32::try_from(draws).unwrap_or(u32::MAX)
}

fn five(estimate: &Estimate) -> Option<Five> {
    match estimate {
        Estimate::Spread(spread) => Some(of(spread)),
        _ => None,
    }
}

pub(super) const fn of(spread: &Spread) -> Five {
    [spread.p5, spread.p25, spread.p50, spread.p75, spread.p95]
}

fn weights(found: Vec<Influence<Subject>>) -> Vec<Weight> {
    let weight = |one: Influence<Subject>| Weight { slug: slug(one.input), correlation: one.correlation };
    found.into_iter().map(weight).collect()
}

fn fan(scenario: &str, draws: &mut AheadDraws, target: Option<f64>) -> DrawnFan {
    DrawnFan {
        scenario: scenario.into(),
        draws: count(draws.draws()),
        months: draws.fan().iter().map(|spread| spread.as_ref().map(of)).collect(),
        reached: target.and_then(|target| draws.chance_of_reaching(target)),
        weights: weights(draws.influence()),
    }
}

/// A scenario whose months are uncertain.
fn ahead(read: &Read, uncertain: &[Uncertain], inputs: &Inputs, named: Named, seed: u64) -> Option<Ahead> {
    let months = projected_months(read, inputs);
    let draws = AheadDraws::new(&read.book, uncertain, &named.scenario, months, seed).ok()?;
    Some(Ahead { scenario: named.slug, draws: Some(draws) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, State};

    fn typed(texts: &[(&str, &str)]) -> State {
        texts.iter().fold(State::default(), |state, (figure, text)| {
            state.after(&Action::Asked { what: ["range.", figure].concat(), text: (*text).into() })
        })
    }

    fn told(state: &State) -> impl Iterator<Item = Drawn> {
        let mut draws = Draws::new(state.inputs());
        std::iter::from_fn(move || {
            while !draws.is_done() {
                if let Some(found) = draws.advance() {
                    return Some(found.clone());
                }
            }
            None
        })
    }

    #[test]
    fn it_is_said_early_and_refined() {
        let told: Vec<Drawn> = told(&typed(&[("churned-mrr", "30k to 45k")])).collect();
        let draws: Vec<u32> = told.iter().map(|found| found.draws).collect();
        assert_eq!(draws, [2_048, 10_240, 100_032, 100_032, 100_032, 100_032]);
        let fans: Vec<u32> = told.iter().map(|found| found.fans.iter().map(|fan| fan.draws).sum()).collect();
        assert_eq!(fans, [6_144, 30_720, 30_720, 120_512, 210_304, 300_096]);
        let last = told.last().cloned().unwrap_or_default();
        let median = |found: &Drawn| {
            let net = found.metrics.iter().find(|metric| metric.slug == "net-revenue-retention")?;
            Some(net.window?[2])
        };
        // 240,000 + 28,800 − 6,000 − 37,500, of 240,000.
        assert!(median(&last).is_some_and(|median| (median - 0.938_75).abs() < 2e-4), "{:?}", median(&last));
        let net = last.metrics.iter().find(|metric| metric.slug == "net-revenue-retention");
        assert_eq!(net.map(|net| net.bands.iter().sum::<u32>()), Some(100_032));
        assert_eq!(last.weights.first().map(|first| first.slug.as_str()), Some("churned-mrr"));
    }

    #[test]
    fn the_same_seed_gives_the_same_answer_and_another_one_another() {
        let start = typed(&[("churned-mrr", "30k to 45k")]);
        let seeded = |seed: &str| {
            let asked = Action::Asked { what: super::super::SEED.into(), text: seed.into() };
            told(&start.clone().after(&asked)).next()
        };
        assert_eq!(seeded("7"), seeded("7"));
        assert_eq!(seeded(""), seeded("1"));
        assert_ne!(seeded("7"), seeded("8"));
    }

    #[test]
    fn figures_that_contradict_each_other_are_counted() {
        let first = told(&typed(&[("lost-customers", "100 to 400")])).next().unwrap_or_default();
        assert!((900..1_150).contains(&first.contradictions), "{}", first.contradictions);
        assert!(first.metrics.iter().all(|metric| metric.counted <= 2_048 - first.contradictions));
        assert!(first.fans.is_empty(), "MRR rests on nothing uncertain");
    }

    /// Without what acquisition costs LTV : CAC rests on the range and has no value: what matters is said of what has one.
    #[test]
    fn weights_are_of_a_metric_that_has_a_value() {
        let state = typed(&[("churned-mrr", "30k to 45k")]);
        let spend = Action::FigureTyped { figure: "acquisition-spend".into(), text: String::new() };
        let first = told(&state.after(&spend)).next().unwrap_or_default();
        assert!(first.metric(&plimsoll_metrics::metrics::LTV_CAC).is_none() && first.about(None).is_some());
        assert_eq!(first.weights.len(), 1);
    }

    #[test]
    fn a_known_metric_may_be_a_range() {
        let known = Action::KnownTyped { metric: "net-revenue-retention".into(), text: "100".into() };
        let state = State::default().after(&known);
        let range = "range.known.net-revenue-retention";
        let asked = Action::Asked { what: range.into(), text: "95 to 105%".into() };
        let first = told(&state.after(&asked)).next().unwrap_or_default();
        let net = first.metrics.iter().find(|metric| metric.slug == "net-revenue-retention");
        assert!(net.is_some_and(|net| net.window.is_some_and(|five| (five[2] - 1.0).abs() < 2e-3)));
        assert_eq!(first.fans.len(), 3);
    }
}
