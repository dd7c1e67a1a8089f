//! The view of what-ifs.

mod again;
mod ahead;
mod answer;
mod ask;
mod compare;
mod editor;
mod goal;
mod grid;
mod milestones;
mod projection;
mod sentence;
mod shares;
mod take;
mod tornado;
mod uncertainty;

pub(super) use again::is_same_view;
pub(super) use editor::keep;
pub(crate) use goal::{Aim, Sought};
pub(crate) use projection::{asked_target, projected_months};
pub use uncertainty::DrawState;
pub(super) use uncertainty::show as uncertainty;

use plimsoll_forecast::Applied;

use super::Context;
use crate::scenarios::{self, Named};
use crate::state::{Inputs, State};
use crate::view::WhatIfsView;

/// A scenario, and the book after it. Everything is worked out from the figures as they are, so that no scenario is ever
/// of another base.
struct Worked {
    named: Named,
    applied: Applied,
}

impl Worked {
    /// All that the parts of the page are shown from, with this scenario in place of the levers.
    fn context<'a>(&'a self, page: &Context<'a>) -> Context<'a> {
        let after = &self.applied.book;
        Context { after, moved: *after != *page.before, lever_problems: &[], ..*page }
    }

    /// Its name for people.
    fn name(&self) -> String {
        name_of(&self.named)
    }
}

/// A scenario's name for people.
fn name_of(named: &Named) -> String {
    let name = named.name.trim();
    if name.is_empty() { "Unnamed".into() } else { name.into() }
}

/// Everything on the view. What rests on nothing that has changed since `before` is taken from there.
pub(super) fn show(
    context: &Context<'_>,
    state: &State,
    before: Option<(&Inputs, &WhatIfsView)>,
) -> WhatIfsView {
    let (inputs, read) = (state.inputs(), context.read);
    let worked = |named: Named| Worked { applied: named.scenario.apply(context.before), named };
    let all = scenarios::all(inputs, read.mark, read.levers.churn_scope);
    let all: Vec<Worked> = all.into_iter().map(worked).collect();
    WhatIfsView {
        scenarios: editor::show(context, inputs, &all),
        compare: compare::show(context, inputs, &all),
        projection: projection::show(context, inputs, &all),
        goal: again::kept(before, inputs, &["goal."], true, |view| &view.goal)
            .unwrap_or_else(|| goal::show(context, state)),
        tornado: again::kept(before, inputs, &["sensitivity."], false, |view| &view.tornado)
            .unwrap_or_else(|| tornado::show(context, state)),
        grid: again::kept(before, inputs, &["sensitivity.", "grid."], false, |view| &view.grid)
            .unwrap_or_else(|| grid::show(context, state)),
    }
}

#[cfg(test)]
mod tests;
