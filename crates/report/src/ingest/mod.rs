//! Reading the reader's own data, in the worker: bytes come in piece by piece, and what became of them goes out as a review,
//! then as a ledger.
//!
//! A [`Reading`] is read in passes. The first piece of a source is looked at; what it settles, together with what its reader
//! decided and what was remembered of tables with the same headers, makes the mapping by which the whole is read. A decision
//! begins another pass. So does what shows only at the end: bytes that are not of the encoding they seemed to be, or a row of
//! totals that the fast reader took for a customer.

mod currency;
mod issue;
mod offers;
mod onto;
mod problem;
mod progress;
mod question;
mod review;
mod route;
mod settings;
mod two_dates;
mod words;

use std::rc::Rc;

use plimsoll_columns::Ledger;
use plimsoll_columns::accounts::Accounts;
use plimsoll_intake::{
    Choice, CurrencyMark, Decoder, Encoding, Full, Look, Mapping, SAMPLE_BYTES, Scale, Setting, Shape,
    Tallied, detect, header_key, look_with,
};
use plimsoll_intake::{Grown as _, Listed as _};
use plimsoll_metrics::Currency;

use crate::accounts::AccountStore;
use crate::ledger::Store;
use crate::told::{DataMessage, Fault, Found, ProgressFacts, ReviewFacts};
use currency::currency_of;
use route::Route;

pub use issue::found_issue;
pub(crate) use issue::reason_in_ledgers;
pub use problem::{mapping_problem, no_room, shape_name};
pub(crate) use progress::progress;
pub use question::{answer_label, encoding_note, question};
pub(crate) use review::review;
pub(crate) use words::{failure, notes};

/// The most bytes that are read at once, all files together.
pub const MOST_BYTES: u64 = 200 * 1024 * 1024;

/// Data on its way in.
#[derive(Debug, Default)]
pub struct Reading {
    /// The page's currency, for data that names none.
    page: String,
    /// The names of a workbook's sheets, and the place of the one that is read.
    sheets: (Vec<String>, usize),
    /// Mappings by the key of their headers.
    remembered: Vec<(String, String)>,
    /// What the reader decided, latest last.
    choices: Vec<Choice>,
    /// The encoding that the reader decided on, or that the end of a pass made sure of.
    encoding: Option<Encoding>,
    /// Whether only the careful reader will do.
    careful: bool,
    pass: Pass,
}

/// One pass over all sources.
#[derive(Debug, Default)]
struct Pass {
    total: u64,
    done: u64,
    names: Vec<String>,
    /// Whether the next piece is the first of a source.
    is_first: bool,
    encoding: Option<Encoding>,
    look: Option<Rc<Look>>,
    route: Option<Route>,
    /// What ended the pass before the end of the data.
    failure: Option<Fault>,
    result: Option<Outcome>,
}

/// What a whole pass made.
#[derive(Debug)]
struct Outcome {
    kept: Kept,
    tallied: Rc<Tallied>,
}

/// What rows are kept as.
#[derive(Debug)]
enum Kept {
    Ledger(Ledger),
    Accounts(Accounts),
}

impl Reading {
    /// A reading for a page in this currency.
    #[must_use]
    pub fn new(page_currency: &str) -> Self {
        Self { page: page_currency.into(), ..Self::default() }
    }

    /// Remembers how a table was read whose headers make this key.
    pub fn remember(&mut self, key: String, mapping: String) {
        self.remembered.push((key, mapping));
    }

    /// Says of which sheets the data is one, and the place of that one among them.
    pub fn sheets(&mut self, names: Vec<String>, chosen: usize) {
        self.sheets = (names, chosen);
    }

    /// Takes a decision: a setting and an answer, as an action carries them. One that makes no sense changes nothing.
    pub fn decide(&mut self, setting: &str, value: &str) {
        match settings::decision(setting, value) {
            Some(settings::Decision::Encoding(encoding)) => self.encoding = Some(encoding),
            Some(settings::Decision::Choice(choice)) => {
                self.choices.retain(|earlier| !settings::is_about_the_same(earlier, &choice));
                self.choices.push(choice);
            }
            None => {}
        }
    }

    /// Begins a pass over so many bytes. Of more than [`MOST_BYTES`], none is read.
    pub fn begin(&mut self, total: u64) {
        let failure = (total > MOST_BYTES).then_some(Fault::TooManyBytes(total));
        self.pass = Pass { total, failure, ..Pass::default() };
    }

    /// Begins a source. Several are read as one table, as long as they have the same columns.
    pub fn source(&mut self, name: &str) {
        self.pass.names.push(name.into());
        self.pass.is_first = true;
        if let Some(route) = &mut self.pass.route {
            route.next_source();
        }
    }

    /// Looks at the beginning of a source, a megabyte at most, which is then read in pieces of any size. Whether it can be
    /// read: not where something has to be answered first.
    pub fn look(&mut self, bytes: &[u8]) -> bool {
        self.pass.failure.is_none() && (!std::mem::take(&mut self.pass.is_first) || self.look_at(bytes))
    }

    /// Reads the next piece; a source's first one is looked at, where that was not done. Whether to go on: not where
    /// something has to be answered first, and not after a failure.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        if !self.look(bytes) {
            return false;
        }
        self.pass.done = self.pass.done.saturating_add(u64::try_from(bytes.len()).unwrap_or(0));
        let Some(route) = &mut self.pass.route else { return false };
        match route.push(bytes) {
            Ok(()) => true,
            Err(full) => {
                self.pass.failure = Some(Fault::Full(full));
                false
            }
        }
    }

    /// Looks at the beginning of a source, and settles how it is read. Whether it can be.
    fn look_at(&mut self, bytes: &[u8]) -> bool {
        let encoding = self.encoding.unwrap_or_else(|| detect(bytes, bytes.len() < SAMPLE_BYTES).0);
        let mut text = String::new();
        let mut decoder = Decoder::new(encoding);
        decoder.push(bytes, &mut text);
        let look = self.seen(&text);
        if let Some(first) = &self.pass.look {
            // A later source: it must be a table like the first.
            return if key(first) == key(&look) { true } else { self.differs() };
        }
        self.pass.encoding = Some(encoding);
        // Lines that end as on old Macs: only the careful reader knows them.
        self.careful |= bytes.contains(&b'\r')
            && bytes.windows(2).any(|pair| matches!(pair, [b'\r', other] if *other != b'\n'));
        if let Some(mark) = look.mapping.currency.filter(|mark| self.currency(Some(*mark)).is_none()) {
            self.pass.failure = Some(Fault::UnknownCurrency(mark.as_str().into()));
            return false;
        }
        let can_be_read = look.questions.is_empty();
        self.pass.route =
            Route::new(&look.mapping, encoding, self.decimals(&look.mapping), self.careful).ok();
        self.pass.look = Some(Rc::new(look));
        can_be_read && self.pass.route.is_some()
    }

    /// The look at the beginning of a table, with what was decided and remembered of it.
    fn seen(&self, text: &str) -> Look {
        let mut look = self.recall(text, look_with(text, &self.choices));
        // Of a currency without a smaller part, nobody has to be asked whether amounts are in it.
        let asks_scale = look.questions.iter().any(|question| question.setting == Setting::Scale);
        if asks_scale && self.decimals(&look.mapping) == 0 {
            let whole = [Choice::Scale(Scale::Units)];
            let mut choices = self.choices.clone();
            choices.grow_by(whole);
            look = look_with(text, &choices);
        }
        look
    }

    /// The look with what was remembered of such headers, where that answers every question. What is decided now goes before.
    fn recall(&self, text: &str, fresh: Look) -> Look {
        let key = key(&fresh);
        let kept = self.remembered.iter().rev().find(|(name, _)| *name == key);
        let Some(mapping) = kept.and_then(|(_, text)| Mapping::from_text(text)) else { return fresh };
        let Some(fitted) = mapping.fitted_to(&fresh.mapping) else { return fresh };
        let mut choices = fitted.choices();
        choices.retain(|kept| !self.choices.iter().any(|now| settings::is_about_the_same(kept, now)));
        choices.extend(&self.choices);
        let again = look_with(text, &choices);
        if again.questions.is_empty() { again } else { fresh }
    }

    fn differs(&mut self) -> bool {
        let name = |name: Option<&String>| name.cloned().unwrap_or_default();
        let names = &self.pass.names;
        self.pass.failure = Some(Fault::Differs(name(names.first()), name(names.last())));
        false
    }

    /// Ends the pass. Whether another one is needed to read right what showed only at the end.
    pub fn end(&mut self) -> bool {
        self.end_telling(&mut |_| ())
    }

    /// The same, which tells how far it has come where it takes time.
    pub fn end_telling(&mut self, tell: &mut dyn FnMut(DataMessage)) -> bool {
        let facts = self.pass.facts(0);
        let mut tell =
            |added| tell(DataMessage::Progress(ProgressFacts { added: Some(added), ..facts.clone() }));
        let questions = self.pass.look.as_ref().map(|look| look.questions.as_slice()).unwrap_or_default();
        if self.pass.failure.is_some() || !questions.is_empty() {
            return false;
        }
        let Some(route) = self.pass.route.take() else { return false };
        match route.finish(&mut tell) {
            Ok(route::Finished { kept, mut tallied, doubt: None }) => {
                self.pass.failure = self.foreign(&tallied);
                match self.settled(kept, &mut tallied) {
                    Ok(kept) => self.pass.result = Some(Outcome { kept, tallied: Rc::new(tallied) }),
                    Err(full) => self.pass.failure = Some(Fault::Full(full)),
                }
                false
            }
            Ok(route::Finished { doubt: Some(route::Doubt::Encoding), .. }) => {
                self.encoding = Some(Encoding::Windows1252);
                true
            }
            Ok(route::Finished { doubt: Some(route::Doubt::Names), .. }) => {
                self.careful = true;
                true
            }
            Err(full) => {
                self.pass.failure = Some(Fault::Full(full));
                false
            }
        }
    }

    /// What was read, or the ledger of the customers where the table is one of two dates.
    fn settled(&self, kept: Kept, tallied: &mut Tallied) -> Result<Kept, Full> {
        match &self.pass.look {
            Some(look) if is_of_two_dates(look) => {
                let (ledger, rounded) = two_dates::ledger(&tallied.customers, self.decimals(&look.mapping))?;
                tallied.rounded = tallied.rounded.saturating_add(rounded);
                Ok(Kept::Ledger(ledger))
            }
            _ => Ok(kept),
        }
    }

    /// What became of the pass: how the data was understood, or why it was not read.
    #[must_use]
    pub fn review(&self) -> DataMessage {
        let pass = &self.pass;
        if let Some(fault) = &pass.failure {
            return DataMessage::Failed(fault.clone());
        }
        let found = pass.result.as_ref().map(|Outcome { kept, tallied }| match kept {
            Kept::Ledger(ledger) => Found {
                customers: ledger.customer_count(),
                snapshots: None,
                first: ledger.first_month(),
                months: ledger.month_count(),
                tallied: tallied.clone(),
            },
            Kept::Accounts(accounts) => Found {
                customers: accounts.ids().len(),
                snapshots: Some(accounts.snapshots().iter().map(|one| (one.day, one.rows)).listed()),
                first: None,
                months: 0,
                tallied: tallied.clone(),
            },
        });
        DataMessage::Review(ReviewFacts {
            name: self.name(),
            page: self.page.clone(),
            sheets: self.sheets.clone(),
            encoding: pass.encoding,
            look: pass.look.clone(),
            found,
        })
    }

    /// The accounts that were read; nothing where none were.
    pub fn accept_accounts(&mut self) -> Option<AccountStore> {
        let currency = self.currency(self.pass.look.as_ref()?.mapping.currency)?;
        match self.pass.result.take()? {
            Outcome { kept: Kept::Accounts(accounts), tallied } => {
                let tallied = without_customers(&tallied);
                Some(AccountStore { accounts, name: self.name(), currency, tallied })
            }
            other => {
                self.pass.result = Some(other);
                None
            }
        }
    }

    /// Makes the ledger of what was read; nothing where nothing was, or accounts were.
    pub fn accept(&mut self) -> Option<Store> {
        let result = match self.pass.result.take()? {
            Outcome { kept: Kept::Ledger(ledger), tallied } => (ledger, tallied),
            other => {
                self.pass.result = Some(other);
                return None;
            }
        };
        let (look, (ledger, tallied)) = (self.pass.look.as_ref()?, result);
        let currency = self.currency(look.mapping.currency)?;
        let of_two_dates = is_of_two_dates(look);
        let attributes = look.mapping.attributes().into_iter();
        let header = |place: usize| look.mapping.columns.get(place).map(|column| column.header.clone());
        Some(Store {
            ledger,
            name: self.name(),
            currency,
            attributes: if of_two_dates {
                let has_segments = tallied.customers.iter().any(|customer| customer.segment.is_some());
                if has_segments { vec!["Segment".into()] } else { Vec::new() }
            } else {
                attributes.filter_map(header).listed()
            },
            of_two_dates,
            tallied: without_customers(&tallied),
        })
    }

    fn name(&self) -> String {
        match self.pass.names.as_slice() {
            [only] => only.clone(),
            [first, rest @ ..] => [first, " and ", &rest.len().to_string(), " more"].concat(),
            [] => String::new(),
        }
    }

    fn currency(&self, seen: Option<CurrencyMark>) -> Option<Currency> {
        currency_of(&self.page, seen)
    }

    /// What is wrong where rows further down show a currency that the beginning did not.
    fn foreign(&self, tallied: &Tallied) -> Option<Fault> {
        let assumed = self.currency(self.pass.look.as_ref()?.mapping.currency)?;
        let mark = tallied.currency.filter(|mark| !mark.stands_for(assumed.code()))?;
        Some(Fault::ForeignCurrency(mark.as_str().into(), assumed.code().into()))
    }

    fn decimals(&self, mapping: &Mapping) -> u32 {
        self.currency(mapping.currency).map_or(2, Currency::decimals)
    }
}

/// What became of the rows, for a ledger to tell: its customers are in it, and what was wrong was looked over.
fn without_customers(tallied: &Tallied) -> Rc<Tallied> {
    let Tallied { rows, counted, until, running, rounded, .. } = *tallied;
    Rc::new(Tallied { rows, counted, until, running, rounded, ..Tallied::default() })
}

/// Whether a table holds what customers paid at two dates, so that its ledger has no months.
fn is_of_two_dates(look: &Look) -> bool {
    look.mapping.shape == Some(Shape::Edges)
}

/// The key under which tables with these headers are remembered.
fn key(look: &Look) -> String {
    let headers: Vec<&str> = look.mapping.columns.iter().map(|column| column.header.as_str()).listed();
    header_key(&headers)
}

#[cfg(test)]
mod tests;
