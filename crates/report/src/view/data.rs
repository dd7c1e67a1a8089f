//! The data room: tables of the reader's own, how each was read, and the ledger behind the figures.
//!
//! The worker that holds the data tells plain values (`crate::told`), of which all of it is composed here, finished; the
//! components only draw it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Behind, PasteFigure, Picture, Place, SelectOption};

/// The data room as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomView {
    /// What is being read, or waits to be accepted.
    pub candidate: Option<Candidate>,
    /// The ledger that was accepted.
    pub ledger: Option<Rc<LedgerView>>,
    /// In what light it was last asked to be seen: the next choice changes one thing of it.
    pub asked: Light,
    /// The accounts that were accepted.
    pub accounts: Option<Rc<AccountsView>>,
    /// The slug of the window that the figures are counted over.
    pub window: String,
    /// Whether that is not the page's, because the ledger does not reach back so far.
    pub is_shorter: bool,
    /// Whose figures the page is offered: a group's value, empty for all customers.
    pub group: String,
    /// What "use these figures" would change.
    pub figures: Vec<PasteFigure>,
    /// The rows behind a number, where they were asked for.
    pub rows: Option<Rc<RowsView>>,
    /// How far retention hangs on which customers there are; nothing without figures on offer.
    pub redrawn: Option<RedrawnView>,
    /// Whether a copy of the data outlives a reload.
    pub is_kept: bool,
}

/// How far retention hangs on which customers there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RedrawnView {
    /// "With other customers of the same kind, NRR would lie between 91.0% and 98.2% …"
    pub range: String,
    /// The chance of each band, a sentence for each rate.
    pub bands: Vec<String>,
}

/// A made-up ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SampleOffer {
    /// What an action carries.
    pub slug: &'static str,
    /// What the button says.
    pub label: &'static str,
    /// What is in it.
    pub detail: &'static str,
}

/// Data on its way in. Whatever was accepted before stays until this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidate {
    /// It is being read.
    Reading(Progress),
    /// It was read, and waits for a decision.
    Review(Rc<Review>),
    /// It could not be read.
    Failed(Failure),
}

/// How far a reading has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// "Reading ledger.csv"
    pub what: String,
    /// "412,000 rows, 15.1 of 36.4 MB"
    pub done: String,
    /// How much of it.
    pub share: Place,
    /// "about 3 seconds left"; empty while that cannot be told.
    pub left: String,
}

/// Why nothing was read, and what helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What happened: "accounts.xlsx is protected by a password."
    pub what: String,
    /// The way out: "Save it without a password, or as CSV, then open that."
    pub way_out: String,
}

/// One reading to look over: how everything was understood, what was left out, and what has to be answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// What the data is called: "ledger.csv".
    pub name: String,
    /// What it was taken for, in a sentence: "A ledger: one row for each customer and month."
    pub shape: String,
    /// What comes of it, in a sentence; why nothing can, where `can_accept` is false.
    pub outcome: String,
    /// Whether it can be accepted as it is.
    pub can_accept: bool,
    /// How it was read: encoding, delimiter, decimal mark, dates, currency and so on. Questions come first.
    pub settings: Vec<Setting>,
    /// The columns, what each was taken for, and their first values as they stand.
    pub columns: Vec<ColumnView>,
    /// The first rows as they were read: for each, its line and its cells.
    pub preview: Vec<(String, Vec<String>)>,
    /// What was left out or is worth knowing, most of it first.
    pub issues: Vec<IssueGroup>,
    /// The name under which the mapping is remembered, and the mapping itself.
    pub remembered: (String, String),
}

/// One way in which the data was read, and the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What an action carries.
    pub slug: String,
    /// "Dates"
    pub label: String,
    /// The readings to choose from. None is selected while the data does not tell.
    pub options: Vec<SelectOption>,
    /// The question, where the data can be read in more than one way: "“03/04/2025” in row 2 can be two dates."
    pub question: Option<String>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnView {
    /// Its place, from 0, which an action carries.
    pub number: u32,
    /// Its header.
    pub header: String,
    /// What it can be taken for.
    pub roles: Vec<SelectOption>,
    /// The first few values.
    pub values: Vec<String>,
}

/// Issues of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueGroup {
    /// What: "Rows of totals are left out."
    pub what: String,
    /// How many: "3 rows".
    pub count: String,
    /// The first few places: "Row 14, column “MRR”: “n/a”".
    pub places: Vec<String>,
    /// Whether those rows do not count.
    pub is_left_out: bool,
}

/// What the accepted data holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerView {
    /// What the data is called.
    pub name: String,
    /// "1,204 customers, January 2023 to December 2025, amounts in USD."
    pub summary: String,
    /// The months that the trailing results end in can be any; which one is chosen, newest first.
    pub months: Vec<SelectOption>,
    /// By what the customers are told apart: nothing, or one of the columns.
    pub groupings: Vec<SelectOption>,
    /// For how long a pause is none: the win-back window.
    pub win_backs: Vec<SelectOption>,
    /// The light that it is seen in.
    pub light: Light,
    /// The pictures, in the order in which they are read.
    pub pictures: Vec<Rc<Picture>>,
    /// The calculator's figures from it, for every window that it reaches back over.
    pub figures: Vec<LedgerFigures>,
    /// What its reader should know: holes in the data, a window that is not reached.
    pub notes: Vec<String>,
    /// The currency's code.
    pub currency: String,
}

/// The accounts that were accepted, in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountsView {
    /// What the data is called.
    pub name: String,
    /// "200 accounts on 31 December 2025. Together they pay $5,200,000 a year."
    pub summary: String,
    /// What their columns count as.
    pub columns: Vec<KeptColumnView>,
    /// What their reader should know.
    pub notes: Vec<String>,
}

/// What a column of accounts counts as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptColumnView {
    /// Its header.
    pub header: String,
    /// "Sign of health: logins"
    pub what: String,
    /// In how many rows nothing stands: "14 of 400", "none".
    pub missing: String,
}

/// The calculator's figures over one window, for all customers or one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerFigures {
    /// The window's slug.
    pub window: String,
    /// The group's value with a leading `=`; empty for all customers.
    pub group: String,
    /// The group's name.
    pub label: String,
    /// "December 2024 to December 2025"
    pub span: String,
    /// The figures, in the order of a pasted table's.
    pub lines: Vec<FigureLine>,
}

/// One of the calculator's figures, as a ledger gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureLine {
    /// The figure's slug.
    pub slug: String,
    /// Its name.
    pub label: String,
    /// As it would be typed.
    pub typed: String,
    /// As it is written.
    pub written: String,
}

/// The rows behind a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowsView {
    /// "Churn in March 2025: 14 customers, $4,300 a month"
    pub title: String,
    /// The headers.
    pub columns: Vec<String>,
    /// How many of the last columns hold numbers.
    pub numbers: u8,
    /// The rows, largest change first, as far as they are shown.
    pub rows: Vec<Vec<String>>,
    /// "and 112 more"; empty where these are all.
    pub more: String,
}

/// What a worker told, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// How far it has come.
    Progress(Progress),
    /// What it read.
    Review(Review),
    /// The ledger that was accepted, or the same one in another light.
    Ledger(LedgerView),
    /// The accounts that were accepted.
    Accounts(AccountsView),
    /// The rows that were asked for.
    Rows(RowsView),
    /// It could not read.
    Failed(Failure),
}

/// In what light a ledger is seen. Empty and zero is the light in which it is first seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Light {
    /// The month that results end in: its value, or the last one.
    pub month: String,
    /// By what customers are told apart: the grouping's value, or nothing.
    pub grouping: String,
    /// A return after a pause of up to so many months counts as never having left.
    pub win_back: u8,
}

/// What the page asks the worker that holds the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DataRequest {
    /// The ledger in this light.
    Ledger(Light),
    /// The rows behind a mark of a picture.
    Mark {
        /// Whose.
        behind: Behind,
        /// In what light the picture is.
        light: Light,
    },
    /// The rows behind one of the calculator's figures.
    Figure {
        /// The window's slug.
        window: String,
        /// The group's value.
        group: String,
        /// The figure, by its place among those that a ledger gives.
        figure: u8,
        /// In what light it was counted.
        light: Light,
    },
}
