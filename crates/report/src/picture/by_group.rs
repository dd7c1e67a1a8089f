//! What moved in each group over the last twelve months, the group that changed most first.

use plimsoll_columns::MonthSums;
use plimsoll_intake::{Listed as _, put_in_order};

use super::axis::Ruler;
use super::pen::{Pen, column, words};
use super::ranked::{MOST_BARS, label, quoted};
use super::{History, MOVEMENTS, Span, nothing};
use crate::format::Formatter;
use crate::view::{Behind, Cell, Drawing, Picture, PictureTable, Plain, RankedView, Row, Spot, TableRow};

const SLUG: &str = "movements-by-group";

/// A group with its sums.
type Moved<'a> = (usize, &'a str, &'a MonthSums);

/// By how much each group's recurring revenue changed over the last twelve months, with every movement in the table.
///
/// `by` names the attribute as the data do: "Segment".
#[must_use]
pub fn by_group(history: &History, by: &str, formatter: &dyn Formatter) -> Picture {
    let pen = Pen::new(formatter, history.currency);
    let about = ["Change of monthly recurring revenue by ", &pen.quoted(by)].concat();
    let Some(span) = Span::trailing(history, 12).filter(|_| !history.groups.is_empty()) else {
        return nothing(SLUG, "There are no months to compare by group.".into(), about);
    };
    let month = |place: usize| pen.month(history.month(place));
    let about = [&about, ", ", &month(span.first.saturating_sub(1)), " to ", &month(span.last)].concat();
    let mut groups: Vec<Moved<'_>> = history
        .groups
        .iter()
        .enumerate()
        .map(|(place, group)| (place, group.name.as_str(), &group.sums))
        .listed();
    put_in_order(&mut groups, |one, other| {
        let size = |moved: &Moved<'_>| moved.2.net().unsigned_abs();
        size(other).cmp(&size(one)).then_with(|| one.1.cmp(other.1))
    });
    Picture {
        slug: SLUG.into(),
        finding: finding(&pen, &groups),
        about,
        drawing: Drawing::Ranked(draw(&pen, history, span.last, &groups)),
        table: table(&pen, by, &groups),
        note: None,
    }
}

/// "Enterprise grew by $48,200, the most; SMB shrank by $3,100."
fn finding(pen: &Pen<'_>, groups: &[Moved<'_>]) -> String {
    let change = |(_, name, sums): &Moved<'_>| {
        let does = if sums.net() > 0 { " grew by " } else { " shrank by " };
        [&quoted(pen, name), does, &pen.money(sums.net().saturating_abs())].concat()
    };
    let most = |is_wanted: fn(i128) -> bool| groups.iter().find(|(_, _, sums)| is_wanted(sums.net()));
    match (most(|net| net > 0), most(|net| net < 0)) {
        (None, None) => "No group changed.".into(),
        (Some(only), None) | (None, Some(only)) => [change(only).as_str(), ", the most of all."].concat(),
        (Some(gain), Some(loss)) => [change(gain).as_str(), ", the most; ", &change(loss), "."].concat(),
    }
}

fn draw(pen: &Pen<'_>, history: &History, last: usize, groups: &[Moved<'_>]) -> RankedView {
    let shown = || groups.iter().take(MOST_BARS);
    let nets = || shown().map(|(_, _, sums)| sums.net()).chain([0]);
    let (low, high) = (nets().min().unwrap_or(0), nets().max().unwrap_or(0));
    let ruler = Ruler { low, high: high.max(low.saturating_add(1)), step: 1 };
    let (zero, month) = (ruler.place(0), history.month(last));
    let row = |(place, name, sums): &Moved<'_>| {
        let (net, value) = (ruler.place(sums.net()), pen.change(sums.net()));
        let behind = u32::try_from(*place).ok().map(|group| Behind::Group { group, month });
        let label = label(name);
        let name_of_spot = ["\u{2068}", &label, "\u{2069}: ", &value].concat();
        Row {
            is_foreign: !name.is_empty(),
            share: None,
            from: zero.min(net),
            to: zero.max(net),
            spot: Spot { name: name_of_spot, behind },
            label,
            value,
        }
    };
    RankedView { rows: shown().map(row).listed(), zero }
}

fn table(pen: &Pen<'_>, by: &str, groups: &[Moved<'_>]) -> PictureTable {
    let row = |(_, name, sums): &Moved<'_>| {
        let mut cells = vec![pen.money_cell(i128::from(sums.start))];
        cells.extend(MOVEMENTS.map(|kind| pen.change_cell(kind.signed(kind.of(sums)))));
        cells.extend([
            pen.change_cell(sums.net()),
            pen.money_cell(i128::from(sums.end)),
            pen.count_cell(sums.new_logos),
            pen.count_cell(sums.churn_logos),
        ]);
        TableRow { header: Cell { text: label(name), plain: Plain::Text((*name).into()) }, cells }
    };
    let mut columns = vec![column(&words(by).text), pen.money_column("MRR at the start")];
    columns.extend(MOVEMENTS.map(|kind| pen.money_column(kind.name())));
    columns.extend([
        pen.money_column("Net change"),
        pen.money_column("MRR at the end"),
        column("New customers"),
        column("Customers lost"),
    ]);
    PictureTable {
        caption: "Movements by group, over the last twelve months".into(),
        columns,
        rows: groups.iter().map(row).listed(),
    }
}
