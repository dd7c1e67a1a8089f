//! Actions as texts: from the program that shows a view of its own to the page, which works them out.

use super::Action;

/// The words by which actions of one text go. A new one is a row here.
type OfText = (&'static str, fn(String) -> Action);

static OF_TEXT: [OfText; 6] = [
    ("view", Action::ViewOpened),
    ("annualising", Action::AnnualisingChosen),
    ("pack-named", Action::PackNamed),
    ("scenario-removed", Action::ScenarioRemoved),
    ("explanation", Action::ExplanationToggled),
    ("text-copied", Action::TextCopied),
];

/// An action as texts, its word first; nothing for an action that no view of its own brings about.
///
/// ```
/// use plimsoll_report::{Action, carried, taken};
/// let opened = Action::ViewOpened("benchmarks:churn".into());
/// assert_eq!(carried(&opened).and_then(|texts| taken(&texts)), Some(opened));
/// ```
#[must_use]
pub fn carried(action: &Action) -> Option<Vec<String>> {
    let of = |word: &str, texts: &[&String]| {
        Some(std::iter::once(word.to_owned()).chain(texts.iter().map(|text| (*text).clone())).collect())
    };
    match action {
        Action::ViewOpened(text) => of("view", &[text]),
        Action::AnnualisingChosen(text) => of("annualising", &[text]),
        Action::PackNamed(text) => of("pack-named", &[text]),
        Action::ScenarioRemoved(text) => of("scenario-removed", &[text]),
        Action::ExplanationToggled(text) => of("explanation", &[text]),
        Action::TextCopied(text) => of("text-copied", &[text]),
        Action::ConventionChosen { metric, convention } => of("convention", &[metric, convention]),
        Action::GoalTaken { name, lever, text } => of("goal", &[name, lever, text]),
        Action::ScenarioTold { key, text } => of("scenario-told", &[key, text]),
        Action::Asked { what, text } => of("asked", &[what, text]),
        Action::FigureTyped { figure, text } => of("figure", &[figure, text]),
        Action::LeverMoved { lever, text } => of("lever", &[lever, text]),
        Action::ScenarioKept => of("scenario-kept", &[]),
        Action::PackSaved => of("pack-saved", &[]),
        Action::PackClosed => of("pack-closed", &[]),
        Action::LeversReset => of("levers-reset", &[]),
        Action::Settled => of("settled", &[]),
        _ => None,
    }
}

/// The action that these texts carry.
#[must_use]
pub fn taken(texts: &[String]) -> Option<Action> {
    let [word, rest @ ..] = texts else { return None };
    match (word.as_str(), rest) {
        ("scenario-kept", []) => Some(Action::ScenarioKept),
        ("pack-saved", []) => Some(Action::PackSaved),
        ("pack-closed", []) => Some(Action::PackClosed),
        ("levers-reset", []) => Some(Action::LeversReset),
        ("settled", []) => Some(Action::Settled),
        (word, [text]) => {
            OF_TEXT.iter().find(|(own, _)| *own == word).map(|(_, action)| action(text.clone()))
        }
        ("goal", [name, lever, text]) => {
            Some(Action::GoalTaken { name: name.clone(), lever: lever.clone(), text: text.clone() })
        }
        (word, [one, text]) => two(word, one.clone(), text.clone()),
        _ => None,
    }
}

fn two(word: &str, one: String, text: String) -> Option<Action> {
    Some(match word {
        "convention" => Action::ConventionChosen { metric: one, convention: text },
        "scenario-told" => Action::ScenarioTold { key: one, text },
        "asked" => Action::Asked { what: one, text },
        "figure" => Action::FigureTyped { figure: one, text },
        "lever" => Action::LeverMoved { lever: one, text },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_carried_arrives() {
        let (one, other) = (|| "one".to_owned(), || "other".to_owned());
        let actions = [
            Action::ViewOpened(one()),
            Action::AnnualisingChosen(one()),
            Action::PackNamed(one()),
            Action::ScenarioRemoved(one()),
            Action::ExplanationToggled(one()),
            Action::TextCopied(one()),
            Action::ConventionChosen { metric: one(), convention: other() },
            Action::ScenarioTold { key: one(), text: other() },
            Action::GoalTaken { name: one(), lever: other(), text: "-2".into() },
            Action::Asked { what: one(), text: other() },
            Action::FigureTyped { figure: one(), text: other() },
            Action::LeverMoved { lever: one(), text: other() },
            Action::ScenarioKept,
            Action::PackSaved,
            Action::PackClosed,
            Action::LeversReset,
            Action::Settled,
        ];
        for action in actions {
            assert_eq!(carried(&action).and_then(|texts| taken(&texts)), Some(action));
        }
        assert_eq!(carried(&Action::Undone), None);
        assert_eq!(taken(&["figure".to_owned()]), None);
    }
}
