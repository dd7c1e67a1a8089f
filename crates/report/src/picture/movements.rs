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
        amounts.fold(0_i128, |sum, movement| sum.saturating_add(i128::from(month.amount(*movement))))
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
        columns: columns.collect(),
        legend: STACK.iter().map(|kind| Legend { movement: *kind, name: kind.name().into() }).collect(),
    }
}

/// The month's movements that happened, from the top down.
fn parts(pen: &Pen<'_>, ruler: &Ruler, month: Month, sums: &MonthSums) -> Vec<Part> {
    let mut top = heights(sums).0;
    let mut parts = Vec::new();
    for movement in STACK {
        let amount = i128::from(sums.amount(movement));
        let foot = top.saturating_sub(amount);
        if amount != 0 {
            let change = pen.change(movement.signed(sums.amount(movement)));
            let name = [&pen.month(month), ": ", movement.doer(), " ", &change].concat();
            let behind = Some(Behind::Movement { movement, from: month, to: month });
            let (from, to) = (ruler.place(foot), ruler.place(top));
            parts.push(Part { movement, from, to, spot: Spot { name, behind } });
        }
        top = foot;
    }
    parts
}

/// "MRR shrank in 3 of the last twelve months, most in May 2024 (−$9,300); on average it grew by $4,200 a month."
fn finding(pen: &Pen<'_>, history: &History, span: Span, sums: &[MonthSums]) -> String {
    let start = sums.len().saturating_sub(12);
    let recent = sums.get(start..).unwrap_or(sums);
    let count = recent.len();
    let over = if count == 1 {
        ["in ", &pen.month(history.month(span.last))].concat()
    } else {
        ["in the last ", &months(count)].concat()
    };
    if recent.iter().all(|month| heights(month) == (0, 0)) {
        return ["Nothing came and nothing went ", &over, "."].concat();
    }
    let net = |month: &MonthSums| month.net();
    let sum = recent.iter().fold(0_i128, |sum, month| sum.saturating_add(net(month)));
    let count_wide = i128::try_from(count).unwrap_or(1);
    let average = sum.checked_div(count_wide).unwrap_or(0);
    let by = pen.money(average.saturating_abs());
    let grew = recent.iter().filter(|month| net(month) > 0).count();
    let shrank = recent.iter().filter(|month| net(month) < 0).count();
    let on_average = match average.signum() {
        1 => ["; on average it grew by ", &by, " a month"].concat(),
        -1 => ["; on average it fell by ", &by, " a month"].concat(),
        _ => "; on average it hardly changed".into(),
    };
    if count == 1 {
        let change = pen.money(sum.saturating_abs());
        return match sum.signum() {
            1 => ["MRR grew by ", &change, " ", &over, "."].concat(),
            -1 => ["MRR fell by ", &change, " ", &over, "."].concat(),
            _ => ["What came and what went were equal ", &over, "."].concat(),
        };
    }
    if grew == count || shrank == count {
        let verb = if grew == count { "grew" } else { "shrank" };
        let each = over.replacen("in the last ", "in each of the last ", 1);
        return ["MRR ", verb, " ", &each, ", by ", &by, " a month on average."].concat();
    }
    if shrank == 0 {
        return ["MRR never shrank ", &over, &on_average, "."].concat();
    }
    let worst = recent.iter().enumerate().min_by_key(|(_, month)| net(month));
    let worst = worst.map_or_else(String::new, |(position, month)| {
        let at = history.month(span.first.saturating_add(start).saturating_add(position));
        [", most in ", &pen.month(at), " (", &pen.change(net(month)), ")"].concat()
    });
    let of = over.replacen("in the last ", " of the last ", 1);
    ["MRR shrank in ", &shrank.to_string(), &of, &worst, &on_average, "."].concat()
}

fn table(pen: &Pen<'_>, first: Month, sums: &[MonthSums]) -> PictureTable {
    let rows = sums.iter().enumerate().map(|(position, month)| {
        let movements = MOVEMENTS.iter().map(|kind| pen.change_cell(kind.signed(month.amount(*kind))));
        let start = pen.money_cell(i128::from(month.start));
        let ends = [pen.change_cell(month.net()), pen.money_cell(i128::from(month.end))];
        TableRow {
            header: pen.month_cell(first.plus(i32::try_from(position).unwrap_or(i32::MAX))),
            cells: [start].into_iter().chain(movements).chain(ends).collect(),
        }
    });
    let labels = ["Start"].into_iter().chain(MOVEMENTS.map(Movement::name)).chain(["Net", "End"]);
    PictureTable {
        caption: "Movements of monthly recurring revenue, by month".into(),
        columns: [column("Month")].into_iter().chain(labels.map(|label| pen.money_column(label))).collect(),
        rows: rows.collect(),
    }
}
