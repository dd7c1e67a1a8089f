//! What is asked on demand: a question, how far its answer is, and the last answer with the question that it is of.

use std::rc::Rc;

use super::super::checked::CheckAsk;

/// A question and its answer.
#[derive(Clone, Debug)]
pub(crate) struct Asked<T> {
    /// The question that is being answered.
    pending: Option<Rc<CheckAsk>>,
    /// So many steps of so many are done.
    steps: (u32, u32),
    /// The last answer. It stays until the next one, and is not of the model as it is where its question is another one.
    answer: Option<(Rc<T>, Rc<CheckAsk>)>,
}

impl<T> Default for Asked<T> {
    fn default() -> Self {
        Self { pending: None, steps: (0, 0), answer: None }
    }
}

impl<T> Asked<T> {
    /// It is asked.
    pub(super) fn ask(&mut self, ask: CheckAsk) -> Box<CheckAsk> {
        self.pending = Some(Rc::new(ask.clone()));
        self.steps = (0, 0);
        Box::new(ask)
    }

    /// It goes on.
    pub(super) const fn go_on(&mut self, steps: (u32, u32)) {
        self.steps = steps;
    }

    /// It is answered. What nobody waits for is no answer.
    pub(super) fn answer(&mut self, answer: T) {
        if let Some(asked) = self.pending.take() {
            self.answer = Some((Rc::new(answer), asked));
        }
    }

    /// There will be no answer.
    pub(super) fn stop(&mut self) {
        self.pending = None;
    }

    /// How far the answer is; nothing while nothing is asked.
    pub(crate) fn progress(&self) -> Option<(u32, u32)> {
        self.pending.as_ref().map(|_| self.steps)
    }

    /// The last answer, and the question that it is of.
    pub(crate) fn answered(&self) -> Option<(&T, &CheckAsk)> {
        self.answer.as_ref().map(|(answer, asked)| (&**answer, &**asked))
    }
}
