//! A question, as texts. They are read by hand: what serde would make of objects takes nine kilobytes more, after brotli.

use plimsoll_report::wire::{Accounts, Ahead, Given, GoalGiven, MoveGiven, TextGiven};

/// How many texts tell of a move.
const OF_MOVE: usize = 5;

/// All that is asked: texts by name, and lists of them.
pub(crate) struct Question {
    /// The inputs, as they are saved.
    pub(crate) inputs: Vec<(String, String)>,
    /// Own benchmarks, by place.
    pub(crate) pack: Vec<(String, String)>,
    /// Moves: lever, figure, how, how far, months.
    pub(crate) moves: Vec<String>,
    /// What the question is about.
    pub(crate) about: Vec<(String, String)>,
    /// Of one indicator after the other, its slug and what it weighs.
    pub(crate) weights: Vec<(String, String)>,
    /// The indicators of one account after the other; an empty name ends an account.
    pub(crate) accounts: Vec<(String, String)>,
}

/// Every second text names the one after it.
pub(crate) fn pairs(texts: Vec<String>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut texts = texts.into_iter();
    while let (Some(name), Some(text)) = (texts.next(), texts.next()) {
        pairs.push((name, text));
    }
    pairs
}

impl Question {
    /// What is said under this name; empty where nothing is.
    pub(crate) fn text(&self, name: &str) -> String {
        let found = self.about.iter().find(|(held, _)| held == name);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    pub(crate) fn given(&self) -> Given {
        let text = |texts: &[String], place: usize| texts.get(place).cloned().unwrap_or_default();
        let one = |texts: &[String]| MoveGiven {
            lever: text(texts, 0),
            figure: text(texts, 1),
            by: text(texts, 2),
            amount: text(texts, 3),
            months: text(texts, 4).parse().unwrap_or_default(),
        };
        Given {
            inputs: self.inputs.clone(),
            pack: self.pack.clone(),
            moves: self.moves.chunks_exact(OF_MOVE).map(one).collect(),
        }
    }

    pub(crate) fn goal(&self) -> GoalGiven {
        GoalGiven {
            metric: self.text("metric"),
            band: self.text("band"),
            value: self.text("value"),
            lever: self.text("lever"),
            figure: self.text("figure"),
        }
    }

    pub(crate) fn ahead(&self) -> Ahead {
        Ahead {
            months: self.text("months").parse().unwrap_or_default(),
            from_start: self.text("opening") == "start",
            arr: self.text("arr"),
        }
    }

    pub(crate) fn accounts(&self) -> Accounts {
        let (mut accounts, mut account) = (Vec::new(), Vec::new());
        let model = self.text("model");
        for (name, text) in &self.accounts {
            if name.is_empty() {
                accounts.push(core::mem::take(&mut account));
            } else {
                account.push((name.clone(), text.clone()));
            }
        }
        Accounts { model, weights: self.weights.clone(), accounts }
    }

    pub(crate) fn typed(&self) -> TextGiven {
        TextGiven {
            text: self.text("text"),
            mark: self.text("mark"),
            currency: self.text("currency"),
            figure: self.text("figure"),
        }
    }
}
