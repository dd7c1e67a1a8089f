//! Learns weights from what became of the accounts: begun once, then step by step, and ended by being dropped.

use plimsoll_columns::accounts::Accounts;
use plimsoll_forecast::validation::{
    Fit, NoFit, Rows, Separation, SetAside, Step, Suggested, Suggestion, Tested,
};
use plimsoll_metrics::health::Model;

use super::super::checked::{
    Aside, Basis, CheckAsk, NoSuggestion, SEED, SuggestedTold, Suggesting, WeightTold,
};
use super::super::message::LabRefusal;
use super::check::{Ready, area_told, ready};
use super::fate::Fates;

/// A fit under way.
#[derive(Debug)]
pub(super) struct Fitting {
    fit: Fit,
    basis: Basis,
    /// Each indicator's name and its weight as it is.
    indicators: Vec<(String, u32)>,
}

/// Begins, or says why there is nothing to learn.
pub(super) fn begin(accounts: &Accounts, ask: &CheckAsk) -> Result<Fitting, NoSuggestion> {
    let model = ask.model.read().map_err(|_| NoSuggestion::Refused(LabRefusal::Model))?;
    let fates = Fates::of(accounts).ok_or(NoSuggestion::NoOutcomes)?;
    let ready = |snapshot, by| {
        ready(accounts, &fates, (&ask.model, &model), snapshot, by).map_err(NoSuggestion::Refused)
    };
    let here = ready(ask.snapshot, None)?;
    let earlier = match (fates.to_learn_from(ask.snapshot), fates.day(ask.snapshot)) {
        // What became of them has to be known before the test begins.
        (Some(earlier), day @ Some(_)) => Some(ready(earlier, day)?),
        _ => None,
    };
    let indicators: Vec<(String, u32)> =
        model.indicators.iter().map(|of| (of.slug.clone(), of.weight)).collect();
    let fit = fit(&model, &here, earlier.as_ref()).map_err(|why| no_suggestion(why, &indicators))?;
    Ok(Fitting { fit, basis: here.basis, indicators })
}

/// Parted by time where that can be, else by accounts.
fn fit(model: &Model, here: &Ready, earlier: Option<&Ready>) -> Result<Fit, NoFit> {
    let weights: Vec<u32> = model.indicators.iter().map(|of| of.weight).collect();
    let columns = here.columns();
    let rows = Rows { columns: &columns, outcomes: &here.outcomes, accounts: &here.numbers };
    let by_time = earlier.and_then(|earlier| {
        let columns = earlier.columns();
        let before = Rows { columns: &columns, outcomes: &earlier.outcomes, accounts: &earlier.numbers };
        Fit::new(&before, &weights, Separation::LaterTime(rows), SEED).ok()
    });
    by_time.map_or_else(|| Fit::new(&rows, &weights, Separation::OtherAccounts, SEED), Ok)
}

impl Fitting {
    /// How far it is before the first step.
    pub(super) const fn begun() -> Suggesting {
        Suggesting::Working(0, Fit::steps())
    }

    /// The next step; whatever does not go on is the end.
    pub(super) fn step(&mut self) -> Suggesting {
        match self.fit.step() {
            Ok(Step::Working { done, of }) => Suggesting::Working(done, of),
            Ok(Step::Done(found)) => Suggesting::Done(Box::new(self.told(&found))),
            Err(why) => Suggesting::Refused(no_suggestion(why, &self.indicators)),
        }
    }

    fn told(&self, found: &Suggestion) -> SuggestedTold {
        let named = self.indicators.iter().zip(&found.indicators);
        let weights = named.map(|((slug, now), of)| (slug.clone(), *now, weight(of)));
        let apart = match found.tested {
            Tested::LaterTime { earlier, later } => Some((earlier.first_snapshot.0, later.first_snapshot.0)),
            Tested::OtherAccounts { .. } => None,
        };
        let compared = &found.compared;
        SuggestedTold {
            basis: self.basis.clone(),
            weights: weights.collect(),
            apart,
            suggested: area_told(&compared.first),
            current: area_told(&compared.other),
            difference: (compared.difference.millionths, compared.difference.interval),
            learnt: (found.left, found.stayed),
            tested: (compared.left, compared.stayed),
            not_used: found.not_used,
        }
    }
}

fn weight(of: &Suggested) -> Result<WeightTold, Aside> {
    match of {
        Suggested::Weight(of) => Ok(WeightTold {
            hundredths: of.hundredths,
            interval: (of.low, of.high),
            present: (of.present, of.accounts),
        }),
        Suggested::None(why) => Err(aside(*why)),
    }
}

fn aside(why: SetAside) -> Aside {
    match why {
        SetAside::Constant { value } => Aside::Constant(value),
        SetAside::MostlyMissing { present, accounts } => Aside::MostlyMissing(present, accounts),
        SetAside::SameAs { indicator } => Aside::SameAs(u16::try_from(indicator).unwrap_or(u16::MAX)),
    }
}

fn no_suggestion(why: NoFit, indicators: &[(String, u32)]) -> NoSuggestion {
    match why {
        NoFit::NobodyLeft => NoSuggestion::NobodyLeft,
        NoFit::NobodyStayed => NoSuggestion::NobodyStayed,
        NoFit::TooFewToTrain { left, stayed, needed } => NoSuggestion::TooFewToLearn(left, stayed, needed),
        NoFit::TooFewToTest { left, stayed } => NoSuggestion::TooFewToTest(left, stayed),
        NoFit::NoneUsable(reasons) => {
            let named = indicators.iter().zip(reasons);
            NoSuggestion::NoneUsable(named.map(|((slug, _), why)| (slug.clone(), aside(why))).collect())
        }
        NoFit::NothingTells => NoSuggestion::NothingTells,
        NoFit::TooManyIndicators => NoSuggestion::TooManyIndicators,
        NoFit::LengthsDiffer
        | NoFit::NoIndicator
        | NoFit::NoCurrentWeight
        | NoFit::Twice { .. }
        | NoFit::Undated
        | NoFit::TimesOverlap { .. } => NoSuggestion::Refused(LabRefusal::Model),
    }
}
