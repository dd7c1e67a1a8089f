//! Groups by annual recurring revenue, the largest first.

use plimsoll_intake::Listed as _;
use plimsoll_intake::put_in_order;
use plimsoll_metrics::Exact;

use super::axis::Ruler;
use super::pen::{Pen, column, share, share_column, words};
use super::{History, nothing};
use crate::format::Formatter;
use crate::sentence::visible;
use crate::view::{Behind, Cell, Drawing, Picture, PictureTable, Plain, RankedView, Row, Spot, TableRow};

const SLUG: &str = "arr-by-group";

/// The most bars; what is smaller is added up in the last one.
pub(super) const MOST_BARS: usize = 12;

/// What a customer without a value of the attribute is listed under.
const NO_VALUE: &str = "No value";

/// A group with its annual recurring revenue in the last month, in minor units.
struct Share<'a> {
    position: usize,
    name: &'a str,
    arr: i128,
    mrr: i64,
    logos: i64,
}

/// A group's name inside of a sentence.
pub(super) fn quoted(pen: &Pen<'_>, name: &str) -> String {
    if name.is_empty() { "customers without a value".into() } else { pen.quoted(name) }
}

/// A group's name as a heading.
pub(super) fn label(name: &str) -> String {
    if name.is_empty() { NO_VALUE.into() } else { visible(name) }
}

/// Annual recurring revenue of the last month (twelve times its MRR) by group, the largest first, each with its share.
///
/// `by` names the attribute as the data do: "Segment".
#[must_use]
pub fn ranked(history: &History, by: &str, formatter: &dyn Formatter) -> Picture {
    let pen = Pen::new(formatter, history.currency);
    let about = ["Annual recurring revenue (twelve times the MRR) by ", &pen.quoted(by)].concat();
    let Some(last) = history.last().filter(|_| !history.groups.is_empty()) else {
        return nothing(SLUG, "There are no groups to compare.".into(), about);
    };
    let month = pen.month(history.month(last));
    let about = [&about, ", in ", &month].concat();
    let mut shares: Vec<Share<'_>> = history
        .groups
        .iter()
        .enumerate()
        .map(|(position, group)| {
            let sums = &group.sums;
            let arr = i128::from(sums.end).saturating_mul(12);
            Share { position, name: &group.name, arr, mrr: sums.end, logos: sums.end_logos }
        })
        .listed();
    put_in_order(&mut shares, |one, other| other.arr.cmp(&one.arr).then_with(|| one.name.cmp(other.name)));
    let total = shares.iter().fold(0_i128, |sum, share| sum.saturating_add(share.arr));
    if shares.iter().all(|share| share.arr == 0) {
        let finding = ["Nobody pays in ", &month, ", so there is no ARR to compare."].concat();
        return Picture { table: table(&pen, by, &shares, total), ..nothing(SLUG, finding, about) };
    }
    Picture {
        slug: SLUG.into(),
        finding: finding(&pen, &shares, total),
        drawing: Drawing::Ranked(draw(&pen, history, last, &shares, total)),
        table: table(&pen, by, &shares, total),
        note: (total <= 0).then(|| "The amounts add up to nothing or less, so there are no shares.".into()),
        about,
    }
}

fn draw(pen: &Pen<'_>, history: &History, last: usize, shares: &[Share<'_>], total: i128) -> RankedView {
    let is_long = shares.len() > MOST_BARS;
    let (shown, rest) = shares.split_at(if is_long { MOST_BARS.saturating_sub(1) } else { shares.len() });
    let others = rest.iter().fold(0_i128, |sum, share| sum.saturating_add(share.arr));
    let amounts = || shown.iter().map(|share| share.arr).chain([0, others]);
    let (low, high) = (amounts().min().unwrap_or(0), amounts().max().unwrap_or(0));
    let ruler = Ruler { low, high: high.max(low.saturating_add(1)), step: 1 };
    let zero = ruler.place(0);
    let month = history.month(last);
    let row = |label: String, is_foreign: bool, arr: i128, behind| {
        let part = share(arr, total).map(|part| pen.percent(&part));
        let of = part.as_ref().map(|part| [", ", part, " of the whole"].concat()).unwrap_or_default();
        let value = pen.money(arr);
        let name = ["\u{2068}", &label, "\u{2069}: ", &value, &of].concat();
        let (from, to) = (zero.min(ruler.place(arr)), zero.max(ruler.place(arr)));
        Row { label, is_foreign, value, share: part, from, to, spot: Spot { name, behind } }
    };
    let mut rows: Vec<Row> = shown
        .iter()
        .map(|share| {
            let behind = u32::try_from(share.position).ok().map(|group| Behind::Group { group, month });
            row(label(share.name), !share.name.is_empty(), share.arr, behind)
        })
        .listed();
    if is_long {
        rows.push(row([&rest.len().to_string(), " more"].concat(), false, others, None));
    }
    RankedView { rows, zero }
}

/// "Enterprise brings 62.0% of ARR: $3,100,000 of $5,000,000."
fn finding(pen: &Pen<'_>, shares: &[Share<'_>], total: i128) -> String {
    let Some(first) = shares.first() else { return String::new() };
    let all = pen.money(total);
    let part = |amount: i128| share(amount, total);
    let Some(part_of_first) = part(first.arr) else {
        return ["ARR adds up to ", &all, "; ", &quoted(pen, first.name), " is the largest group."].concat();
    };
    if part_of_first == Exact::one() {
        return ["All ARR, ", &all, ", is with ", &quoted(pen, first.name), "."].concat();
    }
    let percent = pen.percent(&part_of_first);
    let three = shares.iter().take(3).fold(0_i128, |sum, share| sum.saturating_add(share.arr));
    match part(three).filter(|_| shares.len() > 5) {
        Some(three) => format!(
            "The three largest of {} groups bring {} of ARR; {} comes first with {percent} of {all}.",
            shares.len(),
            pen.percent(&three),
            quoted(pen, first.name)
        ),
        None => {
            let own = pen.money(first.arr);
            [&quoted(pen, first.name), " brings ", &percent, " of ARR: ", &own, " of ", &all, "."].concat()
        }
    }
}

fn table(pen: &Pen<'_>, by: &str, shares: &[Share<'_>], total: i128) -> PictureTable {
    let rows = shares.iter().map(|group| TableRow {
        header: Cell { text: label(group.name), plain: Plain::Text(group.name.into()) },
        cells: vec![
            pen.count_cell(group.logos),
            pen.money_cell(i128::from(group.mrr)),
            pen.money_cell(group.arr),
            pen.share_cell(share(group.arr, total).as_ref()),
        ],
    });
    PictureTable {
        caption: "Annual recurring revenue by group".into(),
        columns: vec![
            words_column(by),
            column("Customers"),
            pen.money_column("MRR"),
            pen.money_column("ARR"),
            share_column("Share of ARR"),
        ],
        rows: rows.listed(),
    }
}

fn words_column(by: &str) -> crate::view::PictureColumn {
    column(&words(by).text)
}
