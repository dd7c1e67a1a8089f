//! The bridge: from an opening amount to a closing one, step by step.

use super::axis::{Ruler, column as place_of};
use super::pen::{Pen, Thousands, column, missing, months, share, words};
use super::{History, MOVEMENTS, Span, holes, nothing, too_short};
use crate::format::Formatter;
use crate::sentence::capital;
use crate::view::{
    Behind, BridgeBar, BridgeView, Drawing, Movement, Picture, PictureTable, Place, Spot, TableRow, Tone,
};
use plimsoll_intake::{Grown as _, Listed as _};

const SLUG: &str = "mrr-bridge";

/// The sums of a span.
struct Steps {
    opening: i64,
    closing: i64,
    opening_logos: i64,
    closing_logos: i64,
    /// The movements with their signed amounts, and how many customers they are of, where that is known.
    movements: [(Movement, i128, Option<i64>); 5],
}

/// The MRR bridge of a span of months, by default the last twelve.
///
/// ```
/// use plimsoll_report::picture::{History, bridge};
/// use plimsoll_report::view::{Drawing, Month};
/// use plimsoll_report::{Currency, English};
/// let history = History::empty(Currency::Usd, Month::from_year_month(2025, 1).unwrap());
/// assert_eq!(bridge(&history, None, &English).drawing, Drawing::Nothing);
/// ```
#[must_use]
pub fn bridge(history: &History, span: Option<Span>, formatter: &dyn Formatter) -> Picture {
    let pen = Pen::new(formatter, history.currency);
    let span = span.or_else(|| Span::trailing(history, 12)).and_then(|span| span.within(history));
    let Some((span, steps)) = span.and_then(|span| Some((span, Steps::of(history, span)?))) else {
        return nothing(SLUG, too_short(history, "bridge"), "Monthly recurring revenue".into());
    };
    let view = draw(&pen, history, span, &steps);
    let cut = view.is_cut.then(|| {
        let foot = view.axis.ticks.first().map_or("", |tick| tick.text.as_str());
        let unit = view.axis.unit.as_deref().map(|unit| [" ", unit].concat()).unwrap_or_default();
        [
            "The axis begins at ",
            foot,
            &unit,
            " so that the steps can be seen; the first and the last bar are cut off.",
        ]
        .concat()
    });
    let mut notes = Vec::new();
    notes.grow_by(cut);
    notes.grow_by(holes(&pen, history, span));
    Picture {
        slug: SLUG.into(),
        finding: finding(&pen, span, &steps),
        about: about(&pen, history, span, view.axis.unit.as_deref()),
        drawing: Drawing::Bridge(view),
        table: table(&pen, history, span, &steps),
        note: (!notes.is_empty()).then(|| notes.join(" ")),
    }
}

impl Steps {
    fn of(history: &History, span: Span) -> Option<Self> {
        let months = history.months.get(span.first..=span.last)?;
        let (first, last) = (months.first()?, months.last()?);
        let sum = |movement: Movement| {
            months.iter().fold(0_i128, |sum, month| sum.saturating_add(movement.signed(movement.of(month))))
        };
        let logos = |movement| {
            let of = |count: fn(&super::MonthSums) -> i64| {
                Some(months.iter().fold(0_i64, |sum, month| sum.saturating_add(count(month))))
            };
            match movement {
                Movement::New => of(|month| month.new_logos),
                Movement::Reactivation => of(|month| month.reactivation_logos),
                Movement::Churn => of(|month| month.churn_logos.saturating_neg()),
                Movement::Expansion | Movement::Contraction => None,
            }
        };
        Some(Self {
            opening: first.start,
            closing: last.end,
            opening_logos: first.start_logos,
            closing_logos: last.end_logos,
            movements: MOVEMENTS.map(|movement| (movement, sum(movement), logos(movement))),
        })
    }

    /// The level before and after each movement.
    fn levels(&self) -> impl Iterator<Item = (Movement, i128, i128, i128)> {
        let mut level = i128::from(self.opening);
        self.movements.iter().map(move |(movement, amount, _)| {
            let before = level;
            level = level.saturating_add(*amount);
            (*movement, *amount, before, level)
        })
    }
}

/// The axis: from zero, unless that would leave less than a quarter of it to the steps.
fn ruler(pen: &Pen<'_>, steps: &Steps) -> (Ruler, bool) {
    let ends = [i128::from(steps.opening), i128::from(steps.closing)];
    let levels = || steps.levels().map(|(_, _, _, after)| after).chain(ends);
    let (low, high) = (levels().min().unwrap_or(0), levels().max().unwrap_or(0));
    let range = high.saturating_sub(low);
    if low > 0 && range > 0 && range.saturating_mul(4) < high {
        let foot = low.saturating_sub(range.div_euclid(2)).max(0);
        let ruler = Ruler::around(foot, high, pen.major());
        return (ruler, ruler.low > 0);
    }
    (Ruler::around(low.min(0), high.max(0), pen.major()), false)
}

fn draw(pen: &Pen<'_>, history: &History, span: Span, steps: &Steps) -> BridgeView {
    let (ruler, is_cut) = ruler(pen, steps);
    let unit = pen.thousands(ruler.high.max(ruler.low.saturating_neg()));
    let foot = ruler.place(0);
    let before = history.month(span.first.saturating_sub(1));
    let after = history.month(span.last);
    let last = steps.movements.len().saturating_add(1);
    let sides = |position| {
        let (left, _, right) = place_of(position, last.saturating_add(1), 28);
        (left, right)
    };
    let standing = |position, month, amount: i64| {
        let amount = i128::from(amount);
        let (left, right) = sides(position);
        BridgeBar {
            left,
            right,
            label: pen.short_month(month),
            value: pen.short(amount, unit),
            tone: Tone::Total,
            from: if is_cut { Place(0) } else { foot },
            to: ruler.place(amount),
            spot: Spot {
                name: [&pen.month(month), ": MRR ", &pen.money(amount)].concat(),
                behind: Some(Behind::Paying { month }),
            },
        }
    };
    let step = |(position, (movement, amount, from, to)): (usize, (Movement, i128, i128, i128))| BridgeBar {
        left: sides(position.saturating_add(1)).0,
        right: sides(position.saturating_add(1)).1,
        label: movement.name().into(),
        value: pen.short_change(amount, unit),
        tone: Tone::Movement(movement),
        from: ruler.place(from),
        to: ruler.place(to),
        spot: Spot {
            name: [movement.name(), ": ", &pen.change(amount), ", to ", &pen.money(to)].concat(),
            behind: Some(Behind::Movement { movement, from: history.month(span.first), to: after }),
        },
    };
    let mut bars = vec![standing(0, before, steps.opening)];
    bars.grow_by(steps.levels().enumerate().map(step));
    bars.push(standing(last, after, steps.closing));
    BridgeView { axis: axis(pen, &ruler, unit), bars, is_cut }
}

/// An axis of amounts.
pub(super) fn axis(pen: &Pen<'_>, ruler: &Ruler, unit: Thousands) -> crate::view::Axis {
    ruler.axis(pen.unit(unit), |amount| pen.tick(amount, unit))
}

fn about(pen: &Pen<'_>, history: &History, span: Span, unit: Option<&str>) -> String {
    let before = pen.month(history.month(span.first.saturating_sub(1)));
    let unit = unit.map(|unit| [", in ", unit].concat()).unwrap_or_default();
    let after = pen.month(history.month(span.last));
    ["Monthly recurring revenue from ", &before, " to ", &after, &unit].concat()
}

/// "MRR grew 18.0% in twelve months, to $590,200: expansion brought $48,200, churn took $31,000."
fn finding(pen: &Pen<'_>, span: Span, steps: &Steps) -> String {
    let (opening, closing) = (i128::from(steps.opening), i128::from(steps.closing));
    let over = months(span.months());
    let to = pen.money(closing);
    let change = closing.saturating_sub(opening);
    let change_text = pen.money(change.saturating_abs());
    let rate = share(change.saturating_abs(), opening).map(|rate| {
        // What would be written as 0.0% is said as an amount.
        let is_small = rate.to_decimal(3).is_some_and(|rounded| rounded.is_zero());
        if is_small { ["by ", &change_text].concat() } else { pen.percent(&rate) }
    });
    let moved = steps.movements.iter().any(|(_, amount, _)| *amount != 0);
    let main = match (change.signum(), rate) {
        (0, _) if moved => format!("MRR ended {over} where it began, at {to}"),
        (0, _) => return format!("Nothing moved in {over}: MRR stayed at {to}."),
        (1, Some(rate)) => format!("MRR grew {rate} in {over}, to {to}"),
        (_, Some(rate)) => format!("MRR fell {rate} in {over}, to {to}"),
        (1, None) if opening == 0 => format!("MRR grew from nothing to {to} in {over}"),
        (_, None) => format!("MRR went from {} to {to} in {over}", pen.money(opening)),
    };
    let parts: Vec<String> = drivers(pen, steps, change < 0);
    if parts.is_empty() { [&main, "."].concat() } else { [&main, ": ", &parts.join(", "), "."].concat() }
}

/// What brought and what took the most; what went the way of the whole comes first.
fn drivers(pen: &Pen<'_>, steps: &Steps, is_loss: bool) -> Vec<String> {
    let largest = |gain: bool| {
        let side =
            steps.movements.iter().filter(|(movement, amount, _)| movement.is_gain() == gain && *amount != 0);
        side.max_by_key(|(_, amount, _)| amount.saturating_abs())
    };
    let verb = |gain: bool| if gain { " brought " } else { " took " };
    [!is_loss, is_loss]
        .into_iter()
        .filter_map(|gain| {
            let (movement, amount, _) = largest(gain)?;
            Some([movement.doer(), verb(gain), &pen.money(amount.saturating_abs())].concat())
        })
        .listed()
}

fn table(pen: &Pen<'_>, history: &History, span: Span, steps: &Steps) -> PictureTable {
    let standing = |prefix: &str, month, amount: i64, logos| TableRow {
        header: words(&[prefix, &pen.month(month)].concat()),
        cells: vec![pen.money_cell(i128::from(amount)), pen.count_cell(logos)],
    };
    let step = |(movement, amount, logos): &(Movement, i128, Option<i64>)| TableRow {
        header: words(&capital(movement.doer())),
        cells: vec![pen.change_cell(*amount), logos.map_or_else(missing, |logos| pen.count_cell(logos))],
    };
    let opening = history.month(span.first.saturating_sub(1));
    let mut rows = vec![standing("MRR in ", opening, steps.opening, steps.opening_logos)];
    rows.grow_by(steps.movements.iter().map(step));
    rows.push(standing("MRR in ", history.month(span.last), steps.closing, steps.closing_logos));
    PictureTable {
        caption: about(pen, history, span, None),
        columns: vec![column("Step"), pen.money_column("MRR"), column("Customers")],
        rows,
    }
}
