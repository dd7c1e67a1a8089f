//! Goals, sensitivity and the grid as text.

use plimsoll_report::view::{AskView, GoalView, GridView, StepEffect, TakeHow, TornadoView};

use super::{Out, options};

/// An answer, and the others where they are few: those of every metric would only repeat themselves.
fn asked(ask: &AskView) -> String {
    let count = ask.options.len();
    if count <= 20 {
        return format!("{}: {}", ask.label, options(&ask.options));
    }
    let chosen = ask.options.iter().filter(|option| option.selected).map(|option| option.label.as_str());
    format!("{}: [{}], of {count}", ask.label, chosen.collect::<Vec<_>>().join(", "))
}

impl Out {
    pub(super) fn goal(&mut self, view: &GoalView) {
        self.title("GOAL");
        for ask in &view.asks {
            self.line(0, &asked(ask));
        }
        if let Some(number) = &view.value {
            self.line(0, &format!("Value: {} “{}” {}", number.prefix, number.text, number.suffix));
            self.maybe(1, "! ", number.problem.as_ref());
        }
        self.line(0, &format!("{:?}: {}", view.outcome, view.answer));
        view.notes.iter().for_each(|note| self.line(1, note));
        if let Some(take) = &view.take {
            let how = match &take.how {
                TakeHow::Scenario { name, lever, text } => format!("“{name}”, {lever} by {text}"),
                TakeHow::Figure { figure, text } => format!("{figure} is {text}"),
            };
            self.line(1, &format!("[{}] {how}", take.label));
            self.maybe(2, "", take.rests.as_ref());
        }
    }

    pub(super) fn tornado(&mut self, view: &TornadoView) {
        self.title("TORNADO");
        self.line(0, &asked(&view.ask));
        self.line(0, &format!("{} Zero at {}.", view.finding, view.zero.0));
        let effect = |effect: &StepEffect| match effect {
            StepEffect::Changes { from, to, text, reading } => {
                format!("{text} ({reading:?}), {} to {}", from.0, to.0)
            }
            StepEffect::Nothing(reason) => format!("– {reason}"),
        };
        for row in &view.rows {
            let (down, up) = (effect(&row.down), effect(&row.up));
            self.line(1, &format!("{}, {}, by {}: less {down}; more {up}", row.label, row.now, row.step));
        }
    }

    pub(super) fn grid(&mut self, view: &GridView) {
        self.title("GRID");
        for ask in &view.asks {
            self.line(0, &asked(ask));
        }
        self.line(0, &view.caption);
        self.line(
            1,
            &format!("{} down, {} across: {}", view.sides.0, view.sides.1, view.columns.join(" | ")),
        );
        for row in &view.rows {
            let cells = row.cells.iter().map(|cell| {
                let band = cell.band.as_ref().map(|(name, _)| format!(" {name}")).unwrap_or_default();
                let reason = cell.reason.as_ref().map(|reason| format!(" {reason}")).unwrap_or_default();
                format!("{}{}{band}{reason}", if cell.is_now { "*" } else { "" }, cell.text)
            });
            let cells: Vec<String> = cells.collect();
            self.line(1, &format!("{}: {}", row.setting, cells.join(" | ")));
        }
        for (name, standing) in &view.bands {
            self.line(1, &format!("{name} ({standing:?})"));
        }
        self.maybe(0, "", view.note.as_ref());
    }
}
