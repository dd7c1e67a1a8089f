//! The state of the lab: what the page told, what is decided, what is looked at, and what the worker said.

mod asked;
mod compared;
mod heard;
mod looks;

use std::rc::Rc;

use super::checked::{CheckAsk, Checked, NoSuggestion, SuggestedTold};
use super::document::Document;
use super::file::{self, FileFault};
use super::message::{ChancesTold, Compared, Facts, LabRefusal, LabRequest, ScoreAsk, Scored};
use super::{KeptModel, LabAction, typed};
use crate::state::Inputs;
pub(crate) use asked::Asked;
pub(crate) use looks::Looks;

/// The lab.
#[derive(Clone, Debug, Default)]
pub struct Lab {
    /// The page's inputs; nothing while another view is open.
    pub(crate) inputs: Option<Rc<Inputs>>,
    /// What is decided.
    pub(crate) document: Document,
    /// The document as the page knows it.
    known: String,
    /// What is looked at.
    pub(crate) looks: Looks,
    /// What the accounts are.
    pub(crate) facts: Option<Rc<Facts>>,
    /// The last scores, and the model that they are by.
    pub(crate) scored: Option<(Rc<Scored>, Rc<KeptModel>)>,
    /// The scores from before the move.
    pub(crate) origin: Option<Rc<Scored>>,
    /// The model that the worker was asked to score by.
    asked: Option<Rc<KeptModel>>,
    /// The comparison with an earlier model, as asked.
    pub(crate) compared: Option<Compared>,
    /// Whether the score tells who leaves.
    pub(crate) checked: Asked<Checked>,
    /// Weights that the accounts suggest, or why there are none.
    pub(crate) suggested: Asked<Result<SuggestedTold, NoSuggestion>>,
    /// Who left by class, as far as snapshots tell.
    pub(crate) chances: Option<ChancesTold>,
    /// Why the worker refuses.
    pub(crate) refusal: Option<LabRefusal>,
    /// Why the last file was no model.
    pub(crate) file_fault: Option<FileFault>,
    /// Whether the next change begins a move, whatever it is about.
    begins: bool,
    /// What the move is about: going on with the same slider or field is the same move.
    moving: String,
    /// Whether something is being typed that the page was told of: with what is typed next it is one step.
    is_typing: bool,
    /// Whether the worker was lost for good.
    pub(crate) is_lost: bool,
    /// Whether what stands below the results stays as it was drawn: it is out of sight, and something moves.
    pub(crate) below_waits: bool,
    /// Whether scores were asked for without the sums of the open sheet, which waits.
    owes_sums: bool,
    /// Whether scores are asked for and not there yet.
    is_awaited: bool,
}

/// What an action means for what lies around.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The worker is to be asked.
    Ask(Box<LabRequest>),
    /// The page is to keep the document; with `true`, what comes next is a step of its own.
    Keep(String, bool),
    /// A file is to be saved: its name, its kind and its bytes.
    Save(&'static str, &'static str, Vec<u8>),
    /// A made-up table is to be opened.
    Sample(String),
}

impl Lab {
    /// What follows from an action, and what it means for what lies around. Pure.
    #[must_use]
    pub fn after(mut self, action: &LabAction) -> (Self, Vec<Effect>) {
        let effects = self.follow(action);
        (self, effects)
    }

    /// Whether scores are under way: most of what is seen follows from them, so they are worth waiting a frame for.
    #[must_use]
    pub const fn is_awaited(&self) -> bool {
        self.is_awaited
    }

    fn follow(&mut self, action: &LabAction) -> Vec<Effect> {
        match action {
            LabAction::PageTold(inputs) => self.hear_page(inputs.as_deref()),
            LabAction::Heard(message) => self.hear(message),
            LabAction::Lost => {
                self.is_lost = true;
                Vec::new()
            }
            LabAction::Closed => self.close(),
            LabAction::Told { key, text } => self.tell(key, text),
            LabAction::Settled => self.settle(),
            LabAction::Looked { what: "sample", at } => vec![Effect::Sample(at.clone())],
            LabAction::Looked { what, at } => {
                self.looks.look(what, at, self.facts.as_deref());
                if *what == "sheet" { self.look_again() } else { self.ask(false) }
            }
            LabAction::BelowWaits(waits) => self.wait_below(*waits),
            LabAction::Scrolled(start) => {
                self.looks.start = *start;
                vec![Effect::Ask(Box::new(LabRequest::Rows(self.looks.table())))]
            }
            LabAction::AccountToggled(row) => {
                self.looks.open = (self.looks.open != Some(*row)).then_some(*row);
                self.ask(false)
            }
            LabAction::VersionSaved => {
                let is_saved = self.document.save_version();
                if is_saved { self.decided(true) } else { Vec::new() }
            }
            LabAction::Version { what, slug } => self.version(what, slug),
            LabAction::FileChosen(text) => self.import(text),
            LabAction::TableAsked => self.table(),
            LabAction::CheckAsked => self.check(),
            LabAction::SuggestionAsked => self.suggest(),
            // They have stopped once the worker says so; they may be at their end.
            LabAction::CheckStopped => vec![Effect::Ask(Box::new(LabRequest::StopCheck))],
            LabAction::SuggestionStopped => vec![Effect::Ask(Box::new(LabRequest::Stop))],
            LabAction::SuggestionTried => self.try_suggestion(),
            LabAction::SuggestionLeft => {
                let is_back = self.document.leave_suggestion();
                if is_back { self.changed_at_once() } else { Vec::new() }
            }
        }
    }

    fn hear_page(&mut self, inputs: Option<&Inputs>) -> Vec<Effect> {
        self.inputs = inputs.map(|inputs| Rc::new(inputs.clone()));
        let Some(inputs) = inputs else { return Vec::new() };
        if *inputs.lab == *self.known {
            return Vec::new();
        }
        self.known = inputs.lab.to_string();
        self.document = Document::of_text(&inputs.lab);
        self.begins = true;
        self.ask_again()
    }

    fn tell(&mut self, key: &str, text: &str) -> Vec<Effect> {
        let Some(facts) = self.facts.clone() else { return Vec::new() };
        let segment = self.looks.segment.clone();
        if !self.document.told(key, text, &segment, &facts) {
            return Vec::new();
        }
        let ways = ["/slid", "/moved", "/stepped"];
        let about = ways.iter().find_map(|way| key.strip_suffix(way)).unwrap_or(key);
        if self.moving != about {
            about.clone_into(&mut self.moving);
            self.begins = true;
        }
        if about != key {
            return self.ask(true);
        }
        let mut effects = self.ask_again();
        effects.extend(self.decided(!typed::is_key(key)));
        effects
    }

    /// A slider was let go, or a field left.
    fn settle(&mut self) -> Vec<Effect> {
        let effects = self.decided(true);
        if effects.is_empty() {
            // The page knows what was typed, and not yet that this was all.
            let is_typing = std::mem::take(&mut self.is_typing);
            return is_typing.then(|| Effect::Keep(self.known.clone(), true)).into_iter().collect();
        }
        // What a slider moved, the open sheet does not know yet.
        effects.into_iter().chain(self.ask_sheet()).collect()
    }

    /// Has the page keep what is decided, where it is something else than it knows.
    fn decided(&mut self, is_settled: bool) -> Vec<Effect> {
        let text = self.document.to_text();
        if text == self.known {
            return Vec::new();
        }
        self.known.clone_from(&text);
        self.is_typing = !is_settled;
        vec![Effect::Keep(text, is_settled)]
    }

    fn version(&mut self, what: &str, name: &str) -> Vec<Effect> {
        match what {
            "export" => {
                let saved = self.document.versions.iter().find(|of| of.name == name);
                let text = file::write(saved.unwrap_or(&self.document.model));
                return vec![Effect::Save("health-model.json", "application/json", text.into_bytes())];
            }
            "remove" => self.document.remove_version(name),
            _ => self.document.open_version(name),
        }
        self.changed_at_once()
    }

    /// Something was changed by one press: it is a move and a step of its own.
    fn changed_at_once(&mut self) -> Vec<Effect> {
        self.begins = true;
        let mut effects = self.ask_again();
        effects.extend(self.decided(true));
        effects
    }

    /// The question whose answers are those of the model as it is.
    pub(crate) fn check_ask(&self) -> CheckAsk {
        CheckAsk::new(&self.document.model, self.snapshot_to_check())
    }

    fn check(&mut self) -> Vec<Effect> {
        if !self.can_ask() {
            return Vec::new();
        }
        let ask = self.checked.ask(self.check_ask());
        vec![Effect::Ask(Box::new(LabRequest::Check(ask)))]
    }

    fn suggest(&mut self) -> Vec<Effect> {
        if !self.can_ask() {
            return Vec::new();
        }
        let ask = self.suggested.ask(self.check_ask());
        vec![Effect::Ask(Box::new(LabRequest::Suggest(ask)))]
    }

    fn try_suggestion(&mut self) -> Vec<Effect> {
        let Some((Ok(told), _)) = self.suggested.answered() else { return Vec::new() };
        let weights: Vec<(String, u32)> = told
            .weights
            .iter()
            .map(|(slug, _, of)| (slug.clone(), of.map_or(0, |of| of.hundredths)))
            .collect();
        let is_tried = self.document.try_suggestion(&weights);
        if is_tried { self.changed_at_once() } else { Vec::new() }
    }

    /// The snapshot by which scores are checked: the chosen one. Else, so that scores come before outcomes, the last one that
    /// lies a quarter of a year or more before the end; where days are not known, the one before the last.
    pub(crate) fn snapshot_to_check(&self) -> u16 {
        const QUARTER: i32 = 90;
        let Some(facts) = &self.facts else { return 0 };
        let last = facts.snapshots.len().saturating_sub(1);
        let end = facts.snapshots.last().and_then(|(day, _)| *day);
        let is_early =
            |day: Option<i32>| day.zip(end).is_some_and(|(day, end)| end.saturating_sub(day) >= QUARTER);
        let early = facts.snapshots.iter().rposition(|(day, _)| is_early(*day));
        let chosen = self.looks.checked.filter(|chosen| usize::from(*chosen) <= last);
        chosen.unwrap_or_else(|| u16::try_from(early.unwrap_or_else(|| last.saturating_sub(1))).unwrap_or(0))
    }

    fn import(&mut self, text: &str) -> Vec<Effect> {
        match file::read(text) {
            Ok(model) => {
                self.file_fault = None;
                (self.document.model, self.document.before_suggestion) = (model, None);
                self.changed_at_once()
            }
            Err(fault) => {
                self.file_fault = Some(fault);
                Vec::new()
            }
        }
    }

    fn table(&self) -> Vec<Effect> {
        let model = Box::new(self.document.model.clone());
        vec![Effect::Ask(Box::new(LabRequest::Table { model, snapshot: self.snapshot() }))]
    }

    /// The place of the snapshot that counts: the latest.
    pub(crate) fn snapshot(&self) -> u16 {
        let last = self.facts.as_ref().map_or(0, |facts| facts.snapshots.len().saturating_sub(1));
        u16::try_from(last).unwrap_or(0)
    }

    /// The questions whose answers are what is shown, after something was decided.
    fn ask_again(&mut self) -> Vec<Effect> {
        let effects = self.ask(true);
        effects.into_iter().chain(self.ask_sheet()).collect()
    }

    /// The same while nothing was decided: it begins no move.
    fn look_again(&mut self) -> Vec<Effect> {
        let effects = self.ask(false);
        effects.into_iter().chain(self.ask_sheet()).collect()
    }

    /// Whether there is something to be asked: accounts, and a model that can be used for them.
    fn can_ask(&self) -> bool {
        self.facts.is_some() && self.inputs.is_some() && self.document.model.read().is_ok()
    }

    /// The question whose answer is what is shown; nothing while the model cannot be used. What is only looked at begins no move.
    fn ask(&mut self, is_move: bool) -> Vec<Effect> {
        if !self.can_ask() {
            return Vec::new();
        }
        let model = self.document.model.clone();
        self.asked = Some(Rc::new(model.clone()));
        let begins = is_move && std::mem::take(&mut self.begins);
        if begins {
            self.origin = self.scored.as_ref().map(|(scored, _)| Rc::clone(scored));
        }
        self.is_awaited = true;
        self.owes_sums = is_move && self.below_waits;
        let wants = |sheet: &str| self.looks.sheet == sheet && !self.owes_sums;
        let ask = ScoreAsk {
            model,
            snapshot: self.snapshot(),
            begins,
            table: self.looks.table(),
            open: self.looks.open,
            save: self.document.save.trim().parse().unwrap_or(0),
            money: wants("money"),
            owners: wants("team"),
        };
        vec![Effect::Ask(Box::new(LabRequest::Score(Box::new(ask))))]
    }

    /// What the open sheet asks besides. It takes longer than scores, so it waits until a slider has come to rest.
    fn ask_sheet(&self) -> Option<Effect> {
        if !self.can_ask() {
            return None;
        }
        let (model, snapshot) = (Box::new(self.document.model.clone()), self.snapshot());
        let request = match self.looks.sheet.as_str() {
            "money" => LabRequest::Chances { model, snapshot },
            "versions" => {
                let before = Box::new(self.compared_model().clone());
                LabRequest::Compare { model, snapshot, before, snapshot_before: self.compared_snapshot() }
            }
            _ => return None,
        };
        Some(Effect::Ask(Box::new(request)))
    }
}
