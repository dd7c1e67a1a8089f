//! The view of what-ifs.

use super::Context;
use crate::scenarios::{self, Named};
use crate::state::State;
use crate::view::{ScenarioView, WhatIfsView};

/// Everything on the view.
pub(super) fn show(context: &Context<'_>, state: &State) -> WhatIfsView {
    let all = scenarios::all(state.inputs(), context.read.mark, context.read.levers.churn_scope);
    let view = |named: &Named| ScenarioView {
        slug: named.slug.clone(),
        name: named.name.clone(),
        moves: named.scenario.moves.len(),
        unread: named.problems.len(),
        is_own: named.is_own,
    };
    WhatIfsView { scenarios: all.iter().map(view).collect() }
}
