//! Page, lab and worker together: what is asked, what is answered, and what of it is shown.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it is surprised"
)]

mod table;

use std::rc::Rc;

use super::{NoCheck, NoSuggestion, Suggesting, Timing, ToldBy};
use crate::lab::{Desk, Document, Effect, Lab, LabAction, LabMessage};
use crate::view::lab::{CheckView, LabView, OpenLab, SheetView, SuggestView};
use crate::{English, Inputs, lab_view};
use table::{TWO, Table, bytes};

/// The lab and its worker.
struct Bench {
    lab: Lab,
    desk: Desk,
    kept: Vec<String>,
    steps: usize,
}

impl Bench {
    /// Opened with a table, of which three columns are weighed alike.
    fn new(table: Table) -> Self {
        let mut bench = Self { lab: Lab::default(), desk: Desk::default(), kept: Vec::new(), steps: 0 };
        bench.act(&LabAction::PageTold(Some(Box::new(Inputs::default()))));
        let told = bench.desk.take(&bytes(table));
        bench.act(&LabAction::Heard(Rc::new(told)));
        bench.tell("model", "four-dimensions");
        for slug in ["engagement", "relationship"] {
            bench.tell(&["indicator/", slug, "/remove"].concat(), "");
        }
        bench.tell("indicator", "Plan");
        for (slug, column) in [("usage", "Usage"), ("support", "Support"), ("plan", "Plan")] {
            bench.tell(&["measure/", slug, "/column"].concat(), column);
            bench.tell(&["measure/", slug, "/kind"].concat(), "score");
            bench.tell(&["weight/", slug].concat(), "20");
        }
        bench
    }

    fn tell(&mut self, key: &str, text: &str) {
        self.act(&LabAction::Told { key: key.into(), text: text.into() });
    }

    fn look(&mut self, what: &'static str, at: &str) {
        self.act(&LabAction::Looked { what, at: at.into() });
    }

    fn act(&mut self, action: &LabAction) {
        let (lab, effects) = std::mem::take(&mut self.lab).after(action);
        self.lab = lab;
        for effect in effects {
            match effect {
                Effect::Ask(request) => {
                    let told = self.desk.answer(&request);
                    self.act(&LabAction::Heard(Rc::new(told)));
                }
                Effect::Keep(text, true) => self.kept.push(text),
                _ => {}
            }
        }
    }

    /// Has the worker end what takes long.
    fn finish(&mut self) {
        while self.desk.is_busy() {
            let told = self.desk.step();
            self.steps += 1;
            self.act(&LabAction::Heard(Rc::new(told)));
        }
    }

    fn open(&self) -> Box<OpenLab> {
        match lab_view(&self.lab, &English) {
            Some(LabView::Open(open)) => open,
            other => panic!("{other:?}"),
        }
    }

    fn check(&mut self) -> CheckView {
        self.look("sheet", "check");
        self.act(&LabAction::CheckAsked);
        self.finish();
        self.checked()
    }

    fn checked(&self) -> CheckView {
        match self.open().below.unwrap().sheet {
            SheetView::Check(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn suggest(&mut self) -> SuggestView {
        self.look("sheet", "suggest");
        self.act(&LabAction::SuggestionAsked);
        self.finish();
        self.suggested()
    }

    fn suggested(&self) -> SuggestView {
        match self.open().below.unwrap().sheet {
            SheetView::Suggest(view) => view,
            other => panic!("{other:?}"),
        }
    }

    fn weights(&self) -> Vec<&str> {
        self.lab.document.model.indicators.iter().map(|of| of.weight.as_str()).collect()
    }
}

#[test]
fn a_score_from_before_is_held_against_who_left_since() {
    let mut bench = Bench::new(TWO);
    let view = bench.check();
    assert_eq!(view.outcomes, "120 of 600 accounts in the latest snapshot are marked as having left.");
    let chosen: Vec<bool> = view.moments.iter().map(|of| of.selected).collect();
    assert_eq!(chosen, [true, false], "the earlier one");
    let answer = view.answer.unwrap();
    assert!(answer.finding.starts_with(
        "Of two accounts, one that left and one that stayed, the score puts the one that left lower "
    ));
    assert!(
        answer.about[1]
            .contains("600 accounts as of 1970-04-11, of which 120 left within 180 days, until 1970-10-08"),
        "{:?}",
        answer.about
    );
    assert!(answer.cautions.iter().all(|text| !text.contains("same time")), "{:?}", answer.cautions);
    assert_eq!(answer.lift.rows.len(), 10);
    assert_eq!(answer.warnings[0].numbers.rows.len(), 2);
    assert!(answer.lead.contains("90 days"), "{}", answer.lead);
    assert_eq!(answer.steady.1.as_ref().unwrap().rows.len(), 3);
    assert_eq!(answer.segments.as_ref().unwrap().1.rows.len(), 2);
    assert!(answer.curve.points.len() <= 201 && answer.curve.marks.len() == 2);
}

/// All counts of the answer are those of the accounts.
#[test]
fn what_is_told_adds_up() {
    let mut bench = Bench::new(TWO);
    bench.check();
    let (checked, _) = bench.lab.checked.answered().unwrap();
    let verdict = checked.verdict.as_ref().unwrap();
    assert_eq!((checked.basis.told_by, checked.basis.timing), (ToldBy::Column, Timing::Within(180, 280)));
    assert_eq!(verdict.counted, (120, 480));
    for warning in &verdict.warnings {
        assert_eq!(warning.cells.iter().map(|cell| cell.0).sum::<u64>(), 600);
        assert_eq!(
            warning.cells.iter().map(|cell| cell.1).sum::<i64>(),
            (0..600).map(|account| 120_000 + account).sum::<i64>()
        );
    }
    assert_eq!(verdict.bins.iter().filter_map(|bin| bin.left).map(|rate| rate.total).sum::<u64>(), 600);
    assert_eq!(verdict.deciles.last().unwrap().1, 1_000_000);
    assert_eq!(verdict.segments.iter().map(|of| of.counted.0).sum::<u64>(), 120);
    let red = bench.lab.scored.as_ref().unwrap().0.classes[0].0;
    let warned = verdict.warnings[0].cells[0].0 + verdict.warnings[0].cells[1].0;
    assert_eq!(i64::try_from(warned).unwrap(), red, "signs are the same at both moments here, so red is");
}

#[test]
fn an_answer_of_the_model_as_it_was_says_so() {
    let mut bench = Bench::new(TWO);
    assert_eq!(bench.check().stale, None);
    bench.tell("name", "Ours");
    assert_eq!(bench.checked().stale, None, "a name changes nothing");
    bench.tell("weight/usage", "60");
    assert!(bench.checked().stale.is_some() && bench.checked().answer.is_some());
    assert_eq!(bench.check().stale, None);
    bench.look("checked", "1");
    assert!(bench.checked().stale.is_some(), "another snapshot is another question");
    let told = bench.desk.take(&bytes(TWO));
    bench.act(&LabAction::Heard(Rc::new(told)));
    bench.look("sheet", "check");
    assert_eq!(bench.checked().answer, None, "other accounts have no answer yet");
}

#[test]
fn scores_of_the_same_time_are_checked_with_a_warning() {
    let mut bench = Bench::new(Table { days: &[], has_day: false, ..TWO });
    let view = bench.check();
    let answer = view.answer.unwrap();
    assert!(view.moments.is_empty() && answer.cautions[0].contains("same time"), "{:?}", answer.cautions);
    assert!(answer.lead.contains("two or more snapshots"), "{}", answer.lead);
    let mut late = Bench::new(TWO);
    late.look("checked", "1");
    assert!(
        late.check().answer.unwrap().cautions[0].contains("same time"),
        "the latest snapshot is no test either"
    );
}

#[test]
fn who_is_in_no_later_snapshot_has_left_where_nothing_else_says_so() {
    let mut bench = Bench::new(Table { has_flag: false, has_day: false, ends: true, ..TWO });
    let answer = bench.check().answer.unwrap();
    assert!(answer.about[1].contains("of which 120 left"), "{:?}", answer.about);
    assert!(answer.cautions.iter().any(|text| text.contains("no later snapshot")));
    assert_eq!(bench.lab.checked.answered().unwrap().0.basis.told_by, ToldBy::Absence);
}

#[test]
fn days_alone_say_who_left() {
    let mut bench = Bench::new(Table { has_flag: false, ..TWO });
    let answer = bench.check().answer.unwrap();
    assert!(answer.about[1].contains("of which 120 left"), "{:?}", answer.about);
}

#[test]
fn what_cannot_be_checked_is_said_with_a_way_out() {
    let cases = [
        (
            Table { days: &[], has_flag: false, has_day: false, ..TWO },
            NoCheck::NoOutcomes,
            "Nothing says who left.",
        ),
        (Table { leave: 0, ..TWO }, NoCheck::NobodyLeft, "Nobody who has a score left."),
        (Table { leave: 100, ..TWO }, NoCheck::NobodyStayed, "Every account that has a score left."),
        (
            Table { leave: 1, ..TWO },
            NoCheck::TooFewLeft(6),
            "Only 6 accounts with a score left. With fewer than 10 nothing can be said.",
        ),
        (
            Table { leave: 99, ..TWO },
            NoCheck::TooFewStayed(6),
            "Only 6 accounts with a score stayed. With fewer than 10 nothing can be said.",
        ),
    ];
    for (table, why, words) in cases {
        let mut bench = Bench::new(table);
        let refusal = bench.check().refusal.unwrap();
        assert_eq!(bench.lab.checked.answered().unwrap().0.verdict, Err(why));
        assert_eq!(refusal.what, words);
        assert!(refusal.way_out.ends_with('.'));
    }
    let mut alike = Bench::new(TWO);
    alike.tell("weight/usage", "0");
    alike.tell("weight/support", "0");
    assert_eq!(alike.check().refusal.unwrap().what, "Every account has the same score, 50.0.");
}

#[test]
fn weights_are_suggested_tried_and_left_again() {
    let mut bench = Bench::new(TWO);
    let view = bench.suggest();
    assert!(bench.steps > 50 && view.progress.is_none() && view.stale.is_none(), "{}", bench.steps);
    let answer = view.answer.unwrap();
    assert!(answer.finding.contains("it is better by more than chance"), "{}", answer.finding);
    assert!(answer.can_try && !view.is_tried);
    assert_eq!(answer.rows[2].note.as_deref(), Some("Left out: the same value everywhere, 50.0 points."));
    assert!(answer.about.iter().any(|text| text.contains("1885")));
    let before = bench.weights().join(" ");
    let steps = bench.kept.len();

    bench.act(&LabAction::SuggestionTried);
    let tried = bench.suggested();
    assert!(tried.is_tried && tried.stale.is_none() && !tried.answer.unwrap().can_try);
    assert_ne!(bench.weights().join(" "), before);
    assert_eq!(bench.kept.len(), steps + 1, "one step");
    assert!(Document::of_text(bench.kept.last().unwrap()).before_suggestion.is_some());

    bench.tell("red", "35");
    bench.act(&LabAction::SuggestionLeft);
    assert_eq!(bench.weights().join(" "), before);
    assert_eq!(bench.lab.document.model.red_below, "35", "what else was changed stays");
    assert!(!bench.suggested().is_tried);
}

#[test]
fn a_suggestion_is_the_same_each_time_and_can_be_stopped() {
    let mut bench = Bench::new(TWO);
    let first = bench.suggest().answer;
    assert_eq!(bench.suggest().answer, first);
    bench.act(&LabAction::SuggestionAsked);
    let told = bench.desk.step();
    bench.act(&LabAction::Heard(Rc::new(told)));
    assert!(bench.suggested().progress.is_some());
    bench.act(&LabAction::SuggestionStopped);
    assert!(!bench.desk.is_busy() && bench.suggested().progress.is_none());
    assert_eq!(bench.suggested().answer, first, "the last answer stays");
    assert_eq!(bench.desk.step(), LabMessage::Suggesting(Suggesting::Stopped));
}

#[test]
fn a_check_says_how_far_it_is_and_can_be_stopped() {
    let mut bench = Bench::new(TWO);
    let first = bench.check().answer;
    assert!(first.is_some() && bench.steps > 3, "a step for each snapshot, and three others");
    bench.act(&LabAction::CheckAsked);
    let told = bench.desk.step();
    bench.act(&LabAction::Heard(Rc::new(told)));
    let (text, place) = bench.checked().progress.unwrap();
    assert!(text.starts_with("Step 1 of ") && place.0 > 0, "{text}");
    assert_eq!(bench.checked().answer, first, "what was shown before stays");
    bench.act(&LabAction::CheckStopped);
    assert!(!bench.desk.is_busy() && bench.checked().progress.is_none());
    assert_eq!(bench.checked().answer, first, "and it stays when it is stopped");
    // A question about a weight comes in between, and is of the check as it was asked.
    bench.act(&LabAction::CheckAsked);
    bench.tell("weight/usage/slid", "100");
    bench.finish();
    assert!(bench.checked().stale.is_some() && bench.checked().progress.is_none());
}

#[test]
fn scoring_goes_on_while_weights_are_learnt() {
    let mut bench = Bench::new(TWO);
    bench.look("sheet", "suggest");
    bench.act(&LabAction::SuggestionAsked);
    bench.tell("weight/usage/slid", "100");
    assert!(bench.desk.is_busy());
    bench.finish();
    let view = bench.suggested();
    assert!(view.answer.is_some() && view.stale.is_some(), "it is of the weights as they were");
}

#[test]
fn where_there_are_later_outcomes_time_parts_learning_and_test() {
    let three = Table { days: &[100, 190, 280], ..TWO };
    let about = Bench::new(Table { after: &[45, 135], ..three }).suggest().answer.unwrap().about;
    assert!(about[1].starts_with("Learnt from 600 accounts as of 1970-04-11"), "{about:?}");
    assert!(about[1].contains("tested on") && about[1].contains("as of 1970-07-10"), "{about:?}");
    // Nobody leaves before the second snapshot: there is nothing to learn from.
    let about = Bench::new(Table { after: &[100], ..three }).suggest().answer.unwrap().about;
    assert!(about[1].contains("chance kept back"), "{about:?}");
}

#[test]
fn what_cannot_be_learnt_is_said_with_a_way_out() {
    let cases = [
        (Table { days: &[], has_flag: false, has_day: false, ..TWO }, "Nothing says who left."),
        (Table { leave: 0, ..TWO }, "Nobody is known to have left after this snapshot."),
        (
            Table { leave: 2, ..TWO },
            "Among the accounts to learn from 7 left and 411 stayed. It takes 20 of each, 10 for every indicator, to learn weights that mean \
             something.",
        ),
    ];
    for (table, words) in cases {
        assert_eq!(Bench::new(table).suggest().refusal.unwrap().what, words);
    }
    let mut bench = Bench::new(TWO);
    for slug in ["usage", "support"] {
        bench.tell(&["indicator/", slug, "/remove"].concat(), "");
    }
    assert_eq!(
        bench.suggest().refusal.unwrap().what,
        "No indicator can be learnt from: Plan is the same value everywhere, 50.0 points."
    );
    let is_named = matches!(bench.lab.suggested.answered().unwrap().0, Err(NoSuggestion::NoneUsable(reasons)) if reasons.len() == 1);
    assert!(is_named);
}
