//! What the worker said.

use std::rc::Rc;

use super::super::checked::Suggesting;
use super::super::message::{Facts, LabMessage, Scored};
use super::{Asked, Effect, Lab, Looks};

impl Lab {
    pub(super) fn hear(&mut self, message: &LabMessage) -> Vec<Effect> {
        self.is_lost = false;
        self.is_awaited &= !matches!(message, LabMessage::Scored(_) | LabMessage::Refused(_));
        match message {
            LabMessage::Facts(facts) => self.hear_facts(facts),
            LabMessage::Scored(scored) => self.hear_scores((**scored).clone()),
            LabMessage::Rows(rows) => {
                if let Some((scored, _)) = &mut self.scored {
                    Rc::make_mut(scored).table.clone_from(rows);
                }
                Vec::new()
            }
            LabMessage::Compared(compared) => {
                self.compared = Some(compared.clone());
                Vec::new()
            }
            LabMessage::Checked(checked) => {
                self.checked.answer((**checked).clone());
                Vec::new()
            }
            LabMessage::Checking(Some(steps)) => {
                self.checked.go_on(*steps);
                Vec::new()
            }
            LabMessage::Checking(None) => {
                self.checked.stop();
                Vec::new()
            }
            LabMessage::Suggesting(suggesting) => {
                self.hear_suggestion(suggesting);
                Vec::new()
            }
            LabMessage::Chances(chances) => {
                self.chances.clone_from(chances);
                Vec::new()
            }
            LabMessage::Table(bytes) => vec![Effect::Save("accounts-scored.csv", "text/csv", bytes.clone())],
            LabMessage::Refused(refusal) => {
                self.refusal = Some(*refusal);
                Vec::new()
            }
        }
    }

    fn hear_scores(&mut self, mut scored: Scored) -> Vec<Effect> {
        self.refusal = None;
        if let Some((before, _)) = self.scored.as_ref().filter(|_| self.owes_sums) {
            // Sums that were not asked for stay until they are: what shows them waits as well.
            scored.money = scored.money.or_else(|| before.money.clone());
            scored.team = scored.team.or_else(|| before.team.clone());
        }
        self.scored = self.asked.clone().map(|asked| (Rc::new(scored), asked));
        Vec::new()
    }

    fn hear_facts(&mut self, facts: &Facts) -> Vec<Effect> {
        let facts = Rc::new(facts.clone());
        self.refusal = None;
        self.scored = None;
        self.origin = None;
        (self.compared, self.chances) = (None, None);
        self.looks = Looks::default();
        // What was found of other accounts says nothing of these.
        (self.checked, self.suggested) = (Asked::default(), Asked::default());
        if self.known.is_empty() {
            // Nothing was decided yet: the model reads the columns that are there.
            self.document.told("back", "", "", &facts);
        }
        self.facts = Some(facts);
        self.begins = true;
        self.look_again()
    }

    fn hear_suggestion(&mut self, suggesting: &Suggesting) {
        match suggesting {
            Suggesting::Working(done, of) => self.suggested.go_on((*done, *of)),
            Suggesting::Done(told) => self.suggested.answer(Ok((**told).clone())),
            Suggesting::Refused(why) => self.suggested.answer(Err(why.clone())),
            Suggesting::Stopped => self.suggested.stop(),
        }
    }

    /// What stands below the results waits, or does no more: then it is asked what was left out meanwhile.
    pub(super) fn wait_below(&mut self, waits: bool) -> Vec<Effect> {
        self.below_waits = waits;
        if !waits && std::mem::take(&mut self.owes_sums) { self.ask(false) } else { Vec::new() }
    }

    /// There are no accounts any more.
    pub(super) fn close(&mut self) -> Vec<Effect> {
        (self.facts, self.scored, self.origin, self.refusal) = (None, None, None, None);
        (self.checked, self.suggested) = (Asked::default(), Asked::default());
        (self.compared, self.chances) = (None, None);
        Vec::new()
    }
}
