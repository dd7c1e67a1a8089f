//! What came and what went, month by month.

use super::axis::{Ruler, column as place_of, months as month_names};
use super::bridge::axis;
use super::pen::{Pen, column, months};
use super::{History, MOVEMENTS, MonthSums, Span, holes, nothing, too_short};
use crate::format::Formatter;
use crate::view::{
    Behind, Column, Drawing, Legend, Month, Movement, MovementsView, Part, Picture, PictureTable, Spot,
    TableRow,
};
use plimsoll_intake::{Grown as _, Listed as _};

const SLUG: &str = "mrr-movements";
const ABOUT: &str = "New, expansion and reactivation above zero, contraction and churn below, by month; the line is what is left";

/// From the top down: what brings revenue ends at zero with what is steadiest, what takes it begins with what is mildest.
const STACK: [Movement; 5] =
    [Movement::Reactivation, Movement::New, Movement::Expansion, Movement::Contraction, Movement::Churn];

/// The movements of every month of a history, stacked above and below zero, each month with its net change.
#[must_use]
pub fn movements(history: &History, formatter: &dyn Formatter) -> Picture {
    let pen = Pen::new(formatter, history.currency);
    let span = Span::trailing(history, usize::MAX);
    let sums = span.and_then(|span| history.months.get(span.first..=span.last));
    let Some((span, sums)) = span.zip(sums) else {
        return nothing(SLUG, too_short(history, "first movement"), ABOUT.into());
    };
    let first = history.month(span.first);
    let view = draw(&pen, first, sums);
    let unit = view.axis.unit.as_deref().map(|unit| [", in ", unit].concat()).unwrap_or_default();
    Picture {
        slug: SLUG.into(),
        finding: finding(&pen, history, span, sums),
        about: [ABOUT, &unit].concat(),
        drawing: Drawing::Movements(view),
        table: table(&pen, first, sums),
        note: holes(&pen, history, span),
    }
}

/// What brings revenue in a month, and what takes it; both above zero.
fn heights(month: &MonthSums) -> (i128, i128) {
    let side = |gain: bool| {
        let amounts = MOVEMENTS.iter().filter(|movement| movement.is_gain() == gain);
        amounts.fold(0_i128, |sum, movement| sum.saturating_add(i128::from(movement.of(month))))
    };
    (side(true), side(false))
}

fn draw(pen: &Pen<'_>, first: Month, sums: &[MonthSums]) -> MovementsView {
    let (top, bottom) = sums
        .iter()
        .map(heights)
        .fold((0, 0), |(top, bottom), (gain, loss)| (top.max(gain), bottom.max(loss)));
    let ruler = Ruler::around(bottom.saturating_neg(), top, pen.major());
    let unit = pen.thousands(top.max(bottom));
    let columns = sums.iter().enumerate().map(|(position, month)| {
        let name = first.plus(i32::try_from(position).unwrap_or(i32::MAX));
        let (from, _, to) = place_of(position, sums.len(), 24);
        let net = month.net();
        Column {
            from,
            to,
            parts: parts(pen, &ruler, name, month),
            net: ruler.place(net),
            spot: Spot {
                name: [&pen.month(name), ": net ", &pen.change(net)].concat(),
                behind: Some(Behind::Paying { month: name }),
            },
        }
    });
    MovementsView {
        axis: axis(pen, &ruler, unit),
        months: month_names(pen, first, sums.len()),
        columns: columns.listed(),
        legend: STACK.iter().map(|kind| Legend { movement: *kind, name: kind.name().into() }).listed(),
    }
}

/// The month's movements that happened, from the top down.
fn parts(pen: &Pen<'_>, ruler: &Ruler, month: Month, sums: &MonthSums) -> Vec<Part> {
    let mut top = heights(sums).0;
    let mut parts = Vec::new();
    for movement in STACK {
        let amount = i128::from(movement.of(sums));
        let foot = top.saturating_sub(amount);
        if amount != 0 {
            let change = pen.change(movement.signed(movement.of(sums)));
            let name = [&pen.month(month), ": ", movement.doer(), " ", &change].concat();
            let behind = Some(Behind::Movement { movement, from: month, to: month });
            let (from, to) = (ruler.place(foot), ruler.place(top));
            parts.push(Part { movement, from, to, spot: Spot { name, behind } });
        }
        top = foot;
    }
    parts
}

/// The net changes of the months that the finding speaks of: the last twelve.
struct Recent {
    /// Each with its month.
    nets: Vec<(Month, i128)>,
    /// Whether nothing came and nothing went.
    is_still: bool,
}

impl Recent {
    fn of(history: &History, span: Span, sums: &[MonthSums]) -> Self {
        let start = sums.len().saturating_sub(12);
        let recent = sums.get(start..).unwrap_or(sums);
        let month =
            |position: usize| history.month(span.first.saturating_add(start).saturating_add(position));
        Self {
            nets: recent.iter().enumerate().map(|(position, sums)| (month(position), sums.net())).listed(),
            is_still: recent.iter().all(|month| heights(month) == (0, 0)),
        }
    }

    fn how_many(&self, sign: i128) -> usize {
        self.nets.iter().filter(|(_, net)| net.signum() == sign).count()
    }

    fn average(&self) -> i128 {
        let sum = self.nets.iter().fold(0_i128, |sum, (_, net)| sum.saturating_add(*net));
        sum.checked_div(i128::try_from(self.nets.len()).unwrap_or(1)).unwrap_or(0)
    }
}

/// "MRR shrank in 3 of the last twelve months, most in May 2024, by $9,300; on average it grew by $4,200 a month."
fn finding(pen: &Pen<'_>, history: &History, span: Span, sums: &[MonthSums]) -> String {
    let recent = Recent::of(history, span, sums);
    let count = recent.nets.len();
    let last = months(count);
    let average = recent.average();
    let by = pen.money(average.saturating_abs());
    if let [(month, net)] = recent.nets.as_slice() {
        let (month, change) = (pen.month(*month), pen.money(net.saturating_abs()));
        return match net.signum() {
            1 => format!("MRR grew by {change} in {month}."),
            -1 => format!("MRR fell by {change} in {month}."),
            _ if recent.is_still => format!("Nothing came and nothing went in {month}."),
            _ => format!("What came and what went were equal in {month}."),
        };
    }
    if recent.is_still {
        return format!("Nothing came and nothing went in the last {last}.");
    }
    let (grew, shrank) = (recent.how_many(1), recent.how_many(-1));
    if grew == count || shrank == count {
        let verb = if grew == count { "grew" } else { "shrank" };
        return format!("MRR {verb} in each of the last {last}, by {by} a month on average.");
    }
    let average = match average.signum() {
        1 => format!("on average it grew by {by} a month"),
        -1 => format!("on average it fell by {by} a month"),
        _ => "on average it stayed as it was".into(),
    };
    let worst = recent.nets.iter().min_by_key(|(_, net)| *net).filter(|(_, net)| *net < 0);
    let Some((month, net)) = worst else { return format!("MRR never shrank in the last {last}; {average}.") };
    let (month, loss) = (pen.month(*month), pen.money(net.saturating_abs()));
    let most = if shrank == 1 { "one" } else { &shrank.to_string() };
    let which = if shrank == 1 { "" } else { "most in " };
    format!("MRR shrank in {most} of the last {last}, {which}{month}, by {loss}; {average}.")
}

fn table(pen: &Pen<'_>, first: Month, sums: &[MonthSums]) -> PictureTable {
    let rows = sums.iter().enumerate().map(|(position, month)| {
        let mut cells = vec![pen.money_cell(i128::from(month.start))];
        cells.grow_by(MOVEMENTS.iter().map(|kind| pen.change_cell(kind.signed(kind.of(month)))));
        cells.grow_by([pen.change_cell(month.net()), pen.money_cell(i128::from(month.end))]);
        TableRow { header: pen.month_cell(first.plus(i32::try_from(position).unwrap_or(i32::MAX))), cells }
    });
    let mut columns = vec![column("Month"), pen.money_column("Start")];
    columns.grow_by(MOVEMENTS.iter().map(|kind| pen.money_column(kind.name())));
    columns.grow_by(["Net", "End"].map(|label| pen.money_column(label)));
    PictureTable {
        caption: "Movements of monthly recurring revenue, by month".into(),
        columns,
        rows: rows.listed(),
    }
}
