//! Where the scenarios lead, month by month.

use std::cell::RefCell;
use std::rc::Rc;

use plimsoll_forecast::{NoProjection, Opening, Projection, Scenario, project};
use plimsoll_metrics::{Book, Exact, Range, Undefined, Unit};

use super::editor::words;
use super::{Context, Worked, ahead, milestones};
use crate::Inputs;
use crate::read::{Problem, Read, Typed, quantity};
use crate::scenarios::whole_months;
use crate::sentence::no_projection;
use crate::view::{
    Cell, EntryView, PictureColumn, PictureTable, Plain, ProjectionView, SelectOption, TableRow,
};

/// The shortest projection that can be asked for.
const SHORTEST: u32 = 12;
/// The one that is shown unasked.
const USUAL: u32 = 36;
/// So many months lie between the rows of the table.
pub(super) const STEP: usize = 3;

/// What is projected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// MRR × 12.
    Arr,
    Mrr,
    Customers,
}

impl Of {
    const ALL: [Self; 3] = [Self::Arr, Self::Mrr, Self::Customers];

    const fn slug(self) -> &'static str {
        match self {
            Self::Arr => "arr",
            Self::Mrr => "mrr",
            Self::Customers => "customers",
        }
    }

    /// Its name, which can stand anywhere in a sentence.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Arr => "ARR",
            Self::Mrr => "MRR",
            Self::Customers => "customers",
        }
    }

    /// A value in full, as a table has it.
    pub(super) fn write(self, context: &Context<'_>, value: &Exact) -> String {
        match self {
            Self::Arr | Self::Mrr => context.writer.whole(Unit::Money, value),
            Self::Customers => context.writer.number(value, 0),
        }
    }

    /// The opening, then the end of each month.
    pub(super) fn values(self, projection: &Projection) -> Result<Vec<Exact>, Undefined> {
        let twelve = Exact::from(12);
        let months = projection.months.iter();
        match self {
            Self::Arr => {
                let opening = projection.opening_mrr.times(&twelve);
                Ok(core::iter::once(opening).chain(months.map(|month| month.arr())).collect())
            }
            Self::Mrr => {
                let opening = projection.opening_mrr.clone();
                Ok(core::iter::once(opening).chain(months.map(|month| month.mrr.closing.clone())).collect())
            }
            Self::Customers => match &projection.no_customers {
                Some(reason) => Err(reason.clone()),
                None => {
                    let moved = || projection.months.iter().filter_map(|month| month.customers.as_ref());
                    let opening = moved().next().map(|moved| moved.opening.clone());
                    Ok(opening.into_iter().chain(moved().map(|moved| moved.closing.clone())).collect())
                }
            },
        }
    }
}

/// A scenario with what lies ahead of it.
pub(super) struct Course<'a> {
    pub(super) worked: &'a Worked,
    pub(super) name: String,
    /// What lies ahead, or why nothing does, in a sentence.
    pub(super) projection: Result<Rc<Projection>, String>,
    /// What is drawn of it; none where it has no value, and why, in a sentence.
    pub(super) values: Result<Vec<Exact>, String>,
}

impl Course<'_> {
    /// The last value.
    pub(super) fn end(&self) -> Option<&Exact> {
        self.values.as_ref().ok()?.last()
    }
}

/// What is asked of the projection.
pub(super) struct Ask {
    pub(super) of: Of,
    pub(super) months: u32,
    pub(super) target: Option<Exact>,
    months_problem: Option<Problem>,
    target_problem: Option<Problem>,
}

/// The projection of every scenario.
pub(super) fn show(context: &Context<'_>, inputs: &Inputs, all: &[Worked]) -> ProjectionView {
    let ask = asked(context, inputs);
    let courses: Vec<Course<'_>> = all.iter().map(|worked| course(context, &ask, worked)).collect();
    let option = |of: Of| SelectOption {
        value: of.slug().into(),
        label: if of == Of::Customers { "Customers" } else { of.name() }.into(),
        selected: of == ask.of,
    };
    let entry = |key: &str,
                 rest: &'static str,
                 (prefix, suffix): (String, &str),
                 problem: Option<&Problem>| EntryView {
        key: key.into(),
        text: inputs.asks.get(key).unwrap_or_default().into(),
        rest,
        prefix,
        suffix: suffix.into(),
        problem: problem.map(|problem| words(context, problem)),
    };
    let sign = context.writer.formatter.sign(context.writer.currency);
    ProjectionView {
        of: Of::ALL.into_iter().map(option).collect(),
        months: entry("project.months", "36", (String::new(), "months"), ask.months_problem.as_ref()),
        target: entry("project.target", " ", (sign, "ARR"), ask.target_problem.as_ref()),
        finding: ahead::finding(context, &ask, &courses),
        about: about(&ask),
        ahead: ahead::show(context, &ask, &courses),
        table: table(context, &ask, &courses),
        columns: milestones::columns(context, &ask),
        milestones: milestones::show(context, &ask, &courses),
    }
}

fn asked(context: &Context<'_>, inputs: &Inputs) -> Ask {
    let told = |key: &str| inputs.asks.get(key).unwrap_or_default();
    let target = target(context.read, inputs);
    Ask {
        of: Of::ALL.into_iter().find(|of| of.slug() == told("project.of")).unwrap_or(Of::Arr),
        months: projected_months(context.read, inputs),
        months_problem: months(context.read, inputs).err(),
        target: target.value,
        target_problem: target.problem,
    }
}

fn months(read: &Read, inputs: &Inputs) -> Result<Option<u32>, Problem> {
    whole_months(inputs.asks.get("project.months").unwrap_or_default(), read.mark, SHORTEST)
}

/// How many months are projected.
pub(crate) fn projected_months(read: &Read, inputs: &Inputs) -> u32 {
    months(read, inputs).ok().flatten().unwrap_or(USUAL)
}

fn target(read: &Read, inputs: &Inputs) -> Typed {
    let text = inputs.asks.get("project.target").unwrap_or_default();
    quantity(text, read.mark, Unit::MoneyPerYear, read.choices.currency.code()).within(Range::FromZero)
}

/// The ARR that is to be reached.
pub(crate) fn asked_target(read: &Read, inputs: &Inputs) -> Option<Exact> {
    target(read, inputs).value
}

fn course<'a>(context: &Context<'_>, ask: &Ask, worked: &'a Worked) -> Course<'a> {
    let unread = |figure| context.is_unread(figure);
    let projection = projected(context.before, &worked.named.scenario, ask.months);
    let projection = projection.map_err(|reason| no_projection(&reason, unread));
    let values = match &projection {
        Ok(projection) => ask.of.values(projection).map_err(|reason| {
            let reason = NoProjection::Undefined { month: 0, reason, moves: Vec::new() };
            no_projection(&reason, unread)
        }),
        Err(reason) => Err(reason.clone()),
    };
    Course { worked, name: worked.name(), projection, values }
}

/// A projection that was worked out.
struct Projected {
    book: Book,
    scenario: Scenario,
    months: u32,
    found: Result<Rc<Projection>, NoProjection>,
}

/// So many projections are remembered: twice as many as there can be scenarios.
const REMEMBERED: usize = 18;

thread_local! {
    /// What was projected last: of most key presses one scenario has changed, and the others are as they were.
    static PROJECTED: RefCell<Vec<Projected>> = const { RefCell::new(Vec::new()) };
}

/// What lies ahead from the end of the window, worked out once for the same book and scenario.
pub(super) fn projected(
    book: &Book,
    scenario: &Scenario,
    months: u32,
) -> Result<Rc<Projection>, NoProjection> {
    PROJECTED.with_borrow_mut(|held| {
        let is_it = |one: &Projected| one.months == months && one.scenario == *scenario && one.book == *book;
        if let Some(one) = held.iter().find(|one| is_it(one)) {
            return one.found.clone();
        }
        let found = project(book, scenario, months, Opening::End).map(Rc::new);
        if held.len() >= REMEMBERED {
            held.remove(0);
        }
        held.push(Projected { book: book.clone(), scenario: scenario.clone(), months, found: found.clone() });
        found
    })
}

fn about(ask: &Ask) -> String {
    let what = if ask.of == Of::Customers { "Customers" } else { ask.of.name() };
    [what, " at the end of each of the next ", &ask.months.to_string(), " months, from the rates and flows of your window as they are; each \
        scenario is phased in over it. An extrapolation, not a forecast: new business comes as evenly as it did."].concat()
}

/// Every third month, and the last one.
fn table(context: &Context<'_>, ask: &Ask, courses: &[Course<'_>]) -> PictureTable {
    let drawn = || courses.iter().filter_map(|course| Some((course, course.values.as_ref().ok()?)));
    let most = drawn().map(|(_, values)| values.len()).max().unwrap_or(0);
    let last = most.saturating_sub(1);
    let rows = (0..most).filter(|month| month.checked_rem(STEP) == Some(0) || *month == last);
    let cell = |values: &Vec<Exact>, month: usize| {
        let value = values.get(month);
        Cell {
            text: value.map(|value| ask.of.write(context, value)).unwrap_or_default(),
            plain: value
                .and_then(|value| value.to_decimal(2))
                .map_or(Plain::Missing, |value| Plain::Number(value.to_string())),
        }
    };
    let row = |month: usize| TableRow {
        header: Cell {
            text: if month == 0 { "Now".into() } else { ["Month ", &month.to_string()].concat() },
            plain: Plain::Number(month.to_string()),
        },
        cells: drawn().map(|(_, values)| cell(values, month)).collect(),
    };
    let column = |label: &str| PictureColumn { label: label.into(), unit: None };
    let heads = drawn().map(|(course, _)| column(&course.name));
    PictureTable {
        caption: [
            if ask.of == Of::Customers { "Customers" } else { ask.of.name() },
            " at the end of every third month",
        ]
        .concat(),
        columns: core::iter::once(column("After")).chain(heads).collect(),
        rows: rows.map(row).collect(),
    }
}
