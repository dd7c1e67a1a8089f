//! How long customers stay: the share still there by age, and the curve fitted to it.

use plimsoll_forecast::{AgeOfLife, ShiftedBetaGeometric};
use plimsoll_intake::Listed as _;
use plimsoll_metrics::{Currency, Exact};

use super::axis::{Ruler, column};
use super::nothing;
use super::pen::{Pen, column as heading, missing, months, share, share_column};
use crate::format::Formatter;
use crate::sentence::counted;
use crate::view::{
    Cell, Drawing, Line, Mark, Node, Picture, PictureTable, Place, Plain, Spot, TableRow, Tick, TrendView,
};

const SLUG: &str = "customer-survival";
const ABOUT: &str = "Share of customers who are still there, by months since their first payment. A pause does not end a life. \
    Customers of the ledger's first month are left out, as nobody knows how old they are.";

/// With fewer customers at risk an age is not drawn: one of them would move the curve too far.
const LEAST_AT_RISK: u32 = 5;

/// All shares are whole millionths.
const WHOLE: i128 = 1_000_000;

/// An age with the share of customers who reached it.
struct Age {
    months: u32,
    life: AgeOfLife,
    still_there: i128,
}

/// The share of customers who are still there by age, and where there are enough of them, the shifted beta-geometric curve
/// fitted to them. `lives[0]` is age one.
#[must_use]
pub fn survival(lives: &[AgeOfLife], formatter: &dyn Formatter) -> Picture {
    let pen = Pen::new(formatter, Currency::Usd); // no amount is written
    let ages = observed(lives);
    let Some(last) = ages.last().filter(|last| last.months > 0) else {
        let finding = "How long customers stay cannot be told yet: it takes five customers who joined after the first month.";
        return nothing(SLUG, finding.into(), ABOUT.into());
    };
    let model = ShiftedBetaGeometric::fit(lives);
    Picture {
        slug: SLUG.into(),
        finding: finding(&ages, last, &pen),
        about: ABOUT.into(),
        drawing: Drawing::Trend(draw(&ages, model, &pen)),
        table: table(&ages, model, &pen),
        note: Some(note(&ages, model, &pen)),
    }
}

/// The product of the shares that stayed at each age (Kaplan and Meier), as far as enough customers are known.
fn observed(lives: &[AgeOfLife]) -> Vec<Age> {
    let mut there = WHOLE;
    let mut ages = vec![Age { months: 0, life: AgeOfLife::default(), still_there: WHOLE }];
    for (months, life) in (1..).zip(lives).take_while(|(_, life)| life.at_risk >= LEAST_AT_RISK) {
        let stayed = i128::from(life.at_risk.saturating_sub(life.left));
        let at_risk = i128::from(life.at_risk);
        let doubled = there.saturating_mul(stayed).saturating_mul(2).saturating_add(at_risk);
        there = doubled.div_euclid(at_risk.saturating_mul(2));
        ages.push(Age { months, life: *life, still_there: there });
    }
    ages
}

fn exact(millionths: i128) -> Exact {
    share(millionths, WHOLE).unwrap_or_else(Exact::zero)
}

/// A share in millionths.
#[allow(
    clippy::cast_possible_truncation,
    reason = "a share is between 0 and 1, and the cast keeps within its type anyway"
)]
fn millionths(share: f64) -> i128 {
    i128::from((share * 1e6).round() as i64)
}

fn modelled(model: &ShiftedBetaGeometric, months: u32) -> i128 {
    millionths(model.surviving(months))
}

/// "Half of the customers are gone after 14 months", or how many are still there at the last age.
fn finding(ages: &[Age], last: &Age, pen: &Pen<'_>) -> String {
    let after = |age: &Age| months(usize::try_from(age.months).unwrap_or(usize::MAX));
    match ages.iter().find(|age| age.still_there <= WHOLE.div_euclid(2)) {
        Some(half) => ["Half of the customers who join are gone within ", &after(half), "."].concat(),
        None => [
            &pen.percent(&exact(last.still_there)),
            " of the customers who join are still there ",
            &after(last),
            " later.",
        ]
        .concat(),
    }
}

fn draw(ages: &[Age], model: Option<ShiftedBetaGeometric>, pen: &Pen<'_>) -> TrendView {
    let ruler = Ruler::around(0, WHOLE, 200_000);
    let count = ages.len();
    let nodes: Vec<Node> = ages
        .iter()
        .enumerate()
        .map(|(position, age)| {
            let (from, at, to) = column(position, count, 0);
            Node { at, from, to, value: Some(ruler.place(age.still_there)), spot: spot(age, pen) }
        })
        .listed();
    let points = |value: &dyn Fn(&Age) -> Place| {
        vec![Line { points: nodes.iter().zip(ages).map(|(node, age)| (node.at, value(age))).listed() }]
    };
    TrendView {
        axis: ruler.axis(None, |value| pen.writer.whole(plimsoll_metrics::Unit::Percent, &exact(value))),
        months: names(count),
        bands: Vec::new(),
        target: None,
        lines: points(&|age| ruler.place(age.still_there)),
        fitted: model
            .map(|model| points(&|age| ruler.place(modelled(&model, age.months))))
            .unwrap_or_default(),
        last: ages.last().map(|age| Mark {
            place: ruler.place(age.still_there),
            label: pen.percent(&exact(age.still_there)),
        }),
        nodes,
    }
}

/// The ages below their columns, every year, half-year or month as there is room.
fn names(count: usize) -> Vec<Tick> {
    let every = if count <= 13 {
        1
    } else if count <= 37 {
        6
    } else {
        12
    };
    (0..count)
        .step_by(every)
        .map(|position| Tick {
            place: column(position, count, 0).1,
            text: if position == 0 { "joined".into() } else { [&position.to_string(), " months"].concat() },
            rank: u8::from(position.checked_rem(every.saturating_mul(2)) != Some(0)),
        })
        .listed()
}

/// "After 7 months: 82.4% still there; 5 of 130 left in that month".
fn spot(age: &Age, pen: &Pen<'_>) -> Spot {
    let there = pen.percent(&exact(age.still_there));
    let name = if age.months == 0 {
        ["At the first payment: ", &there].concat()
    } else {
        let count = |number: u32| pen.count(i64::from(number));
        let after = months(usize::try_from(age.months).unwrap_or(usize::MAX));
        let (left, of) = (count(age.life.left), count(age.life.at_risk));
        ["After ", &after, ": ", &there, " still there; ", &left, " of ", &of, " left in that month"].concat()
    };
    Spot { name, behind: None }
}

/// What the dashed line is and says, or why there is none.
fn note(ages: &[Age], model: Option<ShiftedBetaGeometric>, pen: &Pen<'_>) -> String {
    let Some(model) = model else {
        return "No curve is fitted: that takes 50 customers, ten who left, and six months.".into();
    };
    let last = ages.last().map_or(0, |age| age.months);
    let ahead = last.saturating_mul(2);
    let first = ages.get(1).map(|first| first.life).unwrap_or_default();
    let stays = 1.0 - f64::from(first.left) / f64::from(first.at_risk.max(1));
    let constant = stays.powi(i32::try_from(ahead).unwrap_or(i32::MAX));
    let there = |share: f64| pen.percent(&exact(millionths(share)));
    [
        "Dashed: the shifted beta-geometric curve (Fader and Hardie) fitted to the same customers. It lets those who stay be those \
         who seldom leave, and has ",
        &there(model.surviving(ahead)),
        " still there after ",
        &counted(u64::from(ahead), "month", "months", pen.writer.formatter),
        "; if churn stayed as in the first month, it would be ",
        &there(constant),
        ".",
    ]
    .concat()
}

fn table(ages: &[Age], model: Option<ShiftedBetaGeometric>, pen: &Pen<'_>) -> PictureTable {
    let number = |count: u32| pen.count_cell(i64::from(count));
    let row = |age: &Age| TableRow {
        header: Cell { text: age.months.to_string(), plain: Plain::Number(age.months.to_string()) },
        cells: vec![
            if age.months == 0 { missing() } else { number(age.life.at_risk) },
            if age.months == 0 { missing() } else { number(age.life.left) },
            pen.share_cell(Some(&exact(age.still_there))),
            model.map_or_else(missing, |model| pen.share_cell(Some(&exact(modelled(&model, age.months))))),
        ],
    };
    PictureTable {
        caption: ABOUT.into(),
        columns: vec![
            heading("Months since the first payment"),
            heading("Customers known so long"),
            heading("Left in that month"),
            share_column("Still there"),
            share_column("Fitted curve"),
        ],
        rows: ages.iter().map(row).listed(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::English;

    fn lives(there: &[u32]) -> Vec<AgeOfLife> {
        let pairs = there.iter().zip(there.iter().skip(1));
        pairs.map(|(before, now)| AgeOfLife { at_risk: *before, left: before.saturating_sub(*now) }).collect()
    }

    #[test]
    fn the_share_still_there_is_the_product_of_those_who_stayed() {
        let picture = survival(&lives(&[20, 15, 12, 12]), &English);
        assert_eq!(picture.finding, "60.0% of the customers who join are still there three months later.");
        let last = picture
            .table
            .rows
            .last()
            .map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>());
        assert_eq!(last, Some(["12", "0", "60.0%", "–"].map(String::from).to_vec()));
        assert_eq!(
            picture.note.as_deref(),
            Some("No curve is fitted: that takes 50 customers, ten who left, and six months.")
        );
    }

    #[test]
    fn the_fitted_curve_says_what_constant_churn_would_have_missed() {
        let picture = survival(&lives(&[1000, 869, 743, 653, 593, 551, 517, 491]), &English);
        assert_eq!(picture.finding, "Half of the customers who join are gone within seven months.");
        let note = picture.note.unwrap_or_default();
        assert!(note.contains("has 34.9% still there after 14 months"), "{note}");
        assert!(note.ends_with("if churn stayed as in the first month, it would be 14.0%."), "{note}");
    }

    #[test]
    fn few_customers_are_not_drawn() {
        assert_eq!(survival(&lives(&[4, 2]), &English).drawing, Drawing::Nothing);
        assert_eq!(survival(&[], &English).drawing, Drawing::Nothing);
    }
}
