//! What an embed was asked for, read: what is not known is left out, and said.

use plimsoll_forecast::Lever;
use plimsoll_metrics::{Metric, find_figure, find_metric, metrics};

use super::words::{Part, choice_words};
use crate::format::Formatter;
use crate::state::Inputs;

/// The most metrics that one embed shows.
const MOST_METRICS: usize = 24;

/// The longest word that a sentence repeats.
const LONGEST_WORD: usize = 40;

/// The options of an embed, read.
pub(crate) struct Asked {
    pub(crate) inputs: Inputs,
    pub(crate) metrics: Vec<&'static Metric>,
    parts: Vec<Part>,
    /// What is not known, in a sentence each.
    pub(crate) notes: Vec<String>,
}

impl Asked {
    /// Reads the options. Without any figure, those of the worked example count.
    pub(crate) fn read(options: &[(String, String)], formatter: &dyn Formatter) -> Self {
        let has_figures = options.iter().any(|(name, _)| name.starts_with("figures"));
        let inputs = if has_figures { Inputs::default() } else { Inputs::example() };
        let inputs = inputs.with_decimal_mark(formatter.decimal_mark());
        let mut asked = Self { inputs, metrics: Vec::new(), parts: Vec::new(), notes: Vec::new() };
        for (name, text) in options {
            asked.take(name, text);
        }
        if asked.metrics.is_empty() {
            asked.metrics.push(&metrics::NET_REVENUE_RETENTION);
        }
        if asked.parts.is_empty() {
            asked.parts.extend(Part::USUAL);
        }
        asked
    }

    /// Whether a part is to be shown.
    pub(crate) fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    fn take(&mut self, name: &str, text: &str) {
        if let Some((table, slug)) = name.split_once('.') {
            return self.enter(table, slug, text);
        }
        match name {
            "metrics" => text
                .split([',', ' ', '\n', '\t'])
                .filter(|word| !word.is_empty())
                .for_each(|word| self.ask(word)),
            "parts" => text
                .split([',', ' ', '\n', '\t'])
                .filter(|word| !word.is_empty())
                .for_each(|word| self.open(word)),
            _ => self.choose(name, text.trim()),
        }
    }

    fn ask(&mut self, slug: &str) {
        match find_metric(slug) {
            Some(metric) if self.metrics.contains(&metric) => {}
            Some(_) if self.metrics.len() >= MOST_METRICS => {
                let most = ["No more than ", &MOST_METRICS.to_string(), " metrics are shown."].concat();
                if !self.notes.contains(&most) {
                    self.notes.push(most);
                }
            }
            Some(metric) => self.metrics.push(metric),
            None => self.unknown("metric", slug),
        }
    }

    fn open(&mut self, word: &str) {
        match Part::ALL.into_iter().find(|part| part.slug() == word) {
            Some(part) => self.parts.push(part),
            None => self.unknown("part", word),
        }
    }

    /// A figure, a metric that is known, or a lever.
    fn enter(&mut self, table: &str, slug: &str, text: &str) {
        match table {
            "figures" => match (find_figure(slug), find_metric(slug)) {
                (Some(_), _) => self.inputs.figures.set(slug, text),
                (None, Some(_)) => self.inputs.known.set(slug, text),
                (None, None) => self.unknown("figure", slug),
            },
            "levers" if Lever::ALL.into_iter().any(|lever| lever.slug() == slug) => {
                self.inputs.levers.set(slug, text);
            }
            _ => self.unknown("lever", slug),
        }
    }

    /// One of an option's words. An empty text is no choice.
    fn choose(&mut self, name: &str, text: &str) {
        let place = match name {
            "window" => &mut self.inputs.window,
            "currency" => &mut self.inputs.currency,
            "segment" => &mut self.inputs.segment,
            "industry" => &mut self.inputs.industry,
            "stage" => &mut self.inputs.stage,
            _ => return,
        };
        let known = choice_words(name).into_iter().find(|word| word.eq_ignore_ascii_case(text));
        match known {
            Some(word) => word.clone_into(place),
            None if text.is_empty() && !matches!(name, "window" | "currency") => place.clear(),
            None if text.is_empty() => {}
            None => self.unknown(name, text),
        }
    }

    fn unknown(&mut self, what: &str, word: &str) {
        let short = word.get(..word.floor_char_boundary(LONGEST_WORD)).unwrap_or_default();
        self.notes.push(["There is no ", what, " “", short, "”."].concat());
    }
}
