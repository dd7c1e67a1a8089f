//! Actions as texts: from the program that shows a view of its own to the page, which works them out.

use super::Action;

/// The actions that are carried, each with its word and its texts: both ways are made from one row.
macro_rules! carried {
    ($($word:literal $name:ident $(($text:ident))? $({ $($part:ident),* })?;)*) => {
        /// An action as texts, its word first; nothing for an action that no view of its own brings about.
        ///
        /// ```
        /// use plimsoll_report::{Action, carried, taken};
        /// let opened = Action::ViewOpened("benchmarks:churn".into());
        /// assert_eq!(carried(&opened).and_then(|texts| taken(&texts)), Some(opened));
        /// ```
        #[must_use]
        pub fn carried(action: &Action) -> Option<Vec<String>> {
            match action {
                $(Action::$name $(($text))? $({ $($part),* })? => {
                    Some(vec![$word.to_owned() $(, $text.clone())? $($(, $part.clone())*)?])
                })*
                _ => None,
            }
        }

        /// The action that these texts carry.
        #[must_use]
        pub fn taken(texts: &[String]) -> Option<Action> {
            match texts {
                $([word $(, $text)? $($(, $part)*)?] if word == $word => {
                    Some(Action::$name $(($text.clone()))? $({ $($part: $part.clone()),* })?)
                })*
                _ => None,
            }
        }
    };
}

carried! {
    "view" ViewOpened(text);
    "convention" ConventionChosen { metric, convention };
    "annualising" AnnualisingChosen(text);
    "pack-named" PackNamed(text);
    "pack-saved" PackSaved;
    "pack-closed" PackClosed;
    "scenario-kept" ScenarioKept;
    "scenario-told" ScenarioTold { key, text };
    "scenario-removed" ScenarioRemoved(text);
    "scenario-made" ScenarioMade { name, moves };
    "asked" Asked { what, text };
    "lab" LabChanged(text);
    "figure" FigureTyped { figure, text };
    "text-copied" TextCopied(text);
    "settled" Settled;
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
            Action::TextCopied(one()),
            Action::LabChanged(one()),
            Action::ConventionChosen { metric: one(), convention: other() },
            Action::ScenarioTold { key: one(), text: other() },
            Action::ScenarioMade { name: one(), moves: other() },
            Action::Asked { what: one(), text: other() },
            Action::FigureTyped { figure: one(), text: other() },
            Action::ScenarioKept,
            Action::PackSaved,
            Action::PackClosed,
            Action::Settled,
        ];
        for action in actions {
            assert_eq!(carried(&action).and_then(|texts| taken(&texts)), Some(action));
        }
        assert_eq!(carried(&Action::Undone), None);
        assert_eq!(taken(&["figure".to_owned()]), None);
    }
}
