//! What follows for the reader's own benchmarks: lines that are moved, files that are chosen.

use std::rc::Rc;

use plimsoll_metrics::find_metric;

use super::{Action, Inputs, StepKind, Texts};
use crate::choices;
use crate::pack::{Entries, Fault, Lines, NAME, Reason, kept};

/// What follows from an action for the benchmarks.
pub(super) enum Followed {
    /// It is about something else.
    Elsewhere,
    /// The inputs are these now.
    Changed(Box<Inputs>, StepKind),
    /// A file is refused, and everything stays.
    Refused(Fault),
}

/// What follows from an action; nothing where nothing does.
pub(super) fn changed(inputs: &Inputs, lines: &Lines, action: &Action) -> Option<Followed> {
    let segment = choices::read(inputs).segment;
    let (benchmarks, pack, step) = match action {
        Action::LineMoved { metric: slug, position, by } => {
            let of = (find_metric(slug)?, segment);
            let moved = lines.with_line_moved(&inputs.benchmarks, of, *position, *by)?;
            (moved, inputs.pack.clone(), StepKind::Lines(slug.clone()))
        }
        Action::LinesReset(slug) => {
            let back = lines.with_lines_back(&inputs.benchmarks, find_metric(slug)?, segment);
            (back, inputs.pack.clone(), StepKind::LinesBack)
        }
        Action::PackChosen { kind, texts } => match loaded(kind, texts) {
            Ok(pack) => (Texts::default(), pack.into(), StepKind::Pack),
            Err(fault) => return Some(Followed::Refused(fault)),
        },
        Action::PackNamed(name) => {
            let mut named = inputs.benchmarks.clone();
            named.set(NAME, name);
            (named, inputs.pack.clone(), StepKind::PackName)
        }
        Action::PackClosed => (Texts::default(), Rc::default(), StepKind::PackBack),
        _ => return Some(Followed::Elsewhere),
    };
    Some(Followed::Changed(Box::new(Inputs { benchmarks, pack, ..inputs.clone() }), step))
}

/// The text in which the pack of a chosen file is kept.
fn loaded(kind: &str, texts: &[String]) -> Result<String, Fault> {
    let whole = |reason| Fault { place: String::new(), reason };
    let text = |place: usize| texts.get(place).cloned().unwrap_or_default();
    match kind {
        "entries" => {
            let pairs = texts.chunks_exact(2);
            let entries: Entries =
                pairs.filter_map(|pair| Some((pair.first()?.clone(), pair.get(1)?.clone()))).collect();
            kept(&entries)
        }
        "syntax" => Err(whole(Reason::NotJson(text(0), text(1)))),
        "large" => Err(whole(Reason::TooLarge)),
        "deep" => Err(whole(Reason::TooDeep)),
        _ => Err(whole(Reason::Unopened)),
    }
}
